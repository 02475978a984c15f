"""Each reader on the recorded tree of the real application."""

from __future__ import annotations

import pytest
from msgspec import structs

from copilot.core.model import Conversation, Message
from copilot.desktop.readers import generic, ladder
from copilot.desktop.snapshot import Node
from tests.unit.readers.trees import chat, me, recorded, them

# The applications' own readers: recorded tree, reader, what it shows.
CHATS: list[tuple[str, str, Conversation]] = []


def _know(name: str, reader: str, conversation: Conversation) -> None:
    CHATS.append((name, reader, conversation))


_know(
    "gajim",
    "gajim",
    chat(
        "anna",
        them("hello from Anna", "02:03"),
        them("你好,今天怎么样? 😊", "02:03"),
        them("how is it going?", "02:03"),
        me("hey, fine", "02:03"),
        them("new: 再见 👋🏽 ok", "02:16"),
        me("and you? 123", "02:16"),
        them("pid: 再见 👋🏽 ok", "02:17"),
        me("hi2", "02:17"),
        them("多行\\n消息", "02:34"),
        me("xfirst line\nsecond line", "02:35"),
        them("good 👍", "02:35"),
    ),
)
_know(
    "gajim-1.8",
    "gajim",
    chat(
        "Anna",
        them("hello from Anna", "03:20"),
        them("你好,今天怎么样? 😊", "03:20"),
        me("hey, fine", "03:20"),
        me("and you?", "03:20"),
        them("good 👍", "03:20"),
    ),
)
_know(
    "pidgin",
    "pidgin",
    chat(
        "anna@localhost",
        them("hello from Anna", "02:03:16"),
        them("你好,今天怎么样? 😊", "02:03:16"),
        them("how is it going?", "02:03:54"),
        them("new: 再见 👋🏽 ok", "02:16:50"),
        them("pid: 再见 👋🏽 ok", "02:17:13"),
        me("hi2", "02:17:14"),
        them("多行\\n消息", "02:34:34"),
        them("good 👍", "02:35:15"),
        me("one\ntwo", "02:45:05"),
        them("你看: (02:03) x 😊", "02:45:05"),
    ),
)
_know(
    "lounge-query",
    "lounge",
    chat(
        "anna",
        them("hi me, 你好 😊 from IRC"),
        me("hello anna"),
        me("second"),
        # The page itself shows the waving hand without its skin tone.
        them("see *bold* https://example.org/x?y=1 👩‍👩‍👧 ok 👋"),
        them("nice 😊"),
    ),
)
_know(
    "lounge-channel",
    "lounge",
    chat("#chat", Message("anna", "hello everyone"), Message("anna", "你们好 🎉")),
)
_know("lounge-firefox", "lounge", chat("anna", them("hi fox 你好 😊"), me("hi anna")))
_know(
    "konversation",
    "",
    chat(
        "#chat",
        Message("anna", "to all 🎉", "02:41"),
        me("hello from konversation", "02:41"),
        Message("anna", "yes: 好的 👌", "02:41"),
    ),
)
_know(
    "practice",
    "",
    chat(
        "Lin",
        them("Hey! Did you get home alright last night?", "02:31"),
        me("Yes, just before the rain started 🙂", "02:31"),
        them("Lucky you, I got soaked.", "02:31"),
        them("Are you free for dinner on Friday? The noodle place opens again 🍜", "02:31"),
    ),
)
_know(
    "page-bubbles",
    "",
    chat(
        "Mei",
        them("周五一起吃饭吗？🍜", "14:02"),
        me("Sounds good!\nWhere?", "14:03"),
        them("The usual place, see map", "14:05"),
    ),
)
_know(
    "page-team",
    "",
    chat(
        "#design",
        Message("Ana", "Morning! Did the new icons arrive?", "9:14 AM"),
        Message("Ana", "I can't find them 🤔", "9:14 AM"),
        me("In the shared folder,\nunder “icons”.", "9:15 AM"),
        Message("Bo", "谢谢！", "9:20 AM"),
    ),
)


# Pages in which Chromium leaves out the elements around each message, and puts marks before them.
for _page, _lines, _last in (
    ("page-flat", "Not sure yet,\nmaybe after 8", "Let me know, okay?\nNo hurry"),
    ("page-bullets", "Not sure yet", "Let me know: • soon"),
):
    _know(
        _page,
        "",
        chat(
            "Mia",
            them("Are you free tonight? 🙂", "14:02"),
            me(_lines, "14:03"),
            them(_last, "14:04"),
        ),
    )


@pytest.mark.parametrize(("name", "reader", "expected"), CHATS, ids=[row[0] for row in CHATS])
def test_the_conversation_is_read_exactly(name: str, reader: str, expected: Conversation) -> None:
    assert ladder.read(recorded(name), reader) == expected


@pytest.mark.parametrize(("name", "reader", "expected"), CHATS, ids=[row[0] for row in CHATS])
def test_the_part_that_is_read_again_says_the_same(
    name: str, reader: str, expected: Conversation
) -> None:
    whole = recorded(name)
    part = ladder.narrowed(whole, reader)
    assert ladder.read(whole.below(part), reader) == expected


@pytest.mark.parametrize("name", ["pidgin", "lounge-query", "gajim-1.8"])
def test_the_generic_reader_reads_applications_with_a_reader_of_their_own(name: str) -> None:
    expected = next(row[2] for row in CHATS if row[0] == name)
    assert generic.read(recorded(name)) == expected


def test_a_form_is_no_chat() -> None:
    look = recorded("page-form")
    assert generic.read(look) is None
    assert generic.read(look.below(_without(look.root, "password-text"))) is None


def _without(node: Node, role: str) -> Node:
    children = tuple(_without(n, role) for n in node.children if n.role != role)
    return structs.replace(node, children=children)


@pytest.mark.parametrize("name", ["gajim", "gajim-1.8"])
@pytest.mark.parametrize("placed", [True, False])
def test_without_its_messages_a_window_with_a_list_of_chats_is_no_chat(
    name: str, placed: bool
) -> None:
    look = recorded(name)
    look = look.below(_without_messages(look.root, placed=placed))
    assert len([node for node in look.root.walk() if node.words == "Just now"]) > 0
    assert ladder.read(look, "gajim") is None
    assert generic.read(look) is None


def _without_messages(node: Node, *, placed: bool) -> Node:
    """The tree without the messages, as an application tells it that has not described them."""
    rows = {child.role for each in node.children for child in each.children}
    choice = any("focusable" in row.states for each in node.children for row in each.children)
    gone = node.role == "viewport" and rows == {"list-item"} and not choice
    return structs.replace(
        node,
        bounds=node.bounds if placed else None,
        children=() if gone else tuple(_without_messages(n, placed=placed) for n in node.children),
    )


def test_an_own_reader_without_places_leaves_nothing_to_the_generic_one() -> None:
    look = structs.replace(recorded("pidgin"), placed=False)
    assert ladder.read(look, "pidgin") == ladder.read(recorded("pidgin"), "pidgin")
    assert ladder.read(look, "lounge") is None


@pytest.mark.parametrize(("name", "reader", "expected"), CHATS, ids=[row[0] for row in CHATS])
def test_the_contact_is_found_again_in_what_is_read(
    name: str, reader: str, expected: Conversation
) -> None:
    if name.startswith(("pidgin", "lounge-firefox", "konversation", "page-bubbles")):
        return
    look = recorded(name)
    found = ladder.heading(look.below(ladder.narrowed(look, reader)), expected.contact)
    assert found is not None
    assert found.name == expected.contact


def test_the_generic_reader_finds_all_that_was_said_in_gajim() -> None:
    expected = next(row[2] for row in CHATS if row[0] == "gajim")
    found = generic.read(recorded("gajim"))
    assert found is not None
    assert [(m.sender, m.text) for m in found.messages if m.text != "There is no more history"] == [
        (m.sender, m.text) for m in expected.messages
    ]
