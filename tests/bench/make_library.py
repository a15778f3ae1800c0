"""Make a large library quickly: ``python -m tests.bench.make_library DIR --items N``.

Rows go in by the thousand through the storage layer's tables, with consistent money, sums, search
index and record of changes; a few hundred real sealed files are shared by all items. The folder
DIR gets ``library/`` and, beside it, the passphrase that opens it.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert

from mediadesk.domain.ids import UserId, new_uuid7
from mediadesk.domain.statistics import latency_bucket
from mediadesk.storage import tables
from mediadesk.storage.blobs import BlobMetadata
from mediadesk.storage.projects import create_project
from mediadesk.storage.thumbnail_store import Thumbnail
from mediadesk.vault.keyslots import MIN_LOG2_N, ScryptParameters
from mediadesk.workers.picture import handle_picture
from mediadesk.workers.serve import Source
from tests.bench import made_up
from tests.bench.libraries import BenchLibrary, new_library

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from mediadesk.storage.library import Library

OWNER = UserId(1)
BATCH = 2_000
POOL = 160
"""Distinct files of each kind; more items share them."""
DAYS = 365
DAY_MS = 86_400_000
PROJECTS = ("General", "Campaign", "Storyboard", "Product shots", "Podcast", "Book cover")
MODELS = (("openai", "gpt-image-2.6-flare", "image"), ("openai", "gpt-6-luna", "text"))
SAMPLE_MODELS = (("sample", "sample-picture", "image"), ("sample", "sample-text", "text"))
TAGS = ("keep", "client", "draft", "print", "web", "archive")
LIGHTEST_SCRYPT = ScryptParameters(MIN_LOG2_N)
"""The least that is accepted: the wait for the key is not what a large library is made for."""
_NO_SOURCE = Source(io.BytesIO(), io.BytesIO(), 0)
"""A picture comes whole with its request; nothing is read through the pipe."""


@dataclass(frozen=True, slots=True)
class PooledFile:
    """One sealed file that many items share."""

    name: str
    size_bytes: int
    digest: bytes
    mime: str
    extension: str
    text: str = ""


@dataclass(slots=True)
class Sums:
    """What one cell of the roll-up adds up to."""

    counts: Counter[str] = field(default_factory=Counter)
    histogram: Counter[int] = field(default_factory=Counter)


class LibraryMaker:
    """Fills one empty library."""

    def __init__(self, library: Library, seed: int) -> None:
        self._library = library
        self._chance = random.Random(seed)
        self._files: dict[str, list[PooledFile]] = {}
        self._use = Counter[str]()
        self._sums: defaultdict[tuple[int, str, str, str, str], Sums] = defaultdict(Sums)

    def fill(self, items: int) -> None:
        """Add ``items`` generations, oldest first."""
        database = self._library.database
        now_ms = time.time_ns() // 1_000_000
        self._files = {
            "image": [self._picture() for _ in range(min(POOL, items))],
            "text": [self._text() for _ in range(min(POOL, items))],
        }
        database.write_sync(lambda c: self._prepare(c, now_ms))
        first_ms = now_ms - DAYS * DAY_MS
        for start in range(0, items, BATCH):
            numbers = range(start + 1, min(start + BATCH, items) + 1)
            times = [first_ms + (now_ms - first_ms) * number // (items + 1) for number in numbers]
            database.write_sync(
                lambda c, numbers=numbers, times=times: self._batch(c, numbers, times)  # type: ignore[misc]
            )
        database.write_sync(self._finish)

    # -------------------------------------------------------------------------------- files

    def _picture(self) -> PooledFile:
        data = made_up.picture(self._chance)
        made = self._seal(data, "image/jpeg", "jpg")
        reply = handle_picture({"do": "thumbnail", "side": 256}, data, _NO_SOURCE)
        width, height = made_up.PICTURE_SIZE
        thumbnail = Thumbnail(width, height, bytes(reply.body))
        self._library.thumbnails.put(made.name, "jpeg-256", thumbnail)
        return made

    def _text(self) -> PooledFile:
        text = made_up.text(self._chance)
        return self._seal(text.encode(), "text/markdown", "md", text)

    def _seal(self, data: bytes, mime: str, extension: str, text: str = "") -> PooledFile:
        media = self._library.media
        incoming = media.begin(new_uuid7(), 0)
        incoming.write(data)
        stored = incoming.finish(BlobMetadata(mime=mime))
        media.settle(stored)
        return PooledFile(stored.name, len(data), stored.info.digest, mime, extension, text)

    # -------------------------------------------------------------------------------- rows

    def _prepare(self, connection: Connection, now_ms: int) -> None:
        for name in PROJECTS:
            create_project(connection, OWNER, name, "", now_ms, is_default=name == PROJECTS[0])
        pooled = {file.name: file for files in self._files.values() for file in files}
        blobs = [
            {"name": file.name, "size_bytes": file.size_bytes, "created_at": now_ms}
            for file in pooled.values()
        ]
        connection.execute(insert(tables.blobs), blobs)
        tags = [{"uid": new_uuid7().bytes, "user_id": OWNER, "name": name} for name in TAGS]
        connection.execute(insert(tables.tags), tags)

    def _batch(self, connection: Connection, numbers: range, times: list[int]) -> None:
        rows: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)

        for number, at_ms in zip(numbers, times, strict=True):
            self._generation(rows, number, at_ms)
        for name in ("generations", "attempts", "assets", "asset_tags", "ledger_entries"):
            if rows[name]:
                connection.execute(insert(tables.metadata.tables[name]), rows[name])
        if rows["asset_search"]:
            connection.execute(insert(tables.asset_search), rows["asset_search"])
        for row in rows["events"]:
            self._library.chain.append(connection, **row)

    def _generation(
        self,
        rows: defaultdict[str, list[dict[str, Any]]],
        number: int,
        at_ms: int,
    ) -> None:
        chance = self._chance
        is_paid = chance.random() < 0.5
        provider, model, kind = chance.choice(MODELS if is_paid else SAMPLE_MODELS)
        has_failed = chance.random() < 0.04
        project = chance.choices(range(1, len(PROJECTS) + 1), range(len(PROJECTS), 0, -1))[0]
        day = datetime.fromtimestamp(at_ms / 1000, UTC).date().isoformat()
        latency = int(chance.lognormvariate(8, 0.7))
        charged = chance.randrange(400, 60_000) if is_paid and not has_failed else 0
        prompt = made_up.prompt(chance)
        times = {"created_at": at_ms, "completed_at": at_ms + latency}
        rows["generations"].append(
            {
                "id": number, "uid": new_uuid7(at_ms).bytes, "user_id": OWNER,
                "project_id": project, "type": kind, "provider": provider,
                "provider_id": provider, "model": model, "prompt": prompt,
                "status": "failed" if has_failed else "completed",
                "error_kind": "server" if has_failed else None,
                "error_message": "The provider had a fault." if has_failed else None,
                "charged_micro": None if has_failed else charged,
                "latency_ms": latency, "local_day": day,
                "updated_at": at_ms + latency, "started_at": at_ms, **times,
            }
        )  # fmt: skip
        rows["attempts"].append(
            {
                "id": number, "uid": new_uuid7(at_ms).bytes, "generation_id": number, "number": 1,
                "state": "failed" if has_failed else "completed",
                "billed": "charged" if charged else "free", "hold_micro": charged,
                "state_at": at_ms + latency, "submitted_at": at_ms, "local_day": day, **times,
            }
        )  # fmt: skip
        cell = self._sums[(project, provider, model, kind, day)]
        cell.counts.update(
            generation_count=1, attempt_count=1, success_count=int(not has_failed),
            failure_count=int(has_failed), asset_count=int(not has_failed),
            kept_count=int(not has_failed), charged_micro=charged,
        )  # fmt: skip
        if not has_failed:
            cell.histogram[latency_bucket(latency)] += 1
            self._asset(rows, number, project, kind, prompt, at_ms + latency)
        if charged:
            self._money(rows, number, project, (provider, model, kind, day), charged, at_ms)

    def _asset(
        self,
        rows: defaultdict[str, list[dict[str, Any]]],
        number: int,
        project: int,
        kind: str,
        prompt: str,
        at_ms: int,
    ) -> None:
        chance = self._chance
        file = chance.choice(self._files[kind])
        self._use[file.name] += 1
        uid = new_uuid7(at_ms)
        width, height = made_up.PICTURE_SIZE if kind == "image" else (None, None)
        rows["assets"].append(
            {
                "id": number, "uid": uid.bytes, "user_id": OWNER, "project_id": project,
                "generation_id": number, "attempt_id": number, "type": kind, "origin": "result",
                "mime": file.mime, "extension": file.extension, "blob_name": file.name,
                "size_bytes": file.size_bytes, "digest": file.digest, "width": width,
                "height": height, "text_preview": file.text[:400] or None,
                "favourite": int(chance.random() < 0.05), "created_at": at_ms,
            }
        )  # fmt: skip
        tag = chance.randrange(len(TAGS)) if chance.random() < 0.1 else None
        if tag is not None:
            rows["asset_tags"].append({"asset_id": number, "tag_id": tag + 1})
        words = {"prompt": prompt, "text": file.text, "tags": TAGS[tag] if tag is not None else ""}
        rows["asset_search"].append({"rowid": number, "notes": "", **words})
        rows["events"].append(
            {
                "kind": "asset.added", "subject_kind": "asset", "subject_uid": uid,
                "digest": file.digest, "at_ms": at_ms,
            }
        )  # fmt: skip

    def _money(
        self,
        rows: defaultdict[str, list[dict[str, Any]]],
        number: int,
        project: int,
        words: tuple[str, str, str, str],
        charged: int,
        at_ms: int,
    ) -> None:
        provider, model, kind, day = words
        for entry, amount in (("hold", charged), ("release", -charged), ("charge", charged)):
            rows["ledger_entries"].append(
                {
                    "uid": new_uuid7(at_ms).bytes, "user_id": OWNER, "project_id": project,
                    "generation_id": number, "attempt_id": number, "provider": provider,
                    "model": model, "type": kind, "kind": entry, "amount_micro": amount,
                    "basis": "estimate", "local_day": day, "created_at": at_ms,
                }
            )  # fmt: skip

    def _finish(self, connection: Connection) -> None:
        for name, count in self._use.items():
            connection.execute(
                tables.blobs.update().where(tables.blobs.c.name == name).values(refcount=count)
            )
        cells = [
            {
                "user_id": OWNER, "project_id": project, "provider": provider, "model": model,
                "type": kind, "local_day": day, **sums.counts,
                "latency_histogram": json.dumps(sums.histogram, sort_keys=True),
            }
            for (project, provider, model, kind, day), sums in self._sums.items()
        ]  # fmt: skip
        if cells:
            connection.execute(insert(tables.usage_rollups), cells)
        connection.exec_driver_sql(
            "UPDATE projects SET spent_micro = (SELECT COALESCE(SUM(r.charged_micro), 0) "
            "FROM usage_rollups r WHERE r.project_id = projects.id)"
        )


def make_library(base: Path, items: int, *, seed: int = 1) -> BenchLibrary:
    """Make a library with ``items`` generations in ``base``, which must be new or empty."""
    with new_library(base, scrypt=LIGHTEST_SCRYPT) as (made, _, library):
        LibraryMaker(library, seed).fill(items)
    return made


def main() -> None:
    """Make a library as the command line says."""
    parser = argparse.ArgumentParser(prog="make-library", description=(__doc__ or "").strip())
    parser.add_argument("folder", metavar="DIR", type=Path, help="a new or empty folder")
    parser.add_argument("--items", metavar="N", type=int, default=1_000, help="generations")
    parser.add_argument("--seed", type=int, default=1, help="other content for another number")
    options = parser.parse_args()
    started = time.monotonic()
    made = make_library(options.folder.expanduser().absolute(), options.items, seed=options.seed)
    seconds = time.monotonic() - started
    print(
        json.dumps(
            {
                "library": str(made.folder),
                "passphrase_file": str(made.passphrase_file),
                "items": options.items,
                "seconds": round(seconds, 2),
            }
        )
    )


if __name__ == "__main__":
    main()
