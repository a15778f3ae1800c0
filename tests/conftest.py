"""What holds for every test: no network but loopback, nobody's home, nothing left running.

It must never reach for a fixture of one part of the app; those live beside the tests that use them.
"""

import asyncio
import gc
import ipaddress
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")

PRIVATE_FOLDERS = {
    "HOME": "home",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "runtime",
}
THREADS_MAY_TAKE_S = 2.0


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="run the long suites too")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--full"):
        return
    long = [item for item in items if item.get_closest_marker("full")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if not item.get_closest_marker("full")]


def pytest_collection_finish(session: pytest.Session) -> None:
    """What thousands of collected tests are made of stays: the collector need not look again."""
    gc.collect()
    gc.freeze()


def pytest_asyncio_loop_factories(
    config: pytest.Config, item: pytest.Item
) -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Tests of the window run on the loop the window runs on; everything else runs without Qt."""
    if "ui" in item.path.relative_to(config.rootpath).parts:
        return {"qt": qt_loop}
    return {"asyncio": asyncio.new_event_loop}


def qt_loop() -> asyncio.AbstractEventLoop:
    from PySide6.QtWidgets import QApplication

    from mediadesk.app.window_loop import WindowLoop

    application = QApplication.instance() or QApplication(["tests"])
    assert isinstance(application, QApplication)
    application.setQuitOnLastWindowClosed(False)
    loop: asyncio.AbstractEventLoop = WindowLoop(application)
    return loop


def refuse_foreign_network(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.connect" or event == "socket.sendto":
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None
    elif event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        return
    if host is not None and not is_loopback(host):
        raise RuntimeError(f"tests reach nothing but this machine, not {host!r}")


def is_loopback(host: object) -> bool:
    name = host.decode() if isinstance(host, bytes) else str(host)
    if name in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return False


sys.addaudithook(refuse_foreign_network)


@pytest.fixture(autouse=True, scope="session")
def private_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders of the user's session replaced by empty ones; no session bus, so no keyring."""
    base = tmp_path_factory.mktemp("session")
    with pytest.MonkeyPatch.context() as patch:
        for variable, name in PRIVATE_FOLDERS.items():
            folder = base / name
            folder.mkdir(mode=0o700)
            patch.setenv(variable, str(folder))
        patch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
        for variable in [name for name in os.environ if name.startswith("MEDIADESK_")]:
            patch.delenv(variable)
        yield base


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """A test that leaves a thread running fails: it would run into the tests after it."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + THREADS_MAY_TAKE_S
    while left := [t.name for t in threading.enumerate() if t not in before and not t.daemon]:
        if time.monotonic() > deadline:
            pytest.fail(f"threads still running after the test: {', '.join(left)}")
        time.sleep(0.01)
