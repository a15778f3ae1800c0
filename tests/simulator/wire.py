"""HTTP/1.1 by hand, so that the server may misbehave exactly where a test wants it to."""

import asyncio
import hashlib
import json
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qs, parse_qsl, unquote, urlsplit

REASONS = {200: "OK", 307: "Temporary Redirect", 400: "Bad Request", 401: "Unauthorized"}


@dataclass(slots=True)
class FormPart:
    """One part of a multipart form."""

    name: str
    file_name: str | None
    mime: str | None
    data: bytes = field(repr=False)

    def describe(self) -> dict[str, Any]:
        """The part as JSON: text, or file name, type and digest."""
        if self.file_name is None:
            return {"name": self.name, "value": self.data.decode("utf-8", "replace")}
        return {
            "name": self.name,
            "filename": self.file_name,
            "content_type": self.mime,
            "bytes": len(self.data),
            "sha256": hashlib.sha256(self.data).hexdigest(),
        }


@dataclass(slots=True)
class Request:
    """One request as it came in. Header names are lower case."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes = field(repr=False)
    query_list: dict[str, list[str]] = field(default_factory=dict)
    """All values of a name that is repeated."""

    @property
    def json(self) -> dict[str, Any]:
        """The body as a JSON object; empty if it is none."""
        try:
            value = json.loads(self.body)
        except ValueError:
            return {}
        return value if isinstance(value, dict) else {}

    @property
    def parts(self) -> list[FormPart]:
        """The parts of a multipart body."""
        content_type = self.headers.get("content-type", "")
        if not content_type.startswith("multipart/form-data"):
            return []
        head = f"Content-Type: {content_type}\r\n\r\n".encode()
        message = BytesParser(policy=HTTP).parsebytes(head + self.body)
        parts = []
        for part in message.iter_parts():
            name = part.get_param("name", header="content-disposition")
            data = part.get_payload(decode=True)
            assert isinstance(data, bytes)
            mime = part.get_content_type() if "content-type" in part else None
            parts.append(FormPart(str(name), part.get_filename(), mime, data))
        return parts

    @property
    def fields(self) -> dict[str, Any]:
        """What was asked for, whether it came as JSON or as a form."""
        text = {part.name: part.data.decode() for part in self.parts if part.file_name is None}
        return text or self.json

    def describe(self) -> dict[str, Any]:
        """The request as JSON for the log."""
        body: Any = None
        if self.parts:
            body = {"multipart": [part.describe() for part in self.parts]}
        elif self.body:
            is_json = self.headers.get("content-type", "").startswith("application/json")
            body = {"json": self.json} if is_json else {"raw_bytes": len(self.body)}
        return {
            "method": self.method,
            "path": self.path,
            "query": self.query,
            "headers": self.headers,
            "body": body,
            "sha256": hashlib.sha256(self.body).hexdigest(),
        }


@dataclass(slots=True)
class Desk:
    """What the server remembers between requests: its address, and jobs and files by id."""

    base_url: str = ""
    jobs: dict[str, dict[str, Any]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)

    def clear(self) -> None:
        """Forget jobs and files."""
        self.jobs.clear()
        self.files.clear()


async def read_request(reader: asyncio.StreamReader) -> Request | None:
    """Read one request; None where the client closed instead."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    first, *lines = head.decode("latin-1").split("\r\n")
    method, target, _ = first.split(" ", 2)
    headers = {}
    for line in lines:
        name, _, value = line.partition(":")
        if name:
            headers[name.strip().lower()] = value.strip()
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    parts = urlsplit(target)
    query = dict(parse_qsl(parts.query))
    return Request(method, unquote(parts.path), query, headers, body, parse_qs(parts.query))


@dataclass(slots=True)
class Response:
    """An answer. ``chunks`` are sent one by one; ``framing``: length, chunked or close."""

    status: int = 200
    mime: str = "application/json"
    chunks: list[bytes] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    framing: str = "length"
    pause_s: float = 0.0

    @property
    def body(self) -> bytes:
        """The whole body."""
        return b"".join(self.chunks)

    def head(self) -> bytes:
        """Status line and headers."""
        headers = {"content-type": self.mime, "x-request-id": "req_simulated", **self.headers}
        if self.framing == "length":
            headers["content-length"] = str(len(self.body))
        elif self.framing == "chunked":
            headers["transfer-encoding"] = "chunked"
        else:
            headers["connection"] = "close"
        lines = [f"HTTP/1.1 {self.status} {REASONS.get(self.status, 'Status')}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")

    def frame(self, chunk: bytes) -> bytes:
        """One chunk as it goes over the wire."""
        if self.framing != "chunked":
            return chunk
        return f"{len(chunk):x}\r\n".encode() + chunk + b"\r\n" if chunk else b""

    @property
    def tail(self) -> bytes:
        """What ends the body."""
        return b"0\r\n\r\n" if self.framing == "chunked" else b""


def json_response(document: object, status: int = 200, **headers: str) -> Response:
    """A JSON answer."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(status, chunks=[json.dumps(document).encode()], headers=named)


def error_response(
    status: int, message: str, code: str | None, kind: str = "invalid_request_error", **more: str
) -> Response:
    """An error in the provider's own words."""
    error = {"message": message, "type": kind, "param": more.pop("param", None), "code": code}
    return json_response({"error": error}, status, **more)
