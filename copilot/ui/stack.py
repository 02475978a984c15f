"""The panel's parts below each other: how high each may be, and where it goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from PySide6.QtWidgets import QWidget

from copilot.core.model import PanelState
from copilot.ui.theme import Theme

_EDGE = 10
_BETWEEN = 8


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
    """Rows from the top to the bottom.

    `pointed` says whether the person points at a card now, so that cards have to stay where they
    are; `stands` whether the panel keeps its bottom edge when it grows.
    """

    def __init__(
        self,
        rows: Sequence[Row],
        theme: Theme,
        pointed: Callable[[], bool],
        stands: Callable[[], bool],
    ) -> None:
        self._rows = tuple(rows)
        self._px = theme.px
        self._pointed = pointed
        self._stands = stands

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._px = theme.px
        for one in self._rows:
            one.part.dress(theme)

    def show_state(self, state: PanelState) -> None:
        """Show this state."""
        for one in self._rows:
            one.part.show_state(state)

    def lay_out(self, width: int, max_lines: int, margin: int, *, folded: bool = False) -> int:
        """Give every part its place, inside a margin; the height of all together.

        A `folded` stack is its first row alone; with no lines at all the spare ones are left out.
        """
        y, below_bar, between = 0, False, self._px(_BETWEEN)
        for i, one in enumerate(self._rows):
            edge = 0 if one.whole else self._px(_EDGE)
            inner = width - 2 * edge
            height = 0
            if not (folded and i) and not (one.spare and not max_lines):
                height = self._steady(one, one.lay_out(inner, max(1, max_lines)))
            one.widget.setVisible(height > 0)
            if below_bar and not one.whole and height:
                y += between
            one.widget.setGeometry(margin + edge, margin + y, inner, height)
            if height:
                y += height + (between if one.between else 0)
                below_bar = one.whole
        return y

    def _steady(self, one: Row, wanted: int) -> int:
        """The height that the part wants, unless that would move the card pointed at."""
        if one.beside is None or not self._pointed():
            return wanted
        moves = (one.beside == "below") is self._stands()
        now = one.widget.height() if one.widget.isVisible() else 0
        return now if moves else wanted
