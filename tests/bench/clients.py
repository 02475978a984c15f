"""The chat clients that are measured, each on a desktop of its own with a contact who writes."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.irc import IrcServer
from tests.desktop.lab.lounge import Lounge
from tests.desktop.lab.pidgin import Pidgin
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppServer


class Client(Protocol):
    """What the laboratory's clients have in common."""

    @property
    def window(self) -> int:
        """The X id of the window with the draft."""
        ...

    @property
    def pid(self) -> int:
        """Of the process that leads the client's session."""
        ...

    def draft(self) -> str:
        """The text in the draft."""
        ...

    def wait_shown(self, text: str, timeout: float = 10) -> None:
        """Wait until a message is shown."""
        ...


@dataclass(frozen=True)
class Stage:
    """A client that shows a chat, with the caret in its draft; `say` lets its contact write."""

    name: str
    session: DesktopSession
    client: Client
    say: Callable[[str], None]


@contextmanager
def open_stage(name: str) -> Generator[Stage]:
    """The client `name` on a new desktop."""
    with DesktopSession() as session:
        yield _STAGES[name](session)


def _gajim(session: DesktopSession) -> Stage:
    server = XmppServer(session)
    anna = server.peer("anna")
    return Stage("Gajim", session, Gajim(session, server), anna.send)


def _pidgin(session: DesktopSession) -> Stage:
    server = XmppServer(session)
    anna = server.peer("anna")
    return Stage("Pidgin", session, Pidgin(session, server), anna.send)


def _lounge(session: DesktopSession) -> Stage:
    server = IrcServer(session)
    anna, bob = server.peer("anna"), server.peer("bob")
    for peer in (anna, bob):
        peer.join("#chat")
    return Stage("The Lounge", session, Lounge(session, server), anna.send)


_STAGES: dict[str, Callable[[DesktopSession], Stage]] = {
    "gajim": _gajim,
    "pidgin": _pidgin,
    "lounge": _lounge,
}

CLIENTS = tuple(_STAGES)
