"""What goes into the next run besides the prompt: taken in, checked, given a role, taken out."""

from __future__ import annotations

from collections.abc import Coroutine, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.generation import InputRef
from mediadesk.ui.panes.create.composer_inputs import ComposerInput, ComposerInputs

if TYPE_CHECKING:
    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.domain.generation import Asset
    from mediadesk.domain.ids import AssetId
    from mediadesk.ui.workspace import Workspace


class Form(Protocol):
    """What the inputs ask of the form that they belong to."""

    @property
    def model(self) -> ModelSpec:
        """The chosen model."""

    def start(self, coroutine: Coroutine[Any, Any, object]) -> None:
        """Run a coroutine until it ends or the form closes."""


class InputsViewModel(QObject):
    """``changed``: what is shown; ``edited``: what the user did; ``refused``: a sentence."""

    changed = Signal()
    edited = Signal()
    refused = Signal(str)

    def __init__(self, composer: Form, workspace: Workspace) -> None:
        super().__init__()
        self._composer = composer
        self._workspace = workspace
        self._services = workspace.services
        self._inputs = ComposerInputs()

    @property
    def items(self) -> tuple[ComposerInput, ...]:
        """The inputs in the order they were added."""
        return self._inputs.items

    @property
    def model(self) -> ModelSpec:
        """The model that shall take them."""
        return self._composer.model

    def refs(self) -> tuple[InputRef, ...]:
        """Those that the chosen model takes, as a request names them."""
        usable = self._inputs.usable_by(self.model)
        return tuple(InputRef(item.asset.id, item.role) for item in usable)

    def add_files(self, paths: Iterable[Path]) -> None:
        """Take files as inputs, in this order."""
        self._composer.start(self._import_files(list(paths)))

    def add_picture(self, data: bytes, name: str = "pasted.png", role: str = "") -> None:
        """Take an encoded picture, such as a pasted one, as an input."""
        self._composer.start(self._import(data, name, role))

    def add_assets(self, asset_ids: tuple[AssetId, ...]) -> None:
        """Take results of the library as inputs."""
        self._composer.start(self._add_assets(asset_ids))

    def set_role(self, index: int, role: str) -> None:
        """Give an input another role."""
        self._inputs.set_role(index, role)
        self._tell()

    def remove(self, index: int) -> None:
        """Take an input out of the form; it stays in the library."""
        self._inputs.remove(index)
        self._tell()

    async def fill(self, refs: Iterable[InputRef]) -> None:
        """Take the inputs of an earlier run instead."""
        get = self._services.assets.get
        self._inputs.replace([ComposerInput(await get(ref.asset_id), ref.role) for ref in refs])
        self.changed.emit()

    async def _import_files(self, paths: list[Path]) -> None:
        for path in paths:
            await self._import(path, path.name)

    async def _import(self, source: Path | bytes, name: str, role: str = "") -> None:
        try:
            await self._services.media.check_input(source, name)
            asset = await self._services.assets.import_input(
                source, file_name=name, project_id=self._workspace.project.id
            )
        except MediadeskError as error:
            self.refused.emit(error.sentence())
            return
        self._add(asset, role)

    async def _add_assets(self, asset_ids: tuple[AssetId, ...]) -> None:
        for asset_id in asset_ids:
            self._add(await self._services.assets.get(asset_id))

    def _add(self, asset: Asset, role: str = "") -> None:
        problem = self._inputs.add(self.model, asset, role)
        if problem:
            self.refused.emit(problem)
            return
        self._tell()

    def _tell(self) -> None:
        self.edited.emit()
        self.changed.emit()
