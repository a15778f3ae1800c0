"""What the cards of the page are made of: a head with “Show as table”, key figures, rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mediadesk.domain.money import format_usd
from mediadesk.domain.statistics import Figures, StatsQuery
from mediadesk.ui.panes.analytics.overview import Overview
from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import number, tr
from mediadesk.ui.widgets.buttons import IconButton
from mediadesk.ui.widgets.card import Card, ClickableCard
from mediadesk.ui.widgets.data_table import Column
from mediadesk.ui.widgets.labels import ElideLabel, role_label

MARK = 14


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

    def __init__(self, title: str, name: str, parent: QWidget) -> None:
        super().__init__(padding=16, parent=parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.title = role_label(title, "strong")
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.title, 1)
        button = IconButton(
            "table",
            tr("Show as table: {title}").format(title=title),
            size="small",
            name=f"{name}-table",
        )
        button.clicked.connect(lambda: self.table_wanted.emit(self.twin()))
        self.head.addWidget(button)
        self.body.addLayout(self.head)

    def steps(self, overview: Overview) -> Iterator[None]:
        """Show the figures bit by bit: Qt may look at keys and pointer between two steps."""
        raise AssertionError(f"{type(self).__name__} shows nothing of {overview.span.name}")

    def twin(self) -> TableTwin:
        """What the card shows as a table."""
        return TableTwin(self.title.text(), (), (), ())


class KeyFigure(ClickableCard):
    """One number with the words around it; a click opens the runs behind it."""

    def __init__(self, label: str, name: str, parent: QWidget) -> None:
        super().__init__(label, name=name, padding=14, parent=parent)
        self.body.setSpacing(2)
        self._spoken = label
        self._label = ElideLabel(label, "secondary")
        self._value = role_label("", "figure")
        self._note = ElideLabel("", "muted")
        self._mark, self._icon = QLabel(), ("", "")
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self._mark)
        foot.addWidget(self._note, 1)
        self._mark.hide()
        self.body.addWidget(self._label)
        self.body.addWidget(self._value)
        self.body.addLayout(foot)
        theme().changed.connect(self._refresh_mark)

    def show_figure(
        self, label: str, value: str, note: str, icon: str = "", color: str = "text.secondary"
    ) -> None:
        """Show a number; ``icon`` stands before its note."""
        self._icon = (icon, color)
        self._refresh_mark()
        self._label.setText(label)
        self._value.setText(value)
        self._note.setText(note)
        self.setToolTip(note)
        self.setAccessibleName(f"{label}: {value}, {note}" if note else f"{label}: {value}")

    def _refresh_mark(self) -> None:
        icon, color = self._icon
        self._mark.setVisible(bool(icon))
        if icon:
            self._mark.setPixmap(icon_pixmap(icon, color, theme().px(MARK)))


class RowButton(ClickableCard):
    """A row that can be opened: a plain surface over a thin line.

    ``opened`` carries a title and the query behind the row. A row is made once and shows one thing
    after the other: to make it anew for each range would keep keys and pointer waiting.
    """

    opened = Signal(str, object)

    def __init__(self) -> None:
        super().__init__("", name="", padding=0)
        set_style(self, surface="")
        self._title = ""
        self._query: StatsQuery | None = None
        self.row = QHBoxLayout()
        self.row.setContentsMargins(0, 5, 0, 5)
        self.row.setSpacing(10)
        self.body.addLayout(self.row)
        self.clicked.connect(self._open)

    def set_meaning(self, name: str, title: str, spoken: str, query: StatsQuery | None) -> None:
        """Say what the row is about; without a query it opens nothing."""
        self._title, self._query = title, query
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        opens = query is not None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if opens else Qt.FocusPolicy.NoFocus)
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(hand if opens else arrow)

    def put_away(self) -> None:
        """Mean nothing until the row is needed again."""
        self.hide()
        self.set_meaning("", "", "", None)

    def _open(self) -> None:
        if self._query is not None:
            self.opened.emit(self._title, self._query)


def column_of(*parts: QWidget) -> QVBoxLayout:
    """Parts below one another."""
    layout = QVBoxLayout()
    layout.setSpacing(4)
    for part in parts:
        layout.addWidget(part)
    return layout


def number_label(text: str = "", role: str = "strong", width: int = 0) -> QLabel:
    """A number at the right of its column."""
    label = role_label(text, role)
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    label.setMinimumWidth(width)
    return label


def spent_words(figures: Figures) -> str:
    """What was spent; says so where a part of it is not known."""
    return tr("Not known") if figures.told_micro is None else format_usd(figures.told_micro)


def basis_words(figures: Figures) -> str:
    """Where the amounts come from: “$3.00 reported, $1.20 estimated, 2 not known”."""
    parts: Sequence[tuple[int, str]] = (
        (figures.reported_micro, tr("reported")),
        (figures.estimated_micro, tr("estimated")),
        (figures.corrected_micro, tr("corrected")),
    )
    words = [f"{format_usd(micro)} {word}" for micro, word in parts if micro]
    if figures.unknown_count:
        words.append(
            tr("{unknown_count} not known").format(unknown_count=number(figures.unknown_count))
        )
    return ", ".join(words)


def per_kept_words(figures: Figures) -> str:
    """“$0.04”, “at least $0.04” where some costs are not known, or a dash."""
    micro = figures.cost_per_kept_micro
    if micro is None:
        return "–"
    amount = format_usd(micro)
    return tr("at least {amount}").format(amount=amount) if figures.unknown_count else amount


def rate_words(figures: Figures) -> str:
    """“97.2%”, or a dash where nothing was tried."""
    rate = figures.success_rate
    return "–" if rate is None else f"{100 * rate:.1f}%"
