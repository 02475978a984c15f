"""A history for tests of windows: the real contract, in memory, with chats as people have them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TypeVar

from copilot.core.archiving import (
    Form,
    Keep,
    KeptChat,
    KeptMessage,
    KeptSuggestion,
    KeptTranslation,
    Offers,
    Spending,
    Standing,
    Usage,
    Wanted,
)
from copilot.core.contacts import Contact, Wishes
from copilot.core.cost import Cost, Tokens
from copilot.core.errors import CopilotError
from copilot.core.inspection import Hidden, Outcome, Sent, SentMessage
from copilot.core.manner import Manner, learn
from copilot.core.model import ME, THEM, ChatIdentity

T = TypeVar("T")

NOW = datetime(2026, 11, 21, 18, 30).timestamp()
TODAY = date(2026, 11, 21)

CHATS = (
    KeptChat(1, "gajim", "安娜", "Gajim", "", 248, NOW - 300),
    KeptChat(2, "gajim", "Mei Lin", "Gajim", "", 1204, NOW - 5_000),
    KeptChat(3, "pidgin", "Jonas (work)", "Pidgin", "30", 87, NOW - 90_000),
    KeptChat(4, "chromium", "#hiking", "The Lounge", "suggestions", 0, 0),
    KeptChat(5, "pidgin", "دانيال", "Pidgin", "", 32, NOW - 400_000),
)
_SAID: tuple[tuple[int, str, str], ...] = (
    (1, THEM, "周末一起去爬山吧?天气预报说星期六是晴天"),
    (1, ME, "好啊!几点出发?我带火锅底料,爬完山去吃火锅"),
    (1, THEM, "八点在地铁口见,别忘了带水和防晒霜"),
    (2, THEM, "Did you get the train tickets for Saturday? The early train is nearly sold out."),
    (2, ME, "Yes, two tickets, the 8:15 from the main station. I'll send you yours tonight."),
    (2, THEM, "Perfect 🎉 then we are at the lake before ten."),
    (3, THEM, "Can you look at the station report before the meeting? Page 3 still has <b>old</b> "
     "numbers, and the client asked for the table of tickets per station as well."),
    (3, ME, "Sure, I'll be done by noon."),
    (5, THEM, "هل حجزت تذاكر القطار ليوم السبت؟"),
    (5, ME, "نعم، تذكرتان، أراك في المحطة"),
)  # fmt: skip


def message(number: int, chat: int, sender: str, text: str) -> KeptMessage:
    """A message, later ones with higher numbers."""
    where = CHATS[chat - 1]
    seen = NOW - (len(_SAID) - number) * 3_900
    at = f"{datetime.fromtimestamp(seen):%H:%M}"
    return KeptMessage(number, where.app, where.contact, sender, text, at, seen)


MESSAGES = tuple(message(n, *said) for n, said in enumerate(_SAID, 1))
SUGGESTIONS = (
    KeptSuggestion(
        *(1, "gajim", "安娜", "好的,八点地铁口见!", "", "sent"),
        *("", "model", "agree", NOW - 900),
    ),
    KeptSuggestion(
        *(2, "gajim", "Mei Lin", "Great, see you at the station at eight!", "gre", "edited"),
        *("Great, see you at the main station at eight!", "model", "agree", NOW - 6_000),
    ),
    KeptSuggestion(
        *(3, "pidgin", "Jonas (work)", "Could it wait until tomorrow?", "", "refused"),
        *("", "instant", "delay", NOW - 95_000),
    ),
    KeptSuggestion(
        *(4, "gajim", "Mei Lin", "Shall I bring something to eat?", "", "offered"),
        *("", "model", "ask", NOW - 5_000),
    ),
)  # fmt: skip
TRANSLATIONS = (
    KeptTranslation(
        *(1, "gajim", "安娜", "周末一起去爬山吧?", "Shall we go hiking at the weekend?"),
        *("zh-Hans", "en", "qwen-plus", NOW - 800),
    ),
    KeptTranslation(
        *(2, "pidgin", "دانيال", "هل حجزت تذاكر القطار؟", "Did you book the train tickets?"),
        *("ar", "en", "qwen-plus", NOW - 400_000),
    ),
)
REQUESTS = (
    Sent(
        1,
        NOW - 900,
        "deepseek",
        "deepseek-chat",
        "api.deepseek.com",
        "reply",
        ChatIdentity("gajim", "", "安娜"),
        (
            SentMessage("system", "You suggest three short replies in the language of the chat."),
            SentMessage("user", "Them: 八点在地铁口见\nMe: 我的电话是 ⟨PHONE_1⟩"),
        ),
        (Hidden("⟨PHONE_1⟩", "PHONE", ""),),
        Outcome.ANSWERED,
        tokens=Tokens(412, 96),
        cost=Cost(1_240_000, "CNY"),
    ),
    Sent(
        *(2, NOW - 95_000, "openai", "gpt-mini", "api.openai.com", "translate", None),
        (SentMessage("user", "Translate into English: Guten Morgen"),),
        outcome=Outcome.FAILED,
        trouble="OpenAI does not answer.",
    ),
)


def contact() -> Contact:
    """Somebody who is known well."""
    manner = Manner()
    for text in ("好啊!", "几点?", "哈哈", "没问题啦", "周末见 🎉", "好呀好呀"):
        manner = learn(manner, text)
    return Contact(Wishes("Met in Kyoto, likes hiking."), manner, {"zh-Hans": 41, "en": 5})


def usage(days: int) -> Usage:
    """A month as it may be."""
    first = TODAY - timedelta(days=days - 1)
    spent = tuple(
        Spending(first + timedelta(days=n), provider, skill, 900 + n * 337 % 4_000, 0.004 * (n % 7))
        for n in range(days)
        if n % 6
        for provider, skill in (("deepseek", "reply"), ("qwen", "translate"))
    )
    offers = (
        Offers("reply", "gajim", "安娜", 84, 31, 12, 41, 412),
        Offers("quick", "gajim", "Mei Lin", 120, 44, 3, 73, 1_208),
        Offers("topics", "pidgin", "Jonas (work)", 9, 1, 1, 7, 63),
        Offers("translate", "pidgin", "دانيال", 14, 13, 1, 0, 0),
    )
    return Usage(first, TODAY, "CNY", spent, offers)


class FakeArchive:
    """Holds what is above; `did` is what was changed. A `gate` that is not set holds searches."""

    def __init__(self) -> None:
        self.standing = Standing("ready")
        self.kept_chats = list(CHATS)
        self.kept_messages = list(MESSAGES)
        self.known = contact()
        self.did: list[object] = []
        self.looked: list[Wanted] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.refusal: CopilotError | None = None

    async def open(self, *, ask: bool = False) -> Standing:
        return self.standing

    async def chats(self) -> Sequence[KeptChat]:
        return tuple(self.kept_chats)

    async def messages(
        self, wanted: Wanted, before: int = 0, limit: int = 50
    ) -> Sequence[KeptMessage]:
        self.looked.append(wanted)
        if self.refusal is not None:
            raise self.refusal
        await self.gate.wait()
        chosen = next((c for c in self.kept_chats if c.id == wanted.chat), None)
        return self._page(
            (
                m
                for m in reversed(self.kept_messages)
                if all(word.casefold() in m.text.casefold() for word in wanted.text.split())
                and (chosen is None or (m.app, m.contact) == (chosen.app, chosen.contact))
                and wanted.app in ("", m.app)
                and (not wanted.who or (m.sender == ME) is (wanted.who == "me"))
                and (wanted.since is None or m.seen >= wanted.since)
                and (wanted.until is None or m.seen < wanted.until)
            ),
            before,
            limit,
        )

    def _page(self, found: Iterable[KeptMessage], before: int, limit: int) -> list[KeptMessage]:
        return [m for m in found if not before or m.id < before][:limit]

    async def around(self, message: int, count: int = 4) -> Sequence[KeptMessage]:
        one = next(m for m in self.kept_messages if m.id == message)
        return [m for m in self.kept_messages if m.contact == one.contact]

    async def suggestions(
        self, wanted: Wanted, before: int = 0, limit: int = 50
    ) -> Sequence[KeptSuggestion]:
        self.looked.append(wanted)
        return [
            s
            for s in reversed(SUGGESTIONS)
            if not before and wanted.text in s.text and wanted.outcome in ("", s.outcome)
        ]

    async def translations(
        self, wanted: Wanted, before: int = 0, limit: int = 50
    ) -> Sequence[KeptTranslation]:
        return [] if before else TRANSLATIONS

    async def requests(self, wanted: Wanted, before: int = 0, limit: int = 50) -> Sequence[Sent]:
        return [] if before else REQUESTS

    async def contact(self, chat: KeptChat) -> Contact:
        return self.known

    async def wish(self, chat: KeptChat, wishes: Wishes) -> None:
        self.known = replace(self.known, wishes=wishes)
        self.did.append(wishes)

    async def forget_contact(self, chat: KeptChat) -> None:
        self.known = Contact()
        self.did.append(("forget contact", chat.contact))

    async def keep(self, chat: KeptChat, what: Keep) -> None:
        self.did.append(("keep", chat.contact, what))

    async def forget_messages(self, ids: Sequence[int]) -> None:
        self.kept_messages = [m for m in self.kept_messages if m.id not in ids]
        self.did.append(("forget messages", tuple(ids)))

    async def forget_chat(self, chat: KeptChat) -> None:
        self.kept_chats.remove(chat)
        self.did.append(("forget chat", chat.contact))

    async def forget_period(self, since: float, until: float) -> None:
        self.did.append(("forget period", since, until))

    async def forget_everything(self) -> None:
        self.standing = Standing("empty")
        self.did.append("forget everything")

    async def export(
        self, file: str, form: Form, chat: KeptChat | None, progress: Callable[[float], None]
    ) -> None:
        progress(0.5)
        await self.gate.wait()
        self.did.append(("export", file, form, chat.contact if chat else ""))

    async def usage(self, days: int) -> Usage:
        return usage(days)
