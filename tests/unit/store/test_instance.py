"""One instance per session."""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from copilot.core.errors import (
    AlreadyRunning,
    ChatChanged,
    CopilotError,
    InstanceError,
    NotRunning,
)
from copilot.store import instance
from copilot.store.instance import Instance
from copilot.store.paths import Paths

SESSION = {"DISPLAY": ":7"}


async def echo(action: str) -> Mapping[str, object]:
    return {"did": action}


async def test_an_action_arrives_and_is_answered(here: Paths):
    running = Instance.claim(here, SESSION)
    await running.serve(echo)
    reply = await asyncio.to_thread(instance.send, here, "open", 5.0, {"DISPLAY": ":7.0"})
    assert reply["did"] == "open"
    assert instance.is_running(here, SESSION)
    await running.close()
    assert not instance.is_running(here, SESSION)


async def test_nobody_is_there(here: Paths):
    with pytest.raises(NotRunning) as caught:
        instance.send(here, "open", 5.0, SESSION)
    assert "chat-copilot run" in caught.value.hint
    assert not instance.is_running(here, SESSION)


async def test_a_second_one_is_refused_in_the_same_session_only(here: Paths):
    first = Instance.claim(here, SESSION)
    with pytest.raises(AlreadyRunning):
        Instance.claim(here, SESSION)
    elsewhere = Instance.claim(here, {"DISPLAY": ":8"})
    other_home = Instance.claim(here._replace(state=here.state / "other"), SESSION)
    for one in (first, elsewhere, other_home):
        await one.close()
    await Instance.claim(here, SESSION).close()


async def test_what_a_killed_one_left_is_taken_over(here: Paths):
    program = (
        "import asyncio, sys; from pathlib import Path\n"
        "from copilot.store.instance import Instance; from copilot.store.paths import Paths\n"
        "async def main():\n"
        "    places = [Path(word) for word in sys.argv[1:]]\n"
        "    one = Instance.claim(Paths(*places), {'DISPLAY': ':7'})\n"
        "    await one.serve(lambda action: None)\n"
        "    print('up', flush=True)\n"
        "    await asyncio.Event().wait()\n"
        "asyncio.run(main())"
    )
    places = [here.config, here.data, here.state, here.cache, here.runtime]
    dead = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", program, *map(str, places)),
        stdout=subprocess.PIPE,
        env={"PYTHONPATH": str(Path(instance.__file__).parents[2])},
    )
    assert dead.stdout is not None
    assert await dead.stdout.readline() == b"up\n"
    dead.kill()
    await dead.wait()
    assert list(here.runtime.glob("*.socket"))
    with pytest.raises(NotRunning):
        instance.send(here, "open", 5.0, SESSION)
    running = Instance.claim(here, SESSION)
    await running.serve(echo)
    assert (await asyncio.to_thread(instance.send, here, "undo", 5.0, SESSION))["did"] == "undo"
    await running.close()


async def test_errors_of_the_instance_come_back_in_its_words(here: Paths):
    async def refuse(action: str) -> None:
        if action == "undo":
            raise ChatChanged("The chat changed.", "Choose again.")
        raise ValueError("chat text")

    running = Instance.claim(here, SESSION)
    await running.serve(refuse)
    with pytest.raises(CopilotError, match="The chat changed") as caught:
        await asyncio.to_thread(instance.send, here, "undo", 5.0, SESSION)
    assert caught.value.hint == "Choose again."
    with pytest.raises(CopilotError) as caught:
        await asyncio.to_thread(instance.send, here, "open", 5.0, SESSION)
    assert "chat text" not in str(caught.value)
    await running.close()


async def test_one_that_hangs_is_given_up(here: Paths):
    asked = asyncio.Event()
    done = asyncio.Event()

    async def hang(action: str) -> None:
        asked.set()
        await done.wait()

    running = Instance.claim(here, SESSION)
    await running.serve(hang)
    begin = time.monotonic()
    with pytest.raises(InstanceError, match="does not answer"):
        await asyncio.to_thread(instance.send, here, "open", 0.2, SESSION)
    await asyncio.wait_for(asked.wait(), 5)
    assert time.monotonic() - begin < 5
    done.set()
    await running.close()


@pytest.mark.parametrize(
    "line", [b"nonsense\n", b"[]\n", b'{"action": 3}\n', b"x" * 100_000 + b"\n"]
)
async def test_nonsense_is_answered_and_does_no_harm(here: Paths, line: bytes):
    running = Instance.claim(here, SESSION)
    await running.serve(echo)
    (path,) = here.runtime.glob("*.socket")
    reader, writer = await asyncio.open_unix_connection(str(path))
    writer.write(line)
    answer = json.loads(await reader.readline())
    assert answer["ok"] is False
    writer.close()
    assert (await asyncio.to_thread(instance.send, here, "open", 5.0, SESSION))["ok"] is True
    await running.close()


async def test_socket_and_folder_are_private(here: Paths):
    running = Instance.claim(here, SESSION)
    await running.serve(echo)
    (path,) = here.runtime.glob("*.socket")
    assert path.stat().st_mode & 0o777 == 0o600
    assert here.runtime.stat().st_mode & 0o777 == 0o700
    await running.close()


async def test_a_folder_open_to_others_is_not_trusted(here: Paths):
    here.runtime.mkdir(mode=0o755, parents=True)
    here.runtime.chmod(0o755)
    with pytest.raises(InstanceError):
        Instance.claim(here, SESSION)
    with pytest.raises(InstanceError):
        instance.send(here, "open", 5.0, SESSION)


async def test_a_path_too_long_for_a_socket_says_so(here: Paths, tmp_path: Path):
    deep = tmp_path / ("d" * 120)
    long = here._replace(runtime=deep)
    running = Instance.claim(long, SESSION)
    with pytest.raises(InstanceError, match="runtime directory"):
        await running.serve(echo)
    await running.close()


def test_the_other_side_is_checked():
    ours, theirs = socket.socketpair(socket.AF_UNIX)
    with ours, theirs:
        assert instance._same_person(ours)  # pyright: ignore[reportPrivateUsage]
