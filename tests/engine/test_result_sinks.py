"""What an adapter begins to receive more than once: one result, and nothing left over."""

from __future__ import annotations

from mediadesk.domain.generation import GenerationStatus
from mediadesk.providers.base import GenerationContext, GenerationResult, ProviderRequest
from mediadesk.services.library_access import UnlockedLibrary
from tests.engine.conftest import Desk
from tests.fakes.scripted_provider import PNG

_LARGE = 600_000
"""More than waits in memory, so that a file is begun."""


async def test_a_sink_opened_anew_replaces_what_it_had_begun(
    desk: Desk, unlocked: UnlockedLibrary
) -> None:
    """A stored job may repeat its inputs each time it is looked at, before its result comes."""
    incoming = unlocked.path / "incoming"
    begun: list[int] = []

    async def repeat(request: ProviderRequest, context: GenerationContext) -> GenerationResult:
        await context.submitting()
        for byte in b"abc":
            sink = await context.sink(0, "image/png")
            await sink.write(PNG + bytes([byte]) * _LARGE)
            begun.append(len(list(incoming.iterdir())))
            if byte == ord("c"):
                await sink.finish()
        return GenerationResult()

    desk.script.steps = [repeat]
    made = await desk.make("image")
    assert made.status is GenerationStatus.COMPLETED
    assert begun == [1, 1, 1]
    (asset,) = made.assets
    reader = await desk.services.assets.open(asset.id)
    assert reader.read_at(0, reader.size) == PNG + b"c" * _LARGE
    reader.close()
    assert list(incoming.iterdir()) == []


async def test_results_are_numbered_as_they_stand_among_the_results(desk: Desk) -> None:
    """A thought may come as a picture of its own before the one that is kept."""

    async def think(request: ProviderRequest, context: GenerationContext) -> GenerationResult:
        await context.submitting()
        thought, kept = [await context.sink(index, "image/png") for index in range(2)]
        await thought.write(PNG + b"thought")
        await kept.write(PNG + b"kept")
        await kept.finish()
        return GenerationResult(texts=("Here it is.",))

    desk.script.steps = [think]
    made = await desk.make("image")
    assert [(asset.type.value, asset.position) for asset in made.assets] == [
        ("image", 0),
        ("text", 1),
    ]
