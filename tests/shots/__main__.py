"""Pictures of every page into a folder: ``python -m tests.shots DIR [--beside FOLDER]``.

Drives the real window over a studio's library of two months, at a set time and with the same
chances each run, in both schemes. Every picture is what a user would see after these steps. With
``--beside`` contact sheets follow: each picture next to the one of the same name in ``FOLDER``.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["MEDIADESK_NO_ANIMATION"] = "1"
os.environ["TZ"] = "UTC"


def main(arguments: list[str]) -> int:
    """Write the pictures; the exit code is 0 when all of them could be made."""
    parser = argparse.ArgumentParser(prog="python -m tests.shots", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--beside", type=Path, help="pictures of the same names to compare with")
    parser.add_argument("--only", default="", help="parts of the tour, with commas between")
    wanted = parser.parse_args(arguments)
    time.tzset()
    folder = wanted.folder.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="mediadesk-shots-") as home:
        for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[variable] = home
        count = _run(folder, Path(home), set(wanted.only.split(",")) - {""})
    sys.stdout.write(f"{count} pictures in {folder}\n")
    if wanted.beside is not None:
        from tests.shots.sheets import write_sheets

        sheets, missing = write_sheets(folder, wanted.beside, folder / "sheets")
        sys.stdout.write(f"{sheets} sheets in {folder / 'sheets'}\n")
        for name in missing:
            sys.stdout.write(f"no picture for {name}\n")
    return 0


def _run(folder: Path, home: Path, only: set[str]) -> int:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from mediadesk.app.window_loop import WindowLoop
    from mediadesk.ui.support.language import install_language
    from mediadesk.ui.support.theme import theme
    from tests.shots.components import photograph_components
    from tests.shots.gates import photograph_gates
    from tests.shots.tour import photograph_studio

    app = QApplication(["mediadesk"])
    app.setQuitOnLastWindowClosed(False)
    settings = QSettings(str(home / "window.ini"), QSettings.Format.IniFormat)
    install_language(app, "en")
    theme().install(app, preference="dark")
    loop = WindowLoop(app)
    asyncio.set_event_loop(loop)
    count = 0
    with loop:
        if not only or "components" in only:
            count += loop.run_until_complete(photograph_components(folder))
        if not only or "gates" in only:
            count += loop.run_until_complete(photograph_gates(folder, home / "gates", settings))
        if only != {"components"} and only != {"gates"}:
            tour = photograph_studio(folder, home / "studio", settings, only)
            count += loop.run_until_complete(tour)
    return count


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
