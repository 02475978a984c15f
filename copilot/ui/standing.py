"""Fits the panel around its parts and puts it where it belongs, or where the person drags it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Signal, Slot
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

from copilot.core.model import PanelState
from copilot.ui.card import MAX_LINES
from copilot.ui.dragging import Dragging
from copilot.ui.motion import Motion
from copilot.ui.placement import Spot, covers_chat, covers_text
from copilot.ui.places import Places
from copilot.ui.screens import screens
from copilot.ui.stack import Stack
from copilot.ui.surface import Surface
from copilot.ui.whereabouts import Whereabouts

_WIDTH = 380


class Standing(QObject):
    """Where a surface with a stack of parts stands, and how it gets there.

    `dropped` tells that a drag has ended, `came_below` that it went below a pointer that rests,
    `placed` whether it stands where the person put it.
    """

    dropped = Signal()
    came_below = Signal(QPoint)
    placed = Signal(bool)

    def __init__(self, surface: Surface, handle: QWidget, places: Places) -> None:
        """It is dragged by the `handle`."""
        super().__init__(surface)
        self._surface = surface
        self._where = Whereabouts(places)
        self._motion = Motion(surface, lambda: surface.theme.reduced_motion)
        self._dragged: QPoint | None = None
        self._dragging = Dragging(handle)
        self._dragging.moved.connect(self._drag)
        self._dragging.ended.connect(self._drop)
        self.doubled = self._dragging.doubled
        self.hushed = False
        """It steps back for a person who types: it is faint, or folded where nothing can be."""

    @property
    def stands(self) -> bool:
        """Whether it keeps its bottom edge when it grows."""
        return self._where.stands

    @property
    def dragged(self) -> bool:
        """Whether the person is dragging it: nothing may rearrange now."""
        return self._dragged is not None

    @property
    def pinned(self) -> bool:
        """Whether it stays where it is, whatever the chat does."""
        return self._where.pinned

    def pin(self, *, on: bool) -> None:
        """Stay, or go on following."""
        self._where.pinned = on

    def arrange(self, stack: Stack, state: PanelState, *, held: bool, anew: bool = False) -> None:
        """Stack the parts, fit the window around them and put it where it belongs.

        While it is `held` it stays there as far as it fits; with `anew` it stays for no reason.
        """
        where, margin = self._where, self._surface.margin()
        where.look(state, screens())
        free = where.screen.available
        width = min(self._surface.theme.px(_WIDTH), free.width)
        folded = self._hush(state, held=held)
        lines = MAX_LINES
        while True:
            height = stack.lay_out(width, lines, margin, folded=folded)
            size = (width, height)
            spot = where.find(size, held=held, anew=anew)
            fits = height <= free.height and not covers_text(spot, size, where.scene, where.screens)
            if fits or lines == 0:
                break
            lines -= 1
        if size[1] > free.height:
            size = (width, stack.lay_out(width, lines, margin, folded=folded, most=free.height))
            spot = where.find(size, held=held, anew=anew)
        if state.visible:
            self._put(spot, size)
        else:
            self._surface.resize(width + 2 * margin, height + 2 * margin)

    def _hush(self, state: PanelState, *, held: bool) -> bool:
        """Step back while the person types with it in the way; true if it has to fold.

        What answers to each key is to be read meanwhile, and so is what was asked for.
        """
        where = self._where
        read = state.section in ("translation", "skills") or state.translation.outgoing is not None
        types = state.typing or state.composing
        if not types or held or where.pinned or read:
            self.hushed = False
        elif not self.hushed and where.spot is not None:
            body = self._surface.body()
            size = (body.width(), body.height())
            self.hushed = covers_chat(where.spot, size, where.scene, where.screens)
        return self.hushed and not self._surface.can_fade

    def _put(self, spot: Spot, size: tuple[int, int]) -> None:
        where, now, at = self._where, self._where.as_now(size), QPoint(spot.x, spot.y)
        where.settle(spot, size)
        came_from = None
        # Between screens it jumps: on its way it would be drawn in the scale of the wrong one.
        if now is not None and self._surface.isVisible() and where.on_one_screen(now, spot):
            came_from = QPoint(now.x, now.y)
        if came_from not in (None, at) and QRect(at, QSize(*size)).contains(QCursor.pos()):
            self.came_below.emit(QCursor.pos())
        self._go(at, size, came_from)
        self._motion.fade(faint=self.hushed)

    def _go(self, at: QPoint, size: tuple[int, int], came_from: QPoint | None) -> None:
        self._motion.settle(at, *size, came_from=came_from if came_from != at else None)
        self.placed.emit(self._where.placed)

    def appear(self) -> None:
        """It is about to be shown."""
        self._motion.appear()

    def leave(self) -> None:
        """It is shown no more."""
        self._where.leave()
        self._dragging.cancel()
        self._dragged = None

    # What the person wants

    @Slot(QPoint)
    def _drag(self, by: QPoint) -> None:
        spot = self._where.spot
        if spot is not None:
            self._motion.finish()
            self._dragged = QPoint(spot.x, spot.y) + by
            self._surface.pass_through(self._dragged)

    @Slot()
    def _drop(self) -> None:
        at, self._dragged = self._dragged, None
        if at is not None:
            self._where.put(at.x(), at.y())
            self._slide(at)
            self.dropped.emit()

    def move_on(self) -> None:
        """Go to the next corner of the screen; after the last, beside the text again."""
        spot = self._where.spot
        if spot is not None:
            self._where.put_in_next_corner()
            self._slide(QPoint(spot.x, spot.y))

    def release(self) -> None:
        """Forget where the person put it; it goes with the next arrangement."""
        self._where.release()

    def _slide(self, came_from: QPoint) -> None:
        spot, body = self._where.spot, self._surface.body()
        if spot is not None:
            self._go(QPoint(spot.x, spot.y), (body.width(), body.height()), came_from)
