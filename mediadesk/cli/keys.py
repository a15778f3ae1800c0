"""``keys list|add|test|rotate|remove``: API keys and endpoints. A key is never an argument."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from mediadesk.cli.console import say, write_json, write_table
from mediadesk.cli.documents import time_text
from mediadesk.cli.options import add_json, add_library_options
from mediadesk.cli.secrets_input import read_key
from mediadesk.cli.session import open_session
from mediadesk.domain.errors import NotFoundError, UsageError
from mediadesk.domain.ids import ProviderName

if TYPE_CHECKING:
    from mediadesk.bootstrap import Services
    from mediadesk.services.account_info import AccountInfo

_EXIT_REFUSED = 3


def add_command(name: str, parser: ArgumentParser) -> None:
    """Fill the parser of ``keys``."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="stored keys, masked")
    listing.add_argument("provider", metavar="PROVIDER", nargs="?")
    listing.set_defaults(run=list_keys)
    for action, help_text, run in (
        ("add", "store a key or an endpoint", add_key),
        ("rotate", "replace a key by a new one", rotate_key),
        ("test", "ask the provider whether the key works; costs nothing", test_key),
        ("remove", "forget a key", remove_key),
    ):
        command = actions.add_parser(action, help=help_text)
        command.add_argument("provider", metavar="PROVIDER")
        command.add_argument("--name", metavar="N", help="one of several keys; default: Default")
        if action in ("add", "rotate"):
            command.add_argument(
                "--key-file", metavar="F", help="read the key from a file; - is standard input"
            )
        if action == "add":
            command.add_argument("--base-url", metavar="URL", help="an endpoint of your own")
            command.add_argument("--no-key", action="store_true", help="the endpoint needs no key")
        command.set_defaults(run=run)
    for command in actions.choices.values():
        add_json(command)
        add_library_options(command)


async def list_keys(arguments: Namespace) -> int:
    """Print the stored keys, masked."""
    async with open_session(arguments) as services:
        provider = ProviderName(arguments.provider) if arguments.provider else None
        accounts = await services.accounts.list(provider)
    if arguments.json:
        write_json({"keys": [account_document(account) for account in accounts]})
        return 0
    write_table(
        ("provider", "name", "key", "state", "endpoint"),
        [
            (
                account.provider,
                account.name + (" (default)" if account.is_default else ""),
                account.masked_key or "none",
                account.check_status,
                account.base_url or "",
            )
            for account in accounts
        ],
    )
    return 0


async def add_key(arguments: Namespace) -> int:
    """Store a key."""
    async with open_session(arguments) as services:
        provider = ProviderName(arguments.provider)
        info = next((i for i in services.models.providers() if i.name == provider), None)
        takes_none = arguments.no_key or (info is not None and not info.needs_key)
        key = None if takes_none and not arguments.key_file else read_key(arguments)
        account = await services.accounts.add(
            provider, name=arguments.name or "Default", key=key, base_url=arguments.base_url
        )
    return _report(arguments, account, "Added")


async def rotate_key(arguments: Namespace) -> int:
    """Replace a key."""
    async with open_session(arguments) as services:
        account = await _account(services, arguments)
        await services.accounts.rotate(account.id, read_key(arguments))
        account = await _account(services, arguments)
    return _report(arguments, account, "Replaced")


async def test_key(arguments: Namespace) -> int:
    """Ask the provider whether a key works."""
    async with open_session(arguments) as services:
        account = await _account(services, arguments)
        status = await services.accounts.test(account.id)
    if arguments.json:
        write_json(
            {
                "provider": account.provider,
                "name": account.name,
                "works": status.works,
                "message": status.message,
                "model_count": status.model_count,
                "credit_micro_usd": status.credit_micro,
            }
        )
    else:
        say(f"{account.provider} {account.name}: {status.message}")
    return 0 if status.works else _EXIT_REFUSED


async def remove_key(arguments: Namespace) -> int:
    """Forget a key."""
    async with open_session(arguments) as services:
        account = await _account(services, arguments)
        await services.accounts.remove(account.id)
    return _report(arguments, account, "Removed")


def account_document(account: AccountInfo) -> dict[str, Any]:
    """One stored key: never the key itself."""
    return {
        "id": str(account.id),
        "provider": account.provider,
        "name": account.name,
        "base_url": account.base_url,
        "masked_key": account.masked_key,
        "is_default": account.is_default,
        "check_status": account.check_status,
        "check_message": account.check_message,
        "checked_at": time_text(account.checked_at),
        "last_used_at": time_text(account.last_used_at),
    }


async def _account(services: Services, arguments: Namespace) -> AccountInfo:
    accounts = await services.accounts.list(ProviderName(arguments.provider))
    if arguments.name is not None:
        accounts = [account for account in accounts if account.name == arguments.name]
    if not accounts:
        named = f" called “{arguments.name}”" if arguments.name else ""
        raise NotFoundError(
            f"There is no key of {arguments.provider}{named}.", "See “mediadesk keys list”."
        )
    if len(accounts) > 1:
        names = ", ".join(account.name for account in accounts)
        raise UsageError(
            f"{arguments.provider} has several keys: {names}.", "Choose one with --name."
        )
    return accounts[0]


def _report(arguments: Namespace, account: AccountInfo, done: str) -> int:
    if arguments.json:
        write_json(account_document(account))
    else:
        say(f"{done}: {account.provider} {account.name} {account.masked_key}".rstrip())
    return 0
