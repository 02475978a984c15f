"""The composition root: builds the rooms, joins them, owns shutdown; no logic."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from copilot.configuration import Configuration
from copilot.core.actions import ACTIONS
from copilot.core.chat_rules import ChatRules
from copilot.core.errors import (
    CopilotError,
    DesktopError,
    HistoryLocked,
    InputError,
    KeychainLocked,
)
from copilot.core.inspection import Inspection, Sent, as_json
from copilot.core.model import Command, Intent, Notice, PanelState
from copilot.core.ports import HotkeyProblem
from copilot.core.session import Session
from copilot.core.tasks import TaskSet
from copilot.desktop.service import Desktop, create_desktop
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
from copilot.talk import Around, Talk, create_instant
from copilot.ui import language
from copilot.ui import theme as themes
from copilot.ui.application import (
    ConsentDialog,
    ask_accessibility,
    open_file,
)
from copilot.ui.bridge import Bridge
from copilot.ui.panel import Panel
from copilot.ui.theme import Theme
from copilot.ui.tray import Tray
from copilot.ui.watch import FileWatch

if TYPE_CHECKING:
    from copilot.ui.inspector import InspectorWindow
    from copilot.ui.recovery import RecoveryWindow

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
        self._calls = TaskSet()  # of models, on their way into the history
        self._quit = asyncio.Event()
        self._bridge = bridge
        self._tray = tray
        self._consent: ConsentDialog | None = None
        self._recovery: RecoveryWindow | None = None
        self._asked_accessibility = False
        self._inspection = Inspection(keep=self._keep_call)
        self._inspector: InspectorWindow | None = None
        self._rules_file = RulesFile(options.paths.chats_file)
        self._rules = ChatRules(self._rules_file)
        self._talk: Talk | None = None
        self._instant = create_instant(options.settings.quick_replies)
        self._kept = self._create_kept(options.settings)
        self._desktop: Desktop | None = None
        self._panel: Panel | None = None
        self._changing = asyncio.Lock()
        self._configuration = Configuration(
            options.paths.settings_file,
            options.settings,
            KeyringSecrets(self._state),
            self._settings_changed,
        )

    @property
    def _settings(self) -> Settings:
        return self._configuration.settings

    async def main(self, guest: Guest | None) -> int:
        """Run until the person quits, or until the guest has ended; returns the exit code."""
        settings = self._settings
        async with AsyncExitStack() as closing:
            closing.push_async_callback(self._instance.close)
            closing.push_async_callback(self._close_history)  # after the last of it is told
            closing.push_async_callback(self._close_talk)
            closing.push_async_callback(self._tasks.close)
            closing.callback(self._tray.close)
            closing.callback(self._withdraw_question)
            desktop = self._desktop = await create_desktop(
                apps=resources.read_text("apps.toml"),
                emoji=resources.read_text("emoji.tsv"),
                ways=self._state.table("ways"),
                bounds=bounds_of(settings.reading),
            )
            closing.push_async_callback(desktop.close)
            talk = self._begin(settings, desktop)
            problems = await desktop.hotkeys.bind(settings.hotkeys, self._trigger_hotkey)
            await self._instance.serve(self._trigger)
            await desktop.eyes.ready()
            self._bridge.deliver_to(self._take)
            _log.info("ready in %.2f s", time.monotonic() - self._options.started)
            panel = self._panel = Panel(self._bridge, theme=self._theme)
            closing.callback(self._close_windows)
            panel.prepare()
            watch = FileWatch(self._options.paths.settings_file, self._file_changed)
            closing.callback(watch.close)
            self._tell(problems)
            if guest is not None:
                return await guest(Running(desktop, talk.session, self._bridge, panel))
            await self._quit.wait()
        return 0

    def _begin(self, settings: Settings, desktop: Desktop) -> Talk:
        around = Around(
            desktop,
            self._options.paths,
            self._keys,
            self._inspection,
            self._rules,
            self._show,
            self._warn,
            self._deny,
        )
        self._talk = Talk(settings, around, self._instant, self._kept)
        return self._talk

    async def _close_talk(self) -> None:
        talk, self._talk = self._talk, None
        if talk is not None:
            await talk.close()

    def _close_windows(self) -> None:
        for window in (self._panel, self._inspector):
            if window is not None:
                window.close()

    # Settings, which may change at any time

    def _file_changed(self) -> None:
        self._tasks.start(self._read_settings(), "settings")

    async def _read_settings(self) -> None:
        await self._configuration.read_again()
        if self._configuration.problem is not None:
            self._say(self._configuration.problem, "open-settings")

    def _settings_changed(self, before: Settings, settings: Settings) -> None:
        self._tasks.start(self._apply(before, settings), "settings")

    async def _apply(self, before: Settings, settings: Settings) -> None:
        """Put these settings in force; what did not change goes on."""
        async with self._changing:
            if self._desktop is None:
                return
            if settings.interface != before.interface:
                language.use(settings.interface.language)
                self._tray.relabel()
                self._renew_panel()
            elif settings.panel != before.panel and self._panel is not None:
                self._panel.redress()
            if settings.hotkeys != before.hotkeys:
                problems = await self._desktop.hotkeys.bind(settings.hotkeys, self._trigger_hotkey)
                self._tell_hotkeys(problems)
            if settings.reading != before.reading:
                await self._desktop.eyes.restrict(bounds_of(settings.reading))
            looks = {"interface": settings.interface, "panel": settings.panel}
            if replace(before, **looks, reading=settings.reading, warnings=()) != replace(
                settings, warnings=()
            ):
                await self._talk_anew(before, settings, self._desktop)

    async def _talk_anew(self, before: Settings, settings: Settings, desktop: Desktop) -> None:
        await self._close_talk()
        if settings.quick_replies != before.quick_replies:
            self._instant = create_instant(settings.quick_replies)
        if settings.history != before.history:
            await self._close_history()
            self._kept = self._create_kept(settings)
        self._begin(settings, desktop)

    def _renew_panel(self) -> None:
        """Another one in another language: its words are set once."""
        if self._panel is not None:
            self._panel.retire()
            self._panel = Panel(self._bridge, theme=self._theme)
            self._panel.prepare()

    def _theme(self) -> Theme:
        return themes.current(self._settings.panel.theme)

    # What is kept

    def _create_kept(self, settings: Settings) -> Kept:
        wanted, log_chats = settings.history, self._options.log_chats
        if log_chats or not wanted.enabled:
            return for_this_session(log_chats=log_chats)
        from copilot.store.history.keys import open_history

        secrets = KeyringSecrets(self._state, patience=_KEYCHAIN_PATIENCE)
        file = self._options.paths.history_file
        opened = partial(open_history, file, secrets)
        return kept_in(HistoryStore(opened, days=wanted.days, on_trouble=self._say_history))

    def _keep_call(self, sent: Sent) -> None:
        self._calls.start(self._kept.history.asked(sent), "history")

    async def _open_keychain(self) -> None:
        """The person wants it: the keychain may ask for its password, for as long as they need."""
        from copilot.store.history.keys import HistoryKey

        key = HistoryKey(self._options.paths.history_file, KeyringSecrets(self._state))
        try:
            await in_thread(partial(key.fetch, quietly=False))
        except CopilotError as error:
            self._say_history(error)
            return
        await self._keep_again()

    def _ask_phrase(self) -> None:
        """Open the window that takes the recovery phrase."""
        from copilot.ui.recovery import RecoveryWindow

        self._recovery = RecoveryWindow(self._recover_history, self._tasks.start, self._theme)
        self._recovery.present()

    async def _recover_history(self, phrase: str) -> None:
        from copilot.store.history.keys import HistoryKey

        key = HistoryKey(self._options.paths.history_file, KeyringSecrets(self._state))
        await in_thread(partial(key.recover, phrase))
        await self._keep_again()

    async def _keep_again(self) -> None:
        if self._kept.store is not None and await self._kept.store.retry():
            self._warn(Notice("Your chats are kept.", calm=True))

    async def _close_history(self) -> None:
        if self._kept.store is not None:
            await self._calls.finish(1.0)  # those that ended just now
            await self._kept.store.close()

    # What the person is shown

    def _show(self, state: PanelState) -> None:
        self._bridge.show_state(state)
        if state.contact and self._talk is not None:
            self._talk.warm_up()
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
        self._tell_hotkeys(problems)
        if (problem := self._rules_file.problem) is not None:
            self._say(problem)
        if self._options.trouble is not None:
            self._say(self._options.trouble, "open-settings")

    def _tell_hotkeys(self, problems: Sequence[HotkeyProblem]) -> None:
        if problems:
            reasons = " ".join(problem.reason for problem in problems)
            self._say(DesktopError("Some hotkeys can't be used.", reasons))

    def _say(self, error: CopilotError, action: str = "") -> None:
        _log.warning("%s", error.title)
        self._warn(Notice(error.title, error.hint, action))

    def _say_history(self, error: CopilotError) -> None:
        action = ""
        if isinstance(error, KeychainLocked | HistoryLocked):
            action = "open-keychain" if error.retryable else "recover-history"
        self._say(error, action)

    def _warn(self, notice: Notice) -> None:
        if self._talk is not None:
            self._talk.session.tell(notice)

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
            case Command("recover-history"):
                self._ask_phrase()
            case _:
                if intent == Command("refresh"):
                    self._keys.may_ask()
                if self._talk is not None:
                    self._talk.session.handle(intent)

    def _withdraw_question(self) -> None:
        """An end of the program is no answer."""
        if self._recovery is not None:
            self._recovery.close()
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

        if self._inspector is None or not self._inspector.isVisible():
            exchange = self._settings.budget.spending.exchange
            self._inspector = InspectorWindow(self._inspection, exchange, self._theme)
        self._inspector.show_newest()

    def _trigger_hotkey(self, action: str) -> None:
        self._take(ACTIONS[action])

    async def _trigger(self, action: str) -> Mapping[str, object]:
        if action == "sent":
            return {"sent": [as_json(sent) for sent in self._inspection.latest]}
        if action == "forget-sent":
            self._inspection.forget()
            return {}
        if action not in ACTIONS:
            raise InputError(f"There is no action {action!r}.", "`chat-copilot trigger --help`")
        self._take(ACTIONS[action])
        return {"action": action}
