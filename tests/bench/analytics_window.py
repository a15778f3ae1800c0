"""The real window, run by ``analytics``: its page over a long ledger is opened and worked.

``python -m tests.bench.analytics_window LIBRARY_FOLDER RESULT_FILE``.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractButton, QWidget

from mediadesk.app import _import_rest, _shell, prepare_interpreter
from mediadesk.app.headless import find, until
from mediadesk.app.open_library import OpenLibrary
from mediadesk.app.window_loop import WindowLoop
from mediadesk.domain.projects import CapPeriod, CapScope
from mediadesk.services.library_access import LibraryAccess
from mediadesk.ui.main_window import MainWindow
from mediadesk.ui.panes.analytics.pane import AnalyticsPane
from mediadesk.ui.support.preferences import Preferences
from mediadesk.ui.widgets.data_table import DataTable
from mediadesk.ui.window_session import WindowSession
from tests.bench.lag_window import Heartbeat
from tests.bench.libraries import PASSPHRASE

SETTLE_S = 3.0
IDLE_S = 6.0
LOOK_S = 1.5
"""As long as somebody looks before the next click."""
SPANS = ("year", "7", "30", "month") * 2
CHARTS = ("spend-chart", "budget-chart")
GROUPINGS = ("model", "project", "type", "provider")
BUDGET_MICRO = 10**11


class PaintClock(QObject):
    """Milliseconds that each painting of the charts took."""

    def __init__(self, charts: dict[QObject, str]) -> None:
        super().__init__()
        self._charts = charts
        self.ms: dict[str, list[float]] = {name: [] for name in charts.values()}
        for chart in charts:
            chart.installEventFilter(self)

    def eventFilter(self, chart: QObject, event: QEvent) -> bool:
        """Paint in place of Qt, between two looks at the clock."""
        if event.type() != QEvent.Type.Paint or chart not in self._charts:
            return False
        started = time.perf_counter()
        chart.event(event)
        self.ms[self._charts[chart]].append((time.perf_counter() - started) * 1000)
        return True


class Driver:
    """Opens the page, changes ranges and groupings, reads the ledger."""

    def __init__(self) -> None:
        self.heart = Heartbeat()
        self.shown_ms: list[float] = []
        self.clock: PaintClock | None = None

    async def __call__(self, window: MainWindow, session: WindowSession) -> None:
        """Idle, then everything that the page offers."""
        window.resize(1440, 900)
        await session.services.money.set_cap(CapScope.OVERALL, CapPeriod.MONTH, BUDGET_MICRO)
        await asyncio.sleep(SETTLE_S)
        with self.heart.phase("idle window"):
            await asyncio.sleep(IDLE_S)
        with self.heart.phase("the page opens"):
            started = time.perf_counter()
            session.show_page("analytics")
            pane = find(window, AnalyticsPane, "analytics-pane")
            self.clock = PaintClock({find(window, QWidget, name): name for name in CHARTS})
            await self._shown(pane, started)
        with self.heart.phase("the range changes"):
            for span in SPANS:
                await self._change(window, pane, f"analytics-span-{span}")
        with self.heart.phase("the grouping changes"):
            for by in GROUPINGS:
                await self._change(window, pane, f"spend-by-{by}")
        with self.heart.phase("the ledger opens"):
            find(window, QAbstractButton, "show-ledger").click()
            table = find(window, DataTable, "ledger-table")
            await until(lambda: table.row_count() > 0, "the ledger")
            await asyncio.sleep(LOOK_S)

    async def _change(self, window: MainWindow, pane: AnalyticsPane, name: str) -> None:
        started = time.perf_counter()
        find(window, QAbstractButton, name).click()
        await self._shown(pane, started)

    async def _shown(self, pane: AnalyticsPane, started: float) -> None:
        at: list[float] = []

        def note() -> None:
            at.append(time.perf_counter())

        pane.shown.connect(note)
        await until(lambda: bool(at), "the figures")
        pane.shown.disconnect(note)
        self.shown_ms.append((at[0] - started) * 1000)
        await asyncio.sleep(LOOK_S)

    def found(self) -> dict[str, object]:
        """What was measured, as plain values."""
        assert self.clock is not None
        painted = self.clock.ms.values()
        return {
            "late_ms": self.heart.late_ms,
            "shown_ms": self.shown_ms,
            "first_paint_ms": [times[0] for times in painted],
            "paint_ms": [ms for times in painted for ms in times],
        }


def main(folder: Path, result: Path) -> int:
    """Open the library in the window, let the driver work, write what was found."""
    prepare_interpreter()
    app, window, preferences = _shell()
    _import_rest()
    loop = WindowLoop(app)
    asyncio.set_event_loop(loop)
    driver = Driver()
    with loop:
        loop.run_until_complete(_work(folder, window, preferences, driver))
    result.write_text(json.dumps(driver.found()), encoding="utf-8")
    return 0


async def _work(folder: Path, window: MainWindow, preferences: Preferences, driver: Driver) -> None:
    unlocked = await LibraryAccess(folder, use_keyring=False).unlock(PASSPHRASE)
    library = OpenLibrary(unlocked, None)
    services = await library.open()
    library.begin_jobs()
    session = WindowSession(window, services, preferences, unlocked=unlocked, access=None)
    try:
        await session.open()
        await driver(window, session)
    finally:
        await session.close()
        await library.close()
        window.let_go()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
