"""The shared event loop, the missing display, and the dialog that asks before it acts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from copilot.core.errors import InputError
from copilot.ui.application import save_screenshot
from copilot.ui.bridge import Bridge
from copilot.ui.panel import Panel
from tests.gui.states import CHINESE


def run(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run code in a process of its own: a process has one QApplication."""
    kept = {
        k: v
        for k, v in os.environ.items()
        if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**kept, **environment},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_without_a_display_it_says_so() -> None:
    done = run(
        "from copilot.core.errors import DisplayMissing\n"
        "from copilot.ui.application import create_application\n"
        "try:\n"
        "    create_application()\n"
        "except DisplayMissing as error:\n"
        "    print(error.title, error.hint)\n"
    )
    assert done.returncode == 0, done.stderr
    assert "no display" in done.stdout
    assert "demo" in done.stdout


LOOP = """
import asyncio, os, signal
from copilot.ui.application import create_application, run_loop

async def main():
    {work}

print(run_loop(create_application(), main))
"""


def test_the_loop_returns_what_main_returns() -> None:
    done = run(LOOP.format(work="await asyncio.sleep(0); return 7"), QT_QPA_PLATFORM="offscreen")
    assert done.stdout == "7\n", done.stderr


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_signal_lets_main_clean_up(name: str) -> None:
    work = (
        f"asyncio.get_running_loop().call_soon(os.kill, os.getpid(), signal.{name})\n"
        "    try:\n"
        "        await asyncio.Event().wait()\n"
        "    finally:\n"
        "        print('cleaned up')"
    )
    done = run(LOOP.format(work=work), QT_QPA_PLATFORM="offscreen")
    assert done.stdout == "cleaned up\n0\n", done.stderr


def test_a_screenshot_is_a_picture_or_an_error(
    panel: Panel, bridge: Bridge, tmp_path: Path
) -> None:
    bridge.show_state(CHINESE)
    save_screenshot(panel, str(tmp_path / "panel.png"))
    assert (tmp_path / "panel.png").read_bytes().startswith(b"\x89PNG")
    with pytest.raises(InputError):
        save_screenshot(panel, str(tmp_path / "missing" / "panel.png"))
