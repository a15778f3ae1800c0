"""Projects in the database."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from mediadesk.domain.errors import NotFoundError, UsageError
from mediadesk.domain.ids import AssetId, ProjectId, UserId, new_uuid7
from mediadesk.domain.projects import Project
from mediadesk.storage.chain_codec import read_project_chains, with_project_chains
from mediadesk.storage.rows import fetch_all, fetch_one, fetch_value
from mediadesk.system.clock import from_ms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from mediadesk.domain.generation import GenerationType
    from mediadesk.domain.routes import Chain
    from mediadesk.storage.rows import Readable

DEFAULT_NAME = "My project"
LONGEST_NAME = 120

_PROJECTS = """SELECT p.id, p.uid, p.name, p.description, t.uid, p.archived_at, p.is_default,
 p.deleted_at, p.spent_micro, p.created_at,
 (SELECT COUNT(*) FROM assets a WHERE a.project_id = p.id AND a.deleted_at IS NULL
  AND a.origin <> 'input'),
 (SELECT COALESCE(SUM(r.held_micro), 0) FROM usage_rollups r WHERE r.project_id = p.id),
 (SELECT MIN(limit_micro) FROM caps c WHERE c.project_id = p.id AND c.period = 'total'),
 p.settings FROM projects p LEFT JOIN assets t ON t.id = p.thumbnail_asset_id WHERE p.user_id = ?"""


def list_projects(
    connection: Readable, user: UserId, *, include_archived: bool = False
) -> list[Project]:
    """Projects that are not deleted, the default one first, then by name."""
    archived = "" if include_archived else " AND p.archived_at IS NULL"
    sql = f"{_PROJECTS} AND p.deleted_at IS NULL{archived}"
    order = " ORDER BY p.is_default DESC, p.name COLLATE NOCASE, p.id"
    return [_project(row) for row in fetch_all(connection, sql + order, (user,))]


def get_project(connection: Readable, user: UserId, project_id: ProjectId) -> Project:
    """One project, deleted ones included."""
    row = fetch_one(connection, f"{_PROJECTS} AND p.uid = ?", (user, project_id.bytes))
    if row is None:
        raise NotFoundError(f"There is no project {project_id}.", "See “mediadesk projects list”.")
    return _project(row)


def find_projects(connection: Readable, user: UserId, name: str) -> list[Project]:
    """Projects of this name (letter case ignored) that are not deleted."""
    sql = f"{_PROJECTS} AND p.deleted_at IS NULL AND p.name = ? COLLATE NOCASE ORDER BY p.id"
    return [_project(row) for row in fetch_all(connection, sql, (user, name))]


def default_project(connection: Readable, user: UserId) -> Project | None:
    """The project that takes what names none; None in a library that has none yet."""
    sql = f"{_PROJECTS} AND p.is_default = 1 AND p.deleted_at IS NULL ORDER BY p.id LIMIT 1"
    row = fetch_one(connection, sql, (user,))
    return None if row is None else _project(row)


def project_row_id(connection: Readable, user: UserId, project_id: ProjectId) -> int:
    """The row of a project; ``NotFoundError`` where there is none."""
    sql = "SELECT id FROM projects WHERE user_id = ? AND uid = ?"
    row_id = fetch_value(connection, sql, (user, project_id.bytes))
    if row_id is None:
        raise NotFoundError(f"There is no project {project_id}.", "See “mediadesk projects list”.")
    return int(row_id)


def create_project(
    connection: Connection,
    user: UserId,
    name: str,
    description: str,
    at_ms: int,
    *,
    is_default: bool = False,
) -> ProjectId:
    """Add a project; a second one of the same name is refused."""
    from sqlalchemy import insert

    from mediadesk.storage.tables import projects

    name = checked_name(name)
    _refuse_taken(connection, user, name, None)
    project_id = ProjectId(new_uuid7(at_ms))
    connection.execute(
        insert(projects).values(
            uid=project_id.bytes,
            user_id=user,
            name=name,
            description=description,
            is_default=int(is_default),
            created_at=at_ms,
            updated_at=at_ms,
        )
    )
    return project_id


def edit_project(
    connection: Connection,
    user: UserId,
    project_id: ProjectId,
    at_ms: int,
    *,
    name: str | None = None,
    description: str | None = None,
    thumbnail_asset_id: AssetId | None = None,
) -> None:
    """Change what is given, leave the rest."""
    changes: dict[str, object] = {}
    if name is not None:
        changes["name"] = checked_name(name)
        _refuse_taken(connection, user, changes["name"], project_id)
    if description is not None:
        changes["description"] = description
    if thumbnail_asset_id is not None:
        sql = "SELECT id FROM assets WHERE uid = ?"
        changes["thumbnail_asset_id"] = fetch_value(connection, sql, (thumbnail_asset_id.bytes,))
    _update(connection, user, project_id, at_ms, changes)


def set_project_chains(
    connection: Connection,
    user: UserId,
    project_id: ProjectId,
    chains: Mapping[GenerationType, Chain],
    at_ms: int,
) -> None:
    """Replace the fallback chains of a project; kinds without one have none afterwards."""
    row_id = project_row_id(connection, user, project_id)
    settings = fetch_value(connection, "SELECT settings FROM projects WHERE id = ?", (row_id,))
    changes: dict[str, object] = {"settings": with_project_chains(settings, chains)}
    _update(connection, user, project_id, at_ms, changes)


def archive_project(
    connection: Connection, user: UserId, project_id: ProjectId, archived: bool, at_ms: int
) -> None:
    """Put a project away, or take it out again."""
    _update(connection, user, project_id, at_ms, {"archived_at": at_ms if archived else None})


def delete_project(connection: Connection, user: UserId, project_id: ProjectId, at_ms: int) -> None:
    """Hide a project with everything in it and ask for the end of its jobs.

    What is uncertain stays so: a later look-up brings its result. The default project stays.
    """
    from sqlalchemy import select, update

    from mediadesk.storage.tables import assets, attempts, generations

    found = get_project(connection, user, project_id)
    if found.is_default:
        raise UsageError("The default project cannot be deleted.", "Rename it instead.")
    if found.is_deleted:
        return  # the first time stays: it tells what was deleted together with it
    row_id = project_row_id(connection, user, project_id)
    _update(connection, user, project_id, at_ms, {"deleted_at": at_ms})
    for table in (assets, generations):
        connection.execute(
            update(table)
            .where(table.c.project_id == row_id, table.c.deleted_at.is_(None))
            .values(deleted_at=at_ms)
        )
    jobs = select(generations.c.id).where(generations.c.project_id == row_id)
    connection.execute(
        update(attempts)
        .where(
            attempts.c.generation_id.in_(jobs),
            attempts.c.completed_at.is_(None),
            attempts.c.state != "uncertain",
        )
        .values(cancel_requested=1)
    )


def restore_project(
    connection: Connection, user: UserId, project_id: ProjectId, at_ms: int
) -> None:
    """Bring a deleted project back with what was deleted together with it, and only that."""
    from sqlalchemy import update

    from mediadesk.storage.tables import assets, generations

    row_id = project_row_id(connection, user, project_id)
    deleted_at = fetch_value(connection, "SELECT deleted_at FROM projects WHERE id = ?", (row_id,))
    if deleted_at is None:
        return
    _update(connection, user, project_id, at_ms, {"deleted_at": None})
    for table in (assets, generations):
        connection.execute(
            update(table)
            .where(table.c.project_id == row_id, table.c.deleted_at == deleted_at)
            .values(deleted_at=None)
        )


def checked_name(name: str) -> str:
    """A name as it is stored; ``UsageError`` for an empty or too long one."""
    name = " ".join(name.split())
    if not name:
        raise UsageError("A project needs a name.", "Type one.")
    if len(name) > LONGEST_NAME:
        raise UsageError(
            "The project's name is too long.", f"Use at most {LONGEST_NAME} characters."
        )
    return name


def _refuse_taken(
    connection: Connection, user: UserId, name: object, own: ProjectId | None
) -> None:
    taken = [project for project in find_projects(connection, user, str(name)) if project.id != own]
    if taken:
        raise UsageError(f"There is already a project “{name}”.", "Choose another name.")


def _update(
    connection: Connection,
    user: UserId,
    project_id: ProjectId,
    at_ms: int,
    changes: dict[str, object],
) -> None:
    from sqlalchemy import update

    from mediadesk.storage.tables import projects

    row_id = project_row_id(connection, user, project_id)
    connection.execute(
        update(projects).where(projects.c.id == row_id).values(updated_at=at_ms, **changes)
    )


def _project(row: Any) -> Project:
    return Project(
        id=ProjectId(uuid.UUID(bytes=row[1])),
        name=row[2],
        description=row[3],
        thumbnail_asset_id=None if row[4] is None else AssetId(uuid.UUID(bytes=row[4])),
        is_archived=row[5] is not None,
        is_default=bool(row[6]),
        is_deleted=row[7] is not None,
        spent_micro=row[8],
        created_at=from_ms(row[9]),
        item_count=row[10],
        held_micro=row[11],
        budget_micro=row[12],
        fallback=read_project_chains(row[13]),
    )
