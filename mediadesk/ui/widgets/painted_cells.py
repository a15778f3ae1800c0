"""Cells as they were painted last, so that painting an unchanged one again is a single call.

Every call into Qt lets other threads have the interpreter, and a cell takes some sixty: with jobs
running, painting a strip from scratch for each of their steps would make clicks wait.
"""

from __future__ import annotations

import time
from collections import OrderedDict

from PySide6.QtGui import QPixmap

from mediadesk.ui.support.at_work import tell_at_work

_MOST = 300
LEAST_NEW, MOST_NEW = 4, 12
LONGEST_PASS_S = 0.005
"""So many cells are painted from scratch in one pass, and once the least are there no longer than
this; the others are left to the next passes."""

Shape = tuple[int, int, float, bool]
"""Width and height in unscaled pixels, the pixel ratio of the screen, pictures whole or not."""


_Kept = OrderedDict[int, tuple[Shape, QPixmap]]


class PaintedCells:
    """Pictures of cells by list row; a bounded number of them, those used last.

    Apart from those that are as they should be: cells that wait for their picture or waveform, what
    was painted before, and the one that stands for every row that is not loaded.
    """

    def __init__(self) -> None:
        self._cells: _Kept = OrderedDict()
        self._waiting: _Kept = OrderedDict()
        self._before: _Kept = OrderedDict()
        self._blank: tuple[Shape, QPixmap] | None = None
        self._made = 0
        self._enough = 0.0
        self.left_out: set[int] = set()
        """Rows that are still to be painted: they were blank, or as they were before."""

    def begin_pass(self) -> None:
        """The view is about to paint."""
        tell_at_work()
        self._made = 0
        self._enough = time.monotonic() + LONGEST_PASS_S

    def before(self, row: int, shape: Shape) -> QPixmap | None:
        """What was painted in place of a row before it was forgotten."""
        return _found(self._before, row, shape)

    def is_left_out(self, row: int) -> bool:
        """Whether this pass has painted enough cells from scratch: the row is for a later one."""
        has_time = self._made < LEAST_NEW or time.monotonic() < self._enough
        if self._made < MOST_NEW and has_time:
            self.left_out.discard(row)
            return False
        self.left_out.add(row)
        return True

    def take_left_out(self) -> list[int]:
        """Rows for the next pass, as many as it can paint; the others stay left out."""
        rows = sorted(self.left_out)[:MOST_NEW]
        self.left_out.difference_update(rows)
        return rows

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
        """Remember a cell that was painted from scratch."""
        self._made += 1
        self._waiting.pop(row, None)
        self._before.pop(row, None)
        _keep(self._cells, row, shape, cell)

    def keep_waiting(self, row: int, shape: Shape, cell: QPixmap) -> None:
        """Remember a cell until its picture is there."""
        self._made += 1
        _keep(self._waiting, row, shape, cell)

    def keep_blank(self, shape: Shape, cell: QPixmap) -> None:
        """Remember how a row looks that is not loaded."""
        self._blank = (shape, cell)

    def forget(self, first: int, last: int) -> None:
        """These rows show something else now."""
        for cells in (self._cells, self._waiting):
            for row in [row for row in cells if first <= row <= last]:
                _keep(self._before, row, *cells.pop(row))

    def forget_all(self) -> None:
        """Every cell looks different now."""
        self._before = OrderedDict({**self._waiting, **self._cells})
        self._cells.clear()
        self._waiting.clear()
        self._blank = None

    def start_anew(self) -> None:
        """Every colour is another one now: nothing that was painted may be seen again."""
        self.forget_all()
        self._before.clear()

    def move_down(self, by: int) -> None:
        """Rows were put before the first one."""
        for cells in (self._cells, self._waiting, self._before):
            moved = [(row + by, cell) for row, cell in cells.items()]
            cells.clear()
            cells.update(moved)


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
