"""Whether, and after how long, a request that failed is made again. No IO."""

from __future__ import annotations

from copilot.core.errors import CopilotError, StreamBroken, TryLater

LONGEST_PAUSE = 5.0
"""Seconds. Who is asked to wait longer is told so instead."""
_FIRST_PAUSE = 0.4

_WORTH_IT = (TryLater, StreamBroken)
"""What may be gone in a second. Silence has cost its time already, and an address that can't be
reached is said at once: it rarely heals by itself."""


def pause(error: CopilotError, attempt: int, jitter: float) -> float | None:
    """Seconds to wait after the failed attempt (from 1), None if it is not worth another.

    `jitter` is a random number from 0 to 1: many that failed at the same time shall not come back
    at the same time.
    """
    if not error.retryable or not isinstance(error, _WORTH_IT):
        return None
    backoff = _FIRST_PAUSE * 2 ** (attempt - 1) * (0.5 + jitter)
    asked = error.retry_after if isinstance(error, TryLater) else None
    if asked is not None and asked > LONGEST_PAUSE:
        return None
    return max(asked or 0.0, 0.0) + min(backoff, LONGEST_PAUSE)
