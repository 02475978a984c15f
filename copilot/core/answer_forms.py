"""The forms in which models write suggestions: the one we ask for, and what they do instead.

Each whole line is read once; a line that still arrives is read again as it grows, and what is
made of it then does not count.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
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
# a text (with ":" behind it, a key), a bracket, or a text without its end; a text at the very end
# may still be either
_JSON_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"\s*(?:(:)|(?=[^:])|(\Z))|([{}\[\]])|(")', re.DOTALL)
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


class ItemReader:
    """Reads the suggestions out of an answer, line by line.

    `several` says that the items are expected to name one of several stances. An answer without
    any marks is taken line by line if it has at most `count` lines.
    """

    def __init__(self, *, several: bool, count: int) -> None:
        self._count = count
        self._lines = _Lines(several)
        self._plain: list[str] = []
        self._held = ""
        """Lines that may be the beginning of JSON."""
        self._json: _Json | None = None
        self._found = False

    @property
    def doubtful(self) -> bool:
        """Whether prose that announces no list came first: all may be a thought."""
        return bool(self._plain)

    def feed(self, line: str) -> list[Item]:
        """Take the next whole line, without its end; the items that won't change any more."""
        if self._json is not None:
            items = self._json.read(f"{line}\n")
        elif self._lines.style is not None:
            items = self._lines.read(line.strip())
        else:
            items = self._begin(f"{self._held}{line}\n")
        self._found = self._found or bool(items)
        return items

    def growing(self, line: str) -> list[Item]:
        """The items behind those if `line`, which may still grow, comes next; it is not taken."""
        if self._json is not None:
            return replace(self._json).read(line)
        text = self._held + line
        start = _JSON_START.match(text) if self._lines.style is None else None
        if start is not None:
            return _Json().read(text)
        return [] if self._held else self._lines.growing(line.strip())

    def end(self) -> list[Item]:
        """The items behind those, now that no more lines will come."""
        items = self._lines.end() if self._json is None else self._json.read("", ended=True)
        if items or self._found or len(self._plain) > self._count:
            return items
        return [Item(line, whole=True) for line in self._plain]

    def _begin(self, text: str) -> list[Item]:
        """Read lines as long as there is no item, and none of them can begin JSON."""
        start = _JSON_START.search(text)
        before = text[: start.start()] if start else text
        self._held = text[len(before) :]
        items: list[Item] = []
        for line in before.split("\n")[:-1]:
            items += self._lines.read(line.strip())
            if self._lines.style is None and not _is_empty(line.strip()):
                self._keep(line.strip())
        if start is not None and start.end() < len(text):
            self._json, self._held = _Json(), ""
            items += self._json.read(text[start.start() :])
        return items

    def _keep(self, prose: str) -> None:
        # More of it than is ever taken for suggestions need not be remembered.
        if len(self._plain) <= self._count and not _PREAMBLE.fullmatch(prose):
            self._plain.append(prose)


@dataclass(slots=True)
class _Lines:
    """The items of an answer written in lines; `last` is the one that the next may continue."""

    several: bool
    style: _Style | None = None
    last: Item | None = None

    def read(self, line: str) -> list[Item]:
        """Take a whole line; the items that won't change any more."""
        if _is_empty(line):
            # A blank line ends an item that has text; a heading waits for its text below.
            return self.end() if self.last is not None and self.last.text else []
        if marked := self._marked(line, is_open=False):
            items = self.end()
            self.style, self.last = marked
            return items
        if self.last is not None:
            self.last.text = f"{self.last.text}\n{line}" if self.last.text else line
        return []

    def growing(self, line: str) -> list[Item]:
        """The items behind those if `line`, which may still grow, comes next; it is not taken."""
        marked = None if _is_empty(line) else self._marked(line, is_open=True)
        if marked is None:
            # The line may still turn out to be the next marker.
            return [] if self.last is None else [self.last]
        return [*replace(self).end(), marked[1]]

    def end(self) -> list[Item]:
        """The last item, if there is one, to which nothing will be added."""
        last, self.last = self.last, None
        return [] if last is None else [replace(last, text=last.text or last.label, whole=True)]

    def _marked(self, line: str, *, is_open: bool) -> tuple[_Style, Item] | None:
        """The item that begins with this line, None if none does."""
        style, rest = _marker(line, is_open)
        if style is None or self.style not in (None, style):
            return None
        item = _item(rest, is_open, style, self.several)
        return None if item is None else (style, item)


@dataclass(slots=True)
class _Json:
    """Items of whatever JSON this is: a list of texts, of objects, or an object by stance."""

    rest: str = ""
    """What was not understood yet, since its end has not come."""
    key: str = ""
    said: str | None = None
    stance: Stance | None = None

    def read(self, text: str, *, ended: bool = False) -> list[Item]:
        """Take more text; the items that it makes whole."""
        text, self.rest = self.rest + text, ""
        items: list[Item] = []
        for token in _JSON_TOKEN.finditer(text):
            if not ended and (token[3] is not None or token[5]):
                self.rest = text[token.start() :]
                break
            items += self._take(token)
        return [*items, *self._complete()] if ended else items

    def _take(self, token: re.Match[str]) -> list[Item]:
        if token[5]:
            return []
        if token[4]:
            return self._complete()
        text = _unescaped(token[1])
        if token[2]:
            self.key = text.casefold()
        elif self.key in _JSON_STANCE:
            self.stance = stance_of(text)
        elif not self.key or self.key.isdigit() or self._is_stance():
            return [Item(text, stance_of(self.key), whole=True)]
        elif self.key in _JSON_TEXT:
            self.said = text
        return []

    def _is_stance(self) -> bool:
        return stance_of(self.key) is not None and self.key not in _JSON_TEXT

    def _complete(self) -> list[Item]:
        """The item of the object that a bracket ends."""
        said, stance = self.said, self.stance
        self.key, self.said, self.stance = "", None, None
        return [] if said is None else [Item(said, stance, whole=True)]


def stance_of(word: str) -> Stance | None:
    """The stance that this word means, None if none."""
    return _STANCES.get(word.strip().casefold().replace("_", " "))


def _is_empty(line: str) -> bool:
    return not line or _RULER.fullmatch(line) is not None


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


def _unescaped(text: str) -> str:
    try:
        plain = str(json.loads(f'"{text}"', strict=False))
    except ValueError:
        plain = text
    # "\ud83d" without its other half is no text that can be written anywhere.
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
