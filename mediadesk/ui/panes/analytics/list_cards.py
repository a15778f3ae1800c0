"""Lists under the charts: models, projects with their budgets, and how well providers worked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar, cast
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from mediadesk.domain.money import format_usd
from mediadesk.domain.statistics import StatsQuery
from mediadesk.ui.panes.analytics.list_rows import (
    MEDIAN,
    SLOW,
    FailureNote,
    ModelLine,
    ProjectLine,
    ProviderLine,
    TimeAxis,
    left_of,
    limit_of,
    name_of,
    time_of,
)
from mediadesk.ui.panes.analytics.overview import BY_COST, BY_RESULTS, ModelRow, Overview
from mediadesk.ui.panes.analytics.parts import (
    ChartCard,
    RowButton,
    TableTwin,
    per_kept_words,
    rate_words,
    spent_words,
)
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.data_table import Column
from mediadesk.ui.widgets.labels import line, role_label

if TYPE_CHECKING:
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader

Row = TypeVar("Row", bound=RowButton)


class _ListCard(ChartCard):
    """A card of rows that can be opened. Rows are made once and kept for the next figures."""

    def __init__(self, title: str, name: str, parent: QWidget) -> None:
        super().__init__(title, name, parent)
        self._overview: Overview | None = None
        self._made: list[tuple[QWidget, RowButton]] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._none = role_label(tr("Nothing to show for this range."), "muted")
        self.body.addLayout(self._rows)
        self.body.addWidget(self._none)
        self.body.addStretch(1)

    def steps(self, overview: Overview) -> Iterator[None]:
        """Show the rows again, one at each step."""
        self._overview = overview
        count = 0
        for row in self._shown_rows(overview):
            self._made[count][0].show()
            row.show()
            count += 1
            yield
        for divider, row in self._made[count:]:
            divider.hide()
            row.put_away()
        self._none.setVisible(not count)
        yield

    def _shown_rows(self, overview: Overview) -> Iterator[RowButton]:
        """Each row, once it shows what it has to, from the first on."""
        raise AssertionError(f"{type(self).__name__} has no rows of {overview.span.name}")

    def _row(self, number: int, make: Callable[[], Row]) -> Row:
        while len(self._made) <= number:
            divider, row = line(), make()
            row.opened.connect(self.runs_wanted)
            self._rows.addWidget(divider)
            self._rows.addWidget(row)
            self._made.append((divider, row))
        return cast("Row", self._made[number][1])


class ModelsCard(_ListCard):
    """The models used most, by cost or by results; ``by_changed`` carries which."""

    by_changed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Most used models"), "models-card", parent)
        box = QComboBox()
        describe(box, name="models-by", accessible=tr("Most used models in the order of"))
        box.addItem(tr("By cost"), BY_COST)
        box.addItem(tr("By results"), BY_RESULTS)
        box.activated.connect(lambda index: self.by_changed.emit(box.itemData(index)))
        self.head.insertWidget(1, box)

    def twin(self) -> TableTwin:
        """A row for each model."""
        found = self._overview.models if self._overview else ()
        columns = (
            Column(tr("Model"), is_wide=True),
            Column(tr("Results"), is_number=True),
            Column(tr("Spent"), is_number=True),
            Column(tr("Per kept result"), is_number=True),
        )
        rows = tuple(
            (
                one.label,
                f"{one.row.figures.result_count:,}",
                spent_words(one.row.figures),
                per_kept_words(one.row.figures),
            )
            for one in found
        )
        queries = tuple(one.row.query for one in found)
        return TableTwin(self.title.text(), columns, rows, queries)

    def _shown_rows(self, overview: Overview) -> Iterator[RowButton]:
        weights = [_weight(one, overview.models_by) for one in overview.models]
        most = max(weights, default=0)
        for number, (one, weight) in enumerate(zip(overview.models, weights, strict=True)):
            row = self._row(number, ModelLine)
            row.show_model(one, weight, most)
            yield row


class ProjectsCard(_ListCard):
    """Projects with what they spent in all, and what they may."""

    def __init__(self, parent: QWidget, thumbnails: ThumbnailLoader) -> None:
        super().__init__(tr("Projects and budgets"), "projects-card", parent)
        self._thumbnails = thumbnails
        self._pictures: dict[UUID, ProjectLine] = {}
        thumbnails.loaded.connect(self._on_thumbnail)
        self.head.insertWidget(1, role_label(tr("all time, or this month"), "muted"))

    def twin(self) -> TableTwin:
        """A row for each project."""
        found = self._overview.projects if self._overview else ()
        columns = (
            Column(tr("Project"), is_wide=True),
            Column(tr("Spent"), is_number=True),
            Column(tr("Held"), is_number=True),
            Column(tr("Budget"), is_number=True),
            Column(tr("Left"), is_number=True),
        )
        rows = tuple(
            (
                project.name,
                format_usd(project.spent_micro),
                format_usd(project.held_micro),
                tr("none") if project.budget is None else limit_of(project.budget),
                "" if project.budget is None else format_usd(left_of(project.budget)),
            )
            for project in found
        )
        queries = tuple(StatsQuery(project_id=project.id) for project in found)
        return TableTwin(self.title.text(), columns, rows, queries)

    def _shown_rows(self, overview: Overview) -> Iterator[RowButton]:
        self._pictures.clear()
        for number, project in enumerate(overview.projects):
            row = self._row(number, ProjectLine)
            row.show_project(project)
            asset_id = project.thumbnail_asset_id
            if asset_id is not None:
                self._pictures[asset_id] = row
            row.picture.set_pixmap(None if asset_id is None else self._thumbnails.pixmap(asset_id))
            yield row

    def _on_thumbnail(self, asset_id: UUID) -> None:
        if (row := self._pictures.get(asset_id)) is not None:
            row.picture.set_pixmap(self._thumbnails.pixmap(asset_id))


class ReliabilityCard(_ListCard):
    """How often providers succeeded, and how long they took."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Reliability and time"), "reliability-card", parent)
        self._axis = TimeAxis()
        self.body.insertWidget(self.body.indexOf(self._none), self._axis)
        self._failure = FailureNote()
        self._failure.opened.connect(self.runs_wanted)
        self.body.addWidget(self._failure)
        self.head.insertWidget(1, role_label(tr("dot: median, mark: slowest 5%"), "caption"))

    def twin(self) -> TableTwin:
        """A row for each provider."""
        found = self._overview.providers if self._overview else ()
        columns = (
            Column(tr("Provider"), is_wide=True),
            Column(tr("Calls"), is_number=True),
            Column(tr("Succeeded"), is_number=True),
            Column(tr("Failed"), is_number=True),
            Column(tr("Rate"), is_number=True),
            Column(tr("Median"), is_number=True),
            Column(tr("95% within"), is_number=True),
        )
        rows = tuple(
            (
                name_of(row, info),
                f"{row.figures.attempt_count:,}",
                f"{row.figures.success_count:,}",
                f"{row.figures.failure_count:,}",
                rate_words(row.figures),
                time_of(row, MEDIAN),
                time_of(row, SLOW),
            )
            for row, info in found
        )
        return TableTwin(self.title.text(), columns, rows, tuple(row.query for row, _info in found))

    def _shown_rows(self, overview: Overview) -> Iterator[RowButton]:
        found = overview.providers
        longest = max((row.figures.latency_ms(SLOW) or 0 for row, _info in found), default=0)
        self._axis.show_longest(longest)
        self._show_failure(overview)
        for number, (provider, info) in enumerate(found):
            row = self._row(number, ProviderLine)
            row.show_provider(provider, info, longest)
            yield row

    def _show_failure(self, overview: Overview) -> None:
        failure = overview.failure
        names = {row.key: name_of(row, info) for row, info in overview.providers}
        label = "" if failure is None else names.get(failure.provider, failure.provider)
        self._failure.show_failure(failure, label)


def _weight(one: ModelRow, by: str) -> int:
    figures = one.row.figures
    return figures.result_count if by == BY_RESULTS else figures.spent_micro
