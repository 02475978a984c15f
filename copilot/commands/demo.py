"""`chat-copilot demo`: plays the whole loop in the practice chat, and tells each step's time."""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from copilot.commands.exits import FAILED, OK
from copilot.commands.output import print_json
from copilot.core.errors import CopilotError
from copilot.core.intents import Choose
from copilot.core.model import ChatView, PanelState, Sight
from copilot.desktop import pointer
from copilot.store import launch, logs, paths

if TYPE_CHECKING:
    from copilot.app import Running

STEP_LIMIT = 30.0
"""Seconds that one step may take."""

READING = 1.5
"""Seconds between the suggestions and the click."""


@dataclass
class _Steps:
    """What has happened so far, with the seconds that each step took."""

    quiet: bool
    done: list[dict[str, object]] = field(default_factory=list[dict[str, object]])
    _last: float = field(default_factory=time.monotonic)

    def add(self, step: str, detail: str = "") -> None:
        now = time.monotonic()
        seconds = round(now - self._last, 3)
        self._last = now
        self.done.append({"step": step, "seconds": seconds, "detail": detail})
        if not self.quiet:
            print(f"{seconds:7.3f} s  {step}{': ' if detail else ''}{detail}", flush=True)


def main(args: argparse.Namespace) -> int:
    """Play the demo. Raises DisplayMissing, AlreadyRunning, CopilotError if a step fails."""
    from copilot.app import Options
    from copilot.start import run
    from copilot.store.settings import Settings

    steps = _Steps(quiet=args.json)
    folder = Path(tempfile.mkdtemp(prefix="chat-copilot-demo-"))
    picture = Path(args.screenshot) if args.screenshot else folder / "demo.png"
    # The demo has settings and a state of its own: it neither reads nor changes the person's.
    here = paths.find({"CHAT_COPILOT_HOME": str(folder)})
    logs.set_up(here, debug=args.debug)

    async def guest(running: Running) -> int:
        steps.add("Chat Copilot is ready")
        practice = launch.start("practice", "--language", args.language or "en")
        try:
            await _play(running, steps, picture)
        finally:
            practice.terminate()
            practice.wait(5)
        return OK

    started = time.monotonic()
    failure: list[CopilotError] = []

    async def told(running: Running) -> int:
        try:
            return await guest(running)
        except CopilotError as error:
            failure.append(error)
            return FAILED

    code = run(here, lambda: Options(here, Settings(), started), told)
    if failure:
        raise failure[0]
    if args.json:
        print_json({"steps": steps.done, "screenshot": str(picture)})
    return code


async def _play(running: Running, steps: _Steps, picture: Path) -> None:
    from copilot.ui.application import save_screen

    states = _Watch(running)
    state = await states.until(lambda s: bool(s.contact), "the practice chat is read")
    steps.add("a message came in and was read", f"from {state.contact}")
    state = await states.until(lambda s: s.visible and _whole(s), "suggestions appear")
    steps.add("suggestions appeared", " | ".join(card.text for card in state.cards))
    # Somebody who watches wants to read them, and the window needs a moment to be on the screen.
    await asyncio.sleep(READING)
    card = running.session.state.cards[0]
    how = await _click(running, card.key)
    await states.until(lambda s: s.can_undo, "the text is written")
    seen = await running.desktop.eyes.look()
    if not _holds(seen, card.text):
        raise CopilotError("The draft does not hold the chosen text.", "Run `chat-copilot doctor`.")
    steps.add(f"the first one was {how} and is in the draft, unsent", card.text)
    await asyncio.to_thread(picture.parent.mkdir, parents=True, exist_ok=True)
    save_screen(str(picture))
    steps.add("a picture was taken", str(picture))


async def _click(running: Running, key: str) -> str:
    place = running.panel.card_area(key)
    if place is not None:
        x, y = place.x + place.width // 2, place.y + place.height // 2
        if await asyncio.to_thread(pointer.click, x, y):
            return "clicked"
    # Wayland lets no program move the pointer.
    running.session.handle(Choose(key))
    return "chosen"


def _whole(state: PanelState) -> bool:
    return bool(state.cards) and not any(card.streaming for card in state.cards)


def _holds(sight: Sight, text: str) -> bool:
    return isinstance(sight, ChatView) and sight.draft.text == text


class _Watch:
    """Waits for states."""

    def __init__(self, running: Running) -> None:
        self._session = running.session
        self._changed = asyncio.Event()
        running.bridge.states.connect(self._notice)

    def _notice(self, _state: object) -> None:
        self._changed.set()

    async def until(self, fits: Callable[[PanelState], bool], what: str) -> PanelState:
        try:
            async with asyncio.timeout(STEP_LIMIT):
                while not fits(self._session.state):
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            notice = self._session.state.notice
            said = f" The panel says: {notice.title} {notice.hint}" if notice else ""
            raise CopilotError(
                f"The demo waited {STEP_LIMIT:.0f} s in vain until {what}.{said}",
                "Run `chat-copilot doctor` to see which part is missing.",
            ) from None
        return self._session.state
