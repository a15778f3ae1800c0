"""Misbehaviour by name; each fault gets the connection and the answer that would be right."""

import asyncio
import functools
import gzip
import json
import zlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

from tests.simulator.wire import Response, error_response, json_response

Options = Mapping[str, Any]
Fault = Callable[[asyncio.StreamWriter, Response, Options], Awaitable[None]]


async def send(writer: asyncio.StreamWriter, response: Response) -> None:
    """Send an answer as it should be."""
    writer.write(response.head())
    for chunk in response.chunks:
        writer.write(response.frame(chunk))
        if response.pause_s:
            await writer.drain()
            await asyncio.sleep(response.pause_s)
    writer.write(response.tail)
    await writer.drain()


async def _cut_before_headers(
    writer: asyncio.StreamWriter, response: Response, options: Options
) -> None:
    """Close without a word after the request was read."""


async def _reset(writer: asyncio.StreamWriter, response: Response, options: Options) -> None:
    writer.transport.abort()


async def _cut_after_headers(
    writer: asyncio.StreamWriter, response: Response, options: Options
) -> None:
    """Headers and ``chunks`` chunks (or half of a single one), then close."""
    whole = response.framing == "length" or len(response.chunks) < 2
    chunks = [response.body[: len(response.body) // 2]] if whole else response.chunks
    writer.write(response.head())
    for chunk in chunks[: options.get("chunks", 3)]:
        writer.write(response.frame(chunk))
        await writer.drain()


async def _silent(writer: asyncio.StreamWriter, response: Response, options: Options) -> None:
    """Read the request and say nothing for ``seconds``."""
    await asyncio.sleep(options.get("seconds", 3600))


async def _stall(writer: asyncio.StreamWriter, response: Response, options: Options) -> None:
    """Send ``chunks`` chunks, then nothing more."""
    await _cut_after_headers(writer, response, options)
    await asyncio.sleep(options.get("seconds", 3600))


async def _drip(writer: asyncio.StreamWriter, response: Response, options: Options) -> None:
    """The body byte by byte, ``interval_s`` apart."""
    writer.write(response.head())
    for byte in response.body:
        writer.write(response.frame(bytes((byte,))))
        await writer.drain()
        await asyncio.sleep(options.get("interval_s", 0.05))
    writer.write(response.tail)


async def _endless(writer: asyncio.StreamWriter, response: Response, options: Options) -> None:
    """A body without end, of blanks (or ``filler``)."""
    endless = replace(response, framing="chunked")
    filler = str(options.get("filler", " ")).encode() * 64 * 1024
    writer.write(endless.head())
    while not writer.is_closing():
        writer.write(endless.frame(filler))
        await writer.drain()


@functools.cache
def _blanks(size_mib: int) -> bytes:
    """So many compressed blanks, made piece by piece: tests ask for the same ones again."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    piece = b" " * 1024 * 1024
    return b"".join(squeeze.compress(piece) for _ in range(size_mib)) + squeeze.flush()


async def _gzip_bomb(writer: asyncio.StreamWriter, response: Response, options: Options) -> None:
    """Blanks that weigh ``size_bytes`` once decompressed."""
    body = _blanks(options.get("size_bytes", 512 * 1024 * 1024) // (1024 * 1024))
    headers = {**response.headers, "content-encoding": "gzip"}
    await send(writer, replace(response, chunks=[body], framing="length", headers=headers))


async def _gzipped(writer: asyncio.StreamWriter, response: Response, options: Options) -> None:
    body = gzip.compress(response.body)
    headers = {**response.headers, "content-encoding": "gzip"}
    await send(writer, replace(response, chunks=[body], framing="length", headers=headers))


async def _huge_headers(writer: asyncio.StreamWriter, response: Response, options: Options) -> None:
    headers = {f"x-filler-{at}": "x" * 4096 for at in range(options.get("count_headers", 20))}
    await send(writer, replace(response, headers=headers))


async def _wrong_type(writer: asyncio.StreamWriter, response: Response, options: Options) -> None:
    page = b"<!doctype html><html><body>Sign in to continue</body></html>"
    await send(writer, Response(mime="text/html", chunks=[page]))


async def _malformed_json(
    writer: asyncio.StreamWriter, response: Response, options: Options
) -> None:
    if response.mime == "text/event-stream":
        broken = [*response.chunks[:3], b'data: {"choices": [oops\n\n']
        await send(writer, replace(response, chunks=broken))
    else:
        await send(writer, replace(response, chunks=[b'{"data": [oops'], mime="application/json"))


async def _huge_event(writer: asyncio.StreamWriter, response: Response, options: Options) -> None:
    text = "x" * options.get("size_bytes", 2 * 1024 * 1024)
    event = json.dumps({"choices": [{"delta": {"content": text}}]}).encode()
    await send(writer, replace(response, chunks=[b"data: " + event + b"\n\n"]))


async def _split(writer: asyncio.StreamWriter, response: Response, options: Options) -> None:
    """The same bytes, one to a network write: every character and line end is cut."""
    response = replace(response, chunks=[bytes((byte,)) for byte in response.body])
    writer.write(response.head())
    for at, chunk in enumerate(response.chunks):
        writer.write(response.frame(chunk))
        if at % 16 == 0:
            await writer.drain()
            await asyncio.sleep(0)
    writer.write(response.tail)


async def _stream_error(writer: asyncio.StreamWriter, response: Response, options: Options) -> None:
    code = options.get("code")
    error = {"message": "The server had an error.", "type": "server_error", "code": code}
    event = f"data: {json.dumps({'error': error})}\n\n".encode()
    chunks = [*response.chunks[: options.get("chunks", 3)], event]
    await send(writer, replace(response, chunks=chunks))


def instead(make: Callable[[Options], Response]) -> Fault:
    """A fault that sends another answer."""

    async def fault(writer: asyncio.StreamWriter, response: Response, options: Options) -> None:
        await send(writer, make(options))

    return fault


def _status(options: Options) -> Response:
    """Any ``status`` with a ``document`` (JSON), or a proxy's page."""
    status = int(options.get("status", 500))
    headers = {str(name): str(value) for name, value in options.get("headers", {}).items()}
    if "document" in options:
        return json_response(options["document"], status, **headers)
    page = b"<html><body>Gateway</body></html>"
    return Response(status, "text/html", [page], headers)


def _rate_limit(options: Options) -> Response:
    wait = str(options.get("retry_after", 1))
    return error_response(
        429, "Rate limit reached.", "rate_limit_exceeded", "requests", retry_after=wait
    )


def _redirect(options: Options) -> Response:
    location = str(options.get("location", "http://127.0.0.1:9/elsewhere"))
    return Response(int(options.get("status", 307)), chunks=[], headers={"location": location})


FAULTS: Mapping[str, Fault] = {
    "cut_before_headers": _cut_before_headers,
    "reset": _reset,
    "cut_after_headers": _cut_after_headers,
    "silent": _silent,
    "stall": _stall,
    "drip": _drip,
    "endless": _endless,
    "gzip_bomb": _gzip_bomb,
    "gzipped": _gzipped,
    "huge_headers": _huge_headers,
    "huge_event": _huge_event,
    "wrong_type": _wrong_type,
    "malformed_json": _malformed_json,
    "split": _split,
    "stream_error": _stream_error,
    "status": instead(_status),
    "redirect": instead(_redirect),
    "rate_limit": instead(_rate_limit),
    "no_credit": instead(
        lambda _: error_response(429, "You exceeded your current quota.", "insufficient_quota")
    ),
    "wrong_key": instead(
        lambda _: error_response(401, "Incorrect API key provided.", "invalid_api_key")
    ),
    "forbidden": instead(
        lambda _: error_response(403, "Missing scopes: model.read.", "missing_scope")
    ),
    "blocked": instead(
        lambda _: error_response(
            400, "Rejected by the safety system.", "moderation_blocked", "user_error"
        )
    ),
    "bad_parameter": instead(
        lambda options: error_response(
            400,
            "Unsupported parameter.",
            "unsupported_parameter",
            param=str(options.get("param", "temperature")),
        )
    ),
    "no_model": instead(
        lambda _: error_response(404, "The model does not exist.", "model_not_found")
    ),
    "too_large": instead(
        lambda _: error_response(413, "The request is too large.", "request_too_large")
    ),
    "server_error": instead(
        lambda _: error_response(500, "The server had an error.", "server_error", "server_error")
    ),
    "overloaded": instead(
        lambda _: error_response(503, "Overloaded.", "overloaded", "server_error")
    ),
    "expired_link": instead(lambda _: Response(403, "text/plain", [b"expired"])),
}
CLOSING = frozenset(
    {
        *("cut_before_headers", "reset", "cut_after_headers", "silent", "stall"),
        *("drip", "endless"),
    }
)
"""Faults after which the connection ends; after the others it stays open."""
