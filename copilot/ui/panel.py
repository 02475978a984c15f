"""The floating panel: a pure function of PanelState that sends Intents back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QCursor, QEnterEvent, QHideEvent

from copilot.core.intents import Choose, ChooseNumber, Command, CopyCard, Hold, Intent, Mark
from copilot.core.model import PanelState, Rect
from copilot.core.translation_state import TranslationState
from copilot.ui import screens, words
from copilot.ui import theme as themes
from copilot.ui.bridge import Bridge
from copilot.ui.card_list import CardList
from copilot.ui.companions import Companions
from copilot.ui.compositor import compositing
from copilot.ui.foot import Foot
from copilot.ui.language_pair import ChatPair
from copilot.ui.parts import Head, MessageBox, Tabs
from copilot.ui.places import Places
from copilot.ui.skills import Skills
from copilot.ui.stack import Stack, fixed_row, row
from copilot.ui.standing import Standing
from copilot.ui.surface import Surface
from copilot.ui.theme import Theme
from copilot.ui.translation_draft import Said
from copilot.ui.translation_lines import Heard
from copilot.ui.wishes import WishRow

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
        self._standing = Standing(self, self._head, places or Places({}))
        self._standing.doubled.connect(self._follow)
        self._standing.dropped.connect(self._paint_waiting)
        self._standing.came_below.connect(self._rest)
        self._cards = CardList(self, self.theme, self._stands)
        self._cards.chosen.connect(self._choose)
        self._cards.copied.connect(self._copy)
        self._cards.pointed.connect(self._mark)
        self._wishes = WishRow(self, bridge.send, chord)
        self._skills = Skills(self, bridge.send, chord)
        self._skills.resized.connect(self._arrange)
        self._companions = Companions(self, bridge, theme, blends, self._cards, self._wishes)
        self._skills.opened.connect(self._companions.read)
        self._pair = ChatPair(self, bridge.send)
        self._pair.resized.connect(self._arrange)
        self._foot = Foot(self, bridge.send)
        self._foot.resized.connect(self._arrange)
        self._foot.followed.connect(self._follow)
        self._standing.placed.connect(self._foot.show_placed)
        rows = (
            fixed_row(self._head, whole=True),
            fixed_row(Tabs(self, bridge.send), whole=True),
            fixed_row(self._pair),
            row(Heard(self, bridge.send), beside="above"),
            row(self._cards),
            row(self._wishes, beside="below", spare=True),
            row(self._skills),
            row(Said(self, bridge.send, chord), beside="below"),
            fixed_row(MessageBox(self, bridge.send), between=False),
            fixed_row(self._foot, whole=True),
        )
        self._stack = Stack(self, rows, self.theme, self._points, self._stands)
        self.redress()
        themes.follow(self.redress)
        screens.follow(self._arrange)
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
        if self._standing.pinned and not state.visible:
            state = replace(state, visible=True)
        if self._standing.dragged and state.visible:
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
                self._standing.leave()
                self._foot.fold()
        self._stack.show_state(state)
        opening = state.visible and not self.isVisible()
        self._arrange()
        if opening:
            pointer = QCursor.pos()
            self._resting = pointer if self.geometry().contains(pointer) else None
            self._standing.appear()
            self.show()
            # While the window manager maps the window: asked before, it would delay that.
            if self.look_for_compositor():
                self._arrange()
        if not self._held and (opening or state.marked != before.marked):
            self._stack.reveal(self._cards.marked)
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
        self._standing.arrange(self._stack, self._state, held=self._held, anew=anew)

    def _stands(self) -> bool:
        return self._standing.stands

    def _points(self) -> bool:
        return self.isVisible() and self._cards.pointed_at is not None

    @Slot(QPoint)
    def _rest(self, pointer: QPoint) -> None:
        """A pointer that is only where the panel comes to points at nothing."""
        self._resting = pointer

    @Slot()
    def _follow(self) -> None:
        """Beside the text again, whatever it is there for."""
        self._standing.release()
        self._arrange(anew=True)

    @Slot(bool)
    def pin(self, on: bool) -> None:
        """Keep the panel open where it is; or let it go, to where and whether it belongs."""
        self._standing.pin(on=on)
        self._head.show_pinned(on)
        self.show_state(self._bridge.latest)
        self._arrange()

    def take(self, intent: Intent) -> bool:
        """Do what is the panel's own; true if it is nobody else's."""
        match intent:
            case Command("pin"):
                self.pin(on=self.isVisible() and not self._standing.pinned)
                return True
            case Command("move-panel"):
                self._standing.move_on()
                self._arrange()
                return True
            case Command("mark-next"):
                # The panel never takes the keyboard: this key turns the pages of a long answer.
                return self._skills.turn_page()
            case ChooseNumber(number):
                return self._skills.press(number)
            case Command("dismiss"):
                if self._standing.pinned:
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
        self._hold(False)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What belongs to it goes with it."""
        self._companions.close()
        super().closeEvent(event)

    def _hold(self, on: bool) -> None:
        if on != self._held:
            self._held = on
            self._bridge.send(Hold(on))
            if self._standing.hushed:
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
