"""One request to translate on its way: remembered, masked, asked, checked, and asked again."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator, Callable, Iterator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace

from copilot.core.contacts import SessionContacts
from copilot.core.cost import Bill, Cost, bill_text, money_text
from copilot.core.discretion import Gate, Permit
from copilot.core.finding import Finding
from copilot.core.glossary import Glossary, Terms
from copilot.core.identify import Identifier
from copilot.core.inspection import Inspection
from copilot.core.memory import Formality, Pair, SessionTranslations
from copilot.core.memory import Translation as Remembered
from copilot.core.ports import Contacts, Finished, ModelRequest, TextDelta, TranslationMemory
from copilot.core.prompt import estimate_tokens, masked_count
from copilot.core.protect import Protected, protect, settle
from copilot.core.redaction import (
    LITERAL,
    Finder,
    MaskedText,
    Vault,
    mask,
    restore_growing,
)
from copilot.core.skills import Skill
from copilot.core.spending import NullLedger, Spending
from copilot.core.translation import Translated, Translation, TranslationRequest
from copilot.core.translation_answer import LinesAnswer
from copilot.core.translation_faults import Fault, fault_of
from copilot.core.translation_prompt import Lines, build_translation
from copilot.core.translation_state import Variant
from copilot.core.unseen import visible
from copilot.core.vaults import Vaults

JOB = "translate"
"""The job of the gate's ways, and the skill that costs are counted for."""
_ESCAPE = re.compile(r"\\n")
_LINES = 16
"""So many lines are asked for in one request."""


@dataclass(frozen=True, slots=True)
class TranslatorParts:
    """What a translator works with. `skills` are by the names "translate" and "check"."""

    skills: Mapping[str, Skill]
    gate: Gate
    identifier: Identifier
    vaults: Vaults = field(default_factory=Vaults)
    memory: TranslationMemory = field(default_factory=SessionTranslations)
    contacts: Contacts = field(default_factory=SessionContacts)
    glossary: Callable[[], Glossary] = Glossary
    spending: Spending = field(default_factory=lambda: Spending(NullLedger()))
    inspection: Inspection = field(default_factory=Inspection)


class Run:
    """One request on its way: what is known of each text, and what is still to be asked."""

    def __init__(
        self, parts: TranslatorParts, asked: TranslationRequest, formality: Formality
    ) -> None:
        self._parts = parts
        self._asked = asked
        self._formality: Formality = formality
        self._pair = Pair(asked.source, asked.target)
        self._texts = [Translated()] * len(asked.texts)
        self._cores = [text.strip() for text in asked.texts]
        self._terms = parts.glossary().for_pair(asked.source, asked.target)
        self._bills: list[Bill] = []
        self.open: list[int] = []
        """The texts that nobody has translated yet."""
        self.told = Translation(tuple(self._texts))

    async def remember(self) -> None:
        """Fill in what is remembered, and what needs no translation."""
        for i, core in enumerate(self._cores):
            known = core if not core else await self._known(core)
            if known is None:
                self.open.append(i)
            else:
                self._put(i, Translated(known, whole=True, remembered=True))
        self._tell()

    async def _known(self, core: str) -> str | None:
        if self._asked.variant is not Variant.PLAIN:
            return None
        known = await self._parts.memory.find(core, self._pair, self._formality)
        # The glossary may be newer than what is remembered.
        return known if known is not None and _keeps_terms(core, known, self._terms) else None

    async def ask(self, permit: Permit) -> AsyncGenerator[Translation, None]:
        """Have the model translate what is open, and what went wrong once more."""
        self._tell(model=permit.name)
        yield self.told
        texts = (*(m.text for m in self._asked.context), *self._cores)
        finder = _with_escapes(permit.finder(texts))
        cover = self._parts.vaults.of(self._asked.chat)

        def mask_one(text: str) -> MaskedText:
            with cover.masking:
                return mask(visible(text), cover.vault, finder)

        def protect_all() -> dict[int, Protected]:
            with cover.masking:
                return {
                    i: protect(visible(self._cores[i]), cover.vault, finder, self._terms)
                    for i in self.open
                }

        # In a thread: masking many numbers takes a tenth of a second.
        protected = await asyncio.to_thread(protect_all)
        for i, one in protected.items():
            if one.nothing_to_say:
                self._put(i, Translated(visible(self._cores[i]), whole=True, remembered=True))
        self._tell()
        lines = {i: one for i, one in protected.items() if not one.nothing_to_say}
        for batch in self._batches(lines):
            faults: dict[int, Fault] = {}
            for again in (False, True):
                call = _Call(self._parts, self._asked, cover.vault, permit)
                asking = {i: lines[i] for i in (faults if again else batch)}
                request = await asyncio.to_thread(
                    self._request, asking, mask_one, next(iter(faults.values()), None)
                )
                self._tell(masked=max(self.told.masked, masked_count(request)))
                async with aclosing(call.stream(request, asking)) as steps:
                    async for growing in steps:
                        for i, text in growing.items():
                            self._put(i, Translated(text))
                        self._tell()
                        yield self.told
                self._bills += call.bills
                faults = await self._check(asking, call)
                self._tell()
                if not any(fault.again for fault in faults.values()):
                    break
            for i, fault in faults.items():
                shown = self._texts[i].text.strip()
                self._put(i, Translated(shown, True, False, *fault.told(bool(shown))))
            self._tell()
            yield self.told

    def _batches(self, lines: Mapping[int, Protected]) -> Iterator[list[int]]:
        room = self._parts.skills[JOB].limits.draft_tokens
        batch: list[int] = []
        used = 0
        for i, one in lines.items():
            tokens = estimate_tokens(one.masked.text)
            if batch and (used + tokens > room or len(batch) == _LINES):
                yield batch
                batch, used = [], 0
            batch.append(i)
            used += tokens
        if batch:
            yield batch

    def _request(
        self,
        lines: Mapping[int, Protected],
        mask_one: Callable[[str], MaskedText],
        fault: Fault | None,
    ) -> ModelRequest:
        legend = dict.fromkeys(line for one in lines.values() for line in one.legend)
        return build_translation(
            self._parts.skills[JOB],
            Lines([one.masked for one in lines.values()], tuple(legend)),
            self._asked,
            mask_one,
            formality=self._formality,
            again=fault.again if fault is not None else "",
        )

    async def _check(self, lines: Mapping[int, Protected], call: _Call) -> dict[int, Fault]:
        """Take what is well, and tell what is not."""
        await asyncio.to_thread(self._parts.identifier.prepare)
        faults: dict[int, Fault] = {}
        for i, one in lines.items():
            settled = settle(call.raw.get(i, ""), one, call.vault)
            text = visible(settled.text)
            fault = fault_of(
                text,
                settled.problems,
                self._cores[i],
                self._asked,
                self._parts.identifier,
                refused=call.reason == "refusal",
                cut=i == call.cut,
            )
            self._put(i, Translated(text, whole=fault is None))
            if fault is not None:
                faults[i] = fault
            elif self._asked.variant is Variant.PLAIN:
                await self._parts.memory.keep(
                    Remembered(
                        self._cores[i],
                        text,
                        self._pair,
                        self._formality,
                        call.name,
                        self._asked.chat if self._asked.chat.app else None,
                    )
                )
        return faults

    def _put(self, i: int, one: Translated) -> None:
        """Keep it with the space that stood around the text."""
        text = self._asked.texts[i]
        core = self._cores[i]
        start = text.index(core) if core else 0
        before, after = text[:start], text[start + len(core) :]
        shown = f"{before}{one.text}{after if one.whole else ''}" if one.text or not core else ""
        self._texts[i] = replace(one, text=shown if core else text)

    def _tell(self, **known: str | int) -> None:
        tokens = [bill.tokens for bill in self._bills]
        self.told = replace(
            self.told,
            texts=tuple(self._texts),
            tokens=sum(t.total for t in tokens),
            estimated=any(t.estimated for t in tokens),
            cost=_cost_text(self._bills, self._parts.spending),
            **known,  # pyright: ignore[reportArgumentType] its callers name fields of that type
        )


class _Call:
    """One call to the model: what it wrote for each line, and how it ended."""

    def __init__(
        self, parts: TranslatorParts, asked: TranslationRequest, vault: Vault, permit: Permit
    ) -> None:
        self._parts = parts
        self._chat = asked.chat
        self._wanted = asked.wanted
        self._permit = permit
        self.vault = vault
        self.name = permit.name
        self.bills: list[Bill] = []
        self.raw: dict[int, str] = {}
        self.reason = ""
        self.cut: int | None = None
        """The line in whose middle the answer ended at its limit."""

    async def stream(
        self, request: ModelRequest, lines: Mapping[int, Protected]
    ) -> AsyncGenerator[dict[int, str], None]:
        """The lines as far as they have come, restored, whenever there is more of them."""
        places = list(lines)
        answer = LinesAnswer(len(places))
        request = replace(
            request,
            billed=self._billed,
            wanted=self._wanted,
            departing=self._parts.inspection.departing(JOB, self._chat, self.vault),
        )
        shown: dict[int, str] = {}
        async with aclosing(self._permit.stream(request)) as events:
            async for event in events:
                match event:
                    case TextDelta(text):
                        grown = answer.feed(text)
                        now = {
                            places[n - 1]: visible(restore_growing(line.text, self.vault)).rstrip()
                            for n, line in grown.items()
                        }
                        if now != shown:
                            shown = now
                            yield now
                    case Finished(reason):
                        self.reason = reason
                    case _:
                        pass
        whole = answer.finish(cut=self.reason == "length")
        self.raw = {places[n - 1]: line.text for n, line in whole.items()}
        self.cut = next((places[n - 1] for n, line in whole.items() if not line.whole), None)

    def _billed(self, bill: Bill) -> None:
        self.bills.append(bill)
        self._parts.spending.note(JOB, self._chat or None, bill)


def _with_escapes(find: Finder) -> Finder:
    """Hides what would be taken for a line break of ours, such as in a path of Windows."""

    def find_all(text: str) -> Iterator[Finding]:
        yield from find(text)
        for found in _ESCAPE.finditer(text):
            yield Finding(*found.span(), LITERAL)

    return find_all


def _keeps_terms(text: str, result: str, terms: Terms) -> bool:
    """Whether a remembered result has the terms that the glossary wants now."""
    found = (terms.term_of(text[start:end]) for start, end, _ in terms.find(text))
    return all(term is None or term.target in result for term in found)


def _cost_text(bills: Sequence[Bill], spending: Spending) -> str:
    """What all calls together cost, for people."""
    if len(bills) < 2:
        return bill_text(bills[0], spending.exchange) if bills else ""
    costs = [spending.exchange.convert(bill.cost) for bill in bills]
    if len({cost.currency for cost in costs if cost.nanos}) > 1 or any(
        cost.nanos is None for cost in costs
    ):
        return ""
    total = Cost(
        sum(cost.nanos or 0 for cost in costs), next((c.currency for c in costs if c.nanos), "")
    )
    text = money_text(total)
    return f"~{text}" if total.nanos and any(b.tokens.estimated for b in bills) else text
