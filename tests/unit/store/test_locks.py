"""One process at a time, and nothing here that only some systems have."""

from __future__ import annotations

import ast
from pathlib import Path

import copilot.store
from copilot.store import locks

UNIX_ONLY = {"fcntl", "pwd", "grp", "resource", "termios"}


def test_who_comes_second_waits_or_is_told(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with path.open("a") as first, path.open("a") as second:
        assert locks.lock(first, wait=False)
        assert not locks.lock(second, wait=False)
        first.close()
        assert locks.lock(second, wait=True)


def test_the_room_can_be_imported_on_every_system() -> None:
    for module in Path(copilot.store.__file__).parent.glob("*.py"):
        for node in ast.parse(module.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Import):
                assert UNIX_ONLY.isdisjoint(alias.name for alias in node.names), module.name
