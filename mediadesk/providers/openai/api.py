"""What every call of the OpenAI wire format shares: connection, errors, model list, key check."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from mediadesk.domain.errors import (
    Billed,
    InvalidParameterError,
    ProviderError,
    ProviderErrorKind,
    UsageError,
)
from mediadesk.domain.extra_headers import check_headers
from mediadesk.domain.generation import JsonValue, Usage
from mediadesk.providers.base import Account, KeyStatus, ProviderRequest
from mediadesk.providers.network.endpoint import Endpoint, ErrorReply
from mediadesk.providers.network.http import ATTEMPTS, HttpRoom
from mediadesk.providers.network.json_reply import as_count, as_dict, as_list, as_text
from mediadesk.providers.network.status_errors import kind_of_status, status_error

_K = ProviderErrorKind
_CREDIT_CODES = frozenset(
    {"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"}
)
_BLOCKED_CODES = frozenset(
    {
        "moderation_blocked",
        "content_policy_violation",
        "image_content_policy_violation",
        "invalid_prompt",
        "misalignment_policy_violation",
    }
)
_CODES: Mapping[str, ProviderErrorKind] = {
    "invalid_api_key": _K.AUTH,
    "rate_limit_exceeded": _K.RATE_LIMIT,
    "model_not_found": _K.NOT_FOUND,
    "context_length_exceeded": _K.TOO_LARGE,
    "server_error": _K.SERVER,
}
_RETIRED_WORDS = ("deprecated", "retired", "shut down", "no longer available", "decommissioned")
_RESERVED = frozenset(
    {
        *("model", "messages", "prompt", "input", "image", "image[]", "mask", "n", "voice"),
        *("stream", "stream_options", "partial_images", "modalities", "audio"),
        *("max_tokens", "max_completion_tokens", "quality", "size", "service_tier"),
    }
)
"""Fields that the form owns: money and the shape of the answer depend on them."""
TEXT_FIELDS = _RESERVED | {
    *("max_output_tokens", "instructions", "background", "store", "previous_response_id"),
    *("conversation", "tools", "tool_choice"),
}
"""The same for responses, whose tools may cost more."""


def make_endpoint(account: Account, base_url: str, label: str) -> Endpoint:
    """Bind an account's key and headers to its base address.

    Raises ``UsageError`` for unusable ones.
    """
    check_headers(account.headers)
    headers = dict(account.headers)
    if account.key:
        if not account.key.isascii() or not account.key.isprintable() or " " in account.key:
            raise UsageError(
                f"The key for {label} holds characters that no key has.",
                "Copy the key again from the provider's page.",
            )
        headers["Authorization"] = f"Bearer {account.key}"
    return Endpoint(base_url, label, read_error, headers)


def read_error(reply: ErrorReply, label: str) -> ProviderError:
    """Map ``{"error": {message, type, param, code}}`` and plain statuses to a meaning."""
    error = _error_object(reply.document)
    if error is None:
        return status_error(reply, label)
    code = as_text(error.get("code")) or as_text(error.get("type"))
    message = as_text(error.get("message"))
    return status_error(
        reply,
        label,
        kind=_kind(reply.status, code, message),
        detail=reply.redact(message),
        code=code or None,
        parameter=as_text(error.get("param")) or None,
        provider_answered=True,
    )


def read_stream_error(endpoint: Endpoint, document: Mapping[str, Any]) -> ProviderError | None:
    """The error inside an event of a stream that began as a success, if it holds one."""
    error = _error_object(document)
    if error is None:
        return None
    code = as_text(error.get("code")) or as_text(error.get("type"))
    message = endpoint.redact(as_text(error.get("message")))
    return ProviderError(
        _kind(500, code, message),
        f"{endpoint.label} stopped in the middle of the answer. It says: {message or code}",
        "Check at the provider whether this run was charged.",
        provider_code=code or None,
        provider_answered=True,
    )


def job_error(
    endpoint: Endpoint, error: Mapping[str, Any], billed: Billed, request_id: str | None
) -> ProviderError:
    """Why a job in the background made nothing, in the provider's own words."""
    code, message = as_text(error.get("code")), endpoint.redact(as_text(error.get("message")))
    kind = _K.BLOCKED if code == "content_filter" else _kind(500, code, message)
    is_blocked = kind is _K.BLOCKED
    sentence = f"{endpoint.label} {'refused this content' if is_blocked else 'could not finish it'}"
    return ProviderError(
        kind,
        f"{sentence}. It says: {message or endpoint.redact(code) or 'nothing'}",
        "Change the prompt or the inputs." if is_blocked else "Try again later.",
        provider_code=code or None,
        request_id=request_id,
        billed=billed,
        provider_answered=True,
    )


def read_usage(value: object) -> Usage:
    """Tokens from ``usage``: chat says prompt and completion, images say input and output."""
    usage = as_dict(value)
    inputs = as_dict(usage.get("prompt_tokens_details") or usage.get("input_tokens_details"))
    outputs = as_dict(usage.get("completion_tokens_details") or usage.get("output_tokens_details"))
    return Usage(
        input_tokens=as_count(usage.get("prompt_tokens", usage.get("input_tokens"))),
        cached_input_tokens=as_count(inputs.get("cached_tokens")),
        output_tokens=as_count(usage.get("completion_tokens", usage.get("output_tokens"))),
        reasoning_tokens=as_count(outputs.get("reasoning_tokens")),
        image_input_tokens=as_count(inputs.get("image_tokens")),
        cache_write_tokens=as_count(inputs.get("cache_write_tokens")),
    )


def with_extra(
    payload: dict[str, Any], request: ProviderRequest, reserved: frozenset[str] = _RESERVED
) -> dict[str, Any]:
    """Add the user's extra fields. Raises ``InvalidParameterError`` for one that the form owns."""
    for name in request.extra:
        if name in reserved:
            raise InvalidParameterError(
                name,
                f"“{name}” cannot be an extra parameter: it decides price or kind of the answer.",
                "Set it in the form, or leave it out.",
            )
    extra: Mapping[str, JsonValue] = request.extra
    return {**payload, **extra}


async def list_models(
    http: HttpRoom, endpoint: Endpoint, *, attempts: int = ATTEMPTS
) -> dict[str, date | None]:
    """Model ids of this account with the day on which each is shut down, if known."""
    document = as_dict(await http.get_json(endpoint, "/models", attempts=attempts))
    models: dict[str, date | None] = {}
    for entry in as_list(document.get("data")):
        model_id = as_text(as_dict(entry).get("id"))
        if model_id and len(model_id) <= 200 and model_id.isprintable():
            models[model_id] = _day(as_dict(entry).get("shutdown_date"))
    return models


async def check_key(http: HttpRoom, endpoint: Endpoint) -> KeyStatus:
    """Read the model list; ``ProviderError`` where the answer says nothing about the key."""
    try:
        models = await list_models(http, endpoint, attempts=2)
    except ProviderError as error:
        if error.kind is _K.AUTH:
            return KeyStatus(works=False, message=error.message)
        if error.kind is _K.PERMISSION and error.provider_answered:
            return KeyStatus(works=True, message="The key works; it may not list models.")
        raise
    noun = "model" if len(models) == 1 else "models"
    return KeyStatus(
        works=True, message=f"Works. {len(models)} {noun} available.", model_count=len(models)
    )


def _error_object(document: object) -> Mapping[str, Any] | None:
    error = as_dict(document).get("error")
    if isinstance(error, str):
        return {"message": error}
    return error if isinstance(error, dict) else None


def _kind(status: int, code: str, message: str) -> ProviderErrorKind:
    if code in _CREDIT_CODES:
        return _K.CREDIT
    if code in _BLOCKED_CODES or code.startswith("bio_policy"):
        return _K.BLOCKED
    lowered = message.lower()
    if status in (400, 404) and any(word in lowered for word in _RETIRED_WORDS):
        return _K.RETIRED
    return _CODES.get(code, kind_of_status(status))


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(as_text(value)[:10])
    except ValueError:
        return None
