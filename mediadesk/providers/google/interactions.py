"""Google's Interactions: video, music, speech files, and jobs that go on without us.

``interact`` sends once; with ``background`` the job is committed before the first poll and
``resume`` picks it up after a restart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from mediadesk.domain.errors import Billed, ProviderError, ProviderErrorKind
from mediadesk.domain.generation import FinishReason, GenerationType, RemoteJob, Usage
from mediadesk.domain.remote import RemoteItem, RemoteItemKind
from mediadesk.providers.base import (
    CancelOutcome,
    GenerationContext,
    GenerationResult,
    ProviderRequest,
)
from mediadesk.providers.google.api import picture_tokens
from mediadesk.providers.google.files import (
    RemoteFiles,
    download_address,
    state_address,
    stored_file,
)
from mediadesk.providers.network.endpoint import IMAGE, Endpoint
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.http_reply import Reply
from mediadesk.providers.network.json_reply import as_count, as_dict, as_list, as_text
from mediadesk.providers.network.policy import DownloadPolicy
from mediadesk.providers.network.remote_items import delete_remote
from mediadesk.providers.replies.held_media import HeldMedia, keep_what_came, read_held, sample_rate
from mediadesk.providers.replies.job_errors import after_acceptance
from mediadesk.providers.replies.media_download import download, is_at

_DATA = ("steps", None, "content", None, "data")
_ID = re.compile(r"[A-Za-z0-9_.~-]{1,300}")
_POLL_S = 10.0
_FILE_POLL_S = 5.0
_PATIENCE_S: Mapping[GenerationType, float] = {GenerationType.VIDEO: 3600.0}
_SHORT_PATIENCE_S = 900.0
_LIFETIME = timedelta(days=55)
"""How long a stored interaction is kept at most; with a free key it is one day."""
_RUNNING = {"queued": "Queued", "in_progress": "Working"}
_ENDED = frozenset({"completed", "failed", "cancelled", "incomplete", "budget_exceeded"})
"""States in which nothing more will come; another one says nothing about money."""
_BLOCKED = re.compile(r"safety|block|prohibit|policy|refus|recitation|rai_", re.IGNORECASE)
_MIMES = {
    GenerationType.IMAGE: "image/png",
    GenerationType.AUDIO: "audio/mpeg",
    GenerationType.VIDEO: "video/mp4",
}


@dataclass(frozen=True, slots=True)
class Connection:
    """Where a call goes: the room, the endpoint, and which result addresses are opened."""

    http: HttpRoom
    endpoint: Endpoint
    policy: DownloadPolicy


async def interact(
    connection: Connection,
    request: ProviderRequest,
    context: GenerationContext,
    payload: Mapping[str, Any],
    files: RemoteFiles,
    version: str = "v1",
) -> GenerationResult:
    """Create one interaction and deliver what it makes. Raises ``ProviderError``."""
    http, endpoint = connection.http, connection.endpoint
    reader = _Reader(connection, request, context)
    await context.submitting()
    async with http.post(endpoint, f"/{version}/interactions", json=payload, limits=IMAGE) as reply:
        document = await reader.read(reply, _inline_count(payload))
    if not payload.get("background"):
        result = await reader.result(document)
        await files.delete(context)
        return result
    job_id = as_text(document.get("id"))
    if not _ID.fullmatch(job_id):
        raise reply.malformed("it names no job")
    uploads: list[Any] = list(files.names)
    job = RemoteJob(job_id, data={"version": version, "uploads": uploads})
    await context.accepted(job, _item(job))
    return await _follow(reader, job, document)


async def resume(
    connection: Connection, job: RemoteJob, request: ProviderRequest, context: GenerationContext
) -> GenerationResult:
    """Go on with an accepted interaction; never submits again. Raises ``ProviderError``."""
    reader = _Reader(connection, request, context)
    return await _follow(reader, job, {"status": "queued"}, pause_s=0.0)


async def cancel(connection: Connection, job: RemoteJob) -> CancelOutcome:
    """Stop an interaction. What it cost so far is told only where it had already ended."""
    path = f"{_path(job)}/cancel"
    async with connection.http.request(connection.endpoint, "POST", path) as reply:
        document = as_dict(await reply.json())
    if document.get("status") == "completed":
        return CancelOutcome.CHARGED
    return CancelOutcome.UNKNOWN


async def look_up(connection: Connection, job: RemoteJob) -> RemoteJob | None:
    """The job if it is still known there."""
    try:
        await connection.http.get_json(connection.endpoint, f"{_path(job)}?stream=false")
    except ProviderError as error:
        if error.kind is ProviderErrorKind.NOT_FOUND:
            return None
        raise
    return job


async def _follow(
    reader: _Reader, job: RemoteJob, document: Mapping[str, Any], pause_s: float = _POLL_S
) -> GenerationResult:
    """Poll until the job ends; then fetch. A job that is gone has expired."""
    http, endpoint, context = reader.http, reader.endpoint, reader.context
    waited, patience = 0.0, _PATIENCE_S.get(reader.type, _SHORT_PATIENCE_S)
    with after_acceptance():
        while (status := as_text(document.get("status"))) in _RUNNING:
            if waited > patience:
                raise ProviderError(
                    ProviderErrorKind.TIMEOUT,
                    f"{endpoint.label} has been working for {patience / 60:.0f} minutes.",
                    "Look up the result later.",
                )
            await context.progress(None, _RUNNING[status])
            if pause_s:
                await context.sleep(pause_s)
            waited, pause_s = waited + pause_s, _POLL_S
            document = await reader.poll(f"{_path(job)}?stream=false")
        result = await reader.result(document)
    uploads = [name for name in as_list(job.data.get("uploads")) if isinstance(name, str)]
    await RemoteFiles(http, endpoint, uploads).delete(context)
    return result


async def forget(connection: Connection, item: RemoteItem) -> None:
    """Delete a stored interaction. Raises ``ProviderError``."""
    await delete_remote(connection.http, connection.endpoint, _path(item))


def _item(job: RemoteJob) -> RemoteItem:
    return RemoteItem(
        RemoteItemKind.JOB,
        job.id,
        expires_at=datetime.now(UTC) + _LIFETIME,
        data={"version": job.data.get("version")},
    )


def _path(job: RemoteJob | RemoteItem) -> str:
    version = "v1beta" if job.data.get("version") == "v1beta" else "v1"
    if not _ID.fullmatch(job.id):
        raise ProviderError(ProviderErrorKind.EXPIRED, "The job's id is not one of Google's.")
    return f"/{version}/interactions/{job.id}"


class _Reader:
    """Reads interactions of one call; media inside them go straight into sinks."""

    def __init__(
        self, connection: Connection, request: ProviderRequest, context: GenerationContext
    ) -> None:
        self.http = connection.http
        self.endpoint = connection.endpoint
        self.context = context
        self.type = request.type
        self._policy = connection.policy
        self._request = request
        self._held: HeldMedia | None = None
        self._reply: Reply | None = None
        self._is_cut = False
        self._repeated = 0

    async def poll(self, path: str) -> Mapping[str, Any]:
        """Read an interaction again. Inputs that it repeats each time are written only once."""
        passed_over = self._repeated
        document = await self._get(path)
        if self._repeated < passed_over:
            # what was passed over may be a result: this answer repeats no inputs
            self._repeated = 0
            document = await self._get(path)
        return document

    async def read(self, reply: Reply, given: int | None = None) -> Mapping[str, Any]:
        """Read one interaction as it stands now.

        ``given``: how many media the request brought, where its answer cannot be read again. Of one
        that is cut, more than may be those is kept.
        """
        self._reply = reply
        mime = _MIMES.get(self.type, "")
        self._held = HeldMedia(self.context, mime, reply, skips=self._repeated)
        try:
            document = await read_held(reply, _DATA, self._held)
        except ProviderError as error:
            may_be_input = given is None or len(self._held.whole) <= given
            if may_be_input or not await keep_what_came(error, self._held):
                raise
            self._is_cut = True
            return {"status": "completed"}
        self._repeated = _repeated_count(document)
        return document

    async def result(self, document: Mapping[str, Any]) -> GenerationResult:
        """Deliver an interaction that has ended. Raises ``ProviderError`` where it failed."""
        if self._is_cut:
            return GenerationResult(finish_reason=FinishReason.INTERRUPTED)
        status = as_text(document.get("status"))
        contents = _contents(document)
        count = await self._keep_inline(document, contents)
        if count == 0:
            count = await self._fetch(contents)
        words = "".join(_words(contents)).strip()
        if count == 0 and (status != "completed" or _errors(document) or not words):
            raise self._failure(document, status)
        finish = FinishReason.COMPLETE if status == "completed" else FinishReason.TRUNCATED
        return GenerationResult(
            texts=(words,) if words else (),
            finish_reason=finish,
            usage=_usage(document, self._request),
            request_id=as_text(document.get("id"))[:200] or None,
            missing="" if count else "The model answered in words alone.",
        )

    async def _keep_inline(
        self, document: Mapping[str, Any], contents: list[Mapping[str, Any]]
    ) -> int:
        """Finish what the model made; media strings of other steps are its inputs."""
        if self._held is None:
            return 0
        numbers, rate, number = [], 24_000, 0
        for step in as_list(document.get("steps")):
            for content in as_list(as_dict(step).get("content")):
                if not _has_data(content):
                    continue
                if any(content is made for made in contents) and self._fits(content):
                    numbers.append(number)
                    rate = sample_rate(as_text(content.get("mime_type")))
                number += 1
        return await self._held.keep(numbers[: self._request.result_count], rate)

    async def _fetch(self, contents: list[Mapping[str, Any]]) -> int:
        """Download what lies in the file store or elsewhere."""
        addresses = [as_text(one.get("uri")) for one in contents if self._fits(one)]
        wanted = [address for address in addresses if address][: self._request.result_count]
        for number, uri in enumerate(wanted):
            await self.wait_until_stored(uri)
            await self.fetch(uri, number)
        return len(wanted)

    async def wait_until_stored(self, uri: str) -> None:
        """A file can be named before it is whole."""
        address = state_address(uri)
        if address is None or not is_at(address, self.endpoint):
            return
        for _ in range(120):
            file = as_dict(await self.http.get_json(self.endpoint, address))
            state = as_text(file.get("state")) or "ACTIVE"
            if state == "ACTIVE":
                return
            if state != "PROCESSING":
                break
            await self.context.progress(None, "Storing")
            await self.context.sleep(_FILE_POLL_S)
        raise ProviderError(
            ProviderErrorKind.MALFORMED,
            f"{self.endpoint.label} could not store the result.",
            "Look up the result at the provider.",
        )

    async def fetch(self, uri: str, number: int) -> None:
        """Copy one stored result into its sink."""
        if is_at(uri, self.endpoint) and (item := stored_file(uri)) is not None:
            await self.context.stays(item)
        await self.context.fetching()
        sink = await self.context.sink(number, _MIMES.get(self.type, ""))
        address = download_address(uri)
        await download(self.http, self.endpoint, address, sink, self._policy, with_key=True)

    async def _get(self, path: str) -> Mapping[str, Any]:
        async with self.http.request(self.endpoint, "GET", path, limits=IMAGE) as reply:
            return await self.read(reply)

    def _fits(self, content: Mapping[str, Any]) -> bool:
        return as_text(content.get("type")) == self.type.value

    def _failure(self, document: Mapping[str, Any], status: str) -> ProviderError:
        """Why nothing came. Where it counts no output it charged nothing."""
        told = [
            f"{as_text(error.get('code'))} {as_text(error.get('message'))}".strip()
            for error in _errors(document)
        ]
        message = self.endpoint.redact(" ".join(told))
        output = as_count(as_dict(document.get("usage")).get("total_output_tokens"))
        billed = Billed.CHARGED if output else Billed.FREE
        if status not in _ENDED or (status == "completed" and not told):
            assert self._reply is not None
            return self._reply.malformed("it holds no result")
        kind, sentence = ProviderErrorKind.SERVER, f"{self.endpoint.label} could not finish it."
        if status == "budget_exceeded":
            kind, sentence = ProviderErrorKind.CREDIT, f"{self.endpoint.label}: budget used up."
        elif status == "cancelled":
            billed, sentence = Billed.UNKNOWN, f"The job was cancelled at {self.endpoint.label}."
            kind = ProviderErrorKind.EXPIRED
        elif _BLOCKED.search(message):
            kind = ProviderErrorKind.BLOCKED
            sentence = f"{self.endpoint.label} refused this content."
        says = f" It says: {message}" if message else ""
        return ProviderError(
            kind,
            sentence + says,
            "Change the prompt or the inputs, then try again.",
            billed=billed,
            request_id=as_text(document.get("id"))[:200] or None,
            provider_answered=True,
        )


def _has_data(content: object) -> bool:
    return isinstance(as_dict(content).get("data"), str)


def _inline_count(payload: Mapping[str, Any]) -> int:
    """How many media travel inside a request."""
    steps = map(as_dict, as_list(payload.get("input")))
    return sum(_has_data(content) for step in steps for content in as_list(step.get("content")))


def _repeated_count(document: Mapping[str, Any]) -> int:
    """How many media at the beginning of an answer are inputs."""
    count = 0
    for step in map(as_dict, as_list(document.get("steps"))):
        if step.get("type") != "user_input":
            break
        count += sum(_has_data(content) for content in as_list(step.get("content")))
    return count


def _contents(document: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    steps = (as_dict(step) for step in as_list(document.get("steps")))
    made = (step for step in steps if step.get("type") == "model_output")
    return [as_dict(content) for step in made for content in as_list(step.get("content"))]


def _words(contents: list[Mapping[str, Any]]) -> list[str]:
    return [as_text(one.get("text")) for one in contents if one.get("type") == "text"]


def _errors(document: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    steps = (as_dict(step) for step in as_list(document.get("steps")))
    named = [as_dict(step.get("error")) for step in steps]
    errors = [as_dict(error) for error in as_list(document.get("errors"))]
    return [error for error in (*errors, *named) if error]


def _usage(document: Mapping[str, Any], request: ProviderRequest) -> Usage:
    usage = as_dict(document.get("usage"))
    answer = as_count(usage.get("total_output_tokens"))
    thoughts = as_count(usage.get("total_thought_tokens"))
    output = None if answer is None and thoughts is None else (answer or 0) + (thoughts or 0)
    seconds = request.parameters.get("duration")
    is_video = request.type is GenerationType.VIDEO and seconds is not None
    return Usage(
        input_tokens=as_count(usage.get("total_input_tokens")),
        cached_input_tokens=as_count(usage.get("total_cached_tokens")),
        output_tokens=output,
        reasoning_tokens=thoughts,
        image_output_tokens=picture_tokens(usage.get("output_tokens_by_modality"), "tokens"),
        seconds=float(seconds) if is_video and seconds is not None else None,
    )
