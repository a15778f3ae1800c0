"""What the next requests shall meet: plans are used up in the order in which they were made."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(slots=True)
class Plan:
    """For the next ``count`` requests on ``path`` (its end is enough): a fault and options.

    Options that every route understands: ``latency_s`` (before the answer begins) and ``pause_s``
    (between chunks). Others belong to a route or a fault and are described there.
    """

    path: str
    fault: str = ""
    count: int = 1
    method: str = ""
    options: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> "Plan":
        """Read the JSON that ``POST /_control`` takes."""
        known = {"path", "fault", "count", "method"}
        options = {name: value for name, value in document.items() if name not in known}
        return cls(
            str(document.get("path", "")),
            str(document.get("fault", "")),
            int(document.get("count", 1)),
            str(document.get("method", "")),
            options,
        )

    def fits(self, method: str, path: str) -> bool:
        """Whether this plan is for that request."""
        return self.count != 0 and path.endswith(self.path) and self.method in ("", method)


class Plans:
    """The open plans."""

    def __init__(self) -> None:
        self._plans: list[Plan] = []

    def add(self, plan: Plan) -> None:
        """Add a plan after those that are open; a negative count never ends."""
        self._plans.append(plan)

    def clear(self) -> None:
        """Forget all plans."""
        self._plans.clear()

    def take(self, method: str, path: str) -> Plan:
        """The plan for a request; a plain answer where none is open."""
        for plan in self._plans:
            if plan.fits(method, path):
                plan.count -= 1
                return plan
        return Plan(path)

    def describe(self) -> list[dict[str, Any]]:
        """All open plans as JSON."""
        return [asdict(plan) for plan in self._plans if plan.count != 0]
