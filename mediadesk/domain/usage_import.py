"""A provider's usage file beside the ledger: how its columns are read, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from mediadesk.domain.ids import AttemptId


@dataclass(frozen=True, slots=True)
class UsageMapping:
    """Which column says what. A row is found by its id, else by its time (and model).

    ``per_usd``: how many of the file's units make a dollar; 100 where it counts cents.
    ``zone``: that of times and days which name none.
    """

    amount: str
    id: str | None = None
    time: str | None = None
    model: str | None = None
    per_usd: int = 1
    zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class UsageRow:
    """What the file says about one call; several lines of one id are added up.

    ``step_micro``: the least that its figure tells apart, 10,000 where it is written in cents.
    """

    line: int
    amount_micro: int
    id: str | None = None
    at: datetime | None = None
    model: str | None = None
    step_micro: int = 1


@dataclass(frozen=True, slots=True)
class LedgerCall:
    """What the ledger says about one call. ``spent_micro`` None = not known yet."""

    attempt_id: AttemptId
    model: str
    at: datetime | None
    spent_micro: int | None


@dataclass(frozen=True, slots=True)
class UsagePair:
    """A row of the file with the call that it is about."""

    row: UsageRow
    call: LedgerCall


@dataclass(frozen=True, slots=True)
class UsageComparison:
    """Equal and differing calls; rows without a call, and calls without a row.

    ``not_in_file`` is only told where the file has times: calls within its span.
    """

    matched: tuple[UsagePair, ...]
    differing: tuple[UsagePair, ...]
    not_in_ledger: tuple[UsageRow, ...]
    not_in_file: tuple[LedgerCall, ...]


@dataclass(frozen=True, slots=True)
class UsageDay:
    """What file and ledger say about one model on one day; ``model`` None: the whole day.

    ``file_micro`` and ``ledger_micro`` None = nothing there. ``ledger_micro`` leaves out the
    ``unknown_count`` calls whose cost is not known yet.
    """

    day: date
    model: str | None
    file_micro: int | None
    ledger_micro: int | None
    call_count: int = 0
    unknown_count: int = 0


@dataclass(frozen=True, slots=True)
class DayComparison:
    """Sums that are equal but for rounding, that differ, and that only one side has.

    ``not_in_file`` is told within the span of the file's days.
    """

    matched: tuple[UsageDay, ...]
    differing: tuple[UsageDay, ...]
    not_in_ledger: tuple[UsageDay, ...]
    not_in_file: tuple[UsageDay, ...]
