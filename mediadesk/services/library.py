"""LibraryService: facts about the open library, and its check."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.events import Notice
from mediadesk.storage.library import library_info
from mediadesk.storage.sizes import LibrarySizes, library_sizes
from mediadesk.storage.verification import Finding, Subset, VerifyReport, verify_library
from mediadesk.system.clock import from_ms

if TYPE_CHECKING:
    from mediadesk.services.event_bus import EventBus
    from mediadesk.storage.library import Library
    from mediadesk.system.workers import WorkerPool

__all__ = ["Finding", "LibraryInfo", "LibraryService", "LibrarySizes", "VerifyReport"]


@dataclass(frozen=True, slots=True)
class LibraryInfo:
    """What there is to say about a library. Sizes in bytes."""

    path: Path
    name: str
    library_id: UUID
    schema: int
    asset_count: int
    generation_count: int
    blob_bytes: int
    free_bytes: int
    created_at: datetime
    slot_kinds: tuple[str, ...]


class LibraryService:
    """The library as a whole."""

    def __init__(self, library: Library, name: str, pool: WorkerPool) -> None:
        self._library = library
        self._name = name
        self._pool = pool

    async def info(self) -> LibraryInfo:
        """Count what the library holds."""
        found = await self._pool.run(library_info, self._library)
        return LibraryInfo(
            path=found.folder,
            name=self._name,
            library_id=found.library_id,
            schema=found.schema_version,
            asset_count=found.asset_count,
            generation_count=found.generation_count,
            blob_bytes=found.blob_bytes,
            free_bytes=found.free_bytes,
            created_at=from_ms(found.created_at_ms),
            slot_kinds=await self._pool.run(self._slot_kinds),
        )

    async def verify(
        self,
        *,
        deep: bool = False,
        subset: tuple[int, int] | None = None,
        progress: Callable[[int, int], bool] | None = None,
    ) -> VerifyReport:
        """Check pages, rows, the record of changes and the media files. Changes nothing.

        ``subset`` (n, t) looks at the n-th of t parts of the media. ``progress`` is told
        (done, total) in a worker thread and answers whether to go on.
        """
        part = Subset(*(subset or (1, 1)))
        return await self._pool.run(
            verify_library,
            self._library,
            deep=deep,
            subset=part,
            progress=progress or _go_on,
        )

    async def sizes(self) -> LibrarySizes:
        """How large what lies in the folder is, by kind and by project."""
        return await self._pool.run(library_sizes, self._library)

    async def clear_thumbnails(self) -> None:
        """Forget every thumbnail; each is made again when it is next shown."""
        await self._pool.run(self._library.thumbnails.clear)

    async def is_reserve_whole(self) -> bool:
        """Whether the space kept for results on a full disk is there."""
        return await self._pool.run(lambda: self._library.ballast.is_whole)

    async def restore_reserve(self) -> bool:
        """Take that space again; False while the disk has too little."""
        return await self._pool.run(self._library.ballast.ensure)

    def _slot_kinds(self) -> tuple[str, ...]:
        from mediadesk.vault.keyslots import exists, load

        if not exists(self._library.folder):
            return ()
        slots = load(self._library.folder).content.slots
        return tuple(slot.kind.value for slot in slots)


def _go_on(_done: int, _total: int) -> bool:
    return True


async def settle_in(store: Library, pool: WorkerPool, bus: EventBus) -> None:
    """What may take its time after the start: the reserve, and the anchor in the keyring."""
    await pool.run(store.ballast.ensure)
    try:
        await pool.run(store.check_anchor_copy)
    except MediadeskError as error:
        bus.publish(Notice("warning", error.message, error.next_step))
