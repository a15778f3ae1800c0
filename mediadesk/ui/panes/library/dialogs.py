"""Small questions of the library: which tags, what name, whether to erase for good."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QWidget

from mediadesk.ui.widgets.buttons import Button, PrimaryButton
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.field import Field, line_edit


class TagDialog(DialogBase):
    """Tags of a selection, with commas between. ``submitted`` carries tags to give and to take."""

    submitted = Signal(list, list)

    def __init__(self, window: QWidget, tags: Sequence[str], known: Sequence[str]) -> None:
        super().__init__(
            window,
            "Tags",
            text="Separate tags by commas. Only what you change is changed.",
            icon="tag",
            name="tag-dialog",
        )
        self._before = list(tags)
        self._edit = line_edit("Tags", name="tag-names")
        self._edit.setText(", ".join(tags))
        completer = QCompleter(list(known), self._edit)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        if not tags:
            self._edit.setCompleter(completer)
        self.body.addWidget(Field("Tags", self._edit))
        self.add_button(Button("Cancel", name="tag-cancel"), result=0)
        save = PrimaryButton("Save tags", size="default", name="tag-save")
        save.clicked.connect(self._submit)
        self.add_button(save)
        self._edit.returnPressed.connect(self._submit)
        self._edit.setFocus()

    def _submit(self) -> None:
        after = [name for part in self._edit.text().split(",") if (name := " ".join(part.split()))]
        before = {name.casefold() for name in self._before}
        now = {name.casefold() for name in after}
        adding = [name for name in after if name.casefold() not in before]
        removing = [name for name in self._before if name.casefold() not in now]
        self.submitted.emit(adding, removing)
        self.accept()


class ViewNameDialog(DialogBase):
    """The name of a saved view. ``submitted`` once there is one."""

    submitted = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(
            window,
            "Save view",
            text="A view keeps search, filters and order. What it shows follows the library.",
            icon="bookmark",
            name="view-dialog",
        )
        self._edit = line_edit("Name", name="view-name")
        self._edit.setMaxLength(80)
        self._field = Field("Name", self._edit)
        self.body.addWidget(self._field)
        self.add_button(Button("Cancel", name="view-cancel"), result=0)
        save = PrimaryButton("Save", size="default", name="view-save")
        save.clicked.connect(self._submit)
        self.add_button(save)
        self._edit.returnPressed.connect(self._submit)
        self._edit.setFocus()

    def _submit(self) -> None:
        name = self._edit.text().strip()
        if not name:
            self._field.set_error("Give the view a name.")
            self._edit.setFocus()
            return
        self.submitted.emit(name)
        self.accept()
