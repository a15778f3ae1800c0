"""One limit: its use as a bar, the amount, what it counts, and whether it stops runs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from mediadesk.domain.money import format_usd, format_usd_exact
from mediadesk.domain.projects import NOTICE_PERCENT, CapPeriod, CapScope, CapUse
from mediadesk.ui.panes.settings.budgets_view_model import BudgetRow
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.widgets.budget_bar import BudgetBar, BudgetShares
from mediadesk.ui.widgets.field import Field, line_edit
from mediadesk.ui.widgets.labels import ElideLabel
from mediadesk.ui.widgets.switch import Switch

PERIODS = (
    (CapPeriod.TOTAL, QT_TR_NOOP("In total")),
    (CapPeriod.MONTH, QT_TR_NOOP("Each month")),
    (CapPeriod.JOB, QT_TR_NOOP("One run")),
)
AMOUNT_WIDTH = 96


class BudgetRowWidget(QWidget):
    """``edited`` (row, text, period, notice only) when the user has finished with it."""

    edited = Signal(object, str, object, bool)

    def __init__(self, row: BudgetRow) -> None:
        super().__init__()
        self._row = row
        cap = row.use.cap if row.use is not None else None
        self._text = _limit_text(row.use)
        self._edit = line_edit(
            tr("Budget in US dollars: {label}").format(label=row.label), name=row.name
        )
        self._edit.setPlaceholderText(tr("No budget"))
        self._edit.setText(self._text)
        self._edit.setCursorPosition(0)
        self._edit.editingFinished.connect(self._on_amount)
        self._field = Field("", self._edit)
        self._field.setFixedWidth(theme().px(AMOUNT_WIDTH))
        self._period = QComboBox()
        describe(
            self._period,
            name=f"{row.name}-period",
            accessible=tr("Counts: {label}").format(label=row.label),
        )
        for period, words in PERIODS:
            self._period.addItem(words, period)
        self._period.setCurrentIndex(self._period.findData(row.period))
        self._period.setVisible(row.scope is not CapScope.OVERALL)
        self._period.activated.connect(lambda _index: self._emit())
        self._stops = Switch(
            tr("Stop at the limit: {label}").format(label=row.label),
            checked=cap is None or not cap.is_notice_only,
            name=f"{row.name}-stops",
        )
        self._stops.setToolTip(tr("Off: only tell, never refuse a run"))
        self._stops.setEnabled(cap is not None)
        self._stops.toggled.connect(lambda _on: self._emit())
        self._build()

    def show_refusal(self, text: str) -> None:
        """Say why the limit was not set."""
        self._field.set_error(text)

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(ElideLabel(self._row.label))
        use = self._row.use
        if use is not None and use.cap.period is not CapPeriod.JOB:
            bar = BudgetBar(name="budget-use", is_accent=True)
            shares = BudgetShares(
                spent=use.spent_micro,
                held=use.held_micro,
                limit=use.cap.limit_micro,
                warn_at=NOTICE_PERCENT / 100,
            )
            bar.set_shares(shares, use_words(use))
            words.addWidget(bar)
        words.addWidget(ElideLabel(use_words(use), "muted"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addLayout(words, 1)
        for part in (self._field, self._period, self._stops):
            row.addWidget(part)

    def _on_amount(self) -> None:
        self._edit.setModified(False)
        if self._edit.text().strip() != self._text:
            self._text = self._edit.text().strip()
            self._emit()

    def _emit(self) -> None:
        if not self._edit.text().strip() and self._row.use is None:
            return
        period = CapPeriod(self._period.currentData())  # Qt hands back the bare word
        self.edited.emit(self._row, self._edit.text(), period, not self._stops.isChecked())


def use_words(use: CapUse | None) -> str:
    """“$42.17 spent, $7.85 held, $29.98 free, told at $64.00”."""
    if use is None:
        return tr("No budget")
    if use.cap.period is CapPeriod.JOB:
        return tr("The most that a single run may cost")
    notice = use.cap.limit_micro * NOTICE_PERCENT // 100
    left = tr("{amount} free").format(amount=format_usd(use.free_micro))
    if use.over_micro:
        left = tr("{amount} over").format(amount=format_usd(use.over_micro))
    return tr(
        "{amount} spent, {amount2} held, {left}; told at {notice_percent}%, {amount3}"
    ).format(
        amount=format_usd(use.spent_micro),
        amount2=format_usd(use.held_micro),
        left=left,
        notice_percent=NOTICE_PERCENT,
        amount3=format_usd(notice),
    )


def _limit_text(use: CapUse | None) -> str:
    if use is None:
        return ""
    return format_usd_exact(use.cap.limit_micro).replace(",", "").removesuffix(".00")
