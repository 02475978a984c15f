"""The panel's parts below each other: how high each may be, and where it goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from PySide6.QtWidgets import QWidget

from copilot.core.model import PanelState
from copilot.ui.scroller import Scroller
from copilot.ui.theme import Theme

_EDGE = 10
_BETWEEN = 8
_LEAST = 60
"""Of what is scrolled at least so much is seen."""
_ENDLESS = 1_000_000


class Part(Protocol):
    """A widget that shows its share of a state."""

    def dress(self, theme: Theme, /) -> None:
        """Use this theme."""
        ...

    def show_state(self, state: PanelState, /) -> None:
        """Show this state's share."""
        ...


class OfLines(Part, Protocol):
    """A part whose texts can be shortened where the screen is low."""

    def lay_out(self, width: int, max_lines: int, /) -> int:
        """The height that it wants in this width, 0 to be left out."""
        ...


class OfOneSize(Part, Protocol):
    """A part that is as high as it is."""

    def lay_out(self, width: int, /) -> int:
        """The height that it wants in this width, 0 to be left out."""
        ...


Beside = Literal["above", "below"]


@dataclass(frozen=True, slots=True)
class Row:
    """One part in its place.

    `widget` and `part` are the same object. A `whole` one is a bar from edge to edge, the others
    keep a distance from bars and, with `between`, from what is below. `beside` says on which side
    of the cards the part stands: its growth must not move the card that is pointed at. A `spare`
    one is left out where even texts of one line leave no room for it.
    """

    widget: QWidget
    part: Part
    lay_out: Callable[[int, int], int]
    whole: bool = False
    between: bool = True
    beside: Beside | None = None
    spare: bool = False


def row(widget: OfLines, *, beside: Beside | None = None, spare: bool = False) -> Row:
    """A row for a part whose texts can be shortened."""
    return Row(_as_widget(widget), widget, widget.lay_out, beside=beside, spare=spare)


def fixed_row(widget: OfOneSize, *, whole: bool = False, between: bool = True) -> Row:
    """A row for a part that is as high as it is."""

    def lay_out(width: int, _max_lines: int) -> int:
        return widget.lay_out(width)

    return Row(_as_widget(widget), widget, lay_out, whole, between and not whole)


def _as_widget(part: object) -> QWidget:
    if not isinstance(part, QWidget):
        raise TypeError(part)
    return part


class Stack:
    """Rows from the top to the bottom: bars, what is between them, bars.

    What is between bars is scrolled where the screen is too low for it. `pointed` says whether the
    person points at a card now, so that cards have to stay where they are; `stands` whether the
    panel keeps its bottom edge when it grows.
    """

    def __init__(
        self,
        parent: QWidget,
        rows: Sequence[Row],
        theme: Theme,
        pointed: Callable[[], bool],
        stands: Callable[[], bool],
    ) -> None:
        self._rows = tuple(rows)
        first = next((i for i, one in enumerate(rows) if not one.whole), len(rows))
        last = next((i for i in range(len(rows), first, -1) if not rows[i - 1].whole), first)
        self._above, self._between = self._rows[:first], self._rows[first:last]
        self._below = self._rows[last:]
        self._theme = theme
        self._pointed = pointed
        self._stands = stands
        inside = QWidget()
        for one in self._between:
            one.widget.setParent(inside)
        self._scroller = Scroller(parent)
        self._scroller.hold(inside, self._arrange)
        self._lines = 1

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._theme = theme
        self._scroller.dress(theme)
        for one in self._rows:
            one.part.dress(theme)

    def show_state(self, state: PanelState) -> None:
        """Show this state."""
        for one in self._rows:
            one.part.show_state(state)

    def lay_out(
        self, width: int, max_lines: int, margin: int, *, folded: bool = False, most: int = 0
    ) -> int:
        """Give every part its place, inside a margin; the height of all together.

        A `folded` stack is its first row alone; with no lines at all the spare ones are left out.
        It is not higher than `most`, where that is given.
        """
        self._lines = max_lines
        y = 0
        for i, one in enumerate(self._above):
            y = self._put(one, 0, y, width, hidden=folded and i > 0, margin=margin)
        below = [0 if folded else one.lay_out(width, max(1, max_lines)) for one in self._below]
        room = max(self._theme.px(_LEAST), most - y - sum(below)) if most else _ENDLESS
        seen = 0 if folded else self._scroller.lay_out(width, room)
        self._scroller.setVisible(seen > 0)
        self._scroller.setGeometry(margin, margin + y, width, seen)
        y += seen
        for one in self._below:
            y = self._put(one, 0, y, width, hidden=folded, margin=margin)
        return y

    def reveal(self, widget: QWidget | None) -> None:
        """Scroll to this one, if it is scrolled at all."""
        if widget is not None:
            self._scroller.ensureWidgetVisible(widget, 0, self._theme.px(_BETWEEN))

    def _arrange(self, width: int) -> int:
        """Give what is between the bars its place; the height of it."""
        between, edge = self._theme.px(_BETWEEN), self._theme.px(_EDGE)
        y = between
        for one in self._between:
            before = y
            y = self._put(one, edge, y, width, hidden=one.spare and not self._lines)
            if y > before and one.between:
                y += between
        return y if y > between else 0

    def _put(
        self, one: Row, edge: int, y: int, width: int, *, hidden: bool = False, margin: int = 0
    ) -> int:
        """Give one part its place; where it ends."""
        inner = width - 2 * edge
        height = 0
        if not hidden:
            height = self._steady(one, one.lay_out(inner, max(1, self._lines)))
        one.widget.setVisible(height > 0)
        one.widget.setGeometry(margin + edge, margin + y, inner, height)
        return y + height

    def _steady(self, one: Row, wanted: int) -> int:
        """The height that the part wants, unless that would move the card pointed at."""
        if one.beside is None or not self._pointed():
            return wanted
        moves = (one.beside == "below") is self._stands()
        now = one.widget.height() if one.widget.isVisible() else 0
        return now if moves else wanted
