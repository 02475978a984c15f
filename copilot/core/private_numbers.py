"""Finds bank cards, accounts and the identity numbers of people and companies.

A number is private only if its form says so (check digits, prefixes, a birth date) or a word
before it does ("SSN", "身份证", "passport").
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final, cast

from copilot.core.finding import Finding

# "11010519491231002X", also "110105 19491231 002X"
_RESIDENT = re.compile(r"(?<![A-Za-z\d])[1-9]\d{5}[ -]?\d{8}[ -]?\d{3}[\dXx](?![A-Za-z\d])")
# "536-22-1234"
_SSN = re.compile(r"(?<![\d-])(?!000|666|9)\d{3}([- ])(?!00)\d\d\1(?!0000)\d{4}(?![\d-])")
# "SSN 536221234", "身份证号:110105491231002" (15 digits, or a mistyped check digit), "NHS no. 943…"
_SAID = re.compile(
    r"(?:\b(?:SSN|social security|NHS|national insurance|tax id|TFN|PESEL|BSN|Aadhaar|CPF|DNI|NIE"
    r"|Steuer-?ID|driver'?s licen[cs]e|national id)\b|ИНН|СНИЛС|паспорт|주민등록번호|マイナンバー"
    r"|身份证|身分證|社保号|驾驶证|驾照|军官证|通行证|台胞证|税号)"
    r"(?:号码?|號碼?|是|为|:|\s|#|\bis\b|\bnumber\b|\bno\b\.?)*"
    r"((?=(?:[A-Z]?[ .-]?\d){6})[A-Z\d](?:[ ./-]?[A-Z\d]){6,19})(?![A-Za-z\d])",
    re.IGNORECASE | re.ASCII,
)
# "护照号E12345678", "passport no. is 12AB34567"
_PASSPORT = re.compile(
    r"(?:护照|護照|\bpassport\b)(?:号码?|號碼?|是|为|:|\s|#|\bis\b|\bnumber\b|\bno\b\.?)*"
    r"((?=(?:[A-Z]*\d){5})[A-Z\d]{7,10})(?![A-Za-z\d])",
    re.IGNORECASE | re.ASCII,
)
# "A123456(7)": Hong Kong
_HONG_KONG = re.compile(r"(?<![A-Za-z\d])[A-Z]{1,2}\d{6}\([\dA]\)")
# "AB 12 34 56 C": British national insurance, which has no check digit
_NINO = re.compile(
    r"(?<![A-Za-z\d])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]( ?)\d\d\1\d\d\1\d\d\1[A-D](?![A-Za-z\d])"
)
_SHAPES: Final = (
    ("cn.uscc", r"[1-9A-HJ-NPQRTUWXY][1-9]\d{6}[\dA-HJ-NPQRTUWXY]{10}"),
    ("fr.nir", r"[12] ?\d\d ?\d\d ?\d[\dAB] ?\d{3} ?\d{3} ?\d\d"),
    ("it.codicefiscale", r"[A-Z]{6}\d\d[A-EHLMPRST]\d\d[A-Z]\d{3}[A-Z]"),
    ("mx.curp", r"[A-Z]{4}\d{6}[HM][A-Z]{5}[\dA-Z]\d"),
    ("es.dni", r"\d{8}-?[A-Z]"),
    ("es.nie", r"[XYZ]-?\d{7}-?[A-Z]"),
    ("br.cpf", r"\d{3}\.\d{3}\.\d{3}-\d\d"),
    ("br.cnpj", r"\d\d\.\d{3}\.\d{3}/\d{4}-\d\d"),
    ("fi.hetu", r"\d{6}[-+A-FU-Y]\d{3}[\dA-Y]"),
    ("kr.rrn", r"\d{6}-\d{7}"),
    ("se.personnummer", r"(?:\d\d)?\d{6}[-+]\d{4}"),
    ("ch.ssn", r"756\.?\d{4}\.?\d{4}\.?\d\d"),
    ("no.fodselsnummer", r"\d{6} ?\d{5}"),
    ("be.nn", r"\d\d\.\d\d\.\d\d-\d{3}\.\d\d"),
    ("cz.rc", r"\d{6}/\d{4}"),
    ("in_.aadhaar", r"\d{4} \d{4} \d{4}"),
    ("in_.pan", r"[A-Z]{5}\d{4}[A-Z]"),
    ("my.nric", r"\d{6}-\d\d-\d{4}"),
    ("th.pin", r"\d-\d{4}-\d{5}-\d\d-\d"),
    ("cl.rut", r"\d{1,2}\.\d{3}\.\d{3}-[\dK]"),
    ("ar.cuit", r"\d\d-\d{8}-\d"),
)
"""How the identity numbers of some countries are written, and the rule that each must pass."""


def _alone(shape: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z\d.-])(?<!\d ){shape}(?![A-Za-z\d]|[. -]\d)")


_RULES: Final = tuple((name, _alone(shape)) for name, shape in _SHAPES)
# One look instead of one per country: most long numbers have none of these shapes.
_ANY_SHAPE: Final = _alone(f"(?:{'|'.join(shape for _, shape in _SHAPES)})")

# "DE89 3704 0044 0532 0130 00"
_IBAN = re.compile(r"(?<![A-Za-z\d])[A-Z]{2}\d\d(?:[ -]?[A-Z\d]){11,30}(?![A-Za-z\d])")

# "4111 1111 1111 1111", "6222-0212-0000-0000-000"
_DIGIT_GROUPS = re.compile(r"(?<![\d.])\d+(?:[ -]\d+)*")
_SHORTEST_CARD = 13
_CARD = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})"  # Visa
    r"|(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}"  # Mastercard
    r"|3[47]\d{13}"  # American Express
    r"|3(?:0[0-5]|[68]\d)\d{11}"  # Diners Club
    r"|(?:35(?:2[89]|[3-8]\d)|6011|64[4-9]\d|65\d\d|220[0-4])\d{12,15}"  # JCB, Discover, Mir
    r"|(?:62\d\d|9558)\d{12,15}"  # UnionPay, ICBC's older cards
)


def find_numbers(text: str) -> Iterator[Finding]:
    """Private numbers in a flat text that has digits, the surest first."""
    yield from _accounts(text)
    for found in _RESIDENT.finditer(text):
        if _is_resident_number(re.sub(r"[ -]", "", found[0])):
            yield Finding(*found.span(), "ID")
    yield from _cards(text)
    if _ANY_SHAPE.search(text):
        for name, shape in _RULES:
            for found in shape.finditer(text):
                if _keeps_rule(name, found[0]):
                    yield Finding(*found.span(), "ID")
    for pattern in (_SSN, _NINO, _HONG_KONG):
        for found in pattern.finditer(text):
            yield Finding(*found.span(), "ID")
    for found in _SAID.finditer(text):
        yield Finding(*found.span(1), "ID")
    for found in _PASSPORT.finditer(text):
        yield Finding(*found.span(1), "PASSPORT")


def _keeps_rule(name: str, number: str) -> bool:
    """Whether the number has the check digits and parts that its country wants.

    `name` is a module of python-stdnum, loaded when the first such shape is seen.
    """
    rule = importlib.import_module(f"stdnum.{name}")
    return cast("Callable[[str], bool]", rule.is_valid)(number)


def _accounts(text: str) -> Iterator[Finding]:
    """ISO 13616. A capital word may follow, so shorter ends at a gap are tried as well."""
    for run in _IBAN.finditer(text):
        ends = [run.end(), *(run.start() + m.start() for m in re.finditer("[ -]", run[0]))]
        for end in sorted(ends, reverse=True):
            compact = re.sub("[ -]", "", text[run.start() : end])
            if 15 <= len(compact) <= 34 and _keeps_rule("iban", compact):
                yield Finding(run.start(), end, "IBAN")
                break


def _is_resident_number(number: str) -> bool:
    """GB 11643: six digits of region, birth date, serial, ISO 7064 mod 11-2 check character."""
    try:
        date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    rest = sum(int(digit) * pow(2, 17 - i, 11) for i, digit in enumerate(number[:17])) % 11
    return "10X98765432"[rest] == number[17].upper()


def _cards(text: str) -> Iterator[Finding]:
    """Cards among groups of digits: "4111 1111 1111 1111 12" holds one in its first four."""
    for run in _DIGIT_GROUPS.finditer(text):
        if run.end() - run.start() < _SHORTEST_CARD:
            continue
        groups = [m.span() for m in re.finditer(r"\d+", run[0])]
        first = 0
        while first < len(groups):
            for last in reversed(range(first, min(len(groups), first + 19))):
                start, end = groups[first][0], groups[last][1]
                if end - start < _SHORTEST_CARD:
                    break
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
