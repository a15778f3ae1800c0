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


_Kept = OrderedDict[int, tuple[Shape, QPixmap]]


class PaintedCells:
    """Pictures of cells by list row; a bounded number of them, those used last.

    Apart from those that are as they should be: cells that wait for their picture or waveform, and
    the one that stands for every row that is not loaded.
    """

    def __init__(self) -> None:
        self._cells: _Kept = OrderedDict()
        self._waiting: _Kept = OrderedDict()
        self._blank: tuple[Shape, QPixmap] | None = None

    def get(self, row: int, shape: Shape) -> QPixmap | None:
        """The cell of a row in this shape, None where it has to be painted."""
        return _found(self._cells, row, shape)

    def waiting(self, row: int, shape: Shape) -> QPixmap | None:
        """The cell of a row that waited for its picture when it was painted."""
        return _found(self._waiting, row, shape)

    def blank(self, shape: Shape) -> QPixmap | None:
        """The cell of a row that is not loaded."""
        return self._blank[1] if self._blank is not None and self._blank[0] == shape else None

    def keep(self, row: int, shape: Shape, cell: QPixmap) -> None:
        """Remember a cell."""
        self._waiting.pop(row, None)
        _keep(self._cells, row, shape, cell)

    def keep_waiting(self, row: int, shape: Shape, cell: QPixmap) -> None:
        """Remember a cell until its picture is there."""
        _keep(self._waiting, row, shape, cell)

    def keep_blank(self, shape: Shape, cell: QPixmap) -> None:
        """Remember how a row looks that is not loaded."""
        self._blank = (shape, cell)

    def forget(self, first: int, last: int) -> None:
        """These rows show something else now."""
        for cells in (self._cells, self._waiting):
            for row in [row for row in cells if first <= row <= last]:
                del cells[row]

    def forget_all(self) -> None:
        """Every cell looks different now."""
        self._cells.clear()
        self._waiting.clear()
        self._blank = None

    def move_down(self, by: int) -> None:
        """Rows were put before the first one."""
        self._cells = OrderedDict((row + by, cell) for row, cell in self._cells.items())
        self._waiting = OrderedDict((row + by, cell) for row, cell in self._waiting.items())


def _found(cells: _Kept, row: int, shape: Shape) -> QPixmap | None:
    found = cells.get(row)
    if found is None or found[0] != shape:
        return None
    cells.move_to_end(row)
    return found[1]


def _keep(cells: _Kept, row: int, shape: Shape, cell: QPixmap) -> None:
    cells[row] = (shape, cell)
    cells.move_to_end(row)
    if len(cells) > _MOST:
        cells.popitem(last=False)
