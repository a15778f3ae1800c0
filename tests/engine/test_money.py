"""Money: caps hold under pressure, and every sum agrees with the ledger."""

from __future__ import annotations

import asyncio
import json
import random
import sys

import pytest

from mediadesk.domain.errors import Billed, CapRefusedError, ProviderError, ProviderErrorKind
from mediadesk.domain.generation import AttemptState, Usage
from mediadesk.domain.ids import ProviderName
from mediadesk.domain.projects import CapPeriod, CapScope
from mediadesk.domain.statistics import StatsQuery
from mediadesk.providers.base import (
    CancelOutcome,
    GenerationContext,
    GenerationResult,
    ProviderRequest,
)
from mediadesk.services.library_access import UnlockedLibrary
from tests.engine.conftest import Desk, OpenDesk
from tests.fakes.scripted_provider import (
    IMAGE_PRICE,
    Script,
    accept_then_hang,
    deliver,
    failing,
    stream_then_break_off,
)

HUGE_USAGE = GenerationResult(("x",), usage=Usage(input_tokens=10, output_tokens=1 << 53))
SPENDING = "kind IN ('charge', 'refund', 'correction')"
HOLDING = "kind IN ('hold', 'release')"


@pytest.mark.parametrize(
    ("scope", "period"),
    [
        (CapScope.OVERALL, CapPeriod.MONTH),
        (CapScope.PROVIDER, CapPeriod.MONTH),
        (CapScope.PROJECT, CapPeriod.TOTAL),
    ],
)
async def test_many_at_once_never_pass_a_cap(
    desk: Desk, scope: CapScope, period: CapPeriod
) -> None:
    await desk.services.money.set_cap(
        scope,
        period,
        3 * IMAGE_PRICE + 1,
        project_id=desk.project_id if scope is CapScope.PROJECT else None,
        provider=ProviderName("scripted") if scope is CapScope.PROVIDER else None,
    )
    answers = await asyncio.gather(
        *(desk.services.generations.submit(desk.request("image")) for _ in range(12)),
        return_exceptions=True,
    )
    refused = [answer for answer in answers if isinstance(answer, CapRefusedError)]
    assert len(refused) == 9
    for answer in answers:
        if not isinstance(answer, BaseException):
            await desk.services.generations.wait(answer)
    use = (await desk.services.money.uses())[0]
    assert (use.spent_micro, use.held_micro) == (3 * IMAGE_PRICE, 0)


async def test_processes_share_a_cap(open_desk: OpenDesk, unlocked: UnlockedLibrary) -> None:
    async with open_desk(run_jobs=False) as desk:
        await desk.services.money.set_cap(CapScope.OVERALL, CapPeriod.MONTH, 5 * IMAGE_PRICE)
        orders = json.dumps(
            {
                "path": str(unlocked.path),
                "library_id": str(unlocked.keys.library_id),
                "master": unlocked.keys.master.hex(),
                "count": 4,
            }
        ).encode()
        children = [
            await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "tests.engine.submit_child",
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
            )
            for _ in range(3)
        ]
        said = await asyncio.gather(*(child.communicate(orders) for child in children))
        assert [child.returncode for child in children] == [0, 0, 0]
        assert sum(int(out) for out, _ in said) == 5
        assert desk.held() == 5 * IMAGE_PRICE


async def test_a_ceiling_for_one_run_and_a_notice_only_cap(desk: Desk) -> None:
    money = desk.services.money
    await money.set_cap(CapScope.OVERALL, CapPeriod.JOB, IMAGE_PRICE)
    with pytest.raises(CapRefusedError, match="limit for one run"):
        await desk.services.generations.submit(desk.request("image", result_count=2))
    await desk.make("image")
    await money.clear_cap(CapScope.OVERALL)
    await money.set_cap(CapScope.OVERALL, CapPeriod.TOTAL, 1, is_notice_only=True)
    await desk.make("image")
    assert await money.free_for(desk.request("image")) is None


async def test_every_sum_agrees_with_the_ledger_after_a_mixed_life(open_desk: OpenDesk) -> None:
    rng = random.Random(20261123)
    script = Script(cancel_says=CancelOutcome.FREE)
    async with open_desk(script) as desk:
        other = await desk.services.projects.create("Other")
        for _ in range(24):
            await one_random_run(desk, rng, rng.choice([desk.project_id, other.id]))
        for found in await desk.services.generations.active():
            for attempt in found.attempts:
                if attempt.billed is Billed.UNKNOWN and attempt.settled_as is None:
                    charged = rng.choice([None, rng.randrange(90_000)])
                    await desk.services.generations.settle(attempt.id, charged_micro=charged)
        check_sums(desk)
        report = await desk.services.library.verify(deep=True)
        assert report.is_sound, report.findings


async def one_random_run(desk: Desk, rng: random.Random, project_id: object) -> None:
    problems = [
        failing(ProviderError(ProviderErrorKind.TIMEOUT, "No answer.")),
        failing(ProviderError(ProviderErrorKind.BAD_REQUEST, "No.", status=400)),
        failing(ProviderError(ProviderErrorKind.BLOCKED, "No.", billed=Billed.CHARGED)),
        failing(
            ProviderError(ProviderErrorKind.RATE_LIMIT, "Wait.", status=429, retry_after_s=0.0)
        ),
        deliver,
    ]
    kind = rng.choice(["image", "image", "text", "batch", "cancel", "cut"])
    if kind == "cancel":
        desk.script.steps.append(accept_then_hang)
        generation_id = await desk.services.generations.submit(
            desk.request("video", project_id=project_id)
        )
        await desk.until(generation_id, AttemptState.RUNNING)
        await desk.services.generations.cancel(generation_id)
        await desk.services.generations.wait(generation_id)
        return
    if kind == "cut":
        desk.script.steps.append(stream_then_break_off)
        await desk.make("text", project_id=project_id)
        return
    count = rng.randrange(1, 4) if kind == "image" else 1
    desk.script.steps += [rng.choice(problems) for _ in range(rng.randrange(count + 1))]
    await desk.make(kind, project_id=project_id, result_count=count)


def check_sums(desk: Desk) -> None:
    assert desk.held() == 0
    open_holds = desk.rows(
        f"""SELECT attempt_id FROM ledger_entries WHERE {HOLDING}
         GROUP BY attempt_id HAVING SUM(amount_micro) <> 0"""
    )
    assert open_holds == []
    by_project = f"""SELECT project_id, SUM(amount_micro) FROM ledger_entries WHERE {SPENDING}
     GROUP BY project_id ORDER BY project_id"""
    spent = desk.rows(by_project)
    assert sum(row[1] for row in spent) > 0
    assert desk.rows("SELECT id, spent_micro FROM projects ORDER BY id") == spent
    rolled = "SELECT project_id, SUM(charged_micro) FROM usage_rollups GROUP BY 1 ORDER BY 1"
    assert desk.rows(rolled) == spent
    charged = "SELECT project_id, SUM(charged_micro) FROM generations GROUP BY 1 ORDER BY 1"
    assert desk.rows(charged) == spent
    counts = desk.rows(
        """SELECT SUM(generation_count), SUM(asset_count), SUM(unknown_count),
         SUM(attempt_count), SUM(success_count), SUM(failure_count) FROM usage_rollups"""
    )[0]
    assert counts[0] == desk.rows("SELECT COUNT(*) FROM generations")[0][0]
    assert counts[1] == desk.rows("SELECT COUNT(*) FROM assets")[0][0]
    assert counts[2] == 0
    assert counts[3] == desk.rows("SELECT COUNT(*) FROM attempts")[0][0]
    ended = "SELECT COUNT(*) FROM attempts WHERE state IN "
    assert counts[4] == desk.rows(f"{ended} ('completed')")[0][0]
    assert counts[5] == desk.rows(f"{ended} ('failed', 'expired')")[0][0]


@pytest.mark.parametrize("told", [GenerationResult(("x",), reported_micro=10**18), HUGE_USAGE])
async def test_what_no_call_can_cost_is_not_charged(desk: Desk, told: GenerationResult) -> None:
    """Ten such answers, and no sum over the ledger could be told any more."""

    async def step(_request: ProviderRequest, context: GenerationContext) -> GenerationResult:
        await context.submitting()
        return told

    desk.script.steps += [step] * 10
    for _ in range(10):
        made = await desk.make("text")
        assert made.attempts[0].needs_settling
    await desk.services.money.set_cap(CapScope.OVERALL, CapPeriod.MONTH, 10**9)
    (use,) = await desk.services.money.uses()
    assert use.spent_micro == 0
    assert (await desk.services.stats.statistics(StatsQuery())).totals.attempt_count == 10
