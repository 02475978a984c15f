"""Which cards the panel shows, in which order, while instant and model suggestions meet."""

from __future__ import annotations

from collections.abc import Sequence

from copilot.core.asking import Drafted
from copilot.core.model import Card, Source, Stance, Suggestion


def instant_cards(question: int, suggestions: Sequence[Suggestion]) -> tuple[Card, ...]:
    """Cards for quick replies.

    `question` is a serial number: a late click on a card of an older question finds nothing.
    """
    return tuple(
        Card(key=f"{question}-instant-{i}", text=s.text, stance=s.stance, source=s.source)
        for i, s in enumerate(suggestions)
    )


def model_cards(question: int, drafted: Sequence[Drafted]) -> tuple[Card, ...]:
    """Cards for what a model has written so far, without empty ones and repeats."""
    cards: list[Card] = []
    seen: set[str] = set()
    for i, d in enumerate(drafted):
        if not d.text or (d.whole and d.text in seen):
            continue
        seen.add(d.text)
        cards.append(
            Card(
                key=f"{question}-model-{i}",
                text=d.text,
                stance=d.stance,
                source=Source.MODEL,
                streaming=not d.whole,
            )
        )
    return tuple(cards)


def arrange(
    shown: Sequence[Card],
    instant: Sequence[Card],
    model: Sequence[Card],
    *,
    thinking: bool,
    whole: bool,
    held: bool,
    slots: int,
) -> tuple[Card, ...]:
    """The cards to show next, given those that are `shown` now.

    Model cards take the places of instant ones as they arrive; the rest of these goes when the
    model's answer is `whole`, and stays where it broke off. While `held` (the pointer is on a
    card, or one is being read) a card with text keeps its place: new ones fill free places and
    then go below. While `thinking`, places up to `slots` are kept for what will come.
    """
    cards = _replace_in_place(instant, model, whole)
    if held:
        cards = _keep_places(shown, cards)
    if thinking:
        for i in range(len(cards), slots):
            cards.append(Card(f"place-{i}", "", Stance.AGREE, Source.MODEL, streaming=True))
    return tuple(cards)


def _replace_in_place(instant: Sequence[Card], model: Sequence[Card], whole: bool) -> list[Card]:
    texts = {card.text for card in model}
    rest = [card for card in instant[len(model) :] if card.text not in texts]
    return [*model, *(rest if not (whole and model) else ())]


def _keep_places(shown: Sequence[Card], wanted: Sequence[Card]) -> list[Card]:
    arriving = {card.key: card for card in wanted}
    # What was cut off in the middle of its text will never be whole: it makes room.
    staying = (c for c in shown if c.text and (c.key in arriving or not c.streaming))
    cards = [arriving.pop(card.key, card) for card in staying]
    kept = {card.text for card in cards}
    cards.extend(card for card in arriving.values() if card.text not in kept)
    return cards
