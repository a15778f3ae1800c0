"""The model table, ids outside it, and what a run costs by it."""

from datetime import date

import pytest

from mediadesk.domain.catalog import ModelSpec
from mediadesk.domain.cost_calculator import PLANNING_TOKENS, CostCalculator
from mediadesk.domain.errors import InvalidParameterError
from mediadesk.domain.generation import GenerationType, Usage
from mediadesk.domain.parameters import check_parameters
from mediadesk.providers.adapters.openai_compatible import OpenAICompatibleProvider
from mediadesk.providers.base import Account, ProviderRequest
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.openai.api import read_usage, with_extra
from mediadesk.providers.openai.models import MODELS, merged, openai_model
from mediadesk.providers.openai.parameters import value_words

CALCULATOR = CostCalculator()


def known(model_id: str) -> ModelSpec:
    found = openai_model(model_id)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("model_id", "type"),
    [
        ("gpt-7-comet", GenerationType.TEXT),
        ("o9", GenerationType.TEXT),
        ("gpt-4.1-nano", GenerationType.TEXT),
        ("chatgpt-4o-latest", GenerationType.TEXT),
        ("gpt-image-3", GenerationType.IMAGE),
        ("gpt-9-tts", GenerationType.AUDIO),
        ("gpt-audio-2", GenerationType.AUDIO),
    ],
)
def test_unknown_ids_are_guessed_by_name(model_id: str, type: GenerationType) -> None:
    model = known(model_id)
    assert model.types == (type,)
    assert not model.is_known
    assert model.pricing.prices == ()


@pytest.mark.parametrize(
    "model_id",
    ["sora-2", "whisper-1", "gpt-4o-transcribe", "text-embedding-3-large",
     "omni-moderation-latest", "gpt-realtime", "gpt-6-live", "gpt-4o-search-preview",
     "computer-use-preview", "davinci-002", "gpt-5-codex", "o4-mini-deep-research", "unheard-of"],
)  # fmt: skip
def test_ids_that_make_nothing_here_are_hidden(model_id: str) -> None:
    assert openai_model(model_id) is None


@pytest.mark.parametrize(
    ("model_id", "ends_on"),
    [
        ("gpt-image-1", date(2026, 10, 23)),
        ("chatgpt-image-latest", date(2026, 12, 1)),
        ("gpt-5-nano", date(2026, 12, 11)),
        ("o3", date(2026, 12, 11)),
        ("gpt-4.1", date(2027, 1, 14)),
        ("gpt-4.1-2025-04-14", date(2027, 1, 14)),
    ],
)
def test_announced_ends_are_told_where_the_list_tells_none(model_id: str, ends_on: date) -> None:
    """They looked as if they went on, or (gpt-image-1) as if it was served for a month longer."""
    (listed,) = merged({model_id: None})
    assert (listed.ends_on, bool(listed.replaced_by)) == (ends_on, True)


@pytest.mark.parametrize(
    ("model_id", "qualities"),
    [("gpt-image-2.5-flare", 6), ("gpt-image-2.5-sunburst", 6), ("gpt-image-2", 4)],
)
def test_older_picture_models_keep_their_own_limits(model_id: str, qualities: int) -> None:
    """2.5 was guessed by its name: three sizes, three qualities, no price."""
    model = known(model_id)
    choices = {spec.name: len(spec.choices) for spec in model.parameters}
    assert (choices["size"], choices["quality"]) == (8, qualities)
    assert "complexity" not in choices
    assert model.pricing.prices
    assert (model.input_role("markup") is not None) is ("2.5" in model_id)


def test_every_level_of_reasoning_is_offered() -> None:
    """“Minimal” was missing, which all models before 6.2 take."""
    levels = {
        model.id: [choice.value for choice in spec.choices]
        for model in MODELS
        for spec in model.parameters
        if spec.name == "reasoning_effort"
    }
    for model_id, found in levels.items():
        is_newest = model_id.startswith("gpt-6.2")
        assert ("minimal" in found, "none" in found) == (not is_newest, not is_newest)
    assert {"gpt-6-astra", "gpt-5.6-sol", "gpt-5.6-terra", "gpt-5.6-luna"} <= levels.keys()
    assert {"gpt-5.5", "gpt-5.4"} <= levels.keys()


@pytest.mark.parametrize("model_id", ["dall-e-3", "gpt-image-1-mini"])
def test_ended_ids_name_what_replaces_them(model_id: str) -> None:
    model = known(model_id)
    assert (model.is_known, model.replaced_by) == (False, "gpt-image-2.6-flare")
    assert model.has_ended(date(2026, 12, 2))


def test_dated_ids_are_the_model_of_the_table() -> None:
    model = known("gpt-6-luna-2026-09-22")
    assert model.id == "gpt-6-luna-2026-09-22"
    assert model.pricing == known("gpt-6-luna").pricing


def test_live_list_wins() -> None:
    live = {"gpt-6-luna": date(2027, 5, 1), "gpt-4o": None, "gpt-7-comet": None, "dall-e-3": None}
    found = {model.id: model for model in merged(live)}
    assert list(found) == ["gpt-6-luna", "gpt-4o", "gpt-7-comet"]
    assert found["gpt-6-luna"].ends_on == date(2027, 5, 1)
    assert found["gpt-4o"].ends_on == date(2027, 1, 14)


def test_defaults_of_every_model_are_valid_and_limit_text() -> None:
    for model in MODELS:
        defaults = check_parameters(model.parameters, {})
        if GenerationType.TEXT in model.types:
            assert defaults["max_completion_tokens"] == 4096
        assert model.pricing.prices
        assert model.pricing.as_of == date(2026, 11, 22)


def test_sampling_needs_reasoning_switched_off() -> None:
    specs = known("gpt-6-luna").parameters
    on = check_parameters(specs, {"temperature": 0.5})
    off = check_parameters(specs, {"temperature": 0.5, "reasoning_effort": "none"})
    assert "temperature" not in on
    assert off["temperature"] == 0.5
    with pytest.raises(InvalidParameterError):
        check_parameters(known("gpt-6.2-sol").parameters, {"temperature": 0.5})


# USD by hand: 1,000 in (200 of them cached), 500 out
TEXT_COSTS = {
    "gpt-6-luna": (1000 - 200) * 0.10 + 200 * 0.01 + 500 * 0.50,
    "gpt-6.2-sol": 800 * 2 + 200 * 0.10 + 500 * 10,
    "gpt-6.2-astra": 800 * 8 + 200 * 0.40 + 500 * 40,
    "gpt-6.1-terra": 800 * 1 + 200 * 0.05 + 500 * 5,
    "gpt-6.1-sol": 800 * 2 + 200 * 0.10 + 500 * 10,
    "gpt-4o": 800 * 2.5 + 200 * 1.25 + 500 * 10,
    "gpt-4o-mini": 800 * 0.15 + 200 * 0.075 + 500 * 0.60,
}


@pytest.mark.parametrize("model_id", TEXT_COSTS)
def test_cost_of_text_by_hand(model_id: str) -> None:
    usage = Usage(1000, 200, 500)
    expected = int(TEXT_COSTS[model_id] + 0.5)
    assert CALCULATOR.actual(known(model_id), {}, usage, 1).micro == expected
    flex = CALCULATOR.actual(known(model_id), {"service_tier": "flex"}, usage, 1).micro
    assert flex is not None
    assert abs(flex - TEXT_COSTS[model_id] / 2) <= 1


@pytest.mark.parametrize(
    ("parameters", "usd"),
    [
        ({"quality": "low", "size": "1024x1024"}, 0.0059),
        ({"quality": "max", "size": "3840x2160"}, 0.4003),
        ({"quality": "medium", "size": "1024x1536"}, 0.0103),
        ({"quality": "auto", "size": "auto"}, 0.0527),
        ({"quality": "low", "size": "1024x1024", "partial_images": 3}, 0.0059 + 3 * 0.003),
    ],
)
def test_pictures_are_expected_by_size_and_quality(
    parameters: dict[str, str | int], usd: float
) -> None:
    model = known("gpt-image-2.6-flare")
    estimate = CALCULATOR.estimate(model, 0, parameters, 1)
    prompt_micro = 16 * 5  # the smallest prompt allowance, at the rate of text
    assert estimate.expected_micro == round(usd * 1_000_000) + prompt_micro
    four = CALCULATOR.estimate(model, 0, parameters, 4)
    # left to the model, a picture may be the finest and largest one
    most = 0.4003 if "auto" in parameters.values() else usd
    # and what is read may be counted as pictures
    assert four.upper_micro == 4 * (round(most * 1_000_000) + 16 * 8 + PLANNING_TOKENS * 30)


def test_pictures_are_charged_by_tokens() -> None:
    model = known("gpt-image-2.6-flare")
    parameters = {"quality": "low", "size": "1024x1024"}
    usage = Usage(input_tokens=12, output_tokens=196)
    assert CALCULATOR.actual(model, parameters, usage, 1).micro == 12 * 8 + 196 * 30
    told = read_usage(
        {"input_tokens": 112, "input_tokens_details": {"text_tokens": 12, "image_tokens": 100}}
        | {"output_tokens": 196}
    )
    exact = CALCULATOR.actual(model, parameters, told, 1).micro
    assert exact == 12 * 5 + 100 * 8 + 196 * 30
    silent = Usage(input_tokens=12)
    assert CALCULATOR.actual(model, parameters, silent, 2).micro == 12 * 8 + 2 * 5900


def test_speech_by_length() -> None:
    tts = CALCULATOR.actual(known("tts-1"), {}, Usage(characters=1000), 1)
    assert tts.micro == 15_000
    minute = CALCULATOR.actual(known("gpt-4o-mini-tts"), {}, Usage(characters=720), 1)
    assert minute.micro == 15_000


def test_own_endpoint_is_free_only_on_this_computer() -> None:
    http = HttpRoom()
    local = OpenAICompatibleProvider(Account("http://localhost:11434/v1"), http)
    remote = OpenAICompatibleProvider(Account("https://gpu.example.com/v1"), http)
    model = local.model_named("llama", GenerationType.TEXT)
    assert model.pricing.is_free
    assert model.pricing.source == "your own endpoint"
    assert not remote.model_named("llama", GenerationType.TEXT).pricing.is_free
    assert check_parameters(model.parameters, {})["max_tokens"] == 4096


def test_extra_parameters_cannot_change_what_is_paid_for() -> None:
    model = known("gpt-6-luna")

    def request(**extra: str | int) -> ProviderRequest:
        return ProviderRequest(GenerationType.TEXT, model, "Hi", {}, extra)

    assert with_extra({"a": 1}, request(logit_bias=2)) == {"a": 1, "logit_bias": 2}
    for name in ("n", "model", "max_completion_tokens", "stream", "service_tier"):
        with pytest.raises(InvalidParameterError) as caught:
            with_extra({}, request(**{name: 5}))
        assert caught.value.parameter == name


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("1K", "1K"),
        ("4k", "4K"),
        ("mp3", "MP3"),
        ("8", "8 s"),
        ("1024x1536", "1024 × 1536"),
        ("xhigh", "Very high"),
        ("image_and_text", "Image and text"),
    ],
)
def test_values_are_named_as_people_write_them(value: str, words: str) -> None:
    """Sizes were shown as “1k” and formats as “Mp3”, seconds without their unit."""
    assert value_words(value, "s") == words
