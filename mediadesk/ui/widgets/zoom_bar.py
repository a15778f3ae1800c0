"""Minus, percentage, plus, Fit, 100%: the zoom controls of a picture viewer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button, IconButton
from mediadesk.ui.widgets.image_viewer import ImageViewer
from mediadesk.ui.widgets.labels import role_label

if TYPE_CHECKING:
    from collections.abc import Callable


class ZoomBar(QWidget):
    """Steers one viewer and shows its zoom."""

    def __init__(self, viewer: ImageViewer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("zoom-bar")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._label = role_label("", "muted")
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._fit = Button(
            tr("Fit"),
            kind="quiet",
            size="small",
            checkable=True,
            name="zoom-fit",
            tooltip=tr("Fit or 100% (Z)"),
        )
        self._fit.clicked.connect(viewer.fit)
        full = Button(
            "100%", kind="quiet", size="small", name="zoom-100", on_click=viewer.actual_size
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(_step("minus", tr("Zoom out"), "-", viewer.zoom_out))
        row.addWidget(self._label)
        row.addWidget(_step("plus", tr("Zoom in"), "+", viewer.zoom_in))
        row.addSpacing(6)
        row.addWidget(self._fit)
        row.addSpacing(4)
        row.addWidget(full)
        viewer.zoom_changed.connect(self._show)
        self._show(viewer.zoom(), viewer.is_fit())
        self._resize()
        theme().changed.connect(self._resize)

    def _show(self, zoom: float, is_fit: bool) -> None:
        self._label.setText(f"{zoom:.0%}")
        self._fit.setChecked(is_fit)
        set_style(self._fit, kind="standard" if is_fit else "quiet")

    def _resize(self) -> None:
        self._label.setFixedWidth(theme().px(40))


def _step(icon: str, label: str, keys: str, on_click: Callable[[], object]) -> IconButton:
    return IconButton(icon, label, shortcut=keys, size="small", icon_size=16, on_click=on_click)
