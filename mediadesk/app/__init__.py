"""The life of the window: shell first, then imports, then the library, and an orderly close.

The only module that knows Qt, the event loop and the composition root. What is imported at the top
is what the first paint needs; everything else is imported in a thread while the shell is shown.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import threading
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from mediadesk.system.command_parser import Parser
from mediadesk.system.priority import put_window_first
from mediadesk.ui.perf import mark

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from mediadesk.ui.main_window import MainWindow
    from mediadesk.ui.support.preferences import Preferences

_LATER = (
    "qasync",
    "mediadesk.app.life",
)

_SWITCH_INTERVAL_S = 0.001
"""How long a busy thread may keep the interpreter from the Qt thread. Every call into Qt gives the
interpreter away, so that Python's usual 5 ms add up to stalls while jobs run."""

_FIRST_PAINT_MS = 250
_NO_SCREEN_NO_SOUND = "default.warning=false;qt.multimedia.*=false"
"""Without a display Qt says at every step what it lacks for one, and for loudspeakers."""


def main(argv: Sequence[str]) -> int:
    """Open the window and stay until it is closed. Returns the exit code."""
    mark("main")
    prepare_interpreter()
    options = _parse(argv)
    headless = _has_no_display()
    if headless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ.setdefault("QT_LOGGING_RULES", _NO_SCREEN_NO_SOUND)
        sys.stderr.write("mediadesk: no display was found, so the window is driven without one.\n")
    library = _library_path(options)
    if not headless and not options.sample and _raise_running(library):
        return 0
    app, window, preferences = _shell()
    _import_rest()
    from mediadesk.app.life import run

    return run(
        app,
        window,
        preferences,
        library,
        is_sample=options.sample,
        use_keyring=not options.no_keyring,
        view=options.view,
        headless=headless,
    )


def prepare_interpreter() -> None:
    """Settings of Python for a process with a window, before anything is imported."""
    sys.setswitchinterval(_SWITCH_INTERVAL_S)
    put_window_first()
    gc.disable()  # what the start makes stays; from the shell on, QtThreadGarbage collects


def _parse(argv: Sequence[str]) -> argparse.Namespace:
    parser = Parser(
        prog="mediadesk", description="Open the window. Commands: see “mediadesk help”."
    )
    parser.add_argument("--library", metavar="DIR", type=Path, help="open this library")
    parser.add_argument(
        "--sample",
        action="store_true",
        help="try it: a throw-away library with the offline sample provider",
    )
    parser.add_argument("--view", metavar="ID", help="open straight on one result or generation")
    parser.add_argument("--no-keyring", action="store_true", help="leave the OS keyring alone")
    return parser.parse_args(list(argv))


def _has_no_display() -> bool:
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _library_path(options: argparse.Namespace) -> Path:
    from mediadesk.system.chosen_library import library_to_open

    chosen: Path | None = options.library
    return (chosen.expanduser() if chosen is not None else library_to_open()).absolute()


def _raise_running(library: Path) -> bool:
    """Bring the window that already shows this library to the front, if there is one."""
    from mediadesk.ui.single_instance import ask_to_raise, socket_path

    return socket_path(library).exists() and ask_to_raise(library)


def _shell() -> tuple[QApplication, MainWindow, Preferences]:
    """Paint the empty window, for which nothing needless is imported."""
    from PySide6.QtCore import QEventLoop, QSettings, QTimer
    from PySide6.QtWidgets import QApplication

    from mediadesk.ui.main_window import MainWindow
    from mediadesk.ui.support.language import install_language
    from mediadesk.ui.support.preferences import Preferences
    from mediadesk.ui.support.theme import theme

    QApplication.setApplicationName("mediadesk")
    QApplication.setDesktopFileName("mediadesk")
    app = QApplication(["mediadesk"])
    app.setQuitOnLastWindowClosed(False)
    settings = QSettings("mediadesk", "mediadesk")
    preferences = Preferences(settings)
    preferences.apply_motion()
    preferences.follow_viewer_ground()
    preferences.follow_thumbnails()
    install_language(app, preferences.language)
    theme().install(
        app,
        preference=preferences.scheme,
        scale=preferences.text_scale,
        high_contrast=preferences.high_contrast,
    )
    window = MainWindow(settings, is_furnished=False)
    mark("imported")
    painting = QEventLoop()
    window.painted.connect(painting.quit)
    QTimer.singleShot(_FIRST_PAINT_MS, painting.quit)  # a hidden window is never painted
    window.show()
    painting.exec()
    window.painted.disconnect(painting.quit)
    _attend(app)
    sys.excepthook = partial(_on_exception, window)
    return app, window, preferences


def _attend(app: QApplication) -> None:
    """What belongs to every window with widgets in it."""
    from mediadesk.ui.support.accessible import install_spoken_roles
    from mediadesk.ui.support.focus_ring import FocusRing
    from mediadesk.ui.support.garbage import QtThreadGarbage

    install_spoken_roles()  # before there is a widget to ask about
    FocusRing(app)
    QtThreadGarbage(app)


def _import_rest() -> None:
    """Import the rest in a thread while the shell stays alive."""
    from PySide6.QtCore import QEventLoop, QTimer

    failures: list[BaseException] = []

    def work() -> None:
        try:
            for name in _LATER:
                import_module(name)
        except BaseException as error:  # noqa: BLE001 - handed to the main thread below
            failures.append(error)

    thread = threading.Thread(target=work, name="imports")
    loop = QEventLoop()
    timer = QTimer()
    timer.setInterval(5)
    timer.timeout.connect(lambda: None if thread.is_alive() else loop.quit())
    thread.start()
    timer.start()
    loop.exec()
    thread.join()
    if failures:
        raise failures[0]
    gc.freeze()  # modules live as long as the program: no collection need walk through them


def _on_exception(
    window: MainWindow,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    """What no code of ours caught: logged and said without its words, which may be a prompt."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    import shiboken6

    from mediadesk.ui.support.faults import place_of, sentence_for

    sentence = sentence_for(error)
    if shiboken6.isValid(window):
        window.feedback.toast(sentence, "error")
    sys.stderr.write(f"mediadesk: unexpected error: {place_of(error)}\n")
