"""`chat-copilot practice`: the practice chat, a process of its own."""

from __future__ import annotations

import argparse


def main(args: argparse.Namespace) -> int:
    """Show the window until it is closed. Raises DisplayMissing."""
    from copilot.start import find_resources
    from copilot.store import paths, settings
    from copilot.ui.practice import run_practice

    find_resources()
    chosen, _ = settings.load_or_default(paths.find().settings_file)
    return run_practice(
        args.language,
        scripted=not args.silent,
        spoken=chosen.interface.language,
        look=chosen.panel,
    )
