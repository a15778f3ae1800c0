"""What leaves: files of a form, the body of a request, and how far it came."""

from __future__ import annotations

import asyncio
import json as json_module
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from http.cookiejar import CookieJar


@dataclass(frozen=True, slots=True)
class FilePart:
    """One file of a multipart form."""

    name: str
    file_name: str
    mime: str
    data: bytes = field(repr=False)


@dataclass(slots=True)
class SendProgress:
    """How far a request came, told by the client while it works."""

    is_traced: bool = False
    is_sent: bool = False

    async def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Take one event of the client."""
        self.is_traced = True
        if event == "http11.send_request_headers.started":
            # a CONNECT to a proxy is not yet the request
            self.is_sent = self.is_sent or info["request"].method != b"CONNECT"


def json_body(value: object) -> bytes:
    """JSON escaped to ASCII: a lone surrogate in a prompt cannot break the request."""
    return json_module.dumps(value, allow_nan=False).encode("ascii")


def form_body(
    form: Sequence[tuple[str, str]], files: Sequence[FilePart]
) -> list[tuple[str, tuple[Any, ...]]]:
    """Texts and files as the parts of a multipart form, in order."""
    return [(name, (None, value.encode())) for name, value in form] + [
        (part.name, (part.file_name, part.data, part.mime)) for part in files
    ]


def no_cookies() -> CookieJar:
    """A jar that takes nothing: answers must not mark later requests."""
    from http.cookiejar import CookieJar, DefaultCookiePolicy

    return CookieJar(DefaultCookiePolicy(allowed_domains=()))


async def resolve_host(host: str, port: int) -> list[str]:
    """The addresses of a host, each once, in the order in which the system names them."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))
