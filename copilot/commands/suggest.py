"""`chat-copilot suggest`: replies to conversations from files, one JSON object a line."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Callable, Coroutine, Iterator
from contextlib import aclosing
from dataclasses import replace
from functools import partial

from copilot import wiring
from copilot.commands import conversations
from copilot.commands.conversations import Given
from copilot.commands.exits import FAILED, OK
from copilot.commands.output import print_json
from copilot.core.asking import Answer, Question
from copilot.core.chat_rules import ChatRules
from copilot.core.errors import ChatWithheld, CopilotError, InputError
from copilot.core.inspection import Inspection, as_json
from copilot.core.model import ChatIdentity, Section, Source, Suggestion
from copilot.core.spending import Spending
from copilot.llm.engine.local import LocalEngines
from copilot.llm.http import HttpStack
from copilot.store import paths, settings
from copilot.store.chat_rules import RulesFile
from copilot.store.provider_settings import JOBS
from copilot.store.secrets import KeyringSecrets
from copilot.store.settings import Settings
from copilot.store.state import State

_Answerer = Callable[[Question], Coroutine[None, None, tuple[Suggestion, ...]]]


def main(args: argparse.Namespace) -> int:
    """Answer every conversation of `args.conversation` in its order.

    One that can't be answered gets an object with an "error", and the exit code says so. With
    `args.show_sent` each object tells what was sent to models for it, in its order.
    """
    section: Section = "topics" if args.topics else "replies"
    configured = _settings(args.provider, offline=args.offline)
    given = conversations.read_all(args.conversation)
    return asyncio.run(_answer_all(configured, section, given, show_sent=args.show_sent))


def _settings(provider: str | None, *, offline: bool) -> Settings:
    if offline:
        return Settings()
    configured = settings.load(paths.find().settings_file)
    if provider is None:
        return configured
    return replace(configured, jobs=dict.fromkeys(JOBS, configured.find(provider)))


async def _answer_all(
    configured: Settings, section: Section, given: Iterator[Given], *, show_sent: bool
) -> int:
    code = OK
    inspection = Inspection()
    http = HttpStack(configured.proxy)
    spending = wiring.create_spending(configured, paths.find())
    engines = LocalEngines(http)
    try:
        await spending.load()
        answer = _answerer(configured, section, http, spending, engines, inspection)
        # Reading may wait for standard input: nothing else runs meanwhile.
        for number, one in enumerate(given):
            chat = ChatIdentity(one.app, str(number), one.conversation.contact)
            question = Question(chat, one.conversation, one.draft, section)
            printed: dict[str, object] = {"suggestions": []}
            try:
                printed["suggestions"] = [_as_json(s) for s in await answer(question)]
            except CopilotError as error:
                code = FAILED
                print(f"chat-copilot: {one.where}: {error}", file=sys.stderr)
                printed["error"] = {"title": error.title, "hint": error.hint}
            if show_sent:
                printed["sent"] = [as_json(sent) for sent in reversed(inspection.latest)]
                inspection.forget()
            print_json(printed, pretty=False)
    finally:
        await engines.close()
        await spending.close()
        await http.close()
    return code


def _answerer(
    configured: Settings,
    section: Section,
    http: HttpStack,
    spending: Spending,
    engines: LocalEngines,
    inspection: Inspection,
) -> _Answerer:
    """What answers: the provider of the job if the settings name one, quick replies otherwise."""
    secrets = KeyringSecrets(State(paths.find().state_file))
    get_key = partial(asyncio.to_thread, secrets.get)
    rules = ChatRules(RulesFile(paths.find().chats_file))
    means = wiring.create_means(configured, http, get_key, spending, engines, inspection, rules)
    asker = wiring.create_asker(means)
    if asker is not None and configured.provider_for(section) is not None:

        async def by_model(question: Question) -> tuple[Suggestion, ...]:
            answer = Answer()
            async with aclosing(asker.ask(question)) as answers:
                async for newer in answers:
                    answer = newer
            if not answer.model:
                raise ChatWithheld(
                    "This chat is not sent: you don't allow it, or for local models only.",
                    "`chat-copilot chats` counts what you set; change it in the panel.",
                )
            return tuple(Suggestion(d.text, d.stance, Source.MODEL) for d in answer.drafted)

        return by_model
    if not configured.quick_replies.enabled:
        raise InputError(
            "Nothing can answer: quick replies are switched off and no provider is set.",
            "Set one under [jobs] in settings.toml, or add --offline.",
        )
    banks = wiring.create_banks(configured.quick_replies)

    async def by_bank(question: Question) -> tuple[Suggestion, ...]:
        if section == "topics":
            return banks.topics.suggest(question.conversation, question.turn)
        return banks.replies.answer(question.conversation, question.draft, question.turn)

    return by_bank


def _as_json(suggestion: Suggestion) -> dict[str, str]:
    return {
        "text": suggestion.text,
        "stance": suggestion.stance.value,
        "source": suggestion.source.value,
    }
