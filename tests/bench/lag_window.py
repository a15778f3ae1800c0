"""The real window, run by ``lag``: how late its thread answers while it idles and while jobs run.

``python -m tests.bench.lag_window SIMULATOR_URL RESULT_FILE PICTURES_FOLDER``. A timer on the Qt
thread should fire every 10 ms; how late it fires is what a person would wait for a click.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

from mediadesk.domain.events import TextStreamed
from mediadesk.domain.generation import GenerationRequest, GenerationStatus, GenerationType
from mediadesk.domain.ids import GenerationId, ProviderName
from mediadesk.providers.adapters.openai_compatible import OpenAICompatibleProvider
from mediadesk.ui.main_window import MainWindow
from mediadesk.ui.window_session import WindowSession
from tests.bench.control import plan
from tests.bench.window_runs import Heartbeat, open_window

STREAMS = 50
PICTURES = 20
TOKEN_PAUSE_S = 1 / 46
"""Between two pieces of one stream: the pace of a quick text model."""
WORDS = 900
IDLE_S = 6.0
STREAM_S = 8.0
SETTLE_S = 3.0
LONGEST_S = 90.0
PROVIDER = ProviderName("openai-compatible")
MODELS = {GenerationType.TEXT: "bench-text", GenerationType.IMAGE: "bench-image"}


class Driver:
    """Gives the window its work and watches the heartbeat."""

    def __init__(self, base_url: str, pictures: list[Path]) -> None:
        self._base_url = base_url
        self._pictures = pictures
        self.heart = Heartbeat()

    async def __call__(self, window: MainWindow, session: WindowSession) -> None:
        """Idle, then streams, then pictures."""
        window.resize(1440, 900)
        await session.services.accounts.add(
            PROVIDER, name="Simulator", key=None, base_url=self._base_url
        )
        await asyncio.sleep(SETTLE_S)
        with self.heart.phase("idle window"):
            await asyncio.sleep(IDLE_S)
        await self._streams(session)
        await asyncio.sleep(SETTLE_S)
        await self._store(session)

    async def _streams(self, session: WindowSession) -> None:
        await self._plan(
            path="/chat/completions", count=STREAMS, words=WORDS, pause_s=TOKEN_PAUSE_S
        )
        seen: set[GenerationId] = set()
        all_stream = asyncio.Event()

        def note(event: TextStreamed) -> None:
            seen.add(event.generation_id)
            if len(seen) == STREAMS:
                all_stream.set()

        forget = session.services.events.subscribe(TextStreamed, note)
        with self.heart.phase(f"{STREAMS} text jobs start"):
            ids = await self._submit(session, GenerationType.TEXT, STREAMS)
            session.workspace.show_generation(ids[0])
            async with asyncio.timeout(LONGEST_S):
                await all_stream.wait()
        forget()
        with self.heart.phase(f"{STREAMS} texts stream"):
            await asyncio.sleep(STREAM_S)
        with self.heart.phase(f"{STREAMS} texts end and are stored"):
            await self._until_done(session, ids)

    async def _store(self, session: WindowSession) -> None:
        for picture in self._pictures:
            await self._plan(path="/images/generations", count=1, file=str(picture))
        with self.heart.phase(f"{len(self._pictures)} pictures are stored"):
            ids = await self._submit(session, GenerationType.IMAGE, len(self._pictures))
            session.workspace.show_generation(ids[0])
            await self._until_done(session, ids)
            await asyncio.sleep(SETTLE_S)

    async def _submit(
        self, session: WindowSession, kind: GenerationType, count: int
    ) -> list[GenerationId]:
        request = GenerationRequest(
            kind,
            PROVIDER,
            MODELS[kind],
            "Tell of the light over a quiet harbour",
            session.workspace.project.id,
            max_cost_micro=1_000_000,
        )
        return [await session.services.generations.submit(request) for _ in range(count)]

    async def _until_done(self, session: WindowSession, ids: list[GenerationId]) -> None:
        async with asyncio.timeout(LONGEST_S):
            for generation_id in ids:
                ended = await session.services.generations.wait(generation_id)
                if ended.status is not GenerationStatus.COMPLETED:
                    raise RuntimeError(f"a job ended as {ended.status}: {ended.error_message}")

    async def _plan(self, **document: Any) -> None:
        await asyncio.to_thread(lambda: plan(self._base_url, **document))


def main(base_url: str, result: Path, pictures: Path) -> int:
    """Let the driver work in the window, write what was found."""
    OpenAICompatibleProvider.slots = STREAMS
    driver = Driver(base_url, sorted(pictures.glob("*.png")))
    code = open_window(driver)
    result.write_text(json.dumps(driver.heart.late_ms), encoding="utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])))
