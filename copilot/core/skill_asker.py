"""Asking a model for longer answers: skill, conversation and draft, masked, to text as it comes."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator, Iterable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace

from copilot.core.asking import Question
from copilot.core.contacts import SessionContacts, about
from copilot.core.cost import Bill, bill_text
from copilot.core.discretion import Gate, Permit
from copilot.core.errors import CopilotError, ModelMissing, StreamBroken, withheld
from copilot.core.inspection import Inspection
from copilot.core.languages import language
from copilot.core.model import Reach
from copilot.core.parsing import REFUSAL, unwrapped
from copilot.core.ports import Contacts, Finished, ModelRequest, TextDelta
from copilot.core.prompt import build, masked_count
from copilot.core.redaction import Vault, restore, restore_growing
from copilot.core.skill_run import SkillPart
from copilot.core.skills import Skill
from copilot.core.spending import NullLedger, Spending
from copilot.core.thoughts import outside, without_begun, without_marks
from copilot.core.unseen import visible
from copilot.core.vaults import ChatVault, Vaults

JOB = "skills"
"""The job of the gate's ways. Costs are counted for the skill that was run."""
_LONGEST_ANSWER = 40_000
"""Characters; what a model that runs away writes beyond that is not looked at."""
# "```", "```text"
_FENCE = re.compile(r"```\w*\n(.*?)\n?```", re.DOTALL)
_DRAFT_TAG = re.compile(r"^\[draft\] ?", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SkillParts:
    """What a skill is run with. The limits, in tokens, can only lower those of the skills."""

    gate: Gate
    vaults: Vaults = field(default_factory=Vaults)
    contacts: Contacts = field(default_factory=SessionContacts)
    spending: Spending = field(default_factory=lambda: Spending(NullLedger()))
    inspection: Inspection = field(default_factory=Inspection)
    prompt_tokens: int | None = None
    answer_tokens: int | None = None


class ModelSkillAsker:
    """Runs skills of the form "answer"; implements `skill_run.SkillAsker`.

    `reads` is the language that the person reads (BCP 47), "" for whatever the model takes.
    Belongs to one event loop.
    """

    def __init__(self, skills: Iterable[Skill], parts: SkillParts, reads: str = "") -> None:
        self._skills = {skill.name: skill for skill in skills}
        self._parts = parts
        self._language = language(reads).prompt_name if reads else ""

    @property
    def offered(self) -> Sequence[Skill]:
        """The skills that can be run, in the order in which people see them."""
        return tuple(self._skills.values())

    def join(self, skills: Iterable[Skill]) -> None:
        """Offer these as well, behind the others."""
        self._skills |= {skill.name: skill for skill in skills}

    async def run(self, name: str, question: Question) -> AsyncGenerator[SkillPart, None]:
        """The answer as it grows: Markdown, or the text for the draft. Wrap it in `aclosing`.

        Raises InputError if the draft is longer than the skill takes, ModelMissing, ChatWithheld,
        StreamBroken for no answer or one that reached its limit, and ModelError of the model; what
        had come until then stands in the last part.
        """
        skill, parts = self._skills[name], self._parts
        permit = self._permit(question)
        cover = parts.vaults.of(question.chat)
        known = about(await parts.contacts.of(question.chat))
        # In a thread: masking many numbers takes a tenth of a second.
        request = await asyncio.to_thread(self._build, skill, question, cover, permit, known)
        bills: list[Bill] = []

        def billed(bill: Bill) -> None:
            bills.append(bill)
            parts.spending.note(name, question.chat, bill)

        request = replace(
            request,
            billed=billed,
            departing=parts.inspection.departing(name, question.chat, cover.vault),
            wanted=True,
        )
        part = SkillPart(model=permit.name, masked=masked_count(request))
        yield part
        said, reason = _Said(cover.vault), ""
        try:
            async with aclosing(permit.stream(request)) as events:
                async for event in events:
                    match event:
                        case TextDelta(text):
                            part = replace(part, text=said.feed(text), model=permit.name)
                            yield part
                            if said.full:
                                reason = "length"
                                break
                        case Finished():
                            reason = event.reason
                        case _:
                            pass
        except CopilotError:
            yield replace(part, cost=self._cost(bills))
            raise
        text = said.finish()
        if skill.insertable:
            text = _bare(text, question.draft.text)
        yield replace(part, text=text, model=permit.name, cost=self._cost(bills))
        self._look_at_end(skill, text, reason)

    def _cost(self, bills: Sequence[Bill]) -> str:
        return bill_text(bills[-1], self._parts.spending.exchange) if bills else ""

    def _look_at_end(self, skill: Skill, text: str, reason: str) -> None:
        """Raise StreamBroken unless the answer is one, and whole."""
        if reason == "refusal" or (skill.insertable and REFUSAL.search(text)):
            raise StreamBroken("The model declined to answer.", "Another model may answer.")
        if not text:
            raise StreamBroken("The model gave no answer.", "Run it again, or take another model.")
        if reason == "length":
            mine = self._parts.answer_tokens
            raise StreamBroken(
                "The answer is not whole: it has reached its limit.",
                "max_answer_tokens under [budget] in settings.toml is your limit for answers."
                if mine is not None and mine <= skill.limits.answer_tokens
                else "answer_tokens in the file of the skill is its limit.",
            )

    def _permit(self, question: Question) -> Permit:
        gate = self._parts.gate
        permit = gate.permit(JOB, question.chat)
        if permit is not None:
            return permit
        if gate.reach(question.chat) is Reach.ANYONE:
            raise ModelMissing(
                "No model is set up for skills.",
                'Name one under [jobs] in settings.toml: skills = "deepseek", for example.',
            )
        raise withheld()

    def _build(
        self, skill: Skill, question: Question, cover: ChatVault, permit: Permit, known: str
    ) -> ModelRequest:
        lines = [message.text for message in question.conversation.messages]
        # Whatever was given up may still be at it.
        with cover.masking:
            return build(
                skill,
                question.conversation,
                question.draft,
                cover.vault,
                find=permit.finder([*lines, question.draft.text]),
                prompt_tokens=self._parts.prompt_tokens,
                answer_tokens=self._parts.answer_tokens,
                about=known,
                language=self._language if skill.in_my_language else "",
            )


class _Said:
    """What an answer says outside thoughts, restored; each line that is whole is read once."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._left = _LONGEST_ANSWER
        self._line = ""
        self._inside = False
        self._text = ""

    @property
    def full(self) -> bool:
        """Nothing more is taken."""
        return self._left <= 0

    def feed(self, text: str) -> str:
        """Take the next piece; the answer so far, without half a placeholder at its end."""
        text = text[: self._left]
        self._left -= len(text)
        *lines, self._line = (self._line + text).split("\n")
        for line in lines:
            self._take(f"{line}\n")
        kept = outside(self._line, inside=self._inside)
        growing = without_begun(without_marks(kept.text), ended=False)
        before = "" if kept.anew else self._text
        return (before + restore_growing(visible(growing), self._vault)).strip()

    def finish(self) -> str:
        """The whole answer."""
        self._take(self._line)
        self._line = ""
        return self._text.strip()

    def _take(self, line: str) -> None:
        kept = outside(line, inside=self._inside)
        self._inside = kept.inside
        if kept.anew:
            self._text = ""
        self._text += restore(visible(without_marks(kept.text)), self._vault)


def _bare(text: str, draft: str) -> str:
    """The text for the draft without what a model puts around it, unless the draft has it too."""
    fenced = _FENCE.search(text)
    if fenced is not None and "```" not in draft:
        text = fenced[1].strip()
    text = _DRAFT_TAG.sub("", text)
    inner = unwrapped(text)
    return inner if inner and not unwrapped(draft.strip()) else text
