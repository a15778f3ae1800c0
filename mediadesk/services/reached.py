"""Whether the providers can be reached the way that is set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediadesk.domain.errors import MediadeskError

if TYPE_CHECKING:
    from mediadesk.providers.network.http import HttpRoom


@dataclass(frozen=True, slots=True)
class Reached:
    """What a test found: how many of ``asked`` answered, the slowest, why another did not."""

    asked: int
    answered: int
    slowest_ms: int
    problem: str = ""


async def reach_all(http: HttpRoom, addresses: Sequence[tuple[str, str]]) -> Reached:
    """Ask each (name, address) once, without a key; any answer is one. Engine loop only."""
    times_s: list[float] = []
    problem = ""
    for label, url in addresses:
        try:
            times_s.append(await http.reach(label, url))
        except MediadeskError as error:
            problem = problem or error.sentence()
    slowest_ms = round(max(times_s, default=0.0) * 1000)
    return Reached(len(addresses), len(times_s), slowest_ms, problem)
