"""The page as one list: heads of groups, and jobs that are read when they come into view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt

from mediadesk.ui.item_models.windowed import WindowedListModel
from mediadesk.ui.support.translation import QT_TR_NOOP, number, tr

if TYPE_CHECKING:
    from mediadesk.domain.ids import GenerationId
    from mediadesk.domain.queries import HistoryRow
    from mediadesk.ui.panes.activity.job_words import JobView
    from mediadesk.ui.service_set import ServiceSet


@dataclass(frozen=True, slots=True)
class Group:
    """A head. ``code`` is its row number, below zero; ``cleared`` names what its link clears."""

    name: str
    title: str
    icon: str
    color: str
    code: int
    cleared: str = ""


GROUPS = (
    Group("attention", QT_TR_NOOP("Needs attention"), "triangle-alert", "err.text", -1, "failed"),
    Group(
        "returned", QT_TR_NOOP("Came back after a restart"), "rotate-cw", "res.text", -2, "returned"
    ),
    Group("running", QT_TR_NOOP("Running"), "activity", "accent.text", -3),
    Group("waiting", QT_TR_NOOP("Waiting"), "clock", "text.secondary", -4),
    Group("finished", QT_TR_NOOP("Finished"), "check", "ok.text", -5, "finished"),
)
_BY_CODE = {group.code: group for group in GROUPS}


class ActivityItemModel(WindowedListModel[Any]):
    """Entries are ``Group`` or ``HistoryRow``; ``view_of`` makes the words of a job."""

    def __init__(
        self,
        services: ServiceSet,
        view_of: Callable[[HistoryRow], JobView],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._view_of = view_of
        self.counts: dict[str, int] = {}
        self.notes: dict[str, str] = {}
        """What a head says at its right end."""

    def show_lists(self, lists: dict[str, Sequence[int]]) -> None:
        """Show the groups that have rows, in their order."""
        self.counts = {name: len(rows) for name, rows in lists.items()}
        ids: list[int] = []
        for group in GROUPS:
            rows = lists.get(group.name, ())
            if rows:
                ids.append(group.code)
                ids.extend(rows)
        self.refresh(ids)

    def group(self, position: int) -> Group | None:
        """The head at a position."""
        return _BY_CODE.get(self.ids[position]) if 0 <= position < len(self.ids) else None

    def heads(self) -> list[tuple[int, Group]]:
        """Every head with its position; found by the counts, however long the list is."""
        found, at = [], 0
        for group in GROUPS:
            count = self.counts.get(group.name, 0)
            if count:
                found.append((at, group))
                at += count + 1
        return found

    def job(self, position: int) -> JobView | None:
        """The job at a position as it is now, if it is loaded."""
        if self.group(position) is not None:
            return None
        row = self.item(position)
        return None if row is None or isinstance(row, Group) else self._view_of(row)

    def position_of(self, generation_id: GenerationId) -> int | None:
        """Where a loaded job stands."""
        for position, row in self.loaded():
            if not isinstance(row, Group) and row.generation.id == generation_id:
                return position
        return None

    def row_ids_of(self, generation_ids: set[GenerationId]) -> list[int]:
        """Row numbers of those that are loaded."""
        return [
            row.row_id
            for _, row in self.loaded()
            if not isinstance(row, Group) and row.generation.id in generation_ids
        ]

    def show_rows(self, rows: Sequence[HistoryRow]) -> None:
        """Show newer states of loaded rows."""
        newer = {row.row_id: row for row in rows}
        for position, row in self.loaded():
            if not isinstance(row, Group) and row.row_id in newer:
                self.replace_row(position, newer[row.row_id])

    async def load_rows(self, ids: Sequence[int]) -> list[Any]:
        """Heads as they are, jobs from the library; None where a job is gone meanwhile."""
        rows = await self._services.history.rows([row_id for row_id in ids if row_id > 0])
        found = {row.row_id: row for row in rows}
        return [_BY_CODE.get(row_id) or found.get(row_id) for row_id in ids]

    def row_data(self, row: Any, role: int) -> Any:
        """What a role shows."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if isinstance(row, Group):
            return f"{tr(row.title)} {number(self.counts.get(row.name, 0))}"
        return self._view_of(row).sentence
