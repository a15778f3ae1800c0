"""Pictures of every page into a folder: ``python -m tests.shots DIR``.

Drives the real window on a throw-away library with the sample provider, in both schemes and in two
sizes. Every picture is what a user would see after these clicks and keys.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["MEDIADESK_NO_ANIMATION"] = "1"


def main(arguments: list[str]) -> int:
    """Write the pictures; the exit code is 0 when all of them could be made."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m tests.shots DIR\n")
        return 2
    folder = Path(arguments[0]).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="mediadesk-shots-") as home:
        for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[variable] = home
        return _run(folder, Path(home))


def _run(folder: Path, home: Path) -> int:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from mediadesk.app.life import WindowLife
    from mediadesk.app.window_loop import WindowLoop
    from mediadesk.ui.main_window import MainWindow
    from mediadesk.ui.support.language import install_language
    from mediadesk.ui.support.preferences import Preferences
    from mediadesk.ui.support.theme import theme
    from tests.shots.gates import photograph_gates
    from tests.shots.money import photograph_money
    from tests.shots.tour import Tour

    app = QApplication(["mediadesk"])
    app.setQuitOnLastWindowClosed(False)
    settings = QSettings("mediadesk", "mediadesk")
    install_language(app, "en")
    theme().install(app, preference="dark")
    window = MainWindow(settings)
    window.show()
    loop = WindowLoop(app)
    asyncio.set_event_loop(loop)
    tour = Tour(folder)
    with loop:
        life = WindowLife(
            window, Preferences(settings), home / "none", use_keyring=False, view=None
        )
        code: int = loop.run_until_complete(life.run(tour.drive, throwaway=home / "sample"))
        count = tour.count
        if code == 0:
            count += loop.run_until_complete(photograph_gates(folder, home / "gates", settings))
            count += loop.run_until_complete(photograph_money(folder, home / "studio", settings))
    sys.stdout.write(f"{count} pictures in {folder}\n")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
