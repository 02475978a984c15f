"""The history window: chats and contacts, what was said, offered, translated and asked, usage."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from functools import partial

from PySide6.QtCore import QDate, QEvent, Qt, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QProgressBar,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from copilot.core.archiving import KeptChat, KeptMessage, Standing, Wanted, Who
from copilot.core.errors import CopilotError
from copilot.core.tasks import TaskSet
from copilot.ui import kit
from copilot.ui import theme as themes
from copilot.ui.choices import Choice
from copilot.ui.history import asking, words
from copilot.ui.history.chats import ChatSide
from copilot.ui.history.contact import ContactPage
from copilot.ui.history.finders import (
    Finder,
    MessageFinder,
    RequestFinder,
    SuggestionFinder,
    TranslationFinder,
)
from copilot.ui.history.notice import NoticePage
from copilot.ui.history.services import Services
from copilot.ui.history.usage import UsagePage
from copilot.ui.messages import said
from copilot.ui.theme import Theme

_OUTCOMES = ("", "sent", "edited", "taken", "refused", "dismissed", "undone", "offered")


class HistoryWindow(kit.Window):
    """Looks through what is kept. Keep it until it is closed; another one is made then."""

    def __init__(self, services: Services, ask_theme: kit.AskTheme = themes.current) -> None:
        super().__init__(words.word("title"), ask_theme)
        self._services = services
        self._archive = services.archive
        self._tasks = TaskSet(self._failed)
        self._exporting: asyncio.Task[None] | None = None
        self._standing: Standing | None = None
        self._wanted_chat: tuple[str, str] | None = None
        theme = self.theme
        self.chats = ChatSide(theme)
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
        self.messages = MessageFinder(self._archive, theme)
        self.suggestions = SuggestionFinder(self._archive, theme)
        self.translations = TranslationFinder(self._archive, theme)
        self.requests = RequestFinder(self._archive, theme, services.exchange)
        self.contact = ContactPage(self._archive, self._run)
        self.usage = UsagePage(self._archive, self._run)
        self.tabs = QTabWidget()
        self.notice = NoticePage()
        self._pages = QStackedWidget()
        self._found = kit.text("", muted=True)
        self._found.setWordWrap(False)
        self._status = kit.text("", muted=True)
        self._progress = QProgressBar()
        self._stop_export = kit.button(words.word("cancel"), self.stop_export)
        self._compose()
        self._connect()
        self.redress()
        self.search.setFocus()
        self.refresh()

    # Building

    def _compose(self) -> None:
        for page, name in (
            (self.messages, "messages"),
            (self.suggestions, "suggestions"),
            (self.translations, "translations"),
            (self.requests, "requests"),
            (self.contact, "contact"),
            (self.usage, "usage"),
        ):
            self.tabs.addTab(page, words.word(name))
        self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its bar takes the keyboard
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self._filters = kit.Beside(self.who, self.outcome, self.span, self.days, self._found)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(kit.BETWEEN, kit.EDGE // 2, kit.BETWEEN, 0)
        column.setSpacing(kit.BETWEEN)
        column.addWidget(self.search)
        column.addWidget(self._filters)
        column.addWidget(self.tabs, 1)
        left = QWidget()
        beside = QVBoxLayout(left)
        beside.setContentsMargins(kit.BETWEEN, kit.EDGE // 2, kit.BETWEEN // 2, 0)
        beside.addWidget(self.chats)
        self._left = left
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([self.theme.px(250), self.theme.px(690)])
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        self._pages.addWidget(split)
        self._pages.addWidget(self.notice)
        self._export = kit.button(words.word("export"), self.export)
        self._forget = kit.button(words.word("forget"), lambda: None)
        self._forget.setMenu(self._forget_menu())
        close = kit.button(words.word("close"), self.close)
        buttons = (self._progress, self._stop_export, self._export, self._forget, close)
        foot = QHBoxLayout()
        foot.setContentsMargins(kit.EDGE // 2, kit.BETWEEN // 2, kit.EDGE // 2, kit.EDGE // 2)
        foot.setSpacing(kit.BETWEEN)
        foot.addWidget(self._status, 1)
        foot.addWidget(kit.Beside(*buttons), 0)
        self._progress.setRange(0, 100)
        self._progress.setAccessibleName(words.progress())
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(self.theme.px(140))
        self._show_export(under_way=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._pages, 1)
        layout.addLayout(foot)
        self.fit(980, 680)
        self._tab_changed()

    def _forget_menu(self) -> QMenu:
        menu = QMenu(self)
        self._forget_chat_action = menu.addAction(words.word("forget-chat"))
        self._forget_chat_action.triggered.connect(self._ask_forget_chat)
        menu.addAction(words.word("forget-period")).triggered.connect(self._ask_forget_period)
        menu.addSeparator()
        menu.addAction(words.word("forget-everything")).triggered.connect(self._ask_forget_all)
        return menu

    def _connect(self) -> None:
        self.search.textChanged.connect(self._look)
        for choice in (self.who, self.outcome, self.span):
            choice.activated.connect(self._look)
        for day in (self.days.first, self.days.last):
            day.dateChanged.connect(self._look)
        self.chats.changed.connect(self._chat_changed)
        self.tabs.currentChanged.connect(self._tab_changed)
        for finder in self._finders():
            finder.told.connect(partial(self._tell_found, finder))
            finder.failed.connect(self._trouble)
        self.messages.forget.connect(self._ask_forget_message)
        self.contact.wanted.connect(self._do_for_contact)
        self.contact.keep.connect(self._ask_keep)
        self.notice.again.connect(self.refresh)
        self.notice.settings.connect(self._services.open_settings)
        self.notice.unlock.connect(lambda: self._run(self._unlock(), "keychain"))
        self.notice.recover.connect(self._services.recover)
        self.notice.usage.connect(self._show_usage)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Refresh), self, self.refresh)
        QShortcut(QKeySequence(Qt.Key.Key_Down), self.search, self._into_list).setContext(
            Qt.ShortcutContext.WidgetShortcut
        )

    def _finders(self) -> tuple[Finder, ...]:
        return self.messages, self.suggestions, self.translations, self.requests

    def dress(self, theme: Theme) -> None:
        """Colour what the sheet leaves open."""
        if hasattr(self, "_pages"):  # the window is dressed once before it has any
            self.chats.dress(theme)
            for finder in self._finders():
                finder.dress(theme)

    # What is looked for

    @property
    def wanted(self) -> Wanted:
        """What is looked for now."""
        since, until = self._time()
        chat = self.chats.chat
        who: Who = "me" if self.who.value == "me" else "others" if self.who.value else ""
        return Wanted(
            self.search.text().strip(),
            chat.id if chat is not None else 0,
            self.chats.app if chat is None else "",
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
    def _look(self) -> None:
        """Search anew, where that is seen."""
        self.days.setVisible(self.span.value == "between")
        page = self.tabs.currentWidget()
        for finder in self._finders():
            if finder is page and self._ready:
                finder.search(self.wanted)
            else:
                finder.rows.stop()

    @Slot()
    def _into_list(self) -> None:
        page = self.tabs.currentWidget()
        if isinstance(page, Finder):
            page.list.setFocus()

    @Slot()
    def _tab_changed(self) -> None:
        page = self.tabs.currentWidget()
        finds = isinstance(page, Finder)
        self.search.setVisible(finds)
        self._filters.setVisible(finds)
        self.who.setVisible(page is self.messages)
        self.outcome.setVisible(page is self.suggestions)
        self._found.setText(page.status if isinstance(page, Finder) else "")
        self._status.setText("")
        if page is self.usage:
            self.usage.refresh()
        elif page is self.contact:
            self.contact.show_chat(self.chats.chat)
        self._look()

    @Slot()
    def _chat_changed(self) -> None:
        self._forget_chat_action.setEnabled(self.chats.chat is not None)
        if self.tabs.currentWidget() is self.contact:
            self.contact.leave()
            self.contact.show_chat(self.chats.chat)
        self._look()

    def _tell_found(self, finder: Finder, told: str) -> None:
        if finder is self.tabs.currentWidget():
            self._found.setText(told)

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
        self.search.clear()
        self.tabs.setCurrentWidget(self.messages)
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
        self._forget_chat_action.setEnabled(self.chats.chat is not None)
        self._export.setVisible(ready)
        self._forget.setVisible(ready)
        self.notice.show_standing(standing)
        self._pages.setCurrentIndex(0 if ready else 1)
        self._left.setVisible(ready)
        closed = not self.tabs.isTabVisible(0)
        for index in range(self.tabs.count()):
            self.tabs.setTabVisible(index, ready or self.tabs.widget(index) is self.usage)
        if ready and closed:
            self.tabs.setCurrentWidget(self.messages)
        if ready:
            self._tab_changed()
        self._status.setText("" if standing.kept or not ready else words.word("not-kept"))
        if ready:
            self._go_to_chat()

    async def _unlock(self) -> None:
        await self._services.unlock()
        await self._refresh()

    def _show_usage(self) -> None:
        self._pages.setCurrentIndex(0)
        self.tabs.setCurrentWidget(self.usage)
        self.usage.refresh()

    def event(self, event: QEvent) -> bool:
        """Who comes back from unlocking or the recovery phrase finds the history open."""
        if event.type() is QEvent.Type.WindowActivate and self._closed:
            self.refresh()
        return super().event(event)

    # Forgetting and keeping

    @Slot(object)
    def _ask_forget_message(self, message: KeptMessage) -> None:
        if asking.forget_message(self):
            self._forget_by(self._archive.forget_messages([message.id]))

    @Slot()
    def _ask_forget_chat(self) -> None:
        chat = self.chats.chat
        if chat is not None and asking.forget_chat(self, chat):
            self._forget_by(self._archive.forget_chat(chat))

    @Slot()
    def _ask_forget_period(self) -> None:
        period = asking.forget_period(self)
        if period is not None:
            self._forget_by(self._archive.forget_period(period.since, period.until))

    @Slot()
    def _ask_forget_all(self) -> None:
        if asking.forget_everything(self):
            self._forget_by(self._archive.forget_everything())

    @Slot(str)
    def _do_for_contact(self, what: str) -> None:
        chat = self.chats.chat
        if chat is None:
            return
        if what == "export-chat":
            self._export_chat(chat)
        elif what == "forget-chat":
            self._ask_forget_chat()
        elif asking.forget_contact(self, chat):
            self._forget_by(self._archive.forget_contact(chat))

    @Slot(str)
    def _ask_keep(self, what: str) -> None:
        chat = self.chats.chat
        if chat is None or what == chat.keep:
            return
        if chat.messages and what and not asking.keep_less(self, chat, what):
            self.contact.keeping.show_value(chat.keep)
            return
        self._forget_by(self._archive.keep(chat, what), told="")

    def _forget_by(self, work: Coroutine[None, None, None], *, told: str = "forgotten") -> None:
        for finder in self._finders():
            finder.stop()
        self._status.setText(words.word("forgetting"))
        self._run(self._forgotten(work, told), "forget")

    async def _forgotten(self, work: Coroutine[None, None, None], told: str) -> None:
        await work
        await self._refresh()
        if self.tabs.currentWidget() is self.contact:
            self.contact.show_chat(self.chats.chat)
        if told:
            self._status.setText(words.word(told))

    # Taking it along

    @Slot()
    def export(self) -> None:
        """Ask where to, and write the chosen chat, or all."""
        self._export_chat(self.chats.chat)

    def _export_chat(self, chat: KeptChat | None) -> None:
        where = asking.export_file(self, chat)
        if where is None or self._exporting is not None:
            return
        file, form = where

        async def work() -> None:
            self._show_export(under_way=True)
            try:
                await self._archive.export(file, form, chat, self._exported)
            finally:
                self._exporting = None
                self._show_export(under_way=False)
            self._status.setText(words.written(file))

        self._exporting = self._run(work(), "export")

    def _exported(self, share: float) -> None:
        self._progress.setValue(round(share * 100))

    def stop_export(self) -> None:
        """Leave no half of a file."""
        if self._exporting is not None:
            self._exporting.cancel()
            self._status.setText(words.cancelled())

    def _show_export(self, *, under_way: bool) -> None:
        self._progress.setValue(0)
        for part in (self._progress, self._stop_export):
            part.setVisible(under_way)
        self._export.setEnabled(not under_way)

    # What takes a while

    def _run(self, work: Coroutine[None, None, object], name: str) -> asyncio.Task[None]:
        return self._tasks.start(self._watched(work), name)

    async def _watched(self, work: Coroutine[None, None, object]) -> None:
        try:
            await work
        except CopilotError as error:
            self._trouble(error)

    @Slot(object)
    def _trouble(self, error: CopilotError) -> None:
        self._status.setText(f"{said(error.title)} {said(error.hint)}".strip())

    def _failed(self, error: BaseException) -> None:
        self._status.setText(words.failed())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take what is being written, then wait for nothing."""
        self.contact.leave()
        for finder in self._finders():
            finder.stop()
        self.stop_export()
        super().closeEvent(event)
        self._services.closed()
