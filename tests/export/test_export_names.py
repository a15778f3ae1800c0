"""Names of exported files: nothing from a prompt or provider steers where a file goes."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediadesk.domain.generation import Asset, GenerationType
from mediadesk.domain.ids import AssetId, ProjectId, new_uuid7
from mediadesk.services.export_names import NAME_LIMIT_BYTES, numbered, safe_name, suggested_name


def asset(extension: str = "png", file_name: str | None = None) -> Asset:
    return Asset(
        id=AssetId(new_uuid7()),
        type=GenerationType.IMAGE,
        mime="image/png",
        extension=extension,
        size_bytes=1,
        position=0,
        created_at=datetime(2026, 11, 23, tzinfo=UTC),
        project_id=ProjectId(new_uuid7()),
        file_name=file_name,
    )


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("a/b\\c.png", "a_b_c.png"),
        ("../../etc/passwd", "_._etc_passwd"),
        (".hidden", "hidden"),
        ("con.txt", "_con.txt"),
        ("LPT1", "_LPT1"),
        ("name. . ", "name"),
        ("a\u202egnp.exe", "a_gnp.exe"),
        ("", "file"),
        ("x" * 300 + ".webp", "x" * 115 + ".webp"),
    ],
)
def test_names_are_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text(max_size=400))
def test_any_prompt_makes_one_plain_name(prompt: str) -> None:
    item = asset()
    name = suggested_name(item, prompt)
    assert name == Path(name).name
    assert name.endswith(f"{item.id.hex[-6:]}.png")
    assert len(name.encode()) <= NAME_LIMIT_BYTES
    assert not name.startswith(".")
    assert name.isprintable()


def test_words_of_the_prompt_lead_the_name() -> None:
    assert suggested_name(asset(), "A lighthouse, at dusk!").startswith("a-lighthouse-at-dusk-")
    assert suggested_name(asset(file_name="Photo 1.png")).startswith("photo-1-png-")


def test_taken_names_are_numbered() -> None:
    assert [numbered(Path("a/b.png"), n).name for n in (1, 2, 3)] == ["b.png", "b-2.png", "b-3.png"]
