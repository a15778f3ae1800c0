"""A simulator, the network room and providers that point at it."""

import re
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from typing import Any

import pytest

from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.parameters import ParameterValue, check_parameters
from mediadesk.providers.base import Account, BaseProvider, ProviderInput, ProviderRequest
from mediadesk.providers.factory import ProviderFactory
from mediadesk.providers.network.http import HttpRoom
from tests.fakes.context import FakeContext
from tests.simulator import Simulator

KEY = "sk-test-0123456789"
_FREE_POSTS = re.compile(
    r"/cancel$|:fetchPredictOperation$|count_tokens$|:countTokens$|/storage/|/upload|/files/upload$|"
    r"/models/pricing"
)
Requester = Callable[..., ProviderRequest]


@pytest.fixture(autouse=True)
def watched(request: pytest.FixtureRequest) -> Iterator[list[Simulator]]:
    """In every test: no billable request that was not announced, and no key at another server.

    A billable request is announced once (``submitting``), so a second one would be a second charge.
    """
    Simulator.started.clear()
    before = FakeContext.submitted
    own: list[Simulator] = []
    yield own
    if request.node.get_closest_marker("full"):
        return  # official clients send as well, and announce nothing
    logs = [entry for one in Simulator.started for entry in one.log]
    billable = [e for e in logs if e["method"] == "POST" and not _FREE_POSTS.search(e["path"])]
    # a model that the first version of an API does not know (404) is asked for at the other one
    sent = [entry for entry in billable if entry["status"] != 404]
    assert len(sent) <= FakeContext.submitted - before
    for server in Simulator.started:
        if server not in own:
            told = [value for entry in server.log for value in entry["headers"].values()]
            assert not any(KEY in value for value in told)


@pytest.fixture
def simulator(watched: list[Simulator]) -> Iterator[Simulator]:
    with Simulator() as running:
        watched.append(running)
        yield running


@pytest.fixture
async def http() -> AsyncIterator[HttpRoom]:
    """A network room that waits for nothing: pauses between tries are skipped."""

    async def no_pause(seconds: float) -> None:
        del seconds

    room = HttpRoom(sleep=no_pause)
    yield room
    await room.aclose()


@pytest.fixture
def openai(http: HttpRoom, simulator: Simulator) -> BaseProvider:
    account = Account(simulator.base_url, KEY)
    return ProviderFactory(http).create(ProviderId("openai"), account)


@pytest.fixture
def gemini(http: HttpRoom, simulator: Simulator) -> BaseProvider:
    account = Account(simulator.root_url, KEY)
    return ProviderFactory(http).create(ProviderId("gemini"), account)


@pytest.fixture(params=["openai", "openai-compatible"])
def provider(request: pytest.FixtureRequest, http: HttpRoom, simulator: Simulator) -> BaseProvider:
    """Each provider that speaks this wire format."""
    account = Account(simulator.base_url, KEY)
    return ProviderFactory(http).create(ProviderId(request.param), account)


def make_request(
    provider: BaseProvider,
    type: GenerationType,
    model_id: str,
    prompt: str = "Hello",
    *,
    parameters: Mapping[str, ParameterValue] | None = None,
    **more: Any,
) -> ProviderRequest:
    """A request with checked parameters, as the runner builds it."""
    model = provider.model_named(model_id, type)
    assert model is not None
    checked = check_parameters(model.parameters, parameters or {})
    return ProviderRequest(type, model, prompt, checked, **more)


def bare_request(
    provider: BaseProvider,
    type: GenerationType,
    model_id: str,
    prompt: str,
    parameters: Mapping[str, ParameterValue],
    **more: Any,
) -> ProviderRequest:
    """A request with exactly these parameters: no defaults of the form."""
    model = provider.model_named(model_id, type)
    assert model is not None
    for name, value in parameters.items():
        spec = next(spec for spec in model.parameters if spec.name == name)
        assert spec.check(value) == value
    return ProviderRequest(type, model, prompt, dict(parameters), **more)


def picture(data: bytes, name: str, role: str = "image") -> ProviderInput:
    """An input picture."""

    async def read() -> bytes:
        return data

    return ProviderInput(role, GenerationType.IMAGE, "image/png", len(data), name, read)
