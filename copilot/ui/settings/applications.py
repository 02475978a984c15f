"""The page of applications: what is read and how text is written, in each and at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from copilot.core.applications import KnownApplication
from copilot.core.configuring import Value
from copilot.ui import kit
from copilot.ui.choices import Choice
from copilot.ui.settings import controls
from copilot.ui.settings.application_table import (
    ApplicationTable,
    Entry,
    reads_words,
    writes_words,
)
from copilot.ui.settings.desk import Desk
from copilot.ui.settings.services import Services

_tr = QCoreApplication.translate
_DENY, _ALLOW = "reading.deny", "reading.allow"


def applications(desk: Desk, services: Services) -> QScrollArea:
    """Each application that is known, then what is denied and allowed in all of them."""
    names = _tr("Settings", "One in a line, for example: signal")
    titles = _tr("Settings", "One in a line, for example: Payroll")
    addresses = _tr("Settings", "One in a line, for example: example.com")
    return kit.page(
        kit.heading(_tr("Settings", "Applications")),
        kit.text(
            _tr(
                "Settings",
                "Password fields, password managers, banks and private browser windows are never "
                "read. Add whatever else is none of our business.",
            ),
            muted=True,
        ),
        Profiles(desk, services),
        kit.heading(_tr("Settings", "Never read"), 2),
        *_list(desk, _DENY, _tr("Settings", "Applications"), names),
        *_list(desk, "reading.deny_titles", _tr("Settings", "Window titles with"), titles),
        *_list(desk, "reading.deny_addresses", _tr("Settings", "Web addresses"), addresses),
        kit.heading(_tr("Settings", "Read nothing else than"), 2),
        kit.text(_tr("Settings", "Where these lists are empty, all chats are read."), muted=True),
        *_list(desk, _ALLOW, _tr("Settings", "Applications"), names),
        *_list(desk, "reading.allow_addresses", _tr("Settings", "Web addresses"), addresses),
    )


def _list(desk: Desk, field: str, label: str, hint: str) -> list[QWidget]:
    control = controls.lines(desk, field, hint)
    control.setAccessibleName(label)
    name = kit.text(label)
    name.setBuddy(control)
    return [name, control]


class Profiles(QFrame):
    """The table, and below it what is set for the application that is chosen there."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self._known: tuple[KnownApplication, ...] = ()
        self._entries: dict[str, Entry] = {}
        self._name = ""
        self.setProperty("card", True)
        self.table = ApplicationTable()
        self.table.chosen.connect(self._choose)
        self._nobody = kit.text(
            _tr("Settings", "None was seen yet. Open a chat, and its application stands here."),
            muted=True,
        )
        self._title = kit.heading("", 2)
        self._about = kit.text("", muted=True)
        self.reads = Choice(options=reads_words())
        self.reads.activated.connect(self._set_reads)
        self.writes = Choice(options=writes_words())
        self.writes.activated.connect(
            lambda: desk.set(f"applications.{self._name}.writes", self.writes.value)
        )
        check = kit.button(_tr("Settings", "Check this machine"), services.doctor, link=True)
        self._chosen = QWidget()
        below = QVBoxLayout(self._chosen)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(kit.rule())
        below.addWidget(self._title)
        below.addWidget(self._about)
        below.addWidget(
            kit.setting(
                _tr("Settings", "May be read"),
                self.reads,
                _tr(
                    "Settings",
                    "With drafts only, answers know what you type and whom you write to, and "
                    "nothing that was said.",
                ),
            )
        )
        below.addWidget(
            kit.setting(
                _tr("Settings", "Text is written"),
                self.writes,
                _tr(
                    "Settings",
                    "Automatically is whatever works. Choose a way where that goes wrong.",
                ),
            )
        )
        below.addWidget(kit.Beside(check))
        layout = QVBoxLayout(self)
        kit.pad(layout)
        layout.addWidget(self._nobody)
        layout.addWidget(self.table)
        layout.addWidget(self._chosen)
        desk.renew_with(self._changed)

    def showEvent(self, event: QShowEvent) -> None:
        """Something may have been seen meanwhile."""
        super().showEvent(event)
        self._fetch()

    def _changed(self) -> None:
        self._renew()
        if self.isVisible():
            self._fetch()

    def _fetch(self) -> None:
        self._desk.run(self._ask(), "applications", by_itself=True)

    async def _ask(self) -> None:
        named = dict.fromkeys((*self._texts(_DENY), *self._texts(_ALLOW), *self._profiled()))
        self._known = tuple(await self._services.applications(tuple(named)))
        self._renew()

    def _profiled(self) -> Sequence[str]:
        return cast("tuple[str, ...]", self._desk.configuring.value("applications"))

    def _texts(self, field: str) -> tuple[str, ...]:
        return cast("tuple[str, ...]", self._desk.configuring.value(field))

    def _renew(self) -> None:
        denied = {name.strip().casefold() for name in self._texts(_DENY)}
        self._entries = {
            one.name: Entry(
                one,
                str(self._value(one.name, "reads")),
                str(self._value(one.name, "writes")),
                one.name.casefold() in denied,
            )
            for one in self._known
        }
        self._nobody.setVisible(not self._known)
        self.table.setVisible(bool(self._known))
        self._chosen.setVisible(bool(self._known))
        self.table.show_entries(tuple(self._entries.values()))

    def _value(self, name: str, what: str) -> Value:
        return self._desk.configuring.value(f"applications.{name}.{what}")

    def _choose(self, name: str) -> None:
        self._name = name
        entry = self._entries.get(name)
        if entry is None:
            return
        self._title.setText(entry.known.title)
        self._about.setText(_about(entry.known))
        self.reads.show_value("nothing" if entry.denied else entry.reads)
        self.writes.show_value(entry.writes)

    def _set_reads(self) -> None:
        entry = self._entries.get(self._name)
        if entry is None:
            return
        wanted = self.reads.value
        changes: dict[str, Value | None] = {f"applications.{self._name}.reads": wanted}
        if entry.denied and wanted != "nothing":
            name = self._name.casefold()
            left = tuple(one for one in self._texts(_DENY) if one.strip().casefold() != name)
            changes[_DENY] = left
        self._desk.change(changes)


def _about(known: KnownApplication) -> str:
    """What can be read there at all."""
    return {
        "chat": _tr("Settings", "Drafts and chats can be read in it."),
        "draft": _tr(
            "Settings", "Only drafts can be read in it: it does not say what its chats contain."
        ),
        "nothing": _tr(
            "Settings",
            "Nothing can be read in it, as it runs now: the panel beside it says what to do.",
        ),
        "": _tr("Settings", "No chat was seen in it yet."),
    }[known.reads]
