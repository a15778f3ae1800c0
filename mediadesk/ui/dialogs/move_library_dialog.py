"""Asks where a library shall lie, and what becomes of the old folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QWidget

from mediadesk.ui.support.style import describe
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button, PrimaryButton
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.field import Field, line_edit


class MoveLibraryDialog(DialogBase):
    """``submitted`` (folder, whether the old one is deleted) once a whole path was given."""

    submitted = Signal(object, bool)

    def __init__(self, window: QWidget, library: Path) -> None:
        super().__init__(
            window,
            tr("Move the library"),
            text=tr(
                "Every file is copied and compared; only then is the new folder used. The library "
                "is closed meanwhile."
            ),
            icon="hard-drive",
            name="move-library-dialog",
        )
        self._library = library
        self._folder = line_edit(tr("New folder"), name="move-folder")
        help_text = tr("A new or empty folder.")
        self._field = Field(tr("New folder"), self._folder, help_text=help_text)
        choose = Button(tr("Choose"), size="field", name="move-choose")
        choose.setAccessibleName(tr("Choose the disk or folder that it shall lie in"))
        choose.clicked.connect(self._choose)
        self._delete = QCheckBox(tr("Delete the old folder once every file was compared"))
        describe(self._delete, name="move-delete-old", accessible=self._delete.text())
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._field, 1)
        row.addWidget(choose, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        self.body.addWidget(self._delete)
        self.add_button(Button(tr("Cancel"), name="move-cancel"), result=0)
        move = PrimaryButton(tr("Move"), size="default", name="move-begin")
        self.add_button(move)
        move.clicked.connect(self._submit)
        self._folder.returnPressed.connect(self._submit)
        self._folder.setFocus()

    def _choose(self) -> None:
        dialog = QFileDialog(self.window(), tr("Move the library into"), str(Path.home()))
        dialog.setObjectName("move-chooser")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.finished.connect(dialog.deleteLater)
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, chosen: str) -> None:
        """A folder of its own inside the chosen one, under the name that it has now."""
        self._folder.setText(str(Path(chosen) / self._library.name))
        self._field.clear_state()

    def _submit(self) -> None:
        text = self._folder.text().strip()
        path = Path(text).expanduser() if text else Path()
        if not path.is_absolute():
            self._field.set_error(tr("Give the whole path of a folder."))
            self._folder.setFocus()
            return
        self.submitted.emit(path, self._delete.isChecked())
        self.accept()
