"""What the user chose about the way out of this computer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mediadesk.domain.errors import UsageError

if TYPE_CHECKING:
    import ssl


@dataclass(frozen=True, slots=True)
class Way:
    """How connections are made; other wishes need other connections.

    ``proxy`` is an address without user and password and wins over the system's; ``authority`` the
    path of a PEM file that is trusted beside the usual authorities.
    """

    uses_system_proxy: bool = False
    proxy: str = ""
    proxy_user: str = ""
    proxy_password: str = ""
    authority: str = ""

    def __repr__(self) -> str:
        """Without the password."""
        return f"Way({self.proxy or self.uses_system_proxy!r})"


@dataclass(frozen=True, slots=True)
class NetworkChoices:
    """``patience`` is a factor on how long answers may take; offline, only this computer answers"""

    way: Way = Way()
    is_offline: bool = False
    patience: float = 1.0


def check_proxy(url: str) -> None:
    """Refuse what is no address of a proxy; "" is none. Raises ``UsageError``."""
    if not url:
        return
    try:
        parts = urlsplit(url)
        is_right = bool(parts.hostname and parts.port) and parts.scheme in ("http", "https")
        is_bare = parts.username is None and parts.path in ("", "/") and not parts.query
    except ValueError:
        is_right = is_bare = False
    if not (is_right and is_bare):
        _, _, address = url.rpartition("@")  # what stands before it may be a password
        raise UsageError(
            f"“{address}” is not the address of a proxy.",
            "Write it like http://proxy.example:3128, user and password apart.",
        )


def check_authority(path: str) -> None:
    """Refuse a file that holds no certificate; "" is none. Raises ``UsageError``. Reads a file."""
    if path:
        import ssl

        trust(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), path)


def trust(context: ssl.SSLContext, path: str) -> None:
    """Trust the authorities in a PEM file too. Raises ``UsageError``."""
    try:
        context.load_verify_locations(cafile=Path(path).expanduser())
    except OSError:
        raise UsageError(
            f"“{path}” holds no certificate that can be read.",
            "Name a PEM file in Settings, Network, or leave the field empty.",
        ) from None
