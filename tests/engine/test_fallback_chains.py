"""Fallback chains: which one counts, what it may cost, and how its calls are counted and found."""

from __future__ import annotations

import asyncio
import random

import pytest

from mediadesk.domain.errors import (
    Billed,
    NotFoundError,
    ProviderError,
    UsageError,
)
from mediadesk.domain.generation import (
    GenerationStatus,
    GenerationType,
)
from mediadesk.domain.ids import AccountId, ProviderName, new_uuid7
from mediadesk.domain.queries import AssetQuery, HistoryQuery
from mediadesk.domain.route_view import Outcome, route_of
from mediadesk.domain.routes import FallbackLink
from mediadesk.providers.base import GenerationContext, GenerationResult
from mediadesk.providers.base import ProviderRequest as Request
from mediadesk.services.job_states import is_moving
from tests.engine.chains import BATCH, MYSTERY, SCRIPTED, Kind, outcomes, refused
from tests.engine.conftest import Desk, OpenDesk
from tests.fakes.scripted_provider import (
    IMAGE_PRICE,
    failing,
)


async def test_the_chain_is_that_of_when_it_was_queued(desk: Desk) -> None:
    projects = desk.services.projects
    kinds = {GenerationType.IMAGE: (BATCH,)}
    await projects.set_fallback(desk.project_id, kinds)
    assert (await projects.get(desk.project_id)).fallback == kinds
    waiting = asyncio.Event()

    async def wait_then_fail(request: Request, context: GenerationContext) -> GenerationResult:
        await waiting.wait()
        raise refused()

    desk.script.steps.append(wait_then_fail)
    generation_id = await desk.services.generations.submit(desk.request())
    await projects.set_fallback(desk.project_id, {})
    desk.services._io.post(waiting.set)
    made = await desk.services.generations.wait(generation_id)
    assert outcomes(route_of(made))[-1] == ("batch", Outcome.DELIVERED)
    assert (await desk.services.generations.request_of(generation_id)).fallback is None


async def test_a_run_may_do_without_its_projects_chain(desk: Desk) -> None:
    await desk.services.projects.set_fallback(desk.project_id, {GenerationType.IMAGE: (BATCH,)})
    desk.script.steps.append(failing(refused()))
    made = await desk.make("image", fallback=())
    assert (made.status, len(made.attempts)) == (GenerationStatus.FAILED, 1)
    assert (await desk.services.generations.request_of(made.id)).fallback == ()
    other = await desk.make("batch")  # a model does not follow itself
    assert route_of(other) == ()


async def test_sent_again_with_the_link_that_failed(desk: Desk) -> None:
    desk.script.steps += [failing(refused()), failing(refused(Kind.TIMEOUT, status=None))]
    made = await desk.make("image", fallback=(BATCH,))
    assert made.status is GenerationStatus.UNCERTAIN
    await desk.services.generations.send_again(made.attempts[1].id)
    again = await desk.services.generations.wait(made.id)
    assert [one.route.link for one in again.attempts] == [0, 1, 1]
    assert [request.model.id for request in desk.script.requests] == ["image", "batch", "batch"]


@pytest.mark.parametrize(
    ("link", "error"),
    [
        (FallbackLink(ProviderName("nobody"), "image"), UsageError),
        (FallbackLink(SCRIPTED, "text"), UsageError),
        (FallbackLink(SCRIPTED, "batch", AccountId(new_uuid7())), NotFoundError),
        (FallbackLink(SCRIPTED, "image"), UsageError),
    ],
    ids=["no such provider", "another kind", "no such account", "the model itself"],
)
async def test_a_chain_that_cannot_be_meant_is_refused_at_once(
    desk: Desk, link: FallbackLink, error: type[Exception]
) -> None:
    with pytest.raises(error):
        await desk.services.generations.submit(desk.request(fallback=(link,)))
    assert desk.rows("SELECT COUNT(*) FROM generations")[0][0] == 0


async def test_the_estimate_is_bounded_by_the_dearest_model(desk: Desk) -> None:
    request = desk.request("free-text", fallback=(FallbackLink(SCRIPTED, "text"),))
    found = await desk.services.generations.estimate_route(request)
    free, paid = (one.estimate for one in found.links)
    assert free is not None
    assert paid is not None
    assert (found.total.expected_micro, found.total.is_free) == (0, False)
    assert found.total.upper_micro == paid.upper_micro
    assert await desk.services.generations.estimate(request) == found.total
    request = desk.request(fallback=(MYSTERY,), parameters={"style": "wild"})
    found = await desk.services.generations.estimate_route(request)
    assert found.total.upper_micro == IMAGE_PRICE
    assert "needs a limit" in found.links[1].problem
    assert found.links[1].dropped == ("style",)


async def test_never_two_calls_that_may_cost_something(desk: Desk) -> None:
    """A few dozen runs in which everything goes wrong in every way, in a known order."""
    dice = random.Random(20261123)

    def problem() -> ProviderError:
        return ProviderError(
            dice.choice(list(Kind)),
            "No.",
            status=dice.choice([None, 400, 401, 402, 408, 409, 429, 500, 503, 529]),
            billed=dice.choice(list(Billed)),
            sent=dice.random() < 0.8,
            provider_answered=dice.random() < 0.5,
            retry_after_s=600.0,
        )

    chain = (BATCH, FallbackLink(SCRIPTED, "other"))
    for _ in range(40):
        desk.script.steps = [failing(problem()) for _ in range(dice.randint(1, 3))]
        generation_id = await desk.services.generations.submit(desk.request(fallback=chain))
        while True:
            found = await desk.services.generations.get(generation_id)
            last = found.attempts[-1]
            if last.tries or not is_moving(last.state):
                break
            await asyncio.sleep(0.005)
        await desk.services.generations.cancel(generation_id)
        made = await desk.services.generations.wait(generation_id)
        *before, end = made.attempts
        assert [one.billed for one in before] == [Billed.FREE] * len(before)
        assert [one.route.link for one in made.attempts] == list(range(len(made.attempts)))
        if end.needs_settling:
            await desk.services.generations.settle(end.id, charged_micro=None)
        assert desk.held() == 0
        desk.script.steps = []


async def test_rows_are_counted_where_the_calls_went(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        desk.script.steps.append(failing(refused()))
        await desk.make("image", fallback=(BATCH,))
        lines = desk.rows("SELECT model, kind FROM ledger_entries ORDER BY id")
    assert [tuple(line) for line in lines] == [
        ("image", "hold"),
        ("image", "release"),
        ("batch", "hold"),
        ("batch", "release"),
        ("batch", "charge"),
    ]


async def test_what_a_fallback_made_is_found_by_both_models(desk: Desk) -> None:
    desk.script.steps.append(failing(refused()))
    made = await desk.make("image", fallback=(BATCH,))
    await desk.make("text")
    assets, history = desk.services.assets, desk.services.history
    for name in ("image", "batch"):
        found = await assets.find(AssetQuery(model=name))
        assert {asset.generation_id for asset in found} == {made.id}
        assert await assets.find(AssetQuery(models=frozenset({name, "none"}))) == found
        page = await history.first_page(HistoryQuery(model=name))
        assert [row.generation.id for row in page] == [made.id]
    items = await desk.services.browse.items(
        await desk.services.browse.row_ids(AssetQuery(model="image"))
    )
    assert {item.model for item in items} == {"batch"}
    assert await assets.find(AssetQuery(provider=SCRIPTED, model="none")) == []
