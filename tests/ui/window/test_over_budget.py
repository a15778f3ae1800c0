"""A run over a budget: the window asks first, and each of its answers does what it says."""

import asyncio

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from mediadesk.app.headless import click
from mediadesk.domain.catalog import PriceUnit
from mediadesk.domain.generation import Generation, GenerationType
from mediadesk.domain.ids import ProviderId, ProviderName
from mediadesk.domain.ledger import EntryKind, EntryMark, LedgerQuery
from mediadesk.domain.money import format_usd
from mediadesk.domain.projects import CapPeriod, CapScope
from mediadesk.domain.queries import HistoryQuery
from mediadesk.ui.panes.create.pane import CreatePane
from mediadesk.ui.widgets.parameter_controls import ParameterControls
from mediadesk.ui.widgets.toast import Toast
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
    offer = cheaper.text()
    await click(cheaper)
    await click(opened.part(QAbstractButton, "budget-go"))

    async def found() -> Generation | None:
        rows = await services.history.first_page(HistoryQuery())
        return rows[0].generation if rows else None

    while (made := await found()) is None:  # noqa: ASYNC110
        await asyncio.sleep(0.05)
    assert made.parameters["duration"] == 4
    assert composer.values["duration"] == 4, "the form shows what was sent"
    form = opened.part(QWidget, "composer").findChild(ParameterControls)
    assert isinstance(form, ParameterControls)
    assert form.values()["duration"] == 4
    held = made.attempts[0].hold_micro
    assert held is not None
    assert 0 < held < whole
    assert format_usd(held) in offer
    await services.generations.cancel(made.id)
    await services.generations.wait(made.id)


async def asks(opened: OpenWindow) -> str:
    """What the question says."""
    await until(lambda: opened.part(QWidget, "budget-dialog").isVisible(), "the question")
    labels = opened.part(QWidget, "budget-dialog").findChildren(QLabel)
    return " ".join(label.text() for label in labels if not label.isHidden())


async def answer(opened: OpenWindow, choice: str) -> None:
    await click(opened.part(QAbstractButton, choice))
    await click(opened.part(QAbstractButton, "budget-go"))
    await until(lambda: opened.window.findChild(QWidget, "budget-dialog") is None, "the answer")


async def marks(opened: OpenWindow) -> list[EntryMark | None]:
    query = LedgerQuery(kinds=frozenset({EntryKind.HOLD}))
    return [entry.mark for entry in (await opened.session.services.ledger.page(query)).entries]


async def test_a_batch_over_the_budget_asks_as_a_single_run_does(opened: OpenWindow) -> None:
    """It only said no, in a line."""
    services = opened.session.services
    await services.models.prices.set(ProviderId("sample"), "sample-image", {PriceUnit.IMAGE: EACH})
    await services.money.set_cap(CapScope.OVERALL, CapPeriod.MONTH, LIMIT)
    composer = opened.part(CreatePane, "create-pane").composer_model
    composer.set_type(GenerationType.IMAGE)
    composer.choose_model(ProviderName("sample"), "sample-image")
    opened.part(QPlainTextEdit, "prompt").setPlainText("A hut")
    await click(opened.part(QWidget, "batch-runs"))
    opened.part(QPlainTextEdit, "batch-prompts").setPlainText("A hut\nA mill\nA barn")
    queue = opened.part(QAbstractButton, "batch-queue")
    await until(lambda: queue.text() == "Queue 3 runs" and queue.isEnabled(), "the price")
    await click(queue)
    words = await asks(opened)
    assert "These 3 runs go $0.02 over the budget" in words
    assert "$0.10 of $0.10 is left. Together these 3 runs may cost $0.12." in words
    await click(opened.part(QAbstractButton, "budget-cancel"))
    await until(lambda: opened.window.findChild(QWidget, "budget-dialog") is None, "the end")
    problem = opened.part(QWidget, "batch-dialog")
    await until(lambda: "refused these 3 runs" in said_in(problem), "why nothing was queued")
    assert not await services.history.first_page(HistoryQuery())
    await click(queue)
    await asks(opened)
    await answer(opened, "budget-once")
    await until(lambda: opened.window.findChild(Toast) is not None, "the name of the batch")
    rows = await services.history.first_page(HistoryQuery())
    assert {row.generation.prompt for row in rows} == {"A hut", "A mill", "A barn"}
    assert sorted(map(str, await marks(opened))) == ["None", "None", "over_cap"]


async def test_a_batch_can_be_run_with_a_setting_that_costs_less(opened: OpenWindow) -> None:
    services = opened.session.services
    sample = ProviderId("sample")
    await services.models.prices.set(sample, "sample-video", {PriceUnit.SECOND: 100_000})
    composer = opened.part(CreatePane, "create-pane").composer_model
    composer.set_type(GenerationType.VIDEO)
    composer.choose_model(ProviderName("sample"), "sample-video")
    await services.money.set_cap(CapScope.OVERALL, CapPeriod.MONTH, 2 * 4 * 100_000)
    opened.part(QPlainTextEdit, "prompt").setPlainText("A kiln")
    await click(opened.part(QWidget, "batch-runs"))
    opened.part(QPlainTextEdit, "batch-prompts").setPlainText("A kiln\nA wheel")
    queue = opened.part(QAbstractButton, "batch-queue")
    await until(lambda: queue.text() == "Queue 2 runs" and queue.isEnabled(), "the price")
    await click(queue)
    await asks(opened)
    cheaper = opened.part(QAbstractButton, "budget-cheaper")
    assert cheaper.text() == "Change Duration to 4 s, for $0.80"
    await answer(opened, "budget-cheaper")
    await until(lambda: opened.window.findChild(Toast) is not None, "the name of the batch")
    runs = [row.generation for row in await services.history.first_page(HistoryQuery())]
    assert [run.parameters["duration"] for run in runs] == [4, 4]
    assert composer.values["duration"] == 4
    assert await marks(opened) == [None, None]
    for run in runs:
        await services.generations.cancel(run.id)
        await services.generations.wait(run.id)


@pytest.mark.qt_log_ignore("This plugin does not support", "PulseAudio")
async def test_a_script_in_parts_over_the_budget_asks_too(opened: OpenWindow) -> None:
    services = opened.session.services
    sample = ProviderId("sample")
    await services.models.prices.set(sample, "sample-voice", {PriceUnit.CHARACTER: 10_000_000})
    await services.money.set_cap(CapScope.OVERALL, CapPeriod.MONTH, 10_000)
    composer = opened.part(CreatePane, "create-pane").composer_model
    composer.set_type(GenerationType.AUDIO)
    composer.choose_model(ProviderName("sample"), "sample-voice")
    opened.part(QPlainTextEdit, "prompt").setPlainText("The harbour is quiet now. " * 160)
    await click(opened.part(QWidget, "generate"))
    assert "These 2 runs go" in await asks(opened)
    await answer(opened, "budget-once")
    while len(await marks(opened)) < 2:  # noqa: ASYNC110
        await asyncio.sleep(0.05)
    assert EntryMark.OVER_CAP in await marks(opened)


async def test_what_is_made_again_over_the_budget_asks_too(opened: OpenWindow) -> None:
    services = opened.session.services
    await services.models.prices.set(ProviderId("sample"), "sample-image", {PriceUnit.IMAGE: EACH})
    made = await opened.made(opened.request(GenerationType.IMAGE, "A kiln", failure="credit"))
    await services.money.set_cap(CapScope.OVERALL, CapPeriod.MONTH, EACH - 1)
    await until(lambda: opened.part(QAbstractButton, "failed-retry").isVisible(), "the failed card")
    await click(opened.part(QAbstractButton, "failed-retry"))
    words = await asks(opened)
    assert "This run goes" in words
    assert opened.part(QAbstractButton, "budget-cheaper").isHidden()
    field = opened.part(QLineEdit, "budget-amount")
    await click(opened.part(QAbstractButton, "budget-raise"))
    field.setText("a lot")
    await click(opened.part(QAbstractButton, "budget-go"))
    await until(lambda: "not an amount" in said_in(opened.part(QWidget, "budget-dialog")), "why")
    field.setText("0.08")
    await click(opened.part(QAbstractButton, "budget-go"))
    await until(lambda: opened.window.findChild(QWidget, "budget-dialog") is None, "the answer")
    while len(rows := await services.history.first_page(HistoryQuery())) < 2:  # noqa: ASYNC110
        await asyncio.sleep(0.05)
    assert {row.generation.prompt for row in rows} == {"A kiln"}
    assert made.id in {row.generation.id for row in rows}
    (use,) = await services.money.uses()
    assert use.cap.limit_micro == 80_000


def said_in(part: QWidget) -> str:
    labels = part.findChildren(QLabel)
    return " ".join(label.text() for label in labels if not label.isHidden())
