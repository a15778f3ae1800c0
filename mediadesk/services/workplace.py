"""Where the user was in the window and what the form held, kept in the library over a restart.

The prompt of a form is as private as one that was sent: it is kept in the encrypted database only.
"""

from __future__ import annotations

import dataclasses
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from mediadesk.domain.errors import NotFoundError
from mediadesk.domain.generation import GenerationRequest, GenerationType, InputRef
from mediadesk.domain.ids import (
    AccountId,
    AssetId,
    GenerationId,
    ProjectId,
    ProviderName,
)
from mediadesk.storage.chain_codec import read_chain, write_chain

if TYPE_CHECKING:
    from collections.abc import Callable

    from mediadesk.services.assets import AssetService
    from mediadesk.services.generations import GenerationService
    from mediadesk.services.settings import SettingsService

_Id = TypeVar("_Id", bound=uuid.UUID)
KEY = "window.workplace"


@dataclass(frozen=True, slots=True)
class CreateMemory:
    """The form of the Create page and the result on its stage."""

    request: GenerationRequest = field(repr=False)
    raw: str = field(repr=False)
    generation_id: GenerationId | None
    asset_id: AssetId | None


@dataclass(frozen=True, slots=True)
class Workplace:
    """The page, its place, the project, and what the Create page shows."""

    page: str
    place: str
    project_id: ProjectId
    create: CreateMemory | None


async def keep_workplace(settings: SettingsService, workplace: Workplace) -> None:
    """Keep it for the next start. Raises ``StorageError`` and its kinds."""
    await settings.keep(KEY, _document(workplace))


def kept_workplace(settings: SettingsService) -> Workplace | None:
    """What was kept last; None where there is nothing, or nothing that this version can read."""
    try:
        return _workplace(settings.kept(KEY))
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


async def what_is_left(
    memory: CreateMemory, generations: GenerationService, assets: AssetService
) -> CreateMemory:
    """The same without what was deleted since."""
    request = memory.request
    inputs = tuple([one for one in request.inputs if await _has(assets, one.asset_id)])
    parent = request.parent_id
    if parent is not None and not await _is_there(generations, parent):
        parent = None
    shown = memory.generation_id
    if shown is not None and not await _is_there(generations, shown):
        shown = None
    return CreateMemory(
        dataclasses.replace(request, inputs=inputs, parent_id=parent),
        memory.raw,
        shown,
        memory.asset_id if shown is not None else None,
    )


async def _has(assets: AssetService, id: AssetId) -> bool:
    try:
        return not (await assets.get(id)).is_deleted
    except NotFoundError:
        return False


async def _is_there(generations: GenerationService, id: GenerationId) -> bool:
    try:
        return not (await generations.get(id)).is_deleted
    except NotFoundError:
        return False


def _document(workplace: Workplace) -> dict[str, Any]:
    create = workplace.create
    return {
        "page": workplace.page,
        "place": workplace.place,
        "project": str(workplace.project_id),
        "create": None if create is None else _create_document(create),
    }


def _create_document(create: CreateMemory) -> dict[str, Any]:
    request = create.request
    return {
        "type": request.type.value,
        "provider": request.provider,
        "model": request.model,
        "prompt": request.prompt,
        "parameters": dict(request.parameters),
        "extra": dict(request.extra),
        "inputs": [
            {"asset": str(one.asset_id), "role": one.role, "options": dict(one.options)}
            for one in request.inputs
        ],
        "results": request.result_count,
        "account": _text(request.account_id),
        "parent": _text(request.parent_id),
        "ceiling": request.max_cost_micro,
        "fallback": None if request.fallback is None else write_chain(request.fallback),
        "raw": create.raw,
        "generation": _text(create.generation_id),
        "asset": _text(create.asset_id),
    }


def _workplace(document: Any) -> Workplace | None:
    if document is None:
        return None
    project = ProjectId(uuid.UUID(document["project"]))
    create = document["create"]
    return Workplace(
        str(document["page"]),
        str(document["place"]),
        project,
        None if create is None else _create(create, project),
    )


def _create(document: dict[str, Any], project: ProjectId) -> CreateMemory:
    request = GenerationRequest(
        type=GenerationType(document["type"]),
        provider=ProviderName(document["provider"]),
        model=str(document["model"]),
        prompt=str(document["prompt"]),
        project_id=project,
        parameters=dict(document["parameters"]),
        extra=dict(document["extra"]),
        inputs=tuple(
            InputRef(AssetId(uuid.UUID(one["asset"])), str(one["role"]), dict(one["options"]))
            for one in document["inputs"]
        ),
        result_count=int(document["results"]),
        account_id=_id(AccountId, document["account"]),
        parent_id=_id(GenerationId, document["parent"]),
        max_cost_micro=document.get("ceiling"),
        fallback=None if document.get("fallback") is None else read_chain(document["fallback"]),
    )
    return CreateMemory(
        request,
        str(document["raw"]),
        _id(GenerationId, document["generation"]),
        _id(AssetId, document["asset"]),
    )


def _text(id: uuid.UUID | None) -> str | None:
    return None if id is None else str(id)


def _id(kind: Callable[[uuid.UUID], _Id], text: str | None) -> _Id | None:
    return None if text is None else kind(uuid.UUID(text))
