"""``settings``: read and change the preferences that belong to the library."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping

from mediadesk.cli.console import write_json, write_table
from mediadesk.cli.options import add_json, add_library_options
from mediadesk.cli.session import open_session

_WORDS = {"true": True, "on": True, "yes": True, "false": False, "off": False, "no": False}


def add_command(name: str, parser: ArgumentParser) -> None:
    """Fill the parser of ``settings``."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    get = actions.add_parser("get", help="one setting, or all")
    get.add_argument("key", metavar="KEY", nargs="?")
    get.set_defaults(run=get_settings)
    put = actions.add_parser("set", help="change a setting")
    put.add_argument("key", metavar="KEY")
    put.add_argument("value", metavar="VALUE", help="true or false, or text")
    put.set_defaults(run=set_setting)
    for command in actions.choices.values():
        add_json(command)
        add_library_options(command)


async def get_settings(arguments: Namespace) -> int:
    """Print one setting or all of them."""
    async with open_session(arguments) as services:
        settings = services.settings
        values = {arguments.key: settings.get(arguments.key)} if arguments.key else settings.all()
        help_of = settings.help()
    return _print(arguments, values, help_of)


async def set_setting(arguments: Namespace) -> int:
    """Change one setting."""
    async with open_session(arguments) as services:
        settings, key = services.settings, arguments.key
        value: bool | str = arguments.value
        if isinstance(settings.get(key), bool):
            value = _WORDS.get(arguments.value.lower(), arguments.value)
        await settings.set(key, value)
        values, help_of = {key: settings.get(key)}, settings.help()
    return _print(arguments, values, help_of)


def _print(
    arguments: Namespace, values: Mapping[str, bool | str], help_of: Mapping[str, str]
) -> int:
    if arguments.json:
        write_json({"settings": dict(values)})
    else:
        rows = [(key, _text(value), help_of[key]) for key, value in values.items()]
        write_table(("setting", "value", "meaning"), rows)
    return 0


def _text(value: bool | str) -> str:
    return str(value).lower() if isinstance(value, bool) else value
