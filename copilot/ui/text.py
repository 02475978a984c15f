"""A paragraph laid out once and painted often: wraps, ends with an ellipsis, knows its end."""

from __future__ import annotations

from typing import cast
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

# QTextLayout lays out one paragraph; inside it this character breaks a line.
_LINE_BREAK = "\u2028"


def plain_tip(text: str) -> str:
    """A tool tip that shows just these characters.

    What chats and models write may look like HTML, and Qt would show it as that and load the
    pictures that it names.
    """
    if "<" not in text:
        return text
    from html import escape  # hardly ever needed, and it brings the names of all signs

    return f'<span style="white-space: pre-wrap">{escape(text)}</span>'


class TextBlock:
    """Plain text of at most `max_lines` lines. All measures are logical pixels."""

    def __init__(self) -> None:
        self._layout = QTextLayout()
        self._layout.setCacheEnabled(True)
        self._key: tuple[object, ...] = ()
        self.elided = False
        self.height = 0.0

    def set(
        self,
        text: str,
        font: QFont,
        width: float,
        max_lines: int,
        *,
        rtl: bool | None = None,
        faint: tuple[int, QColor] | None = None,
    ) -> bool:
        """Lay out; true if anything has changed.

        `rtl` says which way the text runs where that is known; what comes from that character on is
        painted in the colour of `faint`.
        """
        key = (text, font.key(), width, max_lines, rtl, faint and (faint[0], faint[1].rgba()))
        if key == self._key:
            return False
        self._key = key
        self._layout.setFont(font)
        self._layout.setTextOption(_option(is_leftwards(text) if rtl is None else rtl))
        self._layout.setFormats(_faint_from(text, faint) if faint is not None else [])
        shown = text.rstrip("\n").replace("\n", _LINE_BREAK)
        self._lay_out(shown, width)
        self.elided = self._layout.lineCount() > max_lines
        if self.elided:
            start = self._layout.lineAt(max_lines - 1).textStart()
            head, tail = _split_utf16(shown, start)
            tail = tail.replace(_LINE_BREAK, " ").lstrip()
            metrics = QFontMetricsF(font)
            # Fallback fonts are wider than the metrics of the first one say: keep a reserve.
            end = metrics.elidedText(tail, Qt.TextElideMode.ElideRight, width * 0.94)
            self._lay_out(head + end, width)
        self.height = self._layout.boundingRect().height()
        return True

    @property
    def line_height(self) -> float:
        """The height of the first line."""
        return self._layout.lineAt(0).height() if self._layout.lineCount() else 0.0

    @property
    def width(self) -> float:
        """The width of the longest line."""
        lines = (self._layout.lineAt(i) for i in range(self._layout.lineCount()))
        return max((line.naturalTextWidth() for line in lines), default=0.0)

    def paint(self, painter: QPainter, at: QPointF, ink: QColor) -> None:
        """Paint with the top left corner at `at`."""
        painter.setPen(ink)
        self._layout.draw(painter, at)

    def end(self) -> QRectF:
        """Where the next character would appear, relative to the top left corner."""
        count = self._layout.lineCount()
        if count == 0:
            return QRectF(0, 0, 0, 0)
        line = self._layout.lineAt(count - 1)
        # The binding answers (x, position that was taken).
        x, _ = cast("tuple[float, int]", line.cursorToX(line.textStart() + line.textLength()))
        return QRectF(x, line.y(), 0, line.height())

    def _lay_out(self, text: str, width: float) -> None:
        self._layout.setText(text)
        self._layout.beginLayout()
        y = 0.0
        while True:
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height() + line.leading()
        self._layout.endLayout()


def is_leftwards(text: str) -> bool:
    """Right to left or not is decided by each text itself, by its first strong character."""
    strong = (bidirectional(c) for c in text)
    return next((d for d in strong if d in ("L", "R", "AL")), "L") != "L"


def _faint_from(text: str, faint: tuple[int, QColor]) -> list[QTextLayout.FormatRange]:
    start, ink = faint
    if start >= len(text):
        return []
    fading = QTextLayout.FormatRange()
    # Qt counts in UTF-16 units.
    fading.start = len(text[:start].encode("utf-16-le", "surrogatepass")) // 2
    fading.length = len(text.encode("utf-16-le", "surrogatepass")) // 2 - fading.start
    fading.format = QTextCharFormat()
    fading.format.setForeground(ink)
    return [fading]


def _option(leftwards: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if leftwards:
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    return option


def _split_utf16(text: str, at: int) -> tuple[str, str]:
    """Split at an offset counted, as Qt does, in UTF-16 units."""
    units = text.encode("utf-16-le", "surrogatepass")
    return (
        units[: 2 * at].decode("utf-16-le", "surrogatepass"),
        units[2 * at :].decode("utf-16-le", "surrogatepass"),
    )
