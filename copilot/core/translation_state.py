"""What the panel shows of translation: the others' lines, the draft's own, and the pair."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Direction = Literal["ltr", "rtl"]
"""How a text runs: from the left, or from the right as in Arabic and Hebrew."""


class Variant(StrEnum):
    """How a translation is said; the plain one is as the text says it."""

    PLAIN = ""
    CASUAL = "more casual"
    POLITE = "more polite"
    SHORT = "shorter"


class Flag(StrEnum):
    """How a translation may sound to the other side without being meant so."""

    RUDE = "rude"
    FORMAL = "too formal"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Pair:
    """The two languages of a chat as BCP 47 tags ("en", "zh-Hans"); "" while one is not known."""

    mine: str = ""
    theirs: str = ""


@dataclass(frozen=True, slots=True)
class IncomingTranslation:
    """A message of somebody else in the person's language.

    `key` stays the same while `text` grows; an empty text is still waited for, unless `trouble`
    says why there is none. `sender` is as in Message. `remembered` where no model was asked.
    `doubt` is a sentence about a text that is shown but not to be trusted, "" if there is none.
    """

    key: str
    sender: str
    original: str
    text: str = ""
    streaming: bool = False
    remembered: bool = False
    source: str = ""
    target: str = ""
    direction: Direction = "ltr"
    original_direction: Direction = "ltr"
    original_shown: bool = False
    doubt: str = ""
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class OutgoingTranslation:
    """The draft in the other's language.

    The first `stable` characters of `text` were there before and will stay; what follows still
    arrives while `streaming`. `current` is false while the text belongs to an earlier draft.
    `back` says in the person's language what the other will read, "" until it is known; `flag` and
    `why`, a few words in the person's language, warn of how it sounds. `remembered`, `doubt` and
    `trouble` are as in IncomingTranslation.
    """

    draft: str
    text: str = ""
    stable: int = 0
    streaming: bool = False
    current: bool = True
    back: str = ""
    flag: Flag | None = None
    why: str = ""
    variant: Variant = Variant.PLAIN
    direction: Direction = "ltr"
    remembered: bool = False
    doubt: str = ""
    trouble: str = ""


class TranslationStatus(StrEnum):
    """Whether there is translation here, and if not, why."""

    OFF = ""
    """Nothing is foreign, or the person does not want it: there is nothing to show."""
    READY = "ready"
    NO_MODEL = "no model"
    """No model is set up for it: the panel offers to set one up ("open-settings")."""
    WITHHELD = "withheld"
    """The person's rule for this chat lets nobody be asked."""
    HELD_BACK = "held back"
    """The budget has no room for what was not asked for: `Command("translate-now")` asks."""


@dataclass(frozen=True, slots=True)
class TranslationState:
    """The translation part of the panel. `incoming` has the newest message first.

    `choices` are the languages to offer for the pair, the likeliest first. `cost` and `model`
    are of the latest answer, as in PanelState.
    """

    status: TranslationStatus = TranslationStatus.OFF
    pair: Pair = Pair()
    incoming: tuple[IncomingTranslation, ...] = ()
    outgoing: OutgoingTranslation | None = None
    choices: tuple[str, ...] = ()
    busy: bool = False
    model: str = ""
    cost: str = ""
    masked: int = 0
