"""The panel beside real Gajim: dragged, found there again after a restart, pinned, put back."""

from __future__ import annotations

import sys

import pytest

from tests.desktop.lab.copilot import Copilot
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppPeer

QUICK = '[panel]\nmotion = "reduced"\n'
OTHER = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.setWindowTitle("Elsewhere")
window.setGeometry(900, 700, 200, 100)
window.show()
app.exec()
"""


@pytest.fixture(autouse=True)
def nothing_remembered(desktop: DesktopSession) -> None:
    for file in desktop.home.rglob("chat-copilot/state.json"):
        file.unlink()


def corner(copilot: Copilot) -> tuple[int, int]:
    return copilot.area()[:2]


def foot(copilot: Copilot) -> tuple[int, int]:
    left, top, _, height = copilot.area()
    return left, top + height


def rested(desktop: DesktopSession, copilot: Copilot) -> tuple[int, int]:
    """Where its foot is once it moves no more."""
    seen: list[tuple[int, int]] = []

    def twice() -> tuple[int, int] | None:
        seen.append(foot(copilot))
        return seen[-1] if seen[-3:] == [seen[-1]] * 3 else None

    return desktop.wait_for(twice, 10, "the panel to rest")


def drag(desktop: DesktopSession, copilot: Copilot, x: int, y: int) -> None:
    """Drag the panel by its head so that its top left corner comes to this point."""
    left, top, width, _ = copilot.area()
    hold = (width // 2, 12)
    desktop.xdotool("mousemove", left + hold[0], top + hold[1], "mousedown", 1)
    desktop.xdotool("mousemove", left + hold[0] + 15, top + hold[1] + 15)
    desktop.xdotool("mousemove", x + hold[0], y + hold[1])
    desktop.wait_for(lambda: corner(copilot) == (x, y), 5, "the panel to follow the pointer")
    desktop.xdotool("mouseup", 1)
    desktop.xdotool("mousemove", 0, 999)


def test_where_it_was_put_it_comes_up_again(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    with Copilot(desktop, QUICK) as copilot:
        gajim.hear(anna, "Shall we meet tomorrow?")
        copilot.wait_cards("instant")
        before, chat = rested(desktop, copilot), desktop.active_window()
        drag(desktop, copilot, 60, 80)
        dropped = rested(desktop, copilot)
        assert corner(copilot) == (60, 80)
        assert desktop.active_window() == chat
        # The chat has the keyboard still.
        desktop.type_text("hm")
        desktop.wait_for(lambda: gajim.draft() == "hm", 5, "what was typed")
        desktop.key("BackSpace", "BackSpace")

    with Copilot(desktop, QUICK) as copilot:
        gajim.hear(anna, "See you at eight?")
        copilot.wait_cards("instant")
        left, top = corner(copilot)
        assert (left, top) == (60, 80), (copilot.area(), dropped)

        _, _, width, _ = copilot.area()
        desktop.xdotool("mousemove", left + width // 2, top + 12, "click", "--repeat", 2, 1)
        desktop.xdotool("mousemove", 0, 999)
        desktop.wait_for(lambda: foot(copilot) == before, 5, "the panel beside the text again")


def test_by_keyboard_it_goes_from_corner_to_corner(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    with Copilot(desktop, QUICK) as copilot:
        gajim.hear(anna, "Are you there?")
        copilot.wait_cards("instant")
        before = rested(desktop, copilot)
        copilot.trigger("move-panel")
        desktop.wait_for(lambda: corner(copilot)[0] > 1600 - 400, 5, "the upper right corner")
        for _ in range(4):
            copilot.trigger("move-panel")
        desktop.wait_for(lambda: foot(copilot) == before, 5, "the panel beside the text again")


def test_pinned_it_stays_whatever_has_the_keyboard(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    with Copilot(desktop, QUICK) as copilot:
        gajim.hear(anna, "See you at eight?")
        copilot.wait_cards("instant")
        at = rested(desktop, copilot)
        pressed = ("push button", "radio button", "check box")
        assert all(node.name.strip() for node in copilot.nodes() if node.role in pressed)
        copilot.click_away("Keep open")
        desktop.wait_for(
            lambda: "checked" in copilot.wait_for("Keep open").states, 5, "the pin to be pressed"
        )
        elsewhere = desktop.spawn([sys.executable, "-c", OTHER], name="elsewhere")
        window = desktop.wait_for(
            lambda: next(iter(desktop.windows(title="Elsewhere")), None), 20, "a window"
        )
        desktop.activate(window.id)
        copilot.wait_for("No chat in sight")
        assert rested(desktop, copilot) == at
        assert desktop.active_window() == window.id
        copilot.trigger("pin")
        copilot.wait_hidden()
        desktop.stop(elsewhere)
