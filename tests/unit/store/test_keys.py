"""Keys for the running application: no dialog unless asked for, no thread that is waited for."""

from __future__ import annotations

import asyncio
import subprocess
import sys

import pytest

from copilot.core.errors import KeychainLocked
from copilot.store.keys import KeyFetcher


class Locked:
    """A keychain that opens when its dialog is answered."""

    def __init__(self) -> None:
        self.dialogs = 0

    def get(self, name: str, *, quietly: bool = False) -> str:
        if quietly and not self.dialogs:
            raise KeychainLocked("Locked.")
        self.dialogs += 1
        return f"key of {name}"


async def test_the_dialog_opens_only_when_the_person_asked() -> None:
    keychain, time = Locked(), [0.0]
    fetch = KeyFetcher(keychain, lambda: time[0])
    with pytest.raises(KeychainLocked):
        await fetch("mine")
    fetch.may_ask()
    time[0] = 60.0  # what was wanted a minute ago is no wish any more
    with pytest.raises(KeychainLocked):
        await fetch("mine")
    assert keychain.dialogs == 0
    fetch.may_ask()
    assert await fetch("mine") == "key of mine"
    assert keychain.dialogs == 1


async def test_a_second_dialog_needs_a_second_wish() -> None:
    asked: list[bool] = []

    class Closed:
        def get(self, name: str, *, quietly: bool = False) -> str:
            asked.append(not quietly)
            raise KeychainLocked("Dismissed.")

    fetch = KeyFetcher(Closed())
    fetch.may_ask()
    for _ in range(3):
        with pytest.raises(KeychainLocked):
            await fetch("mine")
    assert asked == [True, False, False]


async def test_the_program_ends_while_a_dialog_is_open() -> None:
    program = (
        "import asyncio, threading\n"
        "from copilot.store.keys import KeyFetcher\n"
        "class Open:\n"
        "    def get(self, name, *, quietly=False): threading.Event().wait(60)\n"
        "async def main():\n"
        "    try:\n"
        "        async with asyncio.timeout(0.05): await KeyFetcher(Open())('mine')\n"
        "    except TimeoutError: print('cancelled')\n"
        "asyncio.run(main())\n"
    )
    command = [sys.executable, "-c", program]
    done = await asyncio.to_thread(subprocess.run, command, capture_output=True, timeout=20)
    assert (done.stdout, done.stderr) == (b"cancelled\n", b"")
