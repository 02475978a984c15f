"""Runs checks at the same time, each with a time limit that holds whatever the check does."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping

from copilot.core.checks import Check
from copilot.core.errors import CopilotError


def run_checks(checks: Mapping[str, Callable[[], Check]], limit: float) -> tuple[Check, ...]:
    """All outcomes in the order of `checks`; after `limit` seconds one is taken as failed."""
    outcomes: dict[str, Check] = {}

    def run(name: str, check: Callable[[], Check]) -> None:
        try:
            outcome = check()
        except CopilotError as error:
            outcome = Check(name, False, error.title, error.hint)
        except Exception as error:
            # Its text may hold anything.
            outcome = Check(name, False, f"the check failed ({type(error).__name__})", _REPORT)
        outcomes[name] = outcome

    # Daemons: what hangs in a foreign library can't be cancelled and must not hold up the end.
    threads = {
        name: threading.Thread(target=run, args=(name, check), name=f"check {name}", daemon=True)
        for name, check in checks.items()
    }
    for thread in threads.values():
        thread.start()
    end = time.monotonic() + limit
    for thread in threads.values():
        thread.join(max(0.0, end - time.monotonic()))
    return tuple(outcomes.get(name) or _silent(name, limit) for name in checks)


_REPORT = "Run `chat-copilot doctor --debug` and report what it says."


def _silent(name: str, limit: float) -> Check:
    return Check(name, False, f"no answer within {limit:g} s", "Try again; then log out and in.")
