"""Admission: everything that has to be true before a request may be queued. Changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from mediadesk.domain.errors import DiskFullError, NotFoundError, UsageError
from mediadesk.domain.generation import GenerationRequest, GenerationType
from mediadesk.domain.input_tokens import InputExtent
from mediadesk.domain.parameters import check_parameters
from mediadesk.domain.routes import FallbackLink, check_chain
from mediadesk.providers.aliases import resolve_provider_name
from mediadesk.services.connections import accounts_for, check_account, check_link_account
from mediadesk.services.planning import (
    Plan,
    check_inputs,
    check_served,
    check_turns,
    checked_request,
    context_tokens,
    estimate_of,
    extent_of,
    make_plan,
    read_tokens,
)
from mediadesk.services.requests import request_from
from mediadesk.storage import generations, projects
from mediadesk.storage.ballast import BALLAST_BYTES
from mediadesk.storage.generation_rows import load_generations
from mediadesk.storage.routes import StoredRoute

if TYPE_CHECKING:
    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.domain.cost_calculator import Estimate
    from mediadesk.services.engine import Engine
    from mediadesk.services.models import ModelCatalog
    from mediadesk.storage.attempts import AttemptJob
    from mediadesk.storage.generations import StoredInput, StoredTurn
    from mediadesk.storage.rows import Readable

EXPECTED_BYTES = {
    GenerationType.TEXT: 64 * 1024,
    GenerationType.IMAGE: 8 * 1024 * 1024,
    GenerationType.AUDIO: 16 * 1024 * 1024,
    GenerationType.VIDEO: 64 * 1024 * 1024,
}
"""What one result may take on the disk: generous for its kind."""


@dataclass(frozen=True, slots=True)
class KnownRequest:
    """What a request is given: inputs in the library, files beside it, and earlier turns."""

    stored: Sequence[StoredInput]
    files: Sequence[InputExtent]
    turns: Sequence[StoredTurn]


class Admission:
    """Checks requests against the models, the library and the disk."""

    def __init__(self, engine: Engine, catalog: ModelCatalog) -> None:
        self._engine = engine
        self._catalog = catalog

    async def plan(self, request: GenerationRequest) -> Plan:
        """The checked request with its calls. Raises ``UsageError`` and its kinds, and others."""
        model = self._catalog.spec(request.provider, request.model, request.type)

        def work(connection: Readable) -> Plan:
            plan = self.plan_in(connection, request, model)
            return replace(plan, route=self.route(connection, request))

        return await self._engine.database.read_raw(work)

    def plan_in(
        self,
        connection: Readable,
        request: GenerationRequest,
        model: ModelSpec,
        first_result: int = 0,
    ) -> Plan:
        """As ``plan``, inside a transaction and without a chain."""
        checked = checked_request(request, model)
        self._check_project(connection, checked)
        self._check_account(connection, checked, model)
        inputs = generations.input_assets(connection, self._engine.user, checked.inputs)
        check_inputs(model, inputs)
        turns = self.turns(connection, checked)
        check_turns(model, turns)
        context = context_tokens(turns, model)
        provider_id = resolve_provider_name(checked.provider)
        return make_plan(checked, provider_id, model, inputs, context, first_result)

    def again(self, connection: Readable, job: AttemptJob) -> tuple[int | None, int]:
        """What a call that is sent again is expected to cost and what to hold, at today's price.

        Where that is not known, its first hold counts, which was the limit of its run.
        """
        try:
            model = self._catalog.spec(job.provider, job.model, job.type)
        except UsageError:
            return None, job.hold_micro
        found = load_generations(connection, self._engine.user, [job.generation_row_id])[0][1]
        request = replace(
            request_from(found), parameters=job.parameters, extra=job.extra, model=job.model
        )
        inputs = generations.input_assets(connection, self._engine.user, request.inputs)
        extents = [extent_of(stored) for stored in inputs]
        context = context_tokens(self.turns(connection, request), model)
        given = read_tokens(request, model, extents, context)
        price = estimate_of(request, model, job.result_count, given)
        upper = price.upper_micro
        return price.expected_micro, job.hold_micro if upper is None else upper

    def route(self, connection: Readable, request: GenerationRequest) -> StoredRoute:
        """The chain that a request brings, checked for what can be meant, or its project's."""
        first = FallbackLink(request.provider, request.model, request.account_id)
        links, user = request.fallback, self._engine.user
        if links is None:
            project = projects.get_project(connection, user, request.project_id)
            found = project.fallback.get(request.type, ())
            links = tuple(link for link in found if link != first)
            return StoredRoute(links, False, request.max_cost_micro)
        check_chain(first, links)
        for link in links:
            self._catalog.spec(link.provider, link.model, request.type)
            check_link_account(connection, user, link)
        return StoredRoute(links, True, request.max_cost_micro)

    def estimate(
        self, request: GenerationRequest, model: ModelSpec, known: KnownRequest
    ) -> Estimate:
        """What a request may cost with one model. Raises ``UsageError`` and its kinds."""
        # The price of a choice that was left open is that of the default, which will be sent.
        filled = check_parameters(model.parameters, request.parameters)
        request = replace(request, parameters=filled)
        extents = [*known.files, *(extent_of(one) for one in known.stored)]
        context = context_tokens(known.turns, model)
        given = read_tokens(request, model, extents, context)
        found = estimate_of(request, model, request.result_count, given)
        return replace(
            found,
            price_source=model.pricing.source,
            price_as_of=model.pricing.as_of,
            notice=self._catalog.prices.notice([model], self._catalog.today()),
        )

    async def check_space(self, type: GenerationType, result_count: int) -> None:
        """Raise ``DiskFullError`` where so many results would need the reserve."""
        engine = self._engine
        needed = EXPECTED_BYTES[type] * result_count
        # where the reserve is not whole, its size has to stay free on top
        reserve = 0 if engine.ballast.is_whole else BALLAST_BYTES
        free = await engine.pool.run(engine.ballast.free_bytes)
        if free < needed + reserve:
            raise DiskFullError(
                "The disk has too little space for the result; nothing was sent.",
                "Free some space and try again.",
            )

    def _check_project(self, connection: Readable, request: GenerationRequest) -> None:
        project = projects.get_project(connection, self._engine.user, request.project_id)
        if project.is_deleted or project.is_archived:
            raise UsageError(
                f"The project “{project.name}” is archived or deleted.",
                "Choose another project, or take it out of the archive.",
            )

    def _check_account(
        self, connection: Readable, request: GenerationRequest, model: ModelSpec
    ) -> None:
        engine = self._engine
        adapter = engine.connections.provider_class(request.provider)
        stored = accounts_for(connection, engine.user, request.provider)
        wanted = [one for one in stored if request.account_id in (None, one.id)]
        if request.account_id is not None and not wanted:
            raise NotFoundError(
                "The chosen key was removed or switched off.", "Choose another one."
            )
        account = wanted[0] if wanted else None
        base_url = engine.connections.base_url(adapter, account)
        check_account(adapter, account, base_url)
        if not base_url or base_url == adapter.default_base_url:
            # another host may serve what the maker has ended
            day = engine.clock.local_day(engine.clock.now_ms())
            check_served(model, adapter.label, date.fromisoformat(day))

    def turns(self, connection: Readable, request: GenerationRequest) -> Sequence[StoredTurn]:
        """The earlier turns that are sent along."""
        if request.parent_id is None:
            return ()
        parent = generations.get_generation(connection, self._engine.user, request.parent_id)
        if parent.type is not GenerationType.TEXT:
            raise UsageError(
                f"{parent.id} made {parent.type.value}, which cannot be continued.",
                "Name a run that made text.",
            )
        return generations.conversation(connection, self._engine.user, request.parent_id)
