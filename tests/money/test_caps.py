"""Caps: notice, refusal, a one-time exception, months of a time zone, every name of a provider."""

from __future__ import annotations

import asyncio

import pytest

from mediadesk.domain.catalog import PriceUnit
from mediadesk.domain.errors import CapRefusedError, ProviderError, ProviderErrorKind, UsageError
from mediadesk.domain.events import Notice
from mediadesk.domain.generation import AttemptState
from mediadesk.domain.ids import AttemptId, ProviderName
from mediadesk.domain.ledger import EntryKind, EntryMark, LedgerQuery
from mediadesk.domain.projects import CapPeriod, CapScope, CapUse
from tests.engine.conftest import Desk, OpenDesk
from tests.fakes.scripted_provider import IMAGE_PRICE, SCRIPTED, accept_then_hang, failing
from tests.fakes.set_clock import SetClock

OVERALL, MONTH = CapScope.OVERALL, CapPeriod.MONTH
TIMEOUT = ProviderError(ProviderErrorKind.TIMEOUT, "No answer.")


def told(desk: Desk) -> list[str]:
    """What the user is told from now on."""
    heard: list[str] = []
    desk.services.events.subscribe(Notice, lambda event: heard.append(event.message))
    return heard


async def use_of(desk: Desk) -> CapUse:
    return (await desk.services.money.uses())[0]


async def test_notice_at_four_fifths_once_a_month(open_desk: OpenDesk) -> None:
    clock = SetClock()
    async with open_desk(clock=clock) as desk:
        heard = told(desk)
        await desk.services.money.set_cap(OVERALL, MONTH, 10 * IMAGE_PRICE)
        for _ in range(7):
            await desk.make("image")
        assert heard == []
        assert not (await use_of(desk)).is_near
        await desk.make("image")
        await desk.make("image")
        assert heard == ["80 % of the overall monthly budget ($0.40) is spent or held."]
        assert (await use_of(desk)).is_near
        clock.set(2026, 12, 1, 12)
        for _ in range(8):
            await desk.make("image")
        assert len(heard) == 2


async def test_a_refusal_names_the_cap_and_what_is_left(desk: Desk) -> None:
    await desk.services.money.set_cap(OVERALL, MONTH, IMAGE_PRICE + 10_000)
    await desk.make("image")
    with pytest.raises(CapRefusedError) as refused:
        await desk.make("image")
    assert refused.value.exit_code == 4
    assert refused.value.message == (
        "The overall monthly budget refused this run: $0.01 of $0.05 is left, "
        "the run may cost $0.04. Nothing was sent."
    )
    assert desk.script.submissions == 1
    kinds = [row[0] for row in desk.rows("SELECT kind FROM events ORDER BY id DESC LIMIT 1")]
    assert kinds == ["cap.refused"]


async def test_the_cap_that_leaves_least_is_named(desk: Desk) -> None:
    money = desk.services.money
    await money.set_cap(OVERALL, MONTH, 30_000)
    await money.set_cap(CapScope.PROVIDER, MONTH, 20_000, provider=ProviderName("scripted"))
    await money.set_cap(CapScope.PROJECT, CapPeriod.TOTAL, 10**9, project_id=desk.project_id)
    with pytest.raises(CapRefusedError, match="monthly budget of scripted"):
        await desk.make("image")


async def test_a_one_time_exception_is_recorded_and_holds_for_one_run(desk: Desk) -> None:
    heard = told(desk)
    await desk.services.money.set_cap(OVERALL, MONTH, IMAGE_PRICE)
    await desk.make("image")
    generations = desk.services.generations
    made_id = await generations.submit(desk.request("image"), over_cap_once=True)
    await generations.wait(made_id)
    with pytest.raises(CapRefusedError):
        await desk.make("image")
    assert heard[1:] == ["The overall monthly budget was passed by a one-time exception."]
    query = LedgerQuery(generation_id=made_id, kinds=frozenset({EntryKind.HOLD}))
    (hold,) = (await desk.services.ledger.page(query)).entries
    assert hold.mark is EntryMark.OVER_CAP
    assert hold.note == "One-time exception: overall monthly budget"
    assert desk.rows("SELECT COUNT(*) FROM events WHERE kind = 'cap.exception'")[0][0] == 1
    use = await use_of(desk)
    assert (use.over_micro, use.free_micro) == (IMAGE_PRICE, 0)
    # where nothing refuses there is no exception
    await desk.services.money.clear_cap(OVERALL)
    plain = await generations.submit(desk.request("image"), over_cap_once=True)
    query = LedgerQuery(generation_id=plain, kinds=frozenset({EntryKind.HOLD}))
    assert (await desk.services.ledger.page(query)).entries[0].mark is None


async def test_the_runs_own_limit_knows_no_exception(desk: Desk) -> None:
    with pytest.raises(CapRefusedError, match="limit of"):
        await desk.services.generations.submit(
            desk.request("image", max_cost_micro=1), over_cap_once=True
        )


async def test_a_call_counts_in_the_month_in_which_it_was_queued(open_desk: OpenDesk) -> None:
    clock = SetClock()
    async with open_desk(clock=clock) as desk:
        await desk.services.settings.set("money.time_zone", "Europe/London")
        await desk.services.money.set_cap(OVERALL, MONTH, IMAGE_PRICE)
        clock.set(2026, 3, 31, 22, 59)  # one minute before April: summer time has begun
        desk.script.steps.append(accept_then_hang)
        march = await desk.services.generations.submit(desk.request("video"))
        await desk.until(march, AttemptState.RUNNING)
        with pytest.raises(CapRefusedError):
            await desk.make("image")
        clock.set(2026, 3, 31, 23, 0)
        assert (await use_of(desk)).used_micro == 0
        await desk.make("image")
        with pytest.raises(CapRefusedError):
            await desk.make("image")
        # the hold of March becomes a charge of March
        await desk.services.generations.cancel(march)
        done = await desk.services.generations.wait(march)
        await desk.services.generations.settle(done.attempts[0].id, charged_micro=25_000)
        assert (await use_of(desk)).used_micro == IMAGE_PRICE
        clock.set(2026, 3, 31, 22, 59)
        assert (await use_of(desk)).used_micro == 25_000


@pytest.mark.parametrize(
    ("zone", "last_minute", "first_minute"),
    [
        ("Europe/London", (2026, 10, 31, 23, 59), (2026, 11, 1, 0, 0)),  # summer time has ended
        ("America/New_York", (2026, 11, 1, 3, 59), (2026, 11, 1, 4, 0)),  # it ends in two hours
        ("Pacific/Kiritimati", (2026, 10, 31, 9, 59), (2026, 10, 31, 10, 0)),
    ],
)
async def test_months_begin_at_midnight_of_the_time_zone(
    open_desk: OpenDesk, zone: str, last_minute: tuple[int, ...], first_minute: tuple[int, ...]
) -> None:
    clock = SetClock()
    async with open_desk(clock=clock) as desk, open_desk(clock=clock, run_jobs=False) as other:
        await desk.services.money.set_cap(OVERALL, MONTH, IMAGE_PRICE)
        # another process hears of the time zone by its next transaction
        await other.services.settings.set("money.time_zone", zone)
        clock.set(*last_minute)
        await desk.make("image")
        with pytest.raises(CapRefusedError):
            await desk.make("image")
        clock.set(*first_minute)
        await desk.make("image")


async def test_sent_again_next_month_counts_there(open_desk: OpenDesk) -> None:
    """It was checked against the new month and counted in the old one: no limit at all."""
    clock = SetClock()
    async with open_desk(clock=clock) as desk:
        clock.set(2026, 10, 20, 12)
        made = [await failed(desk) for _ in range(3)]
        await desk.services.money.set_cap(OVERALL, MONTH, 2 * IMAGE_PRICE)
        clock.set(2026, 11, 20, 12)
        generations = desk.services.generations
        for attempt_id in made[:2]:
            await generations.send_again(attempt_id)
        with pytest.raises(CapRefusedError):
            await generations.send_again(made[2])
        assert (await use_of(desk)).used_micro == 2 * IMAGE_PRICE
        await generations.send_again(made[2], over_cap_once=True)


async def failed(desk: Desk) -> AttemptId:
    bad = ProviderError(ProviderErrorKind.BAD_REQUEST, "No.", status=400)
    desk.script.steps.append(failing(bad))
    return (await desk.make("image")).attempts[0].id


async def test_sent_again_is_held_at_todays_price(desk: Desk) -> None:
    """It was held at the old price, so that the charge took the budget past its limit."""
    attempt_id = await failed(desk)
    prices = desk.services.models.prices
    await prices.set(SCRIPTED, "image", {PriceUnit.IMAGE: 3 * IMAGE_PRICE})
    await desk.services.money.set_cap(OVERALL, MONTH, 2 * IMAGE_PRICE)
    with pytest.raises(CapRefusedError):
        await desk.services.generations.send_again(attempt_id)
    await desk.services.money.set_cap(OVERALL, MONTH, 3 * IMAGE_PRICE)
    await desk.services.generations.send_again(attempt_id)
    assert (await use_of(desk)).used_micro == 3 * IMAGE_PRICE


async def test_sent_again_counts_under_the_limit_for_a_run(desk: Desk) -> None:
    """What the first call still held did not count: a run could cost twice its limit."""
    desk.script.steps.append(failing(TIMEOUT))
    made = await desk.make("image")
    await desk.services.money.set_cap(OVERALL, CapPeriod.JOB, 2 * IMAGE_PRICE - 1)
    with pytest.raises(CapRefusedError):
        await desk.services.generations.send_again(made.attempts[0].id)
    await desk.services.money.set_cap(OVERALL, CapPeriod.JOB, 2 * IMAGE_PRICE)
    await desk.services.generations.send_again(made.attempts[0].id)


@pytest.mark.parametrize("budget", [2, 3])
async def test_a_price_that_rose_while_a_call_waited_is_held(
    open_desk: OpenDesk, budget: int
) -> None:
    """It was charged above its hold, and took the budget past its limit."""
    async with open_desk(run_jobs=False) as desk:
        await desk.services.money.set_cap(OVERALL, MONTH, budget * IMAGE_PRICE)
        waiting = await desk.services.generations.submit(desk.request("image"))
        prices = desk.services.models.prices
        await prices.set(SCRIPTED, "image", {PriceUnit.IMAGE: 3 * IMAGE_PRICE})
    async with open_desk() as desk:
        made = await desk.services.generations.wait(waiting)
        use, totals = await use_of(desk), await desk.services.ledger.totals(LedgerQuery())
        marks = [row[0] for row in desk.rows("SELECT mark FROM ledger_entries")]
        assert set(marks) == {None}
        assert (use.over_micro, totals.held_micro) == (0, 0)
        if budget == 3:
            assert use.spent_micro == 3 * IMAGE_PRICE
        else:
            assert (made.attempts[0].state, use.spent_micro) == (AttemptState.FAILED, 0)
            assert "the run may cost $0.08" in (made.attempts[0].error_message or "")
            assert desk.script.submissions == 0


async def test_a_price_that_rose_does_not_pass_the_runs_own_limit(open_desk: OpenDesk) -> None:
    async with open_desk(run_jobs=False) as desk:
        await desk.services.money.set_cap(OVERALL, MONTH, 9 * IMAGE_PRICE)
        request = desk.request("image", max_cost_micro=2 * IMAGE_PRICE)
        waiting = await desk.services.generations.submit(request)
        prices = desk.services.models.prices
        await prices.set(SCRIPTED, "image", {PriceUnit.IMAGE: 3 * IMAGE_PRICE})
    async with open_desk() as desk:
        made = await desk.services.generations.wait(waiting)
        assert "more than its limit of $0.08" in (made.attempts[0].error_message or "")
        assert (desk.script.submissions, (await use_of(desk)).spent_micro) == (0, 0)


async def test_a_retry_and_every_part_of_a_batch_are_checked(desk: Desk) -> None:
    made = await desk.make("image")
    await desk.services.money.set_cap(OVERALL, MONTH, 2 * IMAGE_PRICE)
    await desk.services.generations.wait(await desk.services.generations.retry(made.id))
    with pytest.raises(CapRefusedError):
        await desk.services.generations.retry(made.id)
    await desk.services.money.set_cap(OVERALL, MONTH, 5 * IMAGE_PRICE)
    with pytest.raises(CapRefusedError):
        await desk.make("image", result_count=4)
    await desk.make("image", result_count=3)


async def test_calls_made_again_together_are_queued_all_or_none(desk: Desk) -> None:
    """The first one was queued, and then the command said that nothing was sent."""
    made = [await failed(desk) for _ in range(3)]
    await desk.services.money.set_cap(OVERALL, MONTH, IMAGE_PRICE)
    generations = desk.services.generations
    with pytest.raises(CapRefusedError) as refused:
        await generations.send_all_again(made)
    assert refused.value.wanted_micro == 3 * IMAGE_PRICE
    assert "refused these 3 runs: $0.04 of $0.04 is left, together" in refused.value.message
    assert (await use_of(desk)).used_micro == 0
    heard = told(desk)
    await generations.send_all_again(made, over_cap_once=True)
    entries = (
        await desk.services.ledger.page(LedgerQuery(kinds=frozenset({EntryKind.HOLD})))
    ).entries
    marks = [entry.mark for entry in entries[:3]]
    assert sorted(marks, key=str) == [None, EntryMark.OVER_CAP, EntryMark.OVER_CAP]
    assert heard == [
        "80 % of the overall monthly budget ($0.04) is spent or held.",
        "The overall monthly budget was passed by a one-time exception.",
    ]


async def test_a_limit_of_another_provider_says_nothing_about_a_set(desk: Desk) -> None:
    await desk.services.money.set_cap(
        CapScope.PROVIDER, MONTH, IMAGE_PRICE, provider=ProviderName("openai")
    )
    await desk.services.money.set_cap(OVERALL, CapPeriod.JOB, IMAGE_PRICE)
    await desk.services.generations.submit_all([desk.request("image")] * 3)
    await desk.services.money.set_cap(OVERALL, CapPeriod.JOB, IMAGE_PRICE - 1)
    with pytest.raises(CapRefusedError, match="refused this run: one run may cost"):
        await desk.services.generations.submit_all([desk.request("image")] * 3)


async def test_a_provider_has_one_budget_under_all_its_names(desk: Desk) -> None:
    money = desk.services.money
    await money.set_cap(CapScope.PROVIDER, MONTH, 5, provider=ProviderName("google"))
    await money.set_cap(CapScope.PROVIDER, MONTH, 7, provider=ProviderName("gemini"))
    assert [(use.cap.provider, use.cap.limit_micro) for use in await money.uses()] == [
        ("gemini", 7)
    ]
    free = await money.free_for(desk.request("image", provider=ProviderName("google-gemini")))
    assert free is not None
    assert await money.clear_cap(CapScope.PROVIDER, MONTH, provider=ProviderName("google")) == 1


@pytest.mark.parametrize("limit", [-1])
async def test_a_budget_that_cannot_be_is_refused(desk: Desk, limit: int) -> None:
    with pytest.raises(UsageError):
        await desk.services.money.set_cap(OVERALL, MONTH, limit)
    with pytest.raises(UsageError):
        await desk.services.money.set_cap(CapScope.PROJECT, MONTH, 5)


async def test_a_look_at_the_caps_during_a_storm_is_never_over(desk: Desk) -> None:
    await desk.services.money.set_cap(OVERALL, MONTH, 4 * IMAGE_PRICE)
    jobs = [
        asyncio.ensure_future(desk.services.generations.submit(desk.request("image")))
        for _ in range(12)
    ]
    while not all(job.done() for job in jobs):
        assert (await use_of(desk)).over_micro == 0
    passed = [job for job in jobs if job.exception() is None]
    assert len(passed) == 4
    for job in passed:
        await desk.services.generations.wait(job.result())


@pytest.mark.parametrize("percent", [0, 101, -5])
async def test_a_share_that_cannot_be_is_refused(desk: Desk, percent: int) -> None:
    with pytest.raises(UsageError, match="1 to 100"):
        await desk.services.money.set_cap(
            CapScope.OVERALL, CapPeriod.MONTH, 1_000_000, notice_percent=percent
        )
    assert await desk.services.money.caps() == []
