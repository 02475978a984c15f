"""The windows that people open: made when they are wanted, and given what they can do."""

from __future__ import annotations

import asyncio
import importlib
import sys
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from copilot.configuration import Configuration
from copilot.core import program
from copilot.core.cost import Exchange
from copilot.core.errors import CopilotError
from copilot.core.inspection import Inspection
from copilot.core.intents import Command, Intent, ShowChat
from copilot.core.tasks import TaskSet
from copilot.desktop.service import Desktop
from copilot.keeping import Keeping
from copilot.settling import staying
from copilot.store import catalogue, launch, settings_edit
from copilot.store.autostart import Autostart
from copilot.store.chat_rules import RulesFile
from copilot.store.keys import in_thread
from copilot.store.paths import Paths
from copilot.talk import languages_of
from copilot.ui.application import open_file
from copilot.ui.theme import Theme

if TYPE_CHECKING:
    from copilot.archive import Archive
    from copilot.core.archiving import Usage
    from copilot.core.selecting import Selecting, SelectionState
    from copilot.core.translator import Translator
    from copilot.ui.history.window import HistoryWindow
    from copilot.ui.kit import Window
    from copilot.ui.selection_popup import SelectionPopup
    from copilot.ui.settings.window import SettingsWindow


async def _others() -> None:
    """Let Qt do what waits, between two things that take a while each."""
    await asyncio.sleep(0)


@dataclass(frozen=True, slots=True)
class Household:
    """What the windows look at and change, all of it the application's."""

    paths: Paths
    configuration: Configuration
    inspection: Inspection
    keeping: Keeping
    rules: RulesFile
    desktop: Desktop
    theme: Callable[[], Theme]
    take: Callable[[Intent], None]
    say: Callable[[CopilotError], None]
    agree: Callable[[], None]
    hotkey_problems: Callable[[], Mapping[str, str]]
    rest_hotkeys: Callable[[bool], Coroutine[None, None, None]]
    renew: Callable[[], Coroutine[None, None, None]]
    translator: Callable[[], Translator | None]
    catch_escape: Callable[[bool], Coroutine[None, None, None]]


class Windows:
    """Opens each window once. Importing one waits until it is wanted: the start shall be quick."""

    def __init__(self, household: Household) -> None:
        self._house = household
        self._tasks = TaskSet()
        self._open: dict[str, Window] = {}
        self._works: set[TaskSet] = set()
        self._opening = asyncio.Lock()  # one after the other, so that there is one of each
        self._archive: Archive | None = None
        self._selecting: Selecting | None = None
        self._popup: SelectionPopup | None = None

    @property
    def openers(self) -> Mapping[str, Callable[[], None]]:
        """Command → what opens the window that it is about."""
        return {
            "translate-selection": self.translate_selection,
            "translate-text": self.translate_text,
            "open-settings": self.settings,
            "open-settings-file": self.settings_file,
            "show-sent": self.sent,
            "show-history": self.history,
            "recover-history": self.recovery,
        }

    async def close(self) -> None:
        """Close all that are open, and let what was begun in them end."""
        self.leave_selection()
        await self._tasks.finish(2.0)
        for window in list(self._open.values()):
            window.close()
        await asyncio.gather(*(work.finish(2.0) for work in (*self._works, self._tasks)))

    def redress(self) -> None:
        """The theme has changed."""
        for window in self._open.values():
            window.redress()
        if self._popup is not None and not self._popup.isVisible():
            self._popup.redress()

    def translate(self) -> None:
        """The language has changed: words are set once, so those that are open are made anew."""
        self.leave_selection()
        popup, self._popup = self._popup, None
        if popup is not None:
            popup.deleteLater()
        if (window := self._shown("settings")) is not None:
            page = cast("SettingsWindow", window).page
            window.close()
            self.settings(page)
        if (window := self._shown("history")) is not None:
            window.close()
            self.history()

    def _shown(self, name: str) -> Window | None:
        window = self._open.get(name)
        return window if window is not None and window.isVisible() else None

    def _keep(self, name: str, window: Window) -> None:
        """Until it is closed; what was begun in it, until that has ended."""
        self._open[name] = window
        self._works.add(window.work)
        window.closed.connect(partial(self._drop, name, window))

    def _drop(self, name: str, window: Window) -> None:
        if self._open.get(name) is window:
            del self._open[name]
        window.work.afterwards(partial(self._works.discard, window.work))

    def _once_loaded(
        self, open_it: Callable[[], Coroutine[None, None, None]], *modules: str
    ) -> None:
        """Do it as soon as the modules are there: Qt goes on while a thread reads them."""
        self._tasks.start(self._load(open_it, modules), "window")

    async def _load(
        self, open_it: Callable[[], Coroutine[None, None, None]], modules: Sequence[str]
    ) -> None:
        async with self._opening:
            for module in modules:
                if module not in sys.modules:
                    await staying(asyncio.to_thread(importlib.import_module, module))
            await open_it()

    def sent(self) -> None:
        """What left this machine."""
        self._once_loaded(self._sent, "copilot.ui.inspector")

    async def _sent(self) -> None:
        from copilot.ui.inspector import InspectorWindow

        window = self._open.get("sent")
        if not isinstance(window, InspectorWindow):
            exchange = self._house.configuration.settings.budget.spending.exchange
            window = InspectorWindow(self._house.inspection, exchange, self._house.theme)
            self._keep("sent", window)
            await _others()
        window.show_newest()

    def history(self, chat: ShowChat | None = None) -> None:
        """What is kept: searched, exported, forgotten; of this chat, if one is named."""
        then = partial(self._history, chat)
        self._once_loaded(then, "copilot.ui.history.window", "copilot.archive")

    async def _history(self, chat: ShowChat | None) -> None:
        from copilot.ui.history.window import HistoryWindow

        window = self._open.get("history")
        if not isinstance(window, HistoryWindow):
            self._keep("history", window := self._history_window())
            await _others()
        if chat is not None:
            window.show_chat(chat.contact, chat.app_name)
        window.present()

    def _history_window(self) -> HistoryWindow:
        from copilot.archive import Archive, Sources
        from copilot.ui.history.services import Services
        from copilot.ui.history.window import HistoryWindow

        house = self._house

        def exchange() -> Exchange:
            return house.configuration.settings.budget.spending.exchange

        def closed() -> None:
            if self._archive is archive:
                self._archive = None
            self._tasks.start(archive.close(), "archive")

        sources = Sources(
            house.paths.history_file,
            house.keeping.open_history,
            house.paths.usage_file,
            exchange,
            wanted=lambda: house.configuration.settings.history.enabled,
            erase=self._forget_everything,
        )
        archive = self._archive = Archive(sources)
        services = Services(
            archive,
            exchange,
            open_settings=lambda: self.settings("privacy"),
            unlock=house.keeping.open_keychain,
            recover=self.recovery,
            closed=closed,
        )
        return HistoryWindow(services, house.theme)

    def translate_selection(self) -> None:
        """What is selected in any application, translated beside it."""
        from copilot.core.selecting import Selecting, SelectingParts

        self.leave_selection()
        house = self._house
        parts = SelectingParts(
            house.desktop.selection,
            house.translator(),
            house.desktop.writer.copy,
            languages_of(house.configuration.settings),
        )
        self._selecting = Selecting(parts, self._tasks, self._show_selection)
        self._selecting.open()

    def leave_selection(self) -> None:
        """Close the window beside the selection, if it is open."""
        selecting, self._selecting = self._selecting, None
        if selecting is not None:
            selecting.close()

    def translate_text(self) -> None:
        """A longer text, pasted or from a file."""
        self._once_loaded(self._translate_text, "copilot.ui.bulk")

    async def _translate_text(self) -> None:
        from copilot.ui.bulk import BulkServices, BulkWindow

        window = self._open.get("text")
        if not isinstance(window, BulkWindow):
            house = self._house
            services = BulkServices(
                house.translator,
                languages_of(house.configuration.settings).mine,
                self.settings,
            )
            self._keep("text", window := BulkWindow(services, house.theme))
            await _others()
        window.present()

    def _show_selection(self, state: SelectionState | None) -> None:
        from copilot.ui.selection_popup import SelectionPopup

        popup = self._popup
        if popup is None and state is None:
            return
        if popup is None:
            popup = self._popup = SelectionPopup(self._take_from_popup, self._house.theme)
        if popup.isVisible() is (state is None):
            self._tasks.start(self._house.catch_escape(state is not None), "escape")
        popup.show_state(state)

    def _take_from_popup(self, intent: Intent) -> None:
        if intent == Command("dismiss"):
            self.leave_selection()
        elif intent in (Command("open-settings"), Command("open-settings-file")):
            self._house.take(intent)
        elif self._selecting is not None:
            self._selecting.handle(intent)

    def recovery(self) -> None:
        """What takes the recovery phrase."""
        from copilot.ui.recovery import RecoveryWindow

        window = self._open.get("recovery")
        if window is None:
            window = RecoveryWindow(self._house.keeping.recover, self._house.theme)
            self._keep("recovery", window)
        window.present()

    def settings(self, page: str = "") -> None:
        """The settings, at one page of them."""
        then = partial(self._settings, page)
        self._once_loaded(then, "copilot.ui.settings.window", "copilot.store.glossary")

    async def _settings(self, page: str) -> None:
        from copilot.ui.settings.window import SettingsWindow

        window = self._open.get("settings")
        if not isinstance(window, SettingsWindow):
            await asyncio.to_thread(catalogue.load)
            self._keep("settings", window := self._settings_window())
            await _others()
            window.prepare(page)
            await _others()
        window.show_page(page)
        await _others()
        window.present()

    def _settings_window(self) -> SettingsWindow:
        from copilot.store.glossary import GlossaryFile
        from copilot.ui.settings.services import Services
        from copilot.ui.settings.window import SettingsWindow

        house = self._house
        start = Autostart(program.command("run"))
        glossary = GlossaryFile(house.paths.glossary_file)
        services = Services(
            house.configuration,
            applications=house.desktop.applications,
            open_file=self.settings_file,
            show_sent=self.sent,
            show_history=lambda: house.take(Command("show-history")),
            doctor=lambda: launch.start("doctor", "--window"),
            welcome=self.welcome,
            hotkey_problems=house.hotkey_problems,
            recording=lambda on: self._tasks.start(house.rest_hotkeys(on), "hotkeys"),
            autostart=lambda: start.on if start.possible else None,
            switch_autostart=lambda on: in_thread(partial(start.switch, on)),
            used=self._used,
            new_phrase=house.keeping.new_phrase,
            forget_everything=self._forget_everything,
            rules=lambda: sum(house.rules.count().values()) + house.rules.strict,
            clear_rules=lambda: in_thread(house.rules.clear),
            terms=lambda: len(glossary.current()),
            open_glossary=self._glossary,
            import_glossary=lambda path: in_thread(partial(glossary.take, Path(path))),
            export_glossary=lambda path: in_thread(partial(glossary.give, Path(path))),
        )
        return SettingsWindow(services, house.theme)

    def settings_file(self) -> None:
        """The file itself, in what the person uses for such files."""
        try:
            open_file(str(settings_edit.ensure(self._house.paths.settings_file)))
        except CopilotError as error:
            self._house.say(error)

    def _glossary(self) -> None:
        """The table of terms, in what the person uses for tables."""
        from copilot.store.glossary import GlossaryFile

        try:
            open_file(str(GlossaryFile(self._house.paths.glossary_file).ensure()))
        except CopilotError as error:
            self._house.say(error)

    def welcome(self) -> None:
        """The first steps."""
        self._once_loaded(self._welcome, "copilot.ui.welcome.window")

    async def _welcome(self) -> None:
        from copilot.ui.welcome.services import Services
        from copilot.ui.welcome.window import WelcomeWindow

        window = self._open.get("welcome")
        if not isinstance(window, WelcomeWindow):
            await asyncio.to_thread(catalogue.load)
            house = self._house
            services = Services(
                house.configuration,
                agree=house.agree,
                accessible=house.desktop.eyes.accessible,
                enable=house.desktop.eyes.enable,
                phrase=self._begin_history,
                practise=lambda: launch.start("practice"),
                done=lambda: None,
            )
            self._keep("welcome", window := WelcomeWindow(services, house.theme))
            await _others()
        window.present()

    async def _begin_history(self) -> str:
        phrase = await self._house.keeping.new_phrase()
        await self._house.configuration.change({"history.enabled": True})
        return phrase

    async def _forget_everything(self) -> None:
        house = self._house
        house.inspection.forget()
        if self._archive is not None:
            await self._archive.rest()
        await house.keeping.forget_everything(house.configuration.settings.history)
        await house.renew()

    async def _used(self, days: int) -> Usage:
        from copilot.used import used

        exchange = self._house.configuration.settings.budget.spending.exchange
        return await used(self._house.paths.usage_file, exchange, days)
