"""What the repository must not hold: addresses of registries, and paths of one machine."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Spelt in parts, so that this file passes its own test.
REGISTRIES = re.compile(
    "|".join(
        re.escape(".".join(parts))
        for parts in (
            ("pypi", "org"),
            ("pythonhosted", "org"),
            ("registry", "npmjs"),
            ("registry", "yarnpkg"),
            ("registry", "npmmirror"),
            ("proxy", "golang"),
        )
    )
)


def tracked_texts() -> list[tuple[str, str]]:
    """Name and text of every tracked file that is text."""
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    if listing.returncode != 0:
        pytest.skip("not a git checkout")
    found: list[tuple[str, str]] = []
    for name in listing.stdout.split("\0"):
        path = ROOT / name
        if path.is_file():
            data = path.read_bytes()
            if b"\0" not in data:
                found.append((name, data.decode("utf-8", errors="replace")))
    return found


def test_no_file_names_a_registry() -> None:
    texts = tracked_texts()
    assert texts
    assert [name for name, text in texts if REGISTRIES.search(text)] == []


def test_locks_have_hashes_and_no_addresses() -> None:
    locks = sorted((ROOT / "packaging/locks").glob("*.txt"))
    assert locks
    for lock in locks:
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text, lock.name
        assert "index-url" not in text, lock.name
        for requirement in re.split(r"\n(?=\S)", text.strip()):
            assert "--hash=sha256:" in requirement, requirement


def test_the_clients_lock_has_hashes_and_no_addresses() -> None:
    packages = json.loads((ROOT / "tests/clients/package-lock.json").read_text())["packages"]
    for name, package in packages.items():
        assert "resolved" not in package, name
        assert not name or "integrity" in package, name
