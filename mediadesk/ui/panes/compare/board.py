"""The board: the panes of one comparison in a grid, moved together."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollBar, QVBoxLayout, QWidget

from mediadesk.domain.generation import Generation, GenerationStatus, GenerationType
from mediadesk.domain.money import format_usd_exact
from mediadesk.ui.panes.compare.cell import CellPane
from mediadesk.ui.panes.compare.view_model import OPEN
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.widgets.labels import ElideLabel, line, role_label

if TYPE_CHECKING:
    from uuid import UUID

    from mediadesk.domain.comparisons import Comparison
    from mediadesk.services.media import RawPicture
    from mediadesk.ui.panes.compare.view_model import CompareViewModel

NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight")


class CompareBoard(QWidget):
    """Two to eight panes. ``open_wanted`` carries a run."""

    open_wanted = Signal(object)

    def __init__(self, view_model: CompareViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name="compare-board", accessible="Results side by side")
        set_style(self, surface="window")
        self._view_model = view_model
        self._panes: dict[UUID, CellPane] = {}
        self._order: tuple[UUID, ...] = ()
        self._is_linked = True
        self._is_moving = False
        self._grid = QGridLayout()
        self._grid.setSpacing(1)
        self._summary = ElideLabel("", "secondary")
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 12, 8)
        foot.addWidget(self._summary, 1)
        self._keys = role_label("", "caption")
        foot.addWidget(self._keys)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._grid, 1)
        layout.addWidget(line())
        layout.addLayout(foot)
        view_model.picture_ready.connect(self._on_picture)
        view_model.text_ready.connect(self._on_text)
        view_model.text_streamed.connect(self._on_streamed)

    def set_linked(self, on: bool) -> None:
        """Let zoom, pan and scrolling of one pane move all of them."""
        self._is_linked = on

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Show the runs as they stand now."""
        cells = self._view_model.cells
        order = tuple(cell.id for cell in cells)
        if order != self._order:
            self._lay_out(cells)
        marks = {} if self._view_model.are_names_hidden else _marks(cells)
        for at, cell in enumerate(cells):
            pane = self._panes[cell.id]
            pane.show_cell(
                cell,
                self._view_model.names(cell),
                at=at,
                is_hidden=self._view_model.are_names_hidden,
            )
            is_winner = comparison is not None and comparison.picked == cell.id
            pane.show_marks(marks.get(cell.id, ""), is_winner=is_winner)
        self._show_summary(cells)

    def _lay_out(self, cells: tuple[Generation, ...]) -> None:
        self._order = tuple(cell.id for cell in cells)
        for known in set(self._panes) - set(self._order):
            pane = self._panes.pop(known)
            self._grid.removeWidget(pane)
            pane.deleteLater()
        for pane in self._panes.values():
            self._grid.removeWidget(pane)
        columns = _columns(len(cells), cells[0].type) if cells else 1
        for at, cell in enumerate(cells):
            pane = self._panes.get(cell.id) or self._new_pane(cell)
            self._grid.addWidget(pane, at // columns, at % columns)
        for column in range(8):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for first, second in zip(self._order, self._order[1:], strict=False):
            QWidget.setTabOrder(self._panes[first], self._panes[second])

    def _new_pane(self, cell: Generation) -> CellPane:
        pane = CellPane(cell, self)
        pane.picked.connect(self._view_model.pick)
        pane.open_wanted.connect(self.open_wanted)
        pane.viewer.view_moved.connect(partial(self._follow_view, cell.id))
        bar = pane.text.verticalScrollBar()
        bar.valueChanged.connect(partial(self._follow_text, cell.id))
        self._panes[cell.id] = pane
        return pane

    def _follow_view(self, leader: UUID) -> None:
        if not self._is_linked or self._is_moving:
            return
        self._is_moving = True
        for key, pane in self._panes.items():
            if key != leader:
                pane.viewer.follow(self._panes[leader].viewer)
        self._is_moving = False

    def _follow_text(self, leader: UUID, value: int) -> None:
        if not self._is_linked or self._is_moving or leader not in self._panes:
            return
        self._is_moving = True
        share = _share(self._panes[leader].text.verticalScrollBar(), value)
        for key, pane in self._panes.items():
            if key != leader:
                bar = pane.text.verticalScrollBar()
                bar.setValue(round(bar.minimum() + share * (bar.maximum() - bar.minimum())))
        self._is_moving = False

    def _on_picture(self, run: UUID, picture: RawPicture) -> None:
        if run in self._panes:
            self._panes[run].show_picture(picture)

    def _on_text(self, run: UUID, text: str) -> None:
        if run in self._panes:
            self._panes[run].show_text(text)

    def _on_streamed(self, run: UUID, text: str) -> None:
        if run in self._panes:
            self._panes[run].follow_text(text)

    def _show_summary(self, cells: tuple[Generation, ...]) -> None:
        ended = sum(cell.status not in OPEN for cell in cells)
        costs = [cell.charged_micro for cell in cells if cell.charged_micro is not None]
        words = f"{NUMBERS[ended].capitalize()} of {NUMBERS[len(cells)]} finished"
        if costs and not self._view_model.are_names_hidden:
            total = sum(costs)
            words += f", {format_usd_exact(total)} in total" if total else ", free"
        self._summary.setText(f"{words}.")
        self._keys.setText(f"Keys 1 to {len(cells)} pick, N names, Esc close")


def _marks(cells: tuple[Generation, ...]) -> dict[UUID, str]:
    """Which run was the cheapest and which the fastest, where that makes a difference."""
    done = [cell for cell in cells if cell.status is GenerationStatus.COMPLETED]
    marks: dict[UUID, list[str]] = {}
    for word, value in (("Cheapest", "charged_micro"), ("Fastest", "latency_ms")):
        known = [(getattr(c, value), c.id) for c in done if getattr(c, value) is not None]
        if len(known) > 1 and len({amount for amount, _ in known}) > 1:
            least = min(amount for amount, _ in known)
            for amount, run in known:
                if amount == least:
                    marks.setdefault(run, []).append(word)
    return {run: ", ".join(words) for run, words in marks.items()}


def _columns(count: int, kind: GenerationType) -> int:
    """Up to four texts stand side by side; four pictures are two by two."""
    if kind is GenerationType.TEXT and count <= 4:
        return count
    return {2: 2, 3: 3, 4: 2}.get(count, 3 if count <= 6 else 4)


def _share(bar: QScrollBar, value: int) -> float:
    room = bar.maximum() - bar.minimum()
    return (value - bar.minimum()) / room if room else 0.0
