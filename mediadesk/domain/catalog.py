"""AI models as data: what a model makes, what it takes, how it is priced."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from mediadesk.domain.generation import GenerationType, JsonValue
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.parameters import ParameterSpec


class AudioKind(StrEnum):
    """What an audio model makes."""

    SPEECH = "speech"
    MUSIC = "music"
    EFFECTS = "effects"


@dataclass(frozen=True, slots=True)
class InputRole:
    """One kind of input a model takes: role name, words for the form, limits."""

    name: str
    label: str
    types: tuple[GenerationType, ...] = (GenerationType.IMAGE,)
    mimes: tuple[str, ...] = ("image/png", "image/jpeg", "image/webp")
    maximum_count: int = 1
    maximum_bytes: int = 20 * 1024 * 1024
    required: bool = False


class PriceUnit(StrEnum):
    """What a rate counts. Token and character rates are micro-USD per million of them.

    ``IMAGE`` is one result of any kind: a picture, a song, a clip. ``MEGAPIXEL`` counts the started
    millions of pixels of every result, ``INPUT_MEGAPIXEL`` (at the same rate) those of the pictures
    that are given. Tokens of thinking are output; those of sound and pictures are input or output.
    Of what is read, some may have rates of their own: what was found in a cache (``CACHED_TOKEN``),
    what was put into one (``CACHE_WRITE_TOKEN``), pictures given (``IMAGE_INPUT_TOKEN``). Where
    what is written beside pictures has a rate of its own (``TEXT_OUTPUT_TOKEN``: text and
    thinking), that of output is for the pictures alone.
    """

    INPUT_TOKEN = "input-1m"
    CACHED_TOKEN = "cached-1m"
    CACHE_WRITE_TOKEN = "cache-write-1m"
    IMAGE_INPUT_TOKEN = "image-input-1m"
    OUTPUT_TOKEN = "output-1m"
    TEXT_OUTPUT_TOKEN = "text-output-1m"
    IMAGE = "image"
    MEGAPIXEL = "megapixel"
    INPUT_MEGAPIXEL = "input-megapixel"
    SECOND = "second"
    MINUTE = "minute"
    CHARACTER = "character-1m"


TOKEN_UNITS = frozenset(
    {
        PriceUnit.INPUT_TOKEN,
        PriceUnit.CACHED_TOKEN,
        PriceUnit.CACHE_WRITE_TOKEN,
        PriceUnit.IMAGE_INPUT_TOKEN,
        PriceUnit.OUTPUT_TOKEN,
        PriceUnit.TEXT_OUTPUT_TOKEN,
    }
)


@dataclass(frozen=True, slots=True)
class Price:
    """One rate: micro-USD per ``unit`` (per million for ``…-1m``), for one tier of parameters.

    ``when`` narrows an entry to parameter values, e.g. (("quality", "low"), ("size", "1024x1024")).
    """

    unit: PriceUnit
    micro: int
    when: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LongInput:
    """Above so many input tokens the whole call costs more: rates in per cent of the usual ones."""

    above_tokens: int
    input_percent: int
    output_percent: int


@dataclass(frozen=True, slots=True)
class PriceChange:
    """The rates from a day on, as their provider announced."""

    from_day: date
    prices: tuple[Price, ...]


@dataclass(frozen=True, slots=True)
class Pricing:
    """All rates of one model with where and when they were read. Empty ``prices`` = unknown."""

    prices: tuple[Price, ...] = ()
    source: str = ""
    as_of: date | None = None
    is_free: bool = False
    long_input: LongInput | None = None
    changes: tuple[PriceChange, ...] = ()

    def on(self, day: date) -> Pricing:
        """The rates that count on a day."""
        begun = [change for change in self.changes if change.from_day <= day]
        if not begun:
            return self
        later = tuple(change for change in self.changes if change.from_day > day)
        return replace(self, prices=begun[-1].prices, changes=later)

    def is_stale(self, today: date, after_days: int) -> bool:
        """Whether the rates were read longer ago than ``after_days``."""
        return self.as_of is not None and (today - self.as_of).days > after_days


UNKNOWN_PRICING = Pricing()
FREE_PRICING = Pricing(source="free", is_free=True)


@dataclass(frozen=True, slots=True)
class ModelSpec:
    """One model of one provider. ``results_per_call`` is how many results one billable call makes.

    ``facts`` is what the provider's own list said, as far as the adapter needs it to make this spec
    again: it is kept with the cached list.
    """

    provider_id: ProviderId
    id: str
    label: str
    types: tuple[GenerationType, ...]
    parameters: tuple[ParameterSpec, ...] = ()
    input_roles: tuple[InputRole, ...] = ()
    pricing: Pricing = UNKNOWN_PRICING
    results_per_call: int = 1
    maximum_results: int = 4
    maximum_prompt_length: int = 32_000
    context_tokens: int | None = None
    maximum_output_tokens: int | None = None
    audio_kind: AudioKind | None = None
    streams_text: bool = False
    is_resumable: bool = False
    can_continue: bool = False
    typical_seconds: float | None = None
    note: str = ""
    ends_on: date | None = None
    replaced_by: str | None = None
    badges: tuple[str, ...] = ()
    is_known: bool = True
    facts: Mapping[str, JsonValue] = field(default_factory=dict, hash=False, repr=False)

    def has_ended(self, today: date) -> bool:
        """Whether the last day on which its provider serves this model is over."""
        return self.ends_on is not None and self.ends_on < today

    def input_role(self, name: str) -> InputRole | None:
        """The role called ``name``, or None where this model does not take it."""
        return next((role for role in self.input_roles if role.name == name), None)
