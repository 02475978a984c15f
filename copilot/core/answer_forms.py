"""The forms in which models write suggestions: the one we ask for, and what they do instead.

Pure functions of the answer so far: they are called again on the longer text as more arrives.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from copilot.core.model import Stance

_ALIASES = {
    Stance.AGREE: "agree agreement accept agreeing positive 同意 赞同 赞成 接受 肯定 答应",
    Stance.DECLINE: "decline declining refuse reject disagree negative 拒绝 婉拒 谢绝 否定 反对",
    Stance.ASK: "ask asking question clarify ask_back 反问 询问 提问 追问 问",
    Stance.DELAY: "delay delaying postpone defer 推迟 延后 拖延 稍后 延迟 缓",
    Stance.COMPLETE: "complete completion version draft 补全 续写 版本",
    Stance.TOPIC: "topic message opener 话题",
}
_STANCES = {w.replace("_", " "): s for s, words in _ALIASES.items() for w in words.split()}
_WORDS = "|".join(sorted(map(re.escape, _STANCES), key=len, reverse=True))

# "1|", "1. ", "1) ", "(1) ", "**1.** ", "- 1: ", "| 1 | ", "①", "1 - ", "Reply 1: "; but not
# "10:30", "1.5"
_NUMBER = re.compile(
    r"(?:[-*•]\s+)?[#*_(\[（【|\s]*"
    r"(?:(?:reply|option|suggestion|message|version|回复|选项|建议|版本)\s*(?=\d))?"
    r"(?:(\d{1,2})"
    r"(?:[*_]*\s*[)\]）】、|｜][*_]*|[*_]*[.．:：][*_]*(?!\d)|\s+[-–—]\s)|[①-⑨])"
    r"\s*(?=\S)",
    re.IGNORECASE,
)
# "3|", "2." with nothing behind
_BARE_NUMBER = re.compile(r"[#*_(\[（【|\s]*\d{1,2}[*_\s]*[)\]）】、|｜.．:：][*_|\s]*")
# "agree|", "Agree: ", "**Agree:** ", "[ask] ", "(delay) - "
_LABEL = re.compile(
    rf"[-*•#_\s\[(【（]*({_WORDS})[\])】）*_]*\s*(?:[|｜:：]|(?<=[\])】）])|\s[-–—]\s)[*_\s]*",
    re.IGNORECASE,
)
# "Agree" alone in its line, a heading
_HEADING = re.compile(rf"[-*•#_\s\[(【（]*({_WORDS})[\])】）*_:：\s]*", re.IGNORECASE)
# "- ", "* ", "• "
_BULLET = re.compile(r"[-*•·]\s+(?=\S)")
# the start of a label, as far as it has arrived
_LABEL_BEGUN = re.compile(
    r"[-*•#_\s\[(【（]*([^\W\d_]*(?: [a-z]*)?)[\])】）*_]*[\s\-–—]*", re.IGNORECASE
)
# "enthusiastic|": a stance that nobody asked for
_ODD_LABEL = re.compile(r"\s*[^|｜]{1,24}[|｜]\s*")
# "Sure! Here are three replies:"
_PREAMBLE = re.compile(r".*[:：][*_]*")
_RULER = re.compile(r"`{3,}\w*|[-=*_|\s:]{3,}")
# "1", "(2", "**3": may become a number behind a bullet
_NUMBER_BEGUN = re.compile(r"[#*_(\[（【|\s]*\d{0,2}\W*")
_JSON_START = re.compile(r"^[ \t]*[\[{]\s*(?=[\"{\[]|\Z)", re.MULTILINE)
# a text (with ":" behind it, a key), or a bracket; a text at the very end may still be either
_JSON_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"\s*(?:(:)|(?=[^:])|(\Z))|([{}\[\]])', re.DOTALL)
_JSON_TEXT = ("text", "reply", "suggestion", "message", "content", "response", "topic", "version")
_JSON_STANCE = ("stance", "type", "tone", "kind", "label")


@dataclass(slots=True)
class Item:
    """One suggestion as written; `whole` once its last line has come. `stance` None: not named.

    `label` is the word that names the stance if it stands alone: it is the text if none follows.
    """

    text: str
    stance: Stance | None = None
    whole: bool = False
    label: str = ""


class _Style(Enum):
    """How the items of an answer are marked; the first item decides."""

    PIPE = "pipe"
    NUMBER = "number"
    LABEL = "label"
    BULLET = "bullet"


@dataclass(slots=True)
class _Reading:
    """What has been read of an answer written in lines.

    `continues` is true while the next plain line would belong to the last item.
    """

    several: bool
    style: _Style | None = None
    items: list[Item] = field(default_factory=list[Item])
    prose: list[str] = field(default_factory=list[str])
    continues: bool = False


def items(text: str, *, ended: bool, several: bool, count: int) -> list[Item]:
    """The suggestions in `text`; `ended` says that no more will come.

    `several` says that the items are expected to name one of several stances. Until the answer
    has ended nothing is given after prose that does not announce a list: it may be a thought.
    An answer without any marks is taken line by line if it has at most `count` lines.
    """
    start = _JSON_START.search(text)
    before = _read_lines(text[: start.start()], True, several) if start else None
    if start and before and not before.items:
        found = list(_read_json(text[start.start() :], ended))
    else:
        before = _read_lines(text, ended, several)
        found = before.items
    plain = [line for line in before.prose if not _PREAMBLE.fullmatch(line)]
    if not ended:
        return [] if plain else found
    return found or [Item(line, whole=True) for line in plain if len(plain) <= count]


def stance_of(word: str) -> Stance | None:
    """The stance that this word means, None if none."""
    return _STANCES.get(word.strip().casefold().replace("_", " "))


def _read_lines(text: str, ended: bool, several: bool) -> _Reading:
    reading = _Reading(several)
    lines = text.split("\n")
    for i, line in enumerate(lines):
        is_open = not ended and i == len(lines) - 1
        _read_line(line.strip(), is_open, reading)
    for item in reading.items:
        item.whole = item is not reading.items[-1] or ended or not reading.continues
        if item.whole:
            item.text = item.text or item.label
    return reading


def _read_line(line: str, is_open: bool, reading: _Reading) -> None:
    if not line or _RULER.fullmatch(line):
        # A blank line ends an item that has text; a heading waits for its text below.
        if not is_open:
            reading.continues = bool(reading.items) and not reading.items[-1].text
        return
    style, rest = _marker(line, is_open)
    if style is not None and reading.style in (None, style):
        item = _item(rest, is_open, style, reading.several)
        if item is not None:
            reading.style = style
            reading.items.append(item)
            reading.continues = True
    elif is_open:
        pass  # It may still turn out to be the next marker.
    elif reading.items and reading.continues:
        item = reading.items[-1]
        item.text = f"{item.text}\n{line}" if item.text else line
    elif not reading.items:
        reading.prose.append(line)


def _marker(line: str, is_open: bool) -> tuple[_Style | None, str]:
    """The style of the marker that the line begins with, None if it has none, and the rest."""
    if (number := _NUMBER.match(line)) and number[1] != "0":
        is_pipe = "|" in number[0] or "｜" in number[0]
        return _Style.PIPE if is_pipe else _Style.NUMBER, line[number.end() :]
    if not is_open and _BARE_NUMBER.fullmatch(line):
        return _Style.PIPE if "|" in line or "｜" in line else _Style.NUMBER, ""
    if label := _LABEL.match(line):
        is_pipe = label[0].rstrip(" *_")[-1:] in "|｜"
        return _Style.PIPE if is_pipe else _Style.LABEL, line
    if not is_open and _HEADING.fullmatch(line):
        return _Style.LABEL, line
    if bullet := _BULLET.match(line):
        rest = line[bullet.end() :]
        return None if is_open and _NUMBER_BEGUN.fullmatch(rest) else _Style.BULLET, rest
    return None, line


def _item(rest: str, is_open: bool, style: _Style, several: bool) -> Item | None:
    """The item whose marker was taken off; None while its label may be unfinished."""
    if label := _LABEL.match(rest):
        return Item(rest[label.end() :], stance_of(label[1]))
    odd = _ODD_LABEL.match(rest) if style is _Style.PIPE and several else None
    if odd:
        return Item(rest[odd.end() :])
    if is_open:
        begun = _LABEL_BEGUN.fullmatch(rest)
        may_be_label = begun and any(w.startswith(begun[1].casefold()) for w in _STANCES)
        may_be_odd = style is _Style.PIPE and several and len(rest) <= 24
        return None if may_be_label or may_be_odd else Item(rest)
    heading = _HEADING.fullmatch(rest)
    if heading and (several or style is not _Style.PIPE):
        # "1. **Agree**" announces a text; "1. 同意" may be the text.
        is_plain = style is _Style.NUMBER and rest.isalpha()
        return Item("", stance_of(heading[1]), label=rest if is_plain else "")
    return Item(rest)


def _read_json(text: str, ended: bool) -> Iterator[Item]:
    """Items of whatever JSON this is: a list of texts, of objects, or an object by stance."""
    key = ""
    said: str | None = None
    stance: Stance | None = None
    for token in _JSON_TOKEN.finditer(text):
        if token[4]:
            if said is not None:
                yield Item(said, stance, whole=True)
            key, said, stance = "", None, None
        elif token[2]:
            key = _unescaped(token[1]).casefold()
        elif ended or token[3] is None:
            value = _unescaped(token[1])
            if key in _JSON_STANCE:
                stance = stance_of(value)
            elif not key or key.isdigit() or (stance_of(key) and key not in _JSON_TEXT):
                yield Item(value, stance_of(key), whole=True)
            elif key in _JSON_TEXT:
                said = value
    if ended and said is not None:
        yield Item(said, stance, whole=True)


def _unescaped(text: str) -> str:
    try:
        plain = str(json.loads(f'"{text}"', strict=False))
    except ValueError:
        plain = text
    # "\ud83d" without its other half is no text that can be written anywhere.
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
