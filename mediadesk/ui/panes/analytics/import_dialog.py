"""Dialog of the ledger: a provider's usage file, how it is read, and what it says differently."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from mediadesk.domain.money import format_usd, format_usd_exact
from mediadesk.domain.usage_import import (
    DayComparison,
    LedgerCall,
    UsageComparison,
    UsageDay,
    UsageMapping,
    UsageRow,
)
from mediadesk.ui.panes.analytics.ledger_view_model import LedgerViewModel
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import QT_TR_NOOP, number, tr
from mediadesk.ui.widgets.buttons import Button, PrimaryButton
from mediadesk.ui.widgets.card import MessageBar
from mediadesk.ui.widgets.data_table import Column, DataTable
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.field import Field
from mediadesk.ui.widgets.labels import role_label
from mediadesk.ui.words import date_words

TABLE_HEIGHT = 132
_GUESSES = {
    "amount": ("amount", "cost", "price", "usd", "charge", "total"),
    "id": ("request", "generation", "id"),
    "time": ("time", "date", "day", "created", "at"),
    "model": ("model",),
}
_LABELS = {
    "amount": QT_TR_NOOP("Amount"),
    "id": QT_TR_NOOP("Id of the call"),
    "time": QT_TR_NOOP("Time or day"),
    "model": QT_TR_NOOP("Model"),
}
_PARTS = {
    "differing": QT_TR_NOOP("Differs"),
    "not_in_ledger": QT_TR_NOOP("File only"),
    "not_in_file": QT_TR_NOOP("Here only"),
    "matched": QT_TR_NOOP("Agrees"),
}
_CALLS, _DAYS = "calls", "days"


class ImportDialog(DialogBase):
    """Maps the columns of a usage file, lists what it says, and enters it when told so."""

    def __init__(
        self, window: QWidget, model: LedgerViewModel, path: Path, columns: tuple[str, ...]
    ) -> None:
        super().__init__(
            window,
            tr("Compare with a usage file"),
            text=tr(
                "{file}: say which column is what. Nothing is entered before you agree."
            ).format(file=path.name),
            icon="file-input",
            name="import-dialog",
        )
        self._model, self._path = model, path
        self._fields = QGridLayout()
        self._fields.setHorizontalSpacing(12)
        self._fields.setVerticalSpacing(8)
        providers = [(info.label, str(info.name)) for info in model.providers()]
        self._provider = self._choice("provider", tr("Provider"), providers)
        rows = [(tr("One call"), _CALLS), (tr("The sum of a day"), _DAYS)]
        self._rows = self._choice("rows", tr("Each row is"), rows)
        self._columns = {name: self._column_box(name, columns) for name in _GUESSES}
        units = [(tr("Dollars"), 1), (tr("Cents"), 100)]
        self._unit = self._choice("unit", tr("Amounts are in"), units)
        zones = [(zone, zone) for zone in model.zones()]
        self._zone = self._choice("zone", tr("Days begin in"), zones)
        self._message = MessageBar(kind="err", name="import-message")
        self._message.hide()
        self._result = role_label("", wrap=True)
        self._result.setObjectName("import-result")
        self._result.hide()
        self._table = DataTable(tr("What file and ledger say"), name="import-table")
        self._table.setFixedHeight(theme().px(TABLE_HEIGHT))
        self._table.hide()
        self.body.addLayout(self._fields)
        for part in (self._message, self._result, self._table):
            self.body.addWidget(part)
        self._add_buttons()
        self._rows.currentIndexChanged.connect(self._on_rows)
        model.compared.connect(self._show)
        model.refused.connect(self._refuse)
        model.done.connect(self.accept)

    def _add_buttons(self) -> None:
        self.add_button(Button(tr("Cancel"), name="import-cancel"), result=0)
        compare = Button(tr("Compare"), name="import-compare")
        compare.clicked.connect(self._compare)
        self.add_button(compare)
        self._enter = PrimaryButton(tr("Enter differences"), size="default", name="import-enter")
        self._enter.setEnabled(False)
        self._enter.clicked.connect(self._model.apply)
        self.add_button(self._enter)

    def _choice(self, name: str, label: str, choices: Sequence[tuple[str, object]]) -> QComboBox:
        box = QComboBox()
        describe(box, name=f"import-{name}", accessible=label)
        for words, value in choices:
            box.addItem(words, value)
        place = self._fields.count()
        self._fields.addWidget(Field(label, box), place // 2, place % 2)
        self._fields.setColumnStretch(place % 2, 1)
        return box

    def _column_box(self, name: str, columns: tuple[str, ...]) -> QComboBox:
        choices: list[tuple[str, object]] = [(column, column) for column in columns]
        if name != "amount":
            choices.insert(0, (tr("None"), None))
        box = self._choice(name, tr(_LABELS[name]), choices)
        found = next((c for word in _GUESSES[name] for c in columns if word in c.lower()), None)
        box.setCurrentIndex(max(0, box.findData(found)))
        return box

    def _on_rows(self) -> None:
        is_by_day = self._rows.currentData() == _DAYS
        self._columns["id"].setEnabled(not is_by_day)
        self._enter.setVisible(not is_by_day)

    def _compare(self) -> None:
        self._message.hide()
        self._enter.setEnabled(False)
        chosen = {name: box.currentData() for name, box in self._columns.items()}
        mapping = UsageMapping(
            chosen["amount"] or "",
            chosen["id"],
            chosen["time"],
            chosen["model"],
            int(self._unit.currentData()),
            self._zone.currentData(),
        )
        is_by_day = self._rows.currentData() == _DAYS
        ask = self._model.compare_days if is_by_day else self._model.compare
        ask(self._provider.currentData(), self._path, mapping)

    def _show(self, found: UsageComparison | DayComparison) -> None:
        counts = tr(
            "{agree} agree, {differ} differ, {file} only in the file, {here} only here."
        ).format(
            agree=number(len(found.matched)),
            differ=number(len(found.differing)),
            file=number(len(found.not_in_ledger)),
            here=number(len(found.not_in_file)),
        )
        if isinstance(found, DayComparison):
            words = tr("A sum belongs to no call: correct single calls in the ledger.")
            columns, rows = _day_columns(), _day_rows(found)
        else:
            off = sum(p.row.amount_micro - (p.call.spent_micro or 0) for p in found.differing)
            words = tr("To enter: {amount} in all.").format(amount=format_usd(off))
            columns, rows = _call_columns(), _call_rows(found)
        self._result.setText(f"{counts} {words}")
        self._result.show()
        self._table.show_rows(columns, rows)
        self._table.setVisible(bool(rows))
        self._enter.setEnabled(isinstance(found, UsageComparison) and bool(found.differing))
        self._center()

    def _refuse(self, text: str) -> None:
        self._message.show_message(text, "err")
        self._message.show()
        self._result.hide()
        self._table.hide()
        self._center()


def _call_columns() -> tuple[Column, ...]:
    return (
        Column(tr("What")),
        Column(tr("Line"), is_number=True),
        Column(tr("Model"), is_wide=True),
        Column(tr("File"), is_number=True),
        Column(tr("Here"), is_number=True),
    )


def _call_rows(found: UsageComparison) -> list[tuple[str, ...]]:
    rows = [_call_cells("differing", pair.row, pair.call) for pair in found.differing]
    rows += [_call_cells("not_in_ledger", row, None) for row in found.not_in_ledger]
    rows += [_call_cells("not_in_file", None, call) for call in found.not_in_file]
    return rows + [_call_cells("matched", pair.row, pair.call) for pair in found.matched]


def _call_cells(part: str, row: UsageRow | None, call: LedgerCall | None) -> tuple[str, ...]:
    models = (call.model if call else None, row.model if row else None)
    return (
        tr(_PARTS[part]),
        "" if row is None else str(row.line),
        next((model for model in models if model), ""),
        "" if row is None else format_usd_exact(row.amount_micro),
        "" if call is None else _known(call.spent_micro),
    )


def _day_columns() -> tuple[Column, ...]:
    return (
        Column(tr("What")),
        Column(tr("Day")),
        Column(tr("Model"), is_wide=True),
        Column(tr("File"), is_number=True),
        Column(tr("Here"), is_number=True),
    )


def _day_rows(found: DayComparison) -> list[tuple[str, ...]]:
    return [_day_cells(part, day) for part in _PARTS for day in getattr(found, part)]


def _day_cells(part: str, day: UsageDay) -> tuple[str, ...]:
    here = "" if day.ledger_micro is None else format_usd_exact(day.ledger_micro)
    if day.unknown_count:
        here = tr("{amount}, {count} not known").format(
            amount=here, count=number(day.unknown_count)
        )
    return (
        tr(_PARTS[part]),
        date_words(day.day, tr("d MMM", "date")),
        day.model or tr("All models"),
        "" if day.file_micro is None else format_usd_exact(day.file_micro),
        here,
    )


def _known(micro: int | None) -> str:
    return tr("Not known") if micro is None else format_usd_exact(micro)
