"""Which trouble of a model opens the panel by itself: each once, until things work again."""

from __future__ import annotations

from copilot.core.asking import Question
from copilot.core.errors import InputError
from copilot.core.thinking import Thinking


class Troubles:
    """Remembers of which trouble the person was told, and at which question."""

    def __init__(self) -> None:
        self._told: tuple[str, Question | None] | None = None

    def note(self, thinking: Thinking) -> None:
        """Something has become of the question."""
        if thinking.answer.whole:
            self._told = None
        elif thinking.error is not None and (
            self._told is None or self._told[0] != thinking.error.title
        ):
            self._told = (thinking.error.title, thinking.question)

    def are_news(self, thinking: Thinking) -> bool:
        """Whether there is one that is a reason to show the panel.

        There is none if the person has seen it at an earlier question, or did not ask for what it
        is about.
        """
        if thinking.error is None or isinstance(thinking.error, InputError):
            return False
        return self._told is None or self._told[1] == thinking.question
