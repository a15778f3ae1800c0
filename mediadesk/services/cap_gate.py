"""CapGate: the one place where caps are checked, inside the transaction that holds the money.

Months are those of the user's time zone. A call belongs to the month in which it was queued: its
hold, release, charge and every later correction count there, however long it runs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediadesk.domain.errors import CapRefusedError
from mediadesk.domain.ids import ProjectId, ProviderName, UserId
from mediadesk.domain.money import format_usd
from mediadesk.domain.projects import Cap, CapPeriod, CapScope, CapUse
from mediadesk.providers.aliases import names_of, resolve_provider_name
from mediadesk.storage import caps, rollups
from mediadesk.storage.settings import may_pass_budgets

if TYPE_CHECKING:
    from mediadesk.storage.caps import StoredCap
    from mediadesk.storage.events import EventChain
    from mediadesk.storage.rows import Readable, Transaction


@dataclass(frozen=True, slots=True)
class Passage:
    """What the caps said to a run that may go on. ``exceptions``: caps that it may pass once."""

    exceptions: tuple[CapUse, ...] = ()
    passed: tuple[CapUse, ...] = ()
    """Caps that only give notice and are used up now."""
    near: tuple[CapUse, ...] = ()
    """Caps that tell how much is used of them now, for the first time in their period."""

    @property
    def exception(self) -> str:
        """The names of the caps that may be passed once; empty where none is."""
        return ", ".join(use.cap.label for use in self.exceptions)

    def notices(self) -> list[str]:
        """Sentences for the user."""
        told = [f"The {use.cap.label} is used up." for use in self.passed]
        told += [
            f"The {use.cap.label} was passed by a one-time exception." for use in self.exceptions
        ]
        told += [
            f"{use.cap.notice_percent} % of the {use.cap.label} "
            f"({format_usd(use.cap.limit_micro)}) is spent or held."
            for use in self.near
        ]
        return told


NO_CAPS = Passage()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one of several calls that are queued together may cost, in micro-USD."""

    project_id: ProjectId
    provider: ProviderName
    micro: int


class CapGate:
    """Checks runs against every cap that applies."""

    def __init__(self, user: UserId, chain: EventChain) -> None:
        self._user = user
        self._chain = chain

    def check(
        self,
        connection: Transaction,
        project_id: ProjectId,
        provider: ProviderName,
        wanted_micro: int,
        day: str,
        *,
        over_cap_once: bool = False,
        run_micro: int = 0,
    ) -> Passage:
        """Whether a run that may cost ``wanted_micro`` and is queued on ``day`` may go on.

        ``run_micro`` is what the run has spent and held with its other calls: it counts under a
        limit for one run. With ``over_cap_once`` it may in any case, which is recorded, unless
        the settings allow no exception. To be called in the transaction that writes the hold.
        Raises ``CapRefusedError`` for the cap that leaves least.
        """
        found = [
            (stored, use)
            for stored, use in uses_with_rows(connection, self._user, day[:7])
            if applies(use.cap, project_id, provider)
        ]

        def wanted(use: CapUse) -> int:
            return wanted_micro + (run_micro if use.cap.period is CapPeriod.JOB else 0)

        refusing = [use for _, use in found if use.refuses(wanted(use))]
        if refusing:
            least, may_pass = min(refusing, key=_room), may_pass_budgets(connection)
            if not (over_cap_once and may_pass):
                raise least.refusal(wanted(least), may_pass=may_pass)
        for use in refusing:
            self._record(connection, "cap.exception", project_id, use.cap, wanted_micro)
        passed = [
            use for _, use in found if use.cap.is_notice_only and wanted_micro > use.free_micro
        ]
        told = [*refusing, *passed]
        near = []
        for stored, use in found:
            period = day[:7] if use.cap.period is CapPeriod.MONTH else "total"
            if wanted_micro and use.is_near_with(wanted_micro) and stored.noticed != period:
                caps.remember_notice(connection, stored.row_id, period)
                near += [] if use in told else [use]
        return Passage(tuple(refusing), tuple(passed), tuple(near))

    def check_together(
        self, connection: Transaction, calls: Sequence[Wanted], day: str, *, run_count: int
    ) -> None:
        """Refuse what ``run_count`` runs may cost together, before each is checked by itself.

        Raises ``CapRefusedError`` with their sum, for the cap that leaves least. A limit for one
        run says nothing about several.
        """
        refusing = []
        for use in cap_uses(connection, self._user, day[:7]):
            own = [one.micro for one in calls if applies(use.cap, one.project_id, one.provider)]
            if use.cap.period is not CapPeriod.JOB and use.refuses(sum(own)):
                refusing.append((use, sum(own)))
        if refusing:
            use, wanted = min(refusing, key=lambda one: _room(one[0]))
            raise use.refusal(wanted, run_count, may_pass=may_pass_budgets(connection))

    def passed_by(
        self,
        connection: Transaction,
        project_id: ProjectId,
        provider: ProviderName,
        micro: int,
        day: str,
    ) -> tuple[Cap, ...]:
        """The caps that so much more would take past their limit, in the month of ``day``."""
        return tuple(
            use.cap
            for use in cap_uses(connection, self._user, day[:7])
            if applies(use.cap, project_id, provider)
            and use.cap.period is not CapPeriod.JOB
            and use.used_micro + micro > use.cap.limit_micro
        )

    def log_refusal(
        self, connection: Transaction, project_id: ProjectId, error: CapRefusedError
    ) -> None:
        """Record that a cap said no; ids and digests only."""
        detail = f"{error.cap}|{error.limit_micro}|{error.wanted_micro}"
        digest = hashlib.sha256(detail.encode()).digest()
        self._chain.append(connection, "cap.refused", "project", project_id, digest)

    def _record(
        self,
        connection: Transaction,
        kind: str,
        project_id: ProjectId,
        cap: Cap,
        wanted_micro: int,
    ) -> None:
        detail = f"{cap.label}|{cap.limit_micro}|{wanted_micro}"
        digest = hashlib.sha256(detail.encode()).digest()
        self._chain.append(connection, kind, "project", project_id, digest)


def cap_uses(connection: Readable, user: UserId, month: str) -> list[CapUse]:
    """Every cap with what is spent and held under it; ``month`` (“YYYY-MM”) is the present one."""
    return [use for _, use in uses_with_rows(connection, user, month)]


def uses_with_rows(
    connection: Readable, user: UserId, month: str
) -> list[tuple[StoredCap, CapUse]]:
    """The same, with how each cap is stored."""
    return [
        (stored, _use(connection, user, stored, month))
        for stored in caps.stored_caps(connection, user)
    ]


def applies(cap: Cap, project_id: ProjectId, provider: ProviderName) -> bool:
    """Whether a run in this project with this provider counts under ``cap``."""
    if cap.scope is CapScope.PROJECT:
        return cap.project_id == project_id
    if cap.scope is CapScope.OVERALL or cap.provider is None:
        return True
    return resolve_provider_name(cap.provider) == resolve_provider_name(provider)


def names_under(cap: Cap) -> Sequence[str] | None:
    """The provider names whose calls count under ``cap``; None = all."""
    return names_of(cap.provider) if cap.provider is not None else None


def _use(connection: Readable, user: UserId, stored: StoredCap, month: str) -> CapUse:
    cap = stored.cap
    if cap.period is CapPeriod.JOB:
        return CapUse(cap, 0, 0)
    spent, held = rollups.sums(
        connection,
        user,
        project_row_id=stored.project_row_id,
        providers=names_under(cap),
        month=month if cap.period is CapPeriod.MONTH else None,
    )
    return CapUse(cap, spent, held)


def _room(use: CapUse) -> int:
    return use.cap.limit_micro if use.cap.period is CapPeriod.JOB else use.free_micro
