"""The pages about money over the studio's history: figures, ledger, budgets, a run over one."""

from __future__ import annotations

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton, QWidget

from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderName
from mediadesk.ui.panes.analytics.ledger_page import LedgerPage
from mediadesk.ui.panes.create.pane import CreatePane
from mediadesk.ui.widgets.bar_chart import BarChart
from mediadesk.ui.widgets.data_table import DataTable
from mediadesk.ui.window_session import WindowSession
from tests.shots.answers import SLOW
from tests.shots.camera import BOTH, Camera
from tests.shots.studio import FILM, NORDLYS, TRAILER, Studio

POINTED_DAY = 17
_USAGE = """day,model,cost
2026-11-18,claude-opus-5-5,0.31
2026-11-19,claude-opus-5-5,0.0512
2026-11-20,claude-opus-5-5-20260922,0.11
"""


async def photograph_money(camera: Camera, session: WindowSession, studio: Studio) -> None:
    """Two jobs run meanwhile, so that something is held."""
    generations = session.services.generations
    held = [
        await studio.begin(SLOW, TRAILER, "A kiln door, opening slowly", project=NORDLYS)
        for _ in range(2)
    ]
    await _analytics(camera, session)
    await _ledger(camera)
    await _over_budget(camera, session, studio)
    for generation_id in held:
        await generations.cancel(generation_id)
        await generations.wait(generation_id)


async def _analytics(camera: Camera, session: WindowSession) -> None:
    session.show_page("analytics")
    chart = await camera.sees_a(BarChart, "spend-chart")
    await camera.until(lambda: len(chart.bars()) > POINTED_DAY, "the figures")
    await asyncio.sleep(0.8)
    await camera.take("05-analytics", sizes=BOTH)
    chart.setFocus()
    chart.pointed.emit(POINTED_DAY)
    await camera.take("analytics-day")
    chart.pointed.emit(-1)
    await camera.click("analytics-span-year")
    await asyncio.sleep(0.8)
    await camera.take("analytics-year")
    await camera.click("analytics-span-month")
    await asyncio.sleep(0.8)


async def _ledger(camera: Camera) -> None:
    await camera.click("show-ledger")
    table = await camera.sees_a(DataTable, "ledger-table")
    await camera.until(lambda: table.row_count() > 0, "the ledger")
    await camera.take("ledger", sizes=BOTH)
    with TemporaryDirectory(prefix="mediadesk-shots-") as folder:
        file = Path(folder) / "usage.csv"
        file.write_text(_USAGE, encoding="utf-8")
        camera.part(LedgerPage, "ledger-page").compare_with(file)
        await camera.sees("import-dialog")
        for name, value in (("provider", "anthropic"), ("rows", "days")):
            box = camera.part(QComboBox, f"import-{name}")
            box.setCurrentIndex(box.findData(value))
        await camera.click("import-compare")
        told = await camera.sees_a(DataTable, "import-table")
        await camera.until(lambda: told.row_count() > 0, "the sums")
        await camera.take("ledger-import")
        await camera.click("import-cancel")
    await camera.goes("import-dialog")
    await camera.click("ledger-back")


async def _over_budget(camera: Camera, session: WindowSession, studio: Studio) -> None:
    session.show_page("create")
    session.workspace.choose_project(studio.project(FILM.project))
    composer = camera.part(CreatePane, "create-pane").composer_model
    composer.set_type(GenerationType.VIDEO)
    composer.choose_model(ProviderName(FILM.provider), FILM.model)
    prompt = camera.part(QPlainTextEdit, "prompt")
    prompt.setPlainText("A lighthouse at night, heavy sea, slow push in, shot 6")
    composer.set_count(4)
    await asyncio.sleep(0.8)
    await camera.take("create-over-budget", sizes=BOTH)
    prompt.setFocus()
    QTest.keyClick(prompt, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await camera.sees("budget-dialog")
    await camera.take("09-budget-exceeded", sizes=BOTH)
    await camera.click("budget-cancel")
    await camera.goes("budget-dialog")
    assert camera.part(QWidget, "generate").isVisible()
    await camera.click("batch-runs")
    prompts = camera.part(QPlainTextEdit, "batch-prompts")
    prompts.setPlainText("A lighthouse at dusk\nThe harbour at dawn\nA boat in heavy sea")
    queue = camera.part(QPushButton, "batch-queue")
    await camera.until(lambda: queue.text() == "Queue 3 runs" and queue.isEnabled(), "the prices")
    await camera.click("batch-queue")
    await camera.sees("budget-dialog")
    await camera.take("batch-over-budget", sizes=BOTH)
    await camera.click("budget-cancel")
    await camera.goes("budget-dialog")
    await camera.click("batch-cancel")
    await camera.goes("batch-dialog")
