"""What is not the same in all panes: prompt, model, settings, sizes, one row for each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from mediadesk.ui.panes.compare.cells import Difference
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.labels import ElideLabel, line, role_label

MOST_HIGH = 168


class DifferenceList(QWidget):
    """A table as high as its rows, up to a limit; then it scrolls."""

    def __init__(self) -> None:
        super().__init__()
        describe(self, name="compare-differences", accessible=tr("What differs"))
        self._scroll = QScrollArea()
        describe(self._scroll, name="differences-scroll", accessible=tr("What differs"))
        self._scroll.setWidgetResizable(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(line())
        layout.addWidget(self._scroll)
        self._shown: tuple[object, ...] | None = None

    def show_differences(self, names: Sequence[str], found: Sequence[Difference]) -> None:
        """One column for each pane, headed by its name."""
        if self._shown == (tuple(names), tuple(found)):
            return
        self._shown = tuple(names), tuple(found)
        page = QWidget()
        set_style(page, surface="window")
        grid = QGridLayout(page)
        grid.setContentsMargins(16, 8, 16, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, theme().px(110))
        for column, name in enumerate(names, start=1):
            grid.addWidget(ElideLabel(name, "label"), 0, column)
            grid.setColumnStretch(column, 1)
        for row, difference in enumerate(found, start=1):
            grid.addWidget(role_label(difference.name, "muted"), row, 0)
            for column, value in enumerate(difference.values, start=1):
                label = ElideLabel(value)
                label.setAccessibleName(f"{difference.name}: {value}")
                grid.addWidget(label, row, column)
        self._scroll.setWidget(page)
        height = min(page.sizeHint().height(), theme().px(MOST_HIGH))
        self._scroll.setFixedHeight(height)
