"""Finds phone numbers, e-mail addresses, bank cards and identity numbers in a chat line.

What must stay readable: prices, dates, times, order numbers, versions, addresses of machines. A
number is private only if its form says so (check digits, prefixes, a leading +) or a word before
it does ("phone", "电话").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple


class Finding(NamedTuple):
    """A private span: `text[start:end]` is a `kind`."""

    start: int
    end: int
    kind: str


REGIONS = ("CN", "US", "GB")
"""Where national phone numbers are expected from; others need their leading +."""

# Full-width forms to ASCII, one character to one, so that positions carry over.
_FLAT = {0xFF01 + i: chr(0x21 + i) for i in range(94)} | {
    ord(odd): plain
    for plain, odds in {" ": "\u3000\xa0\u202f", "-": "‐‑–−"}.items()
    for odd in odds
}

# A text with fewer digits in a row holds no private number: most chat lines end here.
_SEVEN_DIGITS = re.compile(r"\d(?:[\s().\-/]*\d){6}")

# "anna.li+shop@mail.example.org"; "react@18.2.0" is a version: the last label starts with a letter.
_EMAIL = re.compile(r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]++@[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)*+")
# "11010519491231002X", also "110105 19491231 002X"
_RESIDENT = re.compile(r"(?<!\d)[1-9]\d{5}[ -]?\d{8}[ -]?\d{3}[\dXx](?![A-Za-z\d])")
# "身份证号:110105491231002" (15 digits, or with a mistyped check digit)
_ID_SAID = re.compile(r"身份证(?:号码?)?[是为:\s]*(\d{17}[\dXx]|\d{15})(?![A-Za-z\d])")
# "536-22-1234"
_SSN = re.compile(r"(?<![\d-])(?!000|666|9)\d{3}([- ])(?!00)\d\d\1(?!0000)\d{4}(?![\d-])")
# "SSN 536221234"
_SSN_SAID = re.compile(
    r"(?:\bSSN\b|social security(?: number| no\.?)?)[\sis:#]*(\d{3}[- ]?\d\d[- ]?\d{4})(?!\d)",
    re.IGNORECASE,
)
# "4111 1111 1111 1111", "6222-0212-0000-0000-000"
_DIGIT_GROUPS = re.compile(r"(?<![\d.])\d+(?:[ -]\d+)*")
_CARD = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})"  # Visa
    r"|(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}"  # Mastercard
    r"|3[47]\d{13}"  # American Express
    r"|3(?:0[0-5]|[68]\d)\d{11}"  # Diners Club
    r"|(?:35(?:2[89]|[3-8]\d)|6011|64[4-9]\d|65\d\d|220[0-4])\d{12,15}"  # JCB, Discover, Mir
    r"|(?:62\d\d|9558)\d{12,15}"  # UnionPay, ICBC's older cards
)
# "+44 20 7946 0958", "0086 138 1234 5678"
_INTERNATIONAL = re.compile(
    r"(?<![\w+])(?:\+|00(?=[1-9]\d))[\s(]*\d(?:[\s().-]{0,2}\d){7,14}(?!\d)"
)
# "13812345678", "138-1234-5678"
_CN_MOBILE = re.compile(r"(?<![\d.])1[3-9]\d([ -]?)\d{4}\1\d{4}(?![\d]|\.\d)")
# "call me at 555-0132", "电话是 87654321", "my number: 4155550132"
_PHONE_SAID = re.compile(
    r"(?:\b(?:phone|tel|telephone|mobile|cell|whatsapp|call(?: me| us)?|text me|my number)\b"
    r"|电话|手机|致电|打给我|固话|座机|联系方式)"
    r"(?:号码?|是|为|改成|:|\s|\bat\b|\bis\b|\bon\b|\bnumber\b|\bno\b\.?|#)*"
    r"(\(?\d(?:[\s().-]{0,2}\d){6,14})(?!\d)",
    re.IGNORECASE,
)
# "2026-11-05 14:30", "20261105"
_DATE = re.compile(r"(?:19|20)\d\d([-/.]?)(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)")
_NOT_A_PHONE_BEFORE = re.compile(
    r"(?:[$€£¥￥#]|order|tracking|invoice|version|ticket|isbn|qq|id|no|ip|v"
    r"|订单|单号|编号|运单|快递|版本|型号|价格?|群号?|号)[\s:.号为是]*$",
    re.IGNORECASE,
)
_MONEY_AFTER = re.compile(r"\s*(?:[元块円€$£%]|rmb\b|cny\b|usd\b|yuan\b)", re.IGNORECASE)


def find_private(text: str) -> Iterator[Finding]:
    """All private spans, the surest kinds first; they may overlap."""
    flat = text.translate(_FLAT)
    yield from _emails(flat)
    if _SEVEN_DIGITS.search(flat) is None:
        return
    yield from _identity_numbers(flat)
    yield from _cards(flat)
    yield from _phones(flat)


def _emails(flat: str) -> Iterator[Finding]:
    for found in _EMAIL.finditer(flat):
        _, dot, last = found[0].rpartition("@")[2].rpartition(".")
        if dot and last[0].isalpha():
            yield Finding(*found.span(), "EMAIL")


def _identity_numbers(flat: str) -> Iterator[Finding]:
    for found in _RESIDENT.finditer(flat):
        if _is_resident_number(re.sub(r"[ -]", "", found[0])):
            yield Finding(*found.span(), "ID")
    for pattern in (_ID_SAID, _SSN_SAID):
        for found in pattern.finditer(flat):
            yield Finding(*found.span(1), "ID")
    for found in _SSN.finditer(flat):
        yield Finding(*found.span(), "ID")


def _is_resident_number(number: str) -> bool:
    """GB 11643: six digits of region, birth date, serial, ISO 7064 mod 11-2 check character."""
    try:
        date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    rest = sum(int(digit) * pow(2, 17 - i, 11) for i, digit in enumerate(number[:17])) % 11
    return "10X98765432"[rest] == number[17].upper()


def _cards(flat: str) -> Iterator[Finding]:
    """Cards among groups of digits: "4111 1111 1111 1111 12" holds one in its first four."""
    for run in _DIGIT_GROUPS.finditer(flat):
        groups = [m.span() for m in re.finditer(r"\d+", run[0])]
        first = 0
        while first < len(groups):
            for last in range(min(len(groups), first + 19) - 1, first - 1, -1):
                start, end = groups[first][0], groups[last][1]
                if _is_card(re.sub(r"[ -]", "", run[0][start:end])):
                    yield Finding(run.start() + start, run.start() + end, "CARD")
                    first = last
                    break
            first += 1


def _is_card(number: str) -> bool:
    """A known prefix with its length, and Luhn's check digit (ISO/IEC 7812)."""
    if _CARD.fullmatch(number) is None:
        return False
    digits = [int(digit) for digit in reversed(number)]
    return sum(d if i % 2 == 0 else d * 2 - 9 * (d > 4) for i, d in enumerate(digits)) % 10 == 0


def _phones(flat: str) -> Iterator[Finding]:
    for pattern in (_INTERNATIONAL, _CN_MOBILE):
        for found in pattern.finditer(flat):
            yield Finding(*found.span(), "PHONE")
    for found in _PHONE_SAID.finditer(flat):
        start, end = found.span(1)
        if _DATE.match(flat, start) is None and _MONEY_AFTER.match(flat, end) is None:
            yield Finding(start, end, "PHONE")
    yield from _national_phones(flat)


def _national_phones(flat: str) -> Iterator[Finding]:
    """Numbers that are valid in one of REGIONS and look written as a phone number.

    A bare run of digits must start with 0 (a trunk prefix): "2023110512" would be a valid
    number of Washington, and is an order number more often.
    """
    # Half a megabyte of tables: loaded when the first line with a long number arrives.
    from phonenumbers import Leniency, PhoneNumberMatcher

    for region in REGIONS:
        for found in PhoneNumberMatcher(flat, region, leniency=Leniency.VALID):
            raw = found.raw_string
            if raw.isdigit() and not raw.startswith("0"):
                continue
            if _DATE.match(raw) or _NOT_A_PHONE_BEFORE.search(flat, 0, found.start):
                continue
            yield Finding(found.start, found.end, "PHONE")
