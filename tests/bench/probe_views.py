"""Prints when our eyes deliver which draft: what `Eyes.sights()` costs, without the application."""

from __future__ import annotations

import asyncio
import json
import time

from copilot.core.model import ChatView
from copilot.desktop.service import create_desktop
from copilot.store import resources


async def main() -> None:
    """Follow the focused chat until ended."""
    desktop = await create_desktop(apps=resources.read_text("apps.toml"), ways={})
    await desktop.eyes.ready()
    async for sight in desktop.eyes.sights():
        now = time.monotonic()
        draft = sight.draft.text if isinstance(sight, ChatView) else None
        print(json.dumps({"at": now, "draft": draft}), flush=True)


if __name__ == "__main__":
    asyncio.run(main())
