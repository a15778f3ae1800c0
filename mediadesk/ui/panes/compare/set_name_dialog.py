"""The name of a set of models."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button, PrimaryButton
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.field import Field, line_edit

MAX_NAME = 80


class SetNameDialog(DialogBase):
    """``submitted`` (name) once there is one."""

    submitted = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, tr("Save these models"), icon="layers", name="set-dialog")
        self._edit = line_edit(tr("Name"), name="set-name")
        self._edit.setMaxLength(MAX_NAME)
        self._field = Field(tr("Name"), self._edit)
        self.body.addWidget(self._field)
        self.add_button(Button(tr("Cancel"), name="set-cancel"), result=0)
        save = PrimaryButton(tr("Save"), size="default", name="set-save")
        self.add_button(save)
        save.clicked.connect(self._submit)
        self._edit.returnPressed.connect(self._submit)
        self._edit.setFocus()

    def _submit(self) -> None:
        name = self._edit.text().strip()
        if not name:
            self._field.set_error(tr("Give the set a name."))
            self._edit.setFocus()
            return
        self.submitted.emit(name)
        self.accept()
