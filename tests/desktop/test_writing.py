"""Texts arrive in the drafts of real clients, exactly and unsent, and nothing is lost."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import subprocess
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from copilot.core.errors import ChatChanged, CopilotError
from copilot.core.model import ChatView
from copilot.desktop.linux.x11 import XConnection
from copilot.desktop.service import Desktop, create_desktop
from tests.desktop.lab.chromium import Chromium
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.irc import IrcPeer
from tests.desktop.lab.lounge import Lounge
from tests.desktop.lab.pidgin import Pidgin
from tests.desktop.lab.session import DesktopSession, Program
from tests.desktop.lab.xmpp import XmppPeer

APPS = (Path(__file__).parents[2] / "resources/apps.toml").read_text(encoding="utf-8")

TEXTS = {
    "plain": "Sure, 100% – see you at 7 o'clock!",
    "chinese": "好的，明天见！",
    "emoji": "👩‍👩‍👧 🇩🇪 👍🏽 ❤️ e\u0301",
    "right to left": "שלום, מה שלומך? مرحبا",
    "lines": "first line\nsecond line\n\n第四行 😀",
    "long": "一二三四五六七八九十 " * 60 + "end",
}


@dataclass
class Pen:
    """Our desktop room at work in a session, on the loop of a test."""

    desktop: Desktop
    session: DesktopSession
    ways: dict[str, str] = field(default_factory=dict[str, str])

    async def see(self, contact: str = "", limit: float = 10) -> ChatView:
        """The view of the focused chat, once it is there (with that contact)."""
        async with asyncio.timeout(limit):
            while True:
                sight = await self.desktop.eyes.look()
                if (
                    isinstance(sight, ChatView)
                    and contact.lower() in sight.identity.contact.lower()
                ):
                    return sight
                await asyncio.sleep(0.05)

    async def write(self, text: str, *, way: str = "") -> str:
        """Write into the focused chat; the way that worked."""
        view = await self.see()
        if way:
            self.ways[view.identity.app] = way
        return (await self.desktop.writer.write(view, text)).way

    async def empty(self) -> None:
        """An empty draft, whatever was there."""
        await self.write("")

    async def other(self, *argv: str) -> bytes:
        """Run another program to its end."""
        program = await asyncio.create_subprocess_exec(
            *argv,
            env=self.session.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        async with asyncio.timeout(10):
            out, _ = await program.communicate()
        return out

    async def clipboard(self, target: str = "UTF8_STRING") -> bytes:
        return await self.other("xclip", "-selection", "clipboard", "-o", "-t", target)


@pytest.fixture
async def pen(desktop: DesktopSession, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Pen]:
    for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "HOME"):
        monkeypatch.setenv(name, desktop.env[name])
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    ways: dict[str, str] = {}
    room = await create_desktop(apps=APPS, ways=ways)
    assert await room.eyes.ready(10)
    yield Pen(room, desktop, ways)
    await room.close()


async def copied(session: DesktopSession, data: bytes, target: str) -> Program:
    """Copy something in another program, which stays in the foreground."""
    source = session.folder / "copied"
    source.write_bytes(data)
    x = XConnection.open(session.display)
    before = x.selection_owner(x.atom("CLIPBOARD"))
    owner = session.spawn(
        ["xclip", "-quiet", "-selection", "clipboard", "-t", target, "-i", source]
    )
    async with asyncio.timeout(5):
        while x.selection_owner(x.atom("CLIPBOARD")) in (0, before):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    x.close()
    return owner


@pytest.fixture(params=["gajim", "pidgin", "lounge"])
def client(request: pytest.FixtureRequest) -> tuple[Gajim | Pidgin | Lounge, XmppPeer | IrcPeer]:
    """A client with Anna's chat in front and an empty draft, and Anna."""
    shown: Gajim | Pidgin | Lounge = request.getfixturevalue(request.param)
    peer: XmppPeer | IrcPeer = request.getfixturevalue(
        "irc_anna" if request.param == "lounge" else "anna"
    )
    shown.open_chat("anna")
    return shown, peer


WAYS = [
    ("gajim", "accessibility"), ("gajim", "paste"), ("gajim", "keys"),
    ("pidgin", "accessibility"), ("pidgin", "paste"), ("pidgin", "keys"),
    ("lounge", "paste"), ("lounge", "keys"),
]  # fmt: skip


@pytest.mark.parametrize(("client", "way"), WAYS, indirect=["client"])
async def test_texts_arrive_exactly_and_unsent(
    pen: Pen, client: tuple[Gajim | Pidgin | Lounge, XmppPeer | IrcPeer], way: str
) -> None:
    shown, anna = client
    heard = len(anna.received)
    for name, text in TEXTS.items():
        if way == "keys" and name == "long":
            continue  # it would take its time; what is new is in the others
        assert await pen.write(text, way=way) == way
        assert await asyncio.to_thread(shown.draft) == text
        view = await pen.see()
        assert view.draft.caret == len(text)
    await pen.empty()
    assert await asyncio.to_thread(shown.draft) == ""
    # What Anna gets next is what the person sends next: nothing was sent before.
    sent = f"now I send it, {shown.app} {way}"
    await pen.write(sent)
    await asyncio.to_thread(pen.session.key, "Return")
    await asyncio.to_thread(anna.wait_received, sent)
    assert [message.text for message in anna.received[heard:]] == [sent]
    assert pen.session.active_window() == shown.window


async def test_undo_restores_draft_and_caret(
    pen: Pen, client: tuple[Gajim | Pidgin | Lounge, XmppPeer | IrcPeer]
) -> None:
    shown, _ = client
    await pen.see("anna")
    await asyncio.to_thread(pen.session.type_text, "half a thought")
    await asyncio.to_thread(pen.session.key, "Left", "Left")
    view = await pen.see("anna")
    written = await pen.desktop.writer.write(view, "好的\n👍🏽")
    await pen.desktop.writer.undo(written)
    assert await asyncio.to_thread(shown.draft) == "half a thought"
    after = (await pen.see("anna")).draft
    assert after == written.before
    assert after.caret == len("half a thought") - 2
    with pytest.raises(ChatChanged):
        await pen.desktop.writer.undo(written)
    await pen.empty()


async def test_another_conversation_is_never_written_into(
    pen: Pen, client: tuple[Gajim | Pidgin | Lounge, XmppPeer | IrcPeer]
) -> None:
    shown, _ = client
    view = await pen.see("anna")
    await asyncio.to_thread(shown.open_chat, "bob")
    await pen.see("bob")
    with pytest.raises(ChatChanged):
        await pen.desktop.writer.write(view, "only for Anna")
    assert await asyncio.to_thread(shown.draft) == ""
    await asyncio.to_thread(shown.open_chat, "anna")
    await pen.see("anna")
    assert await asyncio.to_thread(shown.draft) == ""


async def test_a_draft_that_was_typed_on_stays(
    pen: Pen, client: tuple[Gajim | Pidgin | Lounge, XmppPeer | IrcPeer]
) -> None:
    shown, _ = client
    view = await pen.see("anna")
    await asyncio.to_thread(pen.session.type_text, "I go on typing")
    with pytest.raises(ChatChanged):
        await pen.desktop.writer.write(view, "too late")
    assert await asyncio.to_thread(shown.draft) == "I go on typing"
    await pen.empty()


async def test_a_copied_picture_survives_a_paste(pen: Pen, gajim: Gajim) -> None:
    picture = random.Random(3).randbytes(1_300_000)
    gajim.open_chat("anna")
    owner = await copied(pen.session, picture, "image/png")
    for text in ("first", "第二"):
        assert await pen.write(text, way="paste") == "paste"
        assert await asyncio.to_thread(gajim.draft) == text
        assert await pen.clipboard("image/png") == picture
    await asyncio.to_thread(pen.session.stop, owner)
    assert await pen.clipboard("image/png") == picture
    await pen.empty()


async def test_a_hung_clipboard_owner_is_gone_around(pen: Pen, gajim: Gajim) -> None:
    gajim.open_chat("anna")
    owner = await copied(pen.session, b"precious", "UTF8_STRING")
    os.kill(owner.process.pid, signal.SIGSTOP)
    try:
        async with asyncio.timeout(8):
            assert await pen.write("绕过去", way="paste") != "paste"
        assert await asyncio.to_thread(gajim.draft) == "绕过去"
    finally:
        os.kill(owner.process.pid, signal.SIGCONT)
    assert await pen.clipboard() == b"precious"
    await pen.empty()


async def test_a_held_modifier_is_waited_for(
    pen: Pen, gajim: Gajim, desktop: DesktopSession
) -> None:
    gajim.open_chat("anna")
    view = await pen.see("anna")
    pen.ways["gajim"] = "paste"
    x = XConnection.open(desktop.display)
    clipboard = x.atom("CLIPBOARD")
    before = x.selection_owner(clipboard)
    await pen.other("xdotool", "keydown", "ctrl", "keydown", "alt")
    writing = asyncio.get_running_loop().create_task(pen.desktop.writer.write(view, "patience"))
    try:
        async with asyncio.timeout(5):
            while x.selection_owner(clipboard) == before:  # noqa: ASYNC110 - it has begun
                await asyncio.sleep(0.01)
        assert await asyncio.to_thread(gajim.draft) == ""
        assert not writing.done()
    finally:
        await pen.other("xdotool", "keyup", "alt", "keyup", "ctrl")
        x.close()
    assert (await writing).way == "paste"
    assert await asyncio.to_thread(gajim.draft) == "patience"
    await pen.empty()


@pytest.mark.parametrize("client", ["gajim", "pidgin", "lounge"], indirect=True)
@pytest.mark.parametrize("way", ["paste", "keys"])
async def test_a_layout_without_latin_letters(
    pen: Pen, client: tuple[Gajim | Pidgin | Lounge, XmppPeer | IrcPeer], way: str
) -> None:
    shown, _ = client
    await pen.see("anna")
    await pen.other("setxkbmap", "ru")
    try:
        for text in ("по-русски and English, 中文", "second"):
            assert await pen.write(text, way=way) == way
            assert await asyncio.to_thread(shown.draft) == text
    finally:
        await pen.other("setxkbmap", "us")
    await pen.empty()


async def test_a_hung_client_is_an_error_and_not_a_wait(pen: Pen, gajim: Gajim) -> None:
    gajim.open_chat("anna")
    view = await pen.see("anna")
    os.kill(gajim.pid, signal.SIGSTOP)
    try:
        async with asyncio.timeout(10):
            with pytest.raises(CopilotError):
                await pen.desktop.writer.write(view, "hello?")
    finally:
        os.kill(gajim.pid, signal.SIGCONT)
    assert await asyncio.to_thread(gajim.draft) == ""
    assert (await pen.see("anna")).draft.text == ""


async def test_copying_puts_the_text_on_the_clipboard(pen: Pen) -> None:
    await pen.desktop.writer.copy("kopiert 📋")
    assert (await pen.clipboard()).decode() == "kopiert 📋"


async def test_without_a_display_there_is_no_clipboard(
    pen: Pen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY")
    room = await create_desktop(apps=APPS, ways={})
    try:
        with pytest.raises(CopilotError, match="X11"):
            await room.writer.copy("text")
        problems = await room.hotkeys.bind({"choose-1": "Ctrl+Alt+1"}, lambda _: None)
        assert "chat-copilot trigger choose-1" in problems[0].reason
    finally:
        await room.close()


# A web chat whose draft is a contenteditable element.
PAGE = Path(__file__).parents[1] / "data/pages/bubbles.html"


@pytest.fixture
async def page(pen: Pen) -> Chromium:
    """A page whose draft is a contenteditable element, in front."""
    return await asyncio.to_thread(Chromium, pen.session, PAGE.as_uri())


async def test_a_contenteditable_draft(pen: Pen, page: Chromium) -> None:
    pen.session.activate(page.window)
    await pen.see(limit=20)
    for way in ("paste", "keys"):
        for name in ("plain", "emoji", "right to left", "lines"):
            assert await pen.write(TEXTS[name], way=way) == way
            assert (await pen.see()).draft.text == TEXTS[name]
    # Runs of spaces come back as no-break spaces, which are still the text that was meant.
    assert await pen.write("two  spaces ", way="paste") == "paste"
    view = await pen.see()
    written = await pen.desktop.writer.write(view, "more")
    await pen.desktop.writer.undo(written)
    assert (await pen.see()).draft == view.draft
