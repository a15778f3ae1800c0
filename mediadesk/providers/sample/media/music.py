"""Sample music: chords, a tune, bass and soft percussion whose mood follows from the words."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from operator import add

from mediadesk.providers.sample.media.prng import Rng
from mediadesk.providers.sample.media.synth import (
    RATE,
    envelope,
    finished,
    in_room,
    mix_in,
    noise,
    shaped,
    silence,
    smoothed,
    thinned,
    tone,
    wav_bytes,
)
from mediadesk.providers.sample.media.words import words_of

MIN_SECONDS = 3
MAX_SECONDS = 30

Partials = tuple[tuple[float, float], ...]

_SCALES: dict[str, tuple[int, ...]] = {
    "major": (0, 2, 4, 5, 7, 9, 11),
    "minor": (0, 2, 3, 5, 7, 8, 10),
    "dorian": (0, 2, 3, 5, 7, 9, 10),
    "lydian": (0, 2, 4, 6, 7, 9, 11),
    "mixolydian": (0, 2, 4, 5, 7, 9, 10),
}
_PROGRESSIONS = (
    (0, 4, 5, 3), (0, 5, 3, 4), (5, 3, 0, 4), (0, 3, 5, 4), (0, 2, 5, 3), (0, 6, 3, 4),
    (3, 0, 4, 5),
)  # fmt: skip
_SLOW = frozenset(
    [
        "slow",
        "calm",
        "ambient",
        "sleep",
        "quiet",
        "dream",
        "dreamy",
        "gentle",
        "lullaby",
        "peaceful",
        "meditation",
        "soft",
        "sad",
        "mist",
        "night",
        "fog",
        "adagio",
        "relaxing",
        "still",
        "lonely",
        "winter",
        "drone",
    ]
)
_FAST = frozenset(
    [
        "fast",
        "upbeat",
        "dance",
        "energetic",
        "happy",
        "party",
        "rock",
        "techno",
        "disco",
        "run",
        "race",
        "drive",
        "punk",
        "joyful",
        "allegro",
        "electronic",
        "funk",
        "summer",
        "house",
        "festival",
        "exciting",
    ]
)
_DARK = frozenset(
    [
        "sad",
        "dark",
        "minor",
        "melancholy",
        "rain",
        "storm",
        "night",
        "lonely",
        "mystery",
        "ghost",
        "horror",
        "winter",
        "tragic",
        "noir",
        "tension",
        "blue",
        "grief",
        "autumn",
    ]
)
_BRIGHT = frozenset(
    [
        "happy",
        "bright",
        "major",
        "joy",
        "joyful",
        "sun",
        "sunny",
        "summer",
        "morning",
        "hope",
        "cheerful",
        "light",
        "love",
        "spring",
        "playful",
        "warm",
        "celebration",
    ]
)
_STILL = frozenset(
    ["ambient", "drone", "sleep", "meditation", "solo", "piano", "lullaby", "beatless"]
)

_PAD: Partials = ((1, 0.5), (2, 0.24), (3, 0.13), (4, 0.07), (5, 0.04))
_BASS: Partials = ((1, 0.75), (2, 0.28), (3, 0.08))
_TUNES: dict[str, tuple[Partials, Partials, float]] = {
    # name: body, quickly fading brightness, half-life in seconds
    "keys": (((1, 0.6), (2, 0.22), (3, 0.08)), ((4, 0.16), (5, 0.1), (7, 0.06), (9, 0.03)), 0.42),
    "pluck": (((1, 0.5), (2, 0.3), (3, 0.16)), ((4, 0.2), (5, 0.16), (6, 0.12), (8, 0.08)), 0.2),
    "bell": (((1, 0.5), (2, 0.18)), ((2.75, 0.22), (5.4, 0.14), (8.9, 0.06)), 0.75),
    "flute": (((1, 0.7), (2, 0.12), (3, 0.1)), ((1, 0.1), (5, 0.03)), 1.6),
}


@dataclass(frozen=True)
class Mood:
    """What the words settle about a piece: beats a minute, MIDI key note, scale, instruments."""

    tempo: float
    key: int
    scale: tuple[int, ...]
    tune: str
    has_drums: bool


def render_music(prompt: str, seed: int, seconds: float = 8.0, tempo: int | None = None) -> bytes:
    """Stereo 44.1 kHz WAV bytes.

    Raises:
        ValueError: The length is out of range.
    """
    return wav_bytes(compose(prompt, seed, seconds, tempo))


def compose(prompt: str, seed: int, seconds: float, tempo: int | None = None) -> array[int]:
    """The piece as interleaved 16-bit samples; ``tempo`` in beats a minute."""
    if not MIN_SECONDS <= seconds <= MAX_SECONDS:
        raise ValueError(f"Music lasts {MIN_SECONDS} to {MAX_SECONDS} seconds, not {seconds:g}.")
    rng = Rng("music", prompt.strip(), seed)
    mood = read_mood(prompt, rng.fork("mood"), tempo)
    count = round(seconds * RATE)
    left, right = silence(count), silence(count)
    beat = 60.0 / mood.tempo * RATE
    progression = rng.choice(_PROGRESSIONS)
    bars = int(count / (beat * 4)) + 1
    melody = _Melody(rng.fork("melody"), mood)
    for bar in range(bars):
        degree = progression[bar % len(progression)]
        start = round(bar * 4 * beat)
        if start >= count:
            break
        _chord(left, right, mood, degree, start, beat)
        _bass(left, right, mood, degree, start, beat, rng.fork("bass"))
        melody.play(left, right, degree, start, beat)
        if mood.has_drums:
            _drums(left, right, rng.fork("drums"), start, beat)
    in_room(left, right, 0.6 if mood.tempo < 90 else 0.38)
    return finished(left, right, min(1.4, seconds * 0.2))


def read_mood(prompt: str, rng: Rng, tempo: int | None) -> Mood:
    """Tempo, key, scale and instruments from the words; the rest is drawn."""
    words = set(words_of(prompt))
    slow, fast = bool(words & _SLOW), bool(words & _FAST)
    if slow and not fast:
        speed = rng.uniform(62, 82)
    elif fast and not slow:
        speed = rng.uniform(112, 132)
    else:
        speed = rng.uniform(82, 112)
    if words & _DARK and not words & _BRIGHT:
        name = rng.choice(("minor", "dorian", "minor"))
    elif words & _BRIGHT:
        name = rng.choice(("major", "lydian", "major"))
    else:
        name = rng.choice(tuple(_SCALES))
    tunes = [tune for tune in _TUNES if tune in words] or (["keys"] if "piano" in words else [])
    return Mood(
        tempo=float(tempo) if tempo else speed,
        key=rng.integer(48, 59),
        scale=_SCALES[name],
        tune=tunes[0] if tunes else rng.choice(tuple(_TUNES)),
        has_drums=not words & _STILL and (fast or rng.chance(0.75)),
    )


def _pitch(mood: Mood, degree: int, octave: int = 0) -> float:
    """Frequency in Hz of a scale degree; degrees beyond seven go on in the next octave."""
    rise, step = divmod(degree, 7)
    note = mood.key + mood.scale[step] + 12 * (rise + octave)
    return float(440.0 * 2 ** ((note - 69) / 12))


def _chord(
    left: array[float], right: array[float], mood: Mood, degree: int, start: int, beat: float
) -> None:
    count = min(round(beat * 4.4), len(left) - start)
    curve = envelope(count, round(min(0.5 * RATE, beat * 0.9)), 0.0, round(beat * 0.9))
    sides = []
    # A few cents apart on each side: the chord stands wide.
    for detune, turn in ((1.0021, -1), (0.9979, 1)):
        total = silence(count)
        for index, third in enumerate((0, 2, 4, 6)):
            level = (0.13 if third == 6 else 0.2) * (1 + 0.25 * turn * (1 if index % 2 else -1))
            partials = tuple((multiple, part * level) for multiple, part in _PAD)
            note = tone(_pitch(mood, degree + third) * detune, count, partials)
            total = array("d", map(add, total, note))
        sides.append(shaped(total, curve))
    for track, near, far in ((left, *sides), (right, *reversed(sides))):
        mix_in(track, near, start, 0.85)
        mix_in(track, far, start, 0.4)


def _bass(
    left: array[float],
    right: array[float],
    mood: Mood,
    degree: int,
    start: int,
    beat: float,
    rng: Rng,
) -> None:
    rhythm = rng.choice(((0.0, 2.0), (0.0, 1.5, 3.0), (0.0, 2.5, 3.5), (0.0, 1.0, 2.0, 3.0)))
    for index, place in enumerate(rhythm):
        step = degree if index != len(rhythm) - 1 else degree + rng.choice((0, 4, 0))
        count = round(beat * 1.3)
        sound = tone(_pitch(mood, step, -1), count, _BASS)
        sound = shaped(sound, envelope(count, 260, 0.45, round(beat * 0.3)))
        for track in (left, right):
            mix_in(track, sound, start + round(place * beat), 0.42)


class _Melody:
    """A tune of two phrases: the second answers the first, and both come back varied."""

    def __init__(self, rng: Rng, mood: Mood) -> None:
        self._rng = rng
        self._mood = mood
        self._place = rng.choice((2, 4, 7))
        self._motifs = [self._rhythm(), self._rhythm()]
        self._bar = 0

    def _rhythm(self) -> list[tuple[float, int]]:
        """Places in a bar (beats) with a step up or down the scale."""
        grid = self._rng.choice((
            (0.0, 1.0, 1.5, 2.5), (0.0, 0.5, 1.5, 2.0, 3.0), (0.5, 1.0, 2.0, 3.5), (0.0, 1.5, 3.0),
            (0.0, 0.5, 1.0, 2.0, 2.5, 3.0), (0.0, 2.0, 2.5, 3.0),
        ))  # fmt: skip
        return [(place, self._rng.choice((-2, -1, -1, 0, 1, 1, 2, 3))) for place in grid]

    def play(
        self, left: array[float], right: array[float], degree: int, start: int, beat: float
    ) -> None:
        """One bar over a chord."""
        body, bright, half_life = _TUNES[self._mood.tune]
        motif = self._motifs[self._bar % 2]
        self._bar += 1
        for index, (place, step) in enumerate(motif):
            self._place = min(13, max(2, self._place + step))
            if index == 0 or (index == len(motif) - 1 and self._bar % 2 == 0):
                # Strong beats rest on a note of the chord.
                chord = [degree + third + 7 * turn for third in (0, 2, 4) for turn in (0, 1)]
                self._place = min(chord, key=lambda note: abs(note - self._place))
            at = max(0, start + round((place + self._rng.around(0, 0.012)) * beat))
            if at >= len(left) - 3_000:
                break
            count = min(round(min(beat * 3.5, half_life * 4 * RATE)), len(left) - at)
            pitch = _pitch(self._mood, self._place, 1)
            swell = 1_600 if self._mood.tune == "flute" else 130
            sound = shaped(tone(pitch, count, body), envelope(count, swell, half_life, 2_000))
            short = min(count, round(half_life * 1.6 * RATE))
            edge = shaped(tone(pitch, short, bright), envelope(short, 60, half_life * 0.3, 2_000))
            mix_in(sound, edge, 0, 0.8)
            level, lean = self._rng.uniform(0.2, 0.27), self._rng.uniform(-0.45, 0.45)
            for track, side in ((left, 1 - lean), (right, 1 + lean)):
                mix_in(track, sound, at, level * side)


def _drums(left: array[float], right: array[float], rng: Rng, start: int, beat: float) -> None:
    kick, brush, tick = _kit(rng.fork("kit"))
    kicks = rng.choice(((0.0, 2.0), (0.0, 1.5, 2.0), (0.0, 2.5), (0.0, 1.0, 2.0, 3.0)))
    for place in kicks:
        for track in (left, right):
            mix_in(track, kick, start + round(place * beat), 0.5)
    for place in (1.0, 3.0):
        at = start + round(place * beat)
        mix_in(left, brush, at, 0.20)
        mix_in(right, brush, at, 0.26)
    for index in range(8):
        swing = 0.06 if index % 2 else 0.0
        at = start + round((index * 0.5 + swing) * beat)
        level = (0.1 if index % 2 else 0.065) * rng.uniform(0.7, 1.15)
        mix_in(left, tick, at, level * 1.25)
        mix_in(right, tick, at, level * 0.75)


def _kit(rng: Rng) -> tuple[array[float], array[float], array[float]]:
    count = 9_000
    kick = silence(count)
    for index, (low, half) in enumerate(((52.0, 0.07), (78.0, 0.03), (120.0, 0.012))):
        layer = tone(low, count, ((1, 1.0),))
        mix_in(kick, shaped(layer, envelope(count, 40, half, 900)), 0, 0.9 - 0.2 * index)
    brush = smoothed(thinned(noise(rng, 7_000)), 1)
    brush = shaped(brush, envelope(7_000, 120, 0.035, 900))
    tick = shaped(thinned(thinned(noise(rng, 3_000))), envelope(3_000, 20, 0.011, 400))
    return kick, brush, tick
