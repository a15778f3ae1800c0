"""The parts of the JSON documents that tell of fallback chains. See ``documents``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mediadesk.domain.route_view import LinkEstimate, route_of
from mediadesk.domain.routes import FallbackLink

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mediadesk.domain.generation import Attempt, Generation, GenerationType
    from mediadesk.domain.routes import Chain


def link_document(link: FallbackLink) -> dict[str, Any]:
    """One model of a chain."""
    account = None if link.account_id is None else str(link.account_id)
    return {"provider": link.provider, "model": link.model, "account_id": account}


def route_document(generation: Generation) -> list[dict[str, Any]]:
    """What became of each model of the chain; empty where there is none."""
    return [
        link_document(stop.model)
        | {
            "outcome": stop.outcome.value,
            "reason": stop.reason or None,
            "dropped_parameters": list(stop.dropped),
        }
        for stop in route_of(generation)
    ]


def call_document(generation: Generation, attempt: Attempt) -> dict[str, Any]:
    """With which model of the chain a call was made."""
    return {
        "link": attempt.route.link,
        "provider": attempt.route.provider or generation.provider,
        "model": attempt.route.model or generation.model,
    }


def estimate_document(found: LinkEstimate) -> dict[str, Any]:
    """What a run may cost with one model of the chain."""
    estimate = found.estimate
    return link_document(found.model) | {
        "expected_micro_usd": None if estimate is None else estimate.expected_micro,
        "upper_micro_usd": None if estimate is None else estimate.upper_micro,
        "problem": found.problem or None,
        "dropped_parameters": list(found.dropped),
    }


def chains_document(chains: Mapping[GenerationType, Chain]) -> dict[str, Any]:
    """The chains of a project, by kind."""
    return {kind.value: [link_document(link) for link in links] for kind, links in chains.items()}
