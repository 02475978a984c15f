"""Which texts of the rooms without Qt go to translators: those that errors and notices carry."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

ERRORS = "class CopilotError(Exception): ...\nclass DesktopError(CopilotError): ...\n"
MODULE = """
_REASON = "Nothing can be read on this system."
_PROTOCOL = "org.freedesktop.Secret a b"
_UNUSED = "Nobody is told of this."

def fail(name: str, soft: bool) -> None:
    log("a word for the log")
    raise DesktopError(_REASON, hint=f"Ask {name} for it." if soft else "Ask somebody for it.")

_BY_DAY = {"day": "Enough for this day."}

def choose(word: str, state: State) -> State:
    told = {"gone": (f"{word} has gone away.", "Take another one.")}
    title, hint = told.get(word, ("It failed once more.", ""))
    state = replace(state, doubt="Perhaps it is wrong.")
    raise DesktopError(title, f"{hint} {_BY_DAY[word]}")

class Fault:
    again: str
    trouble: str = "The model has said nothing."

_ANGRY = Fault("Say it in another way.", "The model is angry with us.")
"""


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Nothing can be read on this system.", True),  # by the name of a constant
        ("Ask {1} for it.", True),
        ("Ask somebody for it.", True),
        ("{1} has gone away.", True),  # by way of a table
        ("Take another one.", True),
        ("It failed once more.", True),
        ("Enough for this day.", True),  # filled in
        ("Perhaps it is wrong.", True),  # by the name of an argument
        ("The model has said nothing.", True),  # by itself
        ("The model is angry with us.", True),
        ("Say it in another way.", False),  # to the model
        ("Nobody is told of this.", False),
        ("a word for the log", False),
    ],
)
def test_texts_are_found_by_what_carries_them(tmp_path: Path, text: str, is_told: bool) -> None:
    (tmp_path / "core").mkdir()
    (tmp_path / "core/errors.py").write_text(ERRORS, encoding="utf-8")
    (tmp_path / "module.py").write_text(MODULE, encoding="utf-8")
    assert (text in _messages(tmp_path)) is is_told


@pytest.mark.parametrize(
    "text",
    [
        "Another program already uses “{1}”; choose another combination.",
        "Chat Copilot can't read other applications on this system yet.",
        "The keychain has no keyring yet.",
        "Today's budget for models is used up.",
        "The model refuses to translate this.",
        "{1} can't be loaded: it is damaged or incomplete.",
    ],
)
def test_what_our_own_rooms_tell_is_found(text: str) -> None:
    assert text in _messages(ROOT / "copilot")


def _messages(package: Path) -> list[str]:
    code = (
        "import pathlib, sys, translations\n"
        "print(*translations.messages(pathlib.Path(sys.argv[1])), sep='\\n')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(package)],
        cwd=ROOT / "packaging",
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    return done.stdout.splitlines()
