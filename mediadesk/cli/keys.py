"""``keys``: API keys and endpoints, and what stays at providers. A key is never an argument."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from mediadesk.cli.account_choice import find_account
from mediadesk.cli.console import say, write_json, write_table
from mediadesk.cli.documents import time_text
from mediadesk.cli.options import add_json, add_library_options
from mediadesk.cli.secrets_input import read_key, read_lines
from mediadesk.cli.session import open_session
from mediadesk.cli.stored import add_stored
from mediadesk.domain.errors import UsageError
from mediadesk.domain.extra_headers import read_headers
from mediadesk.domain.ids import ProviderName
from mediadesk.domain.money import format_usd

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from mediadesk.bootstrap import Services
    from mediadesk.services.account_info import AccountInfo, AccountRef

_EXIT_REFUSED = 3
_KEY_FILE = "read the key from a file; - is standard input"
_HEADERS_FILE = "send the headers in a file with every request, one “Name: value” a line"


def add_command(name: str, parser: ArgumentParser) -> None:
    """Fill the parser of ``keys``."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="stored keys, masked")
    listing.add_argument("provider", metavar="PROVIDER", nargs="?")
    listing.set_defaults(run=list_keys)
    _fill_add(actions.add_parser("add", help="store a key or an endpoint"))
    rotate = _named(actions.add_parser("rotate", help="replace a key by a new one"), rotate_key)
    rotate.add_argument("--key-file", metavar="F", help=_KEY_FILE)
    _named(
        actions.add_parser("test", help="ask the provider whether the key works; costs nothing"),
        test_key,
    )
    _fill_edit(actions.add_parser("edit", help="rename a key, choose it, or switch it off"))
    remove = _named(actions.add_parser("remove", help="forget a key"), remove_key)
    remove.add_argument(
        "--with-users", action="store_true", help="also remove the accounts that use this key"
    )
    stored = add_stored(actions.add_parser("stored", help="what stays at the providers"))
    plain = [parser for name, parser in actions.choices.items() if name != "stored"]
    for command in (*plain, *stored):
        add_json(command)
        add_library_options(command)


def _fill_add(add: ArgumentParser) -> None:
    add.add_argument(
        "provider", metavar="PROVIDER", nargs="?", help="default: what the key looks like"
    )
    add.add_argument("--name", metavar="N", help="one of several keys; default: Default")
    source = add.add_mutually_exclusive_group()
    source.add_argument("--key-file", metavar="F", help=_KEY_FILE)
    source.add_argument("--no-key", action="store_true", help="the endpoint needs no key")
    source.add_argument("--uses", metavar="PROVIDER[/NAME]", help="use the key of another account")
    add.add_argument("--base-url", metavar="URL", help="an endpoint of your own")
    add.add_argument("--headers-file", metavar="F", help=_HEADERS_FILE)
    add.set_defaults(run=add_key)


def _fill_edit(edit: ArgumentParser) -> None:
    _named(edit, edit_key)
    edit.add_argument("--rename", metavar="N", help="another name")
    edit.add_argument("--base-url", metavar="URL", help="another address; empty: the provider's")
    edit.add_argument("--headers-file", metavar="F", help=f"{_HEADERS_FILE}; empty: none")
    edit.add_argument("--default", action="store_true", help="use it where none is named")
    switch = edit.add_mutually_exclusive_group()
    switch.add_argument("--on", action="store_true", help="use it for new runs again")
    switch.add_argument("--off", action="store_true", help="keep it, but do not use it")


def _named(command: ArgumentParser, run: Callable[[Namespace], Awaitable[int]]) -> ArgumentParser:
    command.add_argument("provider", metavar="PROVIDER")
    command.add_argument("--name", metavar="N", help="one of several keys; default: Default")
    command.set_defaults(run=run)
    return command


async def list_keys(arguments: Namespace) -> int:
    """Print the stored keys, masked."""
    async with open_session(arguments) as services:
        provider = ProviderName(arguments.provider) if arguments.provider else None
        accounts = await services.accounts.list(provider)
    if arguments.json:
        write_json({"keys": [account_document(account) for account in accounts]})
        return 0
    write_table(
        ("provider", "name", "key", "state", "left", "endpoint"),
        [
            (
                account.provider,
                account.name + _marks(account),
                f"of {account.uses}" if account.uses else account.masked_key or "none",
                account.check_status,
                "" if account.credit_micro is None else format_usd(account.credit_micro),
                account.base_url or "",
            )
            for account in accounts
        ],
    )
    return 0


async def add_key(arguments: Namespace) -> int:
    """Store a key, an endpoint, or the use of another account's key."""
    async with open_session(arguments) as services:
        manager = services.accounts
        uses = None
        if arguments.uses:
            provider, _, name = arguments.uses.partition("/")
            uses = (await find_account(services, provider, name or None)).id
        infos = services.models.providers()
        info = next((one for one in infos if one.name == arguments.provider), None)
        takes_none = arguments.no_key or uses or (info is not None and not info.needs_key)
        key = None if takes_none and not arguments.key_file else read_key(arguments)
        guessed = arguments.provider or manager.guess_provider(key or "")
        if guessed is None:
            raise UsageError(
                "The key does not say whose it is.", "Name the provider: “mediadesk keys add P”."
            )
        account = await manager.add(
            ProviderName(guessed),
            name=arguments.name or "Default",
            key=key,
            base_url=arguments.base_url,
            uses=uses,
            headers=_read_headers(arguments),
        )
    return _report(arguments, account, "Added")


async def edit_key(arguments: Namespace) -> int:
    """Change name, address, default or use of an account."""
    headers = _read_headers(arguments)
    wishes = (arguments.rename, arguments.base_url, headers, arguments.default or None)
    switch = True if arguments.on else False if arguments.off else None
    if switch is None and all(wish is None for wish in wishes):
        raise UsageError(
            "Nothing to change.",
            "Use --rename, --base-url, --headers-file, --default, --on or --off.",
        )
    async with open_session(arguments) as services:
        account = await _account(services, arguments)
        account = await services.accounts.edit(
            account.id,
            name=arguments.rename,
            base_url=arguments.base_url,
            headers=headers,
            is_default=arguments.default or None,
            is_active=switch,
        )
    return _report(arguments, account, "Changed")


async def rotate_key(arguments: Namespace) -> int:
    """Replace a key."""
    async with open_session(arguments) as services:
        account = await _account(services, arguments)
        account = await services.accounts.rotate(account.id, read_key(arguments))
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
        await services.accounts.remove(account.id, with_users=arguments.with_users)
        if account.stored_count:
            say(
                f"{account.stored_count} things stay at {account.provider}; "
                "they can no longer be deleted from here."
            )
    return _report(arguments, account, "Removed")


def account_document(account: AccountInfo) -> dict[str, Any]:
    """One stored key: never the key itself."""
    quota = account.quota
    return {
        "id": str(account.id),
        "provider": account.provider,
        "name": account.name,
        "base_url": account.base_url,
        "headers": list(account.header_names),
        "masked_key": account.masked_key,
        "uses": None if account.uses is None else _ref_document(account.uses),
        "used_by": [_ref_document(one) for one in account.used_by],
        "is_default": account.is_default,
        "is_active": account.is_active,
        "check_status": account.check_status,
        "check_message": account.check_message,
        "checked_at": time_text(account.checked_at),
        "last_used_at": time_text(account.last_used_at),
        "credit_micro_usd": account.credit_micro,
        "credit_at": time_text(account.credit_at),
        "rate_limits": [
            {
                "name": limit.name,
                "remaining": limit.remaining,
                "limit": limit.limit,
                "resets_at": time_text(limit.resets_at),
            }
            for limit in (quota.limits if quota else ())
        ],
        "rate_limits_at": time_text(quota.told_at if quota else None),
        "stored_count": account.stored_count,
    }


def _ref_document(account: AccountRef) -> dict[str, str]:
    return {"id": str(account.id), "provider": account.provider, "name": account.name}


def _marks(account: AccountInfo) -> str:
    if not account.is_active:
        return " (off)"
    return " (default)" if account.is_default else ""


def _read_headers(arguments: Namespace) -> dict[str, str] | None:
    source = arguments.headers_file
    return None if source is None else read_headers(read_lines(source, "headers"))


async def _account(services: Services, arguments: Namespace) -> AccountInfo:
    return await find_account(services, arguments.provider, arguments.name)


def _report(arguments: Namespace, account: AccountInfo, done: str) -> int:
    if arguments.json:
        write_json(account_document(account))
        return 0
    key = f"(key of {account.uses})" if account.uses else account.masked_key
    say(f"{done}: {account.provider} {account.name} {key}".rstrip())
    if account.used_by and done != "Removed":
        say(f"Its key is also used by {', '.join(map(str, account.used_by))}.")
    return 0
