"""The network room against a real server: retries, limits, connections, certificates."""

import asyncio
import datetime
import logging
import os
import socket
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from mediadesk.domain.errors import ProviderError, ProviderErrorKind, UsageError
from mediadesk.providers.base import Account
from mediadesk.providers.network.choices import NetworkChoices, Way, check_proxy
from mediadesk.providers.network.endpoint import QUICK, Endpoint, Limits
from mediadesk.providers.network.http import ATTEMPTS, HttpRoom
from mediadesk.providers.network.http_clients import CONNECTIONS_PER_ORIGIN
from mediadesk.providers.network.loopback_tls import loopback_tls
from mediadesk.providers.network.policy import Origin
from mediadesk.providers.network.status_errors import retry_after_s
from mediadesk.providers.openai.api import make_endpoint
from tests.simulator import Simulator
from tests.simulator.certificates import Certificates, make_certificates

KEY = "sk-test-0123456789"


@pytest.fixture
def simulator() -> Iterator[Simulator]:
    with Simulator() as running:
        yield running


@pytest.fixture
def waits() -> list[float]:
    """The pauses between tries, which tests skip."""
    return []


@pytest.fixture
async def http(waits: list[float]) -> AsyncIterator[HttpRoom]:
    async def remember(seconds: float) -> None:
        waits.append(seconds)

    room = HttpRoom(sleep=remember)
    yield room
    await room.aclose()


@pytest.fixture
def endpoint(simulator: Simulator) -> Endpoint:
    return make_endpoint(Account(key=KEY), simulator.base_url, "Simulator")


@pytest.mark.parametrize(
    "fault", ["cut_before_headers", "reset", "server_error", "overloaded", "cut_after_headers"]
)
async def test_reading_calls_try_again(
    http: HttpRoom, endpoint: Endpoint, simulator: Simulator, waits: list[float], fault: str
) -> None:
    simulator.plan("/models", fault, count=ATTEMPTS - 1)
    assert await http.get_json(endpoint, "/models")
    assert len(simulator.requests) == ATTEMPTS
    assert len(waits) == ATTEMPTS - 1
    assert all(0.75 * 2**n <= wait <= 2**n for n, wait in enumerate(waits))


async def test_reading_calls_give_up(
    http: HttpRoom, endpoint: Endpoint, simulator: Simulator
) -> None:
    simulator.plan("/models", "server_error", count=-1)
    with pytest.raises(ProviderError):
        await http.get_json(endpoint, "/models")
    assert len(simulator.requests) == ATTEMPTS


async def test_where_nothing_is_reached_one_more_try_is_made(
    http: HttpRoom, waits: list[float]
) -> None:
    """A list of models from an address where nobody listens took half a minute to fail."""
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    nowhere = make_endpoint(Account(key=KEY), f"http://127.0.0.1:{port}/v1", "Nobody")
    with pytest.raises(ProviderError, match="could not be reached") as raised:
        await http.get_json(nowhere, "/models")
    assert not raised.value.sent
    assert len(waits) == 1


@pytest.mark.parametrize(
    ("told", "waited"), [("0", [0.0]), ("1", [1.0]), ("119", [119.0]), ("10000", [])]
)
async def test_told_waits_are_obeyed_up_to_two_minutes(
    http: HttpRoom,
    endpoint: Endpoint,
    simulator: Simulator,
    waits: list[float],
    told: str,
    waited: list[float],
) -> None:
    simulator.plan("/models", "rate_limit", retry_after=told)
    if waited:
        await http.get_json(endpoint, "/models")
    else:
        with pytest.raises(ProviderError):
            await http.get_json(endpoint, "/models")
    assert waits == waited


@pytest.mark.parametrize("fault", ["wrong_key", "forbidden", "no_model", "no_credit"])
async def test_final_answers_are_not_asked_for_again(
    http: HttpRoom, endpoint: Endpoint, simulator: Simulator, fault: str
) -> None:
    simulator.plan("/models", fault)
    with pytest.raises(ProviderError):
        await http.get_json(endpoint, "/models")
    assert len(simulator.requests) == 1


async def test_floods_on_reading_calls_are_stopped(
    http: HttpRoom, endpoint: Endpoint, simulator: Simulator
) -> None:
    simulator.plan("/models", "endless")
    with pytest.raises(ProviderError, match="larger than 8 MB") as caught:
        await http.get_json(endpoint, "/models")
    assert caught.value.kind is ProviderErrorKind.MALFORMED


async def test_no_more_than_32_connections_to_one_host(
    http: HttpRoom, endpoint: Endpoint, simulator: Simulator
) -> None:
    simulator.plan("/chat/completions", latency_s=0.2, count=-1)

    async def ask() -> None:
        async with http.post(endpoint, "/chat/completions", json={}, limits=QUICK) as reply:
            await reply.read()

    tasks = [asyncio.create_task(ask()) for _ in range(CONNECTIONS_PER_ORIGIN + 8)]
    await asyncio.sleep(0.1)
    early = len(simulator.requests)
    await asyncio.gather(*tasks)
    assert early <= CONNECTIONS_PER_ORIGIN
    assert len(simulator.requests) == CONNECTIONS_PER_ORIGIN + 8


async def test_billable_calls_use_fresh_connections_and_reading_calls_keep_one(
    http: HttpRoom, endpoint: Endpoint, simulator: Simulator
) -> None:
    for _ in range(3):
        async with http.post(endpoint, "/chat/completions", json={}, limits=QUICK) as reply:
            await reply.read()
        await http.get_json(endpoint, "/models")
    ports = {"POST": set[int](), "GET": set[int]()}
    for entry in simulator.requests:
        ports[entry["method"]].add(entry["connection"])
    assert len(ports["POST"]) == 3
    assert len(ports["GET"]) == 1
    assert not ports["POST"] & ports["GET"]


async def test_a_body_that_stalls_is_given_less_time_than_the_first_byte(
    http: HttpRoom, endpoint: Endpoint, simulator: Simulator
) -> None:
    simulator.plan("/audio/speech", "stall", seconds=3600)
    limits = Limits(first_byte_s=600, between_s=0.2, total_s=600, body_bytes=1 << 20)
    with pytest.raises(ProviderError) as caught:
        async with (
            asyncio.timeout(30),
            http.post(endpoint, "/audio/speech", json={}, limits=limits) as reply,
        ):
            await reply.read()
    assert caught.value.kind is ProviderErrorKind.TIMEOUT


async def test_nothing_about_a_call_is_logged(
    http: HttpRoom, endpoint: Endpoint, simulator: Simulator, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    await http.get_json(endpoint, "/models")
    assert not [record for record in caplog.records if record.name.startswith("http")]


@pytest.mark.parametrize("key", ["sk-a b", "sk-ä", "sk-\nX: y", "sk-\x7f"])
def test_key_that_no_header_can_carry(key: str) -> None:
    with pytest.raises(UsageError) as caught:
        make_endpoint(Account(key=key), "https://api.example.com", "Example")
    assert key not in str(caught.value)


async def test_answers_leave_no_cookie(
    http: HttpRoom, endpoint: Endpoint, simulator: Simulator
) -> None:
    headers = {"set-cookie": "visitor=1; Path=/"}
    simulator.plan("/models", "status", status=200, document={"data": []}, headers=headers)
    await http.get_json(endpoint, "/models")
    await http.get_json(endpoint, "/models")
    assert "cookie" not in simulator.requests[1]["headers"]


def test_endpoint_shows_no_key(endpoint: Endpoint) -> None:
    assert KEY not in repr(endpoint)
    assert KEY not in repr(Account(key=KEY))
    assert KEY not in endpoint.redact(f"bad header Bearer {KEY}, key {KEY}\x1b[31m")
    assert "sk-other" not in endpoint.redact("Incorrect key sk-other-0987654321")
    assert len(endpoint.redact("x" * 5000)) <= 600


def test_absolute_addresses_must_lie_on_the_same_origin(endpoint: Endpoint) -> None:
    assert endpoint.url("/models").endswith("/v1/models")
    same = f"{endpoint.origin.url}/v1/jobs/1"
    assert endpoint.url(same) == same
    for url in ("https://elsewhere.example/v1", "//elsewhere", "ftp://x", "models"):
        if url.startswith("/"):
            assert endpoint.url(url).startswith(endpoint.base_url)
            continue
        with pytest.raises(ProviderError):
            endpoint.url(url)


def test_retry_after_as_a_date() -> None:
    now = datetime.datetime(2026, 11, 23, 12, 0, 0, tzinfo=datetime.UTC)
    headers = {"retry-after": "Mon, 23 Nov 2026 12:00:30 GMT"}
    assert retry_after_s(headers, now) == 30
    assert retry_after_s({"retry-after": "soon"}, now) is None
    assert retry_after_s({"retry-after": "-5"}, now) is None
    assert retry_after_s({"retry-after": "inf"}, now) is None
    assert retry_after_s({"retry-after": f"Mon, 01 Jan {'9' * 20} 00:00:00 GMT"}, now) is None
    assert retry_after_s({"retry-after-ms": "250", "retry-after": "9"}, now) == 0.25
    assert retry_after_s({}, now) is None


@pytest.fixture
async def proxy(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[list[str]]:
    """A proxy of the system that refuses everything; yields what it was asked for."""
    asked: list[str] = []

    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        asked.append(head.decode().splitlines()[0])
        assert KEY.encode() not in head
        writer.write(b"HTTP/1.1 502 No\r\ncontent-length: 0\r\n\r\n")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(refuse, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{port}")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    yield asked
    server.close()
    await server.wait_closed()


async def test_system_proxy_is_used_only_when_asked_for(proxy: list[str]) -> None:
    endpoint = make_endpoint(Account(key=KEY), "https://api.example.com/v1", "Example")
    room = HttpRoom(choices=lambda: NetworkChoices(Way(uses_system_proxy=True)))
    assert room.uses_proxy()
    with pytest.raises(ProviderError) as caught:
        async with room.post(endpoint, "/chat/completions", json={}, limits=QUICK):
            pass
    await room.aclose()
    assert proxy == ["CONNECT api.example.com:443 HTTP/1.1"]
    assert not caught.value.sent
    assert not HttpRoom().uses_proxy()


async def test_a_proxy_of_the_users_own_is_used_from_the_next_request_on(
    proxy: list[str], endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change counts at once, and this computer is reached directly all the same."""
    address = os.environ["HTTPS_PROXY"]
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name)
    chosen = [Way()]
    far = make_endpoint(Account(key=KEY), "https://api.example.com/v1", "Example")
    room = HttpRoom(choices=lambda: NetworkChoices(chosen[0]))
    assert not room.uses_proxy()
    assert await room.get_json(endpoint, "/models")
    chosen[0] = Way(proxy=address, proxy_user="studio", proxy_password="two words")
    assert room.uses_proxy()
    assert "two words" not in repr(chosen[0])
    with pytest.raises(ProviderError):
        async with room.post(far, "/chat/completions", json={}, limits=QUICK):
            pass
    assert await room.get_json(endpoint, "/models")
    await room.aclose()
    assert proxy == ["CONNECT api.example.com:443 HTTP/1.1"]


async def test_an_address_answers_whatever_it_says(simulator: Simulator) -> None:
    room = HttpRoom()
    assert 0 < await room.reach("Simulator", simulator.base_url) < 60
    with pytest.raises(ProviderError, match="could not be reached"):
        await room.reach("Nobody", "http://127.0.0.1:9/v1")
    await room.aclose()
    assert all(KEY not in str(one) for one in simulator.requests)


@pytest.mark.parametrize(
    "url",
    ["proxy.example:3128", "http://proxy.example", "ftp://proxy.example:21", "http://a:b@c:1"],
)
def test_what_is_no_address_of_a_proxy_is_refused(url: str) -> None:
    with pytest.raises(UsageError, match="not the address of a proxy") as caught:
        check_proxy(url)
    assert "a:b" not in caught.value.sentence()


async def test_system_proxy_is_left_out_for_this_computer(
    proxy: list[str], endpoint: Endpoint
) -> None:
    room = HttpRoom(choices=lambda: NetworkChoices(Way(uses_system_proxy=True)))
    assert await room.get_json(endpoint, "/models")
    await room.aclose()
    assert proxy == []


# ----------------------------------------------------------------------------------- certificates


@pytest.fixture
def certificates(tmp_path: Path) -> Certificates:
    """For 127.0.0.1, signed by an authority that only this test knows."""
    return make_certificates(tmp_path)


async def test_certificates_are_checked_before_anything_is_sent(
    certificates: Certificates,
) -> None:
    with Simulator(tls=certificates.context) as simulator:
        endpoint = make_endpoint(Account(key=KEY), simulator.base_url, "Simulator")
        strict = HttpRoom()
        with pytest.raises(ProviderError) as caught:
            async with strict.post(endpoint, "/chat/completions", json={}, limits=QUICK):
                pass
        assert not caught.value.sent
        assert caught.value.kind is ProviderErrorKind.NETWORK
        await strict.aclose()
        assert simulator.requests == []
        named = Way(authority=str(certificates.authority))
        own = HttpRoom(choices=lambda: NetworkChoices(named))
        assert await own.get_json(endpoint, "/models")
        await own.aclose()
        trusting = HttpRoom(loopback_tls=loopback_tls(str(certificates.authority)))
        assert await trusting.get_json(endpoint, "/models")
        async with trusting.post(endpoint, "/chat/completions", json={}, limits=QUICK) as reply:
            assert await reply.read()
        await trusting.aclose()


async def test_an_authority_of_this_computer_vouches_for_no_other(
    certificates: Certificates,
) -> None:
    """The simulator's certificate holds for the name, but the name is no loopback one."""
    loopback = loopback_tls(str(certificates.authority))
    http = HttpRoom(loopback_tls=loopback)
    assert http._clients.tls(Origin.of("https://127.0.0.1:1")) is loopback
    assert http._clients.tls(Origin.of("https://localhost")) is loopback
    for elsewhere in ("https://api.openai.com", "https://10.0.0.1", "https://127.0.0.1.example"):
        assert http._clients.tls(Origin.of(elsewhere)) is not loopback


@pytest.mark.parametrize("content", [None, "", "no certificate"])
def test_an_authority_that_cannot_be_read_is_told(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "ca.pem"
    if content is not None:
        file.write_text(content)
    with pytest.raises(UsageError, match="MEDIADESK_LOOPBACK_CA"):
        loopback_tls(str(file))


async def test_offline_nothing_leaves_this_computer(
    simulator: Simulator, endpoint: Endpoint
) -> None:
    room = HttpRoom(choices=lambda: NetworkChoices(is_offline=True))
    far = make_endpoint(Account(key=KEY), "https://api.invalid/v1", "Far away")
    with pytest.raises(ProviderError, match="works offline") as caught:
        async with room.post(far, "/responses", limits=QUICK, json={}):
            pytest.fail("it was sent")
    assert caught.value.sent is False
    assert await room.get_json(endpoint, "/models"), "a server on this computer"
    await room.aclose()
