"""Markdown that is still arriving: its blocks, of which only the last one may change."""

from __future__ import annotations

import re

LONGEST_BLOCK = 8000
"""Characters. Longer ones, and those with more brackets, are shown as they are: to read their marks
would take seconds, and nobody means them as marks."""
MOST_BRACKETS = 100

_LIST_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])[^\S\n]+\S")
_FENCE = re.compile(r"(\s*)(`{3,}|~{3,})")
# "-", "12", "12.", "##", "``", ">": what a line is may turn out with the next piece
_BEGUN = re.compile(r"\s*(?:[-*+>]|\d{1,9}[.)]?|#{1,6}|[`~]{1,2}|[-*+] \[[ xX]?\]?)\s*")
_LINK_BEGUN = re.compile(r"!?\[([^\]\n]{0,200})(?:\]|\]\([^)\n]{0,2000})?$")
_OPEN_ITALIC = re.compile(r"(?:^|[^*\w])\*(?![*\s])[^*\n]+$")


def blocks(text: str) -> list[str]:
    """The paragraphs, lists, tables and fenced codes of a text, in their order.

    However the text goes on, all but the last one stay as they are. Code that stands in a list is
    moved to the edge, where Markdown has it.
    """
    found: list[str] = []
    block: list[str] = []
    fence = indent = ""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if fence:
            block.append(line.removeprefix(indent))
            if _closes(line, fence):
                fence = ""
                _end(found, block)
        elif opening := _FENCE.match(line):
            _end(found, block)
            indent, fence = opening[1], opening[2]
            block.append(line.removeprefix(indent))
        else:
            if block and _begins(line, block, is_last=number == len(lines) - 1):
                _end(found, block)
            if block or line.strip():
                block.append(line)
    _end(found, block)
    return found


def settled(block: str) -> str:
    """What can be shown of a block that is still arriving, so that nothing flickers.

    A mark that is open is closed, and what may become a mark waits.
    """
    if opening := _FENCE.match(block):
        head, _, code = block.partition("\n")
        kept, _, last = code.rpartition("\n")
        if last and not last.strip("`~ "):
            code = kept
        return f"{head}\n{code}\n{opening[2]}" if code.strip() else ""
    before, newline, last = block.rpartition("\n")
    if block.startswith("|"):
        # Not a table before its second line, "|---|---|", is whole; rows come whole.
        return before if before.count("\n") else ""
    if _BEGUN.fullmatch(last):
        return before
    return before + newline + _closed(_LINK_BEGUN.sub(r"\1", last))


def readable(block: str) -> bool:
    """Whether the marks of a block can be read in a moment."""
    return len(block) <= LONGEST_BLOCK and (
        block.count("[") <= MOST_BRACKETS or _FENCE.match(block) is not None
    )


def _end(found: list[str], block: list[str]) -> None:
    text = "\n".join(block).rstrip()
    if text:
        found.append(text)
    block.clear()


def _closes(line: str, fence: str) -> bool:
    bare = line.strip()
    return len(bare) >= len(fence) and not bare.strip(fence[0])


def _begins(line: str, block: list[str], *, is_last: bool) -> bool:
    """Whether a block begins with this line instead of going on; it is the same for good."""
    if not line.strip():
        return False
    is_item, in_list = _LIST_ITEM.match(line) is not None, _LIST_ITEM.match(block[0]) is not None
    if is_item and in_list and line[0].isdigit() is not block[0][0].isdigit():
        return True
    if block[-1].strip():
        # Models forget the empty line before a list or a table, and Markdown wants it.
        return (is_item and not in_list) or (line.startswith("|") and block[0][0] != "|")
    if in_list:
        may_be_item = is_item or (is_last and _BEGUN.fullmatch(line) is not None)
        return not may_be_item and not line[0].isspace()
    return True


def _closed(line: str) -> str:
    """The line with the marks closed that are open in it."""
    if line.count("`") % 2:
        return line.removesuffix("`") if line.endswith("`") else f"{line}`"
    bare = line.rstrip("*_")
    if bare.count("**") % 2 and bare.rstrip().endswith("**"):
        return bare
    if bare.count("**") % 2:
        return f"{bare.rstrip()}**"
    if bare.count("__") % 2:
        return f"{bare.rstrip()}__"
    if _OPEN_ITALIC.search(bare):
        return f"{bare.rstrip()}*"
    return bare if len(line) - len(bare) < 3 and _is_open(line, bare) else line


def _is_open(line: str, bare: str) -> bool:
    """Whether the marks at the end of the line begin something instead of ending it."""
    marks = line[len(bare) :]
    return bool(marks) and (not bare or bare[-1].isspace() or bare.count(marks) % 2 == 0)
