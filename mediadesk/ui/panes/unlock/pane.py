"""The unlock page. Nothing decrypted is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediadesk.ui.panes.unlock.centred import centred_form
from mediadesk.ui.panes.unlock.view_model import Way
from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.widgets.app_mark import AppMark
from mediadesk.ui.widgets.buttons import Button, PrimaryButton
from mediadesk.ui.widgets.icon_label import IconLabel
from mediadesk.ui.widgets.labels import ElideLabel, role_label
from mediadesk.ui.widgets.secret_field import SecretField

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from mediadesk.ui.panes.unlock.view_model import UnlockViewModel

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_LABELS = {
    Way.PASSPHRASE: QT_TR_NOOP("Passphrase"),
    Way.RECOVERY: QT_TR_NOOP("Recovery key"),
    Way.KEYRING: "",
}
_SWITCHES = {
    Way.PASSPHRASE: QT_TR_NOOP("Use passphrase"),
    Way.RECOVERY: QT_TR_NOOP("Use recovery key"),
    Way.KEYRING: QT_TR_NOOP("Use keyring"),
}


class UnlockPane(QWidget):
    """Mark, library name, one field, one button. ``other_library_wanted`` asks for a chooser."""

    other_library_wanted = Signal()

    def __init__(self, view_model: UnlockViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._way = view_model.ways[0] if view_model.ways else Way.RECOVERY
        set_style(self, surface="sidebar")
        self.setObjectName("unlock-pane")
        self.setAccessibleName(tr("{name} is locked").format(name=view_model.name))
        self._field = SecretField(tr("Passphrase"), icon="lock", name="unlock-secret")
        set_style(self._field.editor, rowSize="big")
        self._field.submitted.connect(self._on_submit)
        self._button = PrimaryButton(tr("Unlock"), shortcut="⏎", name="unlock")
        self._button.clicked.connect(self._on_submit)
        self._switches = {way: self._switch(way) for way in view_model.ways}
        self._other = Button(tr("open another library"), kind="link", name="unlock-other-library")
        self._other.clicked.connect(self.other_library_wanted)
        self._links = QHBoxLayout()
        self._or = role_label("or", "secondary")
        self._build()
        self._show_way(self._way)
        view_model.refused.connect(self._field.set_error)
        view_model.busy_changed.connect(self._on_busy)
        view_model.waiting.connect(lambda _seconds: self._button.setText(tr("Wait a moment")))

    def showEvent(self, event: QShowEvent) -> None:
        """Typing starts at once."""
        super().showEvent(event)
        self._take_focus()

    def _switch(self, way: Way) -> Button:
        return Button(
            tr(_SWITCHES[way]),
            kind="link",
            name=f"unlock-by-{way}",
            on_click=lambda: self._show_way(way),
        )

    def _build(self) -> None:
        column = centred_form(self)
        column.addWidget(AppMark(52), 0, _CENTRE)
        column.addSpacing(18)
        name = ElideLabel(self._view_model.name, "page")
        name.setAlignment(_CENTRE)
        column.addWidget(name)
        column.addSpacing(4)
        reason = role_label(self._view_model.reason or tr("Locked"), "secondary", wrap=True)
        reason.setAlignment(_CENTRE)
        reason.setToolTip(self._view_model.folder)
        column.addWidget(reason)
        column.addSpacing(24)
        column.addWidget(self._field)
        column.addSpacing(14)
        column.addWidget(self._button)
        column.addSpacing(16)
        self._links.setSpacing(6)
        self._links.addStretch(1)
        for switch in self._switches.values():
            self._links.addWidget(switch)
        self._links.addWidget(self._or)
        self._links.addWidget(self._other)
        self._links.addStretch(1)
        column.addLayout(self._links)
        page = self.layout()
        if self._view_model.jobs_line and isinstance(page, QVBoxLayout):
            page.addLayout(_jobs_row(self._view_model.jobs_line))

    def _on_submit(self) -> None:
        if self._way is Way.KEYRING:
            self._field.clear_state()
            self._view_model.unlock_by_keyring()
        elif self._way is Way.RECOVERY:
            self._view_model.unlock_by_recovery_code(self._field.text())
        else:
            self._view_model.unlock(self._field.text())

    def _show_way(self, way: Way) -> None:
        self._way = way
        self._field.clear()
        self._field.editor.setVisible(way is not Way.KEYRING)
        if way is not Way.KEYRING:
            self._field.set_label(tr(_LABELS[way]))
            self._field.set_revealed(way is Way.RECOVERY)
        self._button.setText(self._words)
        others = [other for other in self._switches if other is not way]
        for other, switch in self._switches.items():
            switch.setVisible(other is not way)
        self._or.setVisible(bool(others))
        self._other.setText(tr("open another library") if others else tr("Open another library"))
        self.setFocusProxy(self._button if way is Way.KEYRING else self._field)
        self._take_focus()

    @property
    def _words(self) -> str:
        return tr("Unlock with keyring") if self._way is Way.KEYRING else tr("Unlock")

    def _take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_busy(self, busy: bool) -> None:
        self._button.setEnabled(not busy)
        self._button.setText(tr("Opening") if busy else self._words)
        if not busy:
            self._take_focus()


def _jobs_row(text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, theme().px(16))
    row.setSpacing(8)
    row.addStretch(1)
    row.addWidget(IconLabel("activity", "accent.text"))
    row.addWidget(role_label(text, "secondary"))
    row.addStretch(1)
    return row
