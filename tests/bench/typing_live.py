"""Typing eight keys a second to a foreign contact: what live translation asks and costs."""

from __future__ import annotations

import sys
import time
from contextlib import closing
from threading import Event

from tests.bench.clients import Stage, open_stage
from tests.bench.hotkey import PANEL
from tests.bench.keystroke import clear
from tests.bench.lens import Area, Lens
from tests.bench.programs import running, start_copilot, write_settings
from tests.bench.samples import Aim, Figure, Sample
from tests.desktop.lab.copilot import Provider
from tests.lab_llm.interpreter import interpret

BENCH = "typing"
_SETTINGS = """
[providers.bench]
base_url = "{url}"
model = "scripted"

[jobs]
translation = "bench"

[quick_replies]
enabled = false
"""
_MESSAGE = "你好，最近怎么样？"
_EVERY = 0.125
"""Seconds between two keys."""
_TEXT = (
    "we were in the old town today, and the weather was lovely. then we had noodles at the corner,"
    " they were very good, and cheap. my brother has a new job at the harbour, so he moves next"
    " month. his flat is small, but it has a view of the ships. do you remember the bakery near"
    " our school, the one with the green door. it closed last week, which made everybody sad. i"
    " will bring you a cake from another one, if you come along on saturday. the train leaves at"
    " nine, and the ticket costs less online. "
)
"""A minute of it, in which no sentence comes twice: the memory answers none."""
_KEYS = {" ": "space", ",": "comma", ".": "period"}
_PAUSE = Event()


def measure(keys: int = 480) -> list[Figure]:
    """Type for a minute into Pidgin: without us, beside us without a model, translated live."""
    text = _TEXT[:keys]
    ends = sum(text.count(mark) for mark in ",.")
    sys.setswitchinterval(0.0005)  # the provider's thread shares this process with the lens
    provider = Provider(interpret(_say))
    with provider, open_stage("pidgin") as stage, closing(Lens(stage.session.display)) as lens:
        stage.say(_MESSAGE)
        stage.client.wait_shown(_MESSAGE)
        alone = _type(lens, stage, text)
        write_settings(stage.session, "[quick_replies]\nenabled = false\n")
        with running(start_copilot(stage.session), says="ready in"):
            watched = _type(lens, stage, text)
        write_settings(stage.session, _SETTINGS.format(url=provider.server.base_url))
        with running(start_copilot(stage.session), says="ready in"):
            stage.session.wait_for(lambda: lens.shown(PANEL), 20, "the translated message")
            before = len(provider.prompts)
            live = _type(lens, stage, text)
            asked = sum("about to write" in prompt for prompt in provider.prompts[before:])
    return [
        Figure(BENCH, "key → letter painted by Pidgin, translated live; floor: without us", "ms",
               Sample.of(live), Sample.of(alone), (Aim("p95", 16),)),
        Figure(BENCH, "the same; floor: Chat Copilot, no model", "ms", Sample.of(live),
               Sample.of(watched), (Aim("ratio", 1.25),)),
        Figure(BENCH, f"requests for {len(text)} keys with {ends} ends of clauses, and one rest",
               "", Sample.of([float(asked)]), None, (Aim("median", ends + 1),)),
    ]  # fmt: skip


def _say(line: str) -> str:
    return f"这句话有{len(line)}个字母，翻译在这里" if line.isascii() else "How have you been?"


def _type(lens: Lens, stage: Stage, text: str) -> list[float]:
    """Milliseconds from each key to the next paint of the draft."""
    clear(lens)
    draft = _draft_of(lens.area(stage.client.window))
    found: list[float] = []
    begun = time.monotonic()
    for i, letter in enumerate(text):
        _PAUSE.wait(max(0.0, begun + i * _EVERY - time.monotonic()))
        lens.forget()
        pressed = lens.press(_KEYS.get(letter, letter))
        if letter != " ":  # nothing to see but the caret
            found.append((lens.wait_painted(draft) - pressed) * 1000)
    clear(lens)
    return found


def _draft_of(window: Area) -> Area:
    x, y, width, height = window
    return x, y + height - 60, width, 60
