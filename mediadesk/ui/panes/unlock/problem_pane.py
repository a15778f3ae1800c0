"""The page for a library that cannot be opened: what is wrong, and the ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mediadesk.domain.errors import (
    ForeignLibraryError,
    LibraryBusyError,
    LibraryDamagedError,
    LibraryTooNewError,
    ReadOnlyError,
)
from mediadesk.ui.panes.unlock.centred import centred_form
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.widgets.app_mark import AppMark
from mediadesk.ui.widgets.buttons import Button, PrimaryButton
from mediadesk.ui.widgets.card import MessageBar
from mediadesk.ui.widgets.labels import ElideLabel, role_label

if TYPE_CHECKING:
    from pathlib import Path

    from mediadesk.domain.errors import MediadeskError

PAGE_WIDTH = 480
_TITLES = (
    (LibraryTooNewError, QT_TR_NOOP("This library needs a newer mediadesk")),
    (ForeignLibraryError, QT_TR_NOOP("This library is not yours alone")),
    (LibraryBusyError, QT_TR_NOOP("This library is busy")),
    (ReadOnlyError, QT_TR_NOOP("This library cannot be written")),
    (LibraryDamagedError, QT_TR_NOOP("This library is damaged")),
)


class ProblemPane(QWidget):
    """``retry_wanted`` and ``other_library_wanted``."""

    retry_wanted = Signal()
    other_library_wanted = Signal()

    def __init__(self, library: Path, error: MediadeskError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problem-pane")
        set_style(self, surface="sidebar")
        title = next(
            (tr(words) for kind, words in _TITLES if isinstance(error, kind)),
            tr("This library cannot be opened"),
        )
        centre = Qt.AlignmentFlag.AlignHCenter
        column = centred_form(self, PAGE_WIDTH)
        column.addWidget(AppMark(52), 0, centre)
        column.addSpacing(18)
        heading = role_label(title, "page", wrap=True)
        heading.setAlignment(centre)
        column.addWidget(heading)
        column.addSpacing(4)
        place = ElideLabel(str(library), "secondary", mode=Qt.TextElideMode.ElideMiddle)
        place.setAlignment(centre)
        column.addWidget(place)
        column.addSpacing(20)
        column.addWidget(MessageBar(tr_sentence(error.sentence()), "err", name="problem"))
        column.addSpacing(18)
        retry = PrimaryButton(tr("Try again"), name="problem-retry")
        retry.clicked.connect(self.retry_wanted)
        other = Button(tr("Open another library"), size="big", name="problem-other-library")
        other.clicked.connect(self.other_library_wanted)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(other)
        row.addWidget(retry)
        row.addStretch(1)
        column.addLayout(row)
        self.setFocusProxy(retry)
