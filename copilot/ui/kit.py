"""What our ordinary windows share: one ground, one set of controls, one way to stack them.

The floating panel has parts of its own, which must not take the keyboard; windows are Qt's
ordinary widgets in the theme's colours, so that keyboards and screen readers know them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from copilot.ui import tab_order
from copilot.ui import theme as themes
from copilot.ui.app_icon import SEARCH_PREFIX
from copilot.ui.theme import Theme

EDGE = 20
"""Between a window's edge and what it holds, in pixels."""
BETWEEN = 10
"""Between two things that belong together, in pixels."""
RADIUS = 7
"""Of the corners of controls, at the standard font size."""
CARD_RADIUS = 10
"""Of the corners of cards and bubbles, at the standard font size."""
HEADINGS = {1: 1.35, 2: 1.05}
"""The sizes of headings, as shares of the body's."""

_FRAME = QSize(16, 48)
"""What window managers put around a window, at most, as a rule."""

AskTheme = Callable[[], Theme]


def palette(theme: Theme) -> QPalette:
    """The theme's colours for Qt's own widgets."""
    c, made = theme.colors, QPalette()
    role = QPalette.ColorRole
    pairs = {
        role.Window: c.window,
        role.WindowText: c.text,
        role.Base: c.card,
        role.AlternateBase: c.hover,
        role.Text: c.text,
        role.PlaceholderText: c.muted,
        role.Button: c.quiet,
        role.ButtonText: c.text,
        role.BrightText: c.alarm,
        role.ToolTipBase: c.card,
        role.ToolTipText: c.text,
        role.Highlight: c.accent,
        role.HighlightedText: c.on_accent,
        role.Link: c.accent,
        role.LinkVisited: c.accent,
        role.Accent: c.accent,
        role.Light: c.card_line,
        role.Midlight: c.card_line,
        role.Mid: c.card_line,
        role.Dark: c.idle,
        role.Shadow: c.line,
    }
    for which, value in pairs.items():
        made.setColor(which, QColor(value))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(c.idle))
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(c.idle))
    return made


def _size(theme: Theme, share: float = 1.0) -> str:
    """The body's size, or a share of it, as style sheets write sizes."""
    points = theme.body.pointSizeF()
    if points > 0:
        return f"{points * share:.2f}pt"
    return f"{round(theme.body.pixelSize() * share)}px"


def sheet(theme: Theme) -> str:
    """The style of what Qt's style draws too plainly: buttons, fields, lists, tabs."""
    c, px = theme.colors, theme.px
    radius = px(RADIUS)
    # Sizes of letters stand here, too: below a style sheet, what is added later does not take the
    # font of its window.
    return f"""
        QLabel[body="true"], QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox,
        QAbstractSpinBox, QListView, QTreeView, QTabBar {{ font-size: {_size(theme)}; }}
        QLabel[heading="1"] {{ font-size: {_size(theme, HEADINGS[1])}; font-weight: 600; }}
        QLabel[heading="2"] {{ font-size: {_size(theme, HEADINGS[2])}; font-weight: 600; }}
        QPushButton {{
            background: {c.card}; color: {c.text}; border: 1px solid {c.idle};
            border-radius: {radius}px; padding: {px(5)}px {px(14)}px;
        }}
        QPushButton:hover {{ background: {c.hover}; }}
        QPushButton:pressed {{ background: {c.marked}; }}
        QPushButton:focus {{ border: 2px solid {c.accent}; padding: {px(5) - 1}px {px(14) - 1}px; }}
        QPushButton:disabled {{ color: {c.idle}; border-color: {c.card_line}; }}
        QPushButton[strong="true"] {{
            background: {c.accent}; color: {c.on_accent}; border-color: {c.accent};
        }}
        QPushButton[strong="true"]:hover {{ background: {c.marked_line}; }}
        QPushButton[strong="true"]:focus {{ border: 2px solid {c.text}; }}
        QPushButton[strong="true"]:disabled {{
            background: {c.quiet}; color: {c.idle}; border-color: {c.card_line};
        }}
        QPushButton[link="true"] {{
            background: transparent; border: 1px solid transparent; color: {c.accent};
            padding: {px(3)}px {px(6)}px; text-align: left;
        }}
        QPushButton[link="true"]:hover {{ text-decoration: underline; }}
        QPushButton[link="true"]:focus {{
            border: 2px solid {c.accent}; padding: {px(3) - 1}px {px(6) - 1}px;
        }}
        QLineEdit, QPlainTextEdit, QTextEdit {{
            background: {c.card}; color: {c.text}; border: 1px solid {c.idle};
            border-radius: {radius}px; padding: {px(4)}px {px(7)}px;
            selection-background-color: {c.accent}; selection-color: {c.on_accent};
        }}
        QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {{
            border: 2px solid {c.accent}; padding: {px(4) - 1}px {px(7) - 1}px;
        }}
        QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled,
        QAbstractSpinBox:disabled {{ color: {c.idle}; border-color: {c.card_line}; }}
        QComboBox, QAbstractSpinBox {{
            background: {c.card}; color: {c.text}; border: 1px solid {c.idle};
            border-radius: {radius}px; padding: {px(4)}px {px(7)}px; min-width: {px(96)}px;
            selection-background-color: {c.accent}; selection-color: {c.on_accent};
        }}
        QAbstractSpinBox {{ padding: {px(4)}px {px(20)}px {px(4)}px 0; }}
        QAbstractSpinBox QLineEdit {{
            border: none; background: transparent; padding: 0 {px(7)}px; border-radius: 0;
        }}
        QComboBox:hover {{ background: {c.hover}; }}
        QComboBox:focus {{
            border: 2px solid {c.accent}; padding: {px(4) - 1}px {px(7) - 1}px;
        }}
        QAbstractSpinBox:focus {{
            border: 2px solid {c.accent};
            padding: {px(4) - 1}px {px(20) - 1}px {px(4) - 1}px 0;
        }}
        QComboBox::drop-down {{ border: none; width: {px(22)}px; }}
        QComboBox::down-arrow {{ {_arrow(theme, "down")} }}
        QComboBox QAbstractItemView {{
            background: {c.card}; color: {c.text}; border: 1px solid {c.idle};
            selection-background-color: {c.marked}; selection-color: {c.text};
        }}
        QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{
            border: none; width: {px(20)}px; background: transparent; subcontrol-origin: border;
        }}
        QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {{
            background: {c.quiet};
        }}
        QAbstractSpinBox::up-arrow {{ {_arrow(theme, "up")} }}
        QAbstractSpinBox::down-arrow {{ {_arrow(theme, "down")} }}
        QListView, QTreeView, QTableView {{
            background: {c.card}; color: {c.text}; border: 1px solid {c.card_line};
            border-radius: {radius}px; outline: none;
        }}
        QListView:focus, QTreeView:focus, QTableView:focus {{ border: 2px solid {c.accent}; }}
        QListView::item, QTreeView::item {{ padding: {px(6)}px {px(8)}px; }}
        QListView::item:hover, QTreeView::item:hover {{ background: {c.hover}; }}
        QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {{
            background: {c.marked}; color: {c.text}; border-left: {px(3)}px solid {c.accent};
        }}
        QHeaderView::section {{
            background: {c.window}; color: {c.muted}; border: none;
            border-bottom: 1px solid {c.card_line}; padding: {px(5)}px {px(8)}px;
        }}
        QTabBar::tab {{
            background: transparent; color: {c.muted}; padding: {px(6)}px {px(12)}px;
            border: none; border-bottom: {px(2)}px solid transparent;
        }}
        QTabBar::tab:selected {{ color: {c.text}; border-bottom-color: {c.accent}; }}
        QTabBar::tab:selected:focus {{
            color: {c.accent}; border: 2px solid {c.accent}; border-radius: {px(4)}px;
        }}
        QTabWidget::pane {{ border: none; border-top: 1px solid {c.card_line}; }}
        QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
        QLabel {{ color: {c.text}; background: transparent; }}
        QLabel[muted="true"] {{ color: {c.muted}; }}
        QLabel[alarm="true"] {{ color: {c.alarm}; }}
        QFrame[card="true"] {{
            background: {c.card}; border: 1px solid {c.card_line};
            border-radius: {px(CARD_RADIUS)}px;
        }}
        QFrame[rule="true"] {{ background: {c.line}; border: none; }}
        QRadioButton {{
            spacing: {px(8)}px; padding: {px(2)}px;
            border: 2px solid transparent; border-radius: {px(4)}px;
        }}
        QRadioButton::indicator {{
            width: {px(15)}px; height: {px(15)}px; border-radius: {px(15) // 2 + 1}px;
            border: 1px solid {c.idle}; background: {c.card};
        }}
        QRadioButton::indicator:checked {{
            width: {px(7)}px; height: {px(7)}px; border: {px(5)}px solid {c.accent};
            border-radius: {(px(7) + 2 * px(5)) // 2}px; background: {c.on_accent};
        }}
        QRadioButton::indicator:disabled {{ border-color: {c.card_line}; background: {c.quiet}; }}
        QRadioButton:focus {{ border-color: {c.accent}; }}
        QRadioButton:disabled {{ color: {c.idle}; }}
        QProgressBar {{
            background: {c.quiet}; border: none; border-radius: {px(3)}px; height: {px(6)}px;
            text-align: center; color: {c.text};
        }}
        QProgressBar::chunk {{ background: {c.accent}; border-radius: {px(3)}px; }}
        QToolTip {{ background: {c.card}; color: {c.text}; border: 1px solid {c.card_line}; }}
        {themes.scroll_bars(theme)}
    """


def _arrow(theme: Theme, way: str) -> str:
    """One grey that can be seen on every ground, since a picture has one colour."""
    side = theme.px(10)
    return f"image: url({SEARCH_PREFIX}:arrow-{way}.png); width: {side}px; height: {side}px;"


class Window(QWidget):
    """An ordinary window of ours: in the theme's colours, closed by Escape and Ctrl+W.

    A subclass builds itself in `__init__`, and colours in `dress` what the sheet leaves open.
    """

    def __init__(self, title: str, ask_theme: AskTheme = themes.current) -> None:
        super().__init__()
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
        self.theme = self._ask_theme()
        # For the whole application: below a style sheet, Qt hands no palette down. The system's own
        # styles mix badly with a scheme that the person chose against the system's.
        application = cast("QApplication", QApplication.instance())
        if application.style().objectName() != "fusion":
            application.setStyle("fusion")
        # Each of them goes through all widgets: not where it changes nothing.
        if application.palette() != (colors := palette(self.theme)):
            application.setPalette(colors)
        if self.font() != self.theme.body:
            self.setFont(self.theme.body)
        if self.styleSheet() != (style := sheet(self.theme)):
            self.setStyleSheet(style)
        self.dress(self.theme)

    def dress(self, theme: Theme) -> None:
        """Colour what the sheet does not; called at every change of the theme."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system's font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ApplicationFontChange:
            self.redress()

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
        self._bring_into_view(wanted)
        return True

    def _bring_into_view(self, widget: QWidget) -> None:
        around = widget.parentWidget()
        while around is not None and around is not self:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(widget, 0, BETWEEN)
            around = around.parentWidget()

    def fit(self, width: int, height: int) -> None:
        """Be this large at the standard font size, and never larger than the screen has room."""
        free = self.screen().availableGeometry().size() - _FRAME
        self.resize(QSize(self.theme.px(width), self.theme.px(height)).boundedTo(free))

    def present(self) -> None:
        """Show it in front, with the keyboard: the person asked for it."""
        self.show()
        self.raise_()
        self.activateWindow()


class Switch(QCheckBox):
    """A check box that looks like a switch: where a change is in force at once."""

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _theme(self) -> Theme:
        window = self.window()
        return window.theme if isinstance(window, Window) else themes.current()

    def sizeHint(self) -> QSize:
        """As large as the switch and its words."""
        px, metrics = self._theme().px, QFontMetrics(self.font())
        words = metrics.horizontalAdvance(self.text()) + px(8) if self.text() else 0
        return QSize(px(38) + words, max(px(24), metrics.height()))

    minimumSizeHint = sizeHint

    def hitButton(self, pos: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the switch, its knob at the side of the end of reading when on, and the words."""
        theme = self._theme()
        c, px = theme.colors, theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        leftwards = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        width, height = px(34), px(19)
        x = self.width() - width - px(2) if leftwards else px(2)
        track = QRectF(x, (self.height() - height) / 2, width, height)
        on, enabled = self.isChecked(), self.isEnabled()
        painter.setPen(themes.color(c.idle if not on or not enabled else c.accent))
        painter.setBrush(themes.color(c.accent if on and enabled else c.quiet))
        painter.drawRoundedRect(track, height / 2, height / 2)
        knob = height - px(6)
        at_end = on is not leftwards
        left = track.right() - knob - px(3) if at_end else track.left() + px(3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(themes.color(c.on_accent if on and enabled else c.idle))
        painter.drawEllipse(QRectF(left, track.top() + px(3), knob, knob))
        if self.hasFocus():
            painter.setPen(QPen(themes.color(c.text), px(1.5)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = track.adjusted(-1.5, -1.5, 1.5, 1.5)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        if self.text():
            painter.setPen(themes.color(c.text if enabled else c.idle))
            gap = width + px(10)
            room = self.rect().adjusted(0 if leftwards else gap, 0, -gap if leftwards else 0, 0)
            side = Qt.AlignmentFlag.AlignRight if leftwards else Qt.AlignmentFlag.AlignLeft
            painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, self.text())


def text(words: str, *, muted: bool = False, selectable: bool = False) -> QLabel:
    """A paragraph of plain text that wraps."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("body", True)
    if muted:
        label.setProperty("muted", True)
    if selectable:
        flags = Qt.TextInteractionFlag
        label.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    return label


def heading(words: str, level: int = 1) -> QLabel:
    """A heading, larger (1) or of a group (2)."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("heading", level)
    return label


def button(
    words: str, clicked: Callable[[], object], *, strong: bool = False, link: bool = False
) -> QPushButton:
    """A button; a window has at most one `strong` one, for what most people will want."""
    made = QPushButton(words)
    made.setProperty("strong", strong)
    made.setProperty("link", link)
    made.setAutoDefault(False)
    made.setDefault(strong)
    made.clicked.connect(lambda: clicked())
    return made


def row(*widgets: QWidget, stretch: QWidget | None = None) -> QHBoxLayout:
    """Widgets beside each other; the one in `stretch` takes the room that is left."""
    layout = QHBoxLayout()
    layout.setSpacing(BETWEEN)
    for widget in widgets:
        layout.addWidget(widget, 1 if widget is stretch else 0)
    if stretch is None:
        layout.addStretch(1)
    return layout


class Beside(QWidget):
    """Widgets beside each other at the left, or below each other where it is narrow."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._widgets = widgets
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, BETWEEN // 2, 0, BETWEEN // 2)
        self._layout.setSpacing(BETWEEN)
        for widget in widgets:
            self._layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addStretch(1)

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand below each other as soon as one would be cut."""
        self._fold()

    def event(self, event: QEvent) -> bool:
        """One of them may have come, gone or grown."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def _fold(self) -> None:
        wanted = sum(widget.sizeHint().width() + BETWEEN for widget in self._shown()) - BETWEEN
        way = QBoxLayout.Direction
        self._layout.setDirection(way.TopToBottom if wanted > self.width() else way.LeftToRight)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest of them."""
        width = max((widget.minimumSizeHint().width() for widget in self._shown()), default=0)
        return QSize(width, super().minimumSizeHint().height())


class Line(QWidget):
    """Words at the left and a control at the right, or below where it is narrow."""

    def __init__(self, words: QLayout, control: QWidget) -> None:
        super().__init__()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, BETWEEN // 2, 0, BETWEEN // 2)
        self._layout.setSpacing(EDGE)
        self._layout.addLayout(words, 1)
        self._layout.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self._control = control

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand beside each other while the words have the larger half."""
        narrow = self._control.sizeHint().width() > self.width() * 0.6
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if way != self._layout.direction():
            self._layout.setDirection(way)
            self._layout.setSpacing(BETWEEN // 2 if narrow else EDGE)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the control can be."""
        return QSize(self._control.minimumSizeHint().width(), super().minimumSizeHint().height())


def setting(label: str, control: QWidget, explained: str = "") -> QWidget:
    """A line of a form: what it is and what it means at the left, the control at the right."""
    words = QVBoxLayout()
    words.setSpacing(2)
    name = text(label)
    name.setBuddy(control)
    words.addWidget(name)
    if explained:
        words.addWidget(text(explained, muted=True))
        control.setAccessibleDescription(explained)
    if not control.accessibleName():
        control.setAccessibleName(label)
    control.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return Line(words, control)


def pad(layout: QLayout) -> None:
    """Give a layout the margins of a card."""
    layout.setContentsMargins(EDGE * 3 // 4, BETWEEN, EDGE * 3 // 4, BETWEEN)


def rule() -> QFrame:
    """A line between what scrolls and what stays."""
    line = QFrame()
    line.setProperty("rule", True)
    line.setFixedHeight(1)
    return line


def card(*widgets: QWidget) -> QFrame:
    """A frame around what belongs together."""
    frame = QFrame()
    frame.setProperty("card", True)
    layout = QVBoxLayout(frame)
    pad(layout)
    layout.setSpacing(BETWEEN // 2)
    for widget in widgets:
        layout.addWidget(widget)
    return frame


def page(*widgets: QWidget) -> QScrollArea:
    """Widgets below each other, scrolled where there is too little room."""
    inside = QWidget()
    layout = QVBoxLayout(inside)
    layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
    layout.setSpacing(BETWEEN)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    scroll = QScrollArea()
    scroll.setWidget(inside)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    # Not where the keyboard stops: it goes from control to control, and the page follows.
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return scroll
