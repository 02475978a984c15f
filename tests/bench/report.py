"""Results as a table for people, as JSON, and in their place in docs/performance.md."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Sequence
from pathlib import Path

from tests.bench.processes import machine
from tests.bench.samples import Aim, Figure, Sample

_HEAD = "| what | n | ours, median (p95) | floor, median (p95) | ratio (middle half) | aim |"


def conditions(command: str, load: float) -> str:
    """When, where and how; `load` is how many programs wanted a CPU just before."""
    day = time.strftime("%Y-%m-%d")
    return f"{day}, {machine()}, load before {load:.1f}: `{command}`"


def load_average() -> float:
    """Of the last minute."""
    return os.getloadavg()[0]


def table(figures: Sequence[Figure]) -> str:
    """A Markdown table."""
    rows = [_HEAD, "|---|---|---|---|---|---|"]
    rows += [_row(figure) for figure in figures]
    return "\n".join(rows)


def _row(figure: Figure) -> str:
    floor = _values(figure.floor, figure.unit) if figure.floor is not None else ""
    cells = (
        figure.what,
        str(figure.ours.n),
        _values(figure.ours, figure.unit),
        floor,
        _ratio(figure),
        "; ".join(_judged(figure, aim) for aim in figure.aims),
    )
    return f"| {' | '.join(cells)} |"


def _values(sample: Sample, unit: str) -> str:
    return f"{_number(sample.median)} ({_number(sample.p95)}) {unit}"


def _ratio(figure: Figure) -> str:
    if figure.ratio is None:
        return ""
    spread = figure.ratio_quartiles
    between = f" ({spread[0]:.2f}–{spread[1]:.2f})" if spread is not None else ""
    return f"{figure.ratio:.2f}{between}"


def _judged(figure: Figure, aim: Aim) -> str:
    limit = str(aim) if aim.statistic == "ratio" else f"{aim} {figure.unit}"
    name = "p95 " if aim.statistic == "p95" else ""
    return f"{name}{limit} {'**missed**' if aim in figure.missed else 'met'}"


def _number(value: float) -> str:
    if value >= 100:
        return f"{value:.0f}"
    return f"{value:.1f}" if value >= 1 else f"{value:.3f}"


def as_json(figure: Figure) -> dict[str, object]:
    """All that was measured, value by value."""
    return {
        "bench": figure.bench,
        "what": figure.what,
        "unit": figure.unit,
        "ours": figure.ours.values,
        "floor": figure.floor.values if figure.floor is not None else None,
        "median": figure.ours.median,
        "p95": figure.ours.p95,
        "ratio": figure.ratio,
        "aims": [{"statistic": aim.statistic, "limit": aim.limit} for aim in figure.aims],
        "missed": [{"statistic": aim.statistic, "limit": aim.limit} for aim in figure.missed],
    }


def write(path: Path, bench: str, figures: Sequence[Figure], said: str) -> None:
    """Replace the results of one bench, which stand between its marks in the document.

    Raises ValueError if the document has no such marks.
    """
    begin, end = f"<!-- {bench}: begin -->", f"<!-- {bench}: end -->"
    text = path.read_text(encoding="utf-8")
    place = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    if not place.search(text):
        raise ValueError(f"{path.name} has no place for {bench}")
    block = f"{begin}\n{table(figures)}\n\n{said}\n{end}"
    path.write_text(place.sub(lambda _: block, text), encoding="utf-8")
