"""The shipped tables of models, one file a maker in ``resources/models``; docs/prices.md explains.

A table says what a model is called, makes, takes and costs, when it ends and what replaces it.
How its form is built stays in code: an entry names it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from mediadesk.domain.catalog import UNKNOWN_PRICING, ModelSpec, Pricing
from mediadesk.domain.generation import GenerationType, JsonValue
from mediadesk.providers.tables.price_reading import PriceLists
from mediadesk.providers.tables.table_reading import (
    TableError,
    count_of,
    day_of,
    fields_of,
    list_of,
    object_of,
    text_of,
    texts_of,
)
from mediadesk.system.paths import resources_dir

_TOP = ("read_on", "sources", "price_lists", "forms", "models", "ended")
_ENTRY = (
    *("id", "label", "kind", "form", "limits", "values", "facts", "price"),
    *("badges", "ends_on", "replaced_by"),
)
_LIMITS = ("context_tokens", "output_tokens", "prompt_characters", "references", "seconds")
_VALUES = ("efforts", "thinking", "levels", "sizes", "qualities", "ratios")
_ENDED = ("match", "replaced_by", "ends_on")


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """One model of a table. ``form`` names the builder of its parameters, ``values`` what differs.

    ``facts`` is what a live list would say in its place.
    """

    id: str
    label: str
    kind: GenerationType
    form: str = ""
    limits: Mapping[str, int] = field(default_factory=dict)
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    facts: Mapping[str, JsonValue] = field(default_factory=dict)
    pricing: Pricing = UNKNOWN_PRICING
    badges: tuple[str, ...] = ()
    ends_on: date | None = None
    replaced_by: str | None = None

    def limit(self, name: str, otherwise: int) -> int:
        """A limit, or the usual one."""
        return self.limits.get(name, otherwise)

    def value(self, name: str, otherwise: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The values that a parameter takes, or the usual ones."""
        return self.values.get(name, otherwise)

    def finish(self, spec: ModelSpec) -> ModelSpec:
        """A built spec with what every entry may say: price, badges, end and successor."""
        return replace(
            spec,
            pricing=self.pricing,
            badges=self.badges,
            ends_on=self.ends_on,
            replaced_by=self.replaced_by,
        )


@dataclass(frozen=True, slots=True)
class EndedModels:
    """Ids that a maker ended, when, and what replaces them."""

    pattern: re.Pattern[str]
    replaced_by: str
    ends_on: date

    def mark(self, spec: ModelSpec) -> ModelSpec:
        """A model with when it ends and what replaces it."""
        return replace(spec, ends_on=self.ends_on, replaced_by=self.replaced_by)


@dataclass(frozen=True, slots=True)
class ModelTable:
    """One maker's models, in the order of the picker."""

    read_on: date
    entries: tuple[ModelEntry, ...]
    ended: tuple[EndedModels, ...] = ()
    forms: Mapping[str, list[Any]] = field(default_factory=dict)

    def build(self, makers: Mapping[str, Callable[[ModelEntry], ModelSpec]]) -> list[ModelSpec]:
        """The specs, each by the maker of its form. Raises ``TableError`` for an unknown form."""
        for entry in self.entries:
            if entry.form not in makers:
                raise TableError(f"{entry.id}: there is no form “{entry.form}”.")
        return [entry.finish(makers[entry.form](entry)) for entry in self.entries]

    def end_of(self, model_id: str) -> EndedModels | None:
        """When an id ends or has ended, as far as its maker told."""
        return next((ended for ended in self.ended if ended.pattern.search(model_id)), None)


@cache
def shipped(name: str) -> ModelTable:
    """A maker's table. Raises ``TableError`` and ``OSError``."""
    return read_table(tables_dir() / f"{name}.json")


def tables_dir() -> Path:
    """The folder with the tables."""
    return resources_dir() / "models"


def all_tables() -> list[ModelTable]:
    """Every shipped table. Raises ``TableError`` and ``OSError``."""
    found = [shipped(path.stem) for path in sorted(tables_dir().glob("*.json"))]
    if not found:
        raise TableError("The tables of models are missing.")
    return found


def read_table(path: Path) -> ModelTable:
    """Read a table and check every field of it. Raises ``TableError`` and ``OSError``."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise TableError(f"{path.name}: this is not JSON: {error}") from error
    fields_of(document, path.name, _TOP)
    read_on = day_of(document.get("read_on"), f"{path.name}: read_on")
    lists = PriceLists(document, path.name, read_on)
    forms = object_of(document.get("forms", {}), f"{path.name}: forms")
    listed = list_of(document.get("models"), f"{path.name}: models")
    entries = tuple(_entry(value, lists, path.name, number) for number, value in enumerate(listed))
    names = [entry.id for entry in entries]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise TableError(f"{path.name}, {twice}: this model is listed twice.")
    told = list_of(document.get("ended", []), f"{path.name}: ended")
    ended = tuple(
        _ended(value, f"{path.name}, ended {number}") for number, value in enumerate(told, 1)
    )
    return ModelTable(read_on, entries, ended, forms)


def _entry(value: object, lists: PriceLists, file: str, number: int) -> ModelEntry:
    model_id = text_of(object_of(value, f"{file}, model {number + 1}").get("id"), f"{file}: id")
    place = f"{file}, {model_id}"
    told = fields_of(value, place, _ENTRY)
    limits = fields_of(told.get("limits", {}), f"{place}: limits", _LIMITS)
    values = fields_of(told.get("values", {}), f"{place}: values", _VALUES)
    return ModelEntry(
        model_id,
        text_of(told.get("label"), f"{place}: label"),
        _kind(told.get("kind"), f"{place}: kind"),
        str(told.get("form", "")),
        {name: count_of(limits[name], f"{place}: limits.{name}") for name in limits},
        {name: texts_of(values[name], f"{place}: values.{name}") for name in values},
        object_of(told.get("facts", {}), f"{place}: facts"),
        lists.pricing(told.get("price"), f"{place}: price"),
        texts_of(told.get("badges", []), f"{place}: badges"),
        day_of(told["ends_on"], f"{place}: ends_on") if "ends_on" in told else None,
        text_of(told["replaced_by"], f"{place}: replaced_by") if "replaced_by" in told else None,
    )


def _ended(value: object, place: str) -> EndedModels:
    told = fields_of(value, place, _ENDED)
    try:
        pattern = re.compile(text_of(told.get("match"), f"{place}: match"))
    except re.error as error:
        raise TableError(f"{place}: match: {error}") from error
    return EndedModels(
        pattern,
        text_of(told.get("replaced_by"), f"{place}: replaced_by"),
        day_of(told.get("ends_on"), f"{place}: ends_on"),
    )


def _kind(value: object, place: str) -> GenerationType:
    try:
        return GenerationType(text_of(value, place))
    except ValueError as error:
        known = ", ".join(GenerationType)
        raise TableError(f"{place}: “{value}” is not a kind; known: {known}.") from error
