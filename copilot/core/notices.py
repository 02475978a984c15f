"""What a session has to say to the person beside suggestions: one notice at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from copilot.core.model import Notice
from copilot.core.ports import Clock
from copilot.core.tasks import TaskSet

_MOST_KEPT = 8


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
        self._kept: list[tuple[Notice, str]] = []
        self.current: Notice | None = None
        self.text = ""
        """What "copy" copies: a text that could not be written."""

    @property
    def unplaced(self) -> Sequence[tuple[Notice, str]]:
        """Texts of the person's own that stand nowhere but here, with what was told of each."""
        return tuple((notice, text) for notice, text in self._kept if text)

    def tell(self, notice: Notice, text: str = "") -> None:
        """Put up what must not get lost: it is there again where somebody looked away.

        A `text` of the person's own comes again and again until it is copied or dismissed.
        """
        self._kept = [one for one in self._kept if one[1] and one[1] != text][1 - _MOST_KEPT :]
        self._kept.append((notice, text))
        self.current, self.text = notice, text

    def put(self, notice: Notice) -> None:
        """Put this up until something else happens in this chat; a text to copy stays."""
        self.current = notice

    def say(self, notice: Notice, text: str = "") -> None:
        """Put this up, long enough to be read."""
        self.current, self.text = notice, text
        self._tasks.start(self._clear(notice), "notice")

    def forget(self) -> None:
        """Take it down."""
        self._kept = [one for one in self._kept if one[1] or one[0] is not self.current]
        self.current, self.text = None, ""

    def dismiss(self) -> None:
        """The person does not want it any more, nor the text that goes with it."""
        self.placed(self.text)
        self.forget()

    def placed(self, text: str) -> None:
        """This text stands somewhere else now."""
        self._kept = [one for one in self._kept if not one[1] or one[1] != text]

    def leave(self) -> None:
        """The chat has gone out of sight; what was told is kept for the next one."""
        # It is told once, perhaps just as somebody looked away.
        self.current, self.text = None, ""

    def come(self) -> None:
        """A chat is in sight: what nobody may have read is put up again."""
        if self._kept and self.current is None:
            self.current, self.text = self._kept[-1]

    async def _clear(self, notice: Notice) -> None:
        await self._clock.sleep(self._linger)
        if self.current is notice:
            self.forget()
            self._changed()
