"""The composition root: builds the rooms, joins them, owns shutdown; no logic."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from copilot.core.actions import ACTIONS
from copilot.core.chat_rules import ChatRules
from copilot.core.clock import LoopClock
from copilot.core.errors import (
    CopilotError,
    DesktopError,
    HistoryLocked,
    InputError,
    KeychainLocked,
)
from copilot.core.inspection import Inspection, Sent, as_json
from copilot.core.instant import BankedReplies, Banks, NoReplies
from copilot.core.model import Command, Intent, Notice, PanelState
from copilot.core.ports import HotkeyProblem
from copilot.core.session import Parts, Session
from copilot.core.tasks import TaskSet
from copilot.desktop.service import Desktop, create_desktop
from copilot.llm.http import HttpStack
from copilot.store import resources, settings_edit
from copilot.store.bounds import bounds_of
from copilot.store.chat_rules import RulesFile
from copilot.store.history.service import Kept, for_this_session, kept_in
from copilot.store.history.store import HistoryStore
from copilot.store.instance import Instance
from copilot.store.keys import KeyFetcher, in_thread
from copilot.store.paths import Paths
from copilot.store.secrets import KeyringSecrets
from copilot.store.settings import Settings
from copilot.store.state import State
from copilot.ui import theme as themes
from copilot.ui.application import (
    ConsentDialog,
    ask_accessibility,
    open_file,
)
from copilot.ui.bridge import Bridge
from copilot.ui.panel import Panel
from copilot.ui.tray import Tray

if TYPE_CHECKING:
    from copilot.core.asker import ModelAsker
    from copilot.core.spending import Spending
    from copilot.llm.engine.local import LocalEngines
    from copilot.ui.inspector import InspectorWindow

_log = logging.getLogger(__name__)
_CONSENT = "accessibility"
_KEYCHAIN_PATIENCE = 10.0
"""Seconds that the history waits for a keychain, which never asks for its password then."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a start of the application is given. `started` is `time.monotonic()` at its begin."""

    paths: Paths
    settings: Settings
    started: float
    trouble: CopilotError | None = None
    log_chats: bool = False


@dataclass(frozen=True, slots=True)
class Running:
    """The joined rooms, for the demo that watches them."""

    desktop: Desktop
    session: Session
    bridge: Bridge
    panel: Panel


Guest = Callable[[Running], Coroutine[None, None, int]]
"""Runs beside the application and ends it with its own exit code."""


class App:
    """The application behind the tray's icon, which is there already."""

    def __init__(self, options: Options, instance: Instance, bridge: Bridge, tray: Tray) -> None:
        self._options = options
        self._instance = instance
        self._state = State(options.paths.state_file)
        self._keys = KeyFetcher(KeyringSecrets(self._state))
        self._tasks = TaskSet()
        self._quit = asyncio.Event()
        self._bridge = bridge
        self._tray = tray
        self._consent: ConsentDialog | None = None
        self._asked_accessibility = False
        self._inspection = Inspection(keep=self._keep_call)
        self._inspector: InspectorWindow | None = None
        self._rules_file = RulesFile(options.paths.chats_file)
        self._rules = ChatRules(self._rules_file)
        self._session: Session | None = None
        self._kept = self._create_kept()
        self._spending: Spending | None = None
        self._engines: LocalEngines | None = None
        self._desktop: Desktop | None = None
        self._warm_up: list[Callable[[], Coroutine[None, None, object]]] = []

    async def main(self, guest: Guest | None) -> int:
        """Run until the person quits, or until the guest has ended; returns the exit code."""
        settings = self._options.settings
        async with AsyncExitStack() as closing:
            closing.push_async_callback(self._instance.close)
            closing.push_async_callback(self._close_models)  # after the last question has ended
            closing.push_async_callback(self._close_history)  # after the last of it is told
            closing.push_async_callback(self._tasks.close)
            closing.callback(self._tray.close)
            closing.callback(self._withdraw_question)
            http = HttpStack(settings.proxy)
            closing.push_async_callback(http.close)
            desktop = self._desktop = await create_desktop(
                apps=resources.read_text("apps.toml"),
                emoji=resources.read_text("emoji.tsv"),
                ways=self._state.table("ways"),
                bounds=bounds_of(settings.reading),
            )
            closing.push_async_callback(desktop.close)
            instant, asker = self._create_instant(), self._create_asker(http)
            self._warm_up.append(instant.warm)
            if asker is not None:
                self._warm_up.append(partial(asyncio.to_thread, http.prepare))
            session = self._session = self._create_session(desktop, instant, asker)
            self._tasks.start(session.run(), "session")
            problems = await desktop.hotkeys.bind(settings.hotkeys, self._trigger_hotkey)
            await self._instance.serve(self._trigger)
            await desktop.eyes.ready()
            self._bridge.deliver_to(self._take)
            _log.info("ready in %.2f s", time.monotonic() - self._options.started)
            panel = Panel(self._bridge, theme=partial(themes.current, settings.panel.theme))
            closing.callback(panel.close)
            panel.prepare()
            self._tell(problems)
            if guest is not None:
                return await guest(Running(desktop, session, self._bridge, panel))
            await self._quit.wait()
        return 0

    def _create_instant(self) -> BankedReplies | NoReplies:
        options = self._options.settings.quick_replies

        def load() -> Banks:
            from copilot import wiring

            return wiring.create_banks(options)

        return BankedReplies(load) if options.enabled else NoReplies()

    def _create_asker(self, http: HttpStack) -> ModelAsker | None:
        settings = self._options.settings
        if not settings.jobs:
            return None
        # Whoever has no model need not wait for what speaks to one.
        from copilot import wiring

        spending = wiring.create_spending(settings, self._options.paths, self._warn)
        self._spending = spending
        self._tasks.start(spending.load(), "usage")
        engines = self._engines = wiring.LocalEngines(http)
        self._warm_up.append(engines.warm)
        return wiring.create_asker(
            settings,
            http,
            self._keys,
            spending,
            engines,
            self._inspection,
            self._rules,
            self._kept.contacts,
        )

    async def _close_models(self) -> None:
        if self._engines is not None:
            await self._engines.close()
        if self._spending is not None:
            await self._spending.close()

    def _create_session(
        self, desktop: Desktop, instant: BankedReplies | NoReplies, asker: ModelAsker | None
    ) -> Session:
        parts = Parts(
            desktop.eyes,
            desktop.writer,
            instant,
            asker,
            self._kept.history,
            LoopClock(),
            self._rules,
            self._deny,
        )
        hotkeys = self._options.settings.hotkeys
        labels = [hotkeys.get(f"choose{n}", "") for n in (1, 2, 3)]
        return Session(parts, self._show, hotkeys=labels)

    def _create_kept(self) -> Kept:
        wanted, log_chats = self._options.settings.history, self._options.log_chats
        if log_chats or not wanted.enabled:
            return for_this_session(log_chats=log_chats)
        from copilot.store.history.keys import open_history

        secrets = KeyringSecrets(self._state, patience=_KEYCHAIN_PATIENCE)
        file = self._options.paths.history_file
        opened = partial(open_history, file, secrets)
        return kept_in(HistoryStore(opened, days=wanted.days, on_trouble=self._say_history))

    def _keep_call(self, sent: Sent) -> None:
        self._tasks.start(self._kept.history.asked(sent), "history")

    async def _open_keychain(self) -> None:
        """The person wants it: the keychain may ask for its password, for as long as they need."""
        from copilot.store.history.keys import HistoryKey

        key = HistoryKey(self._options.paths.history_file, KeyringSecrets(self._state))
        try:
            await in_thread(partial(key.fetch, quietly=False))
        except CopilotError as error:
            self._say_history(error)
            return
        if self._kept.store is not None and await self._kept.store.retry():
            self._warn(Notice("Your chats are kept.", calm=True))

    async def _close_history(self) -> None:
        if self._kept.store is not None:
            await self._tasks.finish(1.0)  # calls that ended with the program
            await self._kept.store.close()

    # What the person is shown

    def _show(self, state: PanelState) -> None:
        self._bridge.show_state(state)
        if state.contact:
            # The embedding model and the HTTP stack take 300 ms and 40 MB, which are only worth
            # it where somebody chats.
            while self._warm_up:
                self._tasks.start(self._warm_up.pop(0)(), "warm up")
        if state.notice is not None and state.notice.action == "enable-accessibility":
            self._ask_accessibility()

    def _ask_accessibility(self) -> None:
        """Ask once; who agreed at an earlier start need not do so again when it is off again."""
        answered = self._state.text(_CONSENT)
        if self._asked_accessibility or answered == "declined":
            return
        self._asked_accessibility = True
        if answered == "agreed":
            self._take(Command("enable-accessibility"))
        else:
            self._consent = ask_accessibility(self._take)

    def _tell(self, problems: Sequence[HotkeyProblem]) -> None:
        if problems:
            reasons = " ".join(problem.reason for problem in problems)
            self._say(DesktopError("Some hotkeys can't be used.", reasons))
        if (problem := self._rules_file.problem) is not None:
            self._say(problem)
        if self._options.trouble is not None:
            self._say(self._options.trouble, "open-settings")

    def _say(self, error: CopilotError, action: str = "") -> None:
        _log.warning("%s", error.title)
        self._warn(Notice(error.title, error.hint, action))

    def _say_history(self, error: CopilotError) -> None:
        opens = isinstance(error, KeychainLocked | HistoryLocked) and error.retryable
        self._say(error, "open-keychain" if opens else "")

    def _warn(self, notice: Notice) -> None:
        if self._session is not None:
            self._session.tell(notice)

    # What the person wants

    def _take(self, intent: Intent) -> None:
        match intent:
            case Command("quit"):
                self._quit.set()
            case Command("enable-accessibility") if self._desktop is not None:
                self._state.set_text(_CONSENT, "agreed")
                self._tasks.start(self._or_say(self._desktop.eyes.enable()), "enable accessibility")
            case Command("restart-with-accessibility") if self._desktop is not None:
                self._tasks.start(self._or_say(self._desktop.eyes.restart()), "restart")
            case Command("decline-accessibility"):
                self._state.set_text(_CONSENT, "declined")
            case Command("open-settings"):
                self._open_settings()
            case Command("show-sent"):
                self._show_sent()
            case Command("open-keychain"):
                self._tasks.start(self._open_keychain(), "keychain")
            case _:
                if intent == Command("refresh"):
                    self._keys.may_ask()
                if self._session is not None:
                    self._session.handle(intent)

    def _withdraw_question(self) -> None:
        """An end of the program is no answer."""
        if self._consent is not None:
            self._consent.withdraw()

    async def _or_say(self, work: Awaitable[None]) -> None:
        """Have it done; if it can't be, the panel says so."""
        try:
            await work
        except CopilotError as error:
            self._say(error)

    def _open_settings(self) -> None:
        try:
            open_file(str(settings_edit.ensure(self._options.paths.settings_file)))
        except CopilotError as error:
            self._say(error)

    async def _deny(self, app: str) -> None:
        """Never read this application again, from now on and after the next start."""
        if self._desktop is not None:
            await self._desktop.eyes.deny(app)
        file = self._options.paths.settings_file
        try:
            await in_thread(partial(settings_edit.deny, file, app))
        except CopilotError as error:
            self._say(error, "open-settings")

    def _show_sent(self) -> None:
        # Whoever never looks need not wait for the window at the start.
        from copilot.ui.inspector import InspectorWindow

        settings = self._options.settings
        if self._inspector is None or not self._inspector.isVisible():
            exchange = settings.budget.spending.exchange
            theme = partial(themes.current, settings.panel.theme)
            self._inspector = InspectorWindow(self._inspection, exchange, theme)
        self._inspector.show_newest()

    def _trigger_hotkey(self, action: str) -> None:
        self._take(ACTIONS[action])

    async def _trigger(self, action: str) -> Mapping[str, object]:
        if action == "sent":
            return {"sent": [as_json(sent) for sent in self._inspection.latest]}
        if action not in ACTIONS:
            raise InputError(f"There is no action {action!r}.", "`chat-copilot trigger --help`")
        self._take(ACTIONS[action])
        return {"action": action}
