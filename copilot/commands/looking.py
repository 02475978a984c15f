"""The eyes of `read` and `watch`: the desktop room without a window of ours."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from copilot.core.errors import AccessibilityOff
from copilot.core.ports import Eyes
from copilot.desktop.service import create_desktop
from copilot.store import paths, resources, settings
from copilot.store.bounds import bounds_of
from copilot.store.state import State

_READY_LIMIT = 5.0  # seconds


@asynccontextmanager
async def open_eyes() -> AsyncGenerator[Eyes]:
    """Eyes that see already. Raises AccessibilityOff, SettingsError."""
    here = paths.find()
    # A broken file must stop us: it may say what is never to be read.
    configured = settings.load(here.settings_file)
    desktop = await create_desktop(
        apps=resources.read_text("apps.toml"),
        emoji=resources.read_text("emoji.tsv"),
        ways=State(here.state_file).table("ways"),
        bounds=bounds_of(configured.reading),
    )
    try:
        if not await desktop.eyes.ready(_READY_LIMIT):
            raise AccessibilityOff(
                "The accessibility bus can't be reached.", "Run `chat-copilot doctor`."
            )
        yield desktop.eyes
    finally:
        await desktop.close()
