"""A provider's sums of days and models beside those of the ledger."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from mediadesk.domain.errors import UsageError
from mediadesk.domain.usage_import import DayComparison, UsageDay
from mediadesk.providers.aliases import names_of
from mediadesk.services.usage_import import model_key
from mediadesk.storage import usage_calls

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from mediadesk.domain.ids import ProviderName, UserId
    from mediadesk.domain.usage_import import LedgerCall, UsageRow
    from mediadesk.storage.rows import Readable

_Key = tuple[date, str]
"""A day, and what the names of a model have in common; empty where the file names no models."""


@dataclass(slots=True)
class _Sums:
    model: str | None = None
    rows: list[UsageRow] = field(default_factory=list)
    calls: list[LedgerCall] = field(default_factory=list)

    def day(self, day: date) -> UsageDay:
        return UsageDay(
            day,
            self.model,
            sum(row.amount_micro for row in self.rows) if self.rows else None,
            sum(call.spent_micro or 0 for call in self.calls) if self.calls else None,
            len(self.calls),
            sum(call.spent_micro is None for call in self.calls),
        )


def compare_days(
    connection: Readable,
    user: UserId,
    provider: ProviderName,
    rows: Sequence[UsageRow],
    zone: tzinfo,
) -> DayComparison:
    """Add up rows and calls by day and model, a call on the day on which it was sent.

    Sums are equal where rounding explains what is between them: half of the last digit for each
    row, half a micro-dollar for each call. Raises ``UsageError`` for a row without a day.
    """
    sums = _sums_of_file(rows, zone)
    if not sums:
        return DayComparison((), (), (), ())
    days = [day for day, _ in sums]
    names_models = any(row.model is not None for row in rows)
    for call in _calls(connection, user, provider, zone, (min(days), max(days))):
        if call.at is not None:
            key = (call.at.astimezone(zone).date(), model_key(call.model) if names_models else "")
            sums[key].calls.append(call)
            sums[key].model = call.model if names_models else None
    step = min(row.step_micro for row in rows)
    found: dict[str, list[UsageDay]] = defaultdict(list)
    for (day, _), one in sorted(sums.items()):
        found[_verdict(one.day(day), step * len(one.rows))].append(one.day(day))
    names = ("matched", "differing", "not_in_ledger", "not_in_file")
    return DayComparison(*(tuple(found[name]) for name in names))


def _sums_of_file(rows: Sequence[UsageRow], zone: tzinfo) -> defaultdict[_Key, _Sums]:
    sums: defaultdict[_Key, _Sums] = defaultdict(_Sums)
    for row in rows:
        if row.at is None:
            raise UsageError(f"Line {row.line} has no day.", "Map the column of the days as time.")
        one = sums[row.at.astimezone(zone).date(), model_key(row.model or "")]
        one.rows.append(row)
        one.model = row.model
    return sums


def _calls(
    connection: Readable,
    user: UserId,
    provider: ProviderName,
    zone: tzinfo,
    days: tuple[date, date],
) -> list[LedgerCall]:
    first, after = (
        datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)
        for day in (days[0], days[1] + timedelta(days=1))
    )
    span = (first, after - timedelta(milliseconds=1))
    return [one.call for one in usage_calls.calls_of(connection, user, names_of(provider), span)]


def _verdict(day: UsageDay, rounding: int) -> str:
    if day.ledger_micro is None:
        return "not_in_ledger" if day.file_micro else ""
    if day.file_micro is None:
        return "not_in_file" if day.ledger_micro or day.unknown_count else ""
    off = abs(day.file_micro - day.ledger_micro)
    is_equal = not day.unknown_count and 2 * off <= rounding + day.call_count
    return "matched" if is_equal else "differing"
