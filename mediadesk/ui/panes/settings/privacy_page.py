"""Privacy and lock: how the library opens, when it locks, what leaves this computer."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QWidget

from mediadesk.ui.panes.settings.rows import SettingsGroup, SettingsPage
from mediadesk.ui.support.secret_copy import copy_secret
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.card import MessageBar
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.labels import role_label
from mediadesk.ui.widgets.secret_field import SecretField
from mediadesk.ui.widgets.switch import Switch

if TYPE_CHECKING:
    from mediadesk.ui.panes.settings.privacy_view_model import PrivacyViewModel
    from mediadesk.ui.support.preferences import Preferences

_LOCK_CHOICES = (
    (0, QT_TR_NOOP("Never")),
    (5, QT_TR_NOOP("5 minutes without use")),
    (10, QT_TR_NOOP("10 minutes without use")),
    (15, QT_TR_NOOP("15 minutes without use")),
    (60, QT_TR_NOOP("1 hour without use")),
)
_CLIPBOARD_CHOICES = (
    (15, QT_TR_NOOP("15 seconds")),
    (30, QT_TR_NOOP("30 seconds")),
    (60, QT_TR_NOOP("60 seconds")),
    (120, QT_TR_NOOP("2 minutes")),
)


class PrivacyPage(SettingsPage):
    """``lock_wanted`` asks the window to lock."""

    lock_wanted = Signal()

    def __init__(self, view_model: PrivacyViewModel, preferences: Preferences) -> None:
        super().__init__(
            tr("Privacy and lock"), tr("What leaves this computer, and who can open the library.")
        )
        self._view_model = view_model
        self._preferences = preferences
        if view_model.can_change:
            lock = Button(tr("Lock now"), icon="lock", size="field", name="privacy-lock")
            lock.clicked.connect(self.lock_wanted)
            self.head.addWidget(lock, 0, Qt.AlignmentFlag.AlignBottom)
        self._message = MessageBar(name="privacy-message")
        self._message.hide()
        self.body.addWidget(self._message)
        self._keyring = Switch(tr("Open with this computer’s keyring"), name="privacy-keyring")
        self._change = Button(tr("Change"), size="field", name="privacy-passphrase")
        self._add_unlocking()
        self._add_locking()
        self._add_screen()
        self._add_leaving()
        view_model.changed.connect(self._show)
        view_model.refused.connect(lambda text: self._tell(text, is_error=True))
        view_model.told.connect(lambda text: self._tell(text, is_error=False))
        view_model.code_made.connect(self._show_code)
        view_model.load()

    def _add_unlocking(self) -> None:
        group = self.add_group(tr("Unlocking"))
        if not self._view_model.can_change:
            group.add_row(
                tr("Throw-away library"),
                tr("Its key exists in memory only and everything goes when the window closes."),
                None,
            )
            return
        self._keyring.toggled.connect(self._view_model.set_keyring)
        group.add_row(
            tr("Open with this computer’s keyring"),
            tr("The keyring holds a key of the library while you are signed in."),
            self._keyring,
        )
        self._change.clicked.connect(self._ask_passphrase)
        group.add_row(
            tr("Passphrase"),
            tr("You type it when mediadesk starts and after it locks."),
            self._change,
        )
        code = Button(tr("Make a new one"), size="field", name="privacy-recovery")
        code.clicked.connect(self._view_model.make_recovery_code)
        group.add_row(
            tr("Recovery key"),
            tr("Opens the library if the passphrase is lost. A new one replaces the old one."),
            code,
        )

    def _add_locking(self) -> None:
        if not self._view_model.can_change:
            return
        group = self.add_group(tr("Locking"))
        after = _choice("privacy-lock-after", tr("Lock after"), _LOCK_CHOICES)
        after.setCurrentIndex(max(0, after.findData(self._preferences.lock_after_minutes)))
        after.activated.connect(
            lambda index: self._preferences.set_lock_after_minutes(int(after.itemData(index)))
        )
        group.add_row(tr("Lock after"), tr("Running jobs go on and are saved encrypted."), after)
        with_computer = self._add_switch(
            group,
            tr("Lock when the computer sleeps or its screen locks"),
            tr("macOS and Windows tell of sleep only: the library locks when they wake.")
            if sys.platform in ("darwin", "win32")
            else "",
            name="privacy-locks-with-computer",
        )
        with_computer.setChecked(self._preferences.locks_with_computer)
        with_computer.toggled.connect(self._preferences.set_locks_with_computer)

    def _add_screen(self) -> None:
        group = self.add_group(tr("On the screen"))
        hides = self._add_switch(
            group,
            tr("Hide contents when the window is not in front"),
            tr("Window previews show nothing either."),
            name="privacy-hides-when-behind",
        )
        hides.setChecked(self._preferences.hides_when_behind)
        hides.toggled.connect(self._preferences.set_hides_when_behind)
        told = self._add_switch(
            group,
            tr("Tell when the window is away"),
            tr("The system says what finished, failed, has to be settled or nears a budget."),
            name="privacy-notifies",
        )
        told.setChecked(self._preferences.notifies)
        told.toggled.connect(self._preferences.set_notifies)
        named = self._add_switch(
            group,
            tr("Name the prompt"),
            tr("Otherwise a notification says only the kind, the model and the cost."),
            name="privacy-notes-name-prompts",
        )
        named.setChecked(self._preferences.notes_name_prompts)
        named.toggled.connect(self._preferences.set_notes_name_prompts)

    def _add_switch(self, group: SettingsGroup, label: str, text: str, *, name: str) -> Switch:
        switch = Switch(label, name=name)
        group.add_row(label, text, switch)
        return switch

    def _add_leaving(self) -> None:
        group = self.add_group(tr("What leaves this computer"))
        group.add_row(
            tr("Only what you send to a provider"),
            tr(
                "Prompts, references and parameters go to the provider you pick, over TLS, when "
                "you press Generate. mediadesk has no server, no account and no usage tracking."
            ),
            None,
        )
        group.add_row(
            tr("Nothing in clear in the library folder"),
            tr(
                "Database, pictures, film, sound, thumbnails and keys are encrypted. File sizes "
                "and times can be seen. Export, drag out and copy make unencrypted files."
            ),
            None,
        )

        kept = _choice("privacy-clipboard", tr("Clear a copied recovery key"), _CLIPBOARD_CHOICES)
        kept.setCurrentIndex(max(0, kept.findData(self._preferences.clipboard_seconds)))
        kept.activated.connect(
            lambda index: self._preferences.set_clipboard_seconds(int(kept.itemData(index)))
        )
        group.add_row(
            tr("Clear a copied recovery key from the clipboard after"),
            tr("Clipboard histories are asked to leave it out."),
            kept,
        )

    def _show(self) -> None:
        with QSignalBlocker(self._keyring):
            self._keyring.setChecked(self._view_model.uses_keyring)
        self._change.setText(tr("Change") if self._view_model.has_passphrase else tr("Add"))
        can_use = bool(self._view_model.keyring_name) or self._view_model.uses_keyring
        self._keyring.setEnabled(can_use)
        self._keyring.setToolTip("" if can_use else tr("No keyring was found on this computer."))

    def _tell(self, text: str, *, is_error: bool) -> None:
        self._message.show_message(text, "err" if is_error else "ok")
        self._message.show()

    def _ask_passphrase(self) -> None:
        dialog = DialogBase(
            self,
            tr("Change the passphrase")
            if self._view_model.has_passphrase
            else tr("Add a passphrase"),
            text=tr("At least 8 characters; several unrelated words are easy to remember."),
            icon="key-round",
            name="passphrase-dialog",
        )
        new = SecretField(tr("New passphrase"), name="new-passphrase")
        again = SecretField(tr("Type it once more"), name="new-passphrase-again")
        dialog.body.addWidget(new)
        dialog.body.addWidget(again)
        dialog.add_button(
            Button(tr("Cancel"), name="passphrase-cancel"), result=QDialog.DialogCode.Rejected
        )
        save = Button(tr("Save passphrase"), kind="primary", name="passphrase-save")
        dialog.add_button(save)

        def check() -> None:
            problems = self._view_model.passphrase_problems(new.text(), again.text())
            for field, problem in zip((new, again), problems, strict=True):
                if problem:
                    field.set_error(problem)
                    field.setFocus()
                    return
            dialog.accept()

        save.clicked.connect(check)
        again.submitted.connect(check)
        new.submitted.connect(again.setFocus)
        dialog.accepted.connect(lambda: self._view_model.change_passphrase(new.text()))
        _open(dialog, new.editor)

    def _show_code(self, code: str) -> None:
        dialog = DialogBase(
            self,
            tr("Your new recovery key"),
            text=tr("Write it down or keep it in a password manager. It is shown once."),
            icon="shield-check",
            icon_kind="ok",
            name="recovery-dialog",
        )
        words = role_label(code, wrap=True)
        words.setFont(theme().font("title", "medium", mono=True))
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        dialog.body.addWidget(words)
        copy = Button(tr("Copy"), icon="copy", name="recovery-copy")
        copy.clicked.connect(lambda: copy_secret(code, self._preferences.clipboard_seconds))
        dialog.add_button(copy)
        done = Button(tr("I have it"), name="recovery-done")
        dialog.add_button(done, result=QDialog.DialogCode.Accepted)
        _open(dialog, done)


def _choice(name: str, label: str, choices: tuple[tuple[int, str], ...]) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(label)
    box.setFixedWidth(theme().px(210))
    for value, words in choices:
        box.addItem(tr(words), value)
    return box


def _open(dialog: QDialog, focus: QWidget) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    focus.setFocus()
