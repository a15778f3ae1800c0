"""Storage: what lies where and how large it is, the trash, thumbnails, the reserve, a check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediadesk.ui.dialogs.empty_trash_dialog import EmptyTrashDialog
from mediadesk.ui.dialogs.move_library_dialog import MoveLibraryDialog
from mediadesk.ui.panes.settings.rows import SettingsGroup, SettingsPage
from mediadesk.ui.panes.settings.storage_check import CheckRow
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.widgets.buttons import Button
from mediadesk.ui.widgets.card import MessageBar, clear_layout
from mediadesk.ui.widgets.labels import ElideLabel, role_label
from mediadesk.ui.widgets.share_bar import Share, ShareBar
from mediadesk.ui.words import file_size

if TYPE_CHECKING:
    from mediadesk.services.library import LibrarySizes
    from mediadesk.ui.panes.settings.storage_view_model import StorageViewModel

_KINDS = (
    ("video", QT_TR_NOOP("Video"), "s.veo"),
    ("image", QT_TR_NOOP("Images"), "s.gemini"),
    ("audio", QT_TR_NOOP("Audio"), "s.openai"),
    ("text", QT_TR_NOOP("Text"), "s.nano"),
)
_MOST_PROJECTS = 12


class StoragePage(SettingsPage):
    """Adds everything up when it is first shown.

    ``move_wanted`` (folder, whether the old one is deleted) asks the window to move the library.
    """

    move_wanted = Signal(object, bool)

    def __init__(self, view_model: StorageViewModel, *, can_move: bool) -> None:
        super().__init__(
            tr("Storage"),
            tr("Everything you make is kept here, encrypted, and works without a connection."),
        )
        self._model = view_model
        self._can_move = can_move
        self._message = MessageBar(name="storage-message")
        self._message.hide()
        self.body.addWidget(self._message)
        self._total = role_label("", "page")
        self._free = role_label("", "secondary")
        self._path = ElideLabel("", "muted", mode=Qt.TextElideMode.ElideMiddle)
        self._bar = ShareBar(tr("What takes the space"), name="storage-shares")
        self._trash = role_label("", "muted", wrap=True)
        self._empty = Button(
            tr("Empty now"), kind="dangerQuiet", size="field", name="storage-empty-trash"
        )
        self._thumbnails = role_label("", "muted", wrap=True)
        self._temporary = role_label("", "muted", wrap=True)
        self._backups = role_label("", "muted", wrap=True)
        self._reserve = role_label("", "muted", wrap=True)
        self._refill = Button(tr("Set space aside"), size="field", name="storage-reserve")
        self._check = CheckRow(view_model)
        self._add_library()
        group = self.add_group(tr("Check"))
        group.add_widget(self._check)
        self._projects: SettingsGroup = self.add_group(tr("Projects"))
        self.body.addStretch(1)
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the sizes when somebody looks."""
        super().showEvent(event)
        self._model.load()

    # -------------------------------------------------------------------------------- building

    def _add_library(self) -> None:
        group = self.add_group(tr("Library"))
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._total)
        row.addWidget(self._free)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._bar)
        place = QHBoxLayout()
        show = Button(tr("Show"), kind="link", size="small", name="storage-show")
        describe(show, name="storage-show", accessible=tr("Show the library folder"))
        show.clicked.connect(self._show_folder)
        place.addWidget(self._path, 1)
        place.addWidget(show)
        move = Button(tr("Move…"), kind="link", size="small", name="storage-move")
        move.setAccessibleName(tr("Move the library to another folder"))
        move.clicked.connect(self._ask_to_move)
        move.setVisible(self._can_move)
        place.addWidget(move)
        column.addLayout(place)
        group.add_widget(head)
        clear = Button(tr("Clear"), size="field", name="storage-clear-thumbnails")
        clear.setAccessibleName(tr("Clear the thumbnails"))
        clear.clicked.connect(self._model.clear_thumbnails)
        _add(group, tr("Recently deleted"), self._trash, self._empty)
        _add(group, tr("Thumbnails"), self._thumbnails, clear)
        _add(group, tr("Files that are being received"), self._temporary, None)
        _add(group, tr("Copies made before updates"), self._backups, None)
        _add(group, tr("Reserve for a full disk"), self._reserve, self._refill)

    def _connect(self) -> None:
        model = self._model
        self._empty.clicked.connect(self._ask_to_empty)
        self._refill.clicked.connect(model.restore_reserve)
        model.loaded.connect(self._show)
        model.told.connect(self._tell)

    # -------------------------------------------------------------------------------- showing

    def _show(self) -> None:
        model = self._model
        sizes, info, trash = model.sizes, model.info, model.trash
        if sizes is None or info is None or trash is None:
            return
        self._total.setText(file_size(sizes.total))
        free = tr("{items}, {free} free on this disk")
        items = tr("%Ln item(s)", n=info.asset_count)
        self._free.setText(free.format(items=items, free=file_size(info.free_bytes)))
        self._path.setText(str(info.path))
        self._bar.show_shares(_shares(sizes))
        held = tr("{items}, {size}. Erased only when you empty it.")
        amount = {"items": tr("%Ln item(s)", n=trash.items), "size": file_size(trash.size_bytes)}
        self._trash.setText(held.format(**amount) if trash.items else tr("Nothing is in there."))
        self._empty.setEnabled(bool(trash.items or trash.runs))
        cache = tr("{size}. Made again when needed.")
        self._thumbnails.setText(cache.format(size=file_size(sizes.thumbnails)))
        waiting = tr("{size}, sealed. They are taken in or removed by themselves.")
        self._temporary.setText(
            waiting.format(size=file_size(sizes.temporary)) if sizes.temporary else tr("None now.")
        )
        self._backups.setText(file_size(sizes.backups) if sizes.backups else tr("None yet."))
        self._show_reserve(sizes)
        self._show_projects(sizes)

    def _show_reserve(self, sizes: LibrarySizes) -> None:
        is_whole = self._model.is_reserve_whole
        kept = tr("{size} are given back when the disk is full, so that results still land.")
        missing = tr("It is not there. With it, results still land when the disk is full.")
        self._reserve.setText(kept.format(size=file_size(sizes.reserve)) if is_whole else missing)
        self._refill.setVisible(not is_whole)

    def _show_projects(self, sizes: LibrarySizes) -> None:
        clear_layout(self._projects.body)
        for name, size in sizes.projects[:_MOST_PROJECTS]:
            self._projects.add_row(name, "", role_label(file_size(size), "secondary"))
        rest = sizes.projects[_MOST_PROJECTS:]
        if rest:
            words = tr("{count} more projects").format(count=len(rest))
            together = file_size(sum(size for _name, size in rest))
            self._projects.add_row(words, "", role_label(together, "secondary"))
        if not sizes.projects:
            self._projects.add_row(tr("Nothing was made yet."), "", None)

    def _show_folder(self) -> None:
        if self._model.info is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._model.info.path)))

    def _ask_to_move(self) -> None:
        if self._model.info is not None:
            dialog = MoveLibraryDialog(self.window(), self._model.info.path)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.submitted.connect(self.move_wanted)
            dialog.open()

    def _ask_to_empty(self) -> None:
        if self._model.trash is not None:
            dialog = EmptyTrashDialog(self.window(), self._model.trash)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.accepted.connect(self._model.empty_trash)
            dialog.open()

    def _tell(self, text: str) -> None:
        self._message.show_message(text, "ok")
        self._message.show()


def _add(group: SettingsGroup, label: str, told: QWidget, control: QWidget | None) -> None:
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(role_label(label, wrap=True))
    words.addWidget(told)
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(16, 10, 16, 10)
    line.setSpacing(16)
    line.addLayout(words, 1)
    if control is not None:
        line.addWidget(control)
    group.add_widget(row)


def _shares(sizes: LibrarySizes) -> list[Share]:
    parts = [(tr(label), sizes.media.get(kind, 0), color) for kind, label, color in _KINDS]
    parts += [
        (tr("Thumbnails"), sizes.thumbnails, "s.openrouter"),
        (tr("Database"), sizes.database + sizes.backups, "s.anthropic"),
        (tr("Deleted"), sizes.deleted, "text.tertiary"),
        (tr("Other"), sizes.temporary + sizes.set_aside + sizes.reserve, "border.control"),
    ]
    return [Share(label, size, file_size(size), color) for label, size, color in parts]
