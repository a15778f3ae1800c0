"""Requests in a form in which two clients that mean the same are equal."""

import json
from pathlib import Path
from typing import Any

KEPT_HEADERS = (
    *("x-fal-queue-priority", "x-fal-request-timeout", "x-fal-object-lifecycle-preference"),
    *("x-fal-object-lifecycle", "x-fal-file-name", "x-fal-store-io"),
    "x-openrouter-title",  # not http-referer: this program has no web address to tell
    *("authorization", "content-type", "openai-organization", "anthropic-version"),
    *("x-goog-api-key", "x-goog-upload-protocol", "x-goog-upload-command", "x-goog-upload-offset"),
    *("x-goog-upload-header-content-length", "x-goog-upload-header-content-type"),
)
CAPTURES = Path(__file__).parent / "captures"


def canonical(entry: dict[str, Any]) -> dict[str, Any]:
    """One logged request: method, path, query, kept headers, body; key and boundary replaced."""
    headers = {name: entry["headers"][name] for name in KEPT_HEADERS if name in entry["headers"]}
    if "authorization" in headers:
        scheme, _, _ = headers["authorization"].partition(" ")
        headers["authorization"] = f"{scheme} <api-key>"
    if "x-goog-api-key" in headers:
        headers["x-goog-api-key"] = "<api-key>"
    if "content-type" in headers:
        headers["content-type"] = headers["content-type"].partition(";")[0]
    return {
        "method": entry["method"],
        "path": entry["path"],
        "query": entry["query"],
        "headers": headers,
        "body": _body(entry["body"]),
    }


def captured(name: str, provider: str = "openai") -> dict[str, Any]:
    """A request of the official client, recorded earlier."""
    (request,) = captured_all(name, provider)
    return request


def captured_all(name: str, provider: str) -> list[dict[str, Any]]:
    """All requests of one recorded call, in order."""
    document = json.loads((CAPTURES / f"{provider}_{name}.json").read_text(encoding="utf-8"))
    return [canonical(request) for request in document["requests"]]


def _body(body: dict[str, Any] | None) -> Any:
    if body is None or "json" in body:
        return body
    if "raw_bytes" in body:
        return {"raw_bytes": body["raw_bytes"]}
    parts = [{k: v for k, v in part.items() if k != "sha256"} for part in body["multipart"]]
    return sorted(parts, key=lambda part: (part["name"], part.get("value", "")))


def camel(value: Any) -> Any:
    """The same with every field name in camelCase: Google's servers take both spellings."""
    if isinstance(value, dict):
        return {_camel_name(name): camel(inner) for name, inner in value.items()}
    return [camel(inner) for inner in value] if isinstance(value, list) else value


def _camel_name(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)
