"""What the palette finds. Commands, projects and models are at hand; results are searched for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mediadesk.domain.queries import AssetQuery
from mediadesk.ui.keymap import keymap
from mediadesk.ui.panes.palette.rows import LIMITS, PaletteRow, Wanted, ranked
from mediadesk.ui.support.debounce import Debouncer
from mediadesk.ui.support.translation import tr
from mediadesk.ui.support.view_model import ViewModel
from mediadesk.ui.words import TYPE_ICONS, TYPE_LABELS, first_line, moment, price_words

if TYPE_CHECKING:
    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.domain.generation import Asset
    from mediadesk.domain.projects import Project
    from mediadesk.services.models import ProviderInfo
    from mediadesk.ui.workspace import Workspace

SEARCH_MS = 80
Commands = Callable[[], Sequence[PaletteRow]]


class PaletteViewModel(ViewModel):
    """``listed`` carries the rows for what was typed last, again when results were found."""

    listed = Signal(object)

    def __init__(
        self, workspace: Workspace, commands: Commands, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._services = workspace.services
        self._ask_commands = commands
        self._commands: Sequence[PaletteRow] = ()
        self._models: list[PaletteRow] | None = None
        self._wanted = Wanted("")
        self._near: list[PaletteRow] = []
        self._debounce = Debouncer(SEARCH_MS, self)
        self._debounce.fired.connect(self._search)

    def refresh(self, typed: str = "") -> None:
        """Take what can be done now, and list what fits."""
        self._commands = self._ask_commands()
        self._models = None
        self.search(typed)

    def search(self, typed: str) -> None:
        """List what fits; results of the library follow a little later."""
        self._wanted = wanted = Wanted.of(typed)
        rows: list[PaletteRow] = []
        if wanted.takes("Commands"):
            rows += ranked(self._commands, wanted, "Commands")
        if wanted.takes("Projects"):
            rows += ranked(self._projects(), wanted, "Projects")
        if wanted.takes("Models") and (wanted.text or wanted.group):
            rows += ranked(self._model_rows(), wanted, "Models")
        self._near = rows
        self.listed.emit([*rows, *self._last(None)])
        if wanted.takes("Library") and wanted.text:
            self._debounce.trigger()

    def stop(self) -> None:
        """Nobody looks any more: do not search for what was typed last."""
        self._debounce.cancel()

    async def close(self) -> None:
        """End a search that runs."""
        self.stop()
        await super().close()

    def _projects(self) -> list[PaletteRow]:
        workspace = self._workspace
        active = [self._project(project, "") for project in workspace.projects]
        return active + [self._project(project, tr("Archived, ")) for project in workspace.archived]

    def _project(self, project: Project, before: str) -> PaletteRow:
        return PaletteRow(
            "Projects",
            project.name,
            f"{before}{tr('%Ln item(s)', n=project.item_count)}",
            partial(self._workspace.project_wanted.emit, project),
            icon="folder",
            haystack=project.name.lower(),
            asset_id=project.thumbnail_asset_id,
        )

    def _model_rows(self) -> list[PaletteRow]:
        if self._models is None:
            models = self._services.models
            self._models = [
                self._model(provider, spec)
                for provider in models.providers()
                for spec in models.models(provider=provider.name)
            ]
        return self._models

    def _model(self, provider: ProviderInfo, spec: ModelSpec) -> PaletteRow:
        price = " ".join(price_words(spec)).strip()
        return PaletteRow(
            "Models",
            spec.label,
            f"{provider.label}, {price}" if price else provider.label,
            partial(self._workspace.model_wanted.emit, provider.name, spec.id, spec.types[0]),
            haystack=f"{spec.label} {spec.id} {provider.label}".lower(),
            tile=(provider.short_label, provider.provider_id),
        )

    def _last(self, count: int | None) -> list[PaletteRow]:
        """The way to the library with these words."""
        text = self._wanted.text
        if not text or not self._wanted.takes("Library"):
            return []
        note = "" if count is None else tr("%Ln item(s)", n=count)
        search = partial(self._workspace.search_wanted.emit, text)
        return [
            PaletteRow(
                "Library",
                tr("Search the library for “{text}”").format(text=text),
                note,
                search,
                "search",
                keymap().hint("search"),
            )
        ]

    def _search(self) -> None:
        self.start(self._find(self._wanted))

    async def _find(self, wanted: Wanted) -> None:
        ids = await self._services.assets.row_ids(AssetQuery(text=wanted.text))
        assets = await self._services.assets.rows(list(ids[: LIMITS["Library"]]))
        prompts = [await self._title(asset) for asset in assets]
        if wanted != self._wanted:
            return
        found = [self._asset(asset, title) for asset, title in zip(assets, prompts, strict=True)]
        self.listed.emit([*self._near, *found, *self._last(len(ids))])

    async def _title(self, asset: Asset) -> str:
        """The beginning of its prompt, or the name of the file it was imported from."""
        if asset.generation_id is None:
            return asset.file_name or tr(TYPE_LABELS[asset.type])
        generation = await self._services.generations.get(asset.generation_id)
        return first_line(generation.prompt)

    def _asset(self, asset: Asset, title: str) -> PaletteRow:
        return PaletteRow(
            "Library",
            title,
            f"{tr(TYPE_LABELS[asset.type])}, {moment(asset.created_at)}",
            partial(self._show, asset),
            TYPE_ICONS[asset.type],
            asset_id=asset.id,
        )

    def _show(self, asset: Asset) -> None:
        if asset.generation_id is None:
            self._workspace.use_as_inputs((asset.id,))
        else:
            self._workspace.show_asset(asset)
