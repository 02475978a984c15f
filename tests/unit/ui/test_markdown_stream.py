"""Of Markdown that is still arriving only the last block changes, and nothing flickers."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copilot.ui.markdown import to_html
from copilot.ui.markdown_stream import LONGEST_BLOCK, MOST_BRACKETS, blocks, readable, settled

ANSWER = """They **agree**, but only *half*: see [the menu](https://menu.example/a_b) or `x`.

- `idk`: I don't know
- **break a leg**
  - said on stages

- another

1. Say yes
   ```py
   y = [1]
   ```
2. Ask:
| what | by |
|------|---:|
| 蛋糕 | **8** pm |

# Last
Good *night*.
"""


def test_blocks() -> None:
    assert blocks(ANSWER) == [
        ANSWER.split("\n")[0],
        "- `idk`: I don't know\n- **break a leg**\n  - said on stages\n\n- another",
        "1. Say yes",
        "```py\ny = [1]\n```",
        "2. Ask:",
        "| what | by |\n|------|---:|\n| 蛋糕 | **8** pm |",
        "# Last\nGood *night*.",
    ]
    assert blocks("") == blocks("\n \n") == []


LINES = st.sampled_from(
    ["a", "", "- a", "  - b", "1. c", "12", "-", "```", "```py", "   ```", "| a | b |", "|---|---|",
     "# h", "> q", "~~~", "````", "**b** *c*", "    d", "* e"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=12).map("\n".join))
def test_however_it_goes_on_whole_blocks_stay(text: str) -> None:
    whole: list[str] = []
    for end in range(len(text) + 1):
        now = blocks(text[:end])
        assert now[: len(whole)] == whole
        whole = now[:-1]


@pytest.mark.parametrize("cut", range(1, len(ANSWER)))
def test_no_mark_is_shown_before_it_is_one(cut: int) -> None:
    shown = "".join(map(to_html, (*blocks(ANSWER[:cut])[:-1], settled(blocks(ANSWER[:cut])[-1]))))
    text = re.sub(r"<[^>]*>", "", shown)
    assert not re.search(r"[*`|#]|\]\(|\[the|https", text)
    assert not text.rstrip().endswith(("- ", "\n1", "\n2."))


@pytest.mark.parametrize(
    ("block", "shown"),
    [
        ("a **b", "a **b**"),
        ("a **b*", "a **b**"),
        ("a **", "a "),
        ("a *", "a "),
        ("a *b", "a *b*"),
        ("2 * 3", "2 * 3"),
        ("a `b", "a `b`"),
        ("a `", "a "),
        ("see [x](https://a", "see x"),
        ("see [x", "see x"),
        ("see ![x](", "see x"),
        ("- a\n-", "- a"),
        ("- a\n12", "- a"),
        ("- a\n- **b", "- a\n- **b**"),
        ("| a |", ""),
        ("| a |\n|--", ""),
        ("| a |\n|---|\n", "| a |\n|---|"),
        ("| a |\n|---|\n| 1", "| a |\n|---|"),
        ("```py", ""),
        ("```py\nx", "```py\nx\n```"),
        ("```py\nx\n``", "```py\nx\n```"),
        ("```py\nx\n```", "```py\nx\n```"),
        ("#", ""),
        ("``", ""),
    ],
)
def test_what_can_be_shown_already(block: str, shown: str) -> None:
    assert settled(block) == shown


def test_what_would_take_long_is_not_read() -> None:
    assert readable("[x](https://a.example) " * MOST_BRACKETS)
    assert not readable("[" * (MOST_BRACKETS + 1))
    assert readable("```\n" + "[" * 500 + "\n```")
    assert not readable("a" * (LONGEST_BLOCK + 1))
