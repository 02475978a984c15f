"""The languages that the system is set to, as the person reads them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from copilot.core.errors import InputError
from copilot.core.languages import parse_language


def system_languages(environ: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """BCP 47 tags, the main one first, English if nothing is told.

    From LANGUAGE (a list), LC_ALL, LC_MESSAGES and LANG, as gettext reads them.
    """
    return tuple(dict.fromkeys(_told(environ))) or ("en",)


def _told(environ: Mapping[str, str]) -> Iterator[str]:
    locale = next((environ[n] for n in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(n)), "")
    # "zh_CN.UTF-8", "de_DE@euro", "C"
    if _plain(locale) in ("", "C", "POSIX"):
        return  # then LANGUAGE does not count either
    for name in (*environ.get("LANGUAGE", "").split(":"), locale):
        plain = _plain(name)
        if not plain:
            continue
        try:
            yield parse_language(plain)
        except InputError:
            continue


def _plain(locale: str) -> str:
    return locale.partition(".")[0].partition("@")[0]
