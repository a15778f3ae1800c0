"""The shipped tables of models: what they promise; every mistake is told with its place."""

from __future__ import annotations

import copy
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mediadesk.domain.catalog import ModelSpec
from mediadesk.providers.factory import ADAPTERS
from mediadesk.providers.tables.model_table import all_tables, read_table, tables_dir
from mediadesk.providers.tables.table_reading import TableError

MODELS = [model for adapter in ADAPTERS for model in adapter.models]
SOUND: dict[str, Any] = {
    "read_on": "2026-11-22",
    "sources": {"page": "the price page"},
    "price_lists": {
        "tiers": {"factors": [{"when": {"tier": "flex"}, "times": "0.5"}]},
        "grid": {
            "grid": {
                "unit": "image",
                "row": "size",
                "column": "quality",
                "columns": ["low", "high"],
                "usd": {"small": ["0.01", "0.02"], "large": ["0.03", "0.04"]},
                "auto_column": "high",
                "auto_rows": ["small"],
            }
        },
    },
    "models": [
        {
            "id": "alpha",
            "label": "Alpha",
            "kind": "text",
            "limits": {"context_tokens": 1000},
            "values": {"efforts": ["low"]},
            "price": {
                "like": "tiers",
                "source": "page",
                "rates": {"input-1m": "0.10", "output-1m": "0.50"},
                "cases": [{"when": {"cache": "1h"}, "input-1m": "0.20"}],
                "changes": {"2027-01-01": {"input-1m": "0.30"}},
                "long_input": {"above_tokens": 9, "input_percent": 200, "output_percent": 150},
            },
        },
        {
            "id": "beta",
            "label": "Beta",
            "kind": "image",
            "price": {"like": "grid", "source": "page", "as_of": "2026-11-01"},
        },
        {"id": "gamma", "label": "Gamma", "kind": "audio"},
    ],
    "ended": [{"match": "^old-", "replaced_by": "alpha", "ends_on": "2026-05-12"}],
}


def written(folder: Path, document: object) -> Path:
    path = folder / "maker.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def test_a_table_says_what_its_fields_mean(tmp_path: Path) -> None:
    table = read_table(written(tmp_path, SOUND))
    alpha, beta, gamma = table.entries
    rates = {(p.unit.value, p.when): p.micro for p in alpha.pricing.prices}
    assert rates == {
        ("input-1m", ()): 100_000,
        ("output-1m", ()): 500_000,
        ("input-1m", (("cache", "1h"),)): 200_000,
        ("input-1m", (("tier", "flex"),)): 50_000,
        ("output-1m", (("tier", "flex"),)): 250_000,
        ("input-1m", (("tier", "flex"), ("cache", "1h"))): 100_000,
    }
    assert (alpha.pricing.source, alpha.pricing.as_of) == ("the price page", date(2026, 11, 22))
    later = {(p.unit.value, p.when): p.micro for p in alpha.pricing.on(date(2027, 1, 1)).prices}
    assert later["input-1m", ()] == 300_000
    assert later["input-1m", (("tier", "flex"),)] == 150_000
    assert later["output-1m", ()] == 500_000
    assert alpha.pricing.on(date(2026, 12, 31)) == alpha.pricing
    cells = {p.when: p.micro for p in beta.pricing.prices}
    assert cells[("quality", "low"), ("size", "large")] == 30_000
    assert cells[(("size", "auto"),)] == 20_000  # quality left open: high; size auto: small
    assert cells[(("quality", "low"),)] == 30_000  # a size that is not in the grid: the dearest
    assert beta.pricing.as_of == date(2026, 11, 1)
    assert gamma.pricing.prices == ()
    ended = table.end_of("old-one")
    assert ended is not None
    assert (ended.replaced_by, ended.ends_on) == ("alpha", date(2026, 5, 12))
    assert table.end_of("alpha") is None


MISTAKES: list[tuple[tuple[str | int, ...], object, str]] = [
    (("read_on",), "22.11.2026", "maker.json: read_on: “22.11.2026” is not a day"),
    (("surprise",), 1, "maker.json: there is no field “surprise”"),
    (("models",), {}, "maker.json: models: this is not a list"),
    (("models", 0, "id"), "", "maker.json: id: text is missing"),
    (("models", 1, "id"), "alpha", "maker.json, alpha: this model is listed twice"),
    (("models", 0, "kind"), "smell", "maker.json, alpha: kind: “smell” is not a kind"),
    (("models", 0, "colour"), "red", "maker.json, alpha: there is no field “colour”"),
    (("models", 0, "limits", "context_tokens"), 0, "alpha: limits.context_tokens: “0” is not"),
    (("models", 0, "limits", "height"), 3, "alpha: limits: there is no field “height”"),
    (("models", 0, "values", "efforts"), "low", "alpha: values.efforts: this is not a list"),
    (("models", 0, "ends_on"), "soon", "alpha: ends_on: “soon” is not a day"),
    (("models", 0, "price", "source"), "hearsay", "alpha: price.source: “hearsay” is not one of"),
    (("models", 0, "price", "like"), "nobody", "alpha: price.like: there is no price list"),
    (("models", 0, "price", "rates", "input-1m"), "cheap", "rates.input-1m: “cheap” is not a"),
    (("models", 0, "price", "rates", "input-1m"), "-1", "rates.input-1m: “-1” is not a number"),
    (("models", 0, "price", "rates", "input-1m"), 0.1, "rates.input-1m: text is missing"),
    (("models", 0, "price", "rates", "token"), "1", "price.rates: there is no field “token”"),
    (("models", 0, "price", "rates", "input-1m"), "0.0000001", "price: “1E-7” is not an amount"),
    (("models", 0, "price", "cases", 0, "when"), {}, "cases.when: there is no condition"),
    (("models", 0, "price", "changes"), {"later": {}}, "changes.later: “later” is not a day"),
    (("models", 0, "price", "long_input", "above_tokens"), None, "long_input.above_tokens:"),
    (("models", 1, "price", "as_of"), "2026", "beta: price.as_of: “2026” is not a day"),
    (("price_lists", "grid", "grid", "usd", "small"), ["0.01"], "2 amounts are needed, not 1"),
    (("price_lists", "grid", "grid", "auto_column"), "best", "auto_column or auto_rows names"),
    (("price_lists", "grid", "like"), "grid", "there is no price list “grid”"),
    (("ended", 0, "match"), "(", "maker.json, ended 1: match: missing )"),
    (("ended", 0, "replaced_by"), "", "maker.json, ended 1: replaced_by: text is missing"),
]


@pytest.mark.parametrize(("path", "value", "words"), MISTAKES)
def test_a_mistake_is_told_with_its_place(
    tmp_path: Path, path: tuple[str | int, ...], value: object, words: str
) -> None:
    document = copy.deepcopy(SOUND)
    inner: Any = document
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    with pytest.raises(TableError) as told:
        read_table(written(tmp_path, document))
    assert words in str(told.value)


def test_a_file_that_is_no_json_is_named(tmp_path: Path) -> None:
    path = tmp_path / "maker.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(TableError, match=r"^maker\.json: this is not JSON"):
        read_table(path)


def test_the_shipped_tables_are_sound_and_used() -> None:
    tables = all_tables()
    assert len(tables) == len(list(tables_dir().glob("*.json"))) == 6
    offered = {model.id for model in MODELS}
    listed = {entry.id for table in tables for entry in table.entries}
    assert listed <= offered


@pytest.mark.parametrize("model", MODELS, ids=lambda m: f"{m.provider_id}-{m.id}")
def test_every_price_names_its_source_and_its_date(model: ModelSpec) -> None:
    if model.pricing.prices:
        assert model.pricing.source
        assert model.pricing.as_of is not None
    if model.ends_on is not None:
        assert model.replaced_by


def test_replacements_can_be_used() -> None:
    for adapter in ADAPTERS:
        ids = {model.id for model in adapter.models}
        named = {model.replaced_by for model in adapter.models} - {None}
        assert named <= ids
    for table in all_tables():
        ids = {entry.id for entry in table.entries}
        assert {ended.replaced_by for ended in table.ended} <= ids
