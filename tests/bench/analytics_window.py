"""The real window, run by ``analytics``: its page over a long ledger is opened and worked.

``python -m tests.bench.analytics_window LIBRARY_FOLDER RESULT_FILE``.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractButton

from mediadesk.app.headless import find, until
from mediadesk.domain.projects import CapPeriod, CapScope
from mediadesk.ui.main_window import MainWindow
from mediadesk.ui.panes.analytics.pane import AnalyticsPane
from mediadesk.ui.widgets.bar_chart import BarChart
from mediadesk.ui.widgets.burn_down_chart import BurnDownChart
from mediadesk.ui.widgets.data_table import DataTable
from mediadesk.ui.window_session import WindowSession
from tests.bench.window_runs import Heartbeat, open_library

SETTLE_S = 3.0
IDLE_S = 6.0
LOOK_S = 1.5
"""As long as somebody looks before the next click."""
SPANS = ("year", "7", "30", "month") * 2
GROUPINGS = ("model", "project", "type", "provider")
BUDGET_MICRO = 10**11


class PaintClock(QObject):
    """Milliseconds that each painting of the charts took, from when they have figures to show."""

    def __init__(self, charts: dict[QObject, Callable[[], bool]]) -> None:
        super().__init__()
        self._charts = charts
        self.ms: list[list[float]] = [[] for _ in charts]
        for chart in charts:
            chart.installEventFilter(self)

    def eventFilter(self, chart: QObject, event: QEvent) -> bool:
        """Paint in place of Qt, between two looks at the clock."""
        if event.type() != QEvent.Type.Paint or not self._charts.get(chart, bool)():
            return False
        started = time.perf_counter()
        chart.event(event)
        number = list(self._charts).index(chart)
        self.ms[number].append((time.perf_counter() - started) * 1000)
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
            await self._watch_charts(window)
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

    async def _watch_charts(self, window: MainWindow) -> None:
        """Before any figure is there: the cards are made one after the other."""
        await until(lambda: window.findChild(BurnDownChart, "budget-chart") is not None, "charts")
        bars = find(window, BarChart, "spend-chart")
        budget = find(window, BurnDownChart, "budget-chart")
        self.clock = PaintClock(
            {bars: lambda: bool(bars.bars()), budget: lambda: budget.shown() is not None}
        )

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
        painted = self.clock.ms
        return {
            "late_ms": self.heart.late_ms,
            "shown_ms": self.shown_ms,
            "first_paint_ms": [times[0] for times in painted],
            "paint_ms": [ms for times in painted for ms in times],
        }


def main(folder: Path, result: Path) -> int:
    """Open the library in the window, let the driver work, write what was found."""
    driver = Driver()
    open_library(folder, driver)
    result.write_text(json.dumps(driver.found()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
