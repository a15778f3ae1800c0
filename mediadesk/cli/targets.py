"""Where files go: ``--output`` and ``--to``."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from mediadesk.domain.errors import StorageError, UsageError


@dataclass(frozen=True, slots=True)
class Target:
    """A place for files; ``is_folder`` where the person wrote it as a folder."""

    path: Path
    is_folder: bool

    def ready(self) -> Path:
        """The path, after making the last folder of it where it was written as one."""
        if self.is_folder:
            self.path.mkdir(exist_ok=True)
        return self.path


def read_target(text: str) -> Target:
    """Check a place before anything is done for it. Raises ``UsageError``, ``StorageError``."""
    if not text:
        raise UsageError("The place for the files is empty.", "Name a file or a folder.")
    path = Path(text).expanduser()
    is_folder = text.endswith(("/", os.sep)) or path.is_dir()
    existing = path if path.is_dir() else path.parent
    if not existing.is_dir():
        raise UsageError(f"There is no folder {existing}.", "Create it, or name another.")
    if not os.access(existing, os.W_OK):
        raise UsageError(f"The folder {existing} cannot be written.", "Name another.")
    try:
        # Permissions do not tell it all: some folders take no file from anybody.
        with tempfile.TemporaryFile(dir=existing):
            pass
    except OSError as error:
        raise StorageError(
            f"The folder {existing} takes no file ({error.strerror}).", "Name another."
        ) from error
    return Target(path, is_folder)
