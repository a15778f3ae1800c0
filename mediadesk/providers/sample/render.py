"""Asks a render process for a picture, film or sound, and passes its news on."""

from __future__ import annotations

import asyncio
import contextlib
import json
import subprocess
import threading
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import IO

from mediadesk.domain.errors import Billed, ProviderError, ProviderErrorKind
from mediadesk.domain.generation import JsonValue
from mediadesk.providers.sample.media.frames import HEADER, MAX_PAYLOAD_BYTES
from mediadesk.system.worker_client import worker_command, worker_environment

LONGEST_RENDER_S = 300.0
WORKER = "sample-render"

_Frame = tuple[bytes, bytes]
"""A letter and its payload; the letter is empty once the process is gone."""


async def render(
    request: Mapping[str, JsonValue],
    inputs: Sequence[bytes],
    on_progress: Callable[[float], Awaitable[None]],
    on_preview: Callable[[bytes], None],
) -> bytes:
    """The rendered bytes. The process ends with this call, also when it is cancelled.

    Raises ``ProviderError`` with the renderer's own words.
    """
    loop = asyncio.get_running_loop()
    arrived: asyncio.Queue[_Frame] = asyncio.Queue()
    sizes: list[JsonValue] = [len(data) for data in inputs]
    head = json.dumps({**request, "inputs": sizes}).encode() + b"\n"
    renderer = _Renderer(
        (head, *inputs), lambda frame: loop.call_soon_threadsafe(arrived.put_nowait, frame)
    )
    letter = b"?"
    try:
        async with asyncio.timeout(LONGEST_RENDER_S):
            while True:
                letter, payload = await arrived.get()
                if letter == b"R":
                    return payload
                if letter == b"P":
                    await on_progress(float(payload))
                elif letter == b"V":
                    on_preview(payload)
                else:
                    raise _problem(letter, payload)
    except TimeoutError as error:
        raise _problem(b"", b"") from error
    finally:
        renderer.end()
        while letter:  # until it says that the process is gone
            letter, _ = await arrived.get()


class _Renderer:
    """The process, and a thread that starts it, talks with it and reaps it.

    Not the loop's own subprocesses: a loop that is closed while one of those starts hangs.
    """

    def __init__(self, said: Sequence[bytes], tell: Callable[[_Frame], object]) -> None:
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._is_over = False
        threading.Thread(target=self._run, args=(said, tell), name="sample-render").start()

    def end(self) -> None:
        """Kill the process; its thread takes care of the rest. Returns at once."""
        with self._lock:
            self._is_over = True
            if self._child is not None:
                self._child.kill()

    def _run(self, said: Sequence[bytes], tell: Callable[[_Frame], object]) -> None:
        # the loop is gone where the program is already ending
        with contextlib.suppress(RuntimeError):
            with contextlib.suppress(OSError):
                self._converse(said, tell)
            tell((b"", b""))

    def _converse(self, said: Sequence[bytes], tell: Callable[[_Frame], object]) -> None:
        with self._start() as child:
            with self._lock:
                self._child = child
                if self._is_over:
                    child.kill()
            assert child.stdin is not None
            assert child.stdout is not None
            child.stdin.writelines(said)
            child.stdin.close()
            while (frame := _read_frame(child.stdout)) is not None:
                tell(frame)

    def _start(self) -> subprocess.Popen[bytes]:
        command, folder = worker_command(WORKER)
        return subprocess.Popen(
            command,
            cwd=folder,
            env=worker_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            process_group=0,
        )


def _read_frame(source: IO[bytes]) -> _Frame | None:
    head = source.read(HEADER.size)
    if len(head) < HEADER.size:
        return None
    letter, size = HEADER.unpack(head)
    if size > MAX_PAYLOAD_BYTES:
        return None
    payload = source.read(size)
    return (letter, payload) if len(payload) == size else None


def _problem(letter: bytes, payload: bytes) -> ProviderError:
    kind, message = ProviderErrorKind.SERVER, "The sample renderer stopped."
    if letter == b"E":
        kind, message = ProviderErrorKind.BAD_REQUEST, payload.decode("utf-8", "replace")[:300]
    return ProviderError(kind, message, "Change the request, or try again.", billed=Billed.FREE)
