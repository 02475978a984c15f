"""Every text about a suggestion: what it does, where it comes from, why it is offered."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from copilot.core.model import Card, PanelState, Source, Stance
from copilot.ui.wish_words import wished

_tr = QCoreApplication.translate

_ABOUT = 90
"""So many characters of what is answered are told at most."""


def stance(value: Stance) -> str:
    """What a suggestion does, in a word or two."""
    match value:
        case Stance.AGREE:
            return _tr("Panel", "agree")
        case Stance.DECLINE:
            return _tr("Panel", "decline")
        case Stance.ASK:
            return _tr("Panel", "ask back")
        case Stance.DELAY:
            return _tr("Panel", "answer later")
        case Stance.COMPLETE:
            return _tr("Panel", "finish the draft")
        case Stance.TOPIC:
            return _tr("Panel", "topic")


def about_card(card: Card, model: str) -> str:
    """The line below a suggestion: its stance, where it comes from, whether it still grows."""
    if not card.text:
        return _tr("Panel", "thinking…")
    parts = [stance(card.stance)]
    if card.source is Source.INSTANT:
        parts.append(_tr("Panel", "instant · offline"))
    else:
        parts.append(model or _tr("Panel", "model"))
    if card.streaming:
        parts.append(_tr("Panel", "writing…"))
    return " · ".join(parts)


def how_to_choose(chord: str) -> str:
    """What a click on a suggestion does, and the keys that do the same."""
    if not chord:
        return _tr("Panel", "Click to put it into your draft")
    return _tr("Panel", "Click or press {keys} to put it into your draft").format(keys=chord)


def why(card: Card, state: PanelState) -> str:
    """Why it is offered: whose idea it is, to what, what it does and what was wished."""
    if not card.text:
        return ""
    sentences = [_origin(card, state.model, short(state.about)), _doing(card.stance)]
    if state.wish and card.source is Source.MODEL:
        sentences.append(wished(state.wish))
    return " ".join(filter(None, sentences))


def short(text: str) -> str:
    """The beginning of a text, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= _ABOUT else f"{line[:_ABOUT].rstrip()}…"


def _origin(card: Card, model: str, about: str) -> str:
    if card.source is Source.INSTANT:
        return _of_this_machine(card.stance, about)
    name = model or _tr("Card", "The model")
    if card.stance is Stance.TOPIC:
        return _tr("Card", "{model} suggests this to go on with.").format(model=name)
    if not about:
        return _tr("Card", "{model} suggests this.").format(model=name)
    if card.stance is Stance.COMPLETE:
        return _tr("Card", "{model} finishes your draft “{draft}”.").format(model=name, draft=about)
    return _tr("Card", "{model} suggests this as an answer to “{message}”.").format(
        model=name, message=about
    )


def _of_this_machine(stance: Stance, about: str) -> str:
    if stance is Stance.TOPIC:
        return _tr("Card", "A topic of this machine; no model was asked.")
    if not about:
        return _tr("Card", "A quick reply of this machine; no model was asked.")
    return _tr("Card", "A quick reply of this machine to “{message}”.").format(message=about)


def _doing(stance: Stance) -> str:
    match stance:
        case Stance.AGREE:
            return _tr("Card", "It agrees.")
        case Stance.DECLINE:
            return _tr("Card", "It says no.")
        case Stance.ASK:
            return _tr("Card", "It asks something back.")
        case Stance.DELAY:
            return _tr("Card", "It puts the answer off.")
        case Stance.COMPLETE | Stance.TOPIC:
            return ""


def price(card: Card, state: PanelState) -> str:
    """What the answer that it is part of cost, and how much was hidden for it."""
    if not card.text:
        return ""
    if card.source is Source.INSTANT:
        return _tr("Card", "It cost nothing, and nothing was sent.")
    sentences: list[str] = []
    if state.cost == "free":
        sentences.append(_tr("Card", "It cost nothing: its model runs on this machine."))
    elif state.cost:
        sentences.append(_tr("Card", "The whole answer cost {cost}.").format(cost=state.cost))
    if state.masking == "off":
        sentences.append(_tr("Card", "Nothing was hidden from the model."))
    elif state.masked:
        sentences.append(_tr("Card", "%n private details were hidden.", "", state.masked))
    return " ".join(sentences)


def described(card: Card, state: PanelState) -> str:
    """All of that for screen readers, after the line that everybody sees; with the keys."""
    parts = [about_card(card, state.model), card.hotkey]
    first = ", ".join(filter(None, parts))
    return "\n".join(filter(None, (first, why(card, state), price(card, state))))
