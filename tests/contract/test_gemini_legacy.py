"""The older protocol of Imagen and Veo."""

import pytest

from mediadesk.domain.errors import (
    ProviderErrorKind,
)
from mediadesk.domain.generation import FinishReason, GenerationType
from mediadesk.providers.base import (
    BaseProvider,
)
from tests.contract.conftest import make_request
from tests.contract.gemini_calls import (
    IMAGEN,
    LEGACY,
    VEO,
    failure,
    made,
)
from tests.fakes.context import FakeContext
from tests.simulator import Simulator
from tests.simulator.media import mp4

_T = GenerationType
_K = ProviderErrorKind


async def test_filtered_pictures_are_told(gemini: BaseProvider, simulator: Simulator) -> None:
    simulator.plan(":predict", results=1, filtered=True)
    request = make_request(gemini, _T.IMAGE, IMAGEN, result_count=2)
    result, context = await made(gemini, request)
    assert len(context.results) == 1
    assert result.missing == (
        "1 of 2 pictures arrived. Gemini refused this content. It says: The picture was filtered."
    )
    simulator.plan(":predict", results=0, filtered=True)
    result, _ = await made(gemini, request)
    assert result.finish_reason is FinishReason.REFUSED


@pytest.mark.parametrize("inline", [False, True])
async def test_veo_delivers_either_way(
    gemini: BaseProvider, simulator: Simulator, inline: bool
) -> None:
    simulator.plan(LEGACY, inline=inline, polls=2)
    result, context = await made(gemini, make_request(gemini, _T.VIDEO, VEO, "A cat"))
    assert context.results == [mp4()]
    assert context.sleeps == [15.0, 15.0]
    assert result.usage.seconds == 8.0


async def test_veo_refusals_and_failures(gemini: BaseProvider, simulator: Simulator) -> None:
    request = make_request(gemini, _T.VIDEO, VEO, "A cat")
    simulator.plan(LEGACY, filtered=True)
    result, _ = await made(gemini, request)
    assert result.finish_reason is FinishReason.REFUSED
    assert "A known face." in result.missing
    simulator.plan(LEGACY, errors=True)
    error = await failure(gemini, request)
    assert "It failed." in error.message


async def test_veo_is_resumed_and_looked_up(gemini: BaseProvider, simulator: Simulator) -> None:
    request = make_request(gemini, _T.VIDEO, VEO, "A cat")
    _, context = await made(gemini, request)
    (job,) = context.jobs
    again = FakeContext()
    await gemini.resume(job, request, again)
    assert again.results == [mp4()]
    assert len(simulator.submissions) == 1
    assert await gemini.look_up(job, None) == job
    simulator.forget()
    assert await gemini.look_up(job, None) is None
