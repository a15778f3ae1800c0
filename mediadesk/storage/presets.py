"""Saved prompts with their settings: rows in, domain values out."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from mediadesk.domain.errors import NotFoundError
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import PresetId, ProviderName, UserId, new_uuid7
from mediadesk.domain.presets import PromptPreset
from mediadesk.storage.rows import fetch_all, fetch_value, from_json, to_json

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from mediadesk.storage.rows import Readable


def presets(connection: Readable, user: UserId) -> list[PromptPreset]:
    """All presets, by name."""
    sql = """SELECT uid, name, type, provider, model, prompt, parameters, extra, result_count
     FROM prompt_presets WHERE user_id = ? ORDER BY name COLLATE NOCASE"""
    return [_preset(*row) for row in fetch_all(connection, sql, (user,))]


def is_taken(connection: Readable, user: UserId, name: str, but: PresetId | None = None) -> bool:
    """Whether a preset other than ``but`` has this name, letter case aside."""
    sql = """SELECT 1 FROM prompt_presets
     WHERE user_id = ? AND name = ? COLLATE NOCASE AND uid IS NOT ?"""
    uid = None if but is None else but.bytes
    return fetch_value(connection, sql, (user, name, uid)) is not None


def put_preset(connection: Connection, user: UserId, preset: PromptPreset, at_ms: int) -> PresetId:
    """Store a preset, under the id of one that was deleted where it has one."""
    from sqlalchemy import insert

    from mediadesk.storage.tables import prompt_presets

    new_id = preset.id or PresetId(new_uuid7(at_ms))
    connection.execute(
        insert(prompt_presets).values(
            uid=new_id.bytes,
            user_id=user,
            name=preset.name,
            type=preset.type.value,
            provider=preset.provider,
            model=preset.model,
            prompt=preset.prompt,
            parameters=to_json(dict(preset.parameters)),
            extra=to_json(dict(preset.extra)),
            result_count=preset.result_count,
            created_at=at_ms,
        )
    )
    return new_id


def rename(connection: Connection, user: UserId, id: PresetId, name: str) -> None:
    """Give a preset another name. Raises ``NotFoundError``."""
    from sqlalchemy import update

    from mediadesk.storage.tables import prompt_presets as table

    own = (table.c.user_id == user, table.c.uid == id.bytes)
    _check(connection.execute(update(table).where(*own).values(name=name)).rowcount)


def drop_preset(connection: Connection, user: UserId, id: PresetId) -> None:
    """Delete a preset. Raises ``NotFoundError``."""
    from sqlalchemy import delete

    from mediadesk.storage.tables import prompt_presets as table

    own = (table.c.user_id == user, table.c.uid == id.bytes)
    _check(connection.execute(delete(table).where(*own)).rowcount)


def _preset(uid: bytes, name: str, kind: str, *rest: Any) -> PromptPreset:
    provider, model, prompt, parameters, extra, result_count = rest
    return PromptPreset(
        name,
        GenerationType(kind),
        ProviderName(provider or ""),
        model or "",
        prompt,
        from_json(parameters),
        from_json(extra),
        result_count,
        PresetId(uuid.UUID(bytes=uid)),
    )


def _check(count: int) -> None:
    if not count:
        raise NotFoundError("That preset is gone.", "Save it again.")
