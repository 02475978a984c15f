"""The theme as Qt takes it: a palette, and a style sheet for what Qt draws too plainly."""

from __future__ import annotations

from PySide6.QtGui import QColor, QGuiApplication, QPalette

from copilot.ui import theme as themes
from copilot.ui.app_icon import SEARCH_PREFIX
from copilot.ui.kit.measures import CARD_RADIUS, HEADINGS, RADIUS
from copilot.ui.theme import Theme


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


def _letters(theme: Theme, share: float = 1.0) -> str:
    """The body's size, or a share of it, as style sheets write it, and families of our choice."""
    points = theme.body.pointSizeF()
    size = f"{points * share:.2f}pt" if points > 0 else f"{round(theme.body.pixelSize() * share)}px"
    if theme.body.families() == QGuiApplication.font().families():
        return f"font-size: {size};"
    names = (name.replace("\\", "").replace('"', "") for name in theme.body.families())
    families = ", ".join(f'"{name}"' for name in names)
    return f"font-size: {size}; font-family: {families};"


def sheet(theme: Theme) -> str:
    """The style of what Qt's style draws too plainly: buttons, fields, lists, tabs."""
    c, px = theme.colors, theme.px
    radius = px(RADIUS)
    # Sizes of letters stand here, too: below a style sheet, what is added later does not take the
    # font of its window.
    return f"""
        QLabel[body="true"], QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox,
        QAbstractSpinBox, QListView, QTreeView, QTableView, QHeaderView, QTabBar {{
            {_letters(theme)}
        }}
        QLabel[heading="1"] {{ {_letters(theme, HEADINGS[1])} font-weight: 600; }}
        QLabel[heading="2"] {{ {_letters(theme, HEADINGS[2])} font-weight: 600; }}
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
        QListView::item:selected, QTreeView::item:selected {{
            background: {c.marked}; color: {c.text}; border-left: {px(3)}px solid {c.accent};
            padding-left: {px(8) - px(3)}px;
        }}
        QTableView::item {{ padding: {px(4)}px {px(8)}px; }}
        QTableView::item:selected {{
            background: {c.marked}; color: {c.text};
            border-top: 1px solid {c.accent}; border-bottom: 1px solid {c.accent};
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
