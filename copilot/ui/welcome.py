"""The first start: what it does, may it read, how shall it think, what is kept, and practice.

Every step can be skipped and done later in the settings; nothing is read before the clear yes.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QStackedWidget,
    QSystemTrayIcon,
    QVBoxLayout,
    QWidget,
)

from copilot.core.configuring import Configuring, LocalServer, Offer, Provider
from copilot.core.errors import CopilotError
from copilot.core.tasks import TaskSet
from copilot.ui import kit
from copilot.ui import theme as themes
from copilot.ui.app_icon import app_icon
from copilot.ui.choices import Choice
from copilot.ui.clipboard import copy_secret
from copilot.ui.messages import said

_tr = QCoreApplication.translate

_INDENT = kit.EDGE + 7
"""So far what belongs to a choice is moved in, below its words."""
_REPLIES = ("replies", "topics", "translation")
"""What a model that is chosen here does."""


@dataclass(frozen=True, slots=True)
class Services:
    """What the steps can do.

    `agree` is the clear yes to reading, `accessible` says whether applications can be read now and
    `enable` makes it so; `phrase` switches the history on and makes its recovery phrase;
    `practise` opens the practice chat; `done` hears that the person came to the end.
    """

    configuring: Configuring
    agree: Callable[[], None]
    accessible: Callable[[], Awaitable[bool]]
    enable: Callable[[], Awaitable[None]]
    phrase: Callable[[], Awaitable[str]]
    practise: Callable[[], object]
    done: Callable[[], None]


class WelcomeWindow(kit.Window):
    """Leads through the steps. Keep it until it is closed."""

    def __init__(
        self,
        services: Services,
        ask_theme: kit.AskTheme = themes.current,
        work: TaskSet | None = None,
    ) -> None:
        super().__init__(_tr("Welcome", "Welcome to Chat Copilot"), ask_theme)
        self._services = services
        self._tasks = work or TaskSet(self._failed)
        self._built = False  # the steps' own controls change while they are made
        self._steps: list[_Step] = [
            _What(self),
            _See(self),
            _Think(self),
            _Keep(self),
            _Practise(self),
        ]
        self._stack = QStackedWidget()
        for step in self._steps:
            self._stack.addWidget(kit.page(step))
        self._where = kit.text("", muted=True)
        self._back = kit.button(_tr("Welcome", "Back"), self._go_back)
        self._skip = kit.button(_tr("Welcome", "Skip"), self.go_on, link=True)
        self._next = kit.button(_tr("Welcome", "Continue"), self._continue, strong=True)
        foot = QWidget()
        line = QHBoxLayout(foot)
        line.setContentsMargins(kit.EDGE, kit.BETWEEN, kit.EDGE, kit.EDGE)
        line.addWidget(self._where, 1)
        for button in (self._back, self._skip, self._next):
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(foot)
        self.fit(620, 560)
        self._built = True
        self._show(0)

    @property
    def services(self) -> Services:
        """What the steps can do."""
        return self._services

    @property
    def at(self) -> int:
        """The number of the step that is shown, from 0."""
        return self._stack.currentIndex()

    def run(self, work: Coroutine[None, None, None], name: str) -> None:
        """Do something that takes a while; an error is shown in the step."""
        self._tasks.start(work, name)

    def renew(self) -> None:
        """Say what the buttons do now."""
        if not self._built:
            return
        step = self._steps[self.at]
        self._next.setText(step.next_label())
        self._next.setEnabled(step.ready())
        self._skip.setVisible(step.skippable)

    def _show(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        step = self._steps[index]
        self._where.setText(
            _tr("Welcome", "Step {number} of {all}").format(number=index + 1, all=len(self._steps))
        )
        self._back.setVisible(index > 0)
        self.renew()
        step.begin()
        self._next.setFocus()

    def _go_back(self) -> None:
        self._show(max(0, self.at - 1))

    def go_on(self) -> None:
        """To the next step, whatever became of this one; from the last, to the end."""
        if self.at + 1 < len(self._steps):
            self._show(self.at + 1)
        else:
            self._services.done()
            self.close()

    def _continue(self) -> None:
        self._next.setEnabled(False)
        self.run(self._finish(self._steps[self.at]), "step")

    async def _finish(self, step: _Step) -> None:
        try:
            await step.finish()
        except _Stay:
            self.renew()
        except CopilotError as error:
            step.tell(error)
            self.renew()
        else:
            self.go_on()

    def _failed(self, error: BaseException) -> None:
        step = self._steps[self.at]
        if isinstance(error, CopilotError):
            step.tell(error)
        else:
            step.complain(_tr("Welcome", "That did not work. You can go on and do it later."))
        self.renew()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give up what is still under way."""
        self._tasks.cancel()
        super().closeEvent(event)


class _Step(QWidget):
    """One page: a title, a sentence, and what is to be done."""

    skippable = True

    def __init__(self, window: WelcomeWindow, title: str, lead: str) -> None:
        super().__init__()
        self._window = window
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(kit.BETWEEN)
        self.column.addWidget(kit.heading(title))
        self.column.addWidget(kit.text(lead))
        self._trouble = kit.text("")
        self._trouble.setProperty("alarm", True)
        self._trouble.setAccessibleName(_tr("Welcome", "Problem"))
        self._trouble.hide()

    def complete(self) -> None:
        """After all parts were added: the place for trouble, and the rest of the page."""
        self.column.addWidget(self._trouble)
        self.column.addStretch(1)

    def begin(self) -> None:
        """The step is shown now."""

    async def finish(self) -> None:
        """Do what was chosen. Raises CopilotError."""

    def ready(self) -> bool:
        """Whether enough was chosen to go on."""
        return True

    def next_label(self) -> str:
        """What the strong button says."""
        return _tr("Welcome", "Continue")

    def tell(self, error: CopilotError) -> None:
        """Say what went wrong and what to do."""
        self.complain(f"{said(error.title)} {said(error.hint)}".strip())

    def complain(self, words: str) -> None:
        """Say this; "" takes it back."""
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))


class _What(_Step):
    """What it does and what it reads, with a clear yes."""

    skippable = False

    def __init__(self, window: WelcomeWindow) -> None:
        super().__init__(
            window,
            _tr("Welcome", "Replies beside the chat you are in"),
            _tr(
                "Welcome",
                "Chat Copilot sees the message you are typing and the talk around it, and offers "
                "replies, topics and translations beside it. You click, it goes into your draft; "
                "you press Enter. It never sends anything for you.",
            ),
        )
        icon = QLabel()
        icon.setPixmap(app_icon().pixmap(56, 56))
        icon.setAccessibleName("Chat Copilot")
        self.column.insertWidget(0, icon)
        points = (
            (
                _tr("Welcome", "What is read"),
                _tr(
                    "Welcome",
                    "Chat windows only, while you type in them. Never password fields, banks, "
                    "password managers or private browser windows.",
                ),
            ),
            (
                _tr("Welcome", "What leaves this machine"),
                _tr(
                    "Welcome",
                    "Nothing, unless you choose a model elsewhere. Then phone numbers, cards, "
                    "addresses and the like are replaced first, and you can look at every text "
                    "that left.",
                ),
            ),
            (
                _tr("Welcome", "What is kept"),
                _tr("Welcome", "Nothing, unless you want it: encrypted, on this machine alone."),
            ),
        )
        for title, words in points:
            self.column.addWidget(kit.card(kit.heading(title, 2), kit.text(words, muted=True)))
        self.complete()

    def next_label(self) -> str:
        return _tr("Welcome", "Yes, read my chats like that")

    async def finish(self) -> None:
        self._window.services.agree()


class _See(_Step):
    """Accessibility, which applications are read by."""

    def __init__(self, window: WelcomeWindow) -> None:
        super().__init__(
            window,
            _tr("Welcome", "Seeing the chat"),
            _tr(
                "Welcome",
                "Chats are read through the interface that screen readers use. Your desktop "
                "switches it on for all applications at once; those that run already may need to "
                "be started again.",
            ),
        )
        self._on: bool | None = None
        self._state = kit.text(_tr("Welcome", "Looking…"))
        self.column.addWidget(kit.card(self._state))
        self.complete()

    def begin(self) -> None:
        self._window.run(self._look(), "accessibility")

    async def _look(self) -> None:
        self._on = await self._window.services.accessible()
        self._state.setText(
            _tr("Welcome", "✓ It is switched on.")
            if self._on
            else _tr("Welcome", "It is switched off in this session.")
        )
        self._window.renew()

    def next_label(self) -> str:
        return _tr("Welcome", "Switch it on") if self._on is False else super().next_label()

    async def finish(self) -> None:
        if self._on is False:
            await self._window.services.enable()


class _Think(_Step):
    """Who thinks: quick replies alone, a model of this machine, or a provider."""

    def __init__(self, window: WelcomeWindow) -> None:
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
                    raise _Stay  # they shall have read it before they go on
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


class _Keep(_Step):
    """The history, off unless wanted, and its recovery phrase."""

    def __init__(self, window: WelcomeWindow) -> None:
        super().__init__(
            window,
            _tr("Welcome", "Remember chats?"),
            _tr(
                "Welcome",
                "With a history you can search what was said, translations that repeat cost "
                "nothing, and suggestions sound more like you. It is encrypted; its key lies in "
                "your keychain.",
            ),
        )
        self._switch = kit.Switch(_tr("Welcome", "Keep a history on this machine"))
        self._switch.clicked.connect(lambda: self._window.renew())
        self.column.addWidget(kit.card(self._switch))
        self._phrase = kit.text("", selectable=True)
        font = self._phrase.font()
        font.setFamilies(["monospace"])
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self._phrase.setFont(font)
        self._phrase.setAccessibleName(_tr("Welcome", "Recovery phrase"))
        self._copy = kit.button(_tr("Welcome", "Copy"), self._copy_phrase, link=True)
        self._shown = kit.card(
            kit.heading(_tr("Welcome", "Your recovery phrase"), 2),
            kit.text(
                _tr(
                    "Welcome",
                    "Write it down and keep it where others can't see it. It opens the history if "
                    "the keychain is ever lost, and it is shown only once.",
                ),
                muted=True,
            ),
            self._phrase,
            kit.Beside(self._copy),
        )
        self._shown.hide()
        self.column.addWidget(self._shown)
        self.complete()

    def next_label(self) -> str:
        if not self._switch.isChecked():
            return _tr("Welcome", "Keep nothing")
        if not self._phrase.text():
            return _tr("Welcome", "Switch it on")
        return _tr("Welcome", "I have written it down")

    async def finish(self) -> None:
        if self._switch.isChecked() and not self._phrase.text():
            self._phrase.setText(await self._window.services.phrase())
            self._switch.setEnabled(False)
            self._shown.show()
            self._window.renew()
            raise _Stay

    def _copy_phrase(self) -> None:
        copy_secret(self._phrase.text())


class _Stay(Exception):
    """The step has something to show before the next one."""


class _Practise(_Step):
    """The end: try it where nothing can go wrong."""

    skippable = False

    def __init__(self, window: WelcomeWindow) -> None:
        super().__init__(
            window,
            _tr("Welcome", "All set"),
            _tr(
                "Welcome",
                "Click into the message field of any chat, and replies appear beside it.",
            ),
        )
        self._where = kit.text("")
        self.column.addWidget(self._where)
        self.column.addWidget(
            kit.card(
                kit.heading(_tr("Welcome", "Try it first"), 2),
                kit.text(
                    _tr(
                        "Welcome", "The practice chat answers by itself and sends nothing anywhere."
                    ),
                    muted=True,
                ),
                kit.Beside(kit.button(_tr("Welcome", "Open the practice chat"), self._practise)),
            )
        )
        keys = window.services.configuring
        shown = [
            (_tr("Welcome", "Take the first reply"), keys.value("hotkeys.choose1")),
            (_tr("Welcome", "Open the panel"), keys.value("hotkeys.open")),
            (_tr("Welcome", "Undo"), keys.value("hotkeys.undo")),
        ]
        lines = [kit.setting(label, kit.text(str(chord))) for label, chord in shown if chord]
        if lines:
            title = kit.heading(_tr("Welcome", "Keys worth knowing"), 2)
            self.column.addWidget(kit.card(title, *lines))
        self.complete()

    def begin(self) -> None:
        # Looked at now: trays come later than what is started with the session.
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._where.setText(
                _tr("Welcome", "Chat Copilot waits in the tray; pause it there at any time.")
            )
            return
        chord = self._window.services.configuring.value("hotkeys.open")
        self._where.setText(
            _tr(
                "Welcome",
                "This desktop shows no tray. {keys} opens the panel from anywhere; pause and "
                "settings are behind its button with three dots.",
            ).format(keys=chord)
            if chord
            else _tr(
                "Welcome",
                "This desktop shows no tray. `chat-copilot trigger open` opens the panel; pause "
                "and settings are behind its button with three dots.",
            )
        )

    def _practise(self) -> None:
        self._window.services.practise()

    def next_label(self) -> str:
        return _tr("Welcome", "Done")
