"""An answer as it is shown: while it arrives it looks as it will when it is whole."""

from __future__ import annotations

import threading
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QTextCursor, QTextDocument, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from copilot.ui import theme as themes
from copilot.ui.answer_view import AnswerView
from copilot.ui.markdown import plain_to_html

ANSWER = """They **agree**, see [the menu](https://menu.example/today).

- `idk`: I don't know
- good luck
  - said on stages

| what | by |
|------|---:|
| 蛋糕 | 8 pm |

```py
x = "<b>"
```

# Last
Good *night*.

- point
"""


class Held:
    """A view of a width, with all links that were clicked."""

    def __init__(self, qtbot: QtBot, width: int = 400, most: int = 300) -> None:
        self.clicked: list[str] = []
        self.parent = QWidget()
        qtbot.addWidget(self.parent)
        self.view = AnswerView(self.parent, self.clicked.append)
        self.view.dress(themes.make(dark=False))
        self._width, self._most = width, most

    def show(self, text: str, streaming: bool = False) -> int:
        self.view.show_markdown(text, streaming)
        return self.lay_out()

    def lay_out(self) -> int:
        height = self.view.lay_out(self._width, self._most)
        self.view.setGeometry(0, 0, self._width, height)
        self.parent.resize(self._width, max(height, 1))
        self.parent.show()
        QApplication.processEvents()
        return height

    @property
    def text(self) -> str:
        return self.view.toPlainText()


@pytest.fixture
def held(qtbot: QtBot) -> Held:
    return Held(qtbot)


def looks(document: QTextDocument) -> list[tuple[object, ...]]:
    """Each block with its text, margins, list and table."""
    found: list[tuple[object, ...]] = []
    block = document.begin()
    while block.isValid():
        shape = block.blockFormat()
        # None where there is none, whatever the stubs say.
        list_, table = block.textList(), QTextCursor(block).currentTable()
        found.append(
            (
                block.text(),
                shape.topMargin(),
                shape.bottomMargin(),
                shape.lineHeight(),
                shape.headingLevel(),
                list_.format().indent() if list_ else 0,
                bool(table),
                block.charFormat().fontWeight(),
            )
        )
        block = block.next()
    return found


@pytest.mark.parametrize("piece", [1, 5, 40])
def test_what_arrives_in_pieces_looks_as_at_once(
    held: Held, qtbot: QtBot, piece: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("copilot.ui.answer_view._FRAME", 0.0)
    monkeypatch.setattr("copilot.ui.answer_view._SHARE", 0)
    for end in range(0, len(ANSWER), piece):
        held.show(ANSWER[:end], streaming=True)
    held.show(ANSWER)
    at_once = Held(qtbot)
    at_once.show(ANSWER)
    assert looks(held.view.document()) == looks(at_once.view.document())
    assert "蛋糕" in held.text


def test_another_text_takes_its_place(held: Held) -> None:
    held.show(ANSWER)
    held.show("Something **else**")
    assert held.text == "Something else"
    assert held.show("") == 0
    assert held.text == ""


@pytest.fixture
def standing_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """For a view, no time passes."""
    clock = SimpleNamespace(monotonic=lambda: 1.0)
    monkeypatch.setattr("copilot.ui.answer_view.time", clock)


@pytest.mark.usefixtures("standing_clock")
def test_rendering_waits_for_the_next_frame_and_asks_for_room(held: Held, qtbot: QtBot) -> None:
    held.show("one", streaming=True)
    with qtbot.waitSignal(held.view.resized, timeout=5000):
        held.view.show_markdown("one\n\n" + "two " * 100, streaming=True)
        before = held.lay_out()
    assert held.text.endswith("two")
    assert held.lay_out() > before


def test_what_reads_markdown_is_imported_while_the_first_words_are_awaited(
    held: Held, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared: list[bool] = []
    here = threading.current_thread()

    def prepare() -> None:
        prepared.append(threading.current_thread() is not here)

    monkeypatch.setattr("copilot.ui.markdown.prepare", prepare)
    held.show("", streaming=True)
    qtbot.waitUntil(lambda: prepared == [True])
    held.show("word", streaming=True)
    assert prepared == [True]


def test_the_end_of_an_answer_is_shown_at_once(held: Held) -> None:
    for end in range(len(ANSWER)):
        held.view.show_markdown(ANSWER[:end], streaming=True)
    held.view.show_markdown(ANSWER, streaming=False)
    assert held.text.endswith("point")


def test_a_text_for_the_draft_stays_as_it_is(held: Held) -> None:
    held.view.show_plain("a *b* <c>\n- d", streaming=False)
    held.lay_out()
    assert held.text == "a *b* <c>\n- d"
    held.show("a *b*")
    assert held.text == "a b"


def test_what_is_selected_stays_selected_while_more_arrives(held: Held) -> None:
    held.show("one two\n\nthree", streaming=True)
    cursor = held.view.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(7, QTextCursor.MoveMode.KeepAnchor)
    held.view.setTextCursor(cursor)
    held.show("one two\n\nthree four five\n\nsix")
    assert held.view.textCursor().selectedText() == "two"


def test_text_is_selected_with_the_mouse(held: Held) -> None:
    held.show("word " * 20)
    where = held.view.cursorRect(QTextCursor(held.view.document())).center()
    QTest.mouseDClick(held.view.viewport(), Qt.MouseButton.LeftButton, pos=where + QPoint(8, 0))
    assert held.view.textCursor().selectedText() == "word"


def point_of(view: AnswerView, text: str) -> QPoint:
    cursor = view.document().find(text)
    cursor.setPosition(cursor.selectionStart() + 1)
    return view.cursorRect(cursor).center()


def test_a_link_is_told_and_never_followed(held: Held) -> None:
    held.show(ANSWER)
    where = point_of(held.view, "the menu")
    QTest.mouseMove(held.view.viewport(), where)
    QTest.mouseClick(held.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert held.clicked == ["https://menu.example/today"]
    assert "the menu (menu.example)" in held.text
    assert held.view.source().isEmpty()


def test_where_a_link_goes_is_told_without_letters_that_look_like_others(held: Held) -> None:
    held.show("See [it](https://bаnk.example/a?b=ü).")  # the first a is Cyrillic
    where = point_of(held.view, "it")
    QTest.mouseClick(held.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert held.clicked == ["https://xn--bnk-6cd.example/a?b=%C3%BC"]
    assert "xn--bnk-6cd.example" in held.text


def test_nothing_is_loaded(held: Held) -> None:
    for kind in QTextDocument.ResourceType:
        assert held.view.loadResource(kind.value, QUrl("file:///etc/passwd")) is None
    held.show("![x](file:///etc/passwd) <img src='file:///etc/passwd'>")
    assert "\ufffc" not in held.text


def test_a_long_answer_is_scrolled_and_read_from_its_top(held: Held) -> None:
    assert held.show("line\n\n" * 100, streaming=True) == 300
    bar = held.view.verticalScrollBar()
    assert (bar.value(), bar.maximum() > 0) == (0, True)
    held.show("line\n\n" * 200, streaming=True)
    assert bar.value() == 0


def wheel(view: AnswerView, steps: int, keys: Qt.KeyboardModifier) -> None:
    place = QPointF(20, 20)
    event = QWheelEvent(
        place, view.mapToGlobal(place), QPoint(), QPoint(0, steps * 120),
        Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def test_whoever_has_scrolled_to_the_end_stays_there(held: Held, qtbot: QtBot) -> None:
    held.show("line\n\n" * 100, streaming=True)
    bar = held.view.verticalScrollBar()
    none = Qt.KeyboardModifier.NoModifier
    while bar.value() < bar.maximum():
        wheel(held.view, -10, none)
    least = bar.maximum()
    held.show("line\n\n" * 200, streaming=True)
    qtbot.waitUntil(lambda: bar.maximum() > least and bar.value() == bar.maximum())
    wheel(held.view, 3, none)
    place = bar.value()
    held.show("line\n\n" * 300, streaming=True)
    assert bar.value() == place


def test_the_wheel_does_not_change_the_letters(held: Held) -> None:
    held.show("line")
    size = held.view.document().defaultFont().pointSizeF()
    wheel(held.view, 3, Qt.KeyboardModifier.ControlModifier)
    assert held.view.document().defaultFont().pointSizeF() == size


def test_long_lines_of_code_wrap(held: Held) -> None:
    held.show("```\n" + "averylongword" * 30 + "\n```\n\n| " + "x" * 300 + " |\n|---|\n| 1 |")
    assert held.view.document().idealWidth() <= 400
    assert held.view.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(("text", "right"), [("أراك غدًا في المساء.", True), ("See you.", False)])
def test_paragraphs_run_their_own_way(held: Held, text: str, right: bool) -> None:
    held.show(f"中文。\n\n{text}")
    block = held.view.document().lastBlock()
    assert (block.textDirection() is Qt.LayoutDirection.RightToLeft) is right


def test_colours_follow_the_theme(held: Held) -> None:
    held.show(ANSWER)
    dark = themes.make(dark=True)
    held.view.dress(dark)
    cursor = held.view.document().find("the menu")
    assert cursor.charFormat().foreground().color().name() == dark.colors.accent
    assert held.view.palette().text().color().name() == dark.colors.text


def test_it_never_takes_the_keyboard_and_can_be_read_aloud(held: Held) -> None:
    held.show("Good **night**")
    widgets: list[QWidget] = [held.view, *held.view.findChildren(QWidget)]
    for widget in widgets:
        assert widget.focusPolicy() is Qt.FocusPolicy.NoFocus, widget
    told = QAccessible.queryAccessibleInterface(held.view)
    assert told is not None
    assert told.text(QAccessible.Text.Name) == "Answer"
    assert told.textInterface().text(0, 10) == "Good night"


@pytest.mark.usefixtures("standing_clock")
def test_it_is_rendered_at_most_once_a_frame(held: Held, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered: list[str] = []

    def counted(text: str) -> str:
        rendered.append(text)
        return plain_to_html(text)

    monkeypatch.setattr("copilot.ui.markdown.plain_to_html", counted)
    for end in range(1, 200):
        held.view.show_plain("x" * end, streaming=True)
    held.view.show_plain("x" * 200, streaming=False)
    assert [len(text) for text in rendered] == [1, 200]
