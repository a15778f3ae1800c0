"""Generations, attempts and assets read as domain values, in a fixed number of statements."""

from __future__ import annotations

import uuid
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from mediadesk.domain.errors import Billed
from mediadesk.domain.generation import (
    Asset,
    Attempt,
    AttemptState,
    FinishReason,
    Generation,
    GenerationStatus,
    GenerationType,
    InputRef,
)
from mediadesk.domain.ids import (
    AccountId,
    AssetId,
    AttemptId,
    GenerationId,
    ProjectId,
    ProviderId,
    ProviderName,
    UserId,
)
from mediadesk.domain.money import AmountMark
from mediadesk.domain.routes import AttemptRoute
from mediadesk.storage.routes import StoredRoute, attempt_routes_of, routes_of
from mediadesk.storage.rows import fetch_by_ids, from_json, optional_time, optional_uuid
from mediadesk.system.clock import from_ms

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mediadesk.storage.rows import Readable

_GENERATIONS = """SELECT g.id, g.uid, g.type, g.provider, g.provider_id, g.model, g.prompt,
 g.status, p.uid, g.created_at, g.result_count, g.parameters, g.extra, k.uid, parent.uid,
 g.estimate_micro, g.charged_micro, g.input_tokens, g.output_tokens, g.latency_ms,
 g.completed_at, g.error_kind, g.error_message, g.deleted_at
 FROM generations g JOIN projects p ON p.id = g.project_id
 LEFT JOIN api_keys k ON k.id = g.account_id LEFT JOIN generations parent ON parent.id = g.parent_id
 WHERE g.user_id = {user} AND g.id IN ({{ids}})"""
_ATTEMPTS = """SELECT generation_id, uid, number, state, result_count, progress, stage, wait_reason,
 not_before, tries, resumed, partial_text, error_kind, error_message, error_parameter, billed,
 settled_as, finish_reason, request_id, hold_micro,
 EXISTS (SELECT 1 FROM attempts later WHERE later.retry_of = attempts.id),
 submitted_at, error_status, provider_code, notes
 FROM attempts WHERE generation_id IN ({ids})"""
_ASSETS = """SELECT a.id, a.uid, a.type, a.mime, a.extension, a.size_bytes, a.position,
 a.created_at, p.uid, a.origin, g.uid, a.blob_name, a.digest, a.width, a.height, a.duration_ms,
 a.text_preview, a.file_name, a.favourite, a.rating, a.notes, a.deleted_at, a.damaged_at,
 a.generation_id, a.pages
 FROM assets a JOIN projects p ON p.id = a.project_id
 LEFT JOIN generations g ON g.id = a.generation_id"""
_INPUTS = """SELECT i.generation_id, a.uid, i.role, i.options FROM inputs i
 JOIN assets a ON a.id = i.asset_id WHERE i.generation_id IN ({ids})"""
_MONEY = """SELECT generation_id,
 SUM(CASE WHEN kind IN ('hold', 'release') THEN amount_micro END),
 MAX(CASE WHEN kind NOT IN ('hold', 'release') AND amount_micro IS NOT NULL THEN
  CASE basis WHEN 'reported' THEN 0 WHEN 'estimate' THEN 1 ELSE 2 END END)
 FROM ledger_entries WHERE generation_id IN ({ids}) GROUP BY generation_id"""
_MARKS = (AmountMark.REPORTED, AmountMark.ESTIMATED, AmountMark.CORRECTED)


def load_generations(
    connection: Readable, user: UserId, row_ids: Sequence[int]
) -> list[tuple[int, Generation]]:
    """The generations of these rows, in the order asked for; unknown ones are left out."""
    rows = {
        row[0]: row for row in fetch_by_ids(connection, _GENERATIONS.format(user=user), row_ids)
    }
    chains = routes_of(connection, rows)
    routes = attempt_routes_of(connection, chains)
    attempts: defaultdict[int, list[Attempt]] = defaultdict(list)
    for row in fetch_by_ids(connection, _ATTEMPTS, rows, "ORDER BY id"):
        attempts[row[0]].append(_attempt(row, routes))
    assets: defaultdict[int, list[Asset]] = defaultdict(list)
    sql = f"{_ASSETS} WHERE a.user_id = {user} AND a.generation_id IN ({{ids}})"
    for row, asset in _load_assets(connection, fetch_by_ids(connection, sql, rows)):
        assets[row[23]].append(asset)
    inputs: defaultdict[int, list[InputRef]] = defaultdict(list)
    for row in fetch_by_ids(connection, _INPUTS, rows, "ORDER BY i.position, i.id"):
        ref = InputRef(AssetId(uuid.UUID(bytes=row[1])), row[2], from_json(row[3]))
        inputs[row[0]].append(ref)
    money = {row[0]: (row[1], row[2]) for row in fetch_by_ids(connection, _MONEY, rows)}
    return [
        (
            row_id,
            _generation(
                rows[row_id],
                tuple(attempts[row_id]),
                tuple(sorted(assets[row_id], key=lambda asset: asset.position)),
                tuple(inputs[row_id]),
                *money.get(row_id, (0, None)),
                chains.get(row_id, StoredRoute()),
            ),
        )
        for row_id in row_ids
        if row_id in rows
    ]


def load_assets(
    connection: Readable, user: UserId, row_ids: Sequence[int]
) -> list[tuple[int, Asset]]:
    """The assets of these rows, in the order asked for; unknown ones are left out."""
    sql = f"{_ASSETS} WHERE a.user_id = {user} AND a.id IN ({{ids}})"
    found = {
        row[0]: asset
        for row, asset in _load_assets(connection, fetch_by_ids(connection, sql, row_ids))
    }
    return [(row_id, found[row_id]) for row_id in row_ids if row_id in found]


def _load_assets(connection: Readable, rows: list[Any]) -> list[tuple[Any, Asset]]:
    tags: defaultdict[int, list[str]] = defaultdict(list)
    sql = """SELECT at.asset_id, t.name FROM asset_tags at JOIN tags t ON t.id = at.tag_id
     WHERE at.asset_id IN ({ids})"""
    for asset_id, name in fetch_by_ids(
        connection, sql, [row[0] for row in rows], "ORDER BY t.name"
    ):
        tags[asset_id].append(name)
    return [(row, _asset(row, tuple(tags[row[0]]))) for row in rows]


def _generation(
    row: Any,
    attempts: tuple[Attempt, ...],
    assets: tuple[Asset, ...],
    inputs: tuple[InputRef, ...],
    held_micro: int | None,
    mark: int | None,
    chain: StoredRoute,
) -> Generation:
    account, parent = optional_uuid(row[13]), optional_uuid(row[14])
    return Generation(
        id=GenerationId(uuid.UUID(bytes=row[1])),
        type=GenerationType(row[2]),
        provider=ProviderName(row[3]),
        provider_id=ProviderId(row[4]),
        model=row[5],
        prompt=row[6],
        status=GenerationStatus(row[7]),
        project_id=ProjectId(uuid.UUID(bytes=row[8])),
        created_at=from_ms(row[9]),
        result_count=row[10],
        parameters=from_json(row[11]),
        extra=from_json(row[12]),
        account_id=None if account is None else AccountId(account),
        parent_id=None if parent is None else GenerationId(parent),
        attempts=attempts,
        assets=assets,
        inputs=inputs,
        estimate_micro=row[15],
        held_micro=held_micro or 0,
        charged_micro=row[16],
        charge_mark=None if mark is None else _MARKS[mark],
        input_tokens=row[17],
        output_tokens=row[18],
        latency_ms=row[19],
        completed_at=optional_time(row[20]),
        error_kind=row[21],
        error_message=row[22],
        is_deleted=row[23] is not None,
        fallback=chain.links,
        has_own_fallback=chain.is_own,
    )


def _attempt(row: Any, routes: Mapping[AttemptId, AttemptRoute]) -> Attempt:
    attempt_id = AttemptId(uuid.UUID(bytes=row[1]))
    return Attempt(
        id=attempt_id,
        number=row[2],
        state=AttemptState(row[3]),
        result_count=row[4],
        progress=row[5],
        stage=row[6],
        wait_reason=row[7],
        not_before=optional_time(row[8]),
        tries=row[9],
        is_resumed=bool(row[10]),
        partial_text=row[11],
        error_kind=row[12],
        error_message=row[13],
        error_parameter=row[14],
        billed=None if row[15] is None else Billed(row[15]),
        settled_as=row[16],
        finish_reason=None if row[17] is None else FinishReason(row[17]),
        request_id=row[18],
        hold_micro=row[19],
        is_repeated=bool(row[20]),
        submitted_at=optional_time(row[21]),
        error_status=row[22],
        provider_code=row[23],
        route=routes.get(attempt_id, AttemptRoute()),
        notes={} if row[24] is None else from_json(row[24]),
    )


def _asset(row: Any, tags: tuple[str, ...]) -> Asset:
    generation = optional_uuid(row[10])
    return Asset(
        id=AssetId(uuid.UUID(bytes=row[1])),
        type=GenerationType(row[2]),
        mime=row[3],
        extension=row[4],
        size_bytes=row[5],
        position=row[6],
        created_at=from_ms(row[7]),
        project_id=ProjectId(uuid.UUID(bytes=row[8])),
        origin=row[9],
        generation_id=None if generation is None else GenerationId(generation),
        blob_name=row[11],
        digest_hex=bytes(row[12]).hex(),
        width=row[13],
        height=row[14],
        duration_ms=row[15],
        text_preview=row[16],
        file_name=row[17],
        is_favourite=bool(row[18]),
        rating=row[19],
        tags=tags,
        notes=row[20],
        is_deleted=row[21] is not None,
        is_damaged=row[22] is not None,
        pages=row[24],
    )
