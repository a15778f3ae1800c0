"""SampleGallery: small pictures from the sample provider, for pages without a library.

They are drawn on the spot by the renderer's process, which hands over pixels: nothing is decoded
and nothing is stored.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from mediadesk.domain.generation import JsonValue

PROMPTS = (
    "Three stoneware vases in late afternoon light",
    "Northern lights over a still lake",
    "Agave leaves, botanical print",
    "Fluid marble, sea green and coral",
    "Lighthouse at night",
    "Ringed planet in deep space",
    "Golden desert dunes",
    "Geometric bauhaus pattern",
    "Mountains in morning mist",
    "Arch and vase, warm plaster",
    "Flowing grass lines, ink on paper",
    "Retro sunset over the sea",
    "Bowl of fruit on a plinth",
    "Underwater coral reef",
    "City skyline at dusk in neon",
    "Portrait of a woman with a beret",
)


@dataclass(frozen=True, slots=True)
class SmallPicture:
    """Pixels of a square picture: RGBA, 8 bits each, ``side`` pixels in each direction."""

    side: int
    pixels: bytes = field(repr=False)


class SampleGallery:
    """Draws pictures one by one; ending the iteration ends the drawing."""

    async def pictures(
        self, *, side: int, seed: int, prompts: Sequence[str] = PROMPTS
    ) -> AsyncIterator[SmallPicture]:
        """One picture for each prompt, as soon as it is drawn. ``side`` is 64 to 256 pixels.

        Raises ``ProviderError`` where the renderer cannot be started.
        """
        from mediadesk.system.io_thread import IoThread
        from mediadesk.system.task_scope import TaskScope

        loop = asyncio.get_running_loop()
        arrived: asyncio.Queue[bytes | None] = asyncio.Queue()
        stop = asyncio.Event()
        thread = IoThread("gallery")
        scope = TaskScope()

        async def draw() -> None:
            try:
                await thread.run(_draw(prompts, seed, side, _sender(loop, arrived), stop))
            finally:
                arrived.put_nowait(None)

        drawing = scope.start(draw())
        try:
            while (pixels := await arrived.get()) is not None:
                yield SmallPicture(side, pixels)
            await drawing
        finally:
            thread.post(stop.set)
            await scope.drain()
            await asyncio.to_thread(thread.close)


def _sender(
    loop: asyncio.AbstractEventLoop, arrived: asyncio.Queue[bytes | None]
) -> Callable[[bytes], None]:
    return lambda pixels: _post(loop, arrived, pixels)


def _post(
    loop: asyncio.AbstractEventLoop, arrived: asyncio.Queue[bytes | None], pixels: bytes
) -> None:
    if not loop.is_closed():
        loop.call_soon_threadsafe(arrived.put_nowait, pixels)


async def _draw(
    prompts: Sequence[str],
    seed: int,
    side: int,
    on_picture: Callable[[bytes], None],
    stop: asyncio.Event,
) -> None:
    """Draw all, or until told to stop; the renderer's process has ended either way."""
    from mediadesk.providers.sample_render import render
    from mediadesk.system.task_scope import TaskScope

    request: dict[str, JsonValue] = {
        "kind": "gallery",
        "prompt": "",
        "seed": seed,
        "options": {"prompts": list(prompts), "side": side},
    }

    async def ignore(_share: float) -> None:
        """A gallery tells no share: its pictures are its progress."""

    scope = TaskScope()
    drawing = scope.start(render(request, (), ignore, on_picture))
    stopping = scope.start(stop.wait())
    try:
        await asyncio.wait((drawing, stopping), return_when=asyncio.FIRST_COMPLETED)
    finally:
        await scope.close()
    if not drawing.cancelled():
        await drawing
