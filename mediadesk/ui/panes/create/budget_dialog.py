"""The dialog before a run that would go over a budget. Nothing was sent yet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from mediadesk.domain.money import format_usd, format_usd_exact
from mediadesk.domain.projects import CapPeriod
from mediadesk.ui.panes.create.over_budget import OverBudget
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.budget_bar import BudgetBar, BudgetShares
from mediadesk.ui.widgets.buttons import Button, PrimaryButton
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.field import line_edit
from mediadesk.ui.widgets.labels import role_label

AMOUNT_WIDTH = 90


class BudgetDialog(DialogBase):
    """``run_once``, ``raise_wanted`` (amount as typed) or ``fewer_wanted``; closes with each."""

    run_once = Signal()
    raise_wanted = Signal(str)
    fewer_wanted = Signal()

    def __init__(self, window: QWidget, refused: OverBudget) -> None:
        use, cap = refused.use, refused.use.cap
        limit, wanted = format_usd(cap.limit_micro), format_usd(refused.wanted_micro)
        held = (
            tr(", and {amount} is held").format(amount=format_usd(use.held_micro))
            if use.held_micro
            else ""
        )
        words = tr("{amount} of {limit} is left{held}.").format(
            amount=format_usd(refused.free_micro), limit=limit, held=held
        )
        if cap.period is CapPeriod.JOB:
            words = tr("One run may cost {limit}.").format(limit=limit)
        super().__init__(
            window,
            tr("This run goes {amount} over the budget").format(
                amount=format_usd(refused.over_micro)
            ),
            text=tr("The {label} says no: {words} This run may cost {wanted}.").format(
                label=cap.label, words=words, wanted=wanted
            ),
            icon="wallet",
            icon_kind="warn",
            name="budget-dialog",
        )
        bar = BudgetBar(height=14, name="budget-dialog-bar")
        spoken = tr("Spent {amount}, held {amount2}, this run {wanted}, limit {limit}").format(
            amount=format_usd(use.spent_micro),
            amount2=format_usd(use.held_micro),
            wanted=wanted,
            limit=limit,
        )
        bar.set_shares(
            BudgetShares(use.spent_micro, use.held_micro, refused.wanted_micro, cap.limit_micro),
            spoken,
        )
        self.body.addWidget(bar)
        self.body.addWidget(role_label(spoken, "muted", wrap=True))
        self._group = QButtonGroup(self)
        self._once = self._choice(tr("Run this once, leave the budget as it is"), "budget-once")
        self._raise = self._choice(tr("Raise the budget to"), "budget-raise")
        self._amount = line_edit(tr("New budget in US dollars"), name="budget-amount")
        self._amount.setText(format_usd_exact(refused.needed_micro).replace(",", ""))
        self._amount.setFixedWidth(theme().px(AMOUNT_WIDTH))
        self._amount.textEdited.connect(lambda _text: self._raise.setChecked(True))
        row = QHBoxLayout()
        row.addWidget(self._raise)
        row.addWidget(self._amount)
        row.addStretch(1)
        self.body.addWidget(self._once)
        self.body.addWidget(role_label(tr("Recorded in the ledger as over the budget"), "muted"))
        self.body.addLayout(row)
        self._fewer = self._choice(
            tr("Make {results} only").format(results=tr("%Ln result(s)", n=max(1, refused.fewer))),
            "budget-fewer",
        )
        self._fewer.setVisible(refused.fewer > 0)
        self.body.addWidget(self._fewer)
        self._once.setChecked(True)
        self.footer.insertWidget(0, role_label(tr("Nothing has been sent yet"), "muted"))
        cancel = self.add_button(Button(tr("Cancel"), name="budget-cancel"), result=0)
        go = PrimaryButton(
            tr("Run, {wanted}").format(wanted=wanted), size="default", name="budget-go"
        )
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
