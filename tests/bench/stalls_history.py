"""Fills the history of a session, with the key from its keychain.

python -m tests.bench.stalls_history MESSAGES
"""

from __future__ import annotations

import sys

from copilot.store import paths
from copilot.store.history.keys import open_history
from copilot.store.secrets import KeyringSecrets
from copilot.store.state import State
from tests.bench.history import fill


def main(messages: int) -> None:
    """Make it and fill it."""
    here = paths.find()
    here.history_file.parent.mkdir(parents=True, exist_ok=True)
    secrets = KeyringSecrets(State(here.state_file))
    history = open_history(here.history_file, secrets, quietly=False)
    try:
        fill(history, messages)
    finally:
        history.close()


if __name__ == "__main__":
    main(int(sys.argv[1]))
