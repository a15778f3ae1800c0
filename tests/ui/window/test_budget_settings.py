"""Settings of money: limits of providers and runs, how money is counted, own prices, notices."""

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from mediadesk.app.headless import click
from mediadesk.domain.catalog import PriceUnit
from mediadesk.domain.errors import CapRefusedError
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId, ProviderName
from mediadesk.domain.projects import CapPeriod, CapScope
from mediadesk.domain.queries import HistoryQuery
from mediadesk.ui.over_budget import Question, Wish
from mediadesk.ui.panes.settings.budgets_page import BudgetsPage
from mediadesk.ui.widgets.budget_bar import BudgetBar
from mediadesk.ui.widgets.project_picture import ProjectPicture
from mediadesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import OpenWindow, until

SAMPLE_IMAGE = (ProviderId("sample"), "sample-image")


def said(opened: OpenWindow) -> str:
    """All words of the page."""
    labels = page(opened).findChildren(QLabel)
    return "\n".join(label.text() for label in labels if not label.isHidden())


def page(opened: OpenWindow) -> BudgetsPage:
    (found,) = opened.window.findChildren(BudgetsPage)
    assert isinstance(found, BudgetsPage)
    return found


def page_is_there(opened: OpenWindow) -> bool:
    return opened.window.findChild(QLineEdit, "budget-overall-month") is not None


async def enter(opened: OpenWindow, name: str, text: str) -> None:
    """Type over what a field has, and press Enter."""
    field = opened.part(QLineEdit, name)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def was_told(opened: OpenWindow, *parts: str) -> bool:
    told = [toast.text() for toast in opened.window.findChildren(Toast)]
    return any(all(part in text for part in parts) for text in told)


async def budgets(opened: OpenWindow) -> None:
    opened.session.show_page("settings", "settings/budgets")
    await until(lambda: page_is_there(opened), "the limits")


async def test_a_limit_of_a_provider_shows_its_use(opened: OpenWindow) -> None:
    services = opened.session.services
    await services.accounts.add(ProviderName("openai"), key="sk-0123456789abcdef")
    await budgets(opened)
    await until(
        lambda: opened.window.findChild(QLineEdit, "budget-provider-openai") is not None, "the row"
    )
    await enter(opened, "budget-provider-openai", "a lot")
    await until(lambda: "not an amount" in said(opened), "why")
    await enter(opened, "budget-provider-openai", "20")
    await until(lambda: "$0.00 spent, $20.00 free" in said(opened), "its use")
    (use,) = await services.money.uses()
    cap = use.cap
    assert (cap.scope, cap.provider, cap.period) == (CapScope.PROVIDER, "openai", CapPeriod.MONTH)
    await enter(opened, "budget-provider-openai", " ")
    await until(lambda: "$20.00 free" not in said(opened), "no limit")
    assert not await services.money.uses()


async def test_a_project_has_its_picture_beside_its_budget(opened: OpenWindow) -> None:
    services, project = opened.session.services, opened.session.workspace.project
    made = await opened.made(opened.request(GenerationType.IMAGE, "Kilns"))
    await services.projects.edit(project.id, thumbnail_asset_id=made.assets[0].id)
    await budgets(opened)

    def is_shown() -> bool:
        pictures = page(opened).findChildren(ProjectPicture)
        return [one.has_picture for one in pictures] == [True]

    await until(is_shown, "the picture")


async def test_a_run_that_may_cost_much_asks_or_is_never_sent(opened: OpenWindow) -> None:
    services = opened.session.services
    await services.models.prices.set(*SAMPLE_IMAGE, {PriceUnit.IMAGE: 40_000})
    await budgets(opened)
    await enter(opened, "budget-overall-job", "much")
    await until(lambda: "not an amount" in said(opened), "why")
    await enter(opened, "budget-overall-job", "0.10")
    field = opened.part(QLineEdit, "budget-overall-job")
    await until(lambda: field.text() == "$0.10", "the limit")
    assert field.property("state") is None, "a limit that was set is not marked wrong"
    (use,) = await services.money.uses()
    assert (use.cap.scope, use.cap.period) == (CapScope.OVERALL, CapPeriod.JOB)
    request = opened.request(GenerationType.IMAGE, "Kilns", count=3)
    gate = opened.session.workspace.budgets
    asked: list[Question] = []
    gate.asked.connect(asked.append)

    async def ask() -> None:
        await gate.send(Wish(lambda once: services.generations.submit(request, over_cap_once=once)))

    for choice, may_pass in ((0, True), (1, False)):
        box = opened.part(QComboBox, "budget-going-over")
        box.setCurrentIndex(choice)
        box.activated.emit(choice)
        wanted = services.settings
        await until(lambda: wanted.get("money.never_over") is not may_pass, "the choice")  # noqa: B023
        run = asyncio.ensure_future(ask())
        await until(lambda: opened.window.findChild(QWidget, "budget-dialog") is not None, "why")
        assert opened.part(QAbstractButton, "budget-once").isHidden() is not may_pass
        assert asked[-1].over.may_pass is may_pass
        await click(opened.part(QAbstractButton, "budget-cancel"))
        with pytest.raises(CapRefusedError):
            await run
        gone = opened.window.findChild
        await until(lambda: gone(QWidget, "budget-dialog") is None, "no question")  # noqa: B023
    with pytest.raises(CapRefusedError):
        await services.generations.submit(request, over_cap_once=True)
    assert not await services.history.first_page(HistoryQuery())


async def test_how_money_is_counted(opened: OpenWindow) -> None:
    settings = opened.session.services.settings
    await budgets(opened)
    await enter(opened, "budget-time-zone", "Europe/Atlantis")
    await until(lambda: "no time zone “Europe/Atlantis”" in said(opened), "why")
    assert settings.get("money.time_zone") == ""
    await enter(opened, "budget-time-zone", "Asia/Tokyo")
    await until(lambda: settings.get("money.time_zone") == "Asia/Tokyo", "the zone")
    await enter(opened, "budget-price-days", "soon")
    await until(lambda: "“soon” is not a number of days" in said(opened), "why")
    assert settings.get("prices.notice_after_days") == "30"
    await enter(opened, "budget-price-days", "7")
    await until(lambda: settings.get("prices.notice_after_days") == "7", "the days")


async def test_an_own_price_counts_until_it_is_removed(opened: OpenWindow) -> None:
    services = opened.session.services
    await budgets(opened)
    provider = opened.part(QComboBox, "price-provider")
    names = [provider.itemData(row).name for row in range(provider.count())]
    provider.setCurrentIndex(names.index("sample"))
    models = opened.part(QComboBox, "price-model")
    ids = [models.itemData(row).id for row in range(models.count())]
    models.setCurrentIndex(ids.index("sample-image"))
    (unit,) = opened.part(QWidget, "own-prices").findChildren(QLineEdit)

    await click(opened.part(QWidget, "price-save"))
    await until(lambda: "No price was typed" in said(opened), "why")
    QTest.keyClicks(unit, "0.05")
    await click(opened.part(QWidget, "price-save"))
    await until(lambda: "$0.05 per result" in said(opened), "the price")
    estimate = await services.generations.estimate(opened.request(GenerationType.IMAGE, count=3))
    assert estimate.upper_micro == 150_000

    opened.part(QAbstractButton, "price-remove").click()  # it is gone at once
    await until(lambda: "$0.05 per result" not in said(opened), "the listed price")
    estimate = await services.generations.estimate(opened.request(GenerationType.IMAGE, count=3))
    assert estimate.upper_micro == 0


@pytest.mark.parametrize(("count", "is_told"), [(1, False), (2, True)])
async def test_four_fifths_of_a_budget_are_told(
    opened: OpenWindow, count: int, is_told: bool
) -> None:
    services = opened.session.services
    await services.models.prices.set(*SAMPLE_IMAGE, {PriceUnit.IMAGE: 40_000})
    await services.money.set_cap(CapScope.OVERALL, CapPeriod.MONTH, 100_000)
    made = await services.generations.submit(
        opened.request(GenerationType.IMAGE, "Kilns", count=count)
    )
    if is_told:  # at once: the toast is gone again by the time that a busy machine has made them
        await until(lambda: was_told(opened, "80 % of the", "$0.10"), "the notice")
    await services.generations.wait(made)
    assert is_told or not was_told(opened, "80 % of the")


async def test_each_budget_warns_where_it_is_told_to(opened: OpenWindow) -> None:
    services = opened.session.services
    await services.models.prices.set(*SAMPLE_IMAGE, {PriceUnit.IMAGE: 40_000})
    await services.money.set_cap(CapScope.OVERALL, CapPeriod.MONTH, 100_000)
    await budgets(opened)
    await until(lambda: "Warn at 80%, $0.08" in said(opened), "the usual share")
    box = opened.part(QComboBox, "budget-overall-month-warn")
    box.setCurrentIndex(box.findData(50))
    box.activated.emit(box.currentIndex())
    await until(lambda: "Warn at 50%, $0.05" in said(opened), "the chosen one")
    await opened.made(opened.request(GenerationType.IMAGE, "Kilns"))
    assert not was_told(opened, "% of the")
    await services.generations.submit(opened.request(GenerationType.IMAGE, "A kiln"))
    await until(lambda: was_told(opened, "50 % of the"), "the notice")
    await budgets(opened)
    await until(lambda: "spent in " in said(opened) and "Forecast " in said(opened), "the month")


async def test_the_estimate_follows_what_is_typed(opened: OpenWindow) -> None:
    """Spent solid, held hatched, this run in the accent colour; what is left stands beside it."""
    services = opened.session.services
    await services.models.prices.set(*SAMPLE_IMAGE, {PriceUnit.IMAGE: 40_000})
    await services.money.set_cap(CapScope.OVERALL, CapPeriod.MONTH, 1_000_000)
    await opened.made(opened.request(GenerationType.IMAGE, "Kilns", count=2))
    held = await services.generations.submit(
        opened.request(GenerationType.IMAGE, "Later", count=3, delay_s=60)
    )
    composer = opened.part(QWidget, "create-pane").composer_model  # type: ignore[attr-defined]
    composer.set_type(GenerationType.IMAGE)
    composer.choose_model(ProviderName("sample"), "sample-image")
    composer.set_count(4)
    bar = opened.part(BudgetBar, "estimate-bar")
    await until(lambda: bar.shares().this_run == 160_000, "the estimate")
    shares = bar.shares()
    assert (shares.spent, shares.held, shares.limit) == (80_000, 120_000, 1_000_000)
    box = bar.parentWidget()
    assert box is not None
    labels = box.findChildren(QLabel)
    shown = {label.text() for label in labels if not label.isHidden()}
    assert {"$0.16", "$0.80 of $1 free", "$0.64 after this run"} <= shown
    await services.generations.cancel(held)


async def test_the_page_fits_into_a_narrow_window(opened: OpenWindow) -> None:
    """Its columns were wider than the page, so that the switches were out of sight."""
    services = opened.session.services
    await services.money.set_cap(CapScope.OVERALL, CapPeriod.MONTH, 30_000_000)
    opened.window.resize(1024, 700)
    await budgets(opened)
    await until(lambda: "Warn at 80%, $24.00" in said(opened), "the month")
    await until(lambda: page(opened).horizontalScrollBar().maximum() == 0, "the whole width")
