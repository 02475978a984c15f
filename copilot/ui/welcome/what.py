"""What it does and what it reads, with a clear yes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QLabel,
)

from copilot.ui import kit
from copilot.ui.app_icon import app_icon
from copilot.ui.welcome.step import Host, Step

_tr = QCoreApplication.translate


class WhatStep(Step):
    """What it does and what it reads, with a clear yes."""

    skippable = False

    def __init__(self, window: Host) -> None:
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
