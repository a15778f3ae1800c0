"""Where things lie on this machine: the library, the resources, the run-time folder.

The only module that knows these places. It reads the environment and the platform and creates
nothing, so that asking for a path never has an effect.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

APP_NAME = "mediadesk"


def default_library_dir(environment: Mapping[str, str] = os.environ) -> Path:
    """The library folder when none was named: ``MEDIADESK_LIBRARY``, else the platform's place."""
    if chosen := environment.get("MEDIADESK_LIBRARY"):
        return Path(chosen).expanduser()
    return data_dir(environment) / "library"


def data_dir(environment: Mapping[str, str] = os.environ) -> Path:
    """The platform's folder for this application's data."""
    home = Path(environment.get("HOME") or Path.home())
    if sys.platform == "win32":
        local = environment.get("LOCALAPPDATA")
        return (Path(local) if local else home / "AppData" / "Local") / APP_NAME
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / APP_NAME
    return _xdg(environment, "XDG_DATA_HOME", home / ".local" / "share") / APP_NAME


def config_dir(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder for choices that belong to this computer."""
    home = Path(environment.get("HOME") or Path.home())
    if sys.platform in ("win32", "darwin"):
        return data_dir(environment)
    return _xdg(environment, "XDG_CONFIG_HOME", home / ".config") / APP_NAME


def state_dir(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder for logs and the like: useful, but not worth a backup."""
    home = Path(environment.get("HOME") or Path.home())
    if sys.platform == "win32":
        return data_dir(environment) / "state"
    if sys.platform == "darwin":
        return home / "Library" / "Logs" / APP_NAME
    return _xdg(environment, "XDG_STATE_HOME", home / ".local" / "state") / APP_NAME


def log_dir(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder that holds the rotated log files."""
    return state_dir(environment) / "logs"


def runtime_dir(environment: Mapping[str, str] = os.environ) -> Path:
    """The user's folder for sockets, gone after logout.

    Falls back to a per-user name below the system's temporary folder; whoever creates it must
    make it private and check that it belongs to the user.
    """
    if runtime := environment.get("XDG_RUNTIME_DIR"):
        path = Path(runtime)
        if path.is_absolute():
            return path / APP_NAME
    user = str(os.getuid()) if sys.platform != "win32" else environment.get("USERNAME", "user")
    return Path(tempfile.gettempdir()) / f"{APP_NAME}-{user}"


def resources_dir() -> Path:
    """The folder with icons, fonts, tokens and model data.

    In an installed or frozen build it lies inside the package; in a checkout beside it.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    package = Path(__file__).resolve().parent.parent
    for candidate in (package / "resources", package.parent / "resources"):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(
        f"The resources folder is missing beside {package}. Install mediadesk again."
    )


def _xdg(environment: Mapping[str, str], name: str, fallback: Path) -> Path:
    # The XDG base directory specification tells applications to ignore relative values.
    value = environment.get(name, "")
    return Path(value) if value and Path(value).is_absolute() else fallback
