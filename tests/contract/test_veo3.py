"""Veo: three back ends behind one registration, each with its own key and nobody else's."""

from typing import Any

import pytest

from mediadesk.domain.cost_calculator import CostCalculator
from mediadesk.domain.errors import Billed, ProviderError, ProviderErrorKind, UsageError
from mediadesk.domain.generation import FinishReason, GenerationType, RemoteJob
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.parameters import Parameters
from mediadesk.domain.remote import RemoteItem
from mediadesk.domain.sniff import MP4, sniff
from mediadesk.providers.base import Account, BaseProvider, CancelOutcome
from mediadesk.providers.factory import ProviderFactory
from mediadesk.providers.network.http import HttpRoom
from tests.contract.canonical import canonical, captured
from tests.contract.conftest import KEY, bare_request, make_request, picture
from tests.fakes.context import FakeContext
from tests.simulator import Simulator
from tests.simulator.media import mp4

VIDEO = GenerationType.VIDEO
OMNI, FAL_VEO = "gemini-omni-1.2-flash", "fal-ai/veo3.1"
AGENT_VEO = "publishers/google/models/veo-3.1-generate-001"
FAL_KEY = "0123-4567:secret-89ab"
SUBMIT = ":predictLongRunning"
BACK_ENDS = ((OMNI, KEY), (AGENT_VEO, KEY), (FAL_VEO, FAL_KEY))
each_back_end = pytest.mark.parametrize(("model", "key"), BACK_ENDS, ids=["omni", "agent", "fal"])


def connect(http: HttpRoom, simulator: Simulator, key: str = KEY) -> BaseProvider:
    return ProviderFactory(http).create(ProviderId("veo3"), Account(simulator.root_url, key))


@pytest.fixture
def veo(http: HttpRoom, simulator: Simulator) -> BaseProvider:
    return connect(http, simulator)


async def test_request_equals_the_recorded_one(veo: BaseProvider, simulator: Simulator) -> None:
    parameters: Parameters = {
        "duration": "8",
        "aspect_ratio": "16:9",
        "resolution": "720p",
        "person_generation": "allow_adult",
        "negative_prompt": "blurry",
        "generate_audio": True,
    }
    frame = b"\x89PNG"
    inputs = (picture(frame, "a.png", "first_frame"), picture(frame, "b.png", "last_frame"))
    request = bare_request(veo, VIDEO, AGENT_VEO, "A cat", parameters, inputs=inputs)
    await veo.generate(request, FakeContext())
    assert canonical(simulator.requests[0]) == captured("vertex_generate_videos", "veo3")
    poll = canonical(simulator.requests[1])
    assert poll == captured("vertex_operations_get", "veo3")


@each_back_end
async def test_every_back_end_makes_a_video(
    http: HttpRoom, simulator: Simulator, model: str, key: str
) -> None:
    provider = connect(http, simulator, key)
    context = FakeContext()
    result = await provider.generate(make_request(provider, VIDEO, model), context)
    assert sniff(context.results[0]) is MP4
    assert result.usage.seconds == 8
    assert context.events.index("submitting") < context.events.index("accepted")
    assert provider.model_named(model, VIDEO) in provider.models


@each_back_end
async def test_every_back_end_goes_on_after_a_restart(
    http: HttpRoom, simulator: Simulator, model: str, key: str
) -> None:
    class Killed(FakeContext):
        async def accepted(self, job: RemoteJob, *stays: RemoteItem) -> None:
            await super().accepted(job, *stays)
            raise RuntimeError("killed")

    first = connect(http, simulator, key)
    before = Killed()
    with pytest.raises(RuntimeError, match="killed"):
        await first.generate(make_request(first, VIDEO, model), before)
    sent = len(billable(simulator))
    again, context = connect(http, simulator, key), FakeContext()
    await again.resume(before.jobs[0], make_request(again, VIDEO, model), context)
    assert context.results == [mp4()]
    assert len(billable(simulator)) == sent == 1
    assert await again.look_up(before.jobs[0], None) == before.jobs[0]


def billable(simulator: Simulator) -> list[dict[str, Any]]:
    ends = (SUBMIT, "/interactions", FAL_VEO)
    return [entry for entry in simulator.submissions if entry["path"].endswith(ends)]


@pytest.mark.parametrize(
    ("model", "key", "named"),
    [(OMNI, FAL_KEY, "Gemini"), (AGENT_VEO, FAL_KEY, "Agent"), (FAL_VEO, KEY, "fal")],
)
async def test_no_key_goes_to_a_service_that_it_does_not_belong_to(
    http: HttpRoom, simulator: Simulator, model: str, key: str, named: str
) -> None:
    provider = connect(http, simulator, key)
    context = FakeContext()
    with pytest.raises(UsageError, match=f"made by .*{named}"):
        await provider.generate(make_request(provider, VIDEO, model), context)
    assert simulator.requests == []
    assert context.events == []


@pytest.mark.parametrize(
    ("address", "model"),
    [
        ("https://generativelanguage.googleapis.com", AGENT_VEO),
        ("https://us-central1-aiplatform.googleapis.com", OMNI),
        ("https://aiplatform.googleapis.com", FAL_VEO),
        ("https://queue.fal.run", OMNI),
    ],
)
async def test_the_address_selects_the_back_end(http: HttpRoom, address: str, model: str) -> None:
    provider = ProviderFactory(http).create(ProviderId("veo3"), Account(address, KEY))
    with pytest.raises(UsageError):
        await provider.generate(make_request(provider, VIDEO, model), FakeContext())
    if "generative" not in address:
        models = await provider.available_models()
        assert models
        assert model not in {listed.id for listed in models}


@pytest.mark.parametrize(
    ("options", "kind", "billed"),
    [
        ({"failed": True}, ProviderErrorKind.SERVER, Billed.FREE),
        ({"in_storage": True}, ProviderErrorKind.MALFORMED, Billed.UNKNOWN),
    ],
)
async def test_operations_that_fail(
    veo: BaseProvider,
    simulator: Simulator,
    options: dict[str, Any],
    kind: ProviderErrorKind,
    billed: Billed,
) -> None:
    simulator.plan(SUBMIT, **options)
    with pytest.raises(ProviderError) as caught:
        await veo.generate(make_request(veo, VIDEO, AGENT_VEO), FakeContext())
    assert (caught.value.kind, caught.value.billed) == (kind, billed)


@pytest.mark.parametrize("done", ["true", 1, None, False])
async def test_a_clip_ends_the_job_whatever_it_says_beside(
    veo: BaseProvider, simulator: Simulator, done: object
) -> None:
    simulator.plan(SUBMIT, done=done)
    context = FakeContext()
    await veo.generate(make_request(veo, VIDEO, AGENT_VEO), context)
    assert context.results == [mp4()]


async def test_filtered_video_is_a_refusal(veo: BaseProvider, simulator: Simulator) -> None:
    simulator.plan(SUBMIT, filtered=True)
    result = await veo.generate(make_request(veo, VIDEO, AGENT_VEO), FakeContext())
    assert result.finish_reason is FinishReason.REFUSED
    assert "A known face." in result.missing


async def test_references_are_spelt_as_the_platform_wants_them(
    veo: BaseProvider, simulator: Simulator
) -> None:
    model = veo.model_named(AGENT_VEO, VIDEO)
    assert model is not None
    role = next(role.name for role in model.input_roles if "frame" not in role.name)
    request = make_request(veo, VIDEO, AGENT_VEO, inputs=(picture(b"\0\0\0", "a.png", role),))
    await veo.generate(request, FakeContext())
    (reference,) = simulator.submissions[0]["body"]["json"]["instances"][0]["referenceImages"]
    assert reference["referenceType"] == "asset"


async def test_a_poll_that_is_refused_leaves_the_outcome_open(
    veo: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(":fetchPredictOperation", "wrong_key")
    with pytest.raises(ProviderError) as caught:
        await veo.generate(make_request(veo, VIDEO, AGENT_VEO), FakeContext())
    assert caught.value.billed is Billed.UNKNOWN


async def test_an_operation_that_is_gone_has_expired(veo: BaseProvider) -> None:
    name = f"projects/p/locations/l/{AGENT_VEO}/operations/gone"
    job = RemoteJob(name, data={"back_end": "agent-platform"})
    with pytest.raises(ProviderError) as caught:
        await veo.resume(job, make_request(veo, VIDEO, AGENT_VEO), FakeContext())
    assert caught.value.kind is ProviderErrorKind.EXPIRED


@pytest.mark.parametrize(
    "name", ["", "op1", "../x/operations/op1", "a/operations/b?x=1", f"{AGENT_VEO}/operations/"]
)
async def test_names_that_are_no_operation_are_not_asked_for(
    veo: BaseProvider, simulator: Simulator, name: str
) -> None:
    job = RemoteJob(name, data={"back_end": "agent-platform"})
    with pytest.raises(ProviderError):
        await veo.resume(job, make_request(veo, VIDEO, AGENT_VEO), FakeContext())
    assert simulator.requests == []


async def test_cancel_where_that_is_possible(http: HttpRoom, simulator: Simulator) -> None:
    agent = RemoteJob("x", data={"back_end": "agent-platform"})
    assert await connect(http, simulator).cancel(agent) is CancelOutcome.NOT_POSSIBLE
    queued = RemoteJob("x", data={"endpoint_id": FAL_VEO})
    assert await connect(http, simulator, FAL_KEY).cancel(queued) is CancelOutcome.UNKNOWN
    assert simulator.requests[0]["path"] == "/fal-ai/veo3.1/requests/x/cancel"


async def test_key_checks_ask_the_right_service(http: HttpRoom, simulator: Simulator) -> None:
    assert (await connect(http, simulator).check_key()).works
    assert (await connect(http, simulator, FAL_KEY).check_key()).works
    paths = [entry["path"] for entry in simulator.requests]
    assert paths[0] == "/v1/models"
    assert paths[1] == "/v1/models/pricing"


async def test_lists_name_what_the_account_can_use(http: HttpRoom, simulator: Simulator) -> None:
    google = {model.id for model in await connect(http, simulator).available_models()}
    assert {OMNI, AGENT_VEO} <= google
    assert FAL_VEO not in google
    fal = {model.id for model in await connect(http, simulator, FAL_KEY).available_models()}
    assert FAL_VEO in fal
    assert OMNI not in fal


@pytest.mark.parametrize("name", ["veo-3.1-generate-preview", "veo-3.0-fast-001", "veo-2.0-001"])
def test_names_of_the_past_say_what_replaces_them(veo: BaseProvider, name: str) -> None:
    model = veo.model_named(name, VIDEO)
    assert model is not None
    assert model.replaced_by == OMNI
    assert model.ends_on is not None


@pytest.mark.parametrize("name", ["gemini-3.8-flash", "gemini-nano-banana-2.1", ""])
def test_other_kinds_are_not_its_business(veo: BaseProvider, name: str) -> None:
    assert veo.model_named(name, VIDEO) is None
    assert veo.model_named(OMNI, GenerationType.IMAGE) is None


@pytest.mark.parametrize(
    ("resolution", "micro"), [("720p", 3_200_000), ("1080p", 3_200_000), ("4k", 4_800_000)]
)
def test_prices_follow_the_resolution(veo: BaseProvider, resolution: str, micro: int) -> None:
    model = veo.model_named(AGENT_VEO, VIDEO)
    assert model is not None
    parameters: Parameters = {"duration": "8", "resolution": resolution}
    assert CostCalculator().estimate(model, 10, parameters, 1).upper_micro == micro
