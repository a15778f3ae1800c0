"""Projects, and caps: limits that refuse before anything is sent. Amounts in micro-USD."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from mediadesk.domain.errors import CapRefusedError
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import AssetId, ProjectId, ProviderName
from mediadesk.domain.money import format_usd
from mediadesk.domain.routes import Chain

NOTICE_PERCENT = 80
"""The usual share from which on a budget tells that it is nearly used up."""


class CapScope(StrEnum):
    """What a cap covers."""

    OVERALL = "overall"
    PROJECT = "project"
    PROVIDER = "provider"


class CapPeriod(StrEnum):
    """Over which time a cap counts; JOB is a ceiling for a single run."""

    TOTAL = "total"
    MONTH = "month"
    JOB = "job"


@dataclass(frozen=True, slots=True)
class Cap:
    """One limit. ``label`` names it for people (“monthly budget of Lighthouse film”)."""

    scope: CapScope
    period: CapPeriod
    limit_micro: int
    label: str
    project_id: ProjectId | None = None
    provider: ProviderName | None = None
    is_notice_only: bool = False
    notice_percent: int = NOTICE_PERCENT
    """From this share on it tells that it is nearly used up."""


@dataclass(frozen=True, slots=True)
class CapUse:
    """A cap with what is spent and held under it now."""

    cap: Cap
    spent_micro: int
    held_micro: int

    @property
    def used_micro(self) -> int:
        """Spent and held together."""
        return self.spent_micro + self.held_micro

    @property
    def over_micro(self) -> int:
        """How far it is passed: by a one-time exception, or by a charge above what was held."""
        return 0 if self.cap.period is CapPeriod.JOB else max(0, -self._left_micro)

    @property
    def is_near(self) -> bool:
        """Whether so much of it is used that it tells."""
        return self.is_near_with(0)

    def is_near_with(self, wanted_micro: int) -> bool:
        """Whether ``wanted_micro`` more would use so much of it that it tells."""
        if self.cap.period is CapPeriod.JOB:
            return False
        used = self.used_micro + wanted_micro
        return used * 100 >= self.cap.limit_micro * self.cap.notice_percent

    @property
    def free_micro(self) -> int:
        """What new runs may still use; never negative."""
        return max(0, self._left_micro)

    @property
    def _left_micro(self) -> int:
        return self.cap.limit_micro - self.used_micro

    def refuses(self, wanted_micro: int) -> bool:
        """Whether a run that may cost ``wanted_micro`` would pass this cap."""
        if self.cap.is_notice_only:
            return False
        if self.cap.period is CapPeriod.JOB:
            return wanted_micro > self.cap.limit_micro
        return wanted_micro > self.free_micro and wanted_micro > 0

    def refusal(
        self, wanted_micro: int, run_count: int = 1, *, may_pass: bool = True
    ) -> CapRefusedError:
        """The error that names the cap and what is left."""
        limit = format_usd(self.cap.limit_micro)
        left = f"{format_usd(self.free_micro)} of {limit} is left"
        if self.cap.period is CapPeriod.JOB:
            left = f"one run may cost {limit}"
        wanted = format_usd(wanted_micro)
        said = (
            f"The {self.cap.label} refused this run: {left}, the run may cost {wanted}. "
            "Nothing was sent."
        )
        if run_count > 1:
            said = (
                f"The {self.cap.label} refused these {run_count} runs: {left}, "
                f"together they may cost {wanted}. Nothing was sent."
            )
        step = "Raise the budget, wait for running jobs, or choose cheaper settings."
        if not may_pass:
            step = "No exceptions are allowed: raise the budget or choose cheaper settings."
        return CapRefusedError(
            said,
            step,
            cap=self.cap.label,
            limit_micro=self.cap.limit_micro,
            free_micro=self.free_micro,
            wanted_micro=wanted_micro,
            may_pass=may_pass,
        )


@dataclass(frozen=True, slots=True)
class Project:
    """A project with its counts and money. ``budget_micro`` is its total cap, if any.

    ``budget``: of its budgets, in total or each month, the one that is used up furthest.
    """

    id: ProjectId
    name: str
    description: str = ""
    thumbnail_asset_id: AssetId | None = None
    is_archived: bool = False
    is_default: bool = False
    is_deleted: bool = False
    item_count: int = 0
    spent_micro: int = 0
    held_micro: int = 0
    budget_micro: int | None = None
    budget: CapUse | None = None
    created_at: datetime | None = None
    fallback: Mapping[GenerationType, Chain] = field(default_factory=dict)
    """The chains of its runs, by the kind that they make."""
