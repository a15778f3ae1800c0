"""Which library is meant where none was named: the window and the command line agree on it.

One note holds the folders of the libraries that were open, a line each; the first is meant.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from mediadesk.system.files import write_atomically
from mediadesk.system.paths import config_dir, default_library_dir

MOST_KNOWN = 12
_FILE = "library"


def library_to_open(environment: Mapping[str, str] = os.environ) -> Path:
    """``MEDIADESK_LIBRARY``, else what the window opened last, else the platform's place.

    A remembered folder that is not there (any more) does not count.
    """
    if not environment.get("MEDIADESK_LIBRARY"):
        known = _remembered(environment)
        if known and known[0].is_dir():
            return known[0]
    return default_library_dir(environment)


def known_libraries(environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """The folders of libraries that were open and are there, the one that is meant first."""
    found = (library_to_open(environment), *_remembered(environment))
    return tuple(dict.fromkeys(path for path in found if path.is_dir()))


def remember_library(path: Path, environment: Mapping[str, str] = os.environ) -> None:
    """Mean this library from now on; those before it stay known. Raises ``OSError``."""
    wanted = path.absolute()
    _note((wanted, *(one for one in _remembered(environment) if one != wanted)), environment)


def remember_move(old: Path, new: Path, environment: Mapping[str, str] = os.environ) -> None:
    """Know a library by its new folder, and by the old one no longer. Raises ``OSError``."""
    known = _remembered(environment)
    if old in known:
        known[known.index(old)] = new
    elif library_to_open(environment) == old:
        known.insert(0, new)
    else:
        known.append(new)
    _note(tuple(dict.fromkeys(known)), environment)


def _note(paths: tuple[Path, ...], environment: Mapping[str, str]) -> None:
    folder = config_dir(environment)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    lines = [os.fsencode(one) + b"\n" for one in paths[:MOST_KNOWN]]
    write_atomically(folder / _FILE, b"".join(lines))


def _remembered(environment: Mapping[str, str]) -> list[Path]:
    try:
        lines = (config_dir(environment) / _FILE).read_bytes().splitlines()
    except OSError:
        return []
    paths = [Path(os.fsdecode(line)) for line in lines if line and b"\0" not in line]
    return [path for path in paths if path.is_absolute()]
