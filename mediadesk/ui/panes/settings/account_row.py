"""One account of a provider: name, masked key, status, facts, what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mediadesk.ui.panes.settings.account_words import (
    fact_words,
    key_words,
    state_words,
    stored_words,
)
from mediadesk.ui.panes.settings.rows import fold
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button, IconButton
from mediadesk.ui.widgets.card import MessageBar
from mediadesk.ui.widgets.chip import Badge, Chip
from mediadesk.ui.widgets.labels import ElideLabel, role_label
from mediadesk.ui.widgets.secret_field import SecretField

if TYPE_CHECKING:
    from mediadesk.services.account_info import AccountInfo
    from mediadesk.services.models import ProviderInfo

ONE_LINE_FROM = 620
CHIP_WIDTH = 124
"""As wide as the longest state is in any language."""


class AccountRow(QWidget):
    """Signals are wishes: test, rotate with a new key, edit, choose, switch, look, remove."""

    test_wanted = Signal(object)
    rotate_wanted = Signal(object, str)
    edit_wanted = Signal(object)
    default_wanted = Signal(object)
    switch_wanted = Signal(object, bool)
    stored_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, account: AccountInfo, info: ProviderInfo) -> None:
        super().__init__()
        provider_label = info.label
        self._edit_words = (
            tr("Edit name, address and headers")
            if info.takes_headers
            else tr("Edit name and address")
        )
        self._account = account
        self._provider_label = provider_label
        self.setObjectName(f"account-{account.id}")
        self._chip = Chip()
        self._test = Button(tr("Test"), size="default", name="account-test")
        self._test.clicked.connect(lambda: self.test_wanted.emit(account.id))
        rotate = Button(tr("Rotate"), kind="quiet", name="account-rotate")
        spoken = f"{provider_label} {account.name}"
        self._test.setAccessibleName(tr("Test {name}").format(name=spoken))
        rotate.setAccessibleName(tr("Rotate the key of {name}").format(name=spoken))
        rotate.setToolTip(tr("Replace the key with a new one"))
        rotate.clicked.connect(self._on_rotate)
        more = IconButton(
            "ellipsis", tr("More for {name}").format(name=spoken), name="account-more"
        )
        more.clicked.connect(lambda: self._menu().popup(more.mapToGlobal(more.rect().bottomLeft())))
        facts, actions = QHBoxLayout(), QHBoxLayout()
        facts.setSpacing(8)
        actions.setSpacing(8)
        facts.addWidget(ElideLabel(account.name, "strong"), 3)
        key = ElideLabel(key_words(account), "mono")
        key.setToolTip(account.base_url or "")
        facts.addWidget(key, 4)
        facts.addWidget(_Cell(self._chip, CHIP_WIDTH))
        facts.addWidget(ElideLabel(state_words(account), "muted"), 4)
        actions.addStretch(1)
        actions.addWidget(_Cell(_badge(account), 60))
        for widget in (self._test, rotate, more):
            actions.addWidget(widget)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addLayout(facts, 1)
        self._row.addLayout(actions)
        self._message = MessageBar(kind="err", name="account-message")
        self._message.hide()
        self._entry = self._rotate_entry()
        column = QVBoxLayout(self)
        self._column = column
        column.addLayout(self._row)
        if known := self._known():
            column.addLayout(known)
        column.addWidget(self._entry)
        column.addWidget(self._message)
        self._show_checked()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for one line, the buttons go below."""
        super().resizeEvent(event)
        is_folded = self.width() < theme().px(ONE_LINE_FROM)
        fold(self._row, is_folded=is_folded)
        self._row.setSpacing(6 if is_folded else 8)
        self._column.setContentsMargins(16 if is_folded else theme().px(56), 10, 16, 10)

    def show_testing(self) -> None:
        """The check is under way."""
        self._chip.set_status(tr("Testing"), "run", "loader")
        self._test.setEnabled(False)
        self._message.hide()

    def show_tested(self, works: bool, message: str) -> None:
        """Show what the check said."""
        self._test.setEnabled(True)
        self._chip.set_status(
            tr("Works") if works else tr("Not accepted"), "ok" if works else "err"
        )
        self._chip.setToolTip(message)
        if not works:
            self._message.show_message(message, "err")
        self._message.setVisible(not works)

    def _show_checked(self) -> None:
        account = self._account
        if account.check_status == "works":
            self._chip.set_status(tr("Works"), "ok")
        elif account.check_status in ("refused", "failed"):
            self.show_tested(
                False,
                account.check_message
                or tr("{provider_label} refused it.").format(provider_label=self._provider_label),
            )
        else:
            self._chip.set_status(tr("Not tested"), "idle", "minus")

    def _known(self) -> QHBoxLayout | None:
        """The line below: limits, credit, users of the key, and what stays at the provider."""
        words, account = fact_words(self._account), self._account
        if not words and not account.stored_count:
            return None
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(role_label(words, "muted", wrap=True), 1)
        if account.stored_count:
            stored = Button(
                stored_words(account, self._provider_label),
                kind="link",
                size="small",
                name="account-stored",
            )
            stored.clicked.connect(lambda: self.stored_wanted.emit(account))
            line.addWidget(stored, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _rotate_entry(self) -> QWidget:
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 6, 0, 0)
        self._new_key = SecretField(
            tr("New key"), name="account-new-key", placeholder=tr("New key")
        )
        save = Button(tr("Test and save"), kind="primary", size="field", name="account-rotate-save")
        save.clicked.connect(self._on_new_key)
        self._new_key.submitted.connect(self._on_new_key)
        cancel = Button(tr("Cancel"), kind="quiet", size="field", name="account-rotate-cancel")
        cancel.clicked.connect(entry.hide)
        row.addWidget(self._new_key, 1)
        row.addWidget(save, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(cancel, 0, Qt.AlignmentFlag.AlignTop)
        entry.hide()
        return entry

    def _on_rotate(self) -> None:
        self._new_key.clear()
        self._entry.show()
        self._new_key.editor.setFocus()

    def _on_new_key(self) -> None:
        key = self._new_key.text().strip()
        if not key:
            self._new_key.set_error(tr("Paste the new key first."))
            return
        self._new_key.clear()
        self._entry.hide()
        self.rotate_wanted.emit(self._account.id, key)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        account = self._account
        default = QAction(tr("Use as default"), menu)
        default.setEnabled(account.is_active and not account.is_default)
        default.triggered.connect(lambda: self.default_wanted.emit(account))
        edit = QAction(self._edit_words, menu)
        edit.triggered.connect(lambda: self.edit_wanted.emit(account))
        switch = QAction(tr("Switch off") if account.is_active else tr("Switch on"), menu)
        switch.triggered.connect(lambda: self.switch_wanted.emit(account, not account.is_active))
        stored = QAction(
            tr("Show what is kept at {provider_label}").format(provider_label=self._provider_label),
            menu,
        )
        stored.triggered.connect(lambda: self.stored_wanted.emit(account))
        remove = QAction(tr("Remove"), menu)
        remove.triggered.connect(lambda: self.remove_wanted.emit(account))
        menu.addActions([default, edit, switch, stored, remove])
        return menu


class _Cell(QWidget):
    """A cell of fixed width, so that the rows of one page line up."""

    def __init__(self, widget: QWidget, width: int) -> None:
        super().__init__()
        self._width = width
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        theme().changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self.setFixedWidth(theme().px(self._width))


def _badge(account: AccountInfo) -> QWidget:
    if not account.is_active:
        return Badge(tr("Off"))
    return Badge(tr("Default")) if account.is_default else QWidget()
