"""The Compare page: prices first, results side by side, one failing cell, linked zoom, a winner."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from mediadesk.app.headless import click
from mediadesk.domain.comparisons import ModelSet
from mediadesk.domain.generation import GenerationStatus, GenerationType
from mediadesk.domain.ids import ProviderName
from mediadesk.domain.projects import CapPeriod, CapScope
from mediadesk.domain.queries import AssetQuery, HistoryQuery
from mediadesk.domain.routes import FallbackLink
from mediadesk.ui.panes.compare.cell import CellPane
from mediadesk.ui.panes.compare.pane import ComparePane
from mediadesk.ui.panes.create.pane import CreatePane
from tests.simulator import Simulator
from tests.ui.window.conftest import OpenWindow, until

OPENAI = ProviderName("openai")
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def simulator() -> Iterator[Simulator]:
    with Simulator() as running:
        yield running


def words_in(part: QWidget) -> str:
    labels = part.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if not label.isHidden())


def cells(opened: OpenWindow) -> list[CellPane]:
    board = opened.part(QWidget, "compare-board")
    panes = board.findChildren(CellPane)
    return sorted(panes, key=lambda pane: pane.objectName())


def picked(opened: OpenWindow) -> object:
    board = opened.part(ComparePane, "compare-pane").view_model.board
    return None if board is None else board.picked


async def begin(opened: OpenWindow, simulator: Simulator) -> None:
    """Choose two models of two vendors for one picture, by mouse and keys."""
    services = opened.session.services
    await services.accounts.add(OPENAI, key="sk-0123456789abcdef", base_url=simulator.base_url)
    composer = opened.part(CreatePane, "create-pane").composer_model
    composer.choose_model(ProviderName("sample"), "sample-image")
    opened.part(QPlainTextEdit, "prompt").setPlainText("A red cube")
    await click(opened.part(QWidget, "compare-models"))
    search = opened.part(QLineEdit, "compare-search")
    await until(search.isVisible, "the Compare page")
    QTest.keyClicks(search, "gpt-image-2")
    QTest.keyClick(search, Qt.Key.Key_Return)
    run = opened.part(QPushButton, "compare-run")
    await until(run.isEnabled, "the prices")
    assert run.text() == "Compare 2 models"


async def test_a_comparison_over_the_budget_asks_first(
    opened: OpenWindow, simulator: Simulator
) -> None:
    """It only said no, in a line."""
    await begin(opened, simulator)
    await opened.session.services.money.set_cap(CapScope.OVERALL, CapPeriod.MONTH, 1)
    await click(opened.part(QWidget, "compare-run"))
    await until(lambda: opened.part(QWidget, "budget-dialog").isVisible(), "the question")
    assert "These 2 runs go" in words_in(opened.part(QWidget, "budget-dialog"))
    assert not await opened.session.services.history.first_page(HistoryQuery())
    await click(opened.part(QPushButton, "budget-go"))
    await until(lambda: len(cells(opened)) == 2, "two panes")


async def test_prices_results_zoom_and_the_winner(opened: OpenWindow, simulator: Simulator) -> None:
    await begin(opened, simulator)
    setup = words_in(opened.part(QWidget, "compare-setup"))
    assert "Free" in setup
    assert "Total: $" in setup
    await click(opened.part(QWidget, "compare-run"))
    await until(lambda: len(cells(opened)) == 2, "two panes")
    await until(lambda: all(pane.viewer.has_image() for pane in cells(opened)), "both pictures")
    await until(lambda: "2 of 2 finished" in words_in(opened.window), "the total")
    first, second = cells(opened)

    where = QPointF(first.viewer.rect().center())
    turn = QWheelEvent(
        where,
        first.viewer.mapToGlobal(where),
        QPoint(),
        QPoint(0, 360),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    before = second.viewer.picture_rect().width()
    QApplication.sendEvent(first.viewer, turn)
    assert second.viewer.picture_rect().width() > before * 1.5

    opened.window.activateWindow()
    await until(opened.window.isActiveWindow, "the window in front")
    first.viewer.setFocus()
    QTest.keyClick(first.viewer, Qt.Key.Key_2)
    pane = opened.part(ComparePane, "compare-pane")
    await until(lambda: picked(opened) == second.cell.key, "the pick")
    await until(lambda: "Winner" in [b.text() for b in second.findChildren(QPushButton)], "word")
    board = pane.view_model.board
    assert board is not None
    assert board.comparison_id is not None
    kept = await opened.session.services.comparisons.get(board.comparison_id)
    assert kept.picked == second.cell.run.id
    winners = AssetQuery(tags=frozenset({"winner"}))
    await until(lambda: bool(pane.view_model.cells[1].asset.tags), "the tag")  # type: ignore[union-attr]
    found = await opened.session.services.assets.find(winners)
    assert [asset.generation_id for asset in found] == [second.cell.run.id]


async def test_a_failing_cell_leaves_the_other(opened: OpenWindow, simulator: Simulator) -> None:
    await begin(opened, simulator)
    simulator.plan("/images/generations", "wrong_key")
    await click(opened.part(QWidget, "compare-run"))
    await until(lambda: len(cells(opened)) == 2, "two panes")
    await until(lambda: "2 of 2 finished" in words_in(opened.window), "the end")
    good, bad = cells(opened)
    await until(good.viewer.isVisible, "the picture")
    assert bad.cell.run.status is GenerationStatus.FAILED
    assert "Failed" in words_in(bad)
    compare = opened.part(ComparePane, "compare-pane").view_model
    compare.pick_at(1)
    compare.rate(good.cell, 3)  # written after a pick would be
    await until(lambda: compare.cells[0].asset.rating == 3, "the stars")  # type: ignore[union-attr]
    assert compare.board is not None
    assert compare.board.picked is None, "what failed is no winner"
    rows = await opened.session.services.history.first_page(HistoryQuery())
    assert len(rows) == 2


async def test_hidden_names_come_back_with_the_pick(
    opened: OpenWindow, simulator: Simulator
) -> None:
    await begin(opened, simulator)
    await click(opened.part(QWidget, "compare-hide"))
    await click(opened.part(QWidget, "compare-run"))
    await until(lambda: len(cells(opened)) == 2, "two panes")
    await until(lambda: all(pane.viewer.has_image() for pane in cells(opened)), "both pictures")
    board = opened.part(QWidget, "compare-board")
    assert "Name hidden" in words_in(board)
    assert "$" not in words_in(board)
    await click(cells(opened)[0].findChildren(QPushButton, "compare-pick")[0])
    await until(lambda: "Name hidden" not in words_in(board), "the names")


async def test_the_set_used_last_is_chosen_at_once(
    opened: OpenWindow, simulator: Simulator
) -> None:
    """It took four clicks: the page, the menu, the set, the run."""
    services, kind = opened.session.services, GenerationType.IMAGE
    await services.accounts.add(OPENAI, key="sk-0123456789abcdef", base_url=simulator.base_url)
    sample = FallbackLink(ProviderName("sample"), "sample-image")
    for name, model in (("Older", "gpt-image-1"), ("Usual", "gpt-image-2")):
        chosen = (FallbackLink(OPENAI, model), sample)
        await services.comparisons.save_models(ModelSet(name, kind, chosen))
    opened.part(CreatePane, "create-pane").composer_model.choose_model(
        sample.provider, sample.model
    )
    opened.part(QPlainTextEdit, "prompt").setPlainText("A red cube")
    await click(opened.part(QWidget, "compare-models"))
    run = opened.part(QPushButton, "compare-run")
    await until(lambda: run.isEnabled() and run.text() == "Compare 2 models", "the set, priced")
    setup = opened.part(QWidget, "compare-setup")
    assert [b.objectName() for b in setup.findChildren(QPushButton) if "gpt" in b.objectName()] == [
        "compare-remove-openai/gpt-image-2"
    ]
    offered = opened.part(QPushButton, "compare-sets").menu().actions()
    next(action for action in offered if action.text() == "Older").trigger()
    await until(lambda: opened.part(QWidget, "compare-remove-openai/gpt-image-1").isVisible(), "it")
    await until(
        lambda: opened.part(QPushButton, "compare-sets").menu().actions()[0].text() == "Older",
        "the set used last in front",
    )
    await click(opened.part(QPushButton, "compare-remove-all"))
    await until(lambda: "No models chosen" in words_in(setup), "no models")
