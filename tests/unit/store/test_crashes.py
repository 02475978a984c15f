"""Reports of crashes: where, never with what; few; from every thread; from killed processes too."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from copilot.core.errors import InputError
from copilot.store import paths
from copilot.store.crashes import KEPT, Crashes, masked

SAID = "火锅 on Friday, call 13812345678"


@pytest.fixture
def here(tmp_path: Path) -> paths.Paths:
    return paths.find({"CHAT_COPILOT_HOME": str(tmp_path)})


def fail(text: str, kind: type[Exception] = ValueError) -> Exception:
    """An error as it is raised somewhere, with chat text in its message."""
    try:
        raise kind(text)
    except Exception as error:
        return error


def test_a_report_says_where_and_not_what(here: paths.Paths):
    crashes = Crashes(here)
    crashes.note("uncaught", fail(SAID))
    (report,) = crashes.reports()
    assert report.title == "uncaught: ValueError"
    text = report.text()
    assert "test_crashes.py" in text
    assert " in fail" in text
    assert SAID not in text
    assert "13812345678" not in text
    assert report.path.stat().st_mode & 0o077 == 0


def test_our_own_words_are_harmless(here: paths.Paths):
    crashes = Crashes(here)
    crashes.note("task", fail("The file can't be read.", InputError))
    assert crashes.reports()[0].title == "task: InputError: The file can't be read."


def test_what_fails_at_each_event_is_told_once(here: paths.Paths):
    crashes = Crashes(here)
    for _ in range(100):
        crashes.note("uncaught", fail(SAID))
    assert len(crashes.reports()) == 1


def test_few_are_kept(here: paths.Paths):
    for number in range(KEPT + 3):
        Crashes(here).note(f"number {number}", fail(SAID))
    titles = [report.title for report in Crashes(here).reports()]
    assert len(titles) == KEPT
    assert "number 0: ValueError" not in titles


def test_folders_and_names_of_the_person_are_masked():
    text = "/home/mia/.local/lib/x.py:3 in f; C:\\Users\\Mia\\x.py; /Users/mia/x.py; by Mia"
    told = masked(text, home=Path("/home/mia"), user="mia")
    assert "mia" not in told.lower()
    assert "~/.local/lib/x.py:3 in f" in told
    assert "mail…" not in masked("write to a.b@example.com", home=Path("/x"), user="")
    assert "a.b@example.com" not in masked("write to a.b@example.com", home=Path("/x"), user="")


PROGRAM = """
import asyncio, faulthandler, os, sys, threading
from copilot.store import paths
from copilot.store.crashes import Crashes
crashes = Crashes(paths.find())
crashes.watch()
def fail(): raise KeyError(sys.argv[2])
match sys.argv[1]:
    case "main": fail()
    case "thread":
        thread = threading.Thread(target=fail, name="eyes"); thread.start(); thread.join()
    case "task":
        async def main():
            asyncio.get_running_loop().call_soon(fail)
            await asyncio.sleep(0)
        asyncio.run(main())
    case "killed": os.abort()
crashes.end()
"""


def run(home: Path, how: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(PROGRAM), how, SAID],
        env={**os.environ, "CHAT_COPILOT_HOME": str(home)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("how", "title"), [("main", "uncaught"), ("thread", "thread eyes"), ("task", "task")]
)
def test_every_thread_and_task_is_watched(here: paths.Paths, tmp_path: Path, how: str, title: str):
    run(tmp_path, how)
    (report,) = Crashes(here).reports()
    assert report.title == f"{title}: KeyError"
    assert SAID not in report.text()


def test_a_killed_interpreter_is_reported_at_the_next_start(here: paths.Paths, tmp_path: Path):
    assert run(tmp_path, "killed").returncode != 0
    assert Crashes(here).reports() == ()
    assert run(tmp_path, "none").returncode == 0
    (report,) = Crashes(here).reports()
    assert "Abort" in report.title
    assert list((here.state / "crashes").glob("*.native")) == []


def test_a_running_process_is_no_crash(here: paths.Paths, tmp_path: Path):
    ours = Crashes(here)
    ours.watch()
    try:
        run(tmp_path, "none")
        assert Crashes(here).reports() == ()
    finally:
        ours.end()


def test_all_can_be_deleted(here: paths.Paths):
    crashes = Crashes(here)
    crashes.note("uncaught", fail(SAID))
    assert crashes.clear() == 1
    assert crashes.reports() == ()


def test_what_the_interpreter_says_last_is_private_and_no_memory_is_dumped(
    here: paths.Paths, tmp_path: Path
):
    script = """
        import resource, sys
        from pathlib import Path
        from copilot.store import paths
        from copilot.store.crashes import Crashes
        crashes = Crashes(paths.find({"CHAT_COPILOT_HOME": sys.argv[1]}))
        crashes.watch()
        (native,) = (Path(sys.argv[1]) / "state" / "crashes").glob("*.native")
        print(oct(native.stat().st_mode & 0o777), resource.getrlimit(resource.RLIMIT_CORE)[0])
        crashes.end()
        print(native.exists())
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(Path(paths.__file__).parents[2])},
        umask=0o022,
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    assert done.stdout.split() == ["0o600", "0", "False"]
