"""``tag``: give results tags and take them away."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from mediadesk.cli.console import one_line, write_json, write_table
from mediadesk.cli.options import add_json, add_library_options
from mediadesk.cli.session import open_session
from mediadesk.domain.errors import NotFoundError, UsageError
from mediadesk.domain.generation import Asset
from mediadesk.domain.ids import AssetId, GenerationId, parse_uuid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediadesk.bootstrap import Services


def add_command(name: str, parser: ArgumentParser) -> None:
    """Fill the parser of ``tag``."""
    parser.add_argument("ids", metavar="ID", nargs="*", help="a run or a result")
    parser.add_argument(
        "--add", metavar="T", action="append", default=[], help="give a tag; the same as +T"
    )
    parser.add_argument(
        "--remove", metavar="T", action="append", default=[], help="take a tag; the same as -T"
    )
    parser.set_defaults(run=tag)
    add_json(parser)
    add_library_options(parser)


def spelled_out(words: Sequence[str]) -> list[str]:
    """“+sea” becomes “--add=sea”, “-sea” “--remove=sea”: options could not be told apart."""
    options = {
        word: f"--{'add' if word[0] == '+' else 'remove'}={word[1:]}"
        for word in words
        if word[:1] == "+" or (word[:1] == "-" and word[:2] not in ("-", "--") and word != "-h")
    }
    return [word for word in words if word not in options] + [
        options[word] for word in words if word in options
    ]


async def tag(arguments: Namespace) -> int:
    """Change the tags of results; without ids, list the tags there are."""
    ids, adding, removing = arguments.ids, arguments.add, arguments.remove
    if not ids and (adding or removing):
        raise UsageError("No result was named.", "Copy an id from “mediadesk list”.")
    async with open_session(arguments) as services:
        if not ids:
            return await _list_tags(services, arguments)
        if not adding and not removing:
            raise UsageError("Nothing to change.", "Add +TAG to give a tag, -TAG to take it away.")
        assets = await _assets(services, ids)
        if adding:
            await services.assets.add_tags(assets, adding)
        if removing:
            await services.assets.remove_tags(assets, removing)
        changed = [await services.assets.get(asset_id) for asset_id in assets]
    return _report(arguments, changed)


async def _list_tags(services: Services, arguments: Namespace) -> int:
    tags = (await services.browse.facets()).tags
    if arguments.json:
        write_json({"tags": [{"name": name, "item_count": count} for name, count in tags]})
    else:
        write_table(("items", "tag"), [(f"{count:,}", name) for name, count in tags])
    return 0


async def _assets(services: Services, words: Sequence[str]) -> list[AssetId]:
    """Results by their ids or those of their runs; all are looked up before anything changes."""
    found: dict[AssetId, None] = {}
    for item_id in [parse_uuid(word) for word in words]:
        try:
            run = await services.generations.get(GenerationId(item_id))
        except NotFoundError:
            found[(await services.assets.get(AssetId(item_id))).id] = None
            continue
        if not run.assets:
            raise UsageError(f"The run {item_id} has no results.", "Name a run that has some.")
        found.update((asset.id, None) for asset in run.assets)
    return list(found)


def _report(arguments: Namespace, assets: Sequence[Asset]) -> int:
    if arguments.json:
        write_json({"assets": [{"id": str(one.id), "tags": list(one.tags)} for one in assets]})
    else:
        rows = [(str(one.id), one_line(", ".join(one.tags), 80)) for one in assets]
        write_table(("id", "tags"), rows)
    return 0
