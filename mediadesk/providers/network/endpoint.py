"""One provider account as the network sees it: base address, key headers, limits, error reading."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from mediadesk.domain.errors import ProviderError, ProviderErrorKind
from mediadesk.providers.network.policy import Origin

MIB = 1024 * 1024
JSON_LIMIT = 8 * MIB
IMAGE_LIMIT = 64 * MIB
AUDIO_LIMIT = 256 * MIB
VIDEO_LIMIT = 2048 * MIB

_MESSAGE_LENGTH = 600
_KEY_LIKE = re.compile(r"\b(?:sk|pk|rk|key)-[A-Za-z0-9_*.-]{6,}")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


@dataclass(frozen=True, slots=True)
class Limits:
    """Times in seconds, sizes in bytes; what one exchange may take."""

    first_byte_s: float
    between_s: float
    total_s: float
    body_bytes: int
    connect_s: float = 10.0
    write_s: float = 60.0

    def scaled(self, factor: float) -> Limits:
        """The same limits with the times that wait for an answer multiplied."""
        return replace(
            self,
            first_byte_s=self.first_byte_s * factor,
            between_s=self.between_s * factor,
            total_s=self.total_s * factor,
        )


QUICK = Limits(first_byte_s=30, between_s=30, total_s=60, body_bytes=JSON_LIMIT, connect_s=5)
TEXT = Limits(first_byte_s=120, between_s=120, total_s=3600, body_bytes=64 * MIB)
OWN_SERVER_TEXT = replace(TEXT, first_byte_s=300)
"""Local servers load the model on first use before they say anything."""
IMAGE = Limits(first_byte_s=600, between_s=60, total_s=1200, body_bytes=16 * IMAGE_LIMIT)
IMAGE_STREAM = replace(IMAGE, between_s=600)
AUDIO = Limits(first_byte_s=300, between_s=60, total_s=1800, body_bytes=AUDIO_LIMIT)
DOWNLOAD = Limits(first_byte_s=60, between_s=60, total_s=3600, body_bytes=VIDEO_LIMIT)
IMAGE_DOWNLOAD = replace(DOWNLOAD, body_bytes=IMAGE_LIMIT)


@dataclass(frozen=True, slots=True)
class ErrorReply:
    """An answer that is not a success. ``document`` is its JSON, None where it was none.

    ``text`` is redacted; what a reader takes from ``document`` must go through ``redact``.
    """

    status: int
    headers: Mapping[str, str]
    document: object | None
    text: str = field(repr=False)
    redact: Callable[[str], str] = field(repr=False)
    retry_after_s: float | None = None
    request_id: str | None = None


ErrorReader = Callable[[ErrorReply, str], ProviderError]
"""Turns an error reply into the provider's meaning; the second argument is the provider's label."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a provider's API lives. ``secret_headers`` and ``headers`` go to this origin alone."""

    base_url: str
    label: str
    read_error: ErrorReader
    secret_headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def origin(self) -> Origin:
        """The one origin that gets the key."""
        return Origin.of(self.base_url)

    def url(self, path: str) -> str:
        """Absolute address of ``path``; an absolute one must lie on this origin.

        Raises ``ProviderError`` for an address elsewhere.
        """
        url = self.base_url + path if path.startswith("/") else path
        try:
            is_ours = Origin.of(url) == self.origin
        except ValueError:
            is_ours = False
        if not is_ours:
            raise ProviderError(
                ProviderErrorKind.MALFORMED,
                f"{self.label} named an address outside its own API. It was not opened.",
            )
        return url

    def redact(self, text: str) -> str:
        """One line of ``text`` for people: without keys and control characters, cut to length."""
        for value in self.secret_headers.values():
            for secret in (value, value.rpartition(" ")[2]):
                if len(secret) >= 4:
                    text = text.replace(secret, "…")
        text = _KEY_LIKE.sub("…", _CONTROLS.sub(" ", text)).strip()
        return text if len(text) <= _MESSAGE_LENGTH else text[: _MESSAGE_LENGTH - 1] + "…"
