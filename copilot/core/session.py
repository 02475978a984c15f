"""The story: a ChatView comes in, PanelStates go out, a click comes back."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from copilot.core import composing
from copilot.core.asking import InstantReplies, Question
from copilot.core.chat_rules import RULINGS, ChatRules, subject_of
from copilot.core.errors import CopilotError, InputError, RulesNotKept
from copilot.core.habits import Rhythm
from copilot.core.in_place import InPlace
from copilot.core.interpreting import InterpreterParts, NoInterpreter
from copilot.core.model import (
    ME,
    Card,
    ChangePair,
    ChatIdentity,
    ChatView,
    Choose,
    ChooseNumber,
    ChooseTranslation,
    Command,
    Conversation,
    CopyCard,
    Draft,
    Hold,
    Intent,
    Mark,
    Message,
    Notice,
    PanelState,
    Phase,
    Section,
    Show,
    ShowOriginal,
    Sight,
    Suggestion,
    Vary,
)
from copilot.core.ports import Clock, DraftWriter, Eyes, History
from copilot.core.tasks import TaskSet
from copilot.core.thinking import Asker, Pace, Thinking
from copilot.core.translation_state import Pair
from copilot.core.writing import Writing

if TYPE_CHECKING:
    from copilot.core.interpreter import Interpreter

_log = logging.getLogger(__name__)


async def _keep_reading(app: str) -> None:
    """Where nothing can be denied."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a session works with. Without a model `asker` is None, without one for translation
    `interpreting`.

    `deny` has an application, by the name in ChatIdentity, never read again.
    """

    eyes: Eyes
    writer: DraftWriter
    instant: InstantReplies
    asker: Asker | None
    history: History
    clock: Clock
    rules: ChatRules = field(default_factory=ChatRules)
    deny: Callable[[str], Coroutine[None, None, None]] = _keep_reading
    interpreting: InterpreterParts | None = None


class Session:
    """Follows one person through their chats. All methods belong to one event loop."""

    def __init__(
        self,
        parts: Parts,
        show: Callable[[PanelState], None],
        pace: Pace | None = None,
        hotkeys: Sequence[str] = (),
    ) -> None:
        """`hotkeys` are the labels of the combinations that choose the first, second … card."""
        self._parts = parts
        self._hotkeys = hotkeys
        self._show = show
        self._pace = pace or Pace()
        self._tasks = TaskSet(self._failed)
        self._thinking = Thinking(
            parts.instant, parts.asker, parts.clock, self._pace, self._tasks, self._progressed
        )
        self._sight: Sight = None
        self._view: ChatView | None = None
        self._rhythm = Rhythm()
        self._leaving: asyncio.Task[None] | None = None
        self._section: Section = "replies"
        self._turn = 0
        self._marked = ""
        self._opened = self._paused = False
        self._dismissed: dict[ChatIdentity, Conversation] = {}
        self._told: tuple[str, Question | None] | None = None
        self._offered: tuple[ChatIdentity, tuple[Suggestion, ...]] | None = None
        self._awaited_key = ""
        self._notice: Notice | None = None
        self._own_notice: Notice | None = None  # the last one of the application itself
        self._later: Notice | None = None  # was not taken off when the chat was left
        self._writing = Writing(parts.writer, self._tasks, self._wrote)
        self._interpreter = self._create_interpreter(parts)
        self._in_place = InPlace(
            self._interpreter, self._writing, parts.clock, self._tasks, self._say, self._replaced
        )
        self._state = PanelState()

    def _create_interpreter(self, parts: Parts) -> Interpreter | NoInterpreter:
        if parts.interpreting is None:
            return NoInterpreter()
        # Whoever has no model need not load what translates.
        from copilot.core.interpreter import Interpreter

        return Interpreter(parts.interpreting, parts.clock, self._tasks, self._publish)

    @property
    def state(self) -> PanelState:
        """What the panel shows now."""
        return self._state

    def tell(self, notice: Notice) -> None:
        """Show a notice of the application itself, wherever the person is."""
        self._notice = self._own_notice = notice
        self._opened = True
        self._publish()

    async def run(self) -> None:
        """Follow what is seen until cancelled; every connection is closed at the end."""
        try:
            async for sight in self._parts.eyes.sights():
                self._see(sight)
        finally:
            await self._tasks.close()

    # Seeing

    def _see(self, sight: Sight) -> None:
        if self._paused:
            return  # what was on its way when the eyes were told to rest
        self._sight = sight
        if self._writing.busy:
            return
        if isinstance(sight, ChatView):
            self._stay()
            self._look_at(sight)
        elif self._view is None:
            self._publish()
        elif self._leaving is None:
            self._leaving = self._tasks.start(self._leave(), "leave")

    def _stay(self) -> None:
        if self._leaving is not None:
            self._leaving.cancel()
            self._leaving = None

    async def _leave(self) -> None:
        await self._parts.clock.sleep(self._pace.leave)
        self._leaving = None
        self._thinking.forget()
        self._interpreter.leave()
        self._in_place.leave()
        # What the application said of itself is told once, perhaps just as somebody looked away.
        self._later = self._notice if self._notice is self._own_notice else None
        self._view = self._notice = None
        self._opened = False
        self._publish()

    def _look_at(self, view: ChatView) -> None:
        if self._later is not None:
            self._notice, self._later = self._notice or self._later, None
        view = self._writing.corrected(view)
        before, self._view = self._view, view
        same_chat = before is not None and before.identity == view.identity
        if before is not None and same_chat:
            self._notice_typing(before.draft, view)
        elif self._parts.asker is not None:
            self._tasks.start(self._parts.asker.warm(view.identity), "warm")
        known = before.conversation if before is not None and same_chat else None
        went_on = known is None or view.conversation.goes_on_after(known)
        if went_on:
            stays = same_chat and self._section == "translation"
            self._section, self._turn = "translation" if stays else "replies", 0
            self._opened = self._opened and same_chat
        self._keep_new_messages(known.messages if known else (), view)
        hidden = self._dismissed.get(view.identity)
        if hidden is not None and view.conversation.goes_on_after(hidden):
            del self._dismissed[view.identity]
        if same_chat and not self._writing.holds(view):
            self._writing.forget()
        self._interpreter.look(view, own=self._in_place.holds(view))
        if same_chat:
            self._in_place.look(view)
        else:
            self._in_place.leave()
        question = self._question_of(view)
        if question is not None and question == self._thinking.question:
            self._publish()
            return
        emptied = (
            not went_on and before is not None and bool(before.draft.text) and not view.draft.text
        )
        self._start(question, self._pace.after_sending if emptied else 0.0)

    def _notice_typing(self, before: Draft, view: ChatView) -> None:
        draft = view.draft.text
        if draft and draft != before.text and not self._writing.holds(view):
            self._rhythm = self._rhythm.typed(self._parts.clock.monotonic())

    def _keep_new_messages(self, known: tuple[Message, ...], view: ChatView) -> None:
        old = Counter(known)  # who says "ok" twice has said it twice
        new: list[Message] = []
        for message in view.conversation.messages:
            if old[message] > 0:
                old[message] -= 1
            else:
                new.append(message)
        if new:
            self._tasks.start(self._parts.history.saw(view, new), "history")

    def _question_of(self, view: ChatView) -> Question | None:
        """The question that this view raises by itself, None where silence is right."""
        if self._section == "translation":
            return None
        if view.composing or self._is_hidden(view) or self._writing.holds(view):
            return None
        draft, messages = view.draft.text.strip(), view.conversation.messages
        if draft:
            enough = len(draft) >= self._pace.shortest_draft
            return self._question(view, "replies") if enough else None
        if self._section == "topics":
            return self._question(view, "topics")
        if messages and messages[-1].sender != ME:
            return self._question(view, "replies")
        return self._question(view, "topics") if self._opened else None

    def _question(self, view: ChatView, section: Section) -> Question:
        # Caret and times are not part of it: moving it and counting them up ask for nothing new.
        draft = replace(view.draft, caret=0)
        return Question(view.identity, view.conversation.timeless, draft, section, self._turn)

    def _is_quiet(self, view: ChatView) -> bool:
        """Whether nothing is offered however long the talk rests."""
        return self._is_hidden(view) or self._section == "translation"

    def _is_hidden(self, view: ChatView) -> bool:
        return view.identity in self._dismissed

    # Thinking

    def _start(self, question: Question | None, delay: float = 0.0) -> None:
        self._awaited_key = self._marked = ""
        pace, view = self._pace, self._view
        if question is not None:
            typing = bool(question.draft.text)
            self._thinking.ask(
                question,
                self._rhythm.pause(pace.typing_pause) if typing else delay,
                0.0 if typing else pace.settle,
                unasked=not typing and not self._opened,
            )
        elif view is None or view.draft.text or self._is_quiet(view):
            self._thinking.forget()
        else:
            self._thinking.ask_instantly(self._question(view, "topics"), pace.quiet)
        self._publish()

    def _progressed(self) -> None:
        thinking = self._thinking
        if thinking.answer.whole:
            self._told = None
        elif thinking.error is not None and (
            not self._told or self._told[0] != thinking.error.title
        ):
            self._told = (thinking.error.title, thinking.question)
        if thinking.question is not None and not thinking.question.draft.text:
            self._section = thinking.question.section
        self._publish()
        if not thinking.busy and self._view is not None and thinking.cards:
            self._keep_offer(self._view, thinking.cards)
        awaited = thinking.card(self._awaited_key)
        if awaited is not None and not awaited.streaming:
            self._choose(awaited)

    def _keep_offer(self, view: ChatView, cards: Sequence[Card]) -> None:
        offered = tuple(Suggestion(c.text, c.stance, c.source) for c in cards)
        if (view.identity, offered) != self._offered:
            self._offered = (view.identity, offered)
            self._tasks.start(self._parts.history.offered(view, offered), "history")

    # Showing

    def _publish(self) -> None:
        state = self._compose()
        if state != self._state:
            self._state = state
            self._show(state)

    def _compose(self) -> PanelState:
        view, thinking = self._view, self._thinking
        if self._paused:
            return PanelState(Phase.PAUSED, visible=self._opened)
        if view is None:
            return composing.without_chat(self._sight, self._notice, opened=self._opened)
        can_undo = self._writing.holds(view)
        news = self._notice is not None or (
            thinking.error is not None and not self._is_told(thinking)
        )
        translation = self._interpreter.state
        told = view.conversation.messages[-1:]
        foreign = bool(translation.incoming and told and told[0].sender != ME)
        something = (
            bool(thinking.cards) or news or can_undo or foreign or translation.outgoing is not None
        )
        return composing.with_chat(
            view,
            thinking,
            self._notice,
            self._section,
            self._marked,
            self._hotkeys,
            visible=self._opened or (something and not self._is_hidden(view)),
            can_undo=can_undo,
            rule=self._parts.rules.of(view.identity),
            translation=translation,
        )

    def _is_told(self, thinking: Thinking) -> bool:
        """Whether the error is no reason to show the panel by itself.

        The person has seen it at an earlier question, or it is about what they did not ask for.
        """
        if isinstance(thinking.error, InputError):
            return True
        return self._told is not None and self._told[1] != thinking.question

    # Intents

    def handle(self, intent: Intent) -> None:
        """Carry out what the person wants."""
        match intent:
            case Choose(key):
                self._choose(self._thinking.card(key))
            case ChooseNumber(number):
                if self._state.visible:
                    self._choose(self._thinking.card_by_number(number))
            case CopyCard(key):
                card = self._thinking.card(key)
                self._writing.copy(card.text if card is not None else "")
            case Mark(key):
                self._marked = key
                self._publish()
            case Hold(on):
                self._thinking.hold(on)
            case Show(section):
                self._open(section)
            case ChooseTranslation():
                self._translate()
            case Vary(variant):
                self._interpreter.vary(variant)
            case ShowOriginal(key, on):
                self._interpreter.show_original(key, on)
            case ChangePair(pair):
                self._interpreter.change(pair)
            case Command(name):
                self._command(name)
            case _:
                pass

    def _command(self, name: str) -> None:
        match name:
            case "open":
                self._open(self._section)
            case "dismiss":
                if self._view is not None:
                    self._dismissed[self._view.identity] = self._view.conversation
                    if self._thinking.cards:
                        self._tasks.start(self._parts.history.dismissed(self._view), "history")
                self._opened = False
                self._forget_notice()
                self._thinking.forget()
                self._publish()
            case "refresh":
                self._forget_notice()
                self._turn += 1
                if self._section == "translation":
                    self._interpreter.now()
                self._open(self._section)
            case "undo":
                self._undo()
            case "translate":
                self._translate()
            case "translate-now":
                self._interpreter.now()
            case "swap-pair":
                pair = self._interpreter.pair
                self._interpreter.change(Pair(pair.theirs, pair.mine))
            case "copy-translation":
                outgoing = self._interpreter.state.outgoing
                self._writing.copy(outgoing.text if outgoing is not None else "")
            case "copy":
                self._writing.copy(self._writing.refused)
            case "pause":
                self._pause(True)
            case "resume":
                self._pause(False)
            case "deny-app":
                if self._view is not None:
                    self._tasks.start(self._parts.deny(self._view.identity.app), "deny")
            case _ if name in RULINGS:
                self._rule(name)
            case _:
                pass  # The composition root carries out the others.

    def _rule(self, name: str) -> None:
        """Change what is allowed for this chat; what was being asked is not asked any more."""
        view = self._view
        if view is None:
            return
        self._thinking.forget()
        self._forget_notice()
        subject = subject_of(view)
        try:
            self._parts.rules.keep(subject, RULINGS[name](self._parts.rules.of(subject)))
        except RulesNotKept as error:
            self._notice = Notice(error.title, error.hint)
        self._interpreter.leave()
        self._interpreter.look(view)
        self._start(self._question_of(view))

    def _pause(self, on: bool) -> None:
        """Read nothing and keep nothing of what was read, until the person wants it again."""
        self._paused, self._opened = on, False
        self._sight = self._view = None
        self._writing.start_afresh()
        self._stay()
        self._forget_notice()
        self._thinking.forget()
        self._dismissed.clear()
        self._interpreter.forget()
        self._in_place.leave()
        self._tasks.start(self._parts.eyes.rest(on), "rest")
        self._publish()

    def _open(self, section: Section) -> None:
        self._opened, self._section = True, section
        question = None
        if self._view is not None:
            self._dismissed.pop(self._view.identity, None)
            question = self._question_of(self._view)
        thinking = self._thinking
        if question is not None and (question != thinking.question or thinking.held_back):
            self._start(question)
        elif section == "translation":
            thinking.forget()
        self._publish()

    # Choosing

    def _choose(self, card: Card | None) -> None:
        view, question = self._view, self._thinking.question
        if card is None or view is None or question is None or self._writing.busy:
            return
        # Half a sentence helps nobody: it is inserted as soon as it is whole.
        self._awaited_key = card.key if card.streaming else ""
        if not card.streaming:
            # The lock is the chat and the draft that the suggestion was made for.
            draft = replace(question.draft, caret=view.draft.caret)
            self._insert(replace(view, identity=question.chat, draft=draft), card)

    def _insert(self, view: ChatView, card: Card) -> None:
        taken = Suggestion(card.text, card.stance, card.source)
        self._forget_notice()
        self._writing.insert(view, card.text, lambda _: self._took(view, taken))

    def _took(self, view: ChatView, taken: Suggestion) -> None:
        self._tasks.start(self._parts.history.took(view, taken), "history")

    def _undo(self) -> None:
        if self._writing.written is not None and not self._writing.busy:
            self._forget_notice()
        self._writing.undo(self._undid)

    def _undid(self, view: ChatView) -> None:
        self._tasks.start(self._parts.history.undid(view), "history")

    def _translate(self) -> None:
        """Put the draft's translation in its place, or the draft back where it stands already."""
        view = self._view
        if view is None:
            self._open("translation")
        elif self._in_place.holds(view):
            self._undo()
        else:
            self._in_place.press(view)

    def _replaced(self, view: ChatView, text: str) -> None:
        self._tasks.start(self._parts.history.replaced(view, text), "history")

    def _say(self, notice: Notice | None) -> None:
        """Say something for a while, or nothing any more."""
        self._forget_notice()
        if notice is not None:
            self._notice = notice
            self._tasks.start(self._clear(notice), "notice")
        self._publish()

    def _wrote(self, error: CopilotError | None) -> None:
        """Something was written or taken back, or was not."""
        if error is None:
            self._thinking.forget()
        else:
            self._refuse(error)
        if self._paused:
            self._writing.forget()
            return
        self._see(self._sight)
        self._publish()

    # Errors

    def _refuse(self, error: CopilotError) -> None:
        """Say why nothing was written, long enough to be read, and offer to copy the text."""
        refused = self._writing.refused
        self._say(Notice(error.title, error.hint, "copy" if refused else ""))
        self._writing.refused = refused

    async def _clear(self, notice: Notice) -> None:
        await self._parts.clock.sleep(self._pace.refusal)
        if self._notice is notice:
            self._forget_notice()
            self._publish()

    def _forget_notice(self) -> None:
        self._notice, self._writing.refused = None, ""

    def _failed(self, error: BaseException) -> None:
        """A background task failed: say so and go on."""
        if isinstance(error, CopilotError):
            self._notice = Notice(error.title, error.hint, "", error.retryable)
        else:
            # The type only: the message may hold chat text.
            _log.error("session: a task failed with %s", type(error).__name__)
            self._notice = Notice(
                "Something went wrong inside Chat Copilot.",
                "It goes on; if it happens again, run `chat-copilot doctor`.",
            )
        self._publish()
