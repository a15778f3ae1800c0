"""The Create page by mouse and keys."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from mediadesk.app.headless import click, press, type_text
from mediadesk.domain.generation import GenerationStatus, GenerationType
from mediadesk.domain.queries import HistoryQuery
from mediadesk.ui.panes.create.history_list import HistoryList
from mediadesk.ui.panes.create.pane import CreatePane
from mediadesk.ui.widgets.cell_view import CellView
from mediadesk.ui.widgets.drop_slot import DropSlot, encoded_picture
from mediadesk.ui.widgets.media_cell import CellRole
from mediadesk.ui.widgets.text_view import TextView
from mediadesk.ui.widgets.toast import Toast
from tests.ui.window.conftest import OpenWindow, until
from tests.workers.papers import printed

CONTROL = Qt.KeyboardModifier.ControlModifier


async def write_prompt(opened: OpenWindow, text: str) -> QWidget:
    prompt = opened.part(QPlainTextEdit, "prompt")
    await click(prompt)
    await press(prompt, Qt.Key.Key_A, CONTROL)
    await type_text(prompt, text)
    return prompt


def words_on(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


async def test_a_text_is_made_by_clicking_and_typing(opened: OpenWindow) -> None:
    await click(opened.part(QPushButton, "type-text"))
    prompt = await write_prompt(opened, "Three words about clay")
    await press(prompt, Qt.Key.Key_Return, CONTROL)
    await until(lambda: opened.status() == "Done", "the text")
    text = opened.part(QWidget, "text-stage").findChild(TextView)
    assert isinstance(text, TextView)
    await until(lambda: "clay" in text.toPlainText().lower(), "the text on the stage")
    assert opened.window.focusWidget() is prompt, "the prompt keeps the focus for the next try"
    await until(lambda: opened.part(CellView, "history-cards").row_count() == 1, "the history")


async def test_generate_rests_until_there_is_a_prompt(opened: OpenWindow) -> None:
    button = opened.part(QPushButton, "generate")
    assert not button.isEnabled()
    await write_prompt(opened, "Clay")
    assert button.isEnabled()


async def test_an_empty_prompt_is_refused_beside_the_field(opened: OpenWindow) -> None:
    prompt = opened.part(QPlainTextEdit, "prompt")
    await press(prompt, Qt.Key.Key_Return, CONTROL)
    assert prompt.accessibleDescription() == "Write a prompt first."
    assert await opened.session.services.generations.active() == []


async def test_two_pictures_come_with_a_filmstrip(opened: OpenWindow) -> None:
    generation = await opened.made(
        opened.request(GenerationType.IMAGE, "Mist in a valley", count=2)
    )
    assert generation.status is GenerationStatus.COMPLETED
    await until(lambda: opened.window.findChild(QWidget, "result-2") is not None, "the strip")
    await click(opened.part(QWidget, "result-2"))
    header = opened.part(QWidget, "stage-header")
    await until(lambda: "2 of 2" in words_on(header), "the second picture")


@pytest.mark.parametrize(
    ("failure", "title", "first_action"),
    [
        ("blocked", "The safety filter blocked this prompt", "Edit prompt"),
        ("auth", "The key was refused", "Fix key"),
        ("credit", "The credit is used up", "Run again"),
        ("retired", "This model is no longer offered", "Pick another"),
    ],
)
async def test_a_failure_says_what_happened_and_what_to_do(
    opened: OpenWindow, failure: str, title: str, first_action: str
) -> None:
    await opened.made(opened.request(GenerationType.IMAGE, "A fox", failure=failure))
    await until(lambda: opened.status() == "Failed", "the failure")
    card = opened.part(QWidget, "failed-card")
    assert title in words_on(card)
    assert "Nothing was charged." in words_on(card)
    assert card.findChildren(QPushButton)[0].text() == first_action
    details = opened.part(QWidget, "details")
    was_shown = details.isVisible()
    await click(opened.part(QPushButton, "failed-details"))
    assert details.isVisible() is not was_shown


async def test_an_unknown_outcome_is_settled_by_the_user(opened: OpenWindow) -> None:
    generation = await opened.made(opened.request(GenerationType.IMAGE, "A fox", failure="timeout"))
    await until(lambda: opened.status() == "Outcome unknown", "the uncertain card")
    await click(opened.part(QPushButton, "settle-not-charged"))
    await until(lambda: opened.status() != "Outcome unknown", "the settled run")
    settled = await opened.session.services.generations.get(generation.id)
    assert settled.attempts[0].settled_as is not None
    assert (settled.charged_micro or 0) == 0


async def test_a_wrong_amount_is_named_and_settles_nothing(opened: OpenWindow) -> None:
    await opened.made(opened.request(GenerationType.IMAGE, "A fox", failure="timeout"))
    await until(lambda: opened.status() == "Outcome unknown", "the uncertain card")
    amount = opened.part(QLineEdit, "settle-amount")
    await type_text(amount, "much")
    await click(opened.part(QPushButton, "settle-charged"))
    assert "is not an amount" in words_on(opened.part(QWidget, "uncertain-card"))
    assert opened.status() == "Outcome unknown"


async def test_a_running_job_is_cancelled_and_says_so(opened: OpenWindow) -> None:
    generations = opened.session.services.generations
    generation_id = await generations.submit(
        opened.request(GenerationType.IMAGE, "A slow fox", delay_s=60)
    )
    opened.session.workspace.show_generation(generation_id)
    await until(lambda: opened.part(QPushButton, "cancel-run").isVisible(), "the running view")
    await click(opened.part(QPushButton, "cancel-run"))
    await until(lambda: opened.status() == "Cancelled", "the end")


async def test_delete_and_control_z(opened: OpenWindow) -> None:
    await opened.made(opened.request(GenerationType.TEXT, "To be deleted"))
    await until(lambda: opened.part(QPushButton, "delete-result").isVisible(), "the header")
    await click(opened.part(QPushButton, "delete-result"))
    assets = opened.session.services.assets

    async def deleted() -> int:
        return (await assets.counts()).deleted

    def told(word: str) -> bool:
        return any(word in toast.text() for toast in opened.window.findChildren(Toast))

    await until(lambda: told("deleted"), "the word that it is gone")
    assert await deleted() == 1
    opened.window.actions_["undo"].trigger()
    await until(lambda: told("Undone"), "the undo")
    async with asyncio.timeout(10):
        while await deleted():  # noqa: ASYNC110 - the count is in the database
            await asyncio.sleep(0.05)


async def test_earlier_prompts_come_back_with_alt_up(opened: OpenWindow) -> None:
    await click(opened.part(QPushButton, "type-text"))
    for text in ("First", "Second"):
        prompt = await write_prompt(opened, text)
        await press(prompt, Qt.Key.Key_Return, CONTROL)
        await until(lambda: opened.status() == "Done", "the text")
    prompt = await write_prompt(opened, "Draft")
    edit = opened.part(QPlainTextEdit, "prompt")
    alt = Qt.KeyboardModifier.AltModifier
    seen = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        await press(prompt, key, alt)
        await asyncio.sleep(0.05)
        seen.append(edit.toPlainText())
    assert seen == ["Second", "First", "Second", "Draft"]


async def test_remix_brings_the_recipe_back(opened: OpenWindow) -> None:
    await opened.made(opened.request(GenerationType.IMAGE, "Dunes at dusk", count=2))
    await until(lambda: opened.part(QPushButton, "remix").isVisible(), "the result")
    await write_prompt(opened, "Something else")
    await click(opened.part(QPushButton, "remix"))
    edit = opened.part(QPlainTextEdit, "prompt")
    await until(lambda: edit.toPlainText() == "Dunes at dusk", "the prompt")
    assert "2 images" in opened.part(QPushButton, "generate").text()


async def test_a_file_becomes_an_input_and_a_wrong_one_is_named(
    opened: OpenWindow, tmp_path: Path
) -> None:
    page = opened.session.page("create")
    model = page.composer_model  # type: ignore[attr-defined]  # the Create page's own
    image = await opened.made(opened.request(GenerationType.IMAGE, "A stone"))
    model.inputs.add_assets((image.assets[0].id,))
    await until(lambda: len(model.inputs.items) == 1, "the input")
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x00\x01\x02 not a picture")
    told: list[str] = []
    model.field_error.connect(lambda field, text: told.append(f"{field}: {text}"))
    model.inputs.add_files([broken])
    await until(lambda: bool(told), "the refusal")
    assert told[0].startswith("inputs: ")
    assert "broken.png" in told[0]
    assert len(model.inputs.items) == 1


async def test_the_pages_of_a_document_are_counted_before_it_is_an_input(
    opened: OpenWindow, tmp_path: Path
) -> None:
    """The estimate of a document rested on its size alone, as though it were full of pages."""
    page = opened.session.page("create")
    model = page.composer_model  # type: ignore[attr-defined]  # the Create page's own
    await click(opened.part(QPushButton, "type-text"))
    model.choose_model("gemini", "gemini-3.8-flash")
    report = tmp_path / "report.pdf"
    report.write_bytes(printed(3))
    model.inputs.add_files([report])
    await until(lambda: len(model.inputs.items) == 1, "the input")
    assert model.inputs.items[0].asset.pages == 3
    assert "3 pages, " in words_on(opened.part(QWidget, "composer-form"))


async def test_a_pasted_picture_is_looked_into_before_it_becomes_an_input(
    opened: OpenWindow,
) -> None:
    """A broken picture from the clipboard became an input, and failed at the provider."""
    page = opened.session.page("create")
    model = page.composer_model  # type: ignore[attr-defined]  # the Create page's own
    slot = opened.part(DropSlot, "input-slot")
    told: list[str] = []
    model.field_error.connect(lambda field, text: told.append(f"{field}: {text}"))
    pixels = QMimeData()
    pixels.setImageData(QImage(64, 64, QImage.Format.Format_RGB32))
    picture = encoded_picture(pixels)
    data = QMimeData()
    data.setData("image/png", picture[:60])
    assert slot.take(data)
    await until(lambda: bool(told), "the refusal")
    assert told[0].startswith("inputs: pasted.png cannot be used")
    assert model.inputs.items == ()
    data.setData("image/png", picture)
    assert slot.take(data)
    await until(lambda: len(model.inputs.items) == 1, "the input")


async def test_streamed_text_appears_while_it_is_written(opened: OpenWindow) -> None:
    generations = opened.session.services.generations
    generation_id = await generations.submit(opened.request(prompt="A long note", delay_s=4))
    opened.session.workspace.show_generation(generation_id)
    view = opened.part(QWidget, "text-stage").findChild(TextView)
    assert isinstance(view, TextView)
    await until(lambda: len(view.source_text()) > 20, "the first words")
    running = await generations.get(generation_id)
    assert running.status is GenerationStatus.RUNNING
    await generations.cancel(generation_id)
    kept = await generations.wait(generation_id)
    assert kept.assets or kept.status is GenerationStatus.CANCELLED


async def test_the_history_calls_models_as_the_list_of_models_does(opened: OpenWindow) -> None:
    """Its cards showed raw ids: “sample-image”."""
    await opened.made(opened.request(GenerationType.IMAGE, "A stone"))
    cards = opened.part(CellView, "history-cards")
    page = opened.session.page("create")
    model = page.history_model.model  # type: ignore[attr-defined]  # the Create page's own
    await until(lambda: cards.row_count() == 1, "the card")
    assert model.index(0, 0).data(CellRole.CAPTION) == "Sample image (simulation)"


async def test_the_history_as_a_list_shows_the_run_that_is_chosen(opened: OpenWindow) -> None:
    await opened.made(opened.request(prompt="A note of the first kind"))
    last = await opened.made(opened.request(prompt="A note of the second kind"))
    page = opened.part(CreatePane, "create-pane")
    page.set_panel("history", True)
    await click(opened.part(QPushButton, "history-as-list"))
    rows = opened.part(HistoryList, "history-list")
    await until(lambda: rows.isVisible() and rows.model().rowCount() == 2, "the list")
    await until(lambda: rows.selected_rows() == [0], "the run on the stage")
    rows.setFocus()
    await press(rows, Qt.Key.Key_Down)
    await until(lambda: page.stage_model.generation is not None, "a run")
    await until(
        lambda: (
            page.stage_model.generation is not None and page.stage_model.generation.id != last.id
        ),
        "the other run",
    )
    await click(opened.part(QPushButton, "history-grid"))
    assert opened.part(CellView, "history-cards").isVisible()


async def test_the_place_for_one_more_brings_the_settings_back_and_starts_nothing(
    opened: OpenWindow,
) -> None:
    made = await opened.made(opened.request(prompt="A bowl", count=2))
    page = opened.part(CreatePane, "create-pane")
    opened.part(QPlainTextEdit, "prompt").setPlainText("Something else")
    await click(opened.part(QAbstractButton, "result-more"))
    await until(lambda: page.composer_model.prompt == "A bowl", "the prompt of the run")
    assert page.composer_model.count == 1
    query = HistoryQuery(project_id=made.project_id)
    rows = await opened.session.services.history.first_page(query, 5)
    assert len(rows) == 1


@pytest.mark.qt_log_ignore("This plugin does not support")
async def test_an_empty_project_takes_the_settings_of_another_one(opened: OpenWindow) -> None:
    await opened.made(opened.request(prompt="Bells"))
    workspace = opened.session.workspace
    source = workspace.project.name
    project = await opened.session.services.projects.create("Winter")
    await until(lambda: project.id in [one.id for one in workspace.projects], "the project")
    await until(lambda: any(one.item_count for one in workspace.projects), "what the other made")
    workspace.choose_project(project.id)
    page = opened.part(CreatePane, "create-pane")
    await until(lambda: page.stage_model.generation is None, "the empty project")
    page.composer.choose_type(GenerationType.IMAGE)
    opened.part(QPlainTextEdit, "prompt").setPlainText("Words of mine")
    copy = opened.part(QPushButton, "start-copy")
    await until(copy.isVisible, "the offer")
    await click(copy)
    menu = opened.part(QMenu, "copy-settings-menu")
    action = next(one for one in menu.actions() if one.text() == source)
    action.trigger()
    menu.close()
    await until(lambda: page.composer_model.type is GenerationType.TEXT, "the settings")
    assert page.composer_model.prompt == "Words of mine"


@pytest.mark.qt_log_ignore("This plugin does not support", "PulseAudio")
async def test_the_frame_of_a_video_that_is_seen_becomes_an_input(opened: OpenWindow) -> None:
    """The whole film was taken, which no model of pictures can use."""
    request = opened.request(GenerationType.VIDEO, "Waves")
    small = {"duration": 4, "sound": False, "frames_per_second": 12}
    await opened.made(replace(request, parameters={**request.parameters, **small}))
    page = opened.part(CreatePane, "create-pane")
    await until(lambda: not page.stage.canvas.video.current_image().isNull(), "a picture of it")
    use = opened.part(QPushButton, "use-as-input")
    assert use.text() == "Use frame as input"
    page.composer.choose_type(GenerationType.IMAGE)
    await click(use)
    inputs = page.composer_model.inputs
    await until(lambda: len(inputs.items) == 1, "the input")
    assert inputs.items[0].asset.type is GenerationType.IMAGE
