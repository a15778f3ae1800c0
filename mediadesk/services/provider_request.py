"""What an adapter gets to see of an attempt: checked values, readable inputs, earlier turns."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from mediadesk.providers.base import ProviderInput, ProviderRequest, Turn
from mediadesk.services.planning import turn_role
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
        inputs=tuple(_input(engine, one, one.role) for one in stored),
        turns=await _turns(engine, job, model),
        result_count=job.result_count,
        first_result=job.first_result,
    )


async def _turns(engine: Engine, job: AttemptJob, model: ModelSpec) -> tuple[Turn, ...]:
    if job.parent_id is None:
        return ()
    parent_id = job.parent_id
    earlier = await engine.database.read_raw(
        lambda c: generations.conversation(c, engine.user, parent_id)
    )
    turns: list[Turn] = []
    for turn in earlier:
        roles = ((one, turn_role(model, one)) for one in turn.inputs)
        given = tuple(_input(engine, one, role) for one, role in roles if role is not None)
        turns.append(Turn("user", turn.prompt, given))
        if turn.blob_name is not None:
            data = await engine.pool.run(read_blob, engine.media, turn.blob_name)
            turns.append(Turn("assistant", data.decode("utf-8", "replace")))
    return tuple(turns)


def _input(engine: Engine, stored: StoredInput, role: str) -> ProviderInput:
    return ProviderInput(
        role=role,
        type=stored.type,
        mime=stored.mime,
        size_bytes=stored.size_bytes,
        file_name=stored.file_name,
        read=_reader(engine, stored),
        width=stored.width,
        height=stored.height,
    )


def _reader(engine: Engine, stored: StoredInput) -> Callable[[], Awaitable[bytes]]:
    async def read() -> bytes:
        return await engine.pool.run(read_blob, engine.media, stored.blob_name)

    return read


def read_blob(media: MediaStore, name: str) -> bytes:
    """The whole content of a blob. Blocking."""
    with media.open(name) as reader:
        return reader.read_all()
