"""Dialogs of the ledger: what a call really cost, what was given back, and a usage file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from mediadesk.domain.ledger import LedgerEntry
from mediadesk.domain.money import format_usd, format_usd_exact
from mediadesk.domain.usage_import import UsageComparison, UsageMapping
from mediadesk.ui.panes.analytics.ledger_view_model import LedgerViewModel
from mediadesk.ui.support.style import describe
from mediadesk.ui.widgets.buttons import Button, PrimaryButton
from mediadesk.ui.widgets.card import MessageBar
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.field import Field, line_edit
from mediadesk.ui.widgets.labels import role_label
from mediadesk.ui.words import counted

_GUESSES = {
    "amount": ("amount", "cost", "price", "usd", "charge", "total"),
    "id": ("request", "generation", "id"),
    "time": ("time", "date", "created", "at"),
    "model": ("model",),
}


class AmountDialog(DialogBase):
    """Asks for an amount and a note; ``submitted`` carries both as typed."""

    submitted = Signal(str, str)

    def __init__(self, window: QWidget, entry: LedgerEntry, *, is_refund: bool) -> None:
        amount = "not known" if entry.amount_micro is None else format_usd_exact(entry.amount_micro)
        super().__init__(
            window,
            "Enter a refund" if is_refund else "Correct what a call cost",
            text=f"{entry.model}, {amount} entered. Entries are never changed: "
            "the difference is added to the ledger.",
            icon="receipt",
            name="amount-dialog",
        )
        words = "Given back (USD)" if is_refund else "It really cost (USD)"
        self._amount = line_edit(words, placeholder="0.04", name="ledger-amount")
        self._field = Field(words, self._amount)
        self._note = line_edit("Note", name="ledger-note")
        self.body.addWidget(self._field)
        self.body.addWidget(Field("Note", self._note))
        self.add_button(Button("Cancel", name="amount-cancel"), result=0)
        save = PrimaryButton("Enter", size="default", name="amount-save")
        self.add_button(save)
        save.clicked.connect(self._submit)
        self._amount.returnPressed.connect(self._submit)

    def show_refusal(self, text: str) -> None:
        """Say why nothing was entered."""
        self._field.set_error(text)
        self._amount.setFocus()

    def _submit(self) -> None:
        self.submitted.emit(self._amount.text(), self._note.text())


class ImportDialog(DialogBase):
    """Maps the columns of a usage file, shows what differs, and enters it when told so."""

    def __init__(
        self, window: QWidget, model: LedgerViewModel, path: Path, columns: tuple[str, ...]
    ) -> None:
        super().__init__(
            window,
            "Compare with a usage file",
            text=f"{path.name}: say which column is what. Nothing is entered before you agree.",
            icon="file-input",
            name="import-dialog",
        )
        self._model, self._path = model, path
        self._provider = QComboBox()
        describe(self._provider, name="import-provider", accessible="Provider")
        for info in model.providers():
            self._provider.addItem(info.label, info.name)
        self.body.addWidget(Field("Provider", self._provider))
        self._boxes = {
            name: self._column_box(name, label, columns)
            for name, label in (
                ("amount", "Amount"),
                ("id", "Id of the call"),
                ("time", "Time"),
                ("model", "Model"),
            )
        }
        self._unit = QComboBox()
        describe(self._unit, name="import-unit", accessible="Amounts are in")
        self._unit.addItem("Dollars", 1)
        self._unit.addItem("Cents", 100)
        self.body.addWidget(Field("Amounts are in", self._unit))
        self._message = MessageBar(kind="err", name="import-message")
        self._message.hide()
        self._result = role_label("", wrap=True)
        self._result.setObjectName("import-result")
        self.body.addWidget(self._message)
        self.body.addWidget(self._result)
        self.add_button(Button("Cancel", name="import-cancel"), result=0)
        compare = Button("Compare", name="import-compare")
        compare.clicked.connect(self._compare)
        self.add_button(compare)
        self._enter = PrimaryButton("Enter differences", size="default", name="import-enter")
        self._enter.setEnabled(False)
        self._enter.clicked.connect(model.apply)
        self.add_button(self._enter)
        model.compared.connect(self._show)
        model.refused.connect(self._refuse)
        model.done.connect(self.accept)

    def _column_box(self, name: str, label: str, columns: tuple[str, ...]) -> QComboBox:
        box = QComboBox()
        describe(box, name=f"import-{name}", accessible=label)
        if name != "amount":
            box.addItem("None", None)
        for column in columns:
            box.addItem(column, column)
        found = next((c for word in _GUESSES[name] for c in columns if word in c.lower()), None)
        box.setCurrentIndex(max(0, box.findData(found)))
        self.body.addWidget(Field(label, box))
        return box

    def _compare(self) -> None:
        self._message.hide()
        self._enter.setEnabled(False)
        chosen = {name: box.currentData() for name, box in self._boxes.items()}
        mapping = UsageMapping(
            chosen["amount"] or "",
            chosen["id"],
            chosen["time"],
            chosen["model"],
            int(self._unit.currentData()),
        )
        self._model.compare(self._provider.currentData(), self._path, mapping)

    def _show(self, found: UsageComparison) -> None:
        off = sum(pair.row.amount_micro - (pair.call.spent_micro or 0) for pair in found.differing)
        self._result.setText(
            f"{counted(len(found.matched), 'call')} agree. "
            f"{counted(len(found.differing), 'call')} differ, {format_usd(off)} in all. "
            f"{counted(len(found.not_in_ledger), 'row')} without a call here, "
            f"{counted(len(found.not_in_file), 'call')} not in the file."
        )
        self._enter.setEnabled(bool(found.differing))
        self.adjustSize()

    def _refuse(self, text: str) -> None:
        self._message.show_message(text, "err")
        self._message.show()
        self.adjustSize()
