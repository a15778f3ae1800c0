"""Where this program may connect to: base addresses of providers, and addresses of results.

Result addresses come from outside. They are fetched over https on port 443 from listed hosts only,
never from an IP address or from a host that leads into this computer or its network, unless the
user's own endpoint is that very place.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from mediadesk.domain.errors import ProviderError, ProviderErrorKind, UsageError

Resolver = Callable[[str, int], Awaitable[list[str]]]
"""Look up a host name for a port; returns addresses as text. Raises ``OSError``."""

_DEFAULT_PORTS = {"https": 443, "http": 80}
_EMBEDDED_V4 = tuple(
    (ipaddress.IPv6Network(network), shift)
    for network, shift in (
        ("::ffff:0:0/96", 0),
        ("64:ff9b::/96", 0),
        ("64:ff9b:1::/48", 0),
        ("2002::/16", 80),
        ("::/96", 0),
    )
)
"""IPv6 ranges around an IPv4 address, and where its lowest bit is (RFC 4291, 6052, 3056)."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Scheme, host and port: the unit to which a key belongs."""

    scheme: str
    host: str
    port: int

    @classmethod
    def of(cls, url: str) -> Origin:
        """Origin of an absolute http(s) address. Raises ``ValueError``."""
        parts = urlsplit(url)
        if parts.scheme not in _DEFAULT_PORTS or not parts.hostname:
            raise ValueError("not an http or https address")
        return cls(parts.scheme, parts.hostname.lower(), parts.port or _DEFAULT_PORTS[parts.scheme])

    @property
    def url(self) -> str:
        """The origin as an address, without a slash at the end."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"


@dataclass(frozen=True, slots=True)
class DownloadPolicy:
    """Which result addresses are fetched.

    ``hosts`` are names; one that begins with a dot allows every name below it. ``own_origin`` is
    the user's own endpoint: it is allowed as it stands if it lies on this computer or network.
    """

    hosts: tuple[str, ...] = ()
    own_origin: Origin | None = None
    label: str = "The provider"

    def check(self, url: str) -> Origin:
        """Return the origin of ``url`` if it may be fetched. Raises ``ProviderError``."""
        origin, parts = self._split(url)
        if self.is_own(origin):
            return origin
        if origin.scheme != "https" or origin.port != 443:
            raise self.refusal("is not https on the standard port")
        if parts.username is not None or parts.password is not None:
            raise self.refusal("carries a user name")
        if _address(origin.host) is not None:
            raise self.refusal("is a bare network address")
        if not any(_matches(origin.host, host) for host in self.hosts):
            raise self.refusal(f"is on {origin.host[:100]}, which is not one of its own hosts")
        return origin

    def is_own(self, origin: Origin) -> bool:
        """Whether ``origin`` is the user's own endpoint on this computer or network."""
        return origin == self.own_origin and is_private_host(origin.host)

    def refusal(self, why: str) -> ProviderError:
        """The error for an address that is not fetched."""
        return ProviderError(
            ProviderErrorKind.MALFORMED,
            f"{self.label} named a result address that {why}. It was not opened.",
            "Look up the result at the provider.",
        )

    def _split(self, url: str) -> tuple[Origin, SplitResult]:
        try:
            return Origin.of(url), urlsplit(url)
        except ValueError:
            raise self.refusal("cannot be read") from None


async def vetted_address(origin: Origin, resolve: Resolver, policy: DownloadPolicy) -> str:
    """Resolve a host; every address must be a public one. Returns the address to connect to.

    Raises ``ProviderError``. Connecting to this very address keeps a second look-up from leading
    somewhere else.
    """
    try:
        addresses = await resolve(origin.host, origin.port)
    except OSError:
        addresses = []
    if not addresses:
        raise ProviderError(
            ProviderErrorKind.NETWORK,
            f"The address {origin.host} was not found.",
            "Check the internet connection.",
            sent=False,
        )
    if not all(is_public_address(address) for address in addresses):
        raise policy.refusal("leads into a private network")
    return addresses[0]


def is_public_address(text: str) -> bool:
    """Whether an address is globally reachable, also where it carries an IPv4 address inside."""
    address = _address(text.partition("%")[0])
    if address is None or address.is_multicast or not address.is_global:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        for network, shift in _EMBEDDED_V4:
            if address in network:
                inner = ipaddress.IPv4Address(int(address) >> shift & 0xFFFFFFFF)
                return inner.is_global and not inner.is_multicast
    return True


def is_loopback_host(host: str) -> bool:
    """Whether a host name or address is this computer."""
    address = _address(host)
    if address is not None:
        return address.is_loopback
    return host.lower() == "localhost" or host.lower().endswith(".localhost")


def is_private_host(host: str) -> bool:
    """Whether a host is this computer or, written as an address, in a private network."""
    address = _address(host)
    return is_loopback_host(host) or (
        address is not None and address.is_private and not address.is_unspecified
    )


def check_base_url(url: str, *, allows_private_http: bool = False) -> str:
    """Return a base address without its last slash. Raises ``UsageError``.

    Plain http is allowed for this computer, and with ``allows_private_http`` for addresses of the
    local network: anywhere else it would show key and prompt to everyone on the way.
    """
    try:
        origin, parts = Origin.of(url.strip()), urlsplit(url.strip())
    except ValueError:
        raise UsageError(
            f"“{url[:200]}” is not a web address.", "Write it like https://host/v1."
        ) from None
    if parts.username is not None or parts.query or parts.fragment:
        raise UsageError(
            "A base address holds no user name, “?” or “#”.", "Write it like https://host/v1."
        )
    if origin.scheme == "http":
        allowed = is_private_host if allows_private_http else is_loopback_host
        if not allowed(origin.host):
            where = "this computer" + (" and the local network" if allows_private_http else "")
            raise UsageError(
                f"{origin.host} needs https: plain http is allowed for {where} only.",
                "Write the address with https://.",
            )
    return url.strip().rstrip("/")


def _matches(host: str, allowed: str) -> bool:
    return host.endswith(allowed) if allowed.startswith(".") else host == allowed


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return None
