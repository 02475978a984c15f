"""Adding a provider: of the catalogue, an address of one's own, a file, what runs here already."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QLineEdit, QVBoxLayout

from copilot.core.configuring import Offer
from copilot.ui import kit
from copilot.ui.choices import Choice
from copilot.ui.messages import said
from copilot.ui.settings.desk import Desk
from copilot.ui.settings.outcome import Outcome

_tr = QCoreApplication.translate


class AddProvider(QFrame):
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
        self._get = kit.button(_tr("Settings", "Get a key"), self._open_page, link=True)
        column.addWidget(
            kit.Beside(
                kit.button(_tr("Settings", "Add"), self._add),
                self._get,
                kit.button(_tr("Settings", "Find on this machine"), self._find),
                kit.button(_tr("Settings", "A model file…"), self._choose_file),
            )
        )
        self._outcome = Outcome()
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
        self._outcome.say(f"{said(check.detail)} {said(check.todo)}".strip(), alarm=not check.ok)

    def _find(self) -> None:
        self._outcome.say(_tr("Settings", "Looking…"))
        self._desk.run(self._look(), "local servers")

    async def _look(self) -> None:
        configuring = self._desk.configuring
        found = await configuring.find_local()
        if not found:
            self._outcome.say(_tr("Settings", "No model server runs on this machine."))
            return
        known = {one.address for one in configuring.providers()}
        added: list[str] = []
        for server in found:
            name = "".join(c for c in server.title.casefold() if c.isalnum()) or "local"
            if server.address not in known and server.models:
                await configuring.add(name, address=server.address, model=server.models[0])
            added.append(server.title)
        self._outcome.say(_tr("Settings", "Found: {names}").format(names=", ".join(added)))

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, _tr("Settings", "Choose a model"), "", _tr("Settings", "Models (*.gguf)")
        )
        if name:
            self._desk.run(self._desk.configuring.add("local-model", engine=name), "file")
