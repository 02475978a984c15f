"""Finds what a translation leaves as it is: links, code, mentions, quoted lines, emoji, numbers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

What = Literal[
    "quote", "code", "link", "email", "file", "mention", "tag", "name", "emoji", "number"
]


class Kept(NamedTuple):
    """`text[start:end]` is kept; `what` it is."""

    start: int
    end: int
    what: What


_STOP = r"\s<>\"'`，。！？、；：（）【】「」『』《》“”‘’"
_TLD = (
    r"com|org|net|edu|gov|info|io|ai|app|dev|me|co|tv"
    r"|cn|jp|kr|tw|hk|uk|de|fr|es|it|nl|pl|ru|ua|br|us"
)
_FILE = (
    r"pdf|docx?|xlsx?|pptx?|csv|txt|md|zip|rar|7z|gz|jpe?g|png|gif|webp|svg|heic|mp[34]|mov|wav"
    r"|py|js|ts|json|ya?ml|toml|html?|css|exe|apk|dmg|iso|log"
)
_PATTERNS: tuple[tuple[What, re.Pattern[str]], ...] = (
    # "> what somebody else said", as mail and Markdown quote; not ">_<", not ">5"
    ("quote", re.compile(r"^[ \t]{0,3}>+[ \t]\S.*$", re.MULTILINE)),
    # "```\nx = 1\n```", "`x`"
    ("code", re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)),
    # "https://a.io/x?q=1", "www.a.io", "a.io/x"
    (
        "link",
        re.compile(
            rf"\b[a-z][a-z0-9+.-]{{1,15}}://[^{_STOP}]+|(?<![\w@.])www\.[^{_STOP}]+"
            rf"|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:{_TLD})(?![\w.-]*[\w@])(?:/[^{_STOP}]*)?",
            re.IGNORECASE | re.ASCII,
        ),
    ),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)),
    # "report-v2.pdf"
    ("file", re.compile(rf"(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:{_FILE})(?!\w)", re.IGNORECASE)),
    # "@anna.li", "@小明 " (a space ends it; WeChat writes U+2005)
    ("mention", re.compile(r"(?<![\w@])@(?:[A-Za-z0-9_][A-Za-z0-9_.-]*[A-Za-z0-9_]|[^\W_]{1,12})")),
    # "#weekend", "#今天吃什么#"; not "#1"
    ("tag", re.compile(r"(?<![\w#&])#(?:[^\s#，。！？]{1,40}#|(?!\d+\b)\w{1,40})")),
)
# One picture with its variant, skin tone or tags (flags of England, Scotland, Wales).
_PICTURE = (
    r"[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u231a-\u23ff\u25a0-\u27bf"
    r"\u2934\u2935\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001faff]"
    r"[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"
)
_EMOJI = re.compile(
    r"[\U0001f1e6-\U0001f1ff]{2}"  # flags
    r"|[0-9#*]\ufe0f?\u20e3"  # keycaps
    rf"|{_PICTURE}(?:\u200d{_PICTURE})*"
    # ":)", ":-D", "<3", ":party_popper:", "[微笑]" of WeChat, "^_^", "T_T", ">_<", "XD"
    # "8-)" needs its nose: "83", "8/3" and "8-3" are numbers, "8)" ends a bracket
    r"|(?<![\w:])(?:(?:[:;=][-o']?[)(\]\[DPpOo3/\\|*]+|8-[)(DPp]+|<3+)(?!\w)|[xX]D+\b"
    r"|:[a-z][a-z0-9_+-]{1,30}:)"
    r"|[\[［][\u4e00-\u9fff]{1,4}[\]］]|\^[_.-]?\^"
    r"|(?<![A-Za-z0-9_])[T;Q>][_.][T;Q<](?![A-Za-z0-9_])",
)
# "1,234.50", "10:30", "2026-11-22", "٣", "３", with a unit that stands close: "5kg", "30 %", "20°C"
_NUMBER = re.compile(
    r"(?<![\w.])[$€£¥￥]?\d+(?:[.,:/\u066b\u066c-]\d+)*"
    r"(?:[ \u202f\xa0]?(?:%|°C|°F|°|km|cm|mm|kg|mg|ml|GB|MB|KB|TB|kWh|Hz|€|\$|£|円|元)(?!\w))?"
)


# Thai, Lao, Burmese, Khmer, kana and Han put no spaces between words.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_OPENERS = {")": "(", "]": "["}


def find_kept(text: str, names: Collection[str] = ()) -> tuple[Kept, ...]:
    """All of it in order, without overlaps; `names` are kept where they stand as words."""
    spans: list[Kept] = []
    taken = bytearray(len(text))
    for what, start, end in _found(text, frozenset(names)):
        if start < end and not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            spans.append(Kept(start, end, what))
    return tuple(sorted(spans))


def words_of(text: str, names: Collection[str] = ()) -> str:
    """The text, as long as before, with spaces in place of everything that is kept."""
    pieces: list[str] = []
    at = 0
    for start, end, _ in find_kept(text, names):
        pieces += (text[at:start], " " * (end - start))
        at = end
    return "".join((*pieces, text[at:]))


def _found(text: str, names: frozenset[str]) -> Iterator[tuple[What, int, int]]:
    """The kinds that hold others come first."""
    if any(mark in text for mark in "@#.`>:/"):
        for what, pattern in _PATTERNS:
            for found in pattern.finditer(text):
                end = found.end()
                if what == "link":
                    end = _end_of_link(text, found.start(), end)
                yield what, found.start(), end
    if names:
        for found in _names(names).finditer(text):
            yield "name", *found.span()
    if not text.isalpha():
        for found in _EMOJI.finditer(text):
            yield "emoji", *found.span()
        for found in _NUMBER.finditer(text):
            yield "number", *found.span()


def _end_of_link(text: str, start: int, end: int) -> int:
    """Without the punctuation of the sentence around it: "(see https://a.io)." """
    while text[end - 1] in ".,;:!?*_~…" or _is_unopened(text, start, end):
        end -= 1
    return end


def _is_unopened(text: str, start: int, end: int) -> bool:
    """Whether the span ends with a bracket that was opened before it."""
    last = text[end - 1]
    opener = _OPENERS.get(last)
    return opener is not None and text.count(opener, start, end) < text.count(last, start, end)


@lru_cache(maxsize=32)
def _names(names: frozenset[str]) -> re.Pattern[str]:
    return re.compile(
        "|".join(map(whole_word, sorted(filter(str.strip, names), key=len, reverse=True)))
        or r"(?!)"
    )


def whole_word(word: str) -> str:
    """A pattern for `word` that is no part of a longer one, in scripts that put spaces."""
    before = r"(?<!\w)" if _is_spaced(word[0]) else ""
    after = r"(?!\w)" if _is_spaced(word[-1]) else ""
    return f"{before}{re.escape(word)}{after}"


def _is_spaced(char: str) -> bool:
    return char.isalnum() and _UNSPACED.match(char) is None
