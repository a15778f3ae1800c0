"""A hold is the most that a run can cost: estimates against what providers may report."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediadesk.domain.catalog import LongInput, ModelSpec, Price, PriceUnit, Pricing
from mediadesk.domain.cost_calculator import PLANNING_TOKENS, CostCalculator
from mediadesk.domain.generation import GenerationRequest, GenerationType, Usage
from mediadesk.domain.ids import AssetId, ProjectId, ProviderId, ProviderName, new_uuid7
from mediadesk.domain.input_tokens import PDF_MIME, InputExtent, InputTokens, file_tokens
from mediadesk.domain.parameters import ParameterValue, check_parameters
from mediadesk.domain.result_extent import MOST_MEGAPIXELS
from mediadesk.providers.adapters.anthropic import AnthropicProvider
from mediadesk.providers.adapters.gemini import GeminiProvider
from mediadesk.providers.factory import ADAPTERS
from mediadesk.providers.tables.token_rates import rates_of
from mediadesk.services.planning import context_tokens, estimate_of, extent_of, read_tokens
from mediadesk.storage.generations import StoredInput, StoredTurn

CALCULATOR = CostCalculator()
TEXT, IMAGE = GenerationType.TEXT, GenerationType.IMAGE
AUDIO, VIDEO = GenerationType.AUDIO, GenerationType.VIDEO
_U = PriceUnit
_RATE = st.integers(0, 200_000_000)
_SMALL_RATE = st.integers(0, 5_000_000)
_PICTURE_TOKENS = 1_000
PRICED = [model for adapter in ADAPTERS for model in adapter.models if model.pricing.prices]


def ask(model: ModelSpec, prompt: str, parameters: dict[str, ParameterValue]) -> GenerationRequest:
    name = ProviderName(model.provider_id)
    project = ProjectId(new_uuid7())
    return GenerationRequest(model.types[0], name, model.id, prompt, project, parameters)


@st.composite
def priced_models(draw: st.DrawFn) -> ModelSpec:
    """A model with any sensible set of rates, some of them by quality, some by length of input."""
    kind = draw(
        st.sampled_from(["text", "picture", "megapixels", "seconds", "minutes", "characters"])
    )
    given_rate, made_rate = draw(_RATE), draw(_RATE)
    tokens = [Price(_U.INPUT_TOKEN, given_rate), Price(_U.OUTPUT_TOKEN, made_rate)]
    if draw(st.booleans()):
        tokens.append(Price(_U.CACHED_TOKEN, draw(st.integers(0, given_rate))))
    if draw(st.booleans()):
        tokens.append(Price(_U.CACHE_WRITE_TOKEN, draw(_RATE)))
    if draw(st.booleans()):
        tokens.append(Price(_U.IMAGE_INPUT_TOKEN, draw(_RATE)))
    # the price of a picture is that of its tokens, rounded up
    picture = -(-made_rate * _PICTURE_TOKENS // 1_000_000)
    finer = Price(_U.IMAGE, picture * 3, (("quality", "high"),))
    prices = {
        "text": tokens,
        "picture": [*tokens, Price(_U.IMAGE, picture), finer],
        "megapixels": [Price(_U.MEGAPIXEL, given_rate), Price(_U.INPUT_MEGAPIXEL, given_rate)],
        "seconds": [
            Price(_U.SECOND, draw(_SMALL_RATE)),
            Price(_U.SECOND, draw(_SMALL_RATE), (("quality", "high"),)),
        ],
        "minutes": [Price(_U.MINUTE, draw(_SMALL_RATE))],
        "characters": [Price(_U.CHARACTER, draw(_RATE)), *tokens[1:2]],
    }[kind]
    long_input = st.builds(
        LongInput, st.integers(0, 300_000), st.integers(100, 500), st.integers(100, 500)
    )
    pricing = Pricing(tuple(prices), as_of=date(2026, 11, 22))
    return ModelSpec(
        ProviderId("any"),
        "any",
        "Any",
        (TEXT,),
        pricing=replace(pricing, long_input=draw(st.none() | long_input)),
        results_per_call=draw(st.integers(1, 4)),
        context_tokens=draw(st.none() | st.integers(1_000, 1_000_000)),
        maximum_output_tokens=draw(st.integers(1, 200_000)),
    )


@settings(max_examples=400, deadline=None)
@given(data=st.data(), model=priced_models())
def test_no_call_within_its_limits_costs_more_than_its_hold(
    data: st.DataObject, model: ModelSpec
) -> None:
    quality = data.draw(st.sampled_from(["low", "high", "auto"]))
    parameters: dict[str, ParameterValue] = {"quality": quality}
    if data.draw(st.booleans()):
        parameters["max_tokens"] = data.draw(st.integers(1, 200_000))
    length = data.draw(st.integers(1, 20_000))
    by_seconds = any(price.unit is _U.SECOND for price in model.pricing.prices)
    seconds = data.draw(st.integers(1, 60)) if by_seconds else 0
    if seconds:
        parameters["duration"] = str(seconds)
    most_in = data.draw(st.integers(0, 2_000_000))
    expected_in = data.draw(st.integers(0, most_in))
    count = data.draw(st.integers(1, model.results_per_call))
    seen, made = data.draw(st.integers(0, 40)), 0
    if any(price.unit is _U.MEGAPIXEL for price in model.pricing.prices):
        made = seen or data.draw(st.integers(1, MOST_MEGAPIXELS))
        if data.draw(st.booleans()):
            width, height = (data.draw(st.integers(64, 8_192)) for _ in range(2))
            parameters |= {"width": width, "height": height}
            made = math.ceil(width * height / 1_048_576)
    estimate = CALCULATOR.estimate(
        model, length, parameters, count, InputTokens(expected_in, most_in, seen)
    )
    assert estimate.upper_micro is not None
    assert estimate.expected_micro is not None
    assert estimate.expected_micro <= estimate.upper_micro

    readable = most_in
    if model.pricing.long_input is None and model.context_tokens is not None:
        readable = min(readable, model.context_tokens)
    read = data.draw(st.integers(0, readable))
    has_pictures = any(price.unit is _U.IMAGE for price in model.pricing.prices)
    finest = 1 if quality == "low" else 3
    limit = int(parameters.get("max_tokens", model.maximum_output_tokens or 0))
    most_out = finest * _PICTURE_TOKENS + PLANNING_TOKENS if has_pictures else limit
    chosen = quality if quality != "auto" else data.draw(st.sampled_from(["low", "high"]))
    pace = data.draw(st.floats(2, 20))
    cached = data.draw(st.none() | st.integers(0, read))
    usage = Usage(
        input_tokens=read,
        cached_input_tokens=cached,
        cache_write_tokens=data.draw(st.none() | st.integers(0, read - (cached or 0))),
        output_tokens=data.draw(st.integers(0, most_out * count)),
        image_input_tokens=data.draw(st.none() | st.integers(0, read)),
        images=count,
        seconds=float(seconds * count) or length / pace * count,
        characters=length * count,
        megapixels=made * count + data.draw(st.integers(0, seen)),
    )
    cost = CALCULATOR.actual(model, {**parameters, "quality": chosen}, usage, count)
    assert cost.micro is not None
    assert cost.micro <= estimate.upper_micro


@pytest.mark.parametrize("model", PRICED, ids=lambda m: f"{m.provider_id}-{m.id}-{m.types[0]}")
def test_every_offered_model_is_bounded_or_asks_for_a_limit(model: ModelSpec) -> None:
    parameters = check_parameters(model.parameters, {})
    request = ask(model, "A heron by the water. " * 20, dict(parameters))
    estimate = estimate_of(request, model, 1, read_tokens(request, model))
    if estimate.upper_micro is None or estimate.expected_micro is None:
        assert (estimate.upper_micro, estimate.expected_micro) == (None, None)
        return
    assert 0 < estimate.expected_micro <= estimate.upper_micro
    four = estimate_of(request, model, 4, read_tokens(request, model))
    assert four.upper_micro is not None
    assert four.upper_micro > estimate.upper_micro


@settings(max_examples=200, deadline=None)
@given(prompt=st.text(max_size=300), system=st.text(max_size=100))
def test_words_are_bounded_by_their_bytes(prompt: str, system: str) -> None:
    model = AnthropicProvider.models[0]
    found = read_tokens(ask(model, prompt, {"system_prompt": system}), model)
    assert found.most >= len((prompt + system).encode())
    assert found.most >= found.expected


def claude_picture(width: int, height: int) -> float:
    """As published: by area, after large ones were made smaller."""
    shrink = min(1.0, 2_576 / max(width, height))
    area = (width * shrink) * (height * shrink)
    return min(4_784.0, area / 750)


def gemini_picture(width: int, height: int) -> float:
    """As published: 258, or 258 for each tile of the older models; 2,240 at most of the newer."""
    if width <= 384 and height <= 384:
        return 1_120
    tile = min(768, max(256, min(width, height) / 1.5))
    tiles = math.ceil(width / tile) * math.ceil(height / tile)
    return max(2_240, 258 * tiles) if tiles <= 64 else 2_240


def openai_picture(width: int, height: int) -> float:
    """As published: 85 and 170 for each tile of 512, after the picture was made to fit."""
    shrink = min(1.0, 2_048 / max(width, height))
    width, height = round(width * shrink), round(height * shrink)
    shrink = min(1.0, 768 / min(width, height))
    return 85 + 170 * math.ceil(width * shrink / 512) * math.ceil(height * shrink / 512)


@settings(max_examples=300, deadline=None)
@given(width=st.integers(32, 8_000), height=st.integers(32, 8_000), is_measured=st.booleans())
def test_pictures_are_bounded_by_what_their_makers_publish(
    width: int, height: int, is_measured: bool
) -> None:
    size = (width, height) if is_measured else (None, None)
    picture = InputExtent(IMAGE, "image/png", 100_000, *size)
    for model_id, published in (
        ("claude-sonnet-5-5", claude_picture),
        ("anthropic/claude-opus-5-5", claude_picture),
        ("gemini-3.8-flash", gemini_picture),
        ("gpt-4o", openai_picture),
    ):
        found = file_tokens(picture, rates_of(model_id))
        assert found.most >= published(width, height)
        assert found.most >= found.expected


def test_film_and_sound_count_by_their_seconds() -> None:
    rates = rates_of("gemini-3.8-flash")
    film = InputExtent(VIDEO, "video/mp4", 1_000_000, duration_ms=60_000)
    assert 60 * (258 + 32) <= file_tokens(film, rates).most <= 62 * 400
    sound = InputExtent(AUDIO, "audio/mpeg", 1_000_000, duration_ms=60_000)
    assert 60 * 32 <= file_tokens(sound, rates).most <= 62 * 33 + 16
    # not measured yet: as long as so many bytes can be
    unmeasured = file_tokens(replace(film, duration_ms=None), rates)
    assert unmeasured.most >= 1_000_000 // 2_000 * (258 + 32)


def test_documents_count_by_their_pages_and_texts_by_their_bytes() -> None:
    paper = InputExtent(TEXT, PDF_MIME, 2_000_000)
    for model_id, a_page, pages in (
        ("claude-sonnet-5-5", 3_000, 600),
        ("gemini-3.8-flash", 560, 1_000),
    ):
        assert file_tokens(paper, rates_of(model_id)).most >= a_page * pages
    one_page = file_tokens(replace(paper, size_bytes=20), rates_of("gemini-3.8-flash"))
    assert one_page.most < 2_000
    counted = file_tokens(replace(paper, pages=3), rates_of("claude-sonnet-5-5"))
    assert 3 * 3_000 <= counted.most <= 3 * 8_000
    assert 3 * 1_500 <= counted.expected <= counted.most
    too_many = file_tokens(replace(paper, pages=90_000), rates_of("claude-sonnet-5-5"))
    assert too_many.most == file_tokens(paper, rates_of("claude-sonnet-5-5")).most
    book = InputExtent(TEXT, "text/plain", 600_000)
    assert file_tokens(book, rates_of("gemini-3.8-flash")).most >= 600_000


def test_a_document_is_charged_for_no_more_than_the_model_reads() -> None:
    model = next(m for m in GeminiProvider.models if m.id == "gemini-3.5-flash-lite")
    request = ask(model, "Sum it up", {"max_output_tokens": 100})
    papers = [InputExtent(TEXT, PDF_MIME, 50_000_000)] * 5
    most = estimate_of(request, model, 1, read_tokens(request, model, papers)).upper_micro
    assert model.context_tokens is not None
    assert most == math.ceil(model.context_tokens * 0.30 + 100 * 2.50)


def test_the_earlier_turns_count() -> None:
    model = AnthropicProvider.models[0]
    request = ask(model, "And then?", {"max_tokens": 100})
    turns = [StoredTurn("Once" * 100, "blob", 4_000), StoredTurn("Twice", None, 0)]
    alone = read_tokens(request, model)
    together = read_tokens(request, model, (), context_tokens(turns, model))
    assert together.most - alone.most >= 4_000 + 400
    assert together.expected > alone.expected


def test_the_files_of_earlier_turns_count() -> None:
    """The hold of a conversation that goes on was that of its words alone."""
    model = AnthropicProvider.models[0]
    picture = StoredInput(
        *(AssetId(new_uuid7()), "image", GenerationType.IMAGE, "image/png", 90_000, "a.png"),
        *("blob", b"", 1_024, 1_024),
    )
    words = context_tokens([StoredTurn("What is it?", None, 0)], model)
    both = context_tokens([StoredTurn("What is it?", None, 0, (picture,))], model)
    alone = file_tokens(extent_of(picture), rates_of(model.id))
    assert both.most - words.most == alone.most > 1_000


def test_extra_parameters_make_the_price_unknown() -> None:
    model = AnthropicProvider.models[0]
    request = replace(ask(model, "Hello", {}), extra={"tools": [{"type": "web_search"}]})
    assert estimate_of(request, model, 1, read_tokens(request, model)).upper_micro is None


def test_long_input_has_its_own_rate() -> None:
    model = next(m for m in AnthropicProvider.models if m.id == "claude-haiku-5-5")
    short, long = Usage(100_000, 0, 100), Usage(100_001, 0, 100)
    assert CALCULATOR.actual(model, {}, short, 1).micro == 10_000 + 50
    assert CALCULATOR.actual(model, {}, long, 1).micro == 50_001 + 250
    parameters: dict[str, ParameterValue] = {"max_tokens": 100}
    estimate = CALCULATOR.estimate(model, 9, parameters, 1, InputTokens(100_001, 100_001))
    assert estimate.upper_micro is not None
    assert estimate.upper_micro >= 50_001 + 250
