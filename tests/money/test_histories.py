"""Over any history, all sums are equal to the micro-dollar and no budget is passed unmarked."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from mediadesk.bootstrap import open_services
from mediadesk.services.library_access import LibraryAccess
from tests.money.histories import MoneyHistory


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
    "count", [200, pytest.param(2_000, marks=[pytest.mark.full, pytest.mark.timeout(3_600)])]
)
def test_random_histories(count: int) -> None:
    run_state_machine_as_test(
        MoneyHistory,
        settings=settings(
            max_examples=count,
            stateful_step_count=10,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
