"""``generateContent``: what goes in (parts, settings) and how an answer says no."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from typing import Any

from mediadesk.domain.errors import InvalidParameterError
from mediadesk.domain.generation import FinishReason
from mediadesk.domain.parameters import ParameterValue
from mediadesk.providers.base import GenerationContext, ProviderInput, ProviderRequest, Turn
from mediadesk.providers.google.files import RemoteFiles
from mediadesk.providers.google.parameters import INLINE_LIMIT, SAFETY
from mediadesk.providers.network.endpoint import Endpoint
from mediadesk.providers.network.json_reply import as_dict, as_list, as_text

RESERVED = frozenset({"contents", "systemInstruction", "safetySettings", "tools", "model"})
_NUMBERS = {
    "max_output_tokens": "maxOutputTokens",
    "temperature": "temperature",
    "top_p": "topP",
    "top_k": "topK",
    "seed": "seed",
}
FINISH: Mapping[str, FinishReason] = {
    "STOP": FinishReason.COMPLETE,
    "NO_IMAGE": FinishReason.COMPLETE,
    "MAX_TOKENS": FinishReason.TRUNCATED,
    **dict.fromkeys(
        (
            *("SAFETY", "RECITATION", "LANGUAGE", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII"),
            *("IMAGE_SAFETY", "IMAGE_PROHIBITED_CONTENT", "IMAGE_RECITATION", "IMAGE_OTHER"),
            *("MODEL_ARMOR",),
        ),
        FinishReason.REFUSED,
    ),
}
_MIMES = {"audio/mpeg": "audio/mp3", "audio/mp4": "audio/m4a", "text/markdown": "text/plain"}
"""How the service names types that have several names."""
_MARKS = {
    "SAFETY": "for its safety rules",
    "IMAGE_SAFETY": "for its safety rules",
    "RECITATION": "because it comes too close to an existing work",
    "IMAGE_RECITATION": "because it comes too close to an existing work",
    "PROHIBITED_CONTENT": "as prohibited content",
    "IMAGE_PROHIBITED_CONTENT": "as prohibited content",
    "BLOCKLIST": "for a word on its list",
    "SPII": "for personal data",
    "LANGUAGE": "for its language",
    "JAILBREAK": "as an attempt to go around its rules",
    "MODEL_ARMOR": "for its safety rules",
}


def block_reason(document: Mapping[str, Any]) -> str:
    """Why the prompt was refused, as the service names it; empty where it was not."""
    return as_text(as_dict(document.get("promptFeedback")).get("blockReason"))


def refusal(endpoint: Endpoint, reason: str, message: str = "") -> str:
    """One sentence about a refusal; ``message`` is the provider's own."""
    mark = _MARKS.get(reason) or f"({endpoint.redact(reason)[:60]})"
    told = f" It says: {endpoint.redact(message)}" if message else ""
    return f"{endpoint.label} refused this request {mark}.{told}"


def first_candidate(document: Mapping[str, Any]) -> Mapping[str, Any]:
    """The only candidate that is asked for."""
    candidates = as_list(document.get("candidates"))
    return as_dict(candidates[0]) if candidates else {}


def parts_of(candidate: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The parts of a candidate."""
    parts = as_list(as_dict(candidate.get("content")).get("parts"))
    return [as_dict(part) for part in parts]


def plain_text(candidate: Mapping[str, Any]) -> str:
    """The words of a candidate without what it thought."""
    return "".join(
        as_text(part.get("text")) for part in parts_of(candidate) if not part.get("thought")
    )


async def input_part(
    item: ProviderInput, files: RemoteFiles, context: GenerationContext
) -> dict[str, Any]:
    """One input as a part: inside the request, or uploaded first where it is large."""
    mime = _MIMES.get(item.mime, item.mime)
    if item.size_bytes > INLINE_LIMIT:
        uri = await files.upload(item, context)
        return {"fileData": {"mimeType": mime, "fileUri": uri}}
    data = base64.b64encode(await item.read()).decode("ascii")
    return {"inlineData": {"mimeType": mime, "data": data}}


async def contents(
    request: ProviderRequest, files: RemoteFiles, context: GenerationContext
) -> list[dict[str, Any]]:
    """The conversation: each turn with its inputs before its words, the prompt last."""
    roles = {"assistant": "model"}
    turns: list[dict[str, Any]] = []
    for turn in (*request.turns, Turn("user", request.prompt, request.inputs)):
        if turn.text:
            parts = [await input_part(item, files, context) for item in turn.inputs]
            role = roles.get(turn.role, turn.role)
            turns.append({"role": role, "parts": [*parts, {"text": turn.text}]})
    return turns


def generation_config(parameters: Mapping[str, ParameterValue]) -> dict[str, Any]:
    """Settings that are the same for every kind. Raises ``InvalidParameterError``."""
    config: dict[str, Any] = {
        wire: parameters[name] for name, wire in _NUMBERS.items() if name in parameters
    }
    stops = [line for line in str(parameters.get("stop", "")).splitlines() if line.strip()]
    if stops:
        config["stopSequences"] = stops[:5]
    thinking: dict[str, Any] = {}
    if level := parameters.get("thinking_level"):
        thinking["thinkingLevel"] = level
    if "thinking_budget" in parameters:
        thinking["thinkingBudget"] = parameters["thinking_budget"]
    if parameters.get("include_thoughts"):
        thinking["includeThoughts"] = True
    if thinking:
        config["thinkingConfig"] = thinking
    if schema := parameters.get("output_schema"):
        config["responseMimeType"] = "application/json"
        config["responseJsonSchema"] = _schema(str(schema))
    return config


def safety_settings(parameters: Mapping[str, ParameterValue]) -> list[dict[str, Any]]:
    """The content filters that were set."""
    return [
        {"category": category, "threshold": parameters[name]}
        for name, (category, _) in SAFETY.items()
        if name in parameters
    ]


def assembled(
    parts: Sequence[dict[str, Any]],
    config: Mapping[str, Any],
    parameters: Mapping[str, ParameterValue],
) -> dict[str, Any]:
    """The JSON of one call."""
    payload: dict[str, Any] = {"contents": list(parts)}
    if system := parameters.get("system_prompt"):
        payload["systemInstruction"] = {"role": "user", "parts": [{"text": system}]}
    if safety := safety_settings(parameters):
        payload["safetySettings"] = safety
    if config:
        payload["generationConfig"] = dict(config)
    return payload


def _schema(text: str) -> dict[str, Any]:
    try:
        schema = json.loads(text)
    except ValueError:
        schema = None
    if not isinstance(schema, dict):
        raise InvalidParameterError(
            "output_schema",
            "The schema for the answer is not a JSON object.",
            "Write it like {“type”: “object”, …} with straight quotes.",
        )
    return schema
