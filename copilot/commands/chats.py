"""`chat-copilot chats`: how many chats have rules of their own, and removing all of these."""

from __future__ import annotations

import argparse

from copilot.commands.exits import OK
from copilot.commands.output import print_json
from copilot.core.model import Reach
from copilot.store import paths
from copilot.store.chat_rules import RulesFile


def main(args: argparse.Namespace) -> int:
    """Print the counts, or clear with `args.clear`. Names are not known. Raises RulesNotKept."""
    file = RulesFile(paths.find().chats_file)
    if args.clear:
        file.clear()
    elif (problem := file.problem) is not None:
        raise problem
    count = file.count()
    if args.json:
        print_json(
            {
                "never_sent": count[Reach.NOBODY],
                "local_only": count[Reach.LOCAL],
                "masked_strictly": file.strict,
                "rules": sum(count.values()),
            }
        )
        return OK
    print(f"never sent to a model:    {count[Reach.NOBODY]}")
    print(f"local models only:        {count[Reach.LOCAL]}")
    print(f"names hidden too:         {file.strict}")
    return OK
