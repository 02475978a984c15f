"""Real Pidgin, signed in as `me`; its chats are tabs of one window."""

from __future__ import annotations

from tests.desktop.lab.a11y import AccessibilityTree, Accessible, draft_in_gtk
from tests.desktop.lab.processes import LabError
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import CONTACTS, HOST, PASSWORD, XmppServer

_ACCOUNT = f"me@{HOST}/pidgin"

_ACCOUNTS = f"""<?xml version='1.0' encoding='UTF-8' ?>
<account version='1.0'>
  <account>
    <protocol>prpl-jabber</protocol>
    <name>{_ACCOUNT}</name>
    <password>{PASSWORD}</password>
    <settings>
      <setting name='connect_server' type='string'>127.0.0.1</setting>
      <setting name='port' type='int'>%d</setting>
      <setting name='connection_security' type='string'>opportunistic_tls</setting>
      <setting name='auth_plain_in_clear' type='bool'>1</setting>
    </settings>
    <settings ui='gtk-gaim'>
      <setting name='auto-login' type='bool'>1</setting>
    </settings>
  </account>
</account>
"""

_PREFERENCES = """<?xml version='1.0' encoding='UTF-8' ?>
<pref version='1' name='/'>
  <pref name='purple'>
    <pref name='away'><pref name='idle_reporting' type='string' value='none'/></pref>
  </pref>
  <pref name='pidgin'>
    <pref name='conversations'>
      <pref name='spellcheck' type='bool' value='0'/>
    </pref>
    <pref name='debug'><pref name='enabled' type='bool' value='0'/></pref>
  </pref>
</pref>
"""


class Pidgin:
    """Pidgin, online, showing the chat with Anna; `window` is the X id of the chat window."""

    app = "pidgin"

    def __init__(self, session: DesktopSession, server: XmppServer) -> None:
        self._session = session
        profile = session.home / ".purple"
        profile.mkdir(exist_ok=True)
        (profile / "accounts.xml").write_text(_ACCOUNTS % server.port)
        (profile / "prefs.xml").write_text(_PREFERENCES)
        # GTK 2 joins the accessibility bus only when told to by this variable.
        self.program = session.spawn(
            ["pidgin", "--multiple"], env={"GTK_MODULES": "gail:atk-bridge"}, name="pidgin"
        )
        self._account = session.wait_for(self._online, 60, "Pidgin to be online", self.program)
        self.window = 0
        self.open_chat("anna")

    @property
    def pid(self) -> int:
        return self.program.process.pid

    def open_chat(self, contact: str) -> None:
        """Show the chat with an account ("anna") and put the caret into its draft."""
        session = self._session
        name = CONTACTS[contact]
        chat = self._remote("ConversationNew", "1", self._account, f"{contact}@{HOST}")
        self._remote("ConversationPresent", chat)
        with AccessibilityTree(session) as tree:
            session.wait_for(
                lambda: session.windows(pid=self.pid, title=name) or self._tab(tree, name),
                10,
                f"the chat with {contact}",
                self.program,
            )
            chats = [w for w in session.windows(pid=self.pid) if w.title in CONTACTS.values()]
            self.window = chats[-1].id
            session.activate(self.window)
            # Presenting does not leave a chat in which the person is; clicking its tab does.
            if chats[-1].title != name and (tab := self._tab(tree, name)):
                session.click(*tab.centre)
            session.wait_for(
                lambda: (
                    (app := tree.application(self.pid))
                    and (window := app.find(role="frame", name=name))
                    and window.find(role="text", states="focused multi-line editable showing")
                ),
                20,
                f"the caret in the draft for {contact}",
                self.program,
            )

    def _tab(self, tree: AccessibilityTree, name: str) -> Accessible | None:
        app = tree.application(self.pid)
        return app and app.find(role="page tab", name=name)

    def draft(self) -> str:
        """The text in the draft of the chat that is shown."""
        return draft_in_gtk(self._session, self.pid)

    def wait_shown(self, text: str, timeout: float = 10) -> None:
        """Wait until the conversation has a message that ends in `text`."""
        with AccessibilityTree(self._session) as tree:

            def shown() -> bool:
                app = tree.application(self.pid)
                nodes = app.walk() if app else ()
                return any(
                    node.role == "text" and f": {text}" in node.text
                    for node in nodes
                    if "showing" in node.states
                )

            self._session.wait_for(shown, timeout, f"Pidgin to show {text!r}", self.program)

    def _online(self) -> str:
        """The number of the account once it is connected, "" until then."""
        try:
            account = self._remote("AccountsFind", _ACCOUNT, "prpl-jabber")
            return account if self._remote("AccountIsConnected", account) == "1" else ""
        except LabError:  # not on the bus yet
            return ""

    def _remote(self, method: str, *args: str) -> str:
        """Call one of libpurple's functions, which Pidgin offers on the session bus."""
        answer = self._session.run(
            ["gdbus", "call", "--session", "--dest", "im.pidgin.purple.PurpleService",
             "--object-path", "/im/pidgin/purple/PurpleObject",
             "--method", f"im.pidgin.purple.PurpleInterface.Purple{method}", *args]
        )  # fmt: skip
        return answer.strip().strip("(),")
