"""All elements of an application from its one answer to Cache.GetItems."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from copilot.desktop.linux.accessible import Accessibles, Ref
from copilot.desktop.linux.roles import role_name, state_names

_PATH = "/org/a11y/atspi/cache"
_CACHE = "org.a11y.atspi.Cache"


class Source(Protocol):
    """Where a walk gets the elements from."""

    async def kind(self, ref: Ref) -> tuple[str, frozenset[str]]:
        """Role and states. Raises CallFailed."""
        ...

    async def inside(self, ref: Ref) -> tuple[str, list[Ref]]:
        """Name and children. Raises CallFailed."""
        ...


class CachedTree:
    """The elements and how they stand to each other.

    An item is, as at-spi2-core's Cache.xml has it: object, application, parent, index in parent,
    number of children, interfaces, name, role, description, states.
    """

    def __init__(self, items: Sequence[Sequence[Any]], live: Source) -> None:
        self._live = live
        self._items = {Ref(*item[0]): item for item in items}
        self._parents = {Ref(*item[0]): Ref(*item[2]) for item in items}
        self._children: dict[Ref, list[tuple[int, Ref]]] = {}
        for ref, parent in self._parents.items():
            self._children.setdefault(parent, []).append((int(self._items[ref][3]), ref))
        for children in self._children.values():
            children.sort(key=lambda child: child[0])

    def __len__(self) -> int:
        return len(self._items)

    def joins(self, root: Ref, field: Ref | None) -> bool:
        """Whether both are in it and the way up from the field leads to the root."""
        if root not in self._items:
            return False
        node = field if field is not None else root
        while node != root:
            parent = self._parents.get(node)
            if parent is None:
                return False
            node = parent
        return True

    async def kind(self, ref: Ref) -> tuple[str, frozenset[str]]:
        """Role and states. Raises CallFailed."""
        item = self._items.get(ref)
        if item is None:
            return await self._live.kind(ref)
        return role_name(int(item[7])), state_names(item[9])

    async def inside(self, ref: Ref) -> tuple[str, list[Ref]]:
        """Name and children. Raises CallFailed."""
        item = self._items.get(ref)
        if item is None:
            return await self._live.inside(ref)
        count, children = int(item[4]), self._children.get(ref, ())
        if count not in (0, len(children)):
            # GTK forgets what came into being unasked: all rows of a list (whose number it gives
            # as -1) and, in Gajim 1.8, whatever is put into a scrolled pane later.
            return await self._live.inside(ref)
        return str(item[6]), [child for _, child in children] if count else []


async def read_cache(accessibles: Accessibles, app: str, live: Source) -> CachedTree:
    """Ask an application for all it has; `live` is asked about the rest. Raises CallFailed."""
    items = await accessibles.ask(Ref(app, _PATH), _CACHE, "GetItems")
    return CachedTree(items, live)
