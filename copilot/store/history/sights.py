"""What was in sight of the chats, so that what is forgotten is not kept anew while it stands there.

It holds hashes that mean nothing outside this process, no text.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field

from copilot.core.model import ChatIdentity, Message

_CHATS = 256
_MESSAGES = 2000
"""So many chats, and messages of each, are told apart from new ones."""


@dataclass(slots=True)
class _Sight:
    """How often each message was in sight at once, and how often it was when all was forgotten."""

    seen: Counter[int] = field(default_factory=Counter[int])
    forgotten: Counter[int] = field(default_factory=Counter[int])
    shows_forgotten: bool = False


class Sights:
    """The chats that this process has seen. Used by one thread at a time."""

    def __init__(self) -> None:
        self._of: OrderedDict[tuple[str, str], _Sight] = OrderedDict()

    def look(self, chat: ChatIdentity, messages: Sequence[Message]) -> frozenset[int]:
        """Notes what is in sight; which of it, by index, was seen before it was forgotten.

        Of messages that say the same, those that were there first are the older ones.
        """
        sight = self._of.setdefault((chat.app, chat.contact), _Sight())
        self._of.move_to_end((chat.app, chat.contact))
        if len(self._of) > _CHATS:
            self._of.popitem(last=False)
        here: Counter[int] = Counter()
        old: list[int] = []
        for index, message in enumerate(messages):
            mark = hash((message.sender, message.text))
            here[mark] += 1
            if here[mark] <= sight.forgotten[mark]:
                old.append(index)
        sight.seen |= here
        while len(sight.seen) > _MESSAGES:
            del sight.seen[next(iter(sight.seen))]
        return frozenset(old)

    def left_out(self, chat: ChatIdentity, count: int) -> None:
        """So many messages of the last look were not kept, since they are forgotten."""
        self._of[chat.app, chat.contact].shows_forgotten = count > 0

    def shows_forgotten(self, chat: ChatIdentity | None) -> bool:
        """Whether something forgotten stood in this chat at the last look, as far as is known."""
        if chat is None:
            return False
        sight = self._of.get((chat.app, chat.contact))
        return sight is not None and sight.shows_forgotten

    def forget(self) -> None:
        """All that was seen until now is forgotten, or is kept already."""
        for sight in self._of.values():
            sight.forgotten |= sight.seen
            sight.shows_forgotten = bool(sight.forgotten)
