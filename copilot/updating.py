"""Asks for news of releases, with the address and the key that the build brings."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable

from copilot.core.errors import UpdatesUnknown
from copilot.llm.feed import fetch
from copilot.llm.http import HttpStack
from copilot.store import build as builds
from copilot.store.build import DISTRIBUTION, Build
from copilot.store.settings import Settings
from copilot.store.state import State
from copilot.store.updates import EVERY, Release, Updates

_log = logging.getLogger(__name__)


async def tell_of_releases(
    state: State,
    settings: Callable[[], Settings],
    tell: Callable[[Release], object],
    build: Build | None = None,
) -> None:
    """While the person wants it, ask once a day, and `tell` of the newest release that is newer.

    What goes wrong on the way is no news for anybody: it is logged.
    """
    this = build or await asyncio.to_thread(builds.read)
    while this.feed_url:
        wanted = settings()
        if wanted.check_updates:
            http = HttpStack(wanted.proxy)
            try:
                newer = await newer_releases(this, state, http, only_if_due=True)
                if newer:
                    tell(newer[0])
            except UpdatesUnknown as problem:
                _log.warning("%s", problem.title)
            finally:
                await http.close()
        await asyncio.sleep(EVERY)


async def newer_releases(
    build: Build, state: State, http: HttpStack, *, only_if_due: bool = False
) -> tuple[Release, ...]:
    """What is newer than this build, the newest first. Raises UpdatesUnknown.

    `only_if_due` asks at most once a day, and nobody where this build knows no feed.
    """
    if not build.feed_url:
        if only_if_due:
            return ()
        raise _nobody_to_ask(build)
    updates = Updates(state, build.feed_key)
    now = time.time()
    if only_if_due and not updates.is_due(now):
        return ()
    updates.asked(now)
    feed = await fetch(http, build.feed_url)
    signature = await fetch(http, f"{build.feed_url}.minisig")
    return updates.read(feed, signature.decode("utf-8", "replace"), build.version)


def _nobody_to_ask(build: Build) -> UpdatesUnknown:
    if build.channel == DISTRIBUTION:
        return UpdatesUnknown(
            "Your distribution brings updates of Chat Copilot.", "Ask its package manager."
        )
    return UpdatesUnknown(
        "This build knows nobody to ask for updates.", "Look where you got it from."
    )
