"""The real window, run by ``lag``: how late its thread answers while it idles and while jobs run.

``python -m tests.bench.lag_window SIMULATOR_URL RESULT_FILE PICTURES_FOLDER``. A timer on the Qt
thread should fire every 10 ms; how late it fires is what a person would wait for a click.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer

from mediadesk.app import _import_rest, _shell, prepare_interpreter
from mediadesk.app.life import WindowLife
from mediadesk.app.window_loop import WindowLoop
from mediadesk.domain.events import TextStreamed
from mediadesk.domain.generation import GenerationRequest, GenerationStatus, GenerationType
from mediadesk.domain.ids import GenerationId, ProviderName
from mediadesk.providers.adapters.openai_compatible import OpenAICompatibleProvider
from mediadesk.ui.main_window import MainWindow
from mediadesk.ui.window_session import WindowSession
from tests.bench.control import plan

BEAT_S = 0.01
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


class Heartbeat(QObject):
    """Milliseconds by which each beat of the Qt thread came late, phase by phase."""

    def __init__(self) -> None:
        super().__init__()
        self.late_ms: dict[str, list[float]] = {}
        self._phase: list[float] | None = None
        self._due = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(BEAT_S * 1000))
        self._timer.timeout.connect(self._on_beat)

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Count the beats inside the block under this name."""
        self._phase = self.late_ms.setdefault(name, [])
        self._begin()
        try:
            yield
        finally:
            if self._timer.isActive() and time.monotonic() > self._due:
                self._on_beat()
            self._timer.stop()
            self._phase = None

    def _begin(self) -> None:
        self._due = time.monotonic() + BEAT_S
        self._timer.start()

    def _on_beat(self) -> None:
        if self._phase is not None:
            self._phase.append(max(0.0, time.monotonic() - self._due) * 1000)
        self._begin()


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


def open_window(drive: Callable[[MainWindow, WindowSession], Awaitable[None]]) -> int:
    """Open the window on a throw-away library, let the driver work, close; the exit code."""
    prepare_interpreter()
    app, window, preferences = _shell()
    _import_rest()
    loop = WindowLoop(app)
    asyncio.set_event_loop(loop)
    with loop, tempfile.TemporaryDirectory(prefix="mediadesk-bench-") as folder:
        base = Path(folder)
        life = WindowLife(window, preferences, base / "none", use_keyring=False, view=None)
        code: int = loop.run_until_complete(life.run(drive, throwaway=base))
    return code


def main(base_url: str, result: Path, pictures: Path) -> int:
    """Let the driver work in the window, write what was found."""
    OpenAICompatibleProvider.slots = STREAMS
    driver = Driver(base_url, sorted(pictures.glob("*.png")))
    code = open_window(driver)
    result.write_text(json.dumps(driver.heart.late_ms), encoding="utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])))
