"""What is done to one result; what changes the library can be undone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.generation import Asset
from mediadesk.ui.undo import UndoStep

if TYPE_CHECKING:
    from mediadesk.ui.workspace import Workspace


class ResultDeeds:
    """Favourite, rate, delete: the change itself and the step back; and save."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._assets = workspace.services.assets
        self._export = workspace.services.export

    async def set_favourite(self, asset: Asset, on: bool) -> None:
        """Put a result among the favourites, or take it out."""
        await self._assets.set_favourite((asset.id,), on)
        self._workspace.undo.push(
            UndoStep(
                "favourite",
                lambda: self._assets.set_favourite((asset.id,), not on),
                lambda: self._assets.set_favourite((asset.id,), on),
            )
        )

    async def rate(self, asset: Asset, rating: int) -> None:
        """Give a result 0 to 5 stars."""
        await self._assets.set_rating((asset.id,), rating)
        self._workspace.undo.push(
            UndoStep(
                "rating",
                lambda: self._assets.set_rating((asset.id,), asset.rating),
                lambda: self._assets.set_rating((asset.id,), rating),
            )
        )

    async def delete(self, asset: Asset) -> None:
        """Move a result to the trash."""
        await self._assets.delete((asset.id,))
        self._workspace.undo.push(
            UndoStep(
                f"delete {asset.type.value}",
                lambda: self._assets.restore((asset.id,)),
                lambda: self._assets.delete((asset.id,)),
            )
        )
        self._workspace.tell("Moved to Recently deleted.", with_undo=True)

    async def save(self, asset: Asset, target: Path) -> None:
        """Write a result as a file outside the library, and say so."""
        try:
            written = await self._export.export((asset.id,), target)
        except MediadeskError as error:
            self._workspace.tell(error.sentence(), "error")
            return
        if written:
            self._workspace.tell(f"Saved {written[0].name}. The file is not encrypted.", "ok")
