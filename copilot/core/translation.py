"""What is to be translated, and its translation as far as it has come."""

from __future__ import annotations

from dataclasses import dataclass

from copilot.core.memory import Formality
from copilot.core.model import ChatIdentity, Message
from copilot.core.translation_state import Variant

NOWHERE = ChatIdentity("", "", "")
"""The chat of texts that belong to none, such as those of files."""


@dataclass(frozen=True, slots=True)
class TranslationRequest:
    """Texts of one speaker or several, from one language into another (BCP 47 tags).

    `source` is "" where it is not known or differs. `speaker` is `ME` for what the person is about
    to write, `THEM` for what was written to them, "" for texts of a file. `context` is what was
    said before, oldest first. `formality` None is what the person set for that contact. `wanted`
    where they asked for it by hand.
    """

    texts: tuple[str, ...]
    target: str
    source: str = ""
    chat: ChatIdentity = NOWHERE
    context: tuple[Message, ...] = ()
    speaker: str = ""
    variant: Variant = Variant.PLAIN
    formality: Formality | None = None
    wanted: bool = False


@dataclass(frozen=True, slots=True)
class Translated:
    """One of the texts in the other language, as far as it has come.

    `remembered` where no model was asked. `doubt` is a sentence on why a text is not to be trusted,
    `trouble` on why there is none; both are "" if all is well.
    """

    text: str = ""
    whole: bool = False
    remembered: bool = False
    doubt: str = ""
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Translation:
    """The texts of a request, in their order.

    `model`, `masked`, `tokens`, `estimated` and `cost` are as in `asking.Answer`, over all
    requests that were needed.
    """

    texts: tuple[Translated, ...] = ()
    whole: bool = False
    model: str = ""
    masked: int = 0
    tokens: int = 0
    estimated: bool = False
    cost: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """What a translation says to those who read it, in the person's language, and how it sounds.

    `sound` is "" if all is well, else one of the words of `Flag`; `why` a few words about it.
    """

    back: str = ""
    sound: str = ""
    why: str = ""
