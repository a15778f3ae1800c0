"""AssetService: find, read, sort and keep what was made or imported."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from mediadesk.domain.errors import StorageError, UsageError
from mediadesk.domain.events import AssetsChanged, ProjectsChanged
from mediadesk.domain.generation import Asset, GenerationType
from mediadesk.domain.ids import AssetId, GenerationId, ProjectId, UserId
from mediadesk.domain.queries import AssetCounts, AssetQuery
from mediadesk.domain.sniff import PDF
from mediadesk.storage import assets

if TYPE_CHECKING:
    from mediadesk.services.event_bus import EventBus
    from mediadesk.storage.asset_changes import NewAsset
    from mediadesk.storage.library import Library
    from mediadesk.storage.rows import Transaction
    from mediadesk.system.clock import Clock
    from mediadesk.system.workers import WorkerPool

__all__ = ["AssetCounts", "AssetQuery", "AssetService", "MediaReader"]

LONGEST_TAG = 60
_LARGEST_TEXT_BYTES = 16 * 1024 * 1024
_SEALINGS = 3
"""How often a file is sealed where somebody empties the trash of the same bytes meanwhile."""


class MediaReader(Protocol):
    """Random access to the plain bytes of an asset. Blocking; safe for threads."""

    @property
    def size(self) -> int:
        """How many bytes there are."""

    def read_at(self, offset: int, size: int) -> bytes:
        """Up to ``size`` bytes at ``offset``. Raises ``LibraryDamagedError``."""

    def close(self) -> None:
        """End reading."""


class AssetService:
    """The items of the library."""

    def __init__(
        self, user: UserId, library: Library, pool: WorkerPool, bus: EventBus, clock: Clock
    ) -> None:
        self._user = user
        self._library = library
        self._database = library.database
        self._pool = pool
        self._bus = bus
        self._clock = clock

    async def row_ids(self, query: AssetQuery) -> array[int]:
        """The row numbers of everything that fits, newest first."""
        return await self._database.read_raw(lambda c: assets.row_ids(c, self._user, query))

    async def rows(self, ids: Sequence[int]) -> list[Asset]:
        """These rows, in the order asked for; rows that are gone are left out."""
        return await self._database.read_raw(lambda c: assets.rows(c, self._user, ids))

    async def find(
        self, query: AssetQuery, limit: int | None = None, offset_id: AssetId | None = None
    ) -> list[Asset]:
        """The assets that fit, newest first; ``offset_id`` is the last one already seen."""
        if limit is not None:
            query = replace(query, limit=limit)
        return await self._database.read_raw(lambda c: assets.find(c, self._user, query, offset_id))

    async def get(self, id: AssetId) -> Asset:
        """One asset, deleted or not. Raises ``NotFoundError``."""
        return await self._database.read_raw(lambda c: assets.get_asset(c, self._user, id))

    async def text(self, id: AssetId) -> str:
        """The whole text of a text asset. Raises ``NotFoundError``, ``LibraryDamagedError``."""
        asset = await self.get(id)
        if asset.type is not GenerationType.TEXT:
            raise UsageError("This item is not a text.", "")
        if asset.mime == PDF.mime:
            return "This is a PDF document. Export it to read it."
        return await self._pool.run(self._read_text, asset.blob_name)

    async def open(self, id: AssetId) -> MediaReader:
        """Open an asset for reading. Raises ``NotFoundError``, ``LibraryDamagedError``."""
        from mediadesk.services.media_reader import BlobMediaReader

        name = await self._database.read_raw(lambda c: assets.blob_of(c, self._user, id))
        return BlobMediaReader(await self._pool.run(self._library.media.open, name))

    async def counts(self) -> AssetCounts:
        """The numbers in the sidebar."""
        return await self._database.read_raw(lambda c: assets.counts(c, self._user))

    async def children_of(self, id: AssetId) -> list[Asset]:
        """What was made with this asset as an input."""
        return await self._database.read_raw(lambda c: assets.children_of(c, self._user, id))

    async def parents_of(self, id: AssetId) -> list[Asset]:
        """What this asset was made from."""
        return await self._database.read_raw(lambda c: assets.parents_of(c, self._user, id))

    async def set_favourite(self, ids: Sequence[AssetId], on: bool) -> None:
        """Mark or unmark favourites."""
        await self._change(ids, "favourite", int(on))

    async def set_rating(self, ids: Sequence[AssetId], rating: int) -> None:
        """Rate 0 (none) to 5."""
        if not 0 <= rating <= 5:
            raise UsageError("A rating is 0 to 5.", "")
        await self._change(ids, "rating", rating)

    async def delete(self, ids: Sequence[AssetId]) -> None:
        """Move assets to the trash; their files stay."""
        await self._set_deleted(ids, self._clock.now_ms())

    async def restore(self, ids: Sequence[AssetId]) -> None:
        """Bring assets back from the trash."""
        await self._set_deleted(ids, None)

    async def move(self, ids: Sequence[AssetId], project_id: ProjectId) -> None:
        """Put assets into another project."""
        from mediadesk.storage.asset_changes import move_assets

        await self._write(ids, lambda c: move_assets(c, self._user, ids, project_id))
        self._bus.publish(ProjectsChanged())

    async def set_notes(self, id: AssetId, notes: str) -> None:
        """Write the notes of an asset; they can be searched."""
        from mediadesk.storage.asset_changes import set_notes

        text = (await self._texts([id]))[id]
        await self._write([id], lambda c: set_notes(c, self._user, id, notes, text))

    async def add_tags(self, ids: Sequence[AssetId], names: Sequence[str]) -> None:
        """Give assets tags; they can be searched."""
        from mediadesk.storage.asset_changes import add_tag

        wanted = [checked_tag(name) for name in names]
        now = self._clock.now_ms()
        await self._retag(ids, wanted, lambda c, id, name: add_tag(c, self._user, id, name, now))

    async def remove_tags(self, ids: Sequence[AssetId], names: Sequence[str]) -> None:
        """Take tags from assets."""
        from mediadesk.storage.asset_changes import remove_tag

        await self._retag(ids, list(names), lambda c, id, name: remove_tag(c, self._user, id, name))

    async def import_input(
        self,
        source: Path | bytes,
        *,
        file_name: str,
        project_id: ProjectId,
        origin: str = "input",
        of_run: GenerationId | None = None,
    ) -> Asset:
        """Seal a file into the library, as what its bytes are; ``of_run``: beside its results.

        Raises ``InvalidInputError``; ``StorageError`` where the disk refuses it.
        """
        for _ in range(_SEALINGS):
            new = await self._pool.run(self._seal, source, file_name, origin)
            if await self._database.write(partial(self._take_in, new, project_id, of_run)):
                self._bus.publish(AssetsChanged((new.asset_id,)))
                return await self.get(new.asset_id)
        raise StorageError(
            f"“{file_name}” could not be kept: its place was cleared meanwhile.", "Try again."
        )

    def _take_in(
        self,
        new: NewAsset,
        project_id: ProjectId,
        of_run: GenerationId | None,
        connection: Transaction,
    ) -> bool:
        """Write the row of a sealed file; False where an emptying of the trash took the file."""
        from mediadesk.storage.asset_changes import add_asset, next_position
        from mediadesk.storage.chain_rows import ASSET_ADDED
        from mediadesk.storage.generations import generation_row_id
        from mediadesk.storage.projects import project_row_id

        if not self._library.media.has(new.blob_name):
            return False
        row = project_row_id(connection, self._user, project_id)
        run = None if of_run is None else generation_row_id(connection, self._user, of_run)
        if run is not None:
            new = replace(new, position=next_position(connection, run))
        add_asset(connection, self._user, row, new, self._clock.now_ms(), generation_row=run)
        self._library.chain.append(connection, ASSET_ADDED, "asset", new.asset_id, new.digest)
        return True

    async def _set_deleted(self, ids: Sequence[AssetId], deleted_at_ms: int | None) -> None:
        from mediadesk.storage.asset_changes import set_deleted

        await self._write(ids, lambda c: set_deleted(c, self._user, ids, deleted_at_ms))
        self._bus.publish(ProjectsChanged())

    async def _change(self, ids: Sequence[AssetId], column: str, value: object) -> None:
        from mediadesk.storage.asset_changes import change_assets

        await self._write(ids, lambda c: change_assets(c, self._user, ids, **{column: value}))

    async def _retag(
        self,
        ids: Sequence[AssetId],
        names: Sequence[str],
        change: Callable[[Transaction, AssetId, str], None],
    ) -> None:
        from mediadesk.storage.asset_changes import reindex

        texts = await self._texts(ids)

        def work(connection: Transaction) -> None:
            for id in ids:
                for name in names:
                    change(connection, id, name)
                reindex(connection, self._user, id, texts[id])

        await self._write(ids, work)

    async def _texts(self, ids: Sequence[AssetId]) -> dict[AssetId, str]:
        """The texts of text assets: the index cannot give them back, so it is fed anew."""
        texts: dict[AssetId, str] = {}
        for id in ids:
            asset = await self.get(id)
            is_text = asset.type is GenerationType.TEXT and asset.mime != PDF.mime
            is_text = is_text and not asset.is_damaged
            texts[id] = await self._pool.run(self._read_text, asset.blob_name) if is_text else ""
        return texts

    async def _write(self, ids: Sequence[AssetId], work: Callable[[Transaction], None]) -> None:
        await self._database.write(work)
        self._bus.publish(AssetsChanged(tuple(ids)))

    def _read_text(self, name: str) -> str:
        with self._library.media.open(name) as reader:
            return reader.read_at(0, _LARGEST_TEXT_BYTES).decode("utf-8", "replace")

    def _seal(self, source: Path | bytes, file_name: str, origin: str) -> NewAsset:
        """Blocking: read, recognise and seal a file."""
        from mediadesk.services.importing import seal_file

        return seal_file(self._library.media, source, file_name, origin)


def checked_tag(name: str) -> str:
    """A tag as it is stored. Raises ``UsageError``."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_TAG:
        raise UsageError("A tag is one to sixty characters.", "Choose a shorter one.")
    return name
