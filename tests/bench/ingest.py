"""Storing a hundred results of 1 MB over copying the same files and decoding their thumbnails.

The results come out of a provider that has them in memory, through the whole engine: sealed while
they arrive, synced, moved, a row, money, sums and record of changes each, a thumbnail each. The
reference writes and syncs a copy of each file and makes the same thumbnail in the same process.
"""

from __future__ import annotations

import asyncio
import io
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from mediadesk.bootstrap import open_services
from mediadesk.domain.catalog import FREE_PRICING, ModelSpec
from mediadesk.domain.events import AssetsChanged
from mediadesk.domain.generation import GenerationRequest, GenerationType
from mediadesk.domain.ids import ProviderId, ProviderName
from mediadesk.providers.base import (
    BaseProvider,
    Capabilities,
    GenerationContext,
    GenerationResult,
    KeyStatus,
    ProviderRequest,
)
from mediadesk.services.library_access import LibraryAccess
from mediadesk.services.media import THUMBNAIL_SIDE
from mediadesk.workers.picture import handle_picture
from mediadesk.workers.serve import Source
from tests.bench import made_up
from tests.bench.processes import BenchError
from tests.bench.report import Goal, Report, median, paired_ratio

if TYPE_CHECKING:
    from mediadesk.bootstrap import Services

RESULTS = 100
PER_RUN = 4
SIZE_BYTES = 1 << 20
PIECE_BYTES = 64 * 1024
ROUNDS = 3
TIMEOUT_S = 120.0
GOAL = 2.0

BENCH = ProviderId("bench")
PICTURE = ModelSpec(BENCH, "picture", "Picture", (GenerationType.IMAGE,), pricing=FREE_PRICING)


class Gate:
    """Holds all calls on the engine's loop back until the bench lets them go."""

    def __init__(self, expected: int) -> None:
        self.all_wait = asyncio.Event()
        self._bench_loop = asyncio.get_running_loop()
        self._expected = expected
        self._held: list[asyncio.Future[None]] = []

    async def pass_through(self) -> None:
        """Wait until the gate opens (engine loop)."""
        hold: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._held.append(hold)
        if len(self._held) == self._expected:
            self._bench_loop.call_soon_threadsafe(self.all_wait.set)
        await hold

    def open(self) -> None:
        """Let all calls go (bench loop)."""

        def release() -> None:
            for hold in self._held:
                hold.set_result(None)

        self._held[0].get_loop().call_soon_threadsafe(release)


class BenchProvider(BaseProvider):
    """Delivers pictures that lie ready, once the gate opens."""

    id = BENCH
    label = "Bench"
    short_label = "Be"
    types = (GenerationType.IMAGE,)
    capabilities = Capabilities(needs_key=False, is_offline=True)
    models = (PICTURE,)
    slots = RESULTS
    gate: ClassVar[Gate]
    pictures: ClassVar[list[bytes]] = []

    async def generate(
        self, request: ProviderRequest, context: GenerationContext
    ) -> GenerationResult:
        """Wait for the gate, then hand over one picture."""
        await context.submitting()
        await self.gate.pass_through()
        data = self.pictures.pop()
        sink = await context.sink(0, "image/png")
        for at in range(0, len(data), PIECE_BYTES):
            await sink.write(data[at : at + PIECE_BYTES])
        await sink.finish()
        return GenerationResult()

    async def check_key(self) -> KeyStatus:
        """There is none."""
        return KeyStatus(True, "Needs no key.")


def measure(rounds: int = ROUNDS) -> Report:
    """Both in turn, ``rounds`` times."""
    stored: list[float] = []
    landed: list[float] = []
    copied: list[float] = []
    picture = made_up.heavy_png(SIZE_BYTES)
    for _ in range(rounds):
        pictures = made_up.variants(picture, RESULTS)
        with tempfile.TemporaryDirectory(prefix="mediadesk-bench-") as folder:
            copied.append(_copy(Path(folder), pictures))
            whole, rows = asyncio.run(_store(Path(folder) / "library", pictures))
            stored.append(whole)
            landed.append(rows)
    return _report(stored, landed, copied)


def _copy(base: Path, pictures: list[bytes]) -> float:
    """Seconds for copy, sync and thumbnail, one file after the other."""
    sources = base / "sources"
    sources.mkdir()
    for number, data in enumerate(pictures):
        (sources / f"{number}.png").write_bytes(data)
    copies = base / "copies"
    copies.mkdir()
    nothing = Source(io.BytesIO(), io.BytesIO(), 0)
    started = time.monotonic()
    for number in range(len(pictures)):
        data = (sources / f"{number}.png").read_bytes()
        with (copies / f"{number}.png").open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        handle_picture({"do": "thumbnail", "side": THUMBNAIL_SIDE}, data, nothing)
    return time.monotonic() - started


async def _store(folder: Path, pictures: list[bytes]) -> tuple[float, float]:
    """Seconds until the last thumbnail is stored, and until the last row is."""
    BenchProvider.pictures = list(pictures)
    BenchProvider.gate = gate = Gate(RESULTS)
    unlocked = await LibraryAccess.create_throwaway(folder)
    async with open_services(unlocked, adapters=(BenchProvider,)) as services:
        project = await services.projects.default()
        request = GenerationRequest(
            GenerationType.IMAGE,
            ProviderName("bench"),
            PICTURE.id,
            "a picture",
            project.id,
            result_count=PER_RUN,
        )
        # The worker that decodes is a process; in use it runs since the first picture.
        await services.media.decode(pictures[0], 64)
        ids = [await services.generations.submit(request) for _ in range(RESULTS // PER_RUN)]
        async with asyncio.timeout(TIMEOUT_S):
            await gate.all_wait.wait()
            with _thumbnails(services) as all_there:
                started = time.monotonic()
                gate.open()
                for generation_id in ids:
                    await services.generations.wait(generation_id)
                landed = time.monotonic() - started
                await all_there.wait()
                whole = time.monotonic() - started
        info = await services.library.info()
        if info.asset_count != RESULTS:
            raise BenchError(f"{info.asset_count} of {RESULTS} results were stored")
    return whole, landed


@contextmanager
def _thumbnails(services: Services) -> Iterator[asyncio.Event]:
    """Set once every asset was told of twice: stored, and then with its size and thumbnail."""
    seen: dict[object, int] = {}
    all_there = asyncio.Event()

    def count(event: AssetsChanged) -> None:
        for asset_id in event.asset_ids:
            seen[asset_id] = seen.get(asset_id, 0) + 1
        if sum(times > 1 for times in seen.values()) == RESULTS:
            all_there.set()

    unsubscribe = services.events.subscribe(AssetsChanged, count)
    try:
        yield all_there
    finally:
        unsubscribe()


def _report(stored: list[float], landed: list[float], copied: list[float]) -> Report:
    report = Report("ingest", ("what", "median_s", "mb_per_s", "over_copy"))
    for what, seconds in (
        ("copy, sync, thumbnail", copied),
        ("stored, rows durable", landed),
        ("stored, with thumbnails", stored),
    ):
        report.rows.append(
            {
                "what": what,
                "median_s": median(seconds),
                "mb_per_s": RESULTS * SIZE_BYTES / 1e6 / median(seconds),
                "over_copy": paired_ratio(seconds, copied),
            }
        )
    ratio = paired_ratio(stored, copied)
    report.goals.append(Goal("storing over copy, sync and thumbnail", ratio, GOAL))
    report.notes.append(f"{RESULTS} PNG pictures of 1 MB (1024 × 1024), {len(copied)} rounds")
    return report
