"""BrowseService: the library as lists, what to filter it by, and views saved under a name."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mediadesk.domain.errors import UsageError
from mediadesk.domain.events import SavedViewsChanged
from mediadesk.domain.queries import AssetQuery, Facets, LibraryItem, SavedView
from mediadesk.services.query_codec import from_document, to_document
from mediadesk.storage import assets, library_items, saved_views
from mediadesk.system.clock import from_ms

if TYPE_CHECKING:
    from mediadesk.domain.ids import SavedViewId, UserId
    from mediadesk.services.event_bus import EventBus
    from mediadesk.storage.database import Database
    from mediadesk.storage.rows import Transaction
    from mediadesk.system.clock import Clock

LONGEST_NAME = 80
DAY_MS = 86_400_000


class BrowseService:
    """Reads; the only thing it writes are saved views."""

    def __init__(self, user: UserId, database: Database, bus: EventBus, clock: Clock) -> None:
        self._user = user
        self._database = database
        self._bus = bus
        self._clock = clock

    async def row_ids(self, query: AssetQuery) -> array[int]:
        """The row numbers of everything that fits, in order."""
        query = self._resolved(query)
        return await self._database.read_raw(lambda c: assets.row_ids(c, self._user, query))

    async def items(self, ids: Sequence[int]) -> list[LibraryItem]:
        """These rows, in the order asked for; rows that are gone are left out."""
        return await self._database.read_raw(lambda c: library_items.items(c, self._user, ids))

    async def timeline(self, query: AssetQuery) -> array[int]:
        """When each of them was made, in epoch milliseconds, in the order of ``row_ids``."""
        query = self._resolved(query)
        return await self._database.read_raw(lambda c: library_items.timeline(c, self._user, query))

    async def facets(self) -> Facets:
        """Providers, models and tags with their numbers of items."""
        return await self._database.read_raw(lambda c: library_items.facets(c, self._user))

    async def saved_views(self) -> list[SavedView]:
        """Every saved view, by name."""
        found = await self._database.read_raw(lambda c: saved_views.saved_views(c, self._user))
        return [SavedView(id, name, from_document(query)) for id, name, query in found]

    async def save_view(
        self, name: str, query: AssetQuery, id: SavedViewId | None = None
    ) -> SavedViewId:
        """Keep a query under a name; ``id`` is given to bring a deleted one back.

        Raises ``UsageError`` for a name that is empty, too long or taken.
        """
        name, document, now = _checked_name(name), to_document(query), self._clock.now_ms()

        def work(connection: Transaction) -> SavedViewId:
            self._refuse_taken(connection, name)
            return saved_views.put_view(connection, self._user, id, name, document, now)

        made = await self._database.write(work)
        self._bus.publish(SavedViewsChanged())
        return made

    async def delete_view(self, id: SavedViewId) -> None:
        """Forget a view; what it showed stays. Raises ``NotFoundError``."""
        await self._database.write(lambda c: saved_views.drop_view(c, self._user, id))
        self._bus.publish(SavedViewsChanged())

    def _refuse_taken(self, connection: Transaction, name: str) -> None:
        if saved_views.has_view(connection, self._user, name):
            raise UsageError(f"There is a view “{name}” already.", "Choose another name.")

    def _resolved(self, query: AssetQuery) -> AssetQuery:
        if query.within_days is None:
            return query
        return replace(query, since=from_ms(self._clock.now_ms() - query.within_days * DAY_MS))


def _checked_name(name: str) -> str:
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME:
        raise UsageError("The name of a view is one to eighty characters.", "Choose a shorter one.")
    return name
