"""OpenRouter's chat: streamed text, pictures by chat models, sound by chat models."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from mediadesk.domain.errors import ProviderError
from mediadesk.domain.generation import FinishReason
from mediadesk.domain.parameters import ParameterValue
from mediadesk.providers.base import (
    GenerationContext,
    GenerationResult,
    ProviderInput,
    ProviderRequest,
    Turn,
)
from mediadesk.providers.network.endpoint import TEXT, Endpoint
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.http_reply import Reply
from mediadesk.providers.network.json_reply import as_dict, as_list, as_text
from mediadesk.providers.openai.api import read_usage
from mediadesk.providers.openrouter.api import (
    generation_cost,
    read_inner_error,
    reported_cost,
    with_extra,
)
from mediadesk.providers.openrouter.parameters import (
    REASONING_FIELDS,
    ROUTING_FIELDS,
    ROUTING_LISTS,
)
from mediadesk.providers.openrouter.prices import dearest_host
from mediadesk.providers.replies.media_reply import is_cut
from mediadesk.providers.replies.text_answer import THINKING, WRITING, TextAnswer, json_events

PATH = "/chat/completions"
BROKEN_OFF = "error"
FINISH: Mapping[str, FinishReason] = {
    "stop": FinishReason.COMPLETE,
    "length": FinishReason.TRUNCATED,
    "content_filter": FinishReason.REFUSED,
}
_AUDIO_FORMATS: Mapping[str, str] = {"audio/wav": "wav", "audio/mpeg": "mp3"}
_OWN_FIELDS = frozenset({"system_prompt", "stop", "json_answer"})


def fields(parameters: Mapping[str, ParameterValue]) -> dict[str, Any]:
    """Parameters as fields of the payload, with reasoning and routing in their own objects."""
    payload: dict[str, Any] = {}
    reasoning: dict[str, Any] = {}
    routing: dict[str, Any] = {}
    for name, value in parameters.items():
        if name in REASONING_FIELDS:
            reasoning[REASONING_FIELDS[name]] = value
        elif name in ROUTING_LISTS:
            names = [part.strip() for part in str(value).split(",")]
            routing[ROUTING_FIELDS[name]] = [part for part in names if part]
        elif name in ROUTING_FIELDS:
            routing[ROUTING_FIELDS[name]] = value
        elif name not in _OWN_FIELDS:
            payload[name] = value
    if stop := str(parameters.get("stop", "")).splitlines():
        payload["stop"] = [line for line in stop if line][:4]
    if parameters.get("json_answer"):
        payload["response_format"] = {"type": "json_object"}
    if reasoning:
        payload["reasoning"] = reasoning
    if routing:
        payload["provider"] = routing
    return payload


async def chat_payload(request: ProviderRequest) -> dict[str, Any]:
    """The JSON of one streamed answer; reads the inputs."""
    messages: list[dict[str, Any]] = []
    if system_prompt := request.parameters.get("system_prompt"):
        messages.append({"role": "system", "content": system_prompt})
    for turn in (*request.turns, Turn("user", request.prompt, request.inputs)):
        messages.append({"role": turn.role, "content": await content(turn)})
    payload: dict[str, Any] = {"model": request.model.id, "messages": messages, "stream": True}
    payload |= fields(request.parameters)
    if dearest := dearest_host(request.model.pricing):
        payload["provider"] = {**payload.get("provider", {}), "max_price": dearest}
    return with_extra(payload, request)


async def content(turn: Turn) -> str | list[dict[str, Any]]:
    """The words of a turn, with its inputs as parts."""
    if not turn.inputs:
        return turn.text
    parts: list[dict[str, Any]] = [{"type": "text", "text": turn.text}]
    parts += [await _part(item) for item in turn.inputs]
    return parts


async def data_url(item: ProviderInput) -> str:
    """An input as a data URL."""
    return f"data:{item.mime};base64,{base64.b64encode(await item.read()).decode('ascii')}"


async def stream_chat(
    http: HttpRoom, endpoint: Endpoint, request: ProviderRequest, context: GenerationContext
) -> GenerationResult:
    """Send one chat request and hand its text on while it arrives. Raises ``ProviderError``."""
    payload = await chat_payload(request)
    await context.submitting()
    answer = _ChatAnswer(TextAnswer(context, endpoint.label), endpoint)
    async with http.post(
        endpoint, PATH, json=payload, limits=TEXT, accept="text/event-stream"
    ) as reply:
        answer.text.request_id = reply.request_id
        try:
            await answer.read(reply)
        except ProviderError as error:
            # what was written so far is worth keeping
            if not is_cut(error) or not answer.text.has_text:
                error.request_id = error.request_id or answer.text.request_id
                raise
            answer.text.finish = None
    if answer.text.finish is None and answer.text.has_text:
        answer.cost = await generation_cost(http, endpoint, answer.text.request_id)
    return answer.result()


class _ChatAnswer:
    """One answer with what it cost."""

    def __init__(self, text: TextAnswer, endpoint: Endpoint) -> None:
        self.text = text
        self._endpoint = endpoint
        self.cost: int | None = None

    async def read(self, reply: Reply) -> None:
        """Take the reply, streamed or whole. Raises ``ProviderError``."""
        await self.text.stage(WRITING)
        if reply.mime == "application/json":
            await self._add(as_dict(await reply.json()))
            return
        async for _, document in json_events(reply):
            await self._add(document)

    def result(self) -> GenerationResult:
        """The finished answer. Raises ``ProviderError`` where it ended before any text."""
        made = self.text.result()
        return GenerationResult(
            texts=made.texts,
            finish_reason=made.finish_reason,
            usage=made.usage,
            reported_micro=self.cost,
            request_id=made.request_id,
            notes=made.notes,
            missing=made.missing,
        )

    async def _add(self, document: Mapping[str, Any]) -> None:
        if (error := read_inner_error(self._endpoint, document)) is not None:
            raise error
        # the id of the generation finds its cost again; a proxy's request id does not
        self.text.request_id = as_text(document.get("id"))[:200] or self.text.request_id
        if isinstance(document.get("usage"), dict):
            self.text.usage = read_usage(document["usage"])
            self.cost = reported_cost(document)
        choice = as_dict(next(iter(as_list(document.get("choices"))), None))
        part = as_dict(choice.get("delta") or choice.get("message"))
        text = as_text(part.get("content"))
        if text:
            await self.text.stage(WRITING)
            self.text.add(text)
        elif as_text(part.get("reasoning")) or part.get("reasoning_details"):
            await self.text.stage(THINKING)
        finish = as_text(choice.get("finish_reason"))
        # the host behind it broke off, which need not come with an error
        if finish and finish != BROKEN_OFF and self.text.finish is not FinishReason.REFUSED:
            self.text.end(finish, FINISH, self._endpoint)
        if refusal := as_text(part.get("refusal")):
            self.text.add(refusal)
            self.text.finish = FinishReason.REFUSED


async def _part(item: ProviderInput) -> dict[str, Any]:
    if item.role == "audio":
        data = base64.b64encode(await item.read()).decode("ascii")
        sound = {"data": data, "format": _AUDIO_FORMATS.get(item.mime, "wav")}
        return {"type": "input_audio", "input_audio": sound}
    if item.role == "video":
        return {"type": "video_url", "video_url": {"url": await data_url(item)}}
    if item.role == "document":
        document = {"filename": item.file_name, "file_data": await data_url(item)}
        return {"type": "file", "file": document}
    return {"type": "image_url", "image_url": {"url": await data_url(item)}}
