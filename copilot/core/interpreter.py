"""Follows chats and puts what is foreign in them into the person's language, and drafts back."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from copilot.core.errors import InputError
from copilot.core.incoming import MESSAGES, ForeignTalk, Incoming, shown
from copilot.core.interpreting import InterpreterParts
from copilot.core.languages import LANGUAGES, same_language
from copilot.core.live_draft import DraftPlace, LiveDraft
from copilot.core.model import ME, ChatIdentity, ChatView, Reach
from copilot.core.ports import Clock
from copilot.core.tasks import TaskSet
from copilot.core.translation_state import (
    IncomingTranslation,
    Pair,
    TranslationState,
    TranslationStatus,
    Variant,
)

if TYPE_CHECKING:
    # Whoever has no model need not load what translates.
    pass

_CHATS = 16
"""So many chats are remembered, the latest ones."""
_CONTEXT = 6
"""So many messages are told as context of a draft."""
_BEFORE = 3
"""So many earlier messages of a sender help to tell the language of the next."""


class Interpreter:
    """Follows one person through their chats; `changed` is called when `state` may have changed.

    All methods belong to one event loop.
    """

    def __init__(
        self, parts: InterpreterParts, clock: Clock, tasks: TaskSet, changed: Callable[[], None]
    ) -> None:
        self._translator = parts.translator
        self._contacts = parts.contacts
        self._languages = parts.languages
        self._tasks = tasks
        self._changed = changed
        self._talks: OrderedDict[ChatIdentity, ForeignTalk] = OrderedDict()
        self._talk: ForeignTalk | None = None
        self._view: ChatView | None = None
        self._entering: asyncio.Task[None] | None = None
        self._typed = False
        self._incoming = Incoming(parts.translator, tasks, changed)
        self._draft = LiveDraft(
            parts.translator, clock, tasks, changed, way_back=parts.languages.way_back
        )

    @property
    def state(self) -> TranslationState:
        """What the panel shows of it now."""
        talk, view, draft, incoming = self._talk, self._view, self._draft, self._incoming
        if talk is None or view is None:
            return TranslationState()
        pair = self.pair
        lines = tuple(map(shown, talk.visible(view, pair.mine)))
        return TranslationState(
            status=self._status(talk, pair, lines),
            pair=pair,
            incoming=lines,
            outgoing=draft.shown,
            choices=tuple(dict.fromkeys((*self._likely(talk), *LANGUAGES))),
            busy=talk.requests > 0 or draft.busy,
            model=draft.model or incoming.model,
            cost=draft.cost or incoming.cost,
            masked=incoming.masked,
        )

    @property
    def pair(self) -> Pair:
        """The languages of the chat that is followed."""
        if self._talk is None:
            return Pair()
        wishes = self._talk.contact.wishes
        mine = wishes.mine or self._languages.mine[0]
        return Pair(mine, wishes.language or self._talk.theirs)

    # Following

    def look(self, view: ChatView, *, own: bool = False) -> None:
        """This is seen now; `own` while the draft holds what we wrote ourselves."""
        before, self._view = self._view, view
        if before is not None and before.identity != view.identity:
            before = None
        if before is None:
            self._leave()
        self._typed = before is not None and before.draft.text != view.draft.text
        talk = self._talk = self._talks.get(view.identity)
        if talk is None:
            if self._entering is None:
                self._entering = self._tasks.start(self._enter(view.identity), "enter chat")
            return
        if before is None or before.conversation != view.conversation:
            self._read(talk, view)
        self._look_at_draft(talk, view, own=own)

    def leave(self) -> None:
        """No chat is followed any more; what is on its way ends."""
        self._leave()
        self._view = None

    def forget(self) -> None:
        """Nothing of what was read stays here; what was translated is in the memory's hands."""
        self.leave()
        self._talks.clear()
        self._incoming.forget()
        self._draft.forget()

    def _leave(self) -> None:
        if self._entering is not None:
            self._entering.cancel()
            self._entering = None
        self._talk = None
        self._incoming.stop()
        self._draft.clear()

    async def _enter(self, chat: ChatIdentity) -> None:
        await self._translator.prepare()
        contact = await self._contacts.of(chat)
        self._entering = None
        self._talks[chat] = ForeignTalk(chat, contact)
        if len(self._talks) > _CHATS:
            self._talks.popitem(last=False)
        self._tasks.start(self._translator.warm(chat), "warm")
        view, self._view = self._view, None
        assert view is not None  # whoever leaves ends this
        self.look(view)
        self._changed()

    def _read(self, talk: ForeignTalk, view: ChatView) -> None:
        """Tell the languages of what is new, and have what is foreign translated."""
        messages = view.conversation.timeless.messages
        for i, message in enumerate(messages):
            if message not in talk.tags:
                earlier = [m for m in reversed(messages[:i]) if m.sender == message.sender]
                tags = [tag for m in earlier[:_BEFORE] if (tag := talk.tags.get(m))]
                identify = self._translator.identifier.identify
                found = identify(message.text, self._likely(talk), tags)
                talk.tags[message] = found.tag if found.known else ""
        while len(talk.tags) > max(MESSAGES, len(messages)):
            talk.tags.popitem(last=False)
        foreign = [m for m in messages if m.sender != ME and self._is_foreign(talk.tags[m])]
        if foreign:
            talk.theirs = talk.tags[foreign[-1]]
        if self._languages.incoming:
            self._incoming.follow(talk, view, self.pair.mine, foreign)

    def _likely(self, talk: ForeignTalk) -> list[str]:
        known = (*self._languages.mine, self.pair.mine, self.pair.theirs)
        tags = dict.fromkeys((*known, *talk.contact.languages))
        return [tag for tag in tags if tag in LANGUAGES]

    def _is_foreign(self, tag: str) -> bool:
        """Whether the person needs a translation of what is in this language."""
        mine = (*self._languages.mine, self.pair.mine)
        return bool(tag) and not any(same_language(tag, one) for one in mine)

    # The draft

    def _look_at_draft(self, talk: ForeignTalk, view: ChatView, *, own: bool) -> None:
        if view.composing:
            return  # what an input method holds is not written yet
        place = self._place(view)
        wanted = self._languages.drafts and not own and self._translator.may_ask(talk.chat)
        if place is None or not wanted or self._is_theirs(view):
            self._draft.clear()
        else:
            self._draft.look(place, view.draft.text, typed=self._typed)

    def _place(self, view: ChatView) -> DraftPlace | None:
        pair = self.pair
        if not pair.theirs or same_language(pair.theirs, pair.mine):
            return None
        return DraftPlace(view.identity, pair, view.conversation.timeless.messages[-_CONTEXT:])

    def _is_theirs(self, view: ChatView) -> bool:
        """Whether the draft is in the other's language already."""
        pair = self.pair
        found = self._translator.identifier.identify(view.draft.text, (pair.mine, pair.theirs))
        return found.known and same_language(found.tag, pair.theirs)

    async def render(self, view: ChatView) -> str:
        """The draft in the other's language, however long it takes.

        Raises InputError where there is nothing to do, and errors of the model.
        """
        if not view.draft.text.strip():
            raise InputError("There is no draft to translate.", "Type something first.")
        if self._entering is not None:
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
        self._draft.vary(variant)

    def now(self) -> None:
        """Translate what was held back or failed."""
        self._incoming.now()
        self._draft.ask()
        self._changed()

    def change(self, pair: Pair) -> None:
        """Translate between these languages from now on, with this contact."""
        talk, view = self._talk, self._view
        if talk is None or view is None:
            return
        wishes = replace(talk.contact.wishes, mine=pair.mine, language=pair.theirs)
        talk.contact = replace(talk.contact, wishes=wishes)
        self._tasks.start(self._contacts.wish(talk.chat, wishes), "keep pair")
        self._read(talk, view)
        self._typed = False
        self._look_at_draft(talk, view, own=False)
        self._changed()

    # Showing

    def _status(
        self, talk: ForeignTalk, pair: Pair, incoming: tuple[IncomingTranslation, ...]
    ) -> TranslationStatus:
        if not incoming and not pair.theirs:
            return TranslationStatus.OFF
        if not self._translator.may_ask(talk.chat):
            withheld = self._translator.reach(talk.chat) is not Reach.ANYONE
            return TranslationStatus.WITHHELD if withheld else TranslationStatus.NO_MODEL
        waiting = any(not one.text and not one.streaming and not one.trouble for one in incoming)
        held = (waiting and not talk.requests) or self._draft.held_back
        return TranslationStatus.HELD_BACK if held else TranslationStatus.READY
