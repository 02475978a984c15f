"""A play for the scripted server that translates what it is asked to."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from tests.lab_llm.scripted import Exchange, Play, answer

_NUMBERED = re.compile(r"^(\d+)\|(.*)$", re.MULTILINE)


def asked_lines(exchange: Exchange) -> list[str]:
    """The numbered lines that a request asks to translate."""
    question: str = exchange.json["messages"][-1]["content"]
    return [found[2] for found in _NUMBERED.finditer(question)]


def interpret(say: Callable[[str], str], *, others: Play | None = None, piece: int = 4) -> Play:
    """Answers each numbered line with `say(line)`, a check with the line itself.

    What asks for anything else is answered by `others`.
    """

    async def play(exchange: Exchange) -> None:
        body: dict[str, Any] = json.loads(exchange.body)
        instructions: str = body["messages"][0]["content"]
        lines = asked_lines(exchange)
        if "back|" in instructions:
            text = f"back|{' '.join(map(say, lines))}\nsound|fine\nwhy|-"
        elif "interpreter" in instructions:
            text = "\n".join(f"{number}|{say(line)}" for number, line in enumerate(lines, 1))
        elif others is not None:
            await others(exchange)
            return
        else:
            text = ""
        await answer(text, piece=piece)(exchange)

    return play
