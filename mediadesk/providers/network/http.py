"""The network room: what every request to a provider goes through.

It lives on the provider thread. API calls go to one ``Endpoint`` and never follow a redirect, so a
key cannot reach another origin. A billable POST is sent once, on a fresh connection; reading calls
retry. Every failure is a ``ProviderError`` that says whether a byte of the request may have left.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from mediadesk.domain.errors import ProviderError
from mediadesk.providers.network.choices import NetworkChoices
from mediadesk.providers.network.endpoint import DOWNLOAD, QUICK, Endpoint, ErrorReply, Limits
from mediadesk.providers.network.errors import (
    Retry,
    interrupted,
    not_reached,
    timed_out,
    unreadable_address,
    works_offline,
)
from mediadesk.providers.network.http_clients import CONNECTIONS_PER_ORIGIN, Clients
from mediadesk.providers.network.http_reply import Reply
from mediadesk.providers.network.http_request import (
    FilePart,
    SendProgress,
    form_body,
    json_body,
    resolve_host,
)
from mediadesk.providers.network.json_reply import MalformedJsonError, parse_json
from mediadesk.providers.network.policy import (
    DownloadPolicy,
    Origin,
    Resolver,
    is_loopback_host,
)
from mediadesk.providers.network.silence import Silence
from mediadesk.providers.network.status_errors import retry_after_s, status_error

if TYPE_CHECKING:
    import ssl

    import httpx

ATTEMPTS = 6
_ERROR_BODY = 64 * 1024
_HEADER_BLOCK = 64 * 1024
_T = TypeVar("_T")


class HttpRoom:
    """All HTTP of one provider thread. Use ``aclose`` on the loop that used it.

    ``choices`` are asked at each request; ``loopback_tls`` is for this computer's own servers. The
    others are seams for tests.
    """

    def __init__(
        self,
        *,
        choices: Callable[[], NetworkChoices] = NetworkChoices,
        transport: httpx.AsyncBaseTransport | None = None,
        resolver: Resolver | None = None,
        loopback_tls: ssl.SSLContext | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._choices = choices
        self.resolve: Resolver = resolver or resolve_host
        self._sleep = sleep
        self._clients = Clients(transport, loopback_tls, lambda: choices().way)
        self._gates: dict[Origin, asyncio.Semaphore] = {}
        # the client logs whole addresses; signed result addresses are secrets
        for name in ("httpx", "httpcore"):
            logging.getLogger(name).setLevel(logging.WARNING)

    def uses_proxy(self) -> bool:
        """Whether requests to others go through a proxy."""
        return self._clients.uses_proxy()

    async def aclose(self) -> None:
        """Close every connection."""
        await self._clients.aclose()

    @asynccontextmanager
    async def post(
        self,
        endpoint: Endpoint,
        path: str,
        *,
        limits: Limits,
        json: object = None,
        form: Sequence[tuple[str, str]] = (),
        files: Sequence[FilePart] = (),
        accept: str = "application/json",
    ) -> AsyncIterator[Reply]:
        """Send one billable request on a fresh connection, never twice.

        Body is either ``json`` or a multipart form. Raises ``ProviderError``.
        """
        headers = {"Accept": accept}
        options: dict[str, Any] = {}
        if json is not None:
            headers["Content-Type"] = "application/json"
            options["content"] = json_body(json)
        else:
            options["files"] = form_body(form, files)
        async with self._exchange(
            endpoint, "POST", endpoint.url(path), limits, headers, fresh=True, **options
        ) as reply:
            yield reply

    @asynccontextmanager
    async def request(
        self,
        endpoint: Endpoint,
        method: str,
        path: str,
        *,
        limits: Limits = QUICK,
        json: object = None,
        content: bytes | None = None,
        accept: str = "application/json",
        follows: bool = False,
    ) -> AsyncIterator[Reply]:
        """Send one request that costs nothing: count, upload, cancel, delete, fetch with the key.

        Sent once; wrap it in ``retrying`` where doing it twice does no harm. With ``follows`` a
        redirect comes back as a reply: the key goes nowhere else. Raises ``ProviderError``.
        """
        headers = {"Accept": accept}
        if json is not None:
            headers["Content-Type"] = "application/json"
            content = json_body(json)
        async with self._exchange(
            endpoint,
            method,
            endpoint.url(path),
            limits,
            headers,
            follows=follows,
            content=content,
        ) as reply:
            yield reply

    async def get_json(
        self,
        endpoint: Endpoint,
        path: str,
        *,
        limits: Limits = QUICK,
        attempts: int = ATTEMPTS,
    ) -> object:
        """Read JSON; waits and tries again where that may help. Raises ``ProviderError``."""
        url = endpoint.url(path)

        async def read() -> object:
            headers = {"Accept": "application/json"}
            async with self._exchange(endpoint, "GET", url, limits, headers) as reply:
                return await reply.json()

        return await self.retrying(read, attempts)

    async def retrying(self, call: Callable[[], Awaitable[_T]], attempts: int = ATTEMPTS) -> _T:
        """Run a reading call again after failures that pass. Raises the last ``ProviderError``."""
        for number in range(attempts - 1):
            retry = Retry(number)
            try:
                return await call()
            except ProviderError as error:
                wait_s = retry.wait_s(error)
            await self._sleep(wait_s)
        return await call()

    async def reach(self, label: str, url: str) -> float:
        """Seconds until an address answers, whatever it says; no key goes there.

        Raises ``ProviderError`` where nothing answers, ``UsageError`` where the way is wrong.
        """
        origin = Origin.of(url)
        bare = Endpoint(origin.url, label, status_error)
        begun_s = time.monotonic()
        try:
            async with self._exchange(bare, "GET", f"{origin.url}/", QUICK, {}, follows=True):
                pass
        except ProviderError as error:
            if error.status is None:
                raise
        return time.monotonic() - begun_s

    @asynccontextmanager
    async def fetch(
        self,
        endpoint: Endpoint,
        url: str,
        policy: DownloadPolicy,
        *,
        address: str | None = None,
        limits: Limits = DOWNLOAD,
    ) -> AsyncIterator[Reply]:
        """Open one result address, without key. Redirects come back as replies for a new check.

        ``address`` is the vetted address to connect to; name and certificate stay those of ``url``.
        """
        origin = policy.check(url)
        headers = {"Accept": "*/*"}
        options: dict[str, Any] = {}
        if address is not None:
            headers["Host"] = origin.host
            options["server_name"] = origin.host
            host = f"[{address}]" if ":" in address else address
            _, _, rest = url.partition("://")
            tail = rest[len(rest.partition("/")[0]) :] if "/" in rest else "/"
            url = f"{origin.scheme}://{host}:{origin.port}{tail}"
        bare = Endpoint(origin.url, endpoint.label, endpoint.read_error)
        async with self._exchange(
            bare, "GET", url, limits, headers, fresh=True, follows=True, **options
        ) as reply:
            yield reply

    @asynccontextmanager
    async def _exchange(
        self,
        endpoint: Endpoint,
        method: str,
        url: str,
        limits: Limits,
        headers: dict[str, str],
        *,
        fresh: bool = False,
        follows: bool = False,
        server_name: str | None = None,
        **options: Any,
    ) -> AsyncIterator[Reply]:
        choices = self._choices()
        limits = limits.scaled(choices.patience)
        origin = Origin.of(url)
        if choices.is_offline and not is_loopback_host(origin.host):
            raise works_offline(endpoint)
        client = self._clients.get(origin, fresh=fresh)
        progress = SendProgress()
        extensions: dict[str, Any] = {"trace": progress.trace}
        if server_name:
            extensions["sni_hostname"] = server_name
        options |= {"headers": headers, "extensions": extensions}
        request = _build(client, endpoint, method, url, limits, options)
        async with self._gate(origin):
            deadline = asyncio.timeout(limits.total_s)
            try:
                async with deadline:
                    response = await self._send(client, request, endpoint, progress)
                    try:
                        raw = _raw_chunks(response, endpoint, limits)
                        told, size = dict(response.headers.items()), limits.body_bytes
                        reply = Reply(response.status_code, told, raw, endpoint, size)
                        await self._check(reply, endpoint, follows=follows)
                        yield reply
                    finally:
                        await response.aclose()
            except TimeoutError:
                if not deadline.expired():
                    raise
                raise timed_out(endpoint, sent=progress.is_sent) from None

    async def _send(
        self,
        client: httpx.AsyncClient,
        request: httpx.Request,
        endpoint: Endpoint,
        progress: SendProgress,
    ) -> httpx.Response:
        import httpx

        try:
            return await client.send(request, stream=True)
        except httpx.HTTPError as error:
            not_connected = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
            sent = progress.is_sent if progress.is_traced else not isinstance(error, not_connected)
            if isinstance(error, httpx.TimeoutException) and sent:
                raise timed_out(endpoint, sent=True) from None
            raise not_reached(
                endpoint, error, sent=sent, is_connect_error=isinstance(error, httpx.ConnectError)
            ) from None

    async def _check(self, reply: Reply, endpoint: Endpoint, *, follows: bool) -> None:
        """Refuse what is not a success, with the provider's own words."""
        if sum(len(name) + len(value) for name, value in reply.headers.items()) > _HEADER_BLOCK:
            raise reply.malformed("its headers are too long")
        if 200 <= reply.status < 300 or (follows and 300 <= reply.status < 400):
            return
        try:
            body = await reply.read(_ERROR_BODY)
        except ProviderError:
            body = b""
        try:
            document: object | None = parse_json(body)
        except MalformedJsonError:
            document = None
        text = endpoint.redact(body.decode("utf-8", "replace"))
        raise endpoint.read_error(
            ErrorReply(
                reply.status,
                reply.headers,
                document,
                text,
                endpoint.redact,
                retry_after_s(reply.headers),
                reply.request_id,
            ),
            endpoint.label,
        )

    def _gate(self, origin: Origin) -> asyncio.Semaphore:
        return self._gates.setdefault(origin, asyncio.Semaphore(CONNECTIONS_PER_ORIGIN))


def _build(
    client: httpx.AsyncClient,
    endpoint: Endpoint,
    method: str,
    url: str,
    limits: Limits,
    options: dict[str, Any],
) -> httpx.Request:
    """The request with its key headers and times; compressed answers are not asked for."""
    import httpx

    options["timeout"] = httpx.Timeout(
        limits.first_byte_s, connect=limits.connect_s, write=limits.write_s, pool=None
    )
    options["headers"] |= {"Accept-Encoding": "identity", **endpoint.headers}
    options["headers"] |= endpoint.secret_headers
    try:
        return client.build_request(method, url, **options)
    except httpx.InvalidURL:
        raise unreadable_address(endpoint) from None


async def _raw_chunks(
    response: httpx.Response, endpoint: Endpoint, limits: Limits
) -> AsyncIterator[bytes]:
    import httpx

    raw = response.aiter_raw().__aiter__()
    silence = Silence()
    wait = limits.first_byte_s
    try:
        while (chunk := await silence.piece(raw, wait)) is not None:
            wait = limits.between_s
            yield chunk
    except (TimeoutError, httpx.TimeoutException):
        raise timed_out(endpoint, sent=True) from None
    except (httpx.HTTPError, httpx.StreamError):
        raise interrupted(endpoint, response.status_code) from None
    finally:
        silence.close()
