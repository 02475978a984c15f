"""Everything of ours that writes, on a disk that takes no more and then some again.

python disk_trouble.py FOLDER full|read-only: prints what was told and what was kept, as JSON. The
folder is a disk of its own, or its files can't grow.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
import logging
import resource
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path
from typing import Any

from copilot.core.cost import Cost, Tokens
from copilot.core.errors import CopilotError
from copilot.core.ports import Charge
from copilot.store import logs, settings_edit
from copilot.store.history import schema
from copilot.store.history.database import HistoryDatabase
from copilot.store.history.searching import messages
from copilot.store.history.store import HistoryStore
from copilot.store.paths import Paths
from copilot.store.state import State
from copilot.store.usage import UsageLedger
from tests.fakes_desktop import ANNA, view

KEY = bytes(range(32))
CALL = Charge("deepseek", "chat", "reply", ANNA, Tokens(400, 12, 300), Cost(296_000, "CNY"))


class Store:
    """What writes, opened as the application does."""

    def __init__(self, here: Paths, told: list[str]) -> None:
        self._here = here
        self._told = told
        self._history = HistoryStore(
            lambda: HistoryDatabase(here.history_file, KEY),
            on_trouble=lambda error: told.append(str(error)),
        )
        self._ledger = UsageLedger(here.usage_file)

    async def write(self, word: str, *earlier: str) -> int:
        """Write the word with everything that writes; how many calls the ledger counts."""
        seen = [("them", text) for text in (*earlier, word * 4000)]
        await self._history.saw(view(*seen), [])
        State(self._here.state_file).set_text("word", word)
        for text in (*("filler" * 40,) * 40, word):  # more than the rest of a block
            logging.getLogger("copilot.test").info("%s", text)
        try:
            settings_edit.update(self._here.settings_file, {"masking.words": [word]})
        except CopilotError as error:
            self._told.append(str(error))
        return (await self._ledger.add(CALL)).today.calls

    async def close(self) -> None:
        """End as the application does."""
        await self._history.close()


@contextlib.contextmanager
def full(folder: Path, small: bool) -> Generator[None]:
    """No byte more goes into the folder."""
    if not small:
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
        yield
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        return
    ballast = folder / "ballast"
    with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(b"\0" * 512)
    yield
    ballast.unlink()


@contextlib.contextmanager
def read_only(folder: Path, small: bool) -> Generator[None]:
    """Nothing in the folder can be changed."""
    if small:
        subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
        yield
        subprocess.run(["mount", "-o", "remount,rw", folder], check=True)
        return
    places = [folder, *(path for path in folder.rglob("*"))]
    modes = [place.stat().st_mode for place in places]
    for place in places:
        place.chmod(0o500)
    yield
    for place, mode in zip(places, modes, strict=True):
        place.chmod(mode)


def _hidden(folder: Path) -> list[Path]:
    """Temporary files that were left behind."""
    return sorted(folder.rglob(".*"))


async def main(folder: Path, trouble: str, small: bool) -> dict[str, Any]:
    """Write "one" before, "two" during and "three" after the trouble."""
    here = Paths(*(folder / name for name in ("config", "data", "state", "cache", "run")))
    screen = io.StringIO()
    told: list[str] = []
    store = Store(here, told)
    if trouble == "full":
        logs.set_up(here, screen=screen)
    await store.write("one")
    settled = here.settings_file.read_text(encoding="utf-8")
    if trouble == "read-only":
        # It is so from the start: the open files of a running program keep a disk from becoming so.
        await store.close()
        store = Store(here, told)
    with (full if trouble == "full" else read_only)(folder, small):
        if trouble == "read-only":
            logs.set_up(here, screen=screen)
        calls = await store.write("two", "one" * 4000)
        assert here.settings_file.read_text(encoding="utf-8") == settled
        assert State(here.state_file).text("word") == "one"
    meanwhile = list(told)
    after = await store.write("three", "one" * 4000, "two" * 4000)
    await store.close()
    logging.shutdown()
    with contextlib.closing(HistoryDatabase(here.history_file, KEY)) as history:
        kept = [one.text[: len(one.text) // 4000] for one in messages(history, 1)]
        whole = schema.problems(history.connection) == ()
    left = [str(path.relative_to(folder)) for path in _hidden(folder)]
    log = here.log_file.read_text(encoding="utf-8") if here.log_file.exists() else ""
    return {
        "told": meanwhile,
        "told_later": told[len(meanwhile) :],
        "screen": screen.getvalue(),
        "calls": [calls, after],
        "kept": kept,
        "whole": whole,
        "settings": here.settings_file.read_text(encoding="utf-8"),
        "state": State(here.state_file).text("word"),
        "log": [w for w in log.split() if w in ("one", "two", "three")],
        "left": left,
    }


if __name__ == "__main__":
    print(json.dumps(asyncio.run(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3] == "disk"))))
