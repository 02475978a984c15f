"""What the panel opens beside itself, as tests and the gallery show it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRect, QUrl
from PySide6.QtWidgets import QWidget

from copilot.core.intents import OWN_WORDS
from copilot.ui.answer_view import AnswerView
from copilot.ui.answer_window import AnswerWindow
from copilot.ui.edit_words import task_for
from copilot.ui.editor import Editor
from copilot.ui.hint import Around, Hint, Told, told_of
from copilot.ui.kit import AskTheme
from tests.gui.states_skills import ANSWER, LONG_ANSWER, WISHED

PLACE = QRect(200, 200, 380, 90)
FREE = QRect(0, 0, 1366, 768)
TEXTS = {
    "short": WISHED.cards[0].text,
    "long": "Thanks for asking! I read it twice and I think you are right about the schedule.\n\n"
    "Before I say yes: what happens with the two weeks in March? Tom is away then.",
    "chinese": "没问题，我六点四十到，顺便把伞带上。你那边地铁口还是商场门口等？",
    "arabic": "آسف، لا أستطيع اليوم. هل يناسبك يوم الأحد بعد الظهر؟",
}
_LONG = "\n".join((TEXTS["long"], "We can talk on Friday, if that is not too late for you."))


def editor(text: str, ask_theme: AskTheme) -> QWidget:
    """A suggestion that is being edited."""
    window = Editor(ask_theme, lambda: False)
    window.open(task_for("c0", "Anna"), TEXTS[text], _place(ask_theme))
    return window


def gone(ask_theme: AskTheme) -> QWidget:
    """One whose chat has gone meanwhile."""
    window = Editor(ask_theme, lambda: False)
    window.open(task_for("c0", "李华"), TEXTS["chinese"], _place(ask_theme))
    window.say_gone()
    return window


def wish(ask_theme: AskTheme) -> QWidget:
    """A wish that is being written."""
    window = Editor(ask_theme, lambda: False)
    window.open(task_for(OWN_WORDS, "李华"), "", _place(ask_theme))
    return window


def _place(ask_theme: AskTheme) -> QRect:
    """As wide as the panel."""
    return QRect(PLACE.left(), PLACE.top(), ask_theme().px(PLACE.width()), PLACE.height())


def answer(ask_theme: AskTheme) -> QWidget:
    """A longer answer in a window of its own."""
    return AnswerWindow(LONG_ANSWER.answer or ANSWER, ask_theme)


def answer_with_link(ask_theme: AskTheme) -> QWidget:
    """One whose link was clicked."""
    window = AnswerWindow(ANSWER, ask_theme)
    window.findChildren(AnswerView)[0].anchorClicked.emit(QUrl("https://example.org/cafe"))
    return window


def cut() -> Told:
    """What is told of a suggestion that the panel does not show whole."""
    return told_of(replace(WISHED.cards[0], text=_LONG), WISHED, cut=True)


def whole() -> Told:
    """What is told of one that it does."""
    return told_of(WISHED.cards[0], WISHED, cut=False)


def hint(tell: Callable[[], Told], ask_theme: AskTheme) -> QWidget:
    """What is told of a suggestion, in the language of the interface now."""
    window = Hint(ask_theme(), lambda: False)
    window.tell(tell(), Around(PLACE, PLACE, FREE, QRect(), QRect()))
    return window
