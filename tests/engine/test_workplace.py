"""Where the window was left: kept whole, without what was deleted since, or not at all."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from mediadesk.domain.generation import InputRef
from mediadesk.domain.ids import ProviderName
from mediadesk.domain.routes import FallbackLink
from mediadesk.services.workplace import (
    KEY,
    CreateMemory,
    Workplace,
    keep_workplace,
    kept_workplace,
    what_is_left,
)

if TYPE_CHECKING:
    from tests.engine.conftest import Desk


async def left_at(desk: Desk) -> Workplace:
    """A form that continues a run, has a result as its input and shows that run."""
    made = await desk.make("image")
    request = dataclasses.replace(
        desk.request("image"),
        prompt="Half a thought",
        parameters={"seed": 7, "style": "calm", "share": 0.5, "is_wide": True},
        extra={"nested": {"list": [1, None]}},
        inputs=(InputRef(made.assets[0].id, "reference", {"mask": "all"}),),
        result_count=3,
        parent_id=made.id,
        max_cost_micro=1_250_000,
        fallback=(FallbackLink(ProviderName("sample"), "sample-image"),),
    )
    create = CreateMemory(request, "{", made.id, made.assets[0].id)
    return Workplace("library", "library/images", request.project_id, create)


async def test_everything_comes_back_as_it_was(desk: Desk) -> None:
    left = await left_at(desk)
    settings = desk.services.settings
    assert kept_workplace(settings) is None
    await keep_workplace(settings, left)
    assert kept_workplace(settings) == left
    settings.load()
    assert kept_workplace(settings) == left
    assert KEY not in settings.all()


async def test_what_was_deleted_since_is_left_out(desk: Desk) -> None:
    create = (await left_at(desk)).create
    assert create is not None
    services = desk.services
    assert await what_is_left(create, services.generations, services.assets) == create
    assert create.generation_id is not None
    await services.generations.delete(create.generation_id)
    left = await what_is_left(create, services.generations, services.assets)
    assert (left.generation_id, left.asset_id, left.request.parent_id) == (None, None, None)
    assert left.request.inputs == ()
    assert left.request.prompt == "Half a thought"


@pytest.mark.parametrize("stored", ["words", 7, [], {}, {"page": "create", "project": "no id"}])
async def test_what_this_version_cannot_read_is_nothing(desk: Desk, stored: object) -> None:
    await desk.services.settings.keep(KEY, stored)
    assert kept_workplace(desk.services.settings) is None
