"""Estimates beside the arithmetic written out by hand, over all providers and kinds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import ROUND_CEILING, Decimal

import pytest

from mediadesk.domain.catalog import ModelSpec
from mediadesk.domain.cost_calculator import CostBasis, CostCalculator
from mediadesk.domain.generation import GenerationType, JsonValue, Usage
from mediadesk.domain.input_tokens import InputTokens
from mediadesk.domain.parameters import ParameterValue, check_parameters
from mediadesk.providers.base import Account, BaseProvider
from mediadesk.providers.factory import ADAPTERS
from mediadesk.providers.fal import models as fal_models
from mediadesk.providers.network.http import HttpRoom
from mediadesk.providers.openrouter import models as openrouter_models
from mediadesk.providers.openrouter.prices import kept_prices
from mediadesk.providers.veo.agent_platform import PREFIX
from tests.services.estimate_cases import CASES, TODAY, Case

EVERY = [(provider, case) for provider, cases in CASES.items() for case in cases]
CALCULATOR = CostCalculator()
_T = GenerationType
CHARACTERS = 3_000


def micro(arithmetic: str) -> int | None:
    """Micro-USD of an arithmetic, rounded up; None where there is none."""
    if not arithmetic:
        return None
    total = Decimal(0)
    for term in arithmetic.split(" + "):
        product = Decimal(1)
        for factor in term.split():
            # US dollars for a million are micro-USD for one
            in_dollars = Decimal(1_000_000) if factor.startswith("$") else Decimal(1)
            product *= Decimal(factor.lstrip("@$")) * in_dollars
        total += product
    return int(total.to_integral_value(ROUND_CEILING))


def model_of(provider: str, case: Case) -> ModelSpec:
    adapter = next(adapter for adapter in ADAPTERS if adapter.id == provider)
    model_id = case.model.replace("agent/", PREFIX)
    made = adapter(Account(), HttpRoom())
    named = [made.model_named(model_id, kind) for kind in adapter.types]
    found = sorted((model for model in named if model), key=lambda model: not model.is_known)
    return found[0]


def estimated(model: ModelSpec, case: Case, day: date) -> tuple[int | None, int | None]:
    priced = replace(model, pricing=model.pricing.on(day))
    parameters = check_parameters(priced.parameters, case.parameters)
    given = InputTokens(*case.reads, case.megapixels)
    found = CALCULATOR.estimate(priced, CHARACTERS, parameters, case.count, given)
    return found.expected_micro, found.upper_micro


@pytest.mark.parametrize(
    ("provider", "case"), EVERY, ids=[f"{p}-{c.model}-{n}" for n, (p, c) in enumerate(EVERY)]
)
def test_the_estimate_is_the_arithmetic(provider: str, case: Case) -> None:
    model = model_of(provider, case)
    assert estimated(model, case, case.day) == (micro(case.expected), micro(case.most))


def test_every_provider_and_kind_is_among_the_cases() -> None:
    written = {
        (provider, kind) for provider, case in EVERY for kind in model_of(provider, case).types
    }
    priced = {
        (adapter.id, kind)
        for adapter in ADAPTERS
        for model in adapter.models
        for kind in model.types
        if model.pricing.prices
    }
    assert priced <= written
    assert len(EVERY) >= 60


@pytest.mark.parametrize("adapter", ADAPTERS, ids=lambda adapter: str(adapter.id))
def test_every_default_model_is_among_the_cases(adapter: type[BaseProvider]) -> None:
    first = {model.types: model.id for model in reversed(adapter.models)}
    written = {case.model for case in CASES.get(adapter.id, ())}
    for kinds, model_id in first.items():
        if adapter.id != "sample" or kinds in ((_T.TEXT,), (_T.IMAGE,)):
            assert model_id in written


def live_fal(unit: str, usd: str, kind: GenerationType = GenerationType.IMAGE) -> ModelSpec:
    facts: dict[str, JsonValue] = {
        "prompt": "prompt",
        "fields": [],
        "roles": [],
        "price": {"unit": unit, "unit_price": usd, "currency": "USD"},
        "as_of": TODAY.isoformat(),
    }
    return fal_models.make_model("someone/new", "New", kind, facts)


LIVE = [
    # 3,000 characters
    (live_fal("1000 characters", "0.02", _T.AUDIO), {}, 0, "3 $0.02", "3 $0.02"),
    (live_fal("second", "0.05", _T.VIDEO), {"duration": 6}, 0, "6 $0.05", "6 $0.05"),
    (
        live_fal("minute", "0.80", _T.AUDIO),
        {"music_length_ms": 90_000},
        0,
        "1.5 $0.80",
        "1.5 $0.80",
    ),
    (live_fal("song", "0.10", _T.AUDIO), {}, 0, "1 $0.10", "1 $0.10"),
    (live_fal("compute second", "0.001"), {}, 0, "", ""),
    (live_fal("image", "0.03"), {}, 0, "1 $0.03", "1 $0.03"),
    # a length that nobody tells has no bound
    (live_fal("second", "0.05", _T.VIDEO), {}, 0, "", ""),
    # 1920 × 1080 are three started megapixels, 512 × 512 is one
    (live_fal("megapixel", "0.01"), {"image_size": "1920x1080"}, 0, "3 $0.01", "3 $0.01"),
    (live_fal("megapixels", "0.01"), {"width": 512, "height": 512}, 0, "1 $0.01", "1 $0.01"),
    # nobody says how large it will be: four at most
    (live_fal("megapixel", "0.01"), {}, 0, "1 $0.01", "4 $0.01"),
    # as large as the picture given (3), which may be counted too
    (live_fal("megapixel", "0.01"), {}, 3, "3 $0.01", "6 $0.01"),
    # “processed”: what is given (3) counts for certain
    (live_fal("processed megapixel", "0.01"), {"image_size": "square"}, 3, "4 $0.01", "4 $0.01"),
    # a picture that was not measured has no bound
    (live_fal("megapixel", "0.01"), {}, None, "", ""),
]


@pytest.mark.parametrize(("model", "parameters", "megapixels", "expected", "most"), LIVE)
def test_live_prices_by_their_units(
    model: ModelSpec,
    parameters: dict[str, ParameterValue],
    megapixels: int | None,
    expected: str,
    most: str,
) -> None:
    given = InputTokens(1_000, 2_000, megapixels)
    found = CALCULATOR.estimate(model, CHARACTERS, parameters, 1, given)
    assert (found.expected_micro, found.upper_micro) == (micro(expected), micro(most))


def test_a_listed_model_of_openrouter_costs_what_its_list_tells() -> None:
    facts: dict[str, JsonValue] = {
        "wire": "chat",
        "context": 50_000,
        "usd": {"prompt": "0.000002", "completion": "0.000008", "internal_reasoning": "0.00001"},
        "as_of": "2026-11-23",
    }
    model = openrouter_models.make_model("someone/new", "New", _T.TEXT, facts)
    given = InputTokens(1_000, 90_000)
    found = CALCULATOR.estimate(model, CHARACTERS, {"max_completion_tokens": 500}, 1, given)
    # thinking is dearer than the answer, so it counts for all of it; 50,000 tokens are read at most
    assert found.expected_micro == micro("1000 @2 + 500 @10")
    assert found.upper_micro == micro("50000 @2 + 500 @10")


def test_openrouters_list_tells_what_filling_the_cache_costs() -> None:
    told = {"prompt": "0.000001", "completion": "0.000005", "input_cache_write": "0.00000125"}
    dearer = {"overrides": [{"input_cache_write": "0.000002"}]}
    prices = kept_prices({**told, **dearer})
    model = openrouter_models.make_model(
        "someone/new", "New", _T.TEXT, {"usd": prices, "wire": "chat", "as_of": "2026-11-23"}
    )
    given = InputTokens(1_000, 2_000)
    found = CALCULATOR.estimate(model, CHARACTERS, {"max_completion_tokens": 500}, 1, given)
    assert found.upper_micro == micro("2000 @2 + 500 @5")


# what providers report after the run, and what is charged: rounded half up, once
ACTUAL = [
    ("openai", "gpt-6-luna", {}, Usage(1_000, 400, 600), "600 @0.10 + 400 @0.01 + 600 @0.50"),
    (
        "openai",
        "gpt-6-luna",
        {},
        Usage(2_000, 400, 600, cache_write_tokens=1_500),
        "100 @0.10 + 400 @0.01 + 1500 @0.125 + 600 @0.50",
    ),
    (
        "openai",
        "gpt-6.1-sol",
        {},
        Usage(300_000, 0, 10, cache_write_tokens=300_000),
        "300000 @5 + 10 @15",
    ),
    # no rate of its own: as anything else that is read
    (
        "openai",
        "gpt-6.2-sol",
        {},
        Usage(1_000, 0, 10, cache_write_tokens=900),
        "1000 @2 + 10 @10",
    ),
    (
        "anthropic",
        "claude-opus-5-5",
        {"cache": "1h"},
        Usage(1_000, 300, 10, cache_write_tokens=600),
        "100 @4 + 300 @0.20 + 600 @8 + 10 @20",
    ),
    # counts that contradict each other never make a part of the bill negative
    (
        "openai",
        "gpt-6-luna",
        {},
        Usage(100, 900, 0, cache_write_tokens=50),
        "900 @0.01 + 50 @0.125",
    ),
    ("gemini", "gemini-2.5-pro", {}, Usage(200_001, 0, 100), "200001 @2.50 + 100 @15"),
    ("gemini", "gemini-nano-banana-2.1", {}, Usage(300, None, 1_120), "300 @1.5 + 1120 @30"),
    # what is written and thought beside a picture has a rate of its own
    (
        "gemini",
        "gemini-nano-banana-2.1",
        {},
        Usage(300, None, 1_120 + 9 + 200, 200, image_output_tokens=1_120),
        "300 @1.5 + 1120 @30 + 209 @7.5",
    ),
    # the reply tells no modality: all but the thinking counts as the picture
    (
        "nano-banana",
        "gemini-3-pro-image",
        {},
        Usage(300, None, 1_329, 200),
        "300 @2 + 1129 @120 + 200 @12",
    ),
    # a refusal in words draws nothing
    (
        "gemini",
        "gemini-3.1-flash-lite-image",
        {},
        Usage(300, None, 40, image_output_tokens=0),
        "300 @0.25 + 40 @1.5",
    ),
    # counts that contradict each other never make a part of the bill negative
    (
        "gemini",
        "gemini-3.1-flash-image",
        {},
        Usage(300, None, 1_000, image_output_tokens=1_120),
        "300 @0.50 + 1000 @60",
    ),
    ("gemini", "gemini-omni-1.2-flash", {"resolution": "720p"}, Usage(seconds=8.0), "8 $0.102"),
    ("gemini", "gemini-3.8-flash-tts", {}, Usage(40, None, 500), "40 @0.50 + 500 @9"),
    ("gemini", "lyria-3.5", {}, Usage(), "1 $0.08"),
    ("openai", "tts-1", {}, Usage(characters=1_234), "1234 @15"),
    ("fal", "fal-ai/flux/dev", {}, Usage(images=1, megapixels=2), "2 $0.025"),
    ("fal", "fal-ai/flux/dev", {"image_size": "square"}, Usage(images=3), "3 $0.025"),
    ("fal", "fal-ai/flux/dev", {}, Usage(images=1), ""),
    ("openai", "gpt-6-luna", {}, Usage(), ""),
]


@pytest.mark.parametrize(("provider", "model_id", "parameters", "usage", "arithmetic"), ACTUAL)
def test_what_is_charged_is_the_usage_times_the_price(
    provider: str,
    model_id: str,
    parameters: dict[str, ParameterValue],
    usage: Usage,
    arithmetic: str,
) -> None:
    model = model_of(provider, Case(model_id, "", ""))
    cost = CALCULATOR.actual(model, parameters, usage, 1)
    exact = micro(arithmetic)
    if exact is None:
        assert cost.micro is None
    else:
        assert cost.micro is not None
        assert exact - 1 <= cost.micro <= exact
    assert cost.basis is CostBasis.ESTIMATE
    assert cost.price_source == model.pricing.source
    assert cost.price_date == "2026-11-22"


def test_a_reported_cost_is_taken_as_it_is() -> None:
    model = model_of("openrouter", Case("openai/gpt-6-luna", "", ""))
    cost = CALCULATOR.actual(model, {}, Usage(1_000, 0, 600), 1, reported_micro=123)
    assert (cost.micro, cost.basis) == (123, CostBasis.REPORTED)
