"""The pages of the settings; one of the keys is a revoked one."""

from __future__ import annotations

import asyncio

from mediadesk.ui.window_session import WindowSession
from tests.shots.camera import BOTH, Camera
from tests.shots.studio import Studio

_PAGES = ("appearance", "privacy", "storage", "network", "budgets", "shortcuts", "about")


async def photograph_settings(camera: Camera, session: WindowSession, _studio: Studio) -> None:
    """Every page."""
    session.show_page("settings", "settings/keys")
    await camera.sees("keys-test-all")
    await camera.click("keys-test-all")
    await asyncio.sleep(1.0)
    await camera.take("settings-keys-tested", sizes=BOTH)
    await camera.click("add-key-fal")
    await asyncio.sleep(0.5)
    await camera.take("06-settings-keys", sizes=BOTH)
    for page in _PAGES:
        session.show_page("settings", f"settings/{page}")
        await asyncio.sleep(0.8)
        number = "" if page in ("shortcuts", "about") else "06-"
        await camera.take(f"{number}settings-{page}", sizes=BOTH)
