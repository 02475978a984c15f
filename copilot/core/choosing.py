"""Putting into the draft what the person chooses, and taking it out again."""

from __future__ import annotations

from dataclasses import replace

from copilot.core.diary import Diary
from copilot.core.model import Card, ChatView, Sight, Written
from copilot.core.notices import Notices
from copilot.core.thinking import Thinking
from copilot.core.writing import Writing


class Choosing:
    """Has chosen cards written, once their text is whole."""

    def __init__(
        self, thinking: Thinking, writing: Writing, diary: Diary, notices: Notices
    ) -> None:
        self._thinking = thinking
        self._writing = writing
        self._diary = diary
        self._notices = notices
        self._awaited = ""

    def choose(self, card: Card | None, view: ChatView | None) -> None:
        """Put the text of this card into the draft of `view`, which is seen now."""
        locked = None if card is None or view is None else self.locked(view)
        if card is None or locked is None or self._writing.busy:
            return
        # Half a sentence helps nobody: it is inserted as soon as it is whole.
        self._awaited = card.key if card.streaming else ""
        if not card.streaming:
            self._notices.forget()
            self._writing.insert(locked, card.text, lambda _: self._diary.took(locked, card))

    def insert_edited(self, card: Card, locked: ChatView, now: Sight, text: str) -> None:
        """Put what the person made of this card into the chat and draft that it was made for."""
        lock = _as_seen_now(locked, now)
        self._notices.forget()

        def done(_: Written) -> None:
            self._notices.placed(text)
            self._diary.took(lock, card, text)

        self._writing.insert(lock, text, done, own=True)

    def insert_answer(self, asked: ChatView, now: Sight, text: str) -> None:
        """Put what a skill has written into the chat and draft that it was asked about."""
        if not self._writing.busy:
            lock = _as_seen_now(asked, now)
            self._notices.forget()
            self._writing.insert(lock, text, lambda _: self._diary.replaced(lock, text))

    def locked(self, view: ChatView) -> ChatView | None:
        """The view with the chat and the draft that the cards were made for: the lock."""
        question = self._thinking.question
        if question is None:
            return None
        draft = replace(question.draft, caret=view.draft.caret)
        return replace(view, identity=question.chat, draft=draft)

    def progressed(self, view: ChatView | None) -> None:
        """More of the answer is here: what was chosen may be whole."""
        card = self._thinking.card(self._awaited)
        if card is not None and not card.streaming:
            self.choose(card, view)

    def expect_nothing(self) -> None:
        """Another question is asked: a card that was chosen but not whole will not come."""
        self._awaited = ""

    def undo(self) -> None:
        """Put the draft back as it was before the last insertion."""
        if self._writing.written is not None and not self._writing.busy:
            self._notices.forget()
        self._writing.undo(self._diary.undid)


def _as_seen_now(locked: ChatView, now: Sight) -> ChatView:
    """The same chat, conversation and draft, in the field where the chat has its draft now."""
    if not isinstance(now, ChatView) or now.identity != locked.identity:
        return locked
    draft = replace(locked.draft, caret=now.draft.caret)
    return replace(now, conversation=locked.conversation, draft=draft)
