"""How a render process answers: one letter, eight bytes of length, the payload."""

from __future__ import annotations

import struct

HEADER = struct.Struct("<cQ")
MAX_PAYLOAD_BYTES = 512 << 20
