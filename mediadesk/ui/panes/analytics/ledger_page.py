"""The ledger as a list: filters, sums, corrections, refunds, export, and usage files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from mediadesk.domain.cost_calculator import CostBasis
from mediadesk.domain.ledger import EntryKind, EntryMark, LedgerEntry
from mediadesk.domain.money import format_usd, format_usd_exact
from mediadesk.ui.panes.analytics.amount_dialog import AmountDialog
from mediadesk.ui.panes.analytics.import_dialog import ImportDialog
from mediadesk.ui.panes.analytics.ledger_view_model import LedgerViewModel
from mediadesk.ui.panes.analytics.spans import short_day
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.data_table import Column, DataTable
from mediadesk.ui.widgets.labels import ElideLabel, role_label
from mediadesk.ui.words import moment

_COLUMNS = (
    Column(QT_TR_NOOP("Entered")),
    Column(QT_TR_NOOP("Day")),
    Column(QT_TR_NOOP("What")),
    Column(QT_TR_NOOP("Amount"), is_number=True),
    Column(QT_TR_NOOP("From")),
    Column(QT_TR_NOOP("Provider")),
    Column(QT_TR_NOOP("Model")),
    Column(QT_TR_NOOP("Project")),
    Column(QT_TR_NOOP("Note"), is_wide=True),
)
_KINDS = {
    EntryKind.HOLD: QT_TR_NOOP("Held"),
    EntryKind.RELEASE: QT_TR_NOOP("Released"),
    EntryKind.CHARGE: QT_TR_NOOP("Charge"),
    EntryKind.REFUND: QT_TR_NOOP("Refund"),
    EntryKind.CORRECTION: QT_TR_NOOP("Correction"),
}
_BASES = {
    CostBasis.ESTIMATE: QT_TR_NOOP("estimated"),
    CostBasis.REPORTED: QT_TR_NOOP("reported"),
    CostBasis.BILL: QT_TR_NOOP("usage file"),
    CostBasis.USER: QT_TR_NOOP("entered by you"),
}
_MARKS = {
    EntryMark.OVER_CAP: QT_TR_NOOP("over the budget"),
    EntryMark.OVER_BOUND: QT_TR_NOOP("more than was held"),
}
_FILTER = "CSV (*.csv);;JSON (*.json)"


class LedgerPage(QWidget):
    """Lists the entries of the view model and hands wishes to it."""

    back_wanted = Signal()

    def __init__(self, model: LedgerViewModel, parent: QWidget) -> None:
        super().__init__(parent)
        describe(self, name="ledger-page", accessible=tr("Ledger"))
        set_style(self, surface="window")
        self._model = model
        self._path = Path()

    def make(self) -> Iterator[None]:
        """Make what is on the page, a little at each step: it takes as long as several frames."""
        model = self._model
        self.table = DataTable(tr("Ledger"), name="ledger-table", parent=self)
        yield
        self._sums = ElideLabel("", "muted")
        self._open = Button(tr("Open the run"), name="ledger-open", parent=self)
        self._correct = Button(tr("Correct…"), name="ledger-correct", parent=self)
        self._refund = Button(tr("Refund…"), name="ledger-refund", parent=self)
        self._more = Button(tr("Show more"), name="ledger-more", parent=self)
        yield
        yield from self._lay_out()
        self._open.clicked.connect(self._on_open)
        self._correct.clicked.connect(lambda: self._ask(is_refund=False))
        self._refund.clicked.connect(lambda: self._ask(is_refund=True))
        self._more.clicked.connect(model.load_more)
        self.table.row_chosen.connect(lambda _row: self._enable())
        self.table.row_opened.connect(lambda _row: self._on_open())
        model.changed.connect(self._show)
        model.columns_read.connect(self._on_columns)
        self._enable()
        for part in self.findChildren(QWidget):
            part.ensurePolished()
            yield

    def _lay_out(self) -> Iterator[None]:
        head = QHBoxLayout()
        head.setSpacing(10)
        back = Button(tr("Back to Analytics"), icon="arrow-left", name="ledger-back", parent=self)
        back.clicked.connect(self.back_wanted)
        head.addWidget(back)
        head.addWidget(role_label(tr("Ledger"), "scope"))
        yield
        head.addWidget(self._kind_box())
        head.addWidget(self._provider_box())
        yield
        head.addStretch(1)
        for words, icon, name, wish in (
            (tr("Compare with a usage file…"), "file-input", "ledger-import", self._import),
            (tr("Export…"), "download", "ledger-export", self._export),
        ):
            button = Button(words, icon=icon, name=name, parent=self)
            button.clicked.connect(wish)
            head.addWidget(button)
            yield
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._sums, 1)
        for button in (self._more, self._open, self._correct, self._refund):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        yield
        layout.addLayout(foot)

    def _kind_box(self) -> QComboBox:
        box = QComboBox(self)
        describe(box, name="ledger-kind", accessible=tr("Which entries"))
        box.addItem(tr("Spending"), "spending")
        box.addItem(tr("All entries"), "all")
        for kind, words in _KINDS.items():
            box.addItem(tr(words), kind.value)
        box.activated.connect(lambda index: self._model.set_kind(box.itemData(index)))
        return box

    def _provider_box(self) -> QComboBox:
        box = QComboBox(self)
        describe(box, name="ledger-provider", accessible=tr("Provider"))
        box.addItem(tr("All providers"), None)
        for info in self._model.providers():
            box.addItem(info.label, info.name)
        box.activated.connect(lambda index: self._model.set_provider(box.itemData(index)))
        return box

    def _show(self) -> None:
        model = self._model
        self.table.show_rows(_COLUMNS, [_cells(entry) for entry in model.entries])
        totals = model.totals
        words = f"{tr('%Ln entry(ies)', n=totals.entry_count)}, "
        words += tr("{amount} spent, {amount2} held").format(
            amount=tr("Not known")
            if totals.unknown_count and not totals.spent_micro
            else format_usd(totals.spent_micro),
            amount2=format_usd(totals.held_micro),
        )
        if totals.unknown_count:
            words += tr(", {charges} not known").format(
                charges=tr("%Ln charge(s)", n=totals.unknown_count)
            )
        self._sums.setText(words)
        self._more.setVisible(model.has_more)
        self._enable()

    def _chosen(self) -> LedgerEntry | None:
        row = self.table.currentIndex().row()
        return self._model.entries[row] if 0 <= row < len(self._model.entries) else None

    def _enable(self) -> None:
        entry = self._chosen()
        self._open.setEnabled(entry is not None and entry.generation_id is not None)
        for button in (self._correct, self._refund):
            button.setEnabled(entry is not None and entry.attempt_id is not None)

    def _on_open(self) -> None:
        entry = self._chosen()
        if entry is not None and entry.generation_id is not None:
            self._model.open(entry.generation_id)

    def _ask(self, *, is_refund: bool) -> None:
        entry = self._chosen()
        if entry is None:
            return
        dialog = AmountDialog(self, entry, is_refund=is_refund)
        wish = self._model.refund if is_refund else self._model.correct
        dialog.submitted.connect(lambda amount, note: wish(entry, amount, note))
        self._model.refused.connect(dialog.show_refusal)
        self._model.done.connect(dialog.accept)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _export(self) -> None:
        ask_for_file(self, self._model.export)

    def _import(self) -> None:
        dialog = QFileDialog(self, tr("Usage file of a provider"), "", "CSV (*.csv)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.compare_with(Path(path)))
        dialog.open()

    def compare_with(self, path: Path) -> None:
        """Ask how the columns of a usage file are to be read, and set it beside the ledger."""
        self._path = path
        self._model.read_columns(path)

    def _on_columns(self, columns: tuple[str, ...]) -> None:
        dialog = ImportDialog(self, self._model, self._path, columns)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def ask_for_file(parent: QWidget, wish: Callable[[Path], None]) -> None:
    """Ask where the ledger is to be written, and hand the place to ``wish``."""
    dialog = QFileDialog(parent, tr("Export the ledger"), "ledger.csv", _FILTER)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("csv")
    dialog.fileSelected.connect(lambda path: wish(Path(path)))
    dialog.open()


def _cells(entry: LedgerEntry) -> tuple[str, ...]:
    amount = tr("Not known") if entry.amount_micro is None else format_usd_exact(entry.amount_micro)
    note = ", ".join(
        filter(None, (tr(_MARKS.get(entry.mark, "")) if entry.mark else "", entry.note))
    )
    return (
        moment(entry.at),
        short_day(entry.local_day),
        tr(_KINDS[entry.kind]),
        amount,
        tr(_BASES[entry.basis]),
        entry.provider,
        entry.model,
        entry.project_name,
        note,
    )
