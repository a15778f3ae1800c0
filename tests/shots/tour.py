"""The way through an open library, part by part."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from PySide6.QtCore import QSettings

from mediadesk.ui.main_window import MainWindow
from mediadesk.ui.support.preferences import Preferences
from mediadesk.ui.window_session import WindowSession
from tests.shots.activity import photograph_activity
from tests.shots.camera import Camera
from tests.shots.compare import photograph_compare
from tests.shots.composer import photograph_composer
from tests.shots.create import photograph_create, photograph_empty
from tests.shots.library import photograph_library
from tests.shots.money import photograph_money
from tests.shots.results import photograph_results
from tests.shots.settings import photograph_settings
from tests.shots.studio import CERAMICS, Studio, open_studio

PASSPHRASE = "orchard lamp seven violin"
Part = Callable[[Camera, WindowSession, Studio], Awaitable[None]]
PARTS: dict[str, Part] = {
    "empty": photograph_empty,
    "create": photograph_create,
    "composer": photograph_composer,
    "library": photograph_library,
    "results": photograph_results,
    "compare": photograph_compare,
    "activity": photograph_activity,
    "settings": photograph_settings,
    "money": photograph_money,
}


async def photograph_studio(
    folder: Path, library: Path, settings: QSettings, only: set[str]
) -> int:
    """Make the studio in ``library``, then write the pictures; returns how many."""
    async with open_studio(library, PASSPHRASE) as (services, unlocked, access, studio):
        await services.warm_up()
        window = MainWindow(settings)
        window.resize(1440, 900)
        window.show()
        preferences = Preferences(settings)
        session = WindowSession(window, services, preferences, unlocked=unlocked, access=access)
        camera = Camera(folder, window)
        try:
            await session.open()
            session.workspace.choose_project(studio.project(CERAMICS))
            for name, photograph in PARTS.items():
                if not only or name in only:
                    await photograph(camera, session, studio)
        finally:
            await session.close()
            window.let_go()
            window.deleteLater()
    return camera.count
