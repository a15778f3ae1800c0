"""Downloads connect to the address that was vetted, under the name that was asked for."""

from collections.abc import AsyncIterator

import httpx
import pytest

from mediadesk.domain.errors import ProviderError
from mediadesk.providers.base import Account
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.policy import DownloadPolicy
from mediadesk.providers.openai.api import make_endpoint
from mediadesk.providers.replies.media_download import download
from tests.fakes.context import FakeSink

KEY = "sk-test-0123456789"
POLICY = DownloadPolicy(("files.example.com", ".cdn.example"), label="Example")
ENDPOINT = make_endpoint(Account(key=KEY), "https://api.example.com", "Example")
ADDRESSES = {"files.example.com": "93.184.215.14", "a.cdn.example": "2606:2800:220:1::1"}


async def resolve(host: str, port: int) -> list[str]:
    assert port == 443
    return [ADDRESSES.get(host, "192.168.0.1")]


async def stream(body: bytes) -> AsyncIterator[bytes]:
    yield body


def found(body: bytes) -> httpx.Response:
    """A body that is read from the wire."""
    return httpx.Response(200, content=stream(body))


def room(*replies: httpx.Response) -> tuple[HttpRoom, list[httpx.Request]]:
    """A network room whose wire is a list of replies."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return replies[len(seen) - 1]

    return HttpRoom(transport=httpx.MockTransport(answer), resolver=resolve), seen


async def test_vetted_address_is_used_under_its_name() -> None:
    http, seen = room(found(b"picture"))
    sink = FakeSink("image/png")
    await download(http, ENDPOINT, "https://files.example.com/a/b?sig=x%2Fy", sink, POLICY)
    (request,) = seen
    assert str(request.url) == "https://93.184.215.14/a/b?sig=x%2Fy"
    assert request.headers["host"] == "files.example.com"
    assert request.extensions["sni_hostname"] == "files.example.com"
    assert "authorization" not in request.headers
    assert request.headers["accept-encoding"] == "identity"
    assert bytes(sink.data) == b"picture"
    assert sink.is_finished


async def test_redirect_to_a_listed_host_is_followed_with_a_new_look_up() -> None:
    target = "https://a.cdn.example/final"
    http, seen = room(httpx.Response(302, headers={"location": target}), found(b"x"))
    sink = FakeSink("image/png")
    await download(http, ENDPOINT, "https://files.example.com/a", sink, POLICY)
    assert seen[1].url.host == "2606:2800:220:1::1"
    assert seen[1].headers["host"] == "a.cdn.example"
    assert sink.is_finished


@pytest.mark.parametrize(
    "target",
    ["https://evil.example/x", "http://files.example.com/x", "https://inside.cdn.example/x", ""],
)
async def test_redirects_elsewhere_end(target: str) -> None:
    redirect = httpx.Response(302, headers={"location": target} if target else {})
    http, seen = room(*[redirect] * 5)
    sink = FakeSink("image/png")
    with pytest.raises(ProviderError):
        await download(http, ENDPOINT, "https://files.example.com/a", sink, POLICY)
    assert len(seen) == (1 if target else 4)
    assert not sink.is_finished


async def test_name_that_leads_inside_is_never_connected_to() -> None:
    http, seen = room()
    with pytest.raises(ProviderError, match="private network"):
        await download(http, ENDPOINT, "https://b.cdn.example/x", FakeSink("image/png"), POLICY)
    assert seen == []


async def test_empty_result_is_none() -> None:
    http, _ = room(found(b""))
    sink = FakeSink("image/png")
    with pytest.raises(ProviderError, match="did not arrive whole"):
        await download(http, ENDPOINT, "https://files.example.com/a", sink, POLICY)
    assert not sink.is_finished
