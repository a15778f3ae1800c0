"""fal: requests equal to the recorded ones, queue, uploads, recovery, forms and prices."""

from typing import Any

import pytest

from mediadesk.domain.errors import Billed, ProviderError, ProviderErrorKind
from mediadesk.domain.generation import FinishReason, GenerationType, RemoteJob
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.parameters import Parameters
from mediadesk.domain.sniff import MP4, PNG, WAV, sniff
from mediadesk.providers.base import (
    Account,
    BaseProvider,
    CancelOutcome,
    ProviderInput,
)
from mediadesk.providers.factory import ProviderFactory
from mediadesk.providers.fal.models import make_model
from mediadesk.providers.network.http import HttpRoom
from tests.contract.canonical import canonical, captured_all
from tests.contract.conftest import KEY, bare_request, make_request
from tests.contract.differences import compare
from tests.contract.listing import ask, bodies, failure
from tests.fakes.context import FakeContext
from tests.simulator import Simulator

_K = ProviderErrorKind
IMAGE, VIDEO, AUDIO = GenerationType.IMAGE, GenerationType.VIDEO, GenerationType.AUDIO
DEV, SCHNELL, VEO = "fal-ai/flux/dev", "fal-ai/flux/schnell", "fal-ai/veo3.1"
RECORDED_ID = "764cabcf-b745-4b3e-ae38-1200304cf45b"


def connect(http: HttpRoom, simulator: Simulator, key: str = KEY) -> BaseProvider:
    return ProviderFactory(http).create(ProviderId("fal"), Account(simulator.root_url, key))


@pytest.fixture
def fal(http: HttpRoom, simulator: Simulator) -> BaseProvider:
    return connect(http, simulator)


def file(data: bytes, name: str, role: str, type: GenerationType, mime: str) -> ProviderInput:
    async def read() -> bytes:
        return data

    return ProviderInput(role, type, mime, len(data), name, read)


# ------------------------------------------------------- equal to what the official client sent


async def test_a_whole_run(fal: BaseProvider, simulator: Simulator) -> None:
    parameters: Parameters = {"image_size": "landscape_4_3", "seed": 7}
    simulator.plan(f"/{DEV}", polls=1)
    request = bare_request(fal, IMAGE, DEV, "A red cube", parameters)
    await fal.generate(request, FakeContext())
    sent = [canonical(entry) for entry in simulator.requests]
    assert sent[0] == captured_all("submit", "fal")[0]
    (status,) = captured_all("status", "fal")
    _, result = captured_all("result", "fal")
    for ours, theirs in ((sent[1], status), (sent[-2], result)):
        assert ours == {**theirs, "path": theirs["path"].replace(RECORDED_ID, "job-1")}


async def test_settings_of_the_queue(fal: BaseProvider, simulator: Simulator) -> None:
    """Without the address for a call back: nothing listens here. And one picture is told."""
    parameters: Parameters = {
        "queue_priority": "low",
        "start_timeout": 300,
        "media_lifetime": "604800",
    }
    request = bare_request(fal, IMAGE, DEV, "x", parameters)
    await fal.generate(request, FakeContext())
    (expected,) = captured_all("submit_options", "fal")
    assert expected["query"].pop("fal_webhook")
    expected["body"]["json"]["num_images"] = 1
    assert canonical(simulator.requests[0]) == expected


async def test_cancel(fal: BaseProvider, simulator: Simulator) -> None:
    job = RemoteJob(RECORDED_ID, {}, {"endpoint_id": DEV})
    await fal.cancel(job)
    assert canonical(simulator.requests[0]) == captured_all("cancel", "fal")[0]


ECHO = make_model(
    "acme/echo",
    "Echo",
    AUDIO,
    {"prompt": "text", "roles": [{"name": "audio", "field": "audio_url", "type": "audio"}]},
)
SOUND = file(b"\x89PNG\r\n", "in.png", "audio", AUDIO, "image/png")


async def test_upload(fal: BaseProvider, simulator: Simulator) -> None:
    """We let uploads expire after a day, which the official client leaves to the account."""
    await fal.generate(ask(ECHO, inputs=(SOUND,)), FakeContext())
    token, upload = captured_all("upload_cdn", "fal")
    assert canonical(simulator.requests[0]) == token
    sent = canonical(simulator.requests[1])
    compare("fal", "upload", sent, upload)
    assert simulator.requests[1]["headers"]["authorization"] == "Bearer cdn-token"
    assert bodies(simulator)[1]["audio_url"] == f"{simulator.root_url}/fal-media/1-in.png"
    assert bodies(simulator)[1]["text"] == "Hello"


@pytest.mark.parametrize("path", ["/storage/auth/token", "/files/upload"])
async def test_upload_to_the_other_store(
    fal: BaseProvider, simulator: Simulator, path: str
) -> None:
    """Where the first cannot take it; the official client sends its key to the bucket too."""
    simulator.plan(path, "status", count=-1, status=503)
    context = FakeContext()
    await fal.generate(ask(ECHO, inputs=(SOUND,)), context)
    initiate, put = captured_all("upload_storage", "fal")
    sent = [canonical(entry) for entry in simulator.requests]
    (asked,) = (one for one in sent if one["path"] == initiate["path"])
    assert asked == initiate
    (stored,) = (one for one in sent if one["method"] == "PUT")
    compare("fal", "upload_storage_put", {**stored, "path": put["path"]}, put)
    address = bodies(simulator)[-1]["audio_url"]
    assert address.startswith(f"{simulator.root_url}/fal-media/")
    (kept,) = (one for one in context.remote_items if one.id == address)
    assert (kept.can_delete, kept.expires_at) == (False, None)


async def test_a_refused_key_is_not_tried_elsewhere(http: HttpRoom, simulator: Simulator) -> None:
    refused = connect(http, simulator, "wrong-id:wrong-secret")
    error = await failure(refused, ask(ECHO, inputs=(SOUND,)))
    assert error.kind is _K.AUTH
    assert len(simulator.requests) == 1


# ------------------------------------------------------------------------------------------ jobs


async def test_pictures_arrive_without_the_key(fal: BaseProvider, simulator: Simulator) -> None:
    context = FakeContext()
    request = make_request(fal, IMAGE, SCHNELL, result_count=2)
    result = await fal.generate(request, context)
    assert [sniff(data) for data in context.results] == [PNG, PNG]
    assert context.results[0] != context.results[1]
    assert result.usage.images == 2
    assert result.notes["seed"] == "7"
    assert result.request_id == "job-1"
    assert context.events[:2] == ["submitting", "accepted"]
    assert "progress Rendering" in context.events
    assert bodies(simulator)[0]["num_images"] == 2


@pytest.mark.parametrize(("model", "type", "media"), [
    (VEO, VIDEO, MP4),
    ("fal-ai/kokoro/american-english", AUDIO, WAV),
])  # fmt: skip
async def test_clips_and_sounds(
    fal: BaseProvider, model: str, type: GenerationType, media: object
) -> None:
    context = FakeContext()
    result = await fal.generate(make_request(fal, type, model), context)
    assert sniff(context.results[0]) is media
    assert result.usage.seconds == (8 if type is VIDEO else None)


async def test_seconds_go_out_as_the_endpoint_wants_them(
    fal: BaseProvider, simulator: Simulator
) -> None:
    await fal.generate(make_request(fal, VIDEO, VEO, parameters={"duration": "6"}), FakeContext())
    await fal.generate(make_request(fal, VIDEO, "minimax/h3"), FakeContext())
    speech: Parameters = {"voice_setting.voice_id": "Wise_Woman", "voice_setting.speed": 1.5}
    request = make_request(fal, AUDIO, "fal-ai/minimax/speech-2.8-hd", parameters=speech)
    await fal.generate(request, FakeContext())
    veo, h3, voice = bodies(simulator)
    assert (veo["duration"], h3["duration"]) == ("6s", 6)
    assert voice["voice_setting"] == {"voice_id": "Wise_Woman", "speed": 1.5}
    assert not {"queue_priority", "media_lifetime"} & {*veo, *h3, *voice}


async def test_waits_grow(fal: BaseProvider, simulator: Simulator) -> None:
    simulator.plan(f"/{SCHNELL}", polls=42)
    context = FakeContext()
    await fal.generate(make_request(fal, IMAGE, SCHNELL), context)
    assert context.sleeps == [1.0] * 10 + [2.0] * 25 + [5.0] * 7


async def test_an_endless_job_can_be_looked_up_later(
    fal: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(f"/{SCHNELL}", polls=10_000)
    error = await failure(fal, make_request(fal, IMAGE, SCHNELL))
    assert (error.kind, error.billed) == (_K.INTERRUPTED, Billed.UNKNOWN)


async def test_a_job_goes_on_after_a_restart(
    fal: BaseProvider, http: HttpRoom, simulator: Simulator
) -> None:
    class Killed(FakeContext):
        async def progress(self, fraction: float | None, stage: str) -> None:
            raise RuntimeError("killed")

    request = make_request(fal, IMAGE, SCHNELL)
    before = Killed()
    with pytest.raises(RuntimeError, match="killed"):
        await fal.generate(request, before)
    context = FakeContext()
    await connect(http, simulator).resume(before.jobs[0], request, context)
    assert len(context.results) == 1
    assert len(simulator.submissions) == 1
    assert "submitting" not in context.events


async def test_addresses_that_are_not_named_are_made(
    fal: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(f"/{DEV}", bare=True)
    context = FakeContext()
    await fal.generate(make_request(fal, IMAGE, DEV), context)
    assert context.jobs[0].urls == {}
    assert len(context.results) == 1
    assert simulator.requests[1]["path"] == "/fal-ai/flux/requests/job-1/status"


async def test_the_queue_is_asked_nowhere_else(fal: BaseProvider, simulator: Simulator) -> None:
    with Simulator() as elsewhere:
        job = RemoteJob("x", {"status": f"{elsewhere.root_url}/steal"}, {"endpoint_id": DEV})
        with pytest.raises(ProviderError, match="outside"):
            await fal.resume(job, make_request(fal, IMAGE, DEV), FakeContext())
        assert elsewhere.requests == []
    assert simulator.requests == []


async def test_results_elsewhere_are_not_opened(fal: BaseProvider, simulator: Simulator) -> None:
    with Simulator() as elsewhere:
        simulator.plan(f"/{SCHNELL}", urls=[f"{elsewhere.root_url}/fal-media/a.png"])
        error = await failure(fal, make_request(fal, IMAGE, SCHNELL))
        assert elsewhere.requests == []
    assert error.kind is _K.MALFORMED
    assert error.billed is Billed.UNKNOWN


@pytest.mark.parametrize("path", ["/status", "/requests/job-1"])
@pytest.mark.parametrize("fault", ["wrong_key", "forbidden", "rate_limit"])
async def test_no_poll_reads_as_a_refusal_of_the_run(
    fal: BaseProvider, simulator: Simulator, path: str, fault: str
) -> None:
    simulator.plan(path, fault, count=-1)
    error = await failure(fal, make_request(fal, IMAGE, SCHNELL))
    assert error.billed is Billed.UNKNOWN


@pytest.mark.parametrize(
    ("options", "kind", "billed"),
    [
        (
            {"status_code": 422, "document": {"detail": [
                {"loc": ["body", "prompt"], "msg": "Flagged.", "type": "content_policy_violation"}
            ]}},
            _K.BLOCKED, Billed.FREE,
        ),
        (
            {"status_code": 422, "document": {"detail": [
                {"loc": ["body", "image_url"], "msg": "Too small.", "type": "image_too_small"}
            ]}},
            _K.BAD_REQUEST, Billed.FREE,
        ),
        ({"status_code": 500, "document": {"detail": "Boom"}}, _K.SERVER, Billed.FREE),
        (
            {"error": "It took too long.", "error_type": "request_timeout", "status_code": 504},
            _K.TIMEOUT, Billed.FREE,
        ),
        ({"status_code": 200, "document": {"note": "nothing"}}, _K.MALFORMED, Billed.UNKNOWN),
        ({"forget": True}, _K.EXPIRED, Billed.UNKNOWN),
    ],
)  # fmt: skip
async def test_a_finished_job_may_have_failed(
    fal: BaseProvider,
    simulator: Simulator,
    options: dict[str, Any],
    kind: ProviderErrorKind,
    billed: Billed,
) -> None:
    simulator.plan(f"/{SCHNELL}", **options)
    error = await failure(fal, make_request(fal, IMAGE, SCHNELL))
    assert (error.kind, error.billed) == (kind, billed)
    if "document" in options and kind is _K.BAD_REQUEST:
        assert error.parameter == "image_url"


async def test_a_result_that_the_queue_forgot_is_found_in_the_records(
    fal: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(f"/{SCHNELL}", forget=True, kept=True)
    context = FakeContext()
    await fal.generate(make_request(fal, IMAGE, SCHNELL), context)
    assert len(context.results) == 1


@pytest.mark.parametrize("fault", ["cut_before_headers", "reset", "cut_after_headers"])
async def test_a_lost_answer_is_looked_up_and_never_sent_again(
    fal: BaseProvider, simulator: Simulator, fault: str
) -> None:
    simulator.plan(f"/{SCHNELL}", fault, kept=True)
    context = FakeContext()
    await fal.generate(make_request(fal, IMAGE, SCHNELL), context)
    assert len(context.results) == 1
    assert len(simulator.submissions) == 1
    assert context.jobs[0].id == "job-1"


async def test_two_runs_that_fit_are_no_answer(fal: BaseProvider, simulator: Simulator) -> None:
    simulator.plan(f"/{SCHNELL}", kept=True)
    await fal.generate(make_request(fal, IMAGE, SCHNELL), FakeContext())
    simulator.plan(f"/{SCHNELL}", "reset", kept=True)
    error = await failure(fal, make_request(fal, IMAGE, SCHNELL))
    assert error.kind is _K.NETWORK
    assert len(simulator.submissions) == 2


async def test_filtered_pictures_are_left_out(fal: BaseProvider, simulator: Simulator) -> None:
    simulator.plan(f"/{SCHNELL}", nsfw=[False, True])
    context = FakeContext()
    result = await fal.generate(make_request(fal, IMAGE, SCHNELL, result_count=2), context)
    assert len(context.results) == 1
    assert result.missing == "1 of 2 pictures arrived. The content filter held back 1."
    simulator.plan(f"/{SCHNELL}", nsfw=[True])
    result = await fal.generate(make_request(fal, IMAGE, SCHNELL), FakeContext())
    assert result.finish_reason is FinishReason.REFUSED
    assert "content filter" in result.missing


@pytest.mark.parametrize(
    ("state", "outcome"),
    [
        ("OK", CancelOutcome.FREE),
        ("CANCELLATION_REQUESTED", CancelOutcome.UNKNOWN),
        ("ALREADY_COMPLETED", CancelOutcome.CHARGED),
        ("SOMETHING", CancelOutcome.UNKNOWN),
    ],
)
async def test_cancel_says_whether_money_is_due(
    fal: BaseProvider, simulator: Simulator, state: str, outcome: CancelOutcome
) -> None:
    context = FakeContext()
    await fal.generate(make_request(fal, IMAGE, SCHNELL), context)
    simulator.plan("/cancel", cancelled=state)
    assert await fal.cancel(context.jobs[0]) is outcome


async def test_cancel_of_a_job_that_is_gone(fal: BaseProvider) -> None:
    job = RemoteJob("nobody", {}, {"endpoint_id": SCHNELL})
    assert await fal.cancel(job) is CancelOutcome.UNKNOWN
