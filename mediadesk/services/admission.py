"""Admission: everything that has to be true before a request may be queued. Changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from mediadesk.domain.errors import DiskFullError, NotFoundError, UsageError
from mediadesk.domain.generation import GenerationRequest, GenerationType
from mediadesk.domain.input_tokens import NO_TOKENS, InputExtent, InputTokens
from mediadesk.domain.parameters import check_parameters
from mediadesk.providers.aliases import resolve_provider_name
from mediadesk.services.connections import accounts_for, check_account
from mediadesk.services.planning import (
    Plan,
    check_inputs,
    check_served,
    checked_request,
    context_tokens,
    estimate_of,
    extent_of,
    make_plan,
    read_tokens,
)
from mediadesk.storage import generations, projects
from mediadesk.storage.ballast import BALLAST_BYTES

if TYPE_CHECKING:
    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.domain.cost_calculator import Estimate
    from mediadesk.services.engine import Engine
    from mediadesk.services.models import ModelCatalog
    from mediadesk.storage.generations import StoredInput
    from mediadesk.storage.rows import Readable

EXPECTED_BYTES = {
    GenerationType.TEXT: 64 * 1024,
    GenerationType.IMAGE: 8 * 1024 * 1024,
    GenerationType.AUDIO: 16 * 1024 * 1024,
    GenerationType.VIDEO: 64 * 1024 * 1024,
}
"""What one result may take on the disk: generous for its kind."""


class Admission:
    """Checks requests against the models, the library and the disk."""

    def __init__(self, engine: Engine, catalog: ModelCatalog) -> None:
        self._engine = engine
        self._catalog = catalog

    async def plan(self, request: GenerationRequest) -> Plan:
        """The checked request with its calls. Raises ``UsageError`` and its kinds, and others."""
        model = self._catalog.spec(request.provider, request.model, request.type)
        checked = checked_request(request, model)

        def work(connection: Readable) -> tuple[list[StoredInput], InputTokens]:
            self._check_project(connection, checked)
            self._check_account(connection, checked, model)
            inputs = generations.input_assets(connection, self._engine.user, checked.inputs)
            return inputs, self._context(connection, checked)

        inputs, context = await self._engine.database.read_raw(work)
        check_inputs(model, inputs)
        provider_id = resolve_provider_name(checked.provider)
        return make_plan(checked, provider_id, model, inputs, context)

    async def estimate(
        self, request: GenerationRequest, files: Sequence[InputExtent] = ()
    ) -> Estimate:
        """What a request may cost with ``files`` as inputs beside those that it names.

        Raises ``UsageError`` and its kinds, ``NotFoundError``.
        """
        model = self._catalog.spec(request.provider, request.model, request.type)
        # The price of a choice that was left open is that of the default, which will be sent.
        filled = check_parameters(model.parameters, request.parameters)
        request = replace(request, parameters=filled)

        def work(connection: Readable) -> tuple[list[StoredInput], InputTokens]:
            inputs = generations.input_assets(connection, self._engine.user, request.inputs)
            return inputs, self._context(connection, request)

        stored, context = await self._engine.database.read_raw(work)
        extents = [*files, *(extent_of(one) for one in stored)]
        given = read_tokens(request, model, extents, context)
        return estimate_of(request, model, request.result_count, given)

    async def check_space(self, plan: Plan) -> None:
        """Raise ``DiskFullError`` where the result would need the reserve."""
        engine = self._engine
        needed = EXPECTED_BYTES[plan.request.type] * plan.request.result_count
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
            raise NotFoundError("The chosen key was removed.", "Choose another one.")
        account = wanted[0] if wanted else None
        base_url = engine.connections.base_url(adapter, account)
        check_account(adapter, account, base_url)
        if not base_url or base_url == adapter.default_base_url:
            # another host may serve what the maker has ended
            day = engine.clock.local_day(engine.clock.now_ms())
            check_served(model, adapter.label, date.fromisoformat(day))

    def _context(self, connection: Readable, request: GenerationRequest) -> InputTokens:
        """Tokens of the earlier turns that are sent along."""
        if request.parent_id is None:
            return NO_TOKENS
        parent = generations.get_generation(connection, self._engine.user, request.parent_id)
        if parent.type is not GenerationType.TEXT:
            raise UsageError(
                f"{parent.id} made {parent.type.value}, which cannot be continued.",
                "Name a run that made text.",
            )
        turns = generations.conversation(connection, self._engine.user, request.parent_id)
        return context_tokens(turns)
