"""The command line itself: help, exit codes, and how failures are told."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

import copilot as package
from copilot import cli
from copilot.core.actions import ACTIONS
from copilot.core.errors import WriteFailed
from copilot.store.paths import Paths
from tests.unit.cli.conftest import Command, conversation

COMMANDS = (
    "run", "demo", "practice", "trigger", "read", "watch", "doctor", "suggest", "key",
)  # fmt: skip
ROOT = Path(package.__file__).parents[1]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples_and_exit_codes(copilot: Command, command: str):
    outcome = copilot(command, "--help")
    assert outcome.code == 0
    assert f"chat-copilot {command}" in outcome.out.partition("examples:")[2]
    assert "exit codes:" in outcome.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_module(command: str):
    assert (Path(package.__file__).parent / "commands" / f"{command}.py").is_file()


def test_the_overview_names_every_command(copilot: Command):
    outcome = copilot("--help")
    assert all(f"\n    {command} " in outcome.out for command in COMMANDS)


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nonsense",),
        ("trigger", "send"),
        ("read", "--wait", "-1"),
        ("watch", "--count", "0"),
        ("key",),
        ("suggest",),
        ("suggest", "--conversation", "x", "--offline", "--provider", "y"),
    ],
)
def test_wrong_usage_is_2(copilot: Command, arguments: tuple[str, ...]):
    outcome = copilot(*arguments)
    assert outcome.code == 2
    assert "usage:" in outcome.err


def test_version(copilot: Command):
    assert copilot("--version").out.strip() == f"chat-copilot {package.__version__} (source)"


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Let `chat-copilot practice` fail."""

    def install(error: BaseException) -> None:
        def main(args: object) -> int:
            raise error

        module = ModuleType("copilot.commands.practice")
        module.main = main  # pyright: ignore[reportAttributeAccessIssue]
        monkeypatch.setitem(sys.modules, "copilot.commands.practice", module)

    return install


def test_our_errors_are_two_lines_and_1(copilot: Command, failing: Callable[[BaseException], None]):
    failing(WriteFailed("No way of writing worked.", "Copy it."))
    outcome = copilot("practice")
    assert outcome.code == 1
    assert outcome.err == "chat-copilot: No way of writing worked.\n  Copy it.\n"


def test_a_bug_is_told_without_its_text(
    copilot: Command, failing: Callable[[BaseException], None], here: Paths
):
    failing(ValueError("what Mia wrote"))
    outcome = copilot("practice")
    assert outcome.code == 1
    assert "chat-copilot crashes --last" in outcome.err
    logged = here.log_file.read_text(encoding="utf-8")
    assert "ValueError at " in logged
    assert "Mia" not in outcome.err + logged


def test_a_bug_has_its_traceback_with_debug(
    copilot: Command, failing: Callable[[BaseException], None]
):
    failing(ValueError("what Mia wrote"))
    with pytest.raises(ValueError, match="Mia"):
        copilot("practice", "--debug")


def test_interrupted_is_130(copilot: Command, failing: Callable[[BaseException], None]):
    failing(KeyboardInterrupt())
    assert copilot("practice").code == 130


def test_help_imports_nothing_heavy():
    program = (
        "import sys\n"
        "from copilot import cli\n"
        "try: cli.main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'PySide6', 'httpx', 'keyring', 'Xlib', 'dbus_fast', 'asyncio', 'platformdirs'}\n"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    outcome = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert outcome.returncode == 0, outcome.stderr


def test_a_reader_that_leaves_is_no_error(tmp_path: Path):
    file = tmp_path / "many.jsonl"
    file.write_text(f"{conversation(('them', 'hi'))}\n" * 2000, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "copilot", "suggest", "--offline", "--conversation", str(file)],
        env={"PYTHONPATH": str(ROOT), "CHAT_COPILOT_HOME": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert "suggestions" in process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait(timeout=60) == 0


def test_trigger_offers_every_action(copilot: Command):
    out = "".join(copilot("trigger", "--help").out.split())  # lines are broken at hyphens, too
    assert all(action in out for action in ACTIONS)


def test_nobody_to_trigger(copilot: Command):
    outcome = copilot("trigger", "open")
    assert outcome.code == 1
    assert "does not run" in outcome.err
    assert "chat-copilot run" in outcome.err


def test_python_m_is_the_same():
    outcome = subprocess.run(
        [sys.executable, "-m", "copilot", "--version"],
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert outcome.stdout == f"chat-copilot {package.__version__} (source)\n"
    assert cli.build_parser().prog == "chat-copilot"
