"""Statistics: every figure follows from what was made, and opens the generations behind it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from mediadesk.domain.errors import Billed, ProviderError, ProviderErrorKind
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderName
from mediadesk.domain.projects import CapPeriod, CapScope
from mediadesk.domain.routes import FallbackLink
from mediadesk.domain.statistics import (
    Figures,
    StatsBy,
    StatsQuery,
    forecast_of,
    latency_bucket,
    percentile_ms,
)
from mediadesk.services.stats import generations_behind
from tests.engine.conftest import Desk, OpenDesk
from tests.fakes.scripted_provider import IMAGE_PRICE, failing
from tests.fakes.set_clock import SetClock

BAD = ProviderError(ProviderErrorKind.BAD_REQUEST, "No.", status=400)


async def a_few_months(desk: Desk, clock: SetClock) -> None:
    """Pictures on three days of two months, a text, a failure, and one result in the trash."""
    other = await desk.services.projects.create("Other")
    clock.set(2026, 10, 31, 12)
    await desk.make("image", result_count=2)
    clock.set(2026, 11, 2, 12)
    made = await desk.make("image", project_id=other.id)
    await desk.services.assets.delete([made.assets[0].id])
    await desk.make("text")
    clock.set(2026, 11, 8, 12)
    desk.script.steps.append(failing(BAD))
    await desk.make("image")
    await desk.make("image")


async def test_totals_and_groups(open_desk: OpenDesk) -> None:
    clock = SetClock()
    async with open_desk(clock=clock) as desk:
        await a_few_months(desk, clock)
        found = await desk.services.stats.statistics(StatsQuery(), StatsBy.MODEL)
        totals = found.totals
        text = 10 + 200  # 10 tokens at $1, 20 at $10 a million
        assert totals.spent_micro == 4 * IMAGE_PRICE + text
        assert (totals.generation_count, totals.attempt_count) == (5, 6)
        assert (totals.success_count, totals.failure_count) == (5, 1)
        assert totals.success_rate == 5 / 6
        assert (totals.result_count, totals.kept_count) == (5, 4)
        assert totals.cost_per_kept_micro == 40_053  # 160,210 / 4, half up
        assert (totals.input_tokens, totals.output_tokens) == (10, 20)
        assert sum(totals.latency.values()) == 5
        assert [(row.key, row.figures.spent_micro) for row in found.rows] == [
            ("image", 4 * IMAGE_PRICE),
            ("text", text),
        ]


@pytest.mark.parametrize(
    ("by", "keys"),
    [
        (StatsBy.DAY, ["2026-10-31", "2026-11-02", "2026-11-08"]),
        (StatsBy.WEEK, ["2026-10-26", "2026-11-02"]),
        (StatsBy.MONTH, ["2026-10", "2026-11"]),
        (StatsBy.PROVIDER, ["scripted"]),
        (StatsBy.TYPE, ["image", "text"]),
        (StatsBy.PROJECT, None),
    ],
)
async def test_groups_add_up_and_open_what_is_behind_them(
    open_desk: OpenDesk, by: StatsBy, keys: list[str] | None
) -> None:
    clock = SetClock()
    async with open_desk(clock=clock) as desk:
        await a_few_months(desk, clock)
        stats = desk.services.stats
        found = await stats.statistics(StatsQuery(), by)
        assert keys is None or [row.key for row in found.rows] == keys
        assert sum(row.figures.spent_micro for row in found.rows) == found.totals.spent_micro
        for row in found.rows:
            behind = await desk.services.history.first_page(generations_behind(row.query), 100)
            assert len(behind) == row.figures.generation_count
            assert (await stats.statistics(row.query)).totals == row.figures
            charged = sum(one.generation.charged_micro or 0 for one in behind)
            assert charged == row.figures.spent_micro
        if by is StatsBy.PROJECT:
            assert {row.label for row in found.rows} == {"My project", "Other"}


async def test_a_series_tells_groups_apart_in_each_step(open_desk: OpenDesk) -> None:
    clock = SetClock()
    async with open_desk(clock=clock) as desk:
        await a_few_months(desk, clock)
        query = StatsQuery(first_day=date(2026, 11, 1), type=GenerationType.IMAGE)
        points = await desk.services.stats.series(query, StatsBy.MONTH, StatsBy.PROJECT)
        assert sorted((one.period, one.label, one.figures.spent_micro) for one in points) == [
            ("2026-11", "My project", IMAGE_PRICE),
            ("2026-11", "Other", IMAGE_PRICE),
        ]
        assert {one.query.first_day for one in points} == {date(2026, 11, 1)}
        assert {one.query.last_day for one in points} == {date(2026, 11, 30)}


async def test_the_course_of_a_budget(open_desk: OpenDesk) -> None:
    clock = SetClock()
    async with open_desk(clock=clock) as desk:
        await a_few_months(desk, clock)
        clock.set(2026, 11, 10, 12)
        money = desk.services.money
        await money.set_cap(
            CapScope.PROVIDER,
            CapPeriod.MONTH,
            4 * IMAGE_PRICE,
            provider=ProviderName("scripted"),
        )
        use = (await money.uses())[0]
        course = await desk.services.stats.course(use.cap)
        assert course.use == use
        assert (course.first_day, course.last_day) == (date(2026, 11, 1), date(2026, 11, 30))
        assert [day.day.day for day in course.days] == list(range(1, 11))
        assert course.days[-1].total_micro == use.spent_micro
        assert course.forecast is not None
        assert course.forecast.expected_micro == 3 * use.spent_micro
        assert course.forecast.low_micro < 3 * use.spent_micro < course.forecast.high_micro
        assert course.runs_out_on == date(2026, 11, 20)
        await money.set_cap(CapScope.OVERALL, CapPeriod.JOB, 9 * IMAGE_PRICE)
        limit = next(one.cap for one in await money.uses() if one.cap.period is CapPeriod.JOB)
        assert (await desk.services.stats.course(limit)).forecast is None, "it has no month"
        everything = await desk.services.stats.course()
        assert everything.use is None
        assert everything.days == course.days


async def test_results_in_the_trash_are_not_kept_until_they_come_back(desk: Desk) -> None:
    made = await desk.make("image", result_count=3)
    ids = [asset.id for asset in made.assets]

    async def kept() -> int:
        return (await desk.services.stats.statistics(StatsQuery())).totals.kept_count

    await desk.services.assets.delete(ids[:2])
    assert await kept() == 1
    await desk.services.assets.restore(ids[:1])
    assert await kept() == 2
    await desk.services.generations.delete(made.id)
    assert await kept() == 0
    await desk.services.generations.restore(made.id)
    assert await kept() == 2


def test_percentiles_and_forecasts() -> None:
    histogram: dict[int, int] = {}
    for latency in range(1, 1001):
        bucket = latency_bucket(latency)
        histogram[bucket] = histogram.get(bucket, 0) + 1
    for share in (0.1, 0.5, 0.9, 0.99):
        found = percentile_ms(histogram, share)
        assert found is not None
        assert abs(found - 1000 * share) <= 0.1 * 1000 * share
    assert percentile_ms({}, 0.5) is None
    assert Figures().success_rate is Figures().cost_per_kept_micro is None
    steady = forecast_of([100] * 10, 30)
    assert (steady.expected_micro, steady.low_micro, steady.high_micro) == (3000, 3000, 3000)
    assert forecast_of([0, 0, 0, 0, 1000], 30).low_micro >= 1000


async def test_the_day_is_that_of_the_chosen_time_zone(open_desk: OpenDesk) -> None:
    clock = SetClock(datetime(2026, 3, 31, 23, 30, tzinfo=UTC))
    async with open_desk(clock=clock) as desk:
        await desk.services.settings.set("money.time_zone", "Europe/London")
        assert await desk.services.stats.today() == date(2026, 4, 1)  # summer time began
        await desk.services.settings.set("money.time_zone", "America/Los_Angeles")
        assert await desk.services.stats.today() == date(2026, 3, 31)


async def test_a_fallback_counts_for_the_model_that_made_it(desk: Desk) -> None:
    desk.script.steps.append(failing(BAD))
    link = FallbackLink(ProviderName("scripted"), "batch")
    made = await desk.make("image", fallback=(link,))
    found = await desk.services.stats.statistics(StatsQuery(), StatsBy.MODEL)
    rows = {row.key: row for row in found.rows}
    assert rows["batch"].figures.kept_count == rows["batch"].figures.result_count == 1
    assert rows["batch"].figures.spent_micro == IMAGE_PRICE
    assert (rows["image"].figures.failure_count, rows["image"].figures.kept_count) == (1, 0)
    for row in rows.values():
        behind = await desk.services.history.first_page(generations_behind(row.query), 10)
        assert [one.generation.id for one in behind] == [made.id]
    await desk.services.assets.delete([made.assets[0].id])
    totals = (await desk.services.stats.statistics(rows["batch"].query)).totals
    assert totals.kept_count == 0


async def test_what_is_deleted_was_spent_all_the_same(open_desk: OpenDesk) -> None:
    """Trash, its end, the end of a project and another time zone change no sum."""
    clock = SetClock()
    async with open_desk(clock=clock) as desk:
        await a_few_months(desk, clock)
        services = desk.services
        before = await services.stats.statistics(StatsQuery(), StatsBy.PROJECT)
        days = await services.stats.statistics(StatsQuery(), StatsBy.DAY)

        async def is_as_before() -> bool:
            await services.stats.check()
            now = await services.stats.statistics(StatsQuery(), StatsBy.PROJECT)
            return [(row.label, row.figures.spent_micro) for row in now.rows] == [
                (row.label, row.figures.spent_micro) for row in before.rows
            ]

        (other,) = [one for one in await services.projects.list() if one.name == "Other"]
        await services.trash.empty()
        assert await is_as_before()
        await services.projects.delete(other.id)
        assert await is_as_before()
        await services.trash.empty()
        assert await is_as_before()
        await services.settings.set("money.time_zone", "Pacific/Kiritimati")
        assert await is_as_before()
        again = await services.stats.statistics(StatsQuery(), StatsBy.DAY)
        assert [row.key for row in again.rows] == [row.key for row in days.rows]


async def test_what_nobody_has_told_is_not_nothing(desk: Desk) -> None:
    """A sum of unknown amounts alone is unknown; what is settled as free is a free failure."""
    desk.script.steps.append(failing(RuntimeError("lost")))
    made = await desk.make("image")
    totals = (await desk.services.stats.statistics(StatsQuery())).totals
    assert (totals.unknown_count, totals.told_micro, totals.uncharged_count) == (1, None, 0)
    await desk.services.generations.settle(made.attempts[0].id, charged_micro=None)
    totals = (await desk.services.stats.statistics(StatsQuery())).totals
    assert (totals.unknown_count, totals.told_micro, totals.uncharged_count) == (0, 0, 1)
    desk.script.steps.append(failing(BAD))
    await desk.make("image")
    totals = (await desk.services.stats.statistics(StatsQuery())).totals
    assert (totals.failure_count, totals.uncharged_count) == (2, 2)


async def test_a_failure_given_back_in_full_counts_as_not_charged(desk: Desk) -> None:
    refused = ProviderError(ProviderErrorKind.BLOCKED, "No.", billed=Billed.CHARGED)
    desk.script.steps.append(failing(refused))
    made = await desk.make("image")

    async def uncharged() -> int:
        return (await desk.services.stats.statistics(StatsQuery())).totals.uncharged_count

    assert await uncharged() == 0
    await desk.services.ledger.refund(made.attempts[0].id, IMAGE_PRICE)
    assert await uncharged() == 1
    await desk.services.ledger.correct(made.attempts[0].id, IMAGE_PRICE)
    assert await uncharged() == 0


async def test_the_reason_for_which_most_calls_failed(desk: Desk) -> None:
    other = ProviderError(ProviderErrorKind.AUTH, "No.", status=401)
    for error in (BAD, other, other):
        desk.script.steps.append(failing(error))
        await desk.make("image")
    await desk.make("image")
    found = await desk.services.stats.common_failure(StatsQuery())
    assert found is not None
    assert (found.provider, found.kind, found.count) == ("scripted", "auth", 2)
    assert found.query == StatsQuery(provider=found.provider)
    today = await desk.services.stats.today()
    assert await desk.services.stats.common_failure(StatsQuery(first_day=today)) is not None
    for none in (StatsQuery(model="other"), StatsQuery(last_day=today - timedelta(days=1))):
        assert await desk.services.stats.common_failure(none) is None
