"""The skills that can be run on a chat, below each other; what one lacks stands in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from copilot.core.intents import Intent, RunSkill
from copilot.core.model import SkillChoice
from copilot.ui import skill_words as words
from copilot.ui.row_list import Row, RowList
from copilot.ui.text import TextBlock
from copilot.ui.theme import Theme, color, reading_font
from copilot.ui.words import keys

_SIDE, _PAD, _LEAD = 14, 10, 3
_LINES = 3
"""Lines of a description."""


class SkillRow(Row):
    """One skill, painted; a press runs it."""

    def __init__(self, parent: QWidget, send: Callable[[Intent], None]) -> None:
        super().__init__(parent)
        self._send = send
        self._choice: SkillChoice | None = None
        self._chord = ""
        self._title = self._more = ""
        self._name_block, self._more_block = TextBlock(), TextBlock()
        self.clicked.connect(self._run)

    def show_choice(self, choice: SkillChoice, chord: str) -> None:
        """Show this skill; `chord` runs it, too."""
        if (choice, chord) == (self._choice, self._chord):
            return
        self._choice, self._chord = choice, chord
        self._title = words.title(choice.name, choice.title)
        self._more = words.lacks(choice) or words.description(choice)
        self.setEnabled(choice.ready)
        self.setAccessibleName(self._title)
        parts = (words.lacks(choice), words.description(choice), chord)
        self.setAccessibleDescription("\n".join(filter(None, parts)))
        self.setToolTip(words.run_help(chord) if choice.ready else words.description(choice))
        self.update()

    def _run(self) -> None:
        if self._choice is not None:
            self._send(RunSkill(self._choice.name))

    def _chip_width(self, theme: Theme) -> int:
        if not self._chord:
            return 0
        wide = QFontMetrics(theme.small).horizontalAdvance(keys(self._chord))
        return wide + 2 * theme.px(6)

    def lay_out(self, width: int) -> int:
        """Break the texts for this width; the height of both."""
        theme = self._theme
        if theme is None:
            return 0
        px = theme.px
        room = width - 2 * px(_SIDE)
        chip = self._chip_width(theme)
        beside = room - (chip + px(10) if chip else 0)
        self._name_block.set(self._title, reading_font(theme.body, self._title), beside, 2)
        self._more_block.set(self._more, reading_font(theme.small, self._more), room, _LINES)
        between = px(_LEAD) if self._more else 0
        height = self._name_block.height + between + self._more_block.height
        return round(2 * px(_PAD) + height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frame, title, description and keys."""
        theme = self._theme
        if theme is None:
            return
        colors, px = theme.colors, theme.px
        ready = self.isEnabled()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = colors.hover if self.underMouse() else colors.card
        # Colours alone tell nobody everything.
        line = Qt.PenStyle.SolidLine if ready else Qt.PenStyle.DashLine
        painter.setPen(QPen(color(colors.card_line), 1.0, line))
        painter.setBrush(color(ground if ready else colors.window))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, px(10), px(10))
        at = QPointF(px(_SIDE), px(_PAD))
        self._name_block.paint(painter, at, color(colors.text if ready else colors.muted))
        below = QPointF(at.x(), at.y() + self._name_block.height + px(_LEAD))
        self._more_block.paint(painter, below, color(colors.muted))
        if self._chord and ready:
            self._paint_chip(painter, theme)

    def _paint_chip(self, painter: QPainter, theme: Theme) -> None:
        px = theme.px
        width = self._chip_width(theme)
        height = QFontMetrics(theme.small).height() + px(3)
        chip = QRectF(self.width() - px(12) - width, px(_PAD), width, height)
        painter.setPen(QPen(color(theme.colors.card_line), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(chip.translated(0.5, 0.5), px(5), px(5))
        painter.setFont(theme.small)
        painter.setPen(color(theme.colors.muted))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, keys(self._chord))


class SkillList(RowList[SkillRow]):
    """The rows. `chord` is asked for the keys that are bound to an action."""

    def __init__(
        self, parent: QWidget, send: Callable[[Intent], None], chord: Callable[[str], str]
    ) -> None:
        super().__init__(parent, words.word("list"), lambda parent: SkillRow(parent, send))
        self._chord = chord

    def show_choices(self, choices: tuple[SkillChoice, ...]) -> None:
        """Show these. The keys for suggestions run the first of those that can be run."""
        number = 0
        for row, choice in zip(self.show_rows(len(choices)), choices, strict=True):
            number += choice.ready
            row.show_choice(choice, self._chord(f"choose{number}") if choice.ready else "")
