"""Colours, fonts and measures of our own windows, following the system's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication

from copilot.core.appearance import Appearance

_STANDARD_PIXELS = 14
"""The body font's size for which measures are written down."""
_SMALLEST_POINTS = 10.5
_SMALL = 0.86
"""The small text's size, as a share of the body's."""
_AS_SYSTEM = Appearance()


@dataclass(frozen=True, slots=True)
class Colors:
    """One designed scheme, as `#rrggbb` (alpha first where there are eight digits).

    Texts have a contrast of 4.5 or more on every ground that they stand on, marks, outlines of
    controls and focus rings 3 or more (WCAG 2.2 AA): tests/gui/test_theme.py.
    """

    window: str
    """The ground of windows and of the panel."""
    line: str
    """Between parts; decoration, nothing depends on seeing it."""
    card: str
    card_line: str
    hover: str
    marked: str
    """The ground of what is chosen, which has a line or a bar as well."""
    marked_line: str
    quiet: str
    """The ground of notices, of message fields and of switches that are off."""
    skeleton: str
    text: str
    muted: str
    accent: str
    """Links, strong buttons, focus rings."""
    on_accent: str
    calm: str
    busy: str
    alarm: str
    idle: str
    """Outlines of controls, and what can't be used now."""
    mine: str
    on_mine: str
    shadow: str


LIGHT = Colors(
    window="#fbfbfd",
    line="#e4e8ed",
    card="#ffffff",
    card_line="#e2e6eb",
    hover="#f5f8fe",
    marked="#edf3ff",
    marked_line="#326ad6",
    quiet="#eef1f5",
    skeleton="#eceff3",
    text="#181c23",
    muted="#5b6472",
    accent="#2c66d8",
    on_accent="#ffffff",
    calm="#14804f",
    busy="#b06f00",
    alarm="#c5322a",
    idle="#78818f",
    mine="#2c66d8",
    on_mine="#ffffff",
    shadow="#38182338",
)
DARK = Colors(
    window="#1c1f26",
    line="#2c313b",
    card="#23272f",
    card_line="#323843",
    hover="#282d38",
    marked="#2a3347",
    marked_line="#6f9bff",
    quiet="#2c313c",
    skeleton="#313742",
    text="#eceff4",
    muted="#a0a9b8",
    accent="#7ea6ff",
    on_accent="#10151f",
    calm="#3ecf8e",
    busy="#f2b53c",
    alarm="#ff7a70",
    idle="#828c9b",
    mine="#3460b4",
    on_mine="#ffffff",
    shadow="#78000000",
)


def high_contrast(colors: Colors, *, dark: bool) -> Colors:
    """The same scheme with full-strength text and lines, and every mark at 7 or more."""
    ink, paper = ("#ffffff", "#000000") if dark else ("#000000", "#ffffff")
    full = replace(colors, window=paper, card=paper, line=ink, card_line=ink, text=ink, muted=ink)
    if dark:
        return replace(
            full,
            hover="#1a1a1a",
            marked="#0d2146",
            marked_line="#ffd400",
            quiet="#1c1c1c",
            accent="#8fb4ff",
            on_accent="#000000",
            calm="#6fe3b0",
            busy="#ffc65c",
            alarm="#ff9d94",
            idle="#b8bec8",
            mine="#1c3f8f",
        )
    return replace(
        full,
        marked_line="#0033cc",
        accent="#0033cc",
        calm="#005a33",
        busy="#6b4300",
        alarm="#9c1006",
        idle="#4c5056",
        mine="#0033cc",
    )


@dataclass(frozen=True, slots=True)
class Theme:
    """What painting needs: colours, two text sizes and a unit that grows with the font.

    With `reduced_motion`, what would move or fade is there at once.
    """

    colors: Colors
    dark: bool
    body: QFont
    small: QFont
    strong: QFont
    unit: float
    reduced_motion: bool = False

    def px(self, pixels: float) -> int:
        """A measure written down for the standard font size, for the present one."""
        return max(1, round(pixels * self.unit))


_HAN_FONTS = {
    "ja": ("Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic UI"),
    "ko": ("Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic"),
    "zh-Hans": ("Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei UI"),
    "zh-Hant": ("Noto Sans CJK TC", "PingFang TC", "Microsoft JhengHei UI"),
}
_HAN_FONTS["yue"] = _HAN_FONTS["zh-Hant"]
_ALL_HAN = frozenset(name for names in _HAN_FONTS.values() for name in names)
_FEW = 4
"""A text with more than so many letters for each Han character is one of other letters."""


def current(look: Appearance = _AS_SYSTEM, *, still: bool = False) -> Theme:
    """The theme for what the person chose, and for what the system has now.

    `still` says that the system asks for little motion, which Qt does not tell. Needs a
    QGuiApplication.
    """
    hints = QGuiApplication.styleHints()
    dark = look.theme == "dark"
    if look.theme == "system":
        dark = hints.colorScheme() is Qt.ColorScheme.Dark
    contrast = look.contrast == "high"
    if look.contrast == "system":
        preferred = hints.accessibility().contrastPreference()
        contrast = preferred is Qt.ContrastPreference.HighContrast
    reduced = still if look.motion == "system" else look.motion == "reduced"
    made = make(dark=dark, contrast=contrast, size=look.size, family=look.font)
    return replace(made, reduced_motion=reduced)


def make(*, dark: bool, contrast: bool = False, size: int = 100, family: str = "") -> Theme:
    """A theme with the system's font, `size` percent of it, or with a `family` before it."""
    colors = DARK if dark else LIGHT
    if contrast:
        colors = high_contrast(colors, dark=dark)
    body = QGuiApplication.font()
    # The system's behind the chosen one: what that lacks, or all of it where it does not exist.
    # Han characters of our own words are drawn as the language of the interface draws them.
    chosen = [family] if family else []
    han = _HAN_FONTS.get(_language_of_interface(), ())
    body.setFamilies([*chosen, *body.families(), *han])
    if body.pointSizeF() > 0:
        body.setPointSizeF(max(body.pointSizeF(), _SMALLEST_POINTS))
    body = _share(body, size / 100)
    small = _share(body, _SMALL)
    strong = QFont(small)
    strong.setWeight(QFont.Weight.DemiBold)
    unit = QFontInfo(body).pixelSize() / _STANDARD_PIXELS
    least = 0.75 * min(size, 100) / 100
    return Theme(colors, dark, body, small, strong, max(unit, least))


def _language_of_interface() -> str:
    """The tag of one that is written with Han characters, "" for any other."""
    locale = QLocale()
    match locale.language():
        case QLocale.Language.Chinese:
            traditional = locale.script() == QLocale.Script.TraditionalChineseScript
            return "zh-Hant" if traditional else "zh-Hans"
        case QLocale.Language.Japanese:
            return "ja"
        case _:
            return ""


def _share(font: QFont, share: float) -> QFont:
    """The same font, so much of its size."""
    made = QFont(font)
    if font.pointSizeF() > 0:
        made.setPointSizeF(font.pointSizeF() * share)
    else:
        made.setPixelSize(round(font.pixelSize() * share))
    return made


def follow(changed: Callable[[], None]) -> None:
    """Call `changed`, a slot of a QObject, whenever the system's scheme or contrast changes.

    Qt ends the connection with that object.

    A change of the system's font reaches widgets as `QEvent.Type.FontChange`.
    """
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(changed)
    hints.accessibility().contrastPreferenceChanged.connect(changed)


def reading_font(font: QFont, text: str, language: str = "") -> QFont:
    """`font` with the fallbacks that suit `text`, whose language is a tag where it is known.

    Han characters are drawn differently in Chinese and Japanese, and a system without a chosen
    language may take either: without a tag, kana in the text decide. A text of mostly other letters
    keeps theirs: fonts for Han have wide quotation marks.
    """
    han = sum("\u2e80" <= c <= "\u9fff" or "\uf900" <= c <= "\ufaff" for c in text)
    if not han:
        return font
    if language not in _HAN_FONTS:
        language = "ja" if any("\u3040" <= c <= "\u30ff" for c in text) else "zh-Hans"
    fitting = QFont(font)
    families = font.families()
    real = QFontInfo(font).family()
    if sum(c.isalpha() for c in text) > _FEW * han and real not in _ALL_HAN:
        # Behind an alias, as "Sans Serif", Qt takes all letters from the first real family.
        families = [real, *families[1:]]
    others = (name for name in families[1:] if name not in _ALL_HAN)
    fitting.setFamilies([*families[:1], *others, *_HAN_FONTS[language]])
    return fitting


def color(value: str, alpha: float = 1.0) -> QColor:
    """A QColor, optionally more transparent."""
    result = QColor(value)
    if alpha < 1.0:
        result.setAlphaF(result.alphaF() * alpha)
    return result


def scroll_bars(theme: Theme) -> str:
    """A style sheet for slim scroll bars, to be set on the bars themselves."""
    width = theme.px(9)
    return f"""
        QScrollBar:vertical {{ width: {width}px; background: transparent; margin: 2px; }}
        QScrollBar::handle:vertical {{
            background: {theme.colors.idle};
            border-radius: {width // 4}px;
            min-height: {width * 3}px;
        }}
        QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical {{ height: 0; }}
        QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical {{ background: transparent; }}
        QScrollBar:horizontal {{ height: {width}px; background: transparent; margin: 2px; }}
        QScrollBar::handle:horizontal {{
            background: {theme.colors.idle};
            border-radius: {width // 4}px;
            min-width: {width * 3}px;
        }}
        QScrollBar::add-line:horizontal, QScrollBar::sub-line:horizontal {{ width: 0; }}
        QScrollBar::add-page:horizontal, QScrollBar::sub-page:horizontal {{
            background: transparent;
        }}
    """
