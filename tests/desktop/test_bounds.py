"""What is denied is not read: private windows, banks, what a person chose; proven in Chromium."""

from __future__ import annotations

import asyncio
import functools
import http.server
import threading
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from copilot.core.bounds import Bounds
from copilot.core.model import Blocked, ChatView, Sight
from copilot.desktop.linux.bus import AccessibilityBus
from copilot.store.bounds import bounds_of
from copilot.store.settings import ReadingSettings
from tests.desktop.conftest import OpenDesktop
from tests.desktop.lab import chromium
from tests.desktop.lab.chromium import Chromium
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppServer
from tests.desktop.test_reading import Watch, watching

PAGES = Path(__file__).parents[1] / "data" / "pages"
CONTENT = "Mei"
BANK, SHOP = "my-bank.test", "shop.test"
RESOLVED = f"--host-resolver-rules=MAP {BANK} 127.0.0.1, MAP {SHOP} 127.0.0.1, MAP * ~NOTFOUND"


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nothing: pytest would show it."""


@pytest.fixture(scope="module")
def server() -> Iterator[int]:
    """The port of a web server with the pages of the tests."""
    handler = functools.partial(Quiet, directory=str(PAGES))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as serving:
        thread = threading.Thread(target=serving.serve_forever)
        thread.start()
        yield serving.server_address[1]
        serving.shutdown()
        thread.join()


class Texts:
    """Which texts were asked for, of whatever application."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked = 0
        call = AccessibilityBus.call

        async def counting(
            bus: AccessibilityBus,
            destination: str,
            path: str,
            interface: str,
            member: str,
            signature: str = "",
            body: Sequence[Any] = (),
            limit: float = 1.0,
        ) -> list[Any]:
            self.asked += member in ("GetText", "GetItems")
            return await call(bus, destination, path, interface, member, signature, body, limit)

        monkeypatch.setattr(AccessibilityBus, "call", counting)


@pytest.fixture
def texts(monkeypatch: pytest.MonkeyPatch) -> Texts:
    return Texts(monkeypatch)


@pytest.fixture
def reading() -> ReadingSettings:
    """What the person set; parametrized where it matters."""
    return ReadingSettings()


@pytest.fixture
async def watch(
    desktop: DesktopSession,
    monkeypatch: pytest.MonkeyPatch,
    texts: Texts,
    reading: ReadingSettings,
) -> AsyncIterator[Watch]:
    async for one in watching(desktop, monkeypatch, bounds_of(reading)):
        yield one


def chat_page(session: DesktopSession, url: str, *flags: str) -> Chromium:
    """A browser in front that shows the page."""
    if reason := chromium.unusable():
        pytest.skip(reason)
    browser = Chromium(session, url, flags=(RESOLVED, *flags))
    session.wait_for(lambda: CONTENT in browser.title, 60, "the page", browser.program)
    session.activate(browser.window)
    return browser


def refused(sight: Sight) -> bool:
    return isinstance(sight, Blocked) and sight.chosen


async def assert_unread(watch: Watch, texts: Texts, session: DesktopSession, reason: str) -> None:
    """It is said why, and whatever happens in the window, nothing of it is read."""
    sight = await watch.until(refused, 20)
    assert isinstance(sight, Blocked)
    assert reason in sight.reason
    session.type_text("typed secret")
    session.key("Return")
    assert refused(await watch.eyes.look())
    assert not any(isinstance(seen, ChatView) for seen in watch.seen)
    assert texts.asked == 0


async def test_a_private_window_is_not_read(
    watch: Watch, texts: Texts, desktop: DesktopSession, server: int
) -> None:
    url = f"http://{SHOP}:{server}/bubbles.html"
    browser = chat_page(desktop, url, "--incognito")
    await assert_unread(watch, texts, desktop, "Private browser windows")
    desktop.stop(browser.program)


async def test_a_bank_is_not_read_and_another_page_of_the_same_window_is(
    watch: Watch, texts: Texts, desktop: DesktopSession, server: int
) -> None:
    browser = chat_page(desktop, f"http://{BANK}:{server}/bubbles.html")
    await assert_unread(watch, texts, desktop, "Banks and payment sites")
    desktop.key("ctrl+l")
    desktop.type_text(f"http://{SHOP}:{server}/bubbles.html")
    desktop.key("Return")
    await watch.chat(lambda view: view.identity.contact == CONTENT, 20)
    desktop.key("ctrl+l")
    desktop.type_text(f"http://{BANK}:{server}/bubbles.html")
    desktop.key("Return")
    await watch.until(refused, 20)
    desktop.stop(browser.program)


@pytest.mark.parametrize(
    "reading",
    [
        pytest.param(ReadingSettings(deny=("chromium",)), id="application"),
        pytest.param(ReadingSettings(deny_titles=("mei | messenger",)), id="title"),
        pytest.param(ReadingSettings(deny_addresses=(SHOP,)), id="address"),
        pytest.param(ReadingSettings(allow=("gajim",)), id="nothing but Gajim"),
        pytest.param(ReadingSettings(allow_addresses=("chat.test",)), id="no page but one"),
    ],
)
async def test_what_a_person_chose_is_not_read(
    watch: Watch, texts: Texts, desktop: DesktopSession, server: int
) -> None:
    browser = chat_page(desktop, f"http://{SHOP}:{server}/bubbles.html")
    await assert_unread(watch, texts, desktop, "")
    desktop.stop(browser.program)


async def test_eyes_that_rest_from_the_start_have_read_nothing(
    open_desktop: OpenDesktop, monkeypatch: pytest.MonkeyPatch, texts: Texts
) -> None:
    session = open_desktop()
    server = XmppServer(session)
    anna = server.peer("anna")
    server.peer("bob")
    gajim = Gajim(session, server)
    gajim.hear(anna, "before the yes")
    async for watch in watching(session, monkeypatch, Bounds(), resting=True):
        gajim.hear(anna, "still before it")
        session.type_text("secret")
        await asyncio.to_thread(session.wait_for, lambda: gajim.draft() == "secret", what="typing")
        assert await watch.eyes.look() is None
        assert not any(watch.seen)
        assert texts.asked == 0
        await watch.eyes.rest(False)
        await watch.chat(lambda view: view.draft.text == "secret")
        assert texts.asked


async def test_one_click_and_the_application_is_not_read_any_more(
    open_desktop: OpenDesktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_desktop()
    server = XmppServer(session)
    anna = server.peer("anna")
    server.peer("bob")
    gajim = Gajim(session, server)
    async for watch in watching(session, monkeypatch, Bounds()):
        anna.send("see you")
        view = await watch.chat(lambda v: len(v.conversation.messages) > 0)
        await watch.eyes.deny(view.identity.app)
        await watch.until(refused)
        seen = len(watch.seen)
        anna.send("are you there?")
        gajim.wait_shown("are you there?")
        session.type_text("secret")
        await asyncio.to_thread(session.wait_for, lambda: gajim.draft() == "secret", what="typing")
        assert refused(await watch.eyes.look())
        assert len(watch.seen) == seen
