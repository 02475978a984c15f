"""Pictures of emoji in pages, back to what was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from copilot.desktop.emoji import EmojiNames

NAMES = EmojiNames(
    (Path(__file__).parents[3] / "resources" / "emoji.tsv").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(
    ("name", "emoji"),
    [
        # The Lounge
        ("Emoji: smiling face with smiling eyes", "😊"),
        ("Emoji: family: woman, woman, girl", "👩‍👩‍👧"),
        ("Emoji: flag: Germany", "🇩🇪"),
        ("waving hand: medium skin tone", "👋🏽"),
        (":red heart:", "❤️"),
        # <img alt="😊">
        ("😊", "😊"),
        ("👩‍👩‍👧", "👩‍👩‍👧"),
    ],
)
def test_names_of_emoji(name: str, emoji: str) -> None:
    assert NAMES.find(name) == emoji


@pytest.mark.parametrize(
    "name", ["", "5", "logo", "a photo of a cat", "x" * 200, "x: dark skin tone"]
)
def test_other_pictures(name: str) -> None:
    assert NAMES.find(name) is None
