"""From checked parameters to what the render process is asked for."""

from __future__ import annotations

from mediadesk.domain.generation import GenerationType, JsonValue
from mediadesk.domain.parameters import Parameters
from mediadesk.providers.base import ProviderRequest
from mediadesk.providers.sample.models import (
    IMAGE_MODEL,
    MUSIC_MODEL,
    VIDEO_MODEL,
    VOICE_MODEL,
    picture_size,
)

MIMES = {
    GenerationType.IMAGE: "image/png",
    GenerationType.VIDEO: "video/x-msvideo",
    GenerationType.AUDIO: "audio/wav",
}
_KINDS = {
    IMAGE_MODEL.id: "image",
    VIDEO_MODEL.id: "video",
    MUSIC_MODEL.id: "music",
    VOICE_MODEL.id: "voice",
}


def render_request(request: ProviderRequest, seed: int) -> dict[str, JsonValue]:
    """The request of one result, as JSON."""
    kind = _KINDS[request.model.id]
    values = request.parameters
    if kind == "image":
        options = _image(values)
    elif kind == "video":
        options = _video(values)
    elif kind == "music":
        options = _picked(values, {"duration": "seconds", "tempo": "tempo"})
    else:
        options = _picked(values, {"voice": "voice", "pace": "pace"})
    return {"kind": kind, "prompt": request.prompt, "seed": seed, "options": options}


def _picked(values: Parameters, names: dict[str, str]) -> dict[str, JsonValue]:
    """The values that are set, under the renderer's names."""
    return {target: values[name] for name, target in names.items() if name in values}


def _image(values: Parameters) -> dict[str, JsonValue]:
    ratio, size = str(values.get("aspect_ratio", "1:1")), str(values.get("size", "1k"))
    width, height = picture_size(ratio, size)
    names = ("style", "texture", "strength", "file_format")
    return {"width": width, "height": height, **_picked(values, {name: name for name in names})}


def _video(values: Parameters) -> dict[str, JsonValue]:
    width, _, height = str(values.get("size", "640x360")).partition("x")
    names = {
        "duration": "seconds",
        "style": "style",
        "motion": "motion",
        "sound": "has_sound",
        "frames_per_second": "fps",
    }
    return {"width": int(width), "height": int(height), **_picked(values, names)}
