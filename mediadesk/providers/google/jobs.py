"""What is asked of Google's Interactions, by kind: video, music, pictures, speech files."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from typing import Any

from mediadesk.domain.errors import Billed, InvalidInputError, ProviderError
from mediadesk.domain.generation import GenerationType
from mediadesk.providers.base import (
    GenerationContext,
    GenerationResult,
    ProviderInput,
    ProviderRequest,
)
from mediadesk.providers.google.api import with_extra
from mediadesk.providers.google.content import safety_settings
from mediadesk.providers.google.files import RemoteFiles
from mediadesk.providers.google.interactions import Connection, interact
from mediadesk.providers.google.models import api_version, has_style
from mediadesk.providers.google.parameters import INLINE_LIMIT
from mediadesk.providers.google.speech import speakers, turns

RESERVED = frozenset(
    {
        *("model", "input", "response_format", "background", "store", "stream", "agent"),
        *("tools", "previous_interaction_id", "service_tier", "safety_settings"),
    }
)
_BOTH_FRAMES_LONGEST_S = 10
_EXTENSION_LONGEST_S = 10
_MARKS = (
    *("<FIRST_FRAME>", "<LAST_FRAME>", "<IMAGE_REF_", "<VIDEO_REF_", "<VIDEO_0>"),
    "<PREVIOUS_VIDEO>",
)


async def make_video(
    connection: Connection, request: ProviderRequest, context: GenerationContext
) -> GenerationResult:
    """Make one video in the background. Raises ``ProviderError`` and ``InvalidInputError``."""
    parameters = request.parameters
    _check_frames(request)
    response_format = {
        "type": "video",
        "delivery": "uri",
        "duration": f"{parameters['duration']}s",
        "aspect_ratio": parameters["aspect_ratio"],
        "resolution": parameters["resolution"],
    }
    payload: dict[str, Any] = {
        "model": request.model.id,
        "response_format": response_format,
        "background": True,
        "store": True,
    }
    if task := _task(request):
        payload["generation_config"] = {"video_config": {"task": task}}
    inputs = sorted(request.inputs, key=lambda item: _ORDER.index(item.role))
    return await _send(connection, request, context, payload, inputs, marked_prompt(request))


async def make_music(
    connection: Connection, request: ProviderRequest, context: GenerationContext
) -> GenerationResult:
    """Compose one piece. Raises ``ProviderError``."""
    mime = f"audio/{request.parameters.get('file_format', 'mp3')}"
    payload = _plain(request, {"type": "audio", "mime_type": mime})
    return await _send(connection, request, context, payload, request.inputs, request.prompt)


async def make_image(
    connection: Connection, request: ProviderRequest, context: GenerationContext
) -> GenerationResult:
    """Make one picture in the background. Raises ``ProviderError``."""
    names = ("aspect_ratio", "image_size")
    wanted = {name: request.parameters[name] for name in names if name in request.parameters}
    payload = _plain(request, {"type": "image", **wanted})
    if level := request.parameters.get("thinking_level"):
        payload["generation_config"] = {"thinking_level": str(level).lower()}
    if safety := safety_settings(request.parameters):
        payload["safety_settings"] = safety
    return await _send(connection, request, context, payload, request.inputs, request.prompt)


async def make_speech(
    connection: Connection, request: ProviderRequest, context: GenerationContext
) -> GenerationResult:
    """Read the prompt aloud into a compressed file. Raises ``ProviderError``."""
    parameters = request.parameters
    mime = f"audio/{parameters['file_format']}"
    response_format: dict[str, Any] = {"type": "audio", "mime_type": mime}
    names = ("sample_rate", "bit_rate")
    response_format |= {name: parameters[name] for name in names if name in parameters}
    payload = _plain(request, response_format)
    two = speakers(parameters)
    voices: list[dict[str, Any]] = [
        {"speaker": name, "voice": voice} for name, voice in two.items()
    ]
    voices = voices or [{"voice": parameters.get("custom_voice") or parameters.get("voice")}]
    if language := parameters.get("language"):
        voices = [{**voice, "language": language} for voice in voices]
    payload["generation_config"] = {"speech_config": voices}
    style = parameters.get("style")
    said = turns(request.prompt, two) if two else [("", request.prompt)]
    words: str | list[dict[str, Any]] = request.prompt
    if has_style(request.model.id) and (two or style):
        words = [_spoken(text, speaker, str(style or "")) for speaker, text in said]
    version = api_version(request.model.id)
    return await _send(connection, request, context, payload, (), words, version)


def marked_prompt(request: ProviderRequest) -> str:
    """The prompt with the marks that tell Omni which input plays which part.

    A prompt that already uses the marks is left alone.
    """
    if any(mark in request.prompt for mark in _MARKS):
        return request.prompt
    roles = sorted((item.role for item in request.inputs), key=_ORDER.index)
    if roles == ["first_frame"]:
        return f"<FIRST_FRAME> {request.prompt}"
    numbers = {"Image": 0, "Video": 0, "reference": 0, "video_reference": 0}
    sources, references = [], []
    for role in roles:
        kind = "Video" if role.startswith("video") else "Image"
        numbers[kind] += 1
        place = f"@{kind}{numbers[kind]}"
        if role in ("reference", "video_reference"):
            mark = "IMAGE_REF" if role == "reference" else "VIDEO_REF"
            references.append(f"<{mark}_{numbers[role]}>{place}")
            numbers[role] += 1
        elif role == "video":
            is_extension = request.parameters.get("task") == "extend"
            sources.append(f"<{'PREVIOUS_VIDEO' if is_extension else 'VIDEO_0'}>{place}")
        else:
            sources.append(f"<{role.upper()}>{place}")
    heads = (("Sources", sources), ("References", references))
    marks = [f"[# {name} {' '.join(found)}]" for name, found in heads if found]
    return " ".join([*marks, request.prompt])


_ORDER = ("first_frame", "last_frame", "reference", "video", "video_reference", "image")


def _check_frames(request: ProviderRequest) -> None:
    roles = {item.role for item in request.inputs}
    if "last_frame" in roles and "first_frame" not in roles:
        raise InvalidInputError(
            "A last picture needs a first one.", "Add the picture that the video begins with."
        )
    if "video" in roles and roles & {"first_frame", "last_frame"}:
        raise InvalidInputError(
            "A video to change cannot be used together with a first or last picture.",
            "Remove one of them.",
        )
    duration = request.parameters["duration"]
    if "last_frame" in roles and float(duration) > _BOTH_FRAMES_LONGEST_S:
        raise InvalidInputError(
            f"Between two pictures a video takes at most {_BOTH_FRAMES_LONGEST_S} s.",
            "Choose a shorter duration.",
        )
    if _task(request) == "extend" and float(duration) > _EXTENSION_LONGEST_S:
        raise InvalidInputError(
            f"A video is extended by at most {_EXTENSION_LONGEST_S} s at a time.",
            "Choose a shorter duration.",
        )


def _task(request: ProviderRequest) -> str:
    roles = {item.role for item in request.inputs}
    if "video" in roles:
        return str(request.parameters.get("task", "edit"))
    if roles & {"reference", "video_reference"}:
        return "reference_to_video"
    return "image_to_video" if roles else ""


def _plain(request: ProviderRequest, response_format: Mapping[str, Any]) -> dict[str, Any]:
    payload: dict[str, Any] = {
        "model": request.model.id,
        "response_format": dict(response_format),
        "store": False,
    }
    if request.parameters.get("background"):
        payload |= {"background": True, "store": True}
    return payload


def _spoken(text: str, speaker: str, style: str) -> dict[str, Any]:
    told = {"type": "speech_metadata"}
    told |= {name: value for name, value in (("style", style), ("speaker", speaker)) if value}
    return {"type": "text", "text": text, "annotations": [told]}


async def _send(
    connection: Connection,
    request: ProviderRequest,
    context: GenerationContext,
    payload: dict[str, Any],
    inputs: Sequence[ProviderInput],
    words: str | list[dict[str, Any]],
    version: str = "v1",
) -> GenerationResult:
    files = RemoteFiles(connection.http, connection.endpoint)
    is_background = bool(payload.get("background"))
    try:
        contents = [await _input(item, files, context) for item in inputs]
        if contents or not isinstance(words, str):
            texts = [{"type": "text", "text": words}] if isinstance(words, str) else words
            payload["input"] = [{"type": "user_input", "content": [*contents, *texts]}]
        else:
            payload["input"] = words
        payload = with_extra(payload, request, RESERVED)
        return await interact(connection, request, context, payload, files, version)
    except ProviderError as error:
        # a job in the background may still read them; it deletes them when it ends
        if error.billed is Billed.FREE or not is_background:
            await files.delete(context)
        raise


async def _input(
    item: ProviderInput, files: RemoteFiles, context: GenerationContext
) -> dict[str, Any]:
    kind = {GenerationType.VIDEO: "video", GenerationType.AUDIO: "audio"}.get(item.type, "image")
    if item.type is GenerationType.VIDEO or item.size_bytes > INLINE_LIMIT:
        return {"type": kind, "mime_type": item.mime, "uri": await files.upload(item, context)}
    data = base64.b64encode(await item.read()).decode("ascii")
    return {"type": kind, "mime_type": item.mime, "data": data}
