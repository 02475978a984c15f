"""The one factory of this room: the parts that see, write and listen to keys on this system."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable, MutableMapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from copilot.core.applications import KnownApplication
from copilot.core.bounds import Bounds
from copilot.core.ports import DraftWriter, Eyes, Hotkeys, Selection
from copilot.core.tasks import TaskSet
from copilot.desktop.apps import Apps
from copilot.desktop.emoji import EmojiNames
from copilot.desktop.known_apps import KnownApps
from copilot.desktop.null import NullEyes, NullHotkeys, NullSelection, NullWriter
from copilot.desktop.stillness import Stillness, stillness_here


class ReadyEyes(Eyes, Protocol):
    """Eyes that need a moment until they see."""

    async def ready(self, limit: float = 5.0) -> bool:
        """Wait until changes are heard, at most `limit` seconds; false if they are not."""
        ...


@dataclass(frozen=True, slots=True)
class Desktop:
    """Other applications, seen and written to; usable from any loop. Close it at the end."""

    eyes: ReadyEyes
    writer: DraftWriter
    hotkeys: Hotkeys
    selection: Selection
    close: Callable[[], Awaitable[None]]
    applications: Callable[[Sequence[str]], Awaitable[Sequence[KnownApplication]]]
    """Those that chats were seen in, and those that the person named."""
    stillness: Stillness = field(default_factory=stillness_here)


async def create_desktop(
    *,
    apps: str,
    ways: MutableMapping[str, str],
    seen: MutableMapping[str, str] | None = None,
    emoji: str = "",
    bounds: Bounds | None = None,
    display: str | None = None,
    resting: bool = False,
) -> Desktop:
    """Start what this system has; what it lacks is a null part.

    `apps` is the text of resources/apps.toml, `emoji` that of resources/emoji.tsv. `ways` keeps
    the way of writing that worked per application, `seen` what could be read there. `bounds` say
    what may be read at all (None: everything), `display` is an X11 display (None: $DISPLAY). Eyes
    that are `resting` read nothing until they are told to.
    """
    if sys.platform == "linux":
        known = Apps.parse(apps)
        listed = KnownApps(known, {} if seen is None else seen, ways)
        return await _linux(known, listed, EmojiNames(emoji), ways, bounds, display, resting)
    return Desktop(NullEyes(), NullWriter(), NullHotkeys(), NullSelection(), _nothing, _nobody)


async def _linux(
    apps: Apps,
    known: KnownApps,
    emoji: EmojiNames,
    ways: MutableMapping[str, str],
    bounds: Bounds | None,
    display: str | None,
    resting: bool,
) -> Desktop:
    # Other systems don't have these libraries.
    from copilot.desktop.linux.composition import Composition
    from copilot.desktop.linux.eyes import DesktopEyes, Latest
    from copilot.desktop.linux.hands import create_hands
    from copilot.desktop.linux.input_methods import InputMethods
    from copilot.desktop.linux.stillness import PortalStillness
    from copilot.desktop.linux.thread import DesktopThread
    from copilot.desktop.linux.watcher import Watcher
    from copilot.desktop.linux.windows import open_windows

    latest = Latest()
    composition = Composition()
    stillness = Stillness()
    listening = TaskSet()

    async def create_watcher() -> Watcher:
        windows = open_windows(composition, display)
        watcher = Watcher(windows, apps, latest.put, bounds, emoji, ways, composition, known)
        if resting:
            await watcher.rest(True)
        watcher.start()
        listening.start(InputMethods(composition).serve(), "input methods")
        listening.start(PortalStillness(stillness).serve(), "stillness")
        return watcher

    thread = DesktopThread()
    thread.start()
    watcher = await thread.run(create_watcher())
    hands = await create_hands(
        thread, watcher, lambda view: apps.named(view.identity.app), ways, composition, display
    )

    async def close() -> None:
        await thread.run(listening.close())
        await hands.close()
        await thread.run(watcher.close())
        thread.stop()

    async def listed(names: Sequence[str]) -> Sequence[KnownApplication]:
        return known.listed(names)

    async def applications(names: Sequence[str]) -> Sequence[KnownApplication]:
        return await thread.run(listed(names))

    eyes = DesktopEyes(thread, watcher, latest)
    return Desktop(
        eyes, hands.writer, hands.hotkeys, hands.selection, close, applications, stillness
    )


async def _nothing() -> None:
    """Nothing to close."""


async def _nobody(_names: Sequence[str]) -> Sequence[KnownApplication]:
    """No application is known."""
    return ()
