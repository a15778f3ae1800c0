"""Cycles that hold Qt objects are collected on the Qt thread."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from mediadesk.ui.support.garbage import (
    LEAST_GROWTH,
    QtThreadGarbage,
    keep_what_is_there,
    let_go_of_everything,
)


class Node:
    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def collector() -> Iterator[QtThreadGarbage]:
    was_on = gc.isenabled()
    parent = QObject()
    yield QtThreadGarbage(parent)
    if was_on:
        gc.enable()


def test_other_threads_never_collect(collector: QtThreadGarbage) -> None:
    threads: set[int] = set()

    def note(phase: str, _info: dict[str, int]) -> None:
        threads.add(threading.get_ident())

    def litter() -> None:
        for _ in range(5_000):
            Node()

    gc.callbacks.append(note)
    worker = threading.Thread(target=litter)
    worker.start()
    worker.join()
    assert threads == set()
    collector.collect()
    gc.callbacks.remove(note)
    assert threads == {threading.get_ident()}


def test_what_is_left_is_collected_by_the_timer(qtbot: QtBot, collector: QtThreadGarbage) -> None:
    node = Node()
    gone = weakref.ref(node)
    del node
    keep: list[list[int]] = [[] for _ in range(2_000)]  # passes the threshold
    qtbot.waitUntil(lambda: gone() is None)
    assert len(keep) == 2_000


def test_the_oldest_are_walked_through_only_once_there_are_many_more(
    collector: QtThreadGarbage,
) -> None:
    """Every ten seconds or so all objects of the window were walked through, which took 100 ms."""
    walked: list[int] = []
    gc.callbacks.append(lambda phase, info: walked.append(info["generation"]))

    def grow_old(count: int) -> list[list[int]]:
        kept: list[list[int]] = [[] for _ in range(count)]
        for _ in range(gc.get_threshold()[2] + 2):
            gc.collect(1)
        walked.clear()
        return kept

    try:
        first = grow_old(LEAST_GROWTH + len(gc.get_objects(2)) + 1_000)
        collector.collect()
        assert walked[-1] == 2
        some = grow_old(1_000)
        collector.collect()
        assert 2 not in walked
        many = grow_old(len(gc.get_objects(2)))
        collector.collect()
        assert walked[-1] == 2
    finally:
        gc.callbacks.pop()
    assert len(first) + len(some) + len(many) > 0


def test_what_was_spared_is_collected_after_the_lock(qtbot: QtBot) -> None:
    gone = weakref.ref(Node())
    keep_what_is_there()
    gc.collect()
    assert gone() is not None
    let_go_of_everything()
    qtbot.waitUntil(lambda: gone() is None)
