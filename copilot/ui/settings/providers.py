"""The providers of the person, a card for each: its key, whether it answers, its model."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from copilot.core.configuring import Provider
from copilot.core.errors import CopilotError
from copilot.ui import kit
from copilot.ui.choices import Choice
from copilot.ui.messages import said
from copilot.ui.settings.desk import Desk
from copilot.ui.settings.outcome import Outcome

_tr = QCoreApplication.translate


class Providers(QWidget):
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
        if provider.key:
            column.addWidget(self._key)
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
        self._outcome = Outcome()
        column.addWidget(self._outcome)
        test = kit.button(_tr("Settings", "Test"), self._test)
        self._list = kit.button(_tr("Settings", "Choose a model…"), self._fetch)
        self._models = Choice()
        self._models.setAccessibleName(
            _tr("Settings", "Model of {name}").format(name=provider.title)
        )
        self._models.hide()
        self._models.activated.connect(self._choose)
        remove = kit.button(_tr("Settings", "Remove"), self._remove, link=True)
        keyed = (store,) if provider.key else ()
        listed = () if provider.engine else (self._list, self._models)
        if not provider.key:
            self._spare(self._key, store)
        if provider.engine:
            self._spare(self._list, self._models)
        column.addWidget(kit.Beside(*keyed, test, *listed, remove))

    def _spare(self, *parts: QWidget) -> None:
        """Never shown here, but they go with the card."""
        for part in parts:
            part.setParent(self)
            part.hide()

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

    def _store(self) -> None:
        key = self._key.text().strip()
        if key:
            self._key.clear()
            self._desk.run(self._desk.configuring.store_key(self._provider.name, key), "key")

    def _test(self) -> None:
        self._outcome.say(_tr("Settings", "Asking…"))
        self._desk.run(self._ask(), "test")

    async def _ask(self) -> None:
        check = await self._desk.configuring.test(self._provider.name)
        mark = "✓" if check.ok else "✗"
        self._outcome.say(
            f"{mark} {said(check.detail)} {said(check.todo)}".strip(), alarm=not check.ok
        )

    def _fetch(self) -> None:
        self._outcome.say(_tr("Settings", "Asking…"))
        self._desk.run(self._show_models(), "models")

    async def _show_models(self) -> None:
        try:
            found = await self._desk.configuring.models(self._provider.name)
        except CopilotError as error:
            self._outcome.say(f"{said(error.title)} {said(error.hint)}", alarm=True)
            return
        self._outcome.say(
            "" if found else _tr("Settings", "It lists no models; its documentation does.")
        )
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
