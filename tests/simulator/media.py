"""Real pictures and sounds, made on the spot with the standard library; one clip is a file."""

import io
import math
import struct
import wave
import zlib
from pathlib import Path


def png(width: int, height: int, seed: int = 0) -> bytes:
    """A PNG of a smooth gradient; ``seed`` changes its colours."""
    red, green, blue = seed * 37 % 256, seed * 91 % 256, seed * 153 % 256
    rows = bytearray()
    for y in range(height):
        shade = 255 * y // max(1, height - 1)
        pixel = bytes(((red + shade) % 256, (green + shade // 2) % 256, blue))
        rows += b"\0" + pixel * width
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(bytes(rows), 6))
    return b"\x89PNG\r\n\x1a\n" + body + _chunk(b"IEND", b"")


def large_png(size_bytes: int, seed: int = 0) -> bytes:
    """A valid PNG that weighs about ``size_bytes``: noise in an extra chunk that viewers skip."""
    small = png(64, 64, seed)
    head, tail = small[:33], small[33:]
    noise = bytes((at * 7 + seed) % 251 for at in range(256)) * (size_bytes // 256)
    return head + _chunk(b"noIs", noise) + tail


def wav(seconds: float = 0.5, frequency: float = 440.0) -> bytes:
    """A 16-bit mono WAV of a sine."""
    rate = 24_000
    count = int(rate * seconds)
    samples = (int(12_000 * math.sin(2 * math.pi * frequency * at / rate)) for at in range(count))
    target = io.BytesIO()
    with wave.open(target, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(rate)
        writer.writeframes(b"".join(struct.pack("<h", sample) for sample in samples))
    return target.getvalue()


def mp3(seconds: float = 0.5) -> bytes:
    """Silent MPEG-1 layer III frames (128 kbit/s, 44.1 kHz, mono): valid, decodable."""
    frame = b"\xff\xfb\x90\xc4" + bytes(413)
    return frame * max(1, round(seconds * 44_100 / 1_152))


def mp4() -> bytes:
    """One second of a test card with a tone (H.264 and AAC), made with ffmpeg."""
    return (Path(__file__).parent / "clip.mp4").read_bytes()


def _chunk(name: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", checksum)
