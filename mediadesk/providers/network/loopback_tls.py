"""Trust in a certificate authority of this computer's own servers, and of nobody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediadesk.domain.errors import UsageError

if TYPE_CHECKING:
    import ssl

VARIABLE = "MEDIADESK_LOOPBACK_CA"
"""Names a PEM file; only connections to this computer (127.0.0.1, ::1, localhost) use it."""


def loopback_tls(path: str | None) -> ssl.SSLContext | None:
    """The context that trusts the authority in ``path`` alone; None where none is named.

    Raises ``UsageError`` for a file that holds no certificate.
    """
    if not path:
        return None
    import ssl

    try:
        return ssl.create_default_context(cafile=path)
    except OSError:
        raise UsageError(
            f"{VARIABLE} names no certificate that can be read.",
            "Name a PEM file, or unset it.",
        ) from None
