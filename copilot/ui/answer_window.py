"""A longer answer in a window of its own: more of it at once, read and selected by keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from copilot.core.model import SkillAnswer
from copilot.ui import kit
from copilot.ui import skill_words as words
from copilot.ui import theme as themes
from copilot.ui.answer_view import AnswerView
from copilot.ui.copy_button import confirm_on
from copilot.ui.theme import Theme


class AnswerWindow(kit.Window):
    """Shows a whole answer; `open_link` opens an address, after the person said so."""

    def __init__(
        self,
        answer: SkillAnswer,
        ask_theme: kit.AskTheme = themes.current,
        open_link: Callable[[QUrl], object] = QDesktopServices.openUrl,
    ) -> None:
        self._view: AnswerView | None = None
        super().__init__(words.title(answer.name, answer.title), ask_theme)
        self._answer = answer
        self._open_link = open_link
        self._address = ""
        self._view = view = AnswerView(self, self._ask)
        for part in (view, view.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # With a caret: to be selected, and to be read line by line by screen readers.
        keys = Qt.TextInteractionFlag.TextSelectableByKeyboard
        view.setTextInteractionFlags(view.textInteractionFlags() | keys)
        view.dress(self.theme)
        show = view.show_plain if answer.insertable else view.show_markdown
        show(answer.text, False)
        self._question = kit.text("")
        self._open = kit.button(words.word("open-link"), self._open_it)
        self._leave = kit.button(words.word("leave-link"), self._ask_nothing)
        self._asking = kit.card(self._question, kit.Beside(self._open, self._leave))
        self._asking.hide()
        about = kit.text(" · ".join(filter(None, (answer.model, answer.cost))), muted=True)
        self._copy_it = copy = kit.button(words.word("copy"), self._copy)
        close = kit.button(words.word("close"), self.close, strong=True)
        room = QWidget()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(kit.EDGE, kit.EDGE, kit.EDGE, kit.EDGE)
        inside.setSpacing(kit.BETWEEN)
        inside.addWidget(view, 1)
        for part in (self._asking, about):
            inside.addWidget(part)
        inside.addLayout(kit.row(copy, room, close, stretch=room))
        self.fit(640, 560)
        view.setFocus()

    def dress(self, theme: Theme) -> None:
        """Colour the answer, too."""
        if self._view is not None:
            self._view.dress(theme)

    def _ask(self, address: str) -> None:
        self._address = address
        self._question.setText(words.link(address))
        self._asking.show()
        self._leave.setFocus()  # a key that was meant for the text opens nothing

    def _ask_nothing(self) -> None:
        self._asking.hide()
        if self._view is not None:
            self._view.setFocus()

    def _open_it(self) -> None:
        self._ask_nothing()
        self._open_link(QUrl(self._address))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._answer.text)
        confirm_on(self._copy_it)
