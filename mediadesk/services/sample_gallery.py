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
        from mediadesk.providers.sample.render import render
        from mediadesk.system.task_scope import TaskScope

        request: dict[str, JsonValue] = {
            "kind": "gallery",
            "prompt": "",
            "seed": seed,
            "options": {"prompts": list(prompts), "side": side},
        }
        arrived: asyncio.Queue[bytes | None] = asyncio.Queue()

        async def draw() -> None:
            try:
                await render(request, (), _ignore, arrived.put_nowait)
            finally:
                arrived.put_nowait(None)

        scope = TaskScope()
        drawing = scope.start(draw())
        try:
            while (pixels := await arrived.get()) is not None:
                yield SmallPicture(side, pixels)
            await drawing
        finally:
            await scope.close()


async def _ignore(_share: float) -> None:
    """A gallery tells no share: its pictures are its progress."""
