"""Presets of the form: which there are, and saving, applying, renaming and deleting them."""

from __future__ import annotations

from collections.abc import Coroutine
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.presets import PromptPreset
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.translation import tr
from mediadesk.ui.undo import UndoStep

if TYPE_CHECKING:
    from mediadesk.domain.generation import GenerationRequest
    from mediadesk.domain.ids import PresetId
    from mediadesk.ui.workspace import Workspace


class Form(Protocol):
    """What the presets ask of the form that they fill."""

    def start(self, coroutine: Coroutine[Any, Any, object]) -> None:
        """Run a coroutine until it ends or the form closes."""

    def request(self) -> GenerationRequest:
        """The form as a request."""

    def apply(self, request: GenerationRequest) -> None:
        """Fill the form, but keep its inputs."""


class PresetsViewModel(QObject):
    """``changed`` carries all presets; ``refused`` a sentence; ``saved`` when one was kept."""

    changed = Signal(object)
    refused = Signal(str)
    saved = Signal()

    def __init__(self, form: Form, workspace: Workspace) -> None:
        super().__init__()
        self._form = form
        self._workspace = workspace
        self._presets = workspace.services.presets

    def load(self) -> None:
        """Read the presets; ``changed`` follows."""
        self._form.start(self._load())

    def save(self, name: str) -> None:
        """Keep the prompt and settings of the form under a name."""
        request = self._form.request()
        preset = PromptPreset(
            name,
            request.type,
            request.provider,
            request.model,
            request.prompt,
            request.parameters,
            request.extra,
            request.result_count,
        )
        self._form.start(self._save(preset))

    def apply(self, preset: PromptPreset) -> None:
        """Fill the form with a preset."""
        project_id = self._workspace.project.id
        self._form.apply(
            replace(
                self._form.request(),
                type=preset.type,
                provider=preset.provider,
                model=preset.model,
                prompt=preset.prompt,
                parameters=preset.parameters,
                extra=preset.extra,
                result_count=preset.result_count,
                project_id=project_id,
                parent_id=None,
            )
        )

    def rename(self, preset: PromptPreset, name: str) -> None:
        """Give a preset another name."""
        self._form.start(self._rename(preset, name))

    def delete(self, preset: PromptPreset) -> None:
        """Forget a preset; can be undone."""
        self._form.start(self._delete(preset))

    async def _load(self) -> None:
        self.changed.emit(await self._presets.list())

    async def _save(self, preset: PromptPreset) -> None:
        try:
            made = await self._presets.save(preset)
        except MediadeskError as error:
            self.refused.emit(tr_sentence(error.sentence()))
            return
        kept = replace(preset, id=made)
        self._push(tr("save preset"), lambda: self._drop(made), lambda: self._presets.save(kept))
        self.saved.emit()
        self._workspace.tell(
            tr("Saved the preset “{name}”.").format(name=preset.name), with_undo=True
        )
        await self._load()

    async def _rename(self, preset: PromptPreset, name: str) -> None:
        if preset.id is None:
            return
        preset_id, before = preset.id, preset.name
        try:
            await self._presets.rename(preset_id, name)
        except MediadeskError as error:
            self.refused.emit(tr_sentence(error.sentence()))
            return
        self._push(
            tr("rename preset"),
            lambda: self._presets.rename(preset_id, before),
            lambda: self._presets.rename(preset_id, name),
        )
        self.saved.emit()
        await self._load()

    async def _delete(self, preset: PromptPreset) -> None:
        if preset.id is None:
            return
        preset_id = preset.id
        await self._drop(preset_id)
        self._push(
            tr("delete preset"), lambda: self._presets.save(preset), lambda: self._drop(preset_id)
        )
        self._workspace.tell(
            tr("Deleted the preset “{name}”.").format(name=preset.name), with_undo=True
        )
        await self._load()

    async def _drop(self, preset_id: PresetId) -> None:
        await self._presets.delete(preset_id)

    def _push(self, label: str, undo: Any, redo: Any) -> None:
        self._workspace.undo.push(UndoStep(label, undo, redo))
