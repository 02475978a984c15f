"""Asking a model: skill and conversation, masked, to suggestions as their text arrives."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from typing import TypeVar

from copilot.core.asking import Answer, Question
from copilot.core.contacts import SessionContacts, about
from copilot.core.cost import Bill, Tariff, bill_text
from copilot.core.discretion import Gate, Permit
from copilot.core.inspection import Inspection
from copilot.core.levels import Level
from copilot.core.metering import counted, expected_text
from copilot.core.model import ChatIdentity, Section
from copilot.core.parsing import SuggestionParser
from copilot.core.ports import Contacts, ModelRequest, TextDelta, Usage
from copilot.core.prompt import build, context_key, masked_count
from copilot.core.skills import Skill
from copilot.core.spending import NullLedger, Spending
from copilot.core.vaults import ChatVault, Vaults

K = TypeVar("K")
V = TypeVar("V")

_CHATS = 32
"""So many chats are remembered, the latest ones."""
_ANSWERS = 32
"""So many answers are remembered of one chat."""

Key = tuple[int, str]

_NOTHING = Answer(whole=True)


@dataclass(slots=True)
class _Chat:
    """What is remembered of one chat.

    Its answers belong to its vault: in another one the same placeholder would stand for something
    else.
    """

    cover: ChatVault
    turn: int = 0
    wish: str = ""
    """Both of the latest question."""
    prepared: tuple[Question, Level, str, ModelRequest] | None = None
    answers: OrderedDict[Key, Answer] = field(default_factory=OrderedDict[Key, Answer])


class ModelAsker:
    """Answers questions with the model of their job; implements `thinking.Asker`.

    `skills` are by the names "reply", "complete" and "topics", and the gate is asked for the same
    jobs. Where it lets nobody be asked, the answer is empty. Placeholders stay stable within a
    chat. What `contacts` know of the other side goes along, masked like the rest.
    """

    def __init__(
        self,
        skills: Mapping[str, Skill],
        gate: Gate,
        *,
        prompt_tokens: int | None = None,
        answer_tokens: int | None = None,
        spending: Spending | None = None,
        vaults: Vaults | None = None,
        inspection: Inspection | None = None,
        contacts: Contacts | None = None,
    ) -> None:
        self._vaults = vaults or Vaults()
        self._inspection = inspection or Inspection()
        self._contacts = contacts or SessionContacts()
        self._spending = spending or Spending(NullLedger())
        self._skills = skills
        self._gate = gate
        self._prompt_tokens = prompt_tokens
        self._answer_tokens = answer_tokens
        self._chats: OrderedDict[ChatIdentity, _Chat] = OrderedDict()

    async def warm(self, chat: ChatIdentity) -> None:
        """Prepare the model that answers messages of this chat. Never fails."""
        permit = self._gate.permit("reply", chat)
        if permit is not None:
            await permit.warm()

    async def remembered(self, question: Question) -> Answer | None:
        """The answer given to the identical context before. Raises InputError like `ask`."""
        permit = self._permit(question)
        if permit is None:
            return _NOTHING
        chat = self._chat(question)
        request = await self._prepare(question, chat, permit)
        answer = chat.answers.get(_key(question, request, permit))
        # The same text left then, whatever level it was masked at.
        return None if answer is None else replace(answer, masking=permit.level)

    async def ask(self, question: Question) -> AsyncGenerator[Answer, None]:
        """The answer as it grows.

        Raises InputError if the draft is longer than the skill takes, ModelError from the model.
        """
        permit = self._permit(question)
        if permit is None:
            yield _NOTHING
            return
        chat = self._chat(question)
        wanted = question.turn > chat.turn or question.wish not in ("", chat.wish)
        chat.turn, chat.wish = question.turn, question.wish
        request = await self._prepare(question, chat, permit)
        parser = SuggestionParser(self._skills[_job(question)], chat.cover.vault)
        usage: Usage | None = None
        received, cut = "", False
        bills: list[Bill] = []

        def billed(bill: Bill) -> None:
            bills.append(bill)
            self._spending.note(_job(question), question.chat, bill)

        known = Answer(
            model=permit.name,
            masked=masked_count(request),
            masking=permit.level,
            expected=self._expected(permit.tariff, request),
        )
        yield known
        departing = self._inspection.departing(_job(question), question.chat, chat.cover.vault)
        asked = replace(request, billed=billed, departing=departing, wanted=wanted)
        async with aclosing(permit.stream(asked)) as events:
            async for event in events:
                match event:
                    case TextDelta(text):
                        received += text
                        yield replace(known, drafted=parser.feed(text))
                        if parser.full:
                            break
                    case Usage():
                        usage = event
                    case _:
                        cut = event.reason == "length"
        tokens = bills[-1].tokens if bills else counted(request, usage, received)
        answer = replace(
            known,
            drafted=parser.finish(cut=cut),
            whole=True,
            tokens=tokens.total,
            estimated=tokens.estimated,
            cost=bill_text(bills[-1], self._spending.exchange) if bills else "",
        )
        _put(chat.answers, _key(question, request, permit), answer, _ANSWERS)
        yield answer

    def may_ask(self, chat: ChatIdentity, section: Section) -> bool:
        """Whether there is a model for suggestions of this section that the chat may reach."""
        jobs = ("topics",) if section == "topics" else ("reply", "complete")
        return any(self._gate.permit(job, chat) is not None for job in jobs)

    def allows_prefetch(self, question: Question) -> bool:
        """Whether the budget has enough left for a question that nobody asked for."""
        permit = self._permit(question)
        return permit is not None and self._spending.allows_prefetch(permit.tariff)

    def _permit(self, question: Question) -> Permit | None:
        return self._gate.permit(_job(question), question.chat)

    def _expected(self, tariff: Tariff | None, request: ModelRequest) -> str:
        return expected_text(request, tariff, self._spending.exchange) if tariff else ""

    def _chat(self, question: Question) -> _Chat:
        identity = question.chat
        chat = self._chats.get(identity) or _Chat(self._vaults.of(identity))
        # Whoever comes back to a chat begins at turn 0 again.
        chat.turn = min(chat.turn, question.turn)
        _put(self._chats, identity, chat, _CHATS)
        return chat

    async def _prepare(self, question: Question, chat: _Chat, permit: Permit) -> ModelRequest:
        """The request, made in a thread: masking many numbers takes a tenth of a second."""
        known = about(await self._contacts.of(question.chat))
        if chat.prepared is not None and chat.prepared[:3] == (question, permit.level, known):
            return chat.prepared[3]
        request = await asyncio.to_thread(self._build, question, chat, permit, known)
        chat.prepared = (question, permit.level, known, request)
        return request

    def _build(self, question: Question, chat: _Chat, permit: Permit, known: str) -> ModelRequest:
        lines = [message.text for message in question.conversation.messages]
        # A question that was given up may still be at it.
        with chat.cover.masking:
            return build(
                self._skills[_job(question)],
                question.conversation,
                question.draft,
                chat.cover.vault,
                find=permit.finder([*lines, question.draft.text, question.wish]),
                prompt_tokens=self._prompt_tokens,
                answer_tokens=self._answer_tokens,
                about=known,
                wish=question.wish,
            )


def _put(memory: OrderedDict[K, V], key: K, value: V, most: int) -> None:
    """Remember it as the latest, and forget the oldest beyond `most`."""
    memory[key] = value
    memory.move_to_end(key)
    if len(memory) > most:
        memory.popitem(last=False)


def _key(question: Question, request: ModelRequest, permit: Permit) -> Key:
    return question.turn, context_key(request, permit.name)


def _job(question: Question) -> str:
    if question.section == "topics":
        return "topics"
    return "complete" if question.draft.text.strip() else "reply"
