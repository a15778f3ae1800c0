"""``prices``: what models cost and where that was read; prices of one's own, set and cleared."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from mediadesk.cli.catalogue import chosen_models, chosen_providers
from mediadesk.cli.console import one_line, say, write_facts, write_json, write_table
from mediadesk.cli.documents import price_document, price_text
from mediadesk.cli.options import TYPES, add_json, add_library_options
from mediadesk.cli.session import open_session
from mediadesk.domain.catalog import PriceUnit
from mediadesk.domain.errors import UsageError
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId, ProviderName
from mediadesk.domain.money import parse_usd
from mediadesk.services.price_book import SET_BY_USER

if TYPE_CHECKING:
    from mediadesk.bootstrap import Services
    from mediadesk.domain.catalog import ModelSpec, Pricing

_UNITS = (
    PriceUnit.INPUT_TOKEN,
    PriceUnit.OUTPUT_TOKEN,
    PriceUnit.TEXT_OUTPUT_TOKEN,
    PriceUnit.CACHED_TOKEN,
    PriceUnit.CACHE_WRITE_TOKEN,
    PriceUnit.IMAGE_INPUT_TOKEN,
    PriceUnit.IMAGE,
    PriceUnit.MEGAPIXEL,
    PriceUnit.SECOND,
    PriceUnit.MINUTE,
    PriceUnit.CHARACTER,
)
_FREE = "free"


def add_command(name: str, parser: ArgumentParser) -> None:
    """Fill the parser of ``prices``."""
    actions = parser.add_subparsers(metavar="list|set|clear", required=True)
    listing = actions.add_parser("list", help="what models cost, where and when that was read")
    listing.add_argument("--provider", metavar="P")
    listing.add_argument("--type", choices=TYPES)
    listing.add_argument("--own", action="store_true", help="only the prices that you set")
    listing.set_defaults(run=list_prices)
    setting = actions.add_parser("set", help="set a price of your own")
    clearing = actions.add_parser("clear", help="use the listed price again")
    for action in (setting, clearing):
        action.add_argument("provider", metavar="PROVIDER")
        action.add_argument("model", metavar="MODEL")
        action.add_argument("--type", choices=TYPES, help="where one id makes more than one kind")
    units = (*(unit.value for unit in _UNITS), _FREE)
    setting.add_argument("unit", metavar="UNIT", choices=units, help=", ".join(units))
    setting.add_argument("usd", metavar="USD", nargs="?", help="US dollars for one of the unit")
    setting.set_defaults(run=set_price)
    clearing.set_defaults(run=clear_price)
    for action in (listing, setting, clearing):
        add_json(action)
        add_library_options(action)


async def list_prices(arguments: Namespace) -> int:
    """Print what models cost, with source and date."""
    async with open_session(arguments) as services:
        listed = chosen_models(services, arguments)
        found = [(name, model.id, model.pricing) for name, model in listed]
        found += _unlisted(services, arguments, {(m.provider_id, m.id) for _, m in listed})
        today, book = services.models.today(), services.models.prices
    if arguments.own:
        found = [row for row in found if row[2].source == SET_BY_USER]
    rows = [(*row, book.is_stale(row[2], today)) for row in found]
    if arguments.json:
        write_json({"prices": [_document(*row) for row in rows]})
        return 0
    write_table(
        ("provider", "model", "price", "as of", "source"),
        [
            (
                provider,
                model,
                one_line(price_text(pricing), 60),
                _day(pricing),
                _source(pricing, old),
            )
            for provider, model, pricing, old in rows
        ],
    )
    if old_ones := sum(old for *_, old in rows):
        say(f"{old_ones} of these prices may be out of date. Set your own with “prices set”.")
    return 0


async def set_price(arguments: Namespace) -> int:
    """Set one rate of a model, beside those that were set before."""
    if (arguments.unit == _FREE) is (arguments.usd is not None):
        raise UsageError("A rate needs an amount, and a free model none.", "Write: image 0.04.")
    rates = {} if arguments.usd is None else {PriceUnit(arguments.unit): parse_usd(arguments.usd)}
    async with open_session(arguments) as services:
        model, book = _model(services, arguments), services.models.prices
        before = book.own(model.provider_id, model.id) if rates else {}
        await book.set(model.provider_id, model.id, {**before, **rates})
        return _show(services, arguments)


async def clear_price(arguments: Namespace) -> int:
    """Forget what was set for a model."""
    async with open_session(arguments) as services:
        model = _model(services, arguments)
        if not await services.models.prices.clear(model.provider_id, model.id):
            raise UsageError(f"You set no price for {model.id}.", "There is nothing to clear.")
        return _show(services, arguments)


def _show(services: Services, arguments: Namespace) -> int:
    model = _model(services, arguments)
    old = services.models.prices.is_stale(model.pricing, services.models.today())
    if arguments.json:
        write_json(_document(arguments.provider, model.id, model.pricing, old))
        return 0
    write_facts(
        {
            "Model": model.id,
            "Price": price_text(model.pricing),
            "Source": _source(model.pricing, old),
            "As of": _day(model.pricing),
        }
    )
    return 0


def _document(provider: str, model_id: str, pricing: Pricing, old: bool) -> dict[str, Any]:
    return {"provider": provider, "model": model_id, **price_document(pricing, is_stale=old)}


def _source(pricing: Pricing, old: bool) -> str:
    return (pricing.source or "none") + (" (may be out of date)" if old else "")


def _day(pricing: Pricing) -> str:
    return pricing.as_of.isoformat() if pricing.as_of else ""


def _unlisted(
    services: Services, arguments: Namespace, listed: set[tuple[ProviderId, str]]
) -> list[tuple[ProviderName, str, Pricing]]:
    """Prices that were set for models that no list has: of which kind they are is not known."""
    if arguments.type:
        return []
    names = chosen_providers(services, arguments)
    return [
        (info.name, model_id, pricing)
        for info in services.models.providers()
        if info.name in names
        for model_id, pricing in services.models.prices.all_own(info.provider_id)
        if (info.provider_id, model_id) not in listed
    ]


def _model(services: Services, arguments: Namespace) -> ModelSpec:
    """The model that is meant: as listed, else as its provider would make it."""
    provider = ProviderName(arguments.provider)
    kinds = [GenerationType(arguments.type)] if arguments.type else GenerationType
    refused: UsageError | None = None
    for kind in kinds:
        try:
            found = services.models.spec(provider, arguments.model, kind)
        except UsageError as error:
            refused = refused or error
        else:
            return found
    raise refused or UsageError("There is no such model.", "See “mediadesk models”.")
