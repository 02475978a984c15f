"""Accessibility is off, or an application keeps to itself: asked once, explained, gone on."""

from __future__ import annotations

import os
import signal
import sys

import pytest

from tests.desktop.conftest import OpenDesktop
from tests.desktop.lab import chromium
from tests.desktop.lab.chromium import Chromium
from tests.desktop.lab.copilot import REPOSITORY, Copilot
from tests.desktop.lab.session import DesktopSession, Program

QUESTION = "May Chat Copilot switch accessibility on?"

# The practice chat as a Qt program that does not insist on being readable.
QT_CHAT = """
import os
os.environ.setdefault = lambda *_: None
from copilot.ui.practice import run_practice
run_practice("en")
"""


class QtChat:
    """A chat in Qt that runs before anything of accessibility does."""

    def __init__(self, desktop: DesktopSession) -> None:
        self._desktop = desktop
        self.program: Program = desktop.spawn(
            [sys.executable, "-c", QT_CHAT], cwd=REPOSITORY, name="qt-chat"
        )
        pid = self.program.process.pid
        self.window = desktop.wait_for(lambda: desktop.windows(pid=pid), 20, "the Qt chat")[0].id
        desktop.activate(self.window)


def enabled(desktop: DesktopSession) -> bool:
    said = desktop.run(
        ["dbus-send", "--session", "--print-reply=literal", "--dest=org.a11y.Bus", "/org/a11y/bus",
         "org.freedesktop.DBus.Properties.Get", "string:org.a11y.Status", "string:IsEnabled"]
    )  # fmt: skip
    return "true" in said


def end_the_bus(desktop: DesktopSession) -> None:
    """As after a login in which no program wanted accessibility yet."""
    found = [pid for pid, command in desktop.living().items() if "at-spi" in command]
    for pid in found:
        os.kill(pid, signal.SIGTERM)
    desktop.wait_for(lambda: not desktop.living().keys() & set(found), 10, "the bus to end")


@pytest.fixture
def off(open_desktop: OpenDesktop) -> DesktopSession:
    """A desktop without accessibility, in which our own windows can be judged all the same."""
    return open_desktop(accessibility=False)


def run_copilot(desktop: DesktopSession) -> Copilot:
    desktop.env["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
    try:
        return Copilot(desktop)
    finally:
        del desktop.env["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"]


def test_agreeing_once_switches_it_on(off: DesktopSession) -> None:
    chat = QtChat(off)
    with run_copilot(off) as copilot:
        copilot.wait_for(QUESTION)
        assert not enabled(off)
        copilot.click("Switch it on")
        off.wait_for(lambda: enabled(off), 10, "accessibility to be on")
        off.activate(chat.window)
        assert copilot.wait_cards("instant")
    off.stop(chat.program)

    # Who has agreed is not asked again when the switch was lost.
    off.set_accessibility(False)
    end_the_bus(off)
    chat = QtChat(off)
    with run_copilot(off) as copilot:
        assert copilot.wait_cards("instant")
        assert QUESTION not in copilot.shown()
        assert enabled(off)


def test_declining_is_remembered(off: DesktopSession) -> None:
    chat = QtChat(off)
    with run_copilot(off) as copilot:
        copilot.wait_for(QUESTION)
        copilot.click("Not now")
        copilot.wait_hidden()
        off.activate(chat.window)
        copilot.trigger("open")
        copilot.wait_for_words("Accessibility is switched off in this session.")
        assert QUESTION not in copilot.shown()
    assert not enabled(off)
    with run_copilot(off) as copilot:
        off.activate(chat.window)
        copilot.trigger("open")
        copilot.wait_for_words("Accessibility is switched off in this session.")
        assert QUESTION not in copilot.shown()
        assert off.active_window() == chat.window
        assert not enabled(off)
        # The way back stays open.
        copilot.click("Switch accessibility on")
        off.wait_for(lambda: enabled(off), 10, "accessibility to be on")
        assert copilot.wait_cards("instant")


def test_a_browser_without_the_flag_is_explained(open_desktop: OpenDesktop) -> None:
    if reason := chromium.unusable():
        pytest.skip(reason)
    desktop = open_desktop()
    page = desktop.folder / "page.html"
    page.write_text("<title>Talk</title><textarea autofocus></textarea>", encoding="utf-8")
    browser = Chromium(desktop, page.as_uri(), accessible=False)
    with Copilot(desktop) as copilot:
        desktop.activate(browser.window)
        copilot.trigger("open")
        copilot.wait_for_words("--force-renderer-accessibility")
        copilot.wait_for_words("does not show its pages to assistive programs")
        assert desktop.active_window() == browser.window
