"""What stands behind the chats for one set of settings: made, run and closed as a whole."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from copilot.core.chat_rules import ChatRules
from copilot.core.clock import LoopClock
from copilot.core.inspection import Inspection
from copilot.core.instant import BankedReplies, Banks, NoReplies
from copilot.core.interpreting import InterpreterParts, Languages
from copilot.core.model import Notice, PanelState
from copilot.core.session import Parts, Session
from copilot.core.skill_run import NoSkills, SkillAsker
from copilot.core.tasks import TaskSet
from copilot.desktop.service import Desktop
from copilot.llm.http import HttpStack
from copilot.settling import staying
from copilot.store.history.service import Kept
from copilot.store.keys import KeyFetcher
from copilot.store.paths import Paths
from copilot.store.settings import QuickReplySettings, Settings
from copilot.store.system_languages import system_languages

if TYPE_CHECKING:
    from copilot.core.asker import ModelAsker
    from copilot.core.ports import Ledger
    from copilot.core.skill_asker import ModelSkillAsker
    from copilot.core.translator import Translator

Instant = BankedReplies | NoReplies


_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Around:
    """What stays when settings change, and whom a talk tells."""

    desktop: Desktop
    paths: Paths
    keys: KeyFetcher
    inspection: Inspection
    rules: ChatRules
    show: Callable[[PanelState], None]
    warn: Callable[[Notice], None]
    deny: Callable[[str], Coroutine[None, None, None]]
    rest_app: Callable[[str], Coroutine[None, None, None]]
    ledger: Callable[[], Ledger]


@dataclass(frozen=True, slots=True)
class _Models:
    """What asks the models that the settings name."""

    asker: ModelAsker | None = None
    translator: Translator | None = None
    skills: SkillAsker = field(default_factory=NoSkills)


def create_instant(options: QuickReplySettings) -> Instant:
    """The replies from this machine; nothing is read before the first is wanted."""

    def load() -> Banks:
        from copilot import wiring

        return wiring.create_banks(options)

    return BankedReplies(load) if options.enabled else NoReplies()


class Talk:
    """A session and the models that it asks. `close` it before the history that it tells."""

    def __init__(
        self,
        settings: Settings,
        around: Around,
        instant: Instant,
        kept: Kept,
        serials: Iterator[int],
        *,
        paused: bool = False,
    ) -> None:
        """A `paused` one sees nothing until the person resumes it: the eyes rest already.

        `serials` are as in Parts.
        """
        self._around = around
        self._closing = AsyncExitStack()
        self._tasks = TaskSet()
        self._warm_up: list[Callable[[], Coroutine[None, None, object]]] = [instant.warm]
        languages = languages_of(settings)
        models = self._create_models(settings, kept, languages.mine[0])
        self.translator = models.translator
        self._closing.push_async_callback(self._tasks.close)
        parts = Parts(
            around.desktop.eyes,
            around.desktop.writer,
            instant,
            models.asker,
            kept.history,
            LoopClock(),
            around.rules,
            around.deny,
            InterpreterParts(self.translator, kept.contacts, languages)
            if self.translator is not None
            else None,
            rest_app=around.rest_app,
            skills=models.skills,
            serials=serials,
        )
        labels = [settings.hotkeys.get(f"choose{n}", "") for n in (1, 2, 3)]
        self.session = Session(parts, around.show, hotkeys=labels, paused=paused)
        self._tasks.start(self.session.run(), "session")

    def warm_up(self) -> None:
        """Somebody chats: prepare, once, what takes 300 ms and 40 MB."""
        while self._warm_up:
            self._tasks.start(staying(self._warm_up.pop(0)()), "warm up")

    async def close(self) -> None:
        """End the session, then what it asked."""
        await self._closing.aclose()

    def _create_models(self, settings: Settings, kept: Kept, reads: str) -> _Models:
        if not settings.jobs:
            return _Models()
        # Whoever has no model need not wait for what speaks to one.
        from copilot import wiring
        from copilot.store.glossary import GlossaryFile

        around = self._around
        http = HttpStack(settings.proxy)
        self._closing.push_async_callback(http.close)
        spending = wiring.create_spending(settings, around.paths, around.warn, around.ledger())
        self._closing.push_async_callback(spending.close)
        self._tasks.start(spending.load(), "usage")
        engines = wiring.LocalEngines(http)
        self._closing.push_async_callback(engines.close)
        self._warm_up += [engines.warm, partial(asyncio.to_thread, http.prepare)]
        means = wiring.create_means(
            settings,
            http,
            around.keys,
            spending,
            engines,
            around.inspection,
            around.rules,
            kept.contacts,
        )
        glossary = GlossaryFile(around.paths.glossary_file).current
        skills = wiring.create_skill_asker(means, reads)
        if skills is not None:
            self._tasks.start(self._join_own_skills(skills), "own skills")
        return _Models(
            wiring.create_asker(means),
            wiring.create_translator(means, kept.translations, glossary),
            skills or NoSkills(),
        )

    async def _join_own_skills(self, skills: ModelSkillAsker) -> None:
        from copilot import wiring

        folder = self._around.paths.skills_folder
        joined = await asyncio.to_thread(wiring.read_own_skills, folder)
        skills.join(joined.skills)
        for name, error in joined.broken:
            _log.warning("%s: %s %s", name, error.title, error.hint)
        if (notice := joined.notice()) is not None:
            self._around.warn(notice)


def is_other_talk(before: Settings, settings: Settings) -> bool:
    """Whether these settings want another talk than those before."""
    elsewhere = {
        "interface": settings.interface,
        "panel": settings.panel,
        "reading": settings.reading,
        "check_updates": settings.check_updates,
        "warnings": settings.warnings,
    }
    if replace(before, **elsewhere) != settings:
        return True
    return languages_of(before) != languages_of(settings)


def languages_of(settings: Settings) -> Languages:
    """The languages that the person reads, as they set them or as the system is set."""
    wanted = settings.translation
    interface = settings.interface.language
    system = () if interface == "system" else (interface,)
    mine = wanted.mine or tuple(dict.fromkeys((*system, *system_languages())))
    return Languages(mine, wanted.incoming, wanted.drafts, wanted.way_back)
