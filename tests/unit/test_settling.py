"""After the start garbage is collected again, and what was there before is left alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_RUN = """
import gc, time
from copilot import start
from copilot.app import Options
from copilot.store import paths, settings

gc.disable()  # as `chat-copilot run` does

async def guest(running):
    print("collects:", gc.isenabled(), "settled:", gc.get_freeze_count() > 10_000)
    return 7

here = paths.find()
options = Options(here, settings.load_or_default(here.settings_file)[0], time.monotonic())
raise SystemExit(start.run(here, lambda: options, guest))
"""
_SOURCES = """
import linecache
import copilot.cli, copilot.commands.run, copilot.start
import PySide6.QtWidgets
import colorsys

print([name for name in linecache.cache if "copilot" in name or "colorsys" in name])
"""


def _python(code: str, home: Path) -> subprocess.CompletedProcess[str]:
    own = {"CHAT_COPILOT_HOME": str(home), "XDG_RUNTIME_DIR": str(home), "HOME": str(home)}
    nothing = {"DBUS_SESSION_BUS_ADDRESS": "disabled:", "QT_QPA_PLATFORM": "offscreen"}
    foreign = {"DISPLAY", "WAYLAND_DISPLAY"}
    kept = {name: value for name, value in os.environ.items() if name not in foreign}
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**kept, **own, **nothing},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="the session's directories are set for Linux")
def test_once_it_runs_garbage_is_collected_again(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    done = _python(_RUN, tmp_path)
    assert "collects: True settled: True" in done.stdout, done.stderr
    assert done.returncode == 7


def test_beside_qt_no_source_text_is_read(tmp_path: Path) -> None:
    done = _python(_SOURCES, tmp_path)
    assert done.stdout == "[]\n", done.stderr
