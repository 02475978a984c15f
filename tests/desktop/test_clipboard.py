"""The clipboard is lent for a paste and given back whole, with real owners and real takers."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import random
import signal
import subprocess
from collections.abc import AsyncIterator, Iterator

import pytest

from copilot.core.tasks import TaskSet
from copilot.desktop.linux.clipboard import Clipboard, ClipboardBusy
from copilot.desktop.linux.keeper import keep
from copilot.desktop.linux.selection import ReadLimits, read_selection
from copilot.desktop.linux.selection_server import SelectionServer
from copilot.desktop.linux.x11 import XConnection
from copilot.desktop.linux.xvalues import PropertyEvent, SelectionAnswer, SelectionRequest
from tests.desktop.lab.session import DesktopSession, Program
from tests.waiting import until

PIECES = random.Random(2).randbytes(1_500_000)  # more than any server takes at once
TEXT = "好的，明天见！👩‍👩‍👧 שלום\nзавтра"

# A real GTK program that owns the clipboard in the formats it is given as {target: base64}.
GTK_OWNER = """
import base64, json, sys
import gi
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk

window = Gtk.Window()
window.realize()
content = {name: base64.b64decode(data) for name, data in json.load(open(sys.argv[1])).items()}
atoms = {Gdk.atom_intern(name, False): data for name, data in content.items()}

def convert(widget, selection, info, time):
    selection.set(selection.get_target(), 8, atoms[selection.get_target()])

window.connect("selection-get", convert)
for atom in atoms:
    Gtk.selection_add_target(window, Gdk.SELECTION_CLIPBOARD, atom, 0)
Gtk.selection_owner_set(window, Gdk.SELECTION_CLIPBOARD, 0)
Gdk.flush()
print("owned", flush=True)
Gtk.main()
"""


class Taker:
    """Other programs' view of the clipboard, and copying in them."""

    def __init__(self, session: DesktopSession) -> None:
        self.session = session

    async def get(self, target: str) -> bytes:
        """What a program that pastes gets; b"" if the format is refused."""
        taker = await asyncio.create_subprocess_exec(
            "xclip", "-selection", "clipboard", "-o", "-t", target,
            env=self.session.env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        async with asyncio.timeout(10):
            out, _ = await taker.communicate()
        return out

    async def targets(self) -> set[str]:
        """The formats on offer, without those that only describe."""
        names = set((await self.get("TARGETS")).decode().splitlines())
        return names - {"TARGETS", "MULTIPLE", "TIMESTAMP", "SAVE_TARGETS"}

    async def owned_by_xclip(self, x: XConnection, data: bytes, target: str) -> Program:
        """Copy in a program; it stays in the foreground so that it can be stopped."""
        source = self.session.folder / "copied"
        source.write_bytes(data)
        before = x.selection_owner(x.atom("CLIPBOARD"))
        program = self.session.spawn(
            ["xclip", "-quiet", "-selection", "clipboard", "-t", target, "-i", source]
        )
        await until(lambda: x.selection_owner(x.atom("CLIPBOARD")) not in (0, before))
        return program

    async def owned_by_gtk(self, content: dict[str, bytes]) -> Program:
        source = self.session.folder / "content.json"
        coded = {name: base64.b64encode(data).decode() for name, data in content.items()}
        source.write_text(json.dumps(coded))
        program = self.session.spawn(["/usr/bin/python3", "-c", GTK_OWNER, source], name="owner")
        await until(lambda: "owned" in program.output, 20)
        return program


@pytest.fixture
async def x(desktop: DesktopSession) -> AsyncIterator[XConnection]:
    connection = XConnection.open(desktop.display)
    yield connection
    connection.close()


@pytest.fixture
async def clipboard(x: XConnection) -> AsyncIterator[Clipboard]:
    made = Clipboard(x, ReadLimits(step=0.4, total=3.0))
    yield made
    made.close()


@pytest.fixture
def others(desktop: DesktopSession) -> Taker:
    return Taker(desktop)


@pytest.fixture
def stopped() -> Iterator[list[Program]]:
    """Programs put here go on at the end, so that they can be ended."""
    programs: list[Program] = []
    yield programs
    for program in programs:
        os.kill(program.process.pid, signal.SIGCONT)


async def test_every_format_survives_a_loan(
    x: XConnection, clipboard: Clipboard, others: Taker
) -> None:
    content = {
        "image/png": PIECES,
        "text/html": "<b>粗</b>".encode(),
        "UTF8_STRING": "粗".encode(),
        "x-special/gnome-copied-files": b"copy\nfile:///srv/a%20b",
        'application/x-private; class="Sheet"': bytes(range(256)),
    }
    await others.owned_by_gtk(content)
    async with clipboard.lend(TEXT) as guard:
        assert await others.get("UTF8_STRING") == TEXT.encode()
        assert await guard.taken(1)
        assert "image/png" not in await others.targets()
    assert await others.targets() == set(content)
    for target, data in content.items():
        assert await others.get(target) == data, target


async def test_several_loans_keep_the_first_content(
    x: XConnection, clipboard: Clipboard, others: Taker
) -> None:
    owner = await others.owned_by_xclip(x, PIECES, "image/png")
    for text in ("one", "two", "three"):
        async with clipboard.lend(text):
            assert await others.get("UTF8_STRING") == text.encode()
    others.session.stop(owner)  # gone or not, the content is ours to serve now
    assert await others.get("image/png") == PIECES


async def test_an_empty_clipboard_is_empty_again(
    x: XConnection, clipboard: Clipboard, others: Taker
) -> None:
    owner = await others.owned_by_xclip(x, b"x", "UTF8_STRING")
    others.session.stop(owner)
    async with clipboard.lend(TEXT):
        assert await others.get("UTF8_STRING") == TEXT.encode()
    assert x.selection_owner(x.atom("CLIPBOARD")) == 0


async def test_what_is_copied_during_a_loan_wins(
    x: XConnection, clipboard: Clipboard, others: Taker
) -> None:
    await others.owned_by_xclip(x, b"old", "UTF8_STRING")
    async with clipboard.lend(TEXT):
        await others.owned_by_xclip(x, b"just copied", "UTF8_STRING")
    assert await others.get("UTF8_STRING") == b"just copied"


async def test_a_clipboard_manager_that_takes_our_text_over_does_not_win(
    x: XConnection, clipboard: Clipboard, others: Taker
) -> None:
    await others.owned_by_xclip(x, b"old", "UTF8_STRING")
    async with clipboard.lend(TEXT):
        await others.owned_by_xclip(x, TEXT.encode(), "UTF8_STRING")
    assert await others.get("UTF8_STRING") == b"old"


async def test_a_hung_owner_blocks_nothing_and_loses_nothing(
    x: XConnection, clipboard: Clipboard, others: Taker, stopped: list[Program]
) -> None:
    owner = await others.owned_by_xclip(x, b"precious", "UTF8_STRING")
    os.kill(owner.process.pid, signal.SIGSTOP)
    stopped.append(owner)
    loop = asyncio.get_running_loop()
    start = loop.time()
    with pytest.raises(ClipboardBusy):
        async with clipboard.lend(TEXT):
            pass
    assert loop.time() - start < 2
    os.kill(owner.process.pid, signal.SIGCONT)
    assert await others.get("UTF8_STRING") == b"precious"


async def test_an_owner_that_hangs_in_the_middle_of_a_picture(
    x: XConnection, clipboard: Clipboard, others: Taker, stopped: list[Program]
) -> None:
    owner = await others.owned_by_xclip(x, PIECES, "image/png")
    stopped.append(owner)
    seen = 0

    def stop(event: PropertyEvent) -> None:
        nonlocal seen
        seen += event.property == x.atom("_CHAT_COPILOT_DATA") and not event.deleted
        if seen == 4:  # the formats, the announcement, two pieces
            os.kill(owner.process.pid, signal.SIGSTOP)

    end = x.listen(PropertyEvent, stop)
    with pytest.raises(ClipboardBusy):
        async with clipboard.lend(TEXT):
            pass
    end()
    os.kill(owner.process.pid, signal.SIGCONT)
    assert x.selection_owner(x.atom("CLIPBOARD")) != x.window


async def test_a_loan_can_be_told_from_a_copy(clipboard: Clipboard, others: Taker) -> None:
    hint = "x-kde-passwordManagerHint"
    await clipboard.copy("for good")
    assert hint not in await others.targets()
    async with clipboard.lend(TEXT):
        assert await others.get(hint) == b"secret"
    assert await others.get("UTF8_STRING") == b"for good"


async def test_who_asked_before_the_content_was_ours_is_refused(
    x: XConnection, desktop: DesktopSession, clipboard: Clipboard, others: Taker
) -> None:
    await others.owned_by_xclip(x, b"private", "UTF8_STRING")
    late = XConnection.open(desktop.display)
    try:
        async with clipboard.lend(TEXT):
            pressed = await late.timestamp()
            while await late.timestamp() == pressed:
                pass
        answer: asyncio.Future[SelectionAnswer] = asyncio.get_running_loop().create_future()
        late.listen(SelectionAnswer, answer.set_result)
        names = (late.atom("CLIPBOARD"), late.atom("UTF8_STRING"), late.atom("LATE"))
        late.convert_selection(late.window, *names, pressed)
        async with asyncio.timeout(ReadLimits().step):
            assert (await answer).property == 0
    finally:
        late.close()
    assert await others.get("UTF8_STRING") == b"private"


async def test_a_large_text_travels_in_pieces(clipboard: Clipboard, others: Taker) -> None:
    text = "长文本 " * 100_000
    async with clipboard.lend(text) as guard:
        assert await others.get("UTF8_STRING") == text.encode()
        assert await guard.taken(1)


async def test_what_we_hold_outlives_us(
    x: XConnection, clipboard: Clipboard, others: Taker, desktop: DesktopSession
) -> None:
    owner = await others.owned_by_xclip(x, PIECES, "image/png")
    async with clipboard.lend(TEXT):
        pass
    others.session.stop(owner)
    assert not await clipboard.hand_over()  # no clipboard manager runs here
    await keep(x, clipboard)
    clipboard.close()
    kept_by = x.selection_owner(x.atom("CLIPBOARD"))
    assert kept_by not in (0, x.window)
    assert await others.targets() == {"image/png"}
    assert await others.get("image/png") == PIECES
    # It ends when somebody copies something else.
    gone = XConnection.open(desktop.display)
    await others.owned_by_xclip(x, b"newer", "UTF8_STRING")
    await until(lambda: not gone.exists(kept_by))
    gone.close()


async def test_a_clipboard_manager_takes_over_what_we_hold(
    x: XConnection, clipboard: Clipboard, others: Taker, desktop: DesktopSession
) -> None:
    """The manager does what freedesktop.org's ClipboardManager specification says."""
    manager = XConnection.open(desktop.display)
    theirs = SelectionServer(manager, manager.atom("CLIPBOARD"))
    managing = manager.atom("CLIPBOARD_MANAGER")
    tasks = TaskSet()

    async def save(request: SelectionRequest) -> None:
        wanted = manager.read_property(request.requestor, request.property)
        content = await read_selection(manager, theirs.selection, ReadLimits())
        assert wanted is not None
        assert content is not None
        assert len(content) == len(wanted.data) // 4
        await theirs.own(content)
        manager.answer_selection(request, request.property)

    def take(request: SelectionRequest) -> None:
        if request.selection == managing:
            tasks.start(save(request), "save")

    manager.listen(SelectionRequest, take)
    manager.own_selection(managing, await manager.timestamp())
    try:
        await clipboard.copy("kept ✓")
        assert await clipboard.hand_over()
        clipboard.close()
        assert await others.get("UTF8_STRING") == "kept ✓".encode()
    finally:
        await tasks.close()
        manager.close()


async def test_a_clipboard_manager_that_hangs_is_not_waited_for(
    x: XConnection, clipboard: Clipboard, desktop: DesktopSession
) -> None:
    manager = XConnection.open(desktop.display)
    manager.own_selection(manager.atom("CLIPBOARD_MANAGER"), await manager.timestamp())
    await clipboard.copy("kept")
    assert not await clipboard.hand_over(limit=0.3)
    manager.close()
