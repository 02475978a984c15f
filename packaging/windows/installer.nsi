; The installer for Windows: for one person, without an administrator. Not yet run on Windows.
;
; makensis -DVERSION=0.1.0 -DFOUR=0.1.0.0 -DPAYLOAD=folder -DOUTPUT=setup.exe -DICON=file.ico installer.nsi
; -DSIGN=command signs the uninstaller and the installer: the command is given the file's name.

Unicode true
ManifestDPIAware true
ManifestLongPathAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma
; What is packed and when does not depend on who packs it.
SetDateSave off

!include MUI2.nsh
!include FileFunc.nsh

!define NAME "Chat Copilot"
!define PUBLISHER "The Chat Copilot authors"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\ChatCopilot"
!define RUN_KEY "Software\Microsoft\Windows\CurrentVersion\Run"
!define TRAY "$INSTDIR\chat-copilot-tray.exe"

Name "${NAME}"
OutFile "${OUTPUT}"
; Always a folder of its own, so that removing it removes nothing else.
InstallDir "$LOCALAPPDATA\Programs\Chat Copilot"

VIProductVersion "${FOUR}"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} installer"
VIAddVersionKey "CompanyName" "${PUBLISHER}"
VIAddVersionKey "LegalCopyright" "${PUBLISHER}, MIT"

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"'
  !finalize '${SIGN} "%1"'
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "${TRAY}"
!define MUI_FINISHPAGE_RUN_PARAMETERS "run"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "TradChinese"
!insertmacro MUI_LANGUAGE "Japanese"

LangString PART_PROGRAM ${LANG_ENGLISH} "Chat Copilot (required)"
LangString PART_PROGRAM ${LANG_SIMPCHINESE} "Chat Copilot（必需）"
LangString PART_PROGRAM ${LANG_TRADCHINESE} "Chat Copilot（必要）"
LangString PART_PROGRAM ${LANG_JAPANESE} "Chat Copilot（必須）"
LangString PART_MENU ${LANG_ENGLISH} "Start menu"
LangString PART_MENU ${LANG_SIMPCHINESE} "开始菜单"
LangString PART_MENU ${LANG_TRADCHINESE} "開始功能表"
LangString PART_MENU ${LANG_JAPANESE} "スタート メニュー"
LangString PART_LOGIN ${LANG_ENGLISH} "Start when I sign in"
LangString PART_LOGIN ${LANG_SIMPCHINESE} "登录时启动"
LangString PART_LOGIN ${LANG_TRADCHINESE} "登入時啟動"
LangString PART_LOGIN ${LANG_JAPANESE} "サインイン時に起動"
LangString ASK_DATA ${LANG_ENGLISH} "Also delete your settings, what is kept of your chats, and the log?"
LangString ASK_DATA ${LANG_SIMPCHINESE} "是否同时删除设置、保存的聊天记录和日志？"
LangString ASK_DATA ${LANG_TRADCHINESE} "是否一併刪除設定、保存的聊天記錄和日誌？"
LangString ASK_DATA ${LANG_JAPANESE} "設定、保存したチャット、ログも削除しますか？"

Section "$(PART_PROGRAM)" SEC_PROGRAM
  SectionIn RO
  Call QuitRunning
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "${TRAY}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" "$0"
SectionEnd

Section "$(PART_MENU)" SEC_MENU
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "${TRAY}" "run"
SectionEnd

Section /o "$(PART_LOGIN)" SEC_LOGIN
  WriteRegStr HKCU "${RUN_KEY}" "ChatCopilot" '"${TRAY}" run'
SectionEnd

Section "Uninstall"
  Call un.QuitRunning
  DeleteRegValue HKCU "${RUN_KEY}" "ChatCopilot"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\chat-copilot.exe"
  Delete "$INSTDIR\chat-copilot-tray.exe"
  Delete "$INSTDIR\copyright.txt"
  Delete "$INSTDIR\sbom.cdx.json"
  Delete "$INSTDIR\uninstall.exe"
  ; Only when it is empty: what somebody else put there stays.
  RMDir "$INSTDIR"
  ; A silent removal keeps what is the person's.
  MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(ASK_DATA)" /SD IDNO IDNO kept
    RMDir /r "$LOCALAPPDATA\chat-copilot"
  kept:
SectionEnd

!macro QuitRunning prefix
  Function ${prefix}QuitRunning
    IfFileExists "$INSTDIR\chat-copilot.exe" 0 done
      nsExec::Exec '"$INSTDIR\chat-copilot.exe" trigger quit'
      Pop $0
    done:
  FunctionEnd
!macroend
!insertmacro QuitRunning ""
!insertmacro QuitRunning "un."
