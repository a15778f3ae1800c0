"""Calls on a connection of their own, read by a parser in C: a transport for the HTTP client.

What costs money never shares a connection, so the client's own pool brings such a call nothing and
takes most of its processor time. Errors are the client's: a ``ConnectError`` or ``ConnectTimeout``
means that no byte of the request left. Silence inside a body is watched by whoever reads it.
"""

from __future__ import annotations

import asyncio
import os
import socket
import ssl
from collections.abc import AsyncIterator

import httpx

from mediadesk.providers.network.http_exchange import Exchange

_NEXT_ADDRESS_AFTER_S = 0.25
"""How long one address of a host may stay silent before the next one is tried (RFC 8305)."""


class FreshConnections(httpx.AsyncBaseTransport):
    """Opens a connection for each GET or POST and closes it after the reply."""

    def __init__(self, tls: ssl.SSLContext) -> None:
        tls.set_alpn_protocols(["http/1.1"])
        self._tls = tls

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; the reply's body comes later. Raises ``httpx.TransportError``."""
        times, trace = request.extensions["timeout"], request.extensions["trace"]
        await trace("connection.connect_tcp.started", {"request": request})
        head = _request_head(request)
        exchange = await self._connected(request, times["connect"])
        try:
            await trace("http11.send_request_headers.started", {"request": request})
            assert isinstance(request.stream, httpx.AsyncByteStream)
            await exchange.send(head, request.stream, times["write"])
            await exchange.receive_head(times["read"])
        except BaseException:
            exchange.close()
            raise
        return httpx.Response(exchange.status, headers=exchange.headers, stream=_Body(exchange))

    async def _connected(self, request: httpx.Request, seconds: float) -> Exchange:
        is_tls = request.url.scheme == "https"
        host = request.url.raw_host.decode("ascii")
        name = request.extensions.get("sni_hostname", host) if is_tls else None
        try:
            async with asyncio.timeout(seconds):
                _, exchange = await asyncio.get_running_loop().create_connection(
                    Exchange,
                    host,
                    request.url.port or (443 if is_tls else 80),
                    ssl=self._tls if is_tls else None,
                    server_hostname=name,
                    happy_eyeballs_delay=_NEXT_ADDRESS_AFTER_S,
                )
        except TimeoutError:
            raise httpx.ConnectTimeout("no connection in time") from None
        except OSError as error:
            raise httpx.ConnectError(_why(error)) from None
        return exchange


class _Body(httpx.AsyncByteStream):
    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._exchange.pieces()

    async def aclose(self) -> None:
        """Close the connection, whatever is still on its way."""
        self._exchange.close()


def _request_head(request: httpx.Request) -> bytes:
    """Request line and headers as bytes. Raises ``LocalProtocolError``, which quotes none."""
    if "transfer-encoding" in request.headers:
        raise httpx.LocalProtocolError("a body without a length is not sent")
    lines = [b"%b %b HTTP/1.1" % (request.method.encode("ascii"), request.url.raw_path)]
    lines += [b"%b: %b" % header for header in request.headers.raw]
    if any(control in line for line in lines for control in (b"\r", b"\n", b"\0")):
        raise httpx.LocalProtocolError("a header holds a line end")
    return b"\r\n".join(lines) + b"\r\n\r\n"


def _why(error: OSError) -> str:
    """A few words of the system, without the addresses that Python adds."""
    if isinstance(error, ssl.SSLError):
        return str(error)
    if isinstance(error, socket.gaierror):
        return error.strerror or ""
    return os.strerror(error.errno) if error.errno else ""
