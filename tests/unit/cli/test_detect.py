"""`chat-copilot detect`."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest

from copilot.store.paths import Paths
from tests.unit.cli.conftest import Command

LINES = "你好吗\n你們好嗎\nwhere are you now\n👍 https://example.org\n我明天要去 meeting 一下\n"


def test_one_tag_a_line(copilot: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(LINES))
    outcome = copilot("detect")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines() == ["zh-Hans", "zh-Hant", "en", "und", "zh-Hans"]


def test_json(copilot: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("你好吗 see you tomorrow\n\n"))
    first, second = copilot("detect", "--json").lines
    assert first["parts"] == [
        {"start": 0, "end": 3, "language": "zh-Hans"},
        {"start": 4, "end": 20, "language": "en"},
    ]
    assert first["line"] == 1
    assert 0 < first["confidence"] <= 1
    assert second == {"line": 2, "language": "und", "confidence": 0.0, "parts": []}


def test_languages_to_expect(copilot: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("好的\nvamos\n"))
    outcome = copilot("detect", "--likely", "zh-TW", "--likely", "portuguese")
    assert outcome.out.split() == ["zh-Hant", "pt"]
    monkeypatch.setattr(sys, "stdin", io.StringIO("好的\n"))
    outcome = copilot("detect", "--likely", "klingon")
    assert outcome.code == 1
    assert "klingon" in outcome.err


def test_each_line_is_answered_as_it_comes(here: Paths) -> None:
    command = [sys.executable, "-m", "copilot", "detect"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for line, tag in (("你好吗", "zh-Hans"), ("как дела", "ru")):
            process.stdin.write(line + "\n")
            process.stdin.flush()
            assert process.stdout.readline() == tag + "\n"
        process.stdin.close()
        assert process.wait(timeout=30) == 0
