"""Long lists tell the view of many changes at once, and only of real ones."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from mediadesk.ui.item_models.windowed import WindowedListModel


class Numbers(WindowedListModel[str]):
    """Rows are the words of their numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[list[int]] = []
        self.gone: set[int] = set()

    async def load_rows(self, ids: Sequence[int]) -> list[str]:
        self.asked.append(list(ids))
        return [f"row {number}" for number in ids if number not in self.gone]

    def row_data(self, row: str, role: int) -> Any:
        return row


async def filled(count: int) -> tuple[Numbers, list[tuple[int, int]]]:
    model = Numbers()
    model.reset(list(range(count)))
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.item(0)
    await until(lambda: bool(told))
    return model, told


async def until(is_so: Any) -> None:
    async with asyncio.timeout(10):
        while not is_so():  # noqa: ASYNC110 - what is waited for comes through Qt
            await asyncio.sleep(0.01)


async def test_rows_that_change_together_are_told_of_together() -> None:
    """Twenty pictures that arrived at once painted the strip a hundred times."""
    model, told = await filled(20)
    assert told == [(0, 19)]
    told.clear()
    for _ in range(10):
        for row in (3, 4, 5, 9):
            model.touch(row)
    assert told == []
    await until(lambda: len(told) == 2)
    assert told == [(3, 5), (9, 9)]
    await model.tasks.close()


async def test_a_row_that_stayed_the_same_is_not_painted_again() -> None:
    model, told = await filled(10)
    told.clear()
    model.replace_row(2, "row 2")
    model.replace_row(7, "changed")
    await until(lambda: bool(told))
    assert told == [(7, 7)]
    await model.tasks.close()


async def test_a_touched_row_is_still_meant_after_the_list_grew_before_it() -> None:
    model, told = await filled(10)
    told.clear()
    model.touch(4)
    model.insert_first([100, *range(10)], 1)
    await until(lambda: bool(told))
    assert told == [(5, 5)]
    await model.tasks.close()


async def test_a_list_that_grew_reads_only_what_is_new() -> None:
    """Each job that was queued had the newest 128 jobs read again."""
    model, told = await filled(10)
    told.clear()
    model.insert_first([101, 100, *range(10)], 2)
    assert model.item(0) is None
    await until(lambda: bool(told))
    assert model.asked[1:] == [[101, 100]]
    assert [model.item(position) for position in (0, 1, 2)] == ["row 101", "row 100", "row 0"]
    await model.tasks.close()


async def test_a_page_is_read_again_where_a_new_row_is_gone_already() -> None:
    model, told = await filled(10)
    told.clear()
    model.gone.add(101)
    model.insert_first([101, 100, *range(10)], 2)
    assert model.item(0) is None
    await until(lambda: bool(told))
    assert [model.item(position) for position in (0, 1)] == ["row 100", "row 0"]
    await model.tasks.close()
