"""The results of one call: what was sealed through sinks, and texts that are sealed at the end."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mediadesk.domain.errors import StorageError
from mediadesk.domain.generation import GenerationType
from mediadesk.services.result_sink import SealingSink

if TYPE_CHECKING:
    from mediadesk.domain.ids import AttemptId
    from mediadesk.services.attempt_context import AttemptContext
    from mediadesk.services.engine import Engine
    from mediadesk.storage.asset_changes import NewAsset
    from mediadesk.storage.attempts import AttemptJob
    from mediadesk.storage.media_store import MediaStore

_log = logging.getLogger(__name__)


class CallResults:
    """Turns what arrived into rows about to be written."""

    def __init__(self, engine: Engine, context: AttemptContext, job: AttemptJob) -> None:
        self._engine = engine
        self._context = context
        self._job = job
        self._texts: list[SealingSink] = []

    async def whole(self, texts: Sequence[str]) -> tuple[NewAsset, ...]:
        """Everything that a call delivered when it ended well."""
        sealed = [await self._seal(index, text) for index, text in enumerate(texts) if text.strip()]
        return (*sealed, *self._finished())

    async def so_far(self) -> tuple[NewAsset, ...]:
        """What there is to keep of a call that was interrupted."""
        return (*await self._streamed(), *self._finished())

    async def abandon(self) -> None:
        """Throw away what is not whole, before the job is fetched again."""
        for sink in self._context.sinks.values():
            await sink.abandon()

    async def settle(self) -> None:
        """Delete second copies, now that the rows are committed."""
        engine = self._engine
        for sink in (*self._context.sinks.values(), *self._texts):
            if sink.stored is not None:
                await engine.pool.run(engine.media.settle, sink.stored)
        if self._job.remote_job is not None:
            # fetched again after a restart: what the dead process had begun is not needed now
            await engine.pool.run(delete_parts, engine.media, self._job.attempt_id)

    async def _streamed(self) -> tuple[NewAsset, ...]:
        """The streamed text as a result; where the disk refuses, its row keeps the text."""
        text = self._context.streamed_text
        if not text.strip():
            return ()
        try:
            return (await self._seal(0, text, is_partial=True),)
        except StorageError:
            _log.warning("partial text of attempt %s stays in its row", self._job.attempt_id)
            return ()

    async def _seal(self, index: int, text: str, *, is_partial: bool = False) -> NewAsset:
        sink = await seal_text(self._engine, self._job, index, text, is_partial=is_partial)
        self._texts.append(sink)
        return sink.asset(self._job.first_result + sink.index, text)

    def _finished(self) -> tuple[NewAsset, ...]:
        finished = [sink for sink in self._context.sinks.values() if sink.stored is not None]
        finished.sort(key=lambda sink: sink.index)
        first = self._job.first_result
        return tuple(sink.asset(first + place) for place, sink in enumerate(finished))


async def seal_text(
    engine: Engine, job: AttemptJob, index: int, text: str, *, is_partial: bool
) -> SealingSink:
    """Seal a text of a call. Beside results of another kind, texts come after them."""
    if job.type is not GenerationType.TEXT:
        index += job.result_count
    sink = SealingSink(
        engine.media,
        engine.pool,
        job.attempt_id,
        index,
        GenerationType.TEXT,
        is_partial=is_partial,
    )
    await sink.write(text.encode("utf-8", "replace"))
    await sink.finish()
    return sink


def delete_parts(media: MediaStore, attempt_id: AttemptId) -> None:
    """Delete the part files of an attempt that has ended: what was whole has its row. Blocking."""
    for part in list(media.incoming()):
        if part.attempt_id == attempt_id:
            media.delete_part(part.path)
