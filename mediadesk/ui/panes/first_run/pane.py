"""First run in the main window: the steps on the left, one page on the right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QStackedWidget, QWidget

from mediadesk.ui.panes.first_run.library_page import LibraryPage
from mediadesk.ui.panes.first_run.provider_page import ProviderPage
from mediadesk.ui.panes.first_run.recovery_page import RecoveryPage
from mediadesk.ui.panes.first_run.steps import SidePanel
from mediadesk.ui.panes.first_run.view_model import Step
from mediadesk.ui.support.secret_copy import copy_secret
from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from mediadesk.services.sample_gallery import SmallPicture
    from mediadesk.ui.panes.first_run.view_model import FirstRunViewModel

_INDEX = {Step.LIBRARY: 0, Step.RECOVERY: 1, Step.PROVIDER: 2}
NARROW_BELOW = 1000


class FirstRunPane(QWidget):
    """``other_library_wanted`` asks for a chooser of an existing library."""

    other_library_wanted = Signal()

    def __init__(self, view_model: FirstRunViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("first-run-pane")
        set_style(self, surface="window")
        self._view_model = view_model
        self._side = SidePanel()
        self._library = LibraryPage(view_model)
        self._recovery = RecoveryPage(view_model)
        self._provider = ProviderPage(view_model)
        self._stack = QStackedWidget()
        for page in (self._library, self._recovery, self._provider):
            area = QScrollArea()
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the focus
            area.setWidgetResizable(True)
            area.setFrameShape(QScrollArea.Shape.NoFrame)
            area.setWidget(page)
            self._stack.addWidget(area)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self._stack, 1)
        view_model.step_changed.connect(self._on_step)
        self._library.open_wanted.connect(self.other_library_wanted)
        self._library.folder_wanted.connect(self._choose_folder)
        self._recovery.copy_wanted.connect(self._copy_code)
        self._recovery.save_wanted.connect(self._choose_code_file)
        view_model.picture_drawn.connect(self._on_picture)
        view_model.look_around()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the steps out where the window is too narrow for both."""
        super().resizeEvent(event)
        has_room = self.width() >= theme().px(NARROW_BELOW)
        self._side.setVisible(has_room)
        if has_room:
            self._view_model.draw_samples()

    def _on_picture(self, picture: SmallPicture) -> None:
        side = picture.side
        image = QImage(picture.pixels, side, side, QImage.Format.Format_RGBA8888)
        self._side.mosaic.add_picture(image)
        self._provider.show_sample(image)

    def _on_step(self, step: str) -> None:
        index = _INDEX[Step(step)]
        if index == _INDEX[Step.RECOVERY]:
            self._recovery.show_code()
        if index == _INDEX[Step.PROVIDER]:
            self._provider.load()
        self._stack.setCurrentIndex(index)
        self._side.steps.set_current(index)

    def _choose_folder(self) -> None:
        dialog = QFileDialog(
            self, tr("Where to make the library"), str(self._view_model.folder.parent)
        )
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(
            lambda chosen: self._library.set_folder(Path(chosen) / "mediadesk-library")
        )
        dialog.open()

    def _copy_code(self) -> None:
        copy_secret(self._view_model.recovery_code)

    def _choose_code_file(self) -> None:
        dialog = QFileDialog(self, tr("Save the recovery key"), "mediadesk-recovery-key.txt")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda chosen: self._view_model.save_code(Path(chosen)))
        dialog.open()
