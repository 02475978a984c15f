"""Languages by n-grams, and the labelled lines that the whole identification is held to."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import NoReturn

import pytest

from copilot.core.identify import Identifier
from copilot.core.letters import WRITTEN_IN
from copilot.llm.guesser import NgramGuesser
from tests.bench.identification import CHINESE, WIDER, Line, load

LATIN = WRITTEN_IN["Latn"]


@pytest.fixture(scope="module")
def guesser() -> NgramGuesser:
    made = NgramGuesser()
    made.prepare()
    return made


def test_chances_of_the_languages_asked_for(guesser: NgramGuesser) -> None:
    chances = guesser.guess("ich komme gleich nach hause", LATIN)
    assert max(chances, key=chances.__getitem__) == "de"
    assert sum(chances.values()) == pytest.approx(1, abs=1e-3)
    assert set(chances) <= set(LATIN)
    assert set(guesser.guess("вечером", ("ru", "uk"))) == {"ru", "uk"}


def test_every_language_of_letters_is_known_to_the_model(guesser: NgramGuesser) -> None:
    known = {
        tag
        for script in ("Latn", "Cyrl", "Arab", "Deva", "Hebr")
        for tag in guesser.guess("a", WRITTEN_IN[script])
    }
    among = {t for s in ("Latn", "Cyrl", "Arab", "Deva", "Hebr") for t in WRITTEN_IN[s]}
    assert among - known == {"yi"}  # written like Hebrew, told by its letters


def test_it_is_callable_from_many_threads(guesser: NgramGuesser) -> None:
    lines = [line.text for line in load()[:60]]
    alone = [guesser.guess(line, LATIN) for line in lines]

    def guess(line: str) -> Mapping[str, float]:
        return guesser.guess(line, LATIN)

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(guess, lines)) == alone


def test_where_the_model_is_missing_words_alone_tell(caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> NoReturn:
        raise ImportError("py3langid")

    identifier = Identifier(NgramGuesser(fail))
    with caplog.at_level(logging.WARNING):
        identifier.prepare()
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert identifier.identify("where are you").tag == "en"
    assert identifier.identify("wo bist du gerade").tag == "de"
    assert not identifier.identify("lorem ipsum").known


def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    code = (
        "import sys; from copilot.core.identify import Identifier;"
        "from copilot.llm.guesser import NgramGuesser; i = Identifier(NgramGuesser());"
        "assert i.identify('你好').tag == 'zh-Hans';"
        "assert not {'numpy', 'py3langid'} & set(sys.modules);"
        "i.prepare(); assert not {'numpy', 'py3langid'} & set(sys.modules);"
        "assert i.identify('ich komme gleich nach hause').tag == 'de'"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def rate(lines: list[Line], guesser: NgramGuesser) -> float:
    """The part that is identified rightly."""
    identifier = Identifier(guesser)
    return sum(identifier.identify(line.text).tag == line.lang for line in lines) / len(lines)


def test_the_labelled_lines(guesser: NgramGuesser) -> None:
    lines = load()
    assert len(lines) >= 340
    assert len({line.lang for line in lines}) >= 17
    assert all(5 <= len(line.text) <= 40 for line in lines)
    test = [line for line in lines if line.half == "test"]
    assert rate(test, guesser) >= 0.97
    assert rate([line for line in test if line.lang in CHINESE], guesser) >= 0.95
    assert rate(load(WIDER), guesser) >= 0.8


def test_foreign_lines_are_told_although_others_are_likelier(guesser: NgramGuesser) -> None:
    identifier = Identifier(guesser)
    test = [line for line in load() if line.half == "test"]
    right = [identifier.identify(one.text, {"en", "zh-Hans"}).tag == one.lang for one in test]
    assert sum(right) / len(right) >= 0.95
    right = [identifier.identify(one.text, {"en", one.lang}).tag == one.lang for one in test]
    assert sum(right) / len(right) >= 0.98
