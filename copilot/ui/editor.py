"""The small window in which a suggestion is edited or a wish is written: it takes the keyboard.

Everything else that floats beside a chat leaves the keyboard to it; this one is opened by the
person, to type. It is closed by them alone, so that no text of theirs is lost.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from copilot.ui import edit_words as words
from copilot.ui import kit, tab_order
from copilot.ui import theme as themes
from copilot.ui.compositor import compositing
from copilot.ui.copy_button import confirm_on
from copilot.ui.edit_words import Task
from copilot.ui.screens import available
from copilot.ui.surface import Surface
from copilot.ui.theme import Theme, reading_font

_PAD, _BETWEEN = 14, 8
_LEAST, _MOST = 3, 12
"""Lines of the field."""


class _Field(QPlainTextEdit):
    """Plain text in whatever script; Ctrl+Enter, or Enter where there is one line, takes it."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.one_line = False
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Each paragraph runs as its first letter says.
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if held == Qt.KeyboardModifier.ControlModifier or self.one_line:
                if not event.isAutoRepeat():
                    self.entered.emit()
                return
        super().keyPressEvent(event)

    def wanted_height(self, width: int, least: int, most: int) -> int:
        """The height for the text in this width, between so many lines."""
        frame = max(0, self.height() - self.viewport().height())
        self.resize(width, self.height())
        line = QFontMetrics(self.font()).lineSpacing()
        height, block = 0.0, self.document().firstBlock()
        while block.isValid() and height < most * line:
            # Of scripts that other fonts are taken for, the lines may be higher.
            height += self.blockBoundingRect(block).height()
            block = block.next()
        # A field of just the height of its lines would scroll them.
        margins = round(2 * self.document().documentMargin()) + line // 2
        return max(least * line, min(round(height), most * line)) + margins + frame


class Editor(Surface):
    """`taken` carries the text to insert or to wish for; `left` that the person wants neither."""

    taken = Signal(str)
    left = Signal()

    def __init__(
        self,
        ask_theme: Callable[[], Theme] = themes.current,
        blends: Callable[[], bool] = compositing,
    ) -> None:
        super().__init__(ask_theme(), blends)
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus, on=False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._ask_theme = ask_theme
        self._task: Task | None = None
        self._place = QRect()
        self._body = QWidget(self)
        self._title = kit.text("", muted=True)
        self._field = _Field()
        self._field.entered.connect(self._take)
        self._field.textChanged.connect(self._follow_text)
        self._gone = kit.text("")
        self._do = kit.button("", self._take, strong=True)
        self._copy = kit.button(words.word("copy"), self._copy_text, strong=True)
        self._cancel = kit.button(words.word("cancel"), self.leave)
        self._buttons = kit.row(self._do, self._copy, self._cancel)
        self._layout = QVBoxLayout(self._body)
        for part in (self._title, self._field, self._gone):
            self._layout.addWidget(part)
        self._layout.addLayout(self._buttons)
        self.redress()

    @property
    def text(self) -> str:
        """What stands there now."""
        return self._field.toPlainText()

    @property
    def is_open(self) -> bool:
        """Whether somebody writes here for something that still takes it."""
        return self.isVisible() and self._gone.isHidden()

    def open(self, task: Task, text: str, place: QRect) -> None:
        """Have this text edited, over `place` (logical pixels of the desktop)."""
        self._task, self._place = task, place
        self.setWindowTitle(task.title)
        self._title.setText(task.title)
        self._field.one_line = task.one_line
        self._field.setAccessibleName(task.field)
        self._field.setPlaceholderText(task.example)
        self._do.setText(f"{task.do}  {task.keys}")
        self._do.setAccessibleName(task.do)
        self._do.setToolTip(task.explained)
        self._do.setAccessibleDescription(task.explained)
        self._cancel.setText(words.word("cancel"))
        self._cancel.setToolTip(words.word("cancel-help"))
        for part, shown in ((self._gone, False), (self._copy, False), (self._do, True)):
            part.setVisible(shown)
        self.hide()  # or it would stay where it was
        self._field.setPlainText(text)
        cursor = self._field.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self._field.setTextCursor(cursor)
        self._fit()
        self.show()
        self.look_for_compositor()
        self._fit()  # what is seen knows its frame and how its lines break
        self.raise_()
        self.activateWindow()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def say_gone(self) -> None:
        """Nothing takes the text any more: keep it, to be copied."""
        if self._task is None:
            return
        self._gone.setText(self._task.gone)
        self._gone.show()
        self._do.hide()
        self._copy.setVisible(not self._task.one_line)
        self._cancel.setText(words.word("close"))
        self._cancel.setToolTip("")
        self._fit()

    def leave(self) -> None:
        """Close it; nothing is taken."""
        self.hide()
        self.left.emit()

    def _take(self) -> None:
        text = self.text
        if self._task is not None and self._task.one_line:
            text = " ".join(text.split())
        if text.strip() and self.is_open:
            self.hide()
            self.taken.emit(text)

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
        confirm_on(self._copy)

    # Looks

    def redress(self) -> None:
        """Take the theme that is in force now."""
        theme = self._ask_theme()
        # Over the panel, its outline has to be seen.
        colors = replace(theme.colors, line=theme.colors.marked_line)
        self.dress(replace(theme, colors=colors))
        example = f"QPlainTextEdit {{ placeholder-text-color: {theme.colors.muted}; }}"
        self._body.setStyleSheet(kit.sheet(theme) + example)
        pad = theme.px(_PAD)
        self._layout.setContentsMargins(pad, pad - theme.px(2), pad, pad)
        self._layout.setSpacing(theme.px(_BETWEEN))
        self._follow_text()

    def _follow_text(self) -> None:
        """The letters suit the script, the height the text."""
        self._field.setFont(reading_font(self.theme.body, self.text))
        self._do.setEnabled(bool(self.text.strip()))
        if self._task is not None:
            self._fit()

    def _fit(self) -> None:
        """As high as the text wants, inside the screen; where it is while it is seen."""
        at = self._place.topLeft()
        if self.isVisible():
            at = self.geometry().topLeft() + QPoint(self.margin(), self.margin())
        width = self._place.width()
        one_line = self._task is not None and self._task.one_line
        room = width - 2 * self.theme.px(_PAD)
        height = self._field.wanted_height(room, 1 if one_line else _LEAST, _MOST)
        self._field.setFixedHeight(height)
        self._layout.activate()
        height = self._layout.totalHeightForWidth(width)
        if height < 0:
            height = self._layout.totalSizeHint().height()
        screen = QGuiApplication.screenAt(self._place.center()) or self.screen()
        free = available(screen)
        x = max(free.left(), min(at.x(), free.right() + 1 - width))
        y = max(free.top(), min(at.y(), free.bottom() + 1 - height))
        self.set_body(QPoint(x, y), width, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The content fills the visible part."""
        super().resizeEvent(event)
        self._body.setGeometry(self.body())

    # What the person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; Ctrl+Enter takes the text wherever the keyboard is."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._press()
        else:
            super().keyPressEvent(event)

    def _press(self) -> None:
        focused = self.focusWidget()
        for button in (self._do, self._copy, self._cancel):
            if button is focused:
                button.click()
                return
        self._take()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes on in the order of reading."""
        wanted = tab_order.following(self._body, self.focusWidget(), forward=next)
        if wanted is None:
            return False
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        wanted.setFocus(reason)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The ground is where it is moved by."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._wanted = None  # where the person puts it is where it belongs
            self.windowHandle().startSystemMove()
