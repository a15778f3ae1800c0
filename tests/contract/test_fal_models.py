"""fal: forms from schemas, live lists, prices, files of an answer, key."""

from dataclasses import replace
from typing import Any

import pytest

from mediadesk.domain.catalog import AudioKind, PriceUnit
from mediadesk.domain.cost_calculator import CostCalculator
from mediadesk.domain.errors import InvalidParameterError, ProviderErrorKind
from mediadesk.domain.generation import GenerationType, JsonValue
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.parameters import ParameterKind, Parameters
from mediadesk.providers.base import (
    Account,
    BaseProvider,
)
from mediadesk.providers.factory import ProviderFactory
from mediadesk.providers.fal.models import make_model
from mediadesk.providers.fal.results import outputs_of
from mediadesk.providers.network.http import HttpRoom
from tests.contract.conftest import KEY, bare_request, make_request, picture
from tests.contract.listing import ask, bodies, failure, models_of
from tests.fakes.context import FakeContext
from tests.simulator import Simulator
from tests.simulator.fal_routes import SCHEMAS, WRONG_KEY, listed

_K = ProviderErrorKind
IMAGE = GenerationType.IMAGE
DEV, SCHNELL, VEO = "fal-ai/flux/dev", "fal-ai/flux/schnell", "fal-ai/veo3.1"


def connect(http: HttpRoom, simulator: Simulator, key: str = KEY) -> BaseProvider:
    return ProviderFactory(http).create(ProviderId("fal"), Account(simulator.root_url, key))


@pytest.fixture
def fal(http: HttpRoom, simulator: Simulator) -> BaseProvider:
    return connect(http, simulator)


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
        place = f"{elsewhere.root_url}/put"
        simulator.plan("/storage/upload/initiate", upload_url=place)
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
    for path in ("/files/upload", "/storage/upload/initiate"):
        simulator.plan(path, fault, count=-1)
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
    assert (dev.unit, dev.micro) == (PriceUnit.MEGAPIXEL, 30_000)
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


async def test_pictures_are_charged_by_their_megapixels(
    fal: BaseProvider, simulator: Simulator
) -> None:
    """The size that the answer tells of each; with “processed” in the unit also what was given."""
    request = replace(bare_request(fal, IMAGE, DEV, "x", {}), result_count=2)
    result = await fal.generate(request, FakeContext())
    assert (result.usage.images, result.usage.megapixels) == (2, 2)
    facts: dict[str, JsonValue] = {
        **request.model.facts,
        "price": {"unit": "processed megapixels", "unit_price": 0.01},
        "roles": [{"name": "image", "field": "image_url", "type": "image"}],
    }
    model = make_model("acme/edit", "Edit", IMAGE, facts)
    given = replace(picture(b"\0\0\0", "a.png"), width=1920, height=1080)
    result = await fal.generate(replace(request, model=model, inputs=(given,)), FakeContext())
    assert result.usage.megapixels == 2 + 3
    unmeasured = (picture(b"\0\0\0", "a.png"),)
    result = await fal.generate(replace(request, model=model, inputs=unmeasured), FakeContext())
    assert result.usage.megapixels is None
