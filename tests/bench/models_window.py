"""The real window, run by ``models``: a long list of models arrives, is opened and searched.

``python -m tests.bench.models_window SIMULATOR_URL RESULT_FILE``.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mediadesk.app.headless import find, until
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderName
from mediadesk.ui.main_window import MainWindow
from mediadesk.ui.panes.create.composer import Composer
from mediadesk.ui.panes.create.model_picker import ModelPicker
from mediadesk.ui.window_session import WindowSession
from tests.bench.control import plan
from tests.bench.window_runs import Heartbeat, open_window
from tests.simulator.openrouter_routes import entry

MODELS = 2_000
MAKERS = 60
SEARCHES = ("maker 7 model", "17", "flash", "zzz")
OPENINGS = 4
KEY_PAUSE_S = 0.12
LOOK_S = 0.6
SETTLE_S = 3.0
IDLE_S = 4.0
PROVIDER = ProviderName("openrouter")
_WORDS = ("flash", "sonnet", "pro", "mini", "large", "coder")


def made_up() -> list[dict[str, Any]]:
    """Text models of many makers."""
    return [
        entry(f"maker-{number % MAKERS}/model-{number}-{_WORDS[number % 6]}", ["text"])
        for number in range(MODELS)
    ]


class Driver:
    """Lets the list arrive, opens it, types, filters; all by keys as a person would."""

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url
        self.heart = Heartbeat()

    async def __call__(self, window: MainWindow, session: WindowSession) -> None:
        """Idle, then each of them."""
        window.resize(1440, 900)
        root = self._base_url.removesuffix("/v1")
        path = "/api/v1/models"
        await asyncio.to_thread(lambda: plan(self._base_url, path=path, count=-1, models=made_up()))
        await asyncio.sleep(SETTLE_S)
        with self.heart.phase("idle window"):
            await asyncio.sleep(IDLE_S)
        models = session.services.models
        with self.heart.phase("the list arrives"):
            await session.services.accounts.add(
                PROVIDER, name="Simulator", key="sk-or-v1-bench", base_url=f"{root}/api/v1"
            )
            await until(
                lambda: len(models.models(GenerationType.TEXT, PROVIDER)) >= MODELS, "the list"
            )
            await asyncio.sleep(LOOK_S)
        composer = find(window, Composer, "composer")
        picker = find(window, ModelPicker, "model-picker")
        await self._open(composer, picker, "the list is opened first")
        for text in SEARCHES:
            await self._search(picker, text)
        await self._step(picker)
        picker.hide()
        for _ in range(OPENINGS):
            await self._open(composer, picker, "the list is opened again")
            picker.hide()
        with self.heart.phase("keys change while the list is shut"):
            for number in range(OPENINGS):
                await session.services.accounts.add(
                    ProviderName("anthropic"),
                    name=f"Key {number}",
                    key=f"sk-ant-bench-{number}",
                    base_url=root,
                )
                await asyncio.sleep(LOOK_S)

    async def _open(self, composer: Composer, picker: ModelPicker, phase: str) -> None:
        with self.heart.phase(phase):
            composer.open_picker()
            await until(picker.isVisible, "the picker")
            await asyncio.sleep(LOOK_S)

    async def _search(self, picker: ModelPicker, text: str) -> None:
        field = find(picker, QWidget, "model-search")
        with self.heart.phase("letters are typed"):
            for letter in text:
                QTest.keyClicks(field, letter)
                await asyncio.sleep(KEY_PAUSE_S)
            for _ in text:
                QTest.keyClick(field, Qt.Key.Key_Backspace)
                await asyncio.sleep(KEY_PAUSE_S)

    async def _step(self, picker: ModelPicker) -> None:
        field = find(picker, QWidget, "model-search")
        with self.heart.phase("filters and rows are stepped through"):
            for key, held in (
                *((Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier),) * 8,
                *((Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),) * 12,
                *((Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier),) * 12,
            ):
                QTest.keyClick(field, key, held)
                await asyncio.sleep(KEY_PAUSE_S)


def main() -> None:
    """Open the window, drive it, write what was found."""
    url, result = sys.argv[1:3]
    driver = Driver(url)
    code = open_window(driver)
    Path(result).write_text(json.dumps(driver.heart.late_ms), encoding="utf-8")
    sys.exit(code)


if __name__ == "__main__":
    main()
