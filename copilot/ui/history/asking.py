"""Questions before something is forgotten, and where an export goes. Whoever hesitates cancels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QDate, Qt
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QFileDialog,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from copilot.core.archiving import Form, KeptChat
from copilot.ui import kit
from copilot.ui.history import words

_tr = QCoreApplication.translate


def sure(parent: QWidget, question: str, about: str, doing: str) -> bool:
    """Whether the person wants it; Enter and Escape leave everything as it is."""
    box = QMessageBox(QMessageBox.Icon.Warning, words.word("title"), question, parent=parent)
    box.setInformativeText(about)
    box.setTextFormat(Qt.TextFormat.PlainText)
    yes = box.addButton(doing, QMessageBox.ButtonRole.DestructiveRole)
    no = box.addButton(words.word("cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    box.exec()
    return box.clickedButton() is yes


def forget_message(parent: QWidget) -> bool:
    """Whether one message shall be forgotten."""
    return sure(
        parent,
        _tr("History", "Forget this message?"),
        _tr(
            "History",
            "With it go the suggestions, translations and requests of its chat, which may "
            "repeat it. There is no way back.",
        ),
        _tr("History", "Forget it"),
    )


def forget_chat(parent: QWidget, chat: KeptChat) -> bool:
    """Whether all of a chat shall be forgotten."""
    return sure(
        parent,
        _tr("History", "Forget the chat with {contact}?").format(contact=chat.contact),
        _tr("History", "%n messages and all that belongs to them. There is no way back.", "",
            chat.messages),
        _tr("History", "Forget it"),
    )  # fmt: skip


def forget_contact(parent: QWidget, chat: KeptChat) -> bool:
    """Whether what was learned of a contact shall be forgotten."""
    return sure(
        parent,
        _tr("History", "Forget what was learned of {contact}?").format(contact=chat.contact),
        _tr("History", "How you write to them, languages and notes. What was said stays."),
        _tr("History", "Forget it"),
    )


def keep_less(parent: QWidget, chat: KeptChat, what: str) -> bool:
    """Whether a chat shall keep this from now on, though more of it is kept already."""
    return sure(
        parent,
        _tr("History", "Keep less of the chat with {contact}?").format(contact=chat.contact),
        _tr("History", "From now on: {what}. What is more than that is forgotten at once.").format(
            what=words.keep(what)
        ),
        _tr("History", "Forget the rest"),
    )


def forget_everything(parent: QWidget) -> bool:
    """Whether everything shall be forgotten."""
    return sure(
        parent,
        _tr("History", "Forget everything?"),
        _tr(
            "History",
            "All chats, contacts, suggestions, translations and requests that are kept, and the "
            "key that opens them. There is no way back.",
        ),
        _tr("History", "Forget everything"),
    )


@dataclass(frozen=True, slots=True)
class Period:
    """From the beginning of a day to the end of another, in seconds since 1970."""

    since: float
    until: float


class Days(QWidget):
    """Two days, and all between them."""

    def __init__(self, first: QDate, last: QDate) -> None:
        super().__init__()
        self.first, self.last = QDateEdit(first), QDateEdit(last)
        self.first.setAccessibleName(_tr("History", "First day"))
        self.last.setAccessibleName(_tr("History", "Last day"))
        for one in (self.first, self.last):
            one.setCalendarPopup(True)
        layout = kit.row(self.first, self.last)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)

    @property
    def period(self) -> Period:
        """All of both days; the later one is the last, whichever was written first."""
        first, last = self.first.date(), self.last.date()
        if last < first:
            first, last = last, first
        return Period(midnight(first), midnight(last.addDays(1)))


def midnight(day: QDate) -> float:
    """The beginning of a day, in seconds since 1970."""
    return day.startOfDay().toMSecsSinceEpoch() / 1000


class PeriodDialog(QDialog):
    """Asks which days shall be forgotten; Enter and Escape leave everything as it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.word("title"))
        today = QDate.currentDate()
        self.days = Days(today, today)
        forget = kit.button(_tr("History", "Forget these days"), self.accept)
        cancel = kit.button(words.word("cancel"), self.reject)
        forget.setDefault(False)
        cancel.setDefault(True)
        room = QWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(kit.EDGE, kit.EDGE, kit.EDGE, kit.EDGE)
        layout.setSpacing(kit.BETWEEN)
        layout.addWidget(kit.heading(_tr("History", "Forget a period?")))
        layout.addWidget(
            kit.text(
                _tr(
                    "History",
                    "What was said, offered, translated and asked on these days, in all chats. "
                    "There is no way back.",
                ),
                muted=True,
            )
        )
        layout.addWidget(self.days)
        layout.addLayout(kit.row(room, cancel, forget, stretch=room))
        cancel.setFocus()


def forget_period(parent: QWidget) -> Period | None:
    """The days that shall be forgotten, None for none."""
    dialog = PeriodDialog(parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    return dialog.days.period


def export_file(parent: QWidget, chat: KeptChat | None) -> tuple[str, Form] | None:
    """Where an export goes and how it is written, None if the person thought better of it."""
    lines = _tr("History", "JSON Lines, can be read back (*.jsonl)")
    markdown = _tr("History", "Markdown, for reading (*.md)")
    what = chat.contact if chat is not None else _tr("History", "all chats")
    title = _tr("History", "Export {what}; the file is not encrypted").format(what=what)
    name = "".join(c if c.isalnum() or c in " -_" else "_" for c in what).strip() or "history"
    # Qt's own dialog follows our theme and is the same on all systems.
    file, kind = QFileDialog.getSaveFileName(
        parent, title, f"{name}.jsonl", f"{lines};;{markdown}", lines
    )
    if not file:
        return None
    form: Form = "markdown" if file.endswith(".md") or kind == markdown else "json-lines"
    ending = ".md" if form == "markdown" else ".jsonl"
    if form == "markdown" and file.endswith(".jsonl"):
        file = file.removesuffix(".jsonl")
    return (file if file.endswith(ending) else file + ending), form
