"""TrashService: what was deleted and can be restored, and erasing it for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediadesk.domain.events import AssetsChanged, ProjectsChanged
from mediadesk.storage import trash

if TYPE_CHECKING:
    from collections.abc import Callable

    from mediadesk.domain.ids import UserId
    from mediadesk.domain.queries import TrashContents
    from mediadesk.services.event_bus import EventBus
    from mediadesk.storage.library import Library
    from mediadesk.system.clock import Clock

ITEMS_AT_ONCE = 200
"""How many items one transaction erases, so that jobs can write between them."""


class TrashService:
    """Counts and empties the trash; moving there and back belongs to assets and generations."""

    def __init__(self, user: UserId, library: Library, bus: EventBus, clock: Clock) -> None:
        self._user = user
        self._library = library
        self._bus = bus
        self._clock = clock

    async def contents(self) -> TrashContents:
        """What ``empty`` would erase."""
        return await self._library.database.read_raw(lambda c: trash.contents(c, self._user))

    async def empty(
        self, progress: Callable[[int, int], None] = lambda _done, _total: None
    ) -> TrashContents:
        """Erase everything in the trash for good; returns what that was.

        Ledger and statistics stay. Runs with a job that goes on, or is in doubt, are left alone.
        Where it is interrupted, the next call goes on. Raises ``StorageError`` and its kinds.
        """
        database, media = self._library.database, self._library.media
        found = await self.contents()
        chain, done = self._library.chain, 0
        while gone := await database.write(
            lambda c: trash.purge_items(c, self._user, chain, ITEMS_AT_ONCE)
        ):
            done += len(gone)
            progress(done, max(done, found.items))
        now = self._clock.now_ms()
        await database.write(lambda c: trash.purge_runs(c, self._user, now))
        while name := await database.write(lambda c: trash.purge_media(c, media)):
            self._library.thumbnails.delete(name)
        self._bus.publish(AssetsChanged(()))
        self._bus.publish(ProjectsChanged())
        return found
