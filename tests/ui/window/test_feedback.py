"""What the window says about what was done, and about what nobody expected."""

import logging

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from mediadesk.app.headless import click
from mediadesk.domain.generation import GenerationType
from mediadesk.ui.support.faults import UNEXPECTED
from mediadesk.ui.widgets.cell_view import CellView
from mediadesk.ui.widgets.toast import Toast
from tests.ui.window.accessible_tree import told_by
from tests.ui.window.conftest import OpenWindow, until

PROMPT = "a secret garden behind the mill"


def told(opened: OpenWindow) -> list[str]:
    return [toast.text() for toast in opened.window.findChildren(Toast) if toast.isVisible()]


async def delete_shown(opened: OpenWindow, prompt: str) -> None:
    await opened.made(opened.request(GenerationType.TEXT, prompt))
    await until(lambda: opened.part(QPushButton, "delete-result").isVisible(), "the header")
    await click(opened.part(QPushButton, "delete-result"))


async def test_control_z_takes_the_offer_to_undo_away(opened: OpenWindow) -> None:
    """The toast stayed after Ctrl+Z, and its button undid something else."""
    await delete_shown(opened, "A note")
    await until(lambda: "Moved to Recently deleted" in told(opened), "the toast")
    opened.window.actions_["undo"].trigger()
    await until(lambda: "Undone: delete." in told(opened), "the undo")
    assert "Moved to Recently deleted" not in told(opened)


async def test_each_offer_undoes_its_own_step(opened: OpenWindow) -> None:
    projects = opened.session.services.projects
    sidebar = opened.session._sidebar
    for name in ("First", "Second"):
        sidebar.delete_project(await projects.create(name))
        await until(lambda name=name: any(name in text for text in told(opened)), name)  # type: ignore[misc]
    toasts = [toast for toast in opened.window.findChildren(Toast) if "First" in toast.text()]
    button = toasts[0].findChild(QPushButton, "toast-action")
    assert isinstance(button, QPushButton)
    button.click()  # it is gone at once, so not by events that would look at it afterwards
    await until(lambda: "Undone: delete project." in told(opened), "the undo")
    names = [project.name for project in await projects.list()]
    assert "First" in names
    assert "Second" not in names
    assert any("Second" in text for text in told(opened)), "the other offer still stands"


async def test_what_nobody_expected_is_said_and_logged_without_its_words(
    opened: OpenWindow, caplog: pytest.LogCaptureFixture
) -> None:
    """Nothing was shown, and the log held whatever the exception said."""

    async def broken() -> None:
        raise ValueError(PROMPT)

    with caplog.at_level(logging.ERROR):
        opened.session.workspace.start(broken())
        opened.session.workspace.start(broken())
        await until(lambda: "ValueError" in caplog.text, "the line in the log")
    assert told(opened).count(UNEXPECTED) == 1
    assert "test_feedback.py" in caplog.text
    assert PROMPT not in caplog.text


async def test_an_empty_library_has_no_ring_around_the_page(opened: OpenWindow) -> None:
    opened.session.show_page("library", "")
    empty = opened.part(QWidget, "library-empty")
    await until(empty.isVisible, "the empty page")
    focus = opened.window.focusWidget()
    assert focus is not None
    assert not empty.isAncestorOf(focus)
    assert focus is not empty
    assert focus.objectName() == "library-search"


async def test_the_history_follows_what_is_deleted_on_the_stage(opened: OpenWindow) -> None:
    """The card of a deleted run stayed in the history, without its picture."""
    await delete_shown(opened, "A note")
    cards = opened.part(CellView, "history-cards")
    await until(lambda: cards.row_count() == 0, "the card to go")
    opened.window.actions_["undo"].trigger()
    await until(lambda: cards.row_count() == 1, "the card to come back")


async def test_the_filters_count_what_runs_again(opened: OpenWindow) -> None:
    """The numbers beside the filters followed runs that begin or end, and no other change."""
    generations = opened.session.services.generations
    request = opened.request(GenerationType.VIDEO, "A film", failure="expired", delay_s=1)
    ended = await opened.made(request)
    opened.session.page("create").set_panel("history", True)  # type: ignore[attr-defined]
    failed = opened.part(QPushButton, "history-failed")
    await until(lambda: failed.accessibleName() == "Failed: 1", "the end")
    await generations.send_again(ended.attempts[0].id)
    running = opened.part(QPushButton, "history-running")
    await until(lambda: running.accessibleName() == "Running: 1", "the run")
    await generations.wait(ended.id)


async def test_every_message_is_said_to_who_cannot_see_it(opened: OpenWindow) -> None:
    feedback, said = opened.window.feedback, list[str]()
    feedback.announcer.spoken.connect(said.append)
    feedback.toast("Saved.")
    feedback.toast("The disk is nearly full.", "warning")
    await until(lambda: "Saved." in " ".join(said), "the first")
    await until(lambda: "The disk is nearly full." in " ".join(said), "the second")


async def test_what_a_message_offers_can_be_found_by_who_cannot_see_it(opened: OpenWindow) -> None:
    """Toasts stood in a stack of pages: assistive technology is told the shown page only."""
    window, pages = opened.window, opened.window.pages
    window.feedback.news_toast("1 job was picked up.", "Show it", lambda: None)
    await until(lambda: "Show it" in {one.name for one in told_by(window)}, "the button")
    pages.hide()
    assert told(opened) == [], "nothing of a library is told over a locked one"
    pages.show()
    assert told(opened) == ["1 job was picked up."]
