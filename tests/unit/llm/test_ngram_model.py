"""py3langid's model without NumPy: it says what py3langid says."""

from __future__ import annotations

import lzma
from pathlib import Path
from typing import Any

import pytest
from py3langid import langid  # pyright: ignore[reportMissingTypeStubs]

from copilot.llm import ngram_model
from copilot.llm.ngram_model import NgramModel
from tests.bench.identification import load


@pytest.fixture(scope="module")
def ours() -> NgramModel:
    return ngram_model.load(lambda label: label)


@pytest.fixture(scope="module")
def theirs() -> Any:
    identifier: Any = langid.LanguageIdentifier
    return identifier.from_model_file(langid.MODEL_FILE, norm_probs=True)


def test_it_says_what_py3langid_says(ours: NgramModel, theirs: Any):
    lines = [line.text for line in load()[::5]]
    for text in (*lines, "", "123", "HELLO THERE", "e\u0301", "\ud800", "a" * 5000):
        expected = dict(theirs.rank(text))
        found = dict(ours.rank(text))
        assert found == pytest.approx(expected, abs=1e-4), text


def test_a_part_shares_its_chances_among_its_languages(ours: NgramModel, theirs: Any):
    part = ours.among(("de", "nl", "da"))
    theirs.set_languages(["de", "nl", "da"])
    expected = dict(theirs.rank("ich komme gleich"))
    theirs.set_languages(None)
    assert dict(part.rank("ich komme gleich")) == pytest.approx(expected, abs=1e-4)
    assert len(ours.rank("ich")) > 3, "the whole is as it was"


def test_labels_told_as_one_language_are_added_up(ours: NgramModel):
    one = ngram_model.load(lambda label: "x" if label in ("de", "nl") else "")
    assert one.rank("ich komme gleich") == [("x", pytest.approx(1.0))]


@pytest.mark.parametrize("content", [b"", b"no lzma", lzma.compress(b"no zip")])
def test_a_model_of_another_form(content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "data").mkdir()
    (tmp_path / "data/model.npz.xz").write_bytes(content)

    class Spec:
        origin = str(tmp_path / "__init__.py")

    def find_spec(_name: str) -> type[Spec]:
        return Spec

    monkeypatch.setattr(ngram_model, "find_spec", find_spec)
    with pytest.raises((ValueError, EOFError)):
        ngram_model.load(lambda label: label)


def test_no_model(monkeypatch: pytest.MonkeyPatch):
    def find_spec(_name: str) -> None:
        return None

    monkeypatch.setattr(ngram_model, "find_spec", find_spec)
    with pytest.raises(FileNotFoundError):
        ngram_model.load(lambda label: label)
