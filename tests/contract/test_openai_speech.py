"""OpenAI's chat models that speak: how a spoken answer may end."""

from typing import Any

import pytest

from mediadesk.domain.errors import ProviderError, ProviderErrorKind
from mediadesk.domain.generation import FinishReason, GenerationType
from mediadesk.providers.base import BaseProvider, ProviderRequest
from tests.contract.conftest import make_request
from tests.fakes.context import FakeContext
from tests.simulator import Simulator

CHAT = "/chat/completions"


def spoken(openai: BaseProvider) -> ProviderRequest:
    return make_request(openai, GenerationType.AUDIO, "gpt-audio-1.5")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"refusal": True}, "OpenAI refused this content. It says: I cannot say that."),
        ({"silent": True, "finish_reason": "content_filter"}, "OpenAI refused this content."),
    ],
)
async def test_a_refusal_is_no_damaged_answer(
    openai: BaseProvider, simulator: Simulator, options: dict[str, Any], says: str
) -> None:
    """It read as an answer that cannot be read, though the model said why it would not speak."""
    simulator.plan(CHAT, **options)
    context = FakeContext()
    result = await openai.generate(spoken(openai), context)
    assert (result.finish_reason, result.missing) == (FinishReason.REFUSED, says)
    assert result.usage.output_tokens == 50
    assert context.results == []


async def test_speech_that_reached_the_limit_says_so(
    openai: BaseProvider, simulator: Simulator
) -> None:
    simulator.plan(CHAT, finish_reason="length")
    context = FakeContext()
    result = await openai.generate(spoken(openai), context)
    assert result.finish_reason is FinishReason.TRUNCATED
    assert len(context.results) == 1


async def test_silence_is_still_no_answer(openai: BaseProvider, simulator: Simulator) -> None:
    simulator.plan(CHAT, silent=True)
    with pytest.raises(ProviderError) as caught:
        await openai.generate(spoken(openai), FakeContext())
    assert caught.value.kind is ProviderErrorKind.MALFORMED
