"""Thinking about one question at a time: instant replies first, then a model's, as cards."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import Protocol

from copilot.core.asking import Answer, InstantReplies, Question
from copilot.core.cards import arrange, instant_cards, model_cards
from copilot.core.errors import CopilotError
from copilot.core.habits import reply_is_likely
from copilot.core.model import Card, ChatIdentity, Section
from copilot.core.ports import Clock
from copilot.core.tasks import TaskSet


class Asker(Protocol):
    """Asks a model."""

    async def warm(self, chat: ChatIdentity) -> None:
        """Prepare for the first question of this chat. Never fails."""
        ...

    async def remembered(self, question: Question) -> Answer | None:
        """The whole answer if this very question was answered before."""
        ...

    def ask(self, question: Question) -> AsyncGenerator[Answer, None]:
        """The answer as it grows. Raises ModelError; closing it early ends the request."""
        ...

    def may_ask(self, chat: ChatIdentity, section: Section) -> bool:
        """Whether there is a model for suggestions of this section that the chat may reach."""
        ...

    def allows_prefetch(self, question: Question) -> bool:
        """Whether the budget has enough left for a question that nobody asked for."""
        ...


@dataclass(frozen=True, slots=True)
class Pace:
    """When things happen, in seconds, and how many suggestions are shown."""

    settle: float = 0.25
    """A burst of messages is asked about once, this long after its last one."""
    typing_pause: float = 0.6
    """A half-typed draft is looked at when the keys have rested this long."""
    after_sending: float = 1.2
    """An emptied draft was probably sent: the application gets this long to show the message."""
    quiet: float = 90.0
    """With nothing to reply to, topics are offered after this long."""
    back: float = 1.5
    """After a window of ours has closed, the chat's gets this long to have the keyboard again."""
    leave: float = 0.15
    """The focus may wander this long before the panel hides."""
    reaction: float = 0.35
    """A hotkey pressed sooner than this after a card was replaced means the replaced one."""
    refusal: float = 10.0
    """A notice that nothing was written stays this long."""
    slots: int = 3
    shortest_draft: int = 2
    """Drafts with fewer characters are left alone."""


class Thinking:
    """Holds the question, what is known of its answer, and the cards made of it.

    `changed` is called after every change. Newer wins: `ask` cancels the question before. Each
    question takes the next of `serials`, which stands in the keys of its cards.
    """

    def __init__(
        self,
        instant: InstantReplies,
        asker: Asker | None,
        clock: Clock,
        pace: Pace,
        tasks: TaskSet,
        changed: Callable[[], None],
        serials: Iterator[int],
    ) -> None:
        self._instant_replies = instant
        self._asker = asker
        self._clock = clock
        self._pace = pace
        self._tasks = tasks
        self._changed = changed
        self._task: asyncio.Task[None] | None = None
        self._serials = serials
        self._serial = next(serials)
        self._instant: tuple[Card, ...] = ()
        self._held = self._frozen = False
        self._spare: tuple[Card, ...] = ()
        self._replaced: dict[int, tuple[Card, float]] = {}
        self._vanished = -math.inf
        self.question: Question | None = None
        self.answer = Answer()
        self.cards: tuple[Card, ...] = ()
        self.busy = False
        self.held_back = False
        self.error: CopilotError | None = None

    def ask(
        self,
        question: Question,
        delay: float = 0.0,
        settle: float = 0.0,
        *,
        unasked: bool = False,
    ) -> None:
        """Think about `question`: after `delay` at all, and `settle` later with a model.

        `unasked` where the person did nothing: then a model is asked only where they will likely
        reply and the budget has room, otherwise it is `held_back`.
        """
        self.forget()
        self.question = question
        self._task = self._tasks.start(self._think(question, delay, settle, unasked), "think")

    def ask_instantly(self, question: Question, delay: float) -> None:
        """Think about `question` after `delay`, on this machine only: nobody asked for it."""
        self.forget()
        self._task = self._tasks.start(self._think_instantly(question, delay), "think")

    def forget(self) -> None:
        """End a running request, and have no question."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.busy = False
        if any(card.text for card in self.cards):
            self._vanished = self._clock.monotonic()
        self._serial = next(self._serials)
        self.question = self.error = None
        self.held_back = False
        self.answer = Answer()
        self.cards = self._instant = self._spare = ()
        self._replaced.clear()

    def hold(self, on: bool) -> None:
        """While on, cards with text keep their places."""
        self._held = on
        if not on:
            self._rearrange()

    def freeze(self, on: bool) -> None:
        """While on, cards with text keep their places whatever the pointer does."""
        self._frozen = on
        self._rearrange()

    def card(self, key: str) -> Card | None:
        """The card with this key, None if it is gone or still empty."""
        return next((c for c in self.cards if c.key == key and c.text), None) if key else None

    def card_by_number(self, number: int) -> Card | None:
        """The nth card from 1, or the one that stood there when the person decided to press.

        None if that one answered another question, of this chat or of the one before.
        """
        index = number - 1
        now = self._clock.monotonic()
        if now - self._vanished < self._pace.reaction:
            return None
        old, when = self._replaced.get(index, (None, 0.0))
        if old is not None and now - when < self._pace.reaction:
            return old
        shown = [card for card in self.cards if card.text]
        return shown[index] if 0 <= index < len(shown) else None

    async def _think_instantly(self, question: Question, delay: float) -> None:
        await self._clock.sleep(delay)
        offered = await self._instant_replies.suggest(question)
        if offered:
            self.question = question
            self._instant = instant_cards(self._serial, offered)
            self._rearrange()

    async def _think(self, question: Question, delay: float, settle: float, unasked: bool) -> None:
        if delay:
            await self._clock.sleep(delay)
        self.busy = self._asker is not None
        try:
            offered = await self._instant_replies.suggest(question)
            # They know nothing of wishes: they stand in where no model fulfils one.
            self._spare = instant_cards(self._serial, offered)
            self._instant = () if question.wish and self._asker is not None else self._spare
            self._rearrange()
            if self._asker is None:
                return
            await self._ask(self._asker, question, settle, unasked)
        except CopilotError as error:
            self.error = error
            self._end()
        except Exception:
            self._end()  # a defect of ours: no card may wait for it
            raise
        else:
            self._end()

    def _end(self) -> None:
        """Nothing more will come: what was cut off in the middle is of no use."""
        self.busy = False
        if not self.answer.whole:
            whole = tuple(d for d in self.answer.drafted if d.whole)
            self.answer = replace(self.answer, drafted=whole)
        if not self.answer.drafted:
            self._instant = self._spare
        self._rearrange()

    async def _ask(self, asker: Asker, question: Question, settle: float, unasked: bool) -> None:
        remembered = await asker.remembered(question)
        if remembered is not None:
            self.answer = remembered
            return
        if unasked and not (
            reply_is_likely(question.conversation) and asker.allows_prefetch(question)
        ):
            self.held_back = True
            return
        if settle:
            await self._clock.sleep(settle)
        async with aclosing(asker.ask(question)) as answers:
            async for answer in answers:
                self.answer = answer
                self._rearrange()

    def _rearrange(self) -> None:
        before = self.cards
        self.cards = arrange(
            before,
            self._instant,
            model_cards(self._serial, self.answer.drafted),
            thinking=self.busy,
            whole=self.answer.whole,
            held=self._held or self._frozen,
            slots=self._pace.slots,
        )
        now = self._clock.monotonic()
        for i, (old, new) in enumerate(zip(before, self.cards, strict=False)):
            if old.text and old.key != new.key:
                self._replaced[i] = (old, now)
        self._changed()
