"""Asks for the first and the last day of a range."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button, PrimaryButton
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.field import Field, line_edit


class RangeDialog(DialogBase):
    """``chosen`` (first, last) once both are days."""

    chosen = Signal(object, object)

    def __init__(self, window: QWidget, first: date, last: date) -> None:
        super().__init__(
            window,
            tr("Any range"),
            text=tr("Both days count."),
            icon="calendar",
            name="range-dialog",
        )
        self._fields = []
        for words, name, day in (
            (tr("From"), "range-first", first),
            (tr("To"), "range-last", last),
        ):
            edit = line_edit(words, name=name)
            edit.setText(day.isoformat())
            edit.returnPressed.connect(self._submit)
            field = Field(words, edit, help_text=tr("Year, month, day: 2026-11-23"))
            self._fields.append((field, edit))
            self.body.addWidget(field)
        self.add_button(Button(tr("Cancel"), name="range-cancel"), result=0)
        show = PrimaryButton(tr("Show"), size="default", name="range-show")
        show.clicked.connect(self._submit)
        self.add_button(show)

    def _submit(self) -> None:
        days = []
        for field, edit in self._fields:
            try:
                days.append(date.fromisoformat(edit.text().strip()))
            except ValueError:
                field.set_error(tr("Write the day like 2026-11-23."))
                edit.setFocus()
                return
        self.chosen.emit(*days)
        self.accept()
