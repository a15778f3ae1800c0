"""Calls for the tests that run over every adapter and kind, and the classes of hostile answers."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import pytest

from mediadesk.domain.errors import ProviderError, ProviderErrorKind
from mediadesk.providers.base import GenerationResult
from mediadesk.providers.network.http import HttpRoom
from tests.contract.cases import CASES, Case
from tests.contract.conftest import KEY
from tests.fakes.context import FakeContext, FakeSink
from tests.simulator import Simulator

_K = ProviderErrorKind
_Test = TypeVar("_Test", bound=Callable[..., Any])
each_case = pytest.mark.parametrize("case", CASES, ids=str)
CLASSES: dict[str, dict[str, int]] = {}
"""Class of hostile answers → adapter → how many different answers each of its calls gets."""


def hostile(
    name: str, faults: Iterable[Any] = ("",), cases: tuple[Case, ...] = CASES
) -> Callable[[_Test], _Test]:
    """Run a test for every fault (its ``fault``) against every case; counted under ``name``."""
    told = list(faults)
    counts = CLASSES.setdefault(name, {})
    for provider in {case.provider for case in cases}:
        counts[provider] = counts.get(provider, 0) + len(told)

    def decorate(test: _Test) -> _Test:
        if told != [""]:
            test = pytest.mark.parametrize("fault", told, ids=str)(test)
        decorated: _Test = pytest.mark.parametrize("case", cases, ids=str)(test)
        return decorated

    return decorate


async def run(
    case: Case, http: HttpRoom, simulator: Simulator, context: FakeContext, result_count: int = 1
) -> GenerationResult:
    provider = case.connect(http, simulator)
    return await provider.generate(case.request(provider, result_count), context)


async def failure(
    case: Case, http: HttpRoom, simulator: Simulator, context: FakeContext | None = None
) -> ProviderError:
    """The error that one call ends with; it never holds the key."""
    with pytest.raises(ProviderError) as caught:
        await run(case, http, simulator, context or FakeContext())
    assert KEY not in str(caught.value) + repr(caught.value) + caught.value.next_step
    return caught.value


def billable(case: Case, simulator: Simulator) -> int:
    """How many billable requests arrived."""
    return sum(entry["path"].endswith(case.path) for entry in simulator.submissions)


def plan(simulator: Simulator, path: str, options: Mapping[str, Any]) -> None:
    """A plan from options among which is the fault."""
    rest = {name: value for name, value in options.items() if name != "fault"}
    simulator.plan(path, options.get("fault", ""), **rest)


class ForgetfulContext(FakeContext):
    """Keeps no bytes: a flood would fill the memory of the test."""

    async def sink(self, index: int, declared_mime: str) -> FakeSink:
        """A sink that only counts."""
        found = await super().sink(index, declared_mime)
        self.sinks[index] = _Forgetful(found.declared_mime)
        return self.sinks[index]


class _Forgetful(FakeSink):
    async def write(self, data: bytes) -> None:
        self.writes += 1
