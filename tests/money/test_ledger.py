"""The ledger: pages, files, corrections, refunds, and a provider's usage file beside it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from mediadesk.domain.cost_calculator import CostBasis
from mediadesk.domain.errors import Billed, ProviderError, ProviderErrorKind, UsageError
from mediadesk.domain.generation import Generation
from mediadesk.domain.ids import AttemptId, ProviderName
from mediadesk.domain.ledger import EntryKind, EntryMark, LedgerQuery
from mediadesk.domain.statistics import StatsQuery
from mediadesk.domain.usage_import import UsageMapping
from tests.engine.conftest import Desk, OpenDesk
from tests.fakes.scripted_provider import IMAGE_PRICE, failing
from tests.fakes.set_clock import SetClock

SCRIPTED = ProviderName("scripted")
TIMEOUT = ProviderError(ProviderErrorKind.TIMEOUT, "No answer.")


def call_of(made: Generation) -> AttemptId:
    return made.attempts[0].id


async def spent(desk: Desk) -> int:
    """What was spent, which every sum has to agree about."""
    await desk.services.stats.check()
    totals = (await desk.services.stats.statistics(StatsQuery())).totals
    ledger = await desk.services.ledger.totals(LedgerQuery())
    project = await desk.services.projects.get(desk.project_id)
    assert totals.spent_micro == ledger.spent_micro == project.spent_micro
    report = await desk.services.library.verify()
    assert report.is_sound, report.findings
    return totals.spent_micro


async def test_pages_go_on_where_the_last_one_ended(desk: Desk) -> None:
    for _ in range(3):
        await desk.make("image")
    ledger = desk.services.ledger
    everything = await ledger.page(LedgerQuery())
    assert everything.next_row is None
    kinds = [entry.kind.value for entry in everything.entries]
    assert kinds == ["charge", "release", "hold"] * 3
    first = await ledger.page(LedgerQuery(), limit=4)
    rest = await ledger.page(LedgerQuery(), first.next_row, limit=10)
    assert first.entries + rest.entries == everything.entries
    charges = await ledger.page(LedgerQuery(kinds=frozenset({EntryKind.CHARGE}), model="image"))
    assert [entry.amount_micro for entry in charges.entries] == [IMAGE_PRICE] * 3
    assert (await ledger.page(LedgerQuery(model="text"))).entries == ()


async def test_a_correction_and_a_refund_are_entries_of_their_own(desk: Desk) -> None:
    made = await desk.make("image")
    ledger = desk.services.ledger
    before = await ledger.page(LedgerQuery())
    assert await ledger.correct(call_of(made), 30_000, "cheaper than listed") == -10_000
    assert await ledger.correct(call_of(made), 30_000) == 0
    assert await spent(desk) == 30_000
    await ledger.refund(call_of(made), 30_000)
    assert await spent(desk) == 0
    after = await ledger.page(LedgerQuery())
    assert after.entries[2:] == before.entries
    refund, correction = after.entries[:2]
    assert (refund.kind, refund.amount_micro) == (EntryKind.REFUND, -30_000)
    assert (correction.kind, correction.basis) == (EntryKind.CORRECTION, CostBasis.USER)
    assert correction.note == "cheaper than listed"
    found = await desk.services.generations.get(made.id)
    assert (found.charged_micro, found.attempts[0].billed) == (0, Billed.FREE)
    assert found.completed_at == made.completed_at
    figures = (await desk.services.stats.statistics(StatsQuery())).totals
    assert (figures.corrected_micro, figures.estimated_micro) == (-40_000, 40_000)


async def test_what_cannot_be_added_is_refused_and_changes_nothing(desk: Desk) -> None:
    ledger = desk.services.ledger
    made = await desk.make("image", result_count=2)
    with pytest.raises(UsageError, match="several calls"):
        await ledger.attempt_of(made.id)
    assert await ledger.attempt_of(call_of(made)) == call_of(made)
    with pytest.raises(UsageError, match=r"\$0\.05 cannot be given back"):
        await ledger.refund(call_of(made), 50_000)
    with pytest.raises(UsageError):
        await ledger.correct(call_of(made), -1)
    desk.script.steps.append(failing(TIMEOUT))
    doubtful = await desk.make("image")
    with pytest.raises(UsageError, match="is not known yet"):
        await ledger.correct(call_of(doubtful), 10_000)
    assert await spent(desk) == 2 * IMAGE_PRICE


async def test_more_than_was_held_is_marked(desk: Desk) -> None:
    made = await desk.make("image")
    await desk.services.ledger.correct(call_of(made), IMAGE_PRICE + 1)
    desk.script.steps.append(failing(TIMEOUT))
    doubtful = await desk.make("image")
    await desk.services.generations.settle(call_of(doubtful), charged_micro=IMAGE_PRICE + 5)
    page = await desk.services.ledger.page(LedgerQuery())
    marked = [entry for entry in page.entries if entry.mark is EntryMark.OVER_BOUND]
    assert [(one.kind, one.amount_micro) for one in marked] == [
        (EntryKind.CHARGE, IMAGE_PRICE + 5),
        (EntryKind.CORRECTION, 1),
    ]
    assert marked[0].note == "Above the $0.04 that was held"


@pytest.mark.parametrize("name", ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\t=1", "a,b"])
async def test_a_file_holds_every_amount_and_runs_nothing(
    desk: Desk, tmp_path: Path, name: str
) -> None:
    project = await desk.services.projects.create(f"x{name}")
    await desk.services._store.database.write(
        lambda c: c.exec_driver_sql("UPDATE projects SET name = ? WHERE name LIKE 'x%'", (name,))
    )
    made = await desk.make("image", project_id=project.id)
    await desk.services.ledger.refund(call_of(made), 1)
    await desk.services.ledger.export(LedgerQuery(), tmp_path / "all.csv")
    with (tmp_path / "all.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["amount_micro_usd"] for row in rows] == ["-1", "40000", "-40000", "40000"]
    assert rows[0]["amount_usd"] == "-0.000001"
    assert {row["project"] for row in rows} == {name if name == "a,b" else f"'{name}"}
    await desk.services.ledger.export(LedgerQuery(), tmp_path / "all.json")
    document = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    assert [entry["amount_micro_usd"] for entry in document["entries"]] == [
        -1,
        40000,
        -40000,
        40000,
    ]
    assert document["entries"][0]["project"] == name
    with pytest.raises(UsageError, match="is there already"):
        await desk.services.ledger.export(LedgerQuery(), tmp_path / "all.csv")


async def texts(desk: Desk, count: int) -> list[Generation]:
    return [await desk.make("text") for _ in range(count)]


async def test_a_usage_file_by_id(open_desk: OpenDesk, tmp_path: Path) -> None:
    async with open_desk() as desk:
        made = await texts(desk, 1)
        file = tmp_path / "usage.csv"
        # two lines of one request; a request that is not ours
        file.write_text("Request;Cost\nr-1;0.000010\nr-1;0.000205\nr-9;1\n", encoding="utf-8")
        mapping = UsageMapping("Cost", id="Request")
        found = await desk.services.ledger.compare(SCRIPTED, file, mapping)
        assert [pair.call.attempt_id for pair in found.differing] == [call_of(made[0])]
        assert found.differing[0].row.amount_micro == 215
        assert [row.line for row in found.not_in_ledger] == [4]
        assert (found.matched, found.not_in_file) == ((), ())
        assert await spent(desk) == 210
        assert await desk.services.ledger.apply(found) == 1
        assert await spent(desk) == 215
        again = await desk.services.ledger.compare(SCRIPTED, file, mapping)
        assert len(again.matched) == 1
        assert await desk.services.ledger.apply(again) == 0
        entry = (await desk.services.ledger.page(LedgerQuery())).entries[0]
        assert (entry.kind, entry.basis) == (EntryKind.CORRECTION, CostBasis.BILL)


async def test_amounts_with_a_comma_and_credits(open_desk: OpenDesk, tmp_path: Path) -> None:
    """A decimal comma was no amount, and a credit took a call's cost below nothing."""
    async with open_desk() as desk:
        await texts(desk, 2)
        file = tmp_path / "usage.csv"
        file.write_text("Request;Cost\nr-1;0,000215\nr-2;-1,5\n", encoding="utf-8-sig")
        mapping = UsageMapping("Cost", id="Request")
        found = await desk.services.ledger.compare(SCRIPTED, file, mapping)
        assert [pair.row.amount_micro for pair in found.differing] == [215]
        assert [row.amount_micro for row in found.not_in_ledger] == [-1_500_000]
        await desk.services.ledger.apply(found)
        assert await spent(desk) == 215 + 210


async def test_a_usage_file_by_time_settles_what_was_in_doubt(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    clock = SetClock()
    async with open_desk(clock=clock) as desk:
        clock.set(2026, 11, 20, 10)
        first = await desk.make("image")
        clock.set(2026, 11, 20, 11)
        desk.script.steps.append(failing(TIMEOUT))
        doubtful = await desk.make("image")
        clock.set(2026, 11, 20, 12)
        forgotten = await desk.make("image")
        clock.set(2026, 11, 20, 13)
        await desk.make("image")
        file = tmp_path / "usage.csv"
        file.write_text(
            "when,model,cents\n"
            "2026-11-20T10:00:03Z,maker/image-2026-11-01,4\n"
            "2026-11-20 11:00:30,image,3.5\n"
            "2026-11-20T13:00:00+00:00,image,4\n"
            "2026-11-20T13:00:01+00:00,text,4\n",
            encoding="utf-8",
        )
        mapping = UsageMapping("cents", time="when", model="model", per_usd=100)
        found = await desk.services.ledger.compare(SCRIPTED, file, mapping)
        assert call_of(first) in {pair.call.attempt_id for pair in found.matched}
        assert len(found.matched) == 2
        assert [pair.call.attempt_id for pair in found.differing] == [call_of(doubtful)]
        assert [row.line for row in found.not_in_ledger] == [5]
        assert [call.attempt_id for call in found.not_in_file] == [call_of(forgotten)]
        await desk.services.ledger.apply(found)
        settled = await desk.services.generations.get(doubtful.id)
        assert (settled.charged_micro, settled.held_micro) == (35_000, 0)
        assert await spent(desk) == 3 * IMAGE_PRICE + 35_000


@pytest.mark.parametrize(
    ("text", "mapping", "words"),
    [
        ("a,b\n1,2\n", UsageMapping("c", id="a"), "no column “c”"),
        ("a,b\n1,x\n", UsageMapping("b", id="a"), "Line 2: “x” is not an amount"),
        ("a,b\nsoon,2\n", UsageMapping("b", time="a"), "Line 2: “soon” is not a time"),
        ('a,b\n"1,2\n', UsageMapping("b", id="a"), "line 1: unexpected end"),
        ("a,b\n1,2\n", UsageMapping("b"), "id or a time"),
        ("\xff", UsageMapping("b", id="a"), "not a UTF-8 text"),
    ],
)
async def test_a_file_that_cannot_be_read_is_told(
    desk: Desk, tmp_path: Path, text: str, mapping: UsageMapping, words: str
) -> None:
    file = tmp_path / "usage.csv"
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(UsageError, match=words):
        await desk.services.ledger.compare(SCRIPTED, file, mapping)
