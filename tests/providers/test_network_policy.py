"""Where the program may connect to."""

import pytest

from mediadesk.domain.errors import ProviderError, UsageError
from mediadesk.providers.network.policy import (
    DownloadPolicy,
    Origin,
    check_base_url,
    is_private_host,
    is_public_address,
    vetted_address,
)

POLICY = DownloadPolicy(("files.example.com", ".cdn.example"), label="Example")


@pytest.mark.parametrize(
    "url",
    [
        "https://files.example.com/a.png?sig=1",
        "https://files.example.com:443/a",
        "https://eu.cdn.example/x",
    ],
)
def test_listed_hosts_are_allowed(url: str) -> None:
    assert POLICY.check(url).scheme == "https"


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://files.example.com/a", "https"),
        ("https://files.example.com:8443/a", "https"),
        ("https://me:secret@files.example.com/a", "user name"),
        ("https://93.184.215.14/a", "network address"),
        ("https://[2606:2800::1]/a", "network address"),
        ("https://files.example.com.evil.net/a", "hosts"),
        ("https://cdn.example/a", "hosts"),
        ("https://xcdn.example/a", "hosts"),
        ("file:///etc/passwd", "read"),
        ("ftp://files.example.com/a", "read"),
        ("https://", "read"),
        ("https://files.example.com:port/a", "read"),
        ("", "read"),
    ],
)
def test_other_addresses_are_refused(url: str, why: str) -> None:
    with pytest.raises(ProviderError, match=why) as caught:
        POLICY.check(url)
    assert "secret" not in str(caught.value)


def test_own_endpoint_counts_only_on_this_computer_or_network() -> None:
    local = DownloadPolicy((), Origin.of("http://127.0.0.1:8080/v1"))
    assert local.check("http://127.0.0.1:8080/files/1").port == 8080
    for url in (
        "http://127.0.0.1:9090/files/1",
        "https://127.0.0.1:8080/x",
        "http://localhost:8080/",
    ):
        with pytest.raises(ProviderError):
            local.check(url)
    public = DownloadPolicy((), Origin.of("http://api.example.com"))
    with pytest.raises(ProviderError):
        public.check("http://api.example.com/files/1")


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:220:1::1", "8.8.8.8"])
def test_public_addresses(address: str) -> None:
    assert is_public_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1",
        "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0",
        "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
        "64:ff9b::a00:1", "2002:7f00:1::", "2002:c0a8:101::1", "nonsense", "",
    ],
)  # fmt: skip
def test_addresses_that_lead_inside(address: str) -> None:
    assert not is_public_address(address)


async def test_every_address_of_a_name_must_be_public() -> None:
    origin = Origin.of("https://files.example.com/")

    async def mixed(host: str, port: int) -> list[str]:
        return ["93.184.215.14", "127.0.0.1"]

    async def public(host: str, port: int) -> list[str]:
        assert (host, port) == ("files.example.com", 443)
        return ["93.184.215.14"]

    async def nothing(host: str, port: int) -> list[str]:
        raise OSError("no such name")

    assert await vetted_address(origin, public, POLICY) == "93.184.215.14"
    with pytest.raises(ProviderError, match="private network"):
        await vetted_address(origin, mixed, POLICY)
    with pytest.raises(ProviderError, match="was not found"):
        await vetted_address(origin, nothing, POLICY)


@pytest.mark.parametrize("host", ["localhost", "api.localhost", "127.0.0.1", "::1", "192.168.0.9"])
def test_private_hosts(host: str) -> None:
    assert is_private_host(host)


@pytest.mark.parametrize("host", ["example.com", "localhost.example.com", "8.8.8.8", "0.0.0.0"])
def test_hosts_outside(host: str) -> None:
    assert not is_private_host(host)


def test_base_addresses() -> None:
    assert check_base_url(" https://api.example.com/v1/ ") == "https://api.example.com/v1"
    assert check_base_url("http://localhost:11434/v1") == "http://localhost:11434/v1"
    lan = "http://192.168.0.9:1234/v1"
    assert check_base_url(lan, allows_private_http=True) == lan


@pytest.mark.parametrize(
    ("url", "allows_private_http"),
    [
        ("http://api.example.com/v1", True),
        ("http://192.168.0.9:1234/v1", False),
        ("http://127.0.0.1.evil.net/v1", True),
        ("https://user:pass@api.example.com/v1", True),
        ("https://api.example.com/v1?key=1", True),
        ("api.example.com", True),
        ("", True),
    ],
)
def test_base_addresses_that_are_refused(url: str, allows_private_http: bool) -> None:
    with pytest.raises(UsageError) as caught:
        check_base_url(url, allows_private_http=allows_private_http)
    assert caught.value.next_step
