"""The floating panel: a pure function of PanelState that sends Intents back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QCursor, QEnterEvent, QHideEvent
from PySide6.QtWidgets import QWidget

from copilot.core.model import (
    Card,
    ChangePair,
    Choose,
    Command,
    CopyCard,
    Hold,
    Mark,
    PanelState,
    Phase,
    Rect,
)
from copilot.core.translation_state import Pair, TranslationState
from copilot.ui import theme as themes
from copilot.ui import words
from copilot.ui.bridge import Bridge
from copilot.ui.card import MAX_LINES, CardButton
from copilot.ui.compositor import compositing
from copilot.ui.language_pair import PairBar
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
        self._tabs = Tabs(self, bridge.send)
        self._list = QWidget(self)
        self._list.setAccessibleName(words.word("suggestions"))
        self._cards: list[CardButton] = []
        self._pair = PairBar(self)
        self._pair.changed.connect(self._change_pair)
        self._pair.swapped.connect(self._swap_pair)
        self._pair.resized.connect(self._arrange)
        self._heard = Heard(self, bridge.send)
        self._said = Said(self, bridge.send, chord)
        self._message = MessageBox(self, bridge.send)
        self._foot = Foot(self, bridge.send)
        self._foot.resized.connect(self._arrange)
        self._parts = (
            *(self._head, self._tabs, self._heard, self._said, self._message, self._foot),
        )
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
        button = next((b for b in self._cards if b.isVisible() and b.key == key), None)
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
                self._pair.fold()
        if before.section != state.section:
            self._pair.fold()
        for part in self._parts:
            part.show_state(state)
        self._pair.show_pair(state.translation.pair, state.translation.choices)
        self._show_cards(_cards_of(state), state)
        opening = state.visible and not self.isVisible()
        self._arrange()
        if opening:
            pointer = QCursor.pos()
            self._resting = pointer if self.geometry().contains(pointer) else None
            self.show()
            # While the window manager maps the window: asked before, it would delay that.
            if self.look_for_compositor():
                self._arrange()

    def _show_cards(self, cards: tuple[Card, ...], state: PanelState) -> None:
        while len(self._cards) < len(cards):
            self._cards.append(self._new_card())
        for i, button in enumerate(self._cards):
            if i < len(cards):
                button.show_card(cards[i], marked=i == state.marked, model=state.model)
            button.setVisible(i < len(cards))

    def _new_card(self) -> CardButton:
        button = CardButton(self._list, self.theme)
        button.chosen.connect(self._choose)
        button.copied.connect(self._copy)
        button.pointed.connect(self._mark)
        return button

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

    @Slot(object)
    def _change_pair(self, pair: Pair) -> None:
        self._bridge.send(ChangePair(pair))

    @Slot()
    def _swap_pair(self) -> None:
        self._bridge.send(Command("swap-pair"))

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
            size = (width, self._stack(width, lines))
            spot = self._find_spot(size, scene, around)
            fits = size[1] <= free.height and not covers_text(spot, size, scene, around)
            if fits or lines == 1:
                break
            lines -= 1
        self._put(spot, size)

    def _stack(self, width: int, max_lines: int) -> int:
        """Give every part its place from the top; returns the height of all."""
        px, m = self.theme.px, self.margin()
        edge, between = px(_EDGE), px(_BETWEEN)
        y = 0
        for part in (self._head, self._tabs):
            height = part.lay_out(width)
            part.setVisible(height > 0)
            part.setGeometry(m, m + y, width, height)
            y += height
        y += between
        inner = width - 2 * edge
        height = self._pair.lay_out(inner) if _has_pair(self._state) else 0
        y = self._stand(self._pair, y, height, inner)
        height = self._steady(self._heard, self._heard.lay_out(inner, max_lines), above=True)
        y = self._stand(self._heard, y, height, inner)
        shown = self._cards[: len(_cards_of(self._state))]
        top = 0
        for i, button in enumerate(shown):
            height = self._card_height(i, button, inner, max_lines)
            button.setGeometry(0, top, inner, height)
            top += height + between
        self._list.setVisible(bool(shown))
        self._list.setGeometry(m + edge, m + y, inner, max(0, top - between))
        y += top
        height = self._steady(self._said, self._said.lay_out(inner, max_lines), above=False)
        y = self._stand(self._said, y, height, inner)
        height = self._message.lay_out(inner)
        self._message.setVisible(height > 0)
        self._message.setGeometry(m + edge, m + y, inner, height)
        y += height
        height = self._foot.lay_out(width)
        self._foot.setGeometry(m, m + y, width, height)
        return y + height

    def _stand(self, part: QWidget, y: int, height: int, width: int) -> int:
        """Put a part there, or away where it has no height; where the next one begins."""
        px, m = self.theme.px, self.margin()
        part.setVisible(height > 0)
        part.setGeometry(m + px(_EDGE), m + y, width, height)
        return y + height + px(_BETWEEN) if height else y

    def _steady(self, part: QWidget, wanted: int, *, above: bool) -> int:
        """The height of a part beside the cards, unless that would move the one pointed at."""
        if not self.isVisible() or not any(button.underMouse() for button in self._cards):
            return wanted
        stands = self._spot is not None and self._spot.grows_up
        now = part.height() if part.isVisible() else 0
        return now if stands is not above else wanted

    def _card_height(self, index: int, button: CardButton, width: int, max_lines: int) -> int:
        """What the card wants, unless that would move the card below the pointer.

        A panel that hangs from its top edge moves what is below a growing card, one that stands
        on its bottom edge moves what is above it.
        """
        wanted = button.lay_out(width, max_lines)
        pointed = next((i for i, b in enumerate(self._cards) if b.underMouse()), None)
        if pointed is None or not self.isVisible() or button.height() == wanted:
            return wanted
        stands = self._spot is not None and self._spot.grows_up
        moves_pointed = index >= pointed if stands else index < pointed
        if not moves_pointed or button.width() != width:
            return wanted
        return max(button.lay_out(width, button.lines_that_fit(button.height())), button.height())

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
            pointed = next((b for b in self._cards if b.underMouse()), None)
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
        for part in (*self._parts, self._pair, *self._cards):
            part.dress(theme)
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


def _cards_of(state: PanelState) -> tuple[Card, ...]:
    """Suggestions are not shown among translations."""
    return () if state.section == "translation" else state.cards


def _has_pair(state: PanelState) -> bool:
    quiet = state.phase in (Phase.PAUSED, Phase.BLOCKED)
    return state.section == "translation" and not quiet and bool(state.translation.choices)


def _inside_any(spot: Spot, size: tuple[int, int], around: list[Screen]) -> bool:
    return any(
        s.available.x <= spot.x
        and spot.x + size[0] <= s.available.x + s.available.width
        and s.available.y <= spot.y
        and spot.y + size[1] <= s.available.y + s.available.height
        for s in around
    )
