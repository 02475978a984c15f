"""What a session has to say to the person beside suggestions: one notice at a time."""

from __future__ import annotations

from collections.abc import Callable

from copilot.core.model import Notice
from copilot.core.ports import Clock
from copilot.core.tasks import TaskSet


class Notices:
    """Holds the notice that stands now, and the text that can be copied from it.

    `changed` is called when it went by itself, `linger` seconds after `say`.
    """

    def __init__(
        self, clock: Clock, tasks: TaskSet, linger: float, changed: Callable[[], None]
    ) -> None:
        self._clock = clock
        self._tasks = tasks
        self._linger = linger
        self._changed = changed
        self._own: Notice | None = None
        self._later: tuple[Notice, str] | None = None
        self.current: Notice | None = None
        self.text = ""
        """What "copy" copies: a text that could not be written."""

    def tell(self, notice: Notice, text: str = "") -> None:
        """Put up what must not get lost: it is there again where somebody looked away."""
        self.current = self._own = notice
        self.text = text

    def put(self, notice: Notice) -> None:
        """Put this up until something else happens in this chat; a text to copy stays."""
        self.current = notice

    def say(self, notice: Notice, text: str = "") -> None:
        """Put this up, long enough to be read."""
        self.current, self.text = notice, text
        self._tasks.start(self._clear(notice), "notice")

    def forget(self) -> None:
        """Take it down."""
        self.current, self.text = None, ""

    def leave(self) -> None:
        """The chat has gone out of sight; what was told is kept for the next one."""
        # It is told once, perhaps just as somebody looked away.
        if self.current is not None and self.current is self._own:
            self._later = (self.current, self.text)
        self.forget()

    def come(self) -> None:
        """A chat is in sight: what nobody may have read is put up again."""
        if self._later is not None and self.current is None:
            self.current, self.text = self._later
            self._later = None

    async def _clear(self, notice: Notice) -> None:
        await self._clock.sleep(self._linger)
        if self.current is notice:
            self.forget()
            self._changed()
