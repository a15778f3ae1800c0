"""The render process of the sample provider ends with its call, whenever that is cut off."""

from __future__ import annotations

import asyncio
import gc
import os
import random
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from mediadesk.domain.errors import ProviderError, ProviderErrorKind
from mediadesk.domain.generation import JsonValue
from mediadesk.providers.sample.render import render
from mediadesk.services.sample_gallery import SampleGallery
from mediadesk.system.io_thread import IoThread

PROMPTS = ("Northern lights over a still lake",) * 40
REQUEST: dict[str, JsonValue] = {
    "kind": "gallery",
    "prompt": "",
    "seed": 1,
    "options": {"prompts": list(PROMPTS), "side": 256},
}
ENDS_WITHIN_S = 5.0


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """No process, thread or pipe stays; what the collector finds fails the test as a warning."""
    open_before = len(list(Path("/proc/self/fd").iterdir()))
    yield
    deadline = time.monotonic() + ENDS_WITHIN_S
    while left := [one.name for one in threading.enumerate() if one.name == "sample-render"]:
        assert time.monotonic() < deadline, left
        time.sleep(0.005)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
    gc.collect()
    assert len(list(Path("/proc/self/fd").iterdir())) <= open_before


async def rendered() -> bytes:
    return await render(REQUEST, (), ignore, lambda _: None)


async def ignore(_share: float) -> None:
    pass


async def moment(chance: random.Random) -> None:
    """A few turns of the loop, a moment before the first frame, or one between frames."""
    match chance.randrange(3):
        case 0:
            for _ in range(chance.randrange(12)):
                await asyncio.sleep(0)
        case 1:
            await asyncio.sleep(chance.random() * 0.01)
        case _:
            await asyncio.sleep(chance.random() * 0.3)


async def cancelled_at_random(times: int) -> None:
    chance = random.Random(7)
    for _ in range(times):
        rendering = asyncio.create_task(rendered())
        for _ in range(chance.randrange(1, 3)):
            await moment(chance)
            rendering.cancel()
        with pytest.raises(asyncio.CancelledError):
            await rendering


async def test_a_call_that_is_cancelled_leaves_nothing() -> None:
    await cancelled_at_random(8)


@pytest.mark.full
async def test_two_hundred_cancelled_calls_leave_nothing() -> None:
    await cancelled_at_random(200)


@pytest.mark.parametrize("turns", [0, 1, 3])
async def test_the_engine_can_end_while_a_renderer_starts(turns: int) -> None:
    """Closing the program right after a job had begun kept it from ending."""
    thread = IoThread("engine")
    rendering = asyncio.ensure_future(thread.run(rendered()))
    for _ in range(turns):
        await asyncio.sleep(0)
    await asyncio.to_thread(thread.close)
    with pytest.raises(asyncio.CancelledError):
        await rendering


async def test_a_gallery_that_is_cancelled_twice_leaves_nothing() -> None:
    async def looked_at() -> None:
        async for _ in SampleGallery().pictures(side=256, seed=2, prompts=PROMPTS):
            pass

    chance = random.Random(3)
    for _ in range(6):
        looking = asyncio.create_task(looked_at())
        await moment(chance)
        looking.cancel()
        await asyncio.sleep(0)
        looking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await looking


async def test_a_gallery_draws_one_picture_for_each_prompt() -> None:
    found = [one async for one in SampleGallery().pictures(side=64, seed=2, prompts=PROMPTS[:3])]
    assert [len(one.pixels) for one in found] == [64 * 64 * 4] * 3


async def test_a_renderer_that_dies_is_told() -> None:
    options: dict[str, JsonValue] = {"width": 512, "height": 512}
    dying: dict[str, JsonValue] = {**REQUEST, "kind": "image", "options": options}

    def kill(_preview: bytes) -> None:
        (child,) = children()
        os.kill(child, 9)

    with pytest.raises(ProviderError) as raised:
        await render(dying, (), ignore, kill)
    assert raised.value.kind is ProviderErrorKind.SERVER


def children() -> list[int]:
    threads = Path("/proc/self/task").iterdir()
    return [int(pid) for one in threads for pid in (one / "children").read_text().split()]
