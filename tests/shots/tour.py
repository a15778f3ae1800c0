"""The way through the window: make results once, then photograph every page in every look."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from mediadesk.app.headless import click, find, press, type_text, until
from mediadesk.domain.generation import GenerationRequest, GenerationStatus, GenerationType
from mediadesk.domain.ids import GenerationId, ProviderName
from mediadesk.ui.dialogs.close_dialog import CloseDialog
from mediadesk.ui.dialogs.project_dialog import ProjectDialog
from mediadesk.ui.main_window import MainWindow
from mediadesk.ui.support.theme import theme
from mediadesk.ui.window_session import WindowSession
from tests.shots.activity import photograph_activity
from tests.shots.results import photograph_results

SAMPLE = ProviderName("sample")
SIZES = ((1440, 900), (1024, 700))
SETTLE_S = 0.6
_MODELS = {
    GenerationType.TEXT: "sample-text",
    GenerationType.IMAGE: "sample-image",
    GenerationType.VIDEO: "sample-video",
    GenerationType.AUDIO: "sample-music",
}


class Tour:
    """Drives one window; ``count`` pictures were written to ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.count = 0
        self._made: dict[str, GenerationId] = {}

    async def drive(self, window: MainWindow, session: WindowSession) -> None:
        """Make results, then go through every look."""
        self._window, self._session = window, session
        for size in SIZES:
            window.resize(*size)
            await self._both("create-empty")
        await self._make_results()
        for size in SIZES:
            window.resize(*size)
            await self._pages()
        await self._dialogs()

    async def _make_results(self) -> None:
        session = self._session
        projects = session.services.projects
        for name in ("Ceramics catalogue", "Lighthouse film"):
            await projects.create(name)
        await self._make("text", GenerationType.TEXT, "A launch note for ceramics, with a table")
        await self._make("video", GenerationType.VIDEO, "Waves at dusk under a large sun")
        await self._make("audio", GenerationType.AUDIO, "Slow pad with bells")
        await self._make("failed", GenerationType.IMAGE, "A forest", failure="blocked")
        await self._make("uncertain", GenerationType.IMAGE, "A harbour", failure="timeout")
        await self._make("text-2", GenerationType.TEXT, "A launch note for glass, with a table")
        await self._make("image-2", GenerationType.IMAGE, "Mountains in mist, evening light")
        await self._make("image", GenerationType.IMAGE, "Mountains in mist, early light", count=4)

    async def _make(
        self, name: str, kind: GenerationType, prompt: str, *, count: int = 1, failure: str = ""
    ) -> None:
        services = self._session.services
        parameters: dict[str, Any] = {"delay_s": 0.0}
        if failure:
            parameters["simulate_failure"] = failure
        request = GenerationRequest(
            type=kind,
            provider=SAMPLE,
            model=_MODELS[kind],
            prompt=prompt,
            project_id=self._session.workspace.project.id,
            parameters=parameters,
            result_count=count,
        )
        self._made[name] = await services.generations.submit(request)
        await services.generations.wait(self._made[name])

    async def _pages(self) -> None:
        session, services = self._session, self._session.services.generations
        for name in ("image", "text", "video", "audio", "failed", "uncertain"):
            session.show_page("create")
            session.workspace.show_generation(self._made[name])
            await self._both(f"create-{name}")
        await self._running()
        await photograph_activity(self._window, session, self._both)
        for place in ("all", "trash"):
            session.show_page("library", place)
            await self._both(f"library-{place}")
        search = find(self._window, QWidget, "library-search")
        session.show_page("library", "search")
        await type_text(search, "zebra")
        await self._both("library-no-match")
        for _letter in "zebra":
            await press(search, _key("Backspace"))
        made = {name: await services.get(id) for name, id in self._made.items()}
        await photograph_results(self._window, session, made, self._both)
        session.show_page("settings", "settings")
        await self._both("settings")
        for page in ("appearance", "privacy", "storage", "network", "budgets"):
            session.show_page("settings", f"settings/{page}")
            await self._both(f"settings-{page}")
        session.show_page("analytics")
        await self._both("analytics")
        session.show_page("create")
        await click(find(self._window, QWidget, "compare-models"))
        await self._both("compare-models")

    async def _running(self) -> None:
        services = self._session.services
        request = GenerationRequest(
            type=GenerationType.IMAGE,
            provider=SAMPLE,
            model="sample-image",
            prompt="A slow picture of a kiln",
            project_id=self._session.workspace.project.id,
            parameters={"delay_s": 60.0},
            result_count=4,
        )
        generation_id = await services.generations.submit(request)
        self._session.show_page("create")
        self._session.workspace.show_generation(generation_id)
        await asyncio.sleep(2.0)
        await self._both("create-running")
        await services.generations.cancel(generation_id)
        found = await services.generations.wait(generation_id)
        assert found.status is GenerationStatus.CANCELLED
        await self._both("create-cancelled")

    async def _dialogs(self) -> None:
        window, session = self._window, self._session
        window.resize(*SIZES[0])
        session.show_page("create")
        session.workspace.show_generation(self._made["image"])
        generation = await session.services.generations.get(self._made["video"])
        await self._composer_dialogs()
        await self._dialog("dialog-project", lambda: ProjectDialog(window))
        await self._dialog("dialog-close", lambda: CloseDialog(window, [generation], [generation]))
        session.go_to("settings/shortcuts")
        await self._both("settings-shortcuts")
        session.show_page("create")
        await press(window, _key("K"), Qt.KeyboardModifier.ControlModifier)
        palette = find(window, QWidget, "palette-field")
        await until(palette.isVisible, "the palette")
        await self._both("palette")
        await type_text(palette, "com")
        await self._both("palette-typed")
        await press(palette, _key("Escape"))
        await click(find(window, QWidget, "model-card"))
        picker = find(window, QWidget, "model-picker")
        await until(picker.isVisible, "the model picker")
        await self._both("model-picker", overlay=picker)
        picker.hide()

    async def _composer_dialogs(self) -> None:
        prompt = find(self._window, QWidget, "prompt")
        await click(prompt)
        await type_text(prompt, "A stone hut in the hills")
        for button in ("batch-runs", "presets", "improve-prompt"):
            await click(find(self._window, QWidget, button))
            dialog = next(one for one in self._window.findChildren(QDialog) if one.isVisible())
            await self._both(f"dialog-{button}", overlay=dialog)
            dialog.reject()

    async def _dialog(self, name: str, build: Callable[[], QDialog]) -> None:
        dialog = build()
        dialog.open()
        await self._both(name, overlay=dialog)
        dialog.reject()
        dialog.deleteLater()

    async def _both(self, name: str, *, overlay: QWidget | None = None) -> None:
        """Photograph the window in both schemes."""
        for scheme in ("dark", "light"):
            theme().set_preference(scheme)
            await asyncio.sleep(SETTLE_S)
            await self._shoot(f"{name}-{self._window.width()}-{scheme}", overlay)

    async def _shoot(self, name: str, overlay: QWidget | None) -> None:
        window = self._window
        picture = window.grab()
        if overlay is not None:
            place = overlay.mapToGlobal(QPoint(0, 0)) - window.mapToGlobal(QPoint(0, 0))
            overlay.render(picture, place)
        picture.save(str(self._folder / f"{name}.png"))
        self.count += 1
        QApplication.sendPostedEvents()


def _key(name: str) -> Any:
    from PySide6.QtCore import Qt

    return getattr(Qt.Key, f"Key_{name}")
