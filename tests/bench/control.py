"""Telling a simulator in another process what its next answers shall be."""

from __future__ import annotations

import json
import urllib.request
from typing import Any


def plan(url: str, **document: Any) -> None:
    """Send one plan to the simulator at ``url`` (with /v1)."""
    request = urllib.request.Request(
        f"{url.removesuffix('/v1')}/_control",
        json.dumps(document).encode(),
        {"Content-Type": "application/json"},
    )
    urllib.request.urlopen(request, timeout=10).close()
