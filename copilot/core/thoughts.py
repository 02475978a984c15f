"""Leaves out what a model thinks to itself, and the marks of engines whose template is wrong."""

from __future__ import annotations

import re
from typing import NamedTuple

# "<think>", "</thinking >", "◁think▷", "<|begin_of_thought|>", "[THINK]"; each within a line
_THOUGHT = re.compile(
    r"[<◁]\|?[^\S\n]*(?:/|begin_of_|end_of_)?[^\S\n]*(?:think(?:ing)?|thoughts?|reason(?:ing)?)\b"
    r"[^>▷\n]{0,40}[>▷]|\[/?(?-i:THINK)\]",
    re.IGNORECASE,
)
# "<|im_end|>", "</s>", "<end_of_turn>"
_ENGINE_MARK = re.compile(r"<\|[^|>\n]{1,40}\|>|</?s>|<(?:end|start)_of_turn>")
# the end of a text that may still become one of those
_TAG_BEGUN = re.compile(r"[<◁\[][^<◁\[>▷\]\n]{0,60}\Z")
_TAG_WORDS = ("thinking", "thoughts", "reasoning", "begin_of_", "end_of_", "start_of_", "s>")


class Outside(NamedTuple):
    """What stands outside thoughts in a text, and `inside`: whether one is open at its end.

    `anew` says that all before was a thought: one was closed that nobody had seen begin.
    """

    text: str
    anew: bool
    inside: bool


def without_thoughts(text: str, ended: bool) -> str:
    """The text outside thoughts, as far as it has come.

    A thought that is not closed reaches to the end; one that is closed without having been opened
    (the engine's template did that) began at the start.
    """
    return without_begun(without_marks(outside(text).text), ended=ended)


def outside(text: str, *, inside: bool = False) -> Outside:
    """Read one piece of whole lines; `inside` where the piece before left off in a thought."""
    kept = ""
    anew = False
    at = 0
    for tag in _THOUGHT.finditer(text):
        closes = "/" in tag[0] or "end_of" in tag[0].casefold()
        if closes and not inside:
            kept, anew = "", True
        elif not inside:
            kept += text[at : tag.start()]
        inside = not closes
        at = tag.end()
    if not inside:
        kept += text[at:]
    return Outside(kept, anew, inside)


def without_marks(text: str) -> str:
    """The text without engines' marks."""
    return _ENGINE_MARK.sub("", text)


def without_begun(text: str, *, ended: bool) -> str:
    """The text without what may, at its end, still become a mark or the edge of a thought."""
    begun = _TAG_BEGUN.search(text)
    if begun and _may_become_tag(begun[0]) and not (ended and len(begun[0]) < 3):
        return text[: begun.start()]
    return text


def _may_become_tag(begun: str) -> bool:
    inner = begun[1:].lstrip("|/ ").casefold()
    return begun[1:2] == "|" or any(
        w.startswith(inner) or inner.startswith(w[:5]) for w in _TAG_WORDS
    )
