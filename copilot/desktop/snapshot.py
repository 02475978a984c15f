"""The neutral tree that readers see: frozen nodes without handles, and their JSON form."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec


class Box(msgspec.Struct, frozen=True, array_like=True):
    """Where a node is on the screen, in physical pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first column right of it."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The first row below it."""
        return self.y + self.height


class Node(msgspec.Struct, frozen=True, omit_defaults=True):
    """One element of an application's window.

    `role` and `states` are AT-SPI's words with hyphens ("push-button", "multi-line"). `text` is
    the content of a text element, None where it has none; U+FFFC stands for an embedded child.
    `attributes` are those of the element ("tag", "class", "xml-roles", "placeholder-text").
    `key` is opaque to readers and unlike that of any other node of the same snapshot.
    """

    role: str
    name: str = ""
    text: str | None = None
    states: frozenset[str] = frozenset()
    attributes: dict[str, str] = {}
    bounds: Box | None = None
    children: tuple[Node, ...] = ()
    key: str = ""

    @property
    def words(self) -> str:
        """What it says: its text, or its name where the toolkit keeps the words there."""
        return self.text or self.name

    def walk(self) -> Iterator[Node]:
        """It and everything below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Snapshot(msgspec.Struct, frozen=True, omit_defaults=True):
    """One look at the window in which somebody types.

    `app` is the name of the application in resources/apps.toml, "" for one that is not there.
    `root` is the window, or the document of a web page; `field` is the key of the focused field.
    `title` is the window's, `url` a page's address without its query, `placed` whether it was asked
    where everything is.
    """

    app: str
    toolkit: str
    title: str
    root: Node
    field: str
    url: str = ""
    placed: bool = True

    def path_to_field(self) -> tuple[Node, ...]:
        """The nodes from the root down to the focused field; empty if it is not in the tree."""
        return _path(self.root, self.field)

    def below(self, root: Node) -> Snapshot:
        """The same look with `root`, a node of it, as its root."""
        return msgspec.structs.replace(self, root=root)


def _path(node: Node, key: str) -> tuple[Node, ...]:
    if node.key == key:
        return (node,)
    for child in node.children:
        below = _path(child, key)
        if below:
            return (node, *below)
    return ()


def to_json(snapshot: Snapshot) -> bytes:
    """The JSON form, indented: what the recorded trees of the tests are made of."""
    return msgspec.json.format(msgspec.json.encode(snapshot, order="deterministic"), indent=1)


def from_json(data: bytes) -> Snapshot:
    """Back from `to_json`. Raises msgspec.DecodeError."""
    return msgspec.json.decode(data, type=Snapshot)
