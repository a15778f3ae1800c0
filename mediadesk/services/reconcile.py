"""What a dead process left behind: picked up again, adopted, or marked as outcome unknown.

Only attempts whose owner's lock is free are touched, and nothing is ever sent again here.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from mediadesk.domain.cost_calculator import Cost, CostBasis, CostCalculator
from mediadesk.domain.errors import (
    LibraryDamagedError,
    NotFoundError,
    ProviderError,
    ProviderErrorKind,
    StorageError,
    UsageError,
)
from mediadesk.domain.events import AssetsChanged, CameBack, GenerationChanged, MoneyChanged
from mediadesk.domain.generation import (
    IN_FLIGHT,
    AttemptState,
    FinishReason,
    GenerationType,
    Usage,
)
from mediadesk.domain.ids import AssetId, AttemptId, GenerationId, new_uuid7
from mediadesk.providers.factory import provider_class
from mediadesk.services.call_results import delete_parts, seal_text
from mediadesk.services.engine_store import Landing
from mediadesk.services.provider_request import read_blob
from mediadesk.storage import assets, attempts, waiting
from mediadesk.storage.asset_changes import NewAsset, change_assets
from mediadesk.storage.attempts import AttemptJob, OwnedAttempt
from mediadesk.storage.rows import fetch_value

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from mediadesk.services.engine import Engine
    from mediadesk.services.models import ModelCatalog
    from mediadesk.storage.blobs import BlobInfo
    from mediadesk.storage.media_store import MediaStore
    from mediadesk.storage.rows import Transaction

Fate = Literal["queued", "finished", "picked_up", "unknown"]
_ENDED: tuple[Fate, ...] = ("finished", "unknown")
CLOCK_SLACK_MS = 120_000
PART_KEPT_MS = 24 * 60 * 60 * 1000
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Found:
    """A whole blob without a row; ``text`` of texts."""

    info: BlobInfo
    text: str | None

    @property
    def is_partial(self) -> bool:
        """Whether it was sealed because its call broke off."""
        return bool(self.info.metadata.extra.get("partial"))


async def reconcile(
    engine: Engine, catalog: ModelCatalog, own: str, running: Collection[int]
) -> bool:
    """Take over the attempts of dead processes; tells whether there were any.

    An attempt under way that is ``own`` but not among the ``running`` rows was dropped by an error
    (the disk, the database) and is taken over like one of a dead process.
    """
    owned = await engine.database.read_raw(lambda c: attempts.owned(c, engine.user))
    alive = await _alive(engine, owned)
    left = [
        one
        for one in owned
        if one.owner not in alive
        or (one.owner == own and one.state in IN_FLIGHT and one.row_id not in running)
    ]
    if left:
        found = await _orphans_of(engine, [one for one in left if one.state in IN_FLIGHT])
        fates: defaultdict[Fate, dict[GenerationId, None]] = defaultdict(dict)
        for one in left:
            results = found.get(one.attempt_id) or await _text_so_far(engine, one)
            taken = await _take_over(engine, catalog, one, results)
            if taken is not None:
                fates[taken[1]][taken[0]] = None
        engine.bus.publish(MoneyChanged())
        _tell_fates(engine, fates)
    for owner in await engine.pool.run(lambda: list(engine.owners.left_behind())):
        await engine.pool.run(engine.owners.forget, owner)
    return bool(left)


async def nobodys(engine: Engine) -> frozenset[AttemptId]:
    """The unfinished attempts that no process has: theirs has ended, or none took them yet."""
    owned = await engine.database.read_raw(lambda c: attempts.owned(c, engine.user))
    alive = await _alive(engine, owned)
    free = await engine.database.read_raw(lambda c: waiting.nobodys(c, engine.user))
    return frozenset([*(one.attempt_id for one in owned if one.owner not in alive), *free])


async def _alive(engine: Engine, owned: Sequence[OwnedAttempt]) -> set[str]:
    owners = {one.owner for one in owned}
    return {owner for owner in owners if await engine.pool.run(engine.owners.is_alive, owner)}


async def look_after_files(engine: Engine) -> None:
    """Mark assets whose file is gone, and delete what killed processes left in ``incoming/``."""
    await _mark_missing(engine)
    await _sweep_parts(engine)


async def _mark_missing(engine: Engine) -> None:
    """Nothing is deleted here: a backup may bring the file back."""
    used = await engine.database.read_raw(assets.used_blobs)
    missing = await engine.pool.run(
        lambda: [asset_id for asset_id, name in used if not engine.media.has(name)]
    )
    if missing:
        now = engine.clock.now_ms()
        await engine.database.write(
            lambda c: change_assets(c, engine.user, missing, damaged_at=now)
        )
        _log.error("%d media files are missing", len(missing))
        engine.bus.publish(AssetsChanged(tuple(missing)))


async def _sweep_parts(engine: Engine) -> None:
    """A process killed between the commit and the end leaves the second copy of a result; one
    killed during an import half a file. A whole file without a blob of its own stays."""
    owned = await engine.database.read_raw(lambda c: attempts.owned(c, engine.user))
    unfinished = {one.attempt_id for one in owned}
    before_ms = engine.clock.now_ms() - PART_KEPT_MS
    await engine.pool.run(_sweep, engine.media, unfinished, before_ms)


def _sweep(media: MediaStore, unfinished: set[AttemptId], before_ms: int) -> None:
    for part in list(media.incoming()):
        is_waste = part.info is None or media.has(part.info.name)
        if not is_waste or AttemptId(part.attempt_id) in unfinished:
            continue
        try:
            if part.path.stat().st_mtime * 1000 < before_ms:
                media.delete_part(part.path)
        except (FileNotFoundError, StorageError) as error:
            _log.info("an incoming file was not deleted: %s", type(error).__name__)


async def _take_over(
    engine: Engine, catalog: ModelCatalog, one: OwnedAttempt, found: Sequence[_Found]
) -> tuple[GenerationId, Fate] | None:
    def work(connection: Transaction) -> tuple[AttemptJob, Fate] | None:
        if attempts.owner_of(connection, one.row_id) != one.owner:
            return None  # another process was first
        job = attempts.load_job(connection, engine.user, one.row_id)
        return job, _decide(connection, engine, catalog, job, found)

    taken = await engine.database.write(work)
    if taken is None:
        return None
    job, fate = taken
    if fate in _ENDED:  # what broke off cannot be gone on with, and what is whole has its row
        await engine.pool.run(delete_parts, engine.media, one.attempt_id)
    _log.info("attempt %s was left in %s by a dead process", job.attempt_id, job.state)
    engine.bus.publish(GenerationChanged(job.generation_id, job.project_id))
    return job.generation_id, fate


def _decide(
    connection: Transaction,
    engine: Engine,
    catalog: ModelCatalog,
    job: AttemptJob,
    found: Sequence[_Found],
) -> Fate:
    """Write what becomes of an attempt, and tell it."""
    if job.state is AttemptState.QUEUED:
        attempts.change(connection, job.row_id, owner=None)
        return "queued"
    if _is_whole(job, found):
        landing = Landing(_new_assets(job, found), _cost(catalog, job, len(found)))
        engine.store.land(connection, job, landing)
        return "finished"
    if job.remote_job is not None and _resumes(engine, job):
        attempts.change(connection, job.row_id, owner=None, resumed=1)
        engine.store.record(connection, "attempt.resumed", job.attempt_id)
        return "picked_up"
    error = ProviderError(
        ProviderErrorKind.INTERRUPTED,
        "mediadesk ended while this job was running; whether it was finished is not known.",
        "Look it up, or say whether it was charged.",
    )
    if found:
        landing = Landing(
            _new_assets(job, found),
            Cost(None, CostBasis.ESTIMATE),
            state=AttemptState.UNCERTAIN,
            finish_reason=FinishReason.INTERRUPTED,
            error=error,
        )
        engine.store.land(connection, job, landing)
    else:
        engine.store.end(connection, job, AttemptState.UNCERTAIN, error.billed, error)
    return "unknown"


def _tell_fates(engine: Engine, fates: Mapping[Fate, Collection[GenerationId]]) -> None:
    """What waits goes on as if nothing had happened; the rest is news to the user."""
    event = CameBack(
        tuple(fates.get("picked_up", ())),
        tuple(fates.get("finished", ())),
        tuple(fates.get("unknown", ())),
    )
    if event != CameBack():
        engine.bus.publish(event)


def _is_whole(job: AttemptJob, found: Sequence[_Found]) -> bool:
    return sum(not one.is_partial for one in found) >= job.result_count


async def _text_so_far(engine: Engine, one: OwnedAttempt) -> tuple[_Found, ...]:
    """What a stream that broke off left in its row, as a file like every other result."""
    if one.state not in IN_FLIGHT or one.remote_job is not None:
        return ()
    sql = "SELECT partial_text FROM attempts WHERE id = ?"
    text = await engine.database.read_raw(lambda c: fetch_value(c, sql, (one.row_id,)))
    if not text or not text.strip():
        return ()
    job = await engine.database.read_raw(lambda c: attempts.load_job(c, engine.user, one.row_id))
    try:
        sink = await seal_text(engine, job, 0, text, is_partial=True)
    except StorageError:
        return ()  # the row keeps it
    assert sink.stored is not None
    return (_Found(sink.stored.info, text),)


def _cost(catalog: ModelCatalog, job: AttemptJob, result_count: int) -> Cost:
    """The price where it follows from the number of results; usage was lost with the process."""
    try:
        model = catalog.spec(job.provider, job.model, job.type)
    except UsageError:
        return Cost(None, CostBasis.ESTIMATE)
    return CostCalculator().actual(model, job.parameters, Usage(), result_count)


def _resumes(engine: Engine, job: AttemptJob) -> bool:
    try:
        adapter = provider_class(job.provider_id, engine.connections.adapters)
    except UsageError:
        return False
    return adapter.capabilities.resumes


def _new_assets(job: AttemptJob, found: Sequence[_Found]) -> tuple[NewAsset, ...]:
    """In order. Media stand one after the other, whatever else was told between them.

    An answer numbers all its media, also those that the model only thought of.
    """
    ordered = sorted(found, key=lambda one: one.info.metadata.position)
    media = [one for one in ordered if one.text is None]
    return tuple(
        NewAsset(
            asset_id=AssetId(one.info.metadata.asset_id or new_uuid7()),
            type=GenerationType(one.info.metadata.extra.get("type", job.type.value)),
            origin="result",
            mime=one.info.metadata.mime,
            extension=str(one.info.metadata.extra.get("extension", "bin")),
            blob_name=one.info.name,
            size_bytes=one.info.size_bytes,
            digest=one.info.digest,
            position=job.first_result
            + (media.index(one) if one.text is None else one.info.metadata.position),
            text=one.text,
        )
        for one in ordered
    )


async def _orphans_of(
    engine: Engine, left: Sequence[OwnedAttempt]
) -> dict[AttemptId, tuple[_Found, ...]]:
    """Whole results of these attempts that have no row yet."""
    if not left:
        return {}
    known = await engine.database.read_raw(assets.blob_names)
    begun_ms = min(one.submitted_at_ms or 0 for one in left) - CLOCK_SLACK_MS
    wanted = {one.attempt_id for one in left}
    return await engine.pool.run(_scan, engine.media, known, begun_ms, wanted)


def _scan(
    media: MediaStore, known: set[str], begun_ms: int, wanted: set[AttemptId]
) -> dict[AttemptId, tuple[_Found, ...]]:
    """Blocking: the blobs younger than the attempts, and whole second copies in ``incoming/``."""

    def is_settled(name: str) -> bool:
        return name in known or media.path(name).stat().st_mtime * 1000 < begun_ms

    places: defaultdict[AttemptId, dict[int, _Found]] = defaultdict(dict)

    def add(info: BlobInfo) -> None:
        attempt_id = info.metadata.attempt_id
        if attempt_id is None or AttemptId(attempt_id) not in wanted:
            return
        text = None
        if info.metadata.extra.get("type") == GenerationType.TEXT.value:
            text = read_blob(media, info.name).decode("utf-8", "replace")
        places[AttemptId(attempt_id)].setdefault(info.metadata.position, _Found(info, text))

    for info in media.orphans(is_settled):
        add(info)
    for part in list(media.incoming()):
        if part.info is not None and AttemptId(part.attempt_id) in wanted:
            try:
                add(media.adopt(part).info)
            except (LibraryDamagedError, NotFoundError):
                _log.warning("an incoming file of attempt %s is not whole", part.attempt_id)
    return {attempt_id: tuple(found.values()) for attempt_id, found in places.items()}
