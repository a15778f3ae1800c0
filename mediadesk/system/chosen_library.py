"""Which library is meant where none was named: the window and the command line agree on it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from mediadesk.system.files import write_atomically
from mediadesk.system.paths import config_dir, default_library_dir

_FILE = "library"


def library_to_open(environment: Mapping[str, str] = os.environ) -> Path:
    """``MEDIADESK_LIBRARY``, else what the window opened last, else the platform's place.

    A remembered folder that is not there (any more) does not count.
    """
    if not environment.get("MEDIADESK_LIBRARY"):
        remembered = _remembered(environment)
        if remembered is not None and remembered.is_dir():
            return remembered
    return default_library_dir(environment)


def remember_library(path: Path, environment: Mapping[str, str] = os.environ) -> None:
    """Mean this library from now on. Raises ``OSError``."""
    folder = config_dir(environment)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_atomically(folder / _FILE, os.fsencode(path.absolute()) + b"\n")


def _remembered(environment: Mapping[str, str]) -> Path | None:
    try:
        line = (config_dir(environment) / _FILE).read_bytes().rstrip(b"\n")
    except OSError:
        return None
    path = Path(os.fsdecode(line))
    return path if b"\0" not in line and path.is_absolute() else None
