"""The dialog that paints a mask over an input: what is painted may be changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button, IconButton, PrimaryButton
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.mask_canvas import LARGEST, SMALLEST, MaskCanvas
from mediadesk.ui.widgets.range_control import RangeControl


class MaskDialog(DialogBase):
    """Call ``open()``. ``painted`` carries what is painted as the alpha of an image."""

    painted = Signal(QImage)

    def __init__(self, window: QWidget, picture: QImage) -> None:
        super().__init__(
            window,
            tr("Paint a mask"),
            text=tr("Paint over what shall change. The rest stays as it is."),
            icon="pencil",
            name="mask-dialog",
        )
        self._canvas = MaskCanvas(picture)
        self._brush = RangeControl(
            tr("Size of the brush"), SMALLEST, LARGEST, step=4, unit="px", name="mask-brush"
        )
        self._erase = IconButton(
            "circle-dashed", tr("Erase instead of painting"), checkable=True, name="mask-erase"
        )
        self._undo = IconButton("undo-2", tr("Take the last stroke back"), name="mask-undo")
        self._use = PrimaryButton(tr("Use the mask"), size="default", name="mask-use")
        self._build()
        self._connect()
        self._show_state()
        self._canvas.setFocus()

    def _build(self) -> None:
        self.body.addWidget(self._canvas)
        row = QHBoxLayout()
        row.setSpacing(4)
        self._brush.set_value(self._canvas.brush())
        row.addWidget(self._brush, 1)
        row.addWidget(self._erase)
        row.addWidget(self._undo)
        invert = IconButton("repeat", tr("Invert the mask"), name="mask-invert")
        clear = IconButton("trash-2", tr("Clear the mask"), name="mask-clear")
        invert.clicked.connect(self._canvas.invert)
        clear.clicked.connect(self._canvas.clear)
        row.addWidget(invert)
        row.addWidget(clear)
        self.body.addLayout(row)
        self.add_button(Button(tr("Cancel"), name="mask-cancel"), result=0)
        self.add_button(self._use)

    def _connect(self) -> None:
        canvas = self._canvas
        self._brush.value_changed.connect(lambda size: canvas.set_brush(round(size)))
        canvas.brush_changed.connect(self._brush.set_value)
        self._erase.toggled.connect(canvas.set_erases)
        self._undo.clicked.connect(canvas.undo)
        canvas.changed.connect(self._show_state)
        self._use.clicked.connect(self._on_use)

    def _show_state(self) -> None:
        self._undo.setEnabled(self._canvas.can_undo())
        self._use.setEnabled(not self._canvas.is_empty())

    def _on_use(self) -> None:
        self.painted.emit(self._canvas.painted())
        self.accept()
