"""Which threads the system lets wait while the window is shown. In processes of their own: the
wish is one of the whole process."""

import asyncio
import json
import subprocess
import sys

import pytest

from mediadesk.system.priority import (
    does_window_work,
    let_window_go_on,
    window_rests,
    window_works,
)

_SCRIPT = """
import asyncio, json, os, sys, threading
from mediadesk.system.io_thread import IoThread
from mediadesk.system.priority import put_window_first
from mediadesk.system.workers import WorkerPool

def niceness():
    return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

async def told():
    return niceness()

async def main():
    pool, engine = WorkerPool(), IoThread()
    found = [niceness(), await pool.run(niceness), await engine.run(told())]
    pool.close()
    engine.close()
    return found

if sys.argv[1] == "window":
    put_window_first()
print(json.dumps(asyncio.run(main())))
"""


def niceness_in(kind: str, *before: str) -> list[int]:
    """Of the main thread, of a thread for blocking work, of the engine's thread."""
    said = subprocess.run(
        [*before, sys.executable, "-c", _SCRIPT, kind], capture_output=True, text=True, check=True
    )
    found: list[int] = json.loads(said.stdout)
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux gives threads their own priority")
def test_threads_give_way_to_the_window_and_only_to_it() -> None:
    main, pool, engine = niceness_in("window")
    assert main < pool == engine
    main, pool, engine = niceness_in("command")
    assert main == pool == engine


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux gives threads their own priority")
def test_threads_give_way_in_a_program_that_gives_way_itself() -> None:
    main, pool, engine = niceness_in("window", "nice", "-n", "5")
    assert main < pool == engine


def test_work_goes_on_beside_a_window_that_never_rests() -> None:
    window_works()
    try:
        asyncio.run(asyncio.wait_for(asyncio.to_thread(let_window_go_on), 30))
        assert does_window_work()
    finally:
        window_rests()
    assert not does_window_work()
