"""`chat-copilot update --check`: whether there is a newer release. It never installs one."""

from __future__ import annotations

import argparse
import asyncio

from copilot.commands.exits import OK
from copilot.commands.output import print_json
from copilot.store import build, paths, settings
from copilot.store.state import State
from copilot.store.updates import Release


def main(args: argparse.Namespace) -> int:
    """Ask now, whenever it was asked last. Raises UpdatesUnknown."""
    from copilot.llm.http import HttpStack
    from copilot.updating import newer_releases

    here = paths.find()
    this = build.read()

    async def ask() -> tuple[Release, ...]:
        chosen, _ = settings.load_or_default(here.settings_file)
        http = HttpStack(chosen.proxy)
        try:
            return await newer_releases(this, State(here.state_file), http)
        finally:
            await http.close()

    newer = asyncio.run(ask())
    if args.json:
        releases = [release.as_json() for release in newer]
        print_json({"version": this.version, "channel": this.channel, "newer": releases})
    elif not newer:
        print(f"{this.version} is the newest.")
    else:
        _tell(newer)
    return OK


def _tell(newer: tuple[Release, ...]) -> None:
    for release in newer:
        print(f"{release.version}  {release.date}  {release.page}")
        for line in release.news:
            print(f"  - {line}")
    print("Nothing was installed: get it where you got this one from.")
