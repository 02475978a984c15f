"""The section of skills: what can be run on this chat, and what the last one has answered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from copilot.core.intents import Command, Intent, RunSkill
from copilot.core.model import PanelState, Phase, SkillAnswer
from copilot.ui import skill_words as words
from copilot.ui.announcing import announce
from copilot.ui.answer_view import AnswerView
from copilot.ui.controls import FlatButton, Label, Look, Paragraph
from copilot.ui.copy_button import CopyButton
from copilot.ui.icons import Glyph, paint_glyph
from copilot.ui.scroller import Scroller
from copilot.ui.skill_list import SkillList
from copilot.ui.theme import Theme, color
from copilot.ui.words import keys

_BETWEEN, _EDGE, _PAD, _LINE = 8, 6, 10, 84
"""Distances, and at last how high a list or an answer may be, in pixels for each line of a card."""

Send = Callable[[Intent], None]


class LinkQuestion(QWidget):
    """A link of an answer, which is opened only where the person says so: it leads outside."""

    resized = Signal()

    def __init__(
        self, parent: QWidget, open_link: Callable[[QUrl], object] = QDesktopServices.openUrl
    ) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._open_link = open_link
        self._address = ""
        self._text = Paragraph(self)
        self._yes = FlatButton(self, Look.STRONG)
        self._yes.say(words.word("open-link"))
        self._yes.clicked.connect(self._open)
        self._no = FlatButton(self, Look.TAB)
        self._no.say(words.word("leave-link"))
        self._no.clicked.connect(self.leave)

    def ask(self, address: str) -> None:
        """Ask about this address."""
        self._address = address
        self._text.show_text(words.link(address))
        self.resized.emit()

    def leave(self) -> None:
        """Ask nothing any more."""
        if self._address:
            self._address = ""
            self.resized.emit()

    def _open(self) -> None:
        address = self._address
        self.leave()
        if address:
            self._open_link(QUrl(address))

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._theme = theme
        self._text.dress(theme.small, theme.colors.text)
        for button in (self._yes, self._no):
            button.dress(theme)

    def lay_out(self, width: int) -> int:
        """As high as the question; 0 without one."""
        theme = self._theme
        if theme is None or not self._address:
            return 0
        px, left = theme.px, theme.px(13)
        room = width - 2 * left
        y = px(_PAD)
        height = self._text.lay_out(room)
        self._text.setGeometry(left, y, room, height)
        y += height + px(6)
        x = left
        for button in (self._yes, self._no):
            hint = button.sizeHint()
            button.setGeometry(x, y, hint.width(), hint.height())
            x += hint.width() + px(4)
        return y + self._yes.height() + px(_PAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the quiet ground."""
        if self._theme is not None:
            _paint_ground(self, self._theme)


class AnswerBox(QWidget):
    """An answer with its title, the way back, and what can be done with it.

    `opened` carries a SkillAnswer that the person wants to read in a window.
    """

    resized = Signal()
    opened = Signal(object)

    def __init__(self, parent: QWidget, send: Send, chord: Callable[[str], str]) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._shown: SkillAnswer | None = None
        self._send = send
        self._chord = chord
        self._back = FlatButton(self, Look.GLYPH, Glyph.BACK)
        self._back.say(words.word("back"))
        self._back.clicked.connect(lambda: send(Command("close-answer")))
        self._title, self._status = Label(self), Label(self)
        self._window = FlatButton(self, Look.GLYPH, Glyph.WINDOW)
        self._window.say(words.word("window"))
        self._window.clicked.connect(lambda: self.opened.emit(self._shown))
        self._link = LinkQuestion(self)
        self._link.resized.connect(self.resized)
        self._view = AnswerView(self, self._link.ask)
        self._view.resized.connect(self.resized)
        self._trouble = Paragraph(self)
        self._insert = self._button(Look.STRONG, "insert", Command("insert-answer"))
        self._copy = CopyButton(self, Look.TAB)
        self._copy.clicked.connect(self._copy_it)
        self._stop = self._button(Look.TAB, "stop", Command("close-answer"), Glyph.STOP)
        self._again = FlatButton(self, Look.TAB, Glyph.REFRESH)
        self._again.say(words.word("again"))
        self._again.clicked.connect(self._run_again)
        self._buttons = (self._insert, self._copy, self._stop, self._again)

    def _button(
        self, look: Look, name: str, intent: Intent, glyph: Glyph | None = None
    ) -> FlatButton:
        made = FlatButton(self, look, glyph)
        made.say(words.word(name))
        made.clicked.connect(lambda: self._send(intent))
        return made

    def _run_again(self) -> None:
        if self._shown is not None:
            self._send(RunSkill(self._shown.name))

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._theme = theme
        self._title.dress(theme.strong, theme.colors.text)
        self._status.dress(theme.small, theme.colors.muted)
        self._trouble.dress(theme.small, theme.colors.text)
        for part in (self._view, self._link, self._back, self._window, *self._buttons):
            part.dress(theme)

    def show_answer(self, answer: SkillAnswer) -> None:
        """Show it as far as it has arrived."""
        before = self._shown
        if answer == before:
            return
        self._shown = answer
        if before is None or before.name != answer.name:
            self._link.leave()
        self._title.show_text(words.title(answer.name, answer.title))
        self._status.show_text(words.status(answer))
        # What goes into the draft is shown as it will stand there.
        show = self._view.show_plain if answer.insertable else self._view.show_markdown
        show(answer.text, answer.streaming)
        self._trouble.show_text(words.trouble(answer))
        whole = bool(answer.text) and not answer.streaming
        self._label(self._insert, "insert", "choose1", words.word("insert-help"))
        self._label(self._copy, "copy", "choose2")
        chord = self._chord("choose3")
        self._window.say(words.word("window"), chord)
        self._window.setAccessibleDescription(chord)
        if before is None or answer.name != before.name or answer.streaming:
            self._copy.rest()
        if before is not None and before.streaming and whole:
            announce(self._view, self._view.toPlainText())
        self._insert.setVisible(whole and answer.insertable and not answer.trouble)
        self._copy.setVisible(whole)
        # Whoever looks into another window leaves the chat, and ends what still grows.
        self._window.setVisible(whole)
        self._stop.setVisible(answer.streaming)
        self._again.setVisible(not answer.streaming)

    def _label(self, button: FlatButton, name: str, action: str, explained: str = "") -> None:
        """The label, with the keys that do the same."""
        label, chord = words.word(name), self._chord(action)
        button.say(f"{label}  {keys(chord)}" if chord else label, explained)
        button.setAccessibleName(label)
        button.setAccessibleDescription(chord)

    def _copy_it(self) -> None:
        self._copy.confirm()
        self._send(Command("copy-answer"))

    def press(self, number: int) -> bool:
        """Do what the second and third key of suggestions mean for an answer; true if they do."""
        button = {2: self._copy, 3: self._window}.get(number)
        if button is None or not button.isVisible():
            return False
        button.click()
        return True

    def forget(self) -> None:
        """There is no answer any more: the next one begins at its top."""
        if self._shown is not None:
            self._shown = None
            self._link.leave()
            self._view.show_markdown("", False)

    def turn_page(self) -> bool:
        """Go on by a page; false where all can be seen."""
        return self._view.turn_page()

    def lay_out(self, width: int, most: int) -> int:
        """Title, answer (scrolled beyond `most`), question, buttons; the height of all."""
        theme = self._theme
        if theme is None:
            return 0
        px = theme.px
        back = self._back.sizeHint()
        self._back.setGeometry(0, 0, back.width(), back.height())
        left = back.width() + px(4)
        status = back.width()
        if self._status.text():
            status = min(self._status.wanted_width(), width // 3)
        self._title.setGeometry(left, 0, width - left - status - px(8), back.height())
        self._status.setGeometry(width - status, 0, status, back.height())
        self._window.setGeometry(width - back.width(), 0, back.width(), back.height())
        y = back.height() + px(4)
        edge = px(_EDGE)
        height = self._view.lay_out(width - edge, most)
        self._view.setVisible(height > 0)
        if height:
            self._view.setGeometry(edge, y, width - edge, height)
            y += height + px(_BETWEEN)
        sign = edge + px(18)
        height = self._trouble.lay_out(width - sign)
        self._trouble.setVisible(height > 0)
        if height:
            self._trouble.setGeometry(sign, y, width - sign, height)
            y += height + px(_BETWEEN)
        height = self._link.lay_out(width)
        self._link.setVisible(height > 0)
        if height:
            self._link.setGeometry(0, y, width, height)
            y += height + px(_BETWEEN)
        return self._lay_out_buttons(y, width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign beside what went wrong."""
        theme = self._theme
        if theme is not None and self._trouble.isVisible():
            px = theme.px
            area = QRectF(px(_EDGE), self._trouble.y() + px(1), px(13), px(13))
            paint_glyph(QPainter(self), Glyph.ALERT, area, color(theme.colors.busy))

    def _lay_out_buttons(self, y: int, width: int) -> int:
        assert self._theme is not None
        between = self._theme.px(4)
        x = line = 0
        for button in self._buttons:
            if button.isHidden():
                continue
            hint = button.sizeHint()
            if x and x + hint.width() > width:
                x, y = 0, y + line + between
            button.setGeometry(x, y, min(hint.width(), width), hint.height())
            x += hint.width() + between
            line = hint.height()
        return y + line


class Skills(QWidget):
    """The section: the list, or an answer in its place. `resized` tells that it wants more room,
    `opened` carries a SkillAnswer that the person wants to read in a window.
    """

    resized = Signal()
    opened = Signal(object)

    def __init__(self, parent: QWidget, send: Send, chord: Callable[[str], str]) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._scroller = Scroller(self)
        self._list = SkillList(self, send, chord)
        self._scroller.hold(self._list, self._list.lay_out)
        self._make = partial(AnswerBox, self, send, chord)
        self._answer: AnswerBox | None = None
        self._useful = self._answered = False

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._theme = theme
        for part in (self._scroller, self._list, self._answer):
            if part is not None:
                part.dress(theme)

    def show_state(self, state: PanelState) -> None:
        """Show the answer, the list where there is none, nothing in other sections."""
        quiet = state.phase in (Phase.PAUSED, Phase.BLOCKED)
        self._useful = state.section == "skills" and not quiet
        self._answered = state.answer is not None
        if state.answer is not None:
            self._box().show_answer(state.answer)
        elif self._answer is not None:
            self._answer.forget()
        self._list.show_choices(state.skills if self._useful else ())

    def _box(self) -> AnswerBox:
        """Made for the first answer: Qt's browser for texts takes 2 MB and 20 ms."""
        if self._answer is None:
            self._answer = self._make()
            self._answer.resized.connect(self.resized)
            self._answer.opened.connect(self.opened)
            if self._theme is not None:
                self._answer.dress(self._theme)
        return self._answer

    def turn_page(self) -> bool:
        """Go on in an answer by a page; false where all of it can be seen, or there is none."""
        return self._useful and self._answered and self._box().turn_page()

    def press(self, number: int) -> bool:
        """The key of the nth suggestion was pressed; true if that is done here."""
        return self._useful and self._answered and self._box().press(number)

    def lay_out(self, width: int, max_lines: int) -> int:
        """As high as the list or the answer, up to a bound that grows with `max_lines`."""
        theme = self._theme
        if theme is None or not self._useful:
            return 0
        most = theme.px(_LINE * max_lines)
        self._scroller.setVisible(not self._answered)
        if self._answer is not None:
            self._answer.setVisible(self._answered)
        if self._answered:
            height = self._box().lay_out(width, most)
            self._box().setGeometry(0, 0, width, height)
            return height
        height = self._scroller.lay_out(width, most)
        self._scroller.setGeometry(0, 0, width, height)
        return height


def _paint_ground(widget: QWidget, theme: Theme) -> None:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(theme.colors.quiet))
    painter.drawRoundedRect(QRectF(widget.rect()), theme.px(10), theme.px(10))
