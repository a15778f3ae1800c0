"""Headers that the user adds to every request to an endpoint of their own, written line by line."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from mediadesk.domain.errors import UsageError

MOST_HEADERS = 16
KEPT = "••••"
"""In the place of a value: the one that is stored stays."""
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}")
_LONGEST_VALUE = 4096
_OURS = frozenset(
    {
        *("accept", "accept-encoding", "authorization", "connection", "content-encoding"),
        *("content-length", "content-type", "cookie", "expect", "host", "keep-alive"),
        *("te", "trailer", "transfer-encoding", "upgrade"),
    }
)
"""What the program says itself: where a request goes, whose it is, how its bytes are to be read."""
_OURS_BEGIN = ("proxy-", "x-forwarded-", "sec-")


def read_headers(text: str) -> dict[str, str]:
    """Lines of “Name: value” as headers, not checked yet; blank lines count for nothing.

    Raises ``UsageError``.
    """
    found: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        name, colon, value = line.partition(":")
        name = name.strip()
        if not colon:
            raise UsageError(f"Line {number} is no header.", "Write each like “Name: value”.")
        if name.lower() in (one.lower() for one in found):
            raise UsageError(f"The header {_shown(name)} is there twice.", "Name each once.")
        found[name] = value.strip()
    return found


def masked_lines(names: Sequence[str]) -> str:
    """Stored headers as lines to be changed: their values do not come out."""
    return "\n".join(f"{name}: {KEPT}" for name in names)


def check_headers(headers: Mapping[str, str], stored: Collection[str] = ()) -> None:
    """Raise ``UsageError`` for a header that cannot be sent or is not the user's to set.

    Those among ``stored`` have a value already, in whose place ``KEPT`` may stand.
    """
    if len(headers) > MOST_HEADERS:
        raise UsageError(f"At most {MOST_HEADERS} extra headers are sent.", "Remove some.")
    for name, value in headers.items():
        if not _NAME.fullmatch(name):
            raise UsageError(
                f"“{_shown(name)}” is no name of a header.", "Use letters, digits and hyphens."
            )
        lowered = name.lower()
        if lowered in _OURS or lowered.startswith(_OURS_BEGIN):
            step = "Give the key as the key." if lowered == "authorization" else "Leave it out."
            raise UsageError(f"The header {name} is set by mediadesk itself.", step)
        if value == KEPT and name in stored:
            continue
        if not 0 < len(value) <= _LONGEST_VALUE or any(not " " <= one <= "~" for one in value):
            raise UsageError(
                f"The value of the header {name} is empty, too long or holds odd characters.",
                "Use plain letters, digits and signs.",
            )


def _shown(name: str) -> str:
    """A name that may hold anything, as it may be told."""
    return "".join(one if one.isprintable() else "?" for one in name[:60])
