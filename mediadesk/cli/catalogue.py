"""``providers`` and ``models``."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date
from typing import TYPE_CHECKING

from mediadesk.cli.console import one_line, say, write_json, write_table
from mediadesk.cli.documents import model_document, price_text
from mediadesk.cli.options import TYPES, add_json, add_library_options
from mediadesk.cli.session import open_session
from mediadesk.domain.errors import UsageError
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderName

if TYPE_CHECKING:
    from mediadesk.bootstrap import Services
    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.services.models import ProviderInfo


def add_command(name: str, parser: ArgumentParser) -> None:
    """Fill the parser of ``providers`` or ``models``."""
    if name == "models":
        parser.add_argument("--provider", metavar="P")
        parser.add_argument("--type", choices=TYPES)
        parser.add_argument(
            "--refresh", action="store_true", help="ask the provider for its list now"
        )
    parser.set_defaults(run=list_models if name == "models" else list_providers)
    add_json(parser)
    add_library_options(parser)


async def list_providers(arguments: Namespace) -> int:
    """Print the AI services."""
    async with open_session(arguments) as services:
        providers = services.models.providers()
    if arguments.json:
        write_json(
            {
                "providers": [
                    {
                        "name": info.name,
                        "id": info.provider_id,
                        "label": info.label,
                        "types": [kind.value for kind in info.types],
                        "needs_key": info.needs_key,
                        "needs_base_url": info.needs_base_url,
                        "is_offline": info.is_offline,
                        "has_account": info.has_account,
                        "account_count": info.account_count,
                        "default_base_url": info.default_base_url,
                        "key_page": info.key_page,
                    }
                    for info in providers
                ]
            }
        )
        return 0
    write_table(
        ("name", "makes", "state", "label"),
        [
            (
                info.name,
                ", ".join(kind.value for kind in info.types),
                _state(info),
                info.label,
            )
            for info in providers
        ],
    )
    return 0


async def list_models(arguments: Namespace) -> int:
    """Print the models, of all providers or one."""
    if arguments.refresh and not arguments.provider:
        raise UsageError("--refresh asks one provider.", "Name it with --provider.")
    async with open_session(arguments) as services:
        if arguments.refresh:
            (wanted,) = chosen_providers(services, arguments)
            count = await services.models.refresh(wanted)
            say(f"{wanted} lists {count} models.")
        models = chosen_models(services, arguments)
        today = services.models.today()
        book = services.models.prices
    if arguments.json:
        documents = [
            model_document(name, model, is_stale=book.is_stale(model.pricing, today))
            for name, model in models
        ]
        write_json({"models": documents})
        return 0
    write_table(
        ("provider", "model", "makes", "price", "ends", "label"),
        [
            (
                name,
                model.id,
                ", ".join(kind.value for kind in model.types),
                one_line(price_text(model.pricing), 50),
                _ending(model, today),
                one_line(model.label, 50),
            )
            for name, model in models
        ],
    )
    if notice := book.notice((model for _, model in models), today):
        say(notice)
    return 0


def chosen_providers(services: Services, arguments: Namespace) -> list[ProviderName]:
    """The provider of ``--provider``, else all. Raises ``UsageError`` for one that is not known."""
    names = [info.name for info in services.models.providers()]
    if not arguments.provider:
        return names
    if arguments.provider not in names:
        known = ", ".join(names)
        raise UsageError(f"There is no provider “{arguments.provider}”.", f"Known are: {known}.")
    return [ProviderName(arguments.provider)]


def chosen_models(services: Services, arguments: Namespace) -> list[tuple[ProviderName, ModelSpec]]:
    """The models that fit ``--provider`` and ``--type``, each with its provider's name."""
    kind = GenerationType(arguments.type) if arguments.type else None
    return [
        (name, model)
        for name in chosen_providers(services, arguments)
        for model in services.models.models(kind, name)
    ]


def _ending(model: ModelSpec, today: date) -> str:
    """When a model ends or that it has, and what replaces it."""
    if model.ends_on is None:
        return ""
    when = "ended" if model.has_ended(today) else model.ends_on.isoformat()
    return f"{when}, use {model.replaced_by}" if model.replaced_by else when


def _state(info: ProviderInfo) -> str:
    if info.has_account or info.is_offline:
        return "ready"
    if info.needs_base_url:
        return "needs an endpoint"
    return "needs a key" if info.needs_key else "ready"
