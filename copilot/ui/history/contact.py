"""The page of one contact: their language, how the person writes to them, what is wished, kept."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Literal, cast

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from copilot.core.archiving import Archiving, KeptChat
from copilot.core.contacts import Contact, Wishes
from copilot.core.languages import LANGUAGES
from copilot.core.manner import describe
from copilot.core.memory import Formality
from copilot.ui import kit
from copilot.ui.choices import Choice
from copilot.ui.history import words
from copilot.ui.language_names import language_name

_tr = QCoreApplication.translate
_DAYS = ("7", "30", "90", "365")
_LEAST = 3
"""Languages of fewer messages than this are a matter of chance."""

Run = Callable[[Coroutine[None, None, object], str], object]
"""Does something in the background; an error is shown."""
Doing = Literal["forget-contact", "forget-chat", "export-chat"]


class Note(QPlainTextEdit):
    """A few lines, taken when the person leaves them."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 24)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person is done."""
        super().focusOutEvent(event)
        self.left.emit()


class ContactPage(QWidget):
    """Shows a contact and changes what is wished. `wanted` asks for what needs a question first.

    `keep` carries what the chat shall keep from now on.
    """

    wanted = Signal(str)
    keep = Signal(str)

    def __init__(self, archive: Archiving, run: Run) -> None:
        super().__init__()
        self._archive = archive
        self._run = run
        self._chat: KeptChat | None = None
        self._contact = Contact()
        self._name = kit.heading("")
        self._about = kit.text("", muted=True)
        names = {tag: language_name(tag) for tag in LANGUAGES}
        tongues = dict(sorted(names.items(), key=lambda pair: pair[1].casefold()))
        measured = {"": _tr("History", "as measured")} | tongues
        usual = {"": _tr("History", "my usual one")} | tongues
        self.language = Choice("", measured)
        self.mine = Choice("", usual)
        self.formality = Choice("", {one: words.formality(one) for one in ("", "casual", "polite")})
        kinds = ("", *_DAYS, "suggestions", "nothing")
        self.keeping = Choice("", {one: words.keep(one) for one in kinds})
        self.note = Note()
        self.note.setAccessibleName(_tr("History", "Notes about this contact"))
        self._manner = kit.text("", selectable=True)
        self._languages = kit.text("", muted=True, selectable=True)
        self._page = self._compose()
        nobody = kit.page(
            kit.heading(words.word("contact")),
            kit.text(_tr("History", "Choose a chat at the left to see its contact."), muted=True),
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(nobody)
        self._pages.addWidget(self._page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        for choice in (self.language, self.mine, self.formality):
            choice.activated.connect(self._take)
        self.note.left.connect(self._take)
        self.keeping.activated.connect(lambda: self.keep.emit(self.keeping.value))

    def _compose(self) -> QWidget:
        return kit.page(
            self._name,
            self._about,
            kit.card(
                kit.heading(_tr("History", "How you write to them"), 2),
                self._manner,
                self._languages,
            ),
            kit.card(
                kit.setting(
                    _tr("History", "Their language"),
                    self.language,
                    _tr("History", "What they write is translated from it, your drafts into it."),
                ),
                kit.setting(_tr("History", "I read them in"), self.mine),
                kit.setting(_tr("History", "I want to sound"), self.formality),
                kit.text(_tr("History", "Notes about this contact")),
                self.note,
                kit.text(
                    _tr(
                        "History",
                        "Models are told of it, masked like everything else. “Met in Kyoto, "
                        "likes hiking” helps more than a long story.",
                    ),
                    muted=True,
                ),
            ),
            kit.card(
                kit.setting(
                    _tr("History", "Of this chat is kept"),
                    self.keeping,
                    _tr("History", "What is more than that is forgotten at once."),
                ),
            ),
            kit.Beside(
                kit.button(_tr("History", "Export this chat…"), self._ask("export-chat")),
                kit.button(_tr("History", "Forget what was learned…"), self._ask("forget-contact")),
                kit.button(words.word("forget-chat"), self._ask("forget-chat")),
            ),
        )

    def _ask(self, doing: Doing) -> Callable[[], None]:
        return lambda: self.wanted.emit(doing)

    def show_chat(self, chat: KeptChat | None) -> None:
        """Show the contact of this chat."""
        self._chat = chat
        self._pages.setCurrentIndex(0 if chat is None else 1)
        if chat is None:
            return
        self._name.setText(chat.contact)
        self._about.setText(words.chat_about(chat))
        self.keeping.show_value(chat.keep)
        self._run(self._fetch(chat), "contact")

    async def _fetch(self, chat: KeptChat) -> None:
        contact = await self._archive.contact(chat)
        if chat is self._chat:
            self._show(contact)

    def _show(self, contact: Contact) -> None:
        self._contact = contact
        habits = [words.habit(one) for one in describe(contact.manner)]
        self._manner.setText(
            " · ".join(habits)
            if habits
            else _tr("History", "Too little was said yet to tell how you write to them.")
        )
        counts = sorted(contact.languages.items(), key=lambda pair: -pair[1])
        known = [f"{language_name(tag)} ({count})" for tag, count in counts if count >= _LEAST]
        self._languages.setText(
            _tr("History", "Their messages: {languages}").format(languages=", ".join(known))
            if known
            else ""
        )
        self._languages.setVisible(bool(known))
        wishes = contact.wishes
        for choice, value in (
            (self.language, wishes.language),
            (self.mine, wishes.mine),
            (self.formality, wishes.formality),
        ):
            choice.show_value(value)
        if self.note.toPlainText() != wishes.note:
            self.note.setPlainText(wishes.note)

    def leave(self) -> None:
        """Take what is being written."""
        self._take()

    def _take(self) -> None:
        chat = self._chat
        if chat is None:
            return
        wishes = Wishes(
            self.note.toPlainText().strip(),
            self.language.value,
            self.mine.value,
            cast("Formality", self.formality.value),
        )
        if wishes != self._contact.wishes:
            self._contact = replace(self._contact, wishes=wishes)
            self._run(self._archive.wish(chat, wishes), "wishes")
