"""The real window, run by ``view``.

``python -m tests.bench.view_window SIMULATOR_URL RESULT_FILE PICTURES_FOLDER TEXT_FILE``.
"""

from __future__ import annotations

import asyncio
import json
import math
import sys
import time
from pathlib import Path
from typing import Any

from mediadesk.app.headless import find, until
from mediadesk.domain.generation import (
    Generation,
    GenerationRequest,
    GenerationStatus,
    GenerationType,
)
from mediadesk.domain.ids import GenerationId
from mediadesk.providers.adapters.openai_compatible import OpenAICompatibleProvider
from mediadesk.ui.main_window import MainWindow
from mediadesk.ui.panes.create.pane import CreatePane
from mediadesk.ui.panes.create.result_loader import FIRST_PICTURE_SIDE
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.text_view import TextView
from mediadesk.ui.window_session import WindowSession
from tests.bench.control import plan
from tests.bench.lag_window import MODELS, PROVIDER
from tests.bench.window_runs import Heartbeat, open_window

SLOTS = 20
SETTLE_S = 3.0
IDLE_S = 6.0
LOOK_S = 1.5
LONGEST_S = 120.0
RESIZE_S = 4.0
FRAME_S = 1 / 60
OPENED = 6
THEMES = ("light", "dark") * 2


class Driver:
    """Gives the window what is heavy to show, one thing after the other."""

    def __init__(self, base_url: str, pictures: list[Path], text: str) -> None:
        self._base_url = base_url
        self._pictures = pictures
        self._text = text
        self.heart = Heartbeat()
        self.found: dict[str, Any] = {
            "thumbnail_ms": [], "sharp_ms": [], "decode_ms": [], "theme_ms": [],
        }  # fmt: skip

    async def __call__(self, window: MainWindow, session: WindowSession) -> None:
        """Idle, then each of them."""
        window.resize(1440, 900)
        accounts = session.services.accounts
        await accounts.add(PROVIDER, name="Simulator", key=None, base_url=self._base_url)
        await asyncio.sleep(SETTLE_S)
        with self.heart.phase("idle window"):
            await asyncio.sleep(IDLE_S)
        await self._long_answer(window, session)
        made = await self._store(session)
        await self._open_pictures(window, session, made)
        await self._resize(window)
        await self._switch_themes(window)

    async def _long_answer(self, window: MainWindow, session: WindowSession) -> None:
        await self._plan(path="/chat/completions", count=1, text=self._text)
        view = find(window, TextView, "text-view")
        with self.heart.phase("a long answer streams"):
            made = await self._submit(session, GenerationType.TEXT)
            session.workspace.show_generation(made)
            await until(view.is_streaming, "the answer")
            started = time.perf_counter()
            whole = len(self._text)
            shown = view.document().characterCount
            await until(lambda: shown() >= whole, "its end", wait_s=LONGEST_S)
            self.found["long_answer_s"] = time.perf_counter() - started
        await self._done(session, made)
        await asyncio.sleep(SETTLE_S)

    async def _store(self, session: WindowSession) -> list[Generation]:
        for picture in self._pictures:
            await self._plan(path="/images/generations", count=1, file=str(picture))
        with self.heart.phase(f"{len(self._pictures)} 4K pictures arrive"):
            ids = [await self._submit(session, GenerationType.IMAGE) for _ in self._pictures]
            session.workspace.show_generation(ids[0])
            made = [await self._done(session, one) for one in ids]
            await asyncio.sleep(SETTLE_S)
        return made

    async def _open_pictures(
        self, window: MainWindow, session: WindowSession, made: list[Generation]
    ) -> None:
        loader = find(window, CreatePane, "create-pane").stage_model.loader
        at: dict[str, float] = {}
        loader.thumbnail_ready.connect(
            lambda *_: at.setdefault("thumbnail_ms", time.perf_counter())
        )
        loader.picture_ready.connect(lambda _: at.setdefault("sharp_ms", time.perf_counter()))
        media, encoded = session.services.media, self._pictures[0].read_bytes()
        for generation in made[1 : 1 + OPENED]:
            started = time.perf_counter()
            await media.decode(encoded, FIRST_PICTURE_SIDE)
            self.found["decode_ms"].append((time.perf_counter() - started) * 1000)
            at.clear()
            with self.heart.phase("a 4K picture opens"):
                started = time.perf_counter()
                session.workspace.show_generation(generation.id)
                await until(lambda: "sharp_ms" in at, "the picture")
                await asyncio.sleep(LOOK_S)
            for what, moment in at.items():
                self.found[what].append((moment - started) * 1000)

    async def _resize(self, window: MainWindow) -> None:
        with self.heart.phase("the window is resized"):
            begun = time.monotonic()
            while (share := (time.monotonic() - begun) / RESIZE_S) < 1:
                wave = math.sin(share * 4 * math.pi)
                window.resize(round(1300 + 200 * wave), round(850 + 100 * wave))
                await asyncio.sleep(FRAME_S)

    async def _switch_themes(self, window: MainWindow) -> None:
        window.resize(1440, 900)
        await asyncio.sleep(LOOK_S)
        for scheme in THEMES:
            started = time.perf_counter()
            theme().set_preference(scheme)  # type: ignore[arg-type]  # one of its words
            window.repaint()
            self.found["theme_ms"].append((time.perf_counter() - started) * 1000)
            await asyncio.sleep(LOOK_S)

    async def _submit(self, session: WindowSession, kind: GenerationType) -> GenerationId:
        request = GenerationRequest(
            kind,
            PROVIDER,
            MODELS[kind],
            "Tell of the light over a quiet harbour",
            session.workspace.project.id,
            max_cost_micro=1_000_000,
        )
        return await session.services.generations.submit(request)

    async def _done(self, session: WindowSession, generation_id: GenerationId) -> Generation:
        async with asyncio.timeout(LONGEST_S):
            ended = await session.services.generations.wait(generation_id)
        if ended.status is not GenerationStatus.COMPLETED:
            raise RuntimeError(f"a job ended as {ended.status}: {ended.error_message}")
        return ended

    async def _plan(self, **document: Any) -> None:
        await asyncio.to_thread(lambda: plan(self._base_url, **document))


def main(base_url: str, result: Path, pictures: Path, text: Path) -> int:
    """Let the driver work in the window, write what was found."""
    OpenAICompatibleProvider.slots = SLOTS
    driver = Driver(base_url, sorted(pictures.glob("*.png")), text.read_text(encoding="utf-8"))
    code = open_window(driver)
    result.write_text(
        json.dumps({"late_ms": driver.heart.late_ms, **driver.found}), encoding="utf-8"
    )
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4])))
