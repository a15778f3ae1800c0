"""Asking which files of this computer to take."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from mediadesk.ui.support.translation import tr


def ask_files_to_import(parent: QWidget, take: Callable[[list[Path]], object]) -> None:
    """Open the question; ``take`` gets the files that were chosen."""
    dialog = QFileDialog(parent.window(), tr("Import files"))
    dialog.setObjectName("import-dialog")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: take([Path(name) for name in names]))
    dialog.open()
