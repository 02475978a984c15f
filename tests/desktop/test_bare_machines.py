"""First starts on machines that lack something: it works, or says what is missing."""

from __future__ import annotations

import sys

import pytest

from tests.desktop.conftest import OpenDesktop
from tests.desktop.lab.copilot import REPOSITORY, Beheld, Copilot
from tests.desktop.lab.session import DesktopSession

SMALL = 1366, 768
NO_NETWORK = ("unshare", "--map-current-user", "--net")
YES = "Yes, read my chats like that"
CONTINUE = "Continue"


def first_steps(copilot: Copilot) -> Beheld:
    """The window of the first start, in front."""
    welcome = copilot.window("Welcome to Chat Copilot")
    welcome.wait_for(YES)
    welcome.front()
    return welcome


def walk(welcome: Beheld, *labels: str) -> None:
    """Press these buttons, each as soon as it is there."""
    for label in labels:
        welcome.click(label)


def practise(desktop: DesktopSession) -> None:
    """A chat that is there on every machine, in front."""
    chat = desktop.spawn(
        [sys.executable, "-m", "copilot", "practice", "--language", "en"],
        env={"PYTHONPATH": str(REPOSITORY)},
    )
    pid = chat.process.pid
    desktop.wait_for(lambda: desktop.windows(pid=pid), 20, "the practice chat")
    desktop.activate(desktop.windows(pid=pid)[0].id)


def test_without_a_tray(open_desktop: OpenDesktop) -> None:
    desktop = open_desktop(tray=False, size=SMALL)
    with Copilot(desktop, None) as copilot:
        welcome = first_steps(copilot)
        walk(welcome, YES, CONTINUE)
        welcome.wait_for("Who shall think?")
        walk(welcome, CONTINUE, "Keep nothing")
        welcome.wait_for_words("This desktop shows no tray.")
        walk(welcome, "Done")
        welcome.wait_hidden()
        # What it said is true: the hotkey opens the panel, and all is behind its button.
        desktop.key("ctrl+alt+o")
        copilot.wait_for("No chat in sight")
        copilot.click("More")
        copilot.wait_for("Pause")
        copilot.wait_for("Settings")
        desktop.key("Escape")
        practise(desktop)
        assert copilot.wait_cards("instant")


def test_without_a_keychain(open_desktop: OpenDesktop) -> None:
    desktop = open_desktop(size=SMALL)
    desktop.forbid_service("org.freedesktop.secrets")
    with Copilot(desktop, None, around=NO_NETWORK) as copilot:
        welcome = first_steps(copilot)
        walk(welcome, YES, CONTINUE)
        welcome.click("A provider, with my key")
        desktop.click(*welcome.place_of("Key"))
        desktop.type_text("no-real-key-51")
        walk(welcome, CONTINUE)
        welcome.wait_for_words("There is no keychain in this session: the key is in memory alone")
        walk(welcome, "Skip", "Keep a history on this machine", "Switch it on")
        welcome.wait_for_words("There is no keychain in this session.")
        welcome.wait_for_words("GNOME Keyring")
        walk(welcome, "Skip", "Done")
        practise(desktop)
        assert copilot.wait_cards("instant")


def test_without_an_accessibility_bus(open_desktop: OpenDesktop) -> None:
    judge, desktop = open_desktop(), open_desktop(accessibility=False, size=SMALL)
    desktop.forbid_service("org.a11y.Bus")
    with Copilot(desktop, None, judge=judge) as copilot:
        welcome = first_steps(copilot)
        walk(welcome, YES)
        welcome.wait_for_words("no chat can be read")
        welcome.wait_for_words("Install the package at-spi2-core")
        walk(welcome, CONTINUE)
        welcome.wait_for("Who shall think?")
        walk(welcome, CONTINUE, "Keep nothing", "Done")
        practise(desktop)
        copilot.trigger("open")
        copilot.wait_for_words("The accessibility bus of this session can't be reached.")
        copilot.wait_for_words("Install the package at-spi2-core")
        # The rest goes on.
        copilot.trigger("open-settings")
        copilot.window("Settings — Chat Copilot").wait_for("Models")


def test_without_a_network(open_desktop: OpenDesktop) -> None:
    desktop = open_desktop(keyring="unlocked", size=SMALL)
    with Copilot(desktop, None, around=NO_NETWORK) as copilot:
        welcome = first_steps(copilot)
        walk(welcome, YES, CONTINUE)
        welcome.click("A provider, with my key")
        desktop.click(*welcome.place_of("Key"))
        desktop.type_text("no-real-key-51")
        walk(welcome, CONTINUE)
        welcome.wait_for_words("Look at your network connection")
        walk(welcome, "Skip", "Keep nothing", "Done")
        practise(desktop)
        assert copilot.wait_cards("instant")


@pytest.mark.parametrize("scale", [1, 2])
def test_on_a_small_screen(open_desktop: OpenDesktop, scale: int) -> None:
    desktop = open_desktop(size=SMALL)
    desktop.env["QT_SCALE_FACTOR"] = str(scale)
    with Copilot(desktop, None) as copilot:
        assert_fits(copilot.window("Welcome to Chat Copilot"), YES)
        for action, title, shown in (
            ("open-settings", "Settings — Chat Copilot", "Close"),
            ("show-history", "History — Chat Copilot", "Close"),
            ("show-sent", "What was sent — Chat Copilot", "No model has been asked yet"),
            ("translate-text", "Translate a text — Chat Copilot", "Translate"),
        ):
            copilot.trigger(action)
            assert_fits(copilot.window(title), shown)
        copilot.trigger("open")
        copilot.wait_for_words("Paused")
        desktop.wait_for(lambda: fits(copilot), 10, "all of the panel on the screen")


def assert_fits(window: Beheld, shown: str) -> None:
    """That all of it, its title included, is on the small screen."""
    window.wait_for(shown)
    assert fits(window), window.area()


def fits(window: Beheld) -> bool:
    """Whether all of it is on the small screen, as it is now."""
    left, top, width, height = window.area()
    return min(left, top) >= 0 and left + width <= SMALL[0] and top + height <= SMALL[1]
