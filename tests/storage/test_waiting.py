"""Which attempts may start next: told at once, however many wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediadesk.domain.ids import ProviderId, UserId, new_uuid7
from mediadesk.storage import waiting
from mediadesk.storage.attempts import NewAttempt, add_attempt, change

if TYPE_CHECKING:
    import sqlite3

    from sqlalchemy import Connection

    from mediadesk.storage.library import Library
    from mediadesk.storage.waiting import WaitingAttempt

USER = UserId(1)
NOW, HOUR = 1_000_000, 3_600_000


def queue(library: Library, provider: str, count: int, **columns: object) -> list[int]:
    """One generation with so many queued attempts of nobody's; their rows."""

    def insert(connection: Connection) -> list[int]:
        connection.exec_driver_sql(
            "INSERT OR IGNORE INTO projects (id, uid, user_id, name, created_at, updated_at) "
            "VALUES (1, ?, 1, 'Sketches', 0, 0)",
            (new_uuid7().bytes,),
        )
        made = connection.exec_driver_sql(
            "INSERT INTO generations (uid, user_id, project_id, type, provider, provider_id, model,"
            " prompt, status, local_day, created_at, updated_at)"
            " VALUES (?, 1, 1, 'text', ?, ?, 'm', 'p', 'queued', '2026-11-23', 0, 0)",
            (new_uuid7().bytes, provider, provider),
        )
        new = NewAttempt(0, 1, b"", None, 0)
        rows = [
            add_attempt(connection, int(made.lastrowid), number, new, None, 0, "2026-11-23")[0]
            for number in range(count)
        ]
        for row in rows:
            change(connection, row, state_at=0, **columns)
        return rows

    return library.database.write_sync(insert)


def startable(library: Library, *full: str, limit: int = 10) -> list[int]:
    def read(connection: sqlite3.Connection) -> list[WaitingAttempt]:
        return waiting.startable(
            connection,
            USER,
            "me",
            now_ms=NOW,
            longest_wait_ms=HOUR,
            full=[ProviderId(name) for name in full],
            limit=limit,
        )

    return [one.row_id for one in library.database.read_raw_sync(read)]


def test_only_the_oldest_are_read_and_full_providers_passed_over(library: Library) -> None:
    many = queue(library, "a", 30)
    behind = queue(library, "b", 2)
    assert startable(library) == many[:10]
    assert startable(library, "a") == behind
    assert startable(library, "a", "b") == []


def test_own_ones_and_those_to_pick_up_again_count_others_do_not(library: Library) -> None:
    mine = queue(library, "a", 1, owner="me")
    queue(library, "a", 1, owner="somebody")
    queue(library, "a", 1, state="accepted", owner="me")
    again = queue(library, "a", 1, state="accepted")
    free = queue(library, "a", 1)
    assert startable(library) == [*mine, *again, *free]


def test_a_wait_is_over_at_its_time_or_when_the_clock_was_set_back(library: Library) -> None:
    queue(library, "a", 1, not_before=NOW + 5_000)
    queue(library, "a", 1, not_before=NOW + 7_000)
    over = queue(library, "a", 1, not_before=NOW)
    odd = queue(library, "a", 1, not_before=NOW + HOUR + 1)
    assert startable(library) == [*over, *odd]
    due = library.database.read_raw_sync(lambda c: waiting.next_due_ms(c, NOW, HOUR))
    assert due == NOW + 5_000


def test_the_choice_does_not_look_at_all_that_wait(library: Library) -> None:
    """With ten thousand jobs queued, all of them were read and sorted for every job that began."""
    queue(library, "a", 400)

    def steps(connection: sqlite3.Connection) -> int:
        count = 0

        def count_steps() -> int:
            nonlocal count
            count += 1
            return 0

        connection.set_progress_handler(count_steps, 100)
        try:
            waiting.startable(
                connection, USER, "me", now_ms=NOW, longest_wait_ms=HOUR, full=[], limit=10
            )
        finally:
            connection.set_progress_handler(None, 0)
        return count

    assert library.database.read_raw_sync(steps) < 50
