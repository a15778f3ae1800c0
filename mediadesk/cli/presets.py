"""``presets``: prompts with their settings that were saved under a name."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from mediadesk.cli.console import one_line, say, write_json, write_table
from mediadesk.cli.options import Parser, add_json, add_library_options
from mediadesk.cli.session import open_session
from mediadesk.domain.ids import GenerationId, parse_uuid
from mediadesk.domain.presets import PromptPreset

if TYPE_CHECKING:
    from mediadesk.bootstrap import Services


def add_command(name: str, parser: ArgumentParser) -> None:
    """Fill the parser of ``presets``."""
    actions = parser.add_subparsers(metavar="ACTION", required=True, parser_class=Parser)
    listing = actions.add_parser("list", help="every preset")
    saving = actions.add_parser("save", help="keep prompt and settings of a run under a name")
    saving.add_argument("name", metavar="NAME")
    saving.add_argument("id", metavar="ID", help="the run")
    renaming = actions.add_parser("rename", help="give a preset another name")
    renaming.add_argument("name", metavar="NAME")
    renaming.add_argument("new_name", metavar="NEW-NAME")
    deleting = actions.add_parser("delete", help="forget a preset; what it made stays")
    deleting.add_argument("name", metavar="NAME")
    commands = ((listing, _list), (saving, _save), (renaming, _rename), (deleting, _delete))
    for action, run in commands:
        action.set_defaults(run=run)
        add_json(action)
        add_library_options(action)


async def _list(arguments: Namespace) -> int:
    async with open_session(arguments) as services:
        found = await services.presets.list()
    if arguments.json:
        write_json({"presets": [_document(preset) for preset in found]})
        return 0
    rows = [
        (one.name, one.type.value, f"{one.provider} {one.model}", one_line(one.prompt, 60))
        for one in found
    ]
    write_table(("name", "type", "model", "prompt"), rows)
    return 0


async def _save(arguments: Namespace) -> int:
    async with open_session(arguments) as services:
        run = await services.generations.get(GenerationId(parse_uuid(arguments.id)))
        preset = PromptPreset(
            arguments.name,
            run.type,
            run.provider,
            run.model,
            run.prompt,
            run.parameters,
            run.extra,
            run.result_count,
        )
        await services.presets.save(preset)
        return await _told(services, arguments, arguments.name, "Saved")


async def _rename(arguments: Namespace) -> int:
    async with open_session(arguments) as services:
        preset = await services.presets.find(arguments.name)
        assert preset.id is not None
        await services.presets.rename(preset.id, arguments.new_name)
        return await _told(services, arguments, arguments.new_name, "Renamed")


async def _delete(arguments: Namespace) -> int:
    async with open_session(arguments) as services:
        preset = await services.presets.find(arguments.name)
        assert preset.id is not None
        await services.presets.delete(preset.id)
    if arguments.json:
        write_json(_document(preset))
    else:
        say(f"Deleted the preset “{preset.name}”.")
    return 0


async def _told(services: Services, arguments: Namespace, name: str, what: str) -> int:
    preset = await services.presets.find(name)
    if arguments.json:
        write_json(_document(preset))
    else:
        say(f"{what} the preset “{preset.name}”.")
    return 0


def _document(preset: PromptPreset) -> dict[str, Any]:
    return {
        "name": preset.name,
        "type": preset.type.value,
        "provider": preset.provider,
        "model": preset.model,
        "prompt": preset.prompt,
        "parameters": dict(preset.parameters),
        "extra": dict(preset.extra),
        "result_count": preset.result_count,
    }
