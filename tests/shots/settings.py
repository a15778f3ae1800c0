"""The pages of the settings, with keys of two providers kept."""

from __future__ import annotations

import asyncio

from mediadesk.domain.ids import ProviderName
from mediadesk.ui.window_session import WindowSession
from tests.shots.camera import BOTH, Camera
from tests.shots.studio import Studio

_KEYS = (
    ("openai", "Work", "sk-proj-0123456789abcdefT7qA"),
    ("openai", "Client", "sk-proj-0123456789abcdef93kd"),
    ("gemini", "Studio", "AIzaSy0123456789abcdef0123456789abc44xQ"),
    ("anthropic", "Studio", "sk-ant-api03-0123456789abcdef0pLs"),
)
_PAGES = ("appearance", "privacy", "storage", "network", "budgets", "shortcuts", "about")


async def photograph_settings(camera: Camera, session: WindowSession, _studio: Studio) -> None:
    """Every page."""
    accounts = session.services.accounts
    kept = [
        await accounts.add(ProviderName(provider), name=name, key=key)
        for provider, name, key in _KEYS
    ]
    session.show_page("settings", "settings/keys")
    await asyncio.sleep(0.8)
    await camera.take("06-settings-keys", sizes=BOTH)
    for page in _PAGES:
        session.show_page("settings", f"settings/{page}")
        await asyncio.sleep(0.8)
        number = "" if page in ("shortcuts", "about") else "06-"
        await camera.take(f"{number}settings-{page}", sizes=BOTH)
    for account in kept:
        await accounts.remove(account.id)
