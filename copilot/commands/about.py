"""`chat-copilot about`: which build this is, in a window."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from copilot.commands.exits import OK
from copilot.store import build, paths, resources, settings
from copilot.store.state import State

if TYPE_CHECKING:
    from copilot.ui.about import Newer

_DOCUMENTS = (
    "../../../../share/doc/chat-copilot",
    "../../share/doc/chat-copilot",
    "../../licences",
)
"""Where licences stand in a package, as seen from its resources: system, portable, Windows."""


def main(_args: argparse.Namespace) -> int:
    """Show the window until it is closed. Raises DisplayMissing."""
    from copilot.start import find_resources
    from copilot.ui.about import About, show_about

    find_resources()
    here = paths.find()
    chosen, _ = settings.load_or_default(here.settings_file)
    this = build.read()

    def look() -> Sequence[Newer]:
        return asyncio.run(_newer(this, State(here.state_file), chosen.proxy))

    about = About(
        version=this.line,
        system=f"{build.system()}, {build.python()}",
        look=look if this.feed_url else None,
        licences=licences_beside(resources.folder()),
    )
    show_about(about, chosen.interface.language, chosen.panel)
    return OK


async def _newer(this: build.Build, state: State, proxy: str) -> Sequence[Newer]:
    from copilot.llm.http import HttpStack
    from copilot.ui.about import Newer
    from copilot.updating import newer_releases

    http = HttpStack(proxy)
    try:
        found = await newer_releases(this, state, http)
    finally:
        await http.close()
    return [Newer(release.version, release.page, release.news) for release in found]


def licences_beside(folder: Path) -> str:
    """The folder with the licences of the package whose resources these are, "" if none."""
    for place in _DOCUMENTS:
        documents = (folder / place).resolve()
        if documents.is_dir():
            return str(documents)
    return ""
