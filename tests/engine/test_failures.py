"""What follows when a call fails, in the order of the table: wait, fail, or outcome unknown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mediadesk.domain.errors import Billed, ProviderError, ProviderErrorKind, UsageError
from mediadesk.domain.generation import (
    AttemptState,
    FinishReason,
    Generation,
    GenerationStatus,
    RemoteJob,
    Usage,
)
from mediadesk.providers.base import GenerationContext, GenerationResult, ProviderRequest
from tests.engine.conftest import Desk
from tests.fakes.scripted_provider import (
    IMAGE_PRICE,
    failing,
    fetch,
    stream_then_break_off,
)

Kind = ProviderErrorKind


def error(kind: Kind, **more: object) -> ProviderError:
    return ProviderError(kind, f"It went wrong: {kind.value}.", "Try again.", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "problem",
    [
        error(Kind.NETWORK, sent=False, retry_after_s=0.0),
        error(Kind.RATE_LIMIT, status=429, retry_after_s=0.01),
        error(Kind.OVERLOADED, status=503, provider_answered=True, retry_after_s=0.01),
    ],
    ids=["nothing sent", "429", "503 of the provider"],
)
async def test_waits_and_goes_on_in_the_same_attempt(desk: Desk, problem: ProviderError) -> None:
    desk.script.steps += [failing(problem), failing(problem)]
    made = await desk.make("image")
    assert made.status is GenerationStatus.COMPLETED
    assert len(made.attempts) == 1
    assert made.attempts[0].tries == 2
    assert made.charged_micro == IMAGE_PRICE
    assert desk.held() == 0


async def test_gives_up_after_five_waits_free(desk: Desk) -> None:
    desk.script.steps += [failing(error(Kind.RATE_LIMIT, status=429, retry_after_s=0.0))] * 9
    made = await desk.make("image")
    assert made.status is GenerationStatus.FAILED
    assert made.error_kind == "rate_limit"
    assert desk.script.submissions == 6
    assert (made.charged_micro, desk.held()) == (None, 0)


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 422])
async def test_4xx_fails_free_with_the_providers_words(desk: Desk, status: int) -> None:
    problem = error(Kind.BAD_REQUEST, status=status, parameter="style", request_id="r-9")
    desk.script.steps.append(failing(problem))
    made = await desk.make("image")
    assert made.status is GenerationStatus.FAILED
    assert made.error_message == problem.sentence()
    attempt = made.attempts[0]
    assert (attempt.billed, attempt.error_parameter) == (Billed.FREE, "style")
    assert attempt.request_id == "r-9"
    assert (desk.script.submissions, desk.held()) == (1, 0)


@pytest.mark.parametrize(
    "problem",
    [
        error(Kind.TIMEOUT),
        error(Kind.NETWORK),
        error(Kind.SERVER, status=500, provider_answered=True),
        error(Kind.OVERLOADED, status=503),
        error(Kind.SERVER, status=408),
        error(Kind.MALFORMED),
        error(Kind.INTERRUPTED),
        RuntimeError("a bug in an adapter"),
    ],
    ids=lambda problem: f"{getattr(problem, 'kind', 'bug')}-{getattr(problem, 'status', '')}",
)
async def test_anything_else_after_sending_is_unknown_and_never_resent(
    desk: Desk, problem: Exception
) -> None:
    desk.script.steps.append(failing(problem))
    made = await desk.make("image")
    assert made.status is GenerationStatus.UNCERTAIN
    assert (desk.script.submissions, desk.held()) == (1, IMAGE_PRICE)
    assert made.held_micro == IMAGE_PRICE


async def test_a_refusal_that_was_charged_is_charged(desk: Desk) -> None:
    desk.script.steps.append(failing(error(Kind.BLOCKED, billed=Billed.CHARGED)))
    made = await desk.make("image")
    assert made.status is GenerationStatus.FAILED
    assert (made.charged_micro, desk.held()) == (IMAGE_PRICE, 0)


async def test_an_error_before_the_request_is_free(desk: Desk) -> None:
    desk.script.steps.append(failing(error(Kind.TOO_LARGE), after_submitting=False))
    made = await desk.make("image")
    assert made.status is GenerationStatus.FAILED
    assert (desk.script.submissions, desk.held()) == (0, 0)


async def uncertain(desk: Desk) -> Generation:
    desk.script.steps.append(failing(error(Kind.TIMEOUT)))
    return await desk.make("image")


@pytest.mark.parametrize(
    ("charged", "status", "total"),
    [(None, GenerationStatus.FAILED, None), (12_345, GenerationStatus.FAILED, 12_345)],
)
async def test_settling_releases_the_hold(
    desk: Desk, charged: int | None, status: GenerationStatus, total: int | None
) -> None:
    made = await uncertain(desk)
    await desk.services.generations.settle(made.attempts[0].id, charged_micro=charged)
    settled = await desk.services.generations.get(made.id)
    assert (settled.status, settled.charged_micro, desk.held()) == (status, total, 0)
    with pytest.raises(UsageError):
        await desk.services.generations.settle(made.attempts[0].id, charged_micro=1)


async def test_a_look_up_goes_on_with_the_job(desk: Desk) -> None:
    made = await uncertain(desk)
    state = await desk.services.generations.look_up(made.attempts[0].id)
    assert state is AttemptState.ACCEPTED
    found = await desk.services.generations.wait(made.id)
    assert found.status is GenerationStatus.COMPLETED
    assert (desk.script.submissions, desk.script.resumes, desk.held()) == (1, 1, 0)


async def test_what_arrived_before_the_doubt_is_not_there_twice(desk: Desk) -> None:
    async def deliver_a_part(
        request: ProviderRequest, context: GenerationContext
    ) -> GenerationResult:
        await context.submitting()
        await context.accepted(RemoteJob("job-9"))
        await fetch(replace(request, result_count=1), context)
        raise error(Kind.AUTH, status=401)

    desk.script.steps.append(deliver_a_part)
    made = await desk.make("batch", result_count=2)
    assert (made.status, len(made.assets)) == (GenerationStatus.UNCERTAIN, 1)
    await desk.services.generations.look_up(made.attempts[0].id)
    found = await desk.services.generations.wait(made.id)
    assert [asset.position for asset in found.assets] == [0, 1]
    assert desk.rows("SELECT SUM(asset_count) FROM usage_rollups")[0][0] == 2
    assert (await desk.services.library.verify(deep=True)).is_sound


async def test_a_look_up_that_finds_nothing_leaves_it_unknown(desk: Desk) -> None:
    made = await uncertain(desk)
    desk.script.finds = False
    state = await desk.services.generations.look_up(made.attempts[0].id)
    assert (state, desk.held()) == (AttemptState.UNCERTAIN, IMAGE_PRICE)


async def test_sending_again_is_a_new_attempt_with_its_own_hold(desk: Desk) -> None:
    made = await uncertain(desk)
    await desk.services.generations.send_again(made.attempts[0].id)
    again = await desk.services.generations.wait(made.id)
    assert again.status is GenerationStatus.COMPLETED
    assert [attempt.state for attempt in again.attempts] == [
        AttemptState.UNCERTAIN,
        AttemptState.COMPLETED,
    ]
    assert (desk.script.submissions, desk.held()) == (2, IMAGE_PRICE)
    await desk.services.generations.settle(made.attempts[0].id, charged_micro=None)
    assert desk.held() == 0


async def test_a_second_click_does_not_send_a_third_time(desk: Desk) -> None:
    made = await uncertain(desk)
    await desk.services.generations.send_again(made.attempts[0].id)
    with pytest.raises(UsageError, match="sent again already"):
        await desk.services.generations.send_again(made.attempts[0].id)
    await desk.services.generations.wait(made.id)
    assert desk.script.submissions == 2


async def test_retry_may_leave_out_a_parameter(desk: Desk) -> None:
    desk.script.steps.append(failing(error(Kind.BAD_REQUEST, status=400, parameter="style")))
    made = await desk.make("image", parameters={"style": "wild"})
    again = await desk.services.generations.retry(made.id, without_parameter="style")
    done = await desk.services.generations.wait(again)
    assert done.status is GenerationStatus.COMPLETED
    assert done.parameters == {"style": "calm"}


async def test_a_retry_of_unknown_price_keeps_its_limit(desk: Desk) -> None:
    desk.script.steps += [failing(error(Kind.BAD_REQUEST, status=400))] * 2
    made = await desk.make("mystery", max_cost_micro=50_001)
    await desk.services.generations.send_again(made.attempts[0].id)
    await desk.services.generations.wait(made.id)
    again = await desk.services.generations.wait(await desk.services.generations.retry(made.id))
    assert [attempt.hold_micro for attempt in again.attempts] == [50_001]


async def test_a_stream_that_breaks_off_keeps_its_text_and_its_hold(desk: Desk) -> None:
    desk.script.steps.append(stream_then_break_off)
    made = await desk.make("text")
    assert made.status is GenerationStatus.UNCERTAIN
    assert made.attempts[0].finish_reason is FinishReason.INTERRUPTED
    assert await desk.services.assets.text(made.assets[0].id) == "Half a sen"
    assert desk.held() > 0
    await desk.services.generations.settle(made.attempts[0].id, charged_micro=5)
    settled = await desk.services.generations.get(made.id)
    assert (settled.status, desk.held()) == (GenerationStatus.COMPLETED, 0)


async def test_after_acceptance_only_reading_calls_are_repeated(desk: Desk) -> None:
    async def accept_then_fail(
        request: ProviderRequest, context: GenerationContext
    ) -> GenerationResult:
        await context.submitting()
        await context.accepted(RemoteJob("job-7"))
        raise error(Kind.SERVER, status=502, retry_after_s=0.01)

    async def fail_once(request: ProviderRequest, context: GenerationContext) -> GenerationResult:
        await context.progress(0.4, "Rendering")
        raise error(Kind.NETWORK, retry_after_s=0.01)

    desk.script.steps.append(accept_then_fail)
    desk.script.resume_steps += [fail_once, fetch]
    made = await desk.make("video")
    assert made.status is GenerationStatus.COMPLETED
    assert (desk.script.submissions, desk.script.resumes) == (1, 2)
    assert desk.held() == 0


async def test_a_job_that_is_gone_has_expired_and_keeps_its_hold(desk: Desk) -> None:
    async def accept_then_expire(
        request: ProviderRequest, context: GenerationContext
    ) -> GenerationResult:
        await context.submitting()
        await context.accepted(RemoteJob("job-8"))
        await context.fetching()
        raise error(Kind.NOT_FOUND, status=404)

    desk.script.steps.append(accept_then_expire)
    made = await desk.make("video")
    assert made.attempts[0].state is AttemptState.EXPIRED
    assert (desk.script.submissions, desk.held()) == (1, IMAGE_PRICE)
    assert made.id in [one.id for one in await desk.services.generations.active()]


async def test_a_refusal_without_text_is_a_failure_with_its_cost(desk: Desk) -> None:
    async def refuse(request: ProviderRequest, context: GenerationContext) -> GenerationResult:
        await context.submitting()
        return GenerationResult(
            finish_reason=FinishReason.REFUSED, usage=Usage(input_tokens=10, output_tokens=0)
        )

    desk.script.steps.append(refuse)
    made = await desk.make("text")
    assert (made.status, made.error_kind) == (GenerationStatus.FAILED, "blocked")
    assert (made.charged_micro, desk.held()) == (10, 0)


async def test_an_answer_without_a_result_is_unknown(desk: Desk) -> None:
    async def nothing(request: ProviderRequest, context: GenerationContext) -> GenerationResult:
        await context.submitting()
        return GenerationResult(missing="The model returned no picture.")

    desk.script.steps.append(nothing)
    made = await desk.make("image")
    assert made.status is GenerationStatus.UNCERTAIN
    assert made.error_message is not None
    assert "no picture" in made.error_message
