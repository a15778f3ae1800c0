"""Connection to Anthropic: versions, errors, model list, token count, key check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from mediadesk.domain.errors import ProviderError, ProviderErrorKind, UsageError
from mediadesk.providers.anthropic.models import Listed, read_listed
from mediadesk.providers.base import Account, KeyStatus
from mediadesk.providers.network.endpoint import Endpoint, ErrorReply
from mediadesk.providers.network.http import ATTEMPTS, HttpRoom
from mediadesk.providers.network.json_reply import as_count, as_dict, as_list, as_text
from mediadesk.providers.network.status_errors import SENTENCES, kind_of_status, status_error

VERSION = "2026-10-21"
SAMPLING_VERSION = "2023-06-01"
"""The version under which older models still take temperature, top_p and top_k."""
_VERSION_HEADER = "anthropic-version"
_PAGE = 1000
_PAGES = 20
_K = ProviderErrorKind
_KINDS: Mapping[str, ProviderErrorKind] = {
    "invalid_request_error": _K.BAD_REQUEST,
    "authentication_error": _K.AUTH,
    "billing_error": _K.CREDIT,
    "permission_error": _K.PERMISSION,
    "not_found_error": _K.NOT_FOUND,
    "request_too_large": _K.TOO_LARGE,
    "rate_limit_error": _K.RATE_LIMIT,
    "timeout_error": _K.TIMEOUT,
    "overloaded_error": _K.OVERLOADED,
    "api_error": _K.SERVER,
}
_LIMIT_CODES = frozenset({"contract_spend_limit_reached", "enforced_spend_limit_reached"})


def make_endpoint(account: Account, base_url: str, label: str) -> Endpoint:
    """Bind an account's key to its base address. Raises ``UsageError`` for an unusable key."""
    secrets: dict[str, str] = {}
    if account.key:
        if not account.key.isascii() or not account.key.isprintable() or " " in account.key:
            raise UsageError(
                f"The key for {label} holds characters that no key has.",
                "Copy the key again from the provider's page.",
            )
        secrets["Authorization"] = f"Bearer {account.key}"
    return Endpoint(base_url, label, read_error, secrets, {_VERSION_HEADER: VERSION})


def for_sampling(endpoint: Endpoint) -> Endpoint:
    """The same endpoint under the version that takes sampling parameters."""
    return replace(endpoint, headers={_VERSION_HEADER: SAMPLING_VERSION})


def read_error(reply: ErrorReply, label: str) -> ProviderError:
    """Map ``{"type": "error", "error": {type, message, details}}`` to a meaning."""
    document = as_dict(reply.document)
    error = as_dict(document.get("error"))
    if not error:
        return status_error(reply, label)
    message = as_text(error.get("message"))
    parameter, colon, _ = message.partition(":")
    is_name = bool(colon) and parameter.replace("_", "").replace(".", "").isalnum()
    kind = _kind(error, kind_of_status(reply.status))
    return status_error(
        reply,
        label,
        kind=kind,
        detail=reply.redact(message),
        code=_code(error),
        parameter=parameter if is_name and kind is _K.BAD_REQUEST else None,
        provider_answered=True,
    )


def read_stream_error(endpoint: Endpoint, event: Mapping[str, Any]) -> ProviderError | None:
    """The error inside an event of a stream that began as a success, if it holds one."""
    error = as_dict(event.get("error"))
    if not error:
        return None
    kind = _kind(error, _K.SERVER)
    message = endpoint.redact(as_text(error.get("message")))
    return ProviderError(
        kind,
        f"{endpoint.label} stopped in the middle of the answer. It says: {message or kind}",
        SENTENCES.get(kind, SENTENCES[_K.SERVER])[1],
        provider_code=_code(error),
        provider_answered=True,
    )


async def list_models(
    http: HttpRoom, endpoint: Endpoint, *, attempts: int = ATTEMPTS
) -> list[Listed]:
    """Every model that the account may use, page by page."""
    found: list[Listed] = []
    after = ""
    for _ in range(_PAGES):
        cursor = f"&after_id={quote(after, safe='')}" if after else ""
        path = f"/v1/models?limit={_PAGE}{cursor}"
        page = as_dict(await http.get_json(endpoint, path, attempts=attempts))
        entries = (read_listed(entry) for entry in as_list(page.get("data")))
        found += [entry for entry in entries if entry is not None]
        following = as_text(page.get("last_id"))
        if page.get("has_more") is not True or not following or following == after:
            break
        after = following
    return found


async def count_tokens(http: HttpRoom, endpoint: Endpoint, payload: Mapping[str, Any]) -> int:
    """How many tokens a request has; free. Raises ``ProviderError``."""
    ignored = ("max_tokens", "stream", "stop_sequences", "metadata", "service_tier", "speed")
    counted = {name: value for name, value in payload.items() if name not in ignored}

    async def ask() -> int:
        path = "/v1/messages/count_tokens"
        async with http.request(endpoint, "POST", path, json=counted) as reply:
            count = as_count(as_dict(await reply.json()).get("input_tokens"))
            if count is None:
                raise reply.malformed("it holds no count")
            return count

    return await http.retrying(ask, 2)


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
    count = sum(not model.is_retired for model in models)
    noun = "model" if count == 1 else "models"
    return KeyStatus(works=True, message=f"Works. {count} {noun} available.", model_count=count)


def _code(error: Mapping[str, Any]) -> str | None:
    detail = as_text(as_dict(error.get("details")).get("error_code"))
    return detail or as_text(error.get("type")) or None


def _kind(error: Mapping[str, Any], fallback: ProviderErrorKind) -> ProviderErrorKind:
    if _code(error) in _LIMIT_CODES:
        return _K.CREDIT
    kind = _KINDS.get(as_text(error.get("type")), fallback)
    message = as_text(error.get("message")).lower()
    if kind is _K.NOT_FOUND and any(word in message for word in ("retired", "deprecated")):
        return _K.RETIRED
    if kind is _K.BAD_REQUEST and "prompt is too long" in message:
        return _K.TOO_LARGE
    return kind
