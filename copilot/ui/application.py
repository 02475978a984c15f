"""Qt's application object, its event loop shared with asyncio, and the windows of the start."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar, cast

from PySide6.QtCore import QDir, QEventLoop, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from copilot.core.errors import DisplayMissing, InputError
from copilot.ui import language
from copilot.ui.app_icon import app_icon

if TYPE_CHECKING:
    import asyncio

T = TypeVar("T")

_THREADS = 10
"""The most that work beside the event loop."""


def create_application(
    name: str = "chat-copilot", title: str = "Chat Copilot", spoken: str = "system"
) -> QApplication:
    """Make the QApplication; `name` is its identity for the desktop and on the accessibility bus.

    Qt adds `title` to the titles of windows that do not end with it. `spoken` is the language of
    the interface, as in `language.use`.

    Raises DisplayMissing where there is none: Qt itself would end the process.
    """
    application = open_application(name, title)
    dress(application, spoken)
    return application


def open_application(name: str = "chat-copilot", title: str = "Chat Copilot") -> QApplication:
    """As `create_application`, not yet dressed: enough for an icon in the tray."""
    _require_display()
    application = QApplication([name])
    application.setApplicationName(name)
    if title:
        application.setApplicationDisplayName(title)
    application.setDesktopFileName(name)
    # The tray goes on when the last window closes.
    application.setQuitOnLastWindowClosed(False)
    return application


def dress(application: QApplication, spoken: str = "system") -> None:
    """Give it what windows need: their icon, their language (as in `language.use`), their style.

    The style that Qt takes where no desktop is known is replaced: it knows no dark scheme.
    """
    application.setWindowIcon(app_icon())
    language.use(spoken)
    if sys.platform == "linux" and application.style().objectName() == "windows":
        application.setStyle("fusion")


def find_files(prefix: str, folder: str) -> None:
    """Tell Qt where "PREFIX:NAME" is; before a window of ours is made."""
    QDir.setSearchPaths(prefix, [folder])


def show_icon() -> QSystemTrayIcon:
    """The icon alone, in the tray from now on: what stands behind it, a menu first, comes later."""
    icon = QSystemTrayIcon(app_icon())
    icon.show()
    return icon


def load_beside(load: Callable[[], T]) -> T:
    """Run `load` in a thread while Qt draws and hears clicks; returns and raises as it does."""
    loop, done = QEventLoop(), _Done()
    done.happened.connect(loop.quit)
    loaded: list[T] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            loaded.append(load())
        except BaseException as error:
            failed.append(error)
        done.happened.emit()

    threading.Thread(target=run, name="load", daemon=True).start()
    loop.exec()
    if failed:
        raise failed[0]
    return loaded[0]


class _Done(QObject):
    happened = Signal()


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
    # Imported here: other windows need no asyncio, and the tray's icon does not wait for it.
    import asyncio
    import signal
    from concurrent.futures import ThreadPoolExecutor

    import qasync  # pyright: ignore[reportMissingTypeStubs]

    loop = cast("asyncio.AbstractEventLoop", qasync.QEventLoop(app))
    # It starts threads when they are needed; that of qasync starts ten at once.
    loop.set_default_executor(ThreadPoolExecutor(_THREADS, "work"))
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
    # Here, since making Python's side of each class takes its time: the tray's icon needs none.
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    if not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
        raise InputError("No program for text files is set on this desktop.", f"Open {path}.")
