"""A sample voice: reads the prompt in formant waves, with stress, pauses and a falling line.

Each opening of the voice adds one short, fading wave per formant (FOF, Rodet 1984); hiss and
bursts stand for the voiceless sounds. It follows the letters, not a dictionary, so it sounds like
somebody speaking in the next room.
"""

from __future__ import annotations

import math
import re
from array import array
from dataclasses import dataclass
from functools import lru_cache

from mediadesk.providers.sample.media.prng import Rng
from mediadesk.providers.sample.media.synth import (
    RATE,
    envelope,
    finished,
    mix_in,
    noise,
    reverb,
    shaped,
    silence,
    smoothed,
    thinned,
    wav_bytes,
)

MIN_SECONDS = 3.0
MAX_SECONDS = 30.0

Formants = tuple[tuple[float, float, float], ...]

_VOWELS: dict[str, tuple[float, float, float]] = {
    # first three formants in Hz of a grown man (Peterson & Barney 1952)
    "ee": (270, 2290, 3010), "i": (390, 1990, 2550), "e": (530, 1840, 2480), "a": (660, 1720, 2410),
    "ah": (730, 1090, 2440), "aw": (570, 840, 2410), "u": (440, 1020, 2240), "oo": (300, 870, 2240),
    "uh": (640, 1190, 2390), "er": (490, 1350, 1690), "m": (250, 1100, 2200),
    "n": (250, 1500, 2400),
    "l": (360, 1100, 2500), "r": (420, 1300, 1650), "w": (300, 650, 2200), "y": (280, 2200, 2900),
    "v": (300, 1200, 2300),
}  # fmt: skip

# letters -> sounds; the longest match wins
_LETTERS: dict[str, tuple[str, ...]] = {
    "ee": ("ee",), "ea": ("ee",), "ai": ("e", "i"), "ay": ("e", "i"), "oa": ("aw", "oo"),
    "ou": ("ah", "oo"), "ow": ("ah", "oo"), "oo": ("oo",), "au": ("aw",), "aw": ("aw",),
    "igh": ("ah", "i"), "er": ("er",), "ir": ("er",), "ur": ("er",), "ar": ("ah", "r"),
    "or": ("aw", "r"), "th": ("f",), "sh": ("sh",), "ch": ("t", "sh"), "ph": ("f",), "ck": ("k",),
    "ng": ("n",), "qu": ("k", "w"), "wh": ("w",), "tion": ("sh", "uh", "n"), "a": ("a",),
    "e": ("e",), "i": ("i",), "o": ("aw",), "u": ("uh",), "y": ("i",), "m": ("m",), "n": ("n",),
    "l": ("l",), "r": ("r",), "w": ("w",), "v": ("v",), "z": ("v", "s"), "s": ("s",), "f": ("f",),
    "h": ("h",), "p": ("p",), "b": ("p",), "t": ("t",), "d": ("t",), "k": ("k",), "c": ("k",),
    "g": ("k",), "q": ("k",), "x": ("k", "s"), "j": ("t", "sh"),
}  # fmt: skip
_OPEN = frozenset({"ee", "i", "e", "a", "ah", "aw", "u", "oo", "uh", "er"})
_HISS = {"s": 0.11, "sh": 0.11, "f": 0.08, "h": 0.06}
_BURST = frozenset({"p", "t", "k"})
_PHRASE = re.compile(r"[^.!?;:,\n]+[.!?;:,\n]*")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d")
_DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


@dataclass(frozen=True)
class Voice:
    """Pitch in Hz, size of the throat (1 = a grown man), and pace (1 = usual)."""

    pitch: float
    tract: float
    pace: float


VOICES: dict[str, Voice] = {
    "warm": Voice(112.0, 1.0, 1.0),
    "bright": Voice(205.0, 0.86, 1.05),
    "deep": Voice(84.0, 1.08, 0.92),
    "young": Voice(262.0, 0.76, 1.12),
}


def render_voice(prompt: str, seed: int, voice: str = "warm", pace: float = 1.0) -> bytes:
    """Stereo 44.1 kHz WAV bytes of the prompt being spoken, 3 to 30 seconds long.

    Raises:
        ValueError: There is no such voice.
    """
    return wav_bytes(speak(prompt, seed, voice, pace))


def speak(prompt: str, seed: int, voice: str = "warm", pace: float = 1.0) -> array[int]:
    """The spoken prompt as interleaved 16-bit samples."""
    if voice not in VOICES:
        raise ValueError(f"There is no sample voice {voice!r}; use one of {', '.join(VOICES)}.")
    rng = Rng("voice", prompt.strip(), seed)
    manner = VOICES[voice]
    manner = Voice(
        manner.pitch * rng.uniform(0.94, 1.07),
        manner.tract * rng.uniform(0.97, 1.03),
        manner.pace * pace,
    )
    speaker = _Speaker(rng, manner)
    phrases = [text for text in _PHRASE.findall(prompt) if _WORD.search(text)] or ["mm"]
    # A prompt of a word or two is said again, with another melody, until it can be heard well.
    while speaker.seconds < MIN_SECONDS:
        for phrase in phrases:
            if speaker.seconds >= MAX_SECONDS - 1:
                break
            speaker.phrase(phrase)
    return speaker.sound()


def sounds_of(word: str) -> list[str]:
    """The speech sounds of a word, letter by letter, longest match first."""
    if word.isdecimal():
        word = _DIGITS[int(word)]
    word = word.lower()
    if len(word) > 3 and word.endswith("e") and word[-2] not in "aeiouy":
        word = word[:-1]
    sounds: list[str] = []
    place = 0
    while place < len(word):
        size = next((n for n in (4, 3, 2, 1) if word[place : place + n] in _LETTERS), 0)
        if size:
            sounds += _LETTERS[word[place : place + size]]
        else:
            # Letters of other scripts take a vowel of their own, so that they can be heard too.
            sounds.append(sorted(_OPEN)[ord(word[place]) % len(_OPEN)])
        place += size or 1
    return [sound for i, sound in enumerate(sounds) if i == 0 or sound != sounds[i - 1]]


class _Speaker:
    """Keeps the two channels and where in time the voice has come to."""

    def __init__(self, rng: Rng, voice: Voice) -> None:
        self._rng = rng
        self._voice = voice
        self._track = silence(round(MAX_SECONDS * RATE))
        self._at = round(0.12 * RATE)
        self._last: Formants | None = None

    @property
    def seconds(self) -> float:
        """How long the speech is so far."""
        return self._at / RATE

    def phrase(self, text: str) -> None:
        """One phrase: its pitch falls slowly, rises on stress, and at a question's end."""
        words = [sounds_of(match.group()) for match in _WORD.finditer(text)]
        total = max(1, sum(len(word) for word in words))
        done = 0
        asks = "?" in text
        lift = self._rng.uniform(1.04, 1.16)
        for word in words:
            stress = self._rng.uniform(1.05, 1.2) if len(word) > 2 else 0.97
            seen_vowel = False
            for sound in word:
                share = done / total
                line = lift * (1.0 - 0.22 * share)
                if asks and share > 0.7:
                    line *= 1.0 + 1.4 * (share - 0.7)
                is_open = sound in _OPEN
                pitch = self._voice.pitch * line * (stress if is_open and not seen_vowel else 1.0)
                long = 1.25 if is_open and not seen_vowel and len(word) > 2 else 1.0
                seen_vowel = seen_vowel or is_open
                self._sound(sound, pitch, long * (1.2 if share > 0.85 else 1.0))
                done += 1
            self._at += round(self._rng.uniform(0.02, 0.05) * RATE / self._voice.pace)
        rest = 0.42 if text.rstrip()[-1:] in ".!?\n" else 0.2
        self._at += round(rest * RATE / self._voice.pace)
        self._last = None

    def _sound(self, sound: str, pitch: float, long: float) -> None:
        if self.seconds >= MAX_SECONDS - 1:
            return
        if sound in _HISS:
            self._hiss(sound, round(_HISS[sound] * RATE / self._voice.pace))
        elif sound in _BURST:
            self._burst(sound)
        else:
            span = (0.125 if sound in _OPEN else 0.07) * long * self._rng.uniform(0.9, 1.1)
            self._voiced(sound, pitch, round(span * RATE / self._voice.pace))

    def _hiss(self, sound: str, count: int) -> None:
        breath = noise(self._rng, count)
        if sound == "s":
            breath = thinned(thinned(breath))
        elif sound == "sh":
            breath = smoothed(thinned(breath), 2)
        else:
            breath = smoothed(breath, 1)
        level = {"s": 0.16, "sh": 0.2, "f": 0.09, "h": 0.08}[sound]
        curve = envelope(count, count // 3, 0.0, count // 3)
        mix_in(self._track, shaped(breath, curve), self._at, level)
        self._at += round(count * 0.85)

    def _burst(self, sound: str) -> None:
        self._at += round(0.045 * RATE / self._voice.pace)
        puff = noise(self._rng, 1_400)
        puff = thinned(puff) if sound == "t" else smoothed(puff, 3 if sound == "p" else 1)
        mix_in(self._track, shaped(puff, envelope(1_400, 30, 0.006, 500)), self._at, 0.32)
        self._at += round(0.014 * RATE)

    def _voiced(self, sound: str, pitch: float, count: int) -> None:
        """Pulses of the voice; the formants glide from the last sound into this one."""
        goal = _formants(sound, self._voice.tract)
        start = self._last or goal
        place, glide = 0.0, 0.4
        nasal = 0.6 if sound not in _OPEN else 1.0
        while place < count:
            share = min(1.0, place / count / glide)
            step = round(share * 6) / 6
            wobble = 1.0 + 0.012 * math.sin((self._at + place) / RATE * math.tau * 5.2)
            now = max(60.0, pitch * wobble * self._rng.uniform(0.993, 1.007))
            edge = min(1.0, (place + 300) / 1_200, (count - place + 500) / 1_500)
            level = 0.5 * nasal * edge * self._rng.uniform(0.93, 1.0)
            mix_in(self._track, _pulse(start, goal, step), self._at + round(place), level)
            place += RATE / now
        self._at += count
        self._last = goal

    def sound(self) -> array[int]:
        """The speech in a small room, a little wider than a point."""
        count = min(len(self._track), self._at + round(0.35 * RATE))
        left = self._track[:count]
        right = silence(count)
        mix_in(right, left, 14, 0.94)
        room = reverb(left, (1_687, 2_143, 2_837), 0.68)
        mix_in(left, room, 0, 0.2)
        mix_in(right, room, 620, 0.2)
        return finished(left, right, 0.2)


@lru_cache(maxsize=256)
def _formants(sound: str, tract: float) -> Formants:
    first, second, third = _VOWELS[sound]
    weak = 0.35 if sound in ("m", "n") else 1.0
    return (
        (first / tract, 70.0, 1.0),
        (second / tract, 95.0, 0.42 * weak),
        (third / tract, 130.0, 0.2 * weak),
        (3_450.0 / tract, 210.0, 0.1 * weak),
    )


@lru_cache(maxsize=4_096)
def _pulse(start: Formants, goal: Formants, share: float) -> array[float]:
    """One opening of the voice: four fading waves with a soft start."""
    count = 700
    total = [0.0] * count
    for (f0, width, a0), (f1, _, a1) in zip(start, goal, strict=True):
        frequency = f0 + (f1 - f0) * share
        level = a0 + (a1 - a0) * share
        turn, fall = math.tau * frequency / RATE, math.exp(-math.pi * width / RATE)
        # A damped wave by its two-term recurrence: three operations a sample instead of a sine.
        k, q = 2 * fall * math.cos(turn), fall * fall
        older, old = 0.0, level * fall * math.sin(turn)
        for i in range(count):
            total[i] += older
            older, old = old, k * old - q * older
    rise = 48
    for i in range(rise):
        total[i] *= 0.5 - 0.5 * math.cos(math.pi * i / rise)
    for i in range(160):
        total[count - 1 - i] *= i / 160
    return array("d", total)
