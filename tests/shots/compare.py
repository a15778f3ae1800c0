"""Compare: choosing models, two and four pictures, four texts, ways to show two in one."""

from __future__ import annotations

import asyncio

from mediadesk.domain.generation import GenerationRequest
from mediadesk.domain.ids import ProviderName
from mediadesk.domain.routes import FallbackLink
from mediadesk.ui.item_models.history_item_model import ACTIVE
from mediadesk.ui.panes.compare.pane import ComparePane
from mediadesk.ui.window_session import WindowSession
from tests.shots.camera import BOTH, Camera
from tests.shots.studio import AURORA, CERAMICS, FAST, FLARE, NANO, OPUS, SOL, VASES, Studio

_TEXT = "Introduce the autumn stoneware in three short paragraphs, with a price table"
Models = tuple[tuple[str, str], ...]
_PICTURES: Models = tuple((one.provider, one.model) for one in (NANO, FAST, FLARE, AURORA))
_TEXTS: Models = (
    (OPUS.provider, OPUS.model),
    (SOL.provider, SOL.model),
)


async def photograph_compare(camera: Camera, session: WindowSession, studio: Studio) -> None:
    """Run the comparisons and look at each."""
    session.workspace.choose_project(studio.project(CERAMICS))
    request = studio.request(NANO, VASES, count=1)
    pane = await _begin(camera, session, request, _PICTURES)
    await camera.take("compare-models", sizes=BOTH)
    await _run(camera, pane)
    for number, stars in enumerate((4, 3, 5, 3)):
        cell = pane.view_model.cells[number]
        pane.view_model.rate(cell, stars)
    pane.view_model.pick_at(2)
    await asyncio.sleep(0.6)
    await camera.take("03-compare-4-images", sizes=BOTH)
    await camera.click("compare-hide")
    await camera.take("compare-names-hidden")
    await camera.click("compare-hide")
    pane = await _begin(camera, session, request, _PICTURES[:2])
    await _run(camera, pane)
    await camera.take("03-compare-2-images", sizes=BOTH)
    catalogue = session.services.models
    others = [
        (info.name, model.id)
        for info in catalogue.providers()
        if not info.is_offline
        for model in catalogue.models(OPUS.kind, info.name)[:1]
        if info.name not in {provider for provider, _ in _TEXTS}
    ]
    request = studio.request(OPUS, _TEXT, count=1)
    pane = await _begin(camera, session, request, (*_TEXTS, *others)[:4])
    await _run(camera, pane)
    pane.view_model.pick_at(0)
    await asyncio.sleep(0.6)
    await camera.take("03-compare-4-texts", sizes=BOTH)


async def _begin(
    camera: Camera, session: WindowSession, request: GenerationRequest, models: Models
) -> ComparePane:
    session.workspace.compare_wanted.emit(request)
    pane = await camera.sees_a(ComparePane, "compare-pane")
    wanted = [FallbackLink(ProviderName(name), model) for name, model in models]
    for link in [*pane.view_model.models, *wanted]:
        if (link in wanted) != (link in pane.view_model.models):
            pane.view_model.toggle(link)
    await camera.sees("compare-run")
    await asyncio.sleep(0.5)
    return pane


async def _run(camera: Camera, pane: ComparePane) -> None:
    await camera.click("compare-run")
    await camera.until(lambda: pane.view_model.board is not None, "the board")
    await camera.until(
        lambda: all(cell.run.status not in ACTIVE for cell in pane.view_model.cells), "the results"
    )
    await asyncio.sleep(1.0)
