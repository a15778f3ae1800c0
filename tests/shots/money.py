"""The pages about money over a studio's history: ``python -m tests.shots.money DIR``."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QWidget

from mediadesk.app.headless import click, find, until
from mediadesk.app.window_loop import WindowLoop
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderName
from mediadesk.ui.main_window import MainWindow
from mediadesk.ui.panes.analytics.ledger_page import LedgerPage
from mediadesk.ui.panes.analytics.pane import AnalyticsPane
from mediadesk.ui.panes.create.pane import CreatePane
from mediadesk.ui.support.preferences import Preferences
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.bar_chart import BarChart
from mediadesk.ui.widgets.data_table import DataTable
from mediadesk.ui.window_session import WindowSession
from tests.shots.studio import FILM, SLOW_PROMPT, TRAILER, Studio, open_studio

if TYPE_CHECKING:
    from mediadesk.bootstrap import Services

SETTLE_S = 0.8
SIZES = ((1440, 900), (1024, 700))
POINTED_DAY = 17
_USAGE = """day,model,cost
2026-11-18,claude-opus-5-5,0.31
2026-11-19,claude-opus-5-5,0.0512
2026-11-20,claude-opus-5-5-20260922,0.11
"""


async def photograph_money(folder: Path, library: Path, settings: QSettings) -> int:
    """Make the history in ``library``, then write the pictures; returns how many."""
    async with open_studio(library) as (services, unlocked, studio):
        window = MainWindow(settings)
        window.resize(*SIZES[0])
        window.show()
        preferences = Preferences(settings)
        session = WindowSession(window, services, preferences, unlocked=unlocked, access=None)
        tour = _MoneyTour(folder, window, session, studio)
        try:
            await session.open()
            await tour.drive(services)
        finally:
            await session.close()
            window.let_go()
            window.deleteLater()
    return tour.count


class _MoneyTour:
    def __init__(
        self, folder: Path, window: MainWindow, session: WindowSession, studio: Studio
    ) -> None:
        self._folder, self._window = folder, window
        self._session, self._studio = session, studio
        self.count = 0

    async def drive(self, services: Services) -> None:
        """Two jobs run meanwhile, so that something is held."""
        for _ in range(2):
            await services.generations.submit(self._studio.request(TRAILER, SLOW_PROMPT))
        for size in SIZES:
            self._window.resize(*size)
            await self._analytics()
            await self._ledger()
            self._session.show_page("settings", "settings/budgets")
            await self._both("money-settings-budgets")
            await self._over_budget(services)

    async def _analytics(self) -> None:
        self._session.show_page("analytics")
        pane = find(self._window, AnalyticsPane, "analytics-pane")
        chart = find(self._window, BarChart, "spend-chart")
        await until(lambda: len(chart.bars()) > POINTED_DAY, "the figures")
        await self._both("money-analytics")
        chart.setFocus()
        chart.pointed.emit(POINTED_DAY)
        await self._both("money-analytics-day")
        chart.pointed.emit(-1)
        for span in ("year", "month"):
            await click(find(self._window, QWidget, f"analytics-span-{span}"))
            await asyncio.sleep(SETTLE_S)
            if span == "year":
                await self._both("money-analytics-year")
        assert pane.isVisible()

    async def _ledger(self) -> None:
        await click(find(self._window, QWidget, "show-ledger"))
        table = find(self._window, DataTable, "ledger-table")
        await until(lambda: table.row_count() > 0, "the ledger")
        await self._both("money-ledger")
        file = self._folder / "usage.csv"
        file.write_text(_USAGE, encoding="utf-8")
        find(self._window, LedgerPage, "ledger-page").compare_with(file)
        await until(lambda: self._window.findChild(QWidget, "import-dialog") is not None, "it")
        for name, value in (("provider", "anthropic"), ("rows", "days")):
            box = find(self._window, QComboBox, f"import-{name}")
            box.setCurrentIndex(box.findData(value))
        await click(find(self._window, QWidget, "import-compare"))
        told = find(self._window, DataTable, "import-table")
        await until(lambda: told.row_count() > 0, "the sums")
        await self._both("money-ledger-import")
        await click(find(self._window, QWidget, "import-cancel"))
        file.unlink()
        await click(find(self._window, QWidget, "ledger-back"))

    async def _over_budget(self, services: Services) -> None:
        project = await services.projects.find(FILM.project)
        self._session.show_page("create")
        self._session.workspace.choose_project(project.id)
        composer = find(self._window, CreatePane, "create-pane").composer_model
        composer.set_type(GenerationType.VIDEO)
        composer.choose_model(ProviderName(FILM.provider), FILM.model)
        prompt = find(self._window, QPlainTextEdit, "prompt")
        prompt.setPlainText("A lighthouse at night, heavy sea, slow push in, shot 6")
        composer.set_count(4)
        await asyncio.sleep(SETTLE_S)
        await self._both("money-create")
        await click(find(self._window, QWidget, "generate"))
        await until(lambda: self._window.findChild(QWidget, "budget-dialog") is not None, "it")
        await self._both("money-over-budget")
        await click(find(self._window, QWidget, "budget-cancel"))

    async def _both(self, name: str) -> None:
        for scheme in ("dark", "light"):
            theme().set_preference(scheme)
            await asyncio.sleep(SETTLE_S)
            path = self._folder / f"{name}-{self._window.width()}-{scheme}.png"
            self._window.grab().save(str(path))
            self.count += 1
            QApplication.sendPostedEvents()


def main(arguments: list[str]) -> int:
    """Write the pictures; the exit code is 0 when all of them could be made."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m tests.shots.money DIR\n")
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["MEDIADESK_NO_ANIMATION"] = "1"
    folder = Path(arguments[0]).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(["mediadesk"])
    app.setQuitOnLastWindowClosed(False)
    with tempfile.TemporaryDirectory(prefix="mediadesk-shots-") as home:
        settings = QSettings(str(Path(home) / "window.ini"), QSettings.Format.IniFormat)
        theme().install(app, preference="dark")
        loop = WindowLoop(app)
        asyncio.set_event_loop(loop)
        with loop:
            count = loop.run_until_complete(
                photograph_money(folder, Path(home) / "library", settings)
            )
    sys.stdout.write(f"{count} pictures in {folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
