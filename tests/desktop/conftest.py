"""Fixtures for tests with real programs, and the pictures and logs that failures leave behind."""

from __future__ import annotations

import re
import shutil
from collections.abc import Generator, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import pytest

from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.irc import IrcPeer, IrcServer
from tests.desktop.lab.lounge import Lounge
from tests.desktop.lab.pidgin import Pidgin
from tests.desktop.lab.session import SIZE, DesktopSession, Keyring
from tests.desktop.lab.xmpp import XmppPeer, XmppServer

HERE = Path(__file__).parent
OUT = HERE.parents[1] / "out" / "desktop"


class OpenDesktop(Protocol):
    """Opens a desktop with `DesktopSession`'s options; it closes after the module."""

    def __call__(
        self,
        *,
        accessibility: bool = True,
        tray: bool = True,
        keyring: Keyring | None = None,
        size: tuple[int, int] = SIZE,
    ) -> DesktopSession: ...


_open_sessions = pytest.StashKey[list[DesktopSession]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_open_sessions] = []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.desktop)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep a picture and the logs of every open desktop when a test fails."""
    report = yield
    if report.failed:
        for number, session in enumerate(item.config.stash[_open_sessions]):
            name = re.sub(r"[^\w.-]+", "-", item.nodeid.removeprefix("tests/desktop/"))
            folder = OUT / f"{name}-{report.when}-{number}"
            try:
                _keep(session, folder)
                report.sections.append(("desktop", f"screenshot and logs are in {folder}"))
            except Exception as error:  # a lost display must not hide the failure itself
                report.sections.append(("desktop", f"no screenshot: {error}"))
    return report


def _keep(session: DesktopSession, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(session.logs, folder)
    session.screenshot(folder / "screen.png")


@pytest.fixture(scope="module")
def open_desktop(request: pytest.FixtureRequest) -> Iterator[OpenDesktop]:
    """For modules that need a desktop with other options, or several."""
    sessions = request.config.stash[_open_sessions]
    with ExitStack() as stack:

        def opened(
            *,
            accessibility: bool = True,
            tray: bool = True,
            keyring: Keyring | None = None,
            size: tuple[int, int] = SIZE,
        ) -> DesktopSession:
            session = stack.enter_context(
                DesktopSession(accessibility=accessibility, tray=tray, keyring=keyring, size=size)
            )
            sessions.append(session)
            stack.callback(sessions.remove, session)
            return session

        yield opened


@pytest.fixture(scope="module")
def desktop(open_desktop: OpenDesktop) -> DesktopSession:
    """A fresh desktop with accessibility on and a tray, for one module."""
    return open_desktop()


@pytest.fixture(scope="module")
def xmpp(desktop: DesktopSession) -> XmppServer:
    """Prosody with the accounts me, anna and bob."""
    return XmppServer(desktop)


@pytest.fixture(scope="module")
def anna(xmpp: XmppServer) -> XmppPeer:
    """Anna, online in XMPP."""
    return xmpp.peer("anna")


@pytest.fixture(scope="module")
def bob(xmpp: XmppServer) -> XmppPeer:
    """Bob, online in XMPP."""
    return xmpp.peer("bob")


@pytest.fixture(scope="module")
def gajim(desktop: DesktopSession, xmpp: XmppServer, anna: XmppPeer, bob: XmppPeer) -> Gajim:
    """Gajim, online as `me`, showing the chat with Anna; Anna and Bob are online."""
    return Gajim(desktop, xmpp)


@pytest.fixture(scope="module")
def pidgin(desktop: DesktopSession, xmpp: XmppServer, anna: XmppPeer, bob: XmppPeer) -> Pidgin:
    """Pidgin, online as `me`, showing the chat with Anna; Anna and Bob are online."""
    return Pidgin(desktop, xmpp)


@pytest.fixture(scope="module")
def irc(desktop: DesktopSession) -> IrcServer:
    """ngircd, without anybody on it."""
    return IrcServer(desktop)


@pytest.fixture(scope="module")
def irc_anna(irc: IrcServer) -> IrcPeer:
    """Anna, online in IRC and in #chat."""
    peer = irc.peer("anna")
    peer.join("#chat")
    return peer


@pytest.fixture(scope="module")
def irc_bob(irc: IrcServer) -> IrcPeer:
    """Bob, online in IRC and in #chat."""
    peer = irc.peer("bob")
    peer.join("#chat")
    return peer


@pytest.fixture(scope="module")
def lounge(desktop: DesktopSession, irc: IrcServer, irc_anna: IrcPeer, irc_bob: IrcPeer) -> Lounge:
    """The Lounge in Chromium, online as `me`, showing the chat with Anna; Bob is online too."""
    return Lounge(desktop, irc)
