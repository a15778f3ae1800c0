"""fal's official client against the same server: it sends and reads what we do."""

import asyncio
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.parameters import Parameters
from mediadesk.providers.base import Account, BaseProvider, CancelOutcome, ProviderRequest
from mediadesk.providers.factory import ProviderFactory
from mediadesk.providers.network.http import HttpRoom
from tests.contract.canonical import canonical
from tests.contract.conftest import KEY, bare_request, picture
from tests.contract.differences import compare
from tests.fakes.context import FakeContext
from tests.simulator import Simulator
from tests.simulator.media import png

pytestmark = pytest.mark.full
DEV = "fal-ai/flux/dev"
ARGUMENTS = {"prompt": "A red cube", "image_size": "landscape_4_3", "num_images": 1, "seed": 7}


@pytest.fixture
def client(simulator: Simulator, monkeypatch: pytest.MonkeyPatch) -> Any:
    module = pytest.importorskip("fal_client.client")
    root = simulator.root_url
    monkeypatch.setattr(module, "QUEUE_URL_FORMAT", f"{root}/")
    monkeypatch.setattr(module, "REST_URL", root)
    monkeypatch.setattr(module, "CDN_URL", root)
    monkeypatch.setattr(module, "MAX_ATTEMPTS", 1)
    made = module.SyncClient(key=KEY)
    yield made
    made._client.close()


@pytest.fixture
def ours(http: HttpRoom, simulator: Simulator) -> BaseProvider:
    return ProviderFactory(http).create(ProviderId("fal"), Account(simulator.root_url, KEY))


async def test_a_whole_run(client: Any, ours: BaseProvider, simulator: Simulator) -> None:
    simulator.plan(f"/{DEV}", "", 2, polls=0)

    def official() -> Any:
        handle = client.submit(DEV, ARGUMENTS)
        status = handle.status(with_logs=True)
        return status, handle.get()

    status, document = await asyncio.to_thread(official)
    count = len(simulator.requests)
    parameters: Parameters = {"image_size": "landscape_4_3", "seed": 7}
    request = bare_request(ours, GenerationType.IMAGE, DEV, "A red cube", parameters)
    context = FakeContext()
    result = await ours.generate(request, context)
    theirs = [canonical(entry) for entry in simulator.requests[:count]]
    our_own = [canonical(entry) for entry in simulator.requests[count:]]
    assert type(status).__name__ == "Completed"
    assert our_own[0] == theirs[0]
    assert our_own[1] == renamed(theirs[1])
    assert our_own[2] == renamed(theirs[-1])
    assert result.notes["seed"] == str(document["seed"])
    assert len(context.results) == len(document["images"])


async def test_settings_of_the_queue(client: Any, ours: BaseProvider, simulator: Simulator) -> None:
    lifetime = {"X-Fal-Object-Lifecycle-Preference": '{"expiration_duration_seconds": 604800}'}

    def official() -> Any:
        arguments = {"prompt": "x", "num_images": 1}
        return client.submit(DEV, arguments, priority="low", start_timeout=300, headers=lifetime)

    handle = await asyncio.to_thread(official)
    parameters: Parameters = {
        "queue_priority": "low",
        "start_timeout": 300,
        "media_lifetime": "604800",
    }
    context = FakeContext()
    await ours.generate(bare_request(ours, GenerationType.IMAGE, DEV, "x", parameters), context)
    theirs, our_own = (canonical(entry) for entry in simulator.requests[:2])
    assert our_own == theirs
    assert (handle.request_id, context.jobs[0].id) == ("job-1", "job-2")


async def test_cancel(client: Any, ours: BaseProvider, simulator: Simulator) -> None:
    simulator.plan("/cancel", "", 2, cancelled="OK")
    context = FakeContext()
    request = bare_request(ours, GenerationType.IMAGE, DEV, "x", {})
    await ours.generate(request, context)
    assert await ours.cancel(context.jobs[0]) is CancelOutcome.FREE
    await asyncio.to_thread(client.cancel, DEV, context.jobs[0].id)
    our_own, theirs = (canonical(entry) for entry in simulator.requests[-2:])
    assert our_own == theirs


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
async def test_upload(client: Any, ours: BaseProvider, simulator: Simulator) -> None:
    """Larger ones: small pictures travel inside the request. The client leaves a socket open."""
    data = png(2, 2) + bytes(2 * 1024 * 1024)
    address = await asyncio.to_thread(client.upload, data, "image/png", "in.png")
    count = len(simulator.requests)
    image = picture(data, "in.png")
    model = "fal-ai/flux/dev/image-to-image"
    made = ours.model_named(model, GenerationType.IMAGE)
    assert made is not None
    facts: dict[str, Any] = {
        "prompt": "prompt",
        "roles": [{"name": "image", "field": "image_url"}],
    }
    request = ProviderRequest(
        GenerationType.IMAGE, replace(made, facts=facts), "Blue", {}, inputs=(image,)
    )
    await ours.generate(request, FakeContext())
    theirs = [canonical(entry) for entry in simulator.requests[:count]]
    token, upload, submit, *_ = (canonical(entry) for entry in simulator.requests[count:])
    compare("fal", "upload_token", token, theirs[0])
    compare("fal", "upload", upload, theirs[1])
    assert submit["body"]["json"]["image_url"].startswith(f"{simulator.root_url}/fal-media/")
    assert address.startswith(f"{simulator.root_url}/fal-media/")


async def test_upload_to_the_other_store(
    client: Any, ours: BaseProvider, simulator: Simulator
) -> None:
    """The client is told to use it; we go there where the first store fails."""
    data = png(2, 2) + bytes(2 * 1024 * 1024)
    upload = partial(client.upload, data, "image/png", "in.png", repository="fal")
    address = await asyncio.to_thread(upload)
    theirs = [canonical(entry) for entry in simulator.requests]
    simulator.plan("/storage/auth/token", "status", count=-1, status=404)
    made = ours.model_named("fal-ai/flux/dev/image-to-image", GenerationType.IMAGE)
    assert made is not None
    request = ProviderRequest(
        GenerationType.IMAGE, made, "Blue", {}, inputs=(picture(data, "in.png"),)
    )
    await ours.generate(request, FakeContext())
    later = [canonical(entry) for entry in simulator.requests[len(theirs) :]]
    sent = [one for one in later if "token" not in one["path"]]
    assert sent[0] == theirs[0]
    compare("fal", "upload_storage_put", {**sent[1], "path": theirs[1]["path"]}, theirs[1])
    assert address.startswith(f"{simulator.root_url}/fal-media/")


async def test_a_planted_difference_is_seen(
    client: Any, ours: BaseProvider, simulator: Simulator
) -> None:
    """The comparison itself can fail."""
    await asyncio.to_thread(client.submit, DEV, {**ARGUMENTS, "seed": 8})
    request = bare_request(ours, GenerationType.IMAGE, DEV, "A red cube", {"seed": 7})
    await ours.generate(request, FakeContext())
    assert canonical(simulator.requests[1]) != canonical(simulator.requests[0])


def renamed(request: dict[str, Any]) -> dict[str, Any]:
    return {**request, "path": request["path"].replace("job-1", "job-2")}
