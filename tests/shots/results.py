"""Players with a part marked, a text that is searched, and the ways to show two results in one."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from mediadesk.app.headless import find
from mediadesk.ui.widgets.media_player import MediaPlayer
from mediadesk.ui.widgets.text_view import TextView
from mediadesk.ui.window_session import WindowSession
from tests.shots.camera import Camera
from tests.shots.studio import CERAMICS, COPY, NANO, OPUS, PROMPTS, SPEECH, TRAILER, VASES, Studio


async def photograph_results(camera: Camera, session: WindowSession, studio: Studio) -> None:
    """Work with results as far as the pictures of the Create page do not."""
    await _players(camera, session, studio)
    await _find(camera, session, studio)
    await _two_in_one(camera, session, studio)
    session.show_page("create")


async def _players(camera: Camera, session: WindowSession, studio: Studio) -> None:
    for kind, habit in (("video", TRAILER), ("audio", SPEECH)):
        made = await studio.make(habit)
        session.workspace.choose_project(made.project_id)
        session.workspace.show_generation(made.id)
        player = await camera.sees_a(MediaPlayer, f"{kind}-player")
        await asyncio.sleep(0.8)
        player.set_part((1_500, 3_500))
        await camera.take(f"result-{kind}-part")


async def _find(camera: Camera, session: WindowSession, studio: Studio) -> None:
    made = await studio.make(OPUS, PROMPTS[COPY][0])
    session.workspace.choose_project(made.project_id)
    session.workspace.show_generation(made.id)
    stage = await camera.sees("text-stage")
    await asyncio.sleep(0.8)
    text = find(stage, TextView, "text-view")
    QTest.keyClick(text, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    camera.part(QLineEdit, "find-field").setText("glaze")
    await camera.take("result-text-find")
    await camera.click("find-close")


async def _two_in_one(camera: Camera, session: WindowSession, studio: Studio) -> None:
    pictures = await studio.make(NANO, VASES, count=2)
    texts = [
        await studio.make(OPUS, prompt, project=CERAMICS) for prompt in (PROMPTS[COPY][0], "Again")
    ]
    for name, assets, mode in (
        ("images", pictures.assets, "slider"),
        ("texts", [one.assets[0] for one in texts], "diff"),
    ):
        session.workspace.compare_results(assets)
        await camera.sees("compare-board")
        await asyncio.sleep(1.0)
        differs = camera.part(QPushButton, "differs")
        if differs.isVisible() and not differs.isChecked():
            await camera.click("differs")
        await camera.take(f"compare-2-{name}-differs")
        await camera.click(f"compare-mode-{mode}")
        await camera.take(f"compare-2-{name}-{mode}")
        await camera.click("compare-mode-side")
