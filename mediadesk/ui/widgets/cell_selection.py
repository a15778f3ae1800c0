"""Runs of list rows as rectangles of table cells, and back; where a key leads."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, Qt

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


def row_for_key(key: int, row: int, count: int, across: int, page: int) -> int | None:
    """The list row that a key leads to; None for other keys, and for up and down in a strip.

    ``across`` cells stand side by side, 0 = all of them; ``page`` of them are on screen.
    """
    steps: dict[int, int] = {
        Qt.Key.Key_Left: row - 1,
        Qt.Key.Key_Right: row + 1,
        Qt.Key.Key_Home: 0,
        Qt.Key.Key_End: count - 1,
        Qt.Key.Key_PageUp: row - page,
        Qt.Key.Key_PageDown: row + page,
    }
    if across:
        steps[Qt.Key.Key_Up] = row - across if row - across >= 0 else row
        steps[Qt.Key.Key_Down] = row + across if row + across < count else row
    target = steps.get(key)
    return None if target is None else min(count - 1, max(0, target))
