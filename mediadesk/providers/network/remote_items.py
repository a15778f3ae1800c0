"""Deleting what stays at a provider, and when it goes by itself."""

from __future__ import annotations

from datetime import UTC, datetime

from mediadesk.domain.errors import ProviderError, ProviderErrorKind
from mediadesk.providers.network.endpoint import Endpoint
from mediadesk.providers.network.http import HttpRoom

_GONE = (ProviderErrorKind.NOT_FOUND, ProviderErrorKind.EXPIRED)
_ATTEMPTS = 3


async def delete_remote(http: HttpRoom, endpoint: Endpoint, path: str) -> None:
    """Send one DELETE, again where that helps; “not there” is fine. Raises ``ProviderError``."""

    async def send() -> None:
        async with http.request(endpoint, "DELETE", path) as reply:
            await reply.read()

    try:
        await http.retrying(send, _ATTEMPTS)
    except ProviderError as error:
        if error.kind not in _GONE:
            raise


def read_time(value: object) -> datetime | None:
    """An aware time from RFC 3339 text or epoch seconds; None for anything else."""
    try:
        if isinstance(value, str):
            told = datetime.fromisoformat(value)
            return told if told.tzinfo is not None else told.replace(tzinfo=UTC)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return datetime.fromtimestamp(value, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return None
