"""Two results in one place: pictures under a slider or as their difference, texts as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mediadesk.domain.generation import GenerationType
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.diff_view import DiffView
from mediadesk.ui.widgets.labels import ElideLabel, line
from mediadesk.ui.widgets.pair_viewer import PairViewer
from mediadesk.ui.widgets.zoom_bar import ZoomBar

if TYPE_CHECKING:
    from typing import Literal

    from PySide6.QtGui import QImage

    from mediadesk.ui.panes.compare.cell import CellPane

TEXT_MODE = "diff"


class PairPage(QWidget):
    """Names above, both results below."""

    def __init__(self) -> None:
        super().__init__()
        describe(self, name="compare-pair", accessible=tr("Two results in one"))
        set_style(self, surface="window")
        self._left, self._right = ElideLabel("", "strong"), ElideLabel("", "strong")
        self._viewer = PairViewer()
        self._diff = DiffView()
        self._zoom = ZoomBar(self._viewer)
        self._shown: tuple[QImage, QImage] | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self._viewer)
        self._stack.addWidget(self._diff)
        head = QHBoxLayout()
        head.setContentsMargins(14, 9, 14, 9)
        head.addWidget(self._left, 1)
        head.addWidget(self._zoom)
        head.addWidget(self._right, 1)
        self._right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(line())
        layout.addWidget(self._stack, 1)

    def show_pair(self, first: CellPane, second: CellPane, mode: str) -> bool:
        """Show two panes in one; False where they have not what this mode needs."""
        is_text = first.cell.kind is GenerationType.TEXT
        if is_text != (mode == TEXT_MODE):
            return False
        if is_text:
            return self._show_texts(first, second)
        return self._show_pictures(first, second, "slider" if mode == "slider" else "difference")

    def _show_texts(self, first: CellPane, second: CellPane) -> bool:
        before, after = first.text.source_text(), second.text.source_text()
        names = first.header.label(), second.header.label()
        self._left.setText(tr("Struck out: only in 1, {name}").format(name=names[0]))
        self._right.setText(tr("Underlined: only in 2, {name}").format(name=names[1]))
        self._zoom.hide()
        self._diff.show_texts(before, after)
        self._stack.setCurrentWidget(self._diff)
        return bool(before and after)

    def _show_pictures(
        self, first: CellPane, second: CellPane, mode: Literal["slider", "difference"]
    ) -> bool:
        if not first.levels or not second.levels:
            return False
        names = first.header.label(), second.header.label()
        self._left.setText(names[0])
        self._right.setText(names[1] if mode == "slider" else tr("Black where both are equal"))
        self._zoom.show()
        pictures = first.levels[0], second.levels[0]
        if self._shown != pictures:
            self._shown = pictures
            image, *smaller = first.levels
            asset = first.cell.asset
            full = image.size()
            if asset is not None and asset.width and asset.height:
                full = QSize(asset.width, asset.height)
            words = tr("{first} and {second}").format(first=names[0], second=names[1])
            self._viewer.set_image(image, smaller=smaller, full_size=full, description=words)
            self._viewer.set_second(second.levels[0], second.levels[1:])
        self._viewer.set_mode(mode)
        self._stack.setCurrentWidget(self._viewer)
        return True
