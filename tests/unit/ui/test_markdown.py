"""Markdown becomes a little clean HTML: nothing that runs, loads, styles or hides where it goes."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from copilot.ui.markdown import ATTRIBUTES, SCHEMES, TAGS, address_of, plain_to_html, to_html
from copilot.ui.markdown_stream import blocks, settled


class Reader(HTMLParser):
    """What a browser would make of it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.odd: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.odd.append(data)

    def handle_decl(self, decl: str) -> None:
        self.odd.append(decl)

    def handle_pi(self, data: str) -> None:
        self.odd.append(data)


def flat(html: str) -> str:
    return re.sub(r"\s*\n\s*", "", html)


NESTED = "<ul><li>a<ul><li>b<br>more</li><li>c</li></ul></li><li>d</li><li>e</li></ul>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a **b** *c* `d`", "<p>a <strong>b</strong> <em>c</em> <code>d</code></p>"),
        ("one\ntwo", "<p>one<br>two</p>"),
        ("# A\n###### B", "<h3>A</h3><h6>B</h6>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("Points:\n- a\n- b", "<p>Points:</p><ul><li>a</li><li>b</li></ul>"),
        ("- a\n  - b", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("- a\n    - b", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("- a\n     - b\n       more\n\n     - c\n- d\n - e", None),
        ("1. a\n   - b\n2. c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"),
        ("- a\n  - b\n\n1. c", "<ul><li>a<ul><li>b</li></ul></li></ul><ol><li>c</li></ol>"),
        ("1. a\n- b\n2. c", '<ol><li>a</li></ol><ul><li>b</li></ul><ol start="2"><li>c</li></ol>'),
        ("3. a", '<ol start="3"><li>a</li></ol>'),
        ("> q", "<blockquote><p>q</p></blockquote>"),
        ("    not code", "<p>not code</p>"),
        ("```py\nx <b>\n```", "<pre><code>x &lt;b&gt;</code></pre>"),
        ("1. a\n   ```\n   x\n   ```", "<ol><li>a</li></ol><pre><code>x</code></pre>"),
        (
            "Table:\n| a | b |\n|---|--:|\n| 1 | 2<br>3 |",
            '<p>Table:</p><table><thead><tr><th>a</th><th align="right">b</th></tr></thead><tbody>'
            '<tr><td>1</td><td align="right">2<br>3</td></tr></tbody></table>',
        ),
        ("a_b_c 2*3*4", "<p>a_b_c 2<em>3</em>4</p>"),
        ("", ""),
    ],
)
def test_what_models_write(text: str, html: str | None) -> None:
    html = NESTED if html is None else html
    assert flat(to_html(text)) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[menu](https://a.example/x)", '<a href="https://a.example/x">menu</a> (a.example)'),
        ("<https://a.example/x>", '<a href="https://a.example/x">https://a.example/x</a>'),
        ("[a.example](https://a.example/x)", '<a href="https://a.example/x">a.example</a>'),
        ("[bank.example](https://evil.example)", '<a href="https://evil.example">evil.example</a>'),
        (
            "[https://bank.example/login](https://evil.example)",
            '<a href="https://evil.example">evil.example</a>',
        ),
        ("[](https://evil.example)", '<a href="https://evil.example">evil.example</a>'),
        ("[mail](mailto:a@b.cn)", '<a href="mailto:a@b.cn">mail</a> (a@b.cn)'),
        (
            "![cat](https://a.example/c.png)",
            '<a href="https://a.example/c.png">cat</a> (a.example)',
        ),
        ("[x](https://bank.example@evil.example)", "x"),
        ("[x](https://bank.example\\@evil.example)", "x"),
        ("[x](javascript:alert)", "x"),
        ("[x](JaVaScRiPt:alert)", "x"),
        ("[x](data:text/html,hi)", "x"),
        ("[x](file:///etc/passwd)", "x"),
        ("[x](//evil.example)", "x"),
        ("[x](/etc/passwd)", "x"),
        ("[x](https://)", "x"),
        ("[x](https://a.example:99999)", "x"),
        ("[x](https://bänk.example)", '<a href="https://bänk.example">x</a> (xn--bnk-qla.example)'),
        ("[bänk.example](https://bänk.example)", None),
    ],
)
def test_links_say_where_they_go(text: str, html: str | None) -> None:
    made = flat(to_html(text))
    if html is None:
        assert "xn--bnk-qla.example" in made
    else:
        assert made == f"<p>{html}</p>"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '<b onclick="x">y</b>',
        "<style>p {color: red}</style>",
        '<a href="https://evil.example">bank.example</a>',
        "<!-- x --><?php ?><!DOCTYPE x>",
        "```\n<script>alert(1)</script>\n```",
        "`<iframe>`",
        "| <img src=x> |\n|---|\n| <svg onload=x> |",
    ],
)
def test_html_is_text_like_any_other(text: str) -> None:
    made = Reader(to_html(text))
    assert {tag for tag, _ in made.tags} <= TAGS - {"a"}
    assert not made.odd
    words = re.findall(r"\w+", text)
    assert all(word in made.text for word in words)


def is_clean(html: str) -> None:
    read = Reader(html)
    assert not read.odd
    for tag, attributes in read.tags:
        assert tag in TAGS
        assert set(attributes) <= ATTRIBUTES.get(tag, set())
        if tag == "a":
            address = attributes["href"] or ""
            assert address.partition(":")[0] in SCHEMES
            assert address_of(address)
    assert "\x00" not in html


PIECES = st.sampled_from(
    [
        *(
            "<",
            ">",
            "&",
            '"',
            "'",
            "`",
            "```\n",
            "*",
            "**",
            "_",
            "[",
            "]",
            "(",
            ")",
            "!",
            "|",
            "\n",
        ),
        *("\\", "- ", "1. ", "# ", "> ", "  ", "    ", "\t", "|---|", "~~~", ":", "/", "//", "@"),
        *(
            "<script>",
            "</script>",
            "<img src=x onerror=y>",
            "<style>",
            "<svg/onload=x>",
            "<a href=",
        ),
        *(
            "javascript:",
            "data:text/html,",
            "https://a.example",
            "mailto:a@b.cn",
            "&#106;",
            "&Tab;",
        ),
        *(
            "[x]: ",
            "[x]",
            "](",
            "style=",
            "onclick=",
            "<!--",
            "-->",
            "<![CDATA[",
            "\u2028",
            "\u202e",
        ),
        *("中文", "a", "\x02", "\x03", "klzzwxh:0000", "wzxhzdk:0", "\x02klzzwxh:0\x03", "<br>"),
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200))
@example("[a](<javascript:x>)")
@example("\x02wzxhzdk:0\x03")
def test_whatever_comes_is_clean(text: str) -> None:
    is_clean(to_html(text))
    is_clean(plain_to_html(text))
    for block in blocks(text)[-1:]:
        is_clean(to_html(settled(block)))


@pytest.mark.parametrize(
    "piece",
    ["[a", "![[", "[x](", "[a](<", "*a ", "a*b_c", "> ", "- ", "`", "<a", "&#", "1. a\n", "| a ",
     "**", "_", "  ", "\\", "~~~", "#", "<https://", "\n> - 1. "],
)  # fmt: skip
def test_nothing_takes_long(piece: str) -> None:
    begun = time.process_time()
    is_clean(to_html((piece * 40_000)[:40_000]))
    assert time.process_time() - begun < 5


def test_plain_text_is_shown_as_it_is() -> None:
    assert plain_to_html("a <b>\n*c*") == "<p>a &lt;b&gt;<br>*c*</p>"


def test_the_end_of_a_long_host_is_shown() -> None:
    told = address_of(f"https://{'bank.example.' * 8}evil.example/x")
    assert told.startswith("…")
    assert told.endswith("evil.example")
    assert len(told) <= 61


def test_nothing_is_imported_before_the_first_answer() -> None:
    code = (
        "import sys, copilot.ui.markdown, copilot.ui.answer_view;"
        "print([m for m in ('markdown', 'nh3') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"
