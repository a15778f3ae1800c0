"""What is asked before something is done to the shown result: where to save it, which tags."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from mediadesk.services.export import ExportMode
from mediadesk.ui.dialogs.tag_dialog import TagDialog
from mediadesk.ui.support.translation import tr

if TYPE_CHECKING:
    from mediadesk.ui.panes.create.stage_view_model import StageViewModel


class ResultQuestions(QObject):
    """Opens dialogs over the page; their answers go to the view model."""

    def __init__(self, page: QWidget, view_model: StageViewModel) -> None:
        super().__init__(page)
        self._page, self._view_model = page, view_model

    def save(self, mode: ExportMode = ExportMode.ORIGINAL) -> None:
        """Ask where to save the shown result."""
        name = self._view_model.suggested_name()
        if not name:
            return
        dialog = QFileDialog(self._page.window(), tr("Save as"), name)
        dialog.setObjectName("save-dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: self._view_model.save(Path(chosen), mode))
        dialog.open()

    def ask_tags(self) -> None:
        """Ask for the tags of the shown result."""
        self._view_model.with_known_tags(self._open_tag_dialog)

    def _open_tag_dialog(self, known: list[str]) -> None:
        asset = self._view_model.asset
        if asset is not None:
            dialog = TagDialog(self._page.window(), asset.tags, known)
            dialog.submitted.connect(self._view_model.tag)
            dialog.open()
