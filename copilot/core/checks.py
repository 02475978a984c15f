"""What doctor finds: one value per part of the system that the application needs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """`detail` says what is there, `todo` the one thing to do; both are for a person.

    A check may be `ok` and still have something to do, where that is a matter of taste.
    """

    name: str
    ok: bool
    detail: str
    todo: str = ""
