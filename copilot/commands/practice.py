"""`chat-copilot practice`: the practice chat, a process of its own."""

from __future__ import annotations

import argparse


def main(args: argparse.Namespace) -> int:
    """Show the window until it is closed. Raises DisplayMissing."""
    from copilot.ui.practice import run_practice

    return run_practice(args.language, scripted=not args.silent)
