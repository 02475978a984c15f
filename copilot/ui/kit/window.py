"""The ordinary window: in the theme's colours, no larger than the screen, used by keyboard."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QPushButton,
    QScrollArea,
    QSplitter,
    QWidget,
)

from copilot.core.tasks import TaskSet
from copilot.ui import tab_order
from copilot.ui import theme as themes
from copilot.ui.kit.measures import BETWEEN
from copilot.ui.kit.sheet import palette, sheet
from copilot.ui.screens import available
from copilot.ui.theme import Theme

_log = logging.getLogger(__name__)

_FRAME = QSize(16, 48)
"""What window managers put around a window, at most, as a rule."""

AskTheme = Callable[[], Theme]


def _dress_popups(theme: Theme) -> None:
    """Set the letters of what has no window of ours around it: tool tips, menus, questions."""
    for kind, font in (("QTipLabel", theme.small), ("QMenu", theme.body), ("QDialog", theme.body)):
        # The stubs say bytes, which Qt for Python does not take.
        if QApplication.font(kind) != font:  # pyright: ignore[reportCallIssue, reportArgumentType]
            QApplication.setFont(font, kind)  # pyright: ignore[reportArgumentType]


class Window(QWidget):
    """An ordinary window of ours: in the theme's colours, closed by Escape and Ctrl+W.

    A subclass builds itself in `__init__`, and colours in `dress` what the sheet leaves open. What
    takes a while is begun in `work`: the window is gone for good when it is closed and that has
    ended. Whoever keeps it drops it at `closed`.
    """

    closed = Signal()

    def __init__(self, title: str, ask_theme: AskTheme = themes.current) -> None:
        super().__init__()
        self.work = TaskSet(self._failed)
        self._ask_theme = ask_theme
        self.theme = ask_theme()
        self.setWindowTitle(title)
        # A click on the ground takes the keyboard from a field, which then takes what was written.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self, self.close)
        themes.follow(self.redress)
        self.redress()

    @Slot()
    def redress(self) -> None:
        """Take the theme that is in force now."""
        before, self.theme = self.theme, self._ask_theme()
        # For the whole application: below a style sheet, Qt hands no palette down. The system's own
        # styles mix badly with a scheme that the person chose against the system's.
        application = cast("QApplication", QApplication.instance())
        if application.style().objectName() != "fusion":
            application.setStyle("fusion")
        # Each of them goes through all widgets: not where it changes nothing.
        if application.palette() != (colors := palette(self.theme)):
            application.setPalette(colors)
        _dress_popups(self.theme)
        if self.font() != self.theme.body:
            self.setFont(self.theme.body)
        if self.styleSheet() != (style := sheet(self.theme)):
            self.setStyleSheet(style)
        self.dress(self.theme)
        if self.theme.unit != before.unit:
            self._grow(self.theme.unit / before.unit)

    def _grow(self, times: float) -> None:
        """Letters have another size: so has the window, as far as the screen has room."""
        free = available(self.screen())
        before, size = self.width(), (self.size() * times).boundedTo(free.size() - _FRAME)
        self.resize(size)
        # Of the room that comes, Qt gives nothing to the column at the left.
        for split in self.findChildren(QSplitter):
            if split.orientation() is Qt.Orientation.Horizontal:
                share = size.width() / before
                split.setSizes([round(width * share) for width in split.sizes()])
        if self.isVisible():
            frame = self.frameGeometry()
            most = free.bottomRight() - QPoint(frame.width(), frame.height())
            x, y = min(self.x(), most.x()), min(self.y(), most.y())
            self.move(max(free.left(), x), max(free.top(), y))

    def dress(self, theme: Theme) -> None:
        """Colour what the sheet does not; called at every change of the theme."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system's font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ApplicationFontChange:
            self.redress()

    def _failed(self, error: BaseException) -> None:
        """What was begun in it has failed, and not in a way that was thought of."""
        # The type only: a message may hold chat text.
        _log.error("in %s: %s", type(self).__name__, type(error).__name__)

    def closeEvent(self, event: QCloseEvent) -> None:
        """A closed window takes no memory. Left to Python it would: Qt keeps what it connects."""
        super().closeEvent(event)
        for dialog in self.findChildren(QDialog):
            if dialog.isVisible():
                dialog.reject()  # nobody answers a question of a closed window
        self.closed.emit()
        self.work.afterwards(self._vanish)

    def _vanish(self) -> None:
        # Not before whoever waits for such an answer has heard it.
        QTimer.singleShot(0, self, self.deleteLater)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; Enter presses the button with the keyboard, else the strong one."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._press_default()
        else:
            super().keyPressEvent(event)

    def _press_default(self) -> None:
        focused = self.focusWidget()
        buttons = [b for b in self.findChildren(QPushButton) if b.isDefault() and b.isVisible()]
        chosen = focused if isinstance(focused, QPushButton) else next(iter(buttons), None)
        if chosen is not None:
            chosen.click()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes on in the order of reading."""
        wanted = tab_order.following(self, self.focusWidget(), forward=next)
        if wanted is None:
            return False
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        wanted.setFocus(reason)
        self.bring_into_view(wanted)
        return True

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll the pages around it so that it is seen."""
        around = widget.parentWidget()
        while around is not None and around is not self:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(widget, 0, BETWEEN)
            around = around.parentWidget()

    def fit(self, width: int, height: int) -> None:
        """Be this large at the standard font size, and never larger than the screen has room."""
        free = available(self.screen()).size() - _FRAME
        self.resize(QSize(self.theme.px(width), self.theme.px(height)).boundedTo(free))

    def present(self) -> None:
        """Show it in front, with the keyboard: the person asked for it."""
        self.show()
        self.raise_()
        self.activateWindow()
