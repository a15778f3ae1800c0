"""Asks before a link is opened, and shows where it really leads."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from mediadesk.ui.support.markdown import is_safe_link
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.labels import role_label


class LinkDialog(DialogBase):
    """Open in the browser, copy the address, or cancel. Call ``open()``."""

    def __init__(self, window: QWidget, address: str, *, is_ours: bool = False) -> None:
        by_model = tr("It was written by a model. Look where it leads before you open it.")
        super().__init__(
            window,
            tr("Open this address?"),
            text=tr("It opens in your browser, outside of mediadesk.") if is_ours else by_model,
            icon="external-link",
            icon_kind="run" if is_ours else "warn",
            name="link-dialog",
        )
        self._address = address
        shown = role_label(address, "mono", wrap=True)
        shown.setObjectName("link-address")
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(shown)
        cancel = self.add_button(
            Button(tr("Cancel"), size="field"), result=QDialog.DialogCode.Rejected
        )
        copy = self.add_button(Button(tr("Copy address"), size="field"))
        copy.clicked.connect(self._copy)
        self.add_button(
            Button(tr("Open in browser"), kind="primary", size="field"),
            result=QDialog.DialogCode.Accepted,
        )
        self.accepted.connect(self._open)
        cancel.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
        self.reject()

    def _open(self) -> None:
        if is_safe_link(self._address):
            QDesktopServices.openUrl(QUrl(self._address))
