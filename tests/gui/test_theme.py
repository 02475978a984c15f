"""Both schemes can be read, and measures follow the font."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QFont, QImage, QTextLayout
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from copilot.core.appearance import Appearance
from copilot.store import resources
from copilot.ui import theme as themes
from copilot.ui.bridge import Bridge
from copilot.ui.kit.sheet import sheet
from copilot.ui.panel import Panel
from copilot.ui.theme import DARK, LIGHT, Colors
from tests.gui.states import CHINESE


def luminance(value: str) -> float:
    """Relative luminance, WCAG 2.2."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    color = QColor(value)
    red, green, blue = (linear(c) for c in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


SCHEMES = {
    "light": LIGHT,
    "dark": DARK,
    "light-contrast": themes.high_contrast(LIGHT, dark=False),
    "dark-contrast": themes.high_contrast(DARK, dark=True),
}
GROUNDS = ("window", "card", "hover", "marked", "quiet")
TEXTS = {
    "text": GROUNDS,
    "muted": GROUNDS,
    # Links, names of senders, placeholders.
    "accent": GROUNDS,
    # Why something failed, in windows and in lists of calls.
    "alarm": GROUNDS,
    # Strong buttons, and while the pointer is on them; the letter in a portrait.
    "on_accent": ("accent", "marked_line"),
    "on_mine": ("mine",),
    "window": ("calm",),
}
"""What is written on what, everywhere: at least 4.5 (WCAG 2.2, 1.4.3)."""
SHAPES = {
    # Outlines of fields, buttons and switches; knobs of switches that are off; bars to scroll by.
    "idle": GROUNDS,
    # Focus rings, the tab and the bar of what is chosen, the caret of an answer that grows.
    "accent": GROUNDS,
    "marked_line": GROUNDS,
    "on_accent": ("accent",),
    # The dot that says how it goes.
    "calm": ("window",),
    "busy": ("window",),
    "alarm": ("window",),
    # The focus ring of a strong button, which lies on the window.
    "text": ("window", "card"),
}
"""What must be told apart to use a control: at least 3 (1.4.11)."""


@pytest.mark.parametrize("name", SCHEMES)
def test_every_text_can_be_read_on_its_ground(name: str) -> None:
    low = _below(SCHEMES[name], TEXTS, 7 if name.endswith("contrast") else 4.5)
    assert low == []


@pytest.mark.parametrize("name", SCHEMES)
def test_every_control_can_be_told_from_its_ground(name: str) -> None:
    low = _below(SCHEMES[name], SHAPES, 4.5 if name.endswith("contrast") else 3)
    assert low == []


@pytest.mark.parametrize("name", SCHEMES)
def test_arrows_can_be_seen_on_every_ground(name: str, qapp: object) -> None:
    picture = QImage(str(resources.folder() / "icons" / "arrow-down.png"))
    ink = picture.pixelColor(32, 44).name()
    for ground in (SCHEMES[name].card, SCHEMES[name].window, SCHEMES[name].hover):
        assert contrast(ink, ground) >= 3


def _below(colors: Colors, pairs: Mapping[str, Sequence[str]], least: float) -> list[str]:
    return [
        f"{ink} on {ground}: {found:.2f}"
        for ink, grounds in pairs.items()
        for ground in grounds
        if (found := contrast(getattr(colors, ink), getattr(colors, ground))) < least
    ]


def test_the_measure_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("dark", [False, True])
def test_high_contrast_is_full_strength(qapp: object, dark: bool) -> None:
    colors = themes.make(dark=dark, contrast=True).colors
    assert contrast(colors.muted, colors.window) == pytest.approx(21)
    assert contrast(colors.card_line, colors.card) == pytest.approx(21)


def test_a_larger_system_font_makes_the_panel_larger(qtbot: QtBot, bridge: Bridge) -> None:
    bridge.show_state(CHINESE)
    panel = Panel(bridge, blends=lambda: False)
    qtbot.addWidget(panel)
    before = panel.size()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    font = app.font()
    try:
        app.setFont(QFont(font.family(), 16))
        qtbot.waitUntil(lambda: panel.width() > before.width() * 1.4)
        assert panel.height() > before.height() * 1.4
    finally:
        app.setFont(font)


def test_kana_choose_japanese_forms(qapp: QApplication) -> None:
    font = themes.make(dark=False).body
    assert "Noto Sans CJK SC" in themes.reading_font(font, "直接说吧").families()
    assert "Noto Sans CJK JP" in themes.reading_font(font, "直接言ってね").families()
    assert themes.reading_font(font, "Hello 🙂") is font


def test_few_han_characters_do_not_change_the_other_letters(qapp: QApplication) -> None:
    font = themes.make(dark=False).body
    plain = _drawn_in(font, "a“")
    mixed = themes.reading_font(font, "They mean “keep going” (加油), and are happy.")
    assert _drawn_in(mixed, "a“") == plain
    assert _drawn_in(mixed, "加") == "Noto Sans CJK SC"
    # Among Han characters, quotation marks are as wide as these.
    chinese = themes.reading_font(font, "他说“没问题”，WiFi 也有。")
    assert "Noto Sans CJK SC" in chinese.families()


def test_a_chosen_scheme_wins_over_the_systems(qapp: object) -> None:
    assert themes.current(Appearance("dark")).dark
    assert not themes.current(Appearance("light")).dark


def test_size_family_contrast_and_motion_are_the_persons(qapp: object) -> None:
    usual = themes.current(Appearance("light"))
    large = themes.current(Appearance("light", size=200, font="DejaVu Serif"))
    assert large.body.pointSizeF() == pytest.approx(2 * usual.body.pointSizeF())
    assert large.px(100) == pytest.approx(2 * usual.px(100), rel=0.06)
    assert large.body.families()[0] == "DejaVu Serif"
    assert large.body.families()[1:] == usual.body.families()
    small = themes.current(Appearance("light", size=80))
    assert small.small.pointSizeF() < usual.small.pointSizeF()
    assert themes.current(Appearance("dark", contrast="high")).colors == themes.high_contrast(
        DARK, dark=True
    )
    assert themes.current(Appearance("dark", contrast="normal")).colors == DARK


@pytest.mark.parametrize(
    ("motion", "still", "reduced"),
    [
        ("system", True, True),
        ("system", False, False),
        ("full", True, False),
        ("reduced", False, True),
    ],
)
def test_motion_is_what_the_person_wants_before_what_the_system_says(
    qapp: object, motion: str, still: bool, reduced: bool
) -> None:
    assert themes.current(Appearance(motion=motion), still=still).reduced_motion is reduced


def test_our_own_words_are_drawn_as_their_language_draws_them(qapp: QApplication) -> None:
    before = QLocale()
    try:
        for name, first in (("zh_CN", "SC"), ("zh_TW", "TC"), ("ja_JP", "JP")):
            QLocale.setDefault(QLocale(name))
            body = themes.make(dark=False).body
            assert _drawn_in(body, "直骨") == f"Noto Sans CJK {first}"
            assert f"Noto Sans CJK {first}" in sheet(themes.make(dark=False))
            # What others write goes by its own language.
            assert _drawn_in(themes.reading_font(body, "直接言ってね"), "直") == "Noto Sans CJK JP"
            assert _drawn_in(themes.reading_font(body, "直接说吧"), "直") == "Noto Sans CJK SC"
        QLocale.setDefault(QLocale("en_US"))
        assert themes.make(dark=False).body.families() == QApplication.font().families()
    finally:
        QLocale.setDefault(before)


def _drawn_in(font: QFont, text: str) -> str:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return layout.glyphRuns()[0].rawFont().familyName()
