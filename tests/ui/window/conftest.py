"""A real window over a real throw-away library with the sample provider."""

import gc
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget

from mediadesk.app import headless
from mediadesk.app.headless import find
from mediadesk.app.open_library import OpenLibrary
from mediadesk.domain.errors import EnvironmentProblemError
from mediadesk.domain.generation import Generation, GenerationRequest, GenerationType
from mediadesk.domain.ids import ProviderName
from mediadesk.domain.parameters import ParameterValue
from mediadesk.services.library_access import LibraryAccess
from mediadesk.ui.main_window import MainWindow
from mediadesk.ui.support.preferences import Preferences
from mediadesk.ui.widgets.chip import Chip
from mediadesk.ui.window_session import WindowSession

MODELS = {
    GenerationType.TEXT: "sample-text",
    GenerationType.IMAGE: "sample-image",
    GenerationType.VIDEO: "sample-video",
    GenerationType.AUDIO: "sample-music",
}
W = TypeVar("W", bound=QWidget)
WAIT_S = 60.0


async def until(is_so: Callable[[], bool], what: str) -> None:
    """Wait for something on the screen; a part that is not there yet may still come."""

    def is_so_by_now() -> bool:
        try:
            return is_so()
        except EnvironmentProblemError:
            return False

    await headless.until(is_so_by_now, what, wait_s=WAIT_S)


@dataclass
class OpenWindow:
    """A window with an open library, and what tests do with both."""

    window: MainWindow
    session: WindowSession

    def part(self, kind: type[W], name: str) -> W:
        return find(self.window, kind, name)

    def status(self) -> str:
        chip = self.part(QWidget, "stage-header").findChild(Chip)
        return chip.text() if isinstance(chip, Chip) else ""

    def request(
        self,
        kind: GenerationType = GenerationType.TEXT,
        prompt: str = "A note",
        *,
        count: int = 1,
        failure: str = "none",
        delay_s: float = 0.0,
    ) -> GenerationRequest:
        parameters: dict[str, ParameterValue] = {"delay_s": delay_s, "simulate_failure": failure}
        if kind is GenerationType.IMAGE:
            parameters["size"] = "small"
        return GenerationRequest(
            type=kind,
            provider=ProviderName("sample"),
            model=MODELS[kind],
            prompt=prompt,
            project_id=self.session.workspace.project.id,
            parameters=parameters,
            result_count=count,
        )

    async def made(self, request: GenerationRequest) -> Generation:
        """Make something behind the window and show it on the stage."""
        generations = self.session.services.generations
        generation = await generations.wait(await generations.submit(request))
        self.session.workspace.show_generation(generation.id)
        await until(lambda: self.part(QWidget, "stage-header").isVisible(), "the stage")
        return await generations.get(generation.id)


@pytest.fixture
async def opened(tmp_path: Path, themed_app: QApplication) -> AsyncIterator[OpenWindow]:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(settings)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    unlocked = await LibraryAccess.create_throwaway(tmp_path / "library")
    library = OpenLibrary(unlocked, None)
    services = await library.open()
    library.begin_jobs()
    session = WindowSession(window, services, Preferences(settings), unlocked=unlocked, access=None)
    await session.open()
    yield OpenWindow(window, session)
    await session.close()
    await library.close()
    window.let_go()
    window.deleteLater()
    gc.collect()
