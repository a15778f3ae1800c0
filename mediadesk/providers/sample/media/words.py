"""Reading a prompt: which motif, light, colours, count and framing its words ask for.

A word that is not known still counts: it goes into the digest from which everything that the
known words leave open is drawn.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mediadesk.providers.sample.media.palette import (
    COLOUR_HUES,
    GREY_WORDS,
    MONO,
    SCHEMES,
    Palette,
    coloured,
    jittered,
)
from mediadesk.providers.sample.media.prng import Rng

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

MOTIF_WORDS: dict[str, str] = {
    "vases": "vase ceramic pottery stoneware plinth bottle jug pitcher porcelain product catalogue"
    " catalog clay glaze cup mug teapot perfume craft kiln candle",
    "bowl": "bowl fruit apple orange lemon pear egg food kitchen breakfast cake bread cheese table"
    " plate peach plum grape tomato soup meal restaurant dessert",
    "mountains": "mountain alps peak hill valley ridge mist summit landscape himalaya snow"
    " highland volcano fuji cliff canyon nature",
    "aurora": "aurora northern nordic arctic lake iceland norway polar borealis fjord lapland",
    "lighthouse": "lighthouse coast harbour harbor beacon storm ship sailor sea-mist shore pier"
    " boat island bay",
    "planet": "planet space saturn galaxy cosmos cosmic universe star astronaut rocket orbit moon"
    " jupiter mars nebula comet alien spaceship satellite",
    "dunes": "desert dune sand sahara camel oasis egypt pyramid namib",
    "leaves": "leaf plant agave garden botanical palm fern jungle flower blossom tulip rose petal"
    " herb bouquet cactus monstera tropical",
    "tiles": "geometric bauhaus pattern tile shape grid poster logo mosaic modernist square circle"
    " quilt icon chess puzzle",
    "retro_sun": "retro sunset sunrise beach sea summer vaporwave surf holiday wave seventies"
    " horizon vintage sailing",
    "marble": "marble fluid abstract ink paint smoke liquid dream swirl oil lava acrylic chaos"
    " texture emotion psychedelic",
    "strands": "flow line wind hair strand grass feather motion data network thread silk music"
    " energy code algorithm river technology",
    "city": "city skyline street building tokyo paris london berlin york neon office downtown"
    " skyscraper cyberpunk urban metropolis night-life rooftop robot",
    "forest": "forest wood tree pine fog deer wolf fox bear birch trail cabin woodland fairy owl"
    " camping mushroom",
    "portrait": "portrait face woman man person girl boy king queen dancer human character people"
    " child grandmother chef warrior wizard fashion model selfie musician",
    "reef": "underwater ocean fish coral whale jellyfish reef dolphin shark aquarium diver mermaid"
    " turtle octopus submarine",
    "road": "road highway car drive travel journey route motorcycle truck bike bicycle trip",
    "arch": "arch interior room house door temple museum architecture staircase gallery column"
    " chair furniture hotel minimal minimalist loft church library",
    "cat": "cat kitten cats window sill feline dog puppy pet bird rabbit animal",
}

_SCHEME_WORDS: dict[str, str] = {
    "dawn": "dawn morning sunrise early pastel spring gentle soft hope",
    "golden": "golden afternoon warm late-afternoon sunny hour plaster honey",
    "noon": "noon day midday bright daylight clear summer cheerful happy fresh",
    "dusk": "dusk sunset evening twilight romantic epic dramatic",
    "night": "night midnight dark starry moonlit moonlight lantern nocturnal",
    "polar": "arctic polar magical mystic mysterious ice",
    "forest": "calm quiet foggy misty moss woodland serene natural",
    "rose": "blush love tender dreamy blossom delicate elegant",
    "teal": "tropical cinematic marine",
    "autumn": "autumn fall harvest cosy cozy rustic october november",
    "neon": "neon cyberpunk vaporwave synthwave futuristic electric disco party",
    "storm": "storm rain rainy winter cold sad melancholy gloomy grey cloudy moody",
}

_MOTIF_SCHEMES: dict[str, tuple[str, ...]] = {
    "vases": ("golden", "rose", "forest", "dawn", "storm", "autumn"),
    "bowl": ("golden", "autumn", "rose", "teal", "noon", "forest"),
    "mountains": ("dawn", "forest", "storm", "noon", "dusk", "rose", "teal", "golden"),
    "aurora": ("polar", "night", "neon"),
    "lighthouse": ("night", "dusk", "storm", "dawn"),
    "planet": ("night", "dusk", "neon", "polar", "autumn"),
    "dunes": ("golden", "autumn", "dusk", "rose", "dawn"),
    "leaves": ("forest", "noon", "teal", "rose", "golden"),
    "tiles": ("noon", "teal", "autumn", "rose", "dusk", "forest"),
    "retro_sun": ("autumn", "dusk", "rose", "teal", "golden", "neon"),
    "marble": ("dusk", "teal", "rose", "neon", "golden", "polar"),
    "strands": ("forest", "dawn", "teal", "night", "rose", "autumn"),
    "city": ("dusk", "night", "neon", "storm", "dawn"),
    "forest": ("forest", "storm", "autumn", "dawn", "teal"),
    "portrait": ("golden", "rose", "teal", "noon", "autumn", "dusk"),
    "reef": ("teal", "night", "noon", "polar"),
    "road": ("dusk", "golden", "noon", "autumn", "dawn"),
    "arch": ("golden", "rose", "teal", "dawn", "noon"),
    "cat": ("night", "dusk", "golden", "rose", "storm"),
}

_COUNTS = {
    "single": 1, "one": 1, "lone": 1, "solitary": 1, "pair": 2, "two": 2, "twin": 2, "couple": 2,
    "three": 3, "trio": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "several": 5, "many": 7,
    "dozen": 8, "eight": 8, "nine": 9,
}  # fmt: skip
_CLOSE = frozenset({"close", "closeup", "close-up", "macro", "detail", "near", "big", "huge"})
_WIDE = frozenset({"wide", "vast", "panorama", "panoramic", "distant", "far", "small", "tiny"})
_LEFT = frozenset({"left", "left-hand", "west"})
_RIGHT = frozenset({"right", "right-hand", "east"})
_LOOKUP = {word: name for name, text in MOTIF_WORDS.items() for word in text.split()}
_SCHEME_LOOKUP = {word: name for name, text in _SCHEME_WORDS.items() for word in text.split()}


@dataclass(frozen=True)
class Reading:
    """What the prompt asks for; ``rng`` fixes what it leaves open."""

    words: tuple[str, ...]
    motif: str
    palette: Palette
    count: int | None
    scale: float
    focus: float
    light_from: float
    rng: Rng


def words_of(prompt: str) -> tuple[str, ...]:
    """The prompt's words in lower case."""
    return tuple(match.group().lower() for match in _WORD.finditer(prompt))


def _forms(word: str) -> tuple[str, ...]:
    """The word and its likely singulars, for look-ups."""
    if not word.endswith("s") or word.endswith("ss") or len(word) < 4:
        return (word,)
    return word, word[:-1], word[:-2], word[:-3] + "y", word[:-3] + "f"


def read_prompt(prompt: str, seed: int, style: str = "auto") -> Reading:
    """Turn a prompt into decisions; ``style`` names a motif, or is ``auto``."""
    words = words_of(prompt)
    rng = Rng("sample", " ".join(words), prompt.strip(), seed)
    motif = style if style in MOTIF_WORDS else _motif(words, rng.fork("motif"))
    return Reading(
        words=words,
        motif=motif,
        palette=_palette(words, motif, rng.fork("palette")),
        count=_count(words),
        scale=_scale(words, rng.fork("scale")),
        focus=_focus(words, rng.fork("focus")),
        light_from=rng.fork("light").choice((-1.0, 1.0)),
        rng=rng.fork("scene"),
    )


def _motif(words: tuple[str, ...], rng: Rng) -> str:
    scores: dict[str, float] = {}
    for place, word in enumerate(words):
        name = next((_LOOKUP[form] for form in _forms(word) if form in _LOOKUP), None)
        if name is not None:
            # The first noun of a prompt is usually its subject.
            scores[name] = scores.get(name, 0.0) + 1.0 + 0.6 / (1 + place)
    if scores:
        return max(scores, key=lambda name: (scores[name], name))
    return rng.choice(tuple(MOTIF_WORDS))


def _palette(words: tuple[str, ...], motif: str, rng: Rng) -> Palette:
    scheme = next((SCHEMES[_SCHEME_LOOKUP[word]] for word in words if word in _SCHEME_LOOKUP), None)
    grey = any(word in GREY_WORDS for word in words) or {"black", "white"} <= set(words)
    if grey:
        scheme = MONO
    elif scheme is None:
        scheme = SCHEMES[rng.choice(_MOTIF_SCHEMES[motif])]
    hues = [COLOUR_HUES[name] for name in words if name in COLOUR_HUES]
    if hues and not grey:
        return coloured(jittered(scheme, 0.0, 1.0, rng.around(0.0, 0.03)), hues)
    return jittered(scheme, rng.around(0.0, 16.0), rng.uniform(0.85, 1.15), rng.around(0.0, 0.05))


def _count(words: tuple[str, ...]) -> int | None:
    for word in words:
        if word in _COUNTS:
            return _COUNTS[word]
        if word.isdecimal() and word.isascii() and 1 <= int(word[:4]) <= 12:
            return int(word[:4])
    return None


def _scale(words: tuple[str, ...], rng: Rng) -> float:
    if any(word in _CLOSE for word in words):
        return rng.uniform(1.25, 1.4)
    if any(word in _WIDE for word in words):
        return rng.uniform(0.62, 0.75)
    return rng.uniform(0.9, 1.1)


def _focus(words: tuple[str, ...], rng: Rng) -> float:
    if any(word in _LEFT for word in words):
        return rng.uniform(0.26, 0.32)
    if any(word in _RIGHT for word in words):
        return rng.uniform(0.68, 0.74)
    return rng.choice((0.36, 0.42, 0.5, 0.58, 0.64)) + rng.around(0.0, 0.03)
