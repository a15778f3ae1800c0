"""The dialog before a run that would go over a budget. Nothing was sent yet."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.money import format_usd, format_usd_exact, parse_usd
from mediadesk.domain.projects import CapPeriod
from mediadesk.ui.cheaper_run import CheaperRun
from mediadesk.ui.over_budget import Answer, OverBudget
from mediadesk.ui.support.painting import fill_rounded, hatch, rounded
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.budget_bar import BudgetBar, shares_of
from mediadesk.ui.widgets.buttons import Button, PrimaryButton
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.field import StateLine, line_edit
from mediadesk.ui.widgets.labels import role_label
from mediadesk.ui.words import limit_words

AMOUNT_WIDTH = 90
INDENT = 25
RADIUS = 3


class BudgetDialog(DialogBase):
    """``answered`` carries an ``Answer``; closed without one, nothing goes on."""

    answered = Signal(object)

    def __init__(self, window: QWidget, refused: OverBudget) -> None:
        super().__init__(
            window,
            _title(refused),
            text=_why(refused),
            icon="wallet",
            icon_kind="warn",
            name="budget-dialog",
        )
        wanted = format_usd(refused.wanted_micro)
        bar = BudgetBar(height=14, name="budget-dialog-bar", marks="limit")
        shares = shares_of(refused.use, refused.wanted_micro)
        words = tr("Spent {spent}, held {held}, this run {wanted}, limit {limit}")
        if refused.run_count > 1:
            words = tr("Spent {spent}, held {held}, these runs {wanted}, limit {limit}")
        bar.set_shares(
            shares,
            words.format(
                spent=format_usd(shares.spent),
                held=format_usd(shares.held),
                wanted=wanted,
                limit=limit_words(shares.limit),
            ),
        )
        self.body.addWidget(bar)
        self.body.addLayout(_legend(refused))
        self.body.addSpacing(theme().px(6))
        self._group = QButtonGroup(self)
        once = tr("Run this once, leave the budget as it is")
        if refused.run_count > 1:
            once = tr("Run these once, leave the budget as it is")
        self._once = self._choice(once, "budget-once")
        self._raise = self._choice(tr("Raise the budget to"), "budget-raise")
        self._amount = line_edit(tr("New budget in US dollars"), name="budget-amount")
        self._amount.setText(format_usd_exact(refused.needed_micro).replace(",", ""))
        self._amount.setFixedWidth(theme().px(AMOUNT_WIDTH))
        self._amount.textEdited.connect(lambda _text: self._raise.setChecked(True))
        self._amount_problem = StateLine(self)
        self._fewer = self._choice(
            tr("Make {results} only").format(results=tr("%Ln result(s)", n=max(1, refused.fewer))),
            "budget-fewer",
        )
        self._fewer.setVisible(refused.fewer > 0)
        self._cheaper = self._choice(_cheaper_words(refused.cheaper), "budget-cheaper")
        self._cheaper.setVisible(refused.cheaper is not None)
        self._add_choices(refused)
        self._first_choice(refused).setChecked(True)
        self.footer.insertWidget(0, role_label(tr("Nothing has been sent yet"), "muted"))
        cancel = self.add_button(Button(tr("Cancel"), name="budget-cancel"), result=0)
        self._go = PrimaryButton("", size="default", name="budget-go")
        self._go.clicked.connect(self._on_go)
        self.add_button(self._go)
        self._refused = refused
        self._group.buttonToggled.connect(lambda *_which: self._name_run())
        self._name_run()
        cancel.setFocus()

    def _add_choices(self, refused: OverBudget) -> None:
        if refused.may_pass:
            self.body.addWidget(self._once)
            note = role_label(tr("Recorded in the ledger as over the budget"), "muted")
            note.setIndent(theme().px(INDENT))
            self.body.addWidget(note)
        else:
            self._once.hide()
        row = QHBoxLayout()
        row.addWidget(self._raise)
        row.addWidget(self._amount)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self._amount_problem)
        self.body.addWidget(self._fewer)
        last = QHBoxLayout()
        last.addWidget(self._cheaper, 1)
        cheaper = refused.cheaper
        if cheaper is not None and cheaper.upper_micro > refused.room_micro:
            over = format_usd(cheaper.upper_micro - refused.room_micro)
            last.addWidget(role_label(tr("still {amount} over").format(amount=over), "muted"))
        self.body.addLayout(last)

    def _first_choice(self, refused: OverBudget) -> QRadioButton:
        """The mildest that is there."""
        if refused.may_pass:
            return self._once
        if refused.fewer:
            return self._fewer
        return self._raise if refused.cheaper is None else self._cheaper

    def _choice(self, words: str, name: str) -> QRadioButton:
        button = QRadioButton(words, self)
        describe(button, name=name, accessible=words)
        self._group.addButton(button)
        return button

    def _name_run(self) -> None:
        """What the button does now, and for how much."""
        refused = self._refused
        if self._once.isChecked():
            words = tr("Run once, {amount}").format(amount=format_usd(refused.wanted_micro))
        elif self._cheaper.isChecked() and refused.cheaper is not None:
            words = tr("Run, {amount}").format(amount=format_usd(refused.cheaper.upper_micro))
        elif self._fewer.isChecked():
            words = tr("Make {results}").format(results=tr("%Ln result(s)", n=refused.fewer))
        else:
            words = tr("Run, {amount}").format(amount=format_usd(refused.wanted_micro))
        self._go.setText(words)

    def _on_go(self) -> None:
        refused, answer = self._refused, Answer(is_once=True)
        if self._raise.isChecked():
            try:
                answer = Answer(limit_micro=parse_usd(self._amount.text()))
            except MediadeskError as error:
                self._amount_problem.show_text(tr_sentence(error.sentence()), "error")
                self._amount.setFocus()
                self.adjust()
                return
        elif self._fewer.isChecked() and refused.request is not None:
            answer = Answer(request=replace(refused.request, result_count=refused.fewer))
        elif self._cheaper.isChecked() and refused.cheaper is not None:
            answer = Answer(request=refused.cheaper.request)
        self.answered.emit(answer)
        self.accept()


class _Sample(QWidget):
    """What a colour of the bar looks like; it says nothing by itself."""

    def __init__(self, color: str, *, is_hatched: bool) -> None:
        super().__init__()
        self._color, self._is_hatched = color, is_hatched
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """A small square."""
        side = theme().px(10)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the square."""
        painter, area = QPainter(self), QRectF(self.rect())
        color = theme().color(self._color)
        if not self._is_hatched:
            fill_rounded(painter, area, RADIUS, color)
            return
        painter.setClipPath(rounded(area, RADIUS))
        hatch(painter, area, color)


def _why(refused: OverBudget) -> str:
    """Which budget refused, what is left of it, and what the run may cost."""
    use, cap = refused.use, refused.use.cap
    limit, wanted = format_usd(cap.limit_micro), format_usd(refused.wanted_micro)
    if cap.period is CapPeriod.JOB:
        words = tr("One run may cost {limit}.").format(limit=limit)
    elif use.held_micro:
        words = tr("{free} of {limit} is left, and {held} is held for jobs that still run.").format(
            free=format_usd(use.free_micro), limit=limit, held=format_usd(use.held_micro)
        )
    else:
        words = tr("{free} of {limit} is left.").format(
            free=format_usd(use.free_micro), limit=limit
        )
    said = tr("The {budget} says no: {why} This run may cost {wanted}.")
    if refused.run_count > 1:
        said = tr("The {budget} says no: {why} Together these {count} runs may cost {wanted}.")
    budget = tr_sentence(cap.label)
    return said.format(budget=budget, why=words, wanted=wanted, count=refused.run_count)


def _title(refused: OverBudget) -> str:
    over = format_usd(refused.over_micro)
    if refused.run_count > 1:
        words = tr("These {count} runs go {amount} over the budget")
        return words.format(count=refused.run_count, amount=over)
    return tr("This run goes {amount} over the budget").format(amount=over)


def _cheaper_words(cheaper: CheaperRun | None) -> str:
    """“Duration 4, for $2.00”."""
    if cheaper is None:
        return ""
    return tr("Change {setting} to {value}, for {amount}").format(
        setting=cheaper.setting, value=cheaper.value, amount=format_usd(cheaper.upper_micro)
    )


def _this_run(refused: OverBudget) -> str:
    return tr("These runs") if refused.run_count > 1 else tr("This run")


def _legend(refused: OverBudget) -> QHBoxLayout:
    """What each colour of the bar stands for, and the limit at its end."""
    shares = shares_of(refused.use, refused.wanted_micro)
    spent = {"fine": "text.tertiary", "warn": "warn.fill", "full": "err.text"}[shares.level]
    row = QHBoxLayout()
    row.setSpacing(6)
    parts = [
        (tr("Spent"), shares.spent, spent, False),
        (tr("Held"), shares.held, "text.secondary", True),
        (_this_run(refused), shares.this_run, "err.text", False),
    ]
    for words, micro, color, is_hatched in parts:
        if not micro:
            continue
        row.addWidget(_Sample(color, is_hatched=is_hatched))
        row.addWidget(role_label(words, "muted"))
        row.addWidget(role_label(format_usd(micro), "strong"))
        row.addSpacing(8)
    row.addStretch(1)
    row.addWidget(role_label(tr("Limit {limit}").format(limit=limit_words(shares.limit)), "muted"))
    return row
