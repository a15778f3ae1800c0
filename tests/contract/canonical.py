"""Requests in a form in which two clients that mean the same are equal."""

import json
from pathlib import Path
from typing import Any

KEPT_HEADERS = ("authorization", "content-type", "openai-organization")
CAPTURES = Path(__file__).parent / "captures"


def canonical(entry: dict[str, Any]) -> dict[str, Any]:
    """One logged request: method, path, query, kept headers, body; key and boundary replaced."""
    headers = {name: entry["headers"][name] for name in KEPT_HEADERS if name in entry["headers"]}
    if "authorization" in headers:
        scheme, _, _ = headers["authorization"].partition(" ")
        headers["authorization"] = f"{scheme} <api-key>"
    if "content-type" in headers:
        headers["content-type"] = headers["content-type"].partition(";")[0]
    return {
        "method": entry["method"],
        "path": entry["path"],
        "query": entry["query"],
        "headers": headers,
        "body": _body(entry["body"]),
    }


def captured(name: str) -> dict[str, Any]:
    """A request of the official client, recorded earlier."""
    document = json.loads((CAPTURES / f"openai_{name}.json").read_text(encoding="utf-8"))
    (request,) = document["requests"]
    return canonical(request)


def _body(body: dict[str, Any] | None) -> Any:
    if body is None or "json" in body:
        return body
    parts = [{k: v for k, v in part.items() if k != "sha256"} for part in body["multipart"]]
    return sorted(parts, key=lambda part: (part["name"], part.get("value", "")))
