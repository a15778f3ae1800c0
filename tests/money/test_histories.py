"""Over any history, all sums are equal to the micro-dollar and no budget is passed unmarked."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from mediadesk.bootstrap import open_services
from mediadesk.services.library_access import LibraryAccess
from tests.money.histories import MoneyHistory

HISTORIES_A_PART = 200
FULL_PARTS = 10


@pytest.fixture(scope="module", autouse=True)
def original(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """An empty library with today's schema, that every history starts from."""
    path = tmp_path_factory.mktemp("original") / "library"

    async def make() -> None:
        unlocked = await LibraryAccess.create_throwaway(path)
        async with open_services(unlocked, run_jobs=False, environment={}):
            MoneyHistory.original = replace(unlocked, path=path)

    asyncio.run(make())
    yield
    del MoneyHistory.original


@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    "part", [0, *(pytest.param(part, marks=pytest.mark.full) for part in range(1, FULL_PARTS))]
)
def test_random_histories(part: int) -> None:
    """Each part is a test of its own, so that several processes share the long run."""
    run_state_machine_as_test(
        seed(f"{random.random()} {part}")(MoneyHistory),
        settings=settings(
            max_examples=HISTORIES_A_PART,
            stateful_step_count=10,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
