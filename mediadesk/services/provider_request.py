"""What an adapter gets to see of an attempt: checked values, readable inputs, earlier turns."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from mediadesk.providers.base import ProviderInput, ProviderRequest, Turn
from mediadesk.storage import generations

if TYPE_CHECKING:
    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.services.engine import Engine
    from mediadesk.storage.attempts import AttemptJob
    from mediadesk.storage.generations import StoredInput
    from mediadesk.storage.media_store import MediaStore


async def build_request(engine: Engine, job: AttemptJob, model: ModelSpec) -> ProviderRequest:
    """The request of one attempt, made anew from what is stored."""
    stored = await engine.database.read_raw(
        lambda c: generations.stored_inputs(c, job.generation_row_id)
    )
    return ProviderRequest(
        type=job.type,
        model=model,
        prompt=job.prompt,
        parameters=job.parameters,
        extra=job.extra,
        inputs=tuple(
            ProviderInput(
                role=one.role,
                type=one.type,
                mime=one.mime,
                size_bytes=one.size_bytes,
                file_name=one.file_name,
                read=_reader(engine, one),
                width=one.width,
                height=one.height,
            )
            for one in stored
        ),
        turns=await _turns(engine, job),
        result_count=job.result_count,
        first_result=job.first_result,
    )


async def _turns(engine: Engine, job: AttemptJob) -> tuple[Turn, ...]:
    if job.parent_id is None:
        return ()
    parent_id = job.parent_id
    earlier = await engine.database.read_raw(
        lambda c: generations.conversation(c, engine.user, parent_id)
    )
    turns: list[Turn] = []
    for turn in earlier:
        turns.append(Turn("user", turn.prompt))
        if turn.blob_name is not None:
            data = await engine.pool.run(read_blob, engine.media, turn.blob_name)
            turns.append(Turn("assistant", data.decode("utf-8", "replace")))
    return tuple(turns)


def _reader(engine: Engine, stored: StoredInput) -> Callable[[], Awaitable[bytes]]:
    async def read() -> bytes:
        return await engine.pool.run(read_blob, engine.media, stored.blob_name)

    return read


def read_blob(media: MediaStore, name: str) -> bytes:
    """The whole content of a blob. Blocking."""
    with media.open(name) as reader:
        return reader.read_all()
