"""Conversations that are one text."""

from __future__ import annotations

import pytest

from copilot.desktop.readers.common import Said
from copilot.desktop.readers.lines import said


def test_pidgin_lines_with_notices_actions_and_further_lines() -> None:
    text = (
        "(02:03:10) The topic for #tea is: oolong\n"
        "(02:03:16) anna@localhost/z0: hello: x\n"
        "(02:03:17) me@localhost/p: a\n\n14:02 b: c\n"
        "(02:05:01) anna has signed off.\n"
        "(02:05:02) ***anna waves\n"
        "(11/22/2026 02:06:00 PM) anna:"
    )
    assert said(text) == [
        Said("hello: x", "anna@localhost/z0", "02:03:16"),
        Said("a\n\n14:02 b: c", "me@localhost/p", "02:03:17"),
        Said("waves", "anna", "02:05:02"),
        Said("", "anna", "11/22/2026 02:06:00 PM"),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[00:03] <anna> 你好 😊", Said("你好 😊", "anna", "00:03")),
        ("[14:02:11] <@anna> a > b", Said("a > b", "anna", "14:02:11")),
        ("14:02 <anna> hi", Said("hi", "anna", "14:02")),
        ("<anna> hi", Said("hi", "anna")),
        ("\ufffc[00:03:11] <anna> hi", Said("hi", "anna", "00:03:11")),
        ("[14:02] anna: hi", Said("hi", "anna", "14:02")),
        ("2:02 PM Anna B: hi", Said("hi", "Anna B", "2:02 PM")),
    ],
)
def test_a_line_of_each_kind(line: str, expected: Said) -> None:
    assert said(line) == [expected]


@pytest.mark.parametrize(
    "text",
    ["", "just prose: with a colon", "[00:03] --> ben has joined\n*** Topic: tea", "continued"],
)
def test_text_that_nobody_said(text: str) -> None:
    assert said(text) == []


def test_notices_between_messages_end_them() -> None:
    assert said("[00:03] <anna> hi\n[00:03] *** ben has left\nreally") == [
        Said("hi", "anna", "00:03")
    ]
