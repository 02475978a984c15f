"""What the person wants, as frozen values: they come back from the panel, keys and commands."""

from __future__ import annotations

from dataclasses import dataclass

from copilot.core.model import Section
from copilot.core.translation_state import Pair, Variant


@dataclass(frozen=True, slots=True)
class Choose:
    """Put the suggestion with this card key into the draft."""

    key: str


@dataclass(frozen=True, slots=True)
class ChooseNumber:
    """Put the nth visible suggestion (from 1) into the draft."""

    number: int


@dataclass(frozen=True, slots=True)
class CopyCard:
    """Copy the suggestion with this card key to the clipboard."""

    key: str


OWN_WORDS = "own words"
"""In place of a card's key: the person is writing how suggestions shall be."""


@dataclass(frozen=True, slots=True)
class Edit:
    """The person opens this card to edit it: the chat stays in mind while a window of ours has the
    keyboard.

    An empty key means the marked card; `OWN_WORDS` opens what takes a wish. PanelState.editing then
    says which one is open.
    """

    key: str


@dataclass(frozen=True, slots=True)
class InsertEdited:
    """Put this text, edited from the card with this key, into the draft it was made for."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Wish:
    """Suggest again in another manner: "shorter", "kinder" or the person's own words.

    An empty text takes the wish back.
    """

    text: str


@dataclass(frozen=True, slots=True)
class RunSkill:
    """Run the skill with this name on this chat."""

    name: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Move the mark to the card with this key (hover, arrow keys)."""

    key: str


@dataclass(frozen=True, slots=True)
class Hold:
    """While `on`, the person is reading or pointing at a card: the order must not change."""

    on: bool


@dataclass(frozen=True, slots=True)
class Show:
    """Show a section, opening the panel if it is hidden."""

    section: Section


@dataclass(frozen=True, slots=True)
class ChooseTranslation:
    """Put the draft's translation, as it is shown, into the draft."""


@dataclass(frozen=True, slots=True)
class Vary:
    """Say the draft's translation in another manner."""

    variant: Variant


@dataclass(frozen=True, slots=True)
class ShowOriginal:
    """Show what was really said beside the translated line with this key, or hide it again."""

    key: str
    on: bool = True


@dataclass(frozen=True, slots=True)
class ChangePair:
    """From now on, translate between these languages with this contact."""

    pair: Pair


@dataclass(frozen=True, slots=True)
class ShowChat:
    """Show what is kept of the chat with this contact in the application of this name."""

    contact: str
    app_name: str


@dataclass(frozen=True, slots=True)
class Command:
    """An intent without parameters: see `COMMANDS`."""

    name: str


COMMANDS = (
    "open",  # show the panel for the focused chat, or say why there is none
    "dismiss",  # hide the panel until the conversation changes
    "pin",  # keep the panel open where it is, or let it go again
    "move-panel",  # put the panel into the next corner; after the last, beside the text again
    "refresh",  # ask again
    "mark-next",  # move the mark to the next suggestion
    "copy",  # copy the suggestion that could not be written
    "undo",  # restore the draft as it was before the last insertion
    "translate",  # put the draft's translation in its place; again: the draft as it was
    "translate-selection",  # translate what is selected in any application, in a window of its own
    "translate-text",  # open the window that translates longer texts
    "translate-now",  # translate what the budget held back
    "swap-pair",  # the other way round: their language becomes mine
    "copy-translation",  # copy the draft's translation
    "stop-editing",  # the window over a card was closed without inserting
    "insert-answer",  # put what a skill has written into the draft
    "copy-answer",  # copy what a skill has answered
    "close-answer",  # back to the list of skills; ends one that still runs
    "pause",  # stop watching
    "pause-app",  # stop reading the application of this chat until "resume" or the next start
    "resume",
    "enable-accessibility",  # the person agreed to switch accessibility on
    "decline-accessibility",
    "restart-with-accessibility",  # the person agreed to the fix for this application
    "send-anyone",  # whoever the settings name may be asked about this chat
    "send-local",  # only models of this machine may
    "send-nobody",  # nobody may
    "mask-strictly",  # hide names and places of this chat too
    "mask-as-usual",
    "deny-app",  # never read this application again
    "open-settings",
    "open-settings-file",
    "open-keychain",  # the person wants to be asked for the password of the keychain
    "recover-history",  # ask for the recovery phrase of the history
    "show-sent",  # open the window that shows what was sent
    "show-history",  # open the window over what is kept
    "quit",
)

Intent = (
    Choose
    | ChooseNumber
    | CopyCard
    | Edit
    | InsertEdited
    | Wish
    | RunSkill
    | Mark
    | Hold
    | Show
    | ChooseTranslation
    | Vary
    | ShowOriginal
    | ChangePair
    | ShowChat
    | Command
)
