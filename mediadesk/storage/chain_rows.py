"""Whether the rows follow from the event chain.

The encryption of a page does not tell its age: an older copy of a page, put back in its place,
opens. The chain remembers what the rows must say, so such a page contradicts it.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

ASSET_ADDED = "asset.added"
ASSET_PURGED = "asset.purged"

_ASSETS = f"""
SELECT a.id IS NULL FROM events e LEFT JOIN assets a ON a.uid = e.subject_uid
WHERE e.kind = '{ASSET_ADDED}' AND a.digest IS NOT e.digest
AND NOT EXISTS (
    SELECT 1 FROM events p
    WHERE p.subject_uid = e.subject_uid AND p.id > e.id AND p.kind = '{ASSET_PURGED}'
)
"""

_LEDGER = """
SELECT e.kind, e.digest, l.kind, l.amount_micro, l.basis
FROM events e LEFT JOIN ledger_entries l ON l.uid = e.subject_uid
WHERE e.subject_kind = 'ledger'
"""

_ATTEMPTS = """
SELECT e.kind, a.state FROM events e LEFT JOIN attempts a ON a.uid = e.subject_uid
WHERE e.subject_kind = 'attempt' AND e.id = (
    SELECT max(last.id) FROM events last WHERE last.subject_uid = e.subject_uid
)
"""

_GENERATIONS = """
SELECT 1 FROM events e LEFT JOIN generations g ON g.uid = e.subject_uid
WHERE e.kind = 'generation.queued' AND g.id IS NULL
"""

_SETTLED = "attempt.settled."


def ledger_digest(kind: str, amount_micro: int | None, basis: str) -> bytes:
    """What an event tells of its ledger entry."""
    return hashlib.sha256(f"{kind}|{amount_micro}|{basis}".encode()).digest()


def contradictions(connection: sqlite3.Connection) -> Iterator[str]:
    """A sentence for each row that does not follow from the chain."""
    for (is_missing,) in connection.execute(_ASSETS).fetchall():
        yield (
            "An item that was added is missing."
            if is_missing
            else ("An item is not the one that was added.")
        )
    for event_kind, digest, kind, amount_micro, basis in connection.execute(_LEDGER):
        if kind is None:
            yield "An entry of the ledger is missing."
        elif event_kind != f"ledger.{kind}" or digest != ledger_digest(kind, amount_micro, basis):
            yield "An entry of the ledger is not the one that was written."
    for event_kind, state in connection.execute(_ATTEMPTS):
        if state is None:
            yield "A job is missing."
        elif not event_kind.startswith(_SETTLED) and event_kind != f"attempt.{state}":
            yield "A job is not in the state that was recorded last."
    for _ in connection.execute(_GENERATIONS):
        yield "A run is missing from the history."
