"""``ledger import``: a provider's usage file beside the ledger, call by call or day by day."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mediadesk.cli.budgets import known_provider
from mediadesk.cli.console import confirm, say, write_json, write_table
from mediadesk.cli.session import open_session
from mediadesk.domain.errors import UsageError
from mediadesk.domain.money import format_usd_exact
from mediadesk.domain.usage_import import (
    DayComparison,
    LedgerCall,
    UsageComparison,
    UsageDay,
    UsageMapping,
    UsageRow,
)

if TYPE_CHECKING:
    from mediadesk.bootstrap import Services
    from mediadesk.domain.ids import ProviderName

_MAPPED = ("amount", "id", "time", "model")
_UNITS = {"usd": 1, "cents": 100, "micro": 1_000_000}
_PARTS = {
    "matched": "agrees",
    "differing": "differs",
    "not_in_ledger": "only in the file",
    "not_in_file": "only here",
}


def add_import(parser: ArgumentParser) -> None:
    """Fill the parser of ``ledger import``."""
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("--provider", metavar="P", required=True)
    parser.add_argument(
        "--map",
        metavar="FIELD=COLUMN",
        type=_mapped,
        action="append",
        required=True,
        help=f"which column holds {', '.join(_MAPPED)}; amount and one of id, time are needed",
    )
    parser.add_argument("--unit", choices=list(_UNITS), default="usd", help="of the amounts")
    parser.add_argument(
        "--daily", action="store_true", help="the rows are sums of days (and models)"
    )
    parser.add_argument(
        "--time-zone",
        metavar="Z",
        default="UTC",
        help="of days, and of times that name none; default: UTC",
    )
    parser.add_argument("--apply", action="store_true", help="enter what differs as corrections")
    parser.add_argument("--yes", action="store_true", help="do not ask")
    parser.set_defaults(run=import_usage)


async def import_usage(arguments: Namespace) -> int:
    """List what a usage file and the ledger say differently; with --apply, correct the ledger."""
    columns = dict(arguments.map)
    if "amount" not in columns:
        raise UsageError("The column of the amounts is not named.", "Give --map amount=COLUMN.")
    if arguments.daily and arguments.apply:
        raise UsageError(
            "Sums of days belong to no call, so none can be corrected by them.",
            "Leave --apply out, then use “ledger correct”.",
        )
    mapping = UsageMapping(
        columns["amount"],
        columns.get("id"),
        columns.get("time"),
        columns.get("model"),
        _UNITS[arguments.unit],
        arguments.time_zone,
    )
    async with open_session(arguments) as services:
        provider = known_provider(services, arguments.provider)
        if arguments.daily:
            days = await services.ledger.compare_days(provider, arguments.file, mapping)
            _show_days(days, as_json=arguments.json)
        else:
            await _compare_calls(services, provider, mapping, arguments)
    return 0


async def _compare_calls(
    services: Services, provider: ProviderName, mapping: UsageMapping, arguments: Namespace
) -> None:
    found = await services.ledger.compare(provider, arguments.file, mapping)
    applied = 0
    question = f"Enter {len(found.differing)} corrections?"
    if arguments.apply and found.differing and confirm(question, is_agreed=arguments.yes):
        applied = await services.ledger.apply(found)
    if arguments.json:
        write_json(_comparison_document(found, applied))
        return
    lines = [("agrees", *_pair_words(pair.row, pair.call)) for pair in found.matched]
    lines += [("differs", *_pair_words(pair.row, pair.call)) for pair in found.differing]
    lines += [("only in the file", *_pair_words(row, None)) for row in found.not_in_ledger]
    lines += [("only here", *_pair_words(None, call)) for call in found.not_in_file]
    if lines:
        write_table(("what", "line", "file", "ledger", "attempt"), lines)
    say(f"{_counts_words(found)}; {applied} corrected.")


def _show_days(found: DayComparison, *, as_json: bool) -> None:
    if as_json:
        write_json({part: list(map(_day_document, getattr(found, part))) for part in _PARTS})
        return
    lines = [
        (words, *_day_words(day)) for part, words in _PARTS.items() for day in getattr(found, part)
    ]
    if lines:
        write_table(("what", "day", "model", "file", "ledger", "calls"), lines)
    say(f"{_counts_words(found)}.")


def _counts_words(found: UsageComparison | DayComparison) -> str:
    return (
        f"{len(found.matched)} agree, {len(found.differing)} differ, "
        f"{len(found.not_in_ledger)} only in the file, {len(found.not_in_file)} only here"
    )


def _pair_words(row: UsageRow | None, call: LedgerCall | None) -> tuple[str, str, str, str]:
    line, amount = ("", "") if row is None else (str(row.line), format_usd_exact(row.amount_micro))
    if call is None:
        return line, amount, "", ""
    return line, amount, _amount(call.spent_micro), str(call.attempt_id)


def _day_words(day: UsageDay) -> tuple[str, str, str, str, str]:
    calls = f"{day.call_count:,}" if day.call_count else ""
    return (
        day.day.isoformat(),
        day.model or "all models",
        "" if day.file_micro is None else format_usd_exact(day.file_micro),
        "" if day.ledger_micro is None else format_usd_exact(day.ledger_micro),
        f"{calls}, {day.unknown_count:,} not known" if day.unknown_count else calls,
    )


def _amount(micro: int | None) -> str:
    return "not known" if micro is None else format_usd_exact(micro)


def _comparison_document(found: UsageComparison, applied: int) -> dict[str, Any]:
    return {
        "matched": [_call_document(pair.row, pair.call) for pair in found.matched],
        "differing": [_call_document(pair.row, pair.call) for pair in found.differing],
        "not_in_ledger": [_call_document(row, None) for row in found.not_in_ledger],
        "not_in_file": [_call_document(None, call) for call in found.not_in_file],
        "applied": applied,
    }


def _call_document(row: UsageRow | None, call: LedgerCall | None) -> dict[str, Any]:
    return {
        "line": None if row is None else row.line,
        "id": None if row is None else row.id,
        "file_micro_usd": None if row is None else row.amount_micro,
        "ledger_micro_usd": None if call is None else call.spent_micro,
        "attempt_id": None if call is None else str(call.attempt_id),
    }


def _day_document(day: UsageDay) -> dict[str, Any]:
    return {
        "day": day.day.isoformat(),
        "model": day.model,
        "file_micro_usd": day.file_micro,
        "ledger_micro_usd": day.ledger_micro,
        "call_count": day.call_count,
        "unknown_count": day.unknown_count,
    }


def _mapped(text: str) -> tuple[str, str]:
    field, mark, column = text.partition("=")
    if not mark or field not in _MAPPED or not column:
        raise ArgumentTypeError(f"“{text}” is not like amount=COLUMN ({', '.join(_MAPPED)})")
    return field, column
