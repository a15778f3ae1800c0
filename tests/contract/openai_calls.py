"""Calls of OpenAI's wire format that several tests make."""

import pytest

from mediadesk.domain.errors import ProviderError
from mediadesk.domain.generation import GenerationType
from mediadesk.providers.base import (
    BaseProvider,
    GenerationResult,
    ProviderRequest,
)
from tests.contract.conftest import KEY, make_request
from tests.fakes.context import FakeContext

CHAT, IMAGES, SPEECH = "/chat/completions", "/images/generations", "/audio/speech"
MODELS = {
    GenerationType.TEXT: "gpt-6-luna",
    GenerationType.IMAGE: "gpt-image-2",
    GenerationType.AUDIO: "gpt-4o-mini-tts",
}
PATHS = {
    GenerationType.TEXT: CHAT,
    GenerationType.IMAGE: IMAGES,
    GenerationType.AUDIO: SPEECH,
}
each_type = pytest.mark.parametrize("type", MODELS, ids=str)


def request_for(provider: BaseProvider, type: GenerationType) -> ProviderRequest:
    return make_request(provider, type, MODELS[type])


async def failure(
    provider: BaseProvider, type: GenerationType, context: FakeContext | None = None
) -> ProviderError:
    """The error that one call ends with."""
    with pytest.raises(ProviderError) as caught:
        await provider.generate(request_for(provider, type), context or FakeContext())
    assert KEY not in str(caught.value)
    assert KEY not in repr(caught.value)
    return caught.value


async def text_of(provider: BaseProvider, context: FakeContext) -> GenerationResult:
    return await provider.generate(request_for(provider, GenerationType.TEXT), context)
