"""One X11 connection on the desktop thread's loop: the small typed surface over python-xlib."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sys
from collections.abc import Callable, Generator
from typing import Any, TypeVar

from Xlib import X, error
from Xlib.display import Display
from Xlib.protocol import event as xevent
from Xlib.xobject.drawable import Window

from copilot.core.errors import DisplayMissing
from copilot.core.model import Rect
from copilot.desktop.linux.xevents import id_of, value_of
from copilot.desktop.linux.xvalues import (
    ActiveWindow,
    ConnectionLost,
    Property,
    PropertyEvent,
    SelectionRequest,
)

_log = logging.getLogger(__name__)

CURRENT_TIME = 0
ANY_TYPE = 0
_SLICE = 256 * 1024  # bytes of a property read with one request

E = TypeVar("E")


def ignore(_error: error.XError, _request: object) -> None:
    """For requests about other clients' windows, which may vanish at any moment."""


class XConnection:
    """Requests and events of one X11 connection.

    Belongs to the loop in which it was opened. The server shares this machine with us and answers
    at once; what may hang is other clients, and nothing here waits for those. Calls about windows
    that no longer exist answer None or do nothing. Every call raises DisplayMissing once the
    connection is lost.
    """

    def __init__(self, display: Display, loop: asyncio.AbstractEventLoop) -> None:
        self._display = display
        self._loop = loop
        self._root: Window = display.screen().root
        self._atoms: dict[str, int] = {}
        self._names: dict[int, str] = {}
        self._listeners: dict[type, list[Callable[[Any], None]]] = {}
        self._masks: dict[int, int] = {}  # what we hear of windows that others made
        self._draining = False
        self._lost = False
        display.set_error_handler(self._on_error)
        self.window = self.create_window()
        self._fileno = display.fileno()
        loop.add_reader(self._fileno, self._drain)
        display.flush()

    @classmethod
    def open(cls, name: str | None = None) -> XConnection:
        """Connect to `name` (None: $DISPLAY). Raises DisplayMissing."""
        loop = asyncio.get_running_loop()
        try:
            return cls(Display(name), loop)
        except (
            error.DisplayError,
            error.ConnectionClosedError,
            OSError,
            OverflowError,  # a display number that no port can have
        ) as failure:
            raise DisplayMissing(
                "There is no X11 display to reach.",
                "Start Chat Copilot inside a desktop session (DISPLAY must be set).",
            ) from failure

    @property
    def name(self) -> str:
        """The display's name, as in $DISPLAY."""
        return self._display.get_display_name()

    @property
    def display(self) -> Display:
        """python-xlib's own, for modules of requests beside this one; use it inside `guarded`."""
        return self._display

    @property
    def root_window(self) -> Window:
        """The root window as python-xlib has it."""
        return self._root

    @property
    def root(self) -> int:
        """The id of the root window."""
        return int(self._root.id)

    def close(self) -> None:
        """Close the connection; the server drops our grabs, windows and selections."""
        if not self._lost:
            self._lost = True
            self._loop.remove_reader(self._fileno)
            with contextlib.suppress(error.ConnectionClosedError, OSError):
                self._display.close()

    # Events

    def listen(self, kind: type[E], take: Callable[[E], None]) -> Callable[[], None]:
        """Call `take` with every event of that kind; the result ends it."""
        listeners = self._listeners.setdefault(kind, [])
        listeners.append(take)

        def end() -> None:
            if take in listeners:
                listeners.remove(take)

        return end

    def _emit(self, value: object) -> None:
        for take in tuple(self._listeners.get(type(value), ())):
            take(value)

    def _drain(self) -> None:
        self._draining = False
        if self._lost:
            return
        with contextlib.suppress(DisplayMissing), self.guarded(drains=False):
            while self._display.pending_events():
                value = value_of(self._display.next_event())
                if value is not None:
                    self._emit(value)
                if self._lost:
                    return

    @contextlib.contextmanager
    def guarded(self, *, drains: bool = True) -> Generator[None]:
        """Turn a lost connection into our error; see to events that came in with a reply."""
        if self._lost:
            raise DisplayMissing("The X11 display is gone.", "Start Chat Copilot again.")
        try:
            yield
            if drains:
                self._display.flush()
        except (error.ConnectionClosedError, OSError) as failure:
            self._lost = True
            self._loop.remove_reader(self._fileno)
            self._loop.call_soon(self._emit, ConnectionLost())
            raise DisplayMissing(
                "The X11 display is gone.", "Start Chat Copilot again."
            ) from failure
        finally:
            # While python-xlib waits for a reply it also takes events off the socket, which is
            # then no longer readable for the loop.
            if drains and not self._draining and not self._lost:
                self._draining = True
                self._loop.call_soon(self._drain)

    def _on_error(self, failure: error.XError, _request: object) -> None:
        _log.debug("X11 error %s", type(failure).__name__)

    # Atoms, time, windows and properties

    def atom(self, name: str) -> int:
        """The number of an atom, made if there is none yet."""
        if name not in self._atoms:
            with self.guarded():
                self._atoms[name] = self._display.intern_atom(name)
        return self._atoms[name]

    def atom_name(self, atom: int) -> str:
        """An atom's name, "" if there is no such atom."""
        if atom not in self._names:
            with self.guarded():
                try:
                    self._names[atom] = self._display.get_atom_name(atom)
                except error.XError:
                    return ""
            self._atoms[self._names[atom]] = atom
        return self._names[atom]

    def create_window(self) -> int:
        """A window that is never shown, whose property events we hear."""
        with self.guarded():
            made = self._root.create_window(
                -1, -1, 1, 1, 0, 0, X.InputOnly, X.CopyFromParent, event_mask=X.PropertyChangeMask
            )
        return int(made.id)

    def exists(self, window: int) -> bool:
        """Whether there is such a window."""
        with self.guarded():
            try:
                self._window(window).get_geometry()
            except error.XError:
                return False
        return True

    def destroy_window(self, window: int) -> None:
        """Destroy a window of ours, with its properties."""
        with self.guarded():
            self._window(window).destroy(onerror=ignore)

    def _window(self, window: int) -> Window:
        return self._display.create_resource_object("window", window)

    async def timestamp(self, limit: float = 1.0) -> int:
        """The server's time now. Raises TimeoutError."""
        mark = self.atom("_CHAT_COPILOT_TIME")
        came: asyncio.Future[int] = self._loop.create_future()

        def take(event: PropertyEvent) -> None:
            if event.window == self.window and event.property == mark and not came.done():
                came.set_result(event.time)

        end = self.listen(PropertyEvent, take)
        try:
            with self.guarded():
                # Appending nothing changes nothing and still makes an event with the time.
                self._window(self.window).change_property(
                    mark, self.atom("STRING"), 8, b"", X.PropModeAppend
                )
            async with asyncio.timeout(limit):
                return await came
        finally:
            end()

    def watch_properties(self, window: int, on: bool) -> None:
        """Hear (or no longer hear) when properties of another client's window change."""
        if window != self.window:
            self._hear(window, X.PropertyChangeMask, on)

    def watch_place(self, window: int, on: bool) -> None:
        """Hear (or no longer hear) when another client's window moves or changes its size."""
        self._hear(window, X.StructureNotifyMask, on)

    def watch_shown(self) -> None:
        """Hear when windows right below the root, which need no window manager, come and go."""
        self._hear(self.root, X.SubstructureNotifyMask, True)

    def _hear(self, window: int, mask: int, on: bool) -> None:
        before = self._masks.get(window, X.NoEventMask)
        now = before | mask if on else before & ~mask
        self._masks[window] = now
        if not now:
            del self._masks[window]
        with self.guarded():
            self._window(window).change_attributes(onerror=ignore, event_mask=now)

    def read_property(
        self, window: int, prop: int, *, delete: bool = False, limit: int | None = None
    ) -> Property | None:
        """The whole value, None if there is none (or more than `limit` bytes of it)."""
        parts: list[bytes] = []
        offset = 0
        with self.guarded():
            try:
                while True:
                    reply: Any = self._window(window).get_property(
                        prop, ANY_TYPE, offset // 4, _SLICE // 4
                    )
                    if reply is None or reply.property_type == 0:
                        return None
                    if limit is not None and offset + int(reply.bytes_after) > limit:
                        return None
                    value: Any = reply.value
                    parts.append(value if isinstance(value, bytes) else value.tobytes())
                    offset += len(parts[-1])
                    if not reply.bytes_after:
                        break
                if delete:
                    self._window(window).delete_property(prop, onerror=ignore)
            except error.XError:
                return None
        return Property(int(reply.property_type), int(reply.format), b"".join(parts))

    def write_property(self, window: int, prop: int, value: Property) -> None:
        """Replace a property. At most 256 KiB, the least that every server takes."""
        with self.guarded():
            data: Any = value.data
            self._window(window).change_property(
                prop, value.type, value.format, data, onerror=ignore
            )

    def delete_property(self, window: int, prop: int) -> None:
        """Delete a property."""
        with self.guarded():
            self._window(window).delete_property(prop, onerror=ignore)

    # Selections

    def selection_owner(self, selection: int) -> int:
        """The window that owns a selection, 0 if none does."""
        with self.guarded():
            return id_of(self._display.get_selection_owner(selection))

    def own_selection(self, selection: int, time: int) -> bool:
        """Own a selection with our window since `time`; false if a newer owner won."""
        with self.guarded():
            self._window(self.window).set_selection_owner(selection, time)
        return self.selection_owner(selection) == self.window

    def disown_selection(self, selection: int, time: int) -> None:
        """Leave a selection without an owner, if it is ours: anybody could take it from anybody."""
        if self.selection_owner(selection) != self.window:
            return
        with self.guarded():
            none: Any = _Nobody(self._display)
            none.set_selection_owner(selection, time)

    def convert_selection(
        self, requestor: int, selection: int, target: int, prop: int, time: int
    ) -> None:
        """Ask the owner for a format; a SelectionAnswer for `requestor`, our window, follows."""
        with self.guarded():
            self._window(requestor).convert_selection(selection, target, prop, time)

    def answer_selection(self, request: SelectionRequest, prop: int) -> None:
        """Tell a requestor that its property is filled, or with 0 that it won't be."""
        with self.guarded():
            answer = xevent.SelectionNotify(
                time=request.time,
                requestor=request.requestor,
                selection=request.selection,
                target=request.target,
                property=prop,
            )
            self._window(request.requestor).send_event(answer, onerror=ignore)

    # The active window

    def active_window_id(self) -> int:
        """The id of the window that has the keyboard, 0 if there is none."""
        prop = self.read_property(self.root, self.atom("_NET_ACTIVE_WINDOW"))
        return _card32(prop.data) if prop is not None and len(prop.data) >= 4 else 0

    def window_class(self, window: int) -> tuple[str, str]:
        """WM_CLASS: instance and class, empty where it tells none or there is no such window."""
        with self.guarded():
            try:
                return self._window(window).get_wm_class() or ("", "")
            except error.XError:
                return ("", "")

    def pointer(self) -> tuple[int, int]:
        """Where the pointer is on the root window."""
        with self.guarded():
            found = self._root.query_pointer()
        return int(found.root_x), int(found.root_y)

    def same_client(self, window: int, other: int) -> bool:
        """Whether one program made both windows, over one connection."""
        info: Any = self._display.display.info
        return bool(window and other) and not (window ^ other) & ~int(info.resource_id_mask)

    def active_window(self) -> ActiveWindow | None:
        """The window that has the keyboard, None if there is none or it is closing."""
        window = self.active_window_id()
        if not window:
            return None
        try:
            with self.guarded():
                handle = self._window(window)
                geometry: Any = handle.get_geometry()
                origin: Any = handle.translate_coords(self.root, 0, 0)
                names = handle.get_wm_class() or ("", "")
        except error.XError:
            return None
        pid = self.read_property(window, self.atom("_NET_WM_PID"))
        title = self.read_property(window, self.atom("_NET_WM_NAME"))
        return ActiveWindow(
            id=window,
            pid=_card32(pid.data) if pid and len(pid.data) >= 4 else 0,
            wm_instance=names[0],
            wm_class=names[1],
            title=title.data.decode("utf-8", "replace") if title else "",
            # TranslateCoordinates answers where the root's corner lies as seen from the window.
            area=Rect(-origin.x, -origin.y, geometry.width, geometry.height),
        )


class _Nobody(Window):
    """Stands for "no window" where python-xlib wants a window."""

    def __init__(self, display: Display) -> None:
        super().__init__(display.display, X.NONE)


def _card32(data: bytes) -> int:
    return int.from_bytes(data[:4], sys.byteorder)
