"""OpenRouter's video jobs: polled, resumed, failed, expired."""

from typing import Any

import pytest

from mediadesk.domain.errors import (
    Billed,
    InvalidInputError,
    ProviderError,
    ProviderErrorKind,
)
from mediadesk.domain.generation import GenerationType, RemoteJob
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.sniff import MP4, sniff
from mediadesk.providers.base import Account, BaseProvider
from mediadesk.providers.factory import ProviderFactory
from mediadesk.providers.network.http import HttpRoom
from tests.contract.conftest import KEY, make_request, picture
from tests.fakes.context import FakeContext
from tests.simulator import Simulator
from tests.simulator.media import mp4

TEXT, IMAGE, VIDEO, AUDIO = (
    GenerationType.TEXT,
    GenerationType.IMAGE,
    GenerationType.VIDEO,
    GenerationType.AUDIO,
)
VEO = "google/veo-3.1"
VIDEOS = "/videos"
DOT = b"\0\0\0"


def connect(http: HttpRoom, simulator: Simulator, key: str = KEY) -> BaseProvider:
    account = Account(f"{simulator.root_url}/api/v1", key)
    return ProviderFactory(http).create(ProviderId("openrouter"), account)


@pytest.fixture
def openrouter(http: HttpRoom, simulator: Simulator) -> BaseProvider:
    return connect(http, simulator)


async def test_video_is_polled_with_growing_waits(
    openrouter: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(VIDEOS, polls=5)
    context = FakeContext()
    result = await openrouter.generate(make_request(openrouter, VIDEO, VEO), context)
    assert context.results == [mp4()]
    assert sniff(context.results[0]) is MP4
    assert context.jobs[0].id == "gen-vid-1"
    assert context.sleeps == [10.0, 15.0, 22.5, 30.0, 30.0]
    assert context.events.index("accepted") < context.events.index("fetching")
    assert (result.reported_micro, result.request_id) == (3_200_000, "gen-9")
    assert result.usage.seconds == 8


async def test_video_goes_on_after_a_restart(
    openrouter: BaseProvider, http: HttpRoom, simulator: Simulator
) -> None:
    class Killed(FakeContext):
        async def progress(self, fraction: float | None, stage: str) -> None:
            raise RuntimeError("killed")

    request = make_request(openrouter, VIDEO, VEO)
    before = Killed()
    with pytest.raises(RuntimeError, match="killed"):
        await openrouter.generate(request, before)
    context = FakeContext()
    again = connect(http, simulator)
    result = await again.resume(before.jobs[0], request, context)
    assert context.results == [mp4()]
    assert result.reported_micro == 3_200_000
    assert len(simulator.submissions) == 1
    assert context.events.count("submitting") == 0


@pytest.mark.parametrize(
    ("options", "kind", "billed"),
    [
        ({"status": "failed"}, ProviderErrorKind.SERVER, Billed.FREE),
        ({"status": "failed", "cost": 1.5}, ProviderErrorKind.SERVER, Billed.CHARGED),
        (
            {"status": "failed", "error": "Blocked by the safety policy"},
            ProviderErrorKind.BLOCKED,
            Billed.FREE,
        ),
        ({"status": "cancelled"}, ProviderErrorKind.SERVER, Billed.FREE),
        ({"status": "expired"}, ProviderErrorKind.EXPIRED, Billed.UNKNOWN),
        ({"status": "dancing"}, ProviderErrorKind.MALFORMED, Billed.UNKNOWN),
    ],
)
async def test_video_that_fails(
    openrouter: BaseProvider,
    simulator: Simulator,
    options: dict[str, Any],
    kind: ProviderErrorKind,
    billed: Billed,
) -> None:
    simulator.plan(VIDEOS, **options)
    context = FakeContext()
    with pytest.raises(ProviderError) as caught:
        await openrouter.generate(make_request(openrouter, VIDEO, VEO), context)
    assert (caught.value.kind, caught.value.billed) == (kind, billed)
    assert context.results == []


@pytest.mark.parametrize("fault", ["wrong_key", "no_credit", "forbidden"])
async def test_a_refused_poll_leaves_the_outcome_open(
    openrouter: BaseProvider, simulator: Simulator, fault: str
) -> None:
    simulator.plan("/gen-vid-1", fault)
    with pytest.raises(ProviderError) as caught:
        await openrouter.generate(make_request(openrouter, VIDEO, VEO), FakeContext())
    assert caught.value.billed is Billed.UNKNOWN


async def test_a_video_that_is_gone_has_expired(openrouter: BaseProvider) -> None:
    job = RemoteJob("gen-vid-99")
    with pytest.raises(ProviderError) as caught:
        await openrouter.resume(job, make_request(openrouter, VIDEO, VEO), FakeContext())
    assert caught.value.kind is ProviderErrorKind.EXPIRED


async def test_a_polling_address_elsewhere_is_not_asked(
    openrouter: BaseProvider, simulator: Simulator
) -> None:
    with Simulator() as elsewhere:
        simulator.plan(VIDEOS, polls=0)
        request = make_request(openrouter, VIDEO, VEO)
        await openrouter.generate(request, FakeContext())
        job = RemoteJob("gen-vid-1", {"polling_url": f"{elsewhere.root_url}/steal"})
        await openrouter.resume(job, request, FakeContext())
        assert elsewhere.requests == []


async def test_frames_and_references_exclude_each_other(
    openrouter: BaseProvider, simulator: Simulator
) -> None:
    inputs = (picture(DOT, "a.png", "first_frame"), picture(DOT, "b.png", "reference"))
    request = make_request(openrouter, VIDEO, VEO, inputs=inputs)
    with pytest.raises(InvalidInputError):
        await openrouter.generate(request, FakeContext())
    assert simulator.requests == []
