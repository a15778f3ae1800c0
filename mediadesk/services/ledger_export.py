"""The ledger as CSV and JSON text. Amounts as integer micro-USD, and as a decimal beside it."""

from __future__ import annotations

import json
from collections.abc import Iterable

from mediadesk.domain.ledger import LedgerEntry
from mediadesk.domain.money import decimal_usd
from mediadesk.services.csv_text import Verbatim, csv_text

COLUMNS = (
    "id",
    "at",
    "day",
    "kind",
    "amount_micro_usd",
    "amount_usd",
    "basis",
    "provider",
    "model",
    "type",
    "project",
    "project_id",
    "generation_id",
    "attempt_id",
    "price_source",
    "price_date",
    "mark",
    "note",
)


def entry_document(entry: LedgerEntry) -> dict[str, object]:
    """One entry by the names of the columns; what is not known or not there is None."""
    amount = entry.amount_micro
    return {
        "id": str(entry.id),
        "at": entry.at.isoformat(timespec="milliseconds"),
        "day": entry.local_day.isoformat(),
        "kind": entry.kind.value,
        "amount_micro_usd": amount,
        "amount_usd": None if amount is None else Verbatim(decimal_usd(amount)),
        "basis": entry.basis.value,
        "provider": entry.provider,
        "model": entry.model,
        "type": entry.type.value,
        "project": entry.project_name,
        "project_id": str(entry.project_id),
        "generation_id": _text(entry.generation_id),
        "attempt_id": _text(entry.attempt_id),
        "price_source": entry.price_source or None,
        "price_date": _text(entry.price_date),
        "mark": None if entry.mark is None else entry.mark.value,
        "note": entry.note,
    }


def csv_head() -> str:
    """The line of the column names."""
    return csv_text([COLUMNS])


def csv_lines(entries: Iterable[LedgerEntry]) -> str:
    """A line for each entry."""
    return csv_text(entry_document(entry).values() for entry in entries)


def json_items(entries: Iterable[LedgerEntry], *, is_first: bool) -> str:
    """Items of a JSON array, without its brackets."""
    parts = [
        json.dumps(entry_document(entry), ensure_ascii=False, separators=(",", ":"))
        for entry in entries
    ]
    return ("" if is_first or not parts else ",\n") + ",\n".join(parts)


def _text(value: object | None) -> str | None:
    return None if value is None else str(value)
