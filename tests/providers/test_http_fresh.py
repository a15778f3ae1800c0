"""Billable calls on connections of their own, against a server that says exactly these bytes."""

import asyncio
import contextlib
import socket
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from mediadesk.domain.errors import ProviderError, ProviderErrorKind
from mediadesk.providers.base import Account
from mediadesk.providers.network.endpoint import QUICK, Endpoint, Limits
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.http_request import FilePart
from mediadesk.providers.openai.api import make_endpoint

_K = ProviderErrorKind
KEY = "sk-test-0123456789"
OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
FLOOD = 512 * 1024
"""More bytes than any head may have."""

Say = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Server:
    """Listens for as long as the test runs; ``say`` is what it does with a connection."""

    endpoint: Endpoint
    say: Say
    received: bytes = b""

    over: asyncio.Event = field(default_factory=asyncio.Event)
    connections: list[asyncio.Task[Any]] = field(default_factory=list)

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        task = asyncio.current_task()
        assert task is not None
        self.connections.append(task)
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            await self.say(reader, writer)
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()

    async def take_request(self, reader: asyncio.StreamReader) -> None:
        """Read one request to its end."""
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
        self.received += head + await reader.readexactly(length)

    def replies(self, *pieces: bytes) -> None:
        """Take the request, say these pieces, close."""

        async def say(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await self.take_request(reader)
            for piece in pieces:
                writer.write(piece)
                await writer.drain()
                await asyncio.sleep(0)

        self.say = say


async def _say_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read()


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    made = Server(make_endpoint(Account(key=KEY), "http://127.0.0.1:1", "Server"), _say_nothing)
    listening = await asyncio.start_server(made.answer, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    made.endpoint = replace(made.endpoint, base_url=f"http://127.0.0.1:{port}")
    async with listening:
        yield made
        made.over.set()
        await asyncio.gather(*made.connections)


@pytest.fixture
async def http() -> AsyncIterator[HttpRoom]:
    room = HttpRoom()
    yield room
    await room.aclose()


async def body_of(http: HttpRoom, server: Server, limits: Limits = QUICK, size: int = 8) -> bytes:
    """What the server answers to a file of so many bytes."""
    file = FilePart("image", "a.png", "image/png", bytes(size))
    async with (
        asyncio.timeout(30),
        http.post(server.endpoint, "/v1/x", files=[file], limits=limits) as reply,
    ):
        return await reply.read()


async def failure(
    http: HttpRoom, server: Server, limits: Limits = QUICK, size: int = 8
) -> ProviderError:
    with pytest.raises(ProviderError) as caught:
        await body_of(http, server, limits, size)
    assert KEY not in str(caught.value)
    return caught.value


@pytest.mark.parametrize(
    "reply",
    [
        OK + b"Content-Length: 5\r\n\r\nhello",
        OK + b"Content-Length: 5\r\n\r\nhello and more than was announced",
        OK + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
        OK + b"\r\nhello",
        b"HTTP/1.0 200\r\n\r\nhello",
        b"HTTP/1.1 200 OK\nContent-Length: 5\n\nhello",
        b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
        + OK
        + b"Content-Length: 5\r\n\r\nhello",
        CHUNKED + b"2;note=x\r\nhe\r\n3 \r\nllo\r\n0\r\nTrailer: x\r\n\r\n",
    ],
)
@pytest.mark.parametrize("step", [1, 1 << 20], ids=["byte by byte", "at once"])
async def test_a_body_ends_where_its_server_says(
    http: HttpRoom, server: Server, reply: bytes, step: int
) -> None:
    server.replies(*[reply[at : at + step] for at in range(0, len(reply), step)])
    assert await body_of(http, server) == b"hello"


async def test_no_content_has_no_body(http: HttpRoom, server: Server) -> None:
    server.replies(b"HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello")
    assert await body_of(http, server) == b""


@pytest.mark.parametrize(
    "reply",
    [
        (),
        (b"HTTP/1.1 20",),
        (OK + b"Content-Le",),
        (b"SSH-2.0-OpenSSH_9.2\r\n",),
        (b"\x16\x03\x01\x02\x00\x01",),
        (b"HTTP/1.1 099 Strange\r\n\r\n",),
        (b"HTTP/1.1 100 Continue\r\n\r\n",),
        (b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\nx",),
        (OK + b"Content-Length: five\r\n\r\nhello",),
        (OK + b"No colon\r\n\r\n",),
        (OK, b"x" * FLOOD),
        (OK + b"X: ", b"x" * FLOOD),
        (OK + b"X: x\r\n" * 600 + b"\r\n",),
        (b"HTTP/1.1 100 Continue\r\n\r\n" * 20_000,),
    ],
)
async def test_an_answer_without_a_head_leaves_the_outcome_open(
    http: HttpRoom, server: Server, reply: tuple[bytes, ...]
) -> None:
    server.replies(*reply)
    error = await failure(http, server)
    assert error.kind is _K.NETWORK
    assert error.sent


@pytest.mark.parametrize(
    "reply",
    [
        (OK + b"Content-Length: 500\r\n\r\nhello",),
        (CHUNKED + b"5\r\nhello\r\n",),
        (CHUNKED + b"5\r\nhel",),
        (CHUNKED + b"no size\r\nhello",),
        (CHUNKED + b"fffffffffffffffffff\r\nhello",),
        (CHUNKED + b"5\r\nhello\r\n0\r\nX: ", b"x" * FLOOD),
        (CHUNKED + b"5\r\nhello\r\n5;", b"x" * FLOOD),
    ],
)
async def test_a_body_without_its_end_is_interrupted(
    http: HttpRoom, server: Server, reply: tuple[bytes, ...]
) -> None:
    server.replies(*reply)
    assert (await failure(http, server)).kind is _K.INTERRUPTED


async def test_a_reset_is_no_end_of_a_body_that_ends_with_its_connection(
    http: HttpRoom, server: Server
) -> None:
    async def say(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await server.take_request(reader)
        writer.write(OK + b"\r\nhello")
        await asyncio.sleep(0.05)
        writer.transport.get_extra_info("socket").setsockopt(
            socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)
        )
        writer.transport.abort()

    server.say = say
    assert (await failure(http, server)).kind is _K.INTERRUPTED


async def test_a_body_that_nobody_takes_is_not_read(http: HttpRoom, server: Server) -> None:
    size, sent = 64 << 20, 0

    async def say(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        await server.take_request(reader)
        writer.write(OK + b"Content-Length: %d\r\n\r\n" % size)
        while sent < size:
            writer.write(b"x" * (64 << 10))
            sent += 64 << 10
            await writer.drain()

    server.say = say
    limits = replace(QUICK, body_bytes=size)
    async with http.post(server.endpoint, "/v1/x", json={}, limits=limits) as reply:
        for _ in range(8_000):
            await asyncio.sleep(0)
        assert sent < size
        assert sum([len(piece) async for piece in reply.chunks()]) == size


async def test_a_large_request_arrives_whole(http: HttpRoom, server: Server) -> None:
    server.replies(OK + b"Content-Length: 2\r\n\r\nok")
    data = bytes(range(256)) * 12_000
    file = FilePart("image", "a.png", "image/png", data)
    async with http.post(server.endpoint, "/v1/x", files=[file], limits=QUICK) as reply:
        assert await reply.read() == b"ok"
    assert data in server.received


async def test_an_answer_to_half_a_request_is_read(http: HttpRoom, server: Server) -> None:
    async def say(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()
        await server.over.wait()

    server.say = say
    error = await failure(http, server, size=32 << 20)
    assert error.kind is _K.TOO_LARGE


@pytest.mark.parametrize("size", [1, 32 << 20], ids=["no answer", "nothing taken"])
async def test_silence_leaves_the_outcome_open(http: HttpRoom, server: Server, size: int) -> None:
    async def say(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await server.over.wait()

    server.say = say
    limits = replace(QUICK, first_byte_s=0.2, write_s=0.2)
    error = await failure(http, server, limits, size)
    assert error.kind is _K.TIMEOUT
    assert error.sent


async def test_nothing_is_sent_before_the_server_has_shown_its_certificate(
    http: HttpRoom, server: Server
) -> None:
    heard = bytearray()

    async def say(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(4096):
            heard.extend(data)

    server.say = say
    secure = server.endpoint.base_url.replace("http:", "https:")
    server.endpoint = replace(server.endpoint, base_url=secure)
    error = await failure(http, server, replace(QUICK, connect_s=0.2))
    assert error.kind is _K.NETWORK
    assert not error.sent
    assert b"POST" not in heard


async def test_a_refused_connection_is_told_in_the_words_of_the_system(
    http: HttpRoom, server: Server
) -> None:
    server.endpoint = replace(server.endpoint, base_url="http://127.0.0.1:1")
    error = await failure(http, server)
    assert not error.sent
    assert "Connection refused" in error.message


async def test_a_name_is_reached_at_whichever_of_its_addresses_answers(
    http: HttpRoom, server: Server
) -> None:
    server.replies(OK + b"Content-Length: 5\r\n\r\nhello")
    named = server.endpoint.base_url.replace("127.0.0.1", "localhost")
    server.endpoint = replace(server.endpoint, base_url=named)
    assert await body_of(http, server) == b"hello"


async def test_a_header_with_a_line_end_is_neither_sent_nor_told(
    http: HttpRoom, server: Server
) -> None:
    secret = {"Authorization": f"Bearer {KEY}\r\nX-Other: 1"}
    server.endpoint = replace(server.endpoint, secret_headers=secret)
    error = await failure(http, server)
    assert not error.sent
    assert server.received == b""


async def test_who_stops_a_call_closes_its_connection(http: HttpRoom, server: Server) -> None:
    is_begun, is_closed = asyncio.Event(), asyncio.Event()

    async def say(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await server.take_request(reader)
        writer.write(CHUNKED)
        is_begun.set()
        with contextlib.suppress(ConnectionError):
            await reader.read()
        is_closed.set()

    server.say = say
    task = asyncio.create_task(body_of(http, server))
    await is_begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with asyncio.timeout(30):
        await is_closed.wait()
