"""The board: the panes of one comparison in a grid, moved together, or two of them in one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QScrollBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mediadesk.domain.generation import GenerationType
from mediadesk.domain.money import format_usd_fine
from mediadesk.ui.panes.compare.cell import CellPane
from mediadesk.ui.panes.compare.cells import OPEN, Board, Cell, marks_of
from mediadesk.ui.panes.compare.difference_list import DifferenceList
from mediadesk.ui.panes.compare.pair import PairPage
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.labels import ElideLabel, line, role_label

if TYPE_CHECKING:
    from uuid import UUID

    from mediadesk.domain.events import TextStreamed
    from mediadesk.services.raw_picture import RawPicture
    from mediadesk.ui.panes.compare.view_model import CompareViewModel


class CompareBoard(QWidget):
    """Two to eight panes. ``open_wanted`` carries a cell."""

    open_wanted = Signal(object)

    def __init__(self, view_model: CompareViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name="compare-board", accessible=tr("Results side by side"))
        set_style(self, surface="window")
        self._view_model = view_model
        self._panes: dict[UUID, CellPane] = {}
        self._order: tuple[UUID, ...] = ()
        self._is_linked = True
        self._is_moving = False
        self._mode = "side"
        self._grid = QGridLayout()
        self._pair = PairPage()
        self._stack = QStackedWidget()
        self._differences = DifferenceList()
        self._summary = ElideLabel("", "secondary")
        self._keys = role_label("", "caption")
        self._differs = Button(tr("What differs"), kind="quiet", size="small", name="differs")
        self._build()
        view_model.picture_ready.connect(self._on_picture)
        view_model.text_ready.connect(self._on_text)
        view_model.text_streamed.connect(self._on_streamed)

    def set_linked(self, on: bool) -> None:
        """Let zoom, pan and scrolling of one pane move all of them."""
        self._is_linked = on

    def set_mode(self, mode: str) -> None:
        """Two panes beside each other ("side"), or both in one: "slider", "difference", "diff"."""
        self._mode = mode
        self._show_mode()

    def focused(self) -> Cell | None:
        """The cell of the pane with the focus, else the first."""
        focus = QApplication.focusWidget()
        panes = [self._panes[key] for key in self._order]
        for pane in panes:
            if focus is not None and (pane is focus or pane.isAncestorOf(focus)):
                return pane.cell
        return panes[0].cell if panes else None

    def show_board(self, board: Board | None) -> None:
        """Show the results as they stand now."""
        cells = self._view_model.cells
        order = tuple(cell.key for cell in cells)
        if order != self._order:
            self._lay_out(cells)
        is_hidden = self._view_model.are_names_hidden
        marks = {} if is_hidden else marks_of(cells)
        for at, cell in enumerate(cells):
            pane = self._panes[cell.key]
            pane.show_cell(cell, self._view_model.names(cell.run), at=at, is_hidden=is_hidden)
            is_winner = board is not None and board.picked == cell.key
            cheaper, faster = marks.get(cell.key, ("", ""))
            pane.header.show_marks(cheaper, faster, is_winner=is_winner)
        self._show_summary(cells)
        self._show_mode()

    def _build(self) -> None:
        self._grid.setSpacing(1)
        self._grid.setContentsMargins(0, 0, 0, 0)
        side = QWidget()
        set_style(side, surface="lines")  # seen between the panes
        side.setLayout(self._grid)
        self._stack.addWidget(side)
        self._stack.addWidget(self._pair)
        self._differs.setCheckable(True)
        self._differs.toggled.connect(self._differences.setVisible)
        self._differences.hide()
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 12, 8)
        foot.addWidget(self._summary, 1)
        foot.addWidget(self._differs)
        foot.addSpacing(10)
        foot.addWidget(self._keys)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._differences)
        layout.addWidget(line())
        layout.addLayout(foot)

    def _lay_out(self, cells: tuple[Cell, ...]) -> None:
        self._order = tuple(cell.key for cell in cells)
        for known in set(self._panes) - set(self._order):
            pane = self._panes.pop(known)
            self._grid.removeWidget(pane)
            pane.deleteLater()
        for pane in self._panes.values():
            self._grid.removeWidget(pane)
        columns = _columns(len(cells), cells[0].kind) if cells else 1
        for at, cell in enumerate(cells):
            pane = self._panes.get(cell.key) or self._new_pane(cell)
            self._grid.addWidget(pane, at // columns, at % columns)
        for column in range(8):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for first, second in zip(self._order, self._order[1:], strict=False):
            QWidget.setTabOrder(self._panes[first], self._panes[second])

    def _new_pane(self, cell: Cell) -> CellPane:
        pane = CellPane(cell, self)
        pane.picked.connect(self._view_model.pick)
        pane.rated.connect(self._view_model.rate)
        pane.open_wanted.connect(self.open_wanted)
        pane.viewer.view_moved.connect(partial(self._follow_view, cell.key))
        bar = pane.text.verticalScrollBar()
        bar.valueChanged.connect(partial(self._follow_text, cell.key))
        self._panes[cell.key] = pane
        return pane

    def _show_mode(self) -> None:
        panes = [self._panes[key] for key in self._order]
        is_pair = (
            len(panes) == 2
            and self._mode != "side"
            and self._pair.show_pair(panes[0], panes[1], self._mode)
        )
        self._stack.setCurrentIndex(1 if is_pair else 0)

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

    def _on_picture(self, key: UUID, picture: RawPicture) -> None:
        if key in self._panes:
            self._panes[key].show_picture(picture)
            self._show_mode()

    def _on_text(self, key: UUID, text: str) -> None:
        if key in self._panes:
            self._panes[key].show_text(text)
            self._show_mode()

    def _on_streamed(self, event: TextStreamed) -> None:
        pane = self._panes.get(event.generation_id)
        if pane is None:
            return
        if not pane.is_live:
            pane.begin_text(self._view_model.text_so_far(event.attempt_id))
        pane.follow_text(event)

    def _show_summary(self, cells: tuple[Cell, ...]) -> None:
        is_hidden = self._view_model.are_names_hidden
        found = () if is_hidden else self._view_model.differences()
        names = [self._panes[cell.key].header.label() for cell in cells]
        self._differences.show_differences(names, found)
        self._differs.setVisible(bool(found))
        self._differs.setText(tr("%Ln difference(s)", n=len(found)))
        self._differences.setVisible(bool(found) and self._differs.isChecked())
        self._summary.setText(_summary(cells, is_hidden=is_hidden, is_same=not found))
        self._keys.setText(tr("Keys 1 to {last} pick, N names, Esc close").format(last=len(cells)))


def _summary(cells: tuple[Cell, ...], *, is_hidden: bool, is_same: bool) -> str:
    ended = sum(cell.run.status not in OPEN for cell in cells)
    words = tr("{ended} of {total} finished").format(ended=ended, total=len(cells))
    if is_same and not is_hidden:
        words = tr("Same prompt and settings. {words}").format(words=words)
    costs = [cell.cost_micro for cell in cells if cell.cost_micro is not None]
    if costs and not is_hidden:
        total = sum(costs)
        money = tr("{cost} in total").format(cost=format_usd_fine(total)) if total else tr("free")
        words += f", {money}"
    unknown = sum(any(one.needs_settling for one in cell.run.attempts) for cell in cells)
    if unknown and not is_hidden:
        words += ", " + tr("{count} not known").format(count=unknown)
    return f"{words}."


def _columns(count: int, kind: GenerationType) -> int:
    """Up to four texts stand side by side; four pictures are two by two."""
    if kind is GenerationType.TEXT and count <= 4:
        return count
    return {2: 2, 3: 3, 4: 2}.get(count, 3 if count <= 6 else 4)


def _share(bar: QScrollBar, value: int) -> float:
    room = bar.maximum() - bar.minimum()
    return (value - bar.minimum()) / room if room else 0.0
