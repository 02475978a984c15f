"""Neutral snapshots of windows, taken with bounded breadth, depth, number of nodes and time."""

from __future__ import annotations

import asyncio
import contextlib
import time
from dataclasses import dataclass

from copilot.desktop.emoji import EmojiNames
from copilot.desktop.linux import units
from copilot.desktop.linux.accessible import TEXT, Accessibles, Ref
from copilot.desktop.linux.bus import CallFailed
from copilot.desktop.linux.cache import CachedTree, Source, read_cache
from copilot.desktop.snapshot import Box, Node

MAX_NODES = 900
MAX_DEPTH = 48
MAX_CHILDREN = 50  # the last ones: what is new stands at the end of a list
MAX_TEXT = 16_000  # code points of one text, again the last ones
TIME_LIMIT = 1.5  # seconds for one snapshot
# Calls at once: what the person types must not have to wait behind a long queue of them.
MAX_CALLS = 16
# An application with more elements than this (chats in a list, most of all) would be held up
# longer by describing all of them at once than by questions about a few.
MAX_CACHED = 1_500
# Rows of a page are kept for a while: reading fifty of them takes hundreds of calls.
MIN_ROWS = 6
FRESH_ROWS = 3  # the newest ones, which are still being changed
ROWS_LAST = 20.0  # seconds
MAX_LISTS = 40


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
# What describes all its elements in one answer that is up to date; Chromium's is not.
_CACHING = frozenset(("gtk", "gecko"))


class _Live:
    """Asks about each element."""

    def __init__(self, accessibles: Accessibles, slots: asyncio.Semaphore) -> None:
        self._a11y = accessibles
        self._slots = slots

    async def kind(self, ref: Ref) -> tuple[str, frozenset[str]]:
        async with self._slots:
            return await asyncio.gather(self._a11y.role(ref), self._a11y.states(ref))

    async def inside(self, ref: Ref) -> tuple[str, list[Ref]]:
        async with self._slots:
            return await asyncio.gather(self._a11y.name(ref), self._a11y.children(ref))


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of a page's list as they were read; what was said seldom changes."""

    x: int
    width: int
    until: float
    nodes: dict[Ref, Node]


class _Walk:
    """What one snapshot is about, and what it has used up so far."""

    def __init__(
        self, source: Source, field: Ref | None, toolkit: str, *, web: bool, places: bool
    ) -> None:
        self.source = source
        self.toolkit = toolkit
        self.field = field
        self.web = web
        self.places = places
        self.left = MAX_NODES
        self.seen: set[Ref] = set()


class Trees:
    """Takes snapshots."""

    def __init__(self, accessibles: Accessibles, emoji: EmojiNames) -> None:
        self._a11y = accessibles
        self._emoji = emoji
        self._slots = asyncio.Semaphore(MAX_CALLS // 2)
        self._live = _Live(accessibles, self._slots)
        self._large: set[str] = set()
        self._rows: dict[Ref, _Rows] = {}

    async def take(
        self,
        root: Ref,
        field: Ref | None = None,
        *,
        toolkit: str = "",
        web: bool = False,
        places: bool = True,
    ) -> Node:
        """What `root` shows now. Texts of editable fields are not read, only where they are.

        `web` asks for the attributes that pages have, `places` for where everything is. Raises
        CallFailed when `root` is gone or does not answer in time.
        """
        try:
            async with asyncio.timeout(TIME_LIMIT):
                source = await self._source(root, field, toolkit)
                walk = _Walk(source, field, toolkit, web=web, places=places)
                node = await self._node(root, walk, 0, scrolled=False)
        except TimeoutError as error:
            raise CallFailed("The application answers too slowly.") from error
        if node is None:
            raise CallFailed("The window is gone.")
        return node

    async def _source(self, root: Ref, field: Ref | None, toolkit: str) -> Source:
        if toolkit not in _CACHING or root.name in self._large:
            return self._live
        try:
            cached: CachedTree = await read_cache(self._a11y, root.name, self._live)
        except CallFailed:
            return self._live
        if len(cached) > MAX_CACHED:
            self._large.add(root.name)
        return cached if cached.joins(root, field) else self._live

    async def _node(self, ref: Ref, walk: _Walk, depth: int, *, scrolled: bool) -> Node | None:
        if walk.left <= 0 or depth > MAX_DEPTH or ref in walk.seen:
            return None
        walk.left -= 1
        walk.seen.add(ref)
        try:
            role, states = await walk.source.kind(ref)
            shown = "visible" if scrolled else "showing"
            if role in _SKIPPED or (depth and shown not in states):
                return None
            if role == "image" and not walk.web:
                return None
            name, refs = await walk.source.inside(ref)
        except CallFailed:
            return None
        if role == "image":
            # Of all pictures in a page only those of emoji say something.
            return Node(role, name, self._emoji.find(name), states, key=ref.key)
        secret = "editable" in states or role == "password-text"
        text, box, attributes = await self._details(ref, walk, role, name, secret)
        inside = scrolled or role in _SCROLLING
        children: tuple[Node, ...] = ()
        if not secret:
            refs = refs[-MAX_CHILDREN:]
            known = self._known_rows(ref, refs, walk, box)
            found = await asyncio.gather(
                *(
                    _ready(known[child])
                    if child in known
                    else self._node(child, walk, depth + 1, scrolled=inside)
                    for child in refs
                )
            )
            children = tuple(child for child in found if child is not None)
            if walk.web and len(refs) >= MIN_ROWS:
                self._keep_rows(ref, box, children, {child.key: child for child in refs})
        return Node(role, name, text, states, attributes, box, children, ref.key)

    def _known_rows(
        self, ref: Ref, refs: list[Ref], walk: _Walk, box: Box | None
    ) -> dict[Ref, Node]:
        """The rows that need not be read again: all but the newest, for a while."""
        rows = self._rows.get(ref)
        if rows is None or not walk.web or len(refs) < MIN_ROWS:
            return {}
        if time.monotonic() > rows.until or (box and (box.x, box.width) != (rows.x, rows.width)):
            del self._rows[ref]
            return {}
        return {child: rows.nodes[child] for child in refs[:-FRESH_ROWS] if child in rows.nodes}

    def _keep_rows(
        self, ref: Ref, box: Box | None, children: tuple[Node, ...], refs: dict[str, Ref]
    ) -> None:
        before = self._rows.get(ref)
        until = before.until if before else time.monotonic() + ROWS_LAST
        x, width = (box.x, box.width) if box else (0, 0)
        if len(self._rows) > MAX_LISTS:
            self._rows.clear()
        self._rows[ref] = _Rows(x, width, until, {refs[node.key]: node for node in children})

    async def _details(
        self, ref: Ref, walk: _Walk, role: str, name: str, secret: bool
    ) -> tuple[str | None, Box | None, dict[str, str]]:
        # A label's name is its text. In a page Gecko keeps the words in texts, Chromium in names.
        textual = walk.toolkit == "gecko" if walk.web else role in _TEXTUAL
        has_text = textual and not secret and not (role == "label" and name)
        has_place = walk.places and role in _SPEAKING
        has_attributes = (walk.web and role != "static") or ref == walk.field
        if not (has_text or has_place or has_attributes):
            return None, None, {}
        async with self._slots:
            return await asyncio.gather(
                self._text(ref, walk.toolkit, has_text),
                self._box(ref, has_place),
                self._attributes(ref, has_attributes),
            )

    async def _text(self, ref: Ref, toolkit: str, wanted: bool) -> str | None:
        if wanted:
            with contextlib.suppress(CallFailed):
                count = await self._a11y.length(ref)
                start = max(0, count - MAX_TEXT)
                text = await self._a11y.ask(ref, TEXT, "GetText", "ii", start, -1)
                return units.clean(str(text), toolkit)
        return None

    async def _box(self, ref: Ref, wanted: bool) -> Box | None:
        if wanted:
            with contextlib.suppress(CallFailed):
                area = await self._a11y.extents(ref)
                return Box(area.x, area.y, area.width, area.height)
        return None

    async def _attributes(self, ref: Ref, wanted: bool) -> dict[str, str]:
        if wanted:
            with contextlib.suppress(CallFailed):
                return await self._a11y.attributes(ref)
        return {}


async def _ready(node: Node) -> Node:
    return node
