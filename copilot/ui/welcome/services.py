"""What the first steps can do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from copilot.core.configuring import Configuring


@dataclass(frozen=True, slots=True)
class Services:
    """What the steps can do.

    `agree` is the clear yes to reading, `accessible` says whether applications can be read now and
    `enable` makes it so; `phrase` switches the history on and makes its recovery phrase;
    `practise` opens the practice chat; `done` hears that the person came to the end.
    """

    configuring: Configuring
    agree: Callable[[], None]
    accessible: Callable[[], Awaitable[bool]]
    enable: Callable[[], Awaitable[None]]
    phrase: Callable[[], Awaitable[str]]
    practise: Callable[[], object]
    done: Callable[[], None]
