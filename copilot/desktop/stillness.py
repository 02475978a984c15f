"""Whether the desktop asks programs to move as little as possible."""

from __future__ import annotations

import sys
from collections.abc import Callable


class Stillness:
    """What is known of it.

    `on` may be read from any thread; listeners are called in the one that hears of a change.
    """

    def __init__(self) -> None:
        self._said: dict[str, bool] = {}
        self._on = False
        self._listeners: list[Callable[[], object]] = []

    @property
    def on(self) -> bool:
        """Nothing shall move by itself."""
        return self._on

    def listen(self, changed: Callable[[], object]) -> None:
        """Call `changed` whenever that changes."""
        self._listeners.append(changed)

    def note(self, source: str, on: bool) -> None:
        """One place of the desktop's settings says so; any of them is enough."""
        self._said[source] = on
        before, self._on = self._on, any(self._said.values())
        if self._on is not before:
            for changed in self._listeners:
                changed()


def stillness_here() -> Stillness:
    """What this system tells at the start, where that needs no listening."""
    stillness = Stillness()
    if sys.platform == "win32":
        stillness.note("windows", _windows_is_still())
    return stillness


def _windows_is_still() -> bool:
    """Accessibility › Visual effects › Animation effects is off.

    https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-systemparametersinfow
    """
    import ctypes

    get_client_area_animation, moves = 0x1042, ctypes.c_int(1)
    user32 = ctypes.WinDLL("user32")  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType, reportUnknownMemberType]  # on Windows only
    ask = user32.SystemParametersInfoW  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]
    ask(get_client_area_animation, 0, ctypes.byref(moves), 0)
    return not moves.value
