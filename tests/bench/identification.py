"""How well and how fast the languages of chat lines are told, on the labelled lines.

python tests/bench/identification.py [--json] [--show tune|test]

The set is cut in two halves by a fixed hash of the line; weights and words were worked on with the
tune half only. The peer is py3langid alone; it tells no written forms of Chinese, so there the
base language has to be right. Speed is of one line, warm.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from copilot.core.identify import Identifier  # noqa: E402
from copilot.llm.guesser import NgramGuesser  # noqa: E402

LABELLED = ROOT / "tests" / "data" / "language_lines.jsonl"
WIDER = ROOT / "tests" / "data" / "language_lines_wider.jsonl"
"""Lines of languages that the halves lack, and lines in none; they were worked on with, too."""
HALVES = ("tune", "test")
AIMED_RIGHT, AIMED_CHINESE, AIMED_MICROSECONDS = 0.97, 0.95, 100.0
CHINESE = ("zh-Hans", "zh-Hant")

Identify = Callable[[str], str]


@dataclass(frozen=True)
class Line:
    """A labelled line."""

    text: str
    lang: str

    @property
    def half(self) -> str:
        """ "tune" or "test", for ever."""
        return HALVES[hashlib.sha256(self.text.encode()).digest()[0] % 2]


@dataclass(frozen=True)
class Result:
    """Rates are parts of one; times in microseconds for one line, warm."""

    engine: str
    half: str
    lines: int
    right: float
    chinese: float
    p50: float
    p95: float
    by_language: dict[str, str]
    misses: tuple[str, ...]


def load(path: Path = LABELLED) -> list[Line]:
    """The labelled lines."""
    rows: list[dict[str, Any]] = [
        json.loads(row) for row in path.read_text(encoding="utf-8").splitlines()
    ]
    return [Line(row["text"], row["lang"]) for row in rows]


def engines(lines: Sequence[Line]) -> dict[str, Identify]:
    """Ours and the peer, with all its languages and with those of the lines alone."""
    identifier = Identifier(NgramGuesser())
    identifier.prepare()
    return {
        "ours": lambda text: identifier.identify(text).tag,
        "py3langid, all languages": _peer(None),
        "py3langid, these languages": _peer({line.lang.split("-")[0] for line in lines}),
    }


def _peer(languages: set[str] | None) -> Identify:
    from py3langid.langid import (  # pyright: ignore[reportMissingTypeStubs]
        MODEL_FILE,
        LanguageIdentifier,
    )

    model: Any = LanguageIdentifier.from_model_file(MODEL_FILE)  # pyright: ignore[reportUnknownMemberType] no types
    model.set_languages(languages)
    return lambda text: str(model.classify(text)[0])


def measure(engine: str, identify: Identify, half: str, lines: Iterable[Line]) -> Result:
    """Identify every line of a half; each is timed by the best of three."""
    by_language: dict[str, list[bool]] = {}
    misses: list[str] = []
    times: list[float] = []
    for line in lines:
        if line.half != half:
            continue
        found, seconds = "", 1e9
        for _ in range(3):
            started = time.perf_counter()
            found = identify(line.text)
            seconds = min(seconds, time.perf_counter() - started)
        times.append(seconds * 1e6)
        right = found == (line.lang if engine == "ours" else line.lang.split("-")[0])
        by_language.setdefault(line.lang, []).append(right)
        if not right:
            misses.append(f"{line.lang}: {line.text} -> {found}")
    all_of = [one for right in by_language.values() for one in right]
    chinese = [one for tag in CHINESE for one in by_language[tag]]
    return Result(
        engine,
        half,
        len(all_of),
        sum(all_of) / len(all_of),
        sum(chinese) / len(chinese),
        statistics.median(times),
        statistics.quantiles(times, n=20)[-1],
        {tag: f"{sum(right)}/{len(right)}" for tag, right in sorted(by_language.items())},
        tuple(misses),
    )


def main() -> int:
    """Print a table; 1 if an aim is missed in the half that was not tuned with."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print every value, a result a line")
    parser.add_argument("--show", choices=HALVES, help="print what went wrong in that half")
    args = parser.parse_args()
    lines = load()
    results = [
        measure(name, identify, half, lines)
        for name, identify in engines(lines).items()
        for half in HALVES
    ]
    if args.json:
        for result in results:
            print(json.dumps(asdict(result), ensure_ascii=False))
        return _missed(results)
    print("| engine | half | lines | right | Hans/Hant | µs a line, median (p95) |")
    print("|---|---|---|---|---|---|")
    for r in results:
        chinese = f"{r.chinese:.1%}" if r.engine == "ours" else "told as one"
        print(
            f"| {r.engine} | {r.half} | {r.lines} | {r.right:.1%} | {chinese}"
            f" | {r.p50:.0f} ({r.p95:.0f}) |"
        )
    for result in results:
        if result.half == args.show and result.engine == "ours":
            print("\n".join(result.misses))
    return _missed(results)


def _missed(results: Iterable[Result]) -> int:
    return int(
        any(
            r.right < AIMED_RIGHT or r.chinese < AIMED_CHINESE or r.p50 > AIMED_MICROSECONDS
            for r in results
            if (r.engine, r.half) == ("ours", "test")
        )
    )


if __name__ == "__main__":
    sys.exit(main())
