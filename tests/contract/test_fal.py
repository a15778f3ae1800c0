"""fal: requests equal to the recorded ones, queue, uploads, recovery, forms and prices."""

from typing import Any

import pytest

from mediadesk.domain.catalog import AudioKind, ModelSpec, PriceUnit
from mediadesk.domain.cost_calculator import CostCalculator
from mediadesk.domain.errors import Billed, InvalidParameterError, ProviderError, ProviderErrorKind
from mediadesk.domain.generation import FinishReason, GenerationType, RemoteJob
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.parameters import ParameterKind, Parameters, check_parameters
from mediadesk.domain.sniff import MP4, PNG, WAV, sniff
from mediadesk.providers.base import (
    Account,
    BaseProvider,
    CancelOutcome,
    ProviderInput,
    ProviderRequest,
)
from mediadesk.providers.factory import ProviderFactory
from mediadesk.providers.fal_models import make_model
from mediadesk.providers.fal_results import outputs_of
from mediadesk.providers.http import HttpRoom
from tests.contract.canonical import canonical, captured_all
from tests.contract.conftest import KEY, bare_request, make_request, picture
from tests.fakes.context import FakeContext
from tests.simulator import Simulator
from tests.simulator.fal_routes import SCHEMAS, WRONG_KEY, listed

_K = ProviderErrorKind
IMAGE, VIDEO, AUDIO = GenerationType.IMAGE, GenerationType.VIDEO, GenerationType.AUDIO
DEV, SCHNELL, VEO = "fal-ai/flux/dev", "fal-ai/flux/schnell", "fal-ai/veo3.1"
RECORDED_ID = "764cabcf-b745-4b3e-ae38-1200304cf45b"


def connect(http: HttpRoom, simulator: Simulator, key: str = KEY) -> BaseProvider:
    return ProviderFactory(http).create(ProviderId("fal"), Account(simulator.root_url, key))


@pytest.fixture
def fal(http: HttpRoom, simulator: Simulator) -> BaseProvider:
    return connect(http, simulator)


async def models_of(provider: BaseProvider) -> dict[str, ModelSpec]:
    return {model.id: model for model in await provider.available_models()}


def ask(model: ModelSpec, prompt: str = "Hello", **more: Any) -> ProviderRequest:
    parameters = check_parameters(model.parameters, more.pop("parameters", {}))
    return ProviderRequest(model.types[0], model, prompt, parameters, **more)


def file(data: bytes, name: str, role: str, type: GenerationType, mime: str) -> ProviderInput:
    async def read() -> bytes:
        return data

    return ProviderInput(role, type, mime, len(data), name, read)


async def failure(
    provider: BaseProvider, request: ProviderRequest, context: FakeContext | None = None
) -> ProviderError:
    with pytest.raises(ProviderError) as caught:
        await provider.generate(request, context or FakeContext())
    return caught.value


def bodies(simulator: Simulator) -> list[Any]:
    """The JSON of every POST that carried some."""
    sent = [entry["body"] for entry in simulator.submissions]
    return [body["json"] for body in sent if "json" in body]


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


async def test_upload(fal: BaseProvider, simulator: Simulator) -> None:
    """We let uploads expire after a day, which the official client leaves to the account."""
    model = make_model(
        "acme/echo",
        "Echo",
        AUDIO,
        {"prompt": "text", "roles": [{"name": "audio", "field": "audio_url", "type": "audio"}]},
    )
    sound = file(b"\x89PNG\r\n", "in.png", "audio", AUDIO, "image/png")
    await fal.generate(ask(model, inputs=(sound,)), FakeContext())
    token, upload = captured_all("upload_cdn", "fal")
    assert canonical(simulator.requests[0]) == token
    sent = canonical(simulator.requests[1])
    assert sent["headers"].pop("x-fal-object-lifecycle")
    assert sent == upload
    assert simulator.requests[1]["headers"]["authorization"] == "Bearer cdn-token"
    assert bodies(simulator)[1]["audio_url"] == f"{simulator.root_url}/fal-media/1-in.png"
    assert bodies(simulator)[1]["text"] == "Hello"


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


# ---------------------------------------------------------------------------------------- inputs


async def test_small_pictures_stay_inside_and_large_ones_are_uploaded_first(
    fal: BaseProvider, simulator: Simulator
) -> None:
    small, large = picture(b"\0\0\0", "s.png"), picture(b"\0" * 1_100_000, "l.png")
    model = fal.model_named("fal-ai/nano-banana-2/edit", IMAGE)
    assert model is not None
    context = FakeContext()
    await fal.generate(ask(model, inputs=(small, large)), context)
    paths = [entry["path"] for entry in simulator.requests]
    assert paths[:3] == ["/storage/auth/token", "/files/upload", "/fal-ai/nano-banana-2/edit"]
    first, second = bodies(simulator)[1]["image_urls"]
    assert first == "data:image/png;base64,AAAA"
    assert second.startswith(f"{simulator.root_url}/fal-media/")


async def test_an_upload_address_elsewhere_is_refused(
    fal: BaseProvider, simulator: Simulator
) -> None:
    with Simulator() as elsewhere:
        simulator.plan("/storage/auth/token", base_url=elsewhere.root_url)
        model = fal.model_named("fal-ai/flux/dev/image-to-image", IMAGE)
        assert model is not None
        request = ask(model, inputs=(picture(b"\0" * 1_100_000, "l.png"),))
        context = FakeContext()
        error = await failure(fal, request, context)
        assert elsewhere.requests == []
    assert error.kind is _K.MALFORMED
    assert context.events == []


@pytest.mark.parametrize("fault", ["server_error", "malformed_json", "wrong_type", "endless"])
async def test_a_failed_upload_submits_nothing(
    fal: BaseProvider, simulator: Simulator, fault: str
) -> None:
    simulator.plan("/files/upload", fault, count=-1)
    model = fal.model_named("fal-ai/flux/dev/image-to-image", IMAGE)
    assert model is not None
    context = FakeContext()
    await failure(fal, ask(model, inputs=(picture(b"\0" * 1_100_000, "l.png"),)), context)
    assert context.events == []
    assert not any(entry["path"] == f"/{model.id}" for entry in simulator.requests)


@pytest.mark.parametrize("name", ["sync_mode", "num_images", "image_size"])
async def test_extra_cannot_change_price_or_kind(
    fal: BaseProvider, simulator: Simulator, name: str
) -> None:
    request = make_request(fal, IMAGE, SCHNELL, extra={name: 4})
    with pytest.raises(InvalidParameterError):
        await fal.generate(request, FakeContext())
    assert simulator.requests == []


async def test_any_endpoint_can_be_typed(fal: BaseProvider, simulator: Simulator) -> None:
    model = fal.model_named("acme/unheard-of", IMAGE)
    assert model is not None
    assert not model.is_known
    assert model.pricing.prices == ()
    await fal.generate(ask(model, extra={"loras": [{"path": "x"}]}), FakeContext())
    assert bodies(simulator)[0] == {"prompt": "Hello", "loras": [{"path": "x"}]}


@pytest.mark.parametrize(
    "model_id", ["a", "fal-ai/../x", "fal-ai//x", "fal-ai/x?y=1", "http://x/y"]
)
async def test_addresses_are_no_endpoints(
    fal: BaseProvider, simulator: Simulator, model_id: str
) -> None:
    model = fal.model_named(model_id, IMAGE)
    assert model is not None
    with pytest.raises(InvalidParameterError):
        await fal.generate(ask(model), FakeContext())
    assert simulator.requests == []


# ------------------------------------------------------------------------------------ live lists


async def test_a_schema_becomes_a_form(fal: BaseProvider, simulator: Simulator) -> None:
    painter = (await models_of(fal))["acme/painter"]
    specs = {spec.name: spec for spec in painter.parameters}
    assert [choice.value for choice in specs["image_size"].choices] == ["square", "landscape_4_3"]
    assert specs["image_size"].default == "square"
    assert (specs["steps"].minimum, specs["steps"].maximum) == (1, 50)
    assert specs["strength"].kind is ParameterKind.NUMBER
    assert specs["strength"].help == "How much."
    assert specs["tiling"].kind is ParameterKind.FLAG
    assert specs["seed"].kind is ParameterKind.SEED
    assert not {"prompt", "sync_mode", "num_images", "loras", "image_url"} & specs.keys()
    roles = {role.name: role for role in painter.input_roles}
    assert roles["image"].required
    assert roles["reference_image"].maximum_count > 1
    assert not roles["mask"].required
    parameters = {"fps": "30", "tiling": True, "duration": "4"}
    request = ask(painter, parameters=parameters, inputs=(picture(b"\0\0\0", "a.png"),))
    await fal.generate(request, FakeContext())
    sent = bodies(simulator)[0]
    assert (sent["fps"], sent["tiling"], sent["duration"]) == (30, True, "4s")
    assert sent["image_url"].startswith("data:image/png;base64,")


async def test_lists_keep_what_makes_media(fal: BaseProvider) -> None:
    models = await models_of(fal)
    assert "acme/writer" not in models
    assert "acme/old" not in models
    assert models["acme/foley"].audio_kind is AudioKind.EFFECTS
    assert models[SCHNELL].note == ""
    assert "does not list" in models["minimax/h3"].note


async def test_live_prices_win_and_unknown_units_stay_unknown(fal: BaseProvider) -> None:
    models = await models_of(fal)
    (dev,) = models[DEV].pricing.prices
    assert (dev.unit, dev.micro) == (PriceUnit.IMAGE, 30_000)
    assert models["acme/painter"].pricing.prices[0].micro == 70_000
    assert models["acme/foley"].pricing.prices == ()
    calculator = CostCalculator()
    silent: Parameters = {"duration": "8", "resolution": "720p", "generate_audio": False}
    loud: Parameters = {**silent, "generate_audio": True}
    assert calculator.estimate(models[VEO], 10, silent, 1).upper_micro == 1_600_000
    assert calculator.estimate(models[VEO], 10, loud, 1).upper_micro == 3_200_000


async def test_a_price_that_rose_is_not_hidden_by_the_table(
    fal: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan("/pricing", count=-1, prices={VEO: (0.9, "seconds")})
    model = (await models_of(fal))[VEO]
    silent: Parameters = {"duration": "8", "generate_audio": False}
    assert CostCalculator().estimate(model, 10, silent, 1).upper_micro == 7_200_000


@pytest.mark.parametrize(
    ("model_id", "parameters", "micro"),
    [
        ("fal-ai/elevenlabs/music", {"music_length_ms": 30_500}, 305_000),
        ("fal-ai/stable-audio-25/text-to-audio", {"seconds_total": 30}, 300_000),
        ("fal-ai/elevenlabs/sound-effects/v2", {"duration_seconds": 2.5}, 25_000),
    ],
)
async def test_sound_is_priced_by_its_length(
    fal: BaseProvider, simulator: Simulator, model_id: str, parameters: Parameters, micro: int
) -> None:
    simulator.plan("/v1/models", count=-1, models=[listed(model_id, "text-to-audio")])
    simulator.plan("/pricing", count=-1, prices={model_id: (0.01, "seconds")})
    model = (await models_of(fal))[model_id]
    assert CostCalculator().estimate(model, 10, parameters, 1).upper_micro == micro


async def test_hundreds_of_endpoints_come_page_by_page(
    fal: BaseProvider, simulator: Simulator
) -> None:
    many = [listed(f"acme/model-{number}", "text-to-image") for number in range(230)]
    simulator.plan("/v1/models", count=-1, models=many)
    models = await models_of(fal)
    assert len([name for name in models if name.startswith("acme/")]) == 230
    batches = [entry for entry in simulator.requests if entry["query"].get("expand")]
    assert len(batches) == 5


async def test_facts_make_the_same_model_again(fal: BaseProvider) -> None:
    for model in await fal.available_models():
        again = fal.model_remembered(model.id, model.types[0], model.facts)
        assert again is not None
        assert again.parameters == model.parameters
        assert again.pricing == model.pricing
        assert again.input_roles == model.input_roles


HOSTILE: tuple[Any, ...] = (
    *(None, 7, "x", [], {}, {"paths": 7}, {"paths": {"/": {"post": []}}}),
    {"paths": {"/": {"post": {"requestBody": {"content": {"application/json": {"schema": 7}}}}}}},
)


@pytest.mark.parametrize("told", HOSTILE, ids=str)
async def test_no_schema_breaks_the_list(
    fal: BaseProvider, simulator: Simulator, told: Any
) -> None:
    simulator.plan("/v1/models", count=-1, schemas={**SCHEMAS, SCHNELL: told})
    models = await models_of(fal)
    assert models[SCHNELL].parameters
    assert models["acme/painter"].input_roles


@pytest.mark.parametrize(
    "told", [None, 7, {}, {"endpoint_id": 7}, {"endpoint_id": "a\nb"}], ids=str
)
async def test_no_entry_breaks_the_list(fal: BaseProvider, simulator: Simulator, told: Any) -> None:
    simulator.plan(
        "/v1/models", "status", status=200, document={"models": [told], "next_cursor": 7}
    )
    assert SCHNELL in await models_of(fal)


async def test_lists_without_prices_and_forms_are_lists(
    fal: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan("/v1/models/pricing", "server_error", count=-1)
    models = await models_of(fal)
    assert models["acme/painter"].pricing.prices == ()
    assert models[SCHNELL].pricing.prices


@pytest.mark.parametrize(
    ("document", "count"),
    [
        ({"image": {"url": "https://v3.fal.media/a.png"}}, 1),
        ({"audio_url": "https://v3.fal.media/a.mp3"}, 1),
        ({"audio_file": {"url": "https://v3.fal.media/a"}}, 1),
        ({"a": [{"b": {"c": {"url": "x"}}}]}, 1),
        ({"a": {"b": {"c": {"d": {"e": {"f": {"url": "too deep"}}}}}}}, 0),
        ({"url": 7, "x_url": None, "images": "no"}, 0),
        ({"images": [{"url": "x"}] * 100}, 64),
    ],
)
def test_files_are_found_wherever_an_answer_names_them(document: Any, count: int) -> None:
    assert len(outputs_of(document)) == count


# ------------------------------------------------------------------------------------------- key


async def test_wrong_key(http: HttpRoom, simulator: Simulator) -> None:
    status = await connect(http, simulator, WRONG_KEY).check_key()
    assert not status.works
    assert WRONG_KEY not in status.message
