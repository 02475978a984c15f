"""How well and how fast masking works, on the labelled set, per kind.

python tests/bench/run.py masking
python tests/bench/masking.py [--json] [--show dev|test]

The set is cut in two halves by a fixed hash of the line; the finders were worked on with the dev
half only. A value counts as found if it is hidden whole, under its own kind. If the package
argus-redact is there, it is asked the same (what it hides, of whatever kind), as an independent
oracle. Speed is told beside that of phonenumbers alone on the same text.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from phonenumbers import PhoneNumberMatcher  # noqa: E402

from copilot.core.private import find_private  # noqa: E402
from copilot.core.redaction import Vault, mask  # noqa: E402
from tests.bench.masking_set import LABELLED  # noqa: E402
from tests.bench.samples import Aim, Figure, Sample  # noqa: E402

BENCH = "masking"
LOOK_ALIKES = "look-alikes"


@dataclass(frozen=True)
class Line:
    """A labelled line: the (kind, value) pairs in it that are private."""

    text: str
    private: tuple[tuple[str, str], ...]

    @property
    def half(self) -> str:
        """ "dev" or "test", for ever."""
        return "test" if hashlib.sha256(self.text.encode()).digest()[0] % 2 else "dev"


@dataclass
class Score:
    """How many values of a kind there are, are hidden, and are hidden under that kind."""

    values: int = 0
    hidden: int = 0
    right: int = 0

    @property
    def recall(self) -> float:
        """Part of the values that were hidden under their kind."""
        return self.right / self.values if self.values else 1.0


@dataclass(frozen=True)
class Result:
    """What one half gave."""

    half: str
    kinds: dict[str, Score]
    look_alikes: int
    false_alarms: int
    misses: tuple[str, ...]
    alarms: tuple[str, ...]

    @property
    def alarm_rate(self) -> float:
        """Part of the look-alikes in which anything was hidden."""
        return self.false_alarms / self.look_alikes


def load() -> list[Line]:
    """The labelled set."""
    rows: list[dict[str, Any]] = [
        json.loads(row) for row in LABELLED.read_text(encoding="utf-8").splitlines()
    ]
    return [Line(row["text"], tuple((k, v) for k, v in row["private"])) for row in rows]


def measure(half: str, lines: Iterable[Line]) -> Result:
    """Mask every line of a half."""
    kinds: dict[str, Score] = {}
    misses: list[str] = []
    alarms: list[str] = []
    look_alikes = 0
    for line in lines:
        if line.half != half:
            continue
        vault = Vault()
        masked = mask(line.text, vault)
        for kind, value in line.private:
            score = kinds.setdefault(kind, Score())
            score.values += 1
            hidden = value not in masked.text and any(value in o for _, o in vault.items())
            right = hidden and any(
                value in original and placeholder.startswith(f"⟨{kind}_")
                for placeholder, original in vault.items()
            )
            score.hidden += hidden
            score.right += right
            if not right:
                misses.append(f"{kind}: {line.text} -> {masked.text}")
        if not line.private:
            look_alikes += 1
            if len(vault):
                alarms.append(f"{line.text} -> {masked.text}")
    return Result(
        half, dict(sorted(kinds.items())), look_alikes, len(alarms), tuple(misses), tuple(alarms)
    )


def milliseconds_per_kb(work: Callable[[str], object], lines: Sequence[str]) -> float:
    """The best of five runs over all lines."""
    return min(one_run(work, lines) for _ in range(5))


def one_run(work: Callable[[str], object], lines: Sequence[str]) -> float:
    """Milliseconds of this process's own time per 1000 characters of these lines."""
    begun = time.process_time()
    for line in lines:
        work(line)
    return (time.process_time() - begun) * 1000 / (sum(map(len, lines)) / 1000)


def oracle(lines: Iterable[Line]) -> dict[str, float]:
    """Per kind, which part of the values argus-redact hides, and in which part of the look-alikes
    it hides anything; empty where it is not installed."""
    hide = argus()
    if hide is None:
        return {}
    found: dict[str, list[bool]] = {}
    for line in lines:
        hidden = hide(line.text)
        for kind, value in line.private:
            found.setdefault(kind, []).append(value not in hidden)
        if not line.private:
            found.setdefault(LOOK_ALIKES, []).append(hidden != line.text)
    return {kind: sum(hits) / len(hits) for kind, hits in sorted(found.items())}


def argus() -> Callable[[str], str] | None:
    """argus-redact, without the models that it can be given; None where it is not installed."""
    try:
        module: Any = importlib.import_module("argus_redact")
    except ImportError:
        return None
    return lambda text: str(module.redact(text, lang=["zh", "en"], mode="fast")[0])


def figures() -> list[Figure]:
    """For the run of all benches: the half of the set that was not looked at, and the speed.

    Beside each part stands that of argus-redact, beside the speed that of phonenumbers alone.
    """
    lines = load()
    result, said = measure("test", lines), oracle(line for line in lines if line.half == "test")
    found = [
        _part(f"{kind}: not found, of {score.values}", 1 - score.recall, 0.02, _missed(said, kind))
        for kind, score in result.kinds.items()
    ]
    alarms = f"false alarms, of {result.look_alikes} look-alikes"
    found.append(_part(alarms, result.alarm_rate, 0.01, said.get(LOOK_ALIKES)))
    texts = [line.text for line in lines]
    ours: list[float] = []
    floor: list[float] = []
    for _ in range(10):
        ours.append(one_run(lambda text: mask(text, Vault()), texts))
        floor.append(one_run(only_phonenumbers, texts))
    aims = (Aim("median", 3.0),)
    speed = "1000 characters"
    return [*found, Figure(BENCH, speed, "ms", Sample.of(ours), Sample.of(floor), aims)]


def _missed(said: Mapping[str, float], kind: str) -> float | None:
    return 1 - said[kind] if kind in said else None


def _part(what: str, ours: float, limit: float, theirs: float | None) -> Figure:
    """Parts of one in per cent."""
    floor = None if theirs is None else Sample.of([100 * theirs])
    return Figure(BENCH, what, "%", Sample.of([100 * ours]), floor, (Aim("median", 100 * limit),))


def only_phonenumbers(line: str) -> None:
    """What looking for phone numbers of one region costs, with the library's own matcher."""
    for _ in PhoneNumberMatcher(line, "CN"):
        pass


def main() -> None:
    """Measure both halves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--show", choices=("dev", "test"), help="print what went wrong in a half")
    options = parser.parse_args()
    lines = load()
    results = {half: measure(half, lines) for half in ("dev", "test")}
    texts = [line.text for line in lines]
    long = " ".join(text for line in lines for text in (line.text, "就这样吧 see you then"))
    pieces = [long[i : i + 1000] for i in range(0, len(long) - 1000, 1000)]
    speeds = {
        "masking, lines": milliseconds_per_kb(lambda t: mask(t, Vault()), texts),
        "masking, pieces of 1000 characters": milliseconds_per_kb(
            lambda t: mask(t, Vault()), pieces
        ),
        "finding, lines without anything private": milliseconds_per_kb(
            lambda t: list(find_private(t)), [line.text for line in lines if not line.private]
        ),
        "phonenumbers alone, one region, lines": milliseconds_per_kb(only_phonenumbers, texts),
        "phonenumbers alone, one region, pieces": milliseconds_per_kb(only_phonenumbers, pieces),
    }
    said = oracle(line for line in lines if line.half == "test")
    if options.json:
        found = {half: asdict(result) for half, result in results.items()}
        print(json.dumps({**found, "ms_per_kb": speeds, "argus-redact": said}, indent=1))
        return
    for half, result in results.items():
        print(f"{half}: {result.false_alarms} false alarms in {result.look_alikes} look-alikes")
        for kind, score in result.kinds.items():
            print(
                f"  {kind:9} {score.values:4} values, {score.recall:6.1%} found,"
                f" {score.hidden / score.values:6.1%} hidden"
                f" {f'{said[kind]:.1%}' if kind in said else ''}"
            )
        if options.show == half:
            print("\n".join((*result.misses, "---", *result.alarms)))
    if said:
        parts = ", ".join(f"{kind} {part:.1%}" for kind, part in said.items())
        print(f"argus-redact (test half): {parts}")
    for name, speed in speeds.items():
        print(f"{speed:6.2f} ms/KB  {name}")


if __name__ == "__main__":
    main()
