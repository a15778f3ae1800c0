"""Comparisons: priced first, held as a whole, one failing cell, a pick that is remembered."""

from __future__ import annotations

import pytest

from mediadesk.domain.comparisons import ModelSet
from mediadesk.domain.errors import (
    Billed,
    CapRefusedError,
    NotFoundError,
    ProviderError,
    ProviderErrorKind,
    UsageError,
)
from mediadesk.domain.generation import GenerationStatus, GenerationType
from mediadesk.domain.ids import ComparisonId, ProviderName
from mediadesk.domain.projects import CapPeriod, CapScope
from mediadesk.domain.queries import HistoryQuery
from mediadesk.domain.routes import FallbackLink
from tests.engine.conftest import Desk, OpenDesk
from tests.fakes.scripted_provider import IMAGE_PRICE, Script, failing

SCRIPTED = ProviderName("scripted")


def models(*names: str) -> tuple[FallbackLink, ...]:
    return tuple(FallbackLink(SCRIPTED, name) for name in names)


async def test_each_price_and_the_total_are_told_first(desk: Desk) -> None:
    request = desk.request(parameters={"style": "wild"}, result_count=3)
    quote = await desk.services.comparisons.quote(request, models("image", "other"))
    assert [cell.estimate and cell.estimate.upper_micro for cell in quote.cells] == [
        IMAGE_PRICE,
        IMAGE_PRICE,
    ]
    assert quote.upper_micro == quote.expected_micro == 2 * IMAGE_PRICE
    assert [cell.dropped for cell in quote.cells] == [(), ("style",)]
    assert quote.problem == ""
    assert desk.script.submissions == 0


async def test_a_model_without_a_price_makes_the_total_unknown(desk: Desk) -> None:
    quote = await desk.services.comparisons.quote(desk.request(), models("image", "mystery"))
    assert quote.upper_micro is None
    assert "price" in quote.problem


async def test_one_failing_cell_leaves_the_others(open_desk: OpenDesk) -> None:
    refused = ProviderError(ProviderErrorKind.BLOCKED, "No.", billed=Billed.FREE)
    async with open_desk(Script(steps=[failing(refused)])) as desk:
        service = desk.services.comparisons
        made = await service.start(desk.request(), models("image", "other", "batch"))
        found = await service.get(made)
        assert [cell.model for cell in found.cells] == ["image", "other", "batch"]
        for cell in found.cells:
            await desk.services.generations.wait(cell.id)
        statuses = [cell.status for cell in (await service.get(made)).cells]
        assert sorted(statuses) == sorted(
            [GenerationStatus.FAILED, GenerationStatus.COMPLETED, GenerationStatus.COMPLETED]
        )
        assert await service.latest() == made


async def test_a_cap_refuses_the_whole_set(desk: Desk) -> None:
    await desk.services.money.set_cap(CapScope.OVERALL, CapPeriod.MONTH, 2 * IMAGE_PRICE)
    service = desk.services.comparisons
    with pytest.raises(CapRefusedError):
        await service.start(desk.request(), models("image", "other", "batch"))
    assert desk.script.submissions == 0
    assert desk.held() == 0
    assert desk.rows("SELECT * FROM generations") == []
    assert await service.latest() is None
    await service.start(desk.request(), models("image", "other"))


async def test_the_pick_is_remembered_found_and_taken_back(desk: Desk) -> None:
    service = desk.services.comparisons
    made = await service.start(desk.request(), models("image", "other"))
    other = await desk.make()
    first, second = (await service.get(made)).cells
    await service.pick(made, first.id)
    await service.pick(made, second.id)
    assert (await service.get(made)).picked == second.id
    assert desk.rows("SELECT COUNT(*) FROM events WHERE kind = 'generation.picked'") == [(2,)]
    with pytest.raises(UsageError, match="not part"):
        await service.pick(made, other.id)
    rows = await desk.services.history.first_page(HistoryQuery(picked=True))
    assert [row.generation.id for row in rows] == [second.id]
    await service.pick(made, None)
    assert await desk.services.history.first_page(HistoryQuery(picked=True)) == []
    assert (await service.get(made)).picked is None
    with pytest.raises(NotFoundError):
        await service.get(ComparisonId(other.id))


@pytest.mark.parametrize("names", [("image",), ("image", "image"), ("image",) * 9])
async def test_two_to_eight_different_models(desk: Desk, names: tuple[str, ...]) -> None:
    with pytest.raises(UsageError):
        await desk.services.comparisons.start(desk.request(), models(*names))
    assert desk.script.submissions == 0


async def test_sets_of_models_are_kept_by_kind_and_name(desk: Desk) -> None:
    service, kind = desk.services.comparisons, GenerationType.IMAGE
    await service.save_models(ModelSet(" Usual ", kind, models("image", "other")))
    await service.save_models(ModelSet("Usual", kind, models("other", "batch")))
    assert await service.model_sets(kind) == [ModelSet("Usual", kind, models("other", "batch"))]
    assert await service.model_sets(GenerationType.TEXT) == []
    with pytest.raises(UsageError, match="name"):
        await service.save_models(ModelSet(" ", kind, models("image", "other")))
    await service.forget_models(kind, "Usual")
    assert await service.model_sets(kind) == []
