"""Requests made from what is stored: the same again, or the same for another model. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mediadesk.domain.errors import InvalidParameterError
from mediadesk.domain.generation import Generation, GenerationRequest
from mediadesk.providers.aliases import resolve_provider_name

if TYPE_CHECKING:
    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.domain.parameters import ParameterSpec, ParameterValue
    from mediadesk.domain.routes import FallbackLink


def request_from(found: Generation) -> GenerationRequest:
    """What was asked for."""
    return GenerationRequest(
        type=found.type,
        provider=found.provider,
        model=found.model,
        prompt=found.prompt,
        project_id=found.project_id,
        parameters=found.parameters,
        extra=found.extra,
        inputs=found.inputs,
        result_count=found.result_count,
        account_id=found.account_id,
        parent_id=found.parent_id,
        max_cost_micro=_ceiling(found),
        fallback=found.fallback if found.has_own_fallback else None,
    )


def request_for_link(
    request: GenerationRequest, asked: ModelSpec | None, link: FallbackLink, model: ModelSpec
) -> tuple[GenerationRequest, tuple[str, ...]]:
    """The request for another model, and the parameters that had to be dropped for it.

    What ``model`` does not know, or does not take with this value, is dropped, and so are raw
    extra parameters: they belong to the model that was ``asked``. Of what it would have done
    by itself, nothing is said. ``asked`` None = not listed any more.
    """
    by_name = {spec.name: spec for spec in model.parameters}
    kept = {
        name: value
        for name, value in request.parameters.items()
        if name in by_name and _takes(by_name[name], value)
    }
    defaults = {spec.name: spec.default for spec in asked.parameters} if asked else {}
    dropped = [
        name
        for name, value in request.parameters.items()
        if name not in kept and value != defaults.get(name)
    ]
    is_same_model = link.model == request.model and (
        resolve_provider_name(link.provider) == resolve_provider_name(request.provider)
    )
    if not is_same_model:
        dropped += request.extra
    changed = replace(
        request,
        provider=link.provider,
        model=model.id,
        account_id=link.account_id,
        parameters=kept,
        extra=request.extra if is_same_model else {},
        fallback=(),
    )
    return changed, tuple(dropped)


def _takes(spec: ParameterSpec, value: ParameterValue) -> bool:
    try:
        spec.check(value)
    except InvalidParameterError:
        return False
    return True


def _ceiling(found: Generation) -> int | None:
    """The limit that a run of unknown price was given: what its first calls held together."""
    if found.estimate_micro is not None:
        return None
    held = covered = 0
    for attempt in found.attempts:
        if covered < found.result_count:  # the others repeat one of these
            covered += attempt.result_count
            held += attempt.hold_micro or 0
    return held
