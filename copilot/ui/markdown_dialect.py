"""The Markdown that models write, told to the library: tables, fences, lists; no raw HTML.

The one place that touches the library, which has no types.
"""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

import markdown
from markdown.inlinepatterns import SubstituteTagInlineProcessor
from markdown.treeprocessors import Treeprocessor


class _Mender(Treeprocessor):
    def __init__(self, library: markdown.Markdown, mend: Callable[[Element], None]) -> None:
        super().__init__(library)
        self._mend = mend

    def run(self, root: Element) -> None:
        """Called when all inline marks are read."""
        self._mend(root)


def create(mend: Callable[[Element], None]) -> Callable[[str], str]:
    """What turns Markdown into HTML; `mend` changes the tree before it is written out."""
    library = markdown.Markdown(
        extensions=["tables", "fenced_code", "sane_lists", "nl2br"],
        extension_configs={"tables": {"use_align_attribute": True}},
        # Models indent by two or three; nobody means code by it.
        tab_length=2,
        output_format="html",
    )
    library.preprocessors.deregister("html_block")
    library.inlinePatterns.deregister("html")
    library.parser.blockprocessors.deregister("code")
    # Behind which nothing of inline marks is left.
    library.treeprocessors.register(_Mender(library, mend), "mend", 15)
    # As models break lines in cells.
    library.inlinePatterns.register(
        SubstituteTagInlineProcessor(r"<br\s*/?>", "br"), "written br", 95
    )

    def convert(text: str) -> str:
        library.reset()
        return library.convert(text)

    return convert
