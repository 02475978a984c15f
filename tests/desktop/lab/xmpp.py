"""A real XMPP server (Prosody) on loopback with the accounts me, anna and bob."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.desktop.lab.network import free_port, listens
from tests.desktop.lab.peer import Peer
from tests.desktop.lab.session import DesktopSession

HOST = "localhost"
PASSWORD = "pw"
CONTACTS: Mapping[str, str] = {"anna": "Anna", "bob": "Bob"}
"""Account → the name it has in the contact list of `me`."""

# https://prosody.im/doc/configure; no TLS: the traffic never leaves the loopback.
_CONFIG = """
data_path = "{data}"
pidfile = "{data}/prosody.pid"
plugin_paths = {{ }}
modules_enabled = {{ "roster", "saslauth", "disco", "carbons", "pep", "private", "blocklist",
  "vcard4", "vcard_legacy", "version", "ping", "offline" }}
modules_disabled = {{ "s2s", "posix", "tls" }}
allow_registration = false
c2s_require_encryption = false
allow_unencrypted_plain_auth = true
authentication = "internal_plain"
storage = "internal"
interfaces = {{ "127.0.0.1" }}
c2s_ports = {{ {port} }}
log = {{ info = "*console" }}
VirtualHost "localhost"
"""


class XmppServer:
    """Prosody, running until the session closes."""

    def __init__(self, session: DesktopSession) -> None:
        self._session = session
        self.port = free_port()
        data = session.folder / "prosody"
        _write_accounts(data / HOST)
        config = data / "prosody.cfg.lua"
        config.write_text(_CONFIG.format(data=data, port=self.port))
        if os.geteuid() == 0:  # Prosody refuses root; its package made this user
            for path in (data, *data.rglob("*")):
                shutil.chown(path, "prosody", "prosody")
        program = session.spawn(
            ["prosody", "--config", config, "-F"], cwd=data, user="prosody", name="prosody"
        )
        session.wait_for(lambda: listens(self.port), 20, "Prosody", program)

    def peer(self, name: str) -> XmppPeer:
        """Bring the contact `name` online."""
        return XmppPeer(self._session, name, self.port)


class XmppPeer(Peer):
    """A contact on the XMPP server; `received` names senders as bare addresses."""

    def __init__(self, session: DesktopSession, name: str, port: int) -> None:
        super().__init__(session, name, "xmpp.py", "127.0.0.1", port, self._address(name), PASSWORD)

    def _address(self, name: str) -> str:
        return f"{name}@{HOST}"


def _write_accounts(folder: Path) -> None:
    """Accounts, and everybody in everybody's contact list, in Prosody's own storage format."""
    (folder / "accounts").mkdir(parents=True)
    (folder / "roster").mkdir()
    everybody = ("me", *CONTACTS)
    for name in everybody:
        (folder / "accounts" / f"{name}.dat").write_text(
            f'return {{ ["password"] = "{PASSWORD}"; }};\n'
        )
        entries = "".join(
            f'["{other}@{HOST}"] = {{ ["subscription"] = "both"; '
            f'["name"] = "{CONTACTS.get(other, other)}"; ["groups"] = {{}}; }};\n'
            for other in everybody
            if other != name
        )
        (folder / "roster" / f"{name}.dat").write_text(
            f'return {{ [false] = {{ ["version"] = 1; ["pending"] = {{}}; }};\n{entries} }};\n'
        )
