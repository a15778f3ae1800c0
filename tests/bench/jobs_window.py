"""The real window, run by ``jobs``: a thousand jobs through the queue, and how late it answers.

``python -m tests.bench.jobs_window SIMULATOR_URL RESULT_FILE JOBS SLOTS``.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path

from mediadesk.domain.events import GenerationFinished
from mediadesk.domain.generation import GenerationRequest, GenerationStatus, GenerationType
from mediadesk.domain.ids import GenerationId
from mediadesk.providers.adapters.openai_compatible import OpenAICompatibleProvider
from mediadesk.ui.main_window import MainWindow
from mediadesk.ui.window_session import WindowSession
from tests.bench.lag_window import PROVIDER
from tests.bench.window_runs import Heartbeat, open_window

SETTLE_S = 3.0
LONGEST_S = 240.0


class Driver:
    """Queues the jobs and waits for the last one."""

    def __init__(self, base_url: str, jobs: int) -> None:
        self._base_url = base_url
        self._jobs = jobs
        self.heart = Heartbeat()
        self.queued_s = 0.0
        self.done_s = 0.0

    async def __call__(self, window: MainWindow, session: WindowSession) -> None:
        """Queue, wait, and see that every job brought its result."""
        window.resize(1440, 900)
        services = session.services
        await services.accounts.add(PROVIDER, name="Simulator", key=None, base_url=self._base_url)
        await asyncio.sleep(SETTLE_S)
        ended: set[GenerationId] = set()
        all_ended = asyncio.Event()

        def note(event: GenerationFinished) -> None:
            ended.add(event.generation_id)
            if len(ended) == self._jobs:
                all_ended.set()

        forget = services.events.subscribe(GenerationFinished, note)
        started = time.monotonic()
        ids = []
        with self.heart.phase("jobs are queued and start"):
            for _ in range(self._jobs):
                ids.append(await services.generations.submit(self._request(session)))
        self.queued_s = time.monotonic() - started
        with self.heart.phase("jobs run"):
            async with asyncio.timeout(LONGEST_S):
                await all_ended.wait()
        self.done_s = time.monotonic() - started
        forget()
        for generation_id in ids:
            found = await services.generations.wait(generation_id)
            if found.status is not GenerationStatus.COMPLETED:
                raise RuntimeError(f"a job ended as {found.status}: {found.error_message}")

    @staticmethod
    def _request(session: WindowSession) -> GenerationRequest:
        return GenerationRequest(
            GenerationType.TEXT,
            PROVIDER,
            "bench-text",
            "Tell of the light over a quiet harbour",
            session.workspace.project.id,
            max_cost_micro=1_000_000,
        )


def main(base_url: str, result: Path, jobs: int, slots: int) -> int:
    """Let the driver work in the window, write what was found."""
    OpenAICompatibleProvider.slots = slots
    driver = Driver(base_url, jobs)
    code = open_window(driver)
    found = {"queued_s": driver.queued_s, "done_s": driver.done_s, "late_ms": driver.heart.late_ms}
    result.write_text(json.dumps(found), encoding="utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])))
