"""The dialog before a run that would go over a budget. Nothing was sent yet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from mediadesk.domain.money import format_usd, format_usd_exact
from mediadesk.domain.projects import CapPeriod
from mediadesk.ui.panes.create.over_budget import OverBudget
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.budget_bar import BudgetBar, BudgetShares
from mediadesk.ui.widgets.buttons import Button, PrimaryButton
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.field import line_edit
from mediadesk.ui.widgets.labels import role_label
from mediadesk.ui.words import counted

AMOUNT_WIDTH = 90


class BudgetDialog(DialogBase):
    """``run_once``, ``raise_wanted`` (amount as typed) or ``fewer_wanted``; closes with each."""

    run_once = Signal()
    raise_wanted = Signal(str)
    fewer_wanted = Signal()

    def __init__(self, window: QWidget, refused: OverBudget) -> None:
        use, cap = refused.use, refused.use.cap
        limit, wanted = format_usd(cap.limit_micro), format_usd(refused.wanted_micro)
        held = f", and {format_usd(use.held_micro)} is held" if use.held_micro else ""
        words = f"{format_usd(refused.free_micro)} of {limit} is left{held}."
        if cap.period is CapPeriod.JOB:
            words = f"One run may cost {limit}."
        super().__init__(
            window,
            f"This run goes {format_usd(refused.over_micro)} over the budget",
            text=f"The {cap.label} says no: {words} This run may cost {wanted}.",
            icon="wallet",
            icon_kind="warn",
            name="budget-dialog",
        )
        bar = BudgetBar(height=14, name="budget-dialog-bar")
        spoken = (
            f"Spent {format_usd(use.spent_micro)}, held {format_usd(use.held_micro)}, "
            f"this run {wanted}, limit {limit}"
        )
        bar.set_shares(
            BudgetShares(use.spent_micro, use.held_micro, refused.wanted_micro, cap.limit_micro),
            spoken,
        )
        self.body.addWidget(bar)
        self.body.addWidget(role_label(spoken, "muted", wrap=True))
        self._group = QButtonGroup(self)
        self._once = self._choice("Run this once, leave the budget as it is", "budget-once")
        self._raise = self._choice("Raise the budget to", "budget-raise")
        self._amount = line_edit("New budget in US dollars", name="budget-amount")
        self._amount.setText(format_usd_exact(refused.needed_micro).replace(",", ""))
        self._amount.setFixedWidth(theme().px(AMOUNT_WIDTH))
        self._amount.textEdited.connect(lambda _text: self._raise.setChecked(True))
        row = QHBoxLayout()
        row.addWidget(self._raise)
        row.addWidget(self._amount)
        row.addStretch(1)
        self.body.addWidget(self._once)
        self.body.addWidget(role_label("Recorded in the ledger as over the budget", "muted"))
        self.body.addLayout(row)
        self._fewer = self._choice(
            f"Make {counted(max(1, refused.fewer), 'result')} only", "budget-fewer"
        )
        self._fewer.setVisible(refused.fewer > 0)
        self.body.addWidget(self._fewer)
        self._once.setChecked(True)
        self.footer.insertWidget(0, role_label("Nothing has been sent yet", "muted"))
        cancel = self.add_button(Button("Cancel", name="budget-cancel"), result=0)
        go = PrimaryButton(f"Run, {wanted}", size="default", name="budget-go")
        go.clicked.connect(self._on_go)
        self.add_button(go)
        cancel.setFocus()

    def _choice(self, words: str, name: str) -> QRadioButton:
        button = QRadioButton(words)
        describe(button, name=name, accessible=words)
        self._group.addButton(button)
        return button

    def _on_go(self) -> None:
        if self._raise.isChecked():
            self.raise_wanted.emit(self._amount.text())
        elif self._fewer.isChecked():
            self.fewer_wanted.emit()
        else:
            self.run_once.emit()
        self.accept()
