"""The floating panel: a pure function of PanelState that sends Intents back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QCursor, QEnterEvent, QHideEvent

from copilot.core.model import (
    Choose,
    Command,
    CopyCard,
    Hold,
    Intent,
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
from copilot.ui.companions import Companions
from copilot.ui.compositor import compositing
from copilot.ui.dragging import Dragging
from copilot.ui.foot import Foot
from copilot.ui.language_pair import ChatPair
from copilot.ui.motion import Motion
from copilot.ui.parts import Head, MessageBox, Tabs
from copilot.ui.placement import Spot, covers_chat, covers_text
from copilot.ui.places import Places
from copilot.ui.screens import screens
from copilot.ui.skills import Skills
from copilot.ui.stack import Stack, fixed_row, row
from copilot.ui.surface import Surface
from copilot.ui.theme import Theme
from copilot.ui.translation_draft import Said
from copilot.ui.translation_lines import Heard
from copilot.ui.whereabouts import Whereabouts
from copilot.ui.wishes import WishRow

_WIDTH = 380
_EDGE = 10
_BETWEEN = 8
_FRAME_MS = 16


class Panel(Surface):
    """Shows the bridge's states. Hidden until a state says otherwise.

    `theme` and `blends` ask the system for its colours and for a compositor, `chord` is asked for
    the keys that are bound to an action. `places` are those that the person gave the panel.
    """

    def __init__(
        self,
        bridge: Bridge,
        theme: Callable[[], Theme] = themes.current,
        blends: Callable[[], bool] = compositing,
        chord: Callable[[str], str] = lambda _action: "",
        places: Places | None = None,
    ) -> None:
        super().__init__(theme(), blends)
        self._ask_theme = theme
        self.setWindowTitle(words.word("panel"))
        self.setAccessibleName(words.word("panel"))
        self._bridge = bridge
        self._state = PanelState()
        self._waiting: PanelState | None = None
        self._where = Whereabouts(places or Places({}))
        self._motion = Motion(self, lambda: self.theme.reduced_motion)
        self._dragged: QPoint | None = None
        self._hushed = False
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
        self._head.pinned.connect(self.pin)
        self._dragging = Dragging(self._head)
        self._dragging.moved.connect(self._drag)
        self._dragging.ended.connect(self._drop)
        self._dragging.doubled.connect(self._follow)
        self._cards = CardList(self, self.theme, self._stands)
        self._cards.chosen.connect(self._choose)
        self._cards.copied.connect(self._copy)
        self._cards.pointed.connect(self._mark)
        self._wishes = WishRow(self, bridge.send, chord)
        self._skills = Skills(self, bridge.send, chord)
        self._skills.resized.connect(self._arrange)
        self._companions = Companions(self, bridge, theme, blends, self._cards, self._wishes)
        self._pair = ChatPair(self, bridge.send)
        self._pair.resized.connect(self._arrange)
        self._foot = Foot(self, bridge.send)
        self._foot.resized.connect(self._arrange)
        self._foot.followed.connect(self._follow)
        rows = (
            fixed_row(self._head, whole=True),
            fixed_row(Tabs(self, bridge.send), whole=True),
            fixed_row(self._pair),
            row(Heard(self, bridge.send), beside="above"),
            row(self._cards),
            row(self._wishes, beside="below"),
            row(self._skills),
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
        if self._where.pinned and not state.visible:
            state = replace(state, visible=True)
        if self._dragged is not None and state.visible:
            self._waiting = state
            return
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
                self._where.leave()
                self._foot.fold()
        self._stack.show_state(state)
        opening = state.visible and not self.isVisible()
        self._arrange()
        if opening:
            pointer = QCursor.pos()
            self._resting = pointer if self.geometry().contains(pointer) else None
            self._motion.appear()
            self.show()
            # While the window manager maps the window: asked before, it would delay that.
            if self.look_for_compositor():
                self._arrange()
        self._companions.show_state(state)

    @Slot(str)
    def _choose(self, key: str) -> None:
        self._bridge.send(Choose(key))

    @Slot(str)
    def _copy(self, key: str) -> None:
        self._bridge.send(CopyCard(key))

    @Slot(str)
    def _mark(self, key: str) -> None:
        if self._resting is None:
            self._companions.point(key)
            self._bridge.send(Mark(key))

    # Geometry

    @Slot()
    def _arrange(self, *, anew: bool = False) -> None:
        """Stack the parts, fit the window around them and put it where it belongs."""
        where = self._where
        where.look(self._state, screens())
        free = where.screen.available
        width = min(self.theme.px(_WIDTH), free.width)
        hushed = self._hush()
        lines = MAX_LINES
        while True:
            height = self._stack.lay_out(width, lines, self.margin(), folded=hushed)
            size = (width, height)
            spot = where.find(size, held=self._held, anew=anew)
            fits = height <= free.height and not covers_text(spot, size, where.scene, where.screens)
            if fits or lines == 1:
                break
            lines -= 1
        self._put(spot, size)

    def _stands(self) -> bool:
        return self._where.stands

    def _points(self) -> bool:
        return self.isVisible() and self._cards.pointed_at is not None

    def _put(self, spot: Spot, size: tuple[int, int]) -> None:
        where, came_from = self._where, self._where.as_now(size)
        if not self._state.visible:
            self.resize(size[0] + 2 * self.margin(), size[1] + 2 * self.margin())
            return
        where.settle(spot, size)
        self._foot.show_placed(where.placed)
        at, moves = QPoint(spot.x, spot.y), None
        # A window between two scales would be drawn in the wrong size: from screen to screen it jumps.
        if came_from is not None and self.isVisible() and where.on_one_screen(came_from, spot):
            moves = QPoint(came_from.x, came_from.y)
            if moves != at and QRect(at, QSize(*size)).contains(QCursor.pos()):
                self._resting = QCursor.pos()  # it comes below a pointer that points at nothing
        self._motion.settle(at, *size, came_from=moves if moves != at else None)
        self._motion.fade(faint=self._hushed)

    def _hush(self) -> bool:
        """Step back while the person types with the panel in the way; true if it has to fold.

        What answers to each key is to be read meanwhile.
        """
        state, where = self._state, self._where
        answers = state.section == "translation" or state.translation.outgoing is not None
        if not state.typing or self._held or where.pinned or answers:
            self._hushed = False
        elif not self._hushed and where.spot is not None:
            size = (self.body().width(), self.body().height())
            self._hushed = covers_chat(where.spot, size, where.scene, where.screens)
        return self._hushed and not self.can_fade

    # Dragging and pinning

    @Slot(QPoint)
    def _drag(self, by: QPoint) -> None:
        spot = self._where.spot
        if spot is not None:
            self._motion.finish()
            self._dragged = QPoint(spot.x, spot.y) + by
            self.pass_through(self._dragged)

    @Slot()
    def _drop(self) -> None:
        at, self._dragged = self._dragged, None
        if at is not None:
            self._where.put(at.x(), at.y())
            self._slide(at)
        if self._waiting is not None:
            self._paint_waiting()

    def _slide(self, came_from: QPoint) -> None:
        """Go from there to where the panel belongs now."""
        spot = self._where.spot
        if spot is not None:
            at, body = QPoint(spot.x, spot.y), self.body()
            self._motion.settle(
                at, body.width(), body.height(), came_from=came_from if came_from != at else None
            )
            self._foot.show_placed(self._where.placed)

    @Slot()
    def _follow(self) -> None:
        """Beside the text again, whatever it is there for."""
        self._where.release()
        self._arrange(anew=True)

    @Slot(bool)
    def pin(self, on: bool) -> None:
        """Keep the panel open where it is; or let it go, to where and whether it belongs."""
        self._where.pinned = on
        self._head.show_pinned(on)
        self.show_state(self._bridge.latest)
        self._arrange()

    def take(self, intent: Intent) -> bool:
        """Do what is the panel's own; true if it is nobody else's."""
        match intent:
            case Command("pin"):
                self.pin(on=self.isVisible() and not self._where.pinned)
                return True
            case Command("move-panel"):
                spot = self._where.spot
                self._where.put_in_next_corner()
                if spot is not None:
                    self._slide(QPoint(spot.x, spot.y))
                    self._arrange()
                return True
            case Command("dismiss"):
                if self._where.pinned:
                    self.pin(on=False)
                return False
            case _:
                return False

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
        self._dragging.cancel()
        self._dragged = None
        self._hold(False)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What belongs to it goes with it."""
        self._companions.close()
        super().closeEvent(event)

    def _hold(self, on: bool) -> None:
        if on != self._held:
            self._held = on
            self._bridge.send(Hold(on))
            if self._hushed:
                self._arrange()

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
        self._companions.dress(theme)
        self._apply(self._state)


def _outline(state: PanelState) -> PanelState:
    """The state without what only grows: two states with equal outlines can wait for a frame."""
    cards = tuple(replace(card, text="…" if card.text else "") for card in state.cards)
    translation = _outline_of(state.translation)
    answer = state.answer and replace(state.answer, text="…" if state.answer.text else "")
    return replace(state, cards=cards, tokens=0, masked=0, translation=translation, answer=answer)


def _outline_of(translation: TranslationState) -> TranslationState:
    lines = tuple(replace(one, text="…" if one.text else "") for one in translation.incoming)
    draft = translation.outgoing
    if draft is not None:
        draft = replace(draft, draft="", text="…" if draft.text else "", stable=0)
    return replace(translation, incoming=lines, outgoing=draft, busy=False, cost="", masked=0)
