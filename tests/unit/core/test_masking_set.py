"""The labelled set for masking is what its script writes, and its values keep to their rules."""

from __future__ import annotations

import ipaddress
import json
import re
from collections import Counter
from typing import Any

import phonenumbers
import pytest
from stdnum import iban, luhn, mac  # pyright: ignore[reportMissingTypeStubs]
from stdnum.br import cpf  # pyright: ignore[reportMissingTypeStubs]
from stdnum.ch import ssn as swiss  # pyright: ignore[reportMissingTypeStubs]
from stdnum.cn import ric, uscc  # pyright: ignore[reportMissingTypeStubs]
from stdnum.es import dni  # pyright: ignore[reportMissingTypeStubs]
from stdnum.fi import hetu  # pyright: ignore[reportMissingTypeStubs]
from stdnum.fr import nir  # pyright: ignore[reportMissingTypeStubs]
from stdnum.kr import rrn  # pyright: ignore[reportMissingTypeStubs]
from stdnum.se import personnummer  # pyright: ignore[reportMissingTypeStubs]
from stdnum.us import ssn  # pyright: ignore[reportMissingTypeStubs]

from tests.bench.masking_set import LABELLED, rows

SET: list[dict[str, Any]] = [
    json.loads(line) for line in LABELLED.read_text(encoding="utf-8").splitlines()
]
IDENTITIES: tuple[Any, ...] = (ric, uscc, ssn, dni, cpf, hetu, nir, rrn, personnummer, swiss)


def values(kind: str) -> list[str]:
    return [value for row in SET for k, value in row["private"] if k == kind]


def test_the_script_writes_this_very_set() -> None:
    made = dict.fromkeys(json.dumps(row, ensure_ascii=False) for row in rows())
    assert list(made) == LABELLED.read_text(encoding="utf-8").splitlines()


def test_it_is_large_and_balanced() -> None:
    kinds = Counter(kind for row in SET for kind, _ in row["private"])
    assert len(SET) >= 1000
    assert min(kinds.values()) >= 50
    assert sum(not row["private"] for row in SET) >= 300
    languages = Counter(row["lang"] for row in SET)
    assert min(languages["zh"], languages["en"], languages["mixed"]) >= 100
    assert len({row["text"] for row in SET}) == len(SET)


def test_every_value_stands_in_its_line() -> None:
    for row in SET:
        assert all(value in row["text"] for _, value in row["private"])


@pytest.mark.parametrize("value", values("CARD"))
def test_cards(value: str) -> None:
    assert luhn.is_valid(re.sub("[ -]", "", value))


@pytest.mark.parametrize("value", values("IBAN"))
def test_ibans(value: str) -> None:
    assert iban.is_valid(value)


@pytest.mark.parametrize("value", values("ID"))
def test_identity_numbers(value: str) -> None:
    assert any(rule.is_valid(value) for rule in IDENTITIES)


@pytest.mark.parametrize("value", values("PHONE"))
def test_phones(value: str) -> None:
    regions = ("CN", "US", "GB")
    assert any(phonenumbers.is_possible_number(phonenumbers.parse(value, r)) for r in regions)


def test_network_addresses() -> None:
    for value in values("MAC"):
        assert re.fullmatch("(?:[0-9a-f]{2}:){5}[0-9a-f]{2}", mac.compact(value))
    for value in values("IP"):
        ipaddress.ip_address(value.removesuffix(":8080"))
