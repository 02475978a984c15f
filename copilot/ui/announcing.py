"""What screen readers say although nobody went there: our panel never has the keyboard."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Have it said once what is being said now has ended. For what the person has asked for alone.

    Without a screen reader it costs nothing.
    """
    if text and QAccessible.isActive():
        # Polite, which is what an announcement is unless it says otherwise.
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
