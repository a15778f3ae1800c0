"""Full view: the shown result alone in the window, with its header and its filmstrip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal

from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.navigator import Navigator
from mediadesk.ui.widgets.round_button import RoundButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mediadesk.ui.panes.create.stage import Stage
    from mediadesk.ui.panes.create.stage_view_model import StageViewModel

AIR = 14


class FullView(QObject):
    """Hides what stands around the stage, and lays the ways to other results over it.

    ``changed`` tells whether it is on; the window then hides what is around the page, too.
    """

    changed = Signal(bool)

    def __init__(
        self, stage: Stage, view_model: StageViewModel, around: tuple[QWidget, ...]
    ) -> None:
        super().__init__(stage)
        self._stage, self._view_model, self._around = stage, view_model, around
        self._is_on = False
        self._navigator = Navigator(stage.canvas.viewer)
        self._back = RoundButton(
            "chevron-left", tr("Previous variation"), name="full-previous", parent=stage
        )
        self._on = RoundButton(
            "chevron-right", tr("Next variation"), name="full-next", parent=stage
        )
        self._back.clicked.connect(lambda: view_model.step(-1))
        self._on.clicked.connect(lambda: view_model.step(1))
        stage.canvas.installEventFilter(self)
        view_model.asset_changed.connect(lambda _asset: self._follow())
        self._place()

    @property
    def is_on(self) -> bool:
        """Whether the result is alone in the window."""
        return self._is_on

    def toggle(self) -> None:
        """Turn it over."""
        self.set_on(not self._is_on)

    def set_on(self, on: bool) -> None:
        """Show the result alone, or with everything around it again."""
        on = on and self._view_model.asset is not None
        if on == self._is_on:
            return
        self._is_on = on
        for part in self._around:
            part.setVisible(not on)
        self._stage.set_full(on)
        self._navigator.set_wanted(on)
        self._place()
        self.changed.emit(on)
        if on:
            self._stage.focus_result()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the buttons at the edges."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return False

    def _follow(self) -> None:
        """Without a result there is nothing to see alone."""
        if self._view_model.asset is None:
            self.set_on(False)
        self._place()

    def _place(self) -> None:
        count, index = len(self._view_model.assets), self._view_model.index
        canvas = self._stage.canvas.geometry()
        for button in (self._back, self._on):
            button.setVisible(self._is_on and count > 1)
            button.raise_()
        middle = canvas.y() + (canvas.height() - self._back.height()) // 2
        self._back.move(canvas.x() + AIR, middle)
        self._on.move(canvas.x() + canvas.width() - self._on.width() - AIR, middle)
        self._back.setEnabled(index > 0)
        self._on.setEnabled(0 <= index < count - 1)
