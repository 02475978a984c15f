"""Qt's application object, its event loop shared with asyncio, and the windows of the start."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from copilot.core.errors import CopilotError, DisplayMissing, InputError
from copilot.core.model import Command, Intent
from copilot.ui.icons import app_icon

_tr = QCoreApplication.translate


def create_application(name: str = "chat-copilot", title: str = "Chat Copilot") -> QApplication:
    """Make the QApplication; `name` is its identity for the desktop and on the accessibility bus.

    Qt adds `title` to the titles of windows that do not end with it.

    Raises DisplayMissing where there is none: Qt itself would end the process.
    """
    _require_display()
    application = QApplication([name])
    application.setApplicationName(name)
    if title:
        application.setApplicationDisplayName(title)
    application.setDesktopFileName(name)
    application.setWindowIcon(app_icon())
    if sys.platform == "linux" and application.style().objectName() == "windows":
        # Qt's choice where no desktop is known; it knows no dark scheme.
        application.setStyle("fusion")
    # The tray goes on when the last window closes.
    application.setQuitOnLastWindowClosed(False)
    return application


def _require_display() -> None:
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    needs_none = chosen.startswith(("offscreen", "minimal", "vnc"))
    if sys.platform != "linux" or needs_none:
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise DisplayMissing(
            "There is no display to show anything on.",
            "Start it inside a desktop session, or run `chat-copilot demo`.",
        )


def run_loop(app: QApplication, main: Callable[[], Coroutine[Any, Any, int]]) -> int:
    """Run `main()` with Qt and asyncio in one loop and return its exit code.

    SIGINT and SIGTERM cancel it, so that it can clean up; the code is 0 then.
    """
    # Imported here: practice and demo windows need no asyncio.
    import qasync  # pyright: ignore[reportMissingTypeStubs]

    loop = cast(asyncio.AbstractEventLoop, qasync.QEventLoop(app))
    asyncio.set_event_loop(loop)
    try:
        task = loop.create_task(main(), name="main")
        for number in (signal.SIGINT, signal.SIGTERM):
            with suppress(NotImplementedError):
                loop.add_signal_handler(number, task.cancel)
        with suppress(asyncio.CancelledError):
            return loop.run_until_complete(task)
        return 0
    finally:
        asyncio.set_event_loop(None)
        loop.close()


def show_error(error: CopilotError) -> None:
    """Show why the start failed, and wait until it was read."""
    box = QMessageBox(QMessageBox.Icon.Warning, _tr("Start", "Chat Copilot"), error.title)
    box.setInformativeText(error.hint)
    box.exec()


class ConsentDialog(QMessageBox):
    """Asks whether accessibility may be switched on. An ordinary window, with the focus."""

    def __init__(self, answer: Callable[[Intent], None]) -> None:
        super().__init__(
            QMessageBox.Icon.Question,
            _tr("Consent", "Chat Copilot"),
            _tr("Consent", "May Chat Copilot switch accessibility on?"),
        )
        self.setInformativeText(
            _tr(
                "Consent",
                "To see the message you are typing and the talk around it, it uses the same "
                "interface as screen readers. That interface is off in this session.\n\n"
                "• It reads chat windows only while you type in them, never password fields.\n"
                "• It stays on in your desktop's settings after Chat Copilot ends; you can "
                "switch it off there.\n"
                "• Applications that run already may need to be started again.",
            )
        )
        self._agree = self.addButton(
            _tr("Consent", "Switch it on"), QMessageBox.ButtonRole.AcceptRole
        )
        refuse = self.addButton(_tr("Consent", "Not now"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(refuse)
        self.setEscapeButton(refuse)
        self._answer: Callable[[Intent], None] | None = answer
        self.finished.connect(self._tell)

    def withdraw(self) -> None:
        """Close it without an answer."""
        self._answer = None
        self.close()

    def _tell(self, _result: int) -> None:
        answer, self._answer = self._answer, None
        if answer is not None:
            agreed = self.clickedButton() is self._agree
            answer(Command("enable-accessibility" if agreed else "decline-accessibility"))


def ask_accessibility(answer: Callable[[Intent], None]) -> ConsentDialog:
    """Open the dialog and return at once; keep what is returned until it has answered."""
    dialog = ConsentDialog(answer)
    dialog.open()
    dialog.raise_()
    dialog.activateWindow()
    return dialog


def save_screenshot(widget: QWidget, path: str) -> None:
    """Save a picture of one of our own windows as PNG. Raises InputError if it can't be written."""
    if not widget.grab().save(path, "PNG"):
        raise InputError(f"The screenshot can't be written to {path}.", "Choose another file.")


def save_screen(path: str) -> None:
    """Save a picture of the first screen as PNG. Raises InputError if it can't be written."""
    if not QGuiApplication.primaryScreen().grabWindow(0).save(path, "PNG"):
        raise InputError(f"The screenshot can't be written to {path}.", "Choose another file.")


def open_file(path: str) -> None:
    """Open a file in what the person uses for such files. Raises InputError if nothing does."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
        raise InputError("No program for text files is set on this desktop.", f"Open {path}.")
