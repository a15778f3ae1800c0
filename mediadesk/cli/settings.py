"""``settings``: read and change the preferences that belong to the library."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from typing import TYPE_CHECKING

from mediadesk.cli.console import write_json, write_table
from mediadesk.cli.options import add_json, add_library_options
from mediadesk.cli.secrets_input import read_secret
from mediadesk.cli.session import open_session
from mediadesk.domain.errors import UsageError

if TYPE_CHECKING:
    from mediadesk.services.settings import SettingsService

_WORDS = {"true": True, "on": True, "yes": True, "false": False, "off": False, "no": False}


def add_command(name: str, parser: ArgumentParser) -> None:
    """Fill the parser of ``settings``."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    get = actions.add_parser("get", help="one setting, or all")
    get.add_argument("key", metavar="KEY", nargs="?")
    get.set_defaults(run=get_settings)
    put = actions.add_parser("set", help="change a setting")
    put.add_argument("key", metavar="KEY")
    put.add_argument(
        "value", metavar="VALUE", nargs="?", help="true or false, or text; not for a password"
    )
    put.add_argument("--from-file", metavar="F", help="read the value from a file, “-” for input")
    put.set_defaults(run=set_setting)
    for command in actions.choices.values():
        add_json(command)
        add_library_options(command)


async def get_settings(arguments: Namespace) -> int:
    """Print one setting or all of them."""
    async with open_session(arguments) as services:
        settings = services.settings
        keys = [arguments.key] if arguments.key else list(settings.all())
        values = {key: _shown(settings, key) for key in keys}
        help_of = settings.help()
    return _print(arguments, values, help_of)


async def set_setting(arguments: Namespace) -> int:
    """Change one setting."""
    async with open_session(arguments) as services:
        settings, key = services.settings, arguments.key
        text = _given(arguments, is_secret=settings.is_secret(key))
        value: bool | str = text
        if isinstance(settings.get(key), bool):
            value = _WORDS.get(text.lower(), text)
        await settings.set(key, value)
        values, help_of = {key: _shown(settings, key)}, settings.help()
    return _print(arguments, values, help_of)


def _given(arguments: Namespace, *, is_secret: bool) -> str:
    """The value; what is secret comes from a file or from input. Raises ``UsageError``."""
    if arguments.from_file:
        return read_secret(arguments.from_file, "value")
    if arguments.value is None or (is_secret and arguments.value):
        raise UsageError(
            f"{arguments.key} needs a value from a file." if is_secret else "There is no value.",
            "Use --from-file F, or --from-file - for standard input.",
        )
    return str(arguments.value)


def _shown(settings: SettingsService, key: str) -> bool | str:
    value = settings.get(key)
    return "set" if settings.is_secret(key) and value else value


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
