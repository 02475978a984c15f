"""Model text → suggestions while it arrives: feed()/finish().

Every call reads the whole answer so far afresh (it is short, a few hundred tokens at most), so
what is shown depends on the text alone and never on how the network cut it.
"""

from __future__ import annotations

import re
from typing import Final

from copilot.core.answer_forms import Item, items
from copilot.core.asking import Drafted
from copilot.core.redaction import Vault, restore, restore_growing
from copilot.core.skills import Skill
from copilot.core.unseen import visible

_LONGEST_ANSWER = 20_000
"""Characters; what a model that runs away writes beyond that is not looked at."""

# "<think>", "</thinking >", "◁think▷", "<|begin_of_thought|>", "[THINK]"
_THOUGHT = re.compile(
    r"[<◁]\|?\s*(?:/|begin_of_|end_of_)?\s*(?:think(?:ing)?|thoughts?|reason(?:ing)?)\b"
    r"[^>▷\n]{0,40}[>▷]|\[/?(?-i:THINK)\]",
    re.IGNORECASE,
)
# "<|im_end|>", "</s>", "<end_of_turn>": an engine's own marks, when its template is wrong
_ENGINE_MARK = re.compile(r"<\|[^|>\n]{1,40}\|>|</?s>|<(?:end|start)_of_turn>")
# the end of a text that may still become one of those
_TAG_BEGUN = re.compile(r"[<◁\[][^<◁\[>▷\]\n]{0,60}$")
_TAG_WORDS = ("thinking", "thoughts", "reasoning", "begin_of_", "end_of_", "start_of_", "s>")

_QUOTES = ('""', "“”", "‘’", "「」", "『』", "''", "``", "«»")
_WRAPS = (*((pair[0], pair[1]) for pair in _QUOTES), ("**", "**"), ("__", "__"), ("*", "*"))
# what may still turn out to be the closing part of something
_HELD = " \t\n\r|｜*_`\"'”’」』»\\"
_SILENCE = frozenset({"0", "none", "na", "0none", "noreply"})
# "I'm sorry, but I can't assist with that request."
REFUSAL: Final = re.compile(
    r"\b(?:can(?:no|['’]?)t|unable to|not able to) (?:assist|help|comply|fulfil)\w* (?:you )?with"
    r" (?:that|this|your)\b|\bas an ai\b"
    r"|作为(?:一个|一名)?(?:ai|人工智能)|(?:无法|不能)(?:协助|满足)",
    re.IGNORECASE,
)


class SuggestionParser:
    """Reads one answer to `skill`. Texts come out restored from `vault`."""

    def __init__(self, skill: Skill, vault: Vault) -> None:
        self._skill = skill
        self._vault = vault
        self._raw = ""

    def feed(self, text: str) -> tuple[Drafted, ...]:
        """Take the next piece; all suggestions so far, in order, each as far as it has come."""
        self._raw = (self._raw + text)[:_LONGEST_ANSWER]
        return self._read(ended=False)

    def finish(self, *, cut: bool = False) -> tuple[Drafted, ...]:
        """All suggestions, now that no more text will come; empty if there are none.

        `cut` says that the answer stopped in the middle (at its token limit): half a sentence
        helps nobody, so the last one is left out unless it was whole already.
        """
        if cut:
            return tuple(d for d in self._read(ended=False) if d.whole)
        return self._read(ended=True)

    @property
    def full(self) -> bool:
        """All suggestions that were asked for are there: the rest of the answer is not needed."""
        drafted = self._read(ended=False)
        return len(drafted) == self._skill.count and all(d.whole for d in drafted)

    def _read(self, *, ended: bool) -> tuple[Drafted, ...]:
        skill = self._skill
        text = without_thoughts(self._raw, ended)
        drafted: list[Drafted] = []
        seen: list[str] = []
        for item in items(text, ended=ended, several=len(skill.stances) > 1, count=skill.count):
            plain = _clean(item)
            shown = restore(plain, self._vault) if item.whole else self._growing(plain)
            same = _comparable(shown)
            if not same or same in _SILENCE or REFUSAL.search(plain):
                continue
            # What begins like an earlier one waits until it differs.
            if any(same == s or (not item.whole and s.startswith(same)) for s in seen):
                continue
            seen.append(same)
            stance = item.stance if item.stance in skill.stances else None
            drafted.append(Drafted(shown, stance or skill.stances[0], item.whole))
        return tuple(drafted[: skill.count])

    def _growing(self, plain: str) -> str:
        return restore_growing(plain, self._vault).rstrip()


def without_thoughts(text: str, ended: bool) -> str:
    """The text outside thoughts.

    A thought that is not closed reaches to the end; one that is closed without having been opened
    (the engine's template did that) began at the start.
    """
    kept = ""
    at = 0
    inside = False
    for tag in _THOUGHT.finditer(text):
        closes = "/" in tag[0] or "end_of" in tag[0].casefold()
        if closes and not inside:
            kept = ""
        elif not inside:
            kept += text[at : tag.start()]
        inside = not closes
        at = tag.end()
    if not inside:
        kept += text[at:]
    kept = _ENGINE_MARK.sub("", kept)
    begun = _TAG_BEGUN.search(kept)
    if begun and _may_become_tag(begun[0]) and not (ended and len(begun[0]) < 3):
        kept = kept[: begun.start()]
    return kept


def _may_become_tag(begun: str) -> bool:
    inner = begun[1:].lstrip("|/ ").casefold()
    return begun[1:2] == "|" or any(
        w.startswith(inner) or inner.startswith(w[:5]) for w in _TAG_WORDS
    )


def _clean(item: Item) -> str:
    """The text of an item without its wrapping; what may be wrapped waits until it is whole."""
    text = visible(item.text).replace("\\n", "\n").strip()
    if not item.whole:
        wrapped = text.startswith(tuple(opening for opening, _ in _WRAPS))
        return "" if wrapped else text.rstrip(_HELD)
    text = text.rstrip(" |｜")
    while inner := _unwrapped(text):
        text = inner
    return text


def _unwrapped(text: str) -> str:
    """The text inside one pair of wrapping marks, "" if there is no such pair."""
    for opening, closing in _WRAPS:
        inner = text[len(opening) : -len(closing)]
        if text == f"{opening}{inner}{closing}" and opening not in inner and closing not in inner:
            return inner.strip()
    return ""


def _comparable(text: str) -> str:
    """Equal for texts that differ only in case, spaces and punctuation."""
    return re.sub(r"[\W_]+", "", text.casefold()) or text.strip()
