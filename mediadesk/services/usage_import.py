"""Reading a provider's usage file, and finding the calls that its rows are about."""

from __future__ import annotations

import csv
import io
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from mediadesk.domain.cost_calculator import CostBasis
from mediadesk.domain.errors import UsageError
from mediadesk.domain.ids import AttemptId
from mediadesk.domain.money import LARGEST_MICRO, MICRO_PER_USD
from mediadesk.domain.usage_import import (
    UsageComparison,
    UsageMapping,
    UsagePair,
    UsageRow,
)
from mediadesk.providers.aliases import names_of
from mediadesk.services import ledger_changes
from mediadesk.storage import usage_calls
from mediadesk.storage.attempts import attempt_row, is_to_settle
from mediadesk.system.clock import time_zone

if TYPE_CHECKING:
    from mediadesk.domain.ids import ProviderName, UserId
    from mediadesk.services.engine_store import EngineStore
    from mediadesk.storage.rows import Readable, Transaction
    from mediadesk.storage.usage_calls import StoredCall

NEAR = timedelta(minutes=10)
"""How far the provider's time of a call may be from ours."""
_NOTE = "From the provider's usage file"
_DATED = re.compile(r"[-@:.](\d{4}-?\d{2}-?\d{2}|\d{3}|latest)$")


def usage_columns(path: Path, largest_bytes: int) -> tuple[str, ...]:
    """The names of the columns of a CSV file. Blocking. Raises ``UsageError``."""
    try:
        names = _names(_reader(_text(path, largest_bytes)))
    except csv.Error as error:
        raise UsageError(f"{path}: {error}.", "Export it again as CSV.") from None
    return tuple(name for name in names if name)


def read_usage(path: Path, mapping: UsageMapping, largest_bytes: int) -> list[UsageRow]:
    """The rows of a CSV file. Blocking. Raises ``UsageError``, naming line and word."""
    zone = zone_of(mapping)
    reader = _reader(_text(path, largest_bytes))
    try:
        _check_columns(path, _names(reader), mapping)
        # where semicolons part the columns, a comma begins the decimals
        mark = "," if reader.reader.dialect.delimiter == ";" else "."
        found = [
            _row(reader.line_num, cells, mapping, mark, zone)
            for cells in reader
            if any(cells.values())
        ]
    except csv.Error as error:
        raise UsageError(
            f"{path}, line {reader.line_num}: {error}.", "Export it again as CSV."
        ) from None
    return list(_added_up(found))


def zone_of(mapping: UsageMapping) -> tzinfo:
    """The time zone of a file. Raises ``UsageError`` where this computer knows none such."""
    zone = time_zone(mapping.zone)
    if zone is None:
        raise UsageError(
            f"There is no time zone “{mapping.zone}” on this computer.", "Use one like UTC."
        )
    return zone


def model_key(model: str) -> str:
    """What two names of a model have in common: providers add a date, or leave out the maker."""
    return _DATED.sub("", model.lower().rpartition("/")[2])


def _text(path: Path, largest_bytes: int) -> str:
    try:
        if path.stat().st_size > largest_bytes:
            raise UsageError(f"{path} is too large.", "Split it into months.")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read: {error.strerror}.", "Choose another file."
        ) from None
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not a UTF-8 text.", "Save it as CSV in UTF-8.") from None


def _reader(text: str) -> csv.DictReader[str]:
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    # a lone NUL or an unclosed quote ends up as an error of the reader
    return csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _names(reader: csv.DictReader[str]) -> list[str]:
    names = [(name or "").strip() for name in reader.fieldnames or ()]
    reader.fieldnames = names
    return names


def compare_usage(
    connection: Readable, user: UserId, provider: ProviderName, rows: Sequence[UsageRow]
) -> UsageComparison:
    """Find the calls that the rows are about: by id, then by nearest time.

    No call costs less than nothing: a credit is about none, and stays with what is only there.
    """
    times = [row.at for row in rows if row.at is not None]
    span = (min(times) - NEAR, max(times) + NEAR) if len(times) == len(rows) and times else None
    calls = usage_calls.calls_of(connection, user, names_of(provider), span)
    pairs, left_rows = _by_id([row for row in rows if row.amount_micro >= 0], calls)
    taken = {pair.call.attempt_id for pair in pairs}
    pairs += _by_time([row for row in left_rows if row.id is None], calls, taken)
    paired = {id(pair.row) for pair in pairs}
    taken = {pair.call.attempt_id for pair in pairs}
    inner = (span[0] + NEAR, span[1] - NEAR) if span else None
    return UsageComparison(
        tuple(pair for pair in pairs if pair.row.amount_micro == pair.call.spent_micro),
        tuple(pair for pair in pairs if pair.row.amount_micro != pair.call.spent_micro),
        tuple(row for row in rows if id(row) not in paired),
        tuple(
            stored.call
            for stored in calls
            if inner is not None
            and stored.call.attempt_id not in taken
            and stored.call.spent_micro != 0
            and stored.call.at is not None
            and inner[0] <= stored.call.at <= inner[1]
        ),
    )


def write_corrections(
    connection: Transaction, store: EngineStore, pairs: Sequence[UsagePair]
) -> int:
    """Enter what the bill says about these calls; returns how many it changed."""
    changed = 0
    for pair in pairs:
        attempt_id, micro = pair.call.attempt_id, pair.row.amount_micro
        if is_to_settle(connection, attempt_row(connection, store.user, attempt_id)[0]):
            store.settle(connection, attempt_id, micro or None, CostBasis.BILL)
            changed += 1
        elif ledger_changes.correct(connection, store, attempt_id, micro, _NOTE, CostBasis.BILL):
            changed += 1
    return changed


def _by_id(
    rows: Sequence[UsageRow], calls: Sequence[StoredCall]
) -> tuple[list[UsagePair], list[UsageRow]]:
    known = {remote_id: stored.call for stored in calls for remote_id in stored.remote_ids}
    pairs, left = [], []
    for row in rows:
        call = known.pop(row.id, None) if row.id is not None else None
        if call is None:
            left.append(row)
        else:
            pairs.append(UsagePair(row, call))
    return pairs, left


def _by_time(
    rows: Sequence[UsageRow], calls: Sequence[StoredCall], taken: set[AttemptId]
) -> list[UsagePair]:
    """The nearest pairs first, so that no row takes a call that another is closer to."""
    timed = [(call.at, call) for call in (one.call for one in calls) if call.at is not None]
    timed.sort(key=itemgetter(0))
    times = [at for at, _ in timed]
    near = []
    for number, row in enumerate(rows):
        if row.at is None:
            continue
        first, last = bisect_left(times, row.at - NEAR), bisect_right(times, row.at + NEAR)
        for at, call in timed[first:last]:
            is_same = row.model is None or model_key(row.model) == model_key(call.model)
            if is_same and call.attempt_id not in taken:
                near.append((abs(row.at - at), number, row, call))
    pairs: list[UsagePair] = []
    used: set[AttemptId | int] = set()
    for _, number, row, call in sorted(near, key=itemgetter(0, 1)):
        if number not in used and call.attempt_id not in used:
            used |= {number, call.attempt_id}
            pairs.append(UsagePair(row, call))
    return pairs


def _check_columns(path: Path, names: Sequence[str], mapping: UsageMapping) -> None:
    if mapping.id is None and mapping.time is None:
        raise UsageError("Rows can only be found by an id or a time.", "Map id=… or time=….")
    wanted = (mapping.amount, mapping.id, mapping.time, mapping.model)
    for name in filter(None, wanted):
        if name not in names:
            raise UsageError(
                f"{path} has no column “{name}”.", f"It has: {', '.join(filter(None, names))}."
            )


def _row(
    line: int,
    cells: dict[str, str | None],
    mapping: UsageMapping,
    decimal_mark: str,
    zone: tzinfo,
) -> UsageRow:
    def cell(name: str | None) -> str | None:
        return (cells.get(name) or "").strip() or None if name is not None else None

    micro, step = _amount(line, cell(mapping.amount) or "0", mapping.per_usd, decimal_mark)
    at = _time(line, cell(mapping.time), zone)
    return UsageRow(line, micro, cell(mapping.id), at, cell(mapping.model), step)


def _amount(line: int, text: str, per_usd: int, decimal_mark: str) -> tuple[int, int]:
    """(amount, what its last digit stands for) in micro-USD."""
    if "." not in text:
        text = text.replace(decimal_mark, ".")
    try:
        written = Decimal(text.replace("$", "").replace(" ", ""))
    except InvalidOperation:
        written = Decimal("NaN")
    amount = written * MICRO_PER_USD / per_usd
    if not amount.is_finite() or abs(amount) > LARGEST_MICRO:
        raise UsageError(f"Line {line}: “{text[:40]}” is not an amount.", "Map another column.")
    step = Decimal(1).scaleb(int(written.as_tuple().exponent)) * MICRO_PER_USD / per_usd
    return int(amount.to_integral_value(ROUND_HALF_UP)), max(1, int(step))


def _time(line: int, text: str | None, zone: tzinfo) -> datetime | None:
    if text is None:
        return None
    try:
        if text.replace(".", "", 1).isdigit():
            seconds = float(text)
            return datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, UTC)
        found = datetime.fromisoformat(text.removesuffix(" UTC"))
    except (ValueError, OverflowError, OSError):
        raise UsageError(
            f"Line {line}: “{text[:40]}” is not a time.", "Use ISO 8601, or seconds since 1970."
        ) from None
    return (found.replace(tzinfo=zone) if found.tzinfo is None else found).astimezone(UTC)


def _added_up(rows: Sequence[UsageRow]) -> Iterator[UsageRow]:
    """Rows of the same id as one: some files tell input and output apart."""
    by_id: defaultdict[str, list[UsageRow]] = defaultdict(list)
    for row in rows:
        if row.id is None:
            yield row
        else:
            by_id[row.id].append(row)
    for several in by_id.values():
        yield replace(several[0], amount_micro=sum(row.amount_micro for row in several))
