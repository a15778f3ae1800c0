"""What can be done with results, on any page; each deed can be undone, erasing aside."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from mediadesk.domain.errors import MediadeskError
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import number, tr
from mediadesk.ui.support.view_model import ViewModel
from mediadesk.ui.undo import UndoStep
from mediadesk.ui.words import file_size

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from mediadesk.domain.generation import Asset
    from mediadesk.domain.ids import AssetId, ProjectId
    from mediadesk.services.export import ExportMode
    from mediadesk.ui.workspace import Workspace

REJECTED = "rejected"
IMPORTED = "import"
"""The origin of files that were taken into the library by themselves, not as inputs."""
Way = Callable[[], Awaitable[object]]
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class ItemDeeds(ViewModel):
    """Each method returns at once; what was done is told by events, and by a toast."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._assets = workspace.services.assets

    def set_favourite(self, assets: Sequence[Asset], on: bool) -> None:
        """Add to the favourites, or take out."""
        ids, service = [asset.id for asset in assets if asset.is_favourite != on], self._assets
        self._do(
            tr("favourite"),
            lambda: service.set_favourite(ids, on),
            lambda: service.set_favourite(ids, not on),
        )

    def rate(self, assets: Sequence[Asset], stars: int) -> None:
        """Give 0 (none) to 5 stars."""
        changed = [asset for asset in assets if asset.rating != stars]
        before = _grouped((asset.rating, asset.id) for asset in changed)
        ids, service = [asset.id for asset in changed], self._assets

        async def back() -> None:
            for rating, rated in before.items():
                await service.set_rating(rated, rating)

        words = (
            tr("{items} rated {stars}.").format(items=tr("%Ln item(s)", n=len(ids)), stars=stars)
            if len(ids) > 1
            else ""
        )
        self._do(tr("rate"), lambda: service.set_rating(ids, stars), back, words)

    def tag(self, assets: Sequence[Asset], adding: Sequence[str], removing: Sequence[str]) -> None:
        """Give tags and take tags; undoing touches only what was changed."""
        service = self._assets
        given = {name: [a.id for a in assets if not _has(a, name)] for name in adding}
        taken = {name: [a.id for a in assets if _has(a, name)] for name in removing}

        async def forth() -> None:
            for name, ids in given.items():
                await service.add_tags(ids, [name])
            for name, ids in taken.items():
                await service.remove_tags(ids, [name])

        async def back() -> None:
            for name, ids in given.items():
                await service.remove_tags(ids, [name])
            for name, ids in taken.items():
                await service.add_tags(ids, [name])

        number = len({id for ids in (*given.values(), *taken.values()) for id in ids})
        if number:
            words = (
                tr("Tags of {items} changed.").format(items=tr("%Ln item(s)", n=number))
                if number > 1
                else ""
            )
            self._do(tr("tag"), forth, back, words)

    def reject(self, assets: Sequence[Asset]) -> None:
        """Mark as rejected, or take the mark away where all have it."""
        if all(_has(asset, REJECTED) for asset in assets):
            self.tag(assets, (), (REJECTED,))
        else:
            self.tag(assets, (REJECTED,), ())

    def delete(self, assets: Sequence[Asset]) -> None:
        """Move to the trash."""
        ids, service = [asset.id for asset in assets], self._assets
        words = tr("Moved to Recently deleted")
        if len(ids) > 1:
            words = tr("{count} items moved to Recently deleted").format(count=number(len(ids)))
        self._do(tr("delete"), lambda: service.delete(ids), lambda: service.restore(ids), words)

    def restore(self, assets: Sequence[Asset]) -> None:
        """Take out of the trash."""
        ids, service = [asset.id for asset in assets], self._assets
        words = (
            tr("Restored.")
            if len(ids) == 1
            else tr("{count} items restored.").format(count=number(len(ids)))
        )
        self._do(tr("restore"), lambda: service.restore(ids), lambda: service.delete(ids), words)

    def move(self, assets: Sequence[Asset], project_id: ProjectId) -> None:
        """Put into another project."""
        before = _grouped((asset.project_id, asset.id) for asset in assets)
        ids, service = [asset.id for asset in assets], self._assets

        async def back() -> None:
            for project, moved in before.items():
                await service.move(moved, project)

        words = (
            tr("Moved.")
            if len(ids) == 1
            else tr("{count} items moved.").format(count=number(len(ids)))
        )
        self._do(tr("move"), lambda: service.move(ids, project_id), back, words)

    def export(self, assets: Sequence[Asset], folder: Path, mode: ExportMode) -> None:
        """Write as files outside the library; what cannot be written is told, the rest is."""
        self.start(self._export(assets, folder, mode))

    def take_in(self, files: Sequence[Path], project_id: ProjectId) -> None:
        """Seal files into the library; what cannot be taken is told, the rest is taken."""
        self.start(self._take_in(files, project_id))

    def save(self, asset: Asset, target: Path, mode: ExportMode) -> None:
        """Write one result as a file outside the library, and say so."""
        self.start(self._save(asset, target, mode))

    def empty_trash(self) -> None:
        """Erase what lies in the trash for good. This cannot be undone: ask first."""
        self.start(self._empty())

    def _do(self, label: str, action: Way, back: Way, words: str = "") -> None:
        self.start(self._act(UndoStep(label, back, action), words))

    async def _act(self, step: UndoStep, words: str) -> None:
        await step.redo()
        self._workspace.undo.push(step)
        if words:
            self._workspace.tell(words, with_undo=True)

    async def _export(self, assets: Sequence[Asset], folder: Path, mode: ExportMode) -> None:
        written, problems = 0, list[str]()
        for asset in assets:
            try:
                written += len(
                    await self._workspace.services.export.export([asset.id], folder, mode)
                )
            except MediadeskError as error:
                problems.append(tr_sentence(error.sentence()))
        if written:
            saved = tr("%Ln file(s)", n=written)
            words = tr("Saved {files} in {folder}. They are not encrypted.")
            self._workspace.tell(words.format(files=saved, folder=folder.name), "ok")
        self._tell_problems(problems, tr("{count} not saved. {reason}"))

    async def _take_in(self, files: Sequence[Path], project_id: ProjectId) -> None:
        taken: list[AssetId] = []
        problems, service = list[str](), self._assets
        for file in files:
            try:
                made = await service.import_input(
                    file, file_name=file.name, project_id=project_id, origin=IMPORTED
                )
                taken.append(made.id)
            except MediadeskError as error:
                problems.append(error.sentence())
        if taken:
            step = UndoStep(
                tr("import"), lambda: service.delete(taken), lambda: service.restore(taken)
            )
            self._workspace.undo.push(step)
            words = tr("{files} imported.").format(files=tr("%Ln file(s)", n=len(taken)))
            self._workspace.tell(words, with_undo=True)
        self._tell_problems(problems, tr("{count} not imported. {reason}"))

    def _tell_problems(self, problems: Sequence[str], words: str) -> None:
        if problems:
            count = tr("%Ln item(s)", n=len(problems))
            self._workspace.tell(words.format(count=count, reason=problems[0]), "error")

    async def _save(self, asset: Asset, target: Path, mode: ExportMode) -> None:
        try:
            written = await self._workspace.services.export.export([asset.id], target, mode)
        except MediadeskError as error:
            self._workspace.tell(tr_sentence(error.sentence()), "error")
            return
        if written:
            words = tr("Saved {file}. The file is not encrypted.")
            self._workspace.tell(words.format(file=written[0].name), "ok")

    async def _empty(self) -> None:
        erased = await self._workspace.services.trash.empty()
        items, size = tr("%Ln item(s)", n=erased.items), file_size(erased.size_bytes)
        self._workspace.tell(
            tr("Erased {items}, {size}. What they cost stays in the ledger.").format(
                items=items, size=size
            ),
            "ok",
        )


def _has(asset: Asset, tag: str) -> bool:
    return tag.casefold() in (name.casefold() for name in asset.tags)


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups
