"""The same run with one setting changed, so that it costs less."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.parameters import ParameterKind, ParameterSpec
from mediadesk.ui.setting_words import value_words
from mediadesk.ui.support.sentences import tr_spec

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from mediadesk.domain.generation import GenerationRequest
    from mediadesk.domain.parameters import ParameterValue
    from mediadesk.ui.service_set import ServiceSet

MOST_TRIED = 24
FEWEST_TRIED = 6


@dataclass(frozen=True, slots=True)
class CheaperRun:
    """``setting`` and ``value`` in words, and the most that the run may cost then. Micro-USD."""

    request: GenerationRequest
    setting: str
    value: str
    upper_micro: int


async def cheaper_run(
    services: ServiceSet,
    request: GenerationRequest,
    price: Callable[[GenerationRequest], Awaitable[int | None]],
    *,
    wanted_micro: int,
    room_micro: int,
    run_count: int = 1,
) -> CheaperRun | None:
    """The dearest that fits into ``room_micro``; else the cheapest, where one costs less at all.

    ``price`` tells the most that the ``run_count`` runs of a changed request may cost; None = not
    known. The more runs there are, the fewer changes are tried.
    """
    most = max(FEWEST_TRIED, MOST_TRIED // run_count)
    found = []
    for listed, value in itertools.islice(_others(services, request), most):
        spec = tr_spec(listed)
        asked = replace(request, parameters={**request.parameters, spec.name: value})
        try:
            upper = await price(asked)
        except MediadeskError:
            continue  # the value does not go with another setting
        if upper is not None and upper < wanted_micro:
            found.append(CheaperRun(asked, spec.label, value_words(spec, value), upper))
    fitting = [one for one in found if one.upper_micro <= room_micro]
    if fitting:
        return max(fitting, key=lambda one: one.upper_micro)
    return min(found, key=lambda one: one.upper_micro, default=None)


def _others(
    services: ServiceSet, request: GenerationRequest
) -> Iterator[tuple[ParameterSpec, ParameterValue]]:
    """Every other value of the settings that have few, and the least of those that have a range."""
    model = services.models.spec(request.provider, request.model, request.type)
    for spec in model.parameters:
        values: tuple[ParameterValue, ...] = tuple(choice.value for choice in spec.choices)
        if spec.kind is ParameterKind.FLAG:
            values = (False, True)
        elif spec.minimum is not None and spec.kind is ParameterKind.INTEGER:
            values = (int(spec.minimum),)
        elif spec.minimum is not None and spec.kind is ParameterKind.NUMBER:
            values = (spec.minimum,)
        for value in values:
            if value != request.parameters.get(spec.name, spec.default):
                yield spec, value
