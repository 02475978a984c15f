"""The draft's translation while the person types: what stands, what is asked, what is shown."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from copilot.core.errors import CopilotError
from copilot.core.habits import Rhythm
from copilot.core.languages import direction_of
from copilot.core.model import ME, ChatIdentity, Message
from copilot.core.ports import Clock
from copilot.core.rejoining import rejoined
from copilot.core.segments import ends_clause, sentences
from copilot.core.tasks import TaskSet
from copilot.core.translation import Check, Translated, TranslationRequest
from copilot.core.translation_state import Flag, OutgoingTranslation, Pair, Variant

if TYPE_CHECKING:
    # Whoever has no model need not load what translates.
    from copilot.core.translator import Translator


_LONGEST = 4000
"""Characters: longer drafts are translated when the person asks for it."""
_SENTENCES = 200
"""So many sentences are remembered of the drafts, the latest ones."""


@dataclass(frozen=True, slots=True)
class DraftPace:
    """When a draft is translated, in seconds."""

    typing_pause: float = 0.6
    """Without the end of a clause, when the keys have rested this long."""
    back: float = 1.0
    """The way back is asked for when a whole translation has stood this long."""


@dataclass(frozen=True, slots=True)
class DraftPlace:
    """Whose draft it is, what was said there, and the languages."""

    chat: ChatIdentity
    pair: Pair
    said: tuple[Message, ...] = ()


Key = tuple[str, str, Variant, ChatIdentity]
"""A sentence, the language it is put into, how, and to whom: each contact is addressed in their
own way."""


class LiveDraft:
    """Follows one draft. `changed` is called after every change of `shown`.

    Finished sentences are translated once and stay as they are. A request is made where a clause
    ends and where the keys rest; a newer one cancels the one before.
    """

    def __init__(
        self,
        translator: Translator,
        clock: Clock,
        tasks: TaskSet,
        changed: Callable[[], None],
        pace: DraftPace | None = None,
        *,
        way_back: bool = True,
    ) -> None:
        self._translator = translator
        self._clock = clock
        self._tasks = tasks
        self._changed = changed
        self._pace = pace or DraftPace()
        self._way_back = way_back
        self._rhythm = Rhythm()
        self._known: OrderedDict[Key, Translated] = OrderedDict()
        self._checks: OrderedDict[str, Check] = OrderedDict()
        self._place: DraftPlace | None = None
        self._text = ""
        self._variant = Variant.PLAIN
        self._timer: asyncio.Task[None] | None = None
        self._request: asyncio.Task[None] | None = None
        self._asked: tuple[Key, ...] = ()
        self._latest: dict[Key, Translated] = {}
        self._before: tuple[str, str] = ("", "")
        self._trouble: CopilotError | None = None
        self.held_back = False
        self.model = self.cost = ""
        self.shown: OutgoingTranslation | None = None

    @property
    def busy(self) -> bool:
        """Whether a translation is on its way."""
        return self._request is not None

    def look(self, place: DraftPlace, text: str, *, typed: bool) -> None:
        """The draft is this now; `typed` where the person is at it."""
        if place.chat != (self._place.chat if self._place else None):
            self.clear()
        moved = self._place is None or place.pair != self._place.pair
        self._place = place
        if text == self._text and not moved:
            return
        if moved:
            self._before = ("", "")
        if typed:
            self._rhythm = self._rhythm.typed(self._clock.monotonic())
        self._text, self._variant, self._trouble = text, Variant.PLAIN, None
        if not text.strip() or len(text) > _LONGEST:
            self.clear()
            self._text = text
            return
        self._stop_timer()
        if not self._open():
            self._stop_request()
            self._show()
            self._plan_check()
            return
        self._show()
        if ends_clause(text):
            self._ask_unasked()
        else:
            self._timer = self._tasks.start(self._ask_later(), "live translation")

    def clear(self) -> None:
        """There is no draft to translate."""
        self._stop_timer()
        self._stop_request()
        self._text, self._variant, self._trouble = "", Variant.PLAIN, None
        self._before = ("", "")
        self.held_back = False
        if self.shown is not None:
            self.shown = None
            self._changed()

    def forget(self) -> None:
        """There was no draft."""
        self.clear()
        self._known.clear()
        self._checks.clear()
        self._latest, self._asked = {}, ()
        self._place = None

    def vary(self, variant: Variant) -> None:
        """Say the whole draft in another way."""
        if self._text.strip() and self._place is not None:
            self._variant = variant
            self.ask()

    def ask(self) -> None:
        """Translate what is not translated yet, now: the person wants it."""
        self._stop_timer()
        self.held_back = False
        self._trouble = None
        if self._open():
            self._start(wanted=True)
        else:
            self._plan_check()
        self._show()

    async def render(self, place: DraftPlace, text: str) -> str:
        """The whole translation of `text`, for the person who waits for it. Raises CopilotError."""
        variant = self._variant if text == self._text else Variant.PLAIN
        if text == self._text and place.pair == (self._place.pair if self._place else None):
            self.ask()  # it is shown while it grows
            if self._request is not None:
                await asyncio.wait([self._request])
            if text == self._text and self._trouble is not None:
                raise self._trouble
        keys = _keys(text, place, variant)
        known = {key: self._known[key] for key in keys if key in self._known}
        missing = [key for key in dict.fromkeys(keys) if key not in known]
        if missing:
            asked = replace(_request(place, missing), wanted=True)
            async with aclosing(self._translator.translate(asked)) as steps:
                async for step in steps:
                    known |= zip(missing, step.texts, strict=True)
            self._learn(missing, [known[key] for key in missing])
        for key in keys:
            if known[key].trouble:
                raise CopilotError(known[key].trouble, "The draft is as it was.", retryable=True)
        pieces = _pieces(text, variant)
        pairs = [(piece, known[key].text) for piece, key in zip(pieces, keys, strict=True)]
        return rejoined(pairs, place.pair.theirs)

    # Asking

    def _open(self) -> list[Key]:
        """The sentences of the draft that nobody has translated yet."""
        if self._place is None:
            return []
        keys = _keys(self._text, self._place, self._variant)
        return [key for key in keys if key not in self._known]

    async def _ask_later(self) -> None:
        await self._clock.sleep(self._rhythm.pause(self._pace.typing_pause))
        self._timer = None
        self._ask_unasked()

    def _ask_unasked(self) -> None:
        assert self._place is not None  # there is a draft
        self.held_back = not self._translator.allows_prefetch(self._place.chat)
        if self.held_back:
            self._changed()
        else:
            self._start(wanted=False)

    def _start(self, *, wanted: bool) -> None:
        missing = tuple(dict.fromkeys(self._open()))
        if self._place is None or missing == self._asked:
            return
        self._stop_request()
        self._asked = missing
        work = self._translate(replace(_request(self._place, missing), wanted=wanted), missing)
        self._request = self._tasks.start(work, "translate draft")

    async def _translate(self, asked: TranslationRequest, missing: tuple[Key, ...]) -> None:
        try:
            async with aclosing(self._translator.translate(asked)) as steps:
                async for step in steps:
                    self.model, self.cost = step.model, step.cost
                    self._latest = dict(zip(missing, step.texts, strict=True))
                    if step.whole:
                        self._learn(missing, step.texts)
                    self._show()
        except CopilotError as error:
            self._trouble = error
        self._request, self._asked = None, ()
        self._show()
        self._plan_check()

    def _learn(self, keys: Sequence[Key], texts: Sequence[Translated]) -> None:
        for key, text in zip(keys, texts, strict=True):
            self._known[key] = text
            self._known.move_to_end(key)
        while len(self._known) > _SENTENCES:
            self._known.popitem(last=False)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _stop_request(self) -> None:
        if self._request is not None:
            self._request.cancel()
        self._request, self._asked, self._latest = None, (), {}

    # The way back

    def _plan_check(self) -> None:
        shown = self.shown
        if not self._way_back or shown is None or not shown.text.strip():
            return
        if not shown.current or shown.streaming:
            return
        if shown.text not in self._checks and not (shown.doubt or shown.trouble):
            self._stop_timer()
            self._timer = self._tasks.start(self._check(shown.text), "way back")

    async def _check(self, text: str) -> None:
        await self._clock.sleep(self._pace.back)
        place = self._place
        assert place is not None  # there is a draft
        if not self._translator.allows_prefetch(place.chat):
            return
        try:
            pair = place.pair
            check = await self._translator.check(text, pair.theirs, pair.mine, place.chat)
        except CopilotError:
            return  # it is an extra: what is shown is as good as before
        self._checks[text] = check
        if len(self._checks) > _SENTENCES:
            self._checks.popitem(last=False)
        self._timer = None
        self._show()

    # Showing

    def _show(self) -> None:
        now = self._compose()
        if now != self.shown:
            self.shown = now
            self._changed()

    def _compose(self) -> OutgoingTranslation | None:
        if self._place is None or not self._text.strip():
            return None
        target = self._place.pair.theirs
        pieces = _pieces(self._text, self._variant)
        done: list[tuple[str, str]] = []
        marks: list[Translated] = []
        for piece in pieces:
            one = self._known.get((piece.strip(), target, self._variant, self._place.chat))
            if one is None:
                break
            done.append((piece, one.text))
            marks.append(one)
        stands = rejoined(done, target)
        current = len(done) == len(pieces)
        shown = OutgoingTranslation(
            draft=self._text,
            text=stands,
            stable=len(stands),
            streaming=self.busy,
            current=current,
            variant=self._variant,
            direction=direction_of(target),
            remembered=bool(marks) and all(one.remembered for one in marks),
            doubt=next((one.doubt for one in marks if one.doubt), ""),
            trouble=self._trouble.title
            if self._trouble
            else next((one.trouble for one in marks if one.trouble), ""),
        )
        if current:
            self._before = (self._text.rstrip(), stands.rstrip())
            return self._with_check(shown)
        return self._with_rest(shown, pieces, done, target)

    def _with_check(self, shown: OutgoingTranslation) -> OutgoingTranslation:
        check = self._checks.get(shown.text)
        if check is None:
            return shown
        flag = Flag(check.sound) if check.sound else None
        return replace(shown, back=check.back, flag=flag, why=check.why)

    def _with_rest(
        self,
        shown: OutgoingTranslation,
        pieces: tuple[str, ...],
        done: list[tuple[str, str]],
        target: str,
    ) -> OutgoingTranslation:
        """With what is known of the sentence in the works; what stood there stays meanwhile."""
        parts = list(done)
        for piece in pieces[len(done) :]:
            core = piece.strip()
            found = ((key[0], t) for key, t in self._latest.items() if core.startswith(key[0]))
            text, one = max(found, key=lambda pair: len(pair[0]), default=("", Translated()))
            if one.text:
                parts.append((piece, one.text))
            if text != core or not one.whole:
                break
        new = rejoined(parts, target).rstrip()
        draft, old = self._before
        if not self._text.startswith(draft):
            old = ""
        if old.startswith(new):
            return replace(shown, text=old, stable=len(new))
        self._before = (self._text.rstrip(), new)
        return replace(shown, text=new, stable=max(shown.stable, _common(new, old)))


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    return next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )


def _pieces(text: str, variant: Variant) -> tuple[str, ...]:
    """What is translated by itself: another way of saying it is about the whole."""
    return sentences(text) if variant is Variant.PLAIN else (text,)


def _keys(text: str, place: DraftPlace, variant: Variant) -> list[Key]:
    target, chat = place.pair.theirs, place.chat
    return [(piece.strip(), target, variant, chat) for piece in _pieces(text, variant)]


def _request(place: DraftPlace, keys: Sequence[Key]) -> TranslationRequest:
    return TranslationRequest(
        texts=tuple(key[0] for key in keys),
        target=keys[0][1],
        source=place.pair.mine,
        chat=place.chat,
        context=place.said,
        speaker=ME,
        variant=keys[0][2],
    )
