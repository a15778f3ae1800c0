"""What goes into the next run besides the prompt: taken in, checked, given a role, taken out."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage

from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.generation import InputRef
from mediadesk.ui.panes.create.composer_inputs import ComposerInput, ComposerInputs, mask_role
from mediadesk.ui.support.image_pyramid import images_of
from mediadesk.ui.support.mask_file import mask_file
from mediadesk.ui.support.png_file import png_of
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import tr

if TYPE_CHECKING:
    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.domain.generation import Asset
    from mediadesk.domain.ids import AssetId
    from mediadesk.ui.workspace import Workspace

MASK_SIDE = 1024
"""Pixels of the longer side of a picture that is painted over."""


class Form(Protocol):
    """What the inputs ask of the form that they belong to."""

    @property
    def model(self) -> ModelSpec:
        """The chosen model."""

    def start(self, coroutine: Coroutine[Any, Any, object]) -> None:
        """Run a coroutine until it ends or the form closes."""


class InputsViewModel(QObject):
    """``changed``: what is shown; ``edited``: what the user did; ``refused``: a sentence.

    ``picture_ready`` carries an asset and its pixels, to be painted over.
    """

    changed = Signal()
    edited = Signal()
    refused = Signal(str)
    picture_ready = Signal(object, QImage)

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

    def add_frame(self, frame: QImage) -> None:
        """Take a frame of a video as an input; it is encoded elsewhere."""
        self._composer.start(self._add_frame(frame))

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

    def paint_mask(self, index: int) -> None:
        """Look at an input to paint a mask over it; ``picture_ready`` follows."""
        self._composer.start(self._load_picture(self.items[index].asset))

    def add_mask(self, asset: Asset, painted: QImage) -> None:
        """Take what was painted over an input as its mask, in place of an earlier one."""
        self._composer.start(self._add_mask(asset, painted))

    async def fill(self, refs: Iterable[InputRef]) -> None:
        """Take the inputs of an earlier run instead."""
        given = [ComposerInput(await self._asset(ref.asset_id), ref.role) for ref in refs]
        self._inputs.replace(given)
        self.changed.emit()

    async def _import_files(self, paths: list[Path]) -> None:
        for path in paths:
            await self._import(path, path.name)

    async def _add_frame(self, frame: QImage) -> None:
        data = await asyncio.to_thread(png_of, frame)
        await self._import(data, "frame.png")

    async def _import(self, source: Path | bytes, name: str, role: str = "") -> None:
        try:
            await self._services.media.check_input(source, name)
            asset = await self._services.assets.import_input(
                source, file_name=name, project_id=self._workspace.project.id
            )
            asset = await self._services.media.measured(asset)
        except MediadeskError as error:
            self.refused.emit(tr_sentence(error.sentence()))
            return
        self._add(asset, role)

    async def _load_picture(self, asset: Asset) -> None:
        try:
            picture = await self._services.media.picture(asset.id, MASK_SIDE)
        except MediadeskError as error:
            self.refused.emit(tr_sentence(error.sentence()))
        else:
            self.picture_ready.emit(asset, images_of(picture)[0])

    async def _add_mask(self, asset: Asset, painted: QImage) -> None:
        role = mask_role(self.model)
        if role is None:
            return
        if not asset.width:
            await self._services.media.measure(asset)
            asset = await self._services.assets.get(asset.id)
        size = _size_of(asset, painted)
        data = await asyncio.to_thread(mask_file, painted, size)
        for index, item in reversed(list(enumerate(self.items))):
            if item.role == role.name:
                self._inputs.remove(index)
        stem = Path(asset.file_name or tr("picture")).stem
        await self._import(data, tr("Mask of {name}").format(name=stem) + ".png", role.name)

    async def _add_assets(self, asset_ids: tuple[AssetId, ...]) -> None:
        for asset_id in asset_ids:
            self._add(await self._asset(asset_id))

    async def _asset(self, asset_id: AssetId) -> Asset:
        return await self._services.media.measured(await self._services.assets.get(asset_id))

    def _add(self, asset: Asset, role: str = "") -> None:
        problem = self._inputs.add(self.model, asset, role)
        if problem:
            self.refused.emit(problem)
            return
        self._tell()

    def _tell(self) -> None:
        self.edited.emit()
        self.changed.emit()


def _size_of(asset: Asset, painted: QImage) -> QSize:
    """The size of the picture itself, lying or standing as it is shown."""
    if not asset.width or not asset.height:
        return painted.size()
    size = QSize(asset.width, asset.height)
    is_turned = (size.width() > size.height()) != (painted.width() > painted.height())
    return size.transposed() if is_turned else size
