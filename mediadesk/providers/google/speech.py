"""Speech of Google's models: one voice or two, as WAV."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from mediadesk.domain.errors import InvalidParameterError, ProviderError
from mediadesk.domain.generation import FinishReason
from mediadesk.domain.parameters import ParameterValue
from mediadesk.providers.base import GenerationContext, GenerationResult, ProviderRequest
from mediadesk.providers.google.api import post_to_model, read_usage, with_extra
from mediadesk.providers.google.content import (
    FINISH,
    RESERVED,
    block_reason,
    first_candidate,
    parts_of,
    refusal,
)
from mediadesk.providers.google.images import INLINE_DATA, media_numbers
from mediadesk.providers.google.models import has_style
from mediadesk.providers.network.endpoint import IMAGE, Endpoint
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.http_reply import Reply
from mediadesk.providers.network.json_reply import as_dict, as_text
from mediadesk.providers.replies.endings import ending_note, finish_of
from mediadesk.providers.replies.held_media import HeldMedia, keep_what_came, read_held, sample_rate


async def speak(
    http: HttpRoom, endpoint: Endpoint, request: ProviderRequest, context: GenerationContext
) -> GenerationResult:
    """Read the prompt aloud into one WAV. Raises ``ProviderError``."""
    parameters = request.parameters
    speech: dict[str, Any] = _voices(parameters)
    if language := parameters.get("language"):
        speech["languageCode"] = language
    payload = {
        "contents": [{"role": "user", "parts": _parts(request)}],
        "generationConfig": {"responseModalities": ["AUDIO"], "speechConfig": speech},
    }
    payload = with_extra(payload, request, RESERVED)
    await context.submitting()
    async with post_to_model(
        http, endpoint, request.model.id, "generateContent", payload, IMAGE
    ) as reply:
        return await _read(reply, endpoint, context)


def speakers(parameters: Mapping[str, ParameterValue]) -> dict[str, str]:
    """Name → voice of two speakers; empty for one voice. Raises ``InvalidParameterError``."""
    first, second = parameters.get("speaker"), parameters.get("second_speaker")
    if not first and not second:
        return {}
    if not first or not second or first == second:
        raise InvalidParameterError(
            "second_speaker",
            "Two speakers need two different names.",
            "Name both, or leave both empty for one voice.",
        )
    voice = parameters.get("voice", "Kore")
    other = parameters.get("second_voice") or ("Puck" if voice != "Puck" else "Kore")
    return {str(first): str(voice), str(second): str(other)}


def turns(text: str, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """(speaker, words) of a text in which each turn begins with “Name:” on a new line.

    Raises ``InvalidParameterError`` where it begins with neither.
    """
    name = "|".join(re.escape(one) for one in names)
    pieces = re.split(rf"^[ \t]*({name})[ \t]*:[ \t]*", text, flags=re.MULTILINE)
    if pieces[0].strip() or len(pieces) < 3:
        known = " or ".join(f"“{one}:”" for one in names)
        raise InvalidParameterError(
            "speaker",
            "The text does not say who speaks first.",
            f"Begin each turn on a new line with {known}.",
        )
    said = zip(pieces[1::2], pieces[2::2], strict=True)
    return [(who, words.strip()) for who, words in said if words.strip()]


def _voices(parameters: Mapping[str, ParameterValue]) -> dict[str, Any]:
    two = speakers(parameters)
    if two:
        configs = [{"speaker": name, "voiceConfig": _voice(voice)} for name, voice in two.items()]
        return {"multiSpeakerVoiceConfig": {"speakerVoiceConfigs": configs}}
    if custom := parameters.get("custom_voice"):
        return {"voiceConfig": {"voice": custom}}
    return {"voiceConfig": _voice(str(parameters.get("voice", "Kore")))}


def _voice(name: str) -> dict[str, Any]:
    return {"prebuiltVoiceConfig": {"voiceName": name}}


def _parts(request: ProviderRequest) -> list[dict[str, Any]]:
    """The text; the newer family takes manner and speakers apart from the words."""
    two = speakers(request.parameters)
    if not has_style(request.model.id):
        if two:
            turns(request.prompt, two)
        return [{"text": request.prompt}]
    style = request.parameters.get("style")
    common = {"style": style} if style else {}
    said: list[tuple[str, str]] = turns(request.prompt, two) if two else [("", request.prompt)]
    parts: list[dict[str, Any]] = []
    for speaker, words in said:
        told = {**common, **({"speaker": speaker} if speaker else {})}
        parts.append({"text": words, **({"speechMetadata": told} if told else {})})
    return parts


async def _read(reply: Reply, endpoint: Endpoint, context: GenerationContext) -> GenerationResult:
    await context.fetching()
    held = HeldMedia(context, "audio/wav", reply)
    try:
        document = await read_held(reply, INLINE_DATA, held)
    except ProviderError as error:
        if not await keep_what_came(error, held):
            raise
        return GenerationResult(finish_reason=FinishReason.INTERRUPTED)
    candidate = first_candidate(document)
    sounds = [as_dict(part["inlineData"]) for part in parts_of(candidate) if "inlineData" in part]
    declared = as_text(sounds[0].get("mimeType")) if sounds else ""
    count = await held.keep(media_numbers(candidate)[:1], sample_rate(declared))
    reason = as_text(candidate.get("finishReason"))
    blocked = block_reason(document)
    finish, missing = finish_of(reason, FINISH), ""
    if count == 0:
        if not blocked and finish is not FinishReason.REFUSED:
            raise reply.malformed("it holds no sound")
        told = as_text(candidate.get("finishMessage"))
        finish, missing = FinishReason.REFUSED, refusal(endpoint, blocked or reason, told)
    return GenerationResult(
        finish_reason=finish,
        usage=read_usage(document.get("usageMetadata")),
        request_id=as_text(document.get("responseId"))[:200] or reply.request_id,
        notes=ending_note(finish, reason, endpoint),
        missing=missing,
    )
