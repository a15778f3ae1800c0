"""While nobody looks: what the system tells, and never a prompt."""

import asyncio

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from mediadesk.app.headless import click
from mediadesk.domain.events import Notice
from mediadesk.domain.generation import Generation, GenerationType
from mediadesk.ui.away.words import note_for
from mediadesk.ui.dialogs.close_dialog import CloseDialog
from mediadesk.ui.widgets.switch import Switch
from tests.ui.window.conftest import OpenWindow, until


def heard(opened: OpenWindow) -> list[tuple[str, str]]:
    notes: list[tuple[str, str]] = []
    opened.session.away.noted.connect(lambda title, text: notes.append((title, text)))
    return notes


async def run(opened: OpenWindow, *, failure: str = "none") -> Generation:
    generations = opened.session.services.generations
    request = opened.request(GenerationType.TEXT, "A secret fox", failure=failure)
    return await generations.wait(await generations.submit(request))


async def test_a_hidden_window_tells_the_kind_and_never_the_prompt(opened: OpenWindow) -> None:
    notes = heard(opened)
    opened.window.hide()
    await run(opened)
    await run(opened, failure="blocked")
    await run(opened, failure="timeout")
    await until(lambda: len(notes) == 3, "three notes")
    titles = [title for title, _ in notes]
    assert titles == ["Text done", "Text failed", "Text: outcome unknown"]
    assert "fox" not in str(notes)
    opened.session.services.events.publish(Notice("warning", "80 % of a budget is used.", ""))
    await until(lambda: len(notes) == 4, "the budget")


async def test_nothing_is_told_to_somebody_who_looks_or_does_not_want_it(
    opened: OpenWindow,
) -> None:
    notes = heard(opened)
    opened.window.activateWindow()
    await until(opened.window.isActiveWindow, "the window in front")
    await run(opened)
    opened.session.go_to("settings/privacy")
    await click(opened.part(Switch, "privacy-notifies"))
    opened.window.hide()
    await run(opened)
    await asyncio.sleep(0.1)
    assert notes == []


async def test_prompts_are_named_where_the_user_allowed_it(opened: OpenWindow) -> None:
    made = await run(opened)
    assert note_for(made, with_prompt=True) == ("Text done", "A secret fox, sample-text, Free")
    opened.session.go_to("settings/privacy")
    await click(opened.part(Switch, "privacy-notes-name-prompts"))
    notes = heard(opened)
    opened.window.hide()
    await run(opened)
    await until(lambda: len(notes) == 1, "the note")
    assert "A secret fox" in notes[0][1]


async def test_closing_says_what_each_job_would_lose_and_can_stay(opened: OpenWindow) -> None:
    generations = opened.session.services.generations
    id = await generations.submit(opened.request(GenerationType.TEXT, "Slow", delay_s=60.0))
    report = await generations.closing_report()
    while not report.lost:
        await asyncio.sleep(0.02)
        report = await generations.closing_report()
    dialog = CloseDialog(opened.window, report.resumable, report.lost, has_tray=True)
    dialog.open()
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "The text so far is kept." in words
    await click(opened.part(QPushButton, "stay-in-tray"))
    assert dialog.result() == CloseDialog.STAY
    await generations.cancel(id)


async def test_nothing_is_shown_while_another_program_is_in_front(opened: OpenWindow) -> None:
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert opened.window.findChild(QWidget, "curtain") is None, "only where that is wanted"
    opened.session.go_to("settings/privacy")
    await click(opened.part(Switch, "privacy-hides-when-behind"))
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    curtain = opened.part(QWidget, "curtain")
    assert curtain.geometry() == opened.window.rect()
    seen = opened.window.grab().toImage()
    across = range(0, seen.width(), 7)
    assert len({seen.pixel(x, 10) for x in across}) == 1, "a window of one colour"
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert curtain.isHidden()
