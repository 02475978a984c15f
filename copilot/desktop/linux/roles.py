"""AT-SPI's numbers for roles and states, as the words that readers know.

Source: the enumerations AtspiRole and AtspiStateType of at-spi2-core.
"""

from __future__ import annotations

_ROLES = """
invalid accelerator-label alert animation arrow calendar canvas check-box check-menu-item
color-chooser column-header combo-box date-editor desktop-icon desktop-frame dial dialog
directory-pane drawing-area file-chooser filler focus-traversable font-chooser frame glass-pane
html-container icon image internal-frame label layered-pane list list-item menu menu-bar menu-item
option-pane page-tab page-tab-list panel password-text popup-menu progress-bar push-button
radio-button radio-menu-item root-pane row-header scroll-bar scroll-pane separator slider
spin-button split-pane status-bar table table-cell table-column-header table-row-header
tearoff-menu-item terminal text toggle-button tool-bar tool-tip tree tree-table unknown viewport
window extended header footer paragraph ruler application autocomplete editbar embedded entry chart
caption document-frame heading page section redundant-object form link input-method-window
table-row tree-item document-spreadsheet document-presentation document-text document-web
document-email comment list-box grouping image-map notification info-bar level-bar title-bar
block-quote audio video definition article landmark log marquee math rating timer static
math-fraction math-root subscript superscript description-list description-term description-value
footnote content-deletion content-insertion mark suggestion push-button-menu switch
"""
ROLES = tuple(_ROLES.split())

# Only the states that somebody asks for; the others would make every snapshot larger.
STATE_BITS = {
    "active": 1,
    "editable": 7,
    "focusable": 11,
    "focused": 12,
    "multi-line": 17,
    "selected": 23,
    "showing": 25,
    "single-line": 26,
    "visible": 30,
    "read-only": 43,
}


def role_name(number: int) -> str:
    """The word for a role; "unknown" for one that is newer than this table."""
    return ROLES[number] if 0 <= number < len(ROLES) else "unknown"


def role_number(name: str) -> int:
    """The number of a role that is in the table."""
    return ROLES.index(name)


def state_names(words: list[int]) -> frozenset[str]:
    """The states in AT-SPI's pair of 32-bit words."""
    bits = sum(word << (32 * i) for i, word in enumerate(words))
    return frozenset(name for name, bit in STATE_BITS.items() if bits >> bit & 1)


def state_words(*names: str) -> list[int]:
    """The pair of 32-bit words for states."""
    bits = sum(1 << STATE_BITS[name] for name in names)
    return [bits & 0x7FFFFFFF if bits >> 31 == 0 else bits & 0xFFFFFFFF, bits >> 32]
