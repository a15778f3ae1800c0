"""What users type into a search field is never syntax, and other small promises of the queries."""

from __future__ import annotations

import sqlite3

import pytest

from mediadesk.domain.statistics import latency_bucket
from mediadesk.storage.full_text import match_expression
from mediadesk.storage.rows import fetch_by_ids, fetch_value


@pytest.fixture
def index() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
    connection.execute("INSERT INTO words VALUES ('Über den Wolken: NOT a test*')")
    return connection


@pytest.mark.parametrize(
    "typed",
    ['"', "a OR b", "NEAR(", "text:wolken", "x*y", "-wolken", "^wolken", "' ; --", "😀", "AND"],
)
def test_nothing_typed_is_syntax(index: sqlite3.Connection, typed: str) -> None:
    expression = match_expression(typed)
    if expression:
        index.execute("SELECT rowid FROM words WHERE words MATCH ?", (expression,)).fetchall()


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        ("wolken", True),
        ("den wol", True),
        ("wol den", False),
        ("not", True),
        ("über", True),
        ("moon", False),
    ],
)
def test_all_words_and_the_last_as_a_beginning(
    index: sqlite3.Connection, typed: str, is_found: bool
) -> None:
    sql = "SELECT COUNT(*) FROM words WHERE words MATCH ?"
    assert fetch_value(index, sql, (match_expression(typed),)) == int(is_found)


def test_any_number_of_ids_can_be_asked_for() -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE numbers (id INTEGER PRIMARY KEY)")
    connection.executemany("INSERT INTO numbers VALUES (?)", ((n,) for n in range(2000)))
    sql = "SELECT id FROM numbers WHERE id IN ({ids})"
    assert len(fetch_by_ids(connection, sql, range(1, 3000))) == 1999
    assert fetch_by_ids(connection, sql, []) == []


def test_latency_buckets_grow_by_a_fifth() -> None:
    assert latency_bucket(0) == 0
    assert latency_bucket(1) == 1
    for latency in (3, 47, 900, 12_345, 3_600_000):
        bucket = latency_bucket(latency)
        assert latency_bucket(int(latency * 1.19) + 1) in (bucket, bucket + 1, bucket + 2)
        assert latency_bucket(latency * 2) == bucket + 4
