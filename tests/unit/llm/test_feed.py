"""Fetching news of releases: what is told, what is refused, and the way through from end to end."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from copilot.core.errors import UpdatesUnknown
from copilot.llm.feed import LONGEST, fetch
from copilot.llm.http import NO_PROXY, HttpStack
from copilot.store.build import DISTRIBUTION, Build
from copilot.store.settings import Settings
from copilot.store.state import State
from copilot.store.updates import Release
from copilot.updating import newer_releases, tell_of_releases
from tests.unit.store.test_updates import FEED, Signer


class Served(BaseHTTPRequestHandler):
    files: Mapping[str, bytes] = {}
    heard: list[tuple[str, str]] = []

    def do_GET(self) -> None:
        self.heard.append((self.path, str(self.headers)))
        if self.path not in self.files:
            self.send_error(404)
            return
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.files[self.path])

    def log_message(self, format: str, *args: object) -> None:
        """It says nothing."""


@pytest.fixture
def served() -> Iterator[tuple[str, type[Served]]]:
    handler = type("Handler", (Served,), {"files": {}, "heard": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", handler
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
async def http():
    stack = HttpStack(NO_PROXY)
    yield stack
    await stack.close()


async def test_nothing_of_the_person_is_told(served: tuple[str, type[Served]], http: HttpStack):
    address, handler = served
    handler.files = {"/feed": b"x"}
    assert await fetch(http, f"{address}/feed") == b"x"
    (_, headers) = handler.heard[0]
    assert "User-Agent: chat-copilot\n" in headers.replace("\r", "")
    for word in ("Cookie", "Authorization", "Referer", "python"):
        assert word.lower() not in headers.lower()


@pytest.mark.parametrize("files", [{}, {"/feed": b"x" * (LONGEST + 1)}])
async def test_what_is_missing_or_too_long(
    served: tuple[str, type[Served]], http: HttpStack, files: Mapping[str, bytes]
):
    address, handler = served
    handler.files = files
    with pytest.raises(UpdatesUnknown):
        await fetch(http, f"{address}/feed")


async def test_nobody_is_there(http: HttpStack):
    with pytest.raises(UpdatesUnknown):
        await fetch(http, "http://127.0.0.1:9/feed")


async def test_it_does_not_wait_for_ever(http: HttpStack):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        with pytest.raises(UpdatesUnknown, match="TimeoutError"):
            await fetch(http, f"http://127.0.0.1:{port}/feed", limit=0.2)


async def test_from_the_feed_to_what_is_newer(
    served: tuple[str, type[Served]], http: HttpStack, tmp_path: Path
):
    address, handler = served
    signer, feed = Signer(), json.dumps(FEED).encode()
    handler.files = {"/feed": feed, "/feed.minisig": signer.sign(feed).encode()}
    build = Build("0.2.0", channel="deb", feed_url=f"{address}/feed", feed_key=signer.key)
    state = State(tmp_path / "state.json")
    newer = await newer_releases(build, state, http, only_if_due=True)
    assert [release.version for release in newer] == ["0.3.0"]
    asked = len(handler.heard)
    assert await newer_releases(build, state, http, only_if_due=True) == ()
    assert len(handler.heard) == asked, "it asks once a day"
    assert await newer_releases(build, state, http), "a person may ask whenever they want"


async def test_a_distribution_brings_its_own(http: HttpStack, tmp_path: Path):
    build, state = Build("1", channel=DISTRIBUTION), State(tmp_path / "state.json")
    assert await newer_releases(build, state, http, only_if_due=True) == ()
    with pytest.raises(UpdatesUnknown, match="distribution"):
        await newer_releases(build, state, http)


@pytest.mark.parametrize("wanted", [True, False])
async def test_the_application_asks_only_those_who_want_it(
    served: tuple[str, type[Served]], tmp_path: Path, wanted: bool
):
    address, handler = served
    signer, feed = Signer(), json.dumps(FEED).encode()
    handler.files = {"/feed": feed, "/feed.minisig": signer.sign(feed).encode()}
    build = Build("0.2.0", channel="deb", feed_url=f"{address}/feed", feed_key=signer.key)
    told: asyncio.Queue[Release] = asyncio.Queue()
    asked = asyncio.Event()

    def settings() -> Settings:
        asked.set()
        return Settings(check_updates=wanted, proxy=NO_PROXY)

    state = State(tmp_path / "state.json")
    task = asyncio.get_running_loop().create_task(
        tell_of_releases(state, settings, told.put_nowait, build)
    )
    async with asyncio.timeout(10):
        await asked.wait()
        if wanted:
            assert (await told.get()).version == "0.3.0"
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert bool(handler.heard) is wanted


async def test_a_build_without_a_feed_is_done_at_once(tmp_path: Path):
    state = State(tmp_path / "state.json")
    await tell_of_releases(state, Settings, lambda _: None, Build("1"))
