"""The unlock page. Nothing decrypted is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.app_mark import AppMark
from mediadesk.ui.widgets.buttons import Button, PrimaryButton
from mediadesk.ui.widgets.labels import role_label
from mediadesk.ui.widgets.secret_field import SecretField

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from mediadesk.ui.panes.unlock.view_model import UnlockViewModel

FORM_WIDTH = 360
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class UnlockPane(QWidget):
    """Mark, library name, one field, one button. ``other_library_wanted`` asks for a chooser."""

    other_library_wanted = Signal()

    def __init__(self, view_model: UnlockViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._uses_code = view_model.slot_kinds == ("recovery",)
        set_style(self, surface="sidebar")
        self.setObjectName("unlock-pane")
        self._field = SecretField("Passphrase", icon="lock", name="unlock-secret")
        self.setFocusProxy(self._field)
        self._field.submitted.connect(self._on_submit)
        self._button = PrimaryButton("Unlock", shortcut="⏎", name="unlock")
        self._button.clicked.connect(self._on_submit)
        self._switch = Button(
            "", kind="link", name="unlock-use-recovery-key", on_click=self._on_switch
        )
        other = Button("open another library", kind="link", name="unlock-other-library")
        other.clicked.connect(self.other_library_wanted)
        self._build(other)
        self._show_mode()
        view_model.refused.connect(self._field.set_error)
        view_model.busy_changed.connect(self._on_busy)

    def showEvent(self, event: QShowEvent) -> None:
        """Typing starts at once."""
        super().showEvent(event)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, other: Button) -> None:
        form = QWidget()
        form.setFixedWidth(theme().px(FORM_WIDTH))
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(AppMark(52), 0, _CENTRE)
        column.addSpacing(18)
        column.addWidget(role_label(self._view_model.name, "page"), 0, _CENTRE)
        column.addSpacing(4)
        reason = self._view_model.reason or "Locked"
        column.addWidget(role_label(reason, "secondary"), 0, _CENTRE)
        column.addSpacing(24)
        column.addWidget(self._field)
        column.addSpacing(14)
        column.addWidget(self._button)
        column.addSpacing(16)
        links = QHBoxLayout()
        links.setSpacing(6)
        links.addStretch(1)
        links.addWidget(self._switch)
        links.addWidget(role_label("or", "secondary"))
        links.addWidget(other)
        links.addStretch(1)
        column.addLayout(links)
        page = QVBoxLayout(self)
        page.addStretch(1)
        page.addWidget(form, 0, _CENTRE)
        page.addStretch(1)
        if self._view_model.jobs_line:
            page.addLayout(_jobs_row(self._view_model.jobs_line))

    def _on_submit(self) -> None:
        if self._uses_code:
            self._view_model.unlock_by_recovery_code(self._field.text())
        else:
            self._view_model.unlock(self._field.text())

    def _on_switch(self) -> None:
        self._uses_code = not self._uses_code
        self._field.clear()
        self._show_mode()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_mode(self) -> None:
        self._field.set_label("Recovery key" if self._uses_code else "Passphrase")
        self._field.set_revealed(self._uses_code)
        self._switch.setText("Use passphrase" if self._uses_code else "Use recovery key")
        self._switch.setAccessibleName(self._switch.text())

    def _on_busy(self, busy: bool) -> None:
        self._button.setEnabled(not busy)
        self._button.setText("Opening" if busy else "Unlock")
        if not busy:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)


def _jobs_row(text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    icon = QLabel()
    icon.setPixmap(icon_pixmap("activity", "accent.text", theme().px(16)))
    row.addStretch(1)
    row.addWidget(icon)
    row.addWidget(role_label(text, "secondary"))
    row.addStretch(1)
    return row
