"""What the next run costs and what stays of the budget; the ceiling where a price is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediadesk.domain.errors import UsageError
from mediadesk.domain.money import format_usd, format_usd_exact, parse_usd
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.budget_bar import BudgetBar, BudgetShares
from mediadesk.ui.widgets.field import Field, StateLine, line_edit
from mediadesk.ui.widgets.labels import ElideLabel, role_label
from mediadesk.ui.words import limit_words

if TYPE_CHECKING:
    from mediadesk.ui.panes.create.cost_preview import EstimateState


class EstimateBox(QWidget):
    """Amount, bar and two lines. ``ceiling_changed`` carries micro-USD or None."""

    ceiling_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._basis = ElideLabel("", "tertiary")
        self._amount = role_label("", "title")
        self._amount.setAccessibleName(tr("Estimate"))
        self._bar = BudgetBar(name="estimate-bar")
        self._free = role_label("", "note")
        self._after = role_label("", "caption")
        self._over = StateLine()
        self._notice = role_label("", "caption", wrap=True)
        edit = line_edit(tr("Most this run may cost, in US dollars"), name="ceiling")
        edit.setPlaceholderText("1.00")
        edit.textChanged.connect(self._on_ceiling)
        self._ceiling = Field(tr("Most this run may cost (USD)"), edit)
        self._edit = edit
        self._typed: int | None = None
        self._build()
        for part in (self._ceiling, self._bar, self._free, self._after, self._notice):
            part.hide()

    def show_state(self, state: EstimateState) -> None:
        """Show an estimate and the tightest budget."""
        estimate = state.estimate
        upper = estimate.upper_micro if estimate is not None else None
        words = state.words()
        self._amount.setText(words)
        self._amount.setAccessibleName(tr("Estimate: {amount}").format(amount=words))
        is_unknown = estimate is not None and upper is None
        self._ceiling.setVisible(is_unknown)
        self._basis.setText(state.basis)
        notice = estimate.notice if estimate is not None else ""
        self._notice.setText(notice)
        self._notice.setVisible(bool(notice))
        free = state.free
        self._bar.setVisible(free is not None)
        self._free.setVisible(free is not None)
        self._after.setVisible(free is not None and upper is not None)
        if free is None:
            self._over.show_text("")
            return
        wanted = upper or 0
        spoken = tr("{free} of {limit} free").format(
            free=format_usd(free.free_micro), limit=limit_words(free.limit_micro)
        )
        self._bar.set_shares(
            BudgetShares(
                spent=free.spent_micro,
                held=free.held_micro,
                this_run=wanted,
                limit=free.limit_micro,
            ),
            spoken,
        )
        self._free.setText(spoken)
        left = free.free_micro - wanted
        if left >= 0:
            self._after.setText(tr("{amount} after this run").format(amount=format_usd(left)))
            self._over.show_text("")
            return
        self._after.hide()
        self._over.show_text(
            tr("{amount} over the budget").format(amount=format_usd(-left)), "warning"
        )

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 2)
        head.setSpacing(8)
        head.addWidget(role_label(tr("Estimate"), "secondary"))
        head.addWidget(self._basis, 1)
        head.addWidget(self._amount)
        foot = QHBoxLayout()
        foot.addWidget(self._free)
        foot.addStretch(1)
        foot.addWidget(self._after)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._bar)
        layout.addLayout(foot)
        layout.addWidget(self._over)
        layout.addWidget(self._notice)
        layout.addWidget(self._ceiling)

    def show_ceiling(self, micro: int | None) -> None:
        """Fill the field with what is kept elsewhere; what says the same stays as it was typed."""
        if micro is not None and micro != self._typed:
            self._edit.setText(format_usd_exact(micro).removeprefix("$").replace(",", ""))

    def _on_ceiling(self, text: str) -> None:
        if not text.strip():
            self._ceiling.clear_state()
            self.ceiling_changed.emit(None)
            return
        try:
            micro = parse_usd(text)
        except UsageError as error:
            self._ceiling.set_error(tr_sentence(error.sentence()))
            self.ceiling_changed.emit(None)
        else:
            self._ceiling.clear_state()
            self._typed = micro
            self.ceiling_changed.emit(micro)
