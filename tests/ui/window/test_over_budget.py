"""A run over a budget: the window asks first, and each of its answers does what it says."""

import asyncio

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit, QWidget

from mediadesk.app.headless import click
from mediadesk.domain.catalog import PriceUnit
from mediadesk.domain.generation import Generation, GenerationType
from mediadesk.domain.ids import ProviderId, ProviderName
from mediadesk.domain.ledger import EntryMark, LedgerQuery
from mediadesk.domain.money import format_usd
from mediadesk.domain.projects import CapPeriod, CapScope
from mediadesk.domain.queries import HistoryQuery
from mediadesk.ui.panes.create.pane import CreatePane
from tests.ui.window.conftest import OpenWindow, until

EACH = 40_000
LIMIT = 100_000


@pytest.mark.parametrize(
    ("choice", "count", "limit"),
    [("budget-once", 4, LIMIT), ("budget-raise", 4, 4 * EACH), ("budget-fewer", 2, LIMIT)],
)
async def test_the_window_asks_before_a_run_over_the_budget(
    opened: OpenWindow, choice: str, count: int, limit: int
) -> None:
    services = opened.session.services
    await services.models.prices.set(ProviderId("sample"), "sample-image", {PriceUnit.IMAGE: EACH})
    await services.money.set_cap(CapScope.OVERALL, CapPeriod.MONTH, LIMIT)
    composer = opened.part(CreatePane, "create-pane").composer_model
    composer.set_type(GenerationType.IMAGE)
    composer.choose_model(ProviderName("sample"), "sample-image")
    opened.part(QPlainTextEdit, "prompt").setPlainText("Four kilns")
    composer.set_count(4)
    await click(opened.part(QWidget, "generate"))
    await until(
        lambda: opened.window.findChild(QWidget, "budget-dialog") is not None, "the question"
    )
    assert not await services.history.first_page(HistoryQuery())

    await click(opened.part(QAbstractButton, choice))
    await click(opened.part(QAbstractButton, "budget-go"))
    await until(lambda: opened.status() == "Done", "the results")
    (made,) = [row.generation for row in await services.history.first_page(HistoryQuery())]
    assert made.result_count == count
    (use,) = await services.money.uses()
    assert (use.cap.limit_micro, use.spent_micro) == (limit, count * EACH)
    entries = (await services.ledger.page(LedgerQuery())).entries
    assert any(entry.mark is EntryMark.OVER_CAP for entry in entries) == (choice == "budget-once")


async def test_a_limit_for_one_run_offers_what_fits_in_it(opened: OpenWindow) -> None:
    services = opened.session.services
    await services.models.prices.set(ProviderId("sample"), "sample-image", {PriceUnit.IMAGE: EACH})
    await services.money.set_cap(CapScope.OVERALL, CapPeriod.JOB, LIMIT)
    composer = opened.part(CreatePane, "create-pane").composer_model
    composer.set_type(GenerationType.IMAGE)
    composer.choose_model(ProviderName("sample"), "sample-image")
    opened.part(QPlainTextEdit, "prompt").setPlainText("Four kilns")
    composer.set_count(4)
    await click(opened.part(QWidget, "generate"))
    await until(
        lambda: opened.window.findChild(QWidget, "budget-dialog") is not None, "the question"
    )
    labels = opened.part(QWidget, "budget-dialog").findChildren(QLabel)
    words = " ".join(label.text() for label in labels)
    assert "This run goes $0.06 over the budget" in words
    assert "One run may cost $0.10." in words
    fewer = opened.part(QAbstractButton, "budget-fewer")
    assert fewer.text() == "Make 2 results only"
    await click(fewer)
    await click(opened.part(QAbstractButton, "budget-go"))
    await until(lambda: opened.status() == "Done", "the results")
    (made,) = [row.generation for row in await services.history.first_page(HistoryQuery())]
    assert made.result_count == 2


async def test_a_setting_that_costs_less_is_offered_and_run(opened: OpenWindow) -> None:
    services = opened.session.services
    await services.models.prices.set(
        ProviderId("sample"), "sample-video", {PriceUnit.SECOND: 100_000}
    )
    composer = opened.part(CreatePane, "create-pane").composer_model
    composer.set_type(GenerationType.VIDEO)
    composer.choose_model(ProviderName("sample"), "sample-video")
    asked = opened.request(GenerationType.VIDEO, "A kiln")
    whole = (await services.generations.estimate(asked)).upper_micro
    assert whole is not None
    await services.money.set_cap(CapScope.OVERALL, CapPeriod.MONTH, whole - 1)
    opened.part(QPlainTextEdit, "prompt").setPlainText("A kiln")
    await click(opened.part(QWidget, "generate"))
    await until(
        lambda: opened.window.findChild(QWidget, "budget-dialog") is not None, "the question"
    )
    labels = opened.part(QWidget, "budget-dialog").findChildren(QLabel)
    words = [label.text() for label in labels]
    assert {"Spent", "Held"}.isdisjoint(words)
    assert {"This run", format_usd(whole)} <= set(words)
    cheaper = opened.part(QAbstractButton, "budget-cheaper")
    assert cheaper.text().startswith("Change Duration to 4 s")
    await click(cheaper)
    await click(opened.part(QAbstractButton, "budget-go"))

    async def found() -> Generation | None:
        rows = await services.history.first_page(HistoryQuery())
        return rows[0].generation if rows else None

    while (made := await found()) is None:  # noqa: ASYNC110 - it is read, not told
        await asyncio.sleep(0.05)
    assert made.parameters["duration"] == 4
    held = made.attempts[0].hold_micro
    assert held is not None
    assert 0 < held < whole
    assert format_usd(held) in cheaper.text()
    await services.generations.cancel(made.id)
    await services.generations.wait(made.id)
