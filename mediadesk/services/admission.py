"""Admission: everything that has to be true before a request may be queued. Changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediadesk.domain.errors import DiskFullError, NotFoundError, UsageError
from mediadesk.domain.generation import GenerationRequest, GenerationType
from mediadesk.providers.aliases import resolve_provider_name
from mediadesk.services.connections import accounts_for, check_account
from mediadesk.services.planning import Plan, check_inputs, checked_request, make_plan
from mediadesk.storage import generations, projects
from mediadesk.storage.ballast import BALLAST_BYTES

if TYPE_CHECKING:
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

        def work(connection: Readable) -> tuple[list[StoredInput], int]:
            self._check_project(connection, checked)
            self._check_account(connection, checked)
            inputs = generations.input_assets(connection, self._engine.user, checked.inputs)
            return inputs, self._context_length(connection, checked)

        inputs, context_length = await self._engine.database.read_raw(work)
        check_inputs(model, inputs)
        provider_id = resolve_provider_name(checked.provider)
        return make_plan(checked, provider_id, model, inputs, context_length)

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

    def _check_account(self, connection: Readable, request: GenerationRequest) -> None:
        engine = self._engine
        adapter = engine.connections.provider_class(request.provider)
        stored = accounts_for(connection, engine.user, request.provider)
        wanted = [one for one in stored if request.account_id in (None, one.id)]
        if request.account_id is not None and not wanted:
            raise NotFoundError("The chosen key was removed.", "Choose another one.")
        account = wanted[0] if wanted else None
        check_account(adapter, account, engine.connections.base_url(adapter, account))

    def _context_length(self, connection: Readable, request: GenerationRequest) -> int:
        """Characters of the earlier turns that are sent along."""
        if request.parent_id is None:
            return 0
        turns = generations.conversation(connection, self._engine.user, request.parent_id)
        return sum(len(turn.prompt) + turn.size_bytes for turn in turns)
