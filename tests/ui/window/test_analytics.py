"""The Analytics page: figures, charts as tables, what is behind them, and the ledger."""

import csv
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit, QListView, QWidget

from mediadesk.app.headless import click
from mediadesk.domain.catalog import PriceUnit
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId
from mediadesk.domain.projects import CapPeriod, CapScope
from mediadesk.domain.queries import HistoryQuery
from mediadesk.ui.panes.analytics.ledger_page import LedgerPage
from mediadesk.ui.panes.analytics.pane import AnalyticsPane
from mediadesk.ui.panes.analytics.parts import RowButton
from mediadesk.ui.widgets.bar_chart import BarChart
from mediadesk.ui.widgets.burn_down_chart import BurnDownChart
from mediadesk.ui.widgets.data_table import DataTable
from mediadesk.ui.widgets.project_picture import ProjectPicture
from mediadesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import OpenWindow, until

EACH = 40_000


def words_in(opened: OpenWindow, name: str) -> list[str]:
    labels = opened.part(QWidget, name).findChildren(QLabel)
    return [label.text() for label in labels if not label.isHidden()]


def toasts(opened: OpenWindow) -> list[str]:
    return [toast.text() for toast in opened.window.findChildren(Toast)]


async def with_spending(opened: OpenWindow) -> None:
    """Two pictures at four cents, one call that failed, and the page about them."""
    await opened.session.services.models.prices.set(
        ProviderId("sample"), "sample-image", {PriceUnit.IMAGE: EACH}
    )
    await opened.made(opened.request(GenerationType.IMAGE, "Two kilns", count=2))
    await opened.made(opened.request(GenerationType.IMAGE, "A forest", failure="blocked"))
    await click(opened.part(QWidget, "tab-analytics"))
    await until(lambda: "$0.08" in words_in(opened, "figure-spent"), "what was spent")


async def list_of(opened: OpenWindow) -> DataTable:
    """The list behind a figure, made when somebody asks for it."""
    await until(lambda: opened.window.findChild(DataTable, "analytics-table") is not None, "list")
    return opened.part(DataTable, "analytics-table")


async def test_figures_open_what_is_behind_them(opened: OpenWindow) -> None:
    await with_spending(opened)
    assert "2" in words_in(opened, "figure-results")
    assert "50.0%" in words_in(opened, "figure-rate")
    assert "$0.04" in words_in(opened, "figure-kept")
    assert "$0.08 estimated" in words_in(opened, "figure-spent")

    chart = opened.part(BarChart, "spend-chart")
    today = [bar for bar in chart.bars() if not bar.is_expected][-1]
    assert today.total == 2 * EACH
    assert "Sample" in today.spoken

    index = [bar.is_expected for bar in chart.bars()].count(False) - 1
    QTest.mouseMove(chart, chart.bar_rect(index).center().toPoint())
    tip = opened.part(QWidget, "bar-tip")
    await until(tip.isVisible, "the card beside the bar")
    assert "$0.08" in words_in(opened, "bar-tip")

    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.bar_rect(index).center().toPoint())
    table = await list_of(opened)
    await until(lambda: table.isVisible() and table.row_count() == 2, "the runs")
    prompts = {table.row_words(row)[2] for row in range(2)}
    assert prompts == {"Two kilns", "A forest"}
    assert {table.row_words(row)[-1] for row in range(2)} == {"$0.08, estimated", "$0.00"}
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    await until(lambda: opened.part(QWidget, "create-pane").isVisible(), "the run")


async def test_the_cost_of_a_kept_result_is_a_lower_bound_beside_unknown_costs(
    opened: OpenWindow,
) -> None:
    """It read like the whole cost, while one call was never settled."""
    await with_spending(opened)
    await opened.made(opened.request(GenerationType.IMAGE, "A lost one", failure="timeout"))
    await click(opened.part(QWidget, "tab-analytics"))
    await until(lambda: "at least $0.04" in words_in(opened, "figure-kept"), "the bound")
    assert "$0.08 estimated, 1 not known" in words_in(opened, "figure-spent")


async def test_what_failed_for_one_reason_is_told_and_opens_its_runs(opened: OpenWindow) -> None:
    for prompt in ("A forest", "A lake"):
        await opened.made(opened.request(GenerationType.IMAGE, prompt, failure="auth"))
    await opened.made(opened.request(GenerationType.IMAGE, "A mill", failure="blocked"))
    await click(opened.part(QWidget, "tab-analytics"))
    await until(lambda: opened.part(RowButton, "failure-note").isVisible(), "the note")
    note = opened.part(RowButton, "failure-note")
    words = "Sample (simulation): 2 calls failed for one reason: The key was refused."
    assert note.accessibleName() == words
    assert words in words_in(opened, "reliability-card")
    QTest.keyClick(note, Qt.Key.Key_Return)
    table = await list_of(opened)
    await until(lambda: table.isVisible() and table.row_count() == 3, "the provider's runs")


async def test_every_chart_has_a_table(opened: OpenWindow) -> None:
    await with_spending(opened)
    for card, last in (
        ("spend-card", ["$0.08", "2"]),
        ("models-card", ["$0.08", "$0.04"]),
        ("projects-card", ["none", ""]),
        ("reliability-card", None),
        ("budget-card", ["$0.08", "$0.08"]),
    ):
        await click(opened.part(QWidget, f"{card}-table"))
        table = await list_of(opened)
        await until(table.isVisible, card)
        assert table.row_count()
        words = table.row_words(table.row_count() - 1)
        if last is not None:
            assert words[-2:] == last
        await click(opened.part(QWidget, "analytics-back"))


async def test_the_course_of_a_budget_that_is_set_in_three_clicks(opened: OpenWindow) -> None:
    await with_spending(opened)
    assert opened.part(BurnDownChart, "budget-chart").isHidden()
    await click(opened.part(QWidget, "set-budget"))
    fields = opened.part(QWidget, "settings-pane")
    await until(
        lambda: fields.findChild(QLineEdit, "budget-overall-month") is not None, "the limits"
    )
    amount = opened.part(QLineEdit, "budget-overall-month")
    await click(amount)
    QTest.keyClicks(amount, "20")
    QTest.keyClick(amount, Qt.Key.Key_Return)
    await click(opened.part(QWidget, "tab-analytics"))
    chart = opened.part(BurnDownChart, "budget-chart")
    await until(chart.isVisible, "the course of the budget")
    shown = chart.shown()
    assert shown is not None
    assert (shown.limit, shown.left[-1]) == (20_000_000, 20_000_000 - 2 * EACH)


async def test_the_ledger_is_corrected_and_exported(opened: OpenWindow, tmp_path: Path) -> None:
    await with_spending(opened)
    await click(opened.part(QWidget, "show-ledger"))
    table = opened.part(DataTable, "ledger-table")
    await until(lambda: table.isVisible() and table.row_count() > 0, "the ledger")
    rows = [table.row_words(row) for row in range(table.row_count())]
    charged = next(number for number, row in enumerate(rows) if row[3] == "$0.08")
    table.selectRow(charged)
    await click(opened.part(QWidget, "ledger-correct"))
    amount = opened.part(QLineEdit, "ledger-amount")
    QTest.keyClicks(amount, "lots")
    await click(opened.part(QWidget, "amount-save"))
    await until(lambda: "not an amount" in " ".join(words_in(opened, "amount-dialog")), "why")
    amount.clear()
    QTest.keyClicks(amount, "0.05")
    await click(opened.part(QWidget, "amount-save"))
    await until(lambda: table.row_count() == len(rows) + 1, "the correction")
    assert table.row_words(0)[2:4] == ["Correction", "-$0.03"]

    path = tmp_path / "ledger.csv"
    pane = opened.part(AnalyticsPane, "analytics-pane")
    pane.ledger_model.export(path)
    await until(lambda: path.exists() and "-0.030000" in path.read_text(), "the file")


async def test_the_page_is_found_by_key_and_in_the_sidebar(opened: OpenWindow) -> None:
    def is_shown() -> bool:
        page = opened.window.findChild(QWidget, "analytics-pane")
        return page is not None and page.isVisible()

    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(opened.window.focusWidget() or opened.window, Qt.Key.Key_3, control)
    await until(is_shown, "the page by its key")
    QTest.keyClick(opened.window.focusWidget() or opened.window, Qt.Key.Key_1, control)
    await until(lambda: not is_shown(), "the Create page")
    await click(opened.part(QWidget, "nav-analytics"))
    await until(is_shown, "the page by its row")


async def test_a_usage_file_is_set_beside_the_ledger(opened: OpenWindow, tmp_path: Path) -> None:
    await with_spending(opened)
    await click(opened.part(QWidget, "show-ledger"))
    table = opened.part(DataTable, "ledger-table")
    await until(lambda: table.row_count() > 0, "the ledger")
    before = table.row_count()
    rows = await opened.session.services.history.first_page(HistoryQuery())
    run = next(row.generation for row in rows if row.generation.charged_micro)
    file = tmp_path / "usage.csv"
    at = run.created_at.isoformat()
    file.write_text(f"created,model,cost\n{at},{run.model},soon\n", encoding="utf-8")
    opened.part(LedgerPage, "ledger-page").compare_with(file)
    await until(lambda: opened.window.findChild(QWidget, "import-dialog") is not None, "it")
    box = opened.part(QComboBox, "import-provider")
    box.setCurrentIndex(box.findData("sample"))
    mapped = [opened.part(QComboBox, f"import-{of}").currentData() for of in ("amount", "time")]
    assert mapped == ["cost", "created"]
    await click(opened.part(QWidget, "import-compare"))
    await until(lambda: "is not an amount" in " ".join(words_in(opened, "import-dialog")), "why")

    file.write_text(f"created,model,cost\n{at},{run.model},0.07\n", encoding="utf-8")
    await click(opened.part(QWidget, "import-compare"))
    enter = opened.part(QWidget, "import-enter")
    await until(enter.isEnabled, "what differs")
    assert "0 agree, 1 differ" in " ".join(words_in(opened, "import-dialog"))
    told = opened.part(DataTable, "import-table")
    assert told.row_words(0)[0:2] == ["Differs", "2"]
    await click(enter)
    await until(lambda: table.row_count() == before + 1, "the correction")
    assert table.row_words(0)[2:4] == ["Correction", "-$0.01"]


async def test_sums_of_days_are_set_beside_the_ledger(opened: OpenWindow, tmp_path: Path) -> None:
    await with_spending(opened)
    await click(opened.part(QWidget, "show-ledger"))
    page = opened.part(LedgerPage, "ledger-page")
    page.compare_with(tmp_path)
    # a file that cannot be read went by without a word
    await until(lambda: any("cannot be read" in words for words in toasts(opened)), "why")
    file = tmp_path / "days.csv"
    today = await opened.session.services.stats.today()
    file.write_text(f"day,model,cost\n{today},unheard-of,0.5\n", encoding="utf-8")
    page.compare_with(file)
    await until(lambda: opened.window.findChild(QWidget, "import-dialog") is not None, "it")
    for name, value in (("provider", "sample"), ("rows", "days")):
        box = opened.part(QComboBox, f"import-{name}")
        box.setCurrentIndex(box.findData(value))
    assert not opened.part(QComboBox, "import-id").isEnabled()
    assert not opened.part(QWidget, "import-enter").isVisible()
    await click(opened.part(QWidget, "import-compare"))
    table = opened.part(DataTable, "import-table")
    await until(lambda: table.row_count() > 0, "the sums")
    assert table.row_words(0)[0] == "File only"
    assert table.row_words(0)[2:] == ["unheard-of", "$0.50", ""]
    # a closed dialog stayed behind and answered in the next one's place
    await click(opened.part(QWidget, "import-cancel"))
    await until(lambda: opened.window.findChild(QWidget, "import-dialog") is None, "its end")


async def test_the_models_used_most_by_cost_or_by_results(opened: OpenWindow) -> None:
    await with_spending(opened)
    for _ in range(3):
        await opened.made(opened.request(GenerationType.TEXT, "A note"))
    await click(opened.part(QWidget, "tab-analytics"))
    card = opened.part(QWidget, "models-card")

    def first() -> str:
        rows = [row for row in card.findChildren(RowButton) if row.isVisible()]
        return min(rows, key=lambda row: row.y()).accessibleName() if rows else ""

    await until(lambda: "2 images" in first(), "the dearest")
    box = opened.part(QComboBox, "models-by")
    box.setCurrentIndex(1)
    box.activated.emit(1)
    await until(lambda: "3 texts" in first(), "the one with most results")
    assert "sample-text" not in first()


async def test_a_monthly_budget_of_a_project_is_told_wherever_the_project_is(
    opened: OpenWindow,
) -> None:
    """The sidebar said “No budget”, and the card “no budget”, where it was a monthly one."""
    await with_spending(opened)
    project = opened.session.workspace.project
    services = opened.session.services
    for period, limit in ((CapPeriod.TOTAL, 10_000_000), (CapPeriod.MONTH, 100_000)):
        await services.money.set_cap(CapScope.PROJECT, period, limit, project_id=project.id)
    told = await services.projects.get(project.id)
    assert told.budget is not None
    assert (told.budget.cap.period, told.budget.spent_micro) == (CapPeriod.MONTH, 2 * EACH)
    view = opened.part(QListView, "projects")

    def words() -> str:
        return str(view.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole))

    await until(lambda: "$0.08 of $0.10 this month" in words(), "the row of the sidebar")
    assert "$0.02 left" in words()
    card = opened.part(QWidget, "projects-card")
    await until(
        lambda: any(
            "of $0.10 a month" in row.accessibleName() for row in card.findChildren(RowButton)
        ),
        "the row of the card",
    )


async def test_what_is_too_much_for_the_legend_is_listed(opened: OpenWindow) -> None:
    """“2 more” stood in the legend and opened nothing."""
    await opened.session.services.models.prices.set(
        ProviderId("sample"), "sample-image", {PriceUnit.IMAGE: EACH}
    )
    generations = opened.session.services.generations
    for number in range(8):
        project = await opened.session.services.projects.create(f"Project {number}")
        request = opened.request(GenerationType.IMAGE, f"Kiln {number}")
        made = await generations.submit(replace(request, project_id=project.id))
        await generations.wait(made)
    await click(opened.part(QWidget, "tab-analytics"))
    await until(lambda: opened.part(QWidget, "spend-by-project").isVisible(), "the parts")
    await click(opened.part(QWidget, "spend-by-project"))
    await until(lambda: "2 more" in words_in(opened, "spend-legend"), "the rest")
    await click(opened.part(QWidget, "legend-more"))
    table = opened.part(DataTable, "analytics-table")
    await until(lambda: table.isVisible() and table.row_count() == 2, "what that stands for")
    assert table.row_words(0)[1:] == ["1", "$0.04"]
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    await until(lambda: table.row_count() == 1, "its run")
    assert table.row_words(0)[2].startswith("Kiln ")


async def test_the_range_is_exported_as_it_was_entered(opened: OpenWindow, tmp_path: Path) -> None:
    await with_spending(opened)
    await click(opened.part(QWidget, "analytics-export"))
    dialogs = opened.window.findChildren(QFileDialog)
    path = tmp_path / "november.csv"
    dialogs[0].fileSelected.emit(str(path))
    dialogs[0].reject()
    await until(lambda: path.exists() and "charge" in path.read_text(), "the file")
    kinds = [row["kind"] for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())]
    assert set(kinds) == {"hold", "release", "charge"}


async def test_lists_keep_the_row_that_has_the_focus(opened: OpenWindow) -> None:
    """While jobs ran, the rows were made anew each second, and keys lost their place."""
    await with_spending(opened)
    card = opened.part(QWidget, "models-card")
    await until(lambda: bool(card.findChildren(RowButton)), "the models")
    row = opened.part(RowButton, "model-sample-image")
    row.setFocus()
    pane = opened.part(AnalyticsPane, "analytics-pane")
    shown = QSignalSpy(pane.shown)
    pane.view_model.load()
    await until(lambda: shown.count() > 0, "the figures once more")
    assert opened.window.focusWidget() is row
    made = await opened.made(opened.request(GenerationType.IMAGE, "One more"))
    await opened.session.services.projects.edit(
        made.project_id, thumbnail_asset_id=made.assets[0].id
    )
    await click(opened.part(QWidget, "tab-analytics"))
    await until(lambda: "$0.12" in words_in(opened, "models-card"), "the new sum")
    await until(lambda: picture_of(opened).has_picture, "the picture of the project")


def picture_of(opened: OpenWindow) -> ProjectPicture:
    found = opened.part(QWidget, "projects-card").findChild(ProjectPicture)
    assert found is not None
    return found
