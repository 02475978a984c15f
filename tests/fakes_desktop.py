"""Fakes of the desktop: eyes, a draft that can be written, history, and a clock moved by hand."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from dataclasses import replace

from copilot.core.asking import Answer, Question
from copilot.core.bounds import Bounds
from copilot.core.errors import ChatChanged, CopilotError
from copilot.core.inspection import Sent
from copilot.core.model import (
    ChatIdentity,
    ChatView,
    Conversation,
    Draft,
    Message,
    Section,
    Sight,
    Suggestion,
    Written,
)

ANNA = ChatIdentity("gajim", "1:100", "anna@example.org")
BOB = ChatIdentity("gajim", "1:100", "bob@example.org")


def view(
    *messages: tuple[str, str], draft: str = "", chat: ChatIdentity = ANNA, composing: bool = False
) -> ChatView:
    """A chat with these (sender, text) messages."""
    return ChatView(
        identity=chat,
        app_name="Gajim",
        window_title="Gajim",
        conversation=Conversation(chat.contact, tuple(Message(*m) for m in messages)),
        draft=Draft(draft, len(draft)),
        composing=composing,
        writes="accessibility",
    )


async def settle() -> None:
    """Let every task that can run do so; nothing here waits for real time."""
    for _ in range(40):
        await asyncio.sleep(0)


class HandClock:
    """A clock that moves only when told to."""

    def __init__(self) -> None:
        self.now = 0.0
        self._sleepers: list[tuple[float, asyncio.Future[None]]] = []

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        future = asyncio.get_running_loop().create_future()
        self._sleepers.append((self.now + seconds, future))
        await future

    async def advance(self, seconds: float) -> None:
        """Move on, waking sleepers in the order of their times."""
        await settle()
        end = self.now + seconds
        while True:
            due = [s for s in self._sleepers if s[0] <= end and not s[1].done()]
            if not due:
                break
            at, future = min(due, key=lambda sleeper: sleeper[0])
            self.now = max(self.now, at)
            future.set_result(None)
            await settle()
        self.now = end
        await settle()


class FakeEyes:
    """Shows what the test lets it see."""

    def __init__(self) -> None:
        self._queue: asyncio.Queue[Sight] = asyncio.Queue()
        self.latest: Sight = None
        self.enabled = 0
        self.rests: list[bool] = []
        self.restarted = 0
        self.denied: list[str] = []

    def change(self, sight: Sight) -> None:
        self.latest = sight
        self._queue.put_nowait(sight)

    async def see(self, sight: Sight) -> None:
        self.change(sight)
        await settle()

    async def sights(self) -> AsyncIterator[Sight]:
        while True:
            yield await self._queue.get()

    async def look(self) -> Sight:
        return self.latest

    async def rest(self, on: bool) -> None:
        self.rests.append(on)

    async def restrict(self, bounds: Bounds) -> None:
        self.bounds = bounds

    async def deny(self, app: str) -> None:
        self.denied.append(app)

    async def accessible(self) -> bool:
        return self.enabled > 0

    async def enable(self) -> None:
        self.enabled += 1

    async def restart(self) -> None:
        self.restarted += 1


class FakeWriter:
    """Keeps the contract: writes only into the chat and draft that the view names."""

    def __init__(self, eyes: FakeEyes) -> None:
        self._eyes = eyes
        self.copied: list[str] = []
        self.written: list[tuple[ChatView, str]] = []
        self.error: CopilotError | None = None
        self.gate: asyncio.Event | None = None
        self.change: Callable[[Sight], object] = eyes.change
        self.returned: list[ChatIdentity] = []
        self.lost: CopilotError | None = None
        """Why a window does not get the keyboard."""

    def _check(self, view: ChatView, draft: str) -> ChatView:
        now = self._eyes.latest
        if (
            not isinstance(now, ChatView)
            or now.identity != view.identity
            or now.draft.text != draft
        ):
            raise ChatChanged("This is another chat now.", "Nothing was written.")
        return now

    async def write(self, view: ChatView, text: str) -> Written:
        if self.gate is not None:
            await self.gate.wait()
        if self.error is not None:
            raise self.error
        now = self._check(view, view.draft.text)
        after = Draft(text, len(text))
        self.written.append((view, text))
        self.change(replace(now, draft=after))
        return Written(view, view.draft, after, "accessibility")

    async def undo(self, written: Written) -> None:
        now = self._check(written.view, written.after.text)
        self.change(replace(now, draft=written.before))

    async def copy(self, text: str) -> None:
        self.copied.append(text)

    async def return_to(self, view: ChatView) -> None:
        self.returned.append(view.identity)
        if self.lost is not None:
            raise self.lost


class RecordingHistory:
    """Records what it is told."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.offers: list[tuple[str, ...]] = []
        self.taken: list[str] = []
        self.events: list[tuple[str, str]] = []

    async def saw(self, view: ChatView, new: Sequence[Message]) -> None:
        self.seen.extend(m.text for m in new)

    async def offered(self, view: ChatView, suggestions: Sequence[Suggestion]) -> None:
        self.offers.append(tuple(s.text for s in suggestions))

    async def took(self, view: ChatView, suggestion: Suggestion, written: str = "") -> None:
        self.taken.append(suggestion.text)
        if written:
            self.events.append(("edited", written))

    async def replaced(self, view: ChatView, text: str) -> None:
        self.events.append(("replaced", text))

    async def undid(self, view: ChatView) -> None:
        self.events.append(("undid", view.identity.contact))

    async def dismissed(self, view: ChatView) -> None:
        self.events.append(("dismissed", view.identity.contact))

    async def asked(self, sent: Sent) -> None:
        self.events.append(("asked", sent.model))


class FakeInstant:
    """Answers by section from a table."""

    def __init__(self) -> None:
        self.answers: dict[str, tuple[Suggestion, ...]] = {}
        self.questions: list[Question] = []

    async def suggest(self, question: Question) -> tuple[Suggestion, ...]:
        self.questions.append(question)
        return self.answers.get(question.section, ())


class FakeAsker:
    """Streams what the test feeds it; records what was asked and what was ended early."""

    def __init__(self) -> None:
        self.questions: list[Question] = []
        self.warmed = 0
        self.ended_early = 0
        self.room_in_budget = True
        self.kept_from: set[ChatIdentity] = set()
        self.memory: dict[Question, Answer] = {}
        self._feed: asyncio.Queue[Answer | CopilotError] = asyncio.Queue()

    def may_ask(self, chat: ChatIdentity, section: Section) -> bool:
        return chat not in self.kept_from

    def allows_prefetch(self, question: Question) -> bool:
        return self.room_in_budget

    async def feed(self, item: Answer | CopilotError) -> None:
        self._feed.put_nowait(item)
        await settle()

    async def warm(self, chat: ChatIdentity) -> None:
        self.warmed += 1

    async def remembered(self, question: Question) -> Answer | None:
        return self.memory.get(question)

    async def ask(self, question: Question) -> AsyncGenerator[Answer, None]:
        self.questions.append(question)
        try:
            while True:
                item = await self._feed.get()
                if isinstance(item, CopilotError):
                    raise item
                if item.whole:
                    self.memory[question] = item
                yield item
                if item.whole:
                    return
        except (asyncio.CancelledError, GeneratorExit):
            self.ended_early += 1
            raise
