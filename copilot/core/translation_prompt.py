"""Lines and what was said before them → masked messages for a model that translates.

The instructions stand first and never change; languages and tone are told in the last line, so
that a provider's prefix cache can reuse the beginning.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from copilot.core.languages import UNDETERMINED, language
from copilot.core.model import ME, THEM, Message
from copilot.core.ports import ModelMessage, ModelRequest
from copilot.core.prompt import estimate_tokens
from copilot.core.redaction import MaskedText, join, public
from copilot.core.skills import Skill
from copilot.core.translation import TranslationRequest
from copilot.core.translation_state import Variant

_CONTEXT = 6
"""So many messages are told as context, the latest ones."""
_CONTEXT_CHARACTERS = 240
"""Of each, so many characters."""
_ANSWER_FACTOR = 3
"""A translation has at most so many times the tokens of its text, as estimated."""

_SPEAKER = {
    ME: "The numbered lines are what I am about to write to them.",
    THEM: "The numbered lines were written to me.",
}
_FORMALITY = {
    "casual": "Address the reader informally, as among friends.",
    "polite": "Address the reader formally and politely.",
}
_VARIANT = {
    Variant.CASUAL: "Say it in a more casual way than the lines do.",
    Variant.POLITE: "Say it in a more polite way than the lines do.",
    Variant.SHORT: "Say it shorter than the lines do, with the same meaning.",
}

MaskOne = Callable[[str], MaskedText]


@dataclass(frozen=True, slots=True)
class Lines:
    """Masked lines to be numbered, and what is to be known about the placeholders in them."""

    texts: Sequence[MaskedText]
    legend: Sequence[MaskedText] = ()

    @property
    def tokens(self) -> int:
        """About how many tokens they have."""
        return sum(estimate_tokens(text.text) + 3 for text in self.texts)


def build_translation(
    skill: Skill,
    lines: Lines,
    asked: TranslationRequest,
    mask: MaskOne,
    *,
    formality: str = "",
    again: str = "",
) -> ModelRequest:
    """The request for these lines.

    `mask` masks what was said before. `again` is what was wrong with the answer before, a sentence
    of ours.
    """
    said = [_tagged(message, mask) for message in asked.context[-_CONTEXT:]]
    told = [public(f"{_into(asked)}"), *map(public, _tones(asked, formality, again)), *lines.legend]
    return _request(skill, [*said, *_numbered(lines.texts)], join(told, " "), lines.tokens)


def build_check(skill: Skill, lines: Lines, source: str, target: str) -> ModelRequest:
    """The request for what these lines in `source` say, told in `target`."""
    task = f"The message is in {_name(source)}. My language is {_name(target)}."
    return _request(skill, _numbered(lines.texts), public(task), lines.tokens)


def _request(
    skill: Skill, material: Sequence[MaskedText], told: MaskedText, tokens: int
) -> ModelRequest:
    question = join([*material, public(""), told + public(f" {skill.task}")], "\n")
    messages = (
        ModelMessage("system", public(skill.instructions)),
        ModelMessage("user", question),
    )
    limits = skill.limits
    return ModelRequest(
        messages, limits.answer_tokens + _ANSWER_FACTOR * tokens, limits.temperature
    )


def _into(asked: TranslationRequest) -> str:
    if asked.source in ("", UNDETERMINED):
        return f"Translate into {_name(asked.target)}."
    return f"Translate from {_name(asked.source)} into {_name(asked.target)}."


def _name(tag: str) -> str:
    return language(tag).prompt_name


def _tones(asked: TranslationRequest, formality: str, again: str) -> list[str]:
    told = (
        _SPEAKER.get(asked.speaker, ""),
        _FORMALITY.get(formality, ""),
        _VARIANT.get(asked.variant, ""),
        again,
    )
    return [sentence for sentence in told if sentence]


def _numbered(texts: Sequence[MaskedText]) -> list[MaskedText]:
    """Each text in one line, so that nothing in it can pass for another line of ours."""
    return [
        public(f"{number}|") + join(text.lines(), "\\n") for number, text in enumerate(texts, 1)
    ]


def _tagged(message: Message, mask: MaskOne) -> MaskedText:
    text = mask(message.text).start(_CONTEXT_CHARACTERS)
    tag = public(f"[{ME if message.sender == ME else THEM}] ")
    return tag + join(text.lines(), " ")
