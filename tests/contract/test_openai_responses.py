"""OpenAI's Responses: streamed text, and pictures that outlive this program."""

import struct
from typing import Any

import pytest

from mediadesk.domain.cost_calculator import CostCalculator
from mediadesk.domain.errors import (
    Billed,
    InvalidInputError,
    InvalidParameterError,
    ProviderError,
    ProviderErrorKind,
)
from mediadesk.domain.generation import FinishReason, GenerationType, RemoteJob
from mediadesk.domain.parameters import Parameters
from mediadesk.providers.base import (
    BaseProvider,
    CancelOutcome,
    GenerationResult,
    ProviderRequest,
    Turn,
)
from tests.contract.canonical import canonical, captured
from tests.contract.conftest import bare_request, make_request, picture
from tests.contract.differences import compare
from tests.fakes.context import FakeContext
from tests.simulator import Simulator
from tests.simulator.media import png

_T, _K = GenerationType, ProviderErrorKind
RESPONSES = "/v1/responses"
LUNA, SUNBURST = "gpt-6-luna", "gpt-image-2.6-sunburst"


def text(openai: BaseProvider, prompt: str = "Say hi", **parameters: Any) -> ProviderRequest:
    return bare_request(openai, _T.TEXT, LUNA, prompt, {"interface": "responses", **parameters})


def drawn(openai: BaseProvider, prompt: str = "Draw a cat", **more: Any) -> ProviderRequest:
    parameters: Parameters = {
        "size": "1024x1024",
        "quality": "low",
        "output_format": "png",
        "in_background": True,
    }
    return bare_request(openai, _T.IMAGE, SUNBURST, prompt, parameters, **more)


async def failure(openai: BaseProvider, request: ProviderRequest) -> ProviderError:
    with pytest.raises(ProviderError) as caught:
        await openai.generate(request, FakeContext())
    return caught.value


# ------------------------------------------------------------------------------------------ text


async def test_text_equals_the_recorded_call(openai: BaseProvider, simulator: Simulator) -> None:
    request = text(
        openai, system_prompt="Be brief.", max_completion_tokens=256, reasoning_effort="low"
    )
    context = FakeContext()
    result = await openai.generate(request, context)
    assert canonical(simulator.requests[0]) == captured("responses_stream")
    assert result.texts == (context.streamed,)
    assert result.finish_reason is FinishReason.COMPLETE
    assert (result.usage.input_tokens, result.usage.output_tokens) == (12, 24)
    assert (result.usage.cached_input_tokens, result.usage.reasoning_tokens) == (4, 8)


async def test_pictures_and_earlier_turns_reach_the_server(
    openai: BaseProvider, simulator: Simulator
) -> None:
    request = bare_request(
        openai, _T.TEXT, LUNA, "And now?",
        {"interface": "responses", "detail": "low", "verbosity": "low"},
        turns=(Turn("user", "First"), Turn("assistant", "Answer")),
        inputs=(picture(b"\0\0\0", "a.png"),),
    )  # fmt: skip
    await openai.generate(request, FakeContext())
    sent = simulator.requests[0]["body"]["json"]
    assert [turn["content"][0]["type"] for turn in sent["input"]] == [
        *("input_text", "output_text", "input_text"),
    ]
    image = {
        "type": "input_image",
        "image_url": "data:image/png;base64,AAAA",
        "detail": "low",
    }
    assert sent["input"][2]["content"][1] == image
    assert sent["text"] == {"verbosity": "low"}


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"end": "incomplete", "reason": "max_output_tokens"}, FinishReason.TRUNCATED),
        ({"end": "incomplete", "reason": "content_filter"}, FinishReason.REFUSED),
        ({"refusal": "I cannot help with that."}, FinishReason.REFUSED),
        ({"end": ""}, FinishReason.INTERRUPTED),
    ],
)
async def test_how_an_answer_ends(
    openai: BaseProvider, simulator: Simulator, options: dict[str, Any], reason: FinishReason
) -> None:
    simulator.plan(RESPONSES, **options)
    context = FakeContext()
    result = await openai.generate(text(openai), context)
    assert result.finish_reason is reason
    assert result.texts == (context.streamed,)


async def test_thinking_is_a_stage(openai: BaseProvider, simulator: Simulator) -> None:
    simulator.plan(RESPONSES, text="Four", reasoning="two and two")
    context = FakeContext()
    assert (await openai.generate(text(openai), context)).texts == ("Four",)
    stages = [event for event in context.events if event.startswith("progress")]
    assert stages == ["progress Thinking", "progress Writing"]


@pytest.mark.parametrize(
    ("code", "kind"),
    [("server_error", _K.SERVER), ("invalid_prompt", _K.BLOCKED), ("bio_policy_x", _K.BLOCKED)],
)
async def test_failed_answers_tell_why(
    openai: BaseProvider, simulator: Simulator, code: str, kind: ProviderErrorKind
) -> None:
    simulator.plan(RESPONSES, end="failed", error={"code": code, "message": "It went wrong."})
    error = await failure(openai, text(openai))
    assert error.kind is kind
    assert "It went wrong." in error.message


@pytest.mark.parametrize("name", ["presence_penalty", "frequency_penalty"])
async def test_what_the_interface_lacks_is_refused_before_sending(
    openai: BaseProvider, simulator: Simulator, name: str
) -> None:
    told: dict[str, Any] = {"reasoning_effort": "none", name: 1.0}
    with pytest.raises(InvalidParameterError, match=name):
        await openai.generate(text(openai, **told), FakeContext())
    assert simulator.requests == []


@pytest.mark.parametrize("name", ["tools", "background", "store", "max_output_tokens", "model"])
async def test_extra_fields_that_cost_are_refused(openai: BaseProvider, name: str) -> None:
    request = bare_request(openai, _T.TEXT, LUNA, "x", {"interface": "responses"}, extra={name: 1})
    with pytest.raises(InvalidParameterError, match="extra parameter"):
        await openai.generate(request, FakeContext())


# -------------------------------------------------------------------------- in the background


async def test_picture_equals_the_recorded_calls(
    openai: BaseProvider, simulator: Simulator
) -> None:
    context = FakeContext()
    result = await openai.generate(drawn(openai), context)
    create, *polls = map(canonical, simulator.requests)
    compare("openai", "background_image", create, captured("responses_background_image_tool"))
    assert polls == [captured("responses_retrieve")] * 2
    assert context.events[:2] == ["submitting", "accepted"]
    assert struct.unpack(">II", context.results[0][16:24]) == (1024, 1024)
    assert result.notes["revised_prompt"] == "A picture."
    assert (result.usage.input_tokens, result.usage.output_tokens) == (20, 197)


async def test_picture_is_fetched_after_a_restart(
    openai: BaseProvider, simulator: Simulator
) -> None:
    request, context = drawn(openai), FakeContext()
    await openai.generate(request, context)
    later = FakeContext()
    await openai.resume(context.jobs[0], request, later)
    assert later.results == context.results
    assert len(simulator.submissions) == 1


async def test_cancel_equals_the_recorded_call(openai: BaseProvider, simulator: Simulator) -> None:
    simulator.plan(RESPONSES, polls=50)
    context = FakeContext()

    async def stop(seconds: float) -> None:
        assert await openai.cancel(context.jobs[0]) is CancelOutcome.UNKNOWN

    context.sleep = stop  # type: ignore[method-assign]
    error: ProviderError
    with pytest.raises(ProviderError) as caught:
        await openai.generate(drawn(openai), context)
    error = caught.value
    sent = [canonical(entry) for entry in simulator.requests if "cancel" in entry["path"]]
    compare("openai", "responses_cancel", sent[0], captured("responses_cancel"))
    assert len(sent) == 1
    assert (error.kind, error.billed) == (_K.EXPIRED, Billed.UNKNOWN)
    assert await openai.cancel(context.jobs[0]) is CancelOutcome.UNKNOWN


async def test_cancel_after_the_end_is_charged(openai: BaseProvider) -> None:
    context = FakeContext()
    await openai.generate(drawn(openai), context)
    assert await openai.cancel(context.jobs[0]) is CancelOutcome.CHARGED


async def test_lost_jobs_are_looked_up(openai: BaseProvider, simulator: Simulator) -> None:
    context = FakeContext()
    await openai.generate(drawn(openai), context)
    assert await openai.look_up(context.jobs[0], None) == context.jobs[0]
    assert await openai.look_up(None, "req_1") is None
    simulator.forget()
    assert await openai.look_up(context.jobs[0], None) is None
    with pytest.raises(ProviderError) as caught:
        await openai.resume(context.jobs[0], drawn(openai), FakeContext())
    assert (caught.value.kind, caught.value.billed) == (_K.EXPIRED, Billed.UNKNOWN)


async def test_ids_lead_nowhere_else(openai: BaseProvider, simulator: Simulator) -> None:
    with pytest.raises(ProviderError):
        await openai.resume(RemoteJob("../files/1"), drawn(openai), FakeContext())
    assert simulator.requests == []


@pytest.mark.parametrize(
    ("options", "kind", "billed"),
    [
        ({"end": "failed", "error": {"code": "server_error"}}, _K.SERVER, Billed.UNKNOWN),
        ({"end": "failed", "error": {"code": "server_error"}, "usage": None},
         _K.SERVER, Billed.FREE),
        ({"end": "failed", "error": {"code": "image_content_policy_violation", "message": "No."}},
         _K.BLOCKED, Billed.UNKNOWN),
        ({"end": "incomplete", "reason": "content_filter"}, _K.BLOCKED, Billed.UNKNOWN),
        ({"no_media": True}, _K.MALFORMED, Billed.UNKNOWN),
        ({"end": "astray"}, _K.MALFORMED, Billed.UNKNOWN),
    ],
)  # fmt: skip
async def test_pictures_that_did_not_come(
    openai: BaseProvider,
    simulator: Simulator,
    options: dict[str, Any],
    kind: ProviderErrorKind,
    billed: Billed,
) -> None:
    simulator.plan(RESPONSES, **options)
    error = await failure(openai, drawn(openai))
    assert (error.kind, error.billed) == (kind, billed)
    assert len(simulator.submissions) == 1


async def test_words_instead_of_a_picture_are_kept(
    openai: BaseProvider, simulator: Simulator
) -> None:
    async def told(**options: Any) -> GenerationResult:
        simulator.plan(RESPONSES, no_media=True, **options)
        return await openai.generate(drawn(openai), FakeContext())

    result = await told(refusal="I will not draw that.")
    assert (result.texts, result.finish_reason) == (
        ("I will not draw that.",),
        FinishReason.REFUSED,
    )
    assert (await told(text="A cat is …")).missing == "The model answered in words alone."


async def test_more_pictures_than_wanted_are_left(
    openai: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(RESPONSES, results=2)
    context = FakeContext()
    await openai.generate(drawn(openai), context)
    assert len(context.results) == 1


async def test_tokens_of_the_text_model_alone_leave_the_picture_at_its_price(
    openai: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(RESPONSES, tool_usage=False)
    request = drawn(openai)
    result = await openai.generate(request, FakeContext())
    assert (result.usage.output_tokens, result.usage.images) == (None, 1)
    cost = CostCalculator().actual(request.model, request.parameters, result.usage, 1)
    assert cost.micro == 5_900 + 72  # the picture, and 8 × 8 + 4 × 2 tokens


async def test_edit_with_a_mask(openai: BaseProvider, simulator: Simulator) -> None:
    inputs = (picture(b"\0\0\0", "a.png"), picture(b"\1\1\1", "m.png", "mask"))
    await openai.generate(drawn(openai, inputs=inputs), FakeContext())
    sent = simulator.requests[0]["body"]["json"]
    assert sent["tools"][0]["input_image_mask"] == {"image_url": "data:image/png;base64,AQEB"}
    kinds = [part["type"] for part in sent["input"][0]["content"]]
    assert kinds == ["input_text", "input_image"]
    with pytest.raises(InvalidInputError):
        await openai.generate(drawn(openai, inputs=inputs[1:]), FakeContext())


# ------------------------------------------------------------------------------------- own sizes


async def test_own_size_is_drawn(openai: BaseProvider, simulator: Simulator) -> None:
    parameters: Parameters = {"size": "own", "width": 1536, "height": 864}
    request = make_request(openai, _T.IMAGE, SUNBURST, parameters=parameters)
    context = FakeContext()
    await openai.generate(request, context)
    sent = simulator.requests[0]["body"]["json"]
    assert sent["size"] == "1536x864"
    assert not {"width", "height", "in_background"} & set(sent)
    assert context.results == [png(1536, 864, 1)]
    background = bare_request(
        openai, _T.IMAGE, SUNBURST, "x", {**parameters, "in_background": True}
    )
    await openai.generate(background, FakeContext())
    tool = simulator.requests[1]["body"]["json"]["tools"][0]
    assert tool == {"type": "image_generation", "model": SUNBURST, "size": "1536x864"}


@pytest.mark.parametrize(
    ("width", "height", "why"),
    [(1000, 1000, "16"), (3840, 1024, "three times"), (512, 512, "pixels"), (3840, 3840, "pixels")],
)
async def test_sizes_that_no_model_draws_are_refused_before_sending(
    openai: BaseProvider, simulator: Simulator, width: int, height: int, why: str
) -> None:
    parameters: Parameters = {"size": "own", "width": width, "height": height}
    request = make_request(openai, _T.IMAGE, SUNBURST, parameters=parameters)
    with pytest.raises(InvalidParameterError, match=why):
        await openai.generate(request, FakeContext())
    assert simulator.requests == []


def test_own_size_holds_the_dearest(openai: BaseProvider) -> None:
    def upper(size: str) -> int | None:
        request = make_request(
            openai, _T.IMAGE, SUNBURST, parameters={"size": size, "quality": "max"}
        )
        return CostCalculator().estimate(request.model, 5, request.parameters, 1).upper_micro

    assert upper("own") == upper("3840x2160")
