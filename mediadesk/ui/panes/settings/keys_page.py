"""API keys: every provider with its accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mediadesk.domain.generation import GenerationType
from mediadesk.ui.panes.settings.account_row import AccountRow
from mediadesk.ui.panes.settings.add_account_form import AddAccountForm
from mediadesk.ui.panes.settings.edit_account_dialog import EditAccountDialog
from mediadesk.ui.panes.settings.rows import SettingsGroup, SettingsPage
from mediadesk.ui.panes.settings.stored_dialog import StoredDialog
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.card import clear_layout
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.labels import ElideLabel
from mediadesk.ui.widgets.provider_tile import ProviderTile, series_color_name

if TYPE_CHECKING:
    from mediadesk.domain.ids import AccountId, ProviderName
    from mediadesk.services.account_info import AccountInfo
    from mediadesk.services.models import ProviderInfo
    from mediadesk.ui.panes.settings.keys_view_model import KeysViewModel, ProviderGroup
    from mediadesk.ui.panes.settings.stored_view_model import StoredViewModel

_WORDS = {
    GenerationType.TEXT: "text",
    GenerationType.IMAGE: "image",
    GenerationType.VIDEO: "video",
    GenerationType.AUDIO: "audio",
}


WHOLE_KEY = 12
"""Letters: what is shorter is still being typed, and "sk-" begins keys of three providers."""


class KeysPage(SettingsPage):
    """Shows the groups of the view model and hands wishes to it."""

    def __init__(self, view_model: KeysViewModel, stored_model: StoredViewModel) -> None:
        super().__init__(
            tr("API keys"),
            tr("Keys are encrypted on this computer and sent only to the provider they belong to."),
        )
        self._view_model = view_model
        self._stored_model = stored_model
        self._rows: dict[AccountId, AccountRow] = {}
        self._open_form = ""
        self._forms: dict[str, AddAccountForm] = {}
        test_all = Button(tr("Test all"), icon="plug-zap", size="field", name="keys-test-all")
        test_all.clicked.connect(view_model.test_all)
        test_all.setEnabled(False)
        view_model.changed.connect(
            lambda: test_all.setEnabled(any(group.accounts for group in view_model.groups))
        )
        self.head.addWidget(test_all, 0, Qt.AlignmentFlag.AlignBottom)
        self._list = QVBoxLayout()
        self.body.addLayout(self._list)
        view_model.changed.connect(self._rebuild)
        view_model.testing.connect(lambda key: self._on_row(key, AccountRow.show_testing))
        view_model.tested.connect(self._on_tested)
        view_model.saved.connect(self._on_saved)
        view_model.load()

    def open_form(self, provider: str) -> None:
        """Open the form of a provider (from the model card: “Add a key”)."""
        self._open_form = provider
        self._rebuild()

    def take_key(self, key: str) -> bool:
        """Open the form of the provider that a pasted key belongs to; False where none is known."""
        provider = self._view_model.provider_of(key)
        if provider is None:
            return False
        self.open_form(str(provider))
        form = self._forms.get(str(provider))
        if form is not None:
            form.take_key(key)
        return form is not None

    def _rebuild(self) -> None:
        """Show the groups again; what is being typed stays, with the cursor in it."""
        form = self._forms.get(self._open_form)
        focus = QApplication.focusWidget()
        if form is not None:
            form.setParent(self)
        clear_layout(self._list)
        self._rows.clear()
        self._forms = {} if form is None else {self._open_form: form}
        box = SettingsGroup()
        for group in self._view_model.groups:
            box.add_widget(self._provider_widget(group))
        self._list.addWidget(box)
        if form is not None:
            form.show()
        if form is not None and focus is not None and form.isAncestorOf(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _provider_widget(self, group: ProviderGroup) -> QWidget:
        widget = QWidget()
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head_row(group))
        for account in group.accounts:
            row = AccountRow(account, group.info)
            row.edit_wanted.connect(lambda one, info=group.info: self._edit(one, info))
            row.switch_wanted.connect(self._view_model.switch)
            row.stored_wanted.connect(
                lambda one, label=group.info.label: self._show_stored(one, label)
            )
            row.test_wanted.connect(self._view_model.test)
            row.rotate_wanted.connect(self._view_model.rotate)
            row.default_wanted.connect(self._view_model.make_default)
            row.remove_wanted.connect(self._ask_remove)
            self._rows[account.id] = row
            column.addWidget(row)
        if self._open_form == group.info.name:
            column.addWidget(self._form(group))
        return widget

    def _head_row(self, group: ProviderGroup) -> QHBoxLayout:
        info = group.info
        row = QHBoxLayout()
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(ProviderTile(info.short_label, series_color_name(info.provider_id), size=28))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElideLabel(info.label, "strong"))
        kinds = ", ".join(tr(word) for kind, word in _WORDS.items() if kind in info.types)
        words.addWidget(ElideLabel(kinds[:1].upper() + kinds[1:], "muted"))
        row.addLayout(words, 1)
        what = tr("Add key") if info.needs_key else tr("Add endpoint")
        add = Button(what, icon="plus", kind="quiet", name=f"add-key-{info.name}")
        add.setAccessibleName(tr("{what}: {provider}").format(what=what, provider=info.label))
        add.clicked.connect(lambda: self.open_form(str(info.name)))
        row.addWidget(add)
        return row

    def _form(self, group: ProviderGroup) -> AddAccountForm:
        name = group.info.name
        kept = self._forms.get(str(name))
        if kept is not None:
            return kept
        form = AddAccountForm(group.info, group.sources)
        form.save_wanted.connect(
            lambda label, key, uses, url, headers, anyway: self._view_model.test_and_save(
                name, label, key, uses, url, headers, anyway=anyway
            )
        )
        form.cancelled.connect(self._close_form)
        form.move_wanted.connect(self.take_key)
        if group.info.needs_key:  # services that speak a protocol take keys of any shape
            form.key_edited.connect(lambda key: self._check_shape(form, group.info.name, key))
        self._forms[str(name)] = form
        QTimer.singleShot(0, form, lambda: self._reveal(form))  # once it is on the page
        return form

    def _reveal(self, form: AddAccountForm) -> None:
        """Bring an opened form into view, wherever its provider stands in the list."""
        form.focus()
        QTimer.singleShot(0, form, lambda: self.ensureWidgetVisible(form))  # once laid out

    def _check_shape(self, form: AddAccountForm, chosen: ProviderName, key: str) -> None:
        found = self._view_model.provider_of(key, chosen=chosen) if len(key) >= WHOLE_KEY else None
        labels = {str(one.info.name): one.info.label for one in self._view_model.groups}
        form.show_other_provider("" if found == chosen else labels.get(str(found), ""))

    def _close_form(self) -> None:
        self._open_form = ""
        self._rebuild()

    def _on_row(self, account_id: AccountId, show: object) -> None:
        row = self._rows.get(account_id)
        if row is not None and callable(show):
            show(row)

    def _on_tested(self, account_id: AccountId, works: bool, message: str) -> None:
        row = self._rows.get(account_id)
        if row is not None:
            row.show_tested(works, message)

    def _on_saved(self, provider: str, ok: bool, message: str) -> None:
        if ok:
            self._close_form()
            return
        form = self._forms.get(provider)
        if form is not None:
            form.show_failed(message)

    def _edit(self, account: AccountInfo, info: ProviderInfo) -> None:
        dialog = EditAccountDialog(self.window(), account, info)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.save_wanted.connect(
            lambda name, url, headers: self._view_model.edit(account.id, name, url, headers)
        )
        dialog.open()

    def _show_stored(self, account: AccountInfo, provider_label: str) -> None:
        dialog = StoredDialog(self.window(), self._stored_model, account, provider_label)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _ask_remove(self, account: AccountInfo) -> None:
        dialog = DialogBase(
            self.window(),
            tr("Remove the key “{name}”?").format(name=account.name),
            text=_removal_words(account),
            icon="key-round",
            icon_kind="err",
            name="remove-key-dialog",
        )
        cancel = Button(tr("Cancel"), name="remove-key-cancel")
        dialog.add_button(cancel, result=QDialog.DialogCode.Rejected)
        dialog.add_button(
            Button(tr("Remove key"), kind="danger", name="remove-key-confirm"),
            result=QDialog.DialogCode.Accepted,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._view_model.remove(account))
        dialog.open()
        cancel.setFocus()


def _removal_words(account: AccountInfo) -> str:
    words = [
        tr(
            "It is deleted from this computer. It stays valid at the provider until you revoke it "
            "there. Past work is kept."
        )
    ]
    if account.uses is not None:
        words = [
            tr("The key of {words} is kept. Past work is kept too.").format(
                words=account.uses.words
            )
        ]
    if account.used_by:
        users = ", ".join(one.words for one in account.used_by)
        words.append(tr("Its key is also used by {users}, which goes with it.").format(users=users))
    if account.stored_count:
        kept = tr("%Ln thing(s)", n=account.stored_count)
        words.append(
            tr("{kept} at the provider can no longer be deleted from here.").format(kept=kept)
        )
    return " ".join(words)
