"""The floating panel: a pure function of PanelState that sends Intents back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QCursor, QEnterEvent, QHideEvent

from copilot.core.model import (
    Choose,
    CopyCard,
    Hold,
    Mark,
    PanelState,
    Rect,
)
from copilot.core.translation_state import TranslationState
from copilot.ui import theme as themes
from copilot.ui import words
from copilot.ui.bridge import Bridge
from copilot.ui.card import MAX_LINES
from copilot.ui.card_list import CardList
from copilot.ui.compositor import compositing
from copilot.ui.language_pair import ChatPair
from copilot.ui.parts import Foot, Head, MessageBox, Tabs
from copilot.ui.placement import (
    Scene,
    Screen,
    Spot,
    covers_text,
    keep_edge,
    place,
    screen_for,
)
from copilot.ui.screens import screens
from copilot.ui.stack import Stack, fixed_row, row
from copilot.ui.surface import Surface
from copilot.ui.theme import Theme
from copilot.ui.translation_draft import Said
from copilot.ui.translation_lines import Heard

_WIDTH = 380
_EDGE = 10
_BETWEEN = 8
_FRAME_MS = 16


class Panel(Surface):
    """Shows the bridge's states. Hidden until a state says otherwise.

    `theme` and `blends` ask the system for its colours and for a compositor, `chord` is asked for
    the keys that are bound to an action.
    """

    def __init__(
        self,
        bridge: Bridge,
        theme: Callable[[], Theme] = themes.current,
        blends: Callable[[], bool] = compositing,
        chord: Callable[[str], str] = lambda _action: "",
    ) -> None:
        super().__init__(theme(), blends)
        self._ask_theme = theme
        self.setWindowTitle(words.word("panel"))
        self.setAccessibleName(words.word("panel"))
        self._bridge = bridge
        self._state = PanelState()
        self._waiting: PanelState | None = None
        self._spot: Spot | None = None
        self._size = (0, 0)
        self._held = False
        self._resting: QPoint | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # One timer for all cards: what arrives within a frame is painted together.
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.setInterval(_FRAME_MS)
        self._frame.setTimerType(Qt.TimerType.PreciseTimer)
        self._frame.timeout.connect(self._paint_waiting)
        self._head = Head(self, bridge.send)
        self._cards = CardList(self, self.theme, self._stands)
        self._cards.chosen.connect(self._choose)
        self._cards.copied.connect(self._copy)
        self._cards.pointed.connect(self._mark)
        self._pair = ChatPair(self, bridge.send)
        self._pair.resized.connect(self._arrange)
        self._foot = Foot(self, bridge.send)
        self._foot.resized.connect(self._arrange)
        rows = (
            fixed_row(self._head, whole=True),
            fixed_row(Tabs(self, bridge.send), whole=True),
            fixed_row(self._pair),
            row(Heard(self, bridge.send), beside="above"),
            row(self._cards),
            row(Said(self, bridge.send, chord), beside="below"),
            fixed_row(MessageBox(self, bridge.send), between=False),
            fixed_row(self._foot, whole=True),
        )
        self._stack = Stack(rows, self.theme, self._points, self._stands)
        self.redress()
        themes.follow(self.redress)
        bridge.states.connect(self.show_state)
        self.show_state(bridge.latest)

    def prepare(self) -> None:
        """Make the native window and warm up fonts, so that showing takes one frame."""
        self.look_for_compositor()
        self._apply(replace(self._state, visible=False))
        self.winId()
        self.grab()

    def retire(self) -> None:
        """Make room for another panel: shown no more, and gone as soon as Qt is idle."""
        self._bridge.states.disconnect(self.show_state)
        self._frame.stop()
        self.close()
        self.deleteLater()

    def card_area(self, key: str) -> Rect | None:
        """Where the card with this key is on the desktop, in physical pixels; None if nowhere."""
        button = self._cards.card(key)
        if button is None:
            return None
        # Qt scales within a screen, whose own corner it leaves where the system has it.
        corner, ratio = button.mapToGlobal(QPoint(0, 0)), button.screen().devicePixelRatio()
        start = button.screen().geometry().topLeft()
        at = start + (corner - start) * ratio
        return Rect(at.x(), at.y(), round(button.width() * ratio), round(button.height() * ratio))

    # States

    @Slot(object)
    def show_state(self, state: PanelState) -> None:
        """Show this state: at once when something new is to be seen, else with the next frame."""
        if _outline(state) != _outline(self._waiting or self._state):
            self._frame.stop()
            self._waiting = None
            self._apply(state)
        else:
            self._waiting = state
            if not self._frame.isActive():
                self._frame.start()

    def _paint_waiting(self) -> None:
        state, self._waiting = self._waiting, None
        if state is not None:
            self._apply(state)

    def _apply(self, state: PanelState) -> None:
        before, self._state = self._state, state
        if not state.visible:
            self.hide()
            if before.visible:
                self._spot = None
                self._foot.fold()
        self._stack.show_state(state)
        opening = state.visible and not self.isVisible()
        self._arrange()
        if opening:
            pointer = QCursor.pos()
            self._resting = pointer if self.geometry().contains(pointer) else None
            self.show()
            # While the window manager maps the window: asked before, it would delay that.
            if self.look_for_compositor():
                self._arrange()

    @Slot(str)
    def _choose(self, key: str) -> None:
        self._bridge.send(Choose(key))

    @Slot(str)
    def _copy(self, key: str) -> None:
        self._bridge.send(CopyCard(key))

    @Slot(str)
    def _mark(self, key: str) -> None:
        if self._resting is None:
            self._bridge.send(Mark(key))

    # Geometry

    @Slot()
    def _arrange(self) -> None:
        """Stack the parts, fit the window around them and put it where it belongs."""
        around = screens()
        state = self._state
        scene = Scene(state.anchor, state.draft_area, state.window_area)
        free = screen_for(scene, around).available
        width = min(self.theme.px(_WIDTH), free.width)
        lines = MAX_LINES
        while True:
            size = (width, self._stack.lay_out(width, lines, self.margin()))
            spot = self._find_spot(size, scene, around)
            fits = size[1] <= free.height and not covers_text(spot, size, scene, around)
            if fits or lines == 1:
                break
            lines -= 1
        self._put(spot, size)

    def _stands(self) -> bool:
        """Whether the panel keeps its bottom edge when it grows."""
        return self._spot is not None and self._spot.grows_up

    def _points(self) -> bool:
        return self.isVisible() and self._cards.pointed_at is not None

    def _find_spot(self, size: tuple[int, int], scene: Scene, around: list[Screen]) -> Spot:
        previous = self._spot
        if previous is not None:
            previous = keep_edge(previous, self._size[1], size[1])
            if self._held and _inside_any(previous, size, around):
                # Nobody wants to chase what they point at.
                return previous
        return place(size, scene, around, previous)

    def _put(self, spot: Spot, size: tuple[int, int]) -> None:
        self._size = size
        if self._state.visible:
            self._spot = spot
            self.set_body(QPoint(spot.x, spot.y), *size)
        else:
            self.resize(size[0] + 2 * self.margin(), size[1] + 2 * self.margin())

    # What the person and the system do

    def enterEvent(self, event: QEnterEvent) -> None:
        """While the pointer is here, the order must not change."""
        if self._resting is None:
            self._hold(True)

    def leaveEvent(self, event: QEvent) -> None:
        """The order may change again."""
        self._resting = None
        self._hold(False)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Notice when a pointer that rested where the panel opened begins to point."""
        moved = event.type() is QEvent.Type.HoverMove and self._resting is not None
        if moved and QCursor.pos() != self._resting:
            self._resting = None
            self._hold(True)
            pointed = self._cards.pointed_at
            if pointed is not None:
                self._mark(pointed.key)
        return super().event(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """A hidden panel holds nothing."""
        self._hold(False)

    def _hold(self, on: bool) -> None:
        if on != self._held:
            self._held = on
            self._bridge.send(Hold(on))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system's font."""
        if event.type() is QEvent.Type.FontChange:
            self.redress()

    @Slot()
    def redress(self) -> None:
        """Take the theme that is in force now."""
        theme = self._ask_theme()
        self.dress(theme)
        self._stack.dress(theme)
        self._apply(self._state)


def _outline(state: PanelState) -> PanelState:
    """The state without what only grows: two states with equal outlines can wait for a frame."""
    cards = tuple(replace(card, text="…" if card.text else "") for card in state.cards)
    translation = _outline_of(state.translation)
    return replace(state, cards=cards, tokens=0, masked=0, translation=translation)


def _outline_of(translation: TranslationState) -> TranslationState:
    lines = tuple(replace(one, text="…" if one.text else "") for one in translation.incoming)
    draft = translation.outgoing
    if draft is not None:
        draft = replace(draft, draft="", text="…" if draft.text else "", stable=0)
    return replace(translation, incoming=lines, outgoing=draft, busy=False, cost="", masked=0)


def _inside_any(spot: Spot, size: tuple[int, int], around: list[Screen]) -> bool:
    return any(
        s.available.x <= spot.x
        and spot.x + size[0] <= s.available.x + s.available.width
        and s.available.y <= spot.y
        and spot.y + size[1] <= s.available.y + s.available.height
        for s in around
    )
