"""Every text about translation that the panel and the windows for it show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from copilot.core.model import PanelState
from copilot.core.translation_state import (
    Flag,
    IncomingTranslation,
    OutgoingTranslation,
    Pair,
    TranslationStatus,
    Variant,
)
from copilot.ui.language_names import language_name

if TYPE_CHECKING:
    from copilot.core.selecting import SelectionState  # the panel needs nothing of it

_tr = QCoreApplication.translate


def message(state: PanelState) -> tuple[str, str, str]:
    """Title, explanation and action shown while there is no translation to show."""
    translation = state.translation
    match translation.status:
        case TranslationStatus.NO_MODEL:
            return (
                _tr("Translation", "No model translates yet"),
                _tr("Translation", "Choose one in the settings; one on this machine will do."),
                "open-settings",
            )
        case TranslationStatus.WITHHELD:
            return (
                _tr("Translation", "This chat is not translated"),
                _tr("Translation", "You decided that no such model is asked about it."),
                "",
            )
        case TranslationStatus.HELD_BACK:
            return (
                _tr("Translation", "Your budget is nearly used up"),
                _tr("Translation", "So nothing is translated unless you ask for it."),
                "translate-now",
            )
        case TranslationStatus.OFF:
            return (
                _tr("Translation", "Nothing here is foreign to you"),
                _tr("Translation", "Messages in other languages appear here in yours."),
                "",
            )
        case TranslationStatus.READY if not translation.incoming and translation.outgoing is None:
            return (
                _tr("Translation", "Nothing to translate yet"),
                _tr("Translation", "Start typing, or wait for a message."),
                "",
            )
        case TranslationStatus.READY:
            return "", "", ""


def is_shown(state: PanelState) -> bool:
    """Whether there are translations to show, in their own section or beside suggestions."""
    useful = (TranslationStatus.READY, TranslationStatus.HELD_BACK)
    if state.section == "skills":
        return False
    return state.section == "translation" or state.translation.status in useful


def sender(line: IncomingTranslation) -> str:
    """Who said it, "" where nobody is named."""
    return "" if line.sender in ("me", "them") else line.sender


def about_line(line: IncomingTranslation) -> list[str]:
    """What stands below a translated line: who said it, which languages, where it comes from."""
    languages = _tr("Translation", "{source} → {target}").format(
        source=language_name(line.source) or "?", target=language_name(line.target)
    )
    parts = [sender(line), languages]
    if line.remembered:
        parts.append(_tr("Translation", "from memory"))
    elif line.streaming:
        parts.append(_tr("Translation", "translating…"))
    return [part for part in parts if part]


def instead_of_text(line: IncomingTranslation) -> str:
    """What a line says while it has no translation."""
    if line.streaming:
        return _tr("Translation", "translating…")
    return _tr("Translation", "Not translated yet. Click to translate.")


def how_to_see_original(line: IncomingTranslation) -> str:
    """What a click on a translated line does."""
    if line.original_shown:
        return _tr("Translation", "Click to hide the original")
    return _tr("Translation", "Click to keep the original in sight")


def about_draft(draft: OutgoingTranslation, pair: Pair) -> str:
    """What stands above the draft's translation."""
    name = language_name(pair.theirs)
    parts = [_tr("Translation", "Your draft in {language}").format(language=name)]
    if draft.streaming or not draft.current:
        parts.append(_tr("Translation", "translating…"))
    elif draft.remembered:
        parts.append(_tr("Translation", "from memory"))
    return " · ".join(parts)


def back(text: str) -> str:
    """What the other will read."""
    return _tr("Translation", "They read: “{text}”").format(text=text)


def flag(draft: OutgoingTranslation) -> str:
    """How the translation may sound without being meant so, "" where it is fine."""
    match draft.flag:
        case Flag.RUDE:
            title = _tr("Translation", "This may sound rude")
        case Flag.FORMAL:
            title = _tr("Translation", "This may sound too formal")
        case Flag.AMBIGUOUS:
            title = _tr("Translation", "This can be understood in two ways")
        case None:
            return ""
    if not draft.why:
        return title
    return _tr("Translation", "{title}: {why}").format(title=title, why=draft.why)


def variant(value: Variant) -> str:
    """The label of the button that asks for this manner."""
    match value:
        case Variant.PLAIN:
            return _tr("Translation", "As it is")
        case Variant.CASUAL:
            return _tr("Translation", "More casual")
        case Variant.POLITE:
            return _tr("Translation", "More polite")
        case Variant.SHORT:
            return _tr("Translation", "Shorter")


def variant_help(value: Variant, *, on: bool) -> str:
    """What the button does now."""
    if on:
        return _tr("Translation", "Click to say it as your draft does again")
    match value:
        case Variant.CASUAL:
            return _tr("Translation", "Say it as among friends")
        case Variant.POLITE:
            return _tr("Translation", "Say it more politely")
        case Variant.SHORT:
            return _tr("Translation", "Say it in fewer words")
        case Variant.PLAIN:
            return ""


def put_help(chord: str) -> str:
    """What the button beside the draft's translation does, and the keys that do the same."""
    if not chord:
        return _tr("Translation", "Puts the translation in your draft's place; you can undo it")
    return _tr(
        "Translation", "Puts the translation in your draft's place; {keys} does so, too"
    ).format(keys=chord)


def waiting(share: float) -> str:
    """What stands where the translation will be; `share` of a long text is done."""
    if share <= 0:
        return _tr("Translation", "translating…")
    return _tr("Translation", "translating… {percent} %").format(percent=round(share * 100))


def about_selection(state: SelectionState) -> str:
    """What a translation of selected text was made of."""
    if state.replaced and not state.streaming:
        return word("replaced")
    if state.streaming and state.translated:
        return waiting(state.share)
    hidden = state.masked
    masked = _tr("Translation", "%n masked", "", hidden) if hidden else ""
    cost = _tr("Translation", "free") if state.cost == "free" else state.cost
    return " · ".join(part for part in (masked, state.model, cost) if part)


def word(name: str) -> str:
    """Labels, by a short name."""
    words = {
        "put": _tr("Translation", "Put into draft"),
        "replace": _tr("Translation", "Replace"),
        "replaced": _tr("Translation", "Replaced"),
        "undo": _tr("Translation", "Undo"),
        "copy": _tr("Translation", "Copy the translation"),
        "swap": _tr("Translation", "Swap the languages"),
        "mine": _tr("Translation", "What you read"),
        "theirs": _tr("Translation", "What they write"),
        "lines": _tr("Translation", "Translated messages"),
        "languages": _tr("Translation", "Languages"),
        "selection": _tr("Translation", "Translation of the selected text"),
        "close": _tr("Translation", "Close"),
        "from": _tr("Translation", "From"),
        "to": _tr("Translation", "Into"),
        "any": _tr("Translation", "Some language"),
        "choose": _tr("Translation", "Choose a language"),
    }
    return words[name]
