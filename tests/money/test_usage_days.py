"""A provider's sums of days beside the ledger: equal, differing, and only on one side."""

from __future__ import annotations

from pathlib import Path

import pytest

from mediadesk.domain.errors import Billed, ProviderError, ProviderErrorKind, UsageError
from mediadesk.domain.ids import ProviderName
from mediadesk.domain.usage_import import UsageDay, UsageMapping
from tests.engine.conftest import Desk, OpenDesk
from tests.fakes.scripted_provider import IMAGE_PRICE, failing
from tests.fakes.set_clock import SetClock

SCRIPTED = ProviderName("scripted")
TIMEOUT = ProviderError(ProviderErrorKind.TIMEOUT, "No answer.", billed=Billed.UNKNOWN)
DAILY = UsageMapping("cost", time="day", model="model")


def words(day: UsageDay) -> tuple[str, str | None, int | None, int | None, int, int]:
    return (
        day.day.isoformat()[5:],
        day.model,
        day.file_micro,
        day.ledger_micro,
        day.call_count,
        day.unknown_count,
    )


async def make_three_days(desk: Desk, clock: SetClock) -> None:
    """Two pictures and a text on the 18th, a picture on the 19th, one in doubt on the 20th."""
    clock.set(2026, 11, 18, 0, 30)
    await desk.make("image")
    await desk.make("text")
    clock.set(2026, 11, 18, 23, 30)
    await desk.make("image")
    clock.set(2026, 11, 19, 12)
    await desk.make("image")
    clock.set(2026, 11, 20, 12)
    desk.script.steps.append(failing(TIMEOUT))
    await desk.make("image")
    clock.set(2026, 11, 21, 12)
    await desk.make("other")


async def test_sums_by_day_and_model(open_desk: OpenDesk, tmp_path: Path) -> None:
    clock = SetClock()
    async with open_desk(clock=clock) as desk:
        await make_three_days(desk, clock)
        file = tmp_path / "days.csv"
        file.write_text(
            "day,model,kind,cost\n"
            # two rows of one day and model, under its dated name
            "2026-11-18,maker/image-2026-11-01,input,0.02\n"
            "2026-11-18,maker/image-2026-11-01,output,0.06\n"
            # 210 micro-dollars, told to four places
            "2026-11-18,text,all,0.0002\n"
            "2026-11-19,image,all,0.05\n"
            "2026-11-19,imagery,all,0.07\n"
            "2026-11-19,unused,all,0\n"
            "2026-11-20,image,all,0.04\n"
            "2026-11-22,image,all,0\n",
            encoding="utf-8",
        )
        found = await desk.services.ledger.compare_days(SCRIPTED, file, DAILY)
        assert list(map(words, found.matched)) == [
            ("11-18", "image", 80_000, 2 * IMAGE_PRICE, 2, 0),
            ("11-18", "text", 200, 210, 1, 0),
        ]
        assert list(map(words, found.differing)) == [
            ("11-19", "image", 50_000, IMAGE_PRICE, 1, 0),
            ("11-20", "image", 40_000, 0, 1, 1),
        ]
        assert list(map(words, found.not_in_ledger)) == [("11-19", "imagery", 70_000, None, 0, 0)]
        assert list(map(words, found.not_in_file)) == [("11-21", "other", None, IMAGE_PRICE, 1, 0)]


async def test_whole_days_in_the_zone_of_the_file(open_desk: OpenDesk, tmp_path: Path) -> None:
    """Half past midnight in London is the evening before in Los Angeles."""
    clock = SetClock()
    async with open_desk(clock=clock) as desk:
        await make_three_days(desk, clock)
        file = tmp_path / "days.csv"
        file.write_text("day,cents\n2026-11-17,4.021\n2026-11-18,4\n2026-11-19,4\n", "utf-8")
        mapping = UsageMapping("cents", time="day", per_usd=100, zone="America/Los_Angeles")
        found = await desk.services.ledger.compare_days(SCRIPTED, file, mapping)
        assert list(map(words, found.matched)) == [
            ("11-17", None, 40_210, IMAGE_PRICE + 210, 2, 0),
            ("11-18", None, 40_000, IMAGE_PRICE, 1, 0),
            ("11-19", None, 40_000, IMAGE_PRICE, 1, 0),
        ]
        assert (found.differing, found.not_in_ledger, found.not_in_file) == ((), (), ())


async def test_a_model_is_not_taken_for_one_with_a_longer_name(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    """“image-mini” of the file took the call of “image”, because the one begins the other."""
    clock = SetClock()
    async with open_desk(clock=clock) as desk:
        clock.set(2026, 11, 18, 10)
        await desk.make("image")
        file = tmp_path / "calls.csv"
        file.write_text("day,model,cost\n2026-11-18T10:00:00Z,image-mini,0.01\n", encoding="utf-8")
        found = await desk.services.ledger.compare(SCRIPTED, file, DAILY)
        assert (found.matched, found.differing) == ((), ())
        assert [row.line for row in found.not_in_ledger] == [2]


@pytest.mark.parametrize(
    ("text", "mapping", "told"),
    [
        ("day,cost\n2026-11-18,1\n", UsageMapping("cost", id="day"), "days is not named"),
        ("day,cost\n,1\n", UsageMapping("cost", time="day"), "Line 2 has no day"),
        (
            "day,cost\n",
            UsageMapping("cost", time="day", zone="Mars/One"),
            "no time zone “Mars/One”",
        ),
    ],
)
async def test_days_that_cannot_be_read_are_told(
    desk: Desk, tmp_path: Path, text: str, mapping: UsageMapping, told: str
) -> None:
    file = tmp_path / "days.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=told):
        await desk.services.ledger.compare_days(SCRIPTED, file, mapping)
