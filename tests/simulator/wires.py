"""Which wire format a request speaks. A provider with a format of its own adds one ``Wire`` here.

Several services share addresses such as ``/v1/models``; the headers tell them apart.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.simulator import (
    agent_platform_routes,
    anthropic_routes,
    fal_routes,
    gemini_routes,
    openai_responses,
    openai_routes,
    openrouter_routes,
)
from tests.simulator.faults import Fault
from tests.simulator.wire import Desk, Request, Response


@dataclass(frozen=True)
class Wire:
    """One wire format: its requests, its answers, and faults told in its own words."""

    name: str
    fits: Callable[[Request], bool]
    answer: Callable[[Request, dict[str, Any], Desk], Response]
    faults: Mapping[str, Fault] = field(default_factory=dict)


WIRES = (
    Wire(
        "anthropic",
        lambda request: "anthropic-version" in request.headers,
        anthropic_routes.answer,
        anthropic_routes.FAULTS,
    ),
    Wire("fal", fal_routes.fits, fal_routes.answer, fal_routes.FAULTS),
    Wire(
        "agent-platform",
        agent_platform_routes.fits,
        agent_platform_routes.answer,
        gemini_routes.FAULTS,
    ),
    Wire("gemini", gemini_routes.fits, gemini_routes.answer, gemini_routes.FAULTS),
    Wire(
        "openrouter",
        openrouter_routes.fits,
        openrouter_routes.answer,
        openrouter_routes.FAULTS,
    ),
    Wire("openai-responses", openai_responses.fits, openai_responses.answer),
    Wire(
        "openai",
        lambda request: True,
        lambda request, options, desk: openai_routes.answer(request, options, desk.base_url),
    ),
)
"""The first that fits answers; the last one fits everything."""


def wire_of(request: Request) -> Wire:
    """The wire format of a request."""
    return next(wire for wire in WIRES if wire.fits(request))
