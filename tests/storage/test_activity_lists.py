"""The lists of the Activity page: read at once, however many runs have ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediadesk.domain.ids import UserId, new_uuid7
from mediadesk.storage import activity

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from mediadesk.storage.library import Library

USER = UserId(1)


def add_ended(library: Library, status: str, count: int) -> None:
    def insert(connection: Connection) -> None:
        connection.exec_driver_sql(
            "INSERT OR IGNORE INTO projects (id, uid, user_id, name, created_at, updated_at) "
            "VALUES (1, ?, 1, 'Sketches', 0, 0)",
            (new_uuid7().bytes,),
        )
        connection.exec_driver_sql(
            "INSERT INTO generations (uid, user_id, project_id, type, provider, provider_id, model,"
            " prompt, status, local_day, created_at, updated_at, completed_at, latency_ms)"
            " VALUES (?, 1, 1, 'text', 'a', 'a', 'm', 'p', ?, '2026-11-23', 0, 0, 5, 2000)",
            [(new_uuid7().bytes, status) for _ in range(count)],
        )

    library.database.write_sync(insert)


def test_of_what_has_ended_only_the_newest_are_read(library: Library) -> None:
    """A hundred thousand rows were read and compared again for every step of a job."""
    add_ended(library, "failed", 3)
    add_ended(library, "completed", activity.MOST_ENDED + 7)
    read = library.database.read_raw_sync
    finished = read(lambda c: activity.finished(c, USER))
    assert len(finished) == activity.MOST_ENDED
    assert finished[0] > finished[-1]
    assert list(read(lambda c: activity.attention(c, USER))) == [3, 2, 1]
    assert read(lambda c: activity.usual_ms(c, USER)) == {("a", "m"): 2000.0}
