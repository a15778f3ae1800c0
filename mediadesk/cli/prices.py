"""``models price``: the price of one model, shown, set by hand or left to the lists again."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from mediadesk.cli.console import one_line, write_facts, write_json
from mediadesk.cli.documents import price_document
from mediadesk.cli.options import TYPES, add_json, add_library_options
from mediadesk.cli.session import open_session
from mediadesk.domain.catalog import PriceUnit
from mediadesk.domain.errors import UsageError
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderName
from mediadesk.domain.money import format_usd_exact, parse_usd

if TYPE_CHECKING:
    from mediadesk.bootstrap import Services
    from mediadesk.domain.catalog import ModelSpec, Pricing

_RATES = {
    "input": (PriceUnit.INPUT_TOKEN, "a million input tokens"),
    "cached": (PriceUnit.CACHED_TOKEN, "a million cached input tokens"),
    "output": (PriceUnit.OUTPUT_TOKEN, "a million output tokens"),
    "each": (PriceUnit.IMAGE, "one result"),
    "megapixel": (PriceUnit.MEGAPIXEL, "a started megapixel of a picture"),
    "second": (PriceUnit.SECOND, "a second"),
    "minute": (PriceUnit.MINUTE, "a minute"),
    "characters": (PriceUnit.CHARACTER, "a million characters"),
}


def add_price_action(parser: ArgumentParser) -> None:
    """Fill the parser of ``models price``."""
    parser.add_argument("price_provider", metavar="PROVIDER")
    parser.add_argument("price_model", metavar="MODEL")
    for name, (_, words) in _RATES.items():
        parser.add_argument(f"--{name}", metavar="USD", help=f"US dollars for {words}")
    parser.add_argument("--free", action="store_true", help="this model costs nothing")
    parser.add_argument("--clear", action="store_true", help="use the listed price again")
    parser.add_argument("--type", dest="price_type", choices=TYPES, help="where one id makes more")
    parser.set_defaults(run=model_price)
    add_json(parser)
    add_library_options(parser)


async def model_price(arguments: Namespace) -> int:
    """Show or change what one model costs."""
    given = {name: value for name in _RATES if (value := getattr(arguments, name)) is not None}
    if (bool(given), arguments.free, arguments.clear).count(True) > 1:
        raise UsageError("A price is set, free or cleared, not several.", "Give one of them.")
    rates = {_RATES[name][0]: parse_usd(value) for name, value in given.items()}
    async with open_session(arguments) as services:
        model = _model(services, arguments)
        book = services.models.prices
        if rates or arguments.free:
            await book.set(model.provider_id, model.id, rates)
        elif arguments.clear and not await book.clear(model.provider_id, model.id):
            raise UsageError(f"You set no price for {model.id}.", "There is nothing to clear.")
        model = _model(services, arguments)
        is_stale = book.is_stale(model.pricing, services.models.today())
    if arguments.json:
        write_json(
            {
                "provider": arguments.price_provider,
                "model": model.id,
                **price_document(model.pricing, is_stale=is_stale),
            }
        )
        return 0
    pricing = model.pricing
    write_facts(
        {
            "Model": model.id,
            "Price": price_text(pricing),
            "Source": (pricing.source or "none") + (" (may be out of date)" if is_stale else ""),
            "As of": pricing.as_of.isoformat() if pricing.as_of else "",
        }
    )
    return 0


def price_text(pricing: Pricing) -> str:
    """All rates in a line: “$0.10/input-1m, $0.50/output-1m”, “free”, “not known”."""
    if pricing.is_free:
        return "free"
    rates = (f"{format_usd_exact(price.micro)}/{price.unit.value}" for price in pricing.prices)
    return one_line(", ".join(rates) or "not known", 200)


def _model(services: Services, arguments: Namespace) -> ModelSpec:
    """The model that is meant: as listed, else as its provider would make it."""
    provider = ProviderName(arguments.price_provider)
    kinds = [GenerationType(arguments.price_type)] if arguments.price_type else GenerationType
    refused: UsageError | None = None
    for kind in kinds:
        try:
            found = services.models.spec(provider, arguments.price_model, kind)
        except UsageError as error:
            refused = refused or error
        else:
            return found
    raise refused or UsageError("There is no such model.", "See “mediadesk models”.")
