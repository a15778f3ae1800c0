"""Name and description of a project, new or known."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button, PrimaryButton
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.field import Field, line_edit

MAX_NAME = 120


class ProjectDialog(DialogBase):
    """``submitted`` (name, description) once there is a name."""

    submitted = Signal(str, str)

    def __init__(self, window: QWidget, *, name: str = "", description: str = "") -> None:
        super().__init__(
            window,
            tr("Edit project") if name else tr("New project"),
            icon="folder",
            name="project-dialog",
        )
        self._edit = line_edit(tr("Name"), name="project-name")
        self._edit.setMaxLength(MAX_NAME)
        self._edit.setText(name)
        self._field = Field(tr("Name"), self._edit)
        self._description = QPlainTextEdit(description)
        describe(self._description, name="project-description", accessible=tr("Description"))
        self._description.setTabChangesFocus(True)
        self._description.setFixedHeight(theme().px(72))
        self.body.addWidget(self._field)
        self.body.addWidget(Field(tr("Description"), self._description))
        self.add_button(Button(tr("Cancel"), name="project-cancel"), result=0)
        save = PrimaryButton(
            tr("Save") if name else tr("Create project"), size="default", name="project-save"
        )
        self.add_button(save)
        save.clicked.connect(self._submit)
        self._edit.returnPressed.connect(self._submit)
        # In the description Return begins a new line.
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._submit)
        self._edit.setFocus()

    def _submit(self) -> None:
        name = self._edit.text().strip()
        if not name:
            self._field.set_error(tr("Give the project a name."))
            self._edit.setFocus()
            return
        self.submitted.emit(name, self._description.toPlainText().strip())
        self.accept()
