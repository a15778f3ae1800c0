"""Bundled icons, fonts and tokens by name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from mediadesk.system.paths import resources_dir


@cache
def _root() -> Path:
    return resources_dir()


def resource(*parts: str) -> Path:
    """Return the path of a bundled file, for example ``resource("icons", "star.svg")``."""
    return _root().joinpath(*parts)
