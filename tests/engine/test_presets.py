"""Presets: saved, found, renamed, deleted; never two of one name, nothing readable on disk."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mediadesk.domain.errors import NotFoundError, UsageError
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderName
from mediadesk.domain.presets import PromptPreset
from tests.engine.conftest import Desk

PRESET = PromptPreset(
    "Vases", GenerationType.IMAGE, ProviderName("scripted"), "image", "three secret vases",
    {"style": "wild"}, {"mode": ["a"]}, 2,
)  # fmt: skip


async def test_a_preset_comes_back_as_it_was_saved(desk: Desk) -> None:
    presets = desk.services.presets
    made = await presets.save(PRESET)
    assert await presets.list() == [replace(PRESET, id=made)]
    assert await presets.find(" vases ") == replace(PRESET, id=made)
    await presets.delete(made)
    assert await presets.list() == []
    assert await presets.save(replace(PRESET, id=made)) == made, "undo brings the same one back"


async def test_a_name_is_used_once(desk: Desk) -> None:
    presets = desk.services.presets
    first = await presets.save(PRESET)
    with pytest.raises(UsageError, match="already"):
        await presets.save(replace(PRESET, name="VASES"))
    other = await presets.save(replace(PRESET, name="Bowls"))
    with pytest.raises(UsageError, match="already"):
        await presets.rename(other, "vases")
    await presets.rename(first, "vases")
    assert [one.name for one in await presets.list()] == ["Bowls", "vases"]
    for name in ("  ", "x" * 81):
        with pytest.raises(UsageError, match="1 to 80"):
            await presets.save(replace(PRESET, name=name))


async def test_what_is_gone_is_told(desk: Desk) -> None:
    presets = desk.services.presets
    made = await presets.save(PRESET)
    await presets.delete(made)
    for wish in (presets.delete(made), presets.rename(made, "X"), presets.find("Vases")):
        with pytest.raises(NotFoundError):
            await wish
