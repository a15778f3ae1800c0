"""What the window asks of an open library: the services, by name.

The composition root builds them; the window knows only this shape.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from mediadesk.services.accounts import APIKeyManager
    from mediadesk.services.assets import AssetService
    from mediadesk.services.batches import BatchService
    from mediadesk.services.browse import BrowseService
    from mediadesk.services.comparisons import ComparisonService
    from mediadesk.services.event_bus import EventBus
    from mediadesk.services.export import ExportService
    from mediadesk.services.generations import GenerationService
    from mediadesk.services.history import HistoryService
    from mediadesk.services.ledger_view import LedgerService
    from mediadesk.services.library import LibraryService
    from mediadesk.services.media import MediaService
    from mediadesk.services.models import ModelCatalog
    from mediadesk.services.money import MoneyService
    from mediadesk.services.presets import PresetService
    from mediadesk.services.projects import ProjectService
    from mediadesk.services.scripts import ScriptService
    from mediadesk.services.settings import SettingsService
    from mediadesk.services.stats import StatsService
    from mediadesk.services.stored_items import StoredItemService
    from mediadesk.services.trash import TrashService
    from mediadesk.system.clock import Clock


class ServiceSet(Protocol):
    """The services of one open library."""

    @property
    def library(self) -> LibraryService:
        """Facts about the library, and its check."""

    @property
    def projects(self) -> ProjectService:
        """Projects: list, create, edit, archive, delete."""

    @property
    def generations(self) -> GenerationService:
        """Estimate, submit, cancel, settle."""

    @property
    def batches(self) -> BatchService:
        """Many runs at once."""

    @property
    def scripts(self) -> ScriptService:
        """Long scripts for speech."""

    @property
    def presets(self) -> PresetService:
        """Prompts with their settings, saved under names."""

    @property
    def comparisons(self) -> ComparisonService:
        """One prompt to several models, and which result won."""

    @property
    def history(self) -> HistoryService:
        """Generations as a list."""

    @property
    def assets(self) -> AssetService:
        """Results and imported files."""

    @property
    def browse(self) -> BrowseService:
        """The library as lists, and saved views."""

    @property
    def trash(self) -> TrashService:
        """What was deleted, and erasing it."""

    @property
    def media(self) -> MediaService:
        """Pictures, posters and waveforms, decoded elsewhere."""

    @property
    def export(self) -> ExportService:
        """Files for the world outside."""

    @property
    def accounts(self) -> APIKeyManager:
        """Keys and endpoints."""

    @property
    def stored_items(self) -> StoredItemService:
        """What stays at the providers."""

    @property
    def models(self) -> ModelCatalog:
        """Providers and their AI models."""

    @property
    def money(self) -> MoneyService:
        """Budgets."""

    @property
    def ledger(self) -> LedgerService:
        """Every amount as it was entered."""

    @property
    def stats(self) -> StatsService:
        """Figures over what was spent and made."""

    @property
    def settings(self) -> SettingsService:
        """Preferences that belong to the library."""

    @property
    def events(self) -> EventBus:
        """What changed."""

    @property
    def clock(self) -> Clock:
        """What time it is."""
