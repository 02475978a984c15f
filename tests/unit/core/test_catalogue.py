"""The catalogue as values: shapes of requests, prices, and what a broken file is."""

from __future__ import annotations

from datetime import date

import pytest

from copilot.core.catalogue import PLAIN, RequestShape, parse_catalogue

TEXT = """
[there]
title = "There"
dialect = "openai"
base_url = "https://there.example/v1"
models = "/models"
fast = "small"
sources = { prices = "https://there.example/prices", quirks = "https://there.example/quirks" }

[[there.quirks]]
rename = { max_tokens = "max_completion_tokens" }
why = "renamed"

[[there.quirks]]
models = ["think-*"]
omit = ["temperature"]
add = { thinking = { type = "disabled" }, max_completion_tokens = 2000 }
why = "thinks"

[[there.prices]]
model = "think-*"
input = 1
output = 2.5
currency = "USD"
dated = 2026-01-02

[[there.prices]]
model = "think-small"
input = 0.5
cached = 0.1
output = 1
currency = "USD"
dated = 2026-01-03
via = "https://else.example"

[own]
title = "Own"
dialect = "ollama"
base_url = "http://{host}:11434"
"""

THERE = parse_catalogue(TEXT)["there"]


def test_a_shape_renames_leaves_out_and_merges():
    shape = RequestShape({"a": "b"}, frozenset({"c"}), {"d": {"e": 1}, "f": 2})
    assert shape.apply({"a": 1, "c": 2, "d": {"x": 0, "e": 0}}) == {
        "b": 1,
        "d": {"x": 0, "e": 1},
        "f": 2,
    }
    assert PLAIN.apply({"a": {"b": 1}}) == {"a": {"b": 1}}


def test_applying_a_shape_changes_no_given_table():
    body = {"d": {"x": 0}}
    RequestShape(add={"d": {"e": 1}}).apply(body)
    assert body == {"d": {"x": 0}}


def test_quirks_of_all_and_of_some_models_add_up():
    assert THERE.shape("small").apply({"max_tokens": 9, "temperature": 1}) == {
        "max_completion_tokens": 9,
        "temperature": 1,
    }
    assert THERE.shape("think-big").apply({"max_tokens": 9, "temperature": 1}) == {
        "max_completion_tokens": 2000,
        "thinking": {"type": "disabled"},
    }


def test_a_price_by_name_comes_before_one_by_pattern_and_none_is_not_free():
    by_name, by_pattern = THERE.price("think-small"), THERE.price("think-big")
    assert by_name is not None
    assert by_pattern is not None
    assert (by_name.input, by_name.cached, by_name.via) == (0.5, 0.1, "https://else.example")
    assert (by_pattern.output, by_pattern.cached) == (2.5, None)
    assert by_pattern.dated == date(2026, 1, 2)
    assert by_pattern.source == "https://there.example/prices"
    assert THERE.price("small") is None


def test_where_models_are_listed_follows_the_address():
    own = parse_catalogue(TEXT)["own"]
    assert THERE.models_url("https://else.example/v2/") == "https://else.example/v2/models"
    assert own.models_url("http://127.0.0.1:1") == ""
    assert (THERE.complete, own.complete) == (True, False)
    assert (THERE.auth, own.auth) == ("bearer", "")


@pytest.mark.parametrize(
    "text",
    [
        '[a]\ntitle = "A"\ndialect = "telepathy"\nbase_url = ""',
        '[a]\ntitle = "A"\ndialect = "openai"\nbase_url = ""\ncolour = "red"',
        '[a]\ntitle = "A"\ndialect = "openai"\nbase_url = ""\nunverified = ["mood"]',
        "[a",
    ],
)
def test_a_broken_catalogue_is_an_error(text: str):
    with pytest.raises(ValueError):
        parse_catalogue(text)
