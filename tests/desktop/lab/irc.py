"""A real IRC server (ngircd) on loopback."""

from __future__ import annotations

from tests.desktop.lab.network import free_port, listens
from tests.desktop.lab.peer import Peer
from tests.desktop.lab.session import DesktopSession

# ngircd.conf(5); it leaves root's rights by itself.
_CONFIG = """
[Global]
Name = irc.localhost.test
Info = Laboratory
AdminInfo1 = Laboratory
Listen = 127.0.0.1
Ports = {port}
ServerUID = nobody
ServerGID = nogroup
[Limits]
MaxConnectionsIP = 0
MaxJoins = 0
PingTimeout = 300
MaxNickLength = 20
[Options]
Ident = no
PAM = no
DNS = no
"""


class IrcServer:
    """ngircd, running until the session closes; it slows down who says more than a line in 2 s."""

    def __init__(self, session: DesktopSession) -> None:
        self._session = session
        self.port = free_port()
        config = session.folder / "ngircd.conf"
        config.write_text(_CONFIG.format(port=self.port))
        program = session.spawn(["ngircd", "--nodaemon", "--config", config], name="ngircd")
        session.wait_for(lambda: listens(self.port), 20, "ngircd", program)

    def peer(self, name: str) -> IrcPeer:
        """Bring the user `name` online."""
        return IrcPeer(self._session, name, self.port)


class IrcPeer(Peer):
    """A user on the IRC server; `send(text, to="#chat")` after `join("#chat")`."""

    def __init__(self, session: DesktopSession, name: str, port: int) -> None:
        super().__init__(session, name, "irc.py", "127.0.0.1", port, name)

    def join(self, channel: str) -> None:
        """Enter a channel."""
        self.send("", to=channel)
