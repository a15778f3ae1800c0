"""``list``, ``search`` and ``show``."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from mediadesk.cli.budgets import known_provider, other_names
from mediadesk.cli.console import (
    one_line,
    size_text,
    write_facts,
    write_json,
    write_line,
    write_table,
)
from mediadesk.cli.documents import asset_document, generation_document
from mediadesk.cli.fallback import route_lines
from mediadesk.cli.options import add_json, add_library_options, add_query_options
from mediadesk.cli.session import open_session
from mediadesk.domain.endings import MISSING, charge_words, ending_words, note_of
from mediadesk.domain.errors import NotFoundError
from mediadesk.domain.generation import Asset, Generation, GenerationStatus, GenerationType
from mediadesk.domain.ids import AssetId, GenerationId, parse_uuid
from mediadesk.domain.money import format_usd
from mediadesk.domain.queries import HistoryQuery, HistoryRow

if TYPE_CHECKING:
    from mediadesk.bootstrap import Services

PROMPT_WIDTH = 60


def add_command(name: str, parser: ArgumentParser) -> None:
    """Fill the parser of ``list``, ``search`` or ``show``."""
    if name == "show":
        parser.add_argument("id", metavar="ID", help="a run or a result")
        parser.set_defaults(run=show)
    else:
        optional = "?" if name == "list" else None
        parser.add_argument("query", metavar="QUERY", nargs=optional, help="words to look for")
        add_query_options(parser)
        parser.set_defaults(run=list_runs)
    add_json(parser)
    add_library_options(parser)


async def list_runs(arguments: Namespace) -> int:
    """Print the newest runs that fit."""
    async with open_session(arguments) as services:
        query = await _query(services, arguments)
        page = await services.history.first_page(query, arguments.limit)
    return print_runs(arguments, page)


def print_runs(arguments: Namespace, page: Sequence[HistoryRow]) -> int:
    """Print runs as a table, or as a document."""
    generations = [row.generation for row in page]
    if arguments.json:
        write_json({"generations": [generation_document(found) for found in generations]})
        return 0
    write_table(
        ("id", "made", "type", "status", "results", "model", "prompt"),
        [_row(generation) for generation in generations],
    )
    return 0


async def show(arguments: Namespace) -> int:
    """Print everything about one run or result."""
    item_id = parse_uuid(arguments.id)
    async with open_session(arguments) as services:
        try:
            found: Generation | Asset = await services.generations.get(GenerationId(item_id))
        except NotFoundError:
            found = await services.assets.get(AssetId(item_id))
        if arguments.json:
            write_json(_document(found))
        elif isinstance(found, Generation):
            await _show_generation(services, found)
        else:
            await _show_asset(services, found)
    return 0


def _document(found: Generation | Asset) -> dict[str, Any]:
    if isinstance(found, Generation):
        return {"kind": "generation"} | generation_document(found)
    return {"kind": "asset"} | asset_document(found)


async def _query(services: Services, arguments: Namespace) -> HistoryQuery:
    project = await services.projects.find(arguments.project) if arguments.project else None
    provider = known_provider(services, arguments.provider) if arguments.provider else None
    batch = await services.batches.find(arguments.batch) if arguments.batch else None
    return HistoryQuery(
        project_id=project.id if project else None,
        status=frozenset({GenerationStatus(arguments.status)}) if arguments.status else None,
        types=frozenset({GenerationType(arguments.type)}) if arguments.type else None,
        picked=arguments.picked,
        provider=provider,
        aliases=other_names(provider),
        model=arguments.model,
        text=arguments.query or "",
        tag=arguments.tag,
        since=arguments.since,
        deleted=arguments.deleted,
        batch=batch.id if batch else None,
    )


def _row(generation: Generation) -> tuple[str, ...]:
    return (
        str(generation.id),
        f"{generation.created_at.astimezone():%Y-%m-%d %H:%M}",
        generation.type.value,
        generation.status.value,
        f"{len(generation.assets)}/{generation.result_count}",
        one_line(f"{generation.provider} {generation.model}", 40),
        one_line(generation.prompt, PROMPT_WIDTH),
    )


async def _show_generation(services: Services, generation: Generation) -> None:
    project = await services.projects.get(generation.project_id)
    write_facts(
        {
            "Run": generation.id,
            "Type": generation.type.value,
            "Status": generation.status.value,
            "Provider": generation.provider,
            "Model": generation.model,
            "Project": project.name,
            "Made": f"{generation.created_at.astimezone():%Y-%m-%d %H:%M:%S}",
            "Ending": ending_words(generation) or None,
            "Missing": note_of(generation, MISSING) or None,
            "Charged": charge_words(generation),
            "Held": format_usd(generation.held_micro) if generation.held_micro else None,
            "Error": generation.error_message,
            "Prompt": generation.prompt,
        }
        | {f"  {name}": value for name, value in generation.parameters.items()}
    )
    for words in route_lines(generation):
        write_line(words)
    for attempt in generation.attempts:
        write_line(f"Attempt {attempt.number}: {attempt.id} {attempt.state.value}")
        if attempt.error_message:
            write_line(f"  {attempt.error_message}")
        if attempt.partial_text:
            write_line(f"  Text so far: {attempt.partial_text}")
    for asset in generation.assets:
        write_line(f"Result {asset.position + 1}: {asset.id} {_asset_words(asset)}")


async def _show_asset(services: Services, asset: Asset) -> None:
    write_facts(
        {
            "Result": asset.id,
            "Of run": asset.generation_id,
            "File": _asset_words(asset),
            "Tags": ", ".join(asset.tags),
            "Rating": asset.rating or None,
            "Favourite": "yes" if asset.is_favourite else None,
            "Notes": asset.notes,
            "State": "damaged"
            if asset.is_damaged
            else "in the trash"
            if asset.is_deleted
            else None,
            "SHA-256": asset.digest_hex,
        }
    )
    if asset.type is GenerationType.TEXT:
        write_line("")
        write_line(await services.assets.text(asset.id))


def _asset_words(asset: Asset) -> str:
    words = [asset.mime, size_text(asset.size_bytes)]
    if asset.width and asset.height:
        words.append(f"{asset.width}×{asset.height}")
    if asset.duration_ms:
        words.append(f"{asset.duration_ms / 1000:.1f} s")
    if asset.pages:
        words.append(f"{asset.pages} pages" if asset.pages > 1 else "1 page")
    return " ".join(words)
