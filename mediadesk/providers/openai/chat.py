"""Chat completions: payload, streamed answer, and speech through a chat model."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mediadesk.domain.errors import ProviderError, ProviderErrorKind
from mediadesk.domain.generation import FinishReason, Usage
from mediadesk.domain.parameters import ParameterValue
from mediadesk.providers.base import GenerationContext, GenerationResult, ProviderRequest, Turn
from mediadesk.providers.network.endpoint import AUDIO, TEXT, Endpoint, Limits
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.http_reply import Reply
from mediadesk.providers.network.json_reply import (
    MalformedJsonError,
    as_dict,
    as_list,
    as_text,
    parse_json,
)
from mediadesk.providers.openai.api import read_stream_error, read_usage, with_extra
from mediadesk.providers.replies.base64_stream import Base64Scanner
from mediadesk.providers.replies.endings import ending_note, finish_of
from mediadesk.providers.replies.media_reply import MediaWriter, copy_media, is_cut

PATH = "/chat/completions"
READ_ALOUD = "Read aloud exactly the text that follows. Say nothing else.\n\n"
_FINISH: Mapping[str, FinishReason] = {
    "stop": FinishReason.COMPLETE,
    "length": FinishReason.TRUNCATED,
    "content_filter": FinishReason.REFUSED,
}
_NOT_FIELDS = frozenset({"system_prompt", "detail", "stop", "include_usage", "interface"})


async def chat_payload(request: ProviderRequest) -> dict[str, Any]:
    """The JSON of one streamed chat answer; reads the input pictures."""
    parameters = dict(request.parameters)
    messages: list[dict[str, Any]] = []
    if system_prompt := parameters.get("system_prompt"):
        messages.append({"role": "system", "content": system_prompt})
    detail = parameters.get("detail")
    for turn in (*request.turns, Turn("user", request.prompt, request.inputs)):
        messages.append({"role": turn.role, "content": await _content(turn, detail)})
    payload: dict[str, Any] = {"model": request.model.id, "messages": messages, "stream": True}
    if parameters.get("include_usage", True):
        payload["stream_options"] = {"include_usage": True}
    payload |= {name: value for name, value in parameters.items() if name not in _NOT_FIELDS}
    if stop := _stop_texts(parameters.get("stop")):
        payload["stop"] = stop
    return with_extra(payload, request)


async def stream_chat(
    http: HttpRoom,
    endpoint: Endpoint,
    request: ProviderRequest,
    context: GenerationContext,
    limits: Limits = TEXT,
) -> GenerationResult:
    """Send one chat request and hand its text on while it arrives."""
    payload = await chat_payload(request)
    await context.submitting()
    answer = _Answer(context)
    async with http.post(endpoint, PATH, json=payload, limits=limits) as reply:
        answer.request_id = reply.request_id
        await answer.show_stage("Writing")
        try:
            if reply.mime == "application/json":
                answer.add(as_dict(await reply.json()), endpoint)
            else:
                await _read_events(reply, endpoint, answer)
        except ProviderError as error:
            # what was written so far is worth keeping
            if not is_cut(error) or not answer.has_text:
                raise
            answer.finish = ""
    return answer.result(endpoint)


async def chat_speech(
    http: HttpRoom, endpoint: Endpoint, request: ProviderRequest, context: GenerationContext
) -> GenerationResult:
    """Let a chat model read the prompt aloud; the transcript tells whether it kept to the text."""
    parameters = dict(request.parameters)
    voice = parameters.pop("voice", "coral")
    audio_format = parameters.pop("response_format", "wav")
    payload: dict[str, Any] = {
        "model": request.model.id,
        "messages": [{"role": "user", "content": READ_ALOUD + request.prompt}],
        "modalities": ["text", "audio"],
        "audio": {"voice": voice, "format": audio_format},
        **parameters,
    }
    payload = with_extra(payload, request)
    await context.submitting()
    async with http.post(endpoint, PATH, json=payload, limits=AUDIO) as reply:
        scanner = Base64Scanner(("choices", None, "message", "audio", "data"))
        await context.fetching()
        writer = MediaWriter(context, f"audio/{audio_format}", 1, reply)
        document = await copy_media(reply, scanner, writer)
        choice = as_dict(_first(document.get("choices")))
        message = as_dict(choice.get("message"))
        word = as_text(choice.get("finish_reason"))
        finish = finish_of(word, _FINISH)
        refusal, missing = as_text(message.get("refusal")), ""
        if writer.finished == 0:
            if not refusal and finish is not FinishReason.REFUSED:
                raise reply.malformed("it holds no sound")
            finish, missing = FinishReason.REFUSED, refused(endpoint, refusal)
        transcript = as_text(as_dict(message.get("audio")).get("transcript"))
        return GenerationResult(
            finish_reason=finish,
            missing=missing,
            usage=read_usage(document.get("usage")),
            request_id=reply.request_id,
            notes={
                **ending_note(finish, word, endpoint),
                **({"transcript": transcript} if transcript else {}),
            },
        )


def refused(endpoint: Endpoint, words: str) -> str:
    """A sentence for an answer that is none, with what the model said about it."""
    sentence = f"{endpoint.label} refused this content."
    return f"{sentence} It says: {endpoint.redact(words)}" if words else sentence


async def _content(turn: Turn, detail: object) -> str | list[dict[str, Any]]:
    if not turn.inputs:
        return turn.text
    parts: list[dict[str, Any]] = [{"type": "text", "text": turn.text}]
    for picture in turn.inputs:
        data = base64.b64encode(await picture.read()).decode("ascii")
        image_url: dict[str, Any] = {"url": f"data:{picture.mime};base64,{data}"}
        if detail:
            image_url["detail"] = detail
        parts.append({"type": "image_url", "image_url": image_url})
    return parts


def _stop_texts(value: ParameterValue | None) -> list[str]:
    return [line for line in str(value).splitlines() if line][:4] if value else []


async def _read_events(reply: Reply, endpoint: Endpoint, answer: _Answer) -> None:
    async for event in reply.events():
        if event.data.strip() == b"[DONE]":
            answer.is_done = True
            return
        try:
            document = parse_json(event.data)
        except MalformedJsonError as error:
            raise reply.malformed(str(error)) from None
        answer.add(as_dict(document), endpoint)
        await answer.show_stage("Thinking" if answer.is_thinking else "Writing")


@dataclass(slots=True)
class _Answer:
    """The parts of one answer, gathered from its events."""

    context: GenerationContext
    texts: list[str] = field(default_factory=list)
    finish: str = ""
    stage: str = ""
    is_thinking: bool = False
    is_done: bool = False
    is_refusal: bool = False
    usage: Usage = field(default_factory=Usage)
    request_id: str | None = None

    @property
    def has_text(self) -> bool:
        return bool(self.texts)

    def add(self, document: Mapping[str, Any], endpoint: Endpoint) -> None:
        """Take one event, or a whole reply that was not streamed. Raises ``ProviderError``."""
        if (error := read_stream_error(endpoint, document)) is not None:
            raise error
        if isinstance(document.get("usage"), dict):
            self.usage = read_usage(document["usage"])
        choice = as_dict(_first(document.get("choices")))
        part = as_dict(choice.get("delta") or choice.get("message"))
        # local servers name the hidden reasoning either way; it is not part of the answer
        thought = as_text(part.get("reasoning_content")) or as_text(part.get("reasoning"))
        self.is_thinking = bool(thought)
        self._add_text(as_text(part.get("content")))
        if refusal := as_text(part.get("refusal")):
            self.is_refusal = True
            self._add_text(refusal)
        self.finish = as_text(choice.get("finish_reason")) or self.finish

    async def show_stage(self, stage: str) -> None:
        """Tell what the model does, once for each change."""
        if stage != self.stage:
            self.stage = stage
            await self.context.progress(None, stage)

    def result(self, endpoint: Endpoint) -> GenerationResult:
        """The finished answer. Raises ``ProviderError`` where the stream ended before any text."""
        reason = self._finish_reason()
        if reason is FinishReason.INTERRUPTED and not self.texts:
            raise ProviderError(
                ProviderErrorKind.INTERRUPTED,
                f"{endpoint.label} ended the answer before it began.",
                "Check at the provider whether this run was charged.",
                request_id=self.request_id,
            )
        return GenerationResult(
            texts=("".join(self.texts),),
            finish_reason=reason,
            usage=self.usage,
            request_id=self.request_id,
            notes=ending_note(reason, self.finish, endpoint),
        )

    def _finish_reason(self) -> FinishReason:
        if self.is_refusal:
            return FinishReason.REFUSED
        if not self.finish:
            return FinishReason.COMPLETE if self.is_done else FinishReason.INTERRUPTED
        return finish_of(self.finish, _FINISH)

    def _add_text(self, delta: str) -> None:
        if delta:
            self.texts.append(delta)
            self.context.text(delta)


def _first(value: object) -> object:
    items = as_list(value)
    return items[0] if items else None
