"""What a run may cost: with the model that was asked for, and with each that may follow it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mediadesk.domain.cost_calculator import Estimate
from mediadesk.domain.errors import NotFoundError, UsageError
from mediadesk.domain.route_view import LinkEstimate, RouteEstimate
from mediadesk.domain.routes import FallbackLink
from mediadesk.services.admission import Admission, KnownRequest
from mediadesk.services.connections import check_link_account
from mediadesk.services.planning import check_inputs, check_turns
from mediadesk.services.requests import request_for_link
from mediadesk.storage import generations

if TYPE_CHECKING:
    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.domain.generation import GenerationRequest
    from mediadesk.domain.input_tokens import InputExtent
    from mediadesk.services.engine import Engine
    from mediadesk.services.models import ModelCatalog
    from mediadesk.storage.rows import Readable


class RouteEstimates:
    """Estimates requests with their chains. Changes nothing."""

    def __init__(self, engine: Engine, catalog: ModelCatalog) -> None:
        self._engine = engine
        self._catalog = catalog
        self._admission = Admission(engine, catalog)

    async def estimate(
        self, request: GenerationRequest, files: Sequence[InputExtent] = ()
    ) -> RouteEstimate:
        """What a request may cost with ``files`` as inputs beside those that it names.

        Raises ``UsageError`` and its kinds, ``NotFoundError``.
        """
        model = self._catalog.spec(request.provider, request.model, request.type)

        def work(connection: Readable) -> RouteEstimate:
            user = self._engine.user
            known = KnownRequest(
                generations.input_assets(connection, user, request.inputs),
                files,
                self._admission.turns(connection, request),
            )
            chain = self._admission.route(connection, request).links
            first = self._admission.estimate(request, model, known)
            links = [self._of_link(connection, request, model, one, known) for one in chain]
            asked = FallbackLink(request.provider, request.model, request.account_id)
            return RouteEstimate(
                _total(first, links, request.max_cost_micro), (LinkEstimate(asked, first), *links)
            )

        return await self._engine.database.read_raw(work)

    def _of_link(
        self,
        connection: Readable,
        request: GenerationRequest,
        asked: ModelSpec,
        link: FallbackLink,
        known: KnownRequest,
    ) -> LinkEstimate:
        try:
            check_link_account(connection, self._engine.user, link)
            model = self._catalog.spec(link.provider, link.model, request.type)
            changed, dropped = request_for_link(request, asked, link, model)
            if not known.files:
                check_inputs(model, known.stored)
            check_turns(model, known.turns)
            found = self._admission.estimate(changed, model, known)
        except (UsageError, NotFoundError) as error:
            return LinkEstimate(link, None, error.sentence())
        problem = ""
        if found.upper_micro is None and request.max_cost_micro is None:
            problem = f"The price of {model.label} is not known; it needs a limit for the run."
        return LinkEstimate(link, found, problem, dropped)


def _total(first: Estimate, links: Sequence[LinkEstimate], ceiling: int | None) -> Estimate:
    """The first one's expected cost, and the dearest bound among those that could be used."""
    if first.upper_micro is None:
        return first
    upper, is_free = first.upper_micro, first.is_free
    for link in links:
        if link.estimate is None or link.problem:
            continue
        bound = link.estimate.upper_micro
        upper = max(upper, ceiling or 0 if bound is None else bound)
        is_free = is_free and link.estimate.is_free
    if ceiling is not None and ceiling >= first.upper_micro:
        upper = min(upper, ceiling)
    return replace(first, upper_micro=upper, is_free=is_free)
