"""What every OpenRouter call shares: connection, errors, reported cost, key check."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from mediadesk.domain.errors import InvalidParameterError, ProviderError, ProviderErrorKind
from mediadesk.domain.money import format_usd
from mediadesk.providers.base import Account, KeyStatus, ProviderRequest
from mediadesk.providers.network.endpoint import Endpoint, ErrorReply
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.json_reply import as_dict, as_list, as_text
from mediadesk.providers.network.status_errors import SENTENCES, kind_of_status, status_error
from mediadesk.providers.openai import api as openai_api
from mediadesk.providers.replies.reported_money import usd_micro

_K = ProviderErrorKind
_TITLE = {"X-OpenRouter-Title": "mediadesk"}
_BLOCKED_TYPES = frozenset({"content_policy_violation", "refusal", "moderation"})
_TYPES: Mapping[str, ProviderErrorKind] = {
    "provider_overloaded": _K.OVERLOADED,
    "rate_limit_exceeded": _K.RATE_LIMIT,
    "payment_required": _K.CREDIT,
    "authentication": _K.AUTH,
    "context_length_exceeded": _K.TOO_LARGE,
}
_STATUSES: Mapping[int, ProviderErrorKind] = {499: _K.TIMEOUT, 502: _K.OVERLOADED}
_RESERVED = frozenset({"models", "image_config", "frame_images", "input_references", "duration"})
_DETAILS_LIMIT = 300


def make_endpoint(account: Account, base_url: str, label: str) -> Endpoint:
    """Bind a key to the base address. Raises ``UsageError`` for an unusable key."""
    plain = openai_api.make_endpoint(Account(base_url, account.key), base_url, label)
    return Endpoint(base_url, label, read_error, plain.secret_headers, _TITLE)


def read_error(reply: ErrorReply, label: str) -> ProviderError:
    """Map ``{"error": {code, message, metadata}}`` and plain statuses to a meaning."""
    error = as_dict(as_dict(reply.document).get("error"))
    if not error:
        return status_error(reply, label, kind=_STATUSES.get(reply.status))
    return status_error(
        reply,
        label,
        kind=_kind(reply.status, error),
        detail=reply.redact(_words(error)),
        code=_error_type(error) or None,
        provider_answered=True,
    )


def read_inner_error(endpoint: Endpoint, document: Mapping[str, Any]) -> ProviderError | None:
    """The error inside a document that came with HTTP 200, if it holds one."""
    error = as_dict(document.get("error"))
    if not error and isinstance(document.get("error"), str):
        error = {"message": document["error"]}
    if not error:
        choice = as_dict(next(iter(as_list(document.get("choices"))), None))
        error = as_dict(choice.get("error"))
    if not error:
        return None
    code = error.get("code")
    kind = _kind(code if isinstance(code, int) else 500, error)
    sentence, next_step = SENTENCES[kind if kind in SENTENCES else _K.SERVER]
    return ProviderError(
        kind,
        f"{sentence.format(label=endpoint.label)} It says: {endpoint.redact(_words(error))}",
        next_step,
        provider_code=_error_type(error) or None,
        request_id=as_text(document.get("id"))[:200] or None,
        provider_answered=True,
    )


def reported_cost(document: Mapping[str, Any]) -> int | None:
    """What a finished reply says it cost (``usage.cost``), in micro-USD."""
    return usd_micro(as_dict(document.get("usage")).get("cost"))


def with_extra(payload: dict[str, Any], request: ProviderRequest) -> dict[str, Any]:
    """Add the user's extra fields; routing wishes are merged with those of the form.

    Raises ``InvalidParameterError`` for a field that the form owns.
    """
    for name in request.extra:
        if name in _RESERVED:
            raise InvalidParameterError(
                name,
                f"“{name}” cannot be an extra parameter: it decides price or kind of the answer.",
                "Set it in the form, or leave it out.",
            )
    merged = openai_api.with_extra(payload, request)
    if isinstance(merged.get("provider"), dict) and "provider" in payload:
        merged["provider"] = {**payload["provider"], **merged["provider"]}
    return merged


async def check_key(http: HttpRoom, endpoint: Endpoint) -> KeyStatus:
    """Ask for the key's own data; tells what is left where the key has a limit."""
    try:
        data = as_dict(as_dict(await http.get_json(endpoint, "/key", attempts=2)).get("data"))
    except ProviderError as error:
        if error.kind is _K.AUTH:
            return KeyStatus(works=False, message=error.message)
        if error.kind is _K.PERMISSION and error.provider_answered:
            return KeyStatus(works=True, message="The key works; it may not show its limit.")
        raise
    told = data.get("limit_remaining")
    left = 0 if isinstance(told, int | float) and told < 0 else usd_micro(told)
    if left is None and data.get("is_management_key") is True:
        left = await _account_credit(http, endpoint)
    if left is None:
        free = " (free tier)" if data.get("is_free_tier") is True else ""
        return KeyStatus(works=True, message=f"Works{free}. The key has no limit of its own.")
    return KeyStatus(works=True, message=f"Works. {format_usd(left)} left.", credit_micro=left)


async def generation_cost(
    http: HttpRoom, endpoint: Endpoint, generation_id: str | None
) -> int | None:
    """What one generation cost in the end, in micro-USD; None where nothing is told (yet)."""
    if not generation_id or not generation_id.startswith("gen-"):
        return None
    path = f"/generation?id={quote(generation_id, safe='')}"
    try:
        data = as_dict(as_dict(await http.get_json(endpoint, path, attempts=3)).get("data"))
    except ProviderError:
        return None
    return usd_micro(data.get("total_cost"))


async def _account_credit(http: HttpRoom, endpoint: Endpoint) -> int | None:
    data = as_dict(as_dict(await http.get_json(endpoint, "/credits", attempts=2)).get("data"))
    bought, used = usd_micro(data.get("total_credits")), usd_micro(data.get("total_usage"))
    return None if bought is None or used is None else max(0, bought - used)


def _kind(status: int, error: Mapping[str, Any]) -> ProviderErrorKind:
    metadata = as_dict(error.get("metadata"))
    error_type = _error_type(error)
    if error_type in _BLOCKED_TYPES or (status == 403 and metadata.get("reasons")):
        return _K.BLOCKED
    if error_type in _TYPES:
        return _TYPES[error_type]
    return _STATUSES.get(status, kind_of_status(status))


def _error_type(error: Mapping[str, Any]) -> str:
    return as_text(as_dict(error.get("metadata")).get("error_type"))[:100]


def _words(error: Mapping[str, Any]) -> str:
    """The message, with the reasons of a refusal or the words of the service behind it."""
    metadata = as_dict(error.get("metadata"))
    message = as_text(error.get("message"))
    reasons = ", ".join(as_text(reason) for reason in as_list(metadata.get("reasons")))
    raw = as_text(metadata.get("raw"))[:_DETAILS_LIMIT]
    name = as_text(metadata.get("provider_name"))
    behind = f"{name}: {raw}" if raw and name else raw
    return " ".join(part for part in (message, reasons and f"({reasons})", behind) if part)
