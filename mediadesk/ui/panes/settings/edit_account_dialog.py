"""A dialog that changes the name, the address and the extra headers of an account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from mediadesk.ui.panes.settings.headers_field import HeadersField
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.field import Field, line_edit

if TYPE_CHECKING:
    from mediadesk.services.account_info import AccountInfo
    from mediadesk.services.models import ProviderInfo


class EditAccountDialog(DialogBase):
    """``save_wanted``: name, base URL (empty for the provider's own), headers as lines or None."""

    save_wanted = Signal(str, str, object)

    def __init__(self, window: QWidget, account: AccountInfo, info: ProviderInfo) -> None:
        super().__init__(
            window, tr("Edit “{name}”").format(name=account.name), name="edit-account-dialog"
        )
        self._name = line_edit(tr("Name"), name="edit-account-name")
        self._name.setText(account.name)
        self._url = line_edit(
            tr("Base URL"),
            name="edit-account-url",
            placeholder=info.default_base_url or "https://",
        )
        self._url.setText(account.base_url or "")
        note = (
            ""
            if info.needs_base_url
            else tr("Leave it empty for {label}’s own address.").format(label=info.label)
        )
        self.body.addWidget(Field(tr("Name"), self._name))
        self.body.addWidget(Field(tr("Base URL"), self._url, help_text=note))
        self._headers = HeadersField("edit-account-headers", account.header_names)
        if info.takes_headers:
            self.body.addWidget(self._headers)
        self._takes_headers = info.takes_headers
        self.add_button(
            Button(tr("Cancel"), name="edit-account-cancel"), result=QDialog.DialogCode.Rejected
        )
        save = Button(tr("Save"), kind="primary", name="edit-account-save")
        save.clicked.connect(self._submit)
        self._name.returnPressed.connect(self._submit)
        self._url.returnPressed.connect(self._submit)
        self.add_button(save)
        self._name.setFocus()

    def _submit(self) -> None:
        headers = None
        if self._takes_headers and (headers := self._headers.checked()) is None:
            return
        self.save_wanted.emit(self._name.text(), self._url.text().strip(), headers)
        self.accept()
