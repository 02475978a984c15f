"""What is known of applications that chats were seen in, for windows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnownApplication:
    """One application by its stable name (ChatIdentity.app) and what the person calls it.

    `reads` is what could be read there: "chat", "draft", "nothing", or "" where it was not seen
    yet. `way` is how text is written there while the person chooses nothing else (see
    core.bounds.WRITES), "" where that is not known.
    """

    name: str
    title: str
    reads: str = ""
    way: str = ""
