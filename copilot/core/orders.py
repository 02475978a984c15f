"""What the person wants, carried out: each intent and command, one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from copilot.core import composing, unseen
from copilot.core.attention import LONGEST_WISH
from copilot.core.cast import Cast
from copilot.core.chat_rules import RULINGS, subject_of
from copilot.core.errors import RulesNotKept, withheld
from copilot.core.intents import (
    OWN_WORDS,
    ChangePair,
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
    RunSkill,
    Show,
    ShowOriginal,
    Vary,
    Wish,
)
from copilot.core.model import ChatView, Notice, PanelState, Section
from copilot.core.parts import Parts


class Story(Protocol):
    """What orders need of the session."""

    @property
    def view(self) -> ChatView | None:
        """The chat that the person is in."""
        ...

    @property
    def state(self) -> PanelState:
        """What the panel shows now."""
        ...

    def open(self, section: Section, *, for_now: bool = False) -> None:
        """Show a section, `for_now` until the talk goes on, and ask for what belongs there."""
        ...

    def ask_anew(self) -> None:
        """Ask what this chat raises now."""
        ...

    def stay(self) -> None:
        """Whatever has the keyboard, the person is in this chat."""
        ...

    def stop_editing(self) -> None:
        """The chat is not kept in mind any more for a window of ours."""
        ...

    def pause(self, on: bool) -> None:
        """Read nothing any more, or read again."""
        ...

    def publish(self) -> None:
        """Show what has changed."""
        ...


class Orders:
    """Carries out intents. Those of others, as "quit", do nothing here."""

    def __init__(self, story: Story, cast: Cast, parts: Parts) -> None:
        self._story = story
        self._cast = cast
        self._parts = parts
        self._commands: Mapping[str, Callable[[], None]] = {
            "open": lambda: story.open(cast.attention.section),
            "dismiss": self._dismiss,
            "refresh": self._refresh,
            "undo": cast.choosing.undo,
            "copy": self._copy,
            "translate": self._translate,
            "translate-now": cast.translating.now,
            "swap-pair": cast.translating.swap,
            "copy-translation": cast.translating.copy,
            "mark-next": self._mark_next,
            "stop-editing": self._stop_editing,
            "insert-answer": self._insert_answer,
            "copy-answer": self._copy_answer,
            "close-answer": cast.skills.close,
            "pause": lambda: story.pause(True),
            "resume": lambda: story.pause(False),
            "pause-app": self._rest_app,
            "deny-app": self._deny,
        }

    def handle(self, intent: Intent) -> None:
        """Carry out what the person wants."""
        cast, story = self._cast, self._story
        if cast.editing.forbids(intent):
            return
        match intent:
            case Choose(key):
                cast.choosing.choose(cast.thinking.card(key), story.view)
            case ChooseNumber(number):
                if story.state.visible:
                    self._choose_number(number)
            case CopyCard(key):
                card = cast.thinking.card(key)
                cast.writing.copy(card.text if card is not None else "")
            case Edit(key):
                self._edit(key)
            case InsertEdited(key, text):
                self._insert_edited(key, text)
            case Wish(text):
                self._wish(text)
            case Mark(key):
                cast.attention.marked = key
                story.publish()
            case Hold(on):
                cast.thinking.hold(on)
            case Show(section):
                self._show(section)
            case RunSkill(name):
                if not cast.skills.runs(name):  # who clicks twice means it once
                    self._run_skill(name)
            case ChooseTranslation():
                self._translate()
            case Vary() | ShowOriginal() | ChangePair():
                cast.translating.handle(intent)
            case Command(name) if name in RULINGS:
                self._rule(name)
            case Command(name) if name in self._commands:
                self._commands[name]()
            case _:
                pass  # The composition root carries out the others.

    def _show(self, section: Section) -> None:
        """Open a section; that of skills, where an answer is shown, goes back to their list."""
        state = self._story.state
        again = state.visible and section == state.section == "skills"
        # Twice by mistake costs nothing.
        if again and state.answer is not None and not state.answer.streaming:
            self._cast.skills.close()
        self._story.open(section)

    # Suggestions

    def _dismiss(self) -> None:
        cast, view = self._cast, self._story.view
        if view is not None and cast.thinking.cards:
            cast.diary.dismissed(view)
        cast.attention.dismiss(view)
        cast.notices.dismiss()
        cast.thinking.forget()
        self._story.publish()

    def _refresh(self) -> None:
        cast = self._cast
        cast.notices.forget()
        cast.attention.turn += 1
        if cast.attention.section == "translation":
            cast.translating.now()
        elif cast.attention.section == "skills" and cast.skills.answer is not None:
            self._run_skill(cast.skills.answer.name)
        self._story.open(cast.attention.section, for_now=True)

    def _wish(self, text: str) -> None:
        """Suggest again as the person wishes."""
        cast, story = self._cast, self._story
        wish = " ".join(unseen.visible(text).split())
        if len(wish) > LONGEST_WISH:
            hint = f"Say it in {LONGEST_WISH} characters or fewer."
            cast.notices.say(Notice("Your wish is too long.", hint, "copy"), wish)
            story.publish()
        elif story.state.has_model:
            cast.notices.forget()
            cast.attention.want(wish)
            section = "topics" if cast.attention.section == "topics" else "replies"
            story.open(section, for_now=True)
        elif cast.editing.key == OWN_WORDS and wish:
            error = withheld()  # just now: nobody else has their words
            cast.notices.say(Notice(error.title, error.hint, "copy"), wish)
            story.publish()

    def _copy(self) -> None:
        """Copy what could not be written; then nothing of it is left to be said."""
        text = self._cast.notices.text

        def done() -> None:
            self._cast.notices.placed(text)
            if self._cast.notices.text == text:
                self._cast.notices.say(Notice("The text is copied.", calm=True))
                self._story.publish()

        self._cast.writing.copy(text, done)

    # Editing

    def _edit(self, key: str) -> None:
        """Open a window over a card, the marked one for "", or one for the person's own wish."""
        cast, story = self._cast, self._story
        view, state = story.view, story.state
        if view is None or cast.writing.busy or cast.editing.delays(lambda: self._edit(key)):
            return
        if key == OWN_WORDS and state.has_model:
            cast.editing.open_wish(view)
        elif state.visible and state.cards:
            cast.editing.open(cast.thinking.card(key or state.cards[state.marked].key), view)
        if cast.editing.key:
            # Nothing may be written into the chat under the window.
            story.stay()
            cast.typist.stop()
            cast.translating.give_up()
            cast.attention.show()
        story.publish()

    def _insert_edited(self, key: str, text: str) -> None:
        if not self._cast.editing.insert(key, text):
            self._cast.attention.show()
        self._story.publish()

    def _stop_editing(self) -> None:
        self._cast.editing.close()
        self._story.publish()

    # Translation

    def _translate(self) -> None:
        """Put the draft's translation in its place, or the draft back where it stands already."""
        cast, view = self._cast, self._story.view
        if view is None:
            self._story.open("translation")
        elif cast.translating.holds(view):
            cast.choosing.undo()
        else:
            cast.translating.translate(view)

    # Skills

    def _choose_number(self, number: int) -> None:
        """Choose the nth card; among skills run the nth that can be run, or take the answer."""
        cast, state = self._cast, self._story.state
        if state.section != "skills":
            cast.choosing.choose(cast.thinking.card_by_number(number), self._story.view)
        elif state.answer is not None and number == 1:
            self._insert_answer()
        elif state.answer is None:
            ready = [one.name for one in state.skills if one.ready]
            for name in ready[number - 1 : number]:
                self._run_skill(name)

    def _mark_next(self) -> None:
        """Mark the suggestion below the marked one, after the last the first."""
        state = self._story.state
        if state.visible and state.cards:
            following = state.cards[(state.marked + 1) % len(state.cards)]
            self._cast.attention.marked = following.key
            self._story.publish()

    def _run_skill(self, name: str) -> None:
        if self._story.view is not None:
            self._cast.notices.forget()
            self._cast.skills.run(name, self._story.view)

    def _insert_answer(self) -> None:
        """Put what a skill has written into the chat and the draft that it was asked about."""
        cast, view = self._cast, self._story.view
        if cast.skills.view is not None and cast.skills.insertable:
            cast.choosing.insert_answer(cast.skills.view, view, cast.skills.insertable)

    def _copy_answer(self) -> None:
        answer = self._cast.skills.answer
        self._cast.writing.copy(answer.text if answer is not None else "")

    # What is allowed

    def _rule(self, name: str) -> None:
        """Change what is allowed for this chat; what was being asked is not asked any more."""
        cast, view, rules = self._cast, self._story.view, self._parts.rules
        if view is None:
            return
        cast.thinking.forget()
        cast.notices.forget()
        subject = subject_of(view)
        try:
            rules.keep(subject, RULINGS[name](rules.of(subject)))
        except RulesNotKept as error:
            cast.notices.put(Notice(error.title, error.hint))
        if not composing.has_model(view, cast.attention, self._parts):
            cast.attention.wish = ""
        cast.skills.give_up()
        cast.translating.look_anew(view)
        self._story.ask_anew()

    def _deny(self) -> None:
        view = self._story.view
        if view is not None:
            self._let_go()
            self._cast.tasks.start(self._parts.deny(view.identity.app), "deny")

    def _rest_app(self) -> None:
        view = self._story.view
        if view is not None:
            self._let_go()
            self._cast.tasks.start(self._parts.rest_app(view.identity.app), "rest app")

    def _let_go(self) -> None:
        """Nothing of this chat is kept in mind for later."""
        self._story.stop_editing()
        self._cast.skills.forget()
