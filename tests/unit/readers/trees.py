"""Recorded trees, and small ones by hand."""

from __future__ import annotations

from pathlib import Path

from copilot.core.model import ME, THEM, Conversation, Message
from copilot.desktop.snapshot import Box, Node, Snapshot, from_json

_FOLDER = Path(__file__).parents[2] / "data" / "trees"


def recorded(name: str) -> Snapshot:
    """A tree of a real application."""
    return from_json((_FOLDER / f"{name}.json").read_bytes())


class Tree:
    """Makes nodes with keys of their own."""

    def __init__(self) -> None:
        self._count = 0

    def node(
        self,
        role: str,
        *children: Node,
        name: str = "",
        text: str | None = None,
        at: tuple[int, int, int, int] | None = None,
        states: str = "showing visible",
        **attributes: str,
    ) -> Node:
        """`at` is x, y, width, height; `css` stands for the attribute "class"."""
        self._count += 1
        if "css" in attributes:
            attributes["class"] = attributes.pop("css")
        return Node(
            role=role,
            name=name,
            text=text,
            states=frozenset(states.split()),
            attributes={key.replace("_", "-"): value for key, value in attributes.items()},
            bounds=Box(*at) if at else None,
            children=children,
            key=f"k{self._count}",
        )

    def field(
        self,
        at: tuple[int, int, int, int] | None = None,
        *,
        lines: str = "multi-line",
        **attributes: str,
    ) -> Node:
        """The field in which somebody types."""
        states = f"showing visible focused editable {lines}"
        return self.node("text", states=states, at=at, **attributes)


def snapshot(root: Node, title: str = "", url: str = "") -> Snapshot:
    """A look at `root`, whose focused editable node is the field."""
    field = next(node for node in root.walk() if {"focused", "editable"} <= node.states)
    return Snapshot("", "", title, root, field.key, url)


def them(text: str, at: str | None = None) -> Message:
    """What the contact said."""
    return Message(THEM, text, at)


def me(text: str, at: str | None = None) -> Message:
    """What the person said."""
    return Message(ME, text, at)


def chat(contact: str, *messages: Message) -> Conversation:
    """What a reader should answer."""
    return Conversation(contact, messages)
