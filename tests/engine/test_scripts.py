"""Long scripts: all parts or none, one sound in the end, a broken part sent again by itself."""

from __future__ import annotations

import asyncio
import io
import wave

import pytest

from mediadesk.domain.errors import Billed, CapRefusedError, ProviderError, ProviderErrorKind
from mediadesk.domain.events import Notice
from mediadesk.domain.generation import GenerationStatus
from mediadesk.domain.projects import CapPeriod, CapScope
from mediadesk.domain.queries import AssetQuery, HistoryQuery
from mediadesk.providers.base import GenerationContext, GenerationResult, ProviderRequest
from tests.engine.conftest import Desk, OpenDesk
from tests.fakes.scripted_provider import IMAGE_PRICE, Script, Step, deliver, failing

TEXT = "The harbour is quiet now. A bell rings far out. Nobody is on the pier yet."
PARTS = ["The harbour is quiet now.", "A bell rings far out.", "Nobody is on the pier yet."]
BLOCKED = ProviderError(ProviderErrorKind.BLOCKED, "No.", billed=Billed.FREE)


async def speak(request: ProviderRequest, context: GenerationContext) -> GenerationResult:
    """A WAV with as many frames as the prompt has letters."""
    await context.submitting()
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(24_000)
        out.writeframes(b"\1\2" * len(request.prompt))
    sink = await context.sink(0, "audio/wav")
    await sink.write(file.getvalue())
    await sink.finish()
    return GenerationResult()


def spoken(*steps: Step) -> Script:
    return Script(steps=list(steps))


async def frames_of_joined(desk: Desk) -> list[int]:
    """The lengths of all sounds in the library, by their place in time."""
    services = desk.services
    lengths = []
    for asset in await services.assets.find(AssetQuery()):
        reader = await services.assets.open(asset.id)
        data = await asyncio.to_thread(reader.read_at, 0, reader.size)
        reader.close()
        with wave.open(io.BytesIO(data)) as sound:
            lengths.append(sound.getnframes())
    return lengths


async def test_a_script_is_spoken_in_parts_and_becomes_one_sound(open_desk: OpenDesk) -> None:
    async with open_desk(spoken(speak, speak, speak)) as desk:
        services = desk.services
        request = desk.request("voice", TEXT, result_count=1)
        parts = services.scripts.parts(request)
        assert [part.prompt for part in parts] == PARTS
        assert services.scripts.parts(desk.request("voice", "Short.")) == []
        quote = await services.batches.quote(parts)
        assert quote.upper_micro == 3 * IMAGE_PRICE
        script = await services.scripts.start(parts)
        for run in script.runs:
            await services.generations.wait(run)
        joined = await services.scripts.join(script)
        assert joined is not None
        assert joined.generation_id == script.runs[0]
        total = sum(map(len, PARTS))
        assert sorted(await frames_of_joined(desk)) == sorted([*map(len, PARTS), total])
        assert await services.scripts.join(script) is None, "once is enough"
        assert await services.scripts.unjoined() == []


async def test_a_broken_part_keeps_the_others_and_is_sent_again_alone(open_desk: OpenDesk) -> None:
    async with open_desk(spoken(speak, speak, failing(BLOCKED), speak)) as desk:
        services = desk.services
        script = await services.scripts.start(services.scripts.parts(desk.request("voice", TEXT)))
        for run in script.runs:
            await services.generations.wait(run)
        assert await services.scripts.join_ready() == []
        (waiting,) = await services.scripts.unjoined()
        ((number, broken),) = waiting.broken
        assert (waiting.ready_count, broken.status) == (2, GenerationStatus.FAILED)
        assert broken.prompt == PARTS[number - 1]
        await services.generations.send_again(broken.attempts[-1].id)
        await services.generations.wait(broken.id)
        (joined,) = await services.scripts.join_ready()
        assert desk.script.submissions == 4, "only the broken part was sent again"
        assert max(await frames_of_joined(desk)) == sum(map(len, PARTS))
        assert joined.generation_id == script.runs[0]


async def test_a_cap_refuses_all_parts_together(open_desk: OpenDesk) -> None:
    async with open_desk(spoken()) as desk:
        services = desk.services
        await services.money.set_cap(CapScope.OVERALL, CapPeriod.MONTH, 2 * IMAGE_PRICE)
        with pytest.raises(CapRefusedError):
            await services.scripts.start(services.scripts.parts(desk.request("voice", TEXT)))
        assert await services.history.first_page(HistoryQuery(), 9) == []


async def test_parts_that_cannot_be_joined_stay_as_they_are(open_desk: OpenDesk) -> None:
    async with open_desk(spoken(deliver, speak, speak)) as desk:
        services = desk.services
        script = await services.scripts.start(services.scripts.parts(desk.request("voice", TEXT)))
        for run in script.runs:
            await services.generations.wait(run)
        told: list[str] = []
        services.events.subscribe(Notice, lambda notice: told.append(notice.message))
        for _ in range(2):
            assert await services.scripts.join_ready() == []
        await asyncio.sleep(0)
        assert len(told) == 1, "told once, and never read again"
        assert "neither all WAV nor all MP3" in told[0]
        assert await services.scripts.unjoined() == []


async def test_a_script_whose_part_was_deleted_is_no_longer_waited_for(open_desk: OpenDesk) -> None:
    async with open_desk(spoken(speak, speak, failing(BLOCKED))) as desk:
        services = desk.services
        script = await services.scripts.start(services.scripts.parts(desk.request("voice", TEXT)))
        for run in script.runs:
            await services.generations.wait(run)
        await services.generations.delete(script.runs[1])
        assert await services.scripts.unjoined() == []
        await services.generations.restore(script.runs[1])
        assert [one.id for one in await services.scripts.unjoined()] == [script.id]
