"""Sessions among fakes, without a model and with one."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.unit.core.session_stage import Stage, run


@pytest.fixture
async def quick() -> AsyncIterator[Stage]:
    """Only this machine answers."""
    async for stage in run(Stage()):
        yield stage


@pytest.fixture
async def smart() -> AsyncIterator[Stage]:
    """A model answers, too."""
    async for stage in run(Stage(with_model=True)):
        yield stage
