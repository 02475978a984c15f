"""Every ordinary window of ours with something in it, as tests and the gallery show them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import cast

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from copilot.configuration import Configuration
from copilot.core.applications import KnownApplication
from copilot.core.archiving import Standing
from copilot.core.bulk import BulkPart, BulkProgress
from copilot.core.checks import Check
from copilot.core.configuring import LocalServer, Offer, Provider, Value
from copilot.core.cost import Exchange
from copilot.core.inspection import Inspection
from copilot.core.languages import LANGUAGES
from copilot.core.model import Rect
from copilot.core.selecting import SelectionState
from copilot.core.translation import Translated
from copilot.core.translation_state import Pair, Variant
from copilot.store.session_keys import SessionKeys
from copilot.store.settings import Settings
from copilot.ui.about import About, AboutWindow
from copilot.ui.bulk import BulkServices, BulkWindow
from copilot.ui.consent import ConsentWindow
from copilot.ui.doctor import DoctorWindow
from copilot.ui.friend import script
from copilot.ui.history import services as history
from copilot.ui.history.window import HistoryWindow
from copilot.ui.inspector import InspectorWindow
from copilot.ui.kit import AskTheme
from copilot.ui.practice import PracticeWindow
from copilot.ui.recovery import RecoveryWindow
from copilot.ui.selection_popup import SelectionPopup
from copilot.ui.settings.services import Services
from copilot.ui.settings.window import PAGES, SettingsWindow
from copilot.ui.welcome import services as welcome_services
from copilot.ui.welcome.window import WelcomeWindow
from tests.fakes_archiving import FakeArchive
from tests.fakes_configuring import FakeConfiguring
from tests.gui import beside
from tests.gui.calls import calls

Make = Callable[[AskTheme], QWidget]

PHRASE = "lusab-babad-gutih-tugad-mudof-sakat-makas-mupoh-zuzup"
HISTORY = ("messages", "suggestions", "translations", "requests", "contact", "usage")
_TOKENS = (0, 1200, 18_400, 9100, 0, 0, 25_300, 31_000, 12_050, 4400)


def _nothing(*_: object) -> None:
    """Windows here are looked at, not used."""


class Configured(FakeConfiguring):
    """What a person has set up: two providers; everything else as it is at first."""

    def __init__(self) -> None:
        super().__init__()
        nobody = cast("SessionKeys", None)  # keys are the fake's
        self._real = Configuration(Path("settings.toml"), Settings(), nobody, _nothing)
        self.fields |= {
            "budget.currency": "CNY",
            "jobs.replies": ("deepseek",),
            "reading.deny": ("keepassxc", "wire"),
            "applications.hexchat.writes": "copy",
        }
        self.defined = {
            "deepseek": Provider(
                "deepseek", "DeepSeek", "https://api.deepseek.com/v1", "deepseek-chat",
                key="deepseek", jobs=("replies",),
            ),
            "mine": Provider(
                "mine", "mine", "", engine="qwen2.5-1.5b-instruct-q4_k_m.gguf", here=True
            ),
        }  # fmt: skip
        self.keys = {"deepseek": "k"}
        self.servers = (
            LocalServer("Ollama", "http://127.0.0.1:11434/v1", ("qwen3:4b", "gemma3:4b")),
        )

    @property
    def file(self) -> str:
        return "/home/anna/.config/chat-copilot/settings.toml"

    def value(self, field: str) -> Value:
        return self.fields[field] if field in self.fields else self._real.value(field)

    def offers(self) -> Sequence[Offer]:
        return self._real.offers()


def _services() -> Services:
    return Services(
        Configured(),
        applications=_applications,
        open_file=_nothing,
        show_sent=_nothing,
        show_history=_nothing,
        doctor=_nothing,
        welcome=_nothing,
        hotkey_problems=lambda: {
            "undo": "Another program has these keys already.",
        },
        recording=_nothing,
        autostart=lambda: True,
        switch_autostart=_nothing_later,
        used=FakeArchive().usage,
        new_phrase=_phrase,
        forget_everything=_nothing_later,
        rules=lambda: 2,
        clear_rules=_nothing_later,
        terms=lambda: 12,
        open_glossary=_nothing,
        import_glossary=_nothing_later,
        export_glossary=_nothing_later,
    )


async def _applications(names: Sequence[str]) -> Sequence[KnownApplication]:
    return (
        KnownApplication("gajim", "Gajim", "chat", "accessibility"),
        KnownApplication("hexchat", "HexChat", "draft", "accessibility"),
        KnownApplication("keepassxc", "keepassxc"),
        KnownApplication("telegram", "Telegram Desktop", "nothing", "paste"),
        KnownApplication("thelounge", "The Lounge", "chat", "paste"),
    )


async def _nothing_later(*_: object) -> None:
    """The same, for what takes a while."""


async def _phrase() -> str:
    return PHRASE


async def _on() -> bool:
    return True


def _settings(page: str, ask_theme: AskTheme) -> QWidget:
    window = SettingsWindow(_services(), ask_theme)
    window.show_page(page)
    return window


def _welcome(step: int, ask_theme: AskTheme) -> QWidget:
    services = welcome_services.Services(
        Configured(),
        agree=_nothing,
        accessible=_on,
        enable=_nothing_later,
        phrase=_phrase,
        practise=_nothing,
        done=_nothing,
    )
    window = WelcomeWindow(services, ask_theme)
    for _ in range(step):
        window.go_on()
    return window


def _found() -> Sequence[Check]:
    return (
        Check("tray", True, "XEmbed"),
        Check("accessibility", True, "reachable and switched on"),
        Check(
            "hotkeys",
            False,
            "on Wayland they work only while a window of XWayland has the keyboard",
            "In the desktop's keyboard settings, bind shortcuts to commands such as "
            "`chat-copilot trigger choose1`.",
        ),
        Check("keychain", True, "SecretService: stores, gives back and forgets"),
        Check("settings", True, "/home/anna/.config/chat-copilot/settings.toml"),
        Check("provider", True, "deepseek (deepseek-chat): answers"),
    )


def _doctor(ask_theme: AskTheme) -> QWidget:
    window = DoctorWindow(_found, ask_theme)
    until = time.monotonic() + 10
    while not window.text and time.monotonic() < until:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 100)
    return window


def _practice(ask_theme: AskTheme) -> QWidget:
    window = PracticeWindow(script("en"), theme=ask_theme, wait=lambda _ms, call: call())
    window.resize(420, 560)
    window.draft.setPlainText("Friday is fine!\nSee you at seven. 好的，周五见！")
    window.send()
    window.draft.setPlainText("See you!")
    return window


async def _refused(_phrase: str) -> None:
    """Never told: the window is only looked at."""


def _history(page: str, ask_theme: AskTheme) -> QWidget:
    services = history.Services(
        FakeArchive(), Exchange, _nothing, _nothing_later, recover=_nothing, closed=_nothing
    )
    window = HistoryWindow(services, ask_theme)
    window.chats.choose(1)
    window.pages.show_page(page)
    if page == "messages":
        window.filters.search.setText("station")
    return window


def _no_history(ask_theme: AskTheme) -> QWidget:
    archive = FakeArchive()
    archive.standing = Standing("off", kept=False)
    return HistoryWindow(
        history.Services(archive, Exchange, _nothing, _nothing_later, _nothing, _nothing), ask_theme
    )


def _inspector(inspection: Callable[[], Inspection], ask_theme: AskTheme) -> QWidget:
    return InspectorWindow(inspection(), Exchange(), ask_theme)


SELECTED = SelectionState(
    "今晚七点在老地方吃火锅，你来吗？",
    "Hotpot at the usual place at seven tonight, are you coming?",
    Pair("en", "zh-Hans"),
    can_replace=True,
    choices=tuple(LANGUAGES),
    app_name="Gajim",
    area=Rect(100, 100, 200, 20),
    model="qwen-plus",
    cost="¥0.0003",
    masked=1,
)
SELECTED_IN_ARABIC = replace(
    SELECTED,
    text="See you at seven! Tom brings the tickets.",
    translated="أراك في السابعة! توم يجلب التذاكر.",
    pair=Pair("ar", "en"),
    variant=Variant.POLITE,
)


def _selection(state: SelectionState, ask_theme: AskTheme) -> QWidget:
    popup = SelectionPopup(_nothing, ask_theme, lambda: False)
    popup.show_state(state)
    return popup


def _translate_text(ask_theme: AskTheme) -> QWidget:
    """A text that is half done."""
    services = BulkServices(lambda: None, ("en", "zh-Hans"), _nothing)
    window = BulkWindow(services, ask_theme)
    said = {
        "我整个星期都在想这件事，因为下个月我们要搬到另一个城市去。": (
            "I have been thinking about it for the whole week, because next month we move to "
            "another city."
        ),
        "明天见！": "See you tomorrow!",
        "别忘了带伞，天气预报说有雨。": "",
    }
    sentences = tuple(said)
    made = tuple(Translated(text, whole=bool(text)) for text in said.values())
    window.show_progress(BulkProgress((BulkPart("\n".join(sentences), sentences, made),), "en"))
    return window


WINDOWS: Mapping[str, Make] = MappingProxyType(
    {
        **{f"settings-{page}": partial(_settings, page) for page in PAGES},
        **{f"welcome-{step + 1}": partial(_welcome, step) for step in range(5)},
        **{f"history-{page}": partial(_history, page) for page in HISTORY},
        **{f"editor-{text}": partial(beside.editor, text) for text in beside.TEXTS},
        "answer": beside.answer,
        "answer-link": beside.answer_with_link,
        "editor-gone": beside.gone,
        "editor-wish": beside.wish,
        "history-off": _no_history,
        "recovery": lambda ask: RecoveryWindow(_refused, ask),
        "consent": lambda ask: ConsentWindow(_nothing, ask),
        "doctor": _doctor,
        "sent": partial(_inspector, calls),
        "sent-nothing": partial(_inspector, Inspection),
        "practice": _practice,
        "about": lambda ask: AboutWindow(About("1.0.0", "Linux, X11", look=tuple), ask),
        "translate-text": _translate_text,
    }
)
POPUPS: Mapping[str, Make] = MappingProxyType(
    {
        "selection": partial(_selection, SELECTED),
        "selection-replaced": partial(_selection, replace(SELECTED, replaced=True)),
        "selection-arabic": partial(_selection, SELECTED_IN_ARABIC),
        "hint": partial(beside.hint, beside.whole),
        "hint-cut": partial(beside.hint, beside.cut),
    }
)
"""Windows that never have the keyboard."""


async def settle() -> None:
    """Until what windows begin when they are opened has ended, and is painted."""
    for _ in range(12):
        await asyncio.sleep(0)
        QApplication.processEvents()
