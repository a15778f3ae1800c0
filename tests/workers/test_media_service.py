"""MediaService on a real library: what it shows, what it remembers, and what damage does to it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from mediadesk.bootstrap import Services, open_services
from mediadesk.domain.errors import InvalidInputError
from mediadesk.domain.events import AssetsChanged
from mediadesk.domain.generation import Asset
from mediadesk.services.library_access import LibraryAccess
from mediadesk.services.media import needs_measuring
from mediadesk.services.raw_picture import MediaUnreadableError
from tests.workers.papers import printed

Encoded = Callable[..., bytes]


@pytest.fixture
async def services(tmp_path: Path) -> AsyncIterator[Services]:
    unlocked = await LibraryAccess.create_throwaway(tmp_path / "library")
    async with open_services(unlocked, run_jobs=False) as opened:
        yield opened


async def keep(services: Services, data: bytes, name: str) -> Asset:
    project = await services.projects.default()
    return await services.assets.import_input(data, file_name=name, project_id=project.id)


async def test_a_thumbnail_is_made_once_and_measures_the_picture(
    services: Services, encoded: Encoded
) -> None:
    asset = await keep(services, encoded("PNG"), "ramp.png")
    assert needs_measuring(asset)
    changed: list[AssetsChanged] = []
    services.events.subscribe(AssetsChanged, changed.append)
    first = await services.media.thumbnail(asset.id, 64)
    assert first is not None
    assert (first.width, first.height) == (64, 40)
    assert (first.full_width, first.full_height) == (320, 200)
    assert len(first.levels[0].data) == 64 * 40 * 4
    see_through = set(first.levels[0].data[3::4]) - {255}
    assert not see_through, "the library and the history showed empty cells"
    measured = await services.assets.get(asset.id)
    assert (measured.width, measured.height) == (320, 200)
    assert not needs_measuring(measured)
    assert changed == [AssetsChanged((asset.id,))]
    assert await services.media.thumbnail(asset.id, 64) == first
    assert len(changed) == 1


async def test_pixels_come_at_any_size(services: Services, encoded: Encoded) -> None:
    asset = await keep(services, encoded("WEBP"), "ramp.webp")
    full, small = await asyncio.gather(
        services.media.picture(asset.id), services.media.picture(asset.id, 32)
    )
    assert (full.width, full.height, len(full.levels)) == (320, 200, 1)
    assert len(full.levels[0].data) == 320 * 200 * 4
    assert (small.width, small.height, small.full_width) == (32, 20, 320)
    preview = await services.media.decode(encoded("JPEG"), 16)
    assert (preview.width, preview.full_width) == (16, 320)


async def test_a_film_has_poster_size_and_duration(services: Services, film: bytes) -> None:
    asset = await keep(services, film, "film.avi")
    await services.media.measure(asset)
    measured = await services.assets.get(asset.id)
    assert (measured.width, measured.height, measured.duration_ms) == (160, 90, 2000)
    assert (await services.media.picture(asset.id)).width == 160
    assert await services.media.thumbnail(asset.id) is not None


async def test_a_film_has_a_strip_of_frames_that_is_made_once(
    services: Services, film: bytes
) -> None:
    asset = await keep(services, film, "film.avi")
    strip = await services.media.strip(asset.id)
    assert strip is not None
    assert (strip.width, strip.height) == (12 * 128, 72)
    row = strip.levels[0].data[36 * strip.width * 4 :]
    first, last = row[20 * 4 : 20 * 4 + 3], row[(strip.width - 20) * 4 :][:3]
    assert first != last, "the film changes"
    assert await services.media.strip(asset.id) == strip


async def test_sound_has_duration_and_peaks(services: Services, tone: Callable[..., bytes]) -> None:
    asset = await keep(services, tone(), "tone.wav")
    peaks, again = await asyncio.gather(
        services.media.peaks(asset.id), services.media.peaks(asset.id)
    )
    assert len(peaks) == 600
    assert peaks == again
    assert max(high for _, high in peaks[:290]) < 0.02
    assert 0.45 < max(high for _, high in peaks[310:]) < 0.55
    assert (await services.assets.get(asset.id)).duration_ms == 1000
    assert await services.media.thumbnail(asset.id) is None


async def test_what_cannot_be_shown_stays_whole(services: Services, encoded: Encoded) -> None:
    data = encoded("PNG")[:300]
    asset = await keep(services, data, "cut.png")
    assert await services.media.thumbnail(asset.id) is None
    await services.media.measure(asset)
    with pytest.raises(MediaUnreadableError):
        await services.media.picture(asset.id)
    assert (await services.assets.get(asset.id)).size_bytes == len(data)
    text = await keep(services, b"only words", "words.txt")
    assert await services.media.thumbnail(text.id) is None
    assert await services.media.peaks(text.id) == ()
    with pytest.raises(MediaUnreadableError):
        await services.media.picture(text.id)


async def test_a_broken_input_is_named(
    services: Services, encoded: Encoded, tmp_path: Path
) -> None:
    good, cut = tmp_path / "good.png", tmp_path / "cut.png"
    good.write_bytes(encoded("PNG"))
    cut.write_bytes(encoded("PNG")[:200])
    await services.media.check_input(good)
    for path in (cut, tmp_path / "none.png"):
        with pytest.raises(InvalidInputError, match=path.name):
            await services.media.check_input(path)


async def test_giving_up_does_not_stop_the_others(services: Services, film: bytes) -> None:
    asset = await keep(services, film, "film.avi")
    impatient = asyncio.ensure_future(services.media.measure(asset))
    patient = asyncio.ensure_future(services.media.measure(asset))
    await asyncio.sleep(0)
    impatient.cancel()
    await patient
    assert (await services.assets.get(asset.id)).width == 160


async def test_pages_of_a_document_are_counted_before_it_becomes_an_input(
    services: Services, tmp_path: Path
) -> None:
    asset = await keep(services, printed(4), "report.pdf")
    assert needs_measuring(asset)
    assert (await services.media.measured(asset)).pages == 4
    kept = await services.assets.get(asset.id)
    assert kept.pages == 4
    assert not needs_measuring(kept)
    file = tmp_path / "report.pdf"
    file.write_bytes(printed(2))
    assert await services.media.pages_of(file) == 2


async def test_a_document_that_hides_its_pages_stays_as_it_is(
    services: Services, tmp_path: Path
) -> None:
    asset = await keep(services, b"%PDF-1.7\n" + bytes(100), "report.pdf")
    assert (await services.media.measured(asset)).pages is None
    assert await services.media.pages_of(tmp_path / "missing.pdf") is None
