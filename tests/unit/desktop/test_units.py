"""Offsets of toolkits that count differently."""

from __future__ import annotations

import pytest

from copilot.desktop.linux.units import clean, from_points, to_points, toolkit_name

TEXT = "a😀b中🇩🇪c"


@pytest.mark.parametrize("points", range(len(TEXT) + 1))
@pytest.mark.parametrize("toolkit", ["gtk", "qt", "chromium"])
def test_offsets_go_there_and_back(toolkit: str, points: int) -> None:
    assert to_points(TEXT, from_points(TEXT, points, toolkit), toolkit) == points


def test_qt_counts_utf16_units() -> None:
    assert from_points(TEXT, 2, "qt") == 3
    assert to_points(TEXT, 3, "qt") == 2


@pytest.mark.parametrize("points", range(len(TEXT) + 1))
def test_gecko_fills_up_with_characters_that_nobody_wrote(points: int) -> None:
    raw = "".join(c + "\ufeff" if ord(c) > 0xFFFF else c for c in TEXT)
    assert clean(raw, "gecko") == TEXT
    assert to_points(raw, from_points(TEXT, points, "gecko"), "gecko") == points


def test_what_somebody_wrote_stays() -> None:
    assert clean("a\ufeffb", "gecko") == "a\ufeffb"
    assert clean("😀\ufeff", "qt") == "😀\ufeff"


def test_an_offset_behind_the_end_is_the_end() -> None:
    assert to_points("ab", 7, "gtk") == 2


@pytest.mark.parametrize(
    ("shown", "name"),
    [("GAIL", "gtk"), ("gtk", "gtk"), ("Qt", "qt"), ("Gecko", "gecko"), ("J2SE", "")],
)
def test_toolkits_by_what_they_call_themselves(shown: str, name: str) -> None:
    assert toolkit_name(shown) == name
