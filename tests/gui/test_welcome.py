"""The first start, step by step."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from copilot.core.checks import Check
from copilot.core.configuring import Configuring, LocalServer
from copilot.core.errors import AccessibilityOff, KeychainMissing
from copilot.ui import kit
from copilot.ui.welcome.services import Services
from copilot.ui.welcome.window import WelcomeWindow
from tests.fakes_configuring import FakeConfiguring

PHRASE = "lusab-babad-gutih-tugad-mudof-sakat-makas-mupoh-zuzup"


class Walk:
    """A person who walks through the steps."""

    def __init__(self, qtbot: QtBot) -> None:
        self.configuring = FakeConfiguring()
        self.did: list[str] = []
        self.accessible = True
        self.no_bus = False
        self.no_keychain = False
        # That the fake is one is checked here.
        configuring: Configuring = self.configuring
        self.window = WelcomeWindow(
            Services(
                configuring,
                agree=lambda: self.did.append("agreed"),
                accessible=self._accessible,
                enable=self._enable,
                phrase=self._phrase,
                practise=lambda: self.did.append("practised"),
                done=lambda: self.did.append("done"),
            )
        )
        qtbot.addWidget(self.window)
        self.window.show()

    async def _accessible(self) -> bool:
        if self.no_bus:
            raise AccessibilityOff("Accessibility is not available.", "Install at-spi2-core.")
        return self.accessible

    async def _enable(self) -> None:
        self.did.append("enabled")

    async def _phrase(self) -> str:
        if self.no_keychain:
            raise KeychainMissing("There is no keychain in this session.", "Install one.")
        self.did.append("history on")
        return PHRASE

    async def rest(self) -> None:
        """Until all that was begun has ended."""
        for _ in range(10):
            await asyncio.sleep(0)

    async def press(self, label: str) -> None:
        """Press the visible button of that label, by keyboard."""
        button = next(
            b for b in self.window.findChildren(QPushButton) if b.text() == label and b.isVisible()
        )
        assert button.isEnabled()
        QTest.keyClick(button, Qt.Key.Key_Space)
        await self.rest()

    async def choose(self, label: str) -> None:
        """Choose the radio button of that label."""
        radios = self.window.findChildren(QRadioButton)
        QTest.keyClick(next(r for r in radios if r.text() == label), Qt.Key.Key_Space)
        await self.rest()

    def field(self, name: str) -> QLineEdit:
        return next(e for e in self.window.findChildren(QLineEdit) if e.accessibleName() == name)

    def says(self, words: str) -> bool:
        labels = self.window.findChildren(QLabel)
        return any(words in label.text() for label in labels if label.isVisible())


@pytest.fixture
def walk(qtbot: QtBot) -> Walk:
    return Walk(qtbot)


async def test_nothing_is_read_before_the_yes_and_all_can_be_skipped(walk: Walk) -> None:
    assert walk.did == []
    await walk.press("Yes, read my chats like that")
    assert walk.did == ["agreed"]
    for _ in range(3):
        await walk.press("Skip")
    await walk.press("Open the practice chat")
    await walk.press("Done")
    assert walk.did == ["agreed", "practised", "done"]
    assert not walk.window.isVisible()
    assert "jobs.replies" not in walk.configuring.fields


async def test_a_copied_phrase_is_marked_for_clipboard_managers(walk: Walk) -> None:
    await walk.press("Yes, read my chats like that")
    for _ in range(2):
        await walk.press("Skip")
    switch = walk.window.findChildren(kit.Switch)[0]
    QTest.keyClick(switch, Qt.Key.Key_Space)
    await walk.press("Switch it on")
    await walk.press("Copy")
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == PHRASE
    assert bytes(copied.data("x-kde-passwordManagerHint").data()) == b"secret"


async def test_without_a_keychain_the_key_is_for_this_session_and_that_is_said(walk: Walk) -> None:
    walk.configuring.keychain = False
    await walk.press("Yes, read my chats like that")
    await walk.press("Continue")
    await walk.choose("A provider, with my key")
    QTest.keyClicks(walk.field("Key"), "sk-1")
    await walk.press("Continue")
    assert walk.says("gone when Chat Copilot ends")
    assert "jobs.replies" not in walk.configuring.fields
    await walk.press("Continue")
    assert walk.configuring.fields["jobs.replies"] == ("openai",)
    assert walk.says("Remember chats?")


async def test_accessibility_is_switched_on_only_where_it_is_off(walk: Walk) -> None:
    walk.accessible = False
    await walk.press("Yes, read my chats like that")
    await walk.press("Switch it on")
    assert "enabled" in walk.did
    await walk.press("Back")
    walk.accessible = True
    await walk.press("Back")
    await walk.press("Yes, read my chats like that")
    await walk.press("Continue")
    assert walk.did.count("enabled") == 1


async def test_without_an_accessibility_bus_it_says_what_is_missing_and_goes_on(walk: Walk) -> None:
    walk.no_bus = True
    await walk.press("Yes, read my chats like that")
    assert walk.says("no chat can be read")
    assert walk.says("Install at-spi2-core.")
    await walk.press("Back")
    walk.no_bus = False  # it was installed meanwhile
    await walk.press("Yes, read my chats like that")
    assert walk.says("switched on")
    assert not walk.says("Install at-spi2-core.")
    await walk.press("Continue")
    assert walk.says("Who shall think?")


async def test_a_server_that_runs_is_offered_first(walk: Walk) -> None:
    walk.configuring.servers = (LocalServer("Ollama", "http://127.0.0.1:11434/v1", ("qwen3:8b",)),)
    await walk.press("Yes, read my chats like that")
    await walk.press("Continue")
    await walk.press("Continue")
    made = walk.configuring.defined["local-server"]
    assert (made.address, made.model) == ("http://127.0.0.1:11434/v1", "qwen3:8b")
    assert walk.configuring.value("jobs.replies") == ("local-server",)
    assert walk.configuring.value("jobs.translation") == ("local-server",)


async def test_a_provider_gets_its_key_and_is_tested_before_it_gets_a_job(walk: Walk) -> None:
    await walk.press("Yes, read my chats like that")
    await walk.press("Continue")
    await walk.choose("A provider, with my key")
    next_button = next(b for b in walk.window.findChildren(QPushButton) if b.text() == "Continue")
    assert not next_button.isEnabled()  # without a key there is nothing to go on with
    walk.field("Key").setText(" sk-0123456789 ")
    walk.configuring.checks["openai"] = Check(
        "openai", False, "OpenAI does not accept the key.", "Paste it again."
    )
    await walk.press("Continue")
    assert walk.says("OpenAI does not accept the key. Paste it again.")
    assert "jobs.replies" not in walk.configuring.fields
    walk.field("Key").setText("sk-9876543210")
    del walk.configuring.checks["openai"]
    await walk.press("Continue")
    assert walk.configuring.keys == {"openai": "sk-9876543210"}
    assert walk.configuring.value("jobs.replies") == ("openai",)
    assert walk.says("Remember chats?")


async def test_the_recovery_phrase_is_shown_once_before_going_on(walk: Walk) -> None:
    await walk.press("Yes, read my chats like that")
    await walk.press("Continue")
    await walk.press("Continue")
    switch = walk.window.findChildren(kit.Switch)[0]
    switch.click()
    await walk.rest()
    await walk.press("Switch it on")
    assert walk.says(PHRASE)
    await walk.press("I have written it down")
    assert walk.did.count("history on") == 1
    assert walk.says("All set")


async def test_without_a_keychain_it_says_what_to_do_and_goes_on_without(walk: Walk) -> None:
    walk.no_keychain = True
    await walk.press("Yes, read my chats like that")
    await walk.press("Continue")
    await walk.press("Continue")
    walk.window.findChildren(kit.Switch)[0].click()
    await walk.rest()
    await walk.press("Switch it on")
    assert walk.says("There is no keychain in this session. Install one.")
    await walk.press("Skip")
    assert walk.says("All set")


@pytest.mark.parametrize(("chord", "way"), [("Ctrl+Alt+O", "Ctrl+Alt+O opens"), ("", "trigger")])
async def test_without_a_tray_it_says_how_the_panel_is_opened(
    qtbot: QtBot, chord: str, way: str
) -> None:
    walk = Walk(qtbot)
    walk.configuring.fields["hotkeys.open"] = chord
    for _ in range(4):
        walk.window.go_on()
    await walk.rest()
    shown = [one.text() for one in walk.window.findChildren(QLabel) if one.isVisible()]
    assert [text for text in shown if "no tray" in text and way in text]
