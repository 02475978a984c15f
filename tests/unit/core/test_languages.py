"""The table of languages, and what people type to name one."""

from __future__ import annotations

import pytest

from copilot.core.errors import InputError
from copilot.core.languages import (
    LANGUAGES,
    direction_of,
    language,
    parse_language,
    same_language,
)


def test_there_are_many_and_each_is_found_by_all_its_names() -> None:
    assert len(LANGUAGES) >= 40
    for tag, one in LANGUAGES.items():
        assert language(tag) is one
        for name in (tag, tag.upper(), one.name, one.name.lower(), one.own_name):
            assert parse_language(name) == tag


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("chinese", "zh-Hans"),
        ("中文", "zh-Hans"),
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("简体", "zh-Hans"),
        ("zh_TW", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("zh-Hans-HK", "zh-Hans"),
        ("zh-Latn", "zh-Hans"),
        ("繁体中文", "zh-Hant"),
        ("pt_BR", "pt-BR"),
        ("pt-AO", "pt"),
        ("EN-gb", "en"),
        ("es-419", "es"),
        ("sr-Latn", "sr"),
        ("  Espanol ", "es"),
        ("TÜRKÇE", "tr"),
        ("farsi", "fa"),
        ("हिंदी", "hi"),
        ("日语", "ja"),
        ("iw", "he"),
    ],
)
def test_what_people_type(typed: str, tag: str) -> None:
    assert parse_language(typed) == tag


@pytest.mark.parametrize(
    ("typed", "title", "hint"),
    [
        ("Englsh", "'Englsh'", "English (en)"),
        ("norw", "'norw'", "Norwegian (no)"),
        ("klingon", "'klingon'", "Give a name"),
        ("xx-YY", "'xx-YY'", "Give a name"),
        ("en-longer", "'en-longer'", ""),
        ("  ", "No language is named.", "Give a name"),
    ],
)
def test_an_unknown_one_is_told_with_what_is_near(typed: str, title: str, hint: str) -> None:
    with pytest.raises(InputError) as told:
        parse_language(typed)
    assert title in told.value.title
    assert hint in told.value.hint


def test_a_tag_that_is_not_in_the_table() -> None:
    with pytest.raises(InputError, match="zh-hans"):
        language("zh-hans")


def test_directions() -> None:
    assert {direction_of(tag) for tag in ("ar", "he", "fa-IR", "ur", "az-Arab")} == {"rtl"}
    assert {direction_of(tag) for tag in ("en", "zh-Hant", "ar-Latn", "tlh", "und")} == {"ltr"}


def test_who_needs_no_translation() -> None:
    assert same_language("pt", "pt-BR")
    assert same_language("zh", "zh-Hant")
    assert not same_language("zh-Hans", "zh-Hant")
    assert not same_language("en", "de")
    assert not same_language("und", "und")
