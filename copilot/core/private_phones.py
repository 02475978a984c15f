"""Finds phone numbers: by their form, by a word before them, by the numbering plans of regions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from copilot.core.finding import Finding
from copilot.core.language import language_of

REGIONS = ("CN", "US", "GB")
"""Where national phone numbers are always expected from; all others need their leading +."""

_REGIONS_OF = {
    "zh-Hant": ("TW", "HK"),
    "ja": ("JP",),
    "ko": ("KR",),
    "ru": ("RU",),
    "de": ("DE", "AT", "CH"),
    "fr": ("FR", "BE", "CH"),
    "es": ("ES", "MX"),
    "pt": ("BR", "PT"),
    "it": ("IT",),
    "nl": ("NL", "BE"),
    "pl": ("PL",),
    "tr": ("TR",),
    "vi": ("VN",),
    "th": ("TH",),
    "id": ("ID",),
}

# "+44 20 7946 0958", "0086 138 1234 5678"
_INTERNATIONAL = re.compile(
    r"(?<![A-Za-z0-9_+])(?:\+|00(?=[1-9]\d))[\s(]*\d(?:[\s().-]{0,2}\d){7,14}(?!\d)"
)
# "13812345678", "138-1234-5678"
_CN_MOBILE = re.compile(r"(?<![\d.])1[3-9]\d([ -]?)\d{4}\1\d{4}(?![\d]|\.\d)")
# "call me at 555-0132", "电话是 87654321", "my number: 4155550132"
_PHONE_SAID = re.compile(
    r"(?:\b(?:phone|tel|telephone|mobile|cell|whatsapp|call(?: me| us)?|text me|my number)\b"
    r"|电话|手机|致电|打给我|固话|座机|联系方式)"
    r"(?:号码?|是|为|改成|:|\s|\bat\b|\bis\b|\bon\b|\bnumber\b|\bno\b\.?|#)*"
    r"(\(?\d(?:[\s().-]{0,2}\d){6,14})(?!\d)",
    re.IGNORECASE | re.ASCII,
)
# A run that may be a number as people group it: "(415) 555-0132", "010-65521234".
_RUN = re.compile(r"(?<![A-Za-z0-9.])[(]?\d[\d().\-/ ]{5,22}\d(?![A-Za-z0-9])")
# How such a run begins in regions where that is told easily (a trunk 0, a service's prefix).
_BEGINS = {
    "CN": re.compile(r"\(?0[1-9]|[48]00"),
    "GB": re.compile(r"\(?0[1-9]"),
    "US": re.compile(r"\(?[2-9]\d\d\)?[ .-]{0,2}[2-9]\d\d[ .-]?\d{4}"),
}
# "2026-11-05 14:30", "20261105"
_DATE = re.compile(r"(?:19|20)\d\d([-/.]?)(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)")
_NOT_A_PHONE_BEFORE = re.compile(
    r"(?:[$€£¥￥#]|order|tracking|tracking number|invoice|version|ticket|isbn|qq|id|no|ip|v"
    r"|订单|单号|编号|运单|快递|版本|型号|价格?|群号?|(?<![同话机])号)[\s:.号为是]*$",
    re.IGNORECASE,
)
_MONEY_AFTER = re.compile(r"\s*(?:[元块円€$£%]|rmb\b|cny\b|usd\b|yuan\b)", re.IGNORECASE)


def regions_of(languages: Iterable[str]) -> tuple[str, ...]:
    """The regions whose national numbers a chat in these languages (ISO 639) may hold."""
    more = (region for language in languages for region in _REGIONS_OF.get(language, ()))
    return tuple(dict.fromkeys((*REGIONS, *more)))


def find_phones(text: str, regions: Iterable[str] = REGIONS) -> Iterator[Finding]:
    """Phone numbers in a flat text that has at least seven digits."""
    for pattern in (_INTERNATIONAL, _CN_MOBILE):
        for found in pattern.finditer(text):
            yield Finding(*found.span(), "PHONE")
    for found in _PHONE_SAID.finditer(text):
        start, end = found.span(1)
        if _DATE.match(text, start) is None and _MONEY_AFTER.match(text, end) is None:
            yield Finding(start, end, "PHONE")
    yield from _national(text, tuple(regions))


def _national(text: str, regions: tuple[str, ...]) -> Iterator[Finding]:
    """Numbers that are valid in a region and look written as a phone number.

    A bare run of digits must start with 0 (a trunk prefix): "2023110512" would be a valid
    number of Washington, and is an order number more often.
    """
    runs = [
        run
        for run in _RUN.finditer(text)
        if (not run[0].isdigit() or run[0].startswith("0"))
        and _DATE.match(run[0]) is None
        and _NOT_A_PHONE_BEFORE.search(text, max(0, run.start() - 24), run.start()) is None
    ]
    if not runs:
        return
    # Half a megabyte of tables: loaded when the first line with a long number arrives.
    from phonenumbers import Leniency, PhoneNumberMatcher

    # Letters tell some languages, and with them where a number without country code is from.
    here = dict.fromkeys((*regions, *_REGIONS_OF.get(language_of(text[:400]), ())))
    for run in runs:
        # The run alone, and plausible regions only: the matcher is what costs most of all.
        for region in here:
            begins = _BEGINS.get(region)
            if begins is not None and begins.match(run[0]) is None:
                continue
            matches = list(PhoneNumberMatcher(run[0], region, leniency=Leniency.VALID))
            for found in matches:
                raw = found.raw_string
                if (raw.isdigit() and not raw.startswith("0")) or _DATE.match(raw):
                    continue
                yield Finding(run.start() + found.start, run.start() + found.end, "PHONE")
            if matches:
                break
