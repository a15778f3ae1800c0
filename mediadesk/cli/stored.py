"""``keys stored list|delete``: what calls left at the providers."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from mediadesk.cli.account_choice import find_account
from mediadesk.cli.console import say, write_json, write_table
from mediadesk.cli.documents import time_text
from mediadesk.cli.session import open_session
from mediadesk.domain.errors import UsageError
from mediadesk.domain.ids import RemoteItemId, parse_uuid

if TYPE_CHECKING:
    from mediadesk.bootstrap import Services
    from mediadesk.domain.ids import AccountId
    from mediadesk.domain.remote import StoredItem
    from mediadesk.services.account_info import AccountInfo

_EXIT_PROVIDER = 3


def add_stored(parser: ArgumentParser) -> tuple[ArgumentParser, ArgumentParser]:
    """Fill the parser of ``keys stored``; returns those of its actions."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="uploads, answers and jobs that are kept there")
    listing.set_defaults(run=list_stored)
    deletion = actions.add_parser("delete", help="delete them at the provider")
    deletion.set_defaults(run=delete_stored)
    deletion.add_argument("ids", metavar="ID", nargs="*")
    deletion.add_argument("--all", action="store_true", help="everything that can be deleted")
    for command in (listing, deletion):
        command.add_argument("--provider", metavar="P", help="what lies at one provider")
        command.add_argument("--name", metavar="N", help="one of several keys of the provider")
    return listing, deletion


async def list_stored(arguments: Namespace) -> int:
    """Print what stays at the providers."""
    async with open_session(arguments) as services:
        accounts, items = await _items(services, arguments)
    if arguments.json:
        write_json({"stored": [_document(one, accounts[one.account_id]) for one in items]})
        return 0
    write_table(
        ("id", "account", "what", "size", "since", "until"),
        [
            (
                str(one.id),
                f"{accounts[one.account_id].provider}/{accounts[one.account_id].name}",
                one.item.kind.value,
                "" if one.item.size_bytes is None else f"{one.item.size_bytes:,}",
                f"{one.created_at:%Y-%m-%d %H:%M}",
                _until(one),
            )
            for one in items
        ],
    )
    return 0


async def delete_stored(arguments: Namespace) -> int:
    """Delete at the provider; exit code 3 where something stayed."""
    if bool(arguments.ids) == arguments.all:
        raise UsageError(
            "Nothing was named.", "Name ids of “mediadesk keys stored list”, or --all."
        )
    async with open_session(arguments) as services:
        accounts, items = await _items(services, arguments)
        if arguments.all:
            ids = [one.id for one in items if one.item.can_delete]
        else:
            ids = [RemoteItemId(parse_uuid(text)) for text in arguments.ids]
        done = await services.stored_items.delete(ids)
    gone = [one.item for one in done if not one.problem]
    kept = [one for one in done if one.problem]
    if arguments.json:
        write_json(
            {
                "deleted": [str(one.id) for one in gone],
                "kept": [{"id": str(one.item.id), "problem": one.problem} for one in kept],
            }
        )
    else:
        say(f"Deleted: {len(gone)}")
    for one in kept:
        account = accounts[one.item.account_id]
        say(f"{one.item.id} at {account.provider} stays: {one.problem}")
    return _EXIT_PROVIDER if kept else 0


async def _items(
    services: Services, arguments: Namespace
) -> tuple[dict[AccountId, AccountInfo], list[StoredItem]]:
    accounts = {one.id: one for one in await services.accounts.list()}
    wanted = None
    if arguments.provider:
        wanted = (await find_account(services, arguments.provider, arguments.name)).id
    return accounts, await services.stored_items.list(wanted)


def _document(one: StoredItem, account: AccountInfo) -> dict[str, Any]:
    item = one.item
    return {
        "id": str(one.id),
        "provider": account.provider,
        "account": account.name,
        "kind": item.kind.value,
        "remote_id": item.id,
        "size": item.size_bytes,
        "can_delete": item.can_delete,
        "created_at": time_text(one.created_at),
        "expires_at": time_text(item.expires_at),
        "generation_id": None if one.generation_id is None else str(one.generation_id),
    }


def _until(one: StoredItem) -> str:
    expires_at = one.item.expires_at
    return "not told" if expires_at is None else f"{expires_at:%Y-%m-%d %H:%M}"
