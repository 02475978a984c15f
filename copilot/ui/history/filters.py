"""What is looked for: words, whose, when, and what became of it."""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from copilot.core.archiving import KeptChat, Wanted, Who
from copilot.ui import kit
from copilot.ui.choices import Choice
from copilot.ui.history import asking, words

_OUTCOMES = ("", "sent", "edited", "taken", "refused", "dismissed", "undone", "offered")


class Filters(QWidget):
    """`changed` when something else is looked for; `entered` when the person goes to the list."""

    changed = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.search.setPlaceholderText(words.word("search"))
        self.search.setAccessibleName(words.word("search"))
        self.search.setClearButtonEnabled(True)
        who: dict[str, str] = {one: words.who(one) for one in ("", "me", "others")}
        self.who = Choice(words.whose(), who)
        spans = ("", "1", "7", "30", "365", "between")
        self.span = Choice(words.when(), {one: words.span(one) for one in spans})
        self.outcome = Choice(words.became(), {one: words.outcome(one) for one in _OUTCOMES})
        today = QDate.currentDate()
        self.days = asking.Days(today.addDays(-6), today)
        self.days.hide()
        self._found = kit.text("", muted=True)
        self._found.setWordWrap(False)
        self.suit(messages=True, suggestions=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(kit.BETWEEN)
        column.addWidget(self.search)
        column.addWidget(kit.Beside(self.who, self.outcome, self.span, self.days, self._found))
        self.search.textChanged.connect(self.changed)
        for choice in (self.who, self.outcome, self.span):
            choice.activated.connect(self._choose)
        for day in (self.days.first, self.days.last):
            day.dateChanged.connect(self.changed)
        QShortcut(QKeySequence(Qt.Key.Key_Down), self.search, self.entered.emit).setContext(
            Qt.ShortcutContext.WidgetShortcut
        )

    def suit(self, *, messages: bool, suggestions: bool) -> None:
        """Show what can be asked of messages, or of suggestions, beside what always can be."""
        self.who.setVisible(messages)
        self.outcome.setVisible(suggestions)

    def tell_found(self, told: str) -> None:
        """Say how much was found."""
        self._found.setText(told)

    def wanted(self, chat: KeptChat | None, app: str) -> Wanted:
        """What is looked for now, in this chat, or in all of this application ("" for any)."""
        since, until = self._time()
        who: Who = "me" if self.who.value == "me" else "others" if self.who.value else ""
        return Wanted(
            self.search.text().strip(),
            chat.id if chat is not None else 0,
            app if chat is None else "",
            who,
            since,
            until,
            self.outcome.value,
        )

    def _time(self) -> tuple[float | None, float | None]:
        if self.span.value == "between":
            period = self.days.period
            return period.since, period.until
        if not self.span.value:
            return None, None
        return asking.midnight(QDate.currentDate().addDays(1 - int(self.span.value))), None

    @Slot()
    def _choose(self) -> None:
        self.days.setVisible(self.span.value == "between")
        self.changed.emit()
