"""The order in which Tab goes through a window: that in which its parts are laid out.

Qt's own order is that in which they were made, which differs as soon as a part is made later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QWidget,
)


def stops(window: QWidget) -> list[QWidget]:
    """Where the keyboard stops now, in the order of reading."""
    return [one for one in _below(window) if _stops_at(one)]


def following(window: QWidget, current: QWidget | None, *, forward: bool) -> QWidget | None:
    """Where Tab (or Shift+Tab) leads from `current`, None if there is nowhere to go."""
    found = stops(window)
    if not found:
        return None
    here = next((i for i, one in enumerate(found) if one is current), -1)
    if here < 0:
        return found[0 if forward else -1]
    return found[(here + (1 if forward else -1)) % len(found)]


def _below(widget: QWidget) -> Iterator[QWidget]:
    for child in _parts(widget):
        if child.isVisibleTo(widget):
            yield child
            # What takes the keyboard itself is one thing: a list, a field with its buttons.
            if not child.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield from _below(child)


def _parts(widget: QWidget) -> Iterable[QWidget]:
    shown: list[QWidget | None]
    if isinstance(widget, QScrollArea):
        shown = [widget.widget()]
    elif isinstance(widget, QStackedWidget):
        shown = [widget.currentWidget()]
    elif isinstance(widget, QTabWidget):
        shown = [widget.tabBar(), widget.currentWidget()]
    elif isinstance(widget, QSplitter):
        shown = [widget.widget(index) for index in range(widget.count())]
    elif isinstance(layout := cast("object", widget.layout()), QLayout):
        return _laid_out(layout)
    else:
        shown = [one for one in widget.children() if isinstance(one, QWidget)]
    return (one for one in shown if one is not None)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if isinstance(widget, QWidget):
            yield widget
        elif isinstance(inner, QLayout):
            yield from _laid_out(inner)


def _stops_at(widget: QWidget) -> bool:
    if not widget.isEnabled() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return False
    # Of buttons that exclude each other the chosen one; arrows lead to the others.
    group = cast("object", widget.group()) if isinstance(widget, QAbstractButton) else None
    if isinstance(group, QButtonGroup) and group.exclusive():
        chosen = cast("object", group.checkedButton())
        return chosen is None or chosen is widget
    return True
