"""OpenRouter's sound: the speech endpoint, and chat models that answer with sound."""

from __future__ import annotations

import struct
from typing import Any

from mediadesk.domain.generation import FinishReason, GenerationType, Usage
from mediadesk.domain.sniff import SNIFF_LENGTH, sniff
from mediadesk.providers.base import GenerationContext, GenerationResult, ProviderRequest
from mediadesk.providers.network.endpoint import AUDIO, AUDIO_LIMIT, Endpoint
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.http_reply import Reply
from mediadesk.providers.network.json_reply import MalformedJsonError, as_dict, as_list, as_text
from mediadesk.providers.openai.api import read_usage
from mediadesk.providers.openai.chat import READ_ALOUD, refused
from mediadesk.providers.openrouter.api import (
    generation_cost,
    read_inner_error,
    reported_cost,
    with_extra,
)
from mediadesk.providers.openrouter.chat import BROKEN_OFF, FINISH, fields
from mediadesk.providers.openrouter.chat import PATH as CHAT_PATH
from mediadesk.providers.replies.base64_stream import decode_base64
from mediadesk.providers.replies.endings import ending_note, finish_of
from mediadesk.providers.replies.text_answer import json_events

PATH = "/audio/speech"
_USUAL_RATE = 24_000
_PCM = frozenset({"audio/pcm", "audio/l16"})


async def speak(
    http: HttpRoom, endpoint: Endpoint, request: ProviderRequest, context: GenerationContext
) -> GenerationResult:
    """Read the prompt aloud into one sink; raw samples become a WAV file."""
    payload = {"model": request.model.id, "input": request.prompt, **request.parameters}
    payload = with_extra(payload, request)
    await context.submitting()
    async with http.post(endpoint, PATH, json=payload, limits=AUDIO, accept="audio/*") as reply:
        await context.fetching()
        if reply.mime == "application/json" or reply.mime.startswith("text/"):
            raise reply.malformed("it is text where sound was asked for")
        is_pcm = reply.mime in _PCM or payload.get("response_format") == "pcm"
        await _copy_sound(reply, context, is_pcm=is_pcm)
        request_id = reply.headers.get("x-generation-id", "")[:200] or reply.request_id
    return GenerationResult(
        usage=Usage(characters=len(request.prompt)),
        reported_micro=await generation_cost(http, endpoint, request_id),
        request_id=request_id,
    )


async def chat_sound(
    http: HttpRoom, endpoint: Endpoint, request: ProviderRequest, context: GenerationContext
) -> GenerationResult:
    """Let a chat model answer with sound, streamed piece by piece. Raises ``ProviderError``."""
    parameters = dict(request.parameters)
    voice = parameters.pop("voice", "coral")
    sound_format = parameters.pop("response_format", "wav")
    is_speech = request.model.audio_kind == "speech"
    prompt = READ_ALOUD + request.prompt if is_speech else request.prompt
    payload: dict[str, Any] = {
        "model": request.model.id,
        "messages": [{"role": "user", "content": prompt}],
        "modalities": ["text", "audio"],
        "audio": {"voice": voice, "format": sound_format},
        "stream": True,
        **fields(parameters),
    }
    payload = with_extra(payload, request)
    await context.submitting()
    async with http.post(
        endpoint, CHAT_PATH, json=payload, limits=AUDIO, accept="text/event-stream"
    ) as reply:
        return await _read_chat_sound(reply, endpoint, context, f"audio/{sound_format}")


async def _copy_sound(reply: Reply, context: GenerationContext, *, is_pcm: bool) -> None:
    """Copy a body that is sound. What is held back is the beginning, or all of raw samples."""
    sink = await context.sink(0, "audio/wav" if is_pcm else "audio/mpeg")
    held, is_known, count = bytearray(), False, 0
    async for piece in reply.chunks():
        count += len(piece)
        if is_known:
            await sink.write(piece)
            continue
        held += piece
        if not is_pcm and len(held) >= SNIFF_LENGTH:
            is_known = _is_sound(held, reply)
            await sink.write(bytes(held))
    if count == 0 or not reply.is_delimited:
        raise reply.cut_short()
    if not is_known:
        if is_pcm and not held.startswith(b"RIFF"):
            # a WAV file begins with its length
            await sink.write(wav_header(len(held), _rate(reply.headers.get("content-type", ""))))
        elif not is_pcm:
            _is_sound(held, reply)
        await sink.write(bytes(held))
    await sink.finish()


def _is_sound(head: bytes | bytearray, reply: Reply) -> bool:
    found = sniff(bytes(head))
    if found is None or found.type is not GenerationType.AUDIO:
        raise reply.malformed("it is something else where sound was asked for")
    return True


async def _read_chat_sound(
    reply: Reply, endpoint: Endpoint, context: GenerationContext, mime: str
) -> GenerationResult:
    sink = await context.sink(0, mime)
    encoded, transcript = "", ""
    usage, cost, request_id, size = Usage(), None, reply.request_id, 0
    finish = refusal = ""
    async for _, document in json_events(reply):
        if (failure := read_inner_error(endpoint, document)) is not None:
            raise failure
        request_id = as_text(document.get("id"))[:200] or request_id
        if isinstance(document.get("usage"), dict):
            usage, cost = read_usage(document["usage"]), reported_cost(document)
        choice = as_dict(next(iter(as_list(document.get("choices"))), None))
        part = as_dict(choice.get("delta") or choice.get("message"))
        sound = as_dict(part.get("audio"))
        transcript += as_text(sound.get("transcript"))
        refusal += as_text(part.get("refusal"))
        finish = as_text(choice.get("finish_reason")) or finish
        encoded += as_text(sound.get("data"))
        whole = len(encoded) if "=" in encoded else len(encoded) // 4 * 4
        data = _decoded(encoded[:whole], reply)
        encoded = encoded[whole:]
        size += len(data)
        if size > AUDIO_LIMIT:
            raise reply.too_large(AUDIO_LIMIT)
        if data:
            await sink.write(data)
    rest = _decoded(encoded, reply)
    if rest:
        await sink.write(rest)
    reason, missing = finish_of(finish, FINISH), ""
    if finish == BROKEN_OFF:
        reason = FinishReason.INTERRUPTED
    if size + len(rest) == 0 and (refusal or reason is FinishReason.REFUSED):
        reason, missing = FinishReason.REFUSED, refused(endpoint, refusal)
    elif size + len(rest) == 0 or not finish:
        raise reply.cut_short()
    else:
        await sink.finish()
    return GenerationResult(
        finish_reason=reason,
        missing=missing,
        usage=usage,
        reported_micro=cost,
        request_id=request_id,
        notes={
            **ending_note(reason, finish, endpoint),
            **({"transcript": endpoint.redact(transcript)} if transcript else {}),
        },
    )


def wav_header(size: int, rate: int) -> bytes:
    """The 44 bytes before ``size`` bytes of 16-bit mono samples (Microsoft RIFF, PCM)."""
    return struct.pack(
        "<4sI4s4sIHHIIHH4sI",
        *(b"RIFF", size + 36, b"WAVE", b"fmt ", 16, 1, 1, rate, rate * 2, 2, 16, b"data", size),
    )


def _rate(content_type: str) -> int:
    for parameter in content_type.split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "rate" and value.strip().isdigit():
            return min(192_000, max(8_000, int(value)))
    return _USUAL_RATE


def _decoded(encoded: str, reply: Reply) -> bytes:
    try:
        return decode_base64(encoded.encode("ascii", "replace"))
    except MalformedJsonError as error:
        raise reply.malformed(str(error)) from None
