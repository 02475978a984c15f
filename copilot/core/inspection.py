"""What left this machine: for every call to a model its text, what it hid and why, and its end."""

from __future__ import annotations

import re
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NewType

from copilot.core.cost import Bill, Cost, Exchange, Tariff, Tokens, money_text
from copilot.core.levels import Level
from copilot.core.model import ChatIdentity

if TYPE_CHECKING:
    from copilot.core.ports import ModelRequest
    from copilot.core.redaction import Vault

HERE: Final = "this machine"
"""The host of models that run here: what they are asked does not leave."""
_MOST = 50
"""So many calls are remembered, the latest ones."""
PLACEHOLDER: Final = re.compile(r"⟨([A-Z]+)_(\d+)⟩")
"""As masking writes it; whatever else looks like one was replaced by a ⟨LITERAL_n⟩."""

Reason = NewType("Reason", str)
"""A sentence for people, and for translators, who get the arguments of calls so named."""

WHY: Final[Mapping[str, Reason]] = MappingProxyType(
    {
        "PHONE": Reason("It fits a country's numbering plan, or a word before it says phone."),
        "EMAIL": Reason("It has the form of an e-mail address."),
        "CARD": Reason("It has the prefix, the length and the check digit of a bank card."),
        "IBAN": Reason("It has the length and the check digits of a bank account."),
        "ID": Reason("It has the form and check digits of an identity number, or a word says so."),
        "PASSPORT": Reason("A word for passport stands before it."),
        "PLATE": Reason("It has the form of a licence plate, or a word before it says so."),
        "IP": Reason("It has the form of a machine's address in a network."),
        "MAC": Reason("It has the form of a network card's address."),
        "KEY": Reason("It looks like a key, a token or a password."),
        "CODE": Reason("A word for a one-time code stands beside it."),
        "ADDRESS": Reason("It has the form of a street address."),
        "URL": Reason("It is the secret part of a web address, or all of it at the strict level."),
        "NAME": Reason("It is a name: a word beside it says so."),
        "PLACE": Reason("It is a place: a word beside it says so."),
        "WORD": Reason("It is one of the words that you chose to hide."),
        "LITERAL": Reason("It looks like a placeholder, and nobody may make one of yours appear."),
        "KEEP": Reason("A translation keeps it as it is."),
        "TERM": Reason("Your glossary says how it is translated."),
    }
)
"""Why something of a kind is hidden, in a sentence for people."""


class Outcome(StrEnum):
    """How a call ended."""

    UNDER_WAY = "under way"
    ANSWERED = "answered"
    REFUSED = "refused"
    """The model declined to answer."""
    FAILED = "failed"
    CANCELLED = "cancelled"
    """The answer was not waited for: the chat went on."""


@dataclass(frozen=True, slots=True)
class SentMessage:
    """One message of a prompt as it left, with its placeholders."""

    role: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Hidden:
    """What a placeholder of a prompt stands for; `original` never leaves."""

    placeholder: str
    kind: str
    original: str = field(repr=False)

    @property
    def why(self) -> str:
        """Why it was hidden, in a sentence."""
        return WHY.get(self.kind, "")


@dataclass(frozen=True, slots=True)
class Sent:
    """One call to one model.

    `when` is in seconds since 1970, `host` the name of the machine that was asked (`HERE` for this
    one), `trouble` the title of the error that ended it. `tokens` and `cost` are None until it has
    ended and where it cost nothing because it was turned away. `masking` is how much was hidden.
    """

    number: int
    when: float
    provider: str
    model: str
    host: str
    skill: str
    chat: ChatIdentity | None
    messages: tuple[SentMessage, ...]
    hidden: tuple[Hidden, ...] = ()
    outcome: Outcome = Outcome.UNDER_WAY
    trouble: str = ""
    tokens: Tokens | None = None
    cost: Cost | None = None
    masking: Level = "standard"

    def cost_text(self, exchange: Exchange | None = None) -> str:
        """What it cost, for people; "" where that is not known."""
        if self.cost is None or self.tokens is None:
            return ""
        text = money_text((exchange or Exchange()).convert(self.cost))
        return f"~{text}" if self.tokens.estimated and self.cost.nanos else text


@dataclass(frozen=True, slots=True)
class Ending:
    """How a call ended; without a `bill` where the model turned it away."""

    outcome: Outcome
    bill: Bill | None = None
    trouble: str = ""


Departing = Callable[["ModelRequest", Tariff, str], Callable[[Ending], None]]
"""Told of a request as it leaves for a model on a host; what it returns is told of the end."""


class Inspection:
    """Remembers the latest calls to models, in memory. All methods belong to one event loop."""

    def __init__(
        self,
        now: Callable[[], float] = time.time,
        keep: Callable[[Sent], None] = lambda sent: None,
        most: int = _MOST,
    ) -> None:
        """`now` tells seconds since 1970; `keep` hears of each call when it has ended."""
        self._now = now
        self._keep = keep
        self._most = most
        self._count = 0
        self._calls: OrderedDict[int, Sent] = OrderedDict()
        self._listeners: list[Callable[[], None]] = []

    @property
    def latest(self) -> tuple[Sent, ...]:
        """The calls that are remembered, the newest first."""
        return tuple(reversed(self._calls.values()))

    def departing(self, skill: str, chat: ChatIdentity | None, vault: Vault) -> Departing:
        """What a `ModelRequest` takes along, so that its calls are remembered."""

        def leave(request: ModelRequest, tariff: Tariff, host: str) -> Callable[[Ending], None]:
            self._count += 1
            sent = Sent(
                self._count,
                self._now(),
                tariff.provider,
                tariff.model,
                host,
                skill,
                chat,
                tuple(SentMessage(m.role, m.content.text) for m in request.messages),
                hidden_in(request, vault),
                masking=request.masking,
            )
            self._calls[sent.number] = sent
            if len(self._calls) > self._most:
                self._calls.popitem(last=False)
            self._tell()
            return lambda ending: self._end(sent, ending)

        return leave

    def forget(self, chat: ChatIdentity | None = None) -> None:
        """Forget the calls for this chat, or all of them."""
        for number, sent in list(self._calls.items()):
            if chat is None or sent.chat == chat:
                del self._calls[number]
        self._tell()

    def listen(self, changed: Callable[[], None]) -> Callable[[], None]:
        """Call `changed` after every change, until what is returned is called."""
        self._listeners.append(changed)

        def stop() -> None:
            with suppress(ValueError):
                self._listeners.remove(changed)

        return stop

    def _end(self, sent: Sent, ending: Ending) -> None:
        bill = ending.bill
        ended = replace(
            sent,
            outcome=ending.outcome,
            trouble=ending.trouble,
            tokens=bill.tokens if bill is not None else None,
            cost=bill.cost if bill is not None else None,
        )
        if sent.number in self._calls:
            self._calls[sent.number] = ended
            self._keep(ended)
            self._tell()

    def _tell(self) -> None:
        for changed in tuple(self._listeners):
            changed()


def hidden_in(request: ModelRequest, vault: Vault) -> tuple[Hidden, ...]:
    """What the placeholders of a request stand for, in the order in which they appear."""
    # The messages before are the skill's own words, whose placeholders are examples.
    text = request.messages[-1].content.text
    found = {match[0]: (match[1], int(match[2])) for match in PLACEHOLDER.finditer(text)}
    return tuple(
        Hidden(placeholder, kind, original)
        for placeholder, (kind, number) in found.items()
        if (original := vault.original(kind, number)) is not None
    )


def as_json(sent: Sent) -> dict[str, Any]:
    """The call as values that JSON knows."""
    chat, tokens, cost = sent.chat, sent.tokens, sent.cost
    return {
        "number": sent.number,
        "when": sent.when,
        "provider": sent.provider,
        "model": sent.model,
        "host": sent.host,
        "skill": sent.skill,
        "masking": sent.masking,
        "chat": chat and {"app": chat.app, "window": chat.window, "contact": chat.contact},
        "outcome": sent.outcome.value,
        "trouble": sent.trouble,
        "tokens": tokens
        and {
            "prompt": tokens.prompt,
            "completion": tokens.completion,
            "cached": tokens.cached,
            "estimated": tokens.estimated,
        },
        "cost": cost and {"nanos": cost.nanos, "currency": cost.currency},
        "messages": [{"role": m.role, "text": m.text} for m in sent.messages],
        "hidden": [
            {"placeholder": h.placeholder, "kind": h.kind, "original": h.original, "why": h.why}
            for h in sent.hidden
        ],
    }


def of_json(value: Mapping[str, Any]) -> Sent:
    """The call that `as_json` made this of. Raises KeyError, TypeError, ValueError for others."""
    chat, tokens, cost = value["chat"], value["tokens"], value["cost"]
    return Sent(
        number=value["number"],
        when=value["when"],
        provider=value["provider"],
        model=value["model"],
        host=value["host"],
        skill=value["skill"],
        chat=ChatIdentity(**chat) if chat else None,
        messages=tuple(SentMessage(m["role"], m["text"]) for m in value["messages"]),
        hidden=tuple(Hidden(h["placeholder"], h["kind"], h["original"]) for h in value["hidden"]),
        outcome=Outcome(value["outcome"]),
        trouble=value["trouble"],
        tokens=Tokens(**tokens) if tokens else None,
        cost=Cost(**cost) if cost else None,
        masking=value["masking"],
    )
