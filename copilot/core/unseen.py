"""Takes out of a text what nobody sees: it can carry orders to a model, or show another order.

Joiners stay where emoji or a script needs them: "👨‍👩‍👧", Persian, Hindi.
"""

from __future__ import annotations

import re

# Arabic to Tibetan, arrows and signs, emoji
_JOINED = "\u0600-\u0fff\u2190-\u2bff\U0001f000-\U0001faff"
_UNSEEN = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls (of terminals, say)
    "\xad\u034f\u061c\u180b-\u180f\u200b\u200e\u200f\u2060-\u206f\ufeff"  # of no width
    "\u202a-\u202e"  # turn the order around, as some of those above do
    "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"  # letters and signs without ink
    "\ufe00-\ufe0d\ufff0-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff"  # tags, selectors
    "\ud800-\udfff"  # halves of characters
    "]"
    f"|(?<![{_JOINED}\ufe0f])[\u200c\u200d]|[\u200c\u200d](?![{_JOINED}])"
    "|(?<=[\ufe0e\ufe0f])[\ufe0e\ufe0f]+"
)
# what some applications take for the end of a line
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


def visible(text: str) -> str:
    """The text without unseen characters; every end of a line is "\\n"."""
    return _LINE_ENDS.sub("\n", _UNSEEN.sub("", text))
