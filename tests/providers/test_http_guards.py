"""Guards of the network room that no provider's wire format reaches."""

import socket
from collections.abc import AsyncIterator
from typing import NoReturn

import httpx
import pytest

from mediadesk.domain.errors import Billed, ProviderError, ProviderErrorKind
from mediadesk.providers.base import Account
from mediadesk.providers.network.choices import NetworkChoices
from mediadesk.providers.network.endpoint import QUICK, Endpoint, ErrorReply
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.policy import DownloadPolicy
from mediadesk.providers.network.status_errors import status_error
from mediadesk.providers.openai.api import make_endpoint
from mediadesk.providers.replies.media_download import download
from tests.fakes.context import FakeSink

KEY = "sk-test-0123456789"
BASE = "https://api.example.com/v1"
ENDPOINT = make_endpoint(Account(key=KEY), BASE, "Example")


class Body(httpx.AsyncByteStream):
    """A body in these pieces; remembers how many bytes were taken."""

    def __init__(self, *pieces: bytes) -> None:
        self.taken = 0
        self._pieces = pieces

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self._pieces:
            self.taken += len(piece)
            yield piece


def room(status: int, body: Body, **headers: str) -> HttpRoom:
    """A network room whose every request gets this answer."""

    def answer(request: httpx.Request) -> httpx.Response:
        del request
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return httpx.Response(status, headers=named, stream=body)

    return HttpRoom(transport=httpx.MockTransport(answer))


async def test_long_errors_are_not_read_to_their_end() -> None:
    flood = Body(*[b"x" * 16 * 1024] * 512)
    with pytest.raises(ProviderError) as caught:
        await room(500, flood).get_json(ENDPOINT, "/models", attempts=1)
    assert caught.value.kind is ProviderErrorKind.SERVER
    assert flood.taken <= 96 * 1024


async def test_what_a_reader_of_errors_gets_holds_no_key() -> None:
    seen: list[ErrorReply] = []

    def read(reply: ErrorReply, label: str) -> ProviderError:
        seen.append(reply)
        return status_error(reply, label)

    endpoint = Endpoint(BASE, "Example", read, ENDPOINT.secret_headers)
    body = Body(f"<p>who is {KEY}?</p>".encode())
    with pytest.raises(ProviderError):
        await room(401, body).get_json(endpoint, "/models", attempts=1)
    assert KEY not in seen[0].text
    assert "who is" in seen[0].text


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_is_no_answer_whatever_it_holds(status: int) -> None:
    there = room(status, Body(b'{"data": []}'), location=f"{BASE}/elsewhere")
    with pytest.raises(ProviderError, match="not followed") as caught:
        async with there.post(ENDPOINT, "/images", json={}, limits=QUICK):
            pass
    assert caught.value.billed is Billed.UNKNOWN


async def test_large_reads_are_handed_on_in_pieces() -> None:
    there = room(200, Body(bytes(1024 * 1024)))
    async with there.post(ENDPOINT, "/images", json={}, limits=QUICK) as reply:
        sizes = [len(piece) async for piece in reply.chunks()]
    assert sum(sizes) == 1024 * 1024
    assert max(sizes) <= 64 * 1024


async def test_request_ids_are_cut_to_length() -> None:
    there = room(200, Body(b"{}"), x_request_id="r" * 10_000)
    async with there.post(ENDPOINT, "/images", json={}, limits=QUICK) as reply:
        assert reply.request_id == "r" * 200


@pytest.mark.parametrize(
    ("status", "billed"), [(400, Billed.FREE), (408, Billed.UNKNOWN), (500, Billed.UNKNOWN)]
)
async def test_a_timeout_told_by_the_server_leaves_the_outcome_open(
    status: int, billed: Billed
) -> None:
    with pytest.raises(ProviderError) as caught:
        async with room(status, Body(b"")).post(ENDPOINT, "/images", json={}, limits=QUICK):
            pass
    assert caught.value.billed is billed


async def test_a_result_whose_end_nobody_tells_is_not_whole() -> None:
    there = room(200, Body(b"half a picture"))
    sink = FakeSink("image/png")
    policy = DownloadPolicy((), ENDPOINT.origin, "Example")
    with pytest.raises(ProviderError, match="did not arrive whole") as caught:
        await download(there, ENDPOINT, f"{BASE}/files/1", sink, policy, with_key=True)
    assert caught.value.kind is ProviderErrorKind.INTERRUPTED
    assert not sink.is_finished


async def test_addresses_that_cannot_be_read_are_told() -> None:
    with pytest.raises(ProviderError, match="cannot be read") as caught:
        await room(200, Body(b"{}")).get_json(ENDPOINT, "/models\x07")
    assert not caught.value.sent


async def test_system_proxy_is_not_used_unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.getsockname()[1]}")
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)

        def unknown(*_: object, **__: object) -> NoReturn:
            raise socket.gaierror("no such name")

        monkeypatch.setattr(socket, "getaddrinfo", unknown)
        http = HttpRoom(choices=lambda: NetworkChoices(patience=0.05))
        with pytest.raises(ProviderError, match="could not be reached"):
            await http.get_json(ENDPOINT, "/models", attempts=1)
        await http.aclose()
        proxy.settimeout(0)
        with pytest.raises(BlockingIOError):
            proxy.accept()
