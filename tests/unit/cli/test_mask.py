"""`chat-copilot mask`."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable

import pytest

from copilot.store.paths import Paths
from tests.unit.cli.conftest import Command


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put this on standard input."""
    return lambda text: monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def test_lines_and_what_was_found(copilot: Command, told: Callable[[str], None]) -> None:
    told("call 13812345678\nfor ¥1,299\n13812345678 or a@b.cn")
    outcome = copilot("mask")
    assert outcome.code == 0
    assert outcome.out == "call ⟨PHONE_1⟩\nfor ¥1,299\n⟨PHONE_1⟩ or ⟨EMAIL_1⟩\n"
    assert outcome.err.splitlines() == [
        "line 1, characters 6 to 16: ⟨PHONE_1⟩",
        "line 3, characters 1 to 11: ⟨PHONE_1⟩",
        "line 3, characters 16 to 21: ⟨EMAIL_1⟩",
    ]


def test_json(copilot: Command, told: Callable[[str], None]) -> None:
    told("验证码482913\n\n")
    outcome = copilot("mask", "--json")
    code = {"placeholder": "⟨CODE_1⟩", "kind": "CODE", "start": 3, "end": 9}
    assert outcome.lines == [
        {"line": 1, "text": "验证码⟨CODE_1⟩", "found": [code]},
        {"line": 2, "text": "", "found": []},
    ]


def test_levels_and_words_of_ones_own(
    copilot: Command, told: Callable[[str], None], configure: Callable[[str], None]
) -> None:
    configure('[masking]\nwords = ["Bluebird"]\n')
    line = "I live in New York, call 13812345678 about bluebird\n"
    told(line)
    assert copilot("mask", "--level", "strict").out == (
        "I live in ⟨PLACE_1⟩, call ⟨PHONE_1⟩ about ⟨WORD_1⟩\n"
    )
    told(line)
    assert copilot("mask").out == "I live in New York, call ⟨PHONE_1⟩ about ⟨WORD_1⟩\n"
    told(line)
    assert copilot("mask", "--level", "off").out == line
    assert copilot("mask", "--level", "most").code == 2


def test_broken_settings_are_told(copilot: Command, configure: Callable[[str], None]) -> None:
    configure("masking = 3\n")
    outcome = copilot("mask")
    assert (outcome.code, outcome.out) == (1, "")
    assert "masking" in outcome.err


def test_each_line_is_answered_at_once(here: Paths) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "copilot", "mask"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in ("13812345678", "13912345678"):
            process.stdin.write(f"打{number}\n")
            process.stdin.flush()
            assert process.stdout.readline().startswith("打⟨PHONE_")
        process.stdin.close()
        assert process.wait(20) == 0
