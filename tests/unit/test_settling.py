"""What is loaded stays out of the search for garbage, and no more than that."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator

import pytest

from copilot.settling import settle, staying


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    interval = sys.getswitchinterval()
    yield
    gc.unfreeze()
    sys.setswitchinterval(interval)


def test_what_a_start_has_made_stays() -> None:
    gc.disable()
    settle()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 10_000
    assert sys.getswitchinterval() <= 0.001


async def test_only_what_loads_modules_lets_things_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    async def loads() -> None:
        monkeypatch.setitem(sys.modules, "loaded_for_the_first_time", sys)

    async def is_there() -> None:
        assert "loaded_for_the_first_time" in sys.modules

    await staying(loads())
    stays = gc.get_freeze_count()
    assert stays > 10_000
    gc.unfreeze()
    await staying(is_there())
    assert gc.get_freeze_count() == 0
