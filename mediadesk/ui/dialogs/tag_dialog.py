"""Tags of one or many results."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QWidget

from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button, PrimaryButton
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.field import Field, line_edit


class TagDialog(DialogBase):
    """Tags of a selection, with commas between. ``submitted`` carries tags to give and to take."""

    submitted = Signal(list, list)

    def __init__(self, window: QWidget, tags: Sequence[str], known: Sequence[str]) -> None:
        super().__init__(
            window,
            tr("Tags"),
            text=tr("Separate tags by commas. Only what you change is changed."),
            icon="tag",
            name="tag-dialog",
        )
        self._before = list(tags)
        self._edit = line_edit(tr("Tags"), name="tag-names")
        self._edit.setText(", ".join(tags))
        completer = QCompleter(list(known), self._edit)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        if not tags:
            self._edit.setCompleter(completer)
        self.body.addWidget(Field(tr("Tags"), self._edit))
        self.add_button(Button(tr("Cancel"), name="tag-cancel"), result=0)
        save = PrimaryButton(tr("Save tags"), size="default", name="tag-save")
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
