"""fal's queue: submit once, poll, fetch, cancel; and find a run again whose answer was lost."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

from mediadesk.domain.errors import (
    Billed,
    InvalidParameterError,
    ProviderError,
    ProviderErrorKind,
)
from mediadesk.domain.generation import GenerationType, RemoteJob
from mediadesk.domain.remote import RemoteItem, RemoteItemKind
from mediadesk.providers.base import (
    CancelOutcome,
    GenerationContext,
    GenerationResult,
    ProviderRequest,
)
from mediadesk.providers.fal.api import FalService, failed_job_error, with_headers
from mediadesk.providers.fal.facts import OWNED
from mediadesk.providers.fal.models import QUEUE_PARAMETERS
from mediadesk.providers.fal.results import fetch_results
from mediadesk.providers.fal.uploads import Uploader
from mediadesk.providers.network.endpoint import QUICK, Limits
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.json_reply import as_count, as_dict, as_list, as_text
from mediadesk.providers.replies.job_errors import after_acceptance

_K = ProviderErrorKind
_SUBMIT = Limits(120, QUICK.between_s, 300, QUICK.body_bytes)
_GIVE_UP_S = {GenerationType.IMAGE: 900.0, GenerationType.AUDIO: 900.0}
_LONGEST_S = 3600.0
_LOST = frozenset({_K.TIMEOUT, _K.NETWORK, _K.INTERRUPTED})
_LOOK_UPS = 3
_LOOK_UP_PAUSE_S = 5.0
_QUEUE_NAMES = frozenset(spec.name for spec in QUEUE_PARAMETERS)
_PERCENT = re.compile(r"(\d{1,3})%")
_ENDPOINT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{2,199}")
_PRICED = frozenset({"image_size", "resolution", "duration", "num_frames", *OWNED})


async def arguments_of(
    http: HttpRoom, service: FalService, request: ProviderRequest, context: GenerationContext
) -> dict[str, Any]:
    """The JSON of one job: prompt, parameters, inputs as addresses, extra fields."""
    facts = request.model.facts
    arguments: dict[str, Any] = {}
    if prompt := as_text(facts.get("prompt")) or ("" if facts.get("fields") else "prompt"):
        arguments[prompt] = request.prompt
    kinds = {as_text(f.get("name")): as_text(f.get("as")) for f in map(as_dict, _fields(facts))}
    for name, value in request.parameters.items():
        if name not in _QUEUE_NAMES:
            _put(arguments, name, _as_sent(value, kinds.get(name, "")))
    if count := as_text(facts.get("count")):
        arguments[count] = request.result_count
    uploader = Uploader(http, service, context)
    for told in map(as_dict, as_list(facts.get("roles"))):
        given = [item for item in request.inputs if item.role == told.get("name")]
        addresses = [await uploader.address(item) for item in given]
        if addresses:
            is_many = told.get("many") is True
            arguments[as_text(told.get("field"))] = addresses if is_many else addresses[0]
    return _with_extra(arguments, request)


async def run_job(
    http: HttpRoom, service: FalService, request: ProviderRequest, context: GenerationContext
) -> GenerationResult:
    """Submit one job, wait for it, fetch its results. Raises ``ProviderError``."""
    endpoint_id = request.model.id
    if not _ENDPOINT.fullmatch(endpoint_id) or ".." in endpoint_id or "//" in endpoint_id:
        raise InvalidParameterError(
            "model",
            f"“{endpoint_id[:80]}” is no endpoint of fal.",
            "Write it like fal-ai/flux/dev.",
        )
    arguments = await arguments_of(http, service, request, context)
    queue = with_headers(service.queue, _queue_headers(request))
    began = datetime.now(UTC)
    await context.submitting()
    try:
        async with http.post(queue, f"/{endpoint_id}", json=arguments, limits=_SUBMIT) as reply:
            document = as_dict(await reply.json())
            request_id = as_text(document.get("request_id"))
            if not request_id or len(request_id) > 200:
                raise reply.malformed("it names no job")
        job = _job(endpoint_id, request_id, document)
    except ProviderError as error:
        found = await _find_lost(http, service, endpoint_id, arguments, began, context, error)
        if found is None:
            raise
        job = found
    await context.accepted(job, RemoteItem(RemoteItemKind.JOB, job.id))
    return await follow_job(http, service, job, request, context)


async def follow_job(
    http: HttpRoom,
    service: FalService,
    job: RemoteJob,
    request: ProviderRequest,
    context: GenerationContext,
) -> GenerationResult:
    """Poll an accepted job to its end and fetch its results. Raises ``ProviderError``."""
    waited = 0.0
    while True:
        with after_acceptance():
            status = as_dict(await http.get_json(service.queue, _url(service, job, "status")))
        state = as_text(status.get("status"))
        if state == "COMPLETED":
            break
        if state not in ("IN_QUEUE", "IN_PROGRESS"):
            raise _unknown_state(service, state)
        if waited >= _GIVE_UP_S.get(request.type, _LONGEST_S):
            raise ProviderError(
                _K.INTERRUPTED,
                f"{service.queue.label} has not finished this run yet.",
                "Look it up again later.",
                request_id=job.id,
            )
        await context.progress(*_progress(status, state))
        pause = 1.0 if waited < 10 else 2.0 if waited < 60 else 5.0
        await context.sleep(pause)
        waited += pause
    document = await _result(http, service, job, status)
    with after_acceptance():
        return await fetch_results(http, service, document, request, context, job.id)


async def cancel_job(http: HttpRoom, service: FalService, job: RemoteJob) -> CancelOutcome:
    """Take a job out of the queue; one that runs is asked to stop, and may still be charged."""
    try:
        async with http.request(service.queue, "PUT", _url(service, job, "cancel")) as reply:
            state = as_text(as_dict(await reply.json()).get("status")).upper()
    except ProviderError as error:
        is_done = error.status == 400 and "ALREADY_COMPLETED" in error.message.upper()
        return CancelOutcome.CHARGED if is_done else CancelOutcome.UNKNOWN
    if state == "ALREADY_COMPLETED":
        return CancelOutcome.CHARGED
    return CancelOutcome.FREE if state in ("OK", "CANCELLED") else CancelOutcome.UNKNOWN


async def _result(
    http: HttpRoom, service: FalService, job: RemoteJob, status: Mapping[str, Any]
) -> Mapping[str, Any]:
    """The model's own answer. Its status code is the model's, not the queue's."""
    label = service.queue.label
    try:
        return as_dict(
            await http.get_json(service.queue, _url(service, job, "response"), attempts=2)
        )
    except ProviderError as error:
        code = as_text(status.get("error_type"))
        words = service.queue.redact(as_text(status.get("error")))
        if error.kind in (_K.NOT_FOUND, _K.EXPIRED):
            kept = await _kept_payload(http, service, job)
            if kept is not None:
                return kept
            raise ProviderError(
                _K.EXPIRED,
                f"{label} no longer keeps this result.",
                "Generate it again.",
                request_id=job.id,
            ) from None
        if words or code:
            raise failed_job_error(label, words, code) from None
        if error.kind in (_K.AUTH, _K.PERMISSION, _K.RATE_LIMIT):
            error.billed = Billed.UNKNOWN
        elif error.status is not None and error.status >= 500 and error.provider_answered:
            error.billed = Billed.FREE  # fal does not charge for failures of its own
        raise


async def _find_lost(
    http: HttpRoom,
    service: FalService,
    endpoint_id: str,
    arguments: Mapping[str, Any],
    began: datetime,
    context: GenerationContext,
    error: ProviderError,
) -> RemoteJob | None:
    """The job of a request whose answer was lost: same endpoint, same arguments, sent just now.

    Two that fit are no answer. Never sends the request again.
    """
    if not error.sent or error.kind not in _LOST:
        return None
    since = quote((began - timedelta(seconds=60)).isoformat(timespec="seconds"), safe="")
    path = (
        f"/v1/models/requests/by-endpoint?endpoint_id={quote(endpoint_id, safe='')}"
        f"&start={since}&expand=payloads"
    )
    for _ in range(_LOOK_UPS):
        try:
            document = as_dict(await http.get_json(service.platform, path, attempts=2))
        except ProviderError:
            return None
        entries = map(as_dict, _items(document))
        found = {
            as_text(entry.get("request_id"))
            for entry in entries
            if as_dict(entry.get("json_input")) == arguments
        } - {""}
        if len(found) == 1:
            return _job(endpoint_id, found.pop(), {})
        if found:
            return None
        await context.sleep(_LOOK_UP_PAUSE_S)
    return None


async def _kept_payload(
    http: HttpRoom, service: FalService, job: RemoteJob
) -> Mapping[str, Any] | None:
    """The answer of a job whose queue entry is gone, where payloads are stored."""
    endpoint_id = as_text(job.data.get("endpoint_id"))
    path = (
        f"/v1/models/requests/by-endpoint?endpoint_id={quote(endpoint_id, safe='')}"
        f"&request_id={quote(job.id, safe='')}&expand=payloads"
    )
    try:
        document = as_dict(await http.get_json(service.platform, path, attempts=2))
    except ProviderError:
        return None
    for entry in map(as_dict, _items(document)):
        if entry.get("request_id") == job.id and as_dict(entry.get("json_output")):
            return as_dict(entry["json_output"])
    return None


def _items(document: Mapping[str, Any]) -> list[Any]:
    return as_list(document.get("items")) or as_list(document.get("requests"))


def _job(endpoint_id: str, request_id: str, document: Mapping[str, Any]) -> RemoteJob:
    urls = {
        name: url
        for name in ("status", "response", "cancel")
        if (url := as_text(document.get(f"{name}_url")))
    }
    return RemoteJob(request_id, urls, {"endpoint_id": endpoint_id})


def _url(service: FalService, job: RemoteJob, name: str) -> str:
    """The address that the submission named, else the documented one: owner and app alone."""
    owner_and_app = "/".join(as_text(job.data.get("endpoint_id")).split("/")[:2])
    base = f"/{owner_and_app}/requests/{quote(job.id, safe='')}"
    tail = {"status": "/status", "cancel": "/cancel"}.get(name, "")
    url = job.urls.get(name) or base + tail
    if name == "status":
        url += ("&" if "?" in url else "?") + "logs=true"
    return service.queue.url(url)


def _progress(status: Mapping[str, Any], state: str) -> tuple[float | None, str]:
    if state == "IN_QUEUE":
        ahead = as_count(status.get("queue_position"))
        return None, f"Waiting at fal, {ahead} ahead" if ahead else "Waiting at fal"
    for entry in reversed(as_list(status.get("logs"))[-20:]):
        found = _PERCENT.search(as_text(as_dict(entry).get("message")))
        if found is not None:
            return min(100, int(found.group(1))) / 100, "Rendering"
    return None, "Rendering"


def _unknown_state(service: FalService, state: str) -> ProviderError:
    return ProviderError(
        _K.MALFORMED,
        f"{service.queue.label} told an unknown state: {service.queue.redact(state)[:40]}.",
        "Look up the result at the provider.",
    )


def _queue_headers(request: ProviderRequest) -> dict[str, str]:
    values = request.parameters
    headers: dict[str, str] = {}
    if priority := values.get("queue_priority"):
        headers["X-Fal-Queue-Priority"] = str(priority)
    if timeout := values.get("start_timeout"):
        headers["X-Fal-Request-Timeout"] = str(float(timeout))
    if lifetime := values.get("media_lifetime"):
        told = f'{{"expiration_duration_seconds": {int(lifetime)}}}'
        headers["X-Fal-Object-Lifecycle-Preference"] = told
    if "store_payload" in values:
        headers["X-Fal-Store-IO"] = "1" if values["store_payload"] else "0"
    return headers


def _fields(facts: Mapping[str, Any]) -> list[Any]:
    return as_list(facts.get("fields"))


def _as_sent(value: object, kind: str) -> object:
    if kind == "integer":
        return int(str(value))
    return f"{value}s" if kind == "seconds" else value


def _put(arguments: dict[str, Any], name: str, value: object) -> None:
    """Set an argument; a dot in its name leads into an object."""
    first, _, rest = name.partition(".")
    if rest:
        arguments[first] = {**as_dict(arguments.get(first)), rest: value}
    else:
        arguments[name] = value


def _with_extra(arguments: dict[str, Any], request: ProviderRequest) -> dict[str, Any]:
    is_priced = bool(request.model.pricing.prices)
    for name in request.extra:
        if name in OWNED or (is_priced and name in _PRICED):
            raise InvalidParameterError(
                name,
                f"“{name}” cannot be an extra parameter: it decides price or kind of the answer.",
                "Set it in the form, or leave it out.",
            )
    return {**arguments, **request.extra}
