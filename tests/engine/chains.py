"""Links of fallback chains, and what becomes of them."""

from __future__ import annotations

from typing import Any

from mediadesk.domain.errors import (
    ProviderError,
    ProviderErrorKind,
)
from mediadesk.domain.ids import ProviderName
from mediadesk.domain.route_view import Outcome, RouteStop
from mediadesk.domain.routes import FallbackLink

Kind = ProviderErrorKind
SCRIPTED = ProviderName("scripted")
BATCH = FallbackLink(SCRIPTED, "batch")
MYSTERY = FallbackLink(SCRIPTED, "mystery")
IMAGE = FallbackLink(SCRIPTED, "image")


def refused(kind: Kind = Kind.AUTH, **more: Any) -> ProviderError:
    return ProviderError(kind, f"It went wrong: {kind.value}.", "", **({"status": 401} | more))


def outcomes(stops: tuple[RouteStop, ...]) -> list[tuple[str, Outcome]]:
    return [(stop.model.model, stop.outcome) for stop in stops]
