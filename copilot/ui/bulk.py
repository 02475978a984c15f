"""The window that translates a longer text, pasted or from a file, sentence by sentence."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QPlainTextEdit,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from copilot.core.bulk import BulkProgress, BulkTranslation
from copilot.core.errors import CopilotError, InputError, ModelMissing
from copilot.core.languages import LANGUAGES
from copilot.core.translation import TranslationRequest
from copilot.core.translator import Translator
from copilot.ui import kit
from copilot.ui import theme as themes
from copilot.ui.bulk_table import SentenceTable
from copilot.ui.choices import Choice
from copilot.ui.language_names import language_name
from copilot.ui.messages import said
from copilot.ui.theme import Theme

_tr = QCoreApplication.translate
_LARGEST = 4 * 1024 * 1024
"""Bytes of a file."""


@dataclass(frozen=True, slots=True)
class BulkServices:
    """What the window works with. `translator` is None while no model is set up for it.

    `mine` are the person's languages, the main one first.
    """

    translator: Callable[[], Translator | None]
    mine: tuple[str, ...]
    open_settings: Callable[[], object]


class BulkWindow(kit.Window):
    """Takes a text, shows how it is translated, and gives the translation away."""

    def __init__(self, services: BulkServices, ask_theme: kit.AskTheme = themes.current) -> None:
        self._services = services
        self._bulk: BulkTranslation | None = None
        self._translating: asyncio.Task[None] | None = None
        self._table: SentenceTable | None = None
        super().__init__(_tr("Translation", "Translate a text"), ask_theme)
        self.source = self._languages(_tr("Translation", "From"), detected=True)
        self.target = self._languages(_tr("Translation", "Into"))
        self.target.setCurrentIndex(max(0, self.target.findData(services.mine[0])))
        self.text = QPlainTextEdit()
        self.text.setPlaceholderText(_tr("Translation", "Paste or type a text here."))
        self.text.setAccessibleName(_tr("Translation", "Text to translate"))
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._renew)
        self.table = self._table = SentenceTable(self.theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.text)
        self._stack.addWidget(self.table)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(self.theme.px(6))
        self.progress.setAccessibleName(_tr("Translation", "Progress"))
        self.status = kit.text("")
        self._open = kit.button(_tr("Translation", "Open a file…"), self._ask_for_file)
        self._change = kit.button(_tr("Translation", "Change the text"), self._edit)
        self._copy = kit.button(_tr("Translation", "Copy all"), self._copy_all)
        self._save = kit.button(_tr("Translation", "Save…"), self._ask_where)
        self._settings = kit.button(_tr("Translation", "Open settings"), services.open_settings)
        self._cancel = kit.button(_tr("Translation", "Cancel"), self.cancel)
        self._go = kit.button(_tr("Translation", "Translate"), self.go, strong=True)
        layout = QVBoxLayout(self)
        kit.pad(layout)
        layout.addWidget(
            kit.Beside(
                _labelled(_tr("Translation", "From"), self.source),
                _labelled(_tr("Translation", "Into"), self.target),
                self._open,
            )
        )
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.progress)
        layout.addWidget(self.status)
        layout.addWidget(
            kit.Beside(
                *(self._change, self._copy, self._save, self._settings, self._cancel, self._go)
            )
        )
        self.fit(820, 560)
        self.text.setFocus()
        self._renew()

    def _languages(self, name: str, *, detected: bool = False) -> Choice:
        box = Choice()
        box.setAccessibleName(name)
        if detected:
            box.addItem(_tr("Translation", "Found by itself"), "")
        first = [tag for tag in self._services.mine if tag in LANGUAGES]
        rest = sorted(set(LANGUAGES) - set(first), key=lambda tag: language_name(tag).casefold())
        for tag in (*first, *rest):
            box.addItem(language_name(tag), tag)
        box.setMaxVisibleItems(16)
        return box

    def dress(self, theme: Theme) -> None:
        """Colour the table."""
        if self._table is not None:
            self._table.dress(theme)
            self.progress.setFixedHeight(theme.px(6))

    # Translating

    def go(self) -> None:
        """Translate the text, or go on where it stopped."""
        text, target = self.text.toPlainText(), str(self.target.currentData())
        if self._bulk is None or self._bulk.progress.done:
            translator = self._services.translator()
            if translator is None:
                self._tell(
                    ModelMissing(
                        "No model is set up for translation.", "Choose one in the settings."
                    )
                )
                self._settings.show()
                return
            source = str(self.source.currentData() or "")
            self._bulk = BulkTranslation(translator, text, TranslationRequest((), target, source))
        self._translating = self.work.start(self._run(self._bulk), "translate text")
        self.status.setText("")
        self._renew()

    def show_progress(self, progress: BulkProgress) -> None:
        """Show how far it has come."""
        self._stack.setCurrentWidget(self.table)
        self.table.show_progress(progress, str(self.source.currentData() or ""))
        self.progress.setValue(round(progress.share * 100))
        self.status.setText(_about(progress))

    async def _run(self, bulk: BulkTranslation) -> None:
        self.show_progress(bulk.progress)
        try:
            async with aclosing(bulk.run()) as steps:
                async for step in steps:
                    self.show_progress(step)
            doubt = bulk.progress.doubt
            if doubt:
                self.status.setText(f"⚠ {said(doubt)}")
        except CopilotError as error:
            self._tell(error)
        finally:
            self._translating = None
            self._renew()

    def cancel(self) -> None:
        """Stop; what is there stays, and it can go on later."""
        work, self._translating = self._translating, None
        if work is not None:
            work.cancel()
            self.status.setText(_tr("Translation", "Stopped. What is translated stays."))
        self._renew()

    def _edit(self) -> None:
        self.cancel()
        self._bulk = None
        self.progress.setValue(0)
        self.status.setText("")
        self._stack.setCurrentWidget(self.text)
        self.text.setFocus()
        self._renew()

    def _tell(self, error: CopilotError) -> None:
        self.status.setText(f"⚠ {said(error.title)} {said(error.hint)}".strip())

    def _renew(self) -> None:
        """What can be done now."""
        runs, bulk = self._translating is not None, self._bulk
        translated = bulk is not None and bool(bulk.progress.text.strip())
        begun = bulk is not None and not bulk.progress.done
        for button, useful in (
            (self._cancel, runs),
            (self._change, bulk is not None),
            (self._copy, translated),
            (self._save, translated),
            (self._open, bulk is None),
            (self._go, not runs and (bulk is None or begun)),
            (self.progress, bulk is not None),
        ):
            button.setVisible(useful)
        self._settings.hide()
        self._go.setText(_tr("Translation", "Go on") if begun else _tr("Translation", "Translate"))
        self._go.setEnabled(bool(self.text.toPlainText().strip()))
        for box in (self.source, self.target):
            box.setEnabled(bulk is None)

    # Files and the clipboard

    @property
    def translated(self) -> str:
        """The translation as far as it has come."""
        return self._bulk.progress.text if self._bulk is not None else ""

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText(self.translated)
        self.status.setText(_tr("Translation", "Copied."))

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, _tr("Translation", "Open a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open_file)
        dialog.open()

    def open_file(self, path: str) -> None:
        """Take the text of this file."""
        self.work.start(self._take_file(Path(path)), "open text")

    async def _take_file(self, path: Path) -> None:
        try:
            text = await asyncio.to_thread(_read, path)
        except CopilotError as error:
            self._tell(error)
        else:
            self.text.setPlainText(text)
            self.status.setText("")

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, _tr("Translation", "Save the translation"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.fileSelected.connect(self.save_file)
        dialog.open()

    def save_file(self, path: str) -> None:
        """Write the translation into this file."""
        self.work.start(self._write_file(Path(path)), "save text")

    async def _write_file(self, path: Path) -> None:
        try:
            await asyncio.to_thread(path.write_text, self.translated, encoding="utf-8")
        except OSError as error:
            title = _tr("Translation", "The translation can't be saved there.")
            self._tell(InputError(title, error.strerror or ""))
        else:
            self.status.setText(_tr("Translation", "Saved."))

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is under way ends with the window."""
        self.cancel()
        super().closeEvent(event)


def _labelled(name: str, box: Choice) -> QWidget:
    label = kit.text(name)
    label.setWordWrap(False)
    label.setBuddy(box)
    both = QWidget()
    line = kit.row(label, box, stretch=box)
    line.setContentsMargins(0, 0, 0, 0)
    both.setLayout(line)
    return both


def _about(made: BulkProgress) -> str:
    """What it was made of, for the line below the table."""
    hidden, used = made.masked, made.tokens
    masked = _tr("Translation", "%n masked", "", hidden) if hidden else ""
    tokens = _tr("Translation", "%n tokens", "", used) if used else ""
    cost = _tr("Translation", "free") if made.cost == "free" else made.cost
    return " · ".join(part for part in (masked, made.model, tokens, cost) if part)


def _read(path: Path) -> str:
    """The text of a file in UTF-8 or UTF-16. Raises InputError."""
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError(
                _tr("Translation", "This file is too large."),
                _tr("Translation", "Take at most 4 MB at once."),
            )
        data = path.read_bytes()
    except OSError as error:
        title = _tr("Translation", "This file can't be read.")
        raise InputError(title, error.strerror or "") from error
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise InputError(
            _tr("Translation", "This file is no text in UTF-8."),
            _tr("Translation", "Save it as a text file."),
        )
    return text.replace("\r\n", "\n")
