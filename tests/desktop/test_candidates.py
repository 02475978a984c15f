"""Where real IBus shows its candidates, the panel is not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.desktop.lab.copilot import Copilot
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.ibus import IBus
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppPeer, XmppServer


@pytest.fixture(scope="module")
def desktop() -> Iterator[DesktopSession]:
    """A screen so narrow that the panel stands below the message field."""
    with DesktopSession(size=(800, 1000)) as session:
        yield session


@pytest.fixture(scope="module")
def ibus(desktop: DesktopSession) -> IBus:
    return IBus(desktop)


@pytest.fixture(scope="module")
def gajim(
    desktop: DesktopSession, ibus: IBus, xmpp: XmppServer, anna: XmppPeer, bob: XmppPeer
) -> Gajim:
    with ibus.off():  # the chat is opened by typing
        made = Gajim(desktop, xmpp)
        chat = desktop.active_window()
        desktop.xdotool("windowsize", "--sync", chat, 790, 500)
        # With the next letter GTK tells IBus where the caret is now.
        desktop.key("x")
        desktop.wait_for(lambda: made.draft() == "x", 5, "a letter")
        desktop.key("BackSpace")
        return made


def test_the_panel_leaves_room_for_candidates(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    with Copilot(desktop) as copilot:
        gajim.hear(anna, "Shall we meet tomorrow?")
        copilot.wait_cards("instant")
        copilot.trigger("open")
        desktop.key(*"nihao")

        def apart() -> bool:
            candidates = desktop.screen.popups("ibus-ui-gtk3")
            return bool(candidates) and all(_apart(copilot.area(), one) for one in candidates)

        desktop.wait_for(apart, 20, "the panel beside the candidates")
        desktop.key("Escape")


def _apart(a: tuple[int, int, int, int], b: tuple[int, int, int, int]) -> bool:
    return a[0] + a[2] <= b[0] or b[0] + b[2] <= a[0] or a[1] + a[3] <= b[1] or b[1] + b[3] <= a[1]
