"""The folder of a new library: empty, private, and made by nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediadesk.domain.errors import ReadOnlyError, StorageError, UsageError
from mediadesk.system.files import PRIVATE_FOLDER_MODE, FileLayer, is_leftover

if TYPE_CHECKING:
    from pathlib import Path


def prepare_library_folder(library_dir: Path, files: FileLayer) -> None:
    """Create the folder, or take an empty one, and make it private to the user.

    Raises:
        UsageError: it holds something already, or is a file.
        ReadOnlyError, StorageError: the system refused.
    """
    try:
        files.make_folder(library_dir)
        if not all(is_leftover(path) for path in library_dir.iterdir()):
            raise UsageError(
                f"{library_dir} is not empty.", "Choose a new or empty folder for the library."
            )
        library_dir.chmod(PRIVATE_FOLDER_MODE)
    except (FileExistsError, NotADirectoryError):
        raise UsageError(f"{library_dir} is a file.", "Choose a folder.") from None
    except PermissionError as error:
        raise ReadOnlyError(
            f"{library_dir} cannot be created or written.", "Choose another folder."
        ) from error
    except OSError as error:
        raise StorageError(f"{library_dir} cannot be created ({error.strerror}).") from error
