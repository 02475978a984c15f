"""What the states of the panel are made of, for tests and the gallery."""

from __future__ import annotations

from copilot.core.languages import LANGUAGES, direction_of
from copilot.core.model import Card, PanelState, Phase, Source, Stance
from copilot.core.translation_state import (
    IncomingTranslation,
    OutgoingTranslation,
    Pair,
    TranslationState,
    TranslationStatus,
)

KEYS = ("Ctrl+Alt+1", "Ctrl+Alt+2", "Ctrl+Alt+3")


def card(
    n: int,
    text: str,
    stance: Stance = Stance.AGREE,
    source: Source = Source.MODEL,
    *,
    streaming: bool = False,
) -> Card:
    """The nth card, from 0."""
    return Card(f"c{n}", text, stance, source, streaming, KEYS[n])


def chat(contact: str, app: str, *cards: Card, phase: Phase = Phase.DONE) -> PanelState:
    """A chat with suggestions of a model."""
    return PanelState(
        phase=phase,
        visible=True,
        app_name=app,
        contact=contact,
        badge=("draft", "chat", "accessibility"),
        cards=cards,
        model="qwen-plus" if cards else "",
        tokens=412 if cards else 0,
        cost="¥0.0006" if cards else "",
        expected="~¥0.0017" if cards else "",
        masked=2 if cards else 0,
        has_model=bool(cards),
    )


def heard(
    n: int,
    sender: str,
    original: str,
    text: str,
    pair: Pair,
    *,
    streaming: bool = False,
    remembered: bool = False,
    original_shown: bool = False,
    doubt: str = "",
    trouble: str = "",
) -> IncomingTranslation:
    """The nth foreign line, from 0."""
    return IncomingTranslation(
        f"line-{n}",
        sender,
        original,
        text,
        streaming,
        remembered,
        pair.theirs,
        pair.mine,
        direction_of(pair.mine),
        direction_of(pair.theirs),
        original_shown,
        doubt,
        trouble,
    )


def translation(
    pair: Pair,
    *lines: IncomingTranslation,
    outgoing: OutgoingTranslation | None = None,
    status: TranslationStatus = TranslationStatus.READY,
) -> TranslationState:
    """What is translated in a chat in this pair of languages."""
    choices = tuple(dict.fromkeys(tag for tag in (pair.mine, pair.theirs, *LANGUAGES) if tag))
    return TranslationState(
        status, pair, lines, outgoing, choices, model="qwen-plus", cost="¥0.0003", masked=1
    )
