"""Deleting what stays at a provider, and when it goes by itself."""

from __future__ import annotations

from datetime import UTC, datetime

from mediadesk.domain.errors import ProviderError, ProviderErrorKind
from mediadesk.providers.network.endpoint import Endpoint
from mediadesk.providers.network.http import HttpRoom

_GONE = (ProviderErrorKind.NOT_FOUND, ProviderErrorKind.EXPIRED)
_ATTEMPTS = 3
_FIRST_YEAR, _LAST_YEAR = 1970, 9000


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
    """A UTC time from RFC 3339 text or epoch seconds; None for anything else.

    Times at the ends of the calendar are none either: no other zone could show them.
    """
    try:
        if isinstance(value, str):
            told = datetime.fromisoformat(value)
            told = told if told.tzinfo is not None else told.replace(tzinfo=UTC)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            told = datetime.fromtimestamp(value, UTC)
        else:
            return None
        told = told.astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return told if _FIRST_YEAR <= told.year <= _LAST_YEAR else None
