"""Inputs of fal jobs as addresses: small pictures inside the request, the rest uploaded first."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta

from mediadesk.domain.generation import GenerationType
from mediadesk.domain.remote import RemoteItem, RemoteItemKind
from mediadesk.providers.base import GenerationContext, ProviderInput
from mediadesk.providers.fal.api import FalService, read_error
from mediadesk.providers.network.endpoint import JSON_LIMIT, Endpoint, Limits
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.json_reply import as_dict, as_text

INLINE_BYTES = 1024 * 1024
"""Pictures up to this size travel inside the request and stay nowhere."""
_TOKEN_PATH = "/storage/auth/token?storage_type=fal-cdn-v3"
_UPLOAD_PATH = "/files/upload"
_UPLOAD = Limits(first_byte_s=60, between_s=60, total_s=900, body_bytes=JSON_LIMIT, write_s=120)
_LIFETIME = timedelta(days=1)
_LIFECYCLE = f'{{"expiration_duration_seconds": {int(_LIFETIME.total_seconds())}}}'


class Uploader:
    """Uploads the inputs of one job; the short-lived token is asked for once, if at all."""

    def __init__(
        self,
        http: HttpRoom,
        service: FalService,
        context: GenerationContext,
        *,
        expires: bool = True,
    ) -> None:
        self._http = http
        self._service = service
        self._context = context
        self._expires = expires
        self._media: tuple[str, str] | None = None

    async def address(self, item: ProviderInput) -> str:
        """An address under which fal reads an input. Raises ``ProviderError``."""
        if item.type is GenerationType.IMAGE and item.size_bytes <= INLINE_BYTES:
            data = base64.b64encode(await item.read()).decode("ascii")
            return f"data:{item.mime};base64,{data}"
        return await self.upload(item)

    async def upload(self, item: ProviderInput) -> str:
        """Send the bytes of one input to fal's media store, where it stays for a day.

        Raises ``ProviderError``.
        """
        if self._media is None:
            self._media = await self._http.retrying(self._token)
        base_url, authorization = self._media
        headers = {"Content-Type": item.mime, "X-Fal-File-Name": _safe_name(item.file_name)}
        if self._expires:
            headers["X-Fal-Object-Lifecycle"] = _LIFECYCLE
        store = Endpoint(
            base_url,
            self._service.queue.label,
            read_error,
            {"Authorization": authorization},
            headers,
        )
        data = await item.read()

        async def send() -> str:
            async with self._http.request(
                store, "POST", _UPLOAD_PATH, limits=_UPLOAD, content=data
            ) as reply:
                url = as_text(as_dict(await reply.json()).get("access_url"))
                if not url.startswith(("https://", base_url)):
                    raise reply.malformed("it names no address for the upload")
                return url

        address = await self._http.retrying(send, 3)
        # fal has no call that deletes an upload; it expires by itself
        expires_at = datetime.now(UTC) + _LIFETIME if self._expires else None
        await self._context.stays(
            RemoteItem(RemoteItemKind.FILE, address, item.size_bytes, expires_at, can_delete=False)
        )
        return address

    async def _token(self) -> tuple[str, str]:
        async with self._http.request(self._service.rest, "POST", _TOKEN_PATH, json={}) as reply:
            told = as_dict(await reply.json())
            token, kind = as_text(told.get("token")), as_text(told.get("token_type")) or "Bearer"
            base_url = as_text(told.get("base_url")).rstrip("/")
            is_clean = token.isascii() and token.isprintable() and kind.isalpha()
            if not token or not base_url or not is_clean or " " in token:
                raise reply.malformed("it holds no upload token")
        # the address comes from outside: it must be one of fal's own
        self._service.policy.check(base_url)
        return base_url, f"{kind} {token}"


def _safe_name(name: str) -> str:
    is_plain = name.isascii() and name.isprintable() and len(name) <= 200
    return name if is_plain else "input"
