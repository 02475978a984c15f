"""Translating what is selected in any application, for a small window beside it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from copilot.core.bulk import BulkTranslation
from copilot.core.errors import CopilotError, ModelMissing
from copilot.core.intents import ChangePair, ChooseTranslation, Command, Intent, Vary
from copilot.core.interpreting import Languages
from copilot.core.languages import LANGUAGES, direction_of, same_language
from copilot.core.model import ChatIdentity, Notice, Rect, SelectedText
from copilot.core.ports import Selection
from copilot.core.tasks import TaskSet
from copilot.core.translation import TranslationRequest
from copilot.core.translation_state import Direction, Pair, Variant

if TYPE_CHECKING:
    from copilot.core.translator import Translator


@dataclass(frozen=True, slots=True)
class SelectionState:
    """What the window shows. `pair.theirs` is the language of the selection, "" if not known.

    `share` is how much of a long text is done, from 0 to 1. `replaced` is true once the translation
    stands in the application, where `Command("undo")` takes it out again. `area` is where the
    selection is; `choices` are the languages to offer, the likeliest first.
    """

    text: str = ""
    translated: str = ""
    pair: Pair = field(default_factory=Pair)
    streaming: bool = False
    share: float = 0.0
    variant: Variant = Variant.PLAIN
    direction: Direction = "ltr"
    original_direction: Direction = "ltr"
    can_replace: bool = False
    replaced: bool = False
    notice: Notice | None = None
    choices: tuple[str, ...] = ()
    app_name: str = ""
    area: Rect | None = None
    model: str = ""
    masked: int = 0
    cost: str = ""


@dataclass(frozen=True, slots=True)
class SelectingParts:
    """What it works with; without a model `translator` is None. `copy` fills the clipboard."""

    selection: Selection
    translator: Translator | None
    copy: Callable[[str], Coroutine[None, None, None]]
    languages: Languages


class Selecting:
    """Follows one selection at a time. `show` gets every state, and None when the window closes.

    All methods belong to one event loop; `tasks` hold what is under way.
    """

    def __init__(
        self, parts: SelectingParts, tasks: TaskSet, show: Callable[[SelectionState | None], None]
    ) -> None:
        self._parts = parts
        self._tasks = tasks
        self._show = show
        self._work: asyncio.Task[None] | None = None
        self._selected: SelectedText | None = None
        self._written: SelectedText | None = None
        self._other = ""
        """The language that was chosen last for texts in one of mine."""
        self.state: SelectionState | None = None

    def open(self) -> None:
        """Translate what is selected now."""
        self._selected = self._written = None
        self._start(self._open())

    def close(self) -> None:
        """The window is not wanted any more; what is on its way ends."""
        self._stop()
        self.state = self._selected = self._written = None
        self._show(None)

    def handle(self, intent: Intent) -> None:
        """Carry out what the person wants in the window."""
        state = self.state
        if state is None:
            return
        match intent:
            case Vary(variant):
                self._again(replace(state, variant=variant))
            case ChangePair(pair):
                if self._is_mine(pair.theirs):
                    self._other = pair.mine
                self._again(replace(state, pair=pair))
            case ChooseTranslation():
                self._replace(state)
            case Command("undo"):
                self._undo(state)
            case Command("copy-translation") if state.translated:
                self._tasks.start(self._parts.copy(state.translated), "copy")
            case Command("refresh" | "translate-now"):
                self._again(state)
            case Command("dismiss"):
                self.close()
            case _:
                pass  # not about this window

    # Translating

    async def _open(self) -> None:
        try:
            selected = await self._parts.selection.selected()
        except CopilotError as error:
            self._tell(SelectionState(notice=_notice(error)))
            return
        if selected is None or not selected.text.strip():
            title = "Nothing is selected."
            self._tell(SelectionState(notice=Notice(title, "Select a text first.", calm=True)))
            return
        self._selected = selected
        state = SelectionState(
            text=selected.text,
            can_replace=selected.editable,
            app_name=selected.app_name,
            area=selected.area,
        )
        self._tell(replace(state, streaming=True))
        if self._parts.translator is not None:
            await self._parts.translator.prepare()
            pair = self._pair_of(selected.text, self._parts.translator)
            choices = (*self._parts.languages.mine, pair.theirs, pair.mine, *LANGUAGES)
            known = dict.fromkeys(tag for tag in choices if tag in LANGUAGES)
            state = replace(state, pair=pair, choices=tuple(known))
        await self._translate(state, selected)

    def _pair_of(self, text: str, translator: Translator) -> Pair:
        """Into my language; what is in one of mine already goes into another one."""
        mine = self._parts.languages.mine
        found = translator.identifier.identify(text[:2000], mine)
        source = found.tag if found.known else ""
        if not self._is_mine(source):
            return Pair(mine[0], source)
        others = (self._other, *mine, "en", "zh-Hans")
        return Pair(next(t for t in others if t and not same_language(t, source)), source)

    def _is_mine(self, tag: str) -> bool:
        return bool(tag) and any(same_language(tag, one) for one in self._parts.languages.mine)

    def _again(self, state: SelectionState) -> None:
        if self._selected is not None:
            self._start(self._translate(state, self._selected))

    async def _translate(self, state: SelectionState, selected: SelectedText) -> None:
        state = replace(
            state,
            translated="",
            streaming=True,
            share=0.0,
            notice=None,
            direction=direction_of(state.pair.mine),
            original_direction=direction_of(state.pair.theirs or "und"),
        )
        self._tell(state)
        try:
            if self._parts.translator is None:
                raise ModelMissing(
                    "No model is set up for translation.", "Choose one in the settings."
                )
            asked = TranslationRequest(
                (),
                state.pair.mine,
                state.pair.theirs,
                # A rule for the application counts here too.
                chat=ChatIdentity(selected.app, selected.window, ""),
                variant=state.variant,
                formality="",
            )
            bulk = BulkTranslation(self._parts.translator, selected.text, asked)
            async with aclosing(bulk.run()) as steps:
                async for step in steps:
                    state = replace(
                        state,
                        translated=step.text,
                        share=step.share,
                        model=step.model,
                        masked=step.masked,
                        cost=step.cost,
                    )
                    self._tell(state)
            doubt = bulk.progress.doubt
            state = replace(state, notice=Notice(doubt) if doubt else None)
        except CopilotError as error:
            state = replace(state, notice=_notice(error))
        self._tell(replace(state, streaming=False))

    # Writing

    def _replace(self, state: SelectionState) -> None:
        wanted = state.can_replace and not state.replaced and not state.streaming
        if wanted and self._selected is not None and state.translated.strip():
            self._start(self._write(state, self._selected, state.translated, replaced=True))

    def _undo(self, state: SelectionState) -> None:
        if self._written is not None:
            self._start(self._write(state, self._written, state.text, replaced=False))

    async def _write(
        self, state: SelectionState, where: SelectedText, text: str, *, replaced: bool
    ) -> None:
        try:
            now = await self._parts.selection.replace(where, text)
        except CopilotError as error:
            hint = error.hint or "Copy it instead."
            self._tell(replace(state, notice=Notice(error.title, hint, "copy-translation")))
            return
        self._written = now if replaced else None
        self._selected = self._selected if replaced else now
        self._tell(replace(state, replaced=replaced, notice=None))

    # Showing

    def _start(self, work: Coroutine[None, None, None]) -> None:
        self._stop()
        self._work = self._tasks.start(work, "selection")

    def _stop(self) -> None:
        if self._work is not None:
            self._work.cancel()
            self._work = None

    def _tell(self, state: SelectionState) -> None:
        self.state = state
        self._show(state)


def _notice(error: CopilotError) -> Notice:
    if isinstance(error, ModelMissing):
        return Notice(error.title, error.hint, "open-settings")
    return Notice(error.title, error.hint, "refresh" if error.retryable else "", error.retryable)
