"""What a model wrote in Markdown → the little HTML that Qt's rich text shows, and nothing else.

Raw HTML in it is text like any other. What is left is cleaned once more by a list of what is
allowed, so that no mistake here can load, run or style anything. Neither library is imported before
the first answer.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from copilot.core.unseen import visible
from copilot.ui import markdown_stream

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

TAGS = frozenset(
    (
        *("p", "br", "b", "strong", "i", "em", "code", "pre", "blockquote", "hr", "a"),
        *("ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "h3", "h4", "h5", "h6"),
    )
)
"""All that can be in the HTML; headings are smaller by two than they were written."""
ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "th": {"align"}, "td": {"align"}}
SCHEMES = frozenset({"http", "https", "mailto"})
_LONGEST_HOST = 60
"""Characters; of a longer one the end is shown, which says whose it is."""
# What an address never has, and what browsers and we might read in different ways.
_ODD = re.compile(r"[\x00-\x20\x7f\\\"'<>`{}|^\s]")
# "www.example.org", "https://example.org/path"
_LIKE_ADDRESS = re.compile(r"\s*(?:[a-z]+:/*)?(?:[\w-]+\.)+[^\W\d_]{2,}\.?(?:[:/?#]\S*)?\s*", re.I)

_LIST_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])[^\S\n]+\S")


def prepare() -> None:
    """Blocking, the first time (50 ms): import what reads and cleans. In whatever thread."""
    import nh3 as nh3

    _converter()  # not more: it reads for one thread at a time


def to_html(text: str) -> str:
    """Clean HTML of this Markdown: the tags in `TAGS`, and links that say where they go."""
    return "".join(map(_block, markdown_stream.blocks(visible(text))))


def _block(block: str) -> str:
    made = plain_to_html(block)
    if markdown_stream.readable(block):
        with suppress(RecursionError, ValueError, IndexError):
            made = _converter()(
                _reindented(block)
            )  # or, with thousands of quotes in each other, as it is
    return _clean(made)


def _reindented(block: str) -> str:
    """A list with two spaces for each level and no empty lines between its points.

    So the library wants it; models write three or four, and empty lines as they please.
    """
    if not _LIST_ITEM.match(block):
        return block
    levels: list[int] = []
    lines: list[str] = []
    for line in block.split("\n"):
        indent = len(line) - len(line.lstrip())
        if _LIST_ITEM.match(line):
            while lines and not lines[-1].strip():
                lines.pop()
            while levels and indent < levels[-1]:
                levels.pop()
            # Less than two spaces are a slip of the pen.
            if not levels or indent >= levels[-1] + 2:
                levels.append(indent)
            lines.append("  " * (len(levels) - 1) + line.lstrip())
        else:
            lines.append("  " * len(levels) + line.lstrip() if indent else line)
    return "\n".join(lines)


def plain_to_html(text: str) -> str:
    """The text as it is, line by line."""
    return f"<p>{html.escape(visible(text)).replace(chr(10), '<br>')}</p>"


def address_of(link: str) -> str:
    """What the person is told of where a link goes: its host, or the address of a mail.

    "" for a link that can't be followed.
    """
    link = link.strip()
    if _ODD.search(link):
        return ""
    try:
        parts = urlsplit(link)
        host, _ = parts.hostname or "", parts.port
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except ValueError:  # UnicodeError is one
        return ""
    if parts.scheme == "mailto":
        return parts.path if "@" in parts.path and not parts.netloc else ""
    # "https://bank.example@evil.example" goes to the latter, and shows the former.
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
        return ""
    return host if len(host) <= _LONGEST_HOST else f"…{host[-_LONGEST_HOST:]}"


def _clean(made: str) -> str:
    import nh3

    return nh3.clean(
        made.replace("\n</code></pre>", "</code></pre>"),  # which Qt would show as a line
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        url_schemes=set(SCHEMES),
        link_rel=None,
        clean_content_tags={"script", "style"},
    )


@lru_cache(maxsize=1)
def _converter() -> Callable[[str], str]:
    from copilot.ui.markdown_dialect import create

    return create(_mend)


def _mend(root: Element) -> None:
    """Pictures become links, links say where they go, headings shrink."""
    for element in list(root.iter()):
        if element.tag == "img":
            element.tag, source = "a", element.get("src", "")
            element.text = element.get("alt") or source
            element.attrib.clear()
            element.set("href", source)
        if element.tag == "a":
            _mend_link(element)
        elif re.fullmatch(r"h[1-6]", str(element.tag)):
            element.tag = f"h{min(int(element.tag[1]) + 2, 6)}"


def _mend_link(element: Element) -> None:
    link = element.get("href", "").strip()
    goes_to = address_of(link)
    if not goes_to:
        element.tag = "span"
        element.attrib.clear()
        return
    element.attrib.clear()
    element.set("href", link)
    text = "".join(element.itertext()).strip()
    if _says(text, link, goes_to):
        return
    if not text or _LIKE_ADDRESS.fullmatch(text):
        # It shows an address, and another one than where it goes.
        for child in list(element):
            element.remove(child)
        element.text = goes_to
        return
    element.tail = f" ({goes_to}){element.tail or ''}"


def _says(text: str, link: str, goes_to: str) -> bool:
    """Whether the text of a link is where it goes."""
    shown, whole = text.casefold(), link.casefold()
    # Letters of other scripts look like those of another host.
    return (
        shown == goes_to
        or (shown == whole and goes_to in whole)
        or (
            text.isascii()
            and _LIKE_ADDRESS.fullmatch(text) is not None
            and address_of(text if "://" in text else f"https://{text}") == goes_to
        )
    )
