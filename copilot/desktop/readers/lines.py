"""Conversations that are one text: each message a line with its time and sender."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from copilot.desktop.readers.common import Said

_STAMP = r"(?P<at>(?:[^\s\[\]()<>]+\s)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp][Mm])?)"
_BODY = r"\s?(?P<text>.*)"


@dataclass(frozen=True, slots=True)
class _Style:
    """How one family of applications writes its lines.

    `notice` is how lines begin that nobody said, but that are no part of a message either.
    """

    spoken: tuple[re.Pattern[str], ...]
    notice: re.Pattern[str]


def _style(*spoken: str, notice: str) -> _Style:
    return _Style(tuple(re.compile(each + _BODY) for each in spoken), re.compile(notice))


_STYLES = (
    _style(
        # "(02:03:16) anna@localhost/z0Qa: hello", "(11/22/2026 02:03:16 PM) anna: hello"
        rf"\({_STAMP}\) (?!\*\*\*)(?P<sender>[^\n]{{1,120}}?):(?=\s|$)",
        # "(02:03:16) ***anna waves"
        rf"\({_STAMP}\) \*{{3}}(?P<sender>\S+)",
        # "(02:03:16) anna has signed off."
        notice=r"\([^()\n]*\d{1,2}:\d{2}[^()\n]*\) ",
    ),
    _style(
        # "[00:03] <anna> hello", "[14:02:11] <@anna> hello", "14:02 <anna> hello", "<anna> hello"
        rf"(?:\[?{_STAMP}\]? )?<[@+%~& ]?(?P<sender>[^<>\n]{{1,60}})>",
        # "[00:03] --> ben has joined", "[00:03] *** Topic: tea", "* ben is away", "-!- mode"
        notice=r"\[?(?:\S+\s)?\d{1,2}:\d{2}|\*{1,3} |-->|<--|-!-",
    ),
    _style(
        # "[14:02:11] anna: hello", "[14:02] anna: hello"
        rf"\[{_STAMP}\] (?P<sender>[^\s:<>*\[][^:<>\n]{{0,60}}?):(?=\s|$)",
        # "14:02 anna: hello", "2:02 PM anna: hello"
        rf"{_STAMP} (?P<sender>[^\s:<>*\[][^:<>\n]{{0,60}}?):(?=\s|$)",
        # "[14:02:11] *** ben joined", "14:02 ben is away"
        notice=r"\[?(?:\S+\s)?\d{1,2}:\d{2}(?::\d{2})?\]? ",
    ),
)
# "(02:03:16) The topic for #chat is: tea", "(02:03:16) mode (+o anna) by ben: …"
_NOT_A_NAME = re.compile(r"The topic for |mode \(|Unable to |Error |Message could not |Topic\b")


def said(text: str) -> list[Said]:
    """The messages of a text. Lines that belong to none continue the one before them."""
    # Pictures and smileys leave a U+FFFC behind.
    rows = [line.replace("\ufffc", "").strip("\r") for line in text.split("\n")]
    found = [list(_messages(rows, style)) for style in _STYLES]
    return max(found, key=len)


def _messages(rows: Iterable[str], style: _Style) -> Iterator[Said]:
    message: Said | None = None
    for row in rows:
        spoken = _spoken(row.lstrip(), style)
        if spoken or style.notice.match(row.lstrip()):
            if message:
                yield message
            message = spoken
        elif message:
            message = replace(message, text=f"{message.text}\n{row}")
    if message:
        yield message


def _spoken(row: str, style: _Style) -> Said | None:
    for pattern in style.spoken:
        match = pattern.fullmatch(row)
        if match and not _NOT_A_NAME.match(match["sender"]):
            return Said(match["text"], match["sender"].strip(), match["at"])
    return None
