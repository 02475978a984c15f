"""Translation's part in a session: follows the chat, and does what the person wants translated."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from copilot.core.diary import Diary
from copilot.core.in_place import InPlace
from copilot.core.intents import ChangePair, ShowOriginal, Vary
from copilot.core.interpreting import InterpreterParts, NoInterpreter
from copilot.core.model import ME, ChatView, Notice
from copilot.core.notices import Notices
from copilot.core.ports import Clock
from copilot.core.tasks import TaskSet
from copilot.core.translation_state import Pair, TranslationState
from copilot.core.writing import Writing

if TYPE_CHECKING:
    from copilot.core.interpreter import Interpreter


class Translating:
    """Joins the interpreter with the draft; `changed` is called when something is to be shown."""

    def __init__(
        self,
        parts: InterpreterParts | None,
        clock: Clock,
        tasks: TaskSet,
        writing: Writing,
        diary: Diary,
        notices: Notices,
        changed: Callable[[], None],
    ) -> None:
        self._writing = writing
        self._notices = notices
        self._changed = changed
        self._interpreter = _create_interpreter(parts, clock, tasks, changed)
        self._in_place = InPlace(
            self._interpreter, writing, clock, tasks, self._say, diary.replaced
        )

    @property
    def state(self) -> TranslationState:
        """What the panel shows of it now."""
        return self._interpreter.state

    def has_news(self, view: ChatView) -> bool:
        """Whether there is something that the person did not ask for and will want to see."""
        told, state = view.conversation.messages[-1:], self.state
        foreign = bool(state.incoming and told and told[0].sender != ME)
        return foreign or state.outgoing is not None

    def look(self, view: ChatView, *, same_chat: bool) -> None:
        """This is seen now."""
        self._interpreter.look(view, own=self.holds(view))
        if same_chat:
            self._in_place.look(view)
        else:
            self._in_place.leave()

    def look_anew(self, view: ChatView) -> None:
        """What is allowed for this chat has changed: what was under way ends."""
        self._interpreter.leave()
        self._interpreter.look(view)

    def give_up(self) -> None:
        """What was to be put in the draft's place is not waited for any more."""
        self._in_place.leave()

    def leave(self) -> None:
        """The chat has gone out of sight."""
        self._interpreter.leave()
        self._in_place.leave()

    def forget(self) -> None:
        """Nothing of what was read stays here."""
        self._interpreter.forget()
        self._in_place.leave()

    def holds(self, view: ChatView) -> bool:
        """Whether this draft is a translation that was put there."""
        return self._in_place.holds(view)

    def translate(self, view: ChatView) -> None:
        """Put the draft's translation in its place."""
        self._in_place.press(view)

    def now(self) -> None:
        """Translate what was held back or failed."""
        self._interpreter.now()

    def swap(self) -> None:
        """The other way round: their language becomes mine."""
        pair = self._interpreter.pair
        self._interpreter.change(Pair(pair.theirs, pair.mine))

    def copy(self) -> None:
        """Copy the draft's translation."""
        outgoing = self.state.outgoing
        self._writing.copy(outgoing.text if outgoing is not None else "")

    def handle(self, intent: Vary | ShowOriginal | ChangePair) -> None:
        """Carry out what the person wants."""
        match intent:
            case Vary(variant):
                self._interpreter.vary(variant)
            case ShowOriginal(key, on):
                self._interpreter.show_original(key, on)
            case ChangePair(pair):
                self._interpreter.change(pair)

    def _say(self, notice: Notice | None) -> None:
        self._notices.forget()
        if notice is not None:
            self._notices.say(notice)
        self._changed()


def _create_interpreter(
    parts: InterpreterParts | None, clock: Clock, tasks: TaskSet, changed: Callable[[], None]
) -> Interpreter | NoInterpreter:
    if parts is None:
        return NoInterpreter()
    # Whoever has no model need not load what translates.
    from copilot.core.interpreter import Interpreter

    return Interpreter(parts, clock, tasks, changed)
