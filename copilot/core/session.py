"""The story: a ChatView comes in, PanelStates go out, a click comes back."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence

from copilot.core import composing, unseen
from copilot.core.asking import Question
from copilot.core.attention import LONGEST_WISH, Attention
from copilot.core.chat_rules import RULINGS, subject_of
from copilot.core.choosing import Choosing
from copilot.core.diary import Diary
from copilot.core.editing import Editing
from copilot.core.errors import CopilotError, OnlyCopied, RulesNotKept
from copilot.core.model import (
    OWN_WORDS,
    ChangePair,
    ChatView,
    Choose,
    ChooseNumber,
    ChooseTranslation,
    Command,
    CopyCard,
    Edit,
    Hold,
    InsertEdited,
    Intent,
    Mark,
    Notice,
    PanelState,
    Phase,
    Reach,
    Section,
    Show,
    ShowOriginal,
    Sight,
    Vary,
    Wish,
)
from copilot.core.notices import Notices
from copilot.core.parts import Parts
from copilot.core.returning import Returning
from copilot.core.tasks import TaskSet
from copilot.core.thinking import Pace, Thinking
from copilot.core.translating import Translating
from copilot.core.troubles import Troubles
from copilot.core.typist import Typist
from copilot.core.writing import Writing

__all__ = ["Parts", "Session"]

_log = logging.getLogger(__name__)


class Session:
    """Follows one person through their chats. All methods belong to one event loop."""

    def __init__(
        self,
        parts: Parts,
        show: Callable[[PanelState], None],
        pace: Pace | None = None,
        hotkeys: Sequence[str] = (),
        *,
        paused: bool = False,
    ) -> None:
        """`hotkeys` are the labels of the combinations that choose the first, second … card.

        A `paused` one sees nothing until the person resumes it; the eyes rest already.
        """
        self._parts = parts
        self._hotkeys = hotkeys
        self._show = show
        self._pace = pace or Pace()
        self._tasks = TaskSet(self._failed)
        self._thinking = Thinking(
            parts.instant, parts.asker, parts.clock, self._pace, self._tasks, self._progressed
        )
        self._attention = Attention(self._pace.shortest_draft)
        self._notices = Notices(parts.clock, self._tasks, self._pace.refusal, self._publish)
        self._diary = Diary(parts.history, self._tasks)
        self._writing = Writing(parts.writer, self._tasks, self._wrote)
        self._choosing = Choosing(self._thinking, self._writing, self._diary, self._notices)
        self._editing = Editing(
            Returning(parts.writer, parts.clock, self._tasks, self._pace.back),
            self._thinking,
            self._choosing,
            self._notices,
            self._resume,
        )
        self._sight: Sight = None
        self._view: ChatView | None = None
        self._typist = Typist(parts.clock, self._tasks, self._pace.typing_pause, self._publish)
        self._leaving: asyncio.Task[None] | None = None
        self._paused = paused
        self._troubles = Troubles()
        self._translating = Translating(
            parts.interpreting,
            parts.clock,
            self._tasks,
            self._writing,
            self._diary,
            self._notices,
            self._publish,
        )
        self._commands: Mapping[str, Callable[[], None]] = {
            "open": lambda: self._open(self._attention.section),
            "dismiss": self._dismiss,
            "refresh": self._refresh,
            "undo": self._choosing.undo,
            "copy": lambda: self._writing.copy(self._notices.text),
            "translate": self._translate,
            "translate-now": self._translating.now,
            "swap-pair": self._translating.swap,
            "copy-translation": self._translating.copy,
            "pause": lambda: self._pause(True),
            "resume": lambda: self._pause(False),
            "stop-editing": self._stop_editing,
            "pause-app": self._rest_app,
            "deny-app": self._deny,
        }
        self._state = self._compose()
        self._is_shown = False

    @property
    def state(self) -> PanelState:
        """What the panel shows now."""
        return self._state

    @property
    def paused(self) -> bool:
        """Whether nothing is read until the person wants it again."""
        return self._paused

    def tell(self, notice: Notice) -> None:
        """Show a notice of the application itself, wherever the person is."""
        self._notices.tell(notice)
        self._attention.opened = True
        self._publish()

    async def run(self) -> None:
        """Follow what is seen until cancelled; every connection is closed at the end."""
        try:
            async for sight in self._parts.eyes.sights():
                self._see(sight)
        finally:
            await self._tasks.close()

    # Seeing

    def _see(self, sight: Sight, *, ours: bool = False) -> None:
        """This is seen now; `ours` where we have just changed the draft."""
        if self._paused:
            return  # what was on its way when the eyes were told to rest
        self._sight = sight
        self._editing.see(sight)
        if self._writing.busy or self._editing.keeps:
            return
        if isinstance(sight, ChatView):
            self._stay()
            self._look_at(sight, ours=ours)
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
        self._typist.stop()
        self._translating.leave()
        self._notices.leave()
        self._view = None
        self._attention.opened = False
        self._publish()

    def _look_at(self, view: ChatView, *, ours: bool = False) -> None:
        self._notices.come()
        view = self._writing.corrected(view)
        before, self._view = self._view, view
        same_chat = before is not None and before.identity == view.identity
        if before is not None and same_chat:
            if not ours:
                self._notice_typing(before, view)
        else:
            self._typist.stop()
            if self._parts.asker is not None:
                self._tasks.start(self._parts.asker.warm(view.identity), "warm")
        known = before.conversation if before is not None and same_chat else None
        went_on = self._attention.look(view, known)
        self._diary.saw(view, known.messages if known else ())
        if same_chat and not self._writing.holds(view):
            self._writing.forget()
        self._translating.look(view, same_chat=same_chat)
        question = self._question_of(view)
        if question is not None and question == self._thinking.question:
            self._publish()
            return
        emptied = (
            not went_on and before is not None and bool(before.draft.text) and not view.draft.text
        )
        self._start(question, self._pace.after_sending if emptied else 0.0)

    def _notice_typing(self, before: ChatView, view: ChatView) -> None:
        changed = view.draft.text != before.draft.text
        if changed and not view.draft.text:
            self._typist.stop()
        elif changed and not self._writing.holds(view):
            self._typist.typed()
        elif view.composing and not before.composing:
            self._typist.typed(composing=True)

    def _question_of(self, view: ChatView) -> Question | None:
        return None if self._writing.holds(view) else self._attention.question_of(view)

    # Thinking

    def _start(self, question: Question | None, delay: float = 0.0) -> None:
        self._attention.marked = ""
        self._choosing.expect_nothing()
        pace, view = self._pace, self._view
        if question is not None:
            typing = bool(question.draft.text)
            self._thinking.ask(
                question,
                self._typist.pause if typing else delay,
                0.0 if typing else pace.settle,
                unasked=not typing and not self._attention.opened,
            )
        elif view is None or view.draft.text or self._attention.is_quiet(view):
            self._thinking.forget()
        else:
            self._thinking.ask_instantly(self._attention.question(view, "topics"), pace.quiet)
        self._publish()

    def _progressed(self) -> None:
        thinking = self._thinking
        self._troubles.note(thinking)
        if thinking.question is not None and not thinking.question.draft.text:
            self._attention.section = thinking.question.section
        self._publish()
        if not thinking.busy and self._view is not None and thinking.cards:
            self._diary.offered(self._view, thinking.cards)
        self._choosing.progressed(self._view)

    # Showing

    def _publish(self) -> None:
        state = self._compose()
        if state != self._state or not self._is_shown:
            self._state, self._is_shown = state, True
            self._show(state)

    def _compose(self) -> PanelState:
        view, thinking, attention = self._view, self._thinking, self._attention
        notice = self._notices.current
        if self._paused:
            return PanelState(Phase.PAUSED, visible=attention.opened)
        if view is None:
            return composing.without_chat(self._sight, notice, opened=attention.opened)
        can_undo = self._writing.holds(view)
        something = (
            bool(thinking.cards)
            or notice is not None
            or self._troubles.are_news(thinking)
            or can_undo
            or self._translating.has_news(view)
        )
        return composing.with_chat(
            view,
            thinking,
            notice,
            attention,
            self._hotkeys,
            visible=attention.opened or (something and not attention.is_hidden(view)),
            can_undo=can_undo,
            has_model=self._parts.asker is not None,
            typing=self._typist.typing,
            editing=self._editing.key,
            rule=self._parts.rules.of(view.identity),
            translation=self._translating.state,
        )

    # Intents

    def handle(self, intent: Intent) -> None:
        """Carry out what the person wants."""
        if self._editing.forbids(intent):
            return
        match intent:
            case Choose(key):
                self._choosing.choose(self._thinking.card(key), self._view)
            case ChooseNumber(number):
                if self._state.visible:
                    self._choosing.choose(self._thinking.card_by_number(number), self._view)
            case CopyCard(key):
                card = self._thinking.card(key)
                self._writing.copy(card.text if card is not None else "")
            case Mark(key):
                self._attention.marked = key
                self._publish()
            case Hold(on):
                self._thinking.hold(on)
            case Show(section):
                self._open(section)
            case Edit(key):
                self._edit(key)
            case InsertEdited(key, text):
                self._insert_edited(key, text)
            case Wish(text):
                self._wish(text)
            case ChooseTranslation():
                self._translate()
            case Vary() | ShowOriginal() | ChangePair():
                self._translating.handle(intent)
            case Command(name):
                self._command(name)
            case _:
                pass

    def _command(self, name: str) -> None:
        if name in RULINGS:
            self._rule(name)
        elif name in self._commands:
            self._commands[name]()
        # The composition root carries out the others.

    def _deny(self) -> None:
        if self._view is not None:
            self._tasks.start(self._parts.deny(self._view.identity.app), "deny")

    def _rest_app(self) -> None:
        if self._view is not None:
            self._tasks.start(self._parts.rest_app(self._view.identity.app), "rest app")

    def _dismiss(self) -> None:
        if self._view is not None and self._thinking.cards:
            self._diary.dismissed(self._view)
        self._attention.dismiss(self._view)
        self._notices.forget()
        self._thinking.forget()
        self._publish()

    def _refresh(self) -> None:
        self._notices.forget()
        self._attention.turn += 1
        if self._attention.section == "translation":
            self._translating.now()
        self._open(self._attention.section)

    def _wish(self, text: str) -> None:
        """Suggest again as the person wishes."""
        wish = " ".join(unseen.visible(text).split())
        if len(wish) > LONGEST_WISH:
            hint = f"Say it in {LONGEST_WISH} characters or fewer."
            self._notices.say(Notice("Your wish is too long.", hint, "copy"), wish)
            self._publish()
        elif self._state.has_model:
            self._notices.forget()
            self._attention.want(wish)
            section = self._attention.section
            self._open("topics" if section == "topics" else "replies")

    def _rule(self, name: str) -> None:
        """Change what is allowed for this chat; what was being asked is not asked any more."""
        view = self._view
        if view is None:
            return
        self._thinking.forget()
        self._notices.forget()
        subject = subject_of(view)
        try:
            self._parts.rules.keep(subject, RULINGS[name](self._parts.rules.of(subject)))
        except RulesNotKept as error:
            self._notices.put(Notice(error.title, error.hint))
        if self._parts.rules.of(view.identity).reach is Reach.NOBODY:
            self._attention.wish = ""
        self._translating.look_anew(view)
        self._start(self._question_of(view))

    def _pause(self, on: bool) -> None:
        """Read nothing and keep nothing of what was read, until the person wants it again."""
        self._paused = on
        self._attention.forget()
        self._sight = self._view = None
        self._writing.start_afresh()
        self._stay()
        self._typist.stop()
        self._editing.forget()
        self._notices.forget()
        self._thinking.forget()
        self._translating.forget()
        self._tasks.start(self._parts.eyes.rest(on), "rest")
        self._publish()

    def _open(self, section: Section) -> None:
        self._attention.open(section, self._view)
        question = self._question_of(self._view) if self._view is not None else None
        thinking = self._thinking
        if question is not None and (question != thinking.question or thinking.held_back):
            self._start(question)
        elif self._attention.is_kept:
            thinking.forget()
        self._publish()

    # Editing

    def _edit(self, key: str) -> None:
        """Open a window over a card, the marked one for "", or one for the person's own wish."""
        view, state = self._view, self._state
        if view is None or self._writing.busy:
            return
        if key == OWN_WORDS and state.has_model:
            self._editing.open_wish(view)
        elif state.visible and state.cards:
            self._editing.open(self._thinking.card(key or state.cards[state.marked].key), view)
        if self._editing.key:
            # Nothing may leave the chat or be written into it under the window.
            self._stay()
            self._typist.stop()
            self._translating.give_up()
            self._attention.opened = True
        self._publish()

    def _insert_edited(self, key: str, text: str) -> None:
        if not self._editing.insert(key, text):
            self._attention.opened = True
        self._publish()

    def _stop_editing(self) -> None:
        self._editing.close()
        self._publish()

    def _resume(self) -> None:
        """The window has closed: what is seen now counts again."""
        self._see(self._sight, ours=True)
        self._publish()

    # Writing

    def _translate(self) -> None:
        """Put the draft's translation in its place, or the draft back where it stands already."""
        view = self._view
        if view is None:
            self._open("translation")
        elif self._translating.holds(view):
            self._choosing.undo()
        else:
            self._translating.translate(view)

    def _wrote(self, error: CopilotError | None) -> None:
        """Something was written or taken back, or was not."""
        if error is None:
            self._thinking.forget()
        else:
            self._refuse(error)
        if self._paused:
            self._writing.forget()
            return
        self._see(self._sight, ours=True)
        if error is not None and self._writing.own:
            self._attention.opened = True  # wherever they are: nobody else has their text
        self._publish()

    def _refuse(self, error: CopilotError) -> None:
        """Say why nothing was written, and offer to copy the text."""
        text = self._writing.refused
        if isinstance(error, OnlyCopied):
            self._notices.say(Notice(error.title, error.hint, calm=True))
        elif self._writing.own:
            hint = "Copy your text and paste it yourself."
            self._notices.tell(Notice(error.title, hint, "copy"), text)
        else:
            self._notices.say(Notice(error.title, error.hint, "copy" if text else ""), text)

    def _failed(self, error: BaseException) -> None:
        """A background task failed: say so and go on."""
        if isinstance(error, CopilotError):
            # What could not be copied can be tried again.
            action = "copy" if self._notices.text else ""
            self._notices.put(Notice(error.title, error.hint, action, error.retryable))
        else:
            # The type only: the message may hold chat text.
            _log.error("session: a task failed with %s", type(error).__name__)
            self._notices.put(
                Notice(
                    "Something went wrong inside Chat Copilot.",
                    "It goes on; if it happens again, run `chat-copilot doctor`.",
                )
            )
        self._publish()
