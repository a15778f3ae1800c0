"""What every fal call shares: addresses, key, errors. Used by the adapters that reach fal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote

from mediadesk.domain.errors import Billed, ProviderError, ProviderErrorKind, UsageError
from mediadesk.domain.money import format_usd
from mediadesk.domain.remote import RemoteItem
from mediadesk.providers.base import Account, KeyStatus
from mediadesk.providers.network.endpoint import Endpoint, ErrorReply
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.json_reply import as_dict, as_list, as_text
from mediadesk.providers.network.policy import DownloadPolicy, check_base_url
from mediadesk.providers.network.remote_items import delete_remote
from mediadesk.providers.network.status_errors import kind_of_status, status_error
from mediadesk.providers.replies.reported_money import usd_micro

QUEUE_URL = "https://queue.fal.run"
REST_URL = "https://rest.fal.ai"
PLATFORM_URL = "https://api.fal.ai"
RESULT_HOSTS = ("fal.media", ".fal.media")
CHEAPEST = "fal-ai/flux/schnell"
_K = ProviderErrorKind
_TYPES: Mapping[str, ProviderErrorKind] = {
    "content_policy_violation": _K.BLOCKED,
    "no_media_generated": _K.BLOCKED,
    "request_timeout": _K.TIMEOUT,
    "startup_timeout": _K.TIMEOUT,
    "generation_timeout": _K.TIMEOUT,
    "runner_scheduling_failure": _K.OVERLOADED,
    "authorization_error": _K.AUTH,
    "not_found": _K.NOT_FOUND,
    "rate_limited": _K.RATE_LIMIT,
    "server_error": _K.SERVER,
    "validation_error": _K.BAD_REQUEST,
    "internal_server_error": _K.SERVER,
    "downstream_service_error": _K.SERVER,
    "downstream_service_unavailable": _K.OVERLOADED,
}
_NO_CREDIT_WORDS = ("exhausted balance", "balance", "locked", "billing", "credit")


@dataclass(frozen=True, slots=True)
class FalService:
    """The addresses of one account: queue, uploads, platform; and where results may lie."""

    queue: Endpoint
    rest: Endpoint
    platform: Endpoint
    policy: DownloadPolicy


def make_service(account: Account, label: str) -> FalService:
    """Bind a key to fal's addresses; an own base address stands for all of them.

    Raises ``UsageError`` for an unusable key or address.
    """
    headers: dict[str, str] = {}
    if account.key:
        if not account.key.isascii() or not account.key.isprintable() or " " in account.key:
            raise UsageError(
                f"The key for {label} holds characters that no key has.",
                "Copy the key again from the provider's page.",
            )
        headers["Authorization"] = f"Key {account.key}"
    own = check_base_url(account.base_url) if account.base_url else None
    own = None if own == QUEUE_URL else own
    queue, rest, platform = (
        Endpoint(own or url, label, read_error, headers)
        for url in (QUEUE_URL, REST_URL, PLATFORM_URL)
    )
    return FalService(queue, rest, platform, DownloadPolicy(RESULT_HOSTS, queue.origin, label))


def with_headers(endpoint: Endpoint, headers: Mapping[str, str]) -> Endpoint:
    """The same endpoint with headers for one call."""
    return replace(endpoint, headers={**endpoint.headers, **headers})


def read_error(reply: ErrorReply, label: str) -> ProviderError:
    """Map the errors of models, of the infrastructure and of the platform to a meaning."""
    document = as_dict(reply.document)
    first = as_dict(next(iter(as_list(document.get("detail"))), None))
    platform = as_dict(document.get("error"))
    code = _first_text(first.get("type"), document.get("error_type"), platform.get("type"))
    code = code or reply.headers.get("x-fal-error-type", "")[:100]
    words = _first_text(
        first.get("msg"),
        document.get("detail"),
        platform.get("message"),
        document.get("error"),
        document.get("status"),
    )
    return status_error(
        reply,
        label,
        kind=_kind(reply.status, code, words),
        detail=reply.redact(words),
        code=code[:100] or None,
        parameter=_field(first),
        provider_answered=bool(words or code),
    )


def failed_job_error(label: str, words: str, code: str) -> ProviderError:
    """The error of a job that ended without a result; fal does not charge for its own failures."""
    kind = _TYPES.get(code, _K.SERVER)
    step = "Change the prompt or the inputs." if kind is _K.BLOCKED else "Try again."
    message = f"{label} could not finish this run."
    return ProviderError(
        kind,
        f"{message} It says: {words}" if words else message,
        step,
        provider_code=code or None,
        billed=Billed.UNKNOWN if kind is _K.BLOCKED else Billed.FREE,
        provider_answered=True,
    )


async def check_key(http: HttpRoom, service: FalService) -> KeyStatus:
    """Ask for one price, which needs a key and costs nothing."""
    path = f"/v1/models/pricing?endpoint_id={CHEAPEST}"
    try:
        document = as_dict(await http.get_json(service.platform, path, attempts=2))
    except ProviderError as error:
        if error.kind is _K.AUTH:
            return KeyStatus(works=False, message=error.message)
        if error.provider_answered and error.kind in (_K.PERMISSION, _K.CREDIT):
            return KeyStatus(works=True, message="The key works; it may not read prices.")
        raise
    count = len(as_list(document.get("prices")))
    left = await _credit(http, service)
    told = "Works." if left is None else f"Works. {format_usd(left)} left."
    return KeyStatus(works=True, message=told, model_count=count or None, credit_micro=left)


async def forget_run(http: HttpRoom, service: FalService, item: RemoteItem) -> None:
    """Delete what fal keeps of a run: its arguments, its answer, its results.

    Takes an admin key. Raises ``ProviderError``.
    """
    path = f"/v1/models/requests/{quote(item.id, safe='')}/payloads"
    try:
        await delete_remote(http, service.platform, path)
    except ProviderError as error:
        if error.kind in (_K.AUTH, _K.PERMISSION):
            error.next_step = "Deleting takes an admin key of fal; or delete it on fal's own page."
        raise


async def _credit(http: HttpRoom, service: FalService) -> int | None:
    """What is left on the account; only an admin key is told. In micro-USD."""
    path = "/v1/account/billing?expand=credits"
    try:
        document = as_dict(await http.get_json(service.platform, path, attempts=1))
    except ProviderError:
        return None
    credit = as_dict(document.get("credits"))
    is_usd = (as_text(credit.get("currency")) or "USD").upper() == "USD"
    return usd_micro(credit.get("current_balance")) if is_usd else None


def _kind(status: int, code: str, words: str) -> ProviderErrorKind:
    if status == 403 and any(word in words.lower() for word in _NO_CREDIT_WORDS):
        return _K.CREDIT
    if status == 401:
        return _K.AUTH
    return _TYPES.get(code, kind_of_status(status))


def _field(first: Mapping[str, Any]) -> str | None:
    """Which argument a refusal names: the last part of ``loc``."""
    names = [as_text(part) for part in as_list(first.get("loc")) if isinstance(part, str)]
    return names[-1][:100] if names and names[-1] != "body" else None


def _first_text(*values: object) -> str:
    return next((text for value in values if (text := as_text(value))), "")
