"""Filters, counts, order and paging of the lists."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from mediadesk.domain.errors import ProviderError, ProviderErrorKind
from mediadesk.domain.generation import GenerationStatus, GenerationType
from mediadesk.domain.ids import ProviderName
from mediadesk.domain.queries import AssetQuery, HistoryCounts, HistoryQuery
from tests.engine.conftest import Desk
from tests.fakes.scripted_provider import failing


async def fill(desk: Desk) -> None:
    """Two pictures, one text, one failed and one uncertain run."""
    await desk.make("image", prompt="red boat 100%")
    await desk.make("image", prompt="blue boat")
    await desk.make("text", prompt="boat song")
    desk.script.steps.append(
        failing(ProviderError(ProviderErrorKind.BAD_REQUEST, "No.", status=400))
    )
    await desk.make("image", prompt="refused boat")
    desk.script.steps.append(failing(ProviderError(ProviderErrorKind.TIMEOUT, "No answer.")))
    await desk.make("image", prompt="lost ship")


async def prompts(desk: Desk, **parts: object) -> list[str]:
    query = HistoryQuery(**parts)  # type: ignore[arg-type]
    rows = await desk.services.history.first_page(query)
    assert [row.row_id for row in rows] == list(await desk.services.history.row_ids(query))
    return [row.generation.prompt for row in rows]


async def test_history_filters_agree_with_counts(desk: Desk) -> None:
    await fill(desk)
    history = desk.services.history
    assert await prompts(desk) == [
        "lost ship",
        "refused boat",
        "boat song",
        "blue boat",
        "red boat 100%",
    ]
    assert (await prompts(desk, newest_first=False))[0] == "red boat 100%"
    assert await prompts(desk, types=frozenset({GenerationType.TEXT})) == ["boat song"]
    assert await prompts(desk, status=frozenset({GenerationStatus.FAILED})) == ["refused boat"]
    assert await prompts(desk, text="boat") == [
        "refused boat",
        "boat song",
        "blue boat",
        "red boat 100%",
    ]
    assert await prompts(desk, text="%") == []
    assert await prompts(desk, provider=ProviderName("other")) == []
    assert await prompts(desk, model="text") == ["boat song"]
    assert await prompts(desk, since=datetime.now(UTC) + timedelta(days=1)) == []
    assert await history.counts(HistoryQuery()) == HistoryCounts(
        all=5, running=0, failed=1, favourites=0, to_settle=1
    )


async def test_a_deleted_generation_is_in_the_trash_with_its_results(desk: Desk) -> None:
    await fill(desk)
    found = (await desk.services.history.first_page(HistoryQuery(text="blue")))[0].generation
    await desk.services.generations.delete(found.id)
    assert "blue boat" not in await prompts(desk)
    assert await prompts(desk, deleted=True) == ["blue boat"]
    in_trash = AssetQuery(deleted=True)
    deleted = await desk.services.assets.find(in_trash)
    assert [asset.id for asset in deleted] == [found.assets[0].id]
    assert (await desk.services.assets.counts()).deleted == 1
    await desk.services.generations.restore(found.id)
    assert "blue boat" in await prompts(desk)
    assert await desk.services.assets.find(in_trash) == []


async def test_assets_come_in_pages_without_gaps(desk: Desk) -> None:
    await desk.make("batch", result_count=4)
    await desk.make("image", result_count=3)
    assets = desk.services.assets
    everything = [asset.id for asset in await assets.find(AssetQuery())]
    assert len(everything) == 7
    seen, last = [], None
    while page := await assets.find(AssetQuery(), limit=2, offset_id=last):
        seen += [asset.id for asset in page]
        last = seen[-1]
    assert seen == everything
    by_row = await assets.rows(await assets.row_ids(AssetQuery()))
    assert [asset.id for asset in by_row] == everything
    assert len(await assets.find(AssetQuery(model="batch"))) == 4
    assert len(await assets.find(AssetQuery(types=frozenset({GenerationType.AUDIO})))) == 0
