"""Copying what nobody shall find later: clipboard managers are told not to remember it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

# Which managers follow: Klipper, GPaste, CopyQ and others that know KDE's convention,
# https://api.kde.org/kguiaddons/html/classKSystemClipboard.html
_MARK = "x-kde-passwordManagerHint"


def copy_secret(text: str) -> None:
    """Put a secret on the clipboard."""
    content = QMimeData()
    content.setText(text)
    content.setData(_MARK, b"secret")
    QGuiApplication.clipboard().setMimeData(content)
