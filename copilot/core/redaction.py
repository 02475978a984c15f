"""Hides what is private before a model sees it, and puts it back: text → MaskedText + Vault → text.

Privacy is a type here: the model port takes `MaskedText` only, and only this module makes it,
either from a person's words by `mask` or from our own words by `public`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple, NoReturn, final

from copilot.core.finding import Finding
from copilot.core.private import Finder, find_private

_SEAL: Final = object()

LITERAL: Final = "LITERAL"
KEEP: Final = "KEEP"
TERM: Final = "TERM"
KINDS: Final = (
    *("PHONE", "EMAIL", "CARD", "IBAN", "ID", "PASSPORT", "PLATE", "IP", "MAC", "KEY", "CODE"),
    *("ADDRESS", "URL", "NAME", "PLACE", "WORD", LITERAL, KEEP, TERM),
)
"""What a placeholder can stand for.

LITERAL is text that only looked like a placeholder, KEEP what a translation leaves as it is, and
TERM the translation of a term, from the person's glossary.
"""
_NOT_PRIVATE: Final = frozenset({LITERAL, KEEP, TERM})
# What models make of kinds when they write Chinese.
_TRANSLATED: Final = {
    "电话": "PHONE",
    "电话号码": "PHONE",
    "手机": "PHONE",
    "手机号": "PHONE",
    "手机号码": "PHONE",
    "邮箱": "EMAIL",
    "邮件": "EMAIL",
    "电子邮件": "EMAIL",
    "银行卡": "CARD",
    "卡号": "CARD",
    "银行账号": "IBAN",
    "身份证": "ID",
    "身份证号": "ID",
    "证件号": "ID",
    "护照": "PASSPORT",
    "护照号": "PASSPORT",
    "车牌": "PLATE",
    "车牌号": "PLATE",
    "密钥": "KEY",
    "验证码": "CODE",
    "地址": "ADDRESS",
    "链接": "URL",
    "网址": "URL",
    "姓名": "NAME",
    "名字": "NAME",
    "地点": "PLACE",
    "保留": KEEP,
    "术语": TERM,
}

_OPEN = "⟨〈〈<＜‹«《[［【({（｛「『"
_CLOSE = "⟩〉〉>＞›»》]］】)}）｝」』"
# "⟨PHONE_1⟩", and what models make of it: "<phone_1>", "[PHONE 1]", "【ＰＨＯＮＥ＿１】",
# "⟨PHONE\_1⟩". Openers and closers are disjoint and neither is allowed inside, so text around a
# placeholder can never join it into another one: restore(mask(x)) == x rests on that.
_PLACEHOLDER = re.compile(
    rf"[{re.escape(_OPEN)}]\s*([A-Za-zＡ-Ｚａ-ｚ]{{2,8}}|[\u4e00-\u9fff]{{2,5}})\s*(?:\\?[_＿]|-|\s)\s*(\d{{1,6}})"
    rf"\s*[{re.escape(_CLOSE)}]"
)
# The end of a text that may still grow into a placeholder.
_BEGUN = re.compile(
    rf"[{re.escape(_OPEN)}]\s*([A-Za-zＡ-Ｚａ-ｚ]{{0,8}}|[\u4e00-\u9fff]{{1,5}})([\s\\_＿-]*\d*\s*)$"
)


@final
class MaskedText:
    """Text that may leave this machine. Only `mask`, `public` and the methods here make it."""

    __slots__ = ("_text",)
    _text: str

    def __init__(self, text: str, seal: object = None) -> None:
        if seal is not _SEAL:
            raise TypeError("MaskedText is made by copilot.core.redaction only: use mask or public")
        object.__setattr__(self, "_text", text)

    @property
    def text(self) -> str:
        """The characters, placeholders included."""
        return self._text

    def __add__(self, other: MaskedText) -> MaskedText:
        return MaskedText(self._text + other._text, _SEAL)

    def start(self, characters: int) -> MaskedText:
        """At most so many characters from the start, then "…"; never half a placeholder."""
        end = characters
        for found in _PLACEHOLDER.finditer(self._text):
            if found.start() < end < found.end():
                end = found.start()
        return self if end >= len(self._text) else MaskedText(f"{self._text[:end]} …", _SEAL)

    def end(self, characters: int) -> MaskedText:
        """At most so many characters from the end, after "…"; never half a placeholder."""
        start = len(self._text) - characters
        for found in _PLACEHOLDER.finditer(self._text):
            if found.start() < start < found.end():
                start = found.end()
        return self if start <= 0 else MaskedText(f"… {self._text[start:]}", _SEAL)

    def lines(self) -> tuple[MaskedText, ...]:
        """Its lines, without their ends."""
        return tuple(MaskedText(line, _SEAL) for line in self._text.splitlines())

    def placeholders(self) -> frozenset[str]:
        """The placeholders that stand for something private in this text."""
        return frozenset(
            m[0]
            for m in _PLACEHOLDER.finditer(self._text)
            if (kind := _kind(m[1])) and kind not in _NOT_PRIVATE
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MaskedText) and other._text == self._text

    def __hash__(self) -> int:
        return hash(self._text)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("MaskedText is frozen")

    def __reduce__(self) -> NoReturn:
        raise TypeError("MaskedText is not copied past its seal")

    def __repr__(self) -> str:
        return f"<MaskedText of {len(self._text)} characters>"


class Vault:
    """What the placeholders of one chat stand for. The same text always gets the same number."""

    def __init__(self) -> None:
        self._placeholders: dict[tuple[str, str], str] = {}
        self._originals: dict[tuple[str, int], str] = {}
        self._counts: dict[str, int] = {}

    def placeholder(self, kind: str, original: str) -> str:
        """The placeholder of `original`, new if it has none."""
        known = self._placeholders.get((kind, original))
        if known is not None:
            return known
        number = self._counts.get(kind, 0) + 1
        self._counts[kind] = number
        self._originals[kind, number] = original
        return self._placeholders.setdefault((kind, original), f"⟨{kind}_{number}⟩")

    def original(self, kind: str, number: int) -> str | None:
        """What that placeholder stands for, None if it is not ours."""
        return self._originals.get((kind, number))

    def items(self) -> Iterator[tuple[str, str]]:
        """(placeholder, original) of everything private, to show the person what was hidden."""
        return (
            (placeholder, original)
            for (kind, original), placeholder in self._placeholders.items()
            if kind not in _NOT_PRIVATE
        )

    def __len__(self) -> int:
        return sum(count for kind, count in self._counts.items() if kind not in _NOT_PRIVATE)

    def __repr__(self) -> str:
        return f"<Vault of {len(self)} entries>"


def public(text: str) -> MaskedText:
    """Our own words (skill texts, labels); never call it with what a person wrote."""
    return MaskedText(text, _SEAL)


def as_said(_kind: str, said: str) -> str:
    """What a placeholder stands for, as a rule: what stood in its place."""
    return said


def mask(
    text: str,
    vault: Vault,
    find: Finder = find_private,
    stands_for: Callable[[str, str], str] = as_said,
) -> MaskedText:
    """Replace what is private by placeholders such as ⟨PHONE_1⟩ and remember it in `vault`.

    Text that somebody typed and that looks like a placeholder is replaced too, so that it can't
    be taken for one of ours when the answer is restored. `stands_for` gives what a placeholder is
    restored to, from its kind and what was said.
    """
    parts: list[str] = []
    at = 0
    for start, end, kind in findings(text, find):
        parts += (text[at:start], vault.placeholder(kind, stands_for(kind, text[start:end])))
        at = end
    parts.append(text[at:])
    return MaskedText("".join(parts), _SEAL)


def findings(text: str, find: Finder = find_private) -> list[Finding]:
    """What `mask` replaces in this text: spans in their order, none overlapping another."""
    literals = (
        Finding(m.start(), m.end(), LITERAL) for m in _PLACEHOLDER.finditer(text) if _kind(m[1])
    )
    return _merged([*find(text), *literals])


def _merged(found: list[Finding]) -> list[Finding]:
    """Without overlaps: what overlaps becomes one, of the kind that was found first."""
    merged: list[Finding] = []
    ranks: dict[Finding, int] = {}
    for rank, finding in sorted(enumerate(found), key=lambda pair: pair[1].start):
        whole = finding
        if merged and finding.start < merged[-1].end:
            before = merged.pop()
            rank, kind = min((ranks[before], before.kind), (rank, finding.kind))
            whole = Finding(before.start, max(before.end, finding.end), kind)
        merged.append(whole)
        ranks[whole] = rank
    return merged


def join(parts: Iterable[MaskedText], separator: str = "") -> MaskedText:
    """The parts in a row; `separator` is our own text."""
    return MaskedText(separator.join(part.text for part in parts), _SEAL)


def restore(text: str, vault: Vault) -> str:
    """Put the originals back. Slightly distorted placeholders count; unknown ones stay visible."""

    def original(found: re.Match[str]) -> str:
        known = vault.original(_kind(found[1]), int(found[2]))
        return found[0] if known is None else known

    return _PLACEHOLDER.sub(original, text)


class Placeholder(NamedTuple):
    """`text[start:end]` is, perhaps distorted, the placeholder that masking wrote as `written`."""

    start: int
    end: int
    written: str


def placeholders_in(text: str) -> Iterator[Placeholder]:
    """The placeholders in what a model wrote, ours or of its own making."""
    for found in _PLACEHOLDER.finditer(text):
        if kind := _kind(found[1]):
            yield Placeholder(*found.span(), f"⟨{kind}_{int(found[2])}⟩")


def restore_growing(text: str, vault: Vault) -> str:
    """`restore` for a text that is still arriving: an unfinished placeholder at its end waits."""
    begun = _BEGUN.search(text)
    if begun is not None and len(begun[0]) <= 24:
        letters = unicodedata.normalize("NFKC", begun[1]).upper()
        kinds = [
            k
            for k in (*KINDS, *_TRANSLATED)
            if (k == letters if begun[2].strip() else k.startswith(letters))
        ]
        if kinds:
            text = text[: begun.start()]
    return restore(text, vault)


def _kind(letters: str) -> str:
    """The kind that these letters name, "" if none."""
    kind = unicodedata.normalize("NFKC", letters).upper()
    return kind if kind in KINDS else _TRANSLATED.get(kind, "")
