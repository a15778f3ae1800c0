"""The process that gets killed: submits one job to a counting server and stops at a given point.

Reads one JSON document from standard input; prints “at POINT” when it is there and then waits.
"""

from __future__ import annotations

import asyncio
import json
import sys
import uuid
from pathlib import Path

from mediadesk.bootstrap import Services, open_services
from mediadesk.domain.errors import ProviderError, ProviderErrorKind
from mediadesk.domain.generation import GenerationRequest, GenerationType, RemoteJob
from mediadesk.domain.ids import ProviderName
from mediadesk.domain.routes import FallbackLink
from mediadesk.providers.base import GenerationContext, GenerationResult, ProviderRequest
from mediadesk.services.call_results import CallResults
from mediadesk.services.library_access import UnlockedLibrary
from mediadesk.services.result_sink import GATHER_BYTES
from mediadesk.vault.keys import LibraryKeys
from tests.fakes.scripted_provider import PNG, Script, Step, hang, scripted

opened: list[Services] = []
"""The services of this process, for the step that has to look into the database."""


def step_to(point: str, port: int) -> Step:
    """A call that really submits over the network and then stops at ``point``."""

    async def arrive() -> GenerationResult:
        print(f"at {point}", flush=True)
        return await hang()

    async def step(request: ProviderRequest, context: GenerationContext) -> GenerationResult:
        if point == "queued":
            return await arrive()
        await context.submitting()
        await submit(port, str(context.attempt_id))
        if point == "submitting":
            return await arrive()
        if request.type is GenerationType.TEXT:
            context.text("Half a sentence. " * 1000)
            while not await has_partial_text(opened[0]):  # noqa: ASYNC110 - a row tells it
                await asyncio.sleep(0.01)
            if point == "stopping":
                await seal_what_came(context)
            return await arrive()
        if request.type is GenerationType.VIDEO:
            await context.accepted(RemoteJob("job-1", {"status": "https://example.com/1"}))
            if point == "accepted":
                return await arrive()
            await context.progress(0.3, "Rendering")
            if point == "running":
                return await arrive()
        await receive(context, point)
        return await arrive()

    return step


async def receive(context: GenerationContext, point: str) -> None:
    has_thought = point == "thoughts"
    if has_thought:  # a picture that the model only thought of comes first, and is never finished
        await (await context.sink(0, "image/png")).write(PNG + b"thought")
    sink = await context.sink(int(has_thought), "image/png")
    await sink.write(PNG)
    if point == "receiving":
        await sink.write(bytes(GATHER_BYTES))  # enough for a part of the file to be written
    elif point != "fetching":
        await sink.finish()


def fail_free(port: int) -> Step:
    """A call that really submits, and is refused."""

    async def step(request: ProviderRequest, context: GenerationContext) -> GenerationResult:
        await context.submitting()
        await submit(port, str(context.attempt_id))
        raise ProviderError(ProviderErrorKind.AUTH, "The key was refused.", "", status=401)

    return step


async def has_partial_text(services: Services) -> bool:
    database = services._store.database
    sql = """SELECT COUNT(*) FROM attempts
     WHERE partial_text IS NOT NULL AND id = (SELECT MAX(id) FROM attempts)"""
    return bool(await database.read_raw(lambda c: c.execute(sql).fetchone()[0]))


async def seal_what_came(context: GenerationContext) -> None:
    """What a cancelled call does right before its rows are written."""
    inner = context._context  # type: ignore[attr-defined]
    await CallResults(opened[0]._engine, inner, inner._job).so_far()


async def submit(port: int, attempt_id: str) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{attempt_id}\n".encode())
    await writer.drain()
    await reader.readline()
    writer.close()
    await writer.wait_closed()


async def main() -> None:
    orders = json.loads(sys.stdin.readline())
    keys = LibraryKeys(uuid.UUID(orders["library_id"]), bytes.fromhex(orders["master"]))
    unlocked = UnlockedLibrary(Path(orders["path"]), keys, "killed", is_throwaway=True)
    steps = [step_to(orders["point"], orders["port"])]
    chain = tuple(FallbackLink(ProviderName("scripted"), name) for name in orders["fallback"])
    script = Script(steps=[fail_free(orders["port"]) for _ in chain] + steps)
    async with open_services(unlocked, environment={}, adapters=scripted(script)) as services:
        opened.append(services)
        project = await services.projects.default()
        request = GenerationRequest(
            GenerationType(orders["type"]),
            ProviderName("scripted"),
            orders["model"],
            "to be killed",
            project.id,
            fallback=chain,
        )
        await services.generations.wait(await services.generations.submit(request))


if __name__ == "__main__":
    asyncio.run(main())
