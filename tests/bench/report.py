"""What a measurement hands back: one JSON document, and the same as a table for people."""

from __future__ import annotations

import json
import math
import os
import platform
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure that should stay at or below ``limit``.

    Below it where ``is_strict``, at or above it where ``is_at_least``.
    """

    name: str
    value: float
    limit: float
    unit: str = ""
    is_strict: bool = False
    is_at_least: bool = False

    @property
    def is_met(self) -> bool:
        """Whether the figure is good enough."""
        if self.is_at_least:
            return self.value >= self.limit
        return self.value < self.limit if self.is_strict else self.value <= self.limit

    @property
    def words(self) -> str:
        """The goal and its verdict, for people."""
        sign = "≥" if self.is_at_least else "<" if self.is_strict else "≤"
        unit = f" {self.unit}" if self.unit else ""
        verdict = "met" if self.is_met else "missed"
        return f"{self.name}: {self.value:.2f}{unit} (goal {sign} {self.limit:g}{unit}) {verdict}"


@dataclass(slots=True)
class Report:
    """One bench: rows of the table, goals, and what else belongs to reading them."""

    bench: str
    columns: tuple[str, ...]
    rows: list[dict[str, Any]] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def document(self) -> dict[str, Any]:
        """The report as plain JSON values."""
        return {
            "bench": self.bench,
            "date": datetime.now(UTC).date().isoformat(),
            "machine": machine(),
            "rows": [{name: _rounded(value) for name, value in row.items()} for row in self.rows],
            "goals": [
                {
                    "name": goal.name,
                    "value": _rounded(goal.value),
                    "limit": goal.limit,
                    "unit": goal.unit,
                    "met": goal.is_met,
                }
                for goal in self.goals
            ],
            "notes": self.notes,
        }

    def table(self) -> str:
        """The report for people."""
        cells = [self.columns, *(self._cells(row) for row in self.rows)]
        widths = [max(len(row[at]) for row in cells) for at in range(len(self.columns))]
        lines = [f"== {self.bench}"]
        for row in cells:
            first, *others = (
                cell.ljust(width) if at == 0 else cell.rjust(width)
                for at, (cell, width) in enumerate(zip(row, widths, strict=True))
            )
            lines.append("  ".join((first, *others)).rstrip())
        lines += [goal.words for goal in self.goals]
        lines += [f"({note})" for note in self.notes]
        return "\n".join(lines)

    def _cells(self, row: dict[str, Any]) -> tuple[str, ...]:
        return tuple(_cell(row.get(name)) for name in self.columns)


def emit(report: Report) -> None:
    """The document goes to standard output, the table to standard error."""
    print(json.dumps(report.document(), ensure_ascii=False), flush=True)
    print(report.table(), file=sys.stderr, flush=True)


def machine() -> dict[str, Any]:
    """What the figures depend on, without naming the computer."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return {
        "system": platform.system(),
        "architecture": platform.machine(),
        "python": platform.python_version(),
        "cores": usable,
    }


def median(values: Sequence[float]) -> float:
    """The middle value; 0 for none."""
    return statistics.median(values) if values else 0.0


def percentile(values: Sequence[float], share: float) -> float:
    """The value that ``share`` (0–1) of the values do not exceed; 0 for none."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)] if ordered else 0.0


def paired_ratio(values: Sequence[float], references: Sequence[float]) -> float:
    """Median of the ratios of pairs that were taken one right after the other."""
    pairs = zip(values, references, strict=True)
    return median([value / reference for value, reference in pairs if reference > 0])


def _rounded(value: Any) -> Any:
    return round(value, 3) if isinstance(value, float) else value


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.2f}" if abs(value) < 100 else f"{value:.0f}"
    return "" if value is None else str(value)
