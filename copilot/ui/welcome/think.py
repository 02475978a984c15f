"""Who thinks: quick replies alone, a model of this machine, or a provider."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from copilot.core.configuring import LocalServer, Offer, Provider
from copilot.core.errors import CopilotError
from copilot.ui import kit
from copilot.ui.choices import Choice
from copilot.ui.welcome.step import Host, Stay, Step

_tr = QCoreApplication.translate

_INDENT = kit.EDGE + 7
"""So far what belongs to a choice is moved in, below its words."""
_REPLIES = ("replies", "topics", "translation")
"""What a model that is chosen here does."""


class ThinkStep(Step):
    """Who thinks: quick replies alone, a model of this machine, or a provider."""

    def __init__(self, window: Host) -> None:
        super().__init__(
            window,
            _tr("Welcome", "Who shall think?"),
            _tr("Welcome", "You can change this at any time, and mix them."),
        )
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(lambda: self._changed())
        self._instant = self._choice(
            _tr("Welcome", "Quick replies only"),
            _tr("Welcome", "At once, offline and free: answers for everyday messages."),
        )
        self._servers: Sequence[LocalServer] = ()
        self._server = self._choice(
            _tr("Welcome", "A model server on this machine"),
            _tr("Welcome", "Ollama, LM Studio and others are found by themselves. Nothing leaves."),
        )
        self._found = Choice()
        self._found.setAccessibleName(_tr("Welcome", "Models that were found"))
        self._found.currentIndexChanged.connect(lambda: self._changed())
        self._under(self._found)
        self._file = self._choice(
            _tr("Welcome", "A model file (GGUF)"),
            _tr("Welcome", "Runs inside Chat Copilot. Nothing leaves this machine."),
        )
        self._path = QLineEdit()
        self._path.setReadOnly(True)
        self._path.setAccessibleName(_tr("Welcome", "Model file"))
        self._pick = kit.button(_tr("Welcome", "Choose…"), self._choose_file)
        self._under(self._path, self._pick)
        self._provider = self._choice(
            _tr("Welcome", "A provider, with my key"),
            _tr("Welcome", "The best answers. The key goes into your keychain; costs are counted."),
        )
        self._offers = [o for o in window.services.configuring.offers() if _can_be_chosen(o)]
        self._offer = Choice()
        self._offer.setAccessibleName(_tr("Welcome", "Provider"))
        self._offer.addItems([offer.title for offer in self._offers])
        self._offer.currentIndexChanged.connect(lambda: self._changed())
        self._get = kit.button(_tr("Welcome", "Get a key"), self._open_keys_page, link=True)
        self._under(self._offer, self._get)
        self._key = QLineEdit()
        self._key.setEchoMode(QLineEdit.EchoMode.Password)
        self._key.setPlaceholderText(_tr("Welcome", "Paste the key here"))
        self._key.setAccessibleName(_tr("Welcome", "Key"))
        self._key.textChanged.connect(lambda: self._changed())
        self._under(self._key)
        self._forgotten = kit.text(
            _tr(
                "Welcome",
                "There is no keychain in this session: the key is in memory alone and gone when "
                "Chat Copilot ends. Then it has to be pasted again, in the settings.",
            )
        )
        self._forgotten.hide()
        self._under(self._forgotten)
        self._instant.setChecked(True)
        self._changed()
        self.complete()

    def _choice(self, title: str, words: str) -> QRadioButton:
        button = QRadioButton(title)
        button.setAccessibleDescription(words)
        self._group.addButton(button)
        explained = kit.text(words, muted=True)
        explained.setContentsMargins(_INDENT, 0, 0, 0)
        choice = QVBoxLayout()
        choice.setSpacing(2)
        choice.addWidget(button)
        choice.addWidget(explained)
        self.column.addLayout(choice)
        return button

    def _under(self, *widgets: QWidget) -> None:
        line = QWidget()
        inside = QHBoxLayout(line)
        inside.setContentsMargins(_INDENT, 0, 0, 0)
        for index, widget in enumerate(widgets):
            inside.addWidget(widget, 0 if index else 1)
        self.column.addWidget(line)

    def begin(self) -> None:
        self._window.run(self._look(), "local servers")

    async def _look(self) -> None:
        self._servers = await self._window.services.configuring.find_local()
        self._found.clear()
        for server in self._servers:
            for model in server.models:
                self._found.addItem(f"{server.title}: {model}", (server, model))
        if not self._found.count():
            self._found.addItem(_tr("Welcome", "None runs now"))
        elif self._instant.isChecked():
            self._server.setChecked(True)
        self._changed()

    def _changed(self) -> None:
        self.complain("")
        self._forgotten.setVisible(self._forgets())
        has_server = isinstance(self._found.currentData(), tuple)
        self._server.setEnabled(has_server)
        self._found.setEnabled(has_server and self._server.isChecked())
        for widget in (self._path, self._pick):
            widget.setEnabled(self._file.isChecked())
        for widget in (self._offer, self._get, self._key):
            widget.setEnabled(self._provider.isChecked())
        self._get.setVisible(bool(self._offers[self._offer.currentIndex()].keys_url))
        self._window.renew()

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, _tr("Welcome", "Choose a model"), "", _tr("Welcome", "Models (*.gguf)")
        )
        if name:
            self._path.setText(name)
        self._changed()

    def _open_keys_page(self) -> None:
        QDesktopServices.openUrl(QUrl(self._offers[self._offer.currentIndex()].keys_url))

    def ready(self) -> bool:
        if self._file.isChecked():
            return bool(self._path.text())
        if self._provider.isChecked():
            return bool(self._key.text().strip()) or self._known() is not None
        return True

    def _forgets(self) -> bool:
        """Whether the key of the chosen provider is in memory alone."""
        known = self._known() if self._provider.isChecked() else None
        return known is not None and known.forgets_key

    def _known(self) -> Provider | None:
        """The chosen provider, if its key is there already."""
        name = self._offers[self._offer.currentIndex()].name
        found = self._window.services.configuring.providers()
        return next((one for one in found if one.name == name and one.has_key), None)

    async def finish(self) -> None:
        configuring = self._window.services.configuring
        if self._provider.isChecked():
            route = self._offers[self._offer.currentIndex()].name
            if key := self._key.text().strip():
                await configuring.store_key(route, key)
                self._key.clear()
                self._changed()
                if self._forgets():
                    raise Stay  # they shall have read it before they go on
        elif self._server.isChecked():
            server, model = self._found.currentData()
            route = "local-server"
            await configuring.add(route, address=server.address, model=model)
        elif self._file.isChecked():
            route = "local-model"
            await configuring.add(route, engine=self._path.text())
        else:
            return
        check = await configuring.test(route)
        if not check.ok:
            raise CopilotError(check.detail, check.todo)
        await configuring.change({f"jobs.{job}": (route,) for job in _REPLIES})


def _can_be_chosen(offer: Offer) -> bool:
    """Whether a key is all that is needed."""
    return offer.needs_key and "{" not in offer.address and bool(offer.fast or offer.quality)
