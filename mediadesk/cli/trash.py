"""``trash``: what was deleted, and erasing it for good."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from mediadesk.cli.browse import print_runs
from mediadesk.cli.console import (
    CLEAR_LINE,
    confirm,
    one_line,
    say,
    size_text,
    write_json,
    write_table,
)
from mediadesk.cli.documents import asset_document, generation_document
from mediadesk.cli.options import add_json, add_library_options, positive
from mediadesk.cli.session import open_session
from mediadesk.domain.queries import AssetQuery, HistoryQuery, TrashContents


def add_command(name: str, parser: ArgumentParser) -> None:
    """Fill the parser of ``trash``."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="deleted runs and results, the newest first")
    listing.add_argument("--limit", metavar="N", type=positive, default=20, help="default: 20")
    listing.set_defaults(run=list_trash)
    empty = actions.add_parser("empty", help="erase everything in the trash for good")
    empty.add_argument("--yes", action="store_true", help="do not ask")
    empty.set_defaults(run=empty_trash)
    for command in actions.choices.values():
        add_json(command)
        add_library_options(command)


async def list_trash(arguments: Namespace) -> int:
    """Print what can be restored."""
    async with open_session(arguments) as services:
        contents = await services.trash.contents()
        runs = await services.history.first_page(HistoryQuery(deleted=True), arguments.limit)
        results = await services.assets.find(AssetQuery(deleted=True), limit=arguments.limit)
    alone = {row.generation.id for row in runs}
    results = [asset for asset in results if asset.generation_id not in alone]
    if arguments.json:
        write_json(
            _contents_document(contents)
            | {
                "generations": [generation_document(row.generation) for row in runs],
                "assets": [asset_document(asset) for asset in results],
            }
        )
        return 0
    print_runs(arguments, runs)
    if results:
        write_table(
            ("id", "made", "type", "file"),
            [
                (
                    str(asset.id),
                    f"{asset.created_at.astimezone():%Y-%m-%d %H:%M}",
                    asset.type.value,
                    one_line(asset.file_name or f"{asset.mime}, {size_text(asset.size_bytes)}", 60),
                )
                for asset in results
            ],
        )
    return 0


async def empty_trash(arguments: Namespace) -> int:
    """Erase everything in the trash, after asking."""
    async with open_session(arguments) as services:
        contents = await services.trash.contents()
        is_empty = not contents.items and not contents.runs
        question = f"Erase {_words(contents)} for good?"
        if not is_empty and not confirm(question, is_agreed=arguments.yes):
            say("Nothing was erased.")
            return 0
        erased = await services.trash.empty(_show_progress)
    if sys.stderr.isatty():
        sys.stderr.write(CLEAR_LINE)
    if arguments.json:
        write_json(_contents_document(erased))
    else:
        say("The trash is empty." if is_empty else f"Erased: {_words(erased)}.")
    return 0


def _contents_document(contents: TrashContents) -> dict[str, object]:
    return {
        "item_count": contents.items,
        "run_count": contents.runs,
        "size_bytes": contents.size_bytes,
    }


def _words(contents: TrashContents) -> str:
    items = "1 item" if contents.items == 1 else f"{contents.items:,} items"
    runs = "1 run" if contents.runs == 1 else f"{contents.runs:,} runs"
    return f"{items} of {runs}, {size_text(contents.size_bytes)}"


def _show_progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"{CLEAR_LINE}{done:,} of {total:,} items")
        sys.stderr.flush()
