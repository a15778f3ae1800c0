"""Sample music and voice: audible, stereo, unclipped, smooth at the ends, led by the words."""

from __future__ import annotations

import io
import math
import wave
from array import array
from functools import lru_cache
from itertools import pairwise

import pytest

from mediadesk.providers.sample.media.music import read_mood, render_music
from mediadesk.providers.sample.media.prng import Rng
from mediadesk.providers.sample.media.voice import VOICES, render_voice, sounds_of


def opened(data: bytes) -> tuple[float, array[int], array[int]]:
    """Seconds, left and right of a WAV file."""
    with wave.open(io.BytesIO(data)) as reader:
        assert (reader.getnchannels(), reader.getsampwidth(), reader.getframerate()) == (
            2,
            2,
            44_100,
        )
        samples = array("h", reader.readframes(reader.getnframes()))
        return reader.getnframes() / 44_100, samples[::2], samples[1::2]


@lru_cache
def music(prompt: str) -> bytes:
    return render_music(prompt, 1, 3.0)


def loudness(samples: array[int]) -> float:
    return math.sqrt(sum(value * value for value in samples) / len(samples)) / 32_768


def check_sound(data: bytes) -> float:
    seconds, left, right = opened(data)
    for channel in (left, right):
        assert 0.03 < loudness(channel) < 0.5
        assert max(channel) < 32_000, "clipped"
        assert min(channel) > -32_000, "clipped"
        assert abs(channel[0]) < 200, "starts with a click"
        assert abs(channel[-1]) < 200, "ends with a click"
    difference = array("i", (a - b for a, b in zip(left, right, strict=True)))
    assert math.sqrt(sum(d * d for d in difference) / len(difference)) / 32_768 > 0.004, "mono"
    return seconds


def crossings(samples: array[int]) -> float:
    """How often the sound changes sign, a share: low for a hum, high for hiss."""
    signs = [value > 0 for value in samples]
    return sum(a != b for a, b in pairwise(signs)) / len(samples)


@pytest.mark.parametrize("prompt", ["calm piano in the rain", "upbeat summer dance", ""])
def test_music_can_be_heard(prompt: str) -> None:
    assert check_sound(music(prompt)) == pytest.approx(3.0)


def test_music_is_no_steady_beep() -> None:
    _, left, _ = opened(music("upbeat summer dance"))
    parts = [left[start : start + 11_025] for start in range(0, len(left) - 11_025, 11_025)]
    rates = [crossings(part) for part in parts]
    assert len({round(rate, 4) for rate in rates}) > len(rates) // 2


def test_words_choose_tempo_and_scale() -> None:
    def mood(prompt: str, seed: int = 1) -> tuple[float, tuple[int, ...]]:
        found = read_mood(prompt, Rng("mood", seed), None)
        return found.tempo, found.scale

    for seed in range(8):
        assert mood("slow lullaby", seed)[0] < 85 < mood("fast techno", seed)[0]
        assert 3 in mood("sad rain", seed)[1], "a minor third"
        assert 4 in mood("joyful sun", seed)[1], "a major third"


def test_music_repeats_for_a_seed_and_changes_with_it() -> None:
    prompt = "calm piano in the rain"
    assert render_music(prompt, 1, 3.0) == music(prompt)
    assert render_music(prompt, 2, 3.0, tempo=70) != music(prompt)


@pytest.mark.parametrize("seconds", [1.0, 31.0])
def test_music_has_limits(seconds: float) -> None:
    with pytest.raises(ValueError, match="3 to 30 seconds"):
        render_music("harbour", 1, seconds)


@pytest.mark.parametrize("voice", VOICES)
def test_every_voice_can_be_heard(voice: str) -> None:
    assert check_sound(render_voice("Good evening, and welcome.", 1, voice)) >= 3.0


def test_speech_has_hiss_hum_and_pauses() -> None:
    _, left, _ = opened(render_voice("She sells sea shells. Mm, on the moon.", 1))
    parts = [left[start : start + 2_205] for start in range(0, len(left) - 2_205, 2_205)]
    loud = [loudness(part) for part in parts]
    rates = [crossings(part) for part, level in zip(parts, loud, strict=True) if level > 0.01]
    assert min(loud) < max(loud) / 12, "no pause"
    assert max(rates) > 0.15, "no hiss"
    assert min(rates) < 0.06, "no voice"


def test_longer_words_are_spoken_longer() -> None:
    short, _, _ = opened(render_voice("one two three four five six seven", 1))
    long, _, _ = opened(render_voice("one two three four five six seven and eight", 1))
    slow, _, _ = opened(render_voice("one two three four five six seven", 1, pace=0.7))
    assert short < long
    assert short < slow


def test_voices_differ_and_repeat() -> None:
    warm = render_voice("hello", 1, "warm")
    assert render_voice("hello", 1, "warm") == warm
    assert render_voice("hello", 1, "bright") != warm


@pytest.mark.parametrize("prompt", ["...", "こんにちは 42", "🙂"])
def test_any_prompt_is_said(prompt: str) -> None:
    check_sound(render_voice(prompt, 1))


def test_an_endless_prompt_ends() -> None:
    seconds, _, _ = opened(render_voice("a very long story indeed. " * 60, 1, pace=1.5))
    assert 25 < seconds <= 30


def test_an_unknown_voice_is_refused() -> None:
    with pytest.raises(ValueError, match="warm, bright"):
        render_voice("hello", 1, "loud")


def test_letters_become_sounds() -> None:
    assert sounds_of("ship") == ["sh", "i", "p"]
    assert sounds_of("7") == sounds_of("seven")
