"""Calls for the tests that run over every adapter and kind."""

import pytest

from mediadesk.domain.errors import ProviderError, ProviderErrorKind
from mediadesk.providers.base import GenerationResult
from mediadesk.providers.http import HttpRoom
from tests.contract.cases import CASES, TEXTS, Case
from tests.contract.conftest import KEY
from tests.fakes.context import FakeContext
from tests.simulator import Simulator

_K = ProviderErrorKind
each_case = pytest.mark.parametrize("case", CASES, ids=str)
each_text = pytest.mark.parametrize("case", TEXTS, ids=str)


async def run(
    case: Case, http: HttpRoom, simulator: Simulator, context: FakeContext
) -> GenerationResult:
    provider = case.connect(http, simulator)
    return await provider.generate(case.request(provider), context)


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
