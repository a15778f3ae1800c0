"""Five squares to choose the grey behind pictures from."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from mediadesk.ui.support.painting import fill_rounded, ring_around
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.support.viewer_ground import GROUND_WORDS, viewer_ground

SIDE = 26
_MARGIN = 5


class GroundPicker(QWidget):
    """Follows the choice, which the key B of a viewer changes too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name="viewer-ground", accessible=tr("Viewer background"))
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, words in enumerate(GROUND_WORDS):
            swatch = _Swatch(number, tr(words))
            self._group.addButton(swatch, number)
            row.addWidget(swatch)
        self._group.idClicked.connect(viewer_ground().choose)
        viewer_ground().changed.connect(self._show)
        self._show(viewer_ground().number)

    def _show(self, number: int) -> None:
        self._group.button(number).setChecked(True)


class _Swatch(QAbstractButton):
    def __init__(self, number: int, words: str) -> None:
        super().__init__()
        self._number = number
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        accessible = tr("Viewer background: {ground}").format(ground=words.lower())
        describe(self, name=f"ground-{number}", accessible=accessible, tooltip=words)
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A square with room for the ring."""
        side = theme().px(SIDE + 2 * _MARGIN)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the grey, and a ring where it is chosen."""
        look = theme()
        margin = look.px(_MARGIN)
        area = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        painter = QPainter(self)
        color = viewer_ground().color(self._number)
        fill_rounded(painter, area, 6, color, look.color("border.control"))
        if self.isChecked():
            ring_around(painter, area, 6, look.color("focus"), 2, 2)
