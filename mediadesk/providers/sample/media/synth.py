"""Sound with the standard library alone: tones, noise, envelopes, mixing, room, WAV.

No loop runs once per sample in Python: waves are tiled cycles, envelopes and mixes are whole-array
``map`` calls, and the reverb works on blocks as long as its delays.
"""

from __future__ import annotations

import io
import math
import sys
import wave
from array import array
from functools import lru_cache
from itertools import repeat
from operator import add, mul

from mediadesk.providers.sample.media.prng import Rng

RATE = 44_100


def silence(count: int) -> array[float]:
    """``count`` zero samples."""
    return array("d", bytes(8 * count))


@lru_cache(maxsize=256)
def _cycles(frequency: float, partials: tuple[tuple[float, float], ...]) -> array[float]:
    """Some whole periods of a tone, as long as needed for a true pitch."""
    period = RATE / frequency
    periods = min(range(1, 25), key=lambda k: abs(k * period - round(k * period)) / k)
    count = round(periods * period)
    step = math.tau * periods / count
    total = silence(count)
    for multiple, level in partials:
        if frequency * multiple > RATE * 0.42:
            continue
        turn = step * round(multiple * periods) / periods
        total = array("d", map(add, total, [level * math.sin(turn * i) for i in range(count)]))
    return total


def tone(frequency: float, count: int, partials: tuple[tuple[float, float], ...]) -> array[float]:
    """A steady tone of partials (multiple of the frequency, level)."""
    cycle = _cycles(round(frequency, 3), partials)
    return (cycle * (count // len(cycle) + 1))[:count]


@lru_cache(maxsize=128)
def envelope(count: int, attack: int, decay: float, release: int) -> array[float]:
    """Rise over ``attack`` samples, fall with a half-life of ``decay`` seconds, end smoothly."""
    fall = math.exp(-math.log(2) / max(1e-4, decay) / RATE) if decay > 0 else 1.0
    values = array("d", [1.0]) * count
    if decay > 0:
        # A decaying curve in blocks: one exact block, then scaled copies of it.
        block = array("d", [fall**i for i in range(min(count, 2048))])
        scale, values = 1.0, array("d")
        while len(values) < count:
            values.extend(array("d", map(mul, block, repeat(scale))))
            scale *= fall ** len(block)
        values = values[:count]
    attack, release = min(attack, count), min(release, count)
    for i in range(attack):
        values[i] *= 0.5 - 0.5 * math.cos(math.pi * i / attack)
    for i in range(release):
        values[count - 1 - i] *= 0.5 - 0.5 * math.cos(math.pi * i / release)
    return values


def shaped(sound: array[float], curve: array[float]) -> array[float]:
    """A sound multiplied by an envelope of the same length."""
    return array("d", map(mul, sound, curve))


def scaled(sound: array[float], level: float) -> array[float]:
    """A sound made louder or softer."""
    return array("d", map(mul, sound, repeat(level)))


def noise(rng: Rng, count: int) -> array[float]:
    """White noise."""
    raw = array("b", rng.noise_bytes(count))
    return array("d", map(mul, raw, repeat(1 / 128)))


def smoothed(sound: array[float], span: int) -> array[float]:
    """A darker sound: the mean of each sample and the one ``span`` before it."""
    moved = silence(min(span, len(sound)))
    moved.extend(sound[: len(sound) - span])
    return array("d", map(mul, map(add, sound, moved), repeat(0.5)))


def thinned(sound: array[float]) -> array[float]:
    """A brighter sound: the difference of neighbours."""
    moved = array("d", [0.0])
    moved.extend(sound[:-1])
    return array("d", map(mul, map(add, sound, map(mul, moved, repeat(-1.0))), repeat(0.7)))


def mix_in(target: array[float], sound: array[float], start: int, level: float = 1.0) -> None:
    """Add a sound to a track from a sample on; what hangs over the end is dropped."""
    if start < 0:
        sound, start = sound[-start:], 0
    end = min(len(target), start + len(sound))
    if end <= start:
        return
    part = map(mul, sound[: end - start], repeat(level))
    target[start:end] = array("d", map(add, target[start:end], part))


def reverb(track: array[float], delays: tuple[int, ...], feedback: float) -> array[float]:
    """The room's answer: parallel feedback delays (Schroeder 1962), worked in blocks."""
    dark = smoothed(smoothed(track, 1), 2)
    room = silence(len(track))
    for delay in delays:
        echo = silence(delay)
        for start in range(0, len(track) - delay, delay):
            again = map(mul, echo[-delay:], repeat(feedback))
            echo.extend(map(add, dark[start : start + delay], again))
        mix_in(room, echo, 0, 1.0 / len(delays))
    return room


def in_room(left: array[float], right: array[float], amount: float) -> None:
    """Put both channels in a room with slightly different walls, in place."""
    wet_left = reverb(left, (1_687, 2_143, 2_837), 0.74)
    wet_right = reverb(right, (1_733, 2_089, 2_767), 0.74)
    mix_in(left, wet_left, 0, amount)
    mix_in(right, wet_right, 0, amount)
    mix_in(left, wet_right, 480, amount * 0.35)
    mix_in(right, wet_left, 510, amount * 0.35)


def finished(left: array[float], right: array[float], fade_s: float = 0.7) -> array[int]:
    """Level both channels together, fade the ends, and interleave as 16-bit samples."""
    count = len(left)
    peak = max(max(left), -min(left), max(right), -min(right), 1e-6)
    fade = envelope(count, round(0.012 * RATE), 0.0, min(count // 2, round(fade_s * RATE)))
    result = array("h", bytes(4 * count))
    for channel, sound in enumerate((left, right)):
        level = map(mul, map(mul, sound, fade), repeat(29_200 / peak))
        result[channel::2] = array("h", map(int, level))
    return result


def wav_bytes(samples: array[int]) -> bytes:
    """Interleaved stereo samples as a WAV file."""
    stream = io.BytesIO()
    with wave.open(stream, "wb") as writer:
        writer.setnchannels(2)
        writer.setsampwidth(2)
        writer.setframerate(RATE)
        writer.writeframes(pcm_bytes(samples))
    return stream.getvalue()


def pcm_bytes(samples: array[int]) -> bytes:
    """16-bit samples in the byte order of WAV and AVI."""
    if sys.byteorder == "big":
        samples = array("h", samples)
        samples.byteswap()
    return samples.tobytes()
