"""A small pool for blocking work such as sealing, hashing and key derivation."""

from __future__ import annotations

import asyncio
import contextvars
import functools
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from mediadesk.system.priority import give_way

P = ParamSpec("P")
T = TypeVar("T")


class WorkerPool:
    """Threads for blocking work; ``run`` may be awaited from any loop."""

    def __init__(self, size: int = 2, name: str = "worker") -> None:
        self._executor = ThreadPoolExecutor(size, name, give_way)

    def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Awaitable[T]:
        """Run ``function`` in the pool. A function that has begun is never interrupted."""
        call = functools.partial(contextvars.copy_context().run, function, *args, **kwargs)
        return asyncio.wrap_future(self._executor.submit(call))

    def close(self) -> None:
        """Wait for what has begun; drop what has not."""
        self._executor.shutdown(wait=True, cancel_futures=True)
