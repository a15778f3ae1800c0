"""Asks a render process for a picture, film or sound, and passes its news on."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence

from mediadesk.domain.errors import Billed, ProviderError, ProviderErrorKind
from mediadesk.domain.generation import JsonValue
from mediadesk.providers.sample_media.frames import HEADER, MAX_PAYLOAD_BYTES
from mediadesk.system.worker_client import worker_command, worker_environment

LONGEST_RENDER_S = 300.0
WORKER = "sample-render"


async def render(
    request: Mapping[str, JsonValue],
    inputs: Sequence[bytes],
    on_progress: Callable[[float], Awaitable[None]],
    on_preview: Callable[[bytes], None],
) -> bytes:
    """The rendered bytes. The process ends with this call, also when it is cancelled.

    Raises ``ProviderError`` with the renderer's own words.
    """
    command, folder = worker_command(WORKER)
    child = await asyncio.create_subprocess_exec(
        *command,
        cwd=folder,
        env=worker_environment(),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        async with asyncio.timeout(LONGEST_RENDER_S):
            await _send(child, request, inputs)
            return await _receive(child, on_progress, on_preview)
    except (asyncio.IncompleteReadError, ConnectionError, TimeoutError) as error:
        raise _problem(ProviderErrorKind.SERVER, "The sample renderer stopped.") from error
    finally:
        await _end(child)


async def _send(
    child: asyncio.subprocess.Process, request: Mapping[str, JsonValue], inputs: Sequence[bytes]
) -> None:
    assert child.stdin is not None
    sizes: list[JsonValue] = [len(data) for data in inputs]
    child.stdin.write(json.dumps({**request, "inputs": sizes}).encode() + b"\n")
    for data in inputs:
        child.stdin.write(data)
    await child.stdin.drain()
    child.stdin.close()


async def _receive(
    child: asyncio.subprocess.Process,
    on_progress: Callable[[float], Awaitable[None]],
    on_preview: Callable[[bytes], None],
) -> bytes:
    assert child.stdout is not None
    while True:
        letter, size = HEADER.unpack(await child.stdout.readexactly(HEADER.size))
        if size > MAX_PAYLOAD_BYTES:
            raise _problem(ProviderErrorKind.MALFORMED, "The sample renderer answered nonsense.")
        payload = await child.stdout.readexactly(size)
        if letter == b"R":
            return payload
        if letter == b"E":
            message = payload.decode("utf-8", "replace")[:300]
            raise _problem(ProviderErrorKind.BAD_REQUEST, message)
        if letter == b"P":
            await on_progress(float(payload))
        elif letter == b"V":
            on_preview(payload)


def _problem(kind: ProviderErrorKind, message: str) -> ProviderError:
    return ProviderError(kind, message, "Change the request, or try again.", billed=Billed.FREE)


async def _end(child: asyncio.subprocess.Process) -> None:
    if child.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            child.kill()
    await child.communicate()  # reads what is left: a full pipe would keep it from ending
