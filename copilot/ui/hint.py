"""What a suggestion is about, beside the panel: all of its text, why it is offered, what it cost.

A tool tip of Qt would lie on the suggestion itself, and on the next one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QScreen

from copilot.core.model import Card, PanelState, Rect
from copilot.ui import card_words as words
from copilot.ui.announcing import announce
from copilot.ui.card import CardButton
from copilot.ui.compositor import compositing
from copilot.ui.controls import Paragraph
from copilot.ui.screens import available
from copilot.ui.surface import Surface
from copilot.ui.theme import Theme

_WAIT_MS = 650
_STAY_MS = 8000
"""For whom no pointer rests there."""
_WIDTH, _NARROW, _PAD, _BETWEEN, _GAP = 300, 200, 12, 5, 8
_LINES = 24


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a card; `text` only where the card itself cuts it."""

    text: str
    why: str
    price: str
    how: str


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a hint, in logical pixels of the desktop: the card and the panel, what is
    free of its screen, the chat's window and the draft in it (empty where it is not known).
    """

    card: QRect
    panel: QRect
    free: QRect
    chat: QRect
    draft: QRect


def told_of(card: Card, state: PanelState, *, cut: bool) -> Told:
    """What is told of a card of this state; `cut` where it shows only a part of its text."""
    return Told(
        card.text if cut else "",
        words.why(card, state),
        words.price(card, state),
        words.how_to_choose(card.hotkey),
    )


class Hint(Surface):
    """The pop-up: nothing can be done in it, and clicks go through it."""

    def __init__(self, theme: Theme, blends: Callable[[], bool] = compositing) -> None:
        super().__init__(theme, blends)
        self.setWindowFlags(
            Qt.WindowType.ToolTip
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
            | Qt.WindowType.WindowTransparentForInput
            | Qt.WindowType.NoDropShadowWindowHint
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._text, self._why = Paragraph(self), Paragraph(self)
        self._price, self._how = Paragraph(self), Paragraph(self)
        self.redress(theme)

    def redress(self, theme: Theme) -> None:
        """Use this theme."""
        self.dress(theme)
        self._text.dress(theme.body, theme.colors.text)
        self._why.dress(theme.small, theme.colors.text)
        for part in (self._price, self._how):
            part.dress(theme.small, theme.colors.muted)

    def tell(self, told: Told, around: Around) -> None:
        """Tell it beside the panel, where it hides nothing of the card."""
        for part, words_of_it in (
            (self._text, told.text),
            (self._why, told.why),
            (self._price, told.price),
            (self._how, told.how),
        ):
            part.show_text(words_of_it)
        self._put(around)
        self.show()
        if self.look_for_compositor():
            self._put(around)

    def _put(self, around: Around) -> None:
        px, gap = self.theme.px, self.theme.px(_GAP)
        size = self._lay_out(width_beside(around, gap, px(_NARROW), px(_WIDTH)))
        self.set_body(place(size, around, gap), *size.toTuple())

    def _lay_out(self, width: int) -> QSize:
        px, m = self.theme.px, self.margin()
        y, room = px(_PAD), width - 2 * px(_PAD)
        for part in (self._text, self._why, self._price, self._how):
            height = part.lay_out(room, _LINES)
            part.setVisible(height > 0)
            if height:
                part.setGeometry(m + px(_PAD), m + y, room, height)
                y += height + px(_BETWEEN)
        return QSize(width, y - px(_BETWEEN) + px(_PAD))


def width_beside(around: Around, gap: int, least: int, most: int) -> int:
    """As wide as there is room beside the panel, if that is enough: large letters need not lie on
    the next card.
    """
    panel, free = around.panel, around.free
    room = max(panel.left() - free.left(), free.right() - panel.right()) - gap
    return min(most, room if room >= least else free.width())


def place(size: QSize, around: Around, gap: int) -> QPoint:
    """Beside the panel at the card's height, else above or below the panel or the card.

    The chat is hidden only where there is no other place, and the draft in it last of all.
    """
    card, panel, free, draft = around.card, around.panel, around.free, around.draft
    width, height = size.toTuple()
    low = max(free.top(), min(card.top(), free.bottom() + 1 - height))
    clear = QRect() if draft.isEmpty() else draft.adjusted(0, -gap, 0, gap)
    high = low if draft.isEmpty() else max(free.top(), min(low, clear.top() - height))
    left = max(free.left(), min(panel.left(), free.right() + 1 - width))
    spots = [
        QPoint(panel.right() + 1 + gap, low),
        QPoint(panel.left() - gap - width, low),
        QPoint(left, panel.bottom() + 1 + gap),
        QPoint(left, panel.top() - gap - height),
        QPoint(left, card.bottom() + 1),
        QPoint(left, card.top() - height),
    ]
    fitting = [spot for spot in spots if free.contains(QRect(spot, size))]
    off_chat = [spot for spot in fitting[:4] if not around.chat.intersects(QRect(spot, size))]
    # A little higher, the draft below is not hidden.
    raised = [QPoint(spot.x(), high) for spot in spots[:2]]
    off_draft = [
        spot
        for spot in (*spots[:2], *raised, *spots[2:])
        if free.contains(QRect(spot, size)) and not clear.intersects(QRect(spot, size))
    ]
    return next(iter(off_chat or off_draft or fitting), QPoint(left, card.bottom() + 1))


class Hints(QObject):
    """Tells of the card that the pointer rests on, or that keys have marked.

    `cards` are those that are seen, `body` is the panel's visible part on the desktop.
    """

    def __init__(
        self,
        parent: QObject,
        make: Callable[[], Hint],
        cards: Callable[[], Iterable[CardButton]],
        body: Callable[[], QRect],
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._cards = cards
        self._body = body
        self._hint: Hint | None = None
        self._state = PanelState()
        self._key = ""
        self._told: Told | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self._tell)
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.setInterval(_STAY_MS)
        self._stay.timeout.connect(self.leave)

    def point(self, key: str) -> None:
        """The pointer came to the card with this key."""
        self.leave()
        self._key = key
        self._wait.start()

    def leave(self) -> None:
        """Tell nothing any more."""
        self._wait.stop()
        self._stay.stop()
        self._key, self._told = "", None
        if self._hint is not None:
            self._hint.hide()

    def show_state(self, state: PanelState) -> None:
        """Go on with the same card as long as it is there; begin with one that keys have marked."""
        before, self._state = self._state, state
        if not state.visible or state.editing:
            self.leave()
            return
        if _marked_by_keys(before, state) and not self._key:
            self.point(_marked(state))
            self._stay.start()
            button = self._card()
            if button is not None:
                announce(button, button.accessibleName())
        elif self._key and self._card() is None:
            self.leave()

    def refresh(self) -> None:
        """The cards stand anew: what is told may have changed, or where."""
        if self._told is not None:
            self._tell()

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        if self._hint is not None:
            self._hint.redress(theme)

    def close(self) -> None:
        """For good."""
        self.leave()
        if self._hint is not None:
            self._hint.close()

    def _card(self) -> CardButton | None:
        return next((one for one in self._cards() if one.key == self._key), None)

    def _tell(self) -> None:
        button = self._card()
        card = button.card if button is not None else None
        if button is None or card is None or not card.text:
            self.leave()
            return
        self._told = told_of(card, self._state, cut=button.cut)
        if self._hint is None:
            self._hint = self._make()
        area = QRect(button.mapToGlobal(QPoint(0, 0)), button.size())
        screen = button.screen()
        chat = _logical(self._state.window_area, screen)
        draft = _logical(self._state.draft_area, screen)
        around = Around(area, self._body(), available(screen), chat, draft)
        self._hint.tell(self._told, around)


def _logical(area: Rect | None, screen: QScreen) -> QRect:
    """A rectangle in physical pixels on this screen, whose corner is the same in both units."""
    if area is None:
        return QRect()
    corner, ratio = screen.geometry().topLeft(), screen.devicePixelRatio()
    at = corner + (QPoint(area.x, area.y) - corner) / ratio
    return QRect(at, QSize(round(area.width / ratio), round(area.height / ratio)))


def _marked(state: PanelState) -> str:
    return state.cards[state.marked].key if state.marked < len(state.cards) else ""


def _marked_by_keys(before: PanelState, now: PanelState) -> bool:
    same = [card.key for card in before.cards] == [card.key for card in now.cards]
    return before.visible and same and before.marked != now.marked
