"""Real Gajim, signed in as `me`."""

from __future__ import annotations

import json
import os
import sqlite3
import uuid
from contextlib import closing
from pathlib import Path

from tests.desktop.lab.a11y import AccessibilityTree, Accessible, draft_in_gtk
from tests.desktop.lab.peer import Peer
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import CONTACTS, HOST, PASSWORD, XmppServer

_ACCOUNT = "local"

# Gajim refuses to run as root, which is what a container's user is.
_AS_SOMEBODY = """
import os, runpy, sys
os.geteuid = lambda: 1000
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


class Gajim:
    """Gajim's main window, showing the chat with Anna; `window` is its X id."""

    app = "gajim"

    def __init__(self, session: DesktopSession, server: XmppServer) -> None:
        self._session = session
        profile = Path(session.env["XDG_CONFIG_HOME"]) / "gajim"
        if not profile.exists():  # else it is started again
            _write_profile(profile, server.port)
        argv = ["/usr/bin/gajim"]
        if os.geteuid() == 0:
            argv = ["/usr/bin/python3", "-c", _AS_SOMEBODY, *argv]
        self.program = session.spawn(argv, name="gajim")
        self.window = session.wait_for(
            lambda: session.windows(pid=self.pid, title="Gajim"), 60, "Gajim's window", self.program
        )[0].id
        session.wait_for(
            lambda: self._remote("Describe", f"{_ACCOUNT}-profile").startswith("((true"),
            60,
            "Gajim to be online",
            self.program,
        )
        self.open_chat("anna")

    @property
    def pid(self) -> int:
        return self.program.process.pid

    def open_chat(self, contact: str) -> None:
        """Show the chat with an account ("anna") and put the caret into its draft."""
        session = self._session
        session.activate(self.window)
        self._remote("Activate", "open-chat", f"[<['{_ACCOUNT}', '{contact}@{HOST}']>]", "{}")
        with AccessibilityTree(session) as tree:
            session.wait_for(
                lambda: _shows(tree.application(self.pid), CONTACTS[contact]),
                20,
                f"Gajim's chat with {contact}",
                self.program,
            )

    def _remote(self, method: str, *args: str) -> str:
        """Call one of the actions that every GTK application offers on the session bus."""
        return self._session.run(
            ["gdbus", "call", "--session", "--dest", "org.gajim.Gajim",
             "--object-path", "/org/gajim/Gajim", "--method", f"org.gtk.Actions.{method}", *args]
        )  # fmt: skip

    def draft(self) -> str:
        """The text in the draft."""
        return draft_in_gtk(self._session, self.pid)

    def hear(self, peer: Peer, message: str) -> None:
        """Have `peer` say something while this window has the keyboard; it is shown then."""
        self._session.activate(self.window)
        peer.send(message)
        self.wait_shown(message)

    def wait_shown(self, text: str, timeout: float = 10) -> None:
        """Wait until a label of the window is exactly `text`."""
        with AccessibilityTree(self._session) as tree:
            self._session.wait_for(
                lambda: (
                    (app := tree.application(self.pid))
                    and app.find(role="label", name=text, states="focusable showing")
                ),
                timeout,
                f"Gajim to show {text!r}",
                self.program,
            )


def _shows(app: Accessible | None, name: str) -> bool:
    """Whether the chat with `name` is shown and its draft has the caret."""
    if app is None:
        return False
    # The labels of the chat list can't have the focus; the first that can is the chat's heading.
    heading = app.find(role="label", states="focusable showing")
    return (
        heading is not None
        and heading.name == name
        and app.find(role="text", states="focused multi-line editable showing") is not None
    )


def _write_profile(folder: Path, port: int) -> None:
    """Settings of Gajim 1.4 and later: JSON in SQLite, version 5."""
    workspace = {
        "name": "Tests",
        "color": "",
        "avatar_sha": "",
        "chats": [
            {"account": _ACCOUNT, "jid": f"{name}@{HOST}", "type": "contact", "pinned": False,
             "position": -1}
            for name in CONTACTS
        ],
    }  # fmt: skip
    app = {
        "use_keyring": False,
        "check_for_update": False,
        "autopopup": True,
        "show_notifications": False,
        "use_speller": False,
        "last_main_window_visible": True,
        "is_window_visible": True,
        "action_on_close": "quit",
        "mainwin_width": 1000,
        "mainwin_height": 700,
    }
    account = {
        "name": "me",
        "hostname": HOST,
        "password": PASSWORD,
        "savepass": True,
        "active": True,
        "autoconnect": True,
        "use_custom_host": True,
        "custom_host": "127.0.0.1",
        "custom_port": port,
        "custom_type": "PLAIN",
        "use_plain_connection": True,
        "confirm_unencrypted_connection": False,
        "account_label": "Tests",
    }
    settings: dict[str, object] = {
        "app": app,
        "soundevents": {},
        "status_presets": {},
        "proxies": {},
        "plugins": {},
        "workspaces": {str(uuid.uuid4()): workspace},
    }
    folder.mkdir(parents=True)
    with closing(sqlite3.connect(folder / "settings.sqlite")) as database, database:
        database.execute("CREATE TABLE settings (name TEXT UNIQUE, settings TEXT)")
        database.execute("CREATE TABLE account_settings (account TEXT UNIQUE, settings TEXT)")
        database.executemany(
            "INSERT INTO settings VALUES (?, ?)",
            [(name, json.dumps(value)) for name, value in settings.items()],
        )
        database.execute(
            "INSERT INTO account_settings VALUES (?, ?)",
            (_ACCOUNT, json.dumps({"account": account, "contact": {}, "group_chat": {}})),
        )
        database.execute("PRAGMA user_version = 5")
