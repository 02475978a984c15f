"""What the person wants to be shown, in the chat they are in and in those they come back to."""

from __future__ import annotations

from dataclasses import replace

from copilot.core.asking import Question
from copilot.core.model import ME, ChatIdentity, ChatView, Conversation, Section

_KEPT = ("translation", "skills")
"""Sections that the person opened to stay in, whatever is said; nothing is suggested there."""
LONGEST_WISH = 300
"""Characters of the person's own words."""
_DISMISSED = 100
"""In so many chats, the latest, is remembered that the panel was dismissed."""


class Attention:
    """Knows which section is open and where the panel was dismissed; says what a view raises.

    `turn` counts how often other suggestions were asked for, `wish` says how they shall be, and
    `marked` is the key of a card.
    """

    def __init__(self, shortest_draft: int) -> None:
        """Drafts with fewer characters than `shortest_draft` are left alone."""
        self._shortest_draft = shortest_draft
        self._dismissed: dict[ChatIdentity, Conversation] = {}
        self.section: Section = "replies"
        self.opened = self._for_now = False
        self.turn = 0
        self.wish = ""
        self.marked = ""

    def look(self, view: ChatView, known: Conversation | None) -> bool:
        """Whether the conversation went on; `known` is what was seen of it, None in a new chat."""
        went_on = known is None or view.conversation.goes_on_after(known)
        if went_on:
            if known is None or not self.is_kept:
                self.section = "replies"
            self.turn, self.wish = 0, ""
            self.opened = self.opened and known is not None and not self._for_now
        hidden = self._dismissed.get(view.identity)
        if hidden is not None and view.conversation.goes_on_after(hidden):
            del self._dismissed[view.identity]
        return went_on

    def open(self, section: Section, view: ChatView | None, *, for_now: bool = False) -> None:
        """The person opens this section; `for_now` is as with `show`."""
        self.show()
        self._for_now, self.section = self._for_now and for_now, section
        if view is not None:
            self._dismissed.pop(view.identity, None)

    def show(self) -> None:
        """There is something to be seen until the talk goes on.

        Who wants one thing of the panel does not want to be asked for each time from then on.
        """
        self._for_now = self._for_now or not self.opened
        self.opened = True

    def want(self, wish: str) -> None:
        """The person wishes this of the suggestions; the same wish again asks for others."""
        self.turn += wish == self.wish
        self.wish = wish

    def dismiss(self, view: ChatView | None) -> None:
        """The person wants to see nothing until this conversation goes on."""
        self.opened = False
        if view is not None:
            self._dismissed.pop(view.identity, None)
            self._dismissed[view.identity] = view.conversation
            if len(self._dismissed) > _DISMISSED:
                del self._dismissed[next(iter(self._dismissed))]

    def forget(self) -> None:
        """Nothing was dismissed, nothing is open, nothing was wished for."""
        self.opened = False
        self.turn, self.wish, self.marked = 0, "", ""
        self._dismissed.clear()

    @property
    def is_kept(self) -> bool:
        """Whether the open section is one in which nothing is suggested."""
        return self.section in _KEPT

    def is_hidden(self, view: ChatView) -> bool:
        """Whether the panel was dismissed here."""
        return view.identity in self._dismissed

    def is_quiet(self, view: ChatView) -> bool:
        """Whether nothing is offered however long the talk rests."""
        return self.is_hidden(view) or self.is_kept

    def question_of(self, view: ChatView) -> Question | None:
        """The question that this view raises by itself, None where silence is right."""
        if self.is_quiet(view) or view.composing:
            return None
        draft, messages = view.draft.text.strip(), view.conversation.messages
        if draft:
            enough = len(draft) >= self._shortest_draft
            return self.question(view, "replies") if enough else None
        if self.section == "topics":
            return self.question(view, "topics")
        if messages and messages[-1].sender != ME:
            return self.question(view, "replies")
        return self.question(view, "topics") if self.opened else None

    def question(self, view: ChatView, section: Section) -> Question:
        """What to suggest here, for this section."""
        # Caret and times are not part of it: moving it and counting them up ask for nothing new.
        draft = replace(view.draft, caret=0)
        said = view.conversation.timeless
        return Question(view.identity, said, draft, section, self.turn, self.wish)
