"""Fetch a result from an address that a provider named, straight into a sink."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urljoin

from mediadesk.domain.errors import ProviderError, ProviderErrorKind
from mediadesk.providers.base import ResultSink
from mediadesk.providers.network.endpoint import DOWNLOAD, Endpoint, Limits
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.http_reply import Reply
from mediadesk.providers.network.policy import DownloadPolicy, Origin, vetted_address

REDIRECTS = 3


async def download(
    http: HttpRoom,
    endpoint: Endpoint,
    url: str,
    sink: ResultSink,
    policy: DownloadPolicy,
    limits: Limits = DOWNLOAD,
    *,
    with_key: bool = False,
) -> None:
    """Write what lies at ``url`` into ``sink`` and finish it. Raises ``ProviderError``.

    Up to three redirects are followed, each checked anew. No key is sent, unless ``with_key`` says
    that the API itself keeps its results: then to the endpoint's own origin, and nowhere else. The
    run itself was accepted before, so no failure here may read as “nothing was sent” or as a
    refusal of the run.
    """
    try:
        await _follow(http, endpoint, url, sink, policy, limits, with_key=with_key)
    except ProviderError as error:
        is_gone = error.status in (403, 404, 410)
        raise ProviderError(
            ProviderErrorKind.EXPIRED if is_gone else error.kind,
            f"The result could not be fetched. {error.message}",
            "Look up the result at the provider.",
            request_id=error.request_id,
        ) from None


async def _follow(
    http: HttpRoom,
    endpoint: Endpoint,
    url: str,
    sink: ResultSink,
    policy: DownloadPolicy,
    limits: Limits,
    *,
    with_key: bool,
) -> None:
    for _ in range(REDIRECTS + 1):
        if with_key and is_at(url, endpoint):
            opened = http.request(endpoint, "GET", url, limits=limits, accept="*/*", follows=True)
        else:
            opened = _opened(http, endpoint, url, policy, limits)
        async with opened as reply:
            if not 300 <= reply.status < 400:
                await _copy(reply, sink, endpoint)
                return
            url = urljoin(url, reply.headers.get("location", ""))
    raise policy.refusal("redirects too often")


def is_at(url: str, endpoint: Endpoint) -> bool:
    """Whether ``url`` lies on the endpoint's own origin."""
    try:
        return Origin.of(url) == endpoint.origin
    except ValueError:
        return False


@asynccontextmanager
async def _opened(
    http: HttpRoom, endpoint: Endpoint, url: str, policy: DownloadPolicy, limits: Limits
) -> AsyncIterator[Reply]:
    origin = policy.check(url)
    # a proxy resolves names itself and takes them only as names; the host list still holds
    is_vetted = not policy.is_own(origin) and not http.uses_proxy()
    address = await vetted_address(origin, http.resolve, policy) if is_vetted else None
    async with http.fetch(endpoint, url, policy, address=address, limits=limits) as reply:
        yield reply


async def _copy(reply: Reply, sink: ResultSink, endpoint: Endpoint) -> None:
    count = 0
    async for piece in reply.chunks():
        count += len(piece)
        await sink.write(piece)
    if count == 0 or not reply.is_delimited:
        raise ProviderError(
            ProviderErrorKind.INTERRUPTED,
            f"The result of {endpoint.label} did not arrive whole.",
            "Look up the result at the provider.",
        )
    await sink.finish()
