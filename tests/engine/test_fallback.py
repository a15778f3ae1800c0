"""Fallback chains: the next model follows only where the call before ended free."""

from __future__ import annotations

import asyncio

import pytest

from mediadesk.domain.errors import (
    Billed,
    ProviderError,
)
from mediadesk.domain.events import RouteChanged
from mediadesk.domain.generation import (
    AttemptState,
    FinishReason,
    GenerationStatus,
    InputRef,
)
from mediadesk.domain.projects import CapPeriod, CapScope
from mediadesk.domain.route_view import Outcome, route_of
from mediadesk.domain.routes import FallbackLink
from mediadesk.providers.base import CancelOutcome, GenerationContext, GenerationResult
from mediadesk.providers.base import ProviderRequest as Request
from mediadesk.storage import cancels
from tests.engine.chains import BATCH, IMAGE, MYSTERY, SCRIPTED, Kind, outcomes, refused
from tests.engine.conftest import Desk
from tests.fakes.scripted_provider import (
    IMAGE_PRICE,
    PNG,
    accept_then_hang,
    deliver,
    failing,
    stream_then_hang,
)


async def test_goes_on_with_the_next_model_where_a_call_ended_free(desk: Desk) -> None:
    told: list[RouteChanged] = []
    desk.services.events.subscribe(RouteChanged, told.append)
    desk.script.steps.append(failing(refused()))
    made = await desk.make("image", parameters={"style": "wild"}, fallback=(BATCH,))
    assert made.status is GenerationStatus.COMPLETED
    assert (made.model, made.error_message) == ("image", None)
    assert len(made.assets) == 1
    assert [(one.route.link, one.billed) for one in made.attempts] == [
        (0, Billed.FREE),
        (1, Billed.CHARGED),
    ]
    stops = route_of(made)
    assert outcomes(stops) == [("image", Outcome.ENDED), ("batch", Outcome.DELIVERED)]
    assert stops[0].reason == "It went wrong: auth."
    assert stops[1].dropped == ("style",)
    assert [request.model.id for request in desk.script.requests] == ["image", "batch"]
    assert desk.script.requests[1].parameters == {}
    assert (made.charged_micro, desk.held()) == (IMAGE_PRICE, 0)
    await asyncio.sleep(0)
    assert [(one.ended.model, one.next.model) for one in told] == [("image", "batch")]
    kinds = [row[0] for row in desk.rows("SELECT kind FROM events ORDER BY id")]
    assert kinds.count("generation.route") == 1
    report = await desk.services.library.verify(deep=True)
    assert report.findings == ()


async def test_a_default_that_the_next_model_lacks_is_not_worth_a_word(desk: Desk) -> None:
    desk.script.steps.append(failing(refused()))
    made = await desk.make("image", fallback=(BATCH,))
    assert route_of(made)[1].dropped == ()


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("billed", list(Billed))
async def test_every_kind_of_error_is_followed_only_where_it_was_free(
    desk: Desk, kind: Kind, billed: Billed
) -> None:
    # what is asked to wait waits too long to be waited for
    desk.script.steps.append(
        failing(ProviderError(kind, "No.", status=418, billed=billed, retry_after_s=600.0))
    )
    made = await desk.make("image", fallback=(BATCH,))
    first, *later = made.attempts
    is_followed = first.billed is Billed.FREE
    assert bool(later) is is_followed
    assert desk.script.submissions == (2 if is_followed else 1)
    if billed is Billed.CHARGED and kind not in (Kind.RATE_LIMIT, Kind.INTERRUPTED):
        assert not is_followed
    if kind is Kind.INTERRUPTED:
        assert made.status is GenerationStatus.UNCERTAIN
    paid = [one for one in made.attempts if one.billed is not Billed.FREE]
    assert len(paid) <= 1


@pytest.mark.parametrize(
    "problem",
    [
        refused(Kind.TIMEOUT, status=None),
        refused(Kind.NETWORK, status=None),
        refused(Kind.SERVER, status=500, provider_answered=True),
        refused(Kind.BAD_REQUEST, status=408),
        refused(Kind.BLOCKED, status=400, billed=Billed.CHARGED),
    ],
    ids=["timeout", "broken off", "500", "408", "refused, charged"],
)
async def test_nothing_follows_where_it_may_have_cost_something(
    desk: Desk, problem: ProviderError
) -> None:
    desk.script.steps.append(failing(problem))
    made = await desk.make("image", fallback=(BATCH,))
    assert [one.route.link for one in made.attempts] == [0]
    assert desk.script.submissions == 1
    assert outcomes(route_of(made))[1] == ("batch", Outcome.NOT_USED)
    for attempt in made.attempts:
        if attempt.needs_settling:  # and not after it was settled, either
            await desk.services.generations.settle(attempt.id, charged_micro=None)
    assert len((await desk.services.generations.wait(made.id)).attempts) == 1


async def test_a_content_refusal_is_followed_only_where_it_was_free(desk: Desk) -> None:
    async def refuse(request: Request, context: GenerationContext) -> GenerationResult:
        await context.submitting()
        return GenerationResult(finish_reason=FinishReason.REFUSED, missing="I would rather not.")

    desk.script.steps += [refuse, refuse]
    free = FallbackLink(SCRIPTED, "free-text")
    paid = await desk.make("text", fallback=(free,))
    assert [one.route.link for one in paid.attempts] == [0]
    text = FallbackLink(SCRIPTED, "text")
    made = await desk.make("free-text", fallback=(text,))
    assert [one.state for one in made.attempts] == [AttemptState.FAILED, AttemptState.COMPLETED]


async def test_three_links_each_with_a_hold_of_its_own(desk: Desk) -> None:
    holds: list[int] = []

    async def look(request: Request, context: GenerationContext) -> GenerationResult:
        holds.append(desk.held())
        await context.submitting()
        raise refused()

    desk.script.steps += [look, look, look]
    made = await desk.make(
        "image", fallback=(BATCH, MYSTERY), max_cost_micro=2 * IMAGE_PRICE, result_count=1
    )
    assert made.status is GenerationStatus.FAILED
    assert made.error_message == "It went wrong: auth."
    assert holds == [IMAGE_PRICE, IMAGE_PRICE, 2 * IMAGE_PRICE]
    assert [stop.outcome for stop in route_of(made)] == [Outcome.ENDED] * 3
    assert (made.charged_micro, desk.held()) == (None, 0)


async def test_a_model_without_a_price_is_passed_over_unless_there_is_a_limit(desk: Desk) -> None:
    desk.script.steps.append(failing(refused()))
    made = await desk.make("image", fallback=(MYSTERY, BATCH))
    assert outcomes(route_of(made)) == [
        ("image", Outcome.ENDED),
        ("mystery", Outcome.PASSED_OVER),
        ("batch", Outcome.DELIVERED),
    ]
    assert "price of Mystery is not known" in route_of(made)[1].reason


async def test_what_cannot_take_the_inputs_is_passed_over(desk: Desk) -> None:
    asset = await desk.services.assets.import_input(
        PNG, file_name="a.png", project_id=desk.project_id
    )
    desk.script.steps.append(failing(refused()))
    made = await desk.make("image", inputs=(InputRef(asset.id, "image"),), fallback=(BATCH,))
    assert made.status is GenerationStatus.FAILED
    stop = route_of(made)[1]
    assert stop.outcome is Outcome.PASSED_OVER
    assert "takes no input" in stop.reason


async def test_calls_are_cut_to_what_the_next_model_makes_at_a_time(desk: Desk) -> None:
    desk.script.steps.append(failing(refused()))
    made = await desk.make("batch", result_count=3, fallback=(IMAGE,))
    assert made.status is GenerationStatus.COMPLETED
    assert [(one.route.link, one.result_count) for one in made.attempts] == [
        (0, 3),
        (1, 1),
        (1, 1),
        (1, 1),
    ]
    assert [asset.position for asset in made.assets] == [0, 1, 2]
    assert made.charged_micro == 3 * IMAGE_PRICE


async def test_each_call_of_a_run_finds_its_own_way(desk: Desk) -> None:
    desk.script.steps += [failing(refused()), deliver]
    made = await desk.make("image", result_count=2, fallback=(BATCH,))
    assert made.status is GenerationStatus.COMPLETED
    assert sorted(one.route.link for one in made.attempts) == [0, 0, 1]
    assert [asset.position for asset in made.assets] == [0, 1]
    assert made.charged_micro == 2 * IMAGE_PRICE


async def test_a_cap_ends_the_chain_with_its_reason(desk: Desk) -> None:
    await desk.services.money.set_cap(CapScope.OVERALL, CapPeriod.TOTAL, IMAGE_PRICE)
    desk.script.steps.append(failing(refused()))
    mystery_first = (MYSTERY, BATCH)
    made = await desk.make("image", fallback=mystery_first, max_cost_micro=2 * IMAGE_PRICE)
    assert made.status is GenerationStatus.FAILED
    stops = route_of(made)
    assert outcomes(stops)[1:] == [("mystery", Outcome.REFUSED), ("batch", Outcome.NOT_USED)]
    assert "overall budget refused" in stops[1].reason
    assert (desk.script.submissions, desk.held()) == (1, 0)
    kinds = [row[0] for row in desk.rows("SELECT kind FROM events ORDER BY id")]
    assert kinds.count("cap.refused") == 1


async def test_the_limit_of_a_run_covers_all_its_models(desk: Desk) -> None:
    """What other calls of the run hold or cost counts under its limit."""
    desk.script.steps += [deliver, failing(refused())]
    made = await desk.make(
        "image", result_count=2, fallback=(MYSTERY,), max_cost_micro=2 * IMAGE_PRICE
    )
    called = [one for one in made.attempts if one.route.link == 1]
    assert [one.hold_micro for one in called] == [IMAGE_PRICE]


async def test_a_stopped_run_is_not_gone_on_with(desk: Desk) -> None:
    desk.script.cancel_says = CancelOutcome.FREE
    desk.script.steps.append(accept_then_hang)
    generation_id = await desk.services.generations.submit(desk.request(fallback=(BATCH,)))
    await desk.until(generation_id, AttemptState.RUNNING)
    await desk.services.generations.cancel(generation_id)
    made = await desk.services.generations.wait(generation_id)
    assert made.status is GenerationStatus.CANCELLED
    assert (len(made.attempts), made.attempts[0].billed) == (1, Billed.FREE)


async def test_a_stop_that_meets_a_free_end_holds(desk: Desk) -> None:
    """Asked to stop by another process, the call fails free before it hears of it."""
    asked = asyncio.Event()

    async def fail_when_asked(request: Request, context: GenerationContext) -> GenerationResult:
        await context.submitting()
        await asked.wait()
        raise refused()

    desk.script.steps.append(fail_when_asked)
    generation_id = await desk.services.generations.submit(desk.request(fallback=(BATCH,)))
    found = await desk.until(generation_id, AttemptState.SUBMITTING)
    database, engine = desk.services._store.database, desk.services._engine
    await database.write(lambda c: cancels.ask_to_cancel(c, engine.user, found.id))
    desk.services._io.post(asked.set)
    made = await desk.services.generations.wait(generation_id)
    assert len(made.attempts) == 1
    assert desk.script.submissions == 1


async def test_stopping_a_run_stops_the_model_that_went_on(desk: Desk) -> None:
    desk.script.steps += [failing(refused()), stream_then_hang]
    generation_id = await desk.services.generations.submit(
        desk.request("free-text", fallback=(FallbackLink(SCRIPTED, "text"),))
    )
    while True:
        found = await desk.services.generations.get(generation_id)
        if any(one.route.link == 1 and one.state == "running" for one in found.attempts):
            break
        await asyncio.sleep(0.01)
    await desk.services.generations.cancel(generation_id)
    made = await desk.services.generations.wait(generation_id)
    assert made.attempts[1].state is AttemptState.UNCERTAIN


async def test_a_long_wait_is_left_for_the_next_model_and_a_short_one_is_not(desk: Desk) -> None:
    busy = refused(Kind.RATE_LIMIT, status=429, retry_after_s=600.0)
    short = refused(Kind.RATE_LIMIT, status=429, retry_after_s=0.01)
    desk.script.steps += [failing(short), failing(busy)]
    made = await desk.make("image", fallback=(BATCH,))
    assert [(one.state, one.tries) for one in made.attempts] == [
        (AttemptState.FAILED, 1),
        (AttemptState.COMPLETED, 0),
    ]


async def test_a_long_wait_is_made_where_nothing_could_follow(desk: Desk) -> None:
    busy = refused(Kind.RATE_LIMIT, status=429, retry_after_s=600.0)
    desk.script.steps.append(failing(busy))
    generation_id = await desk.services.generations.submit(desk.request(fallback=(MYSTERY,)))
    while True:
        found = await desk.services.generations.get(generation_id)
        if found.attempts[0].tries:
            break
        await asyncio.sleep(0.01)
    assert [(one.state, one.tries) for one in found.attempts] == [(AttemptState.QUEUED, 1)]
    assert desk.held() == IMAGE_PRICE
    await desk.services.generations.cancel(generation_id)
