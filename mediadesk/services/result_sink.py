"""Where results go: sealed chunk by chunk while they arrive, durable when ``finish`` returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediadesk.domain.errors import ProviderError, ProviderErrorKind
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import AssetId, AttemptId, new_uuid7
from mediadesk.domain.sniff import SNIFF_LENGTH, MediaType, sniff
from mediadesk.storage.asset_changes import NewAsset
from mediadesk.storage.blobs import BlobMetadata

if TYPE_CHECKING:
    from mediadesk.storage.media_store import IncomingBlob, MediaStore, StoredBlob
    from mediadesk.system.workers import WorkerPool

GATHER_BYTES = 256 * 1024
"""Sealing goes to the pool in pieces of this size: fewer trips, memory still flat."""
LARGEST_BYTES = {
    GenerationType.TEXT: 16 * 1024 * 1024,
    GenerationType.IMAGE: 64 * 1024 * 1024,
    GenerationType.AUDIO: 256 * 1024 * 1024,
    GenerationType.VIDEO: 2 * 1024 * 1024 * 1024,
}
MARKDOWN = MediaType(GenerationType.TEXT, "text/markdown", "md")


class SealingSink:
    """One result being received. Not finished = not a result, and its part file goes.

    ``is_partial``: whole as a file, but not all that was to come; never adopted as a result.
    """

    def __init__(
        self,
        store: MediaStore,
        pool: WorkerPool,
        attempt_id: AttemptId,
        index: int,
        wanted: GenerationType,
        *,
        is_partial: bool = False,
    ) -> None:
        self.index = index
        self._is_partial = is_partial
        self._store = store
        self._pool = pool
        self._attempt_id = attempt_id
        self._wanted = wanted
        self._asset_id = AssetId(new_uuid7())
        self._head = b""
        self._buffer = bytearray()
        self._size = 0
        self._incoming: IncomingBlob | None = None
        self.stored: StoredBlob | None = None
        self._media: MediaType | None = None

    async def write(self, data: bytes) -> None:
        """Append bytes; refuses more than a result of this kind may have."""
        self._size += len(data)
        if self._size > LARGEST_BYTES[self._wanted]:
            raise ProviderError(
                ProviderErrorKind.TOO_LARGE,
                "The result is larger than mediadesk accepts.",
                "Choose a smaller size or a shorter duration.",
            )
        if len(self._head) < SNIFF_LENGTH:
            self._head += data[: SNIFF_LENGTH - len(self._head)]
        self._buffer += data
        if len(self._buffer) >= GATHER_BYTES:
            await self._flush()

    async def finish(self) -> None:
        """Seal the end; when this returns the result survives a power cut."""
        if self._size == 0:
            raise ProviderError(
                ProviderErrorKind.MALFORMED, "The provider sent an empty result.", "Try again."
            )
        await self._flush()
        self._media = self._recognised()
        extra = {"type": self._media.type.value, "extension": self._media.extension}
        metadata = BlobMetadata(
            mime=self._media.mime,
            asset_id=self._asset_id,
            attempt_id=self._attempt_id,
            position=self.index,
            extra=extra | ({"partial": True} if self._is_partial else {}),
        )
        assert self._incoming is not None
        self.stored = await self._pool.run(self._incoming.finish, metadata)

    async def abandon(self) -> None:
        """Throw away what is not whole."""
        if self._incoming is not None and self.stored is None:
            await self._pool.run(self._incoming.discard)

    def asset(self, position: int, text: str | None = None) -> NewAsset:
        """The row for a finished result, at its place among those of the generation."""
        assert self.stored is not None
        assert self._media is not None
        info = self.stored.info
        return NewAsset(
            asset_id=self._asset_id,
            type=self._media.type,
            origin="result",
            mime=self._media.mime,
            extension=self._media.extension,
            blob_name=info.name,
            size_bytes=info.size_bytes,
            digest=info.digest,
            position=position,
            text=text,
        )

    def _recognised(self) -> MediaType:
        if self._wanted is GenerationType.TEXT:
            return MARKDOWN
        found = sniff(self._head)
        if found is not None and found.type is not GenerationType.TEXT:
            return found
        # Kept and exportable, but nothing will try to show it.
        return MediaType(self._wanted, "application/octet-stream", "bin")

    async def _flush(self) -> None:
        if self._incoming is None:
            self._incoming = await self._pool.run(self._store.begin, self._attempt_id, self.index)
        data = bytes(self._buffer)
        self._buffer.clear()
        await self._pool.run(self._incoming.write, data)
