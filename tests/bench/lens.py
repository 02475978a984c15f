"""Presses keys on an X display and sees when its pixels change, with the times of both."""

from __future__ import annotations

import select
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from Xlib import XK, X, display, error  # pyright: ignore[reportMissingTypeStubs]
from Xlib.ext import damage, xtest  # pyright: ignore[reportMissingTypeStubs]

from tests.desktop.lab.processes import LabError

Area = tuple[int, int, int, int]
"""x, y, width, height on the root window."""

_ICON = 64


class Lens:
    """A connection of its own to the display `name`. Times are `time.monotonic()` in seconds.

    Changes of pixels are told by the server (DAMAGE extension): nothing is polled, and the
    programs that are measured lose no CPU to their measurement.
    """

    def __init__(self, name: str) -> None:
        # python-xlib makes its attributes at run time: nothing here has a type to check.
        self._display: Any = display.Display(name)
        self._root: Any = self._display.screen().root
        self._display.damage_query_version()
        self._damage: Any = self._root.damage_create(damage.DamageReportRawRectangles)
        self._root.change_attributes(event_mask=X.SubstructureNotifyMask)
        self._display.sync()

    def fileno(self) -> int:
        """For select."""
        return int(self._display.fileno())

    def close(self) -> None:
        """Leave the display."""
        self._display.close()

    # Doing

    def press(self, chord: str) -> float:
        """Press and release a combination of keysym names ("Control_L+Alt_L+o").

        Returns when the last key went down.
        """
        codes = [self._code(name) for name in chord.split("+")]
        for code in codes[:-1]:
            xtest.fake_input(self._display, X.KeyPress, code)
        self._display.sync()
        pressed = time.monotonic()
        xtest.fake_input(self._display, X.KeyPress, codes[-1])
        self._display.flush()
        for code in reversed(codes):
            xtest.fake_input(self._display, X.KeyRelease, code)
        self._display.sync()
        return pressed

    def point(self, x: int, y: int) -> None:
        """Move the pointer there."""
        xtest.fake_input(self._display, X.MotionNotify, x=x, y=y)
        self._display.sync()

    def click(self) -> float:
        """Click where the pointer is; returns when the button went down."""
        pressed = time.monotonic()
        xtest.fake_input(self._display, X.ButtonPress, 1)
        self._display.flush()
        xtest.fake_input(self._display, X.ButtonRelease, 1)
        self._display.sync()
        return pressed

    def _code(self, name: str) -> int:
        code = self._display.keysym_to_keycode(XK.string_to_keysym(name))
        if not code:
            raise LabError(f"this keyboard has no key {name!r}")
        return int(code)

    # Seeing

    def forget(self) -> None:
        """Drop what has been seen up to now."""
        self._display.sync()
        while self._display.pending_events():
            self._display.next_event()

    def wait(self, wanted: Callable[[Any], bool], timeout: float, what: str) -> float:
        """When an event came that is `wanted`. Raises LabError naming `what`."""
        deadline = time.monotonic() + timeout
        while True:
            while self._display.pending_events():
                event = self._display.next_event()
                if wanted(event):
                    return time.monotonic()
            left = deadline - time.monotonic()
            if left <= 0:
                raise LabError(f"waited {timeout:g} s in vain for {what}")
            select.select([self], [], [], left)

    def wait_painted(
        self, inside: Area, timeout: float = 5, least: tuple[int, int] = (1, 1)
    ) -> float:
        """When pixels within `inside` changed, in a rectangle of at least this width and height."""

        def paints(event: Any) -> bool:
            return (
                type(event).__name__ == "DamageNotify"
                and event.area.width >= least[0]
                and event.area.height >= least[1]
                and _overlap(inside, event.area)
            )

        return self.wait(paints, timeout, f"pixels in {inside}")

    def pixels(self, area: Area) -> bytes:
        """The pixels of this part of the root window, 32 bits each."""
        x, y, width, height = area
        image = self._root.get_image(x, y, width, height, X.ZPixmap, 0xFFFFFFFF)
        return bytes(image.data)

    def wait_changed(self, area: Area, before: bytes, timeout: float = 5) -> float:
        """When something was painted that makes `area` look other than `before`."""
        deadline = time.monotonic() + timeout
        while True:
            painted = self.wait_painted(area, deadline - time.monotonic())
            if self.pixels(area) != before:
                return painted

    def wait_quiet(self, inside: Area, quiet: float = 0.15, timeout: float = 5) -> None:
        """Return once nothing has been painted within `inside` for `quiet` seconds."""
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline:
            try:
                self.wait_painted(inside, quiet)
            except LabError:
                return
        raise LabError(f"{inside} has not been quiet for {timeout:g} s")

    def wait_icon(self, tray: int, timeout: float = 20) -> float:
        """When an icon was painted in the program that owns the tray.

        Its window has moved there before; until the icon's own program paints it, all is grey.
        """
        mask = ~self._display.display.info.resource_id_mask
        docked: list[Any] = []

        def paints(event: Any) -> bool:
            kind = type(event).__name__
            if kind == "ReparentNotify" and event.parent.id & mask == tray & mask:
                docked.append(event.window)
            if kind != "DamageNotify" or not docked:
                return False
            with suppress(error.BadWindow, error.BadDrawable, error.BadMatch):
                area = self.area(int(docked[-1].id))
                return _overlap(area, event.area) and _is_colourful(self.pixels(area))
            return False

        return self.wait(paints, timeout, "an icon in the tray")

    def _title(self, window: Any) -> str:
        answer = window.get_full_property(
            self._display.intern_atom("_NET_WM_NAME"), X.AnyPropertyType
        )
        return bytes(answer.value).decode(errors="replace") if answer else ""

    def area(self, window: int) -> Area:
        """Where a window lies on the root window."""
        one: Any = self._display.create_resource_object("window", window)
        size, at = one.get_geometry(), one.translate_coords(self._root, 0, 0)
        return -at.x, -at.y, size.width, size.height

    def shown(self, title: str) -> int | None:
        """The id of a mapped window with this title, None if there is none.

        Tray icons have titles too and don't count.
        """
        waiting: list[Any] = list(self._root.query_tree().children)
        while waiting:
            window = waiting.pop()
            with suppress(error.BadWindow, error.BadDrawable):  # it closed meanwhile
                if (
                    window.get_attributes().map_state == X.IsViewable
                    and self._title(window) == title
                    and window.get_geometry().width > _ICON
                ):
                    return int(window.id)
                waiting.extend(window.query_tree().children)
        return None


def _overlap(inside: Area, area: Any) -> bool:
    x, y, width, height = inside
    return bool(
        area.x < x + width
        and x < area.x + area.width
        and area.y < y + height
        and y < area.y + area.height
    )


def _is_colourful(pixels: bytes) -> bool:
    """Whether any pixel is far from grey."""
    blue, green, red = pixels[0::4], pixels[1::4], pixels[2::4]
    return any(max(p) - min(p) > 60 for p in zip(blue, green, red, strict=True))
