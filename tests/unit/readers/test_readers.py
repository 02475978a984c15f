"""Readers on small trees: what recorded ones don't show."""

from __future__ import annotations

import pytest

from copilot.core.model import Message
from copilot.desktop.readers import gajim, generic, ladder, lounge, pidgin, web_text
from copilot.desktop.readers.common import Said, bare, conversation, is_time
from copilot.desktop.snapshot import Node
from tests.unit.readers.trees import Tree, chat, me, snapshot, them

TIMES = (
    "02:03|2:03 PM|23:46:41|下午2:03|14.03|Yesterday 14:03|今天 14:03|22.11. 14:03"
    "|11/22/2026 02:03:16|Nov 22, 2:03 pm|22 November 2026 14:03"
)


@pytest.mark.parametrize("text", TIMES.split("|"))
def test_times(text: str) -> None:
    assert is_time(text)


@pytest.mark.parametrize("text", ["", "see you at 14:03", "14", "a:b", "3:1", "14:03 " * 9])
def test_no_times(text: str) -> None:
    assert not is_time(text)


def test_only_an_xmpp_resource_is_cut_off() -> None:
    assert bare("anna@localhost/z0") == "anna@localhost"
    assert bare("#chat/x") == "#chat/x"


def test_a_stranger_whose_nick_is_me_is_not_me() -> None:
    said = [Said("send it", "me"), Said("hi", "bo"), Said("mine", "anna", mine=True)]
    found = conversation("#tea", said, group=True)
    assert [message.sender for message in found.messages] == ["them", "bo", "me"]


# Applications' own readers


def test_gajims_search_and_windows_without_a_chat_are_no_chat() -> None:
    t = Tree()
    rows = t.node("list-box", t.node("list-item"))
    assert gajim.read(snapshot(t.node("frame", t.field(lines="single-line"), rows))) is None
    assert gajim.read(snapshot(t.node("frame", t.field()))) is None


def test_pidgin_without_a_conversation() -> None:
    t = Tree()
    assert pidgin.read(snapshot(t.node("frame", t.field(lines="single-line")))) is None
    assert pidgin.read(snapshot(t.node("frame", t.field(), t.node("label", name="x")))) is None


def test_a_room_in_pidgin_keeps_names() -> None:
    t = Tree()
    text = t.node("text", text="(02:03:16) ben: hi", states="showing multi-line")
    people = t.node("tree-table")
    found = pidgin.read(snapshot(t.node("frame", text, people, t.field()), "#tea"))
    assert found == chat("#tea", Message("ben", "hi", "02:03:16"))


def test_other_fields_of_the_lounge_are_no_chat() -> None:
    t = Tree()
    assert lounge.read(snapshot(t.node("document-web", t.field(id="search")))) is None
    assert lounge.read(snapshot(t.node("document-web", t.field(id="input")))) is None


def test_times_and_rows_without_a_sender_in_the_lounge() -> None:
    t = Tree()
    user = t.node("push-button", name="@anna", css="user")
    row = t.node(
        "section", t.node("static", name="14:03"), user, t.node("static", name="hi"), css="msg"
    )
    empty = t.node("section", css="msg")
    log = t.node("log", row, empty, css="messages")
    title = t.node("section", t.node("static", name="anna"), css="title")
    root = t.node("section", title, log, t.node("form", t.field(id="input")))
    assert lounge.read(snapshot(root)) == chat("anna", them("hi", "14:03"))


# The words of a page


def test_a_text_of_gecko_holds_its_children() -> None:
    t = Tree()
    emoji = t.node("image", name="Emoji: x", text="🍜")
    node = t.node("section", emoji, text="see \ufffc and \ufffc\uf0c9 more")
    assert web_text.shown(node) == "see 🍜 and  more"
    assert web_text.shown(t.node("section", text="\uf0c9")) == ""


def test_blocks_are_lines_and_icons_are_nothing() -> None:
    t = Tree()
    icon = t.node("section", t.node("static", name="\uf0c9"), tag="::before")
    first = t.node("paragraph", t.node("static", name="one"), tag="p")
    second = t.node(
        "section", t.node("static", name="two"), t.node("image", name="photo"), tag="div"
    )
    assert web_text.shown(icon, first, second, t.node("static", name="\uf0ca")) == "one\ntwo"


# The generic reader

FIELD = (100, 500, 300, 40)


def _bubble(t: Tree, text: str, x: int, y: int) -> Node:
    return t.node("label", name=text, at=(x, y, 120, 20))


def test_bubbles_left_and_right_without_names() -> None:
    t = Tree()
    day = t.node("label", name="Today", at=(220, 40, 60, 20))
    rows = [
        _bubble(t, "hi", 110, 80),
        _bubble(t, "hello", 270, 120),
        _bubble(t, "行吗？", 110, 160),
    ]
    area = t.node("scroll-pane", t.node("viewport", day, *rows), at=(100, 30, 300, 460))
    header = t.node("label", name="Mei", at=(110, 5, 40, 20))
    root = t.node("frame", header, area, t.field(FIELD))
    assert ladder.read(snapshot(root, "Messenger"), "") == chat(
        "Mei", them("hi"), me("hello"), them("行吗？")
    )


def test_labels_in_any_order_are_read_from_top_to_bottom() -> None:
    t = Tree()
    rows = [
        t.node(
            "list-item",
            t.node("label", name=text, at=(110, y + 20, 200, 20)),
            t.node("label", name="14:0" + str(n), at=(180, y, 40, 20)),
            t.node("label", name=name, at=(110, y, 40, 20)),
        )
        for n, (name, text, y) in enumerate([("Mei", "hi", 40), ("Jo", "yes", 100)])
    ]
    listed = t.node("list", *rows, at=(100, 30, 300, 460))
    root = t.node("frame", listed, t.field(FIELD))
    assert generic.read(snapshot(root, "Mei - Messenger")) == chat(
        "Mei", them("hi", "14:00"), me("yes", "14:01")
    )


def test_unnamed_messages_on_the_right_are_ones_own_among_named_ones() -> None:
    t = Tree()
    named = t.node(
        "section",
        t.node("heading", name="Bo", at=(110, 40, 40, 20)),
        t.node("static", name="hi all", at=(110, 60, 100, 20)),
    )
    other = t.node(
        "section",
        t.node("link", name="Cy:", at=(110, 90, 40, 20)),
        t.node("static", name="hey", at=(110, 110, 100, 20)),
    )
    own = t.node("section", t.node("static", name="hello", at=(290, 150, 100, 20)))
    log = t.node("log", named, other, own, at=(100, 30, 300, 460))
    root = t.node("document-web", log, t.field(FIELD, tag="div"))
    assert generic.read(snapshot(root, "(3) Friends | Web", "https://chat.example/")) == chat(
        "Friends", Message("Bo", "hi all"), Message("Cy", "hey"), me("hello")
    )


def test_a_contact_in_a_heading_wins_over_the_title_of_the_page() -> None:
    t = Tree()
    heading = t.node("heading", t.node("static", name="Mei"), name="Mei")
    rows = [t.node("label", name=f"Mei, 14:0{n}: {text}") for n, text in enumerate(("a", "b"))]
    root = t.node("document-web", t.node("section", heading, t.node("list", *rows)), t.field())
    assert generic.read(snapshot(root, "Web chat", "https://chat.example/")) == chat(
        "Mei", them("a", "14:00"), them("b", "14:01")
    )


def test_a_window_title_or_nothing_names_the_contact_where_nothing_else_does() -> None:
    t = Tree()
    text = t.node("text", text="<mei> hi\n<jo> yes", states="showing")
    root = t.node("frame", text, t.field())
    assert generic.read(snapshot(root, "mei - IRC")) == chat("mei", them("hi"), me("yes"))
    found = generic.read(snapshot(root))
    assert found is not None
    assert found.contact == ""


def test_icons_and_buttons_are_not_said() -> None:
    t = Tree()
    joined = t.node("section", t.node("static", name="\uf2f6"), t.node("static", name="Bo joined"))
    buttons = t.node("section", t.node("push-button", name="Reply"), t.node("static", name="14:00"))
    lone = t.node("section", t.node("static", name="14:00"), t.node("static", name="hm"))
    long = t.node("section", t.node("link", name="x" * 61), t.node("static", name="y"))
    log = t.node("log", joined, buttons, lone, long, t.node("section"))
    root = t.node("document-web", log, t.field(tag="div"))
    found = generic.read(snapshot(root, "Bo"))
    assert found is not None
    assert [m.text for m in found.messages] == ["hm", "x" * 61 + "y"]


@pytest.mark.parametrize(
    "field",
    [{"lines": "single-line"}, {"name": "Search messages"}, {"placeholder_text": "搜索"}],
)
def test_searches_and_single_lines_outside_of_pages_are_no_chat(field: dict[str, str]) -> None:
    t = Tree()
    text = t.node("text", text="<mei> hi", states="showing")
    name, lines = field.pop("name", ""), field.pop("lines", "multi-line")
    node = t.field(None, lines=lines, **field)
    named = Node(node.role, name, None, node.states, node.attributes, None, (), node.key)
    assert generic.read(snapshot(t.node("frame", text, named))) is None


def test_ones_own_name_stands_before_the_field_not_in_the_list_of_people() -> None:
    t = Tree()
    text = t.node("text", text="<mei> hi\n<jo> yes\n<bo> no", states="showing")
    people = t.node("list", t.node("list-item", name="bo"), at=(0, 500, 90, 40))
    other_line = t.node("label", name="mei", at=(0, 0, 40, 20))
    own = t.node("label", name="jo", at=(60, 510, 30, 20))
    bar = t.node("filler", people, own, t.field(FIELD))
    assert generic.read(snapshot(t.node("frame", text, other_line, bar), "#tea - IRC")) == chat(
        "#tea", Message("mei", "hi"), me("yes"), Message("bo", "no")
    )


def test_words_beside_each_other_are_no_two_sides() -> None:
    t = Tree()
    table = t.node("section", _bubble(t, "Name", 110, 10), _bubble(t, "Anna", 270, 10))
    root = t.node("frame", t.node("scroll-pane", table, at=(100, 0, 300, 480)), t.field(FIELD))
    assert generic.read(snapshot(root)) is None


def test_where_a_password_is_asked_for_nothing_is_read() -> None:
    t = Tree()
    text = t.node("text", text="<mei> hi", states="showing")
    password = t.node("password-text", states="showing editable")
    assert generic.read(snapshot(t.node("frame", password, text, t.field()))) is None


def test_lists_beside_the_field_and_navigation_are_no_chat() -> None:
    t = Tree()
    people = t.node("list", _bubble(t, "Bo, 14:00: hi", 0, 10), at=(0, 0, 90, 480))
    below = t.node("list", _bubble(t, "Bo, 14:00: hi", 110, 560), at=(100, 550, 300, 40))
    tabs = t.node("page-tab-list", _bubble(t, "Bo, 14:00: hi", 110, 10))
    links = t.node("landmark", _bubble(t, "Bo, 14:00: hi", 110, 10), xml_roles="navigation")
    prose = t.node("paragraph", t.node("static", name="Dear diary"))
    root = t.node("frame", people, below, tabs, links, prose, t.field(FIELD))
    assert generic.read(snapshot(root)) is None


# Lists of chats


def _entry(t: Tree, *words: str, states: str = "showing focusable") -> Node:
    return t.node("list-item", *(t.node("static", name=each) for each in words), states=states)


@pytest.mark.parametrize(
    "entries",
    [
        [("Mei", "Just now", "hi"), ("*Bo", "14:02", "You: fine")],
        [("*Mei", "14:02")],
        [("Mei", "14:02", "hi", "3"), ("Bo", "14:01", "fine")],
    ],
)
def test_lists_of_chats_are_no_conversation(entries: list[tuple[str, ...]]) -> None:
    t = Tree()
    rows = [
        _entry(
            t,
            name.lstrip("*"),
            *rest,
            states="showing focusable" + (" selected" if name[0] == "*" else ""),
        )
        for name, *rest in entries
    ]
    for role in ("list", "section"):  # pages often don't say that it is a list
        root = t.node("document-web", t.node(role, *rows), t.field(tag="div"))
        assert generic.read(snapshot(root, "Mei")) is None


def test_a_link_to_the_page_that_is_shown_makes_a_list_of_chats() -> None:
    t = Tree()
    here = t.node("link", t.node("static", name="Mei"), current="page")
    rows = [
        t.node("list-item", here, t.node("static", name="14:02"), t.node("static", name="hi")),
        _entry(t, "Bo", "14:00", "fine"),
    ]
    root = t.node("document-web", t.node("list", *rows), t.field(tag="div"))
    assert generic.read(snapshot(root, "Mei")) is None


def test_a_conversation_beside_a_larger_list_of_chats_is_read() -> None:
    t = Tree()
    chats = [_entry(t, f"Friend {n}", "14:02", "hi") for n in range(8)]
    chosen = _entry(t, "Mei", "14:04", "yes", states="showing focusable selected")
    rows = [_entry(t, "Mei", "14:03", "hi"), _entry(t, "Jo", "14:04", "yes")]
    both = t.node("section", t.node("list", chosen, *chats), t.node("list", *rows))
    root = t.node("document-web", both, t.field(tag="div"))
    assert generic.read(snapshot(root, "Mei")) == chat(
        "Mei", them("hi", "14:03"), me("yes", "14:04")
    )


def test_who_talks_again_is_no_chat_to_choose() -> None:
    t = Tree()
    rows = [_entry(t, name, "14:03", text) for name, text in (("Mei", "hi"), ("Mei", "2"))]
    marked = _entry(t, "Jo", "14:04", "yes", states="showing focusable selected")
    root = t.node("document-web", t.node("list", *rows, marked), t.field(tag="div"))
    assert generic.read(snapshot(root, "Mei")) == chat(
        "Mei", them("hi", "14:03"), them("2", "14:03"), me("yes", "14:04")
    )


# Messages without rows


def _flat(*words: str) -> list[Message] | None:
    """What is read of pieces; "¶" stands before those that are paragraphs."""
    t = Tree()
    pieces = [
        t.node("paragraph", t.node("static", name=each[1:]), tag="p")
        if each.startswith("¶")
        else t.node("static", name=each)
        for each in words
    ]
    root = t.node("document-web", t.node("log", *pieces), t.field(tag="div"))
    found = generic.read(snapshot(root, "Mei"))
    return found and list(found.messages)


def test_pieces_are_put_together_to_messages() -> None:
    assert _flat("Mei", " ", "14:02", " ", "see", " ", "this", "Jo", "14:03", "¶yes", "¶no") == [
        them("see this", "14:02"),
        me("yes\nno", "14:03"),
    ]


def test_a_second_message_without_a_name_follows_the_first() -> None:
    assert _flat("Mei", "14:02", "hi", "14:03", "there", "Jo", "14:04", "¶yes", "14:05", "¶no") == [
        them("hi", "14:02"),
        them("there", "14:03"),
        me("yes", "14:04"),
        me("no", "14:05"),
    ]


def test_pieces_in_any_other_order_are_left_alone() -> None:
    assert _flat("Mei", "¶hi", "14:02", "Jo", "¶yes", "14:03") is None
    assert _flat("Chat", "Mei", "¶hi", "14:02", "¶yes") is None
    t = Tree()
    rows = [_bubble(t, "Bo, 14:00: hi", 0, 0), t.node("label", name="14:00")]
    root = t.node("frame", t.node("filler", *reversed(rows), rows[0]), t.field())
    found = generic.read(snapshot(root, "Bo"))
    assert found is not None
    assert {m.text for m in found.messages} == {"hi"}


@pytest.mark.parametrize("marker", ["• ", "1. ", "12) "])
def test_the_marks_of_lists_were_not_said(marker: str) -> None:
    t = Tree()
    rows = [
        t.node("list-item", *(t.node("static", name=each) for each in words))
        for words in ((marker, "Mei", "14:02", "hi"), (marker, "Jo", "14:03", "• yes"))
    ]
    root = t.node("document-web", t.node("list", *rows), t.field(tag="div"))
    assert generic.read(snapshot(root, "Mei")) == chat(
        "Mei", them("hi", "14:02"), me("• yes", "14:03")
    )


def test_a_field_that_is_not_in_the_tree_is_read_by_nobody() -> None:
    t = Tree()
    look = snapshot(t.node("frame", t.field()))
    lost = look.below(t.node("frame", t.node("label", name="x")))
    for read in (gajim.read, pidgin.read, lounge.read, generic.read):
        assert read(lost) is None
    assert ladder.narrowed(lost, "") is lost.root


def test_only_readers_of_one_application_need_no_places() -> None:
    assert not ladder.needs_places("gajim")
    assert ladder.needs_places("")


def test_an_own_reader_that_finds_nothing_leaves_it_to_the_generic_one() -> None:
    t = Tree()
    text = t.node("text", text="<mei> hi", states="showing")
    root = t.node("frame", text, t.field())
    assert ladder.read(snapshot(root, "mei"), "gajim") == chat("mei", them("hi"))
