"""Inputs of fal jobs as addresses: small pictures inside the request, the rest uploaded first."""

from __future__ import annotations

import base64
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from mediadesk.domain.errors import ProviderError, ProviderErrorKind
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
_INITIATE_PATH = "/storage/upload/initiate?storage_type=gcs"
_BUCKETS = "storage.googleapis.com"
_UPLOAD = Limits(first_byte_s=60, between_s=60, total_s=900, body_bytes=JSON_LIMIT, write_s=120)
_K = ProviderErrorKind
_ELSEWHERE_AFTER = frozenset(
    {_K.NETWORK, _K.TIMEOUT, _K.SERVER, _K.OVERLOADED, _K.NOT_FOUND, _K.INTERRUPTED, _K.MALFORMED}
)
"""Failures of a store, not of the key or of the input."""
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

        Where that store cannot take it, fal's other one does. Raises ``ProviderError``.
        """
        try:
            return await self._to_store(item)
        except ProviderError as error:
            if error.kind not in _ELSEWHERE_AFTER:
                raise
            try:
                return await self._to_other_store(item)
            except ProviderError:
                raise error from None  # what was wrong first says more

    async def _to_store(self, item: ProviderInput) -> str:
        if self._media is None:
            self._media = await self._http.retrying(self._token, 3)
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
        await self._stays(address, item, expires_at)
        return address

    async def _to_other_store(self, item: ProviderInput) -> str:
        """Ask for an address that takes the bytes; it gets no key, and nothing says how long."""
        asked = {"file_name": _safe_name(item.file_name), "content_type": item.mime}
        rest = self._service.rest

        async def initiate() -> tuple[str, str]:
            async with self._http.request(rest, "POST", _INITIATE_PATH, json=asked) as reply:
                told = as_dict(await reply.json())
                there, address = as_text(told.get("upload_url")), as_text(told.get("file_url"))
                if not address.startswith(("https://", f"{rest.base_url}/")):
                    raise reply.malformed("it names no address for the upload")
                return there, address

        there, address = await self._http.retrying(initiate, 3)
        policy = self._service.policy
        origin = replace(policy, hosts=(*policy.hosts, _BUCKETS)).check(there)
        label, headers = self._service.queue.label, {"Content-Type": item.mime}
        store, data = Endpoint(origin.url, label, read_error, headers=headers), await item.read()

        async def send() -> None:
            async with self._http.request(
                store, "PUT", there, limits=_UPLOAD, content=data, accept="*/*"
            ):
                pass

        await self._http.retrying(send, 3)
        await self._stays(address, item, None)
        return address

    async def _stays(self, address: str, item: ProviderInput, expires_at: datetime | None) -> None:
        kept = RemoteItem(
            RemoteItemKind.FILE, address, item.size_bytes, expires_at, can_delete=False
        )
        await self._context.stays(kept)

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
