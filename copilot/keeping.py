"""What is kept of chats while the application runs: opened, switched, recovered, forgotten."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from copilot.core.errors import CopilotError, HistoryLocked, KeychainLocked, KeychainMissing
from copilot.core.inspection import Sent
from copilot.core.model import Notice
from copilot.core.tasks import TaskSet
from copilot.store import logs
from copilot.store.history.service import Kept, for_this_session, kept_in
from copilot.store.history.sights import Sights
from copilot.store.keys import in_thread
from copilot.store.paths import Paths
from copilot.store.secrets import KeyringSecrets
from copilot.store.settings import HistorySettings
from copilot.store.state import State

if TYPE_CHECKING:
    from copilot.core.ports import Ledger
    from copilot.store.history.database import HistoryDatabase
    from copilot.store.history.keys import HistoryKey

_PATIENCE = 10.0
"""Seconds that the history waits for a keychain, which never asks for its password then."""


class Keeping:
    """Holds what is kept, by the settings that are in force."""

    def __init__(
        self,
        wanted: HistorySettings,
        paths: Paths,
        state: State,
        warn: Callable[[Notice], None],
        *,
        log_chats: bool = False,
        on_forgotten: Callable[[], None] = lambda: None,
    ) -> None:
        """`on_forgotten` hears that somebody else, such as a command, has forgotten something."""
        self._paths = paths
        self._state = state
        self._warn = warn
        self._log_chats = log_chats
        self._on_forgotten = on_forgotten
        self._sights = Sights()
        self._calls = TaskSet()
        self._ledger: Ledger | None = None
        self.kept = self._create(wanted)

    def ledger(self) -> Ledger:
        """What models cost: one for all talks, made when the first one has a model."""
        if self._ledger is None:
            from copilot import wiring

            self._ledger = wiring.create_ledger(self._paths, self._warn)
        return self._ledger

    def _create(self, wanted: HistorySettings) -> Kept:
        if self._log_chats or not wanted.enabled:
            return for_this_session(log_chats=self._log_chats)
        from copilot.store.history.keys import open_history
        from copilot.store.history.store import HistoryStore

        secrets = KeyringSecrets(self._state, patience=_PATIENCE)
        opened = partial(open_history, self._paths.history_file, secrets)
        return kept_in(
            HistoryStore(
                opened,
                days=wanted.days,
                on_trouble=self.say,
                sights=self._sights,
                on_forgotten=self._on_forgotten,
            )
        )

    def open_history(self, quietly: bool) -> HistoryDatabase:
        """Another connection, for windows. Blocks; raises what keys.open_history does.

        Unless `quietly`, the keychain may ask for its password.
        """
        from copilot.store.history.keys import open_history

        secrets = (
            KeyringSecrets(self._state, patience=_PATIENCE)
            if quietly
            else KeyringSecrets(self._state)
        )
        return open_history(self._paths.history_file, secrets, quietly=quietly)

    async def change(self, wanted: HistorySettings) -> None:
        """Keep what these settings say from now on."""
        await self.close()
        self.kept = self._create(wanted)

    async def close(self) -> None:
        """Write what is still on its way, and close."""
        await self._calls.finish(1.0)
        if self.kept.store is not None:
            await self.kept.store.close()

    def call(self, sent: Sent) -> None:
        """A call of a model has ended."""
        self._calls.start(self.kept.history.asked(sent), "history")

    def say(self, error: CopilotError) -> None:
        """Tell what is wrong with the history, and what can be done at once."""
        action, title = "", error.title
        if isinstance(error, KeychainMissing):
            title = "Chats are not kept: there is no keychain in this session."
        if isinstance(error, KeychainLocked | HistoryLocked):
            action = "open-keychain" if error.retryable else "recover-history"
        self._warn(Notice(title, error.hint, action))

    async def open_keychain(self) -> None:
        """The person wants it: the keychain may ask for its password, for as long as they need."""
        try:
            await in_thread(partial(self._key().fetch, quietly=False))
        except CopilotError as error:
            self.say(error)
        else:
            await self._again()

    async def recover(self, phrase: str) -> None:
        """Open the history with its recovery phrase. Raises CopilotError."""
        await in_thread(partial(self._key().recover, phrase))
        await self._again()

    async def new_phrase(self) -> str:
        """Make a recovery phrase; earlier ones open nothing any more. Raises CopilotError."""
        return await in_thread(partial(self._key().phrase, begin=True))

    async def forget_everything(self, wanted: HistorySettings) -> None:
        """Forget all that is kept, its key included, and begin anew. Raises CopilotError."""
        from copilot.store.history import forgetting, keys

        def forget() -> None:
            logs.forget_chats(self._paths)
            file = self._paths.history_file
            if not file.exists():
                return
            try:
                history = keys.open_history(file, KeyringSecrets(self._state), quietly=False)
            except HistoryLocked:
                pass  # nobody can read it any more; its files go all the same
            else:
                try:
                    forgetting.forget_everything(history)
                finally:
                    history.close()
            keys.remove_files(file)
            self._key().forget()

        await self.close()
        try:
            await in_thread(forget)
            self._sights.forget()
        finally:
            if self.kept.store is None:
                await self.kept.forget_session()
            else:
                self.kept = self._create(wanted)

    async def _again(self) -> None:
        if self.kept.store is not None and await self.kept.store.retry():
            self._warn(Notice("Your chats are kept.", calm=True))

    def _key(self) -> HistoryKey:
        from copilot.store.history.keys import HistoryKey

        return HistoryKey(self._paths.history_file, KeyringSecrets(self._state))
