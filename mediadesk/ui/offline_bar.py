"""The bar under the toolbar while nothing can be reached, or nothing may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.icon_label import IconLabel
from mediadesk.ui.widgets.labels import ElideLabel, role_label

if TYPE_CHECKING:
    from mediadesk.ui.sidebar_view_model import SidebarState


class OfflineBar(QWidget):
    """``try_wanted``: go online again, or try now what reached nobody."""

    try_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        describe(self, name="offline-bar", accessible=tr("Connection"))
        set_style(self, surface="raised")
        self._title = role_label("", "strong")
        self._text = ElideLabel("", "secondary")
        self._try = Button("", kind="link", name="offline-try")
        self._try.clicked.connect(self.try_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(IconLabel("cloud-off"))
        row.addWidget(self._title)
        row.addWidget(self._text, 1)
        row.addWidget(self._try)
        self.hide()

    def show_state(self, state: SidebarState) -> None:
        """Appear while the user works offline, or while jobs reach nobody."""
        self.setVisible(state.is_offline or bool(state.jobs.unreached))
        if state.is_offline:
            self._title.setText(tr("Working offline."))
            self._text.setText(
                tr("Everything you made is here. New jobs wait until you go online.")
            )
            self._try.setText(tr("Go online"))
        else:
            self._title.setText(tr("No connection."))
            self._text.setText(
                tr(
                    "Everything you made is here. New jobs wait in the queue and start by "
                    "themselves."
                )
            )
            self._try.setText(tr("Try now"))
