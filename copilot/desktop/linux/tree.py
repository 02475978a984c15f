"""Neutral snapshots of windows, taken with bounded breadth, depth, number of nodes and time."""

from __future__ import annotations

import asyncio
import contextlib

from copilot.desktop.emoji import EmojiNames
from copilot.desktop.linux.accessible import TEXT, Accessibles, Ref
from copilot.desktop.linux.bus import CallFailed
from copilot.desktop.snapshot import Box, Node

MAX_NODES = 900
MAX_DEPTH = 48
MAX_CHILDREN = 60  # the last ones: what is new stands at the end of a list
MAX_TEXT = 16_000  # code points of one text, again the last ones
TIME_LIMIT = 1.5  # seconds for one snapshot


def _roles(names: str) -> frozenset[str]:
    return frozenset(names.split())


# What never holds a message; not descended into, and not kept.
_SKIPPED = _roles(
    "menu-bar menu popup-menu tool-bar scroll-bar separator icon tool-tip title-bar "
    "table-column-header progress-bar calendar status-bar animation"
)
# What says something by itself: its place is asked for.
_SPEAKING = _roles(
    "label text static paragraph list-item heading entry link section article log list list-box "
    "document-web scroll-pane viewport push-button"
)
# A child of these may be scrolled out of sight and still belong to the conversation.
_SCROLLING = _roles("scroll-pane viewport list list-box log document-web table tree")
# Only these have a text that is not also their name.
_TEXTUAL = _roles("text terminal entry label document-text editbar")


class _Walk:
    """What one snapshot is about, and what it has used up so far."""

    def __init__(self, focused: Ref | None, web: bool) -> None:
        self.focused = focused
        self.web = web
        self.left = MAX_NODES
        self.seen: set[Ref] = set()


class Trees:
    """Takes snapshots."""

    def __init__(self, accessibles: Accessibles, emoji: EmojiNames) -> None:
        self._a11y = accessibles
        self._emoji = emoji

    async def take(self, root: Ref, field: Ref | None = None, *, web: bool = False) -> Node:
        """What `root` shows now. Texts of editable fields are not read, only where they are.

        Raises CallFailed when `root` is gone or does not answer in time.
        """
        try:
            async with asyncio.timeout(TIME_LIMIT):
                node = await self._node(root, _Walk(field, web), 0, scrolled=False)
        except TimeoutError as error:
            raise CallFailed("The application answers too slowly.") from error
        if node is None:
            raise CallFailed("The window is gone.")
        return node

    async def _node(self, ref: Ref, walk: _Walk, depth: int, *, scrolled: bool) -> Node | None:
        if walk.left <= 0 or depth > MAX_DEPTH or ref in walk.seen:
            return None
        walk.left -= 1
        walk.seen.add(ref)
        try:
            role, states = await asyncio.gather(self._a11y.role(ref), self._a11y.states(ref))
            shown = "visible" if scrolled else "showing"
            if role in _SKIPPED or (depth and shown not in states):
                return None
            if role == "image":
                return await self._picture(ref, states) if walk.web else None
            name, refs = await asyncio.gather(self._a11y.name(ref), self._a11y.children(ref))
        except CallFailed:
            return None
        secret = "editable" in states or role == "password-text"
        text, box, attributes = await asyncio.gather(
            self._text(ref, role, name, secret),
            self._box(ref, role),
            self._attributes(ref, role, walk),
        )
        inside = scrolled or role in _SCROLLING
        children: tuple[Node, ...] = ()
        if not secret or ref != walk.focused:
            found = await asyncio.gather(
                *(
                    self._node(child, walk, depth + 1, scrolled=inside)
                    for child in refs[-MAX_CHILDREN:]
                )
            )
            children = tuple(child for child in found if child is not None)
        return Node(role, name, text, states, attributes, box, children, ref.key)

    async def _picture(self, ref: Ref, states: frozenset[str]) -> Node:
        """A picture in a page; of all pictures only those of emoji say something."""
        name = await self._a11y.name(ref)
        return Node("image", name, self._emoji.find(name), states, key=ref.key)

    async def _text(self, ref: Ref, role: str, name: str, secret: bool) -> str | None:
        if secret or role not in _TEXTUAL or (role == "label" and name):
            return None
        with contextlib.suppress(CallFailed):
            count = await self._a11y.length(ref)
            start = max(0, count - MAX_TEXT)
            return str(await self._a11y.ask(ref, TEXT, "GetText", "ii", start, -1))
        return None

    async def _box(self, ref: Ref, role: str) -> Box | None:
        if role not in _SPEAKING:
            return None
        with contextlib.suppress(CallFailed):
            area = await self._a11y.extents(ref)
            return Box(area.x, area.y, area.width, area.height)
        return None

    async def _attributes(self, ref: Ref, role: str, walk: _Walk) -> dict[str, str]:
        if role == "static" or not (walk.web or ref == walk.focused):
            return {}
        with contextlib.suppress(CallFailed):
            return await self._a11y.attributes(ref)
        return {}
