"""The Activity page while jobs run, stream, wait in line and for a limit, and have failed."""

from __future__ import annotations

import asyncio

from mediadesk.ui.panes.activity.item_model import ActivityItemModel
from mediadesk.ui.panes.activity.job_list import JobList
from mediadesk.ui.window_session import WindowSession
from tests.shots.answers import LIMITED, REFUSED, SLOW, STREAMING
from tests.shots.camera import BOTH, NARROW, Camera
from tests.shots.studio import (
    CERAMICS,
    FAST,
    FILM_PROJECT,
    FLARE,
    FLUX,
    NANO,
    OPUS,
    TRAILER,
    Studio,
)

_JOBS = (
    (REFUSED, FLARE, CERAMICS, "A portrait that the filter refuses"),
    (STREAMING, OPUS, CERAMICS, "Catalogue introduction, warm and plain, 120 words"),
    (SLOW, TRAILER, FILM_PROJECT, "Blue hour over wide dunes, one lit tent"),
    (LIMITED, FAST, CERAMICS, "Marbled paper, teal and oxide"),
    (SLOW, NANO, CERAMICS, "Dark still life, black amphora"),
    (SLOW, FLUX, CERAMICS, "Mediterranean tile pattern, seamless"),
)


async def photograph_activity(camera: Camera, session: WindowSession, studio: Studio) -> None:
    """Make jobs of every state, take pictures of the page, and stop the jobs again."""
    generations = session.services.generations
    await generations.activity.clear("failed")
    made = [
        await studio.begin(story, habit, prompt, project=project)
        for story, habit, project, prompt in _JOBS
    ]
    session.go_to("activity")
    jobs = await camera.sees_a(JobList, "activity-list")
    model = jobs.model()
    assert isinstance(model, ActivityItemModel)
    await camera.until(lambda: model.position_of(made[-1]) is not None, "the jobs")
    await asyncio.sleep(1.5)
    position = model.position_of(made[3])
    if position is not None:
        jobs.selectRow(position)
    await camera.take("04-activity", sizes=BOTH)
    await generations.queue.set_paused(is_paused=True)
    await camera.take("activity-paused", sizes=(NARROW,))
    for generation_id in made:
        await generations.cancel(generation_id)
        await generations.wait(generation_id)
    await generations.queue.set_paused(is_paused=False)
