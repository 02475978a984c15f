"""The interface in other languages: what translators made is found, whole and up to date."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDir, QEvent, QObject
from PySide6.QtWidgets import QApplication

from copilot.core.model import PanelState, Phase, Stance
from copilot.start import find_resources
from copilot.ui import card_words, language, words
from copilot.ui.bridge import Bridge
from copilot.ui.messages import said
from copilot.ui.tray import Tray

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def english_afterwards(qapp: QApplication) -> Iterator[None]:
    find_resources()
    yield
    language.use("en")
    QDir.setSearchPaths(language.SEARCH_PREFIX, [])


def test_words_are_chinese_where_chinese_is_chosen() -> None:
    assert language.use("zh-Hans") == "zh-Hans"
    assert card_words.stance(Stance.AGREE) == "同意"
    assert words.masked(PanelState(masked=3)) == "已遮盖 3 处"
    assert language.use("en") == "en"
    assert card_words.stance(Stance.AGREE) == "agree"


def test_an_unknown_choice_is_the_systems_language() -> None:
    assert language.use("tlh") == language.of_system()


def test_messages_of_other_rooms_keep_what_was_filled_in() -> None:
    language.use("zh-Hans")
    assert said("The keychain is locked.") == "钥匙串已锁定。"
    assert said("DeepSeek does not accept the key.") == "DeepSeek 不接受该密钥。"
    assert said('DeepSeek knows no model "x {2} y".') == 'DeepSeek 没有模型 "x {2} y"。'
    assert said("Something that nobody translated.") == "Something that nobody translated."
    assert said("") == ""


def test_what_was_said_before_the_translations_were_found_is_said_anew() -> None:
    QDir.setSearchPaths(language.SEARCH_PREFIX, [])
    assert said("DeepSeek does not accept the key.") == "DeepSeek does not accept the key."
    find_resources()
    language.use("zh-Hans")
    assert said("DeepSeek does not accept the key.") == "DeepSeek 不接受该密钥。"


def test_messages_are_english_in_english() -> None:
    language.use("en")
    assert said("DeepSeek does not accept the key.") == "DeepSeek does not accept the key."


def test_open_windows_hear_of_another_language(qapp: QApplication) -> None:
    heard: list[QEvent.Type] = []

    class Ear(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            heard.append(event.type())
            return False

    ear = Ear()
    qapp.installEventFilter(ear)
    language.use("zh-Hans")
    qapp.processEvents()
    qapp.removeEventFilter(ear)
    assert QEvent.Type.LanguageChange in heard


def test_the_tray_says_it_anew() -> None:
    language.use("en")
    bridge = Bridge()
    tray = Tray(bridge, practice=lambda: None, doctor=lambda: None, about=lambda: None)
    bridge.show_state(PanelState(Phase.PAUSED))
    language.use("zh-Hans")
    tray.relabel()
    labels = [action.text() for action in tray.menu.actions()]
    assert "恢复" in labels
    assert "退出" in labels


def test_nothing_waits_for_translators_in_chinese() -> None:
    program = [sys.executable, "packaging/translations.py", "check"]
    done = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, f"packaging/translations.py update, and translate:\n{done.stdout}"
