"""The form under a provider for a new account: name, key or whose key, address, test and save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from mediadesk.ui.panes.settings.headers_field import HeadersField
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.field import Field, StateLine, keep_place, line_edit
from mediadesk.ui.widgets.labels import role_label
from mediadesk.ui.widgets.link_dialog import LinkDialog
from mediadesk.ui.widgets.secret_field import SecretField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediadesk.services.account_info import AccountInfo
    from mediadesk.services.models import ProviderInfo


class AddAccountForm(QWidget):
    """``save_wanted`` (name, key, account whose key is used or None, base URL, headers, anyway).

    ``sources`` are the accounts whose key works here too; ``move_wanted`` (key): to the form of
    the provider that it looks like.
    """

    save_wanted = Signal(str, str, object, str, object, bool)
    key_edited = Signal(str)
    move_wanted = Signal(str)
    cancelled = Signal()

    def __init__(self, info: ProviderInfo, sources: Sequence[AccountInfo] = ()) -> None:
        super().__init__()
        self._info = info
        self._sources = sources
        self._source = self._source_box(sources)
        self._name = line_edit(tr("Name"), name="new-account-name")
        self._name.setText(tr("Default"))
        self._key = SecretField(tr("Key"), name="new-account-key", placeholder=tr("Paste the key"))
        self._url = line_edit(
            tr("Base URL"), name="new-account-url", placeholder=info.default_base_url or "https://"
        )
        self._headers = HeadersField("new-account-headers")
        self._headers.hide()
        self._more = Button(
            tr("Add extra headers"), kind="link", size="small", name="new-account-add-headers"
        )
        self._more.clicked.connect(self._open_headers)
        self._line = StateLine(keeps_place=True)
        self._move = Button("", kind="link", size="field", name="new-account-move-key")
        self._move.clicked.connect(lambda: self.move_wanted.emit(self._key.text().strip()))
        self._move.hide()
        self._key.edited.connect(self.key_edited)
        self._save = Button(
            tr("Test and save"), kind="primary", size="field", name="new-account-save"
        )
        self._save.clicked.connect(lambda: self._submit(anyway=False))
        self._anyway = Button(
            tr("Save without test"), kind="link", size="field", name="new-account-save-anyway"
        )
        self._anyway.clicked.connect(lambda: self._submit(anyway=True))
        keep_place(self._anyway)
        self._anyway.hide()
        cancel = Button(tr("Cancel"), kind="quiet", size="field", name="new-account-cancel")
        cancel.clicked.connect(self.cancelled)
        self._key.submitted.connect(lambda: self._submit(anyway=False))
        self._key_field = Field(
            tr("Key") if info.needs_key else tr("Key, if it needs one"), self._key
        )
        self._arrange(cancel)

    def _source_box(self, sources: Sequence[AccountInfo]) -> QComboBox:
        box = QComboBox()
        describe(box, name="new-account-source", accessible=tr("Whose key"))
        box.addItem(tr("A key of its own"))
        for account in sources:
            box.addItem(
                tr("The key of {label} “{name}”").format(label=account.label, name=account.name)
            )
        box.currentIndexChanged.connect(self._on_source)
        return box

    def _arrange(self, cancel: Button) -> None:
        info = self._info
        column = QVBoxLayout(self)
        column.setContentsMargins(theme().px(56), 4, 16, 6)
        column.setSpacing(10)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(Field(tr("Name"), self._name), 2)
        top.addWidget(self._key_field, 5)
        column.addLayout(top)
        if self._sources:
            column.addWidget(Field(tr("Use"), self._source))
        column.addWidget(Field(_url_label(info), self._url))
        if info.takes_headers:
            column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(self._headers)
        if info.key_page:
            column.addWidget(_key_page_link(info.key_page), 0, Qt.AlignmentFlag.AlignLeft)
        buttons = QHBoxLayout()
        note = tr("The test lists models and costs nothing.")
        buttons.addWidget(role_label(note, "muted", wrap=True), 1)
        for button in (self._anyway, cancel, self._save):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(buttons)
        below = QHBoxLayout()  # however long the line is, the buttons stay
        below.addWidget(self._line, 1)
        below.addWidget(self._move)
        column.addLayout(below)

    def focus(self) -> None:
        """Put the cursor where typing starts."""
        target = self._url if self._info.needs_base_url else self._key.editor
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_key(self, key: str) -> None:
        """Fill in a key that was pasted on the page."""
        self._key.editor.setText(key)

    def show_other_provider(self, label: str) -> None:
        """Offer to take the key to the provider that it looks like; "" takes the offer back."""
        if label:
            words = tr("This looks like a key of {provider}.").format(provider=label)
            self._line.show_text(words, "warning")
            self._move.setText(tr("Add it to {provider}").format(provider=label))
        elif self._move.isVisibleTo(self):
            self._line.show_text("")
        self._move.setVisible(bool(label))

    def show_failed(self, message: str) -> None:
        """The test did not work; saving without it stays possible."""
        self._save.setEnabled(True)
        self._save.setText(tr("Test and save"))
        self._line.show_text(message, "error")
        self._anyway.show()

    def _submit(self, *, anyway: bool) -> None:
        key, url = self._key.text().strip(), self._url.text().strip()
        uses = self._used()
        if self._info.needs_key and not key and uses is None:
            self._line.show_text(tr("Paste the key first."), "error")
            return
        if self._info.needs_base_url and not url:
            self._line.show_text(tr("Type the address of the endpoint first."), "error")
            return
        if (headers := self._headers.checked()) is None:
            return
        self._line.show_text("")
        self._save.setEnabled(False)
        self._save.setText(tr("Testing"))
        self.save_wanted.emit(
            self._name.text(), "" if uses else key, uses.id if uses else None, url, headers, anyway
        )

    def _open_headers(self) -> None:
        self._more.hide()
        self._headers.show()
        self._headers.setFocus(Qt.FocusReason.OtherFocusReason)

    def _used(self) -> AccountInfo | None:
        chosen = self._source.currentIndex()
        return self._sources[chosen - 1] if chosen > 0 else None

    def _on_source(self) -> None:
        self._key_field.setEnabled(self._used() is None)
        self._line.show_text("")


def _url_label(info: ProviderInfo) -> str:
    return tr("Base URL") if info.needs_base_url else tr("Base URL, only for a gateway of your own")


def _key_page_link(address: str) -> Button:
    link = Button(
        tr("Get a key at {host}").format(host=QUrl(address).host()),
        kind="link",
        size="field",
        icon="external-link",
        name="new-account-key-page",
        tooltip=address,
    )
    link.clicked.connect(lambda: LinkDialog(link, address, is_ours=True).open())
    return link
