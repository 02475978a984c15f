"""`python -m copilot` is `chat-copilot`, and so is a package; either may be a child of another."""

from __future__ import annotations

import os
import sys
from importlib import import_module

from copilot.core.program import CHILD, is_packaged

_CHILDREN = {
    "clipboard": "copilot.desktop.linux.keeper",
    "engine": "copilot.llm.engine.child",
}
"""Processes that serve another of ours: each module has a `main` that takes their arguments."""


def main() -> int:
    """Run the command or the child that the arguments name; returns the exit code."""
    if is_packaged():
        _forget_own_libraries()
    match sys.argv[1:]:
        case [word, name, *arguments] if word == CHILD and name in _CHILDREN:
            import_module(_CHILDREN[name]).main(*arguments)
            return 0
        case _:
            from copilot.cli import main

            return main()


def _forget_own_libraries() -> None:
    """Programs that we start take the system's libraries, not those of our package.

    PyInstaller puts its folder in front of where they look:
    https://pyinstaller.org/en/stable/runtime-information.html
    """
    original = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if original is not None:
        os.environ["LD_LIBRARY_PATH"] = original
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)


if __name__ == "__main__":
    sys.exit(main())
