"""What the window over the history needs: to look at what is kept, take it along and forget it.

All of it stays on this machine. Methods raise CopilotError; a call that is cancelled stops looking,
so that whoever types on waits only for what they typed last.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from copilot.core.contacts import Contact, Wishes
from copilot.core.inspection import Sent

Who = Literal["", "me", "others"]
"""Whose messages: everybody's, the person's own, those of all others."""
Form = Literal["json-lines", "markdown"]
"""How an export is written; JSON Lines can be read back."""
Keep = str
"""What a chat keeps: "" as set for all, "suggestions", "nothing", or a number of days."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether there is something to look at.

    `kind` is "ready"; "off" and "empty" where nothing is kept because nobody wants it or nothing
    was said yet; "locked" where the keychain can be asked, "sealed" where the recovery phrase
    helps, "broken" otherwise; the last three have a `title` and a `hint`. `kept` is whether new
    messages are kept.
    """

    kind: Literal["ready", "off", "empty", "locked", "sealed", "broken"]
    kept: bool = True
    title: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: every word of `text`, in one `chat` (0 for all) or application.

    `since` and `until` are seconds since 1970, the first included, the second not. `outcome` is
    one of KeptSuggestion's, "" for any.
    """

    text: str = ""
    chat: int = 0
    app: str = ""
    who: Who = ""
    since: float | None = None
    until: float | None = None
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class KeptChat:
    """A chat of which something is kept; `newest` is in seconds since 1970, 0 if it is silent."""

    id: int
    app: str
    contact: str
    app_name: str
    keep: Keep
    messages: int
    newest: float


@dataclass(frozen=True, slots=True)
class KeptMessage:
    """One message; `seen` is in seconds since 1970, `shown_at` as its application shows it."""

    id: int
    app: str
    contact: str
    sender: str
    text: str
    shown_at: str | None
    seen: float


@dataclass(frozen=True, slots=True)
class KeptSuggestion:
    """What was offered while the draft was `draft`, and what became of it.

    `outcome` is "offered", "taken", "sent", "edited" (into `sent`), "refused", "dismissed" or
    "undone"; `source` and `stance` are values of model.Source and model.Stance.
    """

    id: int
    app: str
    contact: str
    text: str
    draft: str
    outcome: str
    sent: str
    source: str
    stance: str
    made: float


@dataclass(frozen=True, slots=True)
class KeptTranslation:
    """One translation, from `source` to `target` (BCP 47); it may belong to no chat."""

    id: int
    app: str
    contact: str
    text: str
    result: str
    source: str
    target: str
    model: str
    made: float


@dataclass(frozen=True, slots=True)
class Spending:
    """What one skill used of one provider on one day; `money` in the person's currency.

    `money` is None where the price, or its rate, is not known.
    """

    day: date
    provider: str
    skill: str
    tokens: int
    money: float | None


@dataclass(frozen=True, slots=True)
class Offers:
    """What was offered by one skill in one chat, and what became of it.

    `taken` counts what was sent or still stands as it was offered, `edited` what was changed
    first, `ignored` the others. `saved` are characters that nobody had to type.
    """

    skill: str
    app: str
    contact: str
    offered: int
    taken: int
    edited: int
    ignored: int
    saved: int


@dataclass(frozen=True, slots=True)
class Usage:
    """What was used and what it was good for, over some days; both ends included."""

    first: date
    last: date
    currency: str = ""
    spent: tuple[Spending, ...] = ()
    offers: tuple[Offers, ...] = ()


class Archiving(Protocol):
    """What is kept, as its window sees it. Belongs to one event loop.

    Lists come newest first, `limit` at a time; `before` is the number of the last one that is
    known, 0 to begin.
    """

    async def open(self, *, ask: bool = False) -> Standing:
        """How it stands. With `ask` the keychain may ask for its password. Never fails."""
        ...

    async def chats(self) -> Sequence[KeptChat]:
        """All chats, the one that was active last first."""
        ...

    async def messages(
        self, wanted: Wanted, before: int = 0, limit: int = 50
    ) -> Sequence[KeptMessage]:
        """Messages that match."""
        ...

    async def around(self, message: int, count: int = 4) -> Sequence[KeptMessage]:
        """The message in its chat: what was said before and after it, oldest first."""
        ...

    async def suggestions(
        self, wanted: Wanted, before: int = 0, limit: int = 50
    ) -> Sequence[KeptSuggestion]:
        """Suggestions whose text, draft or sent form matches."""
        ...

    async def translations(
        self, wanted: Wanted, before: int = 0, limit: int = 50
    ) -> Sequence[KeptTranslation]:
        """Translations whose text or result matches."""
        ...

    async def requests(self, wanted: Wanted, before: int = 0, limit: int = 50) -> Sequence[Sent]:
        """Requests whose masked text, provider or model matches; numbered by the history."""
        ...

    async def contact(self, chat: KeptChat) -> Contact:
        """What is known of the contact of a chat."""
        ...

    async def wish(self, chat: KeptChat, wishes: Wishes) -> None:
        """Keep what the person wants with a contact."""
        ...

    async def forget_contact(self, chat: KeptChat) -> None:
        """Forget what was measured of a contact, and what was wished."""
        ...

    async def keep(self, chat: KeptChat, what: Keep) -> None:
        """Keep so much of this chat from now on; what is more is forgotten at once."""
        ...

    async def forget_messages(self, ids: Sequence[int]) -> None:
        """Forget these, and whatever else of their chats may repeat them."""
        ...

    async def forget_chat(self, chat: KeptChat) -> None:
        """Forget all of a chat."""
        ...

    async def forget_period(self, since: float, until: float) -> None:
        """Forget what was said and done in all chats in this time, seconds since 1970."""
        ...

    async def forget_everything(self) -> None:
        """Forget all that is kept, and begin anew."""
        ...

    async def export(
        self, file: str, form: Form, chat: KeptChat | None, progress: Callable[[float], None]
    ) -> None:
        """Write a chat, or all, into a file, telling how much is done, from 0 to 1.

        While it is not whole the file does not exist; one of that name is replaced in the end.
        """
        ...

    async def usage(self, days: int) -> Usage:
        """The last days, today included."""
        ...
