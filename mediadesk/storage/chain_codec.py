"""Fallback chains as JSON in columns."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any

from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import AccountId, ProviderName
from mediadesk.domain.routes import Chain, FallbackLink
from mediadesk.storage.rows import to_json

if TYPE_CHECKING:
    from collections.abc import Mapping

_FALLBACK = "fallback"


def write_chain(links: Chain) -> str:
    """A chain as the text of its column."""
    return to_json(_documents(links))


def read_chain(text: str) -> Chain:
    """The chain of a column."""
    return _links(json.loads(text))


def with_project_chains(settings: str, chains: Mapping[GenerationType, Chain]) -> str:
    """The settings of a project with other chains; kinds without one have none."""
    changed = json.loads(settings or "{}")
    changed[_FALLBACK] = {kind.value: _documents(links) for kind, links in chains.items() if links}
    return to_json(changed)


def read_project_chains(settings: str) -> dict[GenerationType, Chain]:
    """The chains in the settings of a project, by the kind that they make."""
    chains = json.loads(settings or "{}").get(_FALLBACK, {})
    return {GenerationType(kind): _links(links) for kind, links in chains.items()}


def _documents(links: Chain) -> list[dict[str, str | None]]:
    return [
        {
            "provider": link.provider,
            "model": link.model,
            "account": None if link.account_id is None else str(link.account_id),
        }
        for link in links
    ]


def _links(documents: list[dict[str, Any]]) -> Chain:
    return tuple(
        FallbackLink(
            ProviderName(one["provider"]),
            one["model"],
            None if one["account"] is None else AccountId(uuid.UUID(one["account"])),
        )
        for one in documents
    )
