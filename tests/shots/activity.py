"""The Activity page while jobs run, wait for a time, wait in line and have failed; and paused."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from mediadesk.app.headless import find, until
from mediadesk.domain.generation import GenerationRequest, GenerationType
from mediadesk.domain.ids import GenerationId, ProviderName
from mediadesk.ui.main_window import MainWindow
from mediadesk.ui.panes.activity.item_model import ActivityItemModel
from mediadesk.ui.panes.activity.job_list import JobList
from mediadesk.ui.window_session import WindowSession

SETTLE_S = 1.5
_SLOW_S = 60.0
_JOBS = (
    (GenerationType.TEXT, "sample-text", "Catalogue introduction, warm and plain", "none"),
    (GenerationType.VIDEO, "sample-video", "Blue hour over wide dunes, one lit tent", "none"),
    (GenerationType.IMAGE, "sample-image", "Marbled paper, teal and oxide", "rate_limit"),
    (GenerationType.IMAGE, "sample-image", "Dark still life, black amphora", "none"),
    (GenerationType.IMAGE, "sample-image", "Mediterranean tile pattern, seamless", "none"),
    (GenerationType.IMAGE, "sample-image", "Fishing boats in fog, wide", "none"),
)


async def photograph_activity(
    window: MainWindow, session: WindowSession, shoot: Callable[[str], Awaitable[None]]
) -> None:
    """Make jobs of every state, take pictures of the page, and stop the jobs again."""
    generations = session.services.generations
    made: list[GenerationId] = []
    for kind, model, prompt, failure in _JOBS:
        request = GenerationRequest(
            type=kind,
            provider=ProviderName("sample"),
            model=model,
            prompt=prompt,
            project_id=session.workspace.project.id,
            parameters={"delay_s": _SLOW_S, "simulate_failure": failure},
        )
        made.append(await generations.submit(request))
    session.go_to("activity")
    jobs = find(window, JobList, "activity-list")
    model_ = jobs.model()
    assert isinstance(model_, ActivityItemModel)
    await until(lambda: model_.position_of(made[-1]) is not None, "the jobs")
    await asyncio.sleep(SETTLE_S)
    position = model_.position_of(made[2])
    if position is not None:
        jobs.selectRow(position)
    await shoot("activity")
    await generations.queue.set_paused(is_paused=True)
    await shoot("activity-paused")
    for generation_id in made:
        await generations.cancel(generation_id)
        await generations.wait(generation_id)
    await generations.queue.set_paused(is_paused=False)
