"""What the history window can have done, besides looking at what is kept."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass

from copilot.core.archiving import Archiving
from copilot.core.cost import Exchange


@dataclass(frozen=True, slots=True)
class Services:
    """The doings of the application that belong to the history.

    `unlock` lets the keychain ask for its password; `recover` opens the window for the recovery
    phrase; `closed` is told once the window is not needed any more.
    """

    archive: Archiving
    exchange: Callable[[], Exchange]
    open_settings: Callable[[], object]
    unlock: Callable[[], Coroutine[None, None, None]]
    recover: Callable[[], object]
    closed: Callable[[], object]
