"""Likeness by characters and words."""

from __future__ import annotations

import pytest

from copilot.core.ngrams import NgramMatcher, features, normalise


def test_normalising_forgives_width_case_and_stretching() -> None:
    assert normalise("ＯＫ！！！！ HEYYYYY") == "ok!! heyy"


def test_chinese_is_compared_by_characters_and_pairs() -> None:
    assert set(features("吃了吗")) == {"吃", "了", "吗", "吃了", "了吗"}


def test_words_are_compared_whole_in_pairs_and_in_trigrams() -> None:
    found = features("see you!")
    assert {"w:see", "w:you", "b:^ see", "b:see you", "t:<se", "!"} <= set(found)


def test_the_same_line_is_wholly_alike_and_an_unrelated_one_not_at_all() -> None:
    matcher = NgramMatcher(["are you free tonight", "晚上有空吗"])
    assert matcher.compare("Are you free tonight?")[0] > 0.9
    assert matcher.compare("晚上有空吗") == pytest.approx([0, 1])
    assert matcher.compare("zzz") == [0, 0]


def test_a_typing_error_keeps_most_of_the_likeness() -> None:
    right, other = NgramMatcher(["see you tomorrow", "how much is it"]).compare("see you tommorow")
    assert right > 0.4 > other


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    matcher = NgramMatcher(["the invoice", "the cat", "the dog", "the sun"])
    scores = matcher.compare("the invoice please")
    assert scores[0] > 3 * scores[1]


def test_a_line_without_features_is_like_nothing() -> None:
    assert NgramMatcher(["hi"]).compare("") == [0]
