"""The window for longer texts: rows of sentences, stopping, going on, copying, files."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from copilot.core.errors import KeyRejected
from copilot.core.ports import ModelEvent, ModelRequest
from copilot.core.translator import Translator
from copilot.ui import theme as themes
from copilot.ui.bulk import BulkServices, BulkWindow
from tests.fakes_translation import Interpreting, translator

TEXT = "".join(f"这是第{n}句话，说的是今天的天气很好。\n" for n in range(1, 121))


def say(line: str) -> str:
    return f"Sentence {''.join(c for c in line if c.isdigit())} says that it is nice today."


class Held(Interpreting):
    """Answers so many requests; the next one waits, or fails, until it is let go."""

    def __init__(self, answers: int, failure: Exception | None = None) -> None:
        super().__init__(say, piece=50)
        self.answers, self.failure = answers, failure
        self.reached = asyncio.Event()

    async def stream(self, request: ModelRequest) -> AsyncGenerator[ModelEvent, None]:
        self.answers -= 1
        if self.answers < 0:
            self.reached.set()
            if self.failure is not None:
                raise self.failure
            await asyncio.Event().wait()
        async for event in super().stream(request):
            yield event


class Room:
    """The window and what it was given."""

    def __init__(self, qtbot: QtBot, model: Interpreting | None) -> None:
        self.settings_opened = 0
        self.translator: Translator | None = translator(model) if model is not None else None
        services = BulkServices(lambda: self.translator, ("en", "de"), self._open_settings)
        self.window = BulkWindow(services, partial(themes.make, dark=False))
        self.tasks = self.window.work
        qtbot.addWidget(self.window)
        self.window.show()

    def _open_settings(self) -> None:
        self.settings_opened += 1

    def button(self, label: str) -> QPushButton:
        found = [b for b in self.window.findChildren(QPushButton) if b.text() == label]
        assert len(found) == 1
        return found[0]

    def can(self, label: str) -> bool:
        found = [b for b in self.window.findChildren(QPushButton) if b.text() == label]
        return any(b.isVisible() and b.isEnabled() for b in found)

    def rows(self) -> list[tuple[str, str]]:
        model = self.window.table.sentences
        role = Qt.ItemDataRole.DisplayRole
        return [
            (str(model.data(model.index(i, 0), role)), str(model.data(model.index(i, 1), role)))
            for i in range(model.rowCount())
        ]


async def test_every_sentence_stands_beside_its_translation(qtbot: QtBot) -> None:
    room = Room(qtbot, Interpreting(say, piece=50))
    assert not room.can("Translate")
    room.window.text.setPlainText(TEXT)
    room.button("Translate").click()
    await room.tasks.finish(20)
    assert room.rows() == [(line, say(line)) for line in TEXT.splitlines()]
    assert room.window.progress.value() == 100
    assert not room.can("Cancel")
    assert not room.can("Translate")
    room.button("Copy all").click()
    assert QGuiApplication.clipboard().text() == "".join(f"{say(x)}\n" for x in TEXT.splitlines())
    room.button("Change the text").click()
    assert room.window.text.isVisible()
    assert room.can("Translate")


async def test_a_hundred_thousand_bytes(qtbot: QtBot) -> None:
    text = "\n".join(f"这是第{n}句话，说的是今天的天气很好。" for n in range(2000))
    assert len(text.encode()) > 100_000
    room = Room(qtbot, Interpreting(say, piece=400))
    room.window.text.setPlainText(text)
    room.button("Translate").click()
    await room.tasks.finish(60)
    assert room.rows() == [(line, say(line)) for line in text.splitlines()]


async def test_what_was_stopped_is_gone_on_with(qtbot: QtBot) -> None:
    model = Held(2)
    room = Room(qtbot, model)
    room.window.text.setPlainText(TEXT)
    room.button("Translate").click()
    await asyncio.wait_for(model.reached.wait(), 20)
    assert room.can("Cancel")
    room.button("Cancel").click()
    await room.tasks.finish(20)
    done = [original for original, made in room.rows() if made]
    assert 0 < len(done) < 120
    asked = len(model.requests)
    model.answers = 1000
    room.button("Go on").click()
    await room.tasks.finish(20)
    assert all(made for _, made in room.rows())
    assert not any(done[0] in str(request) for request in model.requests[asked:])


async def test_a_part_that_fails_is_told_and_can_be_tried_again(qtbot: QtBot) -> None:
    model = Held(1, KeyRejected("The key was refused.", "Check it."))
    room = Room(qtbot, model)
    room.window.text.setPlainText(TEXT)
    room.button("Translate").click()
    await room.tasks.finish(20)
    assert "The key was refused." in room.window.status.text()
    assert "⚠" in room.window.status.text()
    model.answers = 1000
    room.button("Go on").click()
    await room.tasks.finish(20)
    assert all(made for _, made in room.rows())


async def test_without_a_model_it_offers_the_settings(qtbot: QtBot) -> None:
    room = Room(qtbot, None)
    room.window.text.setPlainText("你好")
    room.button("Translate").click()
    assert "No model" in room.window.status.text()
    room.button("Open settings").click()
    assert room.settings_opened == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
async def test_a_file_is_opened_and_its_translation_saved(
    qtbot: QtBot, tmp_path: Path, encoding: str
) -> None:
    source, target = tmp_path / "text.txt", tmp_path / "translation.txt"
    source.write_text(TEXT[:200], encoding=encoding)
    room = Room(qtbot, Interpreting(say, piece=50))
    room.window.open_file(str(source))
    await room.tasks.finish(20)
    assert room.window.text.toPlainText() == TEXT[:200]
    room.button("Translate").click()
    await room.tasks.finish(20)
    room.window.save_file(str(target))
    await room.tasks.finish(20)
    assert target.read_text(encoding="utf-8") == room.window.translated


async def test_what_is_no_text_is_refused(qtbot: QtBot, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x00\x01\xff")
    room = Room(qtbot, Interpreting(say))
    room.window.open_file(str(picture))
    await room.tasks.finish(20)
    assert "no text" in room.window.status.text()
    assert room.window.text.toPlainText() == ""


async def test_closing_stops_it(qtbot: QtBot) -> None:
    model = Held(0)
    room = Room(qtbot, model)
    room.window.text.setPlainText(TEXT)
    room.button("Translate").click()
    await asyncio.wait_for(model.reached.wait(), 20)
    room.window.close()
    await room.tasks.finish(20)
    assert not room.can("Cancel")


async def test_right_to_left_stands_at_the_right(qtbot: QtBot) -> None:
    room = Room(qtbot, Interpreting(lambda _line: "أراك في السابعة"))
    room.window.target.setCurrentIndex(room.window.target.findData("ar"))
    room.window.text.setPlainText("See you at seven.")
    room.button("Translate").click()
    await room.tasks.finish(20)
    model = room.window.table.sentences
    role = Qt.ItemDataRole.TextAlignmentRole
    left, right = (model.data(model.index(0, column), role) for column in (0, 1))
    assert Qt.AlignmentFlag.AlignLeft in Qt.AlignmentFlag(left)
    assert Qt.AlignmentFlag.AlignRight in Qt.AlignmentFlag(right)
    said, read = (model.data(model.index(0, column)) for column in (0, 1))
    assert said == "See you at seven."
    room.window.table.setCurrentIndex(model.index(0, 1))
    QTest.keySequence(room.window.table, QKeySequence.StandardKey.Copy)
    assert QGuiApplication.clipboard().text() == "أراك في السابعة"
    assert read == "\u2067أراك في السابعة\u2069"  # else a full stop would stand at its beginning
