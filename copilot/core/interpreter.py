"""Follows chats and puts what is foreign in them into the person's language, and drafts back."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from copilot.core import unseen
from copilot.core.contacts import Contact
from copilot.core.errors import CopilotError, InputError, ModelMissing
from copilot.core.languages import LANGUAGES, direction_of, same_language
from copilot.core.live_draft import DraftPlace, LiveDraft
from copilot.core.model import ME, THEM, ChatIdentity, ChatView, Message, Reach
from copilot.core.ports import Clock, Contacts
from copilot.core.tasks import TaskSet
from copilot.core.translation import Translated, TranslationRequest
from copilot.core.translation_state import (
    IncomingTranslation,
    Pair,
    TranslationState,
    TranslationStatus,
    Variant,
)

if TYPE_CHECKING:
    # Whoever has no model need not load what translates.
    from copilot.core.translator import Translator


_CHATS = 16
"""So many chats are remembered, the latest ones."""
_MESSAGES = 400
"""So many messages of each."""
_AT_ONCE = 8
"""So many messages are asked for in one request, the newest first."""
_REQUESTS = 3
"""So many requests of a chat are under way at most."""
_CONTEXT = 6
"""So many messages are told as context."""
_LONGEST = 4000
"""Characters of a message; of longer ones the beginning is translated."""


@dataclass(frozen=True, slots=True)
class Languages:
    """What the person set: the languages they read, the main one first, and what is translated."""

    mine: tuple[str, ...] = ("en",)
    incoming: bool = True
    drafts: bool = True
    way_back: bool = True


@dataclass(frozen=True, slots=True)
class InterpreterParts:
    """What an interpreter works with."""

    translator: Translator
    contacts: Contacts
    languages: Languages = Languages()


@dataclass(slots=True)
class _Line:
    """A foreign message: what is known of its translation into `target`."""

    key: str
    message: Message
    tag: str
    target: str
    translated: Translated = field(default_factory=Translated)
    asked: bool = False
    original_shown: bool = False


@dataclass(slots=True)
class _Talk:
    """What is remembered of one chat."""

    chat: ChatIdentity
    contact: Contact
    theirs: str = ""
    tags: OrderedDict[Message, str] = field(default_factory=OrderedDict[Message, str])
    lines: OrderedDict[tuple[Message, str], _Line] = field(
        default_factory=OrderedDict[tuple[Message, str], _Line]
    )
    wanted: bool = False
    """The person asked for what the budget would hold back."""
    requests: int = 0


class Interpreter:
    """Follows one person through their chats; `changed` is called when `state` may have changed.

    Without parts there is no model for it. All methods belong to one event loop.
    """

    def __init__(
        self,
        parts: InterpreterParts | None,
        clock: Clock,
        tasks: TaskSet,
        changed: Callable[[], None],
    ) -> None:
        self._parts = parts
        self._tasks = tasks
        self._changed = changed
        self._talks: OrderedDict[ChatIdentity, _Talk] = OrderedDict()
        self._talk: _Talk | None = None
        self._view: ChatView | None = None
        self._entering: asyncio.Task[None] | None = None
        self._running: set[asyncio.Task[None]] = set()
        self._serial = 0
        self._typed = False
        self._model = self._cost = ""
        self._masked = 0
        self._draft: LiveDraft | None = None
        if parts is not None:
            way_back = parts.languages.way_back
            self._draft = LiveDraft(parts.translator, clock, tasks, changed, way_back=way_back)

    @property
    def state(self) -> TranslationState:
        """What the panel shows of it now."""
        if self._parts is None:
            return TranslationState(TranslationStatus.NO_MODEL)
        talk, view, draft = self._talk, self._view, self._draft
        if talk is None or view is None or draft is None:
            return TranslationState()
        pair = self.pair
        incoming = self._incoming(talk, view)
        return TranslationState(
            status=self._status(talk, pair, incoming),
            pair=pair,
            incoming=incoming,
            outgoing=draft.shown,
            choices=self._choices(talk),
            busy=talk.requests > 0 or draft.busy,
            model=draft.model or self._model,
            cost=draft.cost or self._cost,
            masked=self._masked,
        )

    @property
    def pair(self) -> Pair:
        """The languages of the chat that is followed."""
        if self._parts is None or self._talk is None:
            return Pair()
        wishes = self._talk.contact.wishes
        mine = wishes.mine or self._parts.languages.mine[0]
        return Pair(mine, wishes.language or self._talk.theirs)

    # Following

    def look(self, view: ChatView, *, own: bool = False) -> None:
        """This is seen now; `own` while the draft holds what we wrote ourselves."""
        if self._parts is None:
            return
        before, self._view = self._view, view
        same_chat = before is not None and before.identity == view.identity
        if not same_chat:
            self._leave()
        self._typed = same_chat and before is not None and before.draft.text != view.draft.text
        talk = self._talks.get(view.identity)
        if talk is None:
            if self._entering is None:
                self._entering = self._tasks.start(self._enter(view.identity), "enter chat")
            return
        self._talk = talk
        if before is None or not same_chat or before.conversation != view.conversation:
            self._read(talk, view)
        self._look_at_draft(view, own=own)

    def leave(self) -> None:
        """No chat is followed any more; what is on its way ends."""
        self._leave()
        self._view = None

    def _leave(self) -> None:
        if self._entering is not None:
            self._entering.cancel()
            self._entering = None
        for task in self._running:
            task.cancel()
        self._running.clear()
        if self._talk is not None:
            self._talk.requests = 0
            for line in self._talk.lines.values():
                line.asked = line.asked and line.translated.whole
        self._talk = None
        if self._draft is not None:
            self._draft.clear()

    async def _enter(self, chat: ChatIdentity) -> None:
        parts = self._parts
        assert parts is not None
        await parts.translator.prepare()
        contact = await parts.contacts.of(chat)
        self._entering = None
        self._talks[chat] = _Talk(chat, contact)
        if len(self._talks) > _CHATS:
            self._talks.popitem(last=False)
        view, self._view = self._view, None
        if view is not None:
            self._tasks.start(parts.translator.warm(chat), "warm")
            self.look(view)
            self._changed()

    def _read(self, talk: _Talk, view: ChatView) -> None:
        """Tell the languages of what is new, and have what is foreign translated."""
        parts = self._parts
        assert parts is not None
        messages = view.conversation.timeless.messages
        for i, message in enumerate(messages):
            if message in talk.tags:
                continue
            earlier = [m for m in reversed(messages[:i]) if m.sender == message.sender][:3]
            found = parts.translator.identifier.identify(
                message.text,
                self._likely(talk),
                [tag for m in earlier if (tag := talk.tags.get(m))],
            )
            talk.tags[message] = found.tag if found.known else ""
        while len(talk.tags) > max(_MESSAGES, len(messages)):
            talk.tags.popitem(last=False)
        theirs = (talk.tags[m] for m in reversed(messages) if m.sender != ME)
        talk.theirs = next(filter(self._is_foreign, theirs), talk.theirs)
        if parts.languages.incoming:
            self._collect(talk, messages)
            self._ask(talk, view)

    def _likely(self, talk: _Talk) -> list[str]:
        assert self._parts is not None
        known = (*self._parts.languages.mine, self.pair.mine, self.pair.theirs)
        tags = dict.fromkeys((*known, *talk.contact.languages))
        return [tag for tag in tags if tag in LANGUAGES]

    def _is_foreign(self, tag: str) -> bool:
        """Whether the person needs a translation of what is in this language."""
        assert self._parts is not None
        mine = self._parts.languages.mine
        return bool(tag) and not any(same_language(tag, one) for one in (*mine, self.pair.mine))

    def _collect(self, talk: _Talk, messages: Sequence[Message]) -> None:
        target = self.pair.mine
        for message in messages:
            tag = talk.tags[message]
            if message.sender == ME or not self._is_foreign(tag):
                continue
            if (message, target) not in talk.lines:
                self._serial += 1
                line = _Line(f"line-{self._serial}", message, tag, target)
                talk.lines[message, target] = line
        while len(talk.lines) > max(_MESSAGES, len(messages)):
            talk.lines.popitem(last=False)

    # Asking

    def _ask(self, talk: _Talk, view: ChatView) -> None:
        """Have what is open translated: the newest first, what belongs together at once."""
        assert self._parts is not None
        translator = self._parts.translator
        while talk.requests < _REQUESTS:
            batch = self._open(talk, view)
            if not batch:
                talk.wanted = False  # what the person asked for is under way
                return
            wanted = talk.wanted or translator.allows_prefetch(talk.chat)
            if not (wanted and translator.may_ask(talk.chat)):
                return
            for line in batch:
                line.asked = True
            talk.requests += 1
            work = self._translate(talk, batch, view)
            task = self._tasks.start(work, "translate")
            self._running.add(task)
            task.add_done_callback(self._running.discard)

    def _open(self, talk: _Talk, view: ChatView) -> list[_Line]:
        """The newest lines that nobody was asked for, of one language, in the order of the chat."""
        batch: list[_Line] = []
        for line in self._visible(talk, view):
            fits = not batch or line.tag == batch[0].tag
            if not line.asked and fits and len(batch) < _AT_ONCE:
                batch.insert(0, line)
        return batch

    def _visible(self, talk: _Talk, view: ChatView) -> list[_Line]:
        """The lines of what the application shows, the newest first, each once."""
        target = self.pair.mine
        messages = reversed(view.conversation.timeless.messages)
        lines = (talk.lines.get((message, target)) for message in dict.fromkeys(messages))
        return [line for line in lines if line is not None]

    async def _translate(self, talk: _Talk, batch: list[_Line], view: ChatView) -> None:
        assert self._parts is not None
        asked = TranslationRequest(
            texts=tuple(_start(unseen.visible(line.message.text)) for line in batch),
            target=batch[0].target,
            source=batch[0].tag,
            chat=talk.chat,
            context=_said_before(batch[0].message, view),
            speaker=THEM,
        )
        try:
            async with aclosing(self._parts.translator.translate(asked)) as steps:
                async for step in steps:
                    for line, text in zip(batch, step.texts, strict=True):
                        line.translated = _with_doubt(text, line.message)
                    self._model, self._cost, self._masked = step.model, step.cost, step.masked
                    self._changed()
        except CopilotError as error:
            for line in batch:
                if not line.translated.whole:
                    line.translated = Translated(whole=True, trouble=error.title)
        talk.requests -= 1
        if self._talk is talk and self._view is not None:
            self._ask(talk, self._view)
        self._changed()

    # The draft

    def _look_at_draft(self, view: ChatView, *, own: bool) -> None:
        assert self._parts is not None
        draft = self._draft
        assert draft is not None
        if view.composing:
            return  # what an input method holds is not written yet
        place = self._place(view)
        wanted = self._parts.languages.drafts and not own
        if place is None or not wanted or not self._may_translate(view):
            draft.clear()
        else:
            draft.look(place, view.draft.text, typed=self._typed)

    def _may_translate(self, view: ChatView) -> bool:
        assert self._parts is not None
        return self._parts.translator.may_ask(view.identity) and not self._is_theirs(view)

    def _place(self, view: ChatView) -> DraftPlace | None:
        pair = self.pair
        if not pair.theirs or same_language(pair.theirs, pair.mine):
            return None
        return DraftPlace(view.identity, pair, view.conversation.timeless.messages[-_CONTEXT:])

    def _is_theirs(self, view: ChatView) -> bool:
        """Whether the draft is in the other's language already."""
        assert self._parts is not None
        pair = self.pair
        found = self._parts.translator.identifier.identify(
            view.draft.text, (pair.mine, pair.theirs)
        )
        return found.known and same_language(found.tag, pair.theirs)

    async def render(self, view: ChatView) -> str:
        """The draft in the other's language, however long it takes.

        Raises ModelMissing, InputError where there is nothing to do, and errors of the model.
        """
        if self._parts is None or self._draft is None:
            raise ModelMissing(
                "No model is set up for translation.",
                'Name one under [jobs] in settings.toml: translation = "deepseek", for example.',
            )
        if not view.draft.text.strip():
            raise InputError("There is no draft to translate.", "Type something first.")
        while self._entering is not None:
            await asyncio.wait([self._entering])
        place = self._place(view)
        if place is None:
            raise InputError(
                "The language of this contact is not known yet.",
                "Choose it in the panel, under Translation.",
            )
        if self._is_theirs(view):
            raise InputError("The draft is in their language already.")
        return await self._draft.render(place, view.draft.text)

    # What the person wants

    def show_original(self, key: str, on: bool) -> None:
        """Show what was really said, or hide it again."""
        for line in self._talk.lines.values() if self._talk is not None else ():
            if line.key == key:
                line.original_shown = on
        self._changed()

    def vary(self, variant: Variant) -> None:
        """Say the draft's translation in another way."""
        if self._draft is not None:
            self._draft.vary(variant)

    def now(self) -> None:
        """Translate what was held back or failed."""
        talk, view = self._talk, self._view
        if talk is None or view is None or self._draft is None:
            return
        talk.wanted = True
        for line in self._visible(talk, view):
            if line.translated.trouble:
                line.asked, line.translated = False, Translated()
        self._ask(talk, view)
        self._draft.ask()
        self._changed()

    def change(self, pair: Pair) -> None:
        """Translate between these languages from now on, with this contact."""
        talk, view = self._talk, self._view
        if talk is None or view is None or self._parts is None:
            return
        wishes = replace(talk.contact.wishes, mine=pair.mine, language=pair.theirs)
        talk.contact = replace(talk.contact, wishes=wishes)
        keeping = self._parts.contacts.speak(talk.chat, pair.theirs, pair.mine)
        self._tasks.start(keeping, "keep pair")
        self._read(talk, view)
        self._typed = False
        self._look_at_draft(view, own=False)
        self._changed()

    # Showing

    def _incoming(self, talk: _Talk, view: ChatView) -> tuple[IncomingTranslation, ...]:
        return tuple(
            IncomingTranslation(
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
            for line in self._visible(talk, view)
        )

    def _status(
        self, talk: _Talk, pair: Pair, incoming: tuple[IncomingTranslation, ...]
    ) -> TranslationStatus:
        assert self._parts is not None
        assert self._draft is not None
        if not incoming and not pair.theirs:
            return TranslationStatus.OFF
        translator = self._parts.translator
        if not translator.may_ask(talk.chat):
            withheld = translator.reach(talk.chat) is not Reach.ANYONE
            return TranslationStatus.WITHHELD if withheld else TranslationStatus.NO_MODEL
        waiting = any(not one.text and not one.streaming and not one.trouble for one in incoming)
        held = (waiting and not talk.requests) or self._draft.held_back
        return TranslationStatus.HELD_BACK if held else TranslationStatus.READY

    def _choices(self, talk: _Talk) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self._likely(talk), *LANGUAGES)))


def _said_before(first: Message, view: ChatView) -> tuple[Message, ...]:
    """What was said before the first of the lines that are asked for."""
    messages = view.conversation.timeless.messages
    at = messages.index(first) if first in messages else len(messages)
    return messages[max(0, at - _CONTEXT) : at]


def _start(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"


def _with_doubt(translated: Translated, message: Message) -> Translated:
    if len(message.text) <= _LONGEST or translated.doubt or translated.trouble:
        return translated
    return replace(translated, doubt="Only the beginning of this message is translated.")
