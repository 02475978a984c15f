"""Quick replies: the incoming line's intent by nearest exemplars, then curated replies to it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from copilot.core.language import UNKNOWN, language_of_chat
from copilot.core.model import ME, Conversation, Draft, Message, Source, Stance, Suggestion
from copilot.core.ports import Matcher
from copilot.core.register import register_of
from copilot.core.reply_bank import NONE, ReplyBank

OFFERED = 3
"""At most so many replies, which differ in stance."""

# The nearest exemplar counts most; the others keep one odd neighbour from deciding alone.
_NEIGHBOURS = (1.0, 0.8, 0.6, 0.5, 0.4, 0.3)
# How much being unlike the lines that deserve no reply adds to the confidence.
_UNLIKE_NONE = 0.5

_LONGEST = 160
"""In Latin letters; a Chinese character counts as three. Whoever writes more wants thought."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_NOT_FOR_US = re.compile(
    r"^@"  # "@Lisa can you …": named, and not known to be us
    r"|https?://|www\.\w"  # "https://example.org/a"
    r"|[{};]\s*$|\w\(.*\)|</?\w+>|==|=>|`"  # "print(x)", "<b>", "a == b"
    r"|^\s*(?:select|insert|update|delete|sudo|git|npm|pip|def|import|traceback)\b.*[\W_]"
    r"|\b\w+(?:error|exception)\b\s*:"  # "TypeError: …"
    r"|(?:验证码|code).{0,16}\d[\d ]{3,}"  # "验证码 123456", "your code is 123 456"
    # Nobody should give these away with one click, whoever asks.
    r"|身份证|银行卡|卡号|密码|护照号|\bpassword|\bpasscode|\bcard number|\bpassport number"
    r"|\b(?:pin|cvv|ssn)\b|\bsocial security"
    r"|(?:尾号|ending|ending in)\s*\d{3,}",  # "尾号1234的账户", "card ending 1234"
    re.IGNORECASE,
)
_ONLY_MARKS = re.compile(r"^[\s?？!！.。…~～,，、]*$")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a line was taken for: `confidence` is in the matcher's scale, `NONE` fits nothing."""

    intent: str
    confidence: float
    language: str


class QuickReplies:
    """Answers from the bank. Holds no state: callable from any thread."""

    def __init__(self, bank: ReplyBank, matcher: Matcher) -> None:
        """`matcher` must know exactly the bank's `lines`, in their order."""
        self._bank = bank
        self._matcher = matcher
        self._members: dict[str, list[int]] = {}
        for index, exemplar in enumerate(bank.exemplars):
            self._members.setdefault(exemplar.intent, []).append(index)

    def answer(
        self, conversation: Conversation, draft: Draft, turn: int = 0
    ) -> tuple[Suggestion, ...]:
        """Up to three replies of different stances to the last message, () where silence is right.

        The same input gives the same replies; `turn` (0, 1, 2 … for each refresh) rotates through
        them. With a draft only replies that begin with it are offered, and keep what was typed.
        """
        line = _line_to_answer(conversation.messages)
        reading = self.read(line)
        language = _language(line, conversation.messages) or reading.language
        register = register_of(conversation.messages)
        replies = self._bank.find(reading.intent, language, register)
        typed = draft.text.lstrip()
        # Which reply comes first differs from message to message, so that repeats vary.
        start = zlib.crc32(line.encode()) + turn
        offered: list[Suggestion] = []
        for stance in _rotated(tuple(replies), turn):
            fitting = [text for text in replies[stance] if _completes(typed, text)]
            if fitting:
                text = typed + fitting[start % len(fitting)][len(typed) :]
                offered.append(Suggestion(text, stance, Source.INSTANT))
        return tuple(offered[:OFFERED])

    def read(self, line: str) -> Reading:
        """The intent of one line, `NONE` where no quick reply fits."""
        text = self._bank.spell_out(line)
        if not text.strip() or _length(text) > _LONGEST or _NOT_FOR_US.search(text):
            return Reading(NONE, 0.0, UNKNOWN)
        scores = self._matcher.compare(text)
        evidence = {
            intent: _weighed([scores[i] for i in members])
            for intent, members in self._members.items()
        }
        best = max(evidence, key=evidence.__getitem__)
        confidence = evidence[best] + _UNLIKE_NONE * (evidence[best] - evidence.get(NONE, 0.0))
        nearest = max(self._members[best], key=scores.__getitem__)
        language = self._bank.exemplars[nearest].language
        if confidence < self._matcher.threshold:
            best = NONE
        return Reading(best, confidence, language)


def _line_to_answer(messages: Sequence[Message]) -> str:
    """The last message if somebody else wrote it; what it insists on if it is "???"; else ""."""
    for message in reversed(messages):
        if message.sender == ME:
            return ""
        if not _ONLY_MARKS.match(message.text):
            return message.text.strip()
    return ""


def _language(line: str, messages: Sequence[Message]) -> str:
    """A short line ("ok", "666", "lol") tells little: then the chat before it decides."""
    before = [m.text for m in reversed(messages[-12:]) if m.text.strip() != line]
    order = [*before, line] if _length(line) <= 6 else [line, *before]
    return language_of_chat(order)


def _weighed(scores: list[float]) -> float:
    best = sorted(scores, reverse=True)[: len(_NEIGHBOURS)]
    weights = _NEIGHBOURS[: len(best)]
    return sum(w * s for w, s in zip(weights, best, strict=True)) / sum(weights)


def _length(text: str) -> int:
    return len(text) + 2 * len(_HAN.findall(text))


def _completes(typed: str, reply: str) -> bool:
    return len(reply) > len(typed) and reply.casefold().startswith(typed.casefold())


def _rotated(stances: tuple[Stance, ...], turn: int) -> tuple[Stance, ...]:
    """With more stances than places, each refresh brings another one in."""
    if len(stances) <= OFFERED:
        return stances
    first = turn % len(stances)
    return stances[first:] + stances[:first]
