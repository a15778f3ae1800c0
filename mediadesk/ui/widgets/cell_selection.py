"""Runs of list rows as rectangles of table cells, and back."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection

from mediadesk.ui.widgets.cell_model import CellModel


def cells_between(cells: CellModel, first: int, last: int) -> QItemSelection:
    """Return the cells from one list row to another: at most three rectangles."""
    selection = QItemSelection()
    first, last = max(0, first), min(last, cells.count() - 1)
    if first > last:
        return selection
    k = cells.columns()
    top, bottom = first // k, last // k
    if top == bottom:
        selection.select(cells.cell_of(first), cells.cell_of(last))
        return selection
    selection.select(cells.cell_of(first), cells.index(top, k - 1))
    if bottom - top > 1:
        selection.select(cells.index(top + 1, 0), cells.index(bottom - 1, k - 1))
    selection.select(cells.index(bottom, 0), cells.cell_of(last))
    return selection


def selected_runs(cells: CellModel, selection: QItemSelection) -> list[tuple[int, int]]:
    """Return the list rows in a selection as sorted runs (first, last)."""
    k, last_row = cells.columns(), cells.count() - 1
    runs: list[tuple[int, int]] = []
    for number in range(selection.count()):
        block = selection.at(number)
        if block.left() == 0 and block.right() == k - 1:
            runs.append((block.top() * k, min(last_row, (block.bottom() + 1) * k - 1)))
        else:
            rows = range(block.top(), block.bottom() + 1)
            runs += [(row * k + block.left(), row * k + block.right()) for row in rows]
    return sorted(runs)
