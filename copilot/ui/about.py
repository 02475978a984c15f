"""The window that says which build this is, whose work is in it, and what is newer."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from copilot.core.appearance import Appearance
from copilot.core.errors import CopilotError
from copilot.ui import kit
from copilot.ui import theme as themes
from copilot.ui.app_icon import app_icon
from copilot.ui.application import create_application, open_file
from copilot.ui.messages import said

_tr = QCoreApplication.translate
_PICTURE = 64


@dataclass(frozen=True, slots=True)
class Newer:
    """A release that is newer than this: its version, its page ("" if none) and what is new."""

    version: str
    page: str
    news: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """What the window says. `look` asks for newer releases, blocks and may raise CopilotError.

    It is None where the build knows nobody to ask. `licences` is a folder or "".
    """

    version: str
    system: str
    look: Callable[[], Sequence[Newer]] | None = None
    licences: str = ""


class _Answer(QObject):
    """Brings the answer from the thread that waits for it to Qt's."""

    came = Signal(object)


class AboutWindow(kit.Window):
    """Says what it is; asks for news only when somebody presses the button."""

    def __init__(self, about: About, ask_theme: kit.AskTheme = themes.current) -> None:
        super().__init__(_tr("About", "About Chat Copilot"), ask_theme)
        self._about = about
        picture = QLabel()
        picture.setPixmap(app_icon().pixmap(_PICTURE, _PICTURE))
        title = kit.heading("Chat Copilot")
        self._version = kit.text(about.version, selectable=True)
        self._system = kit.text(f"{about.system}, Qt {qVersion()}", muted=True, selectable=True)
        names = QWidget()
        stack = QVBoxLayout(names)
        stack.setContentsMargins(0, 0, 0, 0)
        for part in (title, self._version, self._system):
            stack.addWidget(part)
        head = QWidget()
        head.setLayout(kit.row(picture, names, stretch=names))
        self._news = kit.text("", selectable=True)
        self._news.setOpenExternalLinks(True)
        self._news.setTextFormat(Qt.TextFormat.RichText)
        self._news.hide()
        told = kit.text(
            _tr(
                "About",
                "Chat Copilot is free software under the MIT licence. It contains Qt, Python and "
                "other works, each under its own licence.",
            ),
            muted=True,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, kit.EDGE)
        layout.addWidget(kit.page(head, told, self._news), 1)
        self._look = kit.button(_tr("About", "Look for updates"), self.look)
        self._look.setVisible(about.look is not None)
        licences = kit.button(_tr("About", "Licences"), self.show_licences)
        licences.setVisible(bool(about.licences))
        copy = kit.button(_tr("About", "Copy"), self.copy)
        close = kit.button(_tr("About", "Close"), self.close, strong=True)
        room = QWidget()
        foot = kit.row(self._look, licences, copy, room, close, stretch=room)
        foot.setContentsMargins(kit.EDGE, 0, kit.EDGE, 0)
        layout.addLayout(foot)
        self.fit(480, 320)
        self._answer = _Answer()
        self._answer.came.connect(self._show)
        close.setFocus()

    @property
    def text(self) -> str:
        """Which build this is, for a bug report."""
        return f"Chat Copilot {self._version.text()}\n{self._system.text()}"

    @property
    def news(self) -> str:
        """What is said of newer releases; "" before anybody asked."""
        return self._news.text()

    def copy(self) -> None:
        """Put it on the clipboard."""
        QGuiApplication.clipboard().setText(self.text)

    def show_licences(self) -> None:
        """Open the folder with the licences of everything in the package."""
        open_file(self._about.licences)

    def look(self) -> None:
        """Ask for newer releases, in a thread."""
        look = self._about.look
        if look is None:
            return
        self._look.setEnabled(False)
        self._say(_tr("About", "Looking…"))

        def ask() -> None:
            try:
                self._answer.came.emit(look())
            except CopilotError as error:
                self._answer.came.emit(error)

        threading.Thread(target=ask, name="updates", daemon=True).start()

    def _show(self, answer: Sequence[Newer] | CopilotError) -> None:
        self._look.setEnabled(True)
        if isinstance(answer, CopilotError):
            self._say(escape(f"{said(answer.title)} {said(answer.hint)}"))
        elif not answer:
            self._say(_tr("About", "This is the newest version."))
        else:
            self._say(*map(_release, answer))

    def _say(self, *parts: str) -> None:
        self._news.setText("".join(f"<p>{part}</p>" for part in parts))
        self._news.show()


def _release(newer: Newer) -> str:
    name = f"<b>{escape(newer.version)}</b>"
    if newer.page:
        name = f'<a href="{escape(newer.page)}">{name}</a>'
    news = "".join(f"<br>• {escape(line)}" for line in newer.news)
    return _tr("About", "There is a newer version: {name}").format(name=name) + news


def show_about(about: About, spoken: str = "system", look: Appearance | None = None) -> None:
    """Show the window until it is closed; `spoken` is its language, `look` how it looks.

    Raises DisplayMissing.
    """
    application = create_application("chat-copilot-about", spoken=spoken)
    application.setQuitOnLastWindowClosed(True)
    window = AboutWindow(about, partial(themes.current, look or Appearance()))
    window.present()
    application.exec()
