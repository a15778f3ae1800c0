"""The HTTP clients of one provider thread, made when first used: one for each origin and manner."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from typing import TYPE_CHECKING

from mediadesk.providers.network.choices import Way, trust
from mediadesk.providers.network.http_request import no_cookies
from mediadesk.providers.network.policy import Origin, is_loopback_host, is_private_host

if TYPE_CHECKING:
    import httpx

CONNECTIONS_PER_ORIGIN = 32


class Clients:
    """Reading calls share connections, ``fresh`` ones open their own.

    ``transport`` takes the place of both, ``loopback_tls`` is for this computer's own servers.
    ``way`` is asked at each request; another way gets connections of its own.
    """

    def __init__(
        self,
        transport: httpx.AsyncBaseTransport | None,
        loopback_tls: ssl.SSLContext | None,
        way: Callable[[], Way],
    ) -> None:
        self._transport = transport
        self._loopback_tls = loopback_tls
        self._wanted = way
        self._way = Way()
        self._ssl_context: ssl.SSLContext | None = None
        self._clients: dict[tuple[Origin, bool], httpx.AsyncClient] = {}
        self._left: list[httpx.AsyncClient] = []

    def uses_proxy(self) -> bool:
        """Whether requests to others go through a proxy."""
        self._follow()
        if self._way.proxy:
            return True
        if not self._way.uses_system_proxy:
            return False
        from urllib.request import getproxies

        return bool(getproxies())

    def get(self, origin: Origin, *, fresh: bool) -> httpx.AsyncClient:
        """The client for an origin. Raises ``UsageError`` where the way cannot be gone."""
        self._follow()
        client = self._clients.get((origin, fresh))
        if client is None:
            client = self._clients[origin, fresh] = self._make(origin, fresh=fresh)
        return client

    def tls(self, origin: Origin) -> ssl.SSLContext:
        """One context for all clients: reading the certificate bundle takes 50 ms each time.

        A plain http origin gets one that trusts nobody.
        """
        if origin.scheme == "http":
            return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        if self._loopback_tls is not None and is_loopback_host(origin.host):
            return self._loopback_tls
        if self._ssl_context is None:
            import httpx

            context = httpx.create_ssl_context(trust_env=self._way.uses_system_proxy)
            if self._way.authority:
                trust(context, self._way.authority)
            self._ssl_context = context
        return self._ssl_context

    async def aclose(self) -> None:
        """Close every connection."""
        clients, self._clients, self._left = [*self._left, *self._clients.values()], {}, []
        for client in clients:
            await client.aclose()

    def _follow(self) -> None:
        """Leave the old connections to the calls that are under way on them."""
        wanted = self._wanted()
        if wanted != self._way:
            self._left += self._clients.values()
            self._clients, self._ssl_context, self._way = {}, None, wanted

    def _make(self, origin: Origin, *, fresh: bool) -> httpx.AsyncClient:
        import httpx

        from mediadesk.providers.network.http_fresh import FreshConnections

        is_far = not is_private_host(origin.host)
        transport, tls = self._transport, self.tls(origin)
        # the way through a proxy is the client's own
        if transport is None and fresh and not (is_far and self.uses_proxy()):
            transport = FreshConnections(tls)
        return httpx.AsyncClient(
            verify=tls,
            trust_env=is_far and self._way.uses_system_proxy and not self._way.proxy,
            proxy=self._proxy() if is_far and transport is None else None,
            follow_redirects=False,
            cookies=no_cookies(),
            transport=transport,
            headers={"User-Agent": "mediadesk"},
            limits=httpx.Limits(
                max_connections=CONNECTIONS_PER_ORIGIN,
                max_keepalive_connections=0 if fresh else CONNECTIONS_PER_ORIGIN,
            ),
        )

    def _proxy(self) -> httpx.Proxy | None:
        import httpx

        way = self._way
        if not way.proxy:
            return None
        auth = (way.proxy_user, way.proxy_password) if way.proxy_user else None
        return httpx.Proxy(way.proxy, auth=auth)
