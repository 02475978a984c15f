"""The composition root: builds the rooms, joins them, owns shutdown; no logic."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass

from copilot.configuration import Configuration
from copilot.consents import Consents
from copilot.core.actions import ACTIONS
from copilot.core.chat_rules import ChatRules
from copilot.core.errors import CopilotError, InputError
from copilot.core.inspection import Inspection, as_json
from copilot.core.intents import Command, Intent, ShowChat
from copilot.core.model import Notice, PanelState
from copilot.core.session import Session
from copilot.core.tasks import TaskSet
from copilot.desktop.service import Desktop, create_desktop
from copilot.face import Face
from copilot.keeping import Keeping
from copilot.resting import Resting
from copilot.settling import settle
from copilot.shortcuts import Shortcuts
from copilot.store import resources
from copilot.store.bounds import bounds_of
from copilot.store.chat_rules import RulesFile
from copilot.store.instance import Instance
from copilot.store.keys import KeyFetcher
from copilot.store.paths import Paths
from copilot.store.secrets import KeyringSecrets
from copilot.store.session_keys import SessionKeys
from copilot.store.settings import Settings
from copilot.store.state import State
from copilot.store.updates import Release
from copilot.talk import Around, is_other_talk
from copilot.talks import Talks
from copilot.ui import language
from copilot.ui.bridge import Bridge
from copilot.ui.panel import Panel
from copilot.ui.places import Places
from copilot.ui.tray import Tray
from copilot.ui.watch import FileWatch
from copilot.updating import tell_of_releases
from copilot.windows import Household, Windows

_log = logging.getLogger(__name__)


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
        secrets = SessionKeys(KeyringSecrets(self._state))
        self._keys = KeyFetcher(secrets)
        self._tasks = TaskSet()
        self._quit = asyncio.Event()
        self._bridge = bridge
        self._tray = tray
        places = Places(self._state.table("places"))
        self._face = Face(bridge, lambda: self._settings, self._is_still, places)
        self._consents = Consents(self._state, self._take, self._face.theme)
        self._keeping = Keeping(
            options.settings.history,
            options.paths,
            self._state,
            self._warn,
            log_chats=options.log_chats,
            on_forgotten=self._forgotten,
        )
        self._inspection = Inspection(keep=self._keeping.call)
        self._rules_file = RulesFile(options.paths.chats_file)
        self._rules = ChatRules(self._rules_file)
        self._talks = Talks(
            options.settings.quick_replies, self._around, lambda: self._keeping.kept
        )
        self._desktop: Desktop | None = None
        self._resting: Resting | None = None
        self._shortcuts: Shortcuts | None = None
        self._windows: Windows | None = None
        self._changing = asyncio.Lock()
        self._configuration = Configuration(
            options.paths.settings_file,
            options.settings,
            secrets,
            self._settings_changed,
        )

    @property
    def _settings(self) -> Settings:
        return self._configuration.settings

    async def main(self, guest: Guest | None) -> int:
        """Run until the person quits, or until the guest has ended; returns the exit code."""
        settings, loop = self._settings, asyncio.get_running_loop()
        first = guest is None and self._is_first_start()
        async with AsyncExitStack() as closing:
            closing.push_async_callback(self._instance.close)
            closing.push_async_callback(self._keeping.close)  # after the last of it is told
            closing.push_async_callback(self._close_talk)
            closing.push_async_callback(self._tasks.close)
            closing.callback(self._tray.close)
            closing.callback(self._consents.withdraw)
            desktop = self._desktop = await create_desktop(
                apps=resources.read_text("apps.toml"),
                emoji=resources.read_text("emoji.tsv"),
                ways=self._state.table("ways"),
                seen=self._state.table("seen"),
                bounds=bounds_of(settings.reading),
                resting=first,
            )
            closing.push_async_callback(desktop.close)
            closing.push_async_callback(self._close_talk)  # what is being written is written
            desktop.stillness.listen(lambda: loop.call_soon_threadsafe(self._redress))
            self._resting = Resting(desktop.eyes, settings.reading, paused=first)
            session = self._talks.begin(settings, desktop, paused=first)
            shortcuts = self._shortcuts = Shortcuts(desktop.hotkeys, self._take, self._leave_popup)
            await shortcuts.bind(settings.hotkeys)
            await self._instance.serve(self._trigger)
            await desktop.eyes.ready()
            self._bridge.deliver_to(self._take)
            _log.info("ready in %.2f s", time.monotonic() - self._options.started)
            panel = self._face.make_panel()
            closing.callback(self._face.close)
            windows = self._windows = Windows(self._household(desktop, shortcuts))
            closing.push_async_callback(windows.close)
            watch = FileWatch(self._options.paths.settings_file, self._file_changed)
            closing.callback(watch.close)
            self._tell()
            told = tell_of_releases(self._state, lambda: self._settings, self._tell_of_release)
            self._tasks.start(told, "updates")
            if first:
                self._consents.ask_reading()
                windows.welcome()
            settle()
            if guest is not None:
                return await guest(Running(desktop, session, self._bridge, panel))
            await self._quit.wait()
        return 0

    def _is_first_start(self) -> bool:
        """Whether nobody has agreed yet that chats are read; until then none is."""
        unasked = self._consents.await_reading or not self._options.paths.settings_file.exists()
        return unasked and not self._consents.to_reading

    def _around(self, desktop: Desktop) -> Around:
        return Around(
            desktop,
            self._options.paths,
            self._keys,
            self._inspection,
            self._rules,
            self._show,
            self._warn,
            self._deny,
            self._rest_app,
            self._keeping.ledger,
        )

    def _tell_of_release(self, release: Release) -> None:
        self._tray.tell_of_release(release.version, release.news)

    async def _close_talk(self) -> None:
        self._leave_popup()
        await self._talks.close()

    def _leave_popup(self) -> None:
        if self._windows is not None:
            self._windows.leave_selection()

    def _household(self, desktop: Desktop, shortcuts: Shortcuts) -> Household:
        return Household(
            self._options.paths,
            self._configuration,
            self._inspection,
            self._keeping,
            self._rules_file,
            desktop,
            self._face.theme,
            self._take,
            self._say,
            self._agree,
            lambda: shortcuts.problems,
            shortcuts.rest,
            self._renew_talk,
            lambda: self._talks.translator,
            shortcuts.catch_escape,
        )

    def _agree(self) -> None:
        """The person has agreed, in the first window, to all that reading takes."""
        self._consents.answer_accessibility(yes=True)
        self._consents.agree_to_reading()
        self._take(Command("resume"))

    # Settings, which may change at any time

    def _file_changed(self) -> None:
        self._tasks.start(self._read_settings(), "settings")

    async def _read_settings(self) -> None:
        await self._configuration.read_again()
        if self._configuration.problem is not None:
            self._say(self._configuration.problem, "open-settings-file")

    def _settings_changed(self, before: Settings, settings: Settings) -> None:
        self._tasks.start(self._apply(before, settings), "settings")

    async def _apply(self, before: Settings, settings: Settings) -> None:
        """Put these settings in force; what did not change goes on."""
        async with self._changing:
            if self._desktop is None or self._shortcuts is None or self._resting is None:
                return
            if settings.interface != before.interface:
                language.use(settings.interface.language)
                self._tray.relabel()
                self._face.translate()
            if settings.panel != before.panel:
                self._redress()
            if self._windows is not None and settings.interface != before.interface:
                self._windows.translate()
            elif self._windows is not None and settings.panel != before.panel:
                self._windows.redress()
            if settings.hotkeys != before.hotkeys:
                await self._shortcuts.bind(settings.hotkeys)
                self._tell_hotkeys()
            if settings.reading != before.reading:
                await self._resting.restrict(settings.reading)
            if is_other_talk(before, settings):
                await self._talk_anew(before, settings, self._desktop)

    async def _talk_anew(self, before: Settings, settings: Settings, desktop: Desktop) -> None:
        await self._close_talk()
        if settings.history != before.history:
            await self._keeping.change(settings.history)
        self._begin_again(settings, desktop)

    def _begin_again(self, settings: Settings, desktop: Desktop) -> None:
        paused = self._resting is not None and self._resting.paused
        self._talks.begin(settings, desktop, paused=paused)
        # Who paused or resumed at the end of the last talk may not have reached the eyes.
        self._tasks.start(desktop.eyes.rest(paused), "rest")

    def _is_still(self) -> bool:
        return self._desktop is not None and self._desktop.stillness.on

    def _redress(self) -> None:
        self._consents.redress()
        self._face.redress()

    async def _renew_talk(self) -> None:
        """What is kept was made anew: the talk goes on with that alone."""
        self._tray.forget_chats()
        self._bridge.drafts.clear()
        async with self._changing:
            if self._desktop is not None:
                await self._close_talk()
                self._talks.forget()
                self._begin_again(self._settings, self._desktop)

    async def _forget_session(self) -> None:
        """Something was forgotten: nothing that this process remembers of chats may outlive it."""
        self._inspection.forget()
        await self._keeping.kept.forget_session()
        await self._renew_talk()

    def _forgotten(self) -> None:
        self._tasks.start(self._forget_session(), "forget")

    # What the person is shown

    def _show(self, state: PanelState) -> None:
        self._bridge.show_state(state)
        if state.contact:
            self._talks.warm_up()
        if state.notice is not None and state.notice.action == "enable-accessibility":
            self._consents.ask_accessibility()

    def _tell(self) -> None:
        self._tell_hotkeys()
        for problem in (self._state.problem, self._rules_file.problem):
            if problem is not None:
                self._say(problem)
        if self._options.trouble is not None:
            self._say(self._options.trouble, "open-settings-file")

    def _tell_hotkeys(self) -> None:
        trouble = self._shortcuts.trouble if self._shortcuts is not None else None
        if trouble is not None:
            self._say(trouble)

    def _say(self, error: CopilotError, action: str = "") -> None:
        _log.warning("%s", error.title)
        self._warn(Notice(error.title, error.hint, action))

    def _warn(self, notice: Notice) -> None:
        self._talks.tell(notice)

    # What the person wants

    def _take(self, intent: Intent) -> None:
        if self._face.take(intent):
            return
        match intent:
            case Command("quit"):
                self._quit.set()
            case Command("enable-accessibility") if self._desktop is not None:
                self._consents.answer_accessibility(yes=True)
                self._tasks.start(self._or_say(self._desktop.eyes.enable()), "enable accessibility")
            case Command("restart-with-accessibility") if self._desktop is not None:
                self._tasks.start(self._or_say(self._desktop.eyes.restart()), "restart")
            case Command("decline-accessibility"):
                self._consents.answer_accessibility(yes=False)
            case Command(name) if self._windows is not None and name in self._windows.openers:
                self._windows.openers[name]()
            case Command("resume") if self._windows is not None and self._consents.await_reading:
                self._windows.welcome()  # a clear yes is given there and nowhere else
            case ShowChat() if self._windows is not None:
                self._windows.history(intent)
            case Command("open-keychain"):
                self._tasks.start(self._keeping.open_keychain(), "keychain")
            case _:
                if intent == Command("refresh"):
                    self._keys.may_ask()
                elif intent == Command("pause") and self._resting is not None:
                    self._resting.paused = True
                elif intent == Command("resume") and self._resting is not None:
                    self._tasks.start(self._resting.resume(), "resume")
                self._talks.handle(intent)

    async def _or_say(self, work: Awaitable[None], action: str = "") -> None:
        """Have it done; if it can't be, the panel says so."""
        try:
            await work
        except CopilotError as error:
            self._say(error, action)

    async def _rest_app(self, app: str) -> None:
        """Read nothing of this application until the person resumes it."""
        if self._resting is not None:
            await self._resting.in_app(app)

    async def _deny(self, app: str) -> None:
        """Never read this application again, from now on and after the next start."""
        if self._desktop is not None:
            await self._desktop.eyes.deny(app)
        await self._or_say(self._configuration.deny(app), "open-settings-file")

    async def _trigger(self, action: str) -> Mapping[str, object]:
        if action == "sent":
            return {"sent": [as_json(sent) for sent in self._inspection.latest]}
        if action == "forget-sent":
            await self._forget_session()
            return {}
        if action not in ACTIONS:
            raise InputError(f"There is no action {action!r}.", "`chat-copilot trigger --help`")
        self._take(ACTIONS[action])
        return {"action": action}
