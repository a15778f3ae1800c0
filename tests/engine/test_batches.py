"""Batches: priced first, queued all or none, found again by their name."""

from __future__ import annotations

from pathlib import Path

import pytest

from mediadesk.domain.batches import MOST_RUNS, read_prompts, spread
from mediadesk.domain.errors import CapRefusedError, NotFoundError, UsageError
from mediadesk.domain.generation import GenerationStatus
from mediadesk.domain.projects import CapPeriod, CapScope
from mediadesk.domain.queries import AssetQuery, HistoryQuery
from tests.engine.conftest import Desk
from tests.fakes.scripted_provider import IMAGE_PRICE


async def test_each_run_and_the_total_are_priced_before_anything_is_sent(desk: Desk) -> None:
    quote = await desk.services.batches.quote(spread(desk.request(), ["a hut", "a mill"]))
    assert [run.upper_micro for run in quote.runs] == [IMAGE_PRICE, IMAGE_PRICE]
    assert quote.upper_micro == 2 * IMAGE_PRICE
    assert desk.script.submissions == 0


async def test_a_batch_is_found_by_its_name_and_as_a_saved_view(desk: Desk) -> None:
    services = desk.services
    await desk.make(prompt="something else")
    batch = await services.batches.start(spread(desk.request(), ["a hut", "a mill"]))
    for run in batch.runs:
        assert (await services.generations.wait(run)).status is GenerationStatus.COMPLETED
    assert (await services.batches.find(batch.name.upper())).runs == batch.runs
    page = await services.history.first_page(HistoryQuery(batch=batch.id), 9)
    assert {row.generation.prompt for row in page} == {"a hut", "a mill"}
    (view,) = await services.browse.saved_views()
    assert view.name == batch.name
    assert view.query == AssetQuery(batch=batch.id)
    assert len(await services.browse.row_ids(view.query)) == 2
    again = await services.batches.start(spread(desk.request(), ["a hut", "a mill"]))
    assert again.name != batch.name
    with pytest.raises(NotFoundError):
        await services.batches.find("no such batch")


async def test_a_cap_refuses_the_sum_and_then_nothing_is_queued(desk: Desk) -> None:
    services = desk.services
    await services.money.set_cap(CapScope.OVERALL, CapPeriod.MONTH, 2 * IMAGE_PRICE)
    with pytest.raises(CapRefusedError, match="refused these 3 runs") as refused:
        await services.batches.start(spread(desk.request(), ["a hut", "a mill", "a barn"]))
    assert refused.value.wanted_micro == 3 * IMAGE_PRICE
    assert refused.value.free_micro == 2 * IMAGE_PRICE
    assert desk.script.submissions == 0
    assert await services.history.first_page(HistoryQuery(), 9) == []
    assert await services.browse.saved_views() == []


async def test_a_wrong_run_is_named_by_its_number(desk: Desk) -> None:
    quote = await desk.services.batches.quote(spread(desk.request(), ["a hut", "x" * 100_000]))
    assert quote.problem.startswith("Run 2: The prompt has 100,000 characters")


def test_a_grid_has_a_run_for_each_pair_of_values(desk: Desk) -> None:
    runs = spread(desk.request(), ["a", "b"], {"size": ["s", "l"], "seed": [1, 2]})
    assert len(runs) == 8
    first = runs[:4]
    assert {run.prompt for run in first} == {"a"}
    assert [(run.parameters["size"], run.parameters["seed"]) for run in first] == [
        ("s", 1), ("s", 2), ("l", 1), ("l", 2),
    ]  # fmt: skip


def test_too_many_runs_or_none_are_refused(desk: Desk) -> None:
    with pytest.raises(UsageError, match="no prompt"):
        spread(desk.request(prompt=" "))
    with pytest.raises(UsageError, match="2,002 runs"):
        spread(desk.request(), ["x"] * 1001, {"size": ["s", "l"]})
    with pytest.raises(UsageError, match="2 settings at most"):
        spread(desk.request(), [], {"a": [1], "b": [1], "c": [1]})
    assert len(spread(desk.request(), ["x"] * MOST_RUNS)) == MOST_RUNS


@pytest.mark.parametrize(
    ("text", "is_table", "prompts"),
    [
        ("a hut\n\n  a mill \r\n", False, ["a hut", "a mill"]),
        ('id,Prompt\n1,"a hut, old"\n2,\n3,a mill\n', True, ["a hut, old", "a mill"]),
        ("a hut,x\na mill,y\n", True, ["a hut", "a mill"]),
        ("", True, []),
    ],
)
def test_prompts_are_read_from_lines_and_tables(
    text: str, is_table: bool, prompts: list[str]
) -> None:
    assert read_prompts(text, is_table=is_table) == prompts


async def test_a_file_that_is_no_list_of_prompts_is_named(desk: Desk, tmp_path: Path) -> None:
    cases = {
        "missing.txt": None,
        "odd.txt": b"\xff\xfe\x00",
        "empty.txt": b"\n",
        "bad.csv": b'a"b\n"',
    }
    for name, data in cases.items():
        path = tmp_path / name
        if data is not None:
            path.write_bytes(data)
        with pytest.raises(UsageError):
            await desk.services.batches.read_file(path)
