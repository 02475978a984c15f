"""The history as commands open it: the keychain may ask for its password; none is made."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Generator

from copilot.store.history.database import HistoryDatabase
from copilot.store.history.keys import HistoryKey, open_history
from copilot.store.paths import Paths
from copilot.store.secrets import KeyringSecrets
from copilot.store.state import State

NOTHING = "Nothing is kept: there is no history."


def key_of(here: Paths) -> HistoryKey:
    """The key of the history."""
    return HistoryKey(here.history_file, _secrets(here))


@contextlib.contextmanager
def opened(here: Paths) -> Generator[HistoryDatabase | None]:
    """The database, None if there is none: a command makes no history.

    Raises HistoryError, SecretsError.
    """
    if not here.history_file.exists():
        yield None
        return
    history = open_history(here.history_file, _secrets(here), quietly=False)
    with contextlib.closing(history):
        yield history


def _secrets(here: Paths) -> KeyringSecrets:
    return KeyringSecrets(State(here.state_file), on_wait=_say_waiting)


def _say_waiting() -> None:
    print("Waiting for the keychain: it may be asking for its password …", file=sys.stderr)
