"""Prices as the shipped tables hold them, made into rates. docs/prices.md explains each field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from mediadesk.domain.catalog import (
    UNKNOWN_PRICING,
    LongInput,
    Price,
    PriceChange,
    PriceUnit,
    Pricing,
)
from mediadesk.providers.tables.table_reading import (
    TableError,
    count_of,
    day_of,
    fields_of,
    list_of,
    micro_of,
    number_of,
    object_of,
    text_of,
    texts_of,
)

_UNITS = tuple(unit.value for unit in PriceUnit)
_FIELDS = ("like", "source", "as_of", "rates", "cases", "factors", "grid", "changes", "long_input")
_GRID = ("unit", "row", "column", "columns", "usd", "auto_column", "auto_rows", "extra")
_LONG = ("above_tokens", "input_percent", "output_percent")
_Rate = tuple[PriceUnit, Decimal, tuple[tuple[str, str], ...]]


class PriceLists:
    """The prices of one table that several models share, and its sources."""

    def __init__(self, document: Mapping[str, Any], place: str, read_on: date) -> None:
        self._place = place
        self._read_on = read_on
        self._lists = object_of(document.get("price_lists", {}), f"{place}: price_lists")
        self._sources = object_of(document.get("sources", {}), f"{place}: sources")

    def pricing(self, value: object, place: str) -> Pricing:
        """The pricing of an entry; unknown where it has none. Raises ``TableError``."""
        if value is None:
            return UNKNOWN_PRICING
        price = self._whole(value, place)
        name = text_of(price.get("source"), f"{place}.source")
        if name not in self._sources:
            raise TableError(f"{place}.source: “{name}” is not one of the table's sources.")
        source = text_of(self._sources[name], f"{self._place}: sources.{name}")
        as_of = day_of(price["as_of"], f"{place}.as_of") if "as_of" in price else self._read_on
        prices = _prices(price, object_of(price.get("rates", {}), f"{place}.rates"), place)
        if not prices:
            raise TableError(f"{place}: there is no rate in it.")
        found = Pricing(prices, source, as_of, long_input=_long_input(price, place))
        return replace(found, changes=tuple(_changes(price, place)))

    def _whole(self, value: object, place: str, depth: int = 0) -> Mapping[str, Any]:
        """A price with what it takes over from a list of the table."""
        own = fields_of(value, place, _FIELDS)
        if "like" not in own:
            return own
        name = text_of(own["like"], f"{place}.like")
        if name not in self._lists or depth > 3:
            raise TableError(f"{place}.like: there is no price list “{name}”.")
        above = self._whole(self._lists[name], f"{self._place}: price_lists.{name}", depth + 1)
        return {**above, **own}


def _prices(price: Mapping[str, Any], rates: Mapping[str, Any], place: str) -> tuple[Price, ...]:
    found = list(_rates(rates, (), f"{place}.rates"))
    for case in list_of(price.get("cases", []), f"{place}.cases"):
        fields = fields_of(case, f"{place}.cases", ("when", *_UNITS))
        when = _when(fields, f"{place}.cases")
        units = {name: usd for name, usd in fields.items() if name != "when"}
        found += _rates(units, when, f"{place}.cases")
    usual = tuple(found)
    for factor in list_of(price.get("factors", []), f"{place}.factors"):
        fields = fields_of(factor, f"{place}.factors", ("when", "times"))
        when = _when(fields, f"{place}.factors")
        times = number_of(fields.get("times"), f"{place}.factors.times")
        found += [(unit, usd * times, (*when, *case)) for unit, usd, case in usual]
    if "grid" in price:
        found += _grid(price["grid"], f"{place}.grid")
    return tuple(Price(unit, micro_of(usd, place), when) for unit, usd, when in found)


def _rates(
    rates: Mapping[str, Any], when: tuple[tuple[str, str], ...], place: str
) -> Iterable[_Rate]:
    for name, usd in fields_of(rates, place, _UNITS).items():
        yield PriceUnit(name), number_of(usd, f"{place}.{name}"), when


def _when(fields: Mapping[str, Any], place: str) -> tuple[tuple[str, str], ...]:
    conditions = object_of(fields.get("when"), f"{place}.when")
    if not conditions:
        raise TableError(f"{place}.when: there is no condition.")
    return tuple((name, text_of(value, f"{place}.when")) for name, value in conditions.items())


def _changes(price: Mapping[str, Any], place: str) -> Iterable[PriceChange]:
    usual = object_of(price.get("rates", {}), f"{place}.rates")
    changes = object_of(price.get("changes", {}), f"{place}.changes")
    for day in sorted(changes):
        inner = f"{place}.changes.{day}"
        rates = {**usual, **object_of(changes[day], inner)}
        yield PriceChange(day_of(day, inner), _prices(price, rates, inner))


def _long_input(price: Mapping[str, Any], place: str) -> LongInput | None:
    if "long_input" not in price:
        return None
    inner = f"{place}.long_input"
    told = fields_of(price["long_input"], inner, _LONG)
    counts = {name: count_of(told.get(name), f"{inner}.{name}") for name in _LONG}
    return LongInput(**counts)


def _grid(value: object, place: str) -> list[_Rate]:
    """A table of two parameters, each of which may be left to the model (“auto”).

    A column left to it is taken as ``auto_column``; a row left to it as the dearest of
    ``auto_rows``; a row that is not in the table as the dearest of all.
    """
    grid = fields_of(value, place, _GRID)
    unit = PriceUnit(text_of(grid.get("unit"), place))
    row_name, column_name = (text_of(grid.get(name), place) for name in ("row", "column"))
    columns = texts_of(grid.get("columns"), f"{place}.columns")
    told = object_of(grid.get("usd"), f"{place}.usd")
    rows = {name: _row(cells, columns, f"{place}.usd.{name}") for name, cells in told.items()}
    usual_column = text_of(grid.get("auto_column"), f"{place}.auto_column")
    usual_rows = texts_of(grid.get("auto_rows"), f"{place}.auto_rows")
    if usual_column not in columns or not set(usual_rows) <= set(rows):
        raise TableError(f"{place}: auto_column or auto_rows names what is not in the grid.")
    found: list[_Rate] = []
    for shown, extra in _extras(grid.get("extra"), f"{place}.extra"):
        for column in ("", *columns):
            asked = ((column_name, column),) if column else ()
            cells = {name: row[column or usual_column] + extra for name, row in rows.items()}
            found.append((unit, max(cells.values()), (*asked, *shown)))
            cells["auto"] = max(cells[name] for name in usual_rows)
            found += [
                (unit, usd, (*asked, (row_name, name), *shown)) for name, usd in cells.items()
            ]
    return found


def _row(cells: object, columns: tuple[str, ...], place: str) -> dict[str, Decimal]:
    amounts = [number_of(cell, place) for cell in list_of(cells, place)]
    if len(amounts) != len(columns):
        raise TableError(f"{place}: {len(columns)} amounts are needed, not {len(amounts)}.")
    return dict(zip(columns, amounts, strict=True))


def _extras(value: object, place: str) -> list[tuple[tuple[tuple[str, str], ...], Decimal]]:
    """What each count of something that is paid beside adds: nothing, one, two …"""
    none: tuple[tuple[tuple[str, str], ...], Decimal] = ((), Decimal(0))
    if value is None:
        return [none]
    told = fields_of(value, place, ("parameter", "usd", "most"))
    name = text_of(told.get("parameter"), place)
    each, most = number_of(told.get("usd"), place), count_of(told.get("most"), place)
    return [none, *((((name, str(count)),), each * count) for count in range(1, most + 1))]
