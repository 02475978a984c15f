"""Finds the focused text field of the application that has the keyboard."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass

from copilot.desktop.linux import units
from copilot.desktop.linux.accessible import DESKTOP, ROOT_PATH, Accessibles, Ref
from copilot.desktop.linux.bus import AccessibilityBus, CallFailed
from copilot.desktop.linux.windows import DesktopWindow

_MAX_SEARCHED = 500  # nodes, where there is no Collection interface
_MAX_ABOVE = 60  # ancestors of a field


@dataclass(frozen=True, slots=True)
class Application:
    """An application on the accessibility bus. `toolkit` is one of `units.toolkit_name`."""

    bus_name: str
    pid: int
    name: str
    toolkit: str


@dataclass(frozen=True, slots=True)
class Focus:
    """The focused text field, where it is and what it may be used for.

    `document` is the outermost web page around it.
    """

    app: Application
    field: Ref
    frame: Ref
    title: str
    single_line: bool
    writable: bool
    document: Ref | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Focused:
    """An element with the focus, of whatever kind.

    `url` is the address of the page it is on, `title` what its window calls itself.
    """

    ref: Ref
    role: str
    states: frozenset[str]
    interfaces: frozenset[str]
    url: str = ""
    title: str = ""


class Applications:
    """Who is on the accessibility bus; asked anew only when somebody came."""

    def __init__(self, bus: AccessibilityBus, accessibles: Accessibles) -> None:
        self._bus = bus
        self._a11y = accessibles
        self._known: dict[str, Application] = {}
        self._stale = True

    def came(self) -> None:
        """Somebody joined the bus."""
        self._stale = True

    def gone(self, bus_name: str) -> None:
        """Somebody left."""
        self._known.pop(bus_name, None)
        self._bus.hung.forget(bus_name)

    def reset(self) -> None:
        """It is a new bus."""
        self._known.clear()
        self._stale = True

    async def behind(self, window: DesktopWindow) -> Application | None:
        """The application of a window, None if it is not on the bus."""
        found = self._with_pid(window.pid)
        if found is None or self._stale:
            await self._refresh()
            found = self._with_pid(window.pid)
        # In a sandbox the window's process id is another one than the bus knows.
        return found or await self._with_window(window)

    async def named(self, bus_name: str) -> Application | None:
        """The application with that bus name, None if it is not on the bus."""
        if bus_name not in self._known or self._stale:
            await self._refresh()
        return self._known.get(bus_name)

    def _with_pid(self, pid: int) -> Application | None:
        return next((app for app in self._known.values() if pid and app.pid == pid), None)

    async def _with_window(self, window: DesktopWindow) -> Application | None:
        for app in list(self._known.values()):
            try:
                for frame in await self._a11y.children(Ref(app.bus_name, ROOT_PATH)):
                    if window.title and await self._a11y.name(frame) == window.title:
                        return app
            except CallFailed:
                continue
        return None

    async def _refresh(self) -> None:
        self._stale = False
        refs = await self._a11y.children(DESKTOP)
        new = [ref for ref in refs if ref.name not in self._known]
        for app in await asyncio.gather(*map(self._meet, new)):
            if app is not None:
                self._known[app.bus_name] = app

    async def _meet(self, ref: Ref) -> Application | None:
        try:
            pid = await self._bus.pid_of(ref.name)
            name, toolkit = await asyncio.gather(self._a11y.name(ref), self._a11y.toolkit(ref.name))
        except CallFailed:  # hung: met again the next time
            self._stale = True
            return None
        return Application(ref.name, pid, name, units.toolkit_name(toolkit))


class FocusFinder:
    """Finds the focused field inside one application."""

    def __init__(self, accessibles: Accessibles) -> None:
        self._a11y = accessibles

    async def find(
        self, app: Application, window: DesktopWindow | None, hint: Ref | None
    ) -> Focus | None:
        """The focused field that may be read, None if there is none.

        `hint` is what the application last called focused. Password fields are never answered.
        """
        if hint is not None and hint.name == app.bus_name:
            found = await self._examine(app, hint)
            if found is not None:
                return found
        for frame in await self._frames(app, window):
            for ref in await self._focused(frame, app.toolkit):
                found = await self._examine(app, ref)
                if found is not None:
                    return found
        return None

    async def still(self, focus: Focus) -> bool:
        """Whether that field has the focus still; much cheaper than finding it."""
        try:
            return {"focused", "editable"} <= await self._a11y.states(focus.field)
        except CallFailed:
            return False

    async def focused(
        self, app: Application, window: DesktopWindow | None, hint: Ref | None
    ) -> list[Focused]:
        """All elements that call themselves focused, fields first. Raises CallFailed."""
        refs = [hint] if hint is not None and hint.name == app.bus_name else []
        for frame in (await self._frames(app, window))[:1]:
            try:
                refs += await self._a11y.find(frame, states=("focused",), limit=5)
            except CallFailed:  # GTK 4 has no Collection interface
                refs += await self._search(frame)
        met = await asyncio.gather(*map(self._meet, dict.fromkeys(refs)))
        return sorted(
            (one for one in met if one is not None), key=lambda one: "editable" not in one.states
        )

    async def _meet(self, ref: Ref) -> Focused | None:
        try:
            role, states, interfaces, above = await asyncio.gather(
                self._a11y.role(ref),
                self._a11y.states(ref),
                self._a11y.interfaces(ref),
                self._above(ref),
            )
            pages = (node for node, kind in ((ref, role), *above) if kind == "document-web")
            page = deque(pages, maxlen=1)
            url = await self._a11y.page_address(page[0]) if page else ""
            title = await self._a11y.name(above[-1][0] if above else ref)
        except CallFailed:
            return None
        if "focused" not in states:
            return None
        return Focused(ref, role, states, interfaces, url, title)

    async def _frames(self, app: Application, window: DesktopWindow | None) -> list[Ref]:
        frames = await self._a11y.children(Ref(app.bus_name, ROOT_PATH))
        judged = await asyncio.gather(*(self._judge(frame, window) for frame in frames))
        ranked = sorted(zip(judged, range(len(frames)), strict=True), reverse=True)
        return [frames[index] for rank, index in ranked if rank]

    async def _judge(self, frame: Ref, window: DesktopWindow | None) -> int:
        try:
            states, name = await asyncio.gather(self._a11y.states(frame), self._a11y.name(frame))
        except CallFailed:
            return 0
        if "showing" not in states and "visible" not in states:
            return 0
        return 1 + ("active" in states) + 2 * (window is not None and name == window.title)

    async def _focused(self, frame: Ref, toolkit: str) -> list[Ref]:
        try:
            found = await self._a11y.find(frame, states=("focused", "editable"), limit=3)
        except CallFailed:
            return await self._search(frame)
        # Qt 6.11 has the interface and answers that nothing matches.
        return await self._search(frame) if not found and toolkit == "qt" else found

    async def _search(self, frame: Ref) -> list[Ref]:
        """By walking, for Qt and GTK 4, whose Collection interface is missing or of no use."""
        waiting = deque([frame])
        for _ in range(_MAX_SEARCHED):
            if not waiting:
                break
            ref = waiting.popleft()
            try:
                states, children = await asyncio.gather(
                    self._a11y.states(ref), self._a11y.children(ref)
                )
            except CallFailed:
                continue
            if "focused" in states and "editable" in states:
                return [ref]
            if ref == frame or "showing" in states:
                waiting.extend(children)
        return []

    async def _examine(self, app: Application, ref: Ref) -> Focus | None:
        try:
            role, states, interfaces = await asyncio.gather(
                self._a11y.role(ref), self._a11y.states(ref), self._a11y.interfaces(ref)
            )
            if (
                role == "password-text"
                or "editable" not in states
                or "focused" not in states
                or "org.a11y.atspi.Text" not in interfaces
            ):
                return None
            above = await self._above(ref)
            frame = above[-1][0] if above else ref
            title = await self._a11y.name(frame)
        except CallFailed:
            return None
        document = next((node for node, kind in reversed(above) if kind == "document-web"), None)
        return Focus(
            app=app,
            field=ref,
            frame=frame,
            title=title,
            single_line="multi-line" not in states,
            writable="org.a11y.atspi.EditableText" in interfaces,
            document=document,
            url=await self._a11y.page_address(document) if document else "",
        )

    async def _above(self, ref: Ref) -> list[tuple[Ref, str]]:
        above: list[tuple[Ref, str]] = []
        node: Ref | None = ref
        while len(above) < _MAX_ABOVE:
            node = await self._a11y.parent(node)
            if node is None:
                break
            above.append((node, await self._a11y.role(node)))
        return above
