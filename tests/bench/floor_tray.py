"""The floor for start and idle: the least PySide6 + qasync program that shows a tray icon."""

from __future__ import annotations

import asyncio
import sys

import qasync  # pyright: ignore[reportMissingTypeStubs]
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon


async def main() -> None:
    """Show an icon with a menu and wait to be ended."""
    pixmap = QPixmap(32, 32)
    pixmap.fill(QColor("teal"))
    icon = QSystemTrayIcon(QIcon(pixmap))
    menu = QMenu()
    for title in ("Open", "Pause", "Settings", "Quit"):
        menu.addAction(title)
    icon.setContextMenu(menu)
    icon.show()
    await asyncio.Event().wait()


if __name__ == "__main__":
    application = QApplication(sys.argv)
    application.setQuitOnLastWindowClosed(False)
    qasync.run(main())  # pyright: ignore[reportUnknownMemberType]
