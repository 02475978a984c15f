"""Which of the names in a room is one's own."""

from __future__ import annotations

from copilot.core.model import Conversation, Message
from copilot.desktop.own_names import OwnNames

ROOM = Conversation("#tea", (Message("bo", "hi"), Message("jo", "good idea")))


def test_who_says_what_was_just_sent_is_oneself_from_then_on() -> None:
    own = OwnNames()
    assert own.mark("irc", ROOM, 1.0) == ROOM
    own.sent("irc", "good idea\n", 2.0)
    marked = own.mark("irc", ROOM, 3.0)
    assert [m.sender for m in marked.messages] == ["bo", "me"]
    later = Conversation("#tea", (*ROOM.messages, Message("bo", "ok"), Message("jo", "yes")))
    assert [m.sender for m in own.mark("irc", later, 99.0).messages] == ["bo", "me", "bo", "me"]
    assert own.mark("other", ROOM, 3.0) == ROOM


def test_what_was_deleted_or_said_much_later_teaches_nothing() -> None:
    own = OwnNames()
    own.sent("irc", "something else", 2.0)
    assert own.mark("irc", ROOM, 3.0) == ROOM
    own.sent("irc", "good idea", 2.0)
    assert own.mark("irc", ROOM, 60.0) == ROOM
    assert own.mark("irc", Conversation("#tea"), 3.0).messages == ()


def test_between_two_people_there_is_nothing_to_learn() -> None:
    own = OwnNames()
    chat = Conversation("bo", (Message("them", "hi"), Message("me", "hello")))
    own.sent("irc", "hello", 2.0)
    assert own.mark("irc", chat, 3.0) == chat
