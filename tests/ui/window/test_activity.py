"""The Activity page: what runs, waits and failed, and what can be done about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from mediadesk.app.headless import click, press
from mediadesk.domain.catalog import PriceUnit
from mediadesk.domain.events import CameBack
from mediadesk.domain.generation import AttemptState, Generation, GenerationStatus, GenerationType
from mediadesk.domain.ids import GenerationId, ProviderId
from mediadesk.ui.panes.activity.delegate import HEAD_HEIGHT, JOB_HEIGHT
from mediadesk.ui.panes.activity.item_model import ActivityItemModel
from mediadesk.ui.panes.activity.job_list import JobList
from mediadesk.ui.panes.activity.job_words import JobView
from mediadesk.ui.panes.activity.pane import ActivityPane
from mediadesk.ui.widgets.nav_row import NavRow
from mediadesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import OpenWindow, until

SLOW_S = 60.0


def model(opened: OpenWindow) -> ActivityItemModel:
    found = opened.part(JobList, "activity-list").model()
    assert isinstance(found, ActivityItemModel)
    return found


def jobs(opened: OpenWindow, group: str) -> list[JobView]:
    """The loaded jobs of a group, in order."""
    found = model(opened)
    views = []
    for position in range(len(found.ids)):
        view = found.job(position)
        above = [head.name for at, head in found.heads() if at < position]
        if view is not None and above[-1:] == [group]:
            views.append(view)
    return views


def titles(opened: OpenWindow, group: str) -> list[str]:
    return [view.title for view in jobs(opened, group)]


def buttons(opened: OpenWindow, name: str) -> list[QPushButton]:
    listed = opened.part(JobList, "activity-list").findChildren(QPushButton)
    return [one for one in listed if one.accessibleName() == name]


async def button(opened: OpenWindow, name: str) -> QPushButton:
    """A button of a row, once it is there."""
    await until(lambda: bool(buttons(opened, name)), f"the button “{name}”")
    return buttons(opened, name)[0]


async def choose(opened: OpenWindow, id: GenerationId) -> None:
    position = model(opened).position_of(id)
    assert position is not None
    opened.part(JobList, "activity-list").selectRow(position)


async def open_page(opened: OpenWindow) -> None:
    await click(opened.part(NavRow, "nav-activity"))
    await until(lambda: opened.part(QWidget, "activity-pane").isVisible(), "the page")


async def paused(opened: OpenWindow, *prompts: str) -> list[GenerationId]:
    generations = opened.session.services.generations
    await generations.queue.set_paused(is_paused=True)
    return [
        await generations.submit(opened.request(GenerationType.TEXT, prompt)) for prompt in prompts
    ]


async def get(opened: OpenWindow, id: GenerationId) -> Generation:
    return await opened.session.services.generations.get(id)


async def test_whether_money_is_due_is_said_before_cancelling(opened: OpenWindow) -> None:
    """It was told only afterwards."""
    services = opened.session.services
    sample = ProviderId("sample")
    await services.models.prices.set(sample, "sample-image", {PriceUnit.IMAGE: 40_000})
    await services.generations.queue.set_paused(is_paused=True)
    asked = opened.request(GenerationType.IMAGE, "A kiln", delay_s=SLOW_S)
    id = await services.generations.submit(asked)
    await open_page(opened)
    waiting = await button(opened, "Cancel: A kiln")
    assert waiting.toolTip() == "Nothing was sent yet: cancelling costs nothing."
    assert waiting.accessibleDescription() == waiting.toolTip()
    every = opened.part(QPushButton, "cancel-all")
    await until(lambda: every.toolTip() == waiting.toolTip(), "the same for all")

    await services.generations.queue.set_paused(is_paused=False)
    due = "It was sent already: up to $0.04 may be due all the same."

    def is_told() -> bool:
        return [one.toolTip() for one in buttons(opened, "Cancel: A kiln")] == [due]

    await until(is_told, "that it may cost")
    await until(lambda: every.toolTip() == due, "the same for all")
    opened.session.workspace.show_generation(id)
    cancel = opened.part(QPushButton, "cancel-run")
    await until(lambda: cancel.isVisible() and cancel.toolTip() == due, "it beside the result")
    assert cancel.accessibleDescription() == due
    await services.generations.cancel(id)
    await services.generations.wait(id)


async def test_a_long_text_is_seen_as_it_comes_and_can_be_stopped(opened: OpenWindow) -> None:
    id = await opened.session.services.generations.submit(
        opened.request(GenerationType.TEXT, "A slow note", delay_s=SLOW_S)
    )
    await click(opened.part(QWidget, "status-block"))
    await until(lambda: titles(opened, "running") == ["A slow note"], "the job")
    await until(lambda: bool(jobs(opened, "running")[0].note), "its tokens")
    view = jobs(opened, "running")[0]
    assert "tokens" in view.note
    assert view.detail
    (await button(opened, "Stop: A slow note")).click()
    await until(lambda: titles(opened, "finished") == ["A slow note"], "its end")
    assert (await get(opened, id)).status is GenerationStatus.CANCELLED


async def test_a_failure_says_why_and_is_made_again_only_when_asked(opened: OpenWindow) -> None:
    made = await opened.made(opened.request(GenerationType.TEXT, "A fox", failure="blocked"))
    await open_page(opened)
    await until(lambda: titles(opened, "attention") == ["A fox"], "the failure")
    view = jobs(opened, "attention")[0]
    assert view.chip[0] == "The safety filter blocked this prompt"
    assert "Nothing was charged." in view.detail
    await choose(opened, made.id)
    details = opened.part(QWidget, "activity-details")
    await until(details.isVisible, "its story")
    listed = opened.part(JobList, "activity-list")
    await press(listed, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: len(_attempts(opened)) == 2, "a second try")
    again = await opened.session.services.generations.wait(made.id)
    assert [one.is_repeated for one in again.attempts] == [True, False]
    await until(lambda: titles(opened, "attention") == ["A fox"], "that it failed again")
    (await button(opened, "Clear the list: Needs attention")).click()
    await until(lambda: titles(opened, "attention") == [], "that it is cleared")


def _attempts(opened: OpenWindow) -> tuple[object, ...]:
    views = [*jobs(opened, "attention"), *jobs(opened, "running"), *jobs(opened, "waiting")]
    return views[0].generation.attempts if views else ()


async def test_an_unknown_outcome_is_settled_from_its_details(opened: OpenWindow) -> None:
    made = await opened.made(opened.request(GenerationType.TEXT, "A fox", failure="timeout"))
    await open_page(opened)
    await until(lambda: titles(opened, "attention") == ["A fox"], "what is open")
    await choose(opened, made.id)
    details = opened.part(QWidget, "activity-details")
    await until(details.isVisible, "its story")
    await click(opened.part(QPushButton, "details-not-charged"))
    await until(lambda: jobs(opened, "attention")[0].chip[1] == "err", "that it is settled")
    assert (await get(opened, made.id)).attempts[0].state is AttemptState.FAILED


async def test_new_jobs_wait_while_paused_and_keep_the_order_given(opened: OpenWindow) -> None:
    _first, second, third = await paused(opened, "One", "Two", "Three")
    await open_page(opened)
    await until(lambda: titles(opened, "waiting") == ["One", "Two", "Three"], "the queue")
    assert opened.part(QWidget, "paused-bar").isVisible()
    assert jobs(opened, "waiting")[0].chip[0] == "Paused"
    listed = opened.part(JobList, "activity-list")
    await choose(opened, third)
    await press(listed, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    await until(lambda: titles(opened, "waiting") == ["Three", "One", "Two"], "it at the top")
    await choose(opened, second)
    await press(listed, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    await until(lambda: titles(opened, "waiting") == ["Three", "Two", "One"], "it further up")
    await press(listed, Qt.Key.Key_Delete)
    await until(lambda: titles(opened, "waiting") == ["Three", "One"], "it cancelled")
    await click(opened.part(QPushButton, "pause-jobs"))
    await until(lambda: set(titles(opened, "finished")) == {"One", "Two", "Three"}, "the end")


async def test_return_shows_the_job_and_only_the_current_row_takes_tab(opened: OpenWindow) -> None:
    ids = await paused(opened, "One", "Two")
    await open_page(opened)
    await until(lambda: len(titles(opened, "waiting")) == 2, "the queue")
    await choose(opened, ids[1])
    strong = Qt.FocusPolicy.StrongFocus
    two = await button(opened, "Cancel: Two")
    await until(lambda: two.focusPolicy() == strong, "its button")
    assert (await button(opened, "Cancel: One")).focusPolicy() != strong
    await press(opened.part(JobList, "activity-list"), Qt.Key.Key_Return)
    await until(lambda: opened.part(QWidget, "create-pane").isVisible(), "the Create page")


async def test_what_came_back_is_told_with_a_way_to_see_it(opened: OpenWindow) -> None:
    made = await opened.made(opened.request(GenerationType.TEXT, "A note"))
    opened.session.services.events.publish(CameBack(finished=(made.id,)))
    await until(lambda: opened.window.findChild(Toast) is not None, "the note")
    toast = opened.part(Toast, "toast")
    assert "1 result had arrived." in toast.accessibleName()
    opened.part(QPushButton, "toast-action").click()
    await until(lambda: titles(opened, "returned") == ["A note"], "the group")
    assert titles(opened, "finished") == []


async def test_the_details_keep_the_focus_while_nothing_about_the_job_changes(
    opened: OpenWindow,
) -> None:
    """They were made anew with every reading of the lists, and the button one stood on was gone."""
    made = await opened.made(opened.request(GenerationType.TEXT, "A fox", failure="timeout"))
    await open_page(opened)
    await until(lambda: titles(opened, "attention") == ["A fox"], "what is open")
    await choose(opened, made.id)
    await until(opened.part(QWidget, "activity-details").isVisible, "its story")
    before = opened.part(QPushButton, "details-not-charged")
    listed: list[bool] = []
    pane = opened.part(ActivityPane, "activity-pane")
    pane.view_model.story_changed.connect(lambda _story: listed.append(True))
    pane.view_model.refresh()
    await until(lambda: bool(listed), "the story once more")
    assert opened.part(QPushButton, "details-not-charged") is before


async def test_the_heads_say_how_many_slots_are_taken_and_who_is_next(opened: OpenWindow) -> None:
    for number in range(4):
        request = opened.request(prompt=f"Number {number}", delay_s=SLOW_S)
        await opened.session.services.generations.submit(request)
    await click(opened.part(NavRow, "nav-activity"))
    await until(lambda: len(jobs(opened, "waiting")) == 2, "the line")
    await until(lambda: model(opened).notes["running"] == "2 of 2 slots in use", "the slots")
    first, second = jobs(opened, "waiting")
    assert first.chip[0] == "Next in line"
    assert second.detail == "Number 2 in line. Waits for a free slot."
    await click(opened.part(QPushButton, "cancel-all"))
    await until(lambda: not jobs(opened, "running") and not jobs(opened, "waiting"), "the end")
    await until(lambda: len(jobs(opened, "finished")) == 4, "all of them")
    listed = opened.part(JobList, "activity-list")
    heights = [listed.rowHeight(row) for row in range(5)]
    assert heights == [HEAD_HEIGHT] + 4 * [JOB_HEIGHT], "where a head was, a job is not cut off"
