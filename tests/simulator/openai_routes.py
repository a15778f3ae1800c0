"""Answers in the OpenAI wire format.

Options of a plan: ``text`` (chat), ``words`` (length of the made-up text), ``reasoning``,
``refusal``, ``finish_reason``, ``done`` (send ``[DONE]``), ``newline``, ``comments``, ``usage``,
``size_bytes`` (weight of a picture), ``file`` (the caller's own picture), ``results`` (how many
pictures), ``as_url``, ``models``, ``framing``.
"""

import base64
import json
from pathlib import Path
from typing import Any

from tests.simulator.media import large_png, mp3, png, wav
from tests.simulator.wire import Request, Response, error_response, json_response

WRONG_KEY = "sk-wrong"
MODELS: dict[str, str | None] = {
    "gpt-6-luna": None,
    "gpt-6.2-sol": None,
    "gpt-4o": "2027-01-14",
    "gpt-image-2.6-flare": None,
    "gpt-4o-mini-tts": "2027-01-06",
    "gpt-audio-1.5": None,
    "whisper-1": None,
    "gpt-7-comet": None,
}
_WORDS = (
    *("Light", "falls", "over", "the", "quiet", "harbour", "while", "the", "first"),
    *("boats", "leave", "for", "open", "water"),
)


def answer(request: Request, options: dict[str, Any], base_url: str) -> Response:
    """The well-behaved answer to a request."""
    if WRONG_KEY in request.headers.get("authorization", ""):
        return error_response(401, "Incorrect API key provided: sk-wr***.", "invalid_api_key")
    path = request.path.removeprefix("/v1")
    if request.method == "GET" and path == "/models":
        return models(options)
    if request.method == "GET" and path.startswith("/files/"):
        return Response(mime="image/png", chunks=[png(64, 64, 5)])
    if request.method == "POST" and path == "/chat/completions":
        return chat(request, options)
    if request.method == "POST" and path in ("/images/generations", "/images/edits"):
        return images(request, options, base_url)
    if request.method == "POST" and path == "/audio/speech":
        return speech(request, options)
    return error_response(404, f"Unknown address {request.path}.", None)


def models(options: dict[str, Any]) -> Response:
    """The model list; ``models`` replaces it."""
    listed = options.get("models", MODELS)
    entries = [
        {"id": name, "object": "model", "created": 1, "owned_by": "simulator", "shutdown_date": day}
        for name, day in listed.items()
    ]
    return json_response({"object": "list", "data": entries})


def chat(request: Request, options: dict[str, Any]) -> Response:
    """A chat answer: streamed, whole, or spoken."""
    asked = request.json
    if "audio" in asked.get("modalities", ()):
        return _spoken(asked, options)
    pieces = made_up(options)
    field = "refusal" if options.get("refusal") else "content"
    prompt_tokens = sum(len(str(message)) for message in asked.get("messages", ())) // 4
    usage = {
        "prompt_tokens": prompt_tokens,
        "completion_tokens": len(pieces),
        "total_tokens": prompt_tokens + len(pieces),
        "prompt_tokens_details": {"cached_tokens": 0},
        "completion_tokens_details": {"reasoning_tokens": 0},
    }
    finish = options.get("finish_reason", "stop")
    if not asked.get("stream"):
        choice = {"index": 0, "message": {field: "".join(pieces)}, "finish_reason": finish}
        return json_response({"choices": [choice], "usage": usage})
    events = [_delta({"role": "assistant", "content": ""})]
    thoughts = str(options.get("reasoning", "")).split()
    events += [_delta({"reasoning_content": thought}) for thought in thoughts]
    events += [_delta({field: piece}) for piece in pieces]
    if finish is not None:
        events.append(_delta({}, finish))
    if asked.get("stream_options", {}).get("include_usage") and options.get("usage", True):
        events.append({"choices": [], "usage": usage})
    return event_stream(events, options, pause_s=options.get("pause_s", 0.0))


def event_stream(
    events: list[dict[str, Any]], options: dict[str, Any], *, pause_s: float = 0.0
) -> Response:
    """Events as server-sent events; ``type`` in an event becomes its name."""
    newline = options.get("newline", "\n")
    chunks = []
    for event in events:
        name = f"event: {event['type']}{newline}" if "type" in event else ""
        comment = f": keep-alive{newline}" if options.get("comments") else ""
        data = json.dumps(event, ensure_ascii=not options.get("raw_text", False))
        chunks.append(f"{comment}{name}data: {data}{newline}{newline}".encode())
    if options.get("done", True):
        chunks.append(f"data: [DONE]{newline}{newline}".encode())
    framing = options.get("framing", "chunked")
    return Response(mime="text/event-stream", chunks=chunks, framing=framing, pause_s=pause_s)


def images(request: Request, options: dict[str, Any], base_url: str) -> Response:
    """Pictures of the asked size, whole or streamed with previews."""
    asked = request.fields
    width, height = _size(str(asked.get("size", "1024x1024")))
    count = int(options.get("results", asked.get("n", 1)))
    made = [_picture(width, height, at + 1, options) for at in range(count)]
    usage = {
        "input_tokens": 12,
        "output_tokens": 196 * count,
        "total_tokens": 12 + 196 * count,
        "input_tokens_details": {"text_tokens": 12, "image_tokens": 0},
    }
    if str(asked.get("stream", "")).lower() == "true":
        kind = "image_edit" if request.parts else "image_generation"
        events: list[dict[str, Any]] = [
            {
                "type": f"{kind}.partial_image",
                "partial_image_index": at,
                "b64_json": _base64(png(width // 8, height // 8, at)),
            }
            for at in range(int(asked.get("partial_images", 0)))
        ]
        last = {"type": f"{kind}.completed", "b64_json": _base64(made[0]), "usage": usage}
        return event_stream([*events, last], {"done": False, **options})
    if options.get("as_url"):
        urls = options.get("urls") or [f"{base_url}/v1/files/{at}" for at in range(count)]
        return json_response({"created": 1, "data": [{"url": url} for url in urls]})
    data = [{"b64_json": _base64(picture)} for picture in made]
    return json_response({"created": 1, "data": data, "usage": usage})


def speech(request: Request, options: dict[str, Any]) -> Response:
    """Real sound: WAV where asked for, else MPEG audio."""
    wants_wav = request.json.get("response_format") == "wav"
    seconds = options.get("seconds", 0.5)
    data = wav(seconds) if wants_wav else mp3(seconds)
    pieces = [data[at : at + 4096] for at in range(0, len(data), 4096)]
    mime = "audio/wav" if wants_wav else "audio/mpeg"
    framing = options.get("framing", "chunked")
    return Response(mime=mime, chunks=pieces, framing=framing)


def _spoken(asked: dict[str, Any], options: dict[str, Any]) -> Response:
    text = options.get("text", str(asked["messages"][-1]["content"]).split("\n\n", 1)[-1])
    audio = {"id": "audio_1", "data": _base64(wav(0.5)), "transcript": text, "expires_at": 1}
    message: dict[str, Any] = {"content": None, "audio": None if options.get("silent") else audio}
    if options.get("refusal"):
        message = {"content": None, "refusal": "I cannot say that."}
    finish = options.get("finish_reason", "stop")
    choice = {"index": 0, "message": message, "finish_reason": finish}
    usage = {"prompt_tokens": 20, "completion_tokens": 50, "total_tokens": 70}
    return json_response({"choices": [choice], "usage": usage})


def made_up(options: dict[str, Any]) -> list[str]:
    """The pieces of a text: the planned one, or so many words."""
    if options.get("refusal"):
        return [options["refusal"]]
    if "text" in options:
        text = str(options["text"])
        return [text[at : at + 4] for at in range(0, len(text), 4)]
    count = int(options.get("words", 12))
    return [_WORDS[at % len(_WORDS)] + (" " if at < count - 1 else ".") for at in range(count)]


def _delta(delta: dict[str, Any], finish: str | None = None) -> dict[str, Any]:
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": "simulated",
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
        "usage": None,
    }


def _picture(width: int, height: int, seed: int, options: dict[str, Any]) -> bytes:
    if file := options.get("file"):
        return Path(file).read_bytes()
    size_bytes = options.get("size_bytes")
    return large_png(int(size_bytes), seed) if size_bytes else png(width, height, seed)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return (int(width), int(height)) if width.isdigit() and height.isdigit() else (1024, 1024)


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
