"""Translating a long text in parts of whole sentences; each may fail and be tried again."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from dataclasses import dataclass, field, replace

from copilot.core.errors import CopilotError
from copilot.core.model import THEM, Message
from copilot.core.rejoining import rejoined
from copilot.core.segments import chunks, sentences
from copilot.core.translation import Translated, Translation, TranslationRequest
from copilot.core.translator import Translator

_PART = 1200
"""Characters of a part."""
_BEFORE = 240
"""Characters of the part before that are told as context."""


@dataclass(frozen=True, slots=True)
class BulkPart:
    """One part: its sentences, and their translations as far as they have come.

    `error` is why it could not be finished, None while nothing has gone wrong.
    """

    original: str
    sentences: tuple[str, ...]
    translated: tuple[Translated, ...] = ()
    done: bool = False
    error: CopilotError | None = field(default=None, compare=False)

    @property
    def whole(self) -> tuple[tuple[str, Translated], ...]:
        """The first sentences with their translations, up to one that is not whole."""
        pairs = tuple(zip(self.sentences, self.translated, strict=False))
        end = next((i for i, (_, one) in enumerate(pairs) if not one.whole), len(pairs))
        return pairs[:end]


@dataclass(frozen=True, slots=True)
class BulkProgress:
    """All parts in their order, and what they came to so far (as in Translation)."""

    parts: tuple[BulkPart, ...]
    target: str
    model: str = ""
    tokens: int = 0
    masked: int = 0
    cost: str = ""

    @property
    def share(self) -> float:
        """How much of the text is done, from 0 to 1."""
        total = sum(len(part.original) for part in self.parts) or 1
        return sum(len(part.original) for part in self.parts if part.done) / total

    @property
    def done(self) -> bool:
        """Whether all of it is there."""
        return all(part.done for part in self.parts)

    @property
    def text(self) -> str:
        """The translation as far as it has come, up to the middle of a sentence."""
        pairs: list[tuple[str, str]] = []
        for part in self.parts:
            pairs += [(sentence, one.text or sentence.strip()) for sentence, one in part.whole]
            if part.done:
                continue
            rest = zip(part.sentences, part.translated, strict=False)
            growing = next(((s, one.text) for s, one in rest if not one.whole), ("", ""))
            if growing[1]:
                pairs.append((growing[0].rstrip(), growing[1]))
            break
        return rejoined(pairs, self.target) if self.done else rejoined(pairs, self.target).rstrip()

    @property
    def doubt(self) -> str:
        """The first doubt about it, "" if there is none."""
        texts = (one for part in self.parts for one in part.translated)
        return next((one.doubt or one.trouble for one in texts if one.doubt or one.trouble), "")


class BulkTranslation:
    """One long text on its way. `run` goes on where it stopped or failed."""

    def __init__(self, translator: Translator, text: str, asked: TranslationRequest) -> None:
        """`asked` says everything but the texts; whoever translates a long text wants it."""
        self._translator = translator
        self._asked = replace(asked, wanted=True)
        parts = tuple(BulkPart(part, sentences(part)) for part in chunks(text, _PART))
        self.progress = BulkProgress(parts, asked.target)

    async def run(self, *, patience: int = 1) -> AsyncGenerator[BulkProgress, None]:
        """Translate what is not done yet, in order; a part that fails is tried again so often.

        Raises the error of a part that failed for good; what was done before stays.
        """
        for i in self._open():
            left = patience
            while not self.progress.parts[i].done:
                try:
                    async with aclosing(self._translate(i)) as steps:
                        async for step in steps:
                            yield step
                except CopilotError as error:
                    self._put(i, replace(self.progress.parts[i], error=error, translated=()))
                    yield self.progress
                    if not (left and error.retryable):
                        raise
                    left -= 1

    def _open(self) -> Iterator[int]:
        return (i for i, part in enumerate(self.progress.parts) if not part.done)

    async def _translate(self, i: int) -> AsyncGenerator[BulkProgress, None]:
        part = replace(self.progress.parts[i], error=None)
        if not part.original.strip():
            same = tuple(Translated(text.strip(), whole=True) for text in part.sentences)
            self._put(i, replace(part, translated=same, done=True))
            return
        before = self.progress.parts[i - 1].original[-_BEFORE:] if i else ""
        asked = replace(
            self._asked,
            texts=part.sentences,
            context=(Message(THEM, before),) if before.strip() else self._asked.context,
        )
        tokens = self.progress.tokens
        async with aclosing(self._translator.translate(asked)) as steps:
            async for step in steps:
                texts = tuple(replace(one, text=one.text.strip()) for one in step.texts)
                self._put(i, replace(part, translated=texts, done=step.whole))
                self._count(step, tokens)
                yield self.progress

    def _put(self, i: int, part: BulkPart) -> None:
        parts = (*self.progress.parts[:i], part, *self.progress.parts[i + 1 :])
        self.progress = replace(self.progress, parts=parts)

    def _count(self, step: Translation, tokens: int) -> None:
        self.progress = replace(
            self.progress,
            model=step.model or self.progress.model,
            # Of several parts nobody knows the sum: what was spent is in `usage`.
            cost=step.cost if len(self.progress.parts) == 1 else "",
            tokens=tokens + step.tokens,
            masked=max(self.progress.masked, step.masked),
        )
