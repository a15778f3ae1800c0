"""What a model picker knows: the models of a kind, what is asked of them, the user's marks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.events import AccountsChanged, ModelsChanged, SettingsChanged
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderName
from mediadesk.domain.statistics import Figures, StatsBy, StatsQuery
from mediadesk.services.model_marks import FAVOURITES, RECENT
from mediadesk.ui.panes.create.model_filter import (
    Marks,
    ModelFilter,
    Order,
    matching,
    newest_first,
    ordered,
)
from mediadesk.ui.panes.create.model_row import ModelRow
from mediadesk.ui.support.view_model import ViewModel

if TYPE_CHECKING:
    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.services.model_marks import ModelKey
    from mediadesk.services.models import ProviderInfo
    from mediadesk.ui.service_set import ServiceSet


class ModelPickerViewModel(ViewModel):
    """``listed``: read ``rows`` again. ``collected``: the models themselves are other ones.

    ``use_found`` carries a row's key and the figures of what was made with it.
    """

    listed = Signal()
    collected = Signal()
    use_found = Signal(object, object)

    def __init__(self, services: ServiceSet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._kind: GenerationType | None = None
        self._all: list[ModelRow] = []
        self._ended: frozenset[ModelKey] = frozenset()
        self._is_stale = True
        self._is_open = False
        self._uses: dict[str, int] | None = None
        self.today = date.min
        self.providers: list[ProviderInfo] = []
        self.filter = ModelFilter()
        self.order: Order = "used"
        self.rows: list[ModelRow] = []
        for kind in (AccountsChanged, ModelsChanged):
            self.subscribe(services.events, kind, lambda _event: self._on_lists())
        self.subscribe(services.events, SettingsChanged, self._on_setting)

    @property
    def kind(self) -> GenerationType:
        """What the listed models make."""
        return self._kind or GenerationType.TEXT

    @property
    def all_rows(self) -> list[ModelRow]:
        """Every model of the kind."""
        return self._all

    @property
    def marks(self) -> Marks:
        """What the user did with models."""
        marks = self._services.models.marks
        return Marks(frozenset(marks.favourites), marks.recent, self._uses)

    def open_for(self, kind: GenerationType) -> None:
        """List the models of a kind anew, nothing asked of them yet."""
        today = self._services.models.today()
        if kind is not self._kind or today != self.today or self._is_stale:
            self._kind, self.today = kind, today
            self._collect()
        self._is_open = True
        self.filter = ModelFilter()
        self._list()
        self.start(self._count_uses())

    def shut(self) -> None:
        """Nobody looks: what changes from now on is read when somebody does again."""
        self._is_open = False

    def ask(self, **changes: Any) -> None:
        """Ask something else of the models: fields of ``ModelFilter``."""
        changed = replace(self.filter, **changes)
        if changed != self.filter:
            self.filter = changed
            self._list()

    def sort_by(self, order: Order) -> None:
        """Another order."""
        self.order = order
        self._list()

    def step_provider(self, step: int) -> None:
        """The next or the previous provider; before the first and after the last: all."""
        names = ["", *(info.name for info in self.providers)]
        self.ask(provider=names[(names.index(self.filter.provider) + step) % len(names)])

    def toggle_favourite(self, row: ModelRow) -> None:
        """Mark a model, or take its mark away."""
        marks = self._services.models.marks
        is_on = row.key not in marks.favourites
        self.start(marks.set_favourite((str(row.provider.name), row.model_id), is_on))

    def note_chosen(self, row: ModelRow) -> None:
        """Remember that a model was chosen."""
        key = (str(row.provider.name), row.model_id)
        self.start(self._services.models.marks.note_chosen(key))

    def look_up_use(self, row: ModelRow) -> None:
        """Find what was made with a model; ``use_found`` follows."""
        self.start(self._look_up_use(row))

    # -------------------------------------------------------------------------------- inside

    def _collect(self) -> None:
        self._is_stale = False
        models, kind = self._services.models, self.kind
        fitting = [info for info in models.providers() if kind in info.types]
        self.providers = sorted(fitting, key=lambda one: (not one.has_account, not one.is_offline))
        pairs = [(info, spec) for info in self.providers for spec in models.models(kind, info.name)]
        self._all = [ModelRow(info, spec, False, n) for n, (info, spec) in enumerate(pairs)]
        self._ended = frozenset(row.key for row in self._all if row.has_ended(self.today))
        self.collected.emit()

    def _list(self) -> None:
        marks, wanted = self.marks, self.filter
        found = matching(self._all, wanted, marks)
        if wanted.shown == "recent":
            found = newest_first(found, marks.recent)
        else:
            found = ordered(found, self.order, marks, self._ended)
        self.rows = found + self._typed()
        self.listed.emit()

    def _typed(self) -> list[ModelRow]:
        """The id that was typed, for each provider that may know it, where no list does."""
        typed = self.filter.text.strip()
        if not typed or " " in typed or any(row.model_id == typed for row in self._all):
            return []
        asked = [
            info
            for info in self.providers
            if not info.is_offline and self.filter.provider in ("", info.name)
        ]
        made = [(info, self._unlisted(info.name, typed)) for info in asked]
        return [ModelRow(info, spec, is_typed=True) for info, spec in made if spec is not None]

    def _unlisted(self, provider: ProviderName, model_id: str) -> ModelSpec | None:
        try:
            return self._services.models.spec(provider, model_id, self.kind)
        except MediadeskError:
            return None

    def _on_lists(self) -> None:
        self._is_stale = True
        if self._is_open:
            self._collect()
            self._list()

    def _on_setting(self, event: SettingsChanged) -> None:
        if event.key in (FAVOURITES, RECENT) and self._is_open:
            self._list()

    async def _count_uses(self) -> None:
        found = await self._services.stats.statistics(StatsQuery(type=self.kind), StatsBy.MODEL)
        uses = {row.key: row.figures.attempt_count for row in found.rows}
        if uses != self._uses:
            self._uses = uses
            self._list()

    async def _look_up_use(self, row: ModelRow) -> None:
        query = StatsQuery(model=row.model_id, type=self.kind)
        found = await self._services.stats.statistics(query)
        key: ModelKey = row.key
        figures: Figures = found.totals
        self.use_found.emit(key, figures)
