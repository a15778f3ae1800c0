"""One model of the picker: what it is found by, what it can do, what it costs. No widgets."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from mediadesk.domain.catalog import ModelSpec, PriceUnit
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.money import format_usd_exact
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.words import ending_words, price_words

if TYPE_CHECKING:
    from datetime import date

    from mediadesk.services.model_marks import ModelKey
    from mediadesk.services.models import ProviderInfo


@dataclass(frozen=True, slots=True)
class Ability:
    """Something that a model can do; ``words`` are further words that find it."""

    name: str
    label: str
    icon: str
    words: str = ""


ABILITIES = (
    Ability("images", QT_TR_NOOP("Images in"), "image", "vision reference picture"),
    Ability("files", QT_TR_NOOP("Files in"), "file-text", "pdf document"),
    Ability("sound", QT_TR_NOOP("Sound in"), "audio-lines", "audio"),
    Ability("video", QT_TR_NOOP("Video in"), "clapperboard", "clip"),
    Ability("json", QT_TR_NOOP("JSON answers"), "braces", "schema structured"),
    Ability("reasoning", QT_TR_NOOP("Reasoning"), "sparkles", "thinking effort"),
    Ability("mask", QT_TR_NOOP("Masks"), "scan-search", "inpaint edit"),
    Ability("frames", QT_TR_NOOP("First and last frame"), "frame", "keyframe"),
    Ability("with-sound", QT_TR_NOOP("With sound"), "volume-2", "audio"),
    Ability("seed", QT_TR_NOOP("Seed"), "dices", "repeatable"),
)
_BY_ROLE_TYPE = {
    GenerationType.IMAGE: "images",
    GenerationType.TEXT: "files",
    GenerationType.AUDIO: "sound",
    GenerationType.VIDEO: "video",
}
_BY_PARAMETER = {
    "json_answer": "json",
    "output_schema": "json",
    "reasoning_effort": "reasoning",
    "effort": "reasoning",
    "thinking": "reasoning",
    "thinking_budget": "reasoning",
    "thinking_level": "reasoning",
    "generate_audio": "with-sound",
    "seed": "seed",
}


def ability_names(spec: ModelSpec) -> frozenset[str]:
    """What a model can do, by its inputs and its settings."""
    found = {_BY_ROLE_TYPE[kind] for role in spec.input_roles for kind in role.types}
    roles = {role.name for role in spec.input_roles}
    if "mask" in roles:
        found.add("mask")
    if roles & {"first_frame", "last_frame"}:
        found.add("frames")
    found |= {_BY_PARAMETER[one.name] for one in spec.parameters if one.name in _BY_PARAMETER}
    return frozenset(found)


@dataclass(frozen=True)
class ModelRow:
    """One row: a listed model, or one whose id was typed."""

    provider: ProviderInfo
    spec: ModelSpec
    is_typed: bool = False
    position: int = field(default=0, compare=False)

    @property
    def model_id(self) -> str:
        """The id by which the provider knows the model."""
        return self.spec.id

    @cached_property
    def key(self) -> ModelKey:
        """Provider and id."""
        return self.provider.name, self.spec.id

    @property
    def title(self) -> str:
        """The upper line."""
        if self.is_typed:
            return tr("Use “{model}”").format(model=self.model_id)
        return self.spec.label

    @property
    def maker(self) -> str:
        """Who made the model: told by a listing that serves many makers, else the provider."""
        name, colon, _rest = self.spec.label.partition(": ")
        if colon:
            return name
        maker, slash, _rest = self.model_id.partition("/")
        return maker if slash else self.provider.label

    @property
    def price(self) -> str:
        """Price and unit in words."""
        return " ".join(price_words(self.spec)).strip()

    @cached_property
    def abilities(self) -> frozenset[str]:
        """Names of ``ABILITIES``."""
        return ability_names(self.spec)

    @cached_property
    def haystack(self) -> str:
        """What the words of a search are looked for in."""
        can = [f"{tr(one.label)} {one.words}" for one in ABILITIES if one.name in self.abilities]
        spec = self.spec
        words = (self.provider.label, self.provider.name, spec.id, spec.label, *spec.badges, *can)
        return " ".join(words).lower()

    def rate(self, unit: PriceUnit) -> int | None:
        """Micro-USD per million tokens in or out; 0 for a free model, None where not known."""
        if self.spec.pricing.is_free:
            return 0
        return next((one.micro for one in self.spec.pricing.prices if one.unit is unit), None)

    @cached_property
    def lowest_micro(self) -> int | None:
        """The lowest rate for what the model makes; None where no price is known."""
        pricing = self.spec.pricing
        if pricing.is_free:
            return 0
        output = self.rate(PriceUnit.OUTPUT_TOKEN)
        if output is not None:
            return output
        return min((one.micro for one in pricing.prices), default=None)

    def subtitle(self, today: date) -> str:
        """The lower line: provider and id, and when the model ends."""
        ending = ending_words(self.spec, today)
        last = tr("not listed") if self.is_typed else self.model_id
        return f"{ending or self.provider.label}, {last}"

    def has_ended(self, today: date) -> bool:
        """Whether its provider no longer serves the model."""
        return self.spec.has_ended(today)


def count_words(tokens: int | None) -> str:
    """“131K”, “1.0M”; empty where it is not known."""
    if not tokens:
        return ""
    return f"{tokens / 1_000_000:.1f}M" if tokens >= 1_000_000 else f"{round(tokens / 1000)}K"


def rate_words(micro: int | None) -> str:
    """“0.12”, “15”; a dash where it is not known."""
    if micro is None:
        return "–"
    return format_usd_exact(micro).removeprefix("$").removesuffix(".00")
