"""What stands around the cards: head, sections, message. Each shows its share of a PanelState."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import get_args

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from copilot.core.intents import Command, CopyCard, Intent, Show
from copilot.core.model import PanelState, Phase, Section
from copilot.ui import skill_words, words
from copilot.ui.controls import Dot, FlatButton, Label, Look, Paragraph, Sign
from copilot.ui.icons import Glyph
from copilot.ui.messages import said
from copilot.ui.theme import Theme, color

Send = Callable[[Intent], None]

SECTIONS: tuple[Section, ...] = get_args(Section)
INSET = 16
"""Distance of texts from the panel's edge."""


class Head(QWidget):
    """Whose chat this is and how it is read and written. The panel is dragged by it.

    `pinned` tells that the person wants the panel to stay open, or no longer.
    """

    pinned = Signal(bool)

    def __init__(self, parent: QWidget, send: Send) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._shown: tuple[str, str, tuple[str, ...]] | None = None
        self._dot = Dot(self)
        self.setToolTip(words.word("drag-help"))
        self._contact = Label(self)
        self._app = Label(self)
        self._badge = Label(self)
        self._badge.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._pin = FlatButton(self, Look.GLYPH, Glyph.PIN)
        self._pin.setCheckable(True)
        self._pin.say(words.word("pin"), words.word("pin-help"))
        self._pin.clicked.connect(self.pinned)
        self._close = FlatButton(self, Look.GLYPH, Glyph.CLOSE)
        self._close.say(words.word("dismiss"))
        self._close.clicked.connect(lambda: send(Command("dismiss")))

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._theme = theme
        self._contact.dress(theme.strong, theme.colors.text)
        self._app.dress(theme.small, theme.colors.muted)
        self._badge.dress(theme.small, theme.colors.muted)
        self._pin.dress(theme)
        self._close.dress(theme)
        self._arrange()
        self.update()

    def show_state(self, state: PanelState) -> None:
        """Show contact, application, badge and the phase as a dot."""
        if self._theme is None:
            return
        doing = skill_words.of_running(state)
        self._dot.show_state(*_dot(self._theme, doing), words.status(doing))
        shown = (state.contact, state.app_name, state.badge)
        if shown == self._shown:
            return
        self._shown = shown
        self._contact.show_text(state.contact or state.app_name or words.word("panel"))
        self._app.show_text(f"· {state.app_name}" if state.contact and state.app_name else "")
        self._badge.show_text(words.badge(state.badge))
        self._badge.setToolTip(words.badge_help(state.badge))
        self._arrange()

    def show_pinned(self, on: bool) -> None:
        """Show whether the panel stays open."""
        self._pin.setChecked(on)
        self._pin.show_glyph(Glyph.PINNED if on else Glyph.PIN)

    def lay_out(self, width: int) -> int:
        """One line high."""
        return self._theme.px(40) if self._theme is not None else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the line out anew."""
        self._arrange()

    def _arrange(self) -> None:
        """The contact gives way last, the badge first."""
        theme = self._theme
        if theme is None:
            return
        px, height = theme.px, self.height()
        close = self._close.sizeHint()
        right = self.width() - px(8) - close.width()
        self._close.move(right, (height - close.height()) // 2)
        self._close.resize(close)
        right -= close.width()
        self._pin.setGeometry(right, self._close.y(), close.width(), close.height())
        left = px(INSET)
        self._dot.setGeometry(left, 0, px(8), height)
        left += px(8) + px(9)
        room = right - px(6) - left
        contact = min(self._contact.wanted_width(), room)
        app = min(self._app.wanted_width(), max(0, room - contact - px(6)))
        self._contact.setGeometry(left, 0, contact, height)
        self._app.setGeometry(left + contact + px(6), 0, app, height)
        used = contact + (px(6) + app if self._app.text() else 0) + px(12)
        badge = max(0, min(self._badge.wanted_width(), room - used))
        self._badge.setGeometry(right - px(6) - badge, 0, badge, height)
        # An ellipsis alone says nothing.
        self._badge.setVisible(badge >= min(self._badge.wanted_width(), px(60)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line below."""
        if self._theme is not None:
            painter = QPainter(self)
            painter.setPen(QPen(color(self._theme.colors.line), 1.0))
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


def _dot(theme: Theme, state: PanelState) -> tuple[str, Sign]:
    if words.unread(state):
        return theme.colors.idle, Sign.BARS
    match state.phase:
        case Phase.THINKING | Phase.STREAMING:
            return theme.colors.busy, Sign.RING
        case Phase.ERROR | Phase.BLOCKED:
            return theme.colors.alarm, Sign.WEDGE
        case Phase.PAUSED | Phase.OVER_BUDGET | Phase.OFFLINE:
            return theme.colors.idle, Sign.BARS
        case Phase.EMPTY | Phase.DONE:
            return theme.colors.calm, Sign.FULL


class Tabs(QWidget):
    """The sections, and asking again."""

    def __init__(self, parent: QWidget, send: Send) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._tabs: dict[Section, FlatButton] = {}
        for section in SECTIONS:
            tab = FlatButton(self, Look.TAB)
            tab.setCheckable(True)
            tab.setAutoExclusive(True)
            tab.say(words.word(section))
            tab.clicked.connect(partial(self._choose, section, send))
            self._tabs[section] = tab
        self._refresh = FlatButton(self, Look.GLYPH, Glyph.REFRESH)
        self._refresh.say(words.word("refresh"))
        self._refresh.clicked.connect(lambda: send(Command("refresh")))
        self._cost = ""
        self._section: Section = "replies"
        self._shown = True

    def _choose(self, section: Section, send: Send, _checked: bool = False) -> None:
        # The state alone decides which one is checked.
        self._tabs[self._section].setChecked(True)
        send(Show(section))

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._theme = theme
        for button in (*self._tabs.values(), self._refresh):
            button.dress(theme)

    def show_state(self, state: PanelState) -> None:
        """Check the section that is shown; hide where there is nothing to choose."""
        self._section = state.section
        self._shown = bool(state.contact) and state.phase not in (Phase.PAUSED, Phase.BLOCKED)
        self._tabs[state.section].setChecked(True)
        self._refresh.setVisible(state.section != "skills")  # each answer has its own
        cost = words.asking_cost(state)
        if cost != self._cost:
            self._cost = cost
            self._refresh.say(words.word("refresh"), cost)

    def lay_out(self, width: int) -> int:
        """One line of buttons, left out without a chat."""
        if self._theme is None or not self._shown:
            return 0
        px = self._theme.px
        left, top = px(10), px(9)
        height = 0
        for tab in self._tabs.values():
            hint = tab.sizeHint()
            tab.setGeometry(left, top, hint.width(), hint.height())
            left += hint.width() + px(4)
            height = hint.height()
        hint = self._refresh.sizeHint()
        y = top + (height - hint.height()) // 2
        self._refresh.setGeometry(width - px(8) - hint.width(), y, hint.width(), hint.height())
        return top + height + px(1)


class MessageBox(QWidget):
    """What to know and the one thing to do: notices, and words for a panel without cards."""

    def __init__(self, parent: QWidget, send: Send) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._send = send
        self._title = Paragraph(self)
        self._hint = Paragraph(self)
        self._button = FlatButton(self, Look.STRONG)
        self._button.clicked.connect(self._act)
        self._action = ""
        self._framed = False
        self._shown: tuple[str, str, str] | None = None

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._theme = theme
        self._title.dress(theme.body, theme.colors.text)
        self._hint.dress(theme.small, theme.colors.muted)
        self._button.dress(theme)
        self.update()

    def show_state(self, state: PanelState) -> None:
        """Show the state's notice, or what its phase says in words."""
        notice = state.notice
        self._framed = notice is not None and state.phase is not Phase.PAUSED
        title, hint, self._action = words.message(state)
        if notice is not None and self._framed:
            title, hint = said(notice.title), said(notice.hint)
            self._action = notice.action or ("refresh" if notice.retryable else "")
            if state.phase is Phase.BLOCKED:
                title = words.blocked_title(title)
        if (title, hint, self._action) == self._shown:
            return
        self._shown = (title, hint, self._action)
        self._title.show_text(title)
        self._hint.show_text(hint)
        self._title.setVisible(bool(title))
        self._hint.setVisible(bool(hint))
        self._button.setVisible(bool(self._action))
        if self._action:
            self._button.say(words.action(self._action.partition(":")[0]))
        self.update()

    def _act(self) -> None:
        name, _, key = self._action.partition(":")
        self._send(CopyCard(key) if name == "copy" and key else Command(name))

    def lay_out(self, width: int) -> int:
        """As high as its texts and button, left out when it has none."""
        theme = self._theme
        if theme is None or not self._title.text():
            return 0
        px = theme.px
        left = px(13) if self._framed else px(6)
        y = px(11) if self._framed else px(14)
        room = width - 2 * left
        for text in (self._title, self._hint):
            height = text.lay_out(room)
            if height:
                text.setGeometry(left, y, room, height)
                y += height + px(3)
        if self._action:
            hint = self._button.sizeHint()
            self._button.setGeometry(left, y + px(5), min(hint.width(), room), hint.height())
            y += px(5) + hint.height() + px(3)
        return y + px(8 if self._framed else 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the quiet ground below a notice."""
        if self._theme is not None and self._framed:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(self._theme.colors.quiet))
            radius = self._theme.px(10)
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
