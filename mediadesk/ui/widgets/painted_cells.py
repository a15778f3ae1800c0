"""Cells as they were painted last, so that painting an unchanged one again is a single call.

Every call into Qt lets other threads have the interpreter, and a cell takes some sixty: with jobs
running, painting a strip from scratch for each of their steps would make clicks wait.
"""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtGui import QPixmap

_MOST = 300

Shape = tuple[int, int, float]
"""Width and height in unscaled pixels, and the pixel ratio of the screen."""


class PaintedCells:
    """Pictures of cells by list row; a bounded number of them, those used last."""

    def __init__(self) -> None:
        self._cells: OrderedDict[int, tuple[Shape, QPixmap]] = OrderedDict()

    def get(self, row: int, shape: Shape) -> QPixmap | None:
        """The cell of a row in this shape, None where it has to be painted."""
        found = self._cells.get(row)
        if found is None or found[0] != shape:
            return None
        self._cells.move_to_end(row)
        return found[1]

    def keep(self, row: int, shape: Shape, cell: QPixmap) -> None:
        """Remember a cell."""
        self._cells[row] = (shape, cell)
        self._cells.move_to_end(row)
        if len(self._cells) > _MOST:
            self._cells.popitem(last=False)

    def forget(self, first: int, last: int) -> None:
        """These rows show something else now."""
        for row in [row for row in self._cells if first <= row <= last]:
            del self._cells[row]

    def forget_all(self) -> None:
        """Every cell looks different now."""
        self._cells.clear()

    def move_down(self, by: int) -> None:
        """Rows were put before the first one."""
        self._cells = OrderedDict((row + by, cell) for row, cell in self._cells.items())
