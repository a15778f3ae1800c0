"""OpenRouter: forms, limits and prices from its live lists, and the key."""

from datetime import date
from typing import Any

import pytest

from mediadesk.domain.catalog import PriceUnit
from mediadesk.domain.cost_calculator import CostCalculator
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.providers.base import Account, BaseProvider
from mediadesk.providers.factory import ProviderFactory
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.openrouter.models import make_model
from tests.contract.conftest import KEY
from tests.contract.listing import models_of
from tests.simulator import Simulator
from tests.simulator.openrouter_routes import WRONG_KEY, entry

TEXT, IMAGE, VIDEO, AUDIO = (
    GenerationType.TEXT,
    GenerationType.IMAGE,
    GenerationType.VIDEO,
    GenerationType.AUDIO,
)
LUNA, BANANA, VEO = "openai/gpt-6-luna", "google/gemini-nano-banana-2.1", "google/veo-3.1"
TTS = "google/gemini-3.8-flash-tts"


def connect(http: HttpRoom, simulator: Simulator, key: str = KEY) -> BaseProvider:
    account = Account(f"{simulator.root_url}/api/v1", key)
    return ProviderFactory(http).create(ProviderId("openrouter"), account)


@pytest.fixture
def openrouter(http: HttpRoom, simulator: Simulator) -> BaseProvider:
    return connect(http, simulator)


# ------------------------------------------------------------------------------------ live lists


async def test_lists_become_forms_limits_and_prices(openrouter: BaseProvider) -> None:
    models = await models_of(openrouter)
    sonnet = models["anthropic/claude-sonnet-5.5"]
    assert sonnet.ends_on == date(2027, 3, 1)
    assert (sonnet.context_tokens, sonnet.maximum_output_tokens) == (200_000, 32_000)
    names = {spec.name for spec in sonnet.parameters}
    assert {"max_tokens", "temperature", "top_k", "reasoning_effort", "seed"} <= names
    assert "min_p" not in names
    rates = {price.unit: price.micro for price in sonnet.pricing.prices}
    assert rates == {PriceUnit.INPUT_TOKEN: 500_000, PriceUnit.OUTPUT_TOKEN: 2_500_000}
    assert models["meta/llama-5:free"].pricing.is_free
    assert models["openrouter/auto"].pricing.prices == ()
    assert models[BANANA].types == (IMAGE,)
    assert models[BANANA].input_roles[0].maximum_count == 4
    assert models[TTS].types == models["openai/gpt-audio-1.5"].types == (AUDIO,)


async def test_a_picture_is_not_priced_like_text(openrouter: BaseProvider) -> None:
    models = await models_of(openrouter)
    rates = {price.unit: price.micro for price in models[BANANA].pricing.prices}
    assert rates == {PriceUnit.INPUT_TOKEN: 1_500_000, PriceUnit.OUTPUT_TOKEN: 30_000_000}
    assert models["acme/chat-painter"].pricing.prices == ()
    silent = make_model(BANANA, BANANA, IMAGE, {"wire": "images", "usd": {"completion": "0.1"}})
    assert {price.unit for price in silent.pricing.prices} >= {PriceUnit.IMAGE}


async def test_video_prices_follow_the_resolution(openrouter: BaseProvider) -> None:
    model = (await models_of(openrouter))[VEO]
    calculator = CostCalculator()
    cheap = calculator.estimate(model, 10, {"duration": "6", "resolution": "720p"}, 1)
    dear = calculator.estimate(model, 10, {"duration": "6", "resolution": "1080p"}, 1)
    assert (cheap.upper_micro, dear.upper_micro) == (2_400_000, 3_600_000)


async def test_hundreds_of_models_come_page_by_page(
    openrouter: BaseProvider, simulator: Simulator
) -> None:
    many = [entry(f"acme/model-{number}", ["text"]) for number in range(1_203)]
    simulator.plan("/models", count=3, models=many)
    models = await models_of(openrouter)
    assert len([name for name in models if name.startswith("acme/model-")]) == 1_203
    offsets = [request["query"].get("offset") for request in simulator.requests[:3]]
    assert offsets == ["0", "500", "1000"]


async def test_facts_make_the_same_model_again(openrouter: BaseProvider) -> None:
    for model in await openrouter.available_models():
        again = openrouter.model_remembered(model.id, model.types[0], model.facts)
        assert again is not None
        assert again.parameters == model.parameters
        assert again.pricing == model.pricing
        assert again.input_roles == model.input_roles


HOSTILE: tuple[Any, ...] = (
    *(None, 7, "x", {}, {"id": 7}, {"id": ""}, {"id": "a\nb"}, {"id": "x" * 300}),
    {"id": "a", "architecture": 7, "pricing": 7, "top_provider": [], "supported_parameters": 1},
    {"id": "a", "architecture": {"output_modalities": ["text"]}, "pricing": {"prompt": "NaN"}},
    {"id": "a", "architecture": {"output_modalities": ["text"]}, "pricing": {"prompt": "-1e9"}},
    {"id": "a", "architecture": {"output_modalities": [7, ["text"]]}, "expiration_date": "soon"},
)


@pytest.mark.parametrize("told", HOSTILE, ids=str)
async def test_no_entry_of_a_list_breaks_it(
    openrouter: BaseProvider, simulator: Simulator, told: Any
) -> None:
    good = entry("acme/good", ["text"])
    simulator.plan("/videos/models", video_models=[told])
    simulator.plan("/images/models", image_models=[told])
    simulator.plan("/models", models=[told, good])
    models = await models_of(openrouter)
    assert models["acme/good"].pricing.prices
    assert all(model_id.isprintable() for model_id in models)


@pytest.mark.parametrize(
    "described",
    [
        {"x": 7, "y": {"type": "enum", "values": []}, "z": {"type": "range", "min": "a"}},
        {"a b": {"type": "boolean"}, "c": {"type": "range", "min": 5, "max": 1}},
        {"d": {"type": "range", "min": True, "max": False}, "e": {"type": "magic"}},
    ],
)
def test_descriptions_that_mean_nothing_are_left_out(described: dict[str, Any]) -> None:
    model = make_model("a/b", "B", IMAGE, {"wire": "images", "described": described})
    names = {spec.name for spec in model.parameters}
    assert not names & {"x", "y", "z", "a b", "c", "d", "e"}


async def test_a_gateway_without_side_lists(openrouter: BaseProvider, simulator: Simulator) -> None:
    simulator.plan("/images/models", "no_model")
    simulator.plan("/videos/models", "no_model")
    models = await models_of(openrouter)
    assert LUNA in models
    assert VEO not in models


# ------------------------------------------------------------------------------------------ key


async def test_key_check_tells_what_is_left(openrouter: BaseProvider, simulator: Simulator) -> None:
    status = await openrouter.check_key()
    assert (status.message, status.credit_micro) == ("Works. $7.50 left.", 7_500_000)
    simulator.plan("/key", key={"limit_remaining": -0.2})
    assert (await openrouter.check_key()).credit_micro == 0
    simulator.plan("/key", key={"limit_remaining": None, "is_free_tier": True})
    assert (await openrouter.check_key()).message.startswith("Works (free tier).")


async def test_wrong_key(http: HttpRoom, simulator: Simulator) -> None:
    status = await connect(http, simulator, WRONG_KEY).check_key()
    assert not status.works
    assert WRONG_KEY not in status.message
