"""Connection to Google's generative API: versions, errors, usage, model list, key check."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from mediadesk.domain.errors import (
    InvalidParameterError,
    ProviderError,
    ProviderErrorKind,
    UsageError,
)
from mediadesk.domain.generation import Usage
from mediadesk.providers.base import Account, KeyStatus, ProviderRequest
from mediadesk.providers.google.models import api_version
from mediadesk.providers.network.endpoint import Endpoint, ErrorReply, Limits
from mediadesk.providers.network.http import ATTEMPTS, HttpRoom
from mediadesk.providers.network.http_reply import Reply
from mediadesk.providers.network.json_reply import as_count, as_dict, as_list, as_text
from mediadesk.providers.network.policy import check_base_url
from mediadesk.providers.network.status_errors import SENTENCES, kind_of_status, status_error

DEFAULT_BASE_URL = "https://generativelanguage.googleapis.com"
RESULT_HOSTS = (
    *("generativelanguage.googleapis.com", "storage.googleapis.com", ".googleusercontent.com"),
)
_PAGES = 20
_PAGE = 1000
_K = ProviderErrorKind
_STATUSES: Mapping[str, ProviderErrorKind] = {
    "UNAUTHENTICATED": _K.AUTH,
    "PERMISSION_DENIED": _K.PERMISSION,
    "NOT_FOUND": _K.NOT_FOUND,
    "RESOURCE_EXHAUSTED": _K.RATE_LIMIT,
    "UNAVAILABLE": _K.OVERLOADED,
    "DEADLINE_EXCEEDED": _K.TIMEOUT,
    "INTERNAL": _K.SERVER,
}
_KEY_REASONS = frozenset({"API_KEY_INVALID", "API_KEY_EXPIRED", "API_KEY_SERVICE_BLOCKED"})
_NO_CREDIT = re.compile(r"limit: 0\b|credits? (?:are|is) depleted|spend(?:ing)? cap|prepay", re.I)
_RETIRED = re.compile(r"no longer available|has been (?:retired|shut down)|deprecated", re.I)
_SECONDS = re.compile(r"(\d+(?:\.\d+)?)s")
_beta_only: set[tuple[str, str]] = set()
"""Base address and model: what turned out to be served under the beta version alone."""


def make_endpoint(account: Account, label: str, default_url: str = DEFAULT_BASE_URL) -> Endpoint:
    """Bind an account's key to its base address. Raises ``UsageError`` for what cannot work."""
    base_url = check_base_url(account.base_url or default_url)
    for version in ("/v1", "/v1beta"):
        # the version is part of every path here, so an address that ends with it means the same
        base_url = base_url.removesuffix(version)
    secrets: dict[str, str] = {}
    if account.key:
        if not account.key.isascii() or not account.key.isprintable() or " " in account.key:
            raise UsageError(
                f"The key for {label} holds characters that no key has.",
                "Copy the key again from the provider's page.",
            )
        secrets["x-goog-api-key"] = account.key
    return Endpoint(base_url, label, read_error, secrets)


@asynccontextmanager
async def post_to_model(
    http: HttpRoom,
    endpoint: Endpoint,
    model_id: str,
    method: str,
    payload: Mapping[str, Any],
    limits: Limits,
) -> AsyncIterator[Reply]:
    """Send one billable request to a model, under the version that serves it.

    Where the first version does not know the model, a reading call asks the other one before the
    request goes there: a refused request is never simply sent again. Raises ``ProviderError``.
    """
    version = "v1beta" if (endpoint.base_url, model_id) in _beta_only else api_version(model_id)
    async with AsyncExitStack() as stack:
        try:
            path = _model_path(version, model_id, method)
            reply = await stack.enter_async_context(
                http.post(endpoint, path, json=payload, limits=limits)
            )
        except ProviderError as error:
            is_unknown = error.kind is _K.NOT_FOUND and error.provider_answered
            if version != "v1" or not is_unknown or not await _is_beta(http, endpoint, model_id):
                raise
            path = _model_path("v1beta", model_id, method)
            reply = await stack.enter_async_context(
                http.post(endpoint, path, json=payload, limits=limits)
            )
        yield reply


def read_error(reply: ErrorReply, label: str) -> ProviderError:
    """Map ``{"error": {code, message, status, details}}`` and plain statuses to a meaning."""
    error = _error_object(reply.document)
    if not error:
        return status_error(reply, label)
    message = as_text(error.get("message"))
    details = [as_dict(detail) for detail in as_list(error.get("details"))]
    wait_s = reply.retry_after_s
    for detail in details:
        if match := _SECONDS.fullmatch(as_text(detail.get("retryDelay"))):
            wait_s = float(match[1])
    return status_error(
        replace(reply, retry_after_s=wait_s),
        label,
        kind=_kind(error, details, kind_of_status(reply.status)),
        detail=reply.redact(message),
        code=_code(error, details),
        parameter=_parameter(details),
        provider_answered=True,
    )


def read_stream_error(endpoint: Endpoint, document: Mapping[str, Any]) -> ProviderError | None:
    """The error inside an event of a stream that began as a success, if it holds one."""
    error = _error_object(document)
    if not error:
        return None
    details = [as_dict(detail) for detail in as_list(error.get("details"))]
    kind = _kind(error, details, _K.SERVER)
    message = endpoint.redact(as_text(error.get("message")))
    return ProviderError(
        kind,
        f"{endpoint.label} stopped in the middle of the answer. It says: {message or kind}",
        SENTENCES.get(kind, SENTENCES[_K.SERVER])[1],
        provider_code=_code(error, details),
        provider_answered=True,
    )


def read_usage(value: object) -> Usage:
    """Tokens from ``usageMetadata``; thinking is counted apart there and billed as output.

    Pictures have a rate of their own, so their tokens are read from the details by modality.
    """
    usage = as_dict(value)
    prompt = as_count(usage.get("promptTokenCount"))
    answer = as_count(usage.get("candidatesTokenCount"))
    thoughts = as_count(usage.get("thoughtsTokenCount"))
    output = None if answer is None and thoughts is None else (answer or 0) + (thoughts or 0)
    return Usage(
        input_tokens=prompt,
        cached_input_tokens=as_count(usage.get("cachedContentTokenCount")),
        output_tokens=output,
        reasoning_tokens=thoughts,
        image_output_tokens=picture_tokens(usage.get("candidatesTokensDetails"), "tokenCount"),
    )


def picture_tokens(details: object, count: str) -> int | None:
    """The tokens of pictures in a list by modality; ``count`` names the number in its entries.

    None where the reply tells no modality.
    """
    entries = [as_dict(entry) for entry in as_list(details)]
    if not entries:
        return None
    pictures = [one for one in entries if as_text(one.get("modality")).casefold() == "image"]
    return sum(as_count(one.get(count)) or 0 for one in pictures)


def with_extra(
    payload: dict[str, Any], request: ProviderRequest, reserved: frozenset[str]
) -> dict[str, Any]:
    """Add the user's extra fields; an object is merged into the one of the same name.

    Raises ``InvalidParameterError`` for a field that the form owns.
    """
    merged = dict(payload)
    for name, value in request.extra.items():
        if name in reserved:
            raise InvalidParameterError(
                name,
                f"“{name}” cannot be an extra parameter: it decides price or kind of the answer.",
                "Set it in the form, or leave it out.",
            )
        base = merged.get(name)
        if isinstance(base, dict) and isinstance(value, dict):
            taken = sorted(set(base) & set(value))
            if taken:
                raise InvalidParameterError(
                    name, f"“{name}.{taken[0]}” is set in the form already.", "Leave it out."
                )
            merged[name] = {**base, **value}
        else:
            merged[name] = value
    return merged


async def list_models(
    http: HttpRoom, endpoint: Endpoint, versions: Sequence[str], *, attempts: int = ATTEMPTS
) -> list[str]:
    """Ids of the models that can generate, under all ``versions``, page by page."""
    found: list[str] = []
    for position, version in enumerate(versions):
        try:
            found += await _list_version(http, endpoint, version, attempts)
        except ProviderError as error:
            # a gateway may serve one version alone
            if position == 0 or error.kind is not _K.NOT_FOUND:
                raise
    return list(dict.fromkeys(found))


async def check_key(
    http: HttpRoom, endpoint: Endpoint, is_usable: Callable[[str], bool]
) -> KeyStatus:
    """Read the model list; ``ProviderError`` where the answer says nothing about the key."""
    try:
        listed = await list_models(http, endpoint, ("v1",), attempts=2)
    except ProviderError as error:
        if error.kind is _K.AUTH:
            return KeyStatus(works=False, message=error.message)
        if error.kind is _K.PERMISSION and error.provider_answered:
            return KeyStatus(works=True, message="The key works; it may not list models.")
        raise
    count = sum(is_usable(model_id) for model_id in listed)
    noun = "model" if count == 1 else "models"
    return KeyStatus(works=True, message=f"Works. {count} {noun} available.", model_count=count)


async def _list_version(
    http: HttpRoom, endpoint: Endpoint, version: str, attempts: int
) -> list[str]:
    found: list[str] = []
    token = ""
    for _ in range(_PAGES):
        cursor = f"&pageToken={quote(token, safe='')}" if token else ""
        path = f"/{version}/models?pageSize={_PAGE}{cursor}"
        page = as_dict(await http.get_json(endpoint, path, attempts=attempts))
        for entry in as_list(page.get("models")):
            methods = as_list(as_dict(entry).get("supportedGenerationMethods"))
            name = as_text(as_dict(entry).get("name")).removeprefix("models/")
            # the list does not name every method of the newer protocol
            if name and not (methods and all("embed" in str(one).lower() for one in methods)):
                found.append(name)
        following = as_text(page.get("nextPageToken"))
        if not following or following == token:
            break
        token = following
    return found


async def _is_beta(http: HttpRoom, endpoint: Endpoint, model_id: str) -> bool:
    """Whether the beta version alone serves a model, by reading calls."""
    if await _serves(http, endpoint, "v1", model_id):
        return False
    if not await _serves(http, endpoint, "v1beta", model_id):
        return False
    _beta_only.add((endpoint.base_url, model_id))
    return True


async def _serves(http: HttpRoom, endpoint: Endpoint, version: str, model_id: str) -> bool:
    try:
        await http.get_json(endpoint, _model_path(version, model_id), attempts=1)
    except ProviderError as error:
        # not knowing is no reason to send the request again
        return error.kind is not _K.NOT_FOUND and version == "v1"
    return True


def _model_path(version: str, model_id: str, method: str = "") -> str:
    path = f"/{version}/models/{quote(model_id, safe='')}"
    return f"{path}:{method}" if method else path


def _error_object(document: object) -> Mapping[str, Any]:
    if isinstance(document, list):  # a streamed call may wrap its error in a list
        document = document[0] if document else None
    error = as_dict(document).get("error")
    return {"message": error} if isinstance(error, str) else as_dict(error)


def _code(error: Mapping[str, Any], details: Sequence[Mapping[str, Any]]) -> str | None:
    reasons = [as_text(detail.get("reason")) for detail in details]
    named = [*reasons, as_text(error.get("status")), as_text(error.get("code"))]
    return next((code[:100] for code in named if code), None)


def _parameter(details: Sequence[Mapping[str, Any]]) -> str | None:
    for detail in details:
        for violation in as_list(detail.get("fieldViolations")):
            if field := as_text(as_dict(violation).get("field")):
                return field[:200]
    return None


def _kind(
    error: Mapping[str, Any], details: Sequence[Mapping[str, Any]], fallback: ProviderErrorKind
) -> ProviderErrorKind:
    message = as_text(error.get("message"))
    if any(as_text(detail.get("reason")) in _KEY_REASONS for detail in details):
        return _K.AUTH
    status = (as_text(error.get("status")) or as_text(error.get("code"))).upper()
    kind = _STATUSES.get(status, fallback)
    if "api key not valid" in message.lower():
        return _K.AUTH
    if kind is _K.RATE_LIMIT and (_NO_CREDIT.search(message) or _is_zero_quota(details)):
        return _K.CREDIT
    if kind is _K.NOT_FOUND and _RETIRED.search(message):
        return _K.RETIRED
    if kind is _K.BAD_REQUEST and "payload size exceeds" in message:
        return _K.TOO_LARGE
    return kind


def _is_zero_quota(details: Sequence[Mapping[str, Any]]) -> bool:
    violations = (as_dict(one) for detail in details for one in as_list(detail.get("violations")))
    return any(str(violation.get("quotaValue", "")) == "0" for violation in violations)
