"""What the panes of the board show, as data: runs of a comparison, or results that were there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from mediadesk.domain.generation import Asset, Generation, GenerationStatus, GenerationType
from mediadesk.ui.setting_words import setting_rows
from mediadesk.ui.support.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.domain.comparisons import Comparison
    from mediadesk.domain.ids import ComparisonId

OPEN = (GenerationStatus.QUEUED, GenerationStatus.RUNNING)
WINNER_TAG = "winner"
"""What a picked result is tagged with, so that the library finds it."""
NONE = "—"


@dataclass(frozen=True, slots=True)
class Cell:
    """One pane. ``key`` tells panes apart; ``cost_micro`` is what this result cost."""

    key: UUID
    run: Generation
    asset: Asset | None
    cost_micro: int | None

    @property
    def kind(self) -> GenerationType:
        """What is compared."""
        return self.run.type if self.asset is None else self.asset.type


@dataclass(frozen=True, slots=True)
class Board:
    """Cells in the order of their panes. ``comparison_id`` None: results that were there."""

    cells: tuple[Cell, ...]
    picked: UUID | None = None
    comparison_id: ComparisonId | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not the same in all panes, with its value in each."""

    name: str
    values: tuple[str, ...]


def board_of(comparison: Comparison) -> Board:
    """One prompt made by several models."""
    cells = tuple(
        Cell(run.id, run, first_result(run), run.charged_micro) for run in comparison.cells
    )
    return Board(cells, comparison.picked, comparison.id)


def board_of_results(results: Sequence[tuple[Generation, Asset]]) -> Board:
    """Results that were there already; the one with the tag of winners is picked."""
    cells = tuple(Cell(asset.id, run, asset, _share(run)) for run, asset in results)
    winners = [asset.id for _, asset in results if WINNER_TAG in asset.tags]
    return Board(cells, winners[0] if winners else None)


def first_result(run: Generation) -> Asset | None:
    """The result of a run that its pane shows."""
    return next((asset for asset in run.assets if not asset.is_deleted), None)


def marks_of(cells: Sequence[Cell]) -> dict[UUID, tuple[str, str]]:
    """Beside the cost and the time of a cell: by how much it is cheaper, and faster."""
    done = [cell for cell in cells if cell.run.status not in OPEN and cell.asset is not None]
    costs = _best({c.key: c.cost_micro for c in done if c.cost_micro is not None}, _cheaper)
    times = _best({c.key: c.run.latency_ms for c in done if c.run.latency_ms}, _faster)
    return {cell.key: (costs.get(cell.key, ""), times.get(cell.key, "")) for cell in cells}


def differences(
    cells: Sequence[Cell], model_of: Callable[[Generation], ModelSpec | None]
) -> tuple[Difference, ...]:
    """Prompt, model, settings and sizes that are not the same in all cells."""
    columns = [_facts(cell, model_of(cell.run)) for cell in cells]
    names = list(dict.fromkeys(name for column in columns for name in column))
    found = []
    for name in names:
        values = tuple(column.get(name, NONE) for column in columns)
        if len(set(values)) > 1:
            found.append(Difference(name, values))
    return tuple(found)


def _facts(cell: Cell, model: ModelSpec | None) -> dict[str, str]:
    facts = {tr("Prompt"): cell.run.prompt, tr("Model"): model.label if model else cell.run.model}
    facts |= dict(setting_rows(cell.run, model))
    if cell.asset is not None and cell.asset.width and cell.asset.height:
        facts[tr("Pixels")] = f"{cell.asset.width} × {cell.asset.height}"
    return facts


def _share(run: Generation) -> int | None:
    """What one result of a run cost."""
    if run.charged_micro is None or not run.assets:
        return run.charged_micro
    return run.charged_micro // len(run.assets)


def _best(amounts: dict[UUID, int], compare_two: Callable[[int, int], str]) -> dict[UUID, str]:
    """Words for the least amounts, where that makes a difference."""
    if len(set(amounts.values())) < 2:
        return {}
    least, most = min(amounts.values()), max(amounts.values())
    words = compare_two(least, most if len(amounts) == 2 else 0)
    return {key: words for key, amount in amounts.items() if amount == least}


def _cheaper(least: int, other: int) -> str:
    if not other:
        return tr("Cheapest")
    return tr("{share}% cheaper").format(share=round(100 * (other - least) / other))


def _faster(least: int, other: int) -> str:
    if not other:
        return tr("Fastest")
    return tr("{times}× faster").format(times=f"{other / least:.1f}")
