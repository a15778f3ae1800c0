"""Every difference between our requests and those of the official clients, and why it is one.

``compare`` holds two requests of one call against each other: they differ in the listed parts and
in nothing else, and each listed difference is really there.
"""

from dataclasses import dataclass
from typing import Any

NONE = "(none)"
ANY = "(any)"
"""Stands for a value that is long or of no interest."""


@dataclass(frozen=True)
class Difference:
    """In ``call`` of ``provider``, ``part`` is ``ours`` here and ``theirs`` there."""

    provider: str
    call: str
    part: str
    ours: Any
    theirs: Any
    reason: str


_BODILESS = "a request without a body has no type"
_PLATFORM = "the client sends the older protocol to the Agent Platform alone"
_BACKGROUND = "videos and stored pictures are always made as jobs that outlive the program"

DIFFERENCES = (
    Difference(
        *("openai", "images_generate", "body.n", NONE, 1),
        "one picture is the default; a server that knows no n still answers",
    ),
    Difference(
        *("openai", "images_edit_single", "body.n", NONE, "1"),
        "one picture is the default; a server that knows no n still answers",
    ),
    Difference(
        *("openai", "chat_audio", "body.messages", ANY, ANY),
        "a chat model is told to read aloud, or it would answer",
    ),
    Difference(
        *("openai", "chat_vision", "body.max_tokens", NONE, 256),
        "the older name of the limit; both are taken, newer models take only ours",
    ),
    Difference(
        *("openai", "chat_vision", "body.max_completion_tokens", 256, NONE),
        "the newer name of the limit",
    ),
    Difference(
        *("openai", "background_image", "body.tool_choice", {"type": "image_generation"}, NONE),
        "without it the text model may chat instead of drawing",
    ),
    Difference(
        *("openai", "responses_cancel", "headers.content-type", NONE, "application/json"),
        _BODILESS,
    ),
    Difference(
        *("anthropic", "models_list", "query.limit", "1000", "100"),
        "one page instead of several; 1000 is the most that is allowed",
    ),
    Difference(
        *("gemini", "interactions_get", "headers.content-type", NONE, "application/json"),
        _BODILESS,
    ),
    Difference(
        *("gemini", "interactions_cancel", "headers.content-type", NONE, "application/json"),
        _BODILESS,
    ),
    Difference(
        *("gemini", "image_to_video", "body.background", True, NONE),
        _BACKGROUND,
    ),
    Difference(
        *("gemini", "image_to_video", "body.store", True, NONE),
        "what is made in the background must be stored",
    ),
    Difference(
        *("gemini", "imagen_by_the_client", "path"),
        *(
            "/v1beta/models/imagen-4.0-generate-001:predict",
            "/v1beta1/publishers/google/models/imagen-4.0-generate-001:predict",
        ),
        _PLATFORM,
    ),
    Difference(
        *("gemini", "veo_by_the_client", "path"),
        *(
            "/v1beta/models/veo-3.1-generate-001:predictLongRunning",
            "/v1beta1/publishers/google/models/veo-3.1-generate-001:predictLongRunning",
        ),
        _PLATFORM,
    ),
    Difference(
        *("gemini", "veo_by_the_client", "body.parameters.sampleCount", NONE, 1),
        "one clip is the default",
    ),
    Difference(
        *("gemini", "background_image", "body.background", True, NONE),
        _BACKGROUND,
    ),
    Difference(
        *("gemini", "background_image", "body.store", True, False),
        "what is made in the background must be stored",
    ),
    Difference(
        *("gemini", "legacy_generate_videos", "body.parameters.sampleCount", NONE, 1),
        "one clip is the default",
    ),
    Difference(
        *("gemini", "models_list", "query.pageSize", "1000", "100"),
        "one page instead of several; 1000 is the most that is allowed",
    ),
    Difference(
        *("gemini", "models_list", "headers.content-type", NONE, "application/json"),
        _BODILESS,
    ),
    Difference(
        *("fal", "upload", "headers.x-fal-object-lifecycle", ANY, NONE),
        "an input shall not stay at fal for longer than its run needs it",
    ),
    Difference(
        *("fal", "upload_storage_put", "headers.authorization", NONE, ANY),
        "the key belongs to fal alone, not to the bucket that takes the bytes",
    ),
    Difference(
        *("openrouter", "models_list", "query.output_modalities"),
        *("text,image,audio,video,speech", NONE),
        "without it the service lists models for text only",
    ),
)
GENERAL = {
    "openrouter": "no HTTP-Referer: this program has no web address to tell",
    "gemini": "generateContent is compared in camelCase: the client mixes two spellings of names",
}
"""Left out of every comparison of a provider (``canonical``)."""


def parts(value: Any, place: str = "") -> dict[str, Any]:
    """The leaves of a request by their places."""
    if isinstance(value, dict) and value:
        found: dict[str, Any] = {}
        for name, inner in value.items():
            found |= parts(inner, f"{place}.{name}" if place else str(name))
        return found
    return {place: value}


def flat(request: dict[str, Any]) -> dict[str, Any]:
    """A canonical request with its body directly below ``body``."""
    body = request["body"]
    if isinstance(body, dict) and "json" in body:
        body = body["json"]
    elif isinstance(body, list):
        named: dict[str, Any] = {}
        for part in body:
            rest = {key: value for key, value in part.items() if key != "name"}
            told = rest["value"] if rest.keys() == {"value"} else rest
            named[part["name"]] = [*named[part["name"]], told] if part["name"] in named else [told]
        body = {name: found[0] if len(found) == 1 else found for name, found in named.items()}
    return {**request, "body": body}


def compare(provider: str, call: str, ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    """Both are equal but for the differences that are listed for this call, and those are there."""
    expected = {
        one.part: one for one in DIFFERENCES if (one.provider, one.call) == (provider, call)
    }
    mine, other = flat(ours), flat(theirs)
    for part in expected:
        place = part.split(".")
        for side, told in ((mine, expected[part].ours), (other, expected[part].theirs)):
            found = _take(side, place)
            assert told in (ANY, found), f"{call}: {part} is {found!r}"
    ours, theirs = parts(mine), parts(other)
    unlisted = {
        place
        for place in ours.keys() | theirs.keys()
        if ours.get(place, NONE) != theirs.get(place, NONE)
    }
    assert not unlisted, {p: (ours.get(p, NONE), theirs.get(p, NONE)) for p in sorted(unlisted)}


def _take(request: dict[str, Any], place: list[str]) -> Any:
    """Remove one part and return it."""
    *path, last = place
    for name in path:
        inner = request.get(name)
        if not isinstance(inner, dict):
            return NONE
        request[name] = request = dict(inner)
    return request.pop(last, NONE)
