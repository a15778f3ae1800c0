"""The Create page: what it shows of a run that is done, on its way, failed or in doubt."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from mediadesk.domain.generation import Generation, GenerationType, InputRef
from mediadesk.ui.panes.create.pane import CreatePane
from mediadesk.ui.widgets.image_viewer import ImageViewer
from mediadesk.ui.widgets.parameter_controls import ParameterControls
from mediadesk.ui.window_session import WindowSession
from tests.shots.answers import REFUSED, ROUGH, SILENT, SLOW, STREAMING
from tests.shots.camera import BOTH, FULL, NARROW, WIDE, Camera
from tests.shots.studio import (
    AURORA,
    CERAMICS,
    COPY,
    FILM_PROJECT,
    FLARE,
    NANO,
    NORDLYS,
    OPUS,
    PROMPTS,
    RADIO,
    SPEECH,
    TRAILER,
    VASES,
    Studio,
)

_NEW = "New season"
_REFUSED = "A portrait that the safety filter does not like"
_SILENT = "A harbour in winter light, boats under canvas"
_READ_S = 0.8
"""By then a player shows its first picture and a text is laid out."""


async def photograph_empty(camera: Camera, session: WindowSession, studio: Studio) -> None:
    """A project in which nothing was made yet."""
    project = await session.services.projects.create(_NEW)
    workspace = session.workspace
    workspace.refresh_projects()
    await camera.until(lambda: project.id in [one.id for one in workspace.projects], "the project")
    workspace.choose_project(project.id)
    await asyncio.sleep(_READ_S)
    await camera.take("09-empty-project", sizes=BOTH)
    workspace.choose_project(studio.project(CERAMICS))
    await session.services.projects.delete(project.id)


async def photograph_create(camera: Camera, session: WindowSession, studio: Studio) -> None:
    """Every kind of result and every state of a run."""
    await _pictures(camera, session, studio)
    await _others(camera, session, studio)
    await _states(camera, session, studio)


async def _show(camera: Camera, session: WindowSession, made: Generation) -> None:
    """Show a run with the form that made it."""
    session.workspace.choose_project(made.project_id)
    session.show_page("create")
    session.workspace.reuse(made.id)
    session.workspace.show_generation(made.id)
    page = camera.part(CreatePane, "create-pane")
    await camera.until(
        lambda: page.stage_model.asset is not None and page.composer_model.type is made.type,
        "the result",
    )
    await asyncio.sleep(_READ_S)


async def _pictures(camera: Camera, session: WindowSession, studio: Studio) -> None:
    text = "Each piece leaves the wheel slightly different"
    running = [
        await studio.begin(STREAMING, OPUS, text, project=CERAMICS),
        await studio.begin(ROUGH, NANO, "Dark still life, black vases", count=4),
    ]
    bowl = await studio.make(NANO, "A bowl with three eggs, plaster light", count=1)
    made = await studio.make(NANO, VASES, count=4, inputs=_reference(bowl))
    for prompt in ("The same vases in white", "The same vases at night"):
        await studio.make(NANO, prompt, count=1, inputs=_reference(made))
    assets = session.services.assets
    first = made.assets[0].id
    await assets.set_favourite([first], True)
    await assets.set_rating([first], 4)
    await assets.add_tags([first], ["catalogue", "hero", "spring"])
    await _show(camera, session, made)
    viewer = camera.part(ImageViewer, "image-viewer")
    await camera.until(viewer.has_image, "the picture")
    await camera.take("01-create-image", sizes=BOTH)
    await camera.take("11-qt-check", sizes=((1440, 852),), cut=QRect(0, 0, 600, 852))
    await camera.take("01-create-narrow", sizes=(NARROW,))
    page = camera.part(CreatePane, "create-pane")
    camera.window.resize(*WIDE)
    camera.part(ParameterControls, "parameter-controls").toggle_advanced()
    await camera.take("01-create-wide", sizes=(WIDE,))
    camera.part(ParameterControls, "parameter-controls").toggle_advanced()
    page.full_view.set_on(True)
    viewer.zoom_to(1.6)
    await camera.take("01-full-view")
    page.full_view.set_on(False)
    viewer.fit()
    session.workspace.show_generation(running[1])
    await asyncio.sleep(_READ_S)
    await camera.take("01-create-generating", sizes=BOTH)
    session.workspace.show_generation(running[0])
    await asyncio.sleep(_READ_S)
    await camera.take("create-streaming")
    for generation_id in running:
        await session.services.generations.cancel(generation_id)
        await session.services.generations.wait(generation_id)
    session.workspace.show_generation(running[1])
    await asyncio.sleep(_READ_S)
    await camera.take("create-cancelled")


def _reference(made: Generation) -> tuple[InputRef, ...]:
    return (InputRef(made.assets[0].id, "image"),)


async def _others(camera: Camera, session: WindowSession, studio: Studio) -> None:
    for name, habit, project in (
        ("03-result-text", OPUS, COPY),
        ("03-result-audio", SPEECH, RADIO),
        ("03-result-video", TRAILER, NORDLYS),
    ):
        made = await studio.make(habit, PROMPTS[project][0])
        await _show(camera, session, made)
        await asyncio.sleep(_READ_S)
        await camera.take(name, sizes=BOTH)


async def _states(camera: Camera, session: WindowSession, studio: Studio) -> None:
    session.workspace.choose_project(studio.project(CERAMICS))
    generations = session.services.generations
    for name, story, habit, prompt in (
        ("09-result-failed", REFUSED, FLARE, _REFUSED),
        ("create-uncertain", SILENT, FLARE, _SILENT),
    ):
        generation_id = await studio.begin(story, habit, prompt, project=CERAMICS)
        await generations.wait(generation_id)
        session.workspace.reuse(generation_id)
        session.workspace.show_generation(generation_id)
        await asyncio.sleep(_READ_S)
        await camera.take(name, sizes=BOTH)
    running = await studio.begin(SLOW, TRAILER, "Cliffs at dusk, slow", project=FILM_PROJECT)
    session.workspace.choose_project(studio.project(FILM_PROJECT))
    session.workspace.show_generation(running)
    await asyncio.sleep(_READ_S)
    await camera.take("create-video-running", sizes=BOTH)
    await generations.cancel(running)
    await generations.wait(running)
    session.workspace.choose_project(studio.project(CERAMICS))
    camera.part(QPlainTextEdit, "prompt").setPlainText(VASES)
    composer = camera.part(CreatePane, "create-pane").composer_model
    composer.set_type(GenerationType.IMAGE)
    composer.choose_model(studio.request(AURORA).provider, AURORA.model)
    camera.part(QWidget, "prompt").setFocus()
    await camera.take("create-typing", sizes=(FULL,))
