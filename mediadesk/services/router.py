"""ProviderRouter: goes on with the next model of a fallback chain where a call ended free.

The end of one attempt and the queueing of the next are one transaction, so that a kill in between
is not possible: either both are there, or the attempt is as it was.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mediadesk.domain.errors import (
    Billed,
    CapRefusedError,
    LibraryDamagedError,
    NotFoundError,
    StorageError,
    UsageError,
)
from mediadesk.domain.generation import AttemptState
from mediadesk.domain.routes import FallbackLink, PassedOver
from mediadesk.services.admission import Admission
from mediadesk.services.planning import over_limit
from mediadesk.services.requests import request_for_link, request_from
from mediadesk.storage import attempts, generations, routes
from mediadesk.storage.generation_rows import load_generations
from mediadesk.storage.routes import LinkCall
from mediadesk.storage.settings import local_day

if TYPE_CHECKING:
    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.domain.errors import MediadeskError
    from mediadesk.domain.generation import GenerationRequest
    from mediadesk.domain.ids import AssetId
    from mediadesk.services.cap_gate import Passage
    from mediadesk.services.engine import Engine
    from mediadesk.services.engine_store import Landing
    from mediadesk.services.models import ModelCatalog
    from mediadesk.services.planning import Plan
    from mediadesk.storage.attempts import AttemptJob
    from mediadesk.storage.routes import StoredRoute
    from mediadesk.storage.rows import Readable, Transaction

LONGEST_WAIT_S = 5.0
"""A longer wait for a provider that is busy or out of reach is not made where a chain goes on."""
_OWN_TROUBLE = (StorageError, LibraryDamagedError)
"""Errors of this library, which another provider would meet as well."""


class NoWayOnError(Exception):
    """The chain has nothing that could be gone on with: the transaction is to be taken back."""


@dataclass(frozen=True, slots=True)
class Followed:
    """The link that follows an attempt, and what the caps said to it."""

    link: FallbackLink
    passage: Passage


@dataclass(frozen=True, slots=True)
class _Next:
    """One link as it would be called."""

    plan: Plan
    call: LinkCall


class ProviderRouter:
    """Ends attempts, and queues what follows them. Methods run inside a write transaction."""

    def __init__(self, engine: Engine, catalog: ModelCatalog) -> None:
        self._engine = engine
        self._catalog = catalog
        self._admission = Admission(engine, catalog)

    def costs_more(self, connection: Readable, job: AttemptJob) -> bool:
        """Whether a call that waits would be held for more today."""
        return self._admission.again(connection, job)[1] > job.hold_micro

    def hold_anew(self, connection: Transaction, job: AttemptJob) -> AttemptJob:
        """Hold a call that is about to be made at today's price, where that has risen.

        Raises ``CapRefusedError``: the call then ends free.
        """
        _, hold = self._admission.again(connection, job)
        more = max(0, hold - job.hold_micro)
        ceiling = routes.route_of_generation(connection, job.generation_row_id).max_cost_micro
        wanted = more + routes.spent_and_held(connection, job.generation_row_id)
        if more and ceiling is not None and wanted > ceiling:
            raise over_limit(wanted, ceiling)
        return self._engine.store.hold_more(connection, job, hold)

    def refuse(self, connection: Transaction, job: AttemptJob, error: CapRefusedError) -> None:
        """End a queued call that a cap refuses at today's price; nothing follows it."""
        store = self._engine.store
        store.caps.log_refusal(connection, job.project_id, error)
        store.end(connection, job, AttemptState.FAILED, Billed.FREE, error)

    def end(
        self,
        connection: Transaction,
        job: AttemptJob,
        state: AttemptState,
        billed: Billed,
        error: MediadeskError | None = None,
        **changes: object,
    ) -> Followed | None:
        """End an attempt without a result; returns the link that follows it, if any."""
        owner = attempts.owner_of(connection, job.row_id)
        self._engine.store.end(connection, job, state, billed, error, **changes)
        if isinstance(error, _OWN_TROUBLE):
            return None
        return self._follow(connection, job, owner)

    def land(
        self, connection: Transaction, job: AttemptJob, landing: Landing
    ) -> tuple[list[AssetId], Followed | None]:
        """Land what a call delivered; a refusal that cost nothing may be followed."""
        owner = attempts.owner_of(connection, job.row_id)
        landed = self._engine.store.land(connection, job, landing)
        return landed, self._follow(connection, job, owner)

    def leave(self, connection: Transaction, job: AttemptJob, error: MediadeskError) -> Followed:
        """End an attempt free that would have to wait, and go on with the chain.

        Raises ``NoWayOnError`` where nothing can follow; the attempt then waits as ever.
        """
        route = routes.route_of_generation(connection, job.generation_row_id)
        if job.link >= len(route.links):
            raise NoWayOnError
        followed = self.end(connection, job, AttemptState.FAILED, Billed.FREE, error)
        if followed is None:
            raise NoWayOnError
        return followed

    def _follow(
        self, connection: Transaction, job: AttemptJob, owner: str | None
    ) -> Followed | None:
        if not routes.may_be_followed(connection, job.row_id):
            return None
        route = routes.route_of_generation(connection, job.generation_row_id)
        if job.link >= len(route.links):
            return None
        user, store = self._engine.user, self._engine.store
        day = local_day(connection, store.clock, store.clock.now_ms())
        asked = request_from(load_generations(connection, user, [job.generation_row_id])[0][1])
        used = routes.spent_and_held(connection, job.generation_row_id)
        for number, link in enumerate(route.links[job.link :], start=job.link + 1):
            try:
                found = self._next(connection, job, asked, route, number, used)
                passage = store.caps.check(
                    connection,
                    asked.project_id,
                    link.provider,
                    found.plan.hold_micro,
                    day,
                    run_micro=used,
                )
            except CapRefusedError as refusal:
                store.caps.log_refusal(connection, asked.project_id, refusal)
                passed = PassedOver(number, refusal.sentence(), is_end=True)
                routes.add_passed_over(connection, job.row_id, passed)
                return None
            except (UsageError, NotFoundError) as problem:
                passed = PassedOver(number, problem.sentence())
                routes.add_passed_over(connection, job.row_id, passed)
                continue
            self._queue(connection, job, found, owner, day, passage)
            return Followed(link, passage)
        return None

    def _next(
        self,
        connection: Transaction,
        job: AttemptJob,
        asked: GenerationRequest,
        route: StoredRoute,
        number: int,
        used_micro: int,
    ) -> _Next:
        """The calls that a link would make for the part of ``job``, checked anew."""
        link = route.links[number - 1]
        model = self._catalog.spec(link.provider, link.model, asked.type)
        request, dropped = request_for_link(asked, self._asked_model(asked), link, model)
        ceiling = route.max_cost_micro
        left = None if ceiling is None else max(0, ceiling - used_micro)
        request = replace(request, result_count=job.result_count, max_cost_micro=left)
        plan = self._admission.plan_in(connection, request, model, job.first_result)
        call = LinkCall(
            number,
            link.provider,
            plan.provider_id,
            model.id,
            link.account_id,
            plan.request.parameters,
            plan.request.extra,
            dropped,
        )
        return _Next(plan, call)

    def _asked_model(self, asked: GenerationRequest) -> ModelSpec | None:
        try:
            return self._catalog.spec(asked.provider, asked.model, asked.type)
        except UsageError:
            return None

    def _queue(
        self,
        connection: Transaction,
        job: AttemptJob,
        found: _Next,
        owner: str | None,
        day: str,
        passage: Passage,
    ) -> None:
        """Write the calls with their holds; the link may need several for one of the first."""
        store = self._engine.store
        number = routes.last_number(connection, job.generation_row_id)
        for new in found.plan.attempts:
            number += 1
            store.add_attempt(
                connection,
                job.generation_row_id,
                number,
                new,
                owner,
                day,
                retry_of=job.row_id,
                passage=passage,
                call=found.call,
            )
        digest = found.plan.attempts[0].fingerprint
        store.record(connection, "generation.route", job.generation_id, digest)
        generations.refresh_status(connection, job.generation_row_id, store.clock.now_ms())
