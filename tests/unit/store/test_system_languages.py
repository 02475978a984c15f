"""The system's languages become tags; what names none counts for nothing."""

from __future__ import annotations

import pytest

from copilot.store.system_languages import system_languages


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, ("en",)),
        ({"LANG": "C.UTF-8", "LANGUAGE": "de"}, ("en",)),
        ({"LANG": "zh_CN.UTF-8"}, ("zh-Hans",)),
        ({"LANG": "zh_TW.UTF-8", "LANGUAGE": "zh_TW:en_GB:en"}, ("zh-Hant", "en")),
        ({"LC_ALL": "de_DE@euro", "LANG": "en_US.UTF-8"}, ("de",)),
        ({"LANG": "xx_YY"}, ("en",)),
    ],
)
def test_tags(environ: dict[str, str], expected: tuple[str, ...]) -> None:
    assert system_languages(environ) == expected
