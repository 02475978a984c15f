"""The floor for a hotkey: a prebuilt bare window that a grabbed key shows and hides."""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtWidgets import QApplication, QLabel
from Xlib import XK, X, display  # pyright: ignore[reportMissingTypeStubs]

TITLE = "Floor"
SIZE = (380, 300)


def main() -> int:
    """Toggle the window at Ctrl+Alt+B until ended."""
    application = QApplication(sys.argv)
    window = QLabel("A bare window")
    window.setWindowFlags(
        Qt.WindowType.Tool
        | Qt.WindowType.FramelessWindowHint
        | Qt.WindowType.WindowStaysOnTopHint
        | Qt.WindowType.WindowDoesNotAcceptFocus
    )
    window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    window.setWindowTitle(TITLE)
    window.setGeometry(40, 600, *SIZE)
    window.winId()
    window.grab()
    connection: Any = display.Display()
    root: Any = connection.screen().root
    code: int = connection.keysym_to_keycode(XK.string_to_keysym("b"))
    modifiers = X.ControlMask | X.Mod1Mask
    root.grab_key(code, modifiers, True, X.GrabModeAsync, X.GrabModeAsync)
    connection.sync()

    def heard() -> None:
        while connection.pending_events():
            if connection.next_event().type == X.KeyPress:
                window.setVisible(not window.isVisible())

    notifier = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(heard)
    print("ready", flush=True)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
