"""A circuit breaker: a provider that fails again and again is left alone for a while. No IO."""

from __future__ import annotations

from copilot.core.errors import (
    CopilotError,
    ProviderFailed,
    ProviderTimeout,
    ProviderUnreachable,
    StreamBroken,
)
from copilot.core.ports import Clock

_PATIENCE = 3
"""So many calls in a row may fail."""
_FIRST_REST = 10.0
_LONGEST_REST = 60.0
"""Seconds. Each failure after a rest doubles the next one, up to the longest."""

_DOWN = (ProviderFailed, ProviderTimeout, ProviderUnreachable, StreamBroken)
"""What says that the provider is in trouble; all else is about the key or the request."""


class Breaker:
    """Counts the calls to one provider that failed one after the other."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._failures = 0
        self._closed_at = 0.0
        self.offline = False
        """Whether the last failure was one of this machine's connection."""

    def resting(self) -> float:
        """Seconds for which nothing should be asked; 0 if it may be asked."""
        return max(0.0, self._closed_at - self._clock.monotonic())

    def succeeded(self) -> None:
        """A call went well, or was answered with a word that has nothing to do with its health."""
        self._failures = 0
        self._closed_at = 0.0

    def failed(self, error: CopilotError) -> None:
        """A call failed for good."""
        if not isinstance(error, _DOWN):
            self.succeeded()
            return
        self._failures += 1
        self.offline = isinstance(error, ProviderUnreachable) and error.offline
        if self._failures >= _PATIENCE:
            rest = min(_FIRST_REST * 2 ** (self._failures - _PATIENCE), _LONGEST_REST)
            self._closed_at = self._clock.monotonic() + rest
