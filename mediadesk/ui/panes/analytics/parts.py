"""What the cards of the page are made of: a head with “Show as table”, key figures, rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediadesk.domain.money import format_usd
from mediadesk.domain.statistics import Figures, StatsQuery
from mediadesk.ui.support.style import set_style
from mediadesk.ui.widgets.buttons import IconButton
from mediadesk.ui.widgets.card import Card, ClickableCard
from mediadesk.ui.widgets.data_table import Column
from mediadesk.ui.widgets.labels import ElideLabel, role_label


@dataclass(frozen=True, slots=True)
class TableTwin:
    """A chart in words. ``queries``: what is behind each row; None where nothing is."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    queries: tuple[StatsQuery | None, ...]


class ChartCard(Card):
    """A card with a title. ``table_wanted`` carries a twin, ``runs_wanted`` a title and a query."""

    table_wanted = Signal(object)
    runs_wanted = Signal(str, object)

    def __init__(self, title: str, name: str) -> None:
        super().__init__(padding=16)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.title = role_label(title, "strong")
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.title, 1)
        button = IconButton("table", f"Show as table: {title}", size="small", name=f"{name}-table")
        button.clicked.connect(lambda: self.table_wanted.emit(self.twin()))
        self.head.addWidget(button)
        self.body.addLayout(self.head)

    def twin(self) -> TableTwin:
        """What the card shows as a table."""
        return TableTwin(self.title.text(), (), (), ())


class KeyFigure(ClickableCard):
    """One number with the words around it; a click opens the runs behind it."""

    def __init__(self, label: str, name: str) -> None:
        super().__init__(label, name=name, padding=14)
        self.body.setSpacing(2)
        self._spoken = label
        self._label = ElideLabel(label, "secondary")
        self._value = role_label("", "figure")
        self._note = ElideLabel("", "muted")
        for part in (self._label, self._value, self._note):
            self.body.addWidget(part)

    def show_figure(self, label: str, value: str, note: str) -> None:
        """Show a number."""
        self._label.setText(label)
        self._value.setText(value)
        self._note.setText(note)
        self.setToolTip(note)
        self.setAccessibleName(f"{label}: {value}, {note}" if note else f"{label}: {value}")


class RowButton(ClickableCard):
    """A row that can be opened: a plain surface over a thin line."""

    def __init__(self, label: str, name: str) -> None:
        super().__init__(label, name=name, padding=0)
        set_style(self, surface="")
        self.row = QHBoxLayout()
        self.row.setContentsMargins(0, 5, 0, 5)
        self.row.setSpacing(10)
        self.body.addLayout(self.row)


def column_of(*parts: QWidget) -> QVBoxLayout:
    """Parts below one another."""
    layout = QVBoxLayout()
    layout.setSpacing(4)
    for part in parts:
        layout.addWidget(part)
    return layout


def number_label(text: str, role: str = "strong", width: int = 0) -> QWidget:
    """A number at the right of its column."""
    label = role_label(text, role)
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    label.setMinimumWidth(width)
    return label


def spent_words(figures: Figures) -> str:
    """What was spent; says so where a part of it is not known."""
    if figures.unknown_count and not figures.spent_micro:
        return "Not known"
    return format_usd(figures.spent_micro)


def basis_words(figures: Figures) -> str:
    """Where the amounts come from: “$3.00 reported, $1.20 estimated, 2 not known”."""
    parts: Sequence[tuple[int, str]] = (
        (figures.reported_micro, "reported"),
        (figures.estimated_micro, "estimated"),
        (figures.corrected_micro, "corrected"),
    )
    words = [f"{format_usd(micro)} {word}" for micro, word in parts if micro]
    if figures.unknown_count:
        words.append(f"{figures.unknown_count:,} not known")
    return ", ".join(words)


def rate_words(figures: Figures) -> str:
    """“97.2%”, or a dash where nothing was tried."""
    rate = figures.success_rate
    return "–" if rate is None else f"{100 * rate:.1f}%"
