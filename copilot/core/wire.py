"""The JSON that commands print: one shape of a message and of a view, the same everywhere."""

from __future__ import annotations

from copilot.core.model import ChatView, Message, Rect


def message_to_json(message: Message) -> dict[str, object]:
    """`{"from", "text", "at"}`; `at` is null where the application shows no time."""
    return {"from": message.sender, "text": message.text, "at": message.at}


def view_to_json(view: ChatView) -> dict[str, object]:
    """One look at a chat. Rectangles are on the screen, in pixels, null where unknown."""
    return {
        "app": view.identity.app,
        "app_name": view.app_name,
        "window": view.identity.window,
        "title": view.window_title,
        "contact": view.identity.contact,
        "messages": [message_to_json(message) for message in view.conversation.messages],
        "draft": {"text": view.draft.text, "caret": view.draft.caret},
        "composing": view.composing,
        "reads": sorted(view.reads),
        "writes": view.writes,
        "caret": _rect(view.caret),
        "draft_area": _rect(view.draft_area),
        "window_area": _rect(view.window_area),
    }


def _rect(rect: Rect | None) -> dict[str, int] | None:
    if rect is None:
        return None
    return {"x": rect.x, "y": rect.y, "width": rect.width, "height": rect.height}
