"""The page while a library is moved: how far it is, and the way to stop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mediadesk.ui.panes.unlock.centred import centred_form
from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.app_mark import AppMark
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.labels import ElideLabel, role_label
from mediadesk.ui.widgets.progress import ProgressBar
from mediadesk.ui.words import file_size

PAGE_WIDTH = 480


class MovePane(QWidget):
    """``stop_wanted`` gives the move up."""

    stop_wanted = Signal()

    def __init__(self, target: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("move-pane")
        set_style(self, surface="sidebar")
        centre = Qt.AlignmentFlag.AlignHCenter
        column = centred_form(self, PAGE_WIDTH)
        column.addWidget(AppMark(52), 0, centre)
        column.addSpacing(18)
        heading = role_label(tr("Moving the library"), "page", wrap=True)
        heading.setAlignment(centre)
        column.addWidget(heading)
        column.addSpacing(4)
        place = ElideLabel(str(target), "secondary", mode=Qt.TextElideMode.ElideMiddle)
        place.setAlignment(centre)
        column.addWidget(place)
        column.addSpacing(20)
        self._bar = ProgressBar(tr("Move"))
        self._bar.set_fraction(None)
        column.addWidget(self._bar)
        column.addSpacing(8)
        self._told = role_label(tr("Looking at what is there."), "muted", wrap=True)
        self._told.setAlignment(centre)
        column.addWidget(self._told)
        column.addSpacing(18)
        self._stop = Button(tr("Stop"), size="big", name="move-stop")
        self._stop.clicked.connect(self._on_stop)
        column.addWidget(self._stop, 0, centre)
        self.setFocusProxy(self._stop)

    def show_progress(self, done: int, total: int) -> None:
        """Bytes copied and compared, of all."""
        if done >= total:
            self._bar.set_fraction(None)
            self._told.setText(tr("The database comes last."))
            return
        self._bar.set_fraction(done / total)
        words = tr("{done} of {total}. The old folder stays as it is until all is compared.")
        self._told.setText(words.format(done=file_size(done), total=file_size(total)))

    def _on_stop(self) -> None:
        self._stop.setEnabled(False)
        self._told.setText(tr("Stopping."))
        self.stop_wanted.emit()
