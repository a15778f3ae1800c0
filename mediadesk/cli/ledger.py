"""``ledger list|export|correct|refund|import``: every amount as it was entered."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from mediadesk.cli.console import one_line, say, write, write_json, write_table
from mediadesk.cli.documents import generation_document
from mediadesk.cli.ledger_import import add_import
from mediadesk.cli.options import add_json, add_library_options, positive
from mediadesk.cli.session import open_session
from mediadesk.cli.stats import add_range, stats_query
from mediadesk.domain.cost_calculator import CostBasis
from mediadesk.domain.ids import parse_uuid
from mediadesk.domain.ledger import EntryKind, LedgerEntry, LedgerQuery
from mediadesk.domain.money import format_usd_exact, parse_usd
from mediadesk.services.ledger_export import entry_document

if TYPE_CHECKING:
    from mediadesk.bootstrap import Services


def add_command(name: str, parser: ArgumentParser) -> None:
    """Fill the parser of ``ledger``."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="the newest entries")
    listing.add_argument("--limit", metavar="N", type=positive, default=50, help="default: 50")
    listing.set_defaults(run=list_entries)
    export = actions.add_parser("export", help="all entries that fit, as CSV or JSON")
    export.add_argument("--output", metavar="FILE", type=Path, help="a new file: .csv or .json")
    export.set_defaults(run=export_entries)
    for command in (listing, export):
        add_range(command)
        command.add_argument(
            "--kind", action="append", choices=[kind.value for kind in EntryKind], help="repeatable"
        )
    correct = actions.add_parser("correct", help="say what a call really cost")
    correct.add_argument("id", metavar="ID", help="the run, or one attempt of it")
    correct.add_argument("--to", metavar="USD", required=True, help="what it cost altogether")
    correct.set_defaults(run=correct_entry)
    refund = actions.add_parser("refund", help="enter what a provider gave back")
    refund.add_argument("id", metavar="ID", help="the run, or one attempt of it")
    refund.add_argument("amount", metavar="USD")
    refund.set_defaults(run=refund_entry)
    for command in (correct, refund):
        command.add_argument("--note", metavar="TEXT", default="", help="why")
    add_import(actions.add_parser("import", help="compare with a provider's usage file (CSV)"))
    for command in actions.choices.values():
        add_json(command)
        add_library_options(command)


async def list_entries(arguments: Namespace) -> int:
    """Print the newest entries and the sums over all that fit."""
    async with open_session(arguments) as services:
        query = await _query(services, arguments)
        page = await services.ledger.page(query, limit=arguments.limit)
        totals = await services.ledger.totals(query)
    if arguments.json:
        write_json(
            {
                "entries": [entry_document(entry) for entry in page.entries],
                "totals": {
                    "entry_count": totals.entry_count,
                    "spent_micro_usd": totals.spent_micro,
                    "held_micro_usd": totals.held_micro,
                    "unknown_count": totals.unknown_count,
                },
            }
        )
        return 0
    write_table(
        ("at", "kind", "amount", "basis", "model", "run", "note"),
        [_line(entry) for entry in page.entries],
    )
    say(
        f"{totals.entry_count} entries: {format_usd_exact(totals.spent_micro)} spent, "
        f"{format_usd_exact(totals.held_micro)} held, {totals.unknown_count} not known."
    )
    return 0


async def export_entries(arguments: Namespace) -> int:
    """Write all entries to a file, or to standard output."""
    async with open_session(arguments) as services:
        query = await _query(services, arguments)
        if arguments.output is not None:
            await services.ledger.export(query, arguments.output)
        else:
            async for part in services.ledger.text(query, as_json=arguments.json):
                write(part)
    if arguments.output is not None and arguments.json:
        write_json({"file": str(arguments.output)})
    elif arguments.output is not None:
        say(f"Written: {arguments.output}.")
    return 0


async def correct_entry(arguments: Namespace) -> int:
    """Enter the difference between what was charged and what a call really cost."""
    wanted = parse_usd(arguments.to)
    item_id = parse_uuid(arguments.id)
    async with open_session(arguments) as services:
        attempt_id = await services.ledger.attempt_of(item_id)
        difference = await services.ledger.correct(attempt_id, wanted, arguments.note)
        done = f"Corrected by {format_usd_exact(difference)}" if difference else "Already so"
        return await _report(services, arguments, done)


async def refund_entry(arguments: Namespace) -> int:
    """Enter what was given back."""
    amount = parse_usd(arguments.amount)
    item_id = parse_uuid(arguments.id)
    async with open_session(arguments) as services:
        attempt_id = await services.ledger.attempt_of(item_id)
        await services.ledger.refund(attempt_id, amount, arguments.note)
        return await _report(services, arguments, f"Refunded {format_usd_exact(amount)}")


async def _query(services: Services, arguments: Namespace) -> LedgerQuery:
    asked = await stats_query(services, arguments)
    kinds = frozenset(map(EntryKind, arguments.kind)) if arguments.kind else None
    return LedgerQuery(
        asked.first_day,
        asked.last_day,
        asked.project_id,
        asked.provider,
        asked.model,
        asked.type,
        kinds,
        aliases=asked.aliases,
    )


async def _report(services: Services, arguments: Namespace, done: str) -> int:
    attempt_id = await services.ledger.attempt_of(parse_uuid(arguments.id))
    generation_id = await services.ledger.generation_of(attempt_id)
    generation = await services.generations.get(generation_id)
    if arguments.json:
        write_json(generation_document(generation))
    else:
        say(f"{done}: {generation.id} cost {format_usd_exact(generation.charged_micro)}.")
    return 0


_BASES = {
    CostBasis.ESTIMATE: "estimated",
    CostBasis.REPORTED: "reported",
    CostBasis.BILL: "usage file",
    CostBasis.USER: "entered by you",
}


def _line(entry: LedgerEntry) -> tuple[str, ...]:
    amount = "not known" if entry.amount_micro is None else format_usd_exact(entry.amount_micro)
    return (
        f"{entry.at.astimezone():%Y-%m-%d %H:%M}",
        entry.kind.value,
        amount,
        _BASES[entry.basis],
        one_line(f"{entry.provider} {entry.model}", 40),
        str(entry.generation_id or ""),
        one_line(entry.note, 60),
    )
