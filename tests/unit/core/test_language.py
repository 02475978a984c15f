"""The language of a line."""

from __future__ import annotations

import pytest

from copilot.core.language import language_of, language_of_chat


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("今天下雨", "zh"),
        ("PPT发我一下", "zh"),
        ("你們到了嗎", "zh-Hant"),
        ("今日はどう？", "ja"),
        ("밥 먹었어?", "ko"),
        ("как дела", "ru"),
        ("τι κάνεις", "other"),
        ("where r u lol", "en"),
        ("at the café", "en"),
        ("¿vienes", "other"),
        ("à demain", "other"),
        ("wir kommen morgen", "other"),
        ("que haces hoy", "other"),
        ("666 👍", ""),
        ("", ""),
    ],
)
def test_language_of_a_line(line: str, language: str) -> None:
    assert language_of(line) == language


def test_the_first_telling_line_gives_the_language_of_a_chat() -> None:
    assert language_of_chat(["👍", "好的", "hello"]) == "zh"
    assert language_of_chat([]) == ""
