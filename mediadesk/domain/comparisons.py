"""Comparisons: one prompt made by several models, and the result that the user picked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mediadesk.domain.catalog import ModelSpec
from mediadesk.domain.cost_calculator import Estimate
from mediadesk.domain.errors import UsageError
from mediadesk.domain.generation import Generation, GenerationType
from mediadesk.domain.ids import ComparisonId, GenerationId
from mediadesk.domain.routes import Chain

FEWEST_MODELS, MOST_MODELS = 2, 8


@dataclass(frozen=True, slots=True)
class CellQuote:
    """What one model of a comparison may cost, or why it cannot take part.

    ``dropped``: settings that this model does not know or take, which it is not given.
    """

    provider: str
    label: str
    model: ModelSpec | None
    estimate: Estimate | None
    problem: str = ""
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SetQuote:
    """The price of each model of a comparison, in their order."""

    cells: tuple[CellQuote, ...] = ()

    @property
    def upper_micro(self) -> int | None:
        """The most that all models together cost; None where one of them is not known."""
        return self._sum([cell.estimate and cell.estimate.upper_micro for cell in self.cells])

    @property
    def expected_micro(self) -> int | None:
        """What all models together are expected to cost; None where one of them is not known."""
        return self._sum([cell.estimate and cell.estimate.expected_micro for cell in self.cells])

    @property
    def problem(self) -> str:
        """The first reason why this set cannot be run; "" where it can."""
        return next((cell.problem for cell in self.cells if cell.problem), "")

    @staticmethod
    def _sum(amounts: list[int | Estimate | None]) -> int | None:
        known = [amount for amount in amounts if isinstance(amount, int)]
        return sum(known) if len(known) == len(amounts) else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The runs of one comparison in the order of their models. ``picked``: the winner's run."""

    id: ComparisonId
    created_at: datetime
    cells: tuple[Generation, ...]
    picked: GenerationId | None = None


@dataclass(frozen=True, slots=True)
class ModelSet:
    """Models of one kind under a name."""

    name: str
    type: GenerationType
    models: Chain


def check_models(models: Chain) -> None:
    """Raise ``UsageError`` unless these are 2 to 8 different models."""
    if not FEWEST_MODELS <= len(models) <= MOST_MODELS:
        raise UsageError(
            f"{len(models)} models cannot be compared.",
            f"Choose {FEWEST_MODELS} to {MOST_MODELS}.",
        )
    seen = set()
    for link in models:
        if link in seen:
            raise UsageError(f"{link.name} is there twice.", "Take one of them out.")
        seen.add(link)
