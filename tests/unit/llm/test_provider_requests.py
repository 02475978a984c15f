"""Every entry of the catalogue against an example from the provider's documentation."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from copilot.core.catalogue import BEARER, FACTS, ProviderEntry
from copilot.core.ports import ModelMessage, ModelRequest
from copilot.core.redaction import public
from copilot.llm.call import Call, build_call, list_call
from copilot.store import catalogue
from copilot.store.provider_settings import from_entry
from copilot.wiring import options_of

DATA = Path(__file__).parents[2] / "data" / "provider_requests"
"""One file for each entry.

`url`, `headers` and `body` are the example, with our own texts in it and MODEL and KEY for those;
what the page does not show is absent. `documented` names further fields that the page describes,
`left_out` fields of the example that we don't send, and why, `same` those that have two names.
`own` is whether the page is the provider's; `via` who quoted it. An entry without an example has
`unknown`, which says why.
"""

ENTRIES = tuple(catalogue.load().values())
EVERY_ENTRY = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)

TALK = ModelRequest(
    (
        ModelMessage("system", public("Be brief.")),
        ModelMessage("user", public("Hello!")),
        ModelMessage("assistant", public("Hi!")),
        ModelMessage("user", public("How are you?")),
    )
)


def example_of(entry: ProviderEntry) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((DATA / f"{entry.name}.json").read_text("utf-8"))
    if "unknown" in found:
        pytest.skip(f"unknown: {entry.name}: {found['unknown']}")
    return found


def model_of(entry: ProviderEntry) -> str:
    return entry.fast or entry.quality or "MODEL"


def call_of(entry: ProviderEntry, example: Mapping[str, Any]) -> Call:
    address = example.get("base_url", entry.base_url)
    provider = replace(from_entry(entry), base_url=address, model=model_of(entry))
    return build_call(TALK, options_of(provider), "KEY" if provider.key else "")


def lower(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def missing(shown: Any, sent: Any, place: str, same: Mapping[str, str]) -> list[str]:
    """The places at which the example has a field or a kind of value that we don't send."""
    if isinstance(shown, Mapping):
        fields = cast("Mapping[str, Any]", shown)
        if not isinstance(sent, Mapping):
            return [f"{place} is no table"]
        ours = cast("Mapping[str, Any]", sent)
        return [
            problem
            for name, value in fields.items()
            for problem in (
                missing(value, ours[same.get(name, name)], f"{place}.{name}", same)
                if same.get(name, name) in ours
                else [f"{place}.{name} is missing"]
            )
        ]
    if isinstance(shown, list):
        if not isinstance(sent, list):
            return [f"{place} is no list"]
        items = cast("list[Any]", sent)
        return [
            problem
            for value in cast("list[Any]", shown)
            for problem in min(
                (missing(value, item, f"{place}[]", same) for item in items),
                key=len,
                default=[f"{place} is empty"],
            )
        ]
    alike = isinstance(sent, float | int) if isinstance(shown, float) else type(sent) is type(shown)
    if not alike:
        return [f"{place} is {sent!r}, not {shown!r}"]
    return [f"{place} is {sent!r}"] if place.endswith((".role", ".type")) and sent != shown else []


@EVERY_ENTRY
def test_the_request_has_what_the_example_has(entry: ProviderEntry):
    example = example_of(entry)
    call = call_of(entry, example)
    assert call.method == "POST"
    if url := example.get("url"):
        here = url.replace("localhost", "127.0.0.1").replace("MODEL", model_of(entry))
        assert call.url == here
    sent_headers = lower(call.headers)
    for name, value in lower(example.get("headers", {})).items():
        assert sent_headers.get(name) == value
    body = {
        name: value
        for name, value in example.get("body", {}).items()
        if name not in example.get("left_out", {})
    }
    sent: dict[str, Any] = json.loads(call.body)
    assert not missing(body, sent, "body", example.get("same", {}))


@EVERY_ENTRY
def test_what_the_documentation_does_not_confirm_is_reported(entry: ProviderEntry):
    example = example_of(entry)
    call = call_of(entry, example)
    shown = {example.get("same", {}).get(name, name) for name in example.get("body", {})}
    known = shown | set(example.get("documented", ()))
    sent: dict[str, Any] = json.loads(call.body)
    unconfirmed = sorted(set(sent) - known)
    for part in ("url", "headers"):
        if part not in example:
            unconfirmed.append(part)
    if not example["own"]:
        unconfirmed.append("all of it: the page is a third party's")
    elif "via" in example:
        unconfirmed.append(f"all of it: read as quoted by {example['via']}")
    if unconfirmed:
        pytest.skip(f"unknown: {entry.name}: not on the page read: {', '.join(unconfirmed)}")


@EVERY_ENTRY
def test_an_entry_says_where_each_of_its_facts_is_from(entry: ProviderEntry):
    assert set(entry.sources) | entry.unverified == set(FACTS)
    assert not set(entry.sources) & entry.unverified
    assert all(address.startswith("https://") for address in entry.sources.values())
    for price in entry.prices:
        assert price.source.startswith("https://")
        assert price.input <= price.output
        assert price.cached is None or price.cached <= price.input
        assert len(price.currency) == 3
    for quirk in entry.quirks:
        assert quirk.why
        assert quirk.source.startswith("https://")
    assert entry.quirks or "quirks" in entry.unverified
    assert entry.prices or "prices" in entry.unverified


@EVERY_ENTRY
def test_an_entry_can_be_asked_and_listed(entry: ProviderEntry):
    assert entry.complete or entry.name in ("azure", "openai-compatible")
    assert entry.local == entry.base_url.startswith("http://127.0.0.1:")
    assert entry.local or entry.base_url.startswith("https://") or not entry.base_url
    address = entry.base_url or "https://example.com/v1"
    listing = list_call(options_of(replace(from_entry(entry), base_url=address)), "KEY")
    assert listing.method == "GET"
    if entry.auth == BEARER:
        assert lower(listing.headers)["authorization"] == "Bearer KEY"
    elif entry.auth:
        assert lower(listing.headers)[entry.auth] == "KEY"
    assert "KEY" not in listing.url


def test_every_entry_has_a_file_of_its_own():
    assert {path.stem for path in DATA.glob("*.json")} == {entry.name for entry in ENTRIES}
