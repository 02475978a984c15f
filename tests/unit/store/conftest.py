"""What the tests of store share."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from copilot.store.paths import Paths


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Paths]:
    """An installation of its own. Its runtime directory is short, as sockets need."""
    with tempfile.TemporaryDirectory(prefix="cc-") as runtime:
        yield Paths(
            config=tmp_path / "config",
            data=tmp_path / "data",
            state=tmp_path / "state",
            cache=tmp_path / "cache",
            runtime=Path(runtime) / "chat-copilot",
        )
