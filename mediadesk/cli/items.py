"""``export``, ``delete`` and ``restore``."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from mediadesk.cli.console import say, write_json, write_line
from mediadesk.cli.options import add_json, add_library_options
from mediadesk.cli.session import open_session
from mediadesk.cli.targets import read_target
from mediadesk.domain.errors import NotFoundError
from mediadesk.domain.ids import AssetId, GenerationId, parse_uuid
from mediadesk.services.export import ExportMode

if TYPE_CHECKING:
    from mediadesk.bootstrap import Services


def add_command(name: str, parser: ArgumentParser) -> None:
    """Fill the parser of ``export``, ``delete`` or ``restore``."""
    parser.add_argument("ids", metavar="ID", nargs="+", help="a run or a result")
    if name == "export":
        parser.add_argument("--to", metavar="PATH", required=True, help="a folder or a new file")
        mode = parser.add_mutually_exclusive_group()
        mode.add_argument(
            "--marked", action="store_true", help="with XMP that tells that an AI made it, and how"
        )
        mode.add_argument(
            "--clean", action="store_true", help="without any text, EXIF or XMP in the file"
        )
        parser.set_defaults(run=export)
    else:
        parser.set_defaults(run=delete if name == "delete" else restore)
    add_json(parser)
    add_library_options(parser)


async def export(arguments: Namespace) -> int:
    """Copy results out of the library."""
    ids = [parse_uuid(text) for text in arguments.ids]
    target = read_target(arguments.to)
    mode = ExportMode.ORIGINAL
    if arguments.marked or arguments.clean:
        mode = ExportMode.MARKED if arguments.marked else ExportMode.CLEAN
    async with open_session(arguments) as services:
        files = await services.export.export(ids, target.ready(), mode)
    if arguments.json:
        write_json({"files": [str(path) for path in files]})
    else:
        for path in files:
            write_line(str(path))
    return 0


async def delete(arguments: Namespace) -> int:
    """Move runs with their results, or single results, to the trash."""
    async with open_session(arguments) as services:
        runs, results = await _sorted_out(services, arguments.ids)
        for generation_id in runs:
            await services.generations.delete(generation_id)
        if results:
            await services.assets.delete(results)
    done = "in the trash; “mediadesk restore” takes it back"
    return _report(arguments, [*runs, *results], "deleted", done)


async def restore(arguments: Namespace) -> int:
    """Take runs or results back from the trash."""
    async with open_session(arguments) as services:
        runs, results = await _sorted_out(services, arguments.ids)
        for generation_id in runs:
            await services.generations.restore(generation_id)
        if results:
            await services.assets.restore(results)
    return _report(arguments, [*runs, *results], "restored", "back in the library")


async def _sorted_out(
    services: Services, texts: Sequence[str]
) -> tuple[list[GenerationId], list[AssetId]]:
    """Runs and results by their ids; every id is looked up before anything changes."""
    runs: list[GenerationId] = []
    results: list[AssetId] = []
    for item_id in [parse_uuid(text) for text in texts]:
        try:
            runs.append((await services.generations.get(GenerationId(item_id))).id)
        except NotFoundError:
            results.append((await services.assets.get(AssetId(item_id))).id)
    return runs, results


def _report(arguments: Namespace, ids: Sequence[UUID], name: str, words: str) -> int:
    if arguments.json:
        write_json({name: [str(item_id) for item_id in ids]})
    else:
        for item_id in ids:
            say(f"{item_id} is {words}.")
    return 0
