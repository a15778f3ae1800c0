"""Rows of a name and its value. Labels are made once; what they say changes in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from mediadesk.ui.widgets.labels import ElideLabel, role_label

_TOP, _ANYWHERE = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag(0)


class FactGrid(QWidget):
    """Facts in the details of something. ``wraps``: long values take lines, else they are cut."""

    def __init__(self, parent: QWidget | None = None, *, wraps: bool = False) -> None:
        super().__init__(parent)
        self._wraps = wraps
        self.setProperty("bare", True)
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnMinimumWidth(0, 74)
        self._grid.setColumnStretch(1, 1)

    def show_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show these rows; labels are kept for the next ones."""
        while len(self._rows) < len(rows):
            self._add_row()
        for (label, words), (name, value) in zip(self._rows, rows, strict=False):
            if (label.text(), words.text()) != (name, value):
                label.setText(name)
                words.setText(value)
                words.setAccessibleName(f"{name}: {value}")
        for number, labels in enumerate(self._rows):
            for label in labels:
                label.setVisible(number < len(rows))

    def make_row(self, most: int) -> bool:
        """Make one more row to be used later; False where there are ``most`` already."""
        if len(self._rows) >= most:
            return False
        self._add_row()
        for label in self._rows[-1]:
            label.hide()
        return True

    def _add_row(self) -> None:
        number = len(self._rows)
        label = role_label("", "muted")
        wrapped = role_label("", "meta", wrap=True) if self._wraps else None
        words = wrapped or ElideLabel("", "meta", parent=self)
        self._grid.addWidget(label, number, 0, _TOP if self._wraps else _ANYWHERE)
        self._grid.addWidget(words, number, 1)
        self._rows.append((label, words))
