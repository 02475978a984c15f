"""One talk follows the other as settings change; what the person wrote themselves goes on."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING

from copilot.core.intents import Command, InsertEdited, Intent
from copilot.core.model import Notice
from copilot.core.session import Session
from copilot.desktop.service import Desktop
from copilot.store.history.service import Kept
from copilot.store.settings import QuickReplySettings, Settings
from copilot.talk import Around, Talk, create_instant

if TYPE_CHECKING:
    from copilot.core.translator import Translator


_NOT_MISSED = (Command("pause"), Command("resume"))


class Talks:
    """Owns the talk of now, and stands in for it while there is none.

    `around` tells what stays, `kept` what is kept, when a talk begins.
    """

    def __init__(
        self,
        quick_replies: QuickReplySettings,
        around: Callable[[Desktop], Around],
        kept: Callable[[], Kept],
    ) -> None:
        self._around = around
        self._kept = kept
        self._quick_replies = quick_replies
        self._instant = create_instant(quick_replies)
        self._serials = count()
        self._talk: Talk | None = None
        self._told: list[tuple[Notice, str]] = []
        self._early: list[Intent] = []

    @property
    def translator(self) -> Translator | None:
        """What translates texts outside of chats; None without a model for it."""
        return self._talk.translator if self._talk is not None else None

    def begin(self, settings: Settings, desktop: Desktop, *, paused: bool = False) -> Session:
        """Make the talk for these settings; the one before is closed."""
        if settings.quick_replies != self._quick_replies:
            self._quick_replies = settings.quick_replies
            self._instant = create_instant(settings.quick_replies)
        talk = self._talk = Talk(
            settings,
            self._around(desktop),
            self._instant,
            self._kept(),
            self._serials,
            paused=paused,
        )
        told, self._told = self._told, []
        for notice, text in told:
            talk.session.tell(notice, text)
        early, self._early = self._early, []
        for intent in early:
            talk.session.handle(intent)
        return talk.session

    async def close(self) -> None:
        """End the talk; what stands nowhere but there is told in the next one."""
        talk, self._talk = self._talk, None
        if talk is not None:
            await talk.close()
            self._told += talk.session.unplaced

    def forget(self) -> None:
        """Nothing goes on: what was said is forgotten."""
        self._told.clear()

    def tell(self, notice: Notice) -> None:
        """Show a notice of the application itself."""
        if self._talk is not None:
            self._talk.session.tell(notice)
        else:
            self._told.append((notice, ""))

    def handle(self, intent: Intent) -> None:
        """Carry out what the person wants of a chat."""
        if self._talk is not None:
            self._talk.session.handle(intent)
        elif isinstance(intent, InsertEdited) or intent in _NOT_MISSED:
            self._early.append(intent)  # an edited text is refused there, and can be copied

    def warm_up(self) -> None:
        """Somebody chats."""
        if self._talk is not None:
            self._talk.warm_up()
