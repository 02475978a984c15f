"""Controls bound to one field each: what they show is what is in force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from copilot.core.configuring import Value
from copilot.ui import kit
from copilot.ui.choices import Choice
from copilot.ui.settings.desk import Desk

_tr = QCoreApplication.translate


def switch(desk: Desk, field: str) -> kit.Switch:
    """A field that is true or false."""
    control = kit.Switch()
    desk.bind(field, lambda value: control.setChecked(bool(value)))
    control.clicked.connect(lambda: desk.set(field, control.isChecked()))
    return control


def choice(desk: Desk, field: str, options: Mapping[str, str]) -> Choice:
    """A field with a few values; `options` are values and their words."""
    control = Choice(options=options)

    def show(value: Value) -> None:
        control.setCurrentIndex(max(0, control.findData(value)))

    desk.bind(field, show)
    control.activated.connect(lambda: desk.set(field, cast("str", control.currentData())))
    return control


def line(desk: Desk, field: str, hint: str = "", width: int = 220) -> QLineEdit:
    """A field of one line of text, taken when the person leaves it."""
    control = QLineEdit()
    control.setPlaceholderText(hint)
    control.setMinimumWidth(width)

    def show(value: Value) -> None:
        if not control.hasFocus() or not control.isModified():
            control.setText(str(value))

    def take() -> None:
        if control.isModified():
            control.setModified(False)
            desk.set(field, control.text().strip())

    desk.bind(field, show)
    control.editingFinished.connect(take)
    return control


class _Spin(QSpinBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        _scroll_page_unless_focused(self, event)


class _DoubleSpin(QDoubleSpinBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        _scroll_page_unless_focused(self, event)


def _scroll_page_unless_focused(box: QAbstractSpinBox, event: QWheelEvent) -> None:
    if not box.hasFocus():
        event.ignore()
    elif event.angleDelta().y():
        box.stepBy(1 if event.angleDelta().y() > 0 else -1)


def number(
    desk: Desk,
    field: str,
    most: float,
    *,
    least: int = 0,
    special: str = "",
    suffix: str = "",
    step: float = 1,
) -> QWidget:
    """A field that is a number; `special` is what the least one means, in words."""
    whole = isinstance(desk.configuring.value(field), int)
    control = _Spin() if whole else _DoubleSpin()
    control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    control.setKeyboardTracking(False)
    control.setSpecialValueText(special)
    control.setSuffix(suffix)
    control.setMinimum(least)
    control.setGroupSeparatorShown(True)
    control.lineEdit().setTextMargins(6, 0, 0, 0)  # its style keeps none
    if isinstance(control, _Spin):
        control.setMaximum(int(min(most, 2_147_483_647)))
        control.setSingleStep(int(step))
    else:
        control.setMaximum(most)
        control.setSingleStep(step)

    def show(value: Value) -> None:
        with QSignalBlocker(control):
            if isinstance(control, _Spin):
                control.setValue(int(cast("int", value)))
            else:
                control.setValue(float(cast("float", value)))

    desk.bind(field, show)
    control.valueChanged.connect(lambda: desk.set(field, control.value()))
    return control


class Lines(QPlainTextEdit):
    """A list of texts, one in a line, taken when the person leaves it."""

    left = Signal()

    def __init__(self, hint: str = "", rows: int = 4) -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._rows = rows
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._rows + 24)

    def changeEvent(self, event: QEvent) -> None:
        """Stay as many lines high where letters have another size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person is done."""
        super().focusOutEvent(event)
        self.left.emit()

    def values(self) -> tuple[str, ...]:
        """The lines that are not empty."""
        return tuple(text for one in self.toPlainText().splitlines() if (text := one.strip()))

    def show_values(self, values: Sequence[str]) -> None:
        """Show these, unless the person is writing."""
        if not self.hasFocus() and self.values() != tuple(values):
            self.setPlainText("\n".join(values))


def lines(desk: Desk, field: str, hint: str = "") -> Lines:
    """A field that is a list of texts."""
    control = Lines(hint)
    desk.bind(field, lambda value: control.show_values(cast("tuple[str, ...]", value)))
    control.left.connect(lambda: desk.set(field, control.values()))
    return control


class ChordEdit(QLineEdit):
    """Takes the key combination that is pressed while it has the focus.

    Backspace takes the combination away, Escape leaves it as it was.
    """

    pressed = Signal(str)
    recording = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setPlaceholderText(_tr("Settings", "none"))
        self.setToolTip(
            _tr("Settings", "Press the keys. Backspace for none, Escape to leave it as it is.")
        )
        self._chord = ""

    def show_chord(self, chord: str) -> None:
        """Show this combination."""
        self._chord = chord
        self.setText(chord)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin to listen: our own hotkeys must not catch the keys first."""
        super().focusInEvent(event)
        self.setText(_tr("Settings", "Press the keys…"))
        self.recording.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop listening."""
        super().focusOutEvent(event)
        self.setText(self._chord)
        self.recording.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is pressed; Tab goes on to the next field."""
        key = event.key()
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self.clearFocus()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and not event.modifiers():
            self._take("")
        elif chord := chord_of(event):
            self._take(chord)

    def _take(self, chord: str) -> None:
        self.show_chord(chord)
        self.pressed.emit(chord)
        self.clearFocus()


_MODIFIER_KEYS = (
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Meta,
    Qt.Key.Key_Super_L,
    Qt.Key.Key_Super_R,
)


def chord_of(event: QKeyEvent) -> str:
    """The combination as settings.toml writes it; "" while only modifiers are held."""
    key = Qt.Key(event.key())
    if key in _MODIFIER_KEYS or key == Qt.Key.Key_unknown:
        return ""
    flags = Qt.KeyboardModifier
    names = (
        (flags.ControlModifier, "Ctrl"),
        (flags.AltModifier, "Alt"),
        (flags.ShiftModifier, "Shift"),
        (flags.MetaModifier, "Super"),
    )
    held = [name for flag, name in names if event.modifiers() & flag]
    pressed = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
    return "+".join([*held, pressed]) if pressed else ""


def chord(desk: Desk, field: str) -> ChordEdit:
    """A field that is a key combination."""
    control = ChordEdit()
    desk.bind(field, lambda value: control.show_chord(str(value)))
    control.pressed.connect(partial(desk.set, field))
    return control
