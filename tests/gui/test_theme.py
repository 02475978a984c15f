"""Both schemes can be read, and measures follow the font."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from copilot.ui import theme as themes
from copilot.ui.bridge import Bridge
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


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read_on_its_ground(colors: Colors) -> None:
    grounds = (colors.window, colors.card, colors.hover, colors.marked, colors.quiet)
    for ground in grounds:
        assert contrast(colors.text, ground) >= 7
        assert contrast(colors.muted, ground) >= 4.5
    assert contrast(colors.on_accent, colors.accent) >= 4.5
    assert contrast(colors.on_mine, colors.mine) >= 4.5
    for mark in (colors.calm, colors.alarm, colors.idle, colors.marked_line):
        assert contrast(mark, colors.window) >= 3


@pytest.mark.parametrize("dark", [False, True])
def test_high_contrast_is_full_strength(dark: bool) -> None:
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


def test_a_chosen_scheme_wins_over_the_systems(qapp: object) -> None:
    assert themes.current("dark").dark
    assert not themes.current("light").dark
