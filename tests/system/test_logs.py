"""Logs hold no secret, whichever way it tried to get in."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mediadesk.system.logs import LOG_FILE_BYTES, LOG_NAME, live_secrets, set_up_logging

log = logging.getLogger("mediadesk.test")


@contextmanager
def holding(secret: str) -> Iterator[None]:
    live_secrets.add(secret)
    try:
        yield
    finally:
        live_secrets.discard(secret)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    root = logging.getLogger()
    level = root.level
    set_up_logging(tmp_path / "logs")
    yield tmp_path / "logs"
    set_up_logging(None)
    root.setLevel(level)


def written(folder: Path) -> str:
    return "".join(path.read_text() for path in sorted(folder.iterdir()))


def test_a_live_secret_is_removed_by_value(folder: Path) -> None:
    with holding("correct-horse-battery"):
        log.info("trying %s", "correct-horse-battery")
        try:
            raise ValueError("it was correct-horse-battery")
        except ValueError:
            log.exception("failed")
    text = written(folder)
    assert "horse" not in text
    assert "trying [redacted]" in text
    assert "ValueError" in text


def test_a_secret_that_begins_another_leaves_no_tail(folder: Path) -> None:
    with holding("abcdef"), holding("abcdef-uvwxyz"):
        log.info("abcdef-uvwxyz")
    assert "uvwxyz" not in written(folder)


def test_a_secret_in_use_twice_stays_known_until_both_end(folder: Path) -> None:
    with holding("twice-used"):
        with holding("twice-used"):
            pass
        log.info("twice-used")
    log.info("done with it: twice-used")
    assert written(folder).count("twice-used") == 1


@pytest.mark.parametrize(
    "text",
    [
        "key sk-proj-CANARYcanary0123 refused",
        "AIzaCANARYcanary0123456789",
        "Authorization: Bearer CANARY.canary",
        "Authorization: Key 1234:CANARY-canary",
        "GET https://example.org/v1?key=CANARY&alt=sse",
        "x-goog-api-key: CANARYcanary",
        "{'x-api-key': 'CANARYcanary'}",
        "PRAGMA key = \"x'" + "ca" * 32 + "'\"",
    ],
)
def test_what_looks_like_a_key_is_removed(folder: Path, text: str) -> None:
    log.warning("request failed: %s", text)
    line = written(folder)
    assert "CANARY" not in line
    assert "ca" * 32 not in line
    assert "[redacted]" in line


def test_ordinary_words_stay(folder: Path) -> None:
    log.info("attempt 12 failed after 3 s: rate limit, risk-free task-list, monkey business")
    assert "rate limit, risk-free task-list, monkey business" in written(folder)


def test_files_are_private_and_bounded(folder: Path) -> None:
    log.info("first")
    for name in (LOG_NAME, *(f"{LOG_NAME}.{number}" for number in range(1, 5))):
        with (folder / name).open("ab") as file:
            file.write(b"x" * (LOG_FILE_BYTES - 2_000))
        (folder / name).chmod(0o600)
    for _ in range(5):
        log.info("-" * 1_000)
    sizes = [path.stat().st_size for path in folder.iterdir()]
    assert sum(sizes) <= 10_000_000
    assert max(sizes) <= LOG_FILE_BYTES
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    assert folder.stat().st_mode & 0o777 == 0o700
    assert len(sizes) == 5
    assert LOG_NAME in {path.name for path in folder.iterdir()}


def test_the_http_client_stays_quiet(folder: Path) -> None:
    logging.getLogger("httpx").info("HTTP Request: GET https://example.org")
    assert not (folder / LOG_NAME).exists()


def test_an_unwritable_folder_does_not_stop_the_program(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("in the way")
    set_up_logging(tmp_path / "logs")
    set_up_logging(None)
