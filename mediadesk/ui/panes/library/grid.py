"""The library as a grid: cells below the search, with a scroll bar where no dates stand beside."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from mediadesk.ui.perf import mark_once
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.widgets.cell_view import CellView
from mediadesk.ui.widgets.media_cell import CellAction, CellMetrics
from mediadesk.ui.widgets.rubber_band import RubberBand

MARGIN, TOP = 16, 12
"""Design pixels between the edge of the page and the pictures."""

_ACTIONS = (
    CellAction("favourite", "heart", QT_TR_NOOP("Favourite")),
    CellAction("input", "corner-up-left", QT_TR_NOOP("Use as input")),
    CellAction("delete", "trash-2", QT_TR_NOOP("Delete")),
)


def stacked() -> tuple[QStackedWidget, QWidget]:
    """A stack for the ways to show the items, and the area around it for what lies over them.

    Of what lies in a stack, assistive technology is told the shown page only.
    """
    area = QWidget()
    stack = QStackedWidget(area)
    layout = QHBoxLayout(area)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(stack)
    return stack, area


class LibraryGrid(CellView):
    """The cells; ``frame`` holds them with the room around them."""

    def __init__(self, width: int) -> None:
        super().__init__(tr("Library"), actions=_ACTIONS, name="library-grid")
        RubberBand(self)
        self.set_width(width)
        self.frame_ = QWidget()
        layout = QHBoxLayout(self.frame_)
        half = CellMetrics().gap // 2
        layout.setContentsMargins(MARGIN - half, TOP - half, MARGIN - half, 0)
        layout.addWidget(self)

    def set_width(self, width: int) -> None:
        """Make cells at least so wide, in design pixels."""
        self.set_metrics(CellMetrics(width=width, ring_gap=0))

    def show_scroll_bar(self, on: bool) -> None:
        """Whether a scroll bar stands beside the cells; the wheel and keys move them anyway."""
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if on else policy.ScrollBarAlwaysOff
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when rows are on screen."""
        super().paintEvent(event)
        if self.row_count():
            mark_once("grid-painted")
