"""From what the user asks for to what will be sent: calls, estimates, holds. Pure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from mediadesk.domain.catalog import InputRole, ModelSpec
from mediadesk.domain.cost_calculator import CostCalculator, Estimate
from mediadesk.domain.errors import CapRefusedError, InvalidInputError, UsageError
from mediadesk.domain.generation import GenerationRequest, GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.input_tokens import (
    NO_TOKENS,
    InputExtent,
    InputTokens,
    file_tokens,
    prompt_tokens,
    text_tokens,
)
from mediadesk.domain.money import format_usd
from mediadesk.domain.parameters import ParameterSpec, check_parameters
from mediadesk.providers.tables.token_rates import rates_of
from mediadesk.storage.attempts import NewAttempt
from mediadesk.storage.generations import StoredInput, StoredTurn
from mediadesk.storage.routes import StoredRoute


@dataclass(frozen=True, slots=True)
class Plan:
    """A checked request with its calls."""

    request: GenerationRequest
    provider_id: ProviderId
    model: ModelSpec
    estimate: Estimate
    attempts: tuple[NewAttempt, ...]
    route: StoredRoute = field(default_factory=StoredRoute)
    """The chain to keep with the generation."""

    @property
    def hold_micro(self) -> int:
        """What all calls together may cost at most."""
        return sum(attempt.hold_micro for attempt in self.attempts)


def checked_request(request: GenerationRequest, model: ModelSpec) -> GenerationRequest:
    """The request with defaults filled in. Raises ``UsageError`` and its kinds."""
    if not request.prompt.strip():
        raise UsageError("The prompt is empty.", "Describe what you want.")
    if not all(map(_is_text, (request.prompt, *request.parameters.values()))):
        raise UsageError(
            "The prompt or a parameter holds half a character.", "Type it anew, as UTF-8."
        )
    if len(request.prompt) > model.maximum_prompt_length:
        raise UsageError(
            f"The prompt has {len(request.prompt):,} characters; {model.label} takes "
            f"{model.maximum_prompt_length:,}.",
            "Shorten it.",
        )
    if not 1 <= request.result_count <= model.maximum_results:
        raise UsageError(
            f"{model.label} makes 1 to {model.maximum_results} results at a time, "
            f"not {request.result_count}.",
            "Choose another number of results.",
        )
    if request.parent_id is not None and not model.can_continue:
        raise UsageError(f"{model.label} cannot continue a conversation.", "Choose a chat model.")
    if request.max_cost_micro is not None and request.max_cost_micro < 0:
        raise UsageError("The cost limit is negative.", "Give an amount like 0.50.")
    specs: Sequence[ParameterSpec] = model.parameters
    return replace(request, parameters=check_parameters(specs, request.parameters))


def check_served(model: ModelSpec, provider_label: str, today: date) -> None:
    """Refuse a model that its provider has ended. Raises ``UsageError``."""
    if model.has_ended(today):
        named = f"Use {model.replaced_by}." if model.replaced_by else "Choose another model."
        raise UsageError(
            f"{provider_label} no longer serves {model.label}; nothing was sent.", named
        )


def check_inputs(model: ModelSpec, inputs: Sequence[StoredInput]) -> None:
    """Role, type, size and number of every input. Raises ``InvalidInputError``."""
    for stored in inputs:
        role = model.input_role(stored.role)
        if role is None:
            known = ", ".join(role.name for role in model.input_roles) or "no inputs"
            raise InvalidInputError(
                f"{model.label} takes no input in the role “{stored.role}”.",
                f"It takes: {known}.",
            )
        if stored.type not in role.types or (role.mimes and stored.mime not in role.mimes):
            raise InvalidInputError(
                f"“{stored.file_name}” is {stored.mime}, which {model.label} does not take "
                f"as {role.label.lower()}.",
                f"Use {', '.join(role.mimes)}.",
            )
        if stored.size_bytes > role.maximum_bytes:
            raise InvalidInputError(
                f"“{stored.file_name}” is too large for {model.label}.",
                f"Use at most {role.maximum_bytes // (1024 * 1024)} MB.",
            )
    check_input_count(model, [stored.role for stored in inputs])


def check_input_count(model: ModelSpec, given: Sequence[str]) -> None:
    """Whether as many inputs are ``given`` to each role as it takes.

    Raises ``InvalidInputError``.
    """
    for role in model.input_roles:
        count = given.count(role.name)
        if count > role.maximum_count:
            raise InvalidInputError(
                f"{model.label} takes {role.maximum_count} as {role.label.lower()}, not {count}.",
                "Remove some.",
            )
        if role.required and count == 0:
            raise InvalidInputError(
                f"{model.label} needs an input: {role.label.lower()}.", "Add a file."
            )


def turn_role(model: ModelSpec, stored: StoredInput) -> str | None:
    """The role in which a model reads a file of an earlier turn; None where it cannot.

    Another model may have answered then, and may have named the role in another way.
    """
    roles = sorted(model.input_roles, key=lambda role: role.name != stored.role)
    fitting = (role.name for role in roles if _fits(role, stored))
    return next(fitting, None)


def check_turns(model: ModelSpec, turns: Sequence[StoredTurn]) -> None:
    """Whether a model reads every file of the earlier turns. Raises ``InvalidInputError``."""
    for stored in (one for turn in turns for one in turn.inputs):
        if turn_role(model, stored) is None:
            raise InvalidInputError(
                f"{model.label} cannot read “{stored.file_name}”, which an earlier turn brought.",
                "Choose another model, or begin a new conversation.",
            )


def _fits(role: InputRole, stored: StoredInput) -> bool:
    is_kind = stored.type in role.types and (not role.mimes or stored.mime in role.mimes)
    return is_kind and stored.size_bytes <= role.maximum_bytes


def extent_of(stored: StoredInput) -> InputExtent:
    """How large a stored input is, as far as it was measured."""
    return InputExtent(
        stored.type,
        stored.mime,
        stored.size_bytes,
        stored.width,
        stored.height,
        stored.duration_ms,
        stored.pages,
    )


def context_tokens(turns: Sequence[StoredTurn], model: ModelSpec) -> InputTokens:
    """Tokens of the earlier turns that are sent along, with their files."""
    total, rates = NO_TOKENS, rates_of(model.id)
    for turn in turns:
        total += prompt_tokens((turn.prompt,))
        total += text_tokens(turn.size_bytes, turn.size_bytes)
        for stored in turn.inputs:
            total += file_tokens(extent_of(stored), rates)
    return total


def read_tokens(
    request: GenerationRequest,
    model: ModelSpec,
    extents: Sequence[InputExtent] = (),
    context: InputTokens = NO_TOKENS,
) -> InputTokens:
    """Tokens that each call of a request reads: its words, its inputs, the earlier turns."""
    words = [value for value in request.parameters.values() if isinstance(value, str)]
    total = prompt_tokens((request.prompt, *words)) + context
    rates = rates_of(model.id)
    for extent in extents:
        total += file_tokens(extent, rates)
    return total


def estimate_of(
    request: GenerationRequest, model: ModelSpec, result_count: int, given: InputTokens
) -> Estimate:
    """What ``result_count`` results of this request may cost.

    Extra parameters are sent as they are, so what they add to the price is not known.
    """
    if request.extra and not model.pricing.is_free:
        return Estimate(None, None, result_count)
    length = _length(request)
    return CostCalculator().estimate(model, length, request.parameters, result_count, given)


def make_plan(
    request: GenerationRequest,
    provider_id: ProviderId,
    model: ModelSpec,
    inputs: Sequence[StoredInput] = (),
    context: InputTokens = NO_TOKENS,
    first_result: int = 0,
) -> Plan:
    """Split a checked request into calls, each with its upper bound.

    ``first_result``: where its results begin among those of the generation.

    Raises ``UsageError`` where the price is unknown and no ceiling is given, ``CapRefusedError``
    where the ceiling is below the estimate.
    """
    given = read_tokens(request, model, [extent_of(stored) for stored in inputs], context)
    total = estimate_of(request, model, request.result_count, given)
    parts = _parts(request.result_count, max(1, model.results_per_call))
    holds = _holds(request, model, total, parts, given)
    calls = []
    for (first, count), (expected, hold) in zip(parts, holds, strict=True):
        begin = first_result + first
        digest = fingerprint(request, provider_id, inputs, begin, count)
        calls.append(NewAttempt(begin, count, digest, expected, hold))
    return Plan(request, provider_id, model, total, tuple(calls))


def fingerprint(
    request: GenerationRequest,
    provider_id: ProviderId,
    inputs: Sequence[StoredInput],
    first_result: int,
    result_count: int,
) -> bytes:
    """SHA-256 of everything that decides what one call asks for."""
    document = {
        "type": request.type.value,
        "provider": provider_id,
        "model": request.model,
        "prompt": request.prompt,
        "parameters": dict(request.parameters),
        "extra": dict(request.extra),
        "inputs": [[stored.role, stored.digest.hex()] for stored in inputs],
        "parent": str(request.parent_id),
        "first": first_result,
        "count": result_count,
    }
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).digest()


def _holds(
    request: GenerationRequest,
    model: ModelSpec,
    total: Estimate,
    parts: Sequence[tuple[int, int]],
    given: InputTokens,
) -> list[tuple[int | None, int]]:
    """(expected, hold) of each call."""
    ceiling = request.max_cost_micro
    if total.upper_micro is None:
        if ceiling is None:
            raise UsageError(
                f"The price of {model.label} is not known, so this run needs a limit.",
                "Give the most that it may cost (--max-cost on the command line).",
            )
        share, rest = divmod(ceiling, len(parts))
        return [(None, share + (rest if index == 0 else 0)) for index in range(len(parts))]
    singles = [estimate_of(request, model, count, given) for _, count in parts]
    holds = [(single.expected_micro, single.upper_micro or 0) for single in singles]
    wanted = sum(hold for _, hold in holds)
    if ceiling is not None and wanted > ceiling:
        raise over_limit(wanted, ceiling)
    return holds


def over_limit(wanted_micro: int, limit_micro: int) -> CapRefusedError:
    """A run may cost more than its own limit."""
    return CapRefusedError(
        f"This run may cost {format_usd(wanted_micro)}, more than its limit of "
        f"{format_usd(limit_micro)}. Nothing was sent.",
        "Raise the limit or choose cheaper settings.",
        cap="limit of this run",
        limit_micro=limit_micro,
        free_micro=limit_micro,
        wanted_micro=wanted_micro,
    )


def _parts(result_count: int, per_call: int) -> list[tuple[int, int]]:
    return [
        (first, min(per_call, result_count - first)) for first in range(0, result_count, per_call)
    ]


def _length(request: GenerationRequest) -> int:
    """Characters that the provider reads: the prompt, and the system prompt of text models."""
    system = request.parameters.get("system_prompt", "")
    extra = len(str(system)) if request.type is GenerationType.TEXT else 0
    return len(request.prompt) + extra


def _is_text(value: object) -> bool:
    """Whether a value can be stored and sent: half of a surrogate pair cannot."""
    try:
        str(value).encode()
    except UnicodeEncodeError:
        return False
    return True
