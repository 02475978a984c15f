"""The words of a piece of a web page, as the person sees them: blocks are lines."""

from __future__ import annotations

from collections.abc import Collection

from copilot.desktop.snapshot import Node

_BLOCK_TAGS = frozenset(
    ("div", "p", "li", "ul", "ol", "pre", "blockquote", "table", "tr", "section", "article", "br")
)
# Icon fonts live here: decoration, never words.
EMBEDDED = "\ufffc"
_PRIVATE = range(0xE000, 0xF900)


def is_decoration(text: str) -> bool:
    """Whether `text` is nothing but glyphs of an icon font."""
    stripped = text.strip()
    return bool(stripped) and all(ord(char) in _PRIVATE for char in stripped)


def shown(*nodes: Node) -> str:
    """The text of nodes that stand behind one another."""
    pieces: list[str] = []
    for node in nodes:
        _collect(node, pieces, ())
    return "".join(pieces).strip("\n")


def shown_without(node: Node, keys: Collection[str]) -> str:
    """The text of a node without the elements that have these keys."""
    pieces: list[str] = []
    _collect(node, pieces, keys)
    return "".join(pieces).strip("\n ")


def _collect(node: Node, pieces: list[str], without: Collection[str]) -> None:
    if node.key in without or node.attributes.get("tag", "").startswith("::"):
        return  # "::before" and "::after" are what the style sheet adds
    # Outside of pages every element is a line of its own.
    block = node.attributes.get("tag") in _BLOCK_TAGS or node.role == "label"
    if block:
        _break(pieces)
    if node.role == "image":
        # The page's picture of an emoji; see `tree`, which turns its name back into it.
        _say(pieces, node.text or "")
    elif node.text is not None:
        _collect_text(node, node.text, pieces, without)
    elif node.children:
        for child in node.children:
            _collect(child, pieces, without)
    else:
        _say(pieces, node.name)
    if block:
        _break(pieces)


def _collect_text(node: Node, text: str, pieces: list[str], without: Collection[str]) -> None:
    """A text (of Gecko's) in which each U+FFFC stands for the next child."""
    children = iter(node.children)
    for index, piece in enumerate(text.split(EMBEDDED)):
        child = next(children, None) if index else None
        if child is not None:
            _collect(child, pieces, without)
        _say(pieces, piece)


def _say(pieces: list[str], text: str) -> None:
    words = "".join(char for char in text if ord(char) not in _PRIVATE)
    if words:
        pieces.append(words)


def _break(pieces: list[str]) -> None:
    if pieces and not pieces[-1].endswith("\n"):
        pieces.append("\n")
