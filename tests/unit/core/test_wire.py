"""The JSON shape of a view."""

from __future__ import annotations

import json

from copilot.core.model import ChatIdentity, ChatView, Conversation, Draft, Message, Rect
from copilot.core.wire import view_to_json


def test_a_view_has_the_shape_that_scripts_rely_on() -> None:
    messages = (Message("them", "在吗？😊", "14:03"), Message("me", "在\n说吧"))
    view = ChatView(
        identity=ChatIdentity("gajim", ":1.1:77", "anna"),
        app_name="Gajim",
        window_title="Gajim",
        conversation=Conversation("anna", messages),
        draft=Draft("你好", 1),
        caret=Rect(1, 2, 3, 4),
        reads=frozenset({"draft", "chat"}),
        writes="paste",
    )
    assert json.loads(json.dumps(view_to_json(view), ensure_ascii=False)) == {
        "app": "gajim",
        "app_name": "Gajim",
        "window": ":1.1:77",
        "title": "Gajim",
        "contact": "anna",
        "messages": [
            {"from": "them", "text": "在吗？😊", "at": "14:03"},
            {"from": "me", "text": "在\n说吧", "at": None},
        ],
        "draft": {"text": "你好", "caret": 1},
        "composing": False,
        "reads": ["chat", "draft"],
        "writes": "paste",
        "caret": {"x": 1, "y": 2, "width": 3, "height": 4},
        "draft_area": None,
        "window_area": None,
    }
