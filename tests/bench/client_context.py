"""Generation contexts for measuring: one that counts, one that seals what comes on the disk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mediadesk.domain.generation import GenerationType, RemoteJob
from mediadesk.domain.ids import AttemptId, new_uuid7
from mediadesk.domain.remote import RemoteItem
from mediadesk.providers.base import ResultSink

if TYPE_CHECKING:
    from mediadesk.storage.media_store import MediaStore
    from mediadesk.system.workers import WorkerPool


class CountingSink:
    """Counts the bytes of one result and drops them."""

    def __init__(self, context: CountingContext) -> None:
        self._context = context

    async def write(self, data: bytes) -> None:
        """Count."""
        self._context.size += len(data)

    async def finish(self) -> None:
        """Nothing is left to do."""


class CountingContext:
    """Takes everything, keeps nothing but the size of the results."""

    def __init__(self) -> None:
        self.attempt_id = AttemptId(new_uuid7())
        self.size = 0

    async def submitting(self) -> None:
        """Nothing is recorded."""

    async def accepted(self, job: RemoteJob, *stays: RemoteItem) -> None:
        """Nothing is recorded."""

    async def stays(self, item: RemoteItem) -> None:
        """Nothing is recorded."""

    async def gone(self, items: Sequence[RemoteItem]) -> None:
        """Nothing is recorded."""

    async def progress(self, fraction: float | None, stage: str) -> None:
        """Nothing is shown."""

    async def fetching(self) -> None:
        """Nothing is recorded."""

    async def sleep(self, seconds: float) -> None:
        """These calls never wait."""

    def text(self, delta: str) -> None:
        """The answer brings it again."""

    def preview(self, image: bytes) -> None:
        """Nothing is shown."""

    async def sink(self, index: int, declared_mime: str) -> ResultSink:
        """A sink that counts."""
        return CountingSink(self)


class SealingContext(CountingContext):
    """Results go where the app puts them: sealed, synced, in the library's folder."""

    def __init__(self, store: MediaStore, pool: WorkerPool) -> None:
        super().__init__()
        self._store = store
        self._pool = pool

    async def sink(self, index: int, declared_mime: str) -> ResultSink:
        """The app's own sink."""
        from mediadesk.services.result_sink import SealingSink

        return SealingSink(self._store, self._pool, self.attempt_id, index, GenerationType.IMAGE)
