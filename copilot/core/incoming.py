"""Others' messages in the person's language: each asked about once, the newest first."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Iterable
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from copilot.core import unseen
from copilot.core.contacts import Contact
from copilot.core.errors import CopilotError
from copilot.core.languages import direction_of
from copilot.core.model import THEM, ChatIdentity, ChatView, Message
from copilot.core.tasks import TaskSet
from copilot.core.translation import Translated, TranslationRequest
from copilot.core.translation_state import IncomingTranslation

if TYPE_CHECKING:
    # Whoever has no model need not load what translates.
    from copilot.core.translator import Translator

MESSAGES = 400
"""So many messages of a chat are remembered, the latest ones."""
_AT_ONCE = 8
"""So many messages are asked for in one request, the newest first."""
_REQUESTS = 3
"""So many requests of a chat are under way at most."""
_CONTEXT = 6
"""So many messages are told as context."""
_LONGEST = 4000
"""Characters of a message; of longer ones the beginning is translated."""


@dataclass(slots=True)
class Line:
    """A foreign message in `tag`: what is known of its translation into `target`."""

    key: str
    message: Message
    tag: str
    target: str
    translated: Translated = field(default_factory=Translated)
    asked: bool = False
    original_shown: bool = False


@dataclass(slots=True)
class ForeignTalk:
    """What is remembered of one chat: the languages of its messages, and their translations.

    `tags` are "" where nothing tells; `theirs` is the language in which the others wrote last.
    `wanted` while the person asked for what the budget would hold back.
    """

    chat: ChatIdentity
    contact: Contact
    theirs: str = ""
    tags: OrderedDict[Message, str] = field(default_factory=OrderedDict[Message, str])
    lines: OrderedDict[tuple[Message, str], Line] = field(
        default_factory=OrderedDict[tuple[Message, str], Line]
    )
    wanted: bool = False
    requests: int = 0

    def visible(self, view: ChatView, target: str) -> list[Line]:
        """The foreign lines of what the application shows, the newest first, each once."""
        messages = reversed(view.conversation.timeless.messages)
        lines = (self.lines.get((message, target)) for message in dict.fromkeys(messages))
        return [line for line in lines if line is not None]


class Incoming:
    """Has the foreign messages of one talk at a time translated.

    `changed` is called whenever more of a translation has come.
    """

    def __init__(self, translator: Translator, tasks: TaskSet, changed: Callable[[], None]) -> None:
        self._translator = translator
        self._tasks = tasks
        self._changed = changed
        self._running: set[asyncio.Task[None]] = set()
        self._seen: tuple[ForeignTalk, ChatView, str] | None = None
        self._serial = 0
        self.model = self.cost = ""
        self.masked = 0

    def follow(
        self, talk: ForeignTalk, view: ChatView, target: str, foreign: Iterable[Message]
    ) -> None:
        """Have these messages of `view` translated, as far as they are not yet."""
        for message in foreign:
            if (message, target) not in talk.lines:
                self._serial += 1
                line = Line(f"line-{self._serial}", message, talk.tags[message], target)
                talk.lines[message, target] = line
        while len(talk.lines) > max(MESSAGES, len(view.conversation.messages)):
            talk.lines.popitem(last=False)
        self._seen = (talk, view, target)
        self._ask()

    def now(self) -> None:
        """Ask for what was held back, and again for what failed: the person wants it."""
        if self._seen is not None:
            talk, view, target = self._seen
            talk.wanted = True
            for line in talk.visible(view, target):
                if line.translated.trouble:
                    line.asked, line.translated = False, Translated()
            self._ask()

    def forget(self) -> None:
        """No talk was followed."""
        self.stop()
        self._seen = None

    def stop(self) -> None:
        """The talk has gone out of sight: what is on its way ends."""
        for task in self._running:
            task.cancel()
        self._running.clear()
        if self._seen is not None:
            talk, _, _ = self._seen
            talk.requests = 0
            for line in talk.lines.values():
                if line.translated.trouble or not line.translated.whole:
                    line.asked, line.translated = False, Translated()
        self._seen = None

    def _ask(self) -> None:
        """Have what is open translated: the newest first, what belongs together at once."""
        while self._seen is not None and self._seen[0].requests < _REQUESTS:
            talk, view, target = self._seen
            batch = _open(talk.visible(view, target))
            if not batch:
                talk.wanted = False  # what the person asked for is under way
                return
            wanted = talk.wanted or self._translator.allows_prefetch(talk.chat)
            if not (wanted and self._translator.may_ask(talk.chat)):
                return
            for line in batch:
                line.asked = True
            talk.requests += 1
            task = self._tasks.start(self._translate(talk, batch, view), "translate")
            self._running.add(task)
            task.add_done_callback(self._running.discard)

    async def _translate(self, talk: ForeignTalk, batch: list[Line], view: ChatView) -> None:
        asked = TranslationRequest(
            texts=tuple(_start(unseen.visible(line.message.text)) for line in batch),
            target=batch[0].target,
            source=batch[0].tag,
            chat=talk.chat,
            context=_said_before(batch[0].message, view),
            speaker=THEM,
            wanted=talk.wanted,
        )
        try:
            async with aclosing(self._translator.translate(asked)) as steps:
                async for step in steps:
                    for line, text in zip(batch, step.texts, strict=True):
                        line.translated = _with_doubt(text, line.message)
                    self.model, self.cost, self.masked = step.model, step.cost, step.masked
                    self._changed()
        except CopilotError as error:
            for line in batch:
                if not line.translated.whole:
                    line.translated = Translated(whole=True, trouble=error.title)
        talk.requests -= 1
        self._ask()
        self._changed()


def shown(line: Line) -> IncomingTranslation:
    """The line as the panel shows it."""
    return IncomingTranslation(
        key=line.key,
        sender=line.message.sender,
        original=unseen.visible(line.message.text),
        text=line.translated.text,
        streaming=line.asked and not line.translated.whole,
        remembered=line.translated.remembered,
        source=line.tag,
        target=line.target,
        direction=direction_of(line.target),
        original_direction=direction_of(line.tag),
        original_shown=line.original_shown,
        doubt=line.translated.doubt,
        trouble=line.translated.trouble,
    )


def _open(newest_first: Iterable[Line]) -> list[Line]:
    """The newest lines that nobody was asked for, of one language, in the order of the chat."""
    batch: list[Line] = []
    for line in newest_first:
        fits = not batch or line.tag == batch[0].tag
        if not line.asked and fits and len(batch) < _AT_ONCE:
            batch.insert(0, line)
    return batch


def _said_before(first: Message, view: ChatView) -> tuple[Message, ...]:
    """What was said before the first of the lines that are asked for."""
    messages = view.conversation.timeless.messages
    at = messages.index(first)
    return messages[max(0, at - _CONTEXT) : at]


def _start(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"


def _with_doubt(translated: Translated, message: Message) -> Translated:
    if len(message.text) <= _LONGEST or translated.doubt or translated.trouble:
        return translated
    return replace(translated, doubt="Only the beginning of this message is translated.")
