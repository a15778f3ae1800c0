"""The renderers in a process of their own, so that drawing never holds up the window.

One request comes in as JSON on standard input: ``kind`` (image, video, music, voice, gallery),
``prompt``, ``seed``, ``options``, and the sizes of the input pictures, whose bytes follow its line.
The answer on standard output is a row of frames: one letter, a length of eight bytes, the payload.
``P`` is a share done, ``V`` a preview (of a gallery: the next picture's pixels), ``R`` the result,
``E`` a sentence about what was wrong.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, BinaryIO

from mediadesk.providers.sample.media.frames import HEADER

Send = Callable[[bytes, bytes], None]
MAX_REQUEST_BYTES = 1 << 20
MAX_INPUT_BYTES = 64 << 20


def main() -> int:
    """Serve one request; 0 also where the answer is an error that the asker is told."""
    if hasattr(os, "nice"):
        os.nice(5)  # the window goes first
    return serve(sys.stdin.buffer, sys.stdout.buffer)


def serve(source: BinaryIO, target: BinaryIO) -> int:
    """Read one request, answer it."""

    def send(letter: bytes, payload: bytes) -> None:
        target.write(HEADER.pack(letter, len(payload)) + payload)
        target.flush()

    try:
        request = json.loads(source.readline(MAX_REQUEST_BYTES))
        inputs = [_exactly(source, int(size)) for size in request["inputs"]]
        send(b"R", _render(request, inputs, send))
    except BrokenPipeError:
        return 1
    except (ValueError, KeyError, TypeError, EOFError) as error:
        send(b"E", str(error).encode())
    return 0


def _exactly(source: BinaryIO, size: int) -> bytes:
    if not 0 <= size <= MAX_INPUT_BYTES:
        raise ValueError("An input picture is too large.")
    data = source.read(size)
    if len(data) != size:
        raise EOFError("The request ended early.")
    return data


def _render(request: Mapping[str, Any], inputs: Sequence[bytes], send: Send) -> bytes:
    kind, prompt, seed = request["kind"], str(request["prompt"]), int(request["seed"])
    options: dict[str, Any] = dict(request["options"])
    if kind == "music":
        from mediadesk.providers.sample.media.music import render_music

        return render_music(prompt, seed, **options)
    if kind == "voice":
        from mediadesk.providers.sample.media.voice import render_voice

        return render_voice(prompt, seed, **options)
    if kind == "video":
        from mediadesk.providers.sample.media.video import VideoOptions, render_video

        def progress(share: float, preview: bytes | None) -> None:
            send(b"P", f"{share:.4f}".encode())
            if preview is not None:
                send(b"V", preview)

        return render_video(prompt, seed, VideoOptions(**options), inputs, progress)
    if kind == "image":
        from mediadesk.providers.sample.media.image import ImageOptions, render_with_preview

        return render_with_preview(
            prompt, seed, ImageOptions(**options), inputs, lambda data: send(b"V", data)
        )
    if kind == "gallery":
        from mediadesk.providers.sample.media.gallery import gallery_pictures

        prompts = [str(one) for one in options["prompts"]]
        for pixels in gallery_pictures(prompts, seed, int(options["side"])):
            send(b"V", pixels)
        return b""
    raise ValueError(f"Nothing here renders {kind!r}.")


if __name__ == "__main__":
    sys.exit(main())
