"""What the history is told of a session, in the background: what was said, offered and taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Coroutine, Sequence

from copilot.core.model import Card, ChatIdentity, ChatView, Message, Suggestion
from copilot.core.ports import History
from copilot.core.tasks import TaskSet


class Diary:
    """Tells a history; nobody waits for it."""

    def __init__(self, history: History, tasks: TaskSet) -> None:
        self._history = history
        self._tasks = tasks
        self._offered: tuple[ChatIdentity, tuple[Suggestion, ...]] | None = None

    def saw(self, view: ChatView, known: Sequence[Message]) -> None:
        """This is seen; `known` of it was seen before."""
        old = Counter(known)  # who says "ok" twice has said it twice
        new: list[Message] = []
        for message in view.conversation.messages:
            if old[message] > 0:
                old[message] -= 1
            else:
                new.append(message)
        if new:
            self._tell(self._history.saw(view, new))

    def offered(self, view: ChatView, cards: Sequence[Card]) -> None:
        """These cards are shown, whole."""
        offered = tuple(suggestion_of(card) for card in cards)
        if (view.identity, offered) != self._offered:
            self._offered = (view.identity, offered)
            self._tell(self._history.offered(view, offered))

    def took(self, view: ChatView, card: Card, written: str = "") -> None:
        """This card stands in the draft now, or what the person has `written` from it."""
        edited = written if written != card.text else ""
        self._tell(self._history.took(view, suggestion_of(card), edited))

    def replaced(self, view: ChatView, text: str) -> None:
        """A text that was no suggestion stands in the draft now."""
        self._tell(self._history.replaced(view, text))

    def undid(self, view: ChatView) -> None:
        """What was put into the draft last is out of it again."""
        self._tell(self._history.undid(view))

    def dismissed(self, view: ChatView) -> None:
        """The panel was closed on what was offered last."""
        self._tell(self._history.dismissed(view))

    def _tell(self, work: Coroutine[None, None, None]) -> None:
        self._tasks.start(work, "history")


def suggestion_of(card: Card) -> Suggestion:
    """What a card offers."""
    return Suggestion(card.text, card.stance, card.source)
