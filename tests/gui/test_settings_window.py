"""The settings window: what is changed is in force, can be undone, and is followed by hand."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from copilot.core.appearance import Appearance
from copilot.core.applications import KnownApplication
from copilot.core.checks import Check
from copilot.core.configuring import LocalServer, Provider
from copilot.core.errors import SettingsError
from copilot.ui import kit
from copilot.ui import theme as themes
from copilot.ui.plot import Plot
from copilot.ui.settings.application_table import ApplicationTable
from copilot.ui.settings.controls import Choice, ChordEdit, Lines
from copilot.ui.settings.fonts import FontChoice
from copilot.ui.settings.services import Services
from copilot.ui.settings.window import PAGES, SettingsWindow
from tests.fakes_archiving import FakeArchive
from tests.fakes_configuring import FakeConfiguring

FIELDS = {
    "quick_replies__enabled": True,
    "quick_replies__embeddings": True,
    "budget__max_prompt_tokens": 1500,
    "budget__max_answer_tokens": 320,
    "reading__deny": (),
    "reading__deny_titles": (),
    "reading__deny_addresses": (),
    "reading__allow": (),
    "reading__allow_addresses": (),
    "masking__words": (),
    "masking__level": "standard",
    "history__enabled": False,
    "history__days": 0,
    "budget__currency": "CNY",
    "budget__day_money": 0.0,
    "budget__month_money": 0.0,
    "budget__day_tokens": 0,
    "budget__month_tokens": 0,
    "budget__when_over": "warn",
    "panel__theme": "system",
    "panel__size": 100,
    "panel__font": "",
    "panel__contrast": "system",
    "panel__motion": "system",
    "interface__language": "system",
    "network__proxy": "",
    "translation__mine": ("en",),
    "translation__incoming": True,
    "translation__drafts": True,
    "translation__way_back": True,
    "jobs__replies": (),
    "jobs__topics": (),
    "jobs__translation": (),
    "jobs__skills": (),
}


class Bench:
    """A window over settings in memory, and what it had done."""

    def __init__(self, qtbot: QtBot) -> None:
        self.configuring = FakeConfiguring(**FIELDS)
        self.did: list[str] = []
        self.terms: list[str] = []
        self.problems: Mapping[str, str] = {}
        self.known: list[KnownApplication] = []
        self.autostart: bool | None = False
        self._qtbot = qtbot

    def services(self) -> Services:
        """What the window can have done."""

        async def switch(on: bool) -> None:
            self.autostart = on

        async def applications(names: Sequence[str]) -> list[KnownApplication]:
            seen = {one.name for one in self.known}
            named = (KnownApplication(name, name) for name in names if name not in seen)
            return [*self.known, *named]

        async def phrase() -> str:
            return "lusab-babad"

        async def forget() -> None:
            self.did.append("forgotten")

        async def clear() -> None:
            self.did.append("rules cleared")

        async def take(path: str) -> None:
            self.did.append(f"import {path}")
            self.terms.append("merge request")

        async def give(path: str) -> None:
            self.did.append(f"export {path}")

        return Services(
            self.configuring,
            applications=applications,
            open_file=lambda: self.did.append("file"),
            show_sent=lambda: self.did.append("sent"),
            show_history=lambda: self.did.append("history"),
            doctor=lambda: self.did.append("doctor"),
            welcome=lambda: self.did.append("welcome"),
            hotkey_problems=lambda: self.problems,
            recording=lambda on: self.did.append(f"recording {on}"),
            autostart=lambda: self.autostart,
            switch_autostart=switch,
            used=FakeArchive().usage,
            new_phrase=phrase,
            forget_everything=forget,
            rules=lambda: 2,
            clear_rules=clear,
            terms=lambda: len(self.terms),
            open_glossary=lambda: self.did.append("glossary"),
            import_glossary=take,
            export_glossary=give,
        )

    def open(self) -> SettingsWindow:
        """The window, shown."""
        window = SettingsWindow(self.services())
        self._qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        QApplication.processEvents()
        return window


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench(qtbot)


async def rest() -> None:
    """Until all that was begun has ended."""
    for _ in range(10):
        await asyncio.sleep(0)
        QApplication.processEvents()


def named(window: QWidget, name: str, kind: type[QWidget] = QWidget) -> QWidget:
    """The control with this accessible name."""
    found = [w for w in window.findChildren(kind) if w.accessibleName() == name]
    assert found, f"nothing is called {name!r}"
    return found[0]


def press(window: QWidget, label: str) -> None:
    buttons = [b for b in window.findChildren(QPushButton) if b.text() == label and b.isVisible()]
    QTest.keyClick(buttons[0], Qt.Key.Key_Space)


def says(window: QWidget, words: str) -> bool:
    return any(words in one.text() for one in window.findChildren(QLabel) if one.isVisible())


async def test_a_switch_is_in_force_at_once_and_undone_for_its_page(bench: Bench) -> None:
    window = bench.open()
    window.show_page("replies")
    QTest.keyClick(named(window, "Quick replies"), Qt.Key.Key_Space)
    await rest()
    assert bench.configuring.value("quick_replies.enabled") is False
    window.show_page("budget")
    await rest()
    assert not any(b.text().startswith("Undo") and b.isVisible() for b in buttons_of(window))
    window.show_page("replies")
    press(window, "Undo the changes of this page")
    await rest()
    assert bench.configuring.value("quick_replies.enabled") is True


def buttons_of(window: QWidget) -> list[QPushButton]:
    return list(window.findChildren(QPushButton))


async def test_pages_are_made_one_after_the_other(bench: Bench, qtbot: QtBot) -> None:
    window = SettingsWindow(bench.services())
    qtbot.addWidget(window)
    assert len(window.findChildren(QScrollArea)) == 0
    window.show_page("system")
    assert len(window.findChildren(QScrollArea)) == 1
    window.show()
    qtbot.waitUntil(lambda: len(window.findChildren(QScrollArea)) == len(PAGES))


async def test_what_changes_elsewhere_is_shown(bench: Bench) -> None:
    window = bench.open()
    window.show_page("appearance")
    await bench.configuring.change({"panel.theme": "dark"})
    control = named(window, "Theme")
    assert isinstance(control, Choice)
    assert control.currentData() == "dark"


async def test_a_refusal_is_said_and_the_old_value_comes_back(bench: Bench) -> None:
    window = bench.open()
    window.show_page("budget")
    bench.configuring.refusals["budget.currency"] = SettingsError(
        "settings.toml: budget.currency must be the three letters of a currency."
    )
    control = named(window, "Your currency")
    assert isinstance(control, QLineEdit)
    control.setFocus()
    control.selectAll()
    QTest.keyClicks(control, "Euro")
    QTest.keyClick(control, Qt.Key.Key_Return)
    await rest()
    assert says(window, "must be the three letters")
    assert control.text() == "CNY"


async def test_a_chord_is_recorded_by_pressing_it(bench: Bench) -> None:
    window = bench.open()
    window.show_page("hotkeys")
    control = named(window, "Open the panel")
    assert isinstance(control, ChordEdit)
    control.setFocus()
    flags = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(control, Qt.Key.Key_Control)
    QTest.keyClick(control, Qt.Key.Key_F9, flags)
    await rest()
    assert bench.configuring.value("hotkeys.open") == "Ctrl+Shift+F9"
    control.setFocus()
    QTest.keyClick(control, Qt.Key.Key_Backspace)
    await rest()
    assert bench.configuring.value("hotkeys.open") == ""
    assert bench.did.count("recording True") == bench.did.count("recording False")


async def test_a_refused_combination_is_said_below_it(bench: Bench) -> None:
    bench.problems = {"undo": "Another program holds Ctrl+Alt+U."}
    window = bench.open()
    window.show_page("hotkeys")
    assert says(window, "Another program holds Ctrl+Alt+U.")


async def test_lists_are_taken_when_the_person_leaves(bench: Bench) -> None:
    window = bench.open()
    window.show_page("applications")
    control = named(window, "Applications", Lines)
    assert isinstance(control, Lines)
    control.setFocus()
    QTest.keyClicks(control, "signal")
    QTest.keyClick(control, Qt.Key.Key_Return)
    QTest.keyClicks(control, " slack ")
    window.setFocus()
    await rest()
    assert bench.configuring.value("reading.deny") == ("signal", "slack")


async def test_jobs_and_their_stand_ins(bench: Bench) -> None:
    bench.configuring.defined["mine"] = Provider("mine", "mine", "http://127.0.0.1:1/v1", "qwen")
    bench.configuring.defined["other"] = Provider("other", "other", "http://127.0.0.1:2/v1", "gem")
    window = bench.open()
    first, second = named(window, "Replies", Choice), named(window, "Replies: if it fails", Choice)
    assert isinstance(first, Choice)
    assert isinstance(second, Choice)
    assert not second.isEnabled()
    choose(first, "mine/qwen")
    await rest()
    assert bench.configuring.value("jobs.replies") == ("mine/qwen",)
    choose(second, "other/gem")
    await rest()
    assert bench.configuring.value("jobs.replies") == ("mine/qwen", "other/gem")


def choose(control: Choice, label: str) -> None:
    index = control.findData(label)
    control.setCurrentIndex(index)
    control.activated.emit(index)


async def test_a_provider_gets_a_key_is_tested_and_removed(bench: Bench) -> None:
    bench.configuring.defined["openai"] = Provider("openai", "OpenAI", "https://a/v1", key="openai")
    bench.configuring.checks["openai"] = Check("openai", False, "OpenAI does not accept the key.")
    window = bench.open()
    assert says(window, "no key yet")
    control = named(window, "Key of OpenAI", QLineEdit)
    QTest.keyClicks(control, "sk-0123456789")
    press(window, "Store in the keychain")
    await rest()
    assert bench.configuring.keys == {"openai": "sk-0123456789"}
    assert says(window, "key in the keychain")
    press(window, "Test")
    await rest()
    assert says(window, "✗ OpenAI does not accept the key.")
    press(window, "Remove")
    await rest()
    assert not bench.configuring.defined


async def test_servers_of_this_machine_are_found_and_added(bench: Bench) -> None:
    window = bench.open()
    press(window, "Find on this machine")
    await rest()
    assert says(window, "No model server runs on this machine.")
    bench.configuring.servers = (LocalServer("LM Studio", "http://127.0.0.1:1234/v1", ("qwen",)),)
    press(window, "Find on this machine")
    await rest()
    assert bench.configuring.defined["lmstudio"].model == "qwen"


async def test_search_leads_to_the_page(bench: Bench) -> None:
    window = bench.open()
    search = named(window, "Search in settings")
    QTest.keyClicks(search, "proxy")
    pages = named(window, "Pages", QListWidget)
    assert isinstance(pages, QListWidget)
    shown = [pages.item(i).text() for i in range(pages.count()) if not pages.item(i).isHidden()]
    assert shown == ["System"]
    assert says(window, "Proxy")


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("contrast", "Appearance"),
        ("nothing moves", "Appearance"),
        ("drafts only", "Applications"),
        ("key by key", "Applications"),
        ("by provider", "Budget"),
    ],
)
async def test_search_finds_what_can_be_chosen(bench: Bench, words: str, page: str) -> None:
    window = bench.open()
    QTest.keyClicks(named(window, "Search in settings"), words)
    pages = named(window, "Pages", QListWidget)
    assert isinstance(pages, QListWidget)
    shown = [pages.item(i).text() for i in range(pages.count()) if not pages.item(i).isHidden()]
    assert shown == [page]


async def test_what_was_used_can_be_read_out(bench: Bench) -> None:
    window = bench.open()
    window.show_page("budget")
    await rest()
    plots = window.findChildren(Plot)
    assert [plot.accessibleName() for plot in plots if plot.isVisible()] == [
        "Tokens a day",
        "Money a day",
        "By what it was for",
        "By provider",
    ]
    assert "tokens" in plots[0].accessibleDescription()
    assert "CNY" in plots[1].accessibleDescription()
    assert {bar.name for bar in plots[3].bars} == {"deepseek", "qwen"}


async def test_what_was_used_is_a_table_too(bench: Bench) -> None:
    window = bench.open()
    window.show_page("budget")
    await rest()
    press(window, "Show as a table")
    table = named(window, "What was used", QTableWidget)
    assert isinstance(table, QTableWidget)
    assert table.isVisible()
    cells = [item.text() for column in range(5) if (item := table.item(0, column))]
    assert cells[2] in ("deepseek", "qwen")
    assert cells[4].startswith("CNY")
    assert not [plot for plot in window.findChildren(Plot) if plot.isVisible()]
    press(window, "Show as plots")
    assert not table.isVisible()


async def test_every_control_has_a_name(bench: Bench) -> None:
    window = bench.open()
    nameless = [
        type(control).__name__
        for kind in (kit.Switch, Choice, Lines, ChordEdit)
        for control in window.findChildren(kind)
        if not control.accessibleName()
    ]
    assert not nameless


async def test_start_at_log_in_is_offered_only_where_it_can_be(bench: Bench) -> None:
    bench.autostart = None
    window = bench.open()
    assert not [s for s in window.findChildren(kit.Switch) if "log in" in s.accessibleName()]
    bench.autostart = False
    window = bench.open()
    window.show_page("system")
    QTest.keyClick(named(window, "Start when I log in"), Qt.Key.Key_Space)
    await rest()
    assert bench.autostart is True


async def test_a_key_without_a_keychain_is_marked_as_one_of_this_session(bench: Bench) -> None:
    bench.configuring.keychain = False
    bench.configuring.defined["mine"] = Provider(
        "mine", "Mine", "https://m.example.com", key="mine"
    )
    window = bench.open()
    window.show_page("models")
    assert says(window, "no key yet")
    field = named(window, "Key of Mine", QLineEdit)
    QTest.keyClicks(field, "sk-1")
    QTest.keyClick(field, Qt.Key.Key_Return)
    await rest()
    assert bench.configuring.keys == {"mine": "sk-1"}
    assert says(window, "key for this session")
    assert says(window, "gone when Chat Copilot ends")


async def test_size_and_font_are_those_of_the_window_at_once(bench: Bench) -> None:
    window = bench.open()
    window.show_page("appearance")
    size, font = named(window, "Size"), named(window, "Font", FontChoice)
    assert isinstance(size, QSpinBox)
    assert isinstance(font, FontChoice)
    assert (size.minimum(), size.maximum()) == (80, 300)
    size.setFocus()
    QTest.keyClick(size, Qt.Key.Key_Up)
    await rest()
    assert bench.configuring.value("panel.size") == 110
    choose(font, "DejaVu Serif")
    await rest()
    assert bench.configuring.value("panel.font") == "DejaVu Serif"
    press(window, "Undo the changes of this page")
    await rest()
    assert bench.configuring.value("panel.size") == 100
    assert font.value == ""


async def test_fonts_that_exist_are_listed_once_they_are_seen(bench: Bench) -> None:
    bench.configuring.fields["panel.font"] = "Gone Sans"
    window = bench.open()
    window.show_page("appearance")
    font = named(window, "Font", FontChoice)
    assert isinstance(font, FontChoice)
    assert font.count() == 2  # the system's and the chosen one: the page is shown first
    await rest()
    listed = {font.itemData(row): font.itemText(row) for row in range(font.count())}
    assert listed["DejaVu Sans"] == "DejaVu Sans"
    assert "汉字" in listed["Noto Sans CJK SC"]
    assert "Noto Color Emoji" not in listed
    assert not [name for name in listed if "[" in str(name)]
    assert font.currentText() == "Gone Sans (not installed)"


async def test_an_application_has_a_profile_that_can_be_undone(bench: Bench) -> None:
    bench.known = [KnownApplication("gajim", "Gajim", "chat", "accessibility")]
    bench.configuring.fields["reading.deny"] = ("wire",)
    window = bench.open()
    window.show_page("applications")
    await rest()
    table = named(window, "Applications that were seen", ApplicationTable)
    assert isinstance(table, ApplicationTable)
    assert rows(table) == [
        ("Gajim", "drafts and chats", "directly"),
        ("wire", "not read", "automatically"),
    ]
    assert says(window, "Drafts and chats can be read in it.")
    reads, writes = named(window, "May be read", Choice), named(window, "Text is written", Choice)
    assert isinstance(reads, Choice)
    assert isinstance(writes, Choice)
    choose(reads, "draft")
    await rest()
    choose(writes, "keys")
    await rest()
    assert bench.configuring.value("applications.gajim.reads") == "draft"
    assert rows(table)[0] == ("Gajim", "drafts only", "key by key")
    table.setCurrentCell(1, 0)
    assert reads.value == "nothing"
    assert writes.value == "auto"
    choose(reads, "all")
    await rest()
    assert bench.configuring.value("reading.deny") == ()
    press(window, "Undo the changes of this page")
    await rest()
    assert bench.configuring.value("reading.deny") == ("wire",)
    assert bench.configuring.value("applications.gajim.reads") == "all"
    assert rows(table)[0] == ("Gajim", "drafts and chats", "directly")


def rows(table: ApplicationTable) -> list[tuple[str, ...]]:
    return [
        tuple(cell.text() for column in range(3) if (cell := table.item(row, column)))
        for row in range(table.rowCount())
    ]


async def test_before_any_application_was_seen_the_page_says_so(bench: Bench) -> None:
    window = bench.open()
    window.show_page("applications")
    await rest()
    assert says(window, "None was seen yet.")
    bench.known = [KnownApplication("gajim", "Gajim", "chat", "accessibility")]
    window.show_page("budget")
    window.show_page("applications")
    await rest()
    assert not says(window, "None was seen yet.")


async def test_what_is_not_understood_in_the_file_is_said(bench: Bench) -> None:
    bench.configuring.warnings = ("line 3: panel.glow is not a setting I know.",)
    window = bench.open()
    window.show_page("system")
    assert says(window, "left as it is:\nline 3: panel.glow")
    bench.configuring.warnings = ()
    bench.configuring.tell()
    assert not says(window, "left as it is")


async def test_pages_that_nobody_sees_are_dressed_after_the_one_that_is_seen(
    bench: Bench, qtbot: QtBot
) -> None:
    look = Appearance("light")
    window = SettingsWindow(bench.services(), lambda: themes.current(look))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: len(window.findChildren(QScrollArea)) == len(PAGES))
    window.show_page("appearance")
    before = window.size()
    look = Appearance("light", size=150)
    window.redress()
    assert len(window.findChildren(QScrollArea)) == 1
    qtbot.waitUntil(lambda: len(window.findChildren(QScrollArea)) == len(PAGES))
    assert window.page == "appearance"
    window.show_page("privacy")
    switch = named(window, "Keep a history")
    assert switch.isVisible()
    assert switch.font().pointSizeF() == pytest.approx(window.theme.body.pointSizeF(), abs=0.01)
    free = window.screen().availableGeometry()
    assert window.width() > before.width() or window.width() >= free.width() - 16
