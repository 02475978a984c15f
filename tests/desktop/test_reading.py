"""What is seen of real clients: conversations, drafts, carets, and what must never be seen."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from copilot.core.bounds import Bounds
from copilot.core.model import ME, THEM, Blocked, ChatView, Sight
from copilot.desktop.service import Desktop, create_desktop
from tests.desktop.conftest import OpenDesktop
from tests.desktop.lab import chromium
from tests.desktop.lab.a11y import AccessibilityTree, Accessible
from tests.desktop.lab.chromium import Chromium
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.irc import IrcPeer
from tests.desktop.lab.lounge import Lounge
from tests.desktop.lab.pidgin import Pidgin
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppPeer, XmppServer

ROOT = Path(__file__).parents[2]
APPS = (ROOT / "resources/apps.toml").read_text(encoding="utf-8")
EMOJI = (ROOT / "resources/emoji.tsv").read_text(encoding="utf-8")
PAGES = ROOT / "tests" / "data" / "pages"

INCOMING = ("你好，今天怎么样？😊", "See you at 7: the “usual” place 🍜 (ok?)", "再见 🇩🇪 👩‍👩‍👧")


class Watch:
    """Everything that the eyes have shown."""

    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.eyes = desktop.eyes
        self.seen: list[Sight] = []
        self._news = asyncio.Event()

    async def run(self) -> None:
        async for sight in self.eyes.sights():
            self.seen.append(sight)
            self._news.set()

    async def until(self, wanted: Callable[[Sight], bool], limit: float = 10) -> Sight:
        """The newest sight, once it is as wanted."""
        try:
            async with asyncio.timeout(limit):
                while not (self.seen and wanted(self.seen[-1])):
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            pytest.fail(f"not seen within {limit} s; seen last: {self.seen[-1:]}")
        return self.seen[-1]

    async def chat(self, wanted: Callable[[ChatView], bool], limit: float = 10) -> ChatView:
        """The newest view of a chat, once it is as wanted."""
        sight = await self.until(lambda s: isinstance(s, ChatView) and wanted(s), limit)
        assert isinstance(sight, ChatView)
        return sight


async def watching(
    session: DesktopSession,
    monkeypatch: pytest.MonkeyPatch,
    bounds: Bounds | None = None,
    *,
    resting: bool = False,
) -> AsyncIterator[Watch]:
    for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "HOME"):
        monkeypatch.setenv(name, session.env[name])
    room = await create_desktop(apps=APPS, ways={}, emoji=EMOJI, bounds=bounds, resting=resting)
    assert await room.eyes.ready(10)
    watch = Watch(room)
    async with asyncio.TaskGroup() as group:
        task = group.create_task(watch.run())
        yield watch
        task.cancel()
    await room.close()


@pytest.fixture
async def watch(desktop: DesktopSession, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Watch]:
    async for each in watching(desktop, monkeypatch):
        yield each


Client = Gajim | Pidgin | Lounge
Peer = XmppPeer | IrcPeer


@pytest.fixture(params=["gajim", "pidgin", "lounge"])
def client(request: pytest.FixtureRequest) -> tuple[Client, Peer]:
    """A client with Anna's chat in front, and Anna."""
    shown: Client = request.getfixturevalue(request.param)
    peer: Peer = request.getfixturevalue("irc_anna" if request.param == "lounge" else "anna")
    shown.open_chat("anna")
    return shown, peer


async def test_what_is_said_arrives_exactly_and_from_the_right_side(
    watch: Watch, client: tuple[Client, Peer], desktop: DesktopSession
) -> None:
    shown, anna = client
    for text in INCOMING:
        anna.send(text)
        view = await watch.chat(lambda v, t=text: _last(v) == (THEM, t))
        assert view.identity.contact.lower() == "anna"
        assert view.reads == {"draft", "chat"}
    own = f"fine, and you? {type(shown).__name__}"
    desktop.type_text(own)
    await watch.chat(lambda v: v.draft.text == own)
    desktop.key("Return")
    view = await watch.chat(lambda v: _last(v) == (ME, own))
    assert view.draft.text == ""
    assert [m.text for m in view.conversation.messages if m.sender == THEM][-3:] == [*INCOMING]


def _last(view: ChatView) -> tuple[str, str] | None:
    messages = view.conversation.messages
    return (messages[-1].sender, messages[-1].text) if messages else None


async def test_nothing_is_read_during_a_rest(
    watch: Watch, client: tuple[Client, Peer], desktop: DesktopSession
) -> None:
    await watch.chat(lambda v: "anna" in v.identity.contact.lower())
    await watch.eyes.rest(True)
    await watch.until(lambda sight: sight is None)
    count = len(watch.seen)
    desktop.type_text("unseen")
    client[1].send("unheard")
    assert await watch.eyes.look() is None
    assert len(watch.seen) == count
    await watch.eyes.rest(False)
    await watch.chat(lambda v: v.draft.text.endswith("unseen") and _last(v) == (THEM, "unheard"))
    desktop.key("ctrl+a", "BackSpace")
    await watch.chat(lambda v: v.draft.text == "")


async def test_draft_and_caret_follow_what_is_typed(
    watch: Watch, client: tuple[Client, Peer], desktop: DesktopSession
) -> None:
    desktop.type_text("half a thought")
    view = await watch.chat(lambda v: v.draft.text == "half a thought" and v.draft.caret == 14)
    assert view.caret is not None
    assert view.window_area is not None
    assert view.window_area.x <= view.caret.x <= view.window_area.x + view.window_area.width
    assert view.window_area.y <= view.caret.y <= view.window_area.y + view.window_area.height
    desktop.key("Left", "Left", "Left")
    moved = await watch.chat(lambda v: v.draft.caret == 11)
    assert moved.caret is not None
    assert moved.caret.x < view.caret.x
    desktop.key("Home")
    await watch.chat(lambda v: v.draft.caret == 0)
    desktop.key("ctrl+a", "BackSpace")
    await watch.chat(lambda v: v.draft.text == "" and v.draft.caret == 0)


async def test_another_chat_is_another_identity(
    watch: Watch, client: tuple[Client, Peer], request: pytest.FixtureRequest
) -> None:
    shown, _anna = client
    bob: Peer = request.getfixturevalue("irc_bob" if isinstance(shown, Lounge) else "bob")
    bob.send("this is Bob 🙂")
    before = await watch.chat(lambda v: v.identity.contact.lower() == "anna")
    shown.open_chat("bob")
    after = await watch.chat(lambda v: _last(v) == (THEM, "this is Bob 🙂"))
    assert after.identity.contact.lower() == "bob"
    assert after.identity != before.identity
    shown.open_chat("anna")
    again = await watch.chat(lambda v: v.identity.contact.lower() == "anna")
    assert again.identity == before.identity


async def test_a_rich_text_field_is_flattened_into_lines(
    watch: Watch, desktop: DesktopSession
) -> None:
    browser = _browser(desktop, "bubbles.html")
    desktop.activate(browser.window)
    view = await watch.chat(lambda v: v.identity.contact == "Mei", limit=20)
    assert [m.sender for m in view.conversation.messages] == [THEM, ME, THEM]
    desktop.type_text("one")
    desktop.key("Return")
    desktop.type_text("two")
    await watch.chat(lambda v: v.draft.text == "one\ntwo" and v.draft.caret == 7)
    desktop.stop(browser.program)
    await watch.until(lambda s: not isinstance(s, ChatView) or s.identity.contact != "Mei")


async def test_passwords_and_forms_are_never_read(watch: Watch, desktop: DesktopSession) -> None:
    browser = _browser(desktop, "form.html")
    desktop.activate(browser.window)
    desktop.wait_for(lambda: desktop.active_window() == browser.window, what="the page in front")
    with AccessibilityTree(desktop) as tree:

        def field(name: str) -> Accessible | None:
            app = tree.application(browser.pid)
            return app and app.find(name=name, states="focused editable")

        desktop.wait_for(lambda: field("Password"), 20, "the password to be asked for")
        assert await watch.eyes.look() is None
        await watch.until(lambda s: s is None)
        desktop.type_text("typed-secret")
        desktop.key("Tab")
        note = desktop.wait_for(lambda: field("Note"), what="the note to have the caret")
        desktop.type_text(" typed note")
        desktop.wait_for(lambda: "typed note" in note.text, what="the note")
        assert await watch.eyes.look() is None
    drafts = [s.draft.text for s in watch.seen if isinstance(s, ChatView)]
    assert not any("secret" in text or "note" in text for text in drafts)
    assert watch.seen[-1] is None
    desktop.stop(browser.program)


def _browser(session: DesktopSession, page: str) -> Chromium:
    if reason := chromium.unusable():
        pytest.skip(reason)
    browser = Chromium(session, (PAGES / page).as_uri())
    session.wait_for(lambda: browser.title.strip(), 60, "the page", browser.program)
    return browser


async def test_a_stopped_client_holds_up_nobody(
    watch: Watch, gajim: Gajim, pidgin: Pidgin, anna: XmppPeer, desktop: DesktopSession
) -> None:
    gajim.open_chat("anna")
    await watch.chat(lambda v: v.identity.app == "gajim")
    os.kill(gajim.pid, signal.SIGSTOP)
    try:
        desktop.activate(pidgin.window)
        await watch.chat(lambda v: v.identity.app == "pidgin", limit=5)
        anna.send("still there?")
        await watch.chat(lambda v: _last(v) == (THEM, "still there?"), limit=5)
    finally:
        os.kill(gajim.pid, signal.SIGCONT)
    desktop.activate(gajim.window)
    await watch.chat(lambda v: v.identity.app == "gajim" and _last(v) == (THEM, "still there?"), 15)


def start(session: DesktopSession, name: str, *arguments: str) -> None:
    """Start a Python program with a window, and give that the keyboard."""
    program = session.spawn([sys.executable, *arguments], cwd=ROOT, name=name)
    windows = session.wait_for(
        lambda: session.windows(pid=program.process.pid), 20, "a window", program
    )
    session.activate(windows[0].id)


async def test_a_client_may_die_and_the_next_one_is_read(
    open_desktop: OpenDesktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_desktop()
    server = XmppServer(session)
    server.peer("anna")
    server.peer("bob")
    doomed = Pidgin(session, server)
    async for watch in watching(session, monkeypatch):
        await watch.chat(lambda v: v.identity.app == "pidgin")
        session.kill(doomed.program)
        await watch.until(lambda s: s is None)
        start(session, "practice", "-m", "copilot", "practice")
        await watch.chat(lambda v: v.identity.app == "practice")


async def test_the_accessibility_bus_may_die_and_come_back(
    open_desktop: OpenDesktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_desktop()
    async for watch in watching(session, monkeypatch):
        for pid, command in session.living().items():
            if "at-spi" in command or "accessibility.conf" in command:
                os.kill(pid, signal.SIGKILL)
        # What starts now joins the new bus.
        start(session, "practice", "-m", "copilot", "practice")
        view = await watch.chat(lambda v: v.identity.app == "practice", limit=20)
        assert view.conversation.messages


async def test_a_browser_without_the_flag_is_explained(
    watch: Watch, desktop: DesktopSession
) -> None:
    if reason := chromium.unusable():
        pytest.skip(reason)
    browser = Chromium(desktop, (PAGES / "bubbles.html").as_uri(), accessible=False)
    desktop.activate(browser.window)
    sight = await watch.until(lambda s: isinstance(s, Blocked), limit=20)
    assert isinstance(sight, Blocked)
    assert sight.app == "chromium"
    assert "--force-renderer-accessibility" in sight.hint
    assert sight.remedy == "restart-with-accessibility"
    desktop.stop(browser.program)


_BARE_WINDOW = """
import os, struct
from Xlib import X, Xatom
from Xlib.display import Display
display = Display()
window = display.screen().root.create_window(50, 50, 300, 200, 0, X.CopyFromParent)
window.set_wm_name("bare")
window.set_wm_class("bare", "Bare")
window.change_property(display.intern_atom("_NET_WM_PID"), Xatom.CARDINAL, 32, [os.getpid()])
window.map()
while True:
    display.next_event()
"""


async def test_accessibility_is_offered_where_it_is_off_and_can_be_switched_on(
    open_desktop: OpenDesktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_desktop(accessibility=False)
    async for watch in watching(session, monkeypatch):
        start(session, "bare", "-c", _BARE_WINDOW)
        sight = await watch.until(lambda s: isinstance(s, Blocked))
        assert isinstance(sight, Blocked)
        assert sight.remedy == "enable-accessibility"
        await watch.eyes.enable()
        await watch.until(lambda s: s is None)
