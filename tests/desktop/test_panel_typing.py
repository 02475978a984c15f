"""Beside a person who types in real Gajim the panel makes way, and comes back when they rest."""

from __future__ import annotations

import pytest

from tests.desktop.lab.copilot import Copilot
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.x11 import Window
from tests.desktop.lab.xmpp import XmppPeer

SLOWLY = ["xdotool", "type", "--delay", "120", "I am thinking about that for a while"]
HEAD = 60
"""Less high than any panel that shows something below its head."""


@pytest.fixture
def maximised(desktop: DesktopSession, gajim: Gajim) -> Gajim:
    """Where the panel has no room beside the window."""
    gajim.open_chat("anna")
    desktop.key("ctrl+a", "BackSpace")
    desktop.xdotool("windowsize", "--sync", desktop.active_window(), 1590, 960)
    desktop.xdotool("mousemove", 1599, 500)
    return gajim


def opened(desktop: DesktopSession, copilot: Copilot, gajim: Gajim, anna: XmppPeer) -> Window:
    """The panel, which stays open though there is nothing to offer for what is being typed."""
    gajim.hear(anna, "Shall we meet tomorrow?")
    copilot.wait_cards("instant")
    copilot.trigger("open")
    (window,) = desktop.windows(pid=copilot.pid, title="Chat Copilot")
    return window


def test_where_nothing_can_be_faint_it_folds(
    desktop: DesktopSession, maximised: Gajim, anna: XmppPeer
) -> None:
    with Copilot(desktop) as copilot:
        opened(desktop, copilot, maximised, anna)
        left, top, _, height = copilot.area()
        desktop.spawn(SLOWLY, name="typing")
        desktop.wait_for(lambda: copilot.size()[1] < HEAD, 5, "the panel to fold")
        assert copilot.shown()
        folded = copilot.area()
        assert (folded[0], folded[1] + folded[3]) == (left, top + height)
        desktop.wait_for(lambda: maximised.draft().endswith("a while"), 20, "all to be typed")
        desktop.wait_for(lambda: copilot.size()[1] > HEAD, 10, "the panel to be back")


def test_with_a_compositor_it_is_faint(
    desktop: DesktopSession, maximised: Gajim, anna: XmppPeer
) -> None:
    desktop.screen.play_compositor()
    with Copilot(desktop) as copilot:
        window = opened(desktop, copilot, maximised, anna)

        def opaque() -> int:
            return round(100 * desktop.screen.opacity(window.id))

        desktop.wait_for(lambda: opaque() == 100, 5, "the panel to be all there")
        desktop.spawn(SLOWLY, name="typing")
        desktop.wait_for(lambda: opaque() == 35, 5, "the panel to be faint")
        left, top, width, _ = copilot.area()
        desktop.xdotool("mousemove", left + width // 2, top + 80)
        desktop.wait_for(lambda: opaque() == 100, 2, "the panel that is pointed at")
        desktop.xdotool("mousemove", 1599, 500)
        desktop.wait_for(lambda: maximised.draft().endswith("a while"), 20, "all to be typed")
        desktop.wait_for(lambda: opaque() == 100, 10, "the panel to be back")
