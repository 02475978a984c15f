"""The gate between what a person writes and every model: who may be asked, and what is hidden.

Whoever asks a model gets it here, for one chat and one request at a time, and never holds it.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Iterable, Mapping
from contextlib import aclosing
from dataclasses import dataclass, replace

from copilot.core.chat_rules import ChatRules
from copilot.core.cost import Tariff
from copilot.core.errors import ChatWithheld
from copilot.core.language import UNKNOWN, language_of
from copilot.core.levels import Level, strictest
from copilot.core.model import ChatIdentity, Reach
from copilot.core.ports import Model, ModelEvent, ModelRequest
from copilot.core.private import Finder, private_finder

FinderMaker = Callable[[Level, Iterable[str]], Finder]
"""Makes what finds private text: for a level, and for the languages (ISO 639) of a chat."""

_LINES, _CHARACTERS = 60, 400
"""So much of a chat is looked at to tell its languages."""


@dataclass(frozen=True, slots=True)
class Way:
    """A model that may be asked, how much is hidden from it, and what asking it costs."""

    model: Model
    level: Level = "standard"
    tariff: Tariff | None = None


@dataclass(frozen=True, slots=True)
class Ways:
    """How one job may be done: by all whom the settings name, or by those of this machine alone.

    The level of a way is the strictest of all models behind it, since the text is the same for
    each of them that may have to stand in.
    """

    anyone: Way | None = None
    local: Way | None = None

    @classmethod
    def of(
        cls,
        model: Model,
        level: Level = "standard",
        *,
        local: bool = False,
        tariff: Tariff | None = None,
    ) -> Ways:
        """One model alone, which runs on this machine or does not."""
        way = Way(model, level, tariff)
        return cls(way, way if local else None)


class Gate:
    """Lets text of a chat through to the models that the person allows for it, and to no other.

    `ways` are by job. Belongs to one event loop.
    """

    def __init__(
        self,
        ways: Mapping[str, Ways],
        rules: ChatRules | None = None,
        finder: FinderMaker = lambda level, languages: private_finder(level, (), languages),
    ) -> None:
        self._ways = ways
        self._rules = rules or ChatRules()
        self._finder = finder

    def reach(self, chat: ChatIdentity) -> Reach:
        """Who may be asked about this chat."""
        return self._rules.of(chat).reach

    def permit(self, job: str, chat: ChatIdentity) -> Permit | None:
        """Leave to ask about this chat once; None if there is nobody who may be asked."""
        way = self._way(job, chat)
        return None if way is None else Permit(self, job, chat, way, self._level(way, chat))

    def _way(self, job: str, chat: ChatIdentity) -> Way | None:
        ways = self._ways.get(job, Ways())
        match self.reach(chat):
            case Reach.ANYONE:
                return ways.anyone
            case Reach.LOCAL:
                return ways.local
            case Reach.NOBODY:
                return None

    def _level(self, way: Way, chat: ChatIdentity) -> Level:
        return strictest((way.level, self._rules.of(chat).masking or "off"))

    def finder(self, level: Level, texts: Iterable[str]) -> Finder:
        """What finds private text in a chat that has these lines."""
        found = {language_of(line[:_CHARACTERS]) for line in list(texts)[-_LINES:]}
        return self._finder(level, sorted(found - {UNKNOWN}))

    def holds(self, permit: Permit) -> bool:
        """Whether the person still allows what was permitted."""
        now = self.permit(permit.job, permit.chat)
        return (
            now is not None
            and now.way is permit.way
            and strictest((now.level, permit.level)) == permit.level
        )


class Permit:
    """Leave to ask one model about one chat, hiding at least what `level` says."""

    def __init__(self, gate: Gate, job: str, chat: ChatIdentity, way: Way, level: Level) -> None:
        self._gate = gate
        self.job = job
        self.chat = chat
        self.way = way
        self.level: Level = level

    @property
    def name(self) -> str:
        """The model's name as the person knows it."""
        return self.way.model.name

    @property
    def tariff(self) -> Tariff | None:
        """What asking costs, where it is known."""
        return self.way.tariff

    def finder(self, texts: Iterable[str]) -> Finder:
        """What finds private text at this level; `texts` are lines of the chat, the newest last."""
        return self._gate.finder(self.level, texts)

    async def warm(self) -> None:
        """Prepare the model. Never fails."""
        await self.way.model.warm()

    async def stream(self, request: ModelRequest) -> AsyncGenerator[ModelEvent, None]:
        """The model's answer.

        Raises ModelError, and ChatWithheld if the person has restricted the chat meanwhile.
        """
        if not self._gate.holds(self):
            raise ChatWithheld(
                "Nothing was sent: this chat was restricted just now.",
                "What you allow for a chat is under … in the panel.",
            )
        stamped = replace(request, masking=self.level)
        async with aclosing(self.way.model.stream(stamped)) as events:
            async for event in events:
                yield event
