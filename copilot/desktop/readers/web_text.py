"""The words of a piece of a web page, as the person sees them: blocks are lines."""

from __future__ import annotations

from collections.abc import Collection

from copilot.desktop.snapshot import Node

_BLOCK_TAGS = frozenset(
    ("div", "p", "li", "ul", "ol", "pre", "blockquote", "table", "tr", "section", "article", "br")
)
# Icon fonts live here: decoration, never words.
_PRIVATE = range(0xE000, 0xF900)


def is_decoration(text: str) -> bool:
    """Whether `text` is nothing but glyphs of an icon font."""
    stripped = text.strip()
    return bool(stripped) and all(ord(char) in _PRIVATE for char in stripped)


def shown(*nodes: Node) -> str:
    """The text of nodes that stand behind one another."""
    pieces: list[str] = []
    for node in nodes:
        _collect(node, pieces, None)
    return "".join(pieces).strip("\n")


def shown_of(node: Node, keys: Collection[str]) -> str:
    """The text of some of the leaves in a node, those with these keys."""
    pieces: list[str] = []
    _collect(node, pieces, keys)
    return "".join(pieces).strip("\n")


def _collect(node: Node, pieces: list[str], keys: Collection[str] | None) -> None:
    if node.attributes.get("tag", "").startswith("::"):
        return  # what the style sheet adds
    # Outside of pages every element is a line of its own.
    block = node.attributes.get("tag") in _BLOCK_TAGS or node.role == "label"
    if block:
        _break(pieces)
    if node.children:
        for child in node.children:
            _collect(child, pieces, keys)
    elif node.role == "image":
        # The page's picture of an emoji; see `tree`, which turns its name back into it.
        if node.text is not None:
            pieces.append(node.text)
    elif not is_decoration(node.words) and (keys is None or node.key in keys):
        pieces.append(node.words)
    if block:
        _break(pieces)


def _break(pieces: list[str]) -> None:
    if pieces and not pieces[-1].endswith("\n"):
        pieces.append("\n")
