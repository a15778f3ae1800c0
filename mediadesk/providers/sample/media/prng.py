"""Repeatable chance: every draw follows from SHA-256 of the words it was made with.

Never use ``hash()``, the clock or the operating system here: the same prompt and seed must give
the same bytes in every process of one installation.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Rng:
    """A stream of numbers that is fixed by its parts; forks are independent of draw order."""

    def __init__(self, *parts: str | int) -> None:
        text = "\x1f".join(str(part) for part in parts)
        self._key = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
        # Only ``random()`` is used: Python promises its sequence for an integer seed.
        self._source = random.Random(int.from_bytes(self._key, "big"))
        self._blocks = 0

    def fork(self, name: str | int) -> Rng:
        """A separate stream, so that a new draw in one part does not shift all the others."""
        return Rng(self._key.hex(), name)

    def uniform(self, low: float = 0.0, high: float = 1.0) -> float:
        """A number in [low, high)."""
        return low + (high - low) * self._source.random()

    def around(self, centre: float, spread: float) -> float:
        """A number near ``centre``; the middle of ``± spread`` is most likely."""
        total = self._source.random() + self._source.random() + self._source.random()
        return centre + spread * (total / 1.5 - 1.0)

    def integer(self, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``, both included."""
        return low + min(int(self._source.random() * (high - low + 1)), high - low)

    def chance(self, probability: float) -> bool:
        """True with the given probability."""
        return self._source.random() < probability

    def choice(self, items: Sequence[T]) -> T:
        """One of the items."""
        return items[self.integer(0, len(items) - 1)]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """The items in a drawn order."""
        keyed = [(self._source.random(), index) for index in range(len(items))]
        return [items[index] for _, index in sorted(keyed)]

    def noise_bytes(self, count: int) -> bytes:
        """``count`` even bytes, made in C (thousands of times faster than single draws)."""
        self._blocks += 1
        return hashlib.shake_256(self._key + self._blocks.to_bytes(8, "big")).digest(count)
