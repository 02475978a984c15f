"""The history window: typed into, filtered, paged, forgotten from, exported, by keyboard alone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import cast

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from copilot.core.archiving import KeptMessage, Standing, Wanted
from copilot.core.contacts import Wishes
from copilot.core.cost import Exchange
from copilot.core.errors import HistoryError
from copilot.ui.history import asking, lines
from copilot.ui.history.rows import FIRST, NEXT, Role, Row
from copilot.ui.history.services import Services
from copilot.ui.history.window import HistoryWindow
from copilot.ui.plot import DayPlot, Plot, RankPlot
from tests.fakes_archiving import CHATS, FakeArchive, message


class Bench:
    """A window over a history in memory, and what it had done."""

    def __init__(self, qtbot: QtBot) -> None:
        self.archive = FakeArchive()
        self.did: list[str] = []
        self._qtbot = qtbot

    def open(self) -> HistoryWindow:
        async def unlock() -> None:
            self.did.append("unlock")
            self.archive.standing = Standing("ready")

        window = HistoryWindow(
            Services(
                self.archive,
                Exchange,
                open_settings=lambda: self.did.append("settings"),
                unlock=unlock,
                recover=lambda: self.did.append("recover"),
                closed=lambda: self.did.append("closed"),
            )
        )
        self._qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        return window


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench(qtbot)


async def opened(bench: Bench) -> HistoryWindow:
    window = bench.open()
    await rest()
    return window


async def rest() -> None:
    """Until all that was begun has ended."""
    for _ in range(15):
        await asyncio.sleep(0)
        QApplication.processEvents()


def texts(window: HistoryWindow) -> list[str]:
    """What the list of messages shows."""
    return [row.text for row in rows_of(window.messages.list.model().rowCount(), window)]


def rows_of(count: int, window: HistoryWindow) -> Iterable[Row]:
    model = window.messages.rows
    for number in range(count):
        row = model.data(model.index(number), Role.ROW)
        assert isinstance(row, Row)
        yield row


def says(window: QWidget, words: str) -> bool:
    return any(words in one.text() for one in window.findChildren(QLabel) if one.isVisible())


def button(window: QWidget, label: str) -> QPushButton:
    found = [b for b in window.findChildren(QPushButton) if b.text() == label and b.isVisible()]
    assert found, f"there is no button {label!r}"
    return found[0]


def press(window: QWidget, label: str) -> None:
    QTest.keyClick(button(window, label), Qt.Key.Key_Space)


def answer(label: str) -> Callable[[], list[str]]:
    """Press that button of the question that comes; "" presses Enter, as whoever reads nothing."""
    asked: list[str] = []

    def press_it() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QDialog)
        asked.append(box.text() if isinstance(box, QMessageBox) else box.windowTitle())
        if not label:
            QTest.keyClick(box, Qt.Key.Key_Return)
        else:
            next(b for b in box.findChildren(QAbstractButton) if b.text() == label).click()

    QTimer.singleShot(0, press_it)
    return lambda: asked


async def test_letters_search_at_once_and_are_marked_without_colour(bench: Bench) -> None:
    window = await opened(bench)
    assert len(texts(window)) == 10
    QTest.keyClicks(window.filters.search, "tickets")
    await rest()
    assert len(texts(window)) == 3
    assert bench.archive.looked[-1] == Wanted("tickets")
    form = lines.found_format(window.theme)
    assert form.fontUnderline()
    assert form.fontWeight() > 500
    assert says(window, "3 found")
    assert "tickets" in window.messages.detail.toPlainText()
    QTest.keyClicks(window.filters.search, " nowhere")
    await rest()
    assert says(window, "Nothing was found.")
    assert window.messages.detail.toPlainText() == ""


async def test_it_opens_at_the_chat_that_was_asked_for(bench: Bench) -> None:
    window = bench.open()
    window.show_chat("Mei Lin", "Gajim")  # before anything is there
    await rest()
    assert window.chats.chat is not None
    assert window.chats.chat.contact == "Mei Lin"
    assert bench.archive.looked[-1] == Wanted(chat=2)
    QTest.keyClicks(window.filters.search, "tickets")
    window.show_chat("Jonas (work)", "Pidgin")
    await rest()
    assert bench.archive.looked[-1] == Wanted(chat=3)
    window.show_chat("Nobody", "Pidgin")
    await rest()
    assert bench.archive.looked[-1] == Wanted()
    assert says(window, "Nothing is kept of the chat with Nobody.")


async def test_only_the_newest_question_is_answered(bench: Bench) -> None:
    window = await opened(bench)
    shown: list[int] = []
    window.messages.rows.modelReset.connect(lambda: shown.append(len(texts(window))))
    bench.archive.gate.clear()
    QTest.keyClicks(window.filters.search, "station")
    await rest()
    assert shown == []  # what was there stays until there is something else
    assert len(texts(window)) == 10
    bench.archive.gate.set()
    await rest()
    assert shown == [2]
    assert bench.archive.looked[-1].text == "station"


async def test_pages_come_as_they_are_scrolled_to(bench: Bench) -> None:
    bench.archive.kept_messages = [message(n, 1, "me", f"line {n}") for n in range(1, 501)]
    window = await opened(bench)
    rows = window.messages.rows
    assert rows.rowCount() < 500
    assert rows.rowCount() in (FIRST, FIRST + NEXT)  # a page more where the first fills no screen
    window.messages.list.scrollToBottom()
    await rest()
    assert rows.rowCount() > FIRST
    while rows.canFetchMore(rows.index(-1)):
        window.messages.list.scrollToBottom()
        await rest()
    assert texts(window) == [f"line {n}" for n in range(500, 0, -1)]
    assert says(window, "500 found")


async def test_filters(bench: Bench) -> None:
    window = await opened(bench)

    def choose(control: QComboBox, words: str) -> None:
        control.setCurrentText(words)
        control.activated.emit(control.currentIndex())

    choose(window.filters.who, "Mine")
    await rest()
    assert bench.archive.looked[-1] == Wanted(who="me")
    assert all(row.title.startswith("Me, to ") for row in rows_of(3, window))
    choose(window.filters.span, "Between two days")
    await rest()
    assert window.filters.days.isVisible()
    wanted = bench.archive.looked[-1]
    assert wanted.since is not None
    assert wanted.until is not None
    assert round((wanted.until - wanted.since) / 86_400) == 7
    window.filters.days.first.setDate(
        window.filters.days.last.date().addDays(3)
    )  # turned round by mistake
    await rest()
    wanted = bench.archive.looked[-1]
    assert wanted.since is not None
    assert wanted.until is not None
    assert round((wanted.until - wanted.since) / 86_400) == 4


async def test_chats_are_chosen_by_name_and_application(bench: Bench) -> None:
    window = await opened(bench)
    window.chats.list.setFocus()
    QTest.keyClick(window.chats.list, Qt.Key.Key_Down)
    await rest()
    assert bench.archive.looked[-1].chat == 1
    window.chats.apps.setCurrentText("Pidgin")
    await rest()
    assert bench.archive.looked[-1] == Wanted(app="pidgin")  # 安娜 is not there
    QTest.keyClicks(window.chats.search, "jonas")
    await rest()
    assert window.chats.list.model().rowCount() == 2  # with that for all
    QTest.keyClick(window.chats.list, Qt.Key.Key_Down)
    await rest()
    assert bench.archive.looked[-1] == Wanted(chat=3)


async def test_suggestions_say_what_became_of_them(bench: Bench) -> None:
    window = await opened(bench)
    window.pages.show_page("suggestions")
    await rest()
    model = window.suggestions.rows
    notes = [str(model.data(model.index(n))) for n in range(model.rowCount())]
    for sign in ("○ offered", "✕ passed over", "✎ edited", "✓ sent"):
        assert any(sign in note for note in notes)
    window.suggestions.list.setCurrentIndex(model.index(2))
    assert "main station" in window.suggestions.detail.toPlainText()
    assert window.filters.outcome.isVisible()
    assert not window.filters.who.isVisible()


async def test_translations_and_requests_are_shown_in_full(bench: Bench) -> None:
    window = await opened(bench)
    window.pages.show_page("translations")
    await rest()
    assert "Shall we go hiking" in window.translations.detail.toPlainText()
    heard = window.translations.rows.index(0).data()
    assert "周末一起去爬山吧" in heard
    assert "Shall we go hiking" in heard
    window.pages.show_page("requests")
    await rest()
    assert says(window, "To deepseek-chat at api.deepseek.com")


async def test_enter_at_a_question_forgets_nothing(bench: Bench) -> None:
    window = await opened(bench)
    window.messages.list.setFocus()
    asked = answer("")
    QTest.keyClick(window.messages.list, Qt.Key.Key_Delete)
    await rest()
    assert asked() == ["Forget this message?"]
    assert bench.archive.did == []


async def test_a_window_that_is_closed_from_elsewhere_takes_its_question_along(
    bench: Bench,
) -> None:
    """The language has changed, for example: nobody has said yes."""
    window = await opened(bench)
    QTimer.singleShot(0, window.close)
    QTest.keyClick(window.messages.list, Qt.Key.Key_Delete)
    assert QApplication.activeModalWidget() is None
    await rest()
    assert bench.archive.did == []
    assert not shiboken6.isValid(window)


async def test_a_message_is_forgotten_and_gone_from_the_list(bench: Bench) -> None:
    window = await opened(bench)
    answer("Forget it")
    QTest.keyClick(window.messages.list, Qt.Key.Key_Delete)
    await rest()
    assert bench.archive.did == [("forget messages", (10,))]
    assert len(texts(window)) == 9
    assert says(window, "It is forgotten.")


async def test_a_chat_is_forgotten(bench: Bench) -> None:
    window = await opened(bench)
    window.chats.choose(2)
    window.pages.show_page("contact")
    await rest()
    answer("Forget it")
    press(window, "Forget this chat…")
    await rest()
    assert bench.archive.did == [("forget chat", "Mei Lin")]
    assert window.chats.chat is None
    assert says(window, "Choose a chat at the left")


async def test_a_period_is_forgotten_only_if_that_is_chosen(bench: Bench) -> None:
    window = await opened(bench)
    menu = button(window, "Forget…").menu()
    assert menu is not None
    by_words = {action.text(): action for action in menu.actions()}
    answer("")
    by_words["Forget a period…"].trigger()
    await rest()
    assert bench.archive.did == []
    answer("Forget these days")
    by_words["Forget a period…"].trigger()
    await rest()
    (done,) = bench.archive.did
    assert isinstance(done, tuple)
    assert done[0] == "forget period"
    assert not by_words["Forget this chat…"].isEnabled()
    answer("Forget everything")
    by_words["Forget everything…"].trigger()
    await rest()
    assert bench.archive.did[-1] == "forget everything"
    assert says(window, "Nothing is kept yet")


async def test_a_contact_is_edited_and_forgotten(bench: Bench) -> None:
    window = await opened(bench)
    window.chats.choose(1)
    window.pages.show_page("contact")
    await rest()
    assert says(window, "short messages · some emoji · casual")
    assert says(window, "Chinese (Simplified) (41), English (5)")
    window.contact.note.setFocus()
    window.contact.note.setPlainText("my cousin")
    window.contact.language.show_value("ja")
    window.contact.language.activated.emit(0)
    await rest()
    wished = Wishes("my cousin", "ja")
    assert bench.archive.did == [wished]
    answer("Forget it")
    press(window, "Forget what was learned…")
    await rest()
    assert bench.archive.did[-1] == ("forget contact", "安娜")
    assert window.contact.note.toPlainText() == ""
    assert bench.archive.did.count(wished) == 1


async def test_a_chat_that_shall_keep_less_is_asked_about(bench: Bench) -> None:
    window = await opened(bench)
    window.chats.choose(1)
    window.pages.show_page("contact")
    await rest()
    for label, expected in (("Cancel", []), ("Forget the rest", [("keep", "安娜", "30")])):
        asked = answer(label)
        window.contact.keeping.show_value("30")
        window.contact.keeping.activated.emit(0)
        await rest()
        assert asked() == ["Keep less of the chat with 安娜?"]
        assert bench.archive.did == expected


async def test_an_export_can_be_cancelled(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = await opened(bench)
    file = str(tmp_path / "all")

    def chosen(*_arguments: object) -> tuple[str, str]:
        return file, "Markdown, for reading (*.md)"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    bench.archive.gate.clear()
    press(window, "Export…")
    await rest()
    assert button(window, "Cancel").isVisible()
    press(window, "Cancel")
    await rest()
    assert says(window, "Cancelled")
    assert bench.archive.did == []
    bench.archive.gate.set()
    press(window, "Export…")
    await rest()
    assert bench.archive.did == [("export", f"{file}.md", "markdown", "")]
    assert says(window, "not encrypted")


@pytest.mark.parametrize(
    ("standing", "words", "label", "did"),
    [
        (Standing("off", False), "Nothing is kept", "Open the settings", "settings"),
        (Standing("locked", True, "It is locked."), "It is locked.", "Open the keychain", "unlock"),
        (
            Standing("sealed", True, "No key.", "Use the phrase."),
            "Use the phrase.",
            "Enter the recovery phrase",
            "recover",
        ),
    ],
)
async def test_a_history_that_can_not_be_looked_at_says_what_to_do(
    bench: Bench, standing: Standing, words: str, label: str, did: str
) -> None:
    bench.archive.standing = standing
    window = await opened(bench)
    assert says(window, words)
    assert not window.filters.search.isVisible()
    press(window, label)
    await rest()
    assert bench.did[0] == did
    assert window.filters.search.isVisible() is (did == "unlock")


async def test_what_was_used_is_told_without_a_history(bench: Bench) -> None:
    bench.archive.standing = Standing("off", False)
    window = await opened(bench)
    press(window, "What was used")
    await rest()
    assert window.pages.shown is window.usage
    assert not window.chats.isVisible()
    assert says(window, "106 offers were taken.")


async def test_plots_are_read_out_bar_by_bar(bench: Bench) -> None:
    window = await opened(bench)
    window.pages.show_page("usage")
    await rest()
    plots = {plot.accessibleName(): plot for plot in window.findChildren(Plot)}
    tokens = plots["Tokens a day"]
    assert isinstance(tokens, DayPlot)
    assert tokens.accessibleDescription().endswith("tokens")
    QTest.keyClick(tokens, Qt.Key.Key_End)
    assert tokens.accessibleDescription() == tokens.bars[-1].words
    QTest.keyClick(tokens, Qt.Key.Key_Left)
    assert tokens.accessibleDescription() == tokens.bars[-2].words
    skills = plots["By what it was for"]
    assert isinstance(skills, RankPlot)
    assert [bar.name for bar in skills.bars] == ["replies", "translation"]
    assert len(skills.areas()) == 2


async def test_trouble_is_told_and_what_is_shown_stays(bench: Bench) -> None:
    window = await opened(bench)
    bench.archive.refusal = HistoryError("The disk failed while the history was written.", "Look.")
    QTest.keyClicks(window.filters.search, "x")
    await rest()
    assert says(window, "The disk failed while the history was written. Look.")
    assert len(texts(window)) == 10


async def test_everything_has_a_name_and_is_reached_by_tab(bench: Bench) -> None:
    window = await opened(bench)
    kinds = (QLineEdit, QComboBox, QPushButton)
    for page in range(window.pages.count()):
        window.pages.setCurrentIndex(page)
        await rest()
        for kind in kinds:
            for control in window.findChildren(kind):
                if control.isVisible() and not _inside(control, QComboBox):
                    assert control.accessibleName() or getattr(control, "text", str)(), control
                    assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, control
    window.pages.show_page("messages")
    window.filters.search.setFocus()
    QTest.keyClick(window.filters.search, Qt.Key.Key_Down)
    assert window.focusWidget() is window.messages.list


def _inside(widget: QObject, kind: type[QObject]) -> bool:
    parent = widget.parent()
    return parent is not None and (isinstance(parent, (kind, asking.Days)) or _inside(parent, kind))


async def test_what_is_being_written_is_kept_when_the_window_closes(bench: Bench) -> None:
    window = await opened(bench)
    window.chats.choose(1)
    window.pages.show_page("contact")
    await rest()
    window.contact.note.setPlainText("calls on Sundays")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    await rest()
    assert bench.archive.did == [Wishes("calls on Sundays")]
    assert bench.did == ["closed"]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("side", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_opposite_directions_do_not_mix(side: Qt.LayoutDirection) -> None:
    """Source, arrow, result in the direction of the window, each read in its own."""
    shown = lines.becomes("هل حجزت؟", "Did you book?", side)
    layout = QTextLayout(shown)
    option = QTextOption()
    option.setTextDirection(side)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1000)
    layout.endLayout()

    def x(part: str) -> float:
        at = cast("tuple[float, int]", line.cursorToX(shown.index(part)))
        return at[0]

    # Inside of words: at their ends, a caret has two places.
    assert x("id") < x("you") < x("k?")
    arrow = "→" if side is Qt.LayoutDirection.LeftToRight else "←"
    assert (x("ج") < x(arrow) < x("id")) is (side is Qt.LayoutDirection.LeftToRight)
    assert (x("ج") > x(arrow) > x("id")) is (side is Qt.LayoutDirection.RightToLeft)


def test_what_was_found_is_near_the_beginning_of_its_line() -> None:
    text = "word " * 100 + "needle and more"
    found = lines.excerpt(text, lines.pattern("needle"))
    assert found.startswith("… ")
    assert found.index("needle") < 40
    assert lines.excerpt("a\n\nb\u202e c", None) == "a b c"
    assert lines.pattern("  ") is None


def test_messages_are_kept_in_the_fake_as_in_the_real_one() -> None:
    assert all(isinstance(m, KeptMessage) for m in FakeArchive().kept_messages)
    assert {chat.id for chat in CHATS} == {1, 2, 3, 4, 5}
