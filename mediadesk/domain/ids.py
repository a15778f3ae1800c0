"""Identifiers. Everything that can be named from outside carries a UUIDv7 (RFC 9562, §5.7).

``ProviderName`` is what the user sees and what keys are stored under ("google"); ``ProviderId`` is
what the factory creates ("gemini"). They are two types so that the type checker finds a mix-up.
"""

from __future__ import annotations

import os
import time
import uuid
from typing import NewType

from mediadesk.domain.errors import UsageError

ProviderName = NewType("ProviderName", str)
ProviderId = NewType("ProviderId", str)

ProjectId = NewType("ProjectId", uuid.UUID)
GenerationId = NewType("GenerationId", uuid.UUID)
AttemptId = NewType("AttemptId", uuid.UUID)
AssetId = NewType("AssetId", uuid.UUID)
AccountId = NewType("AccountId", uuid.UUID)
RemoteItemId = NewType("RemoteItemId", uuid.UUID)
SavedViewId = NewType("SavedViewId", uuid.UUID)
ComparisonId = NewType("ComparisonId", uuid.UUID)
BatchId = NewType("BatchId", uuid.UUID)
PresetId = NewType("PresetId", uuid.UUID)
UserId = NewType("UserId", int)
"""Row number of the library's owner: the scope that every query function takes."""


def new_uuid7(unix_ms: int | None = None) -> uuid.UUID:
    """Return a fresh UUIDv7; ``unix_ms`` overrides the clock (milliseconds since 1970, UTC)."""
    timestamp = time.time_ns() // 1_000_000 if unix_ms is None else unix_ms
    value = (timestamp & (1 << 48) - 1) << 80 | int.from_bytes(os.urandom(10))
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return uuid.UUID(int=value)


def parse_uuid(text: str) -> uuid.UUID:
    """Read an id that a person typed or pasted; ``UsageError`` names the text that is not one."""
    try:
        return uuid.UUID(text.strip())
    except ValueError:
        raise UsageError(
            f"“{text}” is not an id.",
            "Copy one from “mediadesk list”, or with “Copy the id” in the window.",
        ) from None
