"""What is open about the money of a run, beside its result and in the lists."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mediadesk.app.headless import click
from mediadesk.domain.errors import Billed, ProviderErrorKind
from mediadesk.domain.generation import (
    Attempt,
    AttemptState,
    Generation,
    GenerationStatus,
    GenerationType,
)
from mediadesk.domain.ids import AttemptId, new_uuid7
from mediadesk.ui.panes.create.failed_card import FailedCard
from mediadesk.ui.panes.create.settling import open_attempts, reminder
from mediadesk.ui.panes.create.uncertain_card import UncertainCard
from mediadesk.ui.widgets.cell_view import CellView
from tests.ui.panes.test_details import GENERATION
from tests.ui.window.conftest import OpenWindow, until

LOST = Attempt(
    AttemptId(new_uuid7()),
    1,
    AttemptState.UNCERTAIN,
    1,
    error_kind=ProviderErrorKind.TIMEOUT.value,
    error_message="No answer came in time. Check your account page.",
    billed=Billed.UNKNOWN,
    hold_micro=40_000,
)


def words_on(widget: QWidget) -> str:
    labels = widget.findChildren(QLabel)
    return " ".join(label.text() for label in labels if not label.isHidden())


async def sent_again(opened: OpenWindow) -> Generation:
    """A run whose first call got lost and whose repetition made the picture."""
    services = opened.session.services
    generation = await opened.made(opened.request(GenerationType.TEXT, "A fox", failure="timeout"))
    await until(lambda: opened.status() == "Outcome unknown", "the card")
    lost = generation.attempts[0]
    new_id = await services.generations.send_again(lost.id)
    await services.generations.wait(generation.id)
    again = await services.generations.get(generation.id)
    assert [one.is_repeated for one in again.attempts] == [True, False]
    # the repetition fails in the same way; settled, it leaves the first one open
    await services.generations.settle(new_id, charged_micro=None)
    return await services.generations.get(generation.id)


async def test_after_sending_again_the_result_is_shown_and_the_first_call_stays_open(
    opened: OpenWindow,
) -> None:
    """The old card lay over the new result, and the list that should name it was gone."""
    generation = await sent_again(opened)
    assert generation.status is GenerationStatus.FAILED
    await until(lambda: opened.part(QWidget, "failed-card").isVisible(), "how it ended")
    bar = opened.part(QWidget, "settle-reminder")
    assert bar.isVisible()
    assert "An earlier try" in bar.accessibleName()
    opened.window.actions_["toggle-history"].trigger()
    tab = opened.part(QPushButton, "history-to_settle")
    await until(lambda: tab.isVisible() and "settle: 1" in tab.accessibleName(), "the list")
    await click(tab)
    cards = opened.part(CellView, "history-cards")
    await until(lambda: cards.row_count() == 1, "the run in the list")


async def test_the_reminder_leads_to_the_card_and_back(opened: OpenWindow) -> None:
    await sent_again(opened)
    await until(lambda: opened.part(QWidget, "failed-card").isVisible(), "how it ended")
    turn = opened.part(QPushButton, "settle-reminder-action")
    await click(turn)
    card = opened.part(QWidget, "uncertain-card")
    assert card.isVisible()
    assert opened.part(QPushButton, "settle-send-again").isHidden(), "it was sent again already"
    await click(turn)
    assert not card.isVisible()
    await click(turn)
    await click(opened.part(QPushButton, "settle-not-charged"))
    reminder_bar = opened.part(QWidget, "settle-reminder")
    await until(lambda: not reminder_bar.isVisible(), "that nothing is open")
    assert opened.part(QWidget, "failed-card").isVisible()


def test_a_cost_that_nobody_told_is_open_too() -> None:
    untold = replace(LOST, state=AttemptState.COMPLETED)
    run = replace(GENERATION, attempts=(untold,))
    assert open_attempts(run) == [untold]
    assert reminder([untold]) == (
        "It is not known what this run cost. $0.04 stays held until then."
    )
    assert open_attempts(replace(run, attempts=(replace(untold, settled_as="charged"),))) == []


def test_the_card_offers_what_the_call_allows(qtbot: QtBot) -> None:
    card = UncertainCard()
    qtbot.addWidget(card)
    look = card.findChild(QPushButton, "settle-look-up")
    again = card.findChild(QPushButton, "settle-send-again")
    assert isinstance(look, QPushButton)
    assert isinstance(again, QPushButton)

    def offers(attempt: Attempt) -> tuple[bool, bool]:
        card.show_attempt(attempt, 1)
        return not look.isHidden(), not again.isHidden()

    assert offers(LOST) == (True, True)
    assert offers(replace(LOST, is_repeated=True)) == (True, False)
    assert "It was sent again already" in words_on(card)
    assert offers(replace(LOST, state=AttemptState.CANCELLED)) == (False, True)
    assert offers(replace(LOST, state=AttemptState.COMPLETED)) == (False, False)
    assert "did not say what it cost" in words_on(card)


def test_a_failure_that_was_settled_says_how(qtbot: QtBot) -> None:
    """It still told to check the account, and called the whole amount a part."""
    card = FailedCard()
    qtbot.addWidget(card)
    settled = replace(LOST, state=AttemptState.FAILED, settled_as="charged", billed=Billed.CHARGED)
    run = replace(GENERATION, status=GenerationStatus.FAILED, attempts=(settled,))
    card.show_failure(run, settled)
    assert "Settled: $0.04 was charged." in words_on(card)
    assert "Check your account" not in words_on(card)
    free = replace(settled, settled_as="not_charged", billed=Billed.FREE)
    card.show_failure(replace(run, charged_micro=None, attempts=(free,)), free)
    assert "Settled: nothing was charged." in words_on(card)
