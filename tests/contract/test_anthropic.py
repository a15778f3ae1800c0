"""Anthropic: requests equal to the recorded ones, thinking, refusals, limits, model list."""

from datetime import date
from typing import Any

import pytest

from mediadesk.domain.cost_calculator import CostCalculator
from mediadesk.domain.errors import (
    InvalidInputError,
    InvalidParameterError,
    ProviderError,
    ProviderErrorKind,
)
from mediadesk.domain.generation import FinishReason, GenerationType, Usage
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.parameters import Parameters
from mediadesk.providers.base import Account, BaseProvider, ProviderInput, Turn
from mediadesk.providers.factory import ProviderFactory
from mediadesk.providers.network.http import HttpRoom
from tests.contract.canonical import canonical, captured
from tests.contract.conftest import KEY, bare_request, make_request, picture
from tests.contract.differences import compare
from tests.fakes.context import FakeContext
from tests.simulator import Simulator
from tests.simulator.anthropic_routes import entry

TEXT = GenerationType.TEXT
MESSAGES = "/v1/messages"
HAIKU = "claude-haiku-5-5"


@pytest.fixture
def anthropic(http: HttpRoom, simulator: Simulator) -> BaseProvider:
    account = Account(simulator.root_url, KEY)
    return ProviderFactory(http).create(ProviderId("anthropic"), account)


def document(data: bytes, mime: str, name: str) -> ProviderInput:
    async def read() -> bytes:
        return data

    return ProviderInput("document", TEXT, mime, len(data), name, read)


async def sent_by(provider: BaseProvider, simulator: Simulator, **more: Any) -> dict[str, Any]:
    """The body of one request."""
    parameters = more.pop("parameters", {})
    model = more.pop("model", HAIKU)
    request = make_request(provider, TEXT, model, "Hello", parameters=parameters, **more)
    await provider.generate(request, FakeContext())
    body: dict[str, Any] = simulator.submissions[-1]["body"]["json"]
    return body


async def test_stream_equals_the_recorded_one(
    anthropic: BaseProvider, simulator: Simulator
) -> None:
    parameters: Parameters = {"max_tokens": 1024, "system_prompt": "Be brief.", "effort": "low"}
    request = bare_request(anthropic, TEXT, HAIKU, "Say hi", parameters)
    await anthropic.generate(request, FakeContext())
    assert canonical(simulator.requests[0]) == captured("messages_stream", "anthropic")


async def test_picture_and_thinking_equal_the_recorded_ones(
    anthropic: BaseProvider, simulator: Simulator
) -> None:
    parameters: Parameters = {
        "max_tokens": 1024,
        "stop": "END",
        "thinking": "adaptive",
        "thinking_display": "summarized",
        "user_id": "u-1",
    }
    request = bare_request(
        anthropic, TEXT, HAIKU, "Describe", parameters, inputs=(picture(b"\0\0\0", "dot.png"),)
    )
    await anthropic.generate(request, FakeContext())
    assert canonical(simulator.requests[0]) == captured("messages_stream_vision", "anthropic")


async def test_model_list_equals_the_recorded_one_but_for_the_page(
    anthropic: BaseProvider, simulator: Simulator
) -> None:
    """The official client was asked for pages of 100; the largest page saves requests."""
    await anthropic.available_models()
    expected = captured("models_list", "anthropic")
    compare("anthropic", "models_list", canonical(simulator.requests[0]), expected)


async def test_long_requests_are_counted_before_they_cost(
    anthropic: BaseProvider, simulator: Simulator
) -> None:
    request = make_request(anthropic, TEXT, HAIKU, "word " * 90_000)
    with pytest.raises(InvalidInputError, match="tokens"):
        await anthropic.generate(request, FakeContext())
    (counted,) = simulator.requests
    assert counted["path"] == "/v1/messages/count_tokens"
    expected = captured("count_tokens", "anthropic")
    expected["body"]["json"]["messages"][0]["content"] = request.prompt
    assert canonical(counted) == expected


async def test_a_long_request_that_fits_is_sent(
    anthropic: BaseProvider, simulator: Simulator
) -> None:
    request = make_request(anthropic, TEXT, HAIKU, "word " * 50_000)
    await anthropic.generate(request, FakeContext())
    paths = [entry["path"] for entry in simulator.requests]
    assert paths == ["/v1/messages/count_tokens", "/v1/messages"]


async def test_conversation_and_documents(anthropic: BaseProvider, simulator: Simulator) -> None:
    body = await sent_by(
        anthropic,
        simulator,
        turns=(Turn("user", "First"), Turn("assistant", "Answer")),
        inputs=(
            document(b"%PDF-1.7", "application/pdf", "a.pdf"),
            document("Grüße".encode(), "text/plain", "b.txt"),
        ),
    )
    first, second, third = body["messages"]
    assert (first["content"], second["content"]) == ("First", "Answer")
    pdf, text, prompt = third["content"]
    assert (pdf["type"], pdf["source"]["media_type"]) == ("document", "application/pdf")
    assert text["source"] == {"type": "text", "media_type": "text/plain", "data": "Grüße"}
    assert prompt == {"type": "text", "text": "Hello"}


async def test_all_parameters_reach_the_server(
    anthropic: BaseProvider, simulator: Simulator
) -> None:
    body = await sent_by(
        anthropic,
        simulator,
        parameters={
            "effort": "xhigh",
            "max_tokens": 9_000,
            "thinking": "adaptive",
            "thinking_display": "omitted",
            "output_schema": '{"type": "object"}',
            "cache": "1h",
            "speed": "fast",
            "service_tier": "standard_only",
        },
        extra={"inference_geo": "eu"},
    )
    assert body["output_config"] == {
        "effort": "xhigh",
        "format": {"type": "json_schema", "schema": {"type": "object"}},
    }
    assert body["thinking"] == {"type": "adaptive", "display": "omitted"}
    assert body["cache_control"] == {"type": "ephemeral", "ttl": "1h"}
    assert (body["speed"], body["service_tier"]) == ("fast", "standard_only")
    assert body["inference_geo"] == "eu"
    assert simulator.requests[0]["headers"]["anthropic-version"] == "2026-10-21"


async def test_older_models_keep_their_temperature(
    anthropic: BaseProvider, simulator: Simulator
) -> None:
    parameters: Parameters = {"temperature": 0.4, "thinking": "enabled", "thinking_budget": 1_024}
    body = await sent_by(anthropic, simulator, model="claude-sonnet-4-6", parameters=parameters)
    assert body["temperature"] == 0.4
    assert body["thinking"] == {"type": "enabled", "budget_tokens": 1_024}
    assert simulator.requests[0]["headers"]["anthropic-version"] == "2023-06-01"


@pytest.mark.parametrize(
    ("parameters", "extra", "name"),
    [
        ({"output_schema": "{no"}, {}, "output_schema"),
        ({"output_schema": "[]"}, {}, "output_schema"),
        ({}, {"speed": "fast"}, "speed"),
        ({}, {"tools": []}, "tools"),
    ],
)
async def test_what_cannot_be_meant_is_refused_before_sending(
    anthropic: BaseProvider,
    simulator: Simulator,
    parameters: dict[str, Any],
    extra: dict[str, Any],
    name: str,
) -> None:
    request = make_request(anthropic, TEXT, HAIKU, parameters=parameters, extra=extra)
    with pytest.raises(InvalidParameterError) as caught:
        await anthropic.generate(request, FakeContext())
    assert caught.value.parameter == name
    assert simulator.requests == []


async def test_budget_must_leave_room_for_the_answer(anthropic: BaseProvider) -> None:
    parameters: Parameters = {"thinking": "enabled", "thinking_budget": 4_096, "max_tokens": 4_096}
    request = make_request(anthropic, TEXT, "claude-haiku-4-5", parameters=parameters)
    with pytest.raises(InvalidParameterError, match="smaller"):
        await anthropic.generate(request, FakeContext())


async def test_thinking_is_shown_as_a_stage_and_not_as_text(
    anthropic: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(MESSAGES, thinking="Hmm, let me see.", text="Yes.")
    context = FakeContext()
    request = make_request(anthropic, TEXT, HAIKU)
    result = await anthropic.generate(request, context)
    assert result.texts == ("Yes.",)
    assert context.events[1:] == ["progress Thinking", "progress Writing"]
    assert result.usage.reasoning_tokens == 2
    assert result.request_id == "req_simulated"


async def test_usage_adds_the_three_kinds_of_input(
    anthropic: BaseProvider, simulator: Simulator
) -> None:
    request = make_request(anthropic, TEXT, HAIKU)
    usage = (await anthropic.generate(request, FakeContext())).usage
    assert usage.input_tokens is not None
    assert usage.input_tokens > 8
    assert (usage.cached_input_tokens, usage.cache_write_tokens) == (5, 3)
    assert usage.output_tokens == 12


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("end_turn", FinishReason.COMPLETE),
        ("stop_sequence", FinishReason.COMPLETE),
        ("max_tokens", FinishReason.TRUNCATED),
        ("model_context_window_exceeded", FinishReason.TRUNCATED),
        ("pause_turn", FinishReason.TRUNCATED),
        ("tool_use", FinishReason.TRUNCATED),
        ("refusal", FinishReason.REFUSED),
        ("something_new", FinishReason.OTHER),
        (None, FinishReason.INTERRUPTED),
    ],
)
async def test_stop_reasons(
    anthropic: BaseProvider, simulator: Simulator, reason: str | None, expected: FinishReason
) -> None:
    simulator.plan(MESSAGES, stop_reason=reason, text="Some text", explanation="Not this.")
    result = await anthropic.generate(make_request(anthropic, TEXT, HAIKU), FakeContext())
    assert result.finish_reason is expected
    assert result.texts == ("Some text",)
    assert ("Not this." in result.missing) is (expected is FinishReason.REFUSED)


async def test_refusal_without_text_says_why(anthropic: BaseProvider, simulator: Simulator) -> None:
    simulator.plan(MESSAGES, stop_reason="refusal", text="", explanation="Biology.")
    result = await anthropic.generate(make_request(anthropic, TEXT, HAIKU), FakeContext())
    assert result.texts == ()
    assert result.finish_reason is FinishReason.REFUSED
    assert result.missing == "Anthropic refused this request (bio). Biology."


async def test_spend_limit_is_credit_and_not_a_wait(
    anthropic: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(MESSAGES, "spend_limit")
    with pytest.raises(ProviderError) as caught:
        await anthropic.generate(make_request(anthropic, TEXT, HAIKU), FakeContext())
    assert caught.value.kind is ProviderErrorKind.CREDIT


async def test_named_parameter_of_a_refusal(anthropic: BaseProvider, simulator: Simulator) -> None:
    simulator.plan(MESSAGES, "bad_parameter", param="output_config.effort")
    with pytest.raises(ProviderError) as caught:
        await anthropic.generate(make_request(anthropic, TEXT, HAIKU), FakeContext())
    assert caught.value.parameter == "output_config.effort"


async def test_models_come_page_by_page_with_what_they_can_do(
    anthropic: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan("/v1/models", count=3, page=2)
    models = await anthropic.available_models()
    assert [model.id for model in models] == [
        *("claude-sonnet-5-5", HAIKU, "claude-sonnet-4-6", "claude-opus-6")
    ]
    assert len(simulator.requests) == 3
    by_id = {model.id: model for model in models}
    assert by_id["claude-sonnet-4-6"].ends_on == date(2027, 2, 1)
    new = by_id["claude-opus-6"]
    assert (new.context_tokens, new.maximum_output_tokens) == (200_000, 64_000)
    effort = next(spec for spec in new.parameters if spec.name == "effort")
    assert [choice.value for choice in effort.choices] == ["low", "medium", "high", "max"]
    thinking = next(spec for spec in new.parameters if spec.name == "thinking")
    assert [choice.value for choice in thinking.choices] == ["adaptive"]
    assert new.pricing.prices == ()


async def test_a_list_that_never_ends_is_left(
    anthropic: BaseProvider, simulator: Simulator
) -> None:
    listed = [entry(f"claude-{number}") for number in range(60)]
    simulator.plan("/v1/models", count=-1, page=1, models=listed)
    assert len(await anthropic.available_models()) == 20


def test_retired_models_name_what_replaces_them(anthropic: BaseProvider) -> None:
    model = anthropic.model_named("claude-3-5-sonnet-20241022", TEXT)
    assert model is not None
    assert model.replaced_by == "claude-sonnet-5-5"
    assert model.ends_on is not None
    assert anthropic.model_named("gpt-4o", TEXT) is None
    assert anthropic.model_named(HAIKU, GenerationType.IMAGE) is None
    dated = anthropic.model_named(f"{HAIKU}-20260901", TEXT)
    assert dated is not None
    assert dated.pricing.prices


@pytest.mark.parametrize(
    ("parameters", "micro"),
    [
        # 200 tokens are fresh, 800 go into the cache
        ({}, 400 + 1_600 + 10_000),
        ({"cache": "5m"}, 400 + 2_000 + 10_000),
        ({"cache": "1h"}, 400 + 3_200 + 10_000),
        ({"speed": "fast"}, 800 + 3_200 + 20_000),
        ({"speed": "fast", "cache": "5m"}, 800 + 4_000 + 20_000),
    ],
)
def test_prices_follow_speed_and_cache(
    anthropic: BaseProvider, parameters: dict[str, str], micro: int
) -> None:
    model = anthropic.model_named("claude-sonnet-5-5", TEXT)
    assert model is not None
    usage = Usage(input_tokens=1_000, output_tokens=1_000, cache_write_tokens=800)
    assert CostCalculator().actual(model, parameters, usage, 1).micro == micro
