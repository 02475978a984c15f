"""Translating: texts, masked and protected, through memory and model, checked, as they arrive."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace

from copilot.core.cost import Bill
from copilot.core.discretion import Permit
from copilot.core.errors import InputError, ModelMissing, withheld
from copilot.core.identify import Identifier
from copilot.core.languages import language
from copilot.core.model import ChatIdentity, Reach
from copilot.core.ports import ModelRequest, TextDelta
from copilot.core.redaction import (
    mask,
    restore,
)
from copilot.core.translation import Check, Translation, TranslationRequest
from copilot.core.translation_answer import read_fields
from copilot.core.translation_prompt import Lines, build_check
from copilot.core.translation_run import JOB, Run, TranslatorParts
from copilot.core.translation_state import Flag
from copilot.core.unseen import visible

_FLAGS = {
    "rude": Flag.RUDE.value,
    "formal": Flag.FORMAL.value,
    "too formal": Flag.FORMAL.value,
    "ambiguous": Flag.AMBIGUOUS.value,
}


class Translator:
    """Translates; belongs to one event loop."""

    def __init__(self, parts: TranslatorParts) -> None:
        self._parts = parts

    @property
    def identifier(self) -> Identifier:
        """What tells languages apart; `prepare` first."""
        return self._parts.identifier

    async def prepare(self) -> None:
        """Load what tells languages apart. Never fails."""
        await asyncio.to_thread(self._parts.identifier.prepare)

    async def warm(self, chat: ChatIdentity) -> None:
        """Prepare the model. Never fails."""
        permit = self._parts.gate.permit(JOB, chat)
        if permit is not None:
            await permit.warm()

    def may_ask(self, chat: ChatIdentity) -> bool:
        """Whether there is a model that the person allows for this chat."""
        return self._parts.gate.permit(JOB, chat) is not None

    def reach(self, chat: ChatIdentity) -> Reach:
        """Who may be asked about this chat."""
        return self._parts.gate.reach(chat)

    def allows_prefetch(self, chat: ChatIdentity) -> bool:
        """Whether the budget has enough left for what nobody asked for."""
        permit = self._parts.gate.permit(JOB, chat)
        return permit is not None and self._parts.spending.allows_prefetch(permit.tariff)

    async def remembered(self, asked: TranslationRequest) -> Translation:
        """What is known of it without asking anybody; texts that are not known are empty."""
        run = await self._begin(asked)
        return run.told

    async def translate(self, asked: TranslationRequest) -> AsyncGenerator[Translation, None]:
        """The translation as it grows; the last one is whole. Wrap it in `aclosing`.

        Raises InputError for an unknown language or nothing to translate, ModelMissing,
        ChatWithheld, and ModelError of the model. What was translated until then is remembered.
        """
        language(asked.target)
        if asked.source:
            language(asked.source)
        if not any(text.strip() for text in asked.texts):
            raise InputError("There is nothing to translate.")
        run = await self._begin(asked)
        if run.open:
            async with aclosing(run.ask(self._permit(asked.chat))) as steps:
                async for step in steps:
                    yield step
        yield replace(run.told, whole=True)

    async def check(self, text: str, source: str, target: str, chat: ChatIdentity) -> Check:
        """What `text` in `source` says to its readers, told in `target`. Raises ModelError."""
        parts, permit = self._parts, self._permit(chat)
        cover = parts.vaults.of(chat)
        finder = permit.finder((text,))

        def build() -> ModelRequest:
            with cover.masking:
                masked = mask(visible(text), cover.vault, finder)
            return build_check(parts.skills["check"], Lines((masked,)), source, target)

        request = await asyncio.to_thread(build)

        def billed(bill: Bill) -> None:
            parts.spending.note(JOB, chat, bill)

        request = replace(
            request,
            billed=billed,
            departing=parts.inspection.departing(JOB, chat, cover.vault),
        )
        raw = ""
        async with aclosing(permit.stream(request)) as events:
            async for event in events:
                if isinstance(event, TextDelta):
                    raw += event.text
        told = read_fields(raw, ("back", "sound", "why"), ended=True)
        back, why = (restore(visible(told.get(name, "")), cover.vault) for name in ("back", "why"))
        sound = _FLAGS.get(told.get("sound", "").casefold().strip(" .。"), "")
        return Check(back, sound, why.strip("-– ") if sound else "")

    def _permit(self, chat: ChatIdentity) -> Permit:
        permit = self._parts.gate.permit(JOB, chat)
        if permit is not None:
            return permit
        if self._parts.gate.reach(chat) is Reach.ANYONE:
            raise ModelMissing(
                "No model is set up for translation.",
                'Name one under [jobs] in settings.toml, such as translation = "deepseek";'
                " `chat-copilot providers` lists them.",
            )
        raise withheld()

    async def _begin(self, asked: TranslationRequest) -> Run:
        formality = asked.formality
        if formality is None:
            formality = (await self._parts.contacts.of(asked.chat)).wishes.formality
        run = Run(self._parts, asked, formality)
        await run.remember()
        return run
