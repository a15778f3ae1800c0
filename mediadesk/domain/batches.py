"""Batches: one form run for a list of prompts, or for several values of its settings."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mediadesk.domain.errors import UsageError
from mediadesk.domain.generation import GenerationRequest
from mediadesk.domain.ids import BatchId, GenerationId
from mediadesk.domain.parameters import ParameterValue

MOST_RUNS = 200
MOST_AXES = 2
LARGEST_FILE_BYTES = 4 << 20

Grid = Mapping[str, Sequence[ParameterValue]]
"""Parameters with the values that each of them shall have, in their order."""


@dataclass(frozen=True, slots=True)
class RunQuote:
    """What one run of a batch may cost in micro-USD (None: not known), or why it cannot be run."""

    request: GenerationRequest
    expected_micro: int | None
    upper_micro: int | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class BatchQuote:
    """The price of each run, in their order."""

    runs: tuple[RunQuote, ...] = ()

    @property
    def expected_micro(self) -> int | None:
        """What all runs are expected to cost; None where one of them is not known."""
        return _sum(run.expected_micro for run in self.runs)

    @property
    def upper_micro(self) -> int | None:
        """The most that all runs cost; None where one of them is not known."""
        return _sum(run.upper_micro for run in self.runs)

    @property
    def problem(self) -> str:
        """The first reason why this cannot be queued; "" where it can."""
        found = ((number, run.problem) for number, run in enumerate(self.runs, 1) if run.problem)
        number, problem = next(found, (0, ""))
        return f"Run {number}: {problem}" if problem else ""


@dataclass(frozen=True, slots=True)
class Batch:
    """Runs that were queued together."""

    id: BatchId
    name: str
    created_at: datetime
    runs: tuple[GenerationId, ...] = ()


def read_prompts(text: str, *, is_table: bool = False) -> list[str]:
    """The prompts of a text, one to a line, without empty ones.

    ``is_table``: CSV with a column called “prompt”, else its first column. Raises ``UsageError``.
    """
    if not is_table:
        return [line.strip() for line in text.splitlines() if line.strip()]
    try:
        rows = [row for row in csv.reader(io.StringIO(text), strict=True) if any(row)]
    except csv.Error as error:
        raise UsageError(
            f"The table of prompts cannot be read: {error}.", "Save it as CSV."
        ) from None
    if not rows:
        return []
    heads = [cell.strip().casefold() for cell in rows[0]]
    column = heads.index("prompt") if "prompt" in heads else 0
    body = rows[1:] if "prompt" in heads else rows
    return [row[column].strip() for row in body if len(row) > column and row[column].strip()]


def spread(
    request: GenerationRequest, prompts: Sequence[str] = (), grid: Grid | None = None
) -> list[GenerationRequest]:
    """A request for each prompt (its own where there is none) and each combination of values.

    Raises ``UsageError`` for no run, too many of them, or more settings than a grid has sides.
    """
    axes = dict(grid or {})
    if len(axes) > MOST_AXES:
        raise UsageError(f"A grid has {MOST_AXES} settings at most.", "Vary fewer settings.")
    words = list(prompts) or ([request.prompt] if request.prompt.strip() else [])
    count = len(words)
    for values in axes.values():
        count *= len(values)
    if not count:
        raise UsageError("There is no prompt to run.", "Give one prompt to a line.")
    if count > MOST_RUNS:
        raise UsageError(
            f"That would be {count:,} runs; a batch has {MOST_RUNS} at most.", "Split it."
        )
    return [
        replace(
            request,
            prompt=prompt,
            parameters={**request.parameters, **dict(zip(axes, values, strict=True))},
        )
        for prompt in words
        for values in itertools.product(*axes.values())
    ]


def _sum(amounts: Iterable[int | None]) -> int | None:
    total = 0
    for amount in amounts:
        if amount is None:
            return None
        total += amount
    return total
