"""``--fallback``: models to go on with where a call ended free, and how a chain is told."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from mediadesk.cli.console import one_line
from mediadesk.domain.errors import NotFoundError, UsageError
from mediadesk.domain.generation import Generation, GenerationType
from mediadesk.domain.ids import AccountId, ProviderName
from mediadesk.domain.money import format_usd
from mediadesk.domain.route_view import LinkEstimate, Outcome, route_of
from mediadesk.domain.routes import FallbackLink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediadesk.bootstrap import Services
    from mediadesk.domain.routes import Chain

FORM = "PROVIDER/MODEL[@ACCOUNT]"


def add_fallback_options(parser: ArgumentParser, without: str) -> None:
    """``--fallback`` and ``--no-fallback``; ``without`` says what the latter does."""
    group = parser.add_mutually_exclusive_group()
    group.add_argument(
        "--fallback",
        metavar=FORM,
        action="append",
        help="go on with this model where a call ended free; may be given several times",
    )
    group.add_argument("--no-fallback", action="store_true", help=without)


async def read_request_chain(
    services: Services, kind: GenerationType, arguments: Namespace
) -> Chain | None:
    """The chain of one run: as given, none, or None = the project's. Raises ``UsageError``."""
    if arguments.no_fallback:
        return ()
    if arguments.fallback is None:
        return None
    return tuple([await _link(services, text, (kind,)) for text in arguments.fallback])


async def read_project_chains(
    services: Services, texts: Sequence[str]
) -> dict[GenerationType, Chain]:
    """Each model under every kind that it makes. Raises ``UsageError``."""
    chains: dict[GenerationType, Chain] = {}
    for text in texts:
        link = await _link(services, text, tuple(GenerationType))
        listed = services.models.models(None, link.provider)
        kinds = [kind for model in listed if model.id == link.model for kind in model.types]
        if not kinds:
            raise UsageError(
                f"{link.provider} lists no model “{link.model}”, so what it makes is not known.",
                "Name it for one run, with “mediadesk generate --fallback”.",
            )
        for kind in dict.fromkeys(kinds):
            chains[kind] = (*chains.get(kind, ()), link)
    return chains


def estimate_facts(links: Sequence[LinkEstimate]) -> dict[str, str]:
    """A line for each model of the chain that may follow."""
    facts = {}
    for number, one in enumerate(links[1:], start=1):
        words = one.problem
        if not words and one.estimate is not None:
            words = "free" if one.estimate.is_free else format_usd(one.estimate.upper_micro)
            if one.dropped:
                words += f" (without {', '.join(one.dropped)})"
        facts[f"Fallback {number}"] = f"{one.model.name}: {words}"
    return facts


def route_lines(generation: Generation) -> list[str]:
    """A line for each model of the chain that a run took, or could have taken."""
    return [
        one_line(f"Route {stop.link + 1}: {stop.model.name} {stop.words()}", 240)
        for stop in route_of(generation)
    ]


def passed_over_lines(generation: Generation) -> list[str]:
    """A line for each model of the chain that could not be used, with the reason."""
    told = (Outcome.PASSED_OVER, Outcome.REFUSED)
    return [
        one_line(f"{stop.model.name} {stop.words()}", 240)
        for stop in route_of(generation)
        if stop.outcome in told
    ]


async def _link(services: Services, text: str, kinds: Sequence[GenerationType]) -> FallbackLink:
    provider, slash, rest = text.partition("/")
    if not slash or not provider or not rest:
        raise UsageError(f"“{text}” names no model.", f"Write {FORM}.")
    name = ProviderName(provider)
    listed = {model.id for kind in kinds for model in services.models.models(kind, name)}
    model, at, account = rest.rpartition("@")
    if rest in listed or not at:
        return FallbackLink(name, rest)
    return FallbackLink(name, model, await _account(services, name, account))


async def _account(services: Services, provider: ProviderName, name: str) -> AccountId:
    known = await services.accounts.list(provider)
    found = [one for one in known if name in (one.name, str(one.id))]
    if not found:
        names = ", ".join(one.name for one in known) or "none"
        raise NotFoundError(
            f"There is no key “{name}” for {provider}.", f"Keys of {provider}: {names}."
        )
    return found[0].id
