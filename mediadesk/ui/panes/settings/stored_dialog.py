"""A dialog over what stays at a provider: what it is, how long, and its deletion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mediadesk.ui.panes.settings.account_words import KIND_WORDS, item_words
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.card import MessageBar, clear_layout
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.labels import ElideLabel, role_label

if TYPE_CHECKING:
    from mediadesk.domain.remote import StoredItem
    from mediadesk.services.account_info import AccountInfo
    from mediadesk.ui.panes.settings.stored_view_model import StoredViewModel

HEIGHT = 300


class StoredDialog(DialogBase):
    """Lists the items of the view model and hands wishes to it."""

    def __init__(
        self, window: QWidget, model: StoredViewModel, account: AccountInfo, provider_label: str
    ) -> None:
        super().__init__(
            window,
            tr("Kept at {provider_label}").format(provider_label=provider_label),
            text=tr(
                "What runs with the key “{name}” left there. Results in the library stay when it "
                "is deleted."
            ).format(name=account.name),
            icon="database",
            name="stored-dialog",
        )
        self._model = model
        self._message = MessageBar(kind="err", name="stored-message")
        self._message.hide()
        content = QWidget()
        content.setProperty("bare", True)
        self._list = QVBoxLayout(content)
        self._list.setContentsMargins(0, 0, 12, 0)
        self._list.setSpacing(10)
        scroll = QScrollArea()
        describe(scroll, name="stored-items", accessible=tr("What is kept there"))
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFixedHeight(theme().px(HEIGHT))
        self.body.addWidget(self._message)
        self.body.addWidget(scroll)
        self._all = Button(tr("Delete all"), kind="danger", name="stored-delete-all")
        self._all.clicked.connect(lambda: self._delete(self._model.items))
        self.add_button(self._all)
        self.add_button(Button(tr("Close"), name="stored-close"), result=0)
        model.changed.connect(self._rebuild)
        model.told.connect(self._show_problem)
        model.load(account.id)
        self._rebuild()

    def _rebuild(self) -> None:
        clear_layout(self._list)
        for stored in self._model.items:
            self._list.addWidget(self._row(stored))
        if not self._model.items:
            self._list.addWidget(role_label(tr("Nothing is kept there."), "muted"))
        self._list.addStretch(1)
        self._all.setEnabled(any(stored.item.can_delete for stored in self._model.items))

    def _row(self, stored: StoredItem) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(role_label(tr(KIND_WORDS[stored.item.kind])))
        words.addWidget(ElideLabel(stored.item.id, "mono", mode=Qt.TextElideMode.ElideMiddle))
        words.addWidget(role_label(item_words(stored), "muted", wrap=True))
        layout.addLayout(words, 1)
        delete = Button(tr("Delete"), size="small", name="stored-delete")
        delete.setAccessibleName(
            tr("Delete {kind_words} {id}").format(
                kind_words=tr(KIND_WORDS[stored.item.kind]), id=stored.item.id
            )
        )
        delete.setEnabled(stored.item.can_delete)
        if not stored.item.can_delete:
            delete.setToolTip(tr("The provider has no call that deletes this"))
        delete.clicked.connect(lambda: self._delete((stored,)))
        layout.addWidget(delete, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _delete(self, items: tuple[StoredItem, ...]) -> None:
        self._all.setEnabled(False)
        self._message.hide()
        self._model.delete(items)

    def _show_problem(self, problem: str) -> None:
        if problem:
            self._message.show_message(problem, "err")
        self._message.setVisible(bool(problem))
