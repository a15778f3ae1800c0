"""Answers in the wire format of Google's generative API.

Options of a plan for ``:generateContent``: ``text``, ``words``, ``thinking``, ``finish_reason``
(None: the stream just stops), ``finish_message``, ``block_reason``, ``newline``, ``comments``,
``raw_text``, ``framing``, ``pause_s``, ``size`` (of a picture), ``size_bytes`` (its weight),
``thought_picture``, ``no_media``, ``signature`` (weight of a thought's signature), ``pcm`` (bare
samples instead of a file), ``seconds`` (of sound), ``models``, ``page``.
"""

import asyncio
import base64
import json
from dataclasses import replace
from typing import Any

from tests.simulator import gemini_jobs
from tests.simulator.faults import Fault, Options, instead, send
from tests.simulator.media import large_png, png, wav
from tests.simulator.openai_routes import event_stream, made_up
from tests.simulator.wire import Desk, Request, Response, json_response

WRONG_KEY = "AIzaWrong"
_CONTENT = ["generateContent", "countTokens"]
MODELS: dict[str, list[str]] = {
    "gemini-3.8-flash": _CONTENT,
    "gemini-4-argon": _CONTENT,
    "gemini-nano-banana-2.1": _CONTENT,
    "gemini-3-pro-image": _CONTENT,
    "gemini-omni-1.2-flash": _CONTENT,
    "lyria-3.5": _CONTENT,
    "gemini-3.8-flash-live": _CONTENT,
    "gemini-9-comet": _CONTENT,
    "gemini-embedding-2": ["embedContent"],
}
BETA_MODELS: dict[str, list[str]] = {
    **MODELS,
    "gemini-9-comet-preview": _CONTENT,
    "gemini-3.8-flash-lite-tts": ["generateContent"],
    "gemini-flash-latest": ["generateContent"],
    "veo-3.1-generate-001": ["predictLongRunning"],
}
_SIZES = {"512": 512, "1K": 1024, "2K": 2048, "4K": 4096}


def fits(request: Request) -> bool:
    """Whether a request speaks this format: by its key, or by an upload address."""
    return "x-goog-api-key" in request.headers or request.path.startswith("/upload/")


def answer(request: Request, options: dict[str, Any], desk: Desk) -> Response:
    """The well-behaved answer to a request."""
    if request.headers.get("x-goog-api-key", "").startswith(WRONG_KEY):
        return _wrong_key()
    version, _, path = request.path.lstrip("/").partition("/")
    if version == "upload" or path.startswith("files/"):
        return gemini_jobs.files(request, options, desk)
    if path.startswith("interactions"):
        return gemini_jobs.interactions(request, options, desk)
    if "/operations/" in path:
        return gemini_jobs.operation(request, options, desk)
    if path == "models":
        return models(request, options, version)
    name, _, method = path.removeprefix("models/").partition(":")
    if not method:
        is_there = name in (BETA_MODELS if version == "v1beta" else MODELS)
        return json_response({"name": f"models/{name}"}) if is_there else unknown(name)
    if version == "v1" and name in BETA_MODELS.keys() - MODELS.keys():
        return unknown(name)
    if method == "countTokens":
        return json_response({"totalTokens": len(request.body) // 4})
    if method == "predict":
        return gemini_jobs.predict(request, options)
    if method == "predictLongRunning":
        return gemini_jobs.start_operation(request, options, desk, name)
    return generate(request, options, is_stream=method == "streamGenerateContent")


def models(request: Request, options: dict[str, Any], version: str) -> Response:
    """A page of the model list; ``page`` makes it shorter than was asked for."""
    listed = options.get("models", BETA_MODELS if version == "v1beta" else MODELS)
    names = list(listed)
    start = int(request.query.get("pageToken", 0))
    size = min(int(request.query.get("pageSize", 50)), int(options.get("page", 1000)))
    entries = [
        {
            "name": f"models/{name}",
            "displayName": name,
            "inputTokenLimit": 1_000_000,
            "supportedGenerationMethods": listed[name],
        }
        for name in names[start : start + size]
    ]
    more = {"nextPageToken": str(start + size)} if start + size < len(names) else {}
    return json_response({"models": entries, **more})


def generate(request: Request, options: dict[str, Any], *, is_stream: bool) -> Response:
    """One answer: words, a picture or sound, whole or streamed."""
    asked = request.json
    config = asked.get("generationConfig", {})
    modalities = config.get("responseModalities", ["TEXT"])
    usage: dict[str, Any] = {"promptTokenCount": len(json.dumps(asked)) // 4}
    usage |= {"cachedContentTokenCount": 2}
    usage |= {"candidatesTokenCount": 9, "thoughtsTokenCount": 3, "totalTokenCount": 1}
    if reason := options.get("block_reason"):
        feedback = {"promptFeedback": {"blockReason": reason}, "usageMetadata": usage}
        return _sent([{**feedback, "responseId": "resp-1"}], options, is_stream=is_stream)
    if "IMAGE" in modalities:
        counts = {"IMAGE": 7, "TEXT": 2}
        usage["candidatesTokensDetails"] = [
            {"modality": name, "tokenCount": count} for name, count in counts.items()
        ]
        parts = _picture_parts(config, options, has_words="TEXT" in modalities)
    elif "AUDIO" in modalities:
        parts = _sound_parts(options)
    else:
        parts = _text_parts(options)
    if not is_stream:
        document = _document(parts, options, usage)
        return _sent([document], options, is_stream=False)
    parts = [{"text": ""}, *parts]
    documents = [_document([part], {**options, "finish_reason": None}, usage) for part in parts]
    documents.append(_document([{"text": ""}], options, usage))
    return _sent(documents, options, is_stream=True)


def unknown(name: str) -> Response:
    """The answer for a model that this version does not serve."""
    return error(404, "NOT_FOUND", f"models/{name} is not found for API version v1.")


def error(status: int, name: str, message: str, *details: dict[str, Any]) -> Response:
    """An error in Google's words."""
    told = {"code": status, "message": message, "status": name, "details": list(details)}
    return json_response({"error": told}, status)


def _document(
    parts: list[dict[str, Any]], options: dict[str, Any], usage: dict[str, Any]
) -> dict[str, Any]:
    candidate: dict[str, Any] = {"content": {"role": "model", "parts": parts}, "index": 0}
    if (reason := options.get("finish_reason", "STOP")) is not None:
        candidate["finishReason"] = reason
    if message := options.get("finish_message"):
        candidate["finishMessage"] = message
    return {
        "candidates": [candidate],
        "usageMetadata": usage,
        "modelVersion": "simulated",
        "responseId": "resp-1",
    }


def _sent(documents: list[dict[str, Any]], options: dict[str, Any], *, is_stream: bool) -> Response:
    if not is_stream:
        return json_response(documents[0])
    options = {"newline": "\r\n", **options, "done": False}
    return event_stream(documents, options, pause_s=options.get("pause_s", 0.0))


def _text_parts(options: dict[str, Any]) -> list[dict[str, Any]]:
    thinking = options.get("thinking")
    thoughts = [{"text": thinking, "thought": True}] if thinking else []
    return [*thoughts, *({"text": piece} for piece in made_up(options))]


def _picture_parts(
    config: dict[str, Any], options: dict[str, Any], *, has_words: bool
) -> list[dict[str, Any]]:
    words = [{"text": str(options["text"])}] if has_words and "text" in options else []
    if options.get("no_media"):
        return [{"text": str(options.get("text", ""))}] if "text" in options else []
    parts: list[dict[str, Any]] = []
    if options.get("thought_picture"):
        parts.append({**_inline("image/png", png(32, 32, 9)), "thought": True})
    size = _SIZES[config.get("imageConfig", {}).get("imageSize", "1K")]
    width, height = options.get("size", (size, size))
    weight = options.get("size_bytes")
    data = large_png(int(weight), 4) if weight else png(width, height, 4)
    signature = base64.b64encode(bytes(int(options.get("signature", 16)))).decode()
    return [*words, *parts, {**_inline("image/png", data), "thoughtSignature": signature}]


def _sound_parts(options: dict[str, Any]) -> list[dict[str, Any]]:
    data = wav(float(options.get("seconds", 0.5)))
    if options.get("no_media"):
        return []
    if options.get("pcm"):
        return [_inline("audio/L16;codec=pcm;rate=24000", data[44:])]
    return [_inline("audio/wav", data)]


def _inline(mime: str, data: bytes) -> dict[str, Any]:
    return {"inlineData": {"mimeType": mime, "data": base64.b64encode(data).decode()}}


def _wrong_key() -> Response:
    info = {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "API_KEY_INVALID"}
    return error(400, "INVALID_ARGUMENT", "API key not valid. Pass a valid API key.", info)


def _rate_limit(options: Options) -> Response:
    wait = f"{options.get('retry_after', 1)}s"
    info = {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": wait}
    return error(429, "RESOURCE_EXHAUSTED", "Resource has been exhausted.", info)


def _no_credit(_: Options) -> Response:
    failure = {
        "@type": "type.googleapis.com/google.rpc.QuotaFailure",
        "violations": [{"quotaId": "GenerateRequestsPerDayFreeTier", "quotaValue": "0"}],
    }
    return error(429, "RESOURCE_EXHAUSTED", "You exceeded your current quota.", failure)


def _bad_parameter(options: Options) -> Response:
    field = str(options.get("param", "generation_config.top_k"))
    info = {
        "@type": "type.googleapis.com/google.rpc.BadRequest",
        "fieldViolations": [{"field": field, "description": "not supported"}],
    }
    return error(400, "INVALID_ARGUMENT", "Invalid value.", info)


async def _stream_error(writer: asyncio.StreamWriter, response: Response, options: Options) -> None:
    told = {"code": 500, "message": "The server had an error.", "status": "INTERNAL"}
    event = f"data: {json.dumps({'error': told})}\r\n\r\n".encode()
    chunks = [*response.chunks[: options.get("chunks", 3)], event]
    await send(writer, replace(response, chunks=chunks))


FAULTS: dict[str, Fault] = {
    "stream_error": _stream_error,
    "wrong_key": instead(lambda _: _wrong_key()),
    "rate_limit": instead(_rate_limit),
    "no_credit": instead(_no_credit),
    "forbidden": instead(
        lambda _: error(403, "PERMISSION_DENIED", "The caller does not have permission.")
    ),
    "bad_parameter": instead(_bad_parameter),
    "no_model": instead(lambda _: unknown("gemini-0")),
    "too_large": instead(lambda _: error(413, "INVALID_ARGUMENT", "Request payload size exceeds")),
    "overloaded": instead(lambda _: error(503, "UNAVAILABLE", "The model is overloaded.")),
    "server_error": instead(lambda _: error(500, "INTERNAL", "An internal error has occurred.")),
    "expired_link": instead(lambda _: error(404, "NOT_FOUND", "The file has expired.")),
}
"""Refusals in Google's own words."""
