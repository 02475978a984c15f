"""`python -m copilot` is `chat-copilot`, and so is a package; either may be a child of another."""

from __future__ import annotations

import sys
from importlib import import_module

from copilot.core.program import CHILD

_CHILDREN = {
    "clipboard": "copilot.desktop.linux.keeper",
    "engine": "copilot.llm.engine.child",
}
"""Processes that serve another of ours: each module has a `main` that takes their arguments."""


def main() -> int:
    """Run the command or the child that the arguments name; returns the exit code."""
    match sys.argv[1:]:
        case [word, name, *arguments] if word == CHILD and name in _CHILDREN:
            import_module(_CHILDREN[name]).main(*arguments)
            return 0
        case _:
            from copilot.cli import main

            return main()


if __name__ == "__main__":
    sys.exit(main())
