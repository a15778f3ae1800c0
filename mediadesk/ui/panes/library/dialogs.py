"""Small questions of the library: what name, whether to erase for good."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button, PrimaryButton
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.field import Field, line_edit


class ViewNameDialog(DialogBase):
    """The name of a saved view. ``submitted`` once there is one."""

    submitted = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(
            window,
            tr("Save view"),
            text=tr("A view keeps search, filters and order. What it shows follows the library."),
            icon="bookmark",
            name="view-dialog",
        )
        self._edit = line_edit(tr("Name"), name="view-name")
        self._edit.setMaxLength(80)
        self._field = Field(tr("Name"), self._edit)
        self.body.addWidget(self._field)
        self.add_button(Button(tr("Cancel"), name="view-cancel"), result=0)
        save = PrimaryButton(tr("Save"), size="default", name="view-save")
        save.clicked.connect(self._submit)
        self.add_button(save)
        self._edit.returnPressed.connect(self._submit)
        self._edit.setFocus()

    def _submit(self) -> None:
        name = self._edit.text().strip()
        if not name:
            self._field.set_error(tr("Give the view a name."))
            self._edit.setFocus()
            return
        self.submitted.emit(name)
        self.accept()
