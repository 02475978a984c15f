"""The page of models: who does what, whom there is, and whom to add."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from copilot.core.configuring import JOBS, Offer, Provider
from copilot.core.errors import CopilotError
from copilot.ui import kit
from copilot.ui.messages import said
from copilot.ui.settings.controls import Choice
from copilot.ui.settings.desk import Desk
from copilot.ui.settings.services import Services

_tr = QCoreApplication.translate


def models(desk: Desk, _services: Services) -> QScrollArea:
    """Jobs, providers, and the ways to add one."""
    return kit.page(
        kit.heading(_tr("Settings", "Models")),
        kit.text(
            _tr(
                "Settings",
                "Quick replies come from this machine and need no model. For everything else, "
                "choose who is asked; several are asked in turn when one fails.",
            ),
            muted=True,
        ),
        _Jobs(desk),
        kit.heading(_tr("Settings", "Providers"), 2),
        _Providers(desk),
        kit.heading(_tr("Settings", "Add one"), 2),
        _Add(desk),
    )


def _job_words(job: str) -> str:
    return {
        "replies": _tr("Settings", "Replies"),
        "topics": _tr("Settings", "Topics"),
        "translation": _tr("Settings", "Translation"),
        "skills": _tr("Settings", "Skills"),
    }[job]


class _Jobs(QFrame):
    """For each job the model that is asked, and the one that stands in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("card", True)
        grid = QGridLayout(self)
        kit.pad(grid)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 3)
        self._choices: dict[str, tuple[Choice, Choice]] = {}
        for row, job in enumerate(JOBS):
            first, second = Choice(), Choice()
            for control in (first, second):
                control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                control.setMinimumContentsLength(6)
                control.setSizeAdjustPolicy(
                    Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
                )
                control.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
                control.activated.connect(partial(self._chosen, job))
            first.setAccessibleName(_job_words(job))
            second.setAccessibleName(
                _tr("Settings", "{job}: if it fails").format(job=_job_words(job))
            )
            self._choices[job] = (first, second)
            grid.addWidget(kit.text(_job_words(job)), row, 0)
            grid.addWidget(first, row, 1)
            grid.addWidget(second, row, 2)
        desk.renew_with(self._renew)

    def _renew(self) -> None:
        available = [
            label
            for one in self._desk.configuring.providers()
            if one.has_key
            for label in _labels(one)
        ]
        for job, controls in self._choices.items():
            route = cast("tuple[str, ...]", self._desk.configuring.value(f"jobs.{job}"))
            nobody = (_tr("Settings", "nobody"), _tr("Settings", "nobody else"))
            for place, control in enumerate(controls):
                chosen = route[place] if place < len(route) else ""
                labels = [*available, *([chosen] if chosen not in ("", *available) else [])]
                with QSignalBlocker(control):
                    control.clear()
                    control.addItem(nobody[place], "")
                    for label in labels:
                        control.addItem(label, label)
                    control.setCurrentIndex(max(0, control.findData(chosen)))
            controls[1].setEnabled(bool(route))

    def _chosen(self, job: str, _index: int) -> None:
        field = f"jobs.{job}"
        route = cast("tuple[str, ...]", self._desk.configuring.value(field))
        chosen = [cast("str", control.currentData()) for control in self._choices[job]]
        # What the person wrote by hand beyond the second stays.
        wanted = dict.fromkeys(label for label in (*chosen, *route[2:]) if label)
        if not chosen[0]:
            wanted = {}
        self._desk.set(field, tuple(wanted) or None)


def _labels(one: Provider) -> Sequence[str]:
    if one.engine or not one.model:
        return (one.name,)
    return (f"{one.name}/{one.model}",)


class _Providers(QWidget):
    """A card for each provider of the person."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: tuple[Provider, ...] | None = None
        desk.renew_with(self._renew)

    def _renew(self) -> None:
        providers = tuple(self._desk.configuring.providers())
        if providers == self._shown:
            return
        self._shown = providers
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for provider in providers:
            self._column.addWidget(_Card(self._desk, provider))
        if not providers:
            self._column.addWidget(
                kit.text(_tr("Settings", "None yet: quick replies do it alone."), muted=True)
            )


class _Card(QFrame):
    """One provider: its key, whether it answers, and the way out."""

    def __init__(self, desk: Desk, provider: Provider) -> None:
        super().__init__()
        self._desk = desk
        self._provider = provider
        self.setProperty("card", True)
        self.setAccessibleName(provider.title)
        column = QVBoxLayout(self)
        kit.pad(column)
        column.addWidget(kit.heading(provider.title, 2))
        column.addWidget(kit.text(self._about(), muted=True))
        self._key = QLineEdit()
        self._key.setEchoMode(QLineEdit.EchoMode.Password)
        self._key.setPlaceholderText(_tr("Settings", "Paste the key here"))
        self._key.setAccessibleName(_tr("Settings", "Key of {name}").format(name=provider.title))
        self._key.returnPressed.connect(self._store)
        store = kit.button(_tr("Settings", "Store in the keychain"), self._store)
        line = QHBoxLayout()
        line.addWidget(self._key, 1)
        line.addWidget(store)
        if provider.key:
            column.addLayout(line)
        if provider.forgets_key:
            column.addWidget(
                kit.text(
                    _tr(
                        "Settings",
                        "There is no keychain in this session: the key is in memory alone and "
                        "gone when Chat Copilot ends. Then it has to be pasted again.",
                    )
                )
            )
        self._outcome = kit.text("")
        self._outcome.hide()
        column.addWidget(self._outcome)
        buttons = QHBoxLayout()
        buttons.addWidget(kit.button(_tr("Settings", "Test"), self._test))
        self._list = kit.button(_tr("Settings", "Choose a model…"), self._fetch)
        if not provider.engine:
            buttons.addWidget(self._list)
        self._models = Choice()
        self._models.setAccessibleName(
            _tr("Settings", "Model of {name}").format(name=provider.title)
        )
        self._models.hide()
        self._models.activated.connect(self._choose)
        buttons.addWidget(self._models)
        buttons.addStretch(1)
        buttons.addWidget(kit.button(_tr("Settings", "Remove"), self._remove, link=True))
        column.addLayout(buttons)

    def _about(self) -> str:
        one = self._provider
        parts = [one.engine or one.address]
        if one.model:
            parts.append(one.model)
        if one.here:
            parts.append(_tr("Settings", "on this machine"))
        if one.forgets_key:
            parts.append(_tr("Settings", "key for this session"))
        elif one.key:
            parts.append(
                _tr("Settings", "key in the keychain")
                if one.has_key
                else _tr("Settings", "no key yet")
            )
        return " · ".join(parts)

    def _say(self, words: str, *, alarm: bool = False) -> None:
        _show_outcome(self._outcome, words, alarm=alarm)

    def _store(self) -> None:
        key = self._key.text().strip()
        if key:
            self._key.clear()
            self._desk.run(self._desk.configuring.store_key(self._provider.name, key), "key")

    def _test(self) -> None:
        self._say(_tr("Settings", "Asking…"))
        self._desk.run(self._ask(), "test")

    async def _ask(self) -> None:
        check = await self._desk.configuring.test(self._provider.name)
        mark = "✓" if check.ok else "✗"
        self._say(f"{mark} {said(check.detail)} {said(check.todo)}".strip(), alarm=not check.ok)

    def _fetch(self) -> None:
        self._say(_tr("Settings", "Asking…"))
        self._desk.run(self._show_models(), "models")

    async def _show_models(self) -> None:
        try:
            found = await self._desk.configuring.models(self._provider.name)
        except CopilotError as error:
            self._say(f"{said(error.title)} {said(error.hint)}", alarm=True)
            return
        self._say("" if found else _tr("Settings", "It lists no models; its documentation does."))
        self._models.clear()
        self._models.addItems(list(found))
        self._models.setCurrentText(self._provider.model)
        self._models.setVisible(bool(found))
        self._list.setVisible(not found)

    def _choose(self, _index: int) -> None:
        one, model = self._provider, self._models.currentText()
        use = "" if one.name in _by_hand(self._desk) else one.name
        self._desk.run(self._desk.configuring.add(one.name, use=use, model=model), "model")

    def _remove(self) -> None:
        self._desk.run(self._desk.configuring.remove(self._provider.name), "remove")


def _by_hand(desk: Desk) -> set[str]:
    """The names of providers that no entry of the catalogue has."""
    offers = {offer.name for offer in desk.configuring.offers()}
    return {one.name for one in desk.configuring.providers()} - offers


def _show_outcome(label: QLabel, words: str, *, alarm: bool) -> None:
    label.setText(words)
    label.setProperty("alarm", alarm)
    label.style().unpolish(label)
    label.style().polish(label)
    label.setVisible(bool(words))


class _Add(QFrame):
    """The catalogue, an address of one's own, a file, and what runs here already."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("card", True)
        column = QVBoxLayout(self)
        kit.pad(column)
        self._offers: list[Offer] = list(desk.configuring.offers())
        self._offer = Choice()
        self._offer.setAccessibleName(_tr("Settings", "Provider"))
        self._offer.addItems([offer.title for offer in self._offers])
        self._offer.addItem(_tr("Settings", "Another address…"))
        self._offer.currentIndexChanged.connect(lambda: self._changed())
        column.addWidget(self._offer)
        self._about = kit.text("", muted=True)
        column.addWidget(self._about)
        self._name = self._field(column, _tr("Settings", "Name"), "mine")
        self._address = self._field(column, _tr("Settings", "Address"), "https://…/v1")
        self._model = self._field(column, _tr("Settings", "Model"), "")
        self._key = self._field(
            column, _tr("Settings", "Key"), _tr("Settings", "Paste the key here")
        )
        self._key.setEchoMode(QLineEdit.EchoMode.Password)
        buttons = QHBoxLayout()
        buttons.addWidget(kit.button(_tr("Settings", "Add"), self._add))
        self._get = kit.button(_tr("Settings", "Get a key"), self._open_page, link=True)
        buttons.addWidget(self._get)
        buttons.addStretch(1)
        buttons.addWidget(kit.button(_tr("Settings", "Find on this machine"), self._find))
        buttons.addWidget(kit.button(_tr("Settings", "A model file…"), self._choose_file))
        column.addLayout(buttons)
        self._outcome = kit.text("")
        self._outcome.hide()
        column.addWidget(self._outcome)
        self._changed()

    def _field(self, column: QVBoxLayout, name: str, hint: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setAccessibleName(name)
        edit.setPlaceholderText(f"{name}: {hint}" if hint and hint != name else name)
        column.addWidget(edit)
        return edit

    def _chosen(self) -> Offer | None:
        index = self._offer.currentIndex()
        return self._offers[index] if 0 <= index < len(self._offers) else None

    def _changed(self) -> None:
        offer = self._chosen()
        open_address = offer is None or not offer.address or "{" in offer.address
        self._name.setVisible(offer is None)
        self._address.setVisible(open_address)
        if offer is not None and open_address:
            self._address.setText(offer.address)
        self._model.setVisible(offer is None or not offer.fast)
        self._key.setVisible(offer is None or offer.needs_key)
        self._get.setVisible(offer is not None and bool(offer.keys_url))
        parts: list[str] = []
        if offer is not None:
            parts = [offer.fast, offer.quality if offer.quality != offer.fast else ""]
            if offer.price:
                parts.append(
                    _tr("Settings", "{price} a million tokens in / out").format(price=offer.price)
                )
            if offer.local:
                parts.append(_tr("Settings", "on this machine"))
        self._about.setText(" · ".join(part for part in parts if part))
        self._about.setVisible(bool(self._about.text()))

    def _open_page(self) -> None:
        offer = self._chosen()
        if offer is not None:
            QDesktopServices.openUrl(QUrl(offer.keys_url))

    def _add(self) -> None:
        self._desk.run(self._add_it(), "add")

    async def _add_it(self) -> None:
        configuring, offer = self._desk.configuring, self._chosen()
        name = offer.name if offer is not None else self._name.text().strip() or "mine"
        address, model = self._address.text().strip(), self._model.text().strip()
        key = self._key.text().strip()
        if offer is None:
            await configuring.add(name, address=address, model=model, key=bool(key))
        elif not self._address.isHidden() or not offer.needs_key or model:
            shown = "" if self._address.isHidden() else address
            await configuring.add(name, use=name, address=shown, model=model)
        if key:
            await configuring.store_key(name, key)
        self._key.clear()
        check = await configuring.test(name)
        self._say(f"{said(check.detail)} {said(check.todo)}".strip(), alarm=not check.ok)

    def _find(self) -> None:
        self._say(_tr("Settings", "Looking…"))
        self._desk.run(self._look(), "local servers")

    async def _look(self) -> None:
        configuring = self._desk.configuring
        found = await configuring.find_local()
        if not found:
            self._say(_tr("Settings", "No model server runs on this machine."))
            return
        known = {one.address for one in configuring.providers()}
        added: list[str] = []
        for server in found:
            name = "".join(c for c in server.title.casefold() if c.isalnum()) or "local"
            if server.address not in known and server.models:
                await configuring.add(name, address=server.address, model=server.models[0])
            added.append(server.title)
        self._say(_tr("Settings", "Found: {names}").format(names=", ".join(added)))

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, _tr("Settings", "Choose a model"), "", _tr("Settings", "Models (*.gguf)")
        )
        if name:
            self._desk.run(self._desk.configuring.add("local-model", engine=name), "file")

    def _say(self, words: str, *, alarm: bool = False) -> None:
        _show_outcome(self._outcome, words, alarm=alarm)
