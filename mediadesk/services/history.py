"""HistoryService: the list of generations, by row numbers first and rows when they are shown."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mediadesk.domain.ids import GenerationId, UserId
from mediadesk.domain.queries import HistoryCounts, HistoryQuery, HistoryRow
from mediadesk.storage import history

if TYPE_CHECKING:
    from mediadesk.storage.database import Database

__all__ = ["HistoryCounts", "HistoryQuery", "HistoryRow", "HistoryService"]


class HistoryService:
    """Reads the history. Changes come as events; whoever shows rows reads them again."""

    def __init__(self, user: UserId, database: Database) -> None:
        self._user = user
        self._database = database

    async def row_ids(self, query: HistoryQuery) -> array[int]:
        """The row numbers of everything that fits, in order."""
        return await self._database.read_raw(lambda c: history.row_ids(c, self._user, query))

    async def rows(self, ids: Sequence[int]) -> list[HistoryRow]:
        """These rows, in the order asked for; rows that are gone are left out."""
        return await self._database.read_raw(lambda c: history.rows(c, self._user, ids))

    async def row_id_of(self, generation_id: GenerationId) -> int | None:
        """The row number of a generation."""
        return await self._database.read_raw(
            lambda c: history.row_id_of(c, self._user, generation_id)
        )

    async def first_page(self, query: HistoryQuery, limit: int = 64) -> list[HistoryRow]:
        """The first rows that fit."""
        return await self._database.read_raw(
            lambda c: history.first_page(c, self._user, query, limit)
        )

    async def counts(self, query: HistoryQuery) -> HistoryCounts:
        """The numbers beside the filters, for this query without its status."""
        return await self._database.read_raw(lambda c: history.counts(c, self._user, query))
