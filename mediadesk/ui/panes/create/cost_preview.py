"""What a run would cost, and the budget that has the least left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mediadesk.domain.cost_calculator import Estimate
from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.generation import GenerationRequest
from mediadesk.ui.panes.create.estimate_basis import basis_words
from mediadesk.ui.support.translation import tr
from mediadesk.ui.words import estimate_words

if TYPE_CHECKING:
    from mediadesk.domain.route_view import LinkEstimate
    from mediadesk.services.money import FreeBudget
    from mediadesk.ui.service_set import ServiceSet


@dataclass(frozen=True, slots=True)
class EstimateState:
    """The estimate of the form as it stands; both None where the form cannot be run as it is.

    ``links``: what it may cost with each model of its fallback chain, the first one included.
    ``basis``: what it is made of, in words.
    """

    estimate: Estimate | None
    free: FreeBudget | None
    links: tuple[LinkEstimate, ...] = ()
    basis: str = ""

    def words(self) -> str:
        """The amount as people read it, “Price not known” where there is none."""
        if self.estimate is None:
            return estimate_words(None, None)
        return estimate_words(self.estimate.expected_micro, self.estimate.upper_micro)


NOT_KNOWN = EstimateState(None, None)


async def cost_preview(
    services: ServiceSet, request: GenerationRequest, parts: Sequence[GenerationRequest]
) -> EstimateState:
    """Estimate ``request``, or the ``parts`` it is sent in, and read the budgets it draws on."""
    try:
        if parts:
            found = await services.batches.quote(parts)
            total = Estimate(found.expected_micro, found.upper_micro, len(parts))
            return EstimateState(
                replace(total, notice=_parts_words(len(parts))),
                await services.money.free_for(request),
                basis=tr("{count} parts").format(count=len(parts)),
            )
        route = await services.generations.estimate_route(request)
    except MediadeskError:
        return NOT_KNOWN
    model = services.models.spec(request.provider, request.model, request.type)
    basis = basis_words(request, model, route.total)
    return EstimateState(route.total, await services.money.free_for(request), route.links, basis)


def _parts_words(count: int) -> str:
    words = tr("The script is spoken in {count} parts, each priced, and joined into one sound.")
    return words.format(count=count)
