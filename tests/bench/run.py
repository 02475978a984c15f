"""Runs the benches and says what they found, each beside the least that could do the same.

python tests/bench/run.py [BENCH ...] [--json] [--write] [--strict]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[0] = str(ROOT)

from tests.bench import (  # noqa: E402
    click,
    history_window,
    hotkey,
    idle,
    keystroke,
    masking,
    report,
    stalls,
    startup,
    stream,
    streams,
    translating,
    typing_live,
    watching,
)
from tests.bench.samples import Figure  # noqa: E402

BENCHES: dict[str, Callable[[], list[Figure]]] = {
    startup.BENCH: startup.measure,
    idle.BENCH: idle.measure,
    hotkey.BENCH: hotkey.measure,
    keystroke.BENCH: keystroke.measure,
    stream.BENCH: stream.measure,
    streams.BENCH: streams.measure,
    click.BENCH: click.measure,
    stalls.BENCH: stalls.measure,
    watching.BENCH: watching.measure,
    masking.BENCH: masking.figures,
    history_window.BENCH: history_window.measure,
    translating.BENCH: translating.measure,
    typing_live.BENCH: typing_live.measure,
}
APART = {"quick-replies": "quick_replies.py", "languages": "identification.py"}
"""Benches that print tables of their own kind, which have a page of their own."""
DOCUMENT = ROOT / "docs" / "performance.md"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benches that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument(
        "bench", nargs="*", metavar="BENCH", help=f"of {', '.join((*BENCHES, *APART))}"
    )
    parser.add_argument("--json", action="store_true", help="print every value, a bench a line")
    parser.add_argument("--write", action="store_true", help="put the tables into the document")
    parser.add_argument("--strict", action="store_true", help="fail where an aim is missed")
    args = parser.parse_args(arguments)
    chosen: list[str] = args.bench or [*BENCHES, *APART]
    unknown = [name for name in chosen if name not in (*BENCHES, *APART)]
    if unknown:
        parser.error(f"there is no bench {unknown[0]!r}")
    missed = False
    for name in chosen:
        if name in APART:
            missed |= _run_apart(APART[name], as_json=args.json) != 0
        else:
            missed |= _run(name, as_json=args.json, write=args.write)
    return 1 if missed and args.strict else 0


def _run(name: str, *, as_json: bool, write: bool) -> bool:
    """Whether an aim was missed."""
    load = report.load_average()
    figures = BENCHES[name]()
    said = report.conditions(f"python tests/bench/run.py {name}", load)
    if as_json:
        print(json.dumps({"bench": name, "figures": [report.as_json(f) for f in figures]}))
    else:
        print(f"\n{name}\n{report.table(figures)}\n{said}", flush=True)
    if write:
        report.write(DOCUMENT, name, figures, said)
    return any(figure.missed for figure in figures)


def _run_apart(program: str, *, as_json: bool) -> int:
    command = [sys.executable, str(ROOT / "tests" / "bench" / program)]
    return subprocess.run([*command, *(["--json"] if as_json else [])], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
