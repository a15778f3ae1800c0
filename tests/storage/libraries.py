"""Libraries for the tests of storage, and what can be done to them."""

import os
import shutil
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import Connection

from mediadesk.domain.ids import new_uuid7
from mediadesk.storage import tables
from mediadesk.storage.blobs import BlobMetadata
from mediadesk.storage.chain_rows import ASSET_ADDED, ledger_digest
from mediadesk.storage.library import Library
from mediadesk.storage.media_store import StoredBlob
from mediadesk.storage.verification import FindingKind, verify_library
from mediadesk.vault.keys import LibraryKeys

KEYS = LibraryKeys(UUID(int=5), bytes(range(32)))


class Notebook:
    """A second place for the anchor that a copied folder does not take along."""

    def __init__(self) -> None:
        self.text: str | None = None

    def load(self) -> str | None:
        return self.text

    def save(self, text: str) -> bool:
        self.text = text
        return True


def tell(library: Library, count: int = 1) -> None:
    def append(connection: Connection) -> None:
        for _ in range(count):
            library.chain.append(connection, "tested", "asset", uuid4(), os.urandom(32))

    library.database.write_sync(append)


def add_asset(library: Library, content: bytes) -> StoredBlob:
    """Store a picture the way a finished job does: file first, then the rows."""
    incoming = library.media.begin(uuid4(), 0)
    incoming.write(content)
    stored = incoming.finish(BlobMetadata("image/png"))

    def insert(connection: Connection) -> None:
        connection.exec_driver_sql(
            "INSERT OR IGNORE INTO projects (id, uid, user_id, name, created_at, updated_at) "
            "VALUES (1, ?, 1, 'Sketches', 0, 0)",
            (new_uuid7().bytes,),
        )
        blob = {"name": stored.name, "size_bytes": stored.info.size_bytes, "created_at": 0}
        connection.execute(tables.blobs.insert().values(refcount=1, **blob))
        asset_id = new_uuid7()
        connection.execute(
            tables.assets.insert().values(
                uid=asset_id.bytes,
                user_id=1,
                project_id=1,
                type="image",
                origin="import",
                mime="image/png",
                extension="png",
                blob_name=stored.name,
                size_bytes=stored.info.size_bytes,
                digest=stored.info.digest,
                created_at=0,
            )
        )
        library.chain.append(connection, ASSET_ADDED, "asset", asset_id, stored.info.digest)

    library.database.write_sync(insert)
    return stored


def kinds(library: Library, *, deep: bool = True) -> set[FindingKind]:
    return {finding.kind for finding in verify_library(library, deep=deep).findings}


def keep_copy(folder: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    return copy


def put_back(folder: Path, copy: Path, *, with_anchor: bool) -> None:
    for path in folder.glob("library.db*"):
        path.unlink()
    for path in copy.glob("library.db*"):
        shutil.copy2(path, folder)
    if with_anchor:
        shutil.copy2(copy / "anchor", folder)


def add_job(library: Library) -> None:
    """Rows of one run with a hold, and their events, as a job writes them."""
    ids = [new_uuid7() for _ in range(3)]

    def insert(connection: Connection) -> None:
        connection.exec_driver_sql(
            "INSERT INTO generations (id, uid, user_id, project_id, type, provider, provider_id, "
            "model, prompt, status, local_day, created_at, updated_at) "
            "VALUES (1, ?, 1, 1, 'text', 'p', 'p', 'm', '', 'queued', '2026-11-23', 0, 0)",
            (ids[0].bytes,),
        )
        connection.exec_driver_sql(
            "INSERT INTO attempts (id, uid, generation_id, number, state, created_at, state_at) "
            "VALUES (1, ?, 1, 1, 'running', 0, 0)",
            (ids[1].bytes,),
        )
        connection.exec_driver_sql(
            "INSERT INTO ledger_entries (uid, user_id, project_id, generation_id, attempt_id, "
            "provider, model, type, kind, amount_micro, basis, local_day, created_at) "
            "VALUES (?, 1, 1, 1, 1, 'p', 'm', 'text', 'hold', 70, 'estimate', '2026-11-23', 0)",
            (ids[2].bytes,),
        )
        connection.exec_driver_sql(
            "INSERT INTO usage_rollups (user_id, project_id, provider, model, type, local_day, "
            "held_micro) VALUES (1, 1, 'p', 'm', 'text', '2026-11-23', 70)"
        )
        append = library.chain.append
        append(connection, "generation.queued", "generation", ids[0])
        append(connection, "attempt.queued", "attempt", ids[1])
        append(connection, "ledger.hold", "ledger", ids[2], ledger_digest("hold", 70, "estimate"))
        append(connection, "attempt.running", "attempt", ids[1])

    library.database.write_sync(insert)
