"""How good and how fast quick replies are, on labelled lines kept apart from the exemplars.

python tests/bench/quick_replies.py [--json] [--show dev|test] [--sample N]

The labelled set is cut in two halves by a fixed hash of the line; thresholds and exemplars were
worked on with the dev half only. Lines in languages without replies are counted on their own.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from copilot.core.model import THEM, Conversation, Draft, Message  # noqa: E402
from copilot.core.ngrams import NgramMatcher  # noqa: E402
from copilot.core.ports import Matcher  # noqa: E402
from copilot.core.quick_replies import QuickReplies  # noqa: E402
from copilot.core.reply_bank import ReplyBank, parse_reply_bank  # noqa: E402
from copilot.llm.embedder import embedding_matcher  # noqa: E402
from copilot.store import resources  # noqa: E402

LABELLED = ROOT / "tests" / "data" / "quick_replies_labelled.jsonl"
SERVED = ("zh", "en")


@dataclass(frozen=True)
class Line:
    """One labelled line; no intents means that it deserves no quick reply."""

    text: str
    lang: str
    intents: tuple[str, ...]

    @property
    def half(self) -> str:
        """ "dev" or "test", for ever."""
        return "test" if hashlib.sha256(self.text.encode()).digest()[0] % 2 else "dev"


@dataclass(frozen=True)
class Result:
    """Rates are parts of one; latency in milliseconds for one whole answer, warm."""

    engine: str
    half: str
    deserving: int
    right: float
    wrong: float
    silent: float
    undeserving: int
    false_offers: float
    right_language: float
    foreign: int
    foreign_offers: float
    p50: float
    p95: float


def load_lines() -> list[Line]:
    """The labelled set."""
    rows = [json.loads(row) for row in LABELLED.read_text(encoding="utf-8").splitlines()]
    return [Line(row["text"], row["lang"], tuple(row["intents"])) for row in rows]


def load_bank() -> ReplyBank:
    """The packaged bank."""
    names = (name for name in resources.names("quick_replies") if name.endswith(".toml"))
    return parse_reply_bank(map(resources.read_text, names))


def ask(quick: QuickReplies, text: str) -> tuple[str, ...]:
    """What is offered to a line that comes alone."""
    chat = Conversation("contact", (Message(THEM, text),))
    return tuple(s.text for s in quick.answer(chat, Draft()))


def measure(name: str, half: str, quick: QuickReplies, lines: Sequence[Line]) -> Result:
    """Ask every line of one half."""
    right = wrong = silent = false = foreign_offers = language = offers = 0
    deserving = undeserving = foreign = 0
    times: list[float] = []
    ask(quick, "warm")
    for line in lines:
        begun = time.perf_counter()
        offered = ask(quick, line.text)
        times.append((time.perf_counter() - begun) * 1000)
        if line.lang not in SERVED:
            foreign += 1
            foreign_offers += bool(offered)
            continue
        if offered:
            offers += 1
            language += is_chinese("".join(offered)) == (line.lang == "zh")
        if not line.intents:
            undeserving += 1
            false += bool(offered)
            continue
        deserving += 1
        hit = quick.read(line.text).intent in line.intents
        right += bool(offered) and hit
        wrong += bool(offered) and not hit
        silent += not offered
    times.sort()
    return Result(
        name,
        half,
        deserving,
        right / deserving,
        wrong / deserving,
        silent / deserving,
        undeserving,
        false / undeserving,
        language / max(1, offers),
        foreign,
        foreign_offers / max(1, foreign),
        statistics.median(times),
        times[int(len(times) * 0.95)],
    )


def is_chinese(text: str) -> bool:
    """Whether there are Chinese characters."""
    return any("\u3400" <= character <= "\u9fff" for character in text)


def show_misses(quick: QuickReplies, lines: Sequence[Line]) -> None:
    """Print what went wrong, for work on the dev half."""
    for line in lines:
        reading, offered = quick.read(line.text), ask(quick, line.text)
        wanted = line.intents or ("none",)
        if line.lang in SERVED and (
            bool(offered) != bool(line.intents) or (reading.intent not in wanted)
        ):
            print(f"{line.text[:70]!r} {wanted} got {reading.intent} {reading.confidence:.2f}")


def show_sample(quick: QuickReplies, lines: Sequence[Line], count: int) -> None:
    """Print some answers, to be read as a person would."""
    for line in random.Random(7).sample([x for x in lines if ask(quick, x.text)], count):
        print(f"{line.text}\n    " + "\n    ".join(ask(quick, line.text)))


def main() -> None:
    """Measure both engines on both halves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--show", choices=("dev", "test"), help="print the misses of one half")
    parser.add_argument(
        "--sample", type=int, default=0, help="print so many answers of the test half"
    )
    options = parser.parse_args()
    bank, lines = load_bank(), load_lines()
    matchers: list[Matcher] = [NgramMatcher(bank.lines)]
    embedding = embedding_matcher(bank.lines, resources.read_bytes("quick_replies/vectors.bin"))
    if embedding.name != "ngrams":
        matchers.insert(0, embedding)
    engines = [(m.name, QuickReplies(bank, m)) for m in matchers]
    halves = {half: [x for x in lines if x.half == half] for half in ("dev", "test")}
    results = [
        measure(name, half, quick, chosen)
        for name, quick in engines
        for half, chosen in halves.items()
    ]
    if options.json:
        print(json.dumps([asdict(result) for result in results], indent=1))
    else:
        print(
            f"{len(bank.intents) - 1} intents, {len(bank.exemplars)} exemplars, {len(lines)} lines"
        )
        print(
            "engine         half  right wrong silent | false offers | language | other | p50 p95 ms"
        )
        for r in results:
            print(
                f"{r.engine:14} {r.half:4} {r.right:6.1%} {r.wrong:5.1%} {r.silent:5.1%}"
                f" | {r.false_offers:12.1%} | {r.right_language:8.1%} | {r.foreign_offers:5.0%} |"
                f" {r.p50:4.1f} {r.p95:4.1f}"
            )
    for name, quick in engines:
        if options.show:
            print(f"--- {name}: misses")
            show_misses(quick, halves[options.show])
        if options.sample:
            print(f"--- {name}: answers")
            show_sample(quick, halves["test"], options.sample)


if __name__ == "__main__":
    main()
