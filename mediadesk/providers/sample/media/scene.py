"""A scene is a stack of layers at different depths.

A still puts the layers straight on each other and keeps none. A film paints them larger than the
frame and moves a camera over them: near layers shift more than far ones, clouds drift, and a layer
with its own clock (water, light, leaves) is painted anew for every frame.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

from PIL import Image, ImageChops

from mediadesk.providers.sample.media.canvas import Size, flat
from mediadesk.providers.sample.media.palette import Palette
from mediadesk.providers.sample.media.prng import Rng
from mediadesk.providers.sample.media.words import Reading


class Blend(Enum):
    """How a layer meets what lies behind it."""

    OVER = "over"
    SCREEN = "screen"
    MULTIPLY = "multiply"


Painted = tuple[Image.Image, Image.Image | None]


@dataclass(frozen=True)
class Layer:
    """Colour and mask of stage size, or a painter called with the time in seconds."""

    colour: Image.Image | None = None
    mask: Image.Image | None = None
    depth: float = 0.0
    drift: float = 0.0
    blend: Blend = Blend.OVER
    paint: Callable[[float], Painted] | None = None

    def at(self, seconds: float) -> Painted:
        """The layer's picture and mask at a moment."""
        if self.paint is not None:
            return self.paint(seconds)
        if self.colour is None:
            raise ValueError("a layer needs a colour or a painter")
        return self.colour, self.mask


@dataclass
class Stage:
    """Where a motif paints: a size in pixels, the prompt's reading, and the picture so far.

    A still is put together at once, so that a large one needs little memory; ``is_film`` keeps the
    layers apart instead.
    """

    size: Size
    unit: float
    reading: Reading
    is_film: bool = False
    layers: list[Layer] = field(default_factory=list)
    _picture: Image.Image | None = None

    @property
    def width(self) -> int:
        """Width in pixels."""
        return self.size[0]

    @property
    def height(self) -> int:
        """Height in pixels."""
        return self.size[1]

    @property
    def palette(self) -> Palette:
        """The colours to use."""
        return self.reading.palette

    def rng(self, name: str) -> Rng:
        """A stream of chance for one part of the scene."""
        return self.reading.rng.fork(name)

    def add(
        self,
        colour: Image.Image | tuple[int, int, int],
        mask: Image.Image | None = None,
        *,
        depth: float = 0.0,
        drift: float = 0.0,
        blend: Blend = Blend.OVER,
    ) -> None:
        """Put a still layer on top."""
        picture = flat(self.size, colour) if isinstance(colour, tuple) else colour
        self._put(Layer(picture, mask, depth, drift, blend))

    def add_moving(
        self,
        paint: Callable[[float], Painted],
        *,
        depth: float = 0.0,
        drift: float = 0.0,
        blend: Blend = Blend.OVER,
    ) -> None:
        """Put a layer on top that is painted for each moment."""
        self._put(Layer(None, None, depth, drift, blend, paint))

    def flattened(self) -> Image.Image:
        """The picture so far, at the first moment."""
        if not self.is_film:
            return self._ground().copy()
        result = flat(self.size, self.palette.sky[1])
        for layer in self.layers:
            colour, mask = layer.at(0.0)
            result = laid(result, colour, mask, layer.blend)
        return result

    def _put(self, layer: Layer) -> None:
        if self.is_film:
            self.layers.append(layer)
            return
        colour, mask = layer.at(0.0)
        self._picture = laid(self._ground(), colour, mask, layer.blend)

    def _ground(self) -> Image.Image:
        if self._picture is None:
            self._picture = flat(self.size, self.palette.sky[1])
        return self._picture


def laid(
    result: Image.Image, colour: Image.Image, mask: Image.Image | None, blend: Blend
) -> Image.Image:
    """A picture with another laid on; the first may be changed in place."""
    if blend is Blend.OVER:
        result.paste(colour, (0, 0), mask)
        return result
    neutral = (0, 0, 0) if blend is Blend.SCREEN else (255, 255, 255)
    if mask is not None:
        colour = Image.composite(colour, flat(colour.size, neutral), mask)
    if blend is Blend.SCREEN:
        return ImageChops.screen(result, colour)
    return ImageChops.multiply(result, colour)
