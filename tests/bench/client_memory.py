"""How much a process grows while one picture arrives as base64 inside JSON.

``python -m tests.bench.client_memory SIDE URL BYTES`` prints the growth in bytes. Ours decodes and
seals it on the disk; the official client hands over the decoded bytes. A call with a small picture
comes first, so that imports and connections do not count.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from tests.bench.client_calls import KEY, MODELS, PROMPT, official
from tests.bench.control import plan

NAME = "openai image"
PATH = "/images/generations"
SMALL_BYTES = 1 << 20
_STATUS = Path("/proc/self/status")
_CLEAR_PEAK = "5"


async def growth(call: Callable[[], Awaitable[object]]) -> int:
    """Peak memory during ``call`` above what the process had before, in bytes (Linux)."""
    _clear_peak()
    before = _memory("VmRSS")
    await call()
    return _memory("VmHWM") - before


def _clear_peak() -> None:
    Path("/proc/self/clear_refs").write_text(_CLEAR_PEAK, encoding="ascii")


def _memory(name: str) -> int:
    for line in _STATUS.read_text(encoding="ascii").splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) * 1024
    raise RuntimeError(f"the system does not tell {name}")


async def ours(url: str, size_bytes: int) -> int:
    """Growth of the app's own path, with a real media store."""
    from mediadesk.domain.generation import GenerationType
    from mediadesk.domain.ids import ProviderId
    from mediadesk.providers.base import Account, ProviderRequest
    from mediadesk.providers.factory import ProviderFactory
    from mediadesk.providers.network.http import HttpRoom
    from mediadesk.system.workers import WorkerPool
    from tests.bench.client_context import SealingContext
    from tests.bench.libraries import new_library

    with (
        tempfile.TemporaryDirectory(prefix="mediadesk-bench-") as folder,
        new_library(Path(folder) / "made") as (_, _, library),
    ):
        http, pool = HttpRoom(), WorkerPool(3)
        provider = ProviderFactory(http).create(ProviderId("openai"), Account(url, KEY))
        model = provider.model_named(MODELS[NAME], GenerationType.IMAGE)
        assert model is not None
        request = ProviderRequest(GenerationType.IMAGE, model, PROMPT, {})

        async def call() -> None:
            await provider.generate(request, SealingContext(library.media, pool))

        try:
            return await _measured(call, url, size_bytes)
        finally:
            await http.aclose()
            pool.close()


async def theirs(url: str, size_bytes: int) -> int:
    """Growth of the official client."""
    async with official(NAME, url) as call:
        return await _measured(call, url, size_bytes)


async def _measured(call: Callable[[], Awaitable[object]], url: str, size_bytes: int) -> int:
    for size in (SMALL_BYTES, size_bytes):
        plan(url, path=PATH, size_bytes=size)
    await call()
    return await growth(call)


if __name__ == "__main__":
    measured = {"ours": ours, "official": theirs}[sys.argv[1]]
    print(asyncio.run(measured(sys.argv[2], int(sys.argv[3]))))
