"""The story: a ChatView comes in, PanelStates go out, a click comes back."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence

from copilot.core import composing
from copilot.core.asking import Question
from copilot.core.cast import Cast, Cues
from copilot.core.errors import CopilotError, OnlyCopied
from copilot.core.intents import Intent
from copilot.core.model import ChatView, Notice, PanelState, Phase, Section, Sight
from copilot.core.orders import Orders
from copilot.core.parts import Parts
from copilot.core.thinking import Pace

__all__ = ["Parts", "Session"]

_log = logging.getLogger(__name__)

_WRITING = 5.0
"""Seconds that writing may take at the end of a session."""


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
        cues = Cues(self.publish, self._progressed, self._wrote, self._resume, self._failed)
        self._cast = Cast(parts, self._pace, cues)
        self._orders = Orders(self, self._cast, parts)
        self._sight: Sight = None
        self._view: ChatView | None = None
        self._leaving: asyncio.Task[None] | None = None
        self._paused = paused
        self._state = self._compose()
        self._is_shown = False

    @property
    def view(self) -> ChatView | None:
        """The chat that the person is in, None if they are in none."""
        return self._view

    @property
    def state(self) -> PanelState:
        """What the panel shows now."""
        return self._state

    @property
    def paused(self) -> bool:
        """Whether nothing is read until the person wants it again."""
        return self._paused

    @property
    def unplaced(self) -> Sequence[tuple[Notice, str]]:
        """Texts of the person's own that stand in no draft, to be told by the next session."""
        return self._cast.notices.unplaced

    def tell(self, notice: Notice, text: str = "") -> None:
        """Show a notice of the application itself, or of `text`, wherever the person is."""
        self._cast.notices.tell(notice, text)
        self._cast.attention.show()
        self.publish()

    def handle(self, intent: Intent) -> None:
        """Carry out what the person wants."""
        self._orders.handle(intent)

    async def run(self) -> None:
        """Follow what is seen until cancelled; every connection is closed at the end.

        What is being written then is written; what could not be is among `unplaced`.
        """
        try:
            async for sight in self._parts.eyes.sights():
                try:
                    self._see(sight)
                except Exception as error:  # a defect of ours: the next sight is another matter
                    self._failed(error)
        finally:
            self._cast.editing.forget()
            await self._cast.writing.finish(_WRITING)
            await self._cast.tasks.close()

    # Seeing

    def _see(self, sight: Sight, *, ours: bool = False) -> None:
        """This is seen now; `ours` where we have just changed the draft."""
        if self._paused:
            return  # what was on its way when the eyes were told to rest
        self._sight = sight
        self._cast.editing.see(sight)
        if self._cast.writing.busy or self._cast.editing.keeps:
            return
        if isinstance(sight, ChatView):
            self.stay()
            self._look_at(sight, ours=ours)
        elif self._view is None:
            self.publish()
        elif self._leaving is None:
            self._leaving = self._cast.tasks.start(self._leave(), "leave")

    def stay(self) -> None:
        """Whatever has the keyboard, the person is in this chat."""
        if self._leaving is not None:
            self._leaving.cancel()
            self._leaving = None

    async def _leave(self) -> None:
        await self._parts.clock.sleep(self._pace.leave)
        cast = self._cast
        self._leaving = None
        cast.thinking.forget()
        cast.typist.stop()
        cast.translating.leave()
        cast.skills.leave()
        cast.notices.leave()
        self._view = None
        cast.attention.opened = False
        self.publish()

    def _look_at(self, view: ChatView, *, ours: bool = False) -> None:
        cast = self._cast
        cast.notices.come()
        view = cast.writing.corrected(view)
        before, self._view = self._view, view
        if before is not None and before.identity != view.identity:
            before = None
        if before is None:
            self._enter(view)
        elif not ours:
            self._notice_typing(before, view)
        known = before.conversation if before is not None else None
        went_on = cast.attention.look(view, known)
        cast.diary.saw(view, known.messages if known else ())
        if before is not None and not cast.writing.holds(view):
            cast.writing.forget()
        cast.translating.look(view, same_chat=before is not None)
        question = self._question_of(view)
        if question is not None and question == cast.thinking.question:
            self.publish()
            return
        emptied = before is not None and bool(before.draft.text) and not view.draft.text
        # A draft that was probably sent is a message in a moment.
        self._ask(question, self._pace.after_sending if emptied and not went_on else 0.0)

    def _enter(self, view: ChatView) -> None:
        """Another chat comes into sight."""
        self._cast.typist.stop()
        self._cast.skills.leave()
        self._cast.skills.come(view)
        if self._parts.asker is not None:
            self._cast.tasks.start(self._parts.asker.warm(view.identity), "warm")

    def _notice_typing(self, before: ChatView, view: ChatView) -> None:
        changed = view.draft.text != before.draft.text
        if changed and not view.draft.text:
            self._cast.typist.stop()
        elif changed and not self._cast.writing.holds(view):
            self._cast.typist.typed()
        elif view.composing and not before.composing:
            self._cast.typist.typed(composing=True)

    def _question_of(self, view: ChatView | None) -> Question | None:
        if view is None or self._cast.writing.holds(view):
            return None
        return self._cast.attention.question_of(view)

    # Thinking

    def ask_anew(self) -> None:
        """Ask what this chat raises now."""
        self._ask(self._question_of(self._view))

    def _ask(self, question: Question | None, delay: float = 0.0) -> None:
        cast, pace, view = self._cast, self._pace, self._view
        cast.attention.marked = ""
        cast.choosing.expect_nothing()
        if question is not None:
            typing = bool(question.draft.text)
            cast.thinking.ask(
                question,
                cast.typist.pause if typing else delay,
                0.0 if typing else pace.settle,
                unasked=not typing and not cast.attention.opened,
            )
        elif view is None or view.draft.text or cast.attention.is_quiet(view):
            cast.thinking.forget()
        else:
            cast.thinking.ask_instantly(cast.attention.question(view, "topics"), pace.quiet)
        self.publish()

    def _progressed(self) -> None:
        cast, thinking = self._cast, self._cast.thinking
        cast.troubles.note(thinking)
        if thinking.question is not None and not thinking.question.draft.text:
            cast.attention.section = thinking.question.section
        self.publish()
        if not thinking.busy and self._view is not None and thinking.cards:
            cast.diary.offered(self._view, thinking.cards)
        cast.choosing.progressed(self._view)

    # Showing

    def open(self, section: Section, *, for_now: bool = False) -> None:
        """Show a section, `for_now` until the talk goes on, and ask for what belongs there."""
        cast, thinking = self._cast, self._cast.thinking
        cast.attention.open(section, self._view, for_now=for_now)
        question = self._question_of(self._view)
        if question is not None and (question != thinking.question or thinking.held_back):
            self._ask(question)
        elif cast.attention.is_kept:
            thinking.forget()
        self.publish()

    def publish(self) -> None:
        """Show what has changed."""
        state = self._compose()
        if state != self._state or not self._is_shown:
            self._state, self._is_shown = state, True
            self._show(state)

    def _compose(self) -> PanelState:
        view, cast = self._view, self._cast
        if self._paused:
            return PanelState(Phase.PAUSED, visible=cast.attention.opened)
        if view is None:
            opened = cast.attention.opened
            return composing.without_chat(self._sight, cast.notices.current, opened=opened)
        return composing.with_chat(view, cast, self._parts, self._hotkeys)

    def pause(self, on: bool) -> None:
        """Read nothing and keep nothing of what was read, until the person wants it again."""
        cast = self._cast
        cast.tasks.start(self._parts.eyes.rest(on), "rest")
        if not on and not self._paused:
            return
        self._paused = on
        self._sight = self._view = None
        self.stay()
        cast.attention.forget()
        cast.writing.start_afresh()
        cast.typist.stop()
        cast.editing.forget()
        cast.notices.leave()
        cast.thinking.forget()
        cast.translating.forget()
        cast.skills.forget()
        self.publish()

    # What has become of it

    def stop_editing(self) -> None:
        """The chat is not kept in mind any more; a text on its way into it is not lost."""
        if self._cast.editing.keeps:
            self._cast.editing.forget()
            self._resume()

    def _resume(self) -> None:
        """A window of ours has closed: what is seen now counts again."""
        self._see(self._sight, ours=True)
        self.publish()

    def _wrote(self, error: CopilotError | None) -> None:
        """Something was written or taken back, or was not."""
        cast = self._cast
        if error is None:
            cast.thinking.forget()
        else:
            self._refuse(error)
        if self._paused:
            cast.writing.forget()
            return
        self._see(self._sight, ours=True)
        if error is not None and cast.writing.own:
            cast.attention.show()  # wherever they are: nobody else has their text
        self.publish()

    def _refuse(self, error: CopilotError) -> None:
        """Say why nothing was written, and offer to copy the text."""
        notices, text = self._cast.notices, self._cast.writing.refused
        if isinstance(error, OnlyCopied):
            notices.say(Notice(error.title, error.hint, calm=True))
        elif self._cast.writing.own:
            hint = "Copy your text and paste it yourself."
            notices.tell(Notice(error.title, hint, "copy"), text)
        else:
            notices.say(Notice(error.title, error.hint, "copy" if text else ""), text)

    def _failed(self, error: BaseException) -> None:
        """A background task failed: say so and go on."""
        notices = self._cast.notices
        # What could not be copied, or written, can still be copied.
        action = "copy" if notices.text else ""
        if isinstance(error, CopilotError):
            notices.put(Notice(error.title, error.hint, action, error.retryable))
        else:
            # The type only: the message may hold chat text.
            _log.error("session: a task failed with %s", type(error).__name__)
            notices.put(
                Notice(
                    "Something went wrong inside Chat Copilot.",
                    "It goes on; if it happens again, run `chat-copilot doctor`.",
                    action,
                )
            )
        self.publish()
