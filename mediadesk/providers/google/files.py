"""Google's file store: inputs that are too large to travel inside a request, and results there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from mediadesk.domain.errors import ProviderError, ProviderErrorKind
from mediadesk.domain.remote import RemoteItem, RemoteItemKind
from mediadesk.providers.base import GenerationContext, ProviderInput
from mediadesk.providers.network.endpoint import QUICK, Endpoint
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.network.json_reply import as_dict, as_text
from mediadesk.providers.network.remote_items import delete_remote, read_time

_START = "/upload/v1/files"
_PIECE = 8 * 1024 * 1024
_WAIT_S = 5.0
_LONGEST_WAIT_S = 600.0
_LIFETIME = timedelta(hours=48)
_NAME = re.compile(r"files/[A-Za-z0-9_-]{1,100}")
_SENDING = replace(QUICK, total_s=600, write_s=300)


class RemoteFiles:
    """The files that one call put into the store. Google deletes them after two days anyway."""

    def __init__(self, http: HttpRoom, endpoint: Endpoint, names: Sequence[str] = ()) -> None:
        self._http = http
        self._endpoint = endpoint
        self.names = list(names)

    async def upload(self, item: ProviderInput, context: GenerationContext) -> str:
        """Upload one input and wait until it can be used; returns its address there.

        What was uploaded is remembered as staying there until ``delete``.

        Costs nothing. Raises ``ProviderError``.
        """
        await context.progress(None, "Uploading")
        data = await item.read()
        url = await self._start(item.mime, len(data))
        file = await self._send(url, data)
        name = as_text(as_dict(file).get("name"))
        if not _NAME.fullmatch(name):
            raise self._failed("named no file")
        self.names.append(name)
        told = as_text(as_dict(file).get("expirationTime"))
        await context.stays(file_item(name, len(data), read_time(told)))
        return await self._wait(name, file, context)

    async def delete(self, context: GenerationContext) -> None:
        """Delete what was uploaded; a failure does no harm, they expire by themselves."""
        names, self.names = self.names, []
        deleted = []
        for name in names:
            item = file_item(name)
            try:
                await delete_file(self._http, self._endpoint, item)
            except ProviderError:
                continue
            deleted.append(item)
        if deleted:
            await context.gone(deleted)

    async def _start(self, mime: str, size: int) -> str:
        # the user's own file name stays here
        name = f"input.{mime.rpartition('/')[2]}"
        headers = {
            "x-goog-upload-protocol": "resumable",
            "x-goog-upload-command": "start",
            "x-goog-upload-header-content-length": str(size),
            "x-goog-upload-header-content-type": mime,
            "x-goog-upload-file-name": name,
        }
        body = {"file": {"displayName": name, "mimeType": mime, "sizeBytes": size}}
        endpoint = replace(self._endpoint, headers=headers)
        async with self._http.request(endpoint, "POST", _START, json=body) as reply:
            await reply.read()
            return self._endpoint.url(reply.headers.get("x-goog-upload-url", ""))

    async def _send(self, url: str, data: bytes) -> object:
        """The pieces go to an address that is itself the permission: no key."""
        for at in range(0, max(1, len(data)), _PIECE):
            is_last = at + _PIECE >= len(data)
            headers = {
                "content-type": "application/octet-stream",
                "x-goog-upload-command": "upload, finalize" if is_last else "upload",
                "x-goog-upload-offset": str(at),
            }
            endpoint = replace(self._endpoint, headers=headers, secret_headers={})
            piece = data[at : at + _PIECE]
            async with self._http.request(
                endpoint, "POST", url, content=piece, limits=_SENDING
            ) as reply:
                if is_last:
                    return as_dict(await reply.json()).get("file")
                await reply.read()
        raise AssertionError("a file has at least one piece")

    async def _wait(self, name: str, file: object, context: GenerationContext) -> str:
        waited = 0.0
        while True:
            state = as_text(as_dict(file).get("state")) or "ACTIVE"
            if state == "ACTIVE":
                break
            if state != "PROCESSING" or waited >= _LONGEST_WAIT_S:
                raise self._failed("could not read the file")
            await context.sleep(_WAIT_S)
            waited += _WAIT_S
            file = await self._http.get_json(self._endpoint, f"/v1/{name}")
        uri = as_text(as_dict(file).get("uri"))
        if not uri:
            raise self._failed("named no address for the file")
        return uri

    def _failed(self, why: str) -> ProviderError:
        return ProviderError(
            ProviderErrorKind.BAD_REQUEST,
            f"Uploading an input failed: {self._endpoint.label} {why}. Nothing was charged.",
            "Use a smaller or another file.",
        )


def file_item(
    name: str, size_bytes: int | None = None, expires_at: datetime | None = None
) -> RemoteItem:
    """A file in the store as something that stays there: two days where it does not say."""
    expires_at = expires_at or datetime.now(UTC) + _LIFETIME
    return RemoteItem(RemoteItemKind.FILE, name, size_bytes, expires_at)


def stored_file(uri: str) -> RemoteItem | None:
    """The file behind the address of a result; None for an address of another kind."""
    address = state_address(uri)
    name = "" if address is None else f"files/{address.rpartition('/')[2]}"
    return file_item(name) if _NAME.fullmatch(name) else None


async def delete_file(http: HttpRoom, endpoint: Endpoint, item: RemoteItem) -> None:
    """Delete one file. Raises ``ProviderError``; one that is not there is fine."""
    if not _NAME.fullmatch(item.id):
        raise ProviderError(ProviderErrorKind.NOT_FOUND, "The file's id is not one of Google's.")
    await delete_remote(http, endpoint, f"/v1/{item.id}")


def download_address(uri: str) -> str:
    """Where the bytes of a stored file are: a bare file address names only its description."""
    bare, mark, query = uri.partition("?")
    if re.search(r"/files/[^/:]+$", bare):
        return f"{bare}:download?alt=media" + (f"&{query}" if mark and query else "")
    return uri


def state_address(uri: str) -> str | None:
    """Where the state of a stored file can be read; None for an address of another kind."""
    match = re.match(r"(.*/files/[^/:?]+)(?::download)?(?:\?.*)?$", uri)
    return match[1] if match else None
