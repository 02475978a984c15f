"""`chat-copilot translate`: a text into another language, printed sentence by sentence."""

from __future__ import annotations

import argparse
import asyncio
import sys
from contextlib import aclosing
from dataclasses import replace
from functools import partial
from pathlib import Path

from copilot import wiring
from copilot.commands.exits import OK
from copilot.commands.output import print_json
from copilot.core.bulk import BulkProgress, BulkTranslation
from copilot.core.errors import InputError, ModelMissing
from copilot.core.glossary import Glossary, parse_csv
from copilot.core.languages import parse_language
from copilot.core.rejoining import Rejoiner
from copilot.core.translation import TranslationRequest
from copilot.core.translation_state import Variant
from copilot.llm.engine.local import LocalEngines
from copilot.llm.http import HttpStack
from copilot.store import paths, settings
from copilot.store.glossary import GlossaryFile, read_csv_file
from copilot.store.secrets import KeyringSecrets
from copilot.store.settings import Settings
from copilot.store.state import State

_LONGEST = 2_000_000
"""Characters."""
VARIANTS = {variant.value.removeprefix("more "): variant for variant in Variant if variant.value}
"""The words of --variant."""


def main(args: argparse.Namespace) -> int:
    """Translate `args.file` or standard input into `args.to`.

    What was printed before an error or Ctrl+C is whole sentences.
    """
    asked = TranslationRequest(
        (),
        parse_language(args.to),
        parse_language(args.source) if args.source else "",
        variant=VARIANTS.get(args.variant or "", Variant.PLAIN),
        formality="",
    )
    configured = _settings(args.provider)
    glossary = _glossary(args.glossary)
    if not configured.models_for("translation"):
        raise ModelMissing(
            "No model is set up for translation.",
            'Name one under [jobs] in settings.toml, such as translation = "deepseek", or give'
            " --provider; `chat-copilot providers` lists them.",
        )
    text = _read(args.file)
    if not text.strip():
        raise InputError("There is nothing to translate.", "Give a text on standard input.")
    printer = _Printer(asked.target, as_json=args.json, show_progress=sys.stderr.isatty())
    return asyncio.run(_translate(configured, text, asked, glossary, printer))


def _settings(provider: str | None) -> Settings:
    configured = settings.load(paths.find().settings_file)
    if provider is None:
        return configured
    return replace(configured, jobs={"translation": configured.find(provider)})


def _glossary(file: str | None) -> Glossary:
    if file is None:
        return GlossaryFile(paths.find().glossary_file).current()
    imported = parse_csv(read_csv_file(Path(file)))
    for bad in imported.bad_lines:
        print(f"chat-copilot: {file}:{bad.line}: {bad.reason}", file=sys.stderr)
    return Glossary(imported.terms)


def _read(file: str | None) -> str:
    text = sys.stdin.read() if file in (None, "-") else _text_of(file)
    if len(text) > _LONGEST:
        raise InputError("The text is too long.", f"Up to {_LONGEST:,} characters at a time.")
    return text


def _text_of(file: str) -> str:
    try:
        return Path(file).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"{file} can't be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise InputError(f"{file} is not UTF-8 text.") from None


async def _translate(
    configured: Settings,
    text: str,
    asked: TranslationRequest,
    glossary: Glossary,
    printer: _Printer,
) -> int:
    http = HttpStack(configured.proxy)
    spending = wiring.create_spending(configured, paths.find())
    engines = LocalEngines(http)
    secrets = KeyringSecrets(State(paths.find().state_file))
    get_key = partial(asyncio.to_thread, secrets.get)
    try:
        await spending.load()
        means = wiring.create_means(configured, http, get_key, spending, engines)
        translator = wiring.create_translator(means, glossary=lambda: glossary)
        assert translator is not None  # a model is set up
        bulk = BulkTranslation(translator, text, asked)
        async with aclosing(bulk.run()) as steps:
            async for step in steps:
                printer.show(step)
        printer.end()
    finally:
        printer.leave()
        await engines.close()
        await spending.close()
        await http.close()
    return OK


class _Printer:
    """Prints what has become whole; how far it is goes to a terminal on standard error."""

    def __init__(self, target: str, *, as_json: bool, show_progress: bool) -> None:
        self._target = target
        self._as_json = as_json
        self._show_progress = show_progress
        self._rejoiner = Rejoiner(target)
        self._part = self._sentence = 0
        self._open_line = False

    def show(self, progress: BulkProgress) -> None:
        """Print the sentences that have come since the last time."""
        while self._part < len(progress.parts):
            part = progress.parts[self._part]
            for original, one in part.whole[self._sentence :]:
                self._print(original, one.text or original.strip(), one.doubt or one.trouble)
                self._sentence += 1
            if not part.done:
                break
            self._part, self._sentence = self._part + 1, 0
        if self._show_progress:
            print(f"\r{progress.share:4.0%} ", end="", file=sys.stderr, flush=True)

    def _print(self, original: str, translated: str, doubt: str) -> None:
        if self._as_json:
            told = {"text": original.strip(), "translation": translated, "to": self._target}
            print_json({**told, "doubt": doubt or None}, pretty=False)
            return
        text = self._rejoiner.add(original, translated)
        print(text, end="", flush=True)
        self._open_line = not text.endswith("\n")
        if doubt:
            print(f"\nchat-copilot: {doubt}", file=sys.stderr)

    def end(self) -> None:
        """Nothing more will come."""
        if not self._as_json:
            text = self._rejoiner.end()
            print(text, end="", flush=True)
            self._open_line = self._open_line and not text.endswith("\n")

    def leave(self) -> None:
        """End the line, however far it came."""
        if self._show_progress:
            print("\r     \r", end="", file=sys.stderr, flush=True)
        if self._open_line:
            self._open_line = False
            print(flush=True)
