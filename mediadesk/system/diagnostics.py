"""What can be told about this machine without opening a library. Holds no name and no secret."""

from __future__ import annotations

import os
import platform
import shutil
import stat
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

COMFORTABLE_FREE_BYTES = 2_000_000_000
SMALLEST_FREE_BYTES = 200_000_000


class CheckState(StrEnum):
    """How a check ended. Only a problem keeps something from working."""

    OK = "ok"
    NOTICE = "notice"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; ``next_step`` where the person can do something."""

    name: str
    state: CheckState
    detail: str
    next_step: str = ""


def check_system() -> Check:
    """Python and the operating system."""
    detail = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    return Check("system", CheckState.OK, detail)


def check_display(environment: Mapping[str, str] = os.environ) -> Check:
    """Whether a window could appear."""
    if sys.platform != "linux":
        return Check("display", CheckState.OK, platform.system())
    for variable in ("WAYLAND_DISPLAY", "DISPLAY"):
        if environment.get(variable):
            return Check("display", CheckState.OK, f"{variable}={environment[variable]}")
    detail = "no display: the window needs one, the command line does not"
    return Check("display", CheckState.NOTICE, detail)


def check_disk(folder: Path) -> Check:
    """Free space where the library lies or would lie."""
    existing = _existing(folder)
    try:
        free = shutil.disk_usage(existing).free
    except OSError as error:
        return Check("disk", CheckState.PROBLEM, f"{existing}: {error.strerror}", "Check the disk.")
    detail = f"{free / 1e9:.1f} GB free for {folder}"
    if free < SMALLEST_FREE_BYTES:
        return Check("disk", CheckState.PROBLEM, detail, "Free some space.")
    state = CheckState.OK if free >= COMFORTABLE_FREE_BYTES else CheckState.NOTICE
    return Check("disk", state, detail)


def check_permissions(folder: Path) -> Check:
    """Whether the library's folder belongs to this user, is private and can be written."""
    existing = _existing(folder)
    if not os.access(existing, os.W_OK):
        detail, step = f"{existing} cannot be written", "Change its permissions."
        return Check("permissions", CheckState.PROBLEM, detail, step)
    if existing != folder or sys.platform == "win32":
        return Check("permissions", CheckState.OK, f"{existing} can be written")
    found = folder.stat()
    if found.st_uid != os.getuid():
        detail, step = f"{folder} belongs to another user", "Use a library of your own."
        return Check("permissions", CheckState.PROBLEM, detail, step)
    mode = stat.S_IMODE(found.st_mode)
    if mode & 0o022:
        detail = f"others may write to {folder} (mode {mode:o})"
        return Check("permissions", CheckState.PROBLEM, detail, f"Run chmod 700 '{folder}'.")
    state = CheckState.NOTICE if mode & 0o077 else CheckState.OK
    return Check("permissions", state, f"{folder} has mode {mode:o}")


def _existing(folder: Path) -> Path:
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder
