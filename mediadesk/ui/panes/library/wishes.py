"""What is done with items: the deed itself, or the question or the menu before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from mediadesk.services.export import ExportMode
from mediadesk.ui.dialogs.empty_trash_dialog import EmptyTrashDialog
from mediadesk.ui.dialogs.tag_dialog import TagDialog
from mediadesk.ui.panes.library.dialogs import ViewNameDialog
from mediadesk.ui.support.file_question import ask_files_to_import
from mediadesk.ui.support.translation import tr

if TYPE_CHECKING:
    from mediadesk.domain.queries import LibraryItem, TrashContents
    from mediadesk.ui.panes.library.selection_bar import SelectionBar
    from mediadesk.ui.panes.library.view_model import LibraryViewModel
    from mediadesk.ui.workspace import Workspace

EXPORTS = {
    "export": ExportMode.ORIGINAL,
    "export-marked": ExportMode.MARKED,
    "export-clean": ExportMode.CLEAN,
}


class ItemWishes(QObject):
    """Grants wishes by their names."""

    def __init__(
        self,
        page: QWidget,
        view_model: LibraryViewModel,
        workspace: Workspace,
        bar: SelectionBar,
    ) -> None:
        super().__init__(page)
        self._page, self._view_model = page, view_model
        self._workspace, self._bar = workspace, bar
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def grant(self, name: str, items: list[LibraryItem]) -> None:
        """Do it, or ask first. In the trash only restoring makes sense."""
        if not items or (self._view_model.place == "trash" and name != "restore"):
            return
        deeds, assets = self._view_model.deeds, [item.asset for item in items]
        simple: dict[str, Callable[[], object]] = {
            "favourite": lambda: deeds.set_favourite(
                assets, not all(asset.is_favourite for asset in assets)
            ),
            "input": lambda: self._view_model.use_as_inputs(assets),
            "mark": lambda: self._workspace.mark(assets),
            "compare": lambda: self._workspace.compare_results(assets),
            "tag": lambda: self._ask_tags(items),
            "rate": lambda: self._popup("rate", self._rate_menu(items)),
            "move": lambda: self._popup("move", self._move_menu(items)),
            "delete": lambda: deeds.delete(assets),
            "restore": lambda: deeds.restore(assets),
            "reject": lambda: deeds.reject(assets),
        }
        if name.startswith("rate-"):
            deeds.rate(assets, int(name.removeprefix("rate-")))
        elif name in EXPORTS:
            self._export(items, EXPORTS[name])
        else:
            simple[name]()

    def take_in(self, files: Sequence[Path]) -> None:
        """Take files into the project that is open."""
        if files:
            self._view_model.deeds.take_in(files, self._workspace.project.id)

    def ask_files(self) -> None:
        """Ask which files to take in."""
        ask_files_to_import(self._page, self.take_in)

    def ask_view_name(self) -> None:
        """Ask what the query as it is shall be called."""
        dialog = ViewNameDialog(self._page)
        dialog.submitted.connect(self._view_model.save_view)
        dialog.open()

    def ask_to_empty(self) -> None:
        """Ask whether the trash shall be erased, once it is known what that takes away."""
        self._view_model.with_trash(self._open_empty_dialog)

    def _open_empty_dialog(self, contents: TrashContents) -> None:
        dialog = EmptyTrashDialog(self._page, contents)
        dialog.accepted.connect(self._view_model.deeds.empty_trash)
        dialog.open()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take in files that are dropped on the page."""
        if event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            if _files_in(event.mimeData()):
                event.acceptProposedAction()
                return True
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            files = _files_in(event.mimeData())
            if files:
                event.acceptProposedAction()
                self.take_in(files)
                return True
        return False

    def _popup(self, name: str, menu: QMenu) -> None:
        button = self._bar.button(name)
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _export(self, items: list[LibraryItem], mode: ExportMode) -> None:
        assets, deeds = [item.asset for item in items], self._view_model.deeds
        dialog = QFileDialog(self._page.window(), tr("Save in folder"))
        dialog.setObjectName("export-dialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda folder: deeds.export(assets, Path(folder), mode))
        dialog.open()

    def _ask_tags(self, items: list[LibraryItem]) -> None:
        tags = sorted({tag for item in items for tag in item.asset.tags})
        known = [name for name, _ in self._view_model.sources().facets.tags]
        dialog = TagDialog(self._page, tags, known)
        assets = [item.asset for item in items]
        dialog.submitted.connect(partial(self._view_model.deeds.tag, assets))
        dialog.open()

    def _rate_menu(self, items: list[LibraryItem]) -> QMenu:
        menu = QMenu(tr("Rate"), self._page)
        menu.aboutToHide.connect(menu.deleteLater)
        for stars in range(5, -1, -1):
            action = menu.addAction("★" * stars or tr("No rating"))
            wish = f"rate-{stars}"
            action.triggered.connect(lambda _on=False, wish=wish: self.grant(wish, items))
        return menu

    def _move_menu(self, items: list[LibraryItem]) -> QMenu:
        menu = QMenu(tr("Move to"), self._page)
        menu.aboutToHide.connect(menu.deleteLater)
        assets, deeds = [item.asset for item in items], self._view_model.deeds
        for project in self._view_model.projects():
            action = menu.addAction(project.name.replace("&", "&&"))
            action.triggered.connect(
                lambda _on=False, project_id=project.id: deeds.move(assets, project_id)
            )
        return menu


def _files_in(data: QMimeData) -> list[Path]:
    """The files of this computer in what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
