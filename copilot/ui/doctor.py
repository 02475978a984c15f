"""The window that shows what doctor found, for those who come from the tray."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from copilot.core.appearance import Appearance
from copilot.core.checks import Check
from copilot.ui import kit
from copilot.ui import theme as themes
from copilot.ui.application import create_application
from copilot.ui.messages import said

_tr = QCoreApplication.translate

Find = Callable[[], Sequence[Check]]


class _Found(QObject):
    """Brings the outcome from the thread that waits for it to Qt's."""

    checks = Signal(object)


class DoctorWindow(kit.Window):
    """Says that it is checking, then what works and what to do about the rest."""

    def __init__(self, find: Find, ask_theme: kit.AskTheme = themes.current) -> None:
        super().__init__(_tr("Doctor", "Doctor"), ask_theme)
        self._find = find
        self._checks: Sequence[Check] = ()
        self._summary = kit.heading(_tr("Doctor", "Checking…"))
        self._again = kit.button(_tr("Doctor", "Check again"), self.check)
        self._copy = kit.button(_tr("Doctor", "Copy"), self.copy)
        close = kit.button(_tr("Doctor", "Close"), self.close, strong=True)
        cards = QWidget()
        self._cards = QVBoxLayout(cards)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(kit.BETWEEN)
        room = QWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, kit.EDGE)
        layout.addWidget(kit.page(self._summary, cards), 1)
        foot = kit.row(self._again, self._copy, room, close, stretch=room)
        foot.setContentsMargins(kit.EDGE, 0, kit.EDGE, 0)
        layout.addLayout(foot)
        self.fit(580, 600)
        self._found = _Found()
        self._found.checks.connect(self._show)
        self.check()
        close.setFocus()

    @property
    def text(self) -> str:
        """What was found, as plain text; "" while it is being looked for."""
        return "\n".join(map(_line, self._checks))

    def check(self) -> None:
        """Look now. What was found before goes."""
        self._show(())
        self._summary.setText(_tr("Doctor", "Checking…"))
        # Parentless and a daemon: closing the window need not wait for a check that hangs.
        threading.Thread(
            target=lambda: self._found.checks.emit(self._find()), name="doctor", daemon=True
        ).start()

    def copy(self) -> None:
        """Put what was found on the clipboard, for those who ask somebody."""
        QGuiApplication.clipboard().setText(self.text)

    def _show(self, checks: Sequence[Check]) -> None:
        self._checks = checks
        while (item := self._cards.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        # What is to be done stands first.
        for check in sorted(checks, key=lambda check: check.ok):
            self._cards.addWidget(_card(check))
        amiss = sum(not check.ok for check in checks)
        self._summary.setText(
            _tr("Doctor", "%n things need you", "", amiss)
            if amiss
            else _tr("Doctor", "Everything works")
        )
        for button in (self._again, self._copy):
            button.setEnabled(bool(checks))


def _card(check: Check) -> QWidget:
    name = _name(check)
    title = kit.heading(f"{_mark(check)}  {name}", 2)
    title.setAccessibleName(
        _tr("Doctor", "{name}: works").format(name=name)
        if check.ok
        else _tr("Doctor", "{name}: needs you").format(name=name)
    )
    title.setProperty("alarm", not check.ok)
    parts = [title, kit.text(said(check.detail), muted=True, selectable=True)]
    if check.todo:
        parts.append(kit.text(f"→ {said(check.todo)}", selectable=True))
    for part in parts[1:]:
        # With the pointer only: the keyboard shall not stop at each of them, it has the button.
        part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return kit.card(*parts)


def _name(check: Check) -> str:
    """In English as in the terminal: who asks for help and who helps see the same word."""
    names = {
        "display": _tr("Doctor", "display"),
        "accessibility": _tr("Doctor", "accessibility"),
        "tray": _tr("Doctor", "tray"),
        "hotkeys": _tr("Doctor", "hotkeys"),
        "state": _tr("Doctor", "state"),
        "chats": _tr("Doctor", "chats"),
        "keychain": _tr("Doctor", "keychain"),
        "history": _tr("Doctor", "history"),
        "settings": _tr("Doctor", "settings"),
        "provider": _tr("Doctor", "provider"),
        "local model": _tr("Doctor", "local model"),
    }
    return names.get(check.name, check.name)


def _mark(check: Check) -> str:
    return "✓" if check.ok else "✗"


def _line(check: Check) -> str:
    todo = f"\n   → {said(check.todo)}" if check.todo else ""
    return f"{_mark(check)} {_name(check)}: {said(check.detail)}{todo}"


def show_checks(find: Find, spoken: str = "system", look: Appearance | None = None) -> None:
    """Show the window until it is closed. `find` blocks, and runs in a thread.

    `spoken` is the language of the interface, `look` how it looks. Raises DisplayMissing.
    """
    application = create_application("chat-copilot-doctor", spoken=spoken)
    application.setQuitOnLastWindowClosed(True)
    window = DoctorWindow(find, partial(themes.current, look or Appearance()))
    window.present()
    application.exec()
