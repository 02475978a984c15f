"""Finds what opens doors: e-mail and network addresses, keys, passwords, codes, secrets in URLs."""

from __future__ import annotations

import ipaddress
import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from copilot.core.finding import Finding, overlaps

# "anna.li+shop@mail.example.org"; "react@18.2.0" is a version: the last label starts with a letter.
_EMAIL = re.compile(
    r"(?<![A-Za-z0-9._%+'-])[A-Za-z0-9._%+'-]++@[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)*+"
)
_URL = re.compile(r"(?<![A-Za-z])[A-Za-z][A-Za-z0-9+.-]{1,15}://[!-~]+")
# "https://name:word@host"
_USER = re.compile(r"://([^/?#@]+)@")
# "?token=…", "&X-Amz-Signature=…", "#access_token=…"
_SECRET_VALUE = re.compile(
    r"[?&#;](?:[A-Za-z0-9_-]*(?:token|secret|signature|password|passwd|credential|api_?-?key)"
    r"|auth|key|sig|pwd|pass|code|session|sessionid|sid|jwt|ticket|otp|invite)=([^&#;]{4,})",
    re.IGNORECASE,
)
_KEY = re.compile(
    r"(?<![A-Za-z0-9_-])(?:"
    r"sk-[A-Za-z0-9_-]{16,}|[srp]k_(?:live|test)_[A-Za-z0-9]{10,}"  # OpenAI and others, Stripe
    r"|gh[opusr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_-]{16,}"
    r"|(?:AKIA|ASIA)[A-Z0-9]{16}|LTAI[A-Za-z0-9]{12,}|AKID[A-Za-z0-9]{13,}"  # AWS, Aliyun, Tencent
    r"|AIza[A-Za-z0-9_-]{30,}|ya29\.[A-Za-z0-9_-]{20,}|xox[abeoprs]-[A-Za-z0-9-]{10,}"
    r"|hf_[A-Za-z0-9]{20,}|npm_[A-Za-z0-9]{20,}|pypi-[A-Za-z0-9_-]{20,}|gsk_[A-Za-z0-9]{20,}"
    r"|dop_v1_[a-f0-9]{20,}|shp(?:at|ca|pa|ss)_[a-fA-F0-9]{20,}|SG\.[A-Za-z0-9_-]{16,}"
    r"|eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]+)?"  # RFC 7519
    r")|-----BEGIN [A-Z ]*PRIVATE KEY-----(?:.*?-----END [A-Z ]*PRIVATE KEY-----|.*)",
    re.DOTALL,
)
_TOKEN = re.compile(r"(?<![A-Za-z0-9_+/.-])[A-Za-z0-9_+/-]{24,}={0,2}(?![A-Za-z0-9_+/-])")
# "密码是abc123", "password: hunter2"
_PASSWORD = re.compile(
    r"(?:密码|口令|\b(?:password|passwd|pwd|passphrase|passcode)\b)[ \t]*(?:是|为|:|=|is\b)[ \t]*"
    r"(?=[!-~]*\d)([!-+./-~-]{4,64})",
    re.IGNORECASE | re.ASCII,
)
_IPV4 = re.compile(
    r"(?<![\d.A-Za-z-])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)"
    r"(?::\d{2,5}(?!\d))?(?![A-Za-z\d]|\.\d|-\d)"
)
_VERSION_BEFORE = re.compile(
    r"(?:\bv|version|release|build|firmware|section|版本|固件|升级到|更新到|第)[\s:为是]*$",
    re.IGNORECASE,
)
# A colon may stand before: "ip:fe80::1", "MAC:c0:7a:…".
_IPV6 = re.compile(
    r"(?:(?<![A-Za-z0-9:.])|(?<=[^0-9A-Fa-f:]:))"
    r"(?:::|[0-9A-Fa-f]{1,4}:)(?:[0-9A-Fa-f]{0,4}:){0,6}[0-9A-Fa-f]{0,4}(?![A-Za-z0-9:])"
)
_MAC = re.compile(
    r"(?:(?<![A-Za-z0-9:-])|(?<=[^0-9A-Fa-f:]:)|(?<=[A-Za-z]{3}:))"
    r"[0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\1){4}[0-9A-Fa-f]{2}(?![A-Za-z0-9:-])"
    r"|(?<![A-Za-z0-9.])(?:[0-9A-Fa-f]{4}\.){2}[0-9A-Fa-f]{4}(?![A-Za-z0-9.])"
)
_DIGITS = r"(?:[A-Z]-)?\d(?:[ -]?\d){3,7}"
_NO_UNIT = r"(?![A-Za-z\d]|\.\d|\s*(?:年|月|分钟|秒|小时|元|块|个|行|次|天|lines|times|%))"
_CODES = (
    # "您的验证码是:123456", "动态码 A1B2C3"
    re.compile(
        r"(?:验证码|驗證碼|校验码|动态码|动态密码|确认码|安全码|激活码)[^\dA-Za-z\n]{0,10}"
        rf"({_DIGITS}|(?=[A-Z]*\d)[A-Z\d]{{4,8}}){_NO_UNIT}"
    ),
    # "123456(登录验证码)", "123456是您的验证码"
    re.compile(rf"(?<![A-Za-z\d.-])({_DIGITS})[^\d\n,。，]{{0,10}}(?:验证码|校验码|动态码)"),
    # "verification code is 123456", "OTP: 123456"
    re.compile(
        r"\b(?:(?:verification|security|login|log-?in|sign-?in|access|confirmation|one-time"
        r"|authentication|2fa) (?:code|password|passcode|pin)|otp|passcode|pin)\b"
        rf"(?:\s|is|:|=|your|for|-|#)*({_DIGITS}){_NO_UNIT}",
        re.IGNORECASE | re.ASCII,
    ),
    # "123456 is your login code"
    re.compile(
        rf"(?<![A-Za-z\d.-])({_DIGITS}) is (?:your|my|the) [\w' -]{{0,30}}\b(?:code|otp|pin)\b",
        re.IGNORECASE | re.ASCII,
    ),
    # "code 123456", but not "zip code 90210"
    re.compile(
        r"(?<!zip )(?<!post )(?<!postal )(?<!area )(?<!error )(?<!status )(?<!country )(?<!exit )"
        r"(?<!http )(?<!source )(?<!friend )(?<!promo )(?<!discount )(?<!stock )(?<!product )"
        rf"\bcode\b(?:\s|is\b|:|=)*({_DIGITS}){_NO_UNIT}",
        re.IGNORECASE | re.ASCII,
    ),
)
_CODE_CUE = re.compile(r"码|碼|口令|code|otp|pin|pass|pwd", re.IGNORECASE)
_LONG = re.compile(r"[A-Za-z0-9_+/.-]{14}|-----BEGIN")


def find_secrets(text: str, *, whole_urls: bool = False) -> Iterator[Finding]:
    """Secrets in a flat text, the surest first. `whole_urls` hides URLs from end to end."""
    urls = [found.span() for found in _URL.finditer(text)] if "://" in text else []
    hidden: list[tuple[int, int]] = []
    for start, end in urls:
        hidden += [(start, end)] if whole_urls else _secret_parts(text, start, end)
    for span in hidden:
        yield Finding(*span, "URL")
    if "@" in text:
        yield from _emails(text, hidden)
    if _LONG.search(text):
        yield from _keys(text, urls, hidden)
    if text.count(".") > 1 or text.count(":") > 1 or text.count("-") > 4:
        yield from _network(text)
    if _CODE_CUE.search(text):
        for found in _PASSWORD.finditer(text):
            yield Finding(*found.span(1), "KEY")
        for pattern in _CODES:
            for found in pattern.finditer(text):
                yield Finding(*found.span(1), "CODE")


def _secret_parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    user = _USER.search(text, start, end)
    if user is not None and ":" in user[1]:
        yield user.span(1)
    for value in _SECRET_VALUE.finditer(text, start, end):
        yield value.span(1)


def _emails(text: str, hidden: list[tuple[int, int]]) -> Iterator[Finding]:
    for found in _EMAIL.finditer(text):
        _, dot, last = found[0].rpartition("@")[2].rpartition(".")
        # What stands before the @ of a URL is hidden already, and its host stays readable.
        if dot and last[:1].isalpha() and not overlaps(*found.span(), iter(hidden)):
            yield Finding(*found.span(), "EMAIL")


def _keys(
    text: str, urls: list[tuple[int, int]], hidden: list[tuple[int, int]]
) -> Iterator[Finding]:
    for found in _KEY.finditer(text):
        if not overlaps(*found.span(), iter(hidden)):
            yield Finding(*found.span(), "KEY")
    for found in _TOKEN.finditer(text):
        if not overlaps(*found.span(), iter(urls)) and _is_random(found[0]):
            yield Finding(*found.span(), "KEY")


def _is_random(token: str) -> bool:
    """Whether letters and digits are mixed as no word, path or number mixes them."""
    if "/" in token and len(token) < 40:
        return False
    counts = Counter(token)
    digits = sum(counts[d] for d in "0123456789")
    if digits < 2 or digits > len(token) * 0.85:
        return False
    entropy = -sum(n / len(token) * math.log2(n / len(token)) for n in counts.values())
    if re.fullmatch("[0-9a-f]{32,}|[0-9A-F]{32,}", token):
        return entropy > 3.0
    switches = sum(_class(a) != _class(b) for a, b in pairwise(token))
    return entropy > 3.6 and switches >= len(token) / 4


def _class(char: str) -> int:
    return 0 if char.isdigit() else 1 if char.isupper() else 2


def _network(text: str) -> Iterator[Finding]:
    for found in _MAC.finditer(text):
        yield Finding(*found.span(), "MAC")
    for found in _IPV4.finditer(text):
        # Loopback, "any" and netmasks tell nothing of anybody.
        if found[0].startswith(("127.", "0.", "255.")):
            continue
        if _VERSION_BEFORE.search(text, max(0, found.start() - 16), found.start()) is None:
            yield Finding(*found.span(), "IP")
    for found in _IPV6.finditer(text):
        if len(found[0]) > 5 and _is_ipv6(found[0]):
            yield Finding(*found.span(), "IP")


def _is_ipv6(text: str) -> bool:
    try:
        ipaddress.IPv6Address(text)
    except ValueError:
        return False
    return True
