"""The history window: chats and contacts, what was said, offered, translated and asked, usage."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from functools import cached_property, partial
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from copilot.core.archiving import Standing, Wanted
from copilot.core.errors import CopilotError
from copilot.ui import kit
from copilot.ui import theme as themes
from copilot.ui.history import words
from copilot.ui.history.chats import ChatSide
from copilot.ui.history.contact import ContactPage
from copilot.ui.history.export import Export
from copilot.ui.history.filters import Filters
from copilot.ui.history.finders import (
    Finder,
    MessageFinder,
    RequestFinder,
    SuggestionFinder,
    TranslationFinder,
)
from copilot.ui.history.forgetting import Forgetting
from copilot.ui.history.notice import NoticePage
from copilot.ui.history.pages import Pages
from copilot.ui.history.services import Services
from copilot.ui.history.usage import UsagePage
from copilot.ui.messages import said
from copilot.ui.theme import Theme

_F = TypeVar("_F", bound=Finder)


class HistoryWindow(kit.Window):
    """Looks through what is kept. Keep it until it is closed; another one is made then."""

    _built = False  # the base dresses what is not there yet

    def __init__(self, services: Services, ask_theme: kit.AskTheme = themes.current) -> None:
        super().__init__(words.word("title"), ask_theme)
        self._services = services
        self._archive = services.archive
        self._standing: Standing | None = None
        self._wanted_chat: tuple[str, str] | None = None
        self.chats = ChatSide(self.theme)
        self.filters = Filters()
        self.pages = Pages(
            {
                "messages": lambda: self.messages,
                "suggestions": lambda: self.suggestions,
                "translations": lambda: self.translations,
                "requests": lambda: self.requests,
                "contact": lambda: self.contact,
                "usage": lambda: self.usage,
            }
        )
        self.notice = NoticePage()
        self._whole = QStackedWidget()
        self._status = kit.text("", muted=True)
        self._export = Export(
            self._archive, self._run, self._status.setText, self.export, self.theme
        )
        self._forgetting = Forgetting(self, self._archive, lambda: self.chats.chat, self._forget)
        self._compose()
        self._connect()
        self._built = True
        self.chats.dress(self.theme)
        self.filters.search.setFocus()

    # Building

    def _compose(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(kit.BETWEEN, kit.EDGE // 2, kit.BETWEEN, 0)
        column.setSpacing(kit.BETWEEN)
        column.addWidget(self.filters)
        column.addWidget(self.pages, 1)
        self._left = QWidget()
        beside = QVBoxLayout(self._left)
        beside.setContentsMargins(kit.BETWEEN, kit.EDGE // 2, kit.BETWEEN // 2, 0)
        beside.addWidget(self.chats)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._left)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        self._whole.addWidget(split)
        self._whole.addWidget(self.notice)
        self._forget_button = kit.button(words.word("forget"), lambda: None)
        self._forget_button.setMenu(self._forgetting.menu)
        close = kit.button(words.word("close"), self.close)
        export = self._export
        foot = QHBoxLayout()
        foot.setContentsMargins(kit.EDGE // 2, kit.BETWEEN // 2, kit.EDGE // 2, kit.EDGE // 2)
        foot.setSpacing(kit.BETWEEN)
        foot.addWidget(self._status, 1)
        foot.addWidget(
            kit.Beside(export.progress, export.cancel, export.button, self._forget_button, close), 0
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._whole, 1)
        layout.addLayout(foot)
        self.fit(980, 680)
        left = min(self.theme.px(250), self.width() * 2 // 5)
        split.setSizes([left, self.width() - left])

    def _connect(self) -> None:
        self.filters.changed.connect(self._look)
        self.filters.entered.connect(self._into_list)
        self.chats.changed.connect(self._chat_changed)
        self.pages.currentChanged.connect(self._tab_changed)
        self.notice.again.connect(self.refresh)
        self.notice.settings.connect(self._services.open_settings)
        self.notice.unlock.connect(lambda: self._run(self._unlock(), "keychain"))
        self.notice.recover.connect(self._services.recover)
        self.notice.usage.connect(self._show_usage)
        find, again = QKeySequence.StandardKey.Find, QKeySequence.StandardKey.Refresh
        QShortcut(QKeySequence(find), self, self.filters.search.setFocus)
        QShortcut(QKeySequence(again), self, self.refresh)

    # The pages

    @cached_property
    def messages(self) -> MessageFinder:
        """What was said."""
        page = self._joined(MessageFinder(self._archive, self.theme))
        page.forget.connect(self._forgetting.ask_for_message)
        return page

    @cached_property
    def suggestions(self) -> SuggestionFinder:
        """What was offered."""
        return self._joined(SuggestionFinder(self._archive, self.theme))

    @cached_property
    def translations(self) -> TranslationFinder:
        """What was translated."""
        return self._joined(TranslationFinder(self._archive, self.theme))

    @cached_property
    def requests(self) -> RequestFinder:
        """What models were asked."""
        return self._joined(RequestFinder(self._archive, self.theme, self._services.exchange))

    @cached_property
    def contact(self) -> ContactPage:
        """Who somebody is."""
        page = ContactPage(self._archive, self._run)
        page.wanted.connect(self._do_for_contact)
        page.keep.connect(self._ask_keep)
        return page

    @cached_property
    def usage(self) -> UsagePage:
        """What it was good for, and what it cost."""
        return UsagePage(self._archive, self._run)

    def _joined(self, finder: _F) -> _F:
        finder.dress(self.theme)
        finder.told.connect(partial(self._tell_found, finder))
        finder.failed.connect(self._trouble)
        return finder

    def _finders(self) -> tuple[Finder, ...]:
        return tuple(page for page in self.pages.made if isinstance(page, Finder))

    def dress(self, theme: Theme) -> None:
        """Colour what the sheet leaves open."""
        if self._built:
            self.chats.dress(theme)
            for finder in self._finders():
                finder.dress(theme)

    # What is looked for

    @property
    def wanted(self) -> Wanted:
        """What is looked for now."""
        return self.filters.wanted(self.chats.chat, self.chats.app)

    @Slot()
    def _look(self) -> None:
        """Search anew, where that is seen."""
        page = self.pages.shown if self._ready else None
        for finder in self._finders():
            if finder is page:
                finder.search(self.wanted)
            else:
                finder.rows.stop()

    @Slot()
    def _into_list(self) -> None:
        page = self.pages.shown
        if isinstance(page, Finder):
            page.list.setFocus()

    @Slot()
    def _tab_changed(self) -> None:
        page = self.pages.shown
        self.filters.setVisible(isinstance(page, Finder))
        name = self.pages.name
        self.filters.suit(messages=name == "messages", suggestions=name == "suggestions")
        self.filters.tell_found(page.status if isinstance(page, Finder) else "")
        self._status.setText("")
        if isinstance(page, UsagePage):
            page.refresh()
        elif isinstance(page, ContactPage):
            page.show_chat(self.chats.chat)
        self._look()

    @Slot()
    def _chat_changed(self) -> None:
        self._forgetting.of_chat.setEnabled(self.chats.chat is not None)
        if isinstance(page := self.pages.shown, ContactPage):
            page.leave()
            page.show_chat(self.chats.chat)
        self._look()

    def _tell_found(self, finder: Finder, told: str) -> None:
        if finder is self.pages.shown:
            self.filters.tell_found(told)

    # How it stands

    @Slot()
    def refresh(self) -> None:
        """Look at everything anew."""
        self._run(self._refresh(), "history")

    def show_chat(self, contact: str, app_name: str) -> None:
        """Show what was said with them, as soon as the history is open."""
        self._wanted_chat = (contact, app_name)
        if self._ready:
            self._go_to_chat()

    def _go_to_chat(self) -> None:
        if self._wanted_chat is None:
            return
        (contact, app_name), self._wanted_chat = self._wanted_chat, None
        self.filters.search.clear()
        self.pages.show_page("messages")
        if not self.chats.choose_of(contact, app_name):
            self._status.setText(words.not_kept(contact))

    @property
    def _ready(self) -> bool:
        return self._standing is not None and self._standing.kind == "ready"

    @property
    def _closed(self) -> bool:
        """Whether there was nothing to look at; False while the first look is under way."""
        return self._standing is not None and not self._ready

    async def _refresh(self) -> None:
        standing = self._standing = await self._archive.open()
        ready = self._ready
        if ready:
            self.chats.show_chats(await self._archive.chats())
        self._forgetting.of_chat.setEnabled(self.chats.chat is not None)
        self._export.button.setVisible(ready)
        self._forget_button.setVisible(ready)
        self.notice.show_standing(standing)
        self._whole.setCurrentIndex(0 if ready else 1)
        self._left.setVisible(ready)
        if ready:
            self._open_pages()
        self._status.setText("" if standing.kept or not ready else words.word("not-kept"))
        if ready:
            self._go_to_chat()

    def _open_pages(self) -> None:
        """Show all of them, and the messages first where there was nothing to look at."""
        closed = not self.pages.isTabVisible(0)
        self.pages.allow_all()
        if closed:
            self.pages.show_page("messages")
        self._tab_changed()

    async def _unlock(self) -> None:
        await self._services.unlock()
        await self._refresh()

    def _show_usage(self) -> None:
        self._whole.setCurrentIndex(0)
        self.pages.show_page("usage")
        self.pages.allow("usage")
        self.usage.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at what is kept, now that the window is there: opening it keeps Python busy."""
        super().showEvent(event)
        if self._standing is None:
            self.refresh()

    def event(self, event: QEvent) -> bool:
        """Who comes back from unlocking or the recovery phrase finds the history open."""
        if event.type() is QEvent.Type.WindowActivate and self._closed:
            self.refresh()
        return super().event(event)

    # Forgetting and keeping

    @Slot(str)
    def _do_for_contact(self, what: str) -> None:
        chat = self.chats.chat
        if chat is None:
            return
        if what == "export-chat":
            self._export.begin(self, chat)
        elif what == "forget-chat":
            self._forgetting.ask_for_chat()
        else:
            self._forgetting.ask_for_contact(chat)

    @Slot(str)
    def _ask_keep(self, what: str) -> None:
        chat = self.chats.chat
        if chat is not None and what != chat.keep and not self._forgetting.keep(chat, what):
            self.contact.keeping.show_value(chat.keep)

    def _forget(self, work: Coroutine[None, None, None], tell: bool) -> None:
        for finder in self._finders():
            finder.stop()
        self._status.setText(words.word("forgetting"))
        self._run(self._forgotten(work, tell), "forget")

    async def _forgotten(self, work: Coroutine[None, None, None], tell: bool) -> None:
        await work
        await self._refresh()
        if isinstance(page := self.pages.shown, ContactPage):
            page.show_chat(self.chats.chat)
        if tell:
            self._status.setText(words.word("forgotten"))

    @Slot()
    def export(self) -> None:
        """Ask where to, and write the chosen chat, or all."""
        self._export.begin(self, self.chats.chat)

    # What takes a while

    def _run(self, work: Coroutine[None, None, object], name: str) -> asyncio.Task[None]:
        return self.work.start(self._watched(work), name)

    async def _watched(self, work: Coroutine[None, None, object]) -> None:
        try:
            await work
        except CopilotError as error:
            self._trouble(error)

    @Slot(object)
    def _trouble(self, error: CopilotError) -> None:
        self._status.setText(f"{said(error.title)} {said(error.hint)}".strip())

    def _failed(self, error: BaseException) -> None:
        super()._failed(error)
        self._status.setText(words.failed())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take what is being written, then wait for nothing."""
        for page in self.pages.made:
            if isinstance(page, ContactPage):
                page.leave()
            elif isinstance(page, Finder):
                page.stop()
        self._export.stop()
        super().closeEvent(event)
        self._services.closed()
