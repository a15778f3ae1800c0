"""Dialog of the ledger: what a call really cost, or what was given back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mediadesk.domain.ledger import LedgerEntry
from mediadesk.domain.money import format_usd_exact
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button, PrimaryButton
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.field import Field, line_edit


class AmountDialog(DialogBase):
    """Asks for an amount and a note; ``submitted`` carries both as typed."""

    submitted = Signal(str, str)

    def __init__(self, window: QWidget, entry: LedgerEntry, *, is_refund: bool) -> None:
        amount = (
            tr("not known") if entry.amount_micro is None else format_usd_exact(entry.amount_micro)
        )
        super().__init__(
            window,
            tr("Enter a refund") if is_refund else tr("Correct what a call cost"),
            text=tr(
                "{model}, {amount} entered. Entries are never changed: the difference is added "
                "to the ledger."
            ).format(model=entry.model, amount=amount),
            icon="receipt",
            name="amount-dialog",
        )
        words = tr("Given back (USD)") if is_refund else tr("It really cost (USD)")
        self._amount = line_edit(words, placeholder="0.04", name="ledger-amount")
        self._field = Field(words, self._amount)
        self._note = line_edit(tr("Note"), name="ledger-note")
        self.body.addWidget(self._field)
        self.body.addWidget(Field(tr("Note"), self._note))
        self.add_button(Button(tr("Cancel"), name="amount-cancel"), result=0)
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
