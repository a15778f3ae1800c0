"""The dialogs of the composer: many runs, presets, a prompt rewritten."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from mediadesk.app.headless import click, press, type_text
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderName
from mediadesk.domain.queries import HistoryQuery
from mediadesk.ui.widgets.parameter_controls import ParameterControls
from tests.ui.window.conftest import OpenWindow, until


def closed(opened: OpenWindow, name: str) -> bool:
    dialog = opened.window.findChild(QDialog, name)
    return not isinstance(dialog, QDialog) or not dialog.isVisible()


async def test_a_list_of_prompts_and_a_grid_are_priced_and_queued(
    opened: OpenWindow, tmp_path: Path
) -> None:
    opened.part(QPlainTextEdit, "prompt").setPlainText("A hut")
    await click(opened.part(QPushButton, "batch-runs"))
    queue = opened.part(QPushButton, "batch-queue")
    await until(lambda: queue.text() == "Queue 1 run", "the price of the form as it is")
    source = tmp_path / "prompts.csv"
    source.write_text("number,prompt\n1,A small hut\n2,A mill\n", encoding="utf-8")
    await click(opened.part(QPushButton, "batch-open"))
    opened.part(QFileDialog, "batch-file").fileSelected.emit(str(source))
    await until(lambda: queue.text() == "Queue 2 runs", "the prompts of the file")
    box = opened.part(QComboBox, "batch-setting-1")
    box.setCurrentIndex(box.findData("aspect_ratio"))
    values = opened.part(QLineEdit, "batch-values-1")
    assert values.placeholderText().startswith("1:1, 4:3")
    values.setText("1:1, 7:9")
    prices = opened.part(QPlainTextEdit, "batch-prices")
    await until(lambda: not queue.isEnabled(), "the refusal of a value that there is not")
    values.setText("1:1, 4:3")
    await until(lambda: queue.text() == "Queue 4 runs" and queue.isEnabled(), "the grid")
    assert "Free: A mill, Aspect ratio 4:3" in prices.toPlainText()
    await click(queue)
    await until(lambda: closed(opened, "batch-dialog"), "the end of the dialog")
    services = opened.session.services
    (view,) = await services.browse.saved_views()
    rows = await services.history.first_page(HistoryQuery(batch=view.query.batch), 9)
    made = sorted(
        (row.generation.prompt, str(row.generation.parameters["aspect_ratio"])) for row in rows
    )
    assert made == [
        ("A mill", "1:1"), ("A mill", "4:3"), ("A small hut", "1:1"), ("A small hut", "4:3"),
    ]  # fmt: skip


async def test_a_preset_is_saved_used_renamed_and_deleted_with_undo(opened: OpenWindow) -> None:
    presets = opened.session.services.presets
    prompt = opened.part(QPlainTextEdit, "prompt")
    prompt.setPlainText("Three vases")
    await click(opened.part(QPushButton, "presets"))
    await type_text(opened.part(QLineEdit, "preset-name"), "Vases")
    await click(opened.part(QPushButton, "preset-save"))
    listed = opened.part(QListWidget, "presets")
    await until(lambda: listed.count() == 1, "the preset")
    prompt.setPlainText("Something else")
    listed.setCurrentRow(0)
    await click(opened.part(QPushButton, "preset-use"))
    await until(lambda: prompt.toPlainText() == "Three vases", "the prompt of the preset")
    assert closed(opened, "presets-dialog")
    await click(opened.part(QPushButton, "presets"))
    shown = opened.window.findChildren(QListWidget, "presets")
    listed = next(one for one in shown if one.isVisible())
    await until(lambda: listed.count() == 1, "the preset again")
    dialog = listed.window().findChildren(QDialog, "presets-dialog")[-1]
    listed.setCurrentRow(0)
    name = dialog.findChild(QLineEdit, "preset-name")
    assert isinstance(name, QLineEdit)
    name.setText("Bowls")
    await click(part(dialog, "preset-rename"))
    await until(lambda: listed.item(0).text().startswith("Bowls"), "the new name")
    listed.setCurrentRow(0)
    await click(part(dialog, "preset-delete"))
    await until(lambda: listed.count() == 0, "nothing")
    assert await presets.list() == []
    told: list[str] = []
    opened.session.workspace.undo.undone.connect(told.append)
    opened.session.workspace.undo.undo()
    await until(lambda: told == ["delete preset"], "the undo")
    assert [one.name for one in await presets.list()] == ["Bowls"]


def part(dialog: QWidget, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


async def test_a_rewritten_prompt_is_shown_as_a_change_and_kept_in_the_ledger(
    opened: OpenWindow,
) -> None:
    prompt = opened.part(QPlainTextEdit, "prompt")
    prompt.setPlainText("Three vases on a shelf")
    await click(opened.part(QPushButton, "improve-prompt"))
    run = opened.part(QPushButton, "improve-run")
    await until(lambda: run.accessibleName() == "Improve, Free", "the price")
    assert not opened.part(QPushButton, "improve-take").isVisible()
    await click(run)
    take = opened.part(QPushButton, "improve-take")
    await until(take.isVisible, "the rewritten prompt")
    assert prompt.toPlainText() == "Three vases on a shelf"
    assert opened.part(QTextEdit, "improve-diff").toPlainText()
    await click(take)
    await until(lambda: closed(opened, "improve-dialog"), "the end of the dialog")
    (row,) = await opened.session.services.history.first_page(HistoryQuery(), 5)
    text = await opened.session.services.assets.text(row.generation.assets[0].id)
    assert prompt.toPlainText() == text.strip()
    assert row.generation.charged_micro == 0


async def test_a_picture_is_pasted_as_an_input_from_anywhere(opened: OpenWindow) -> None:
    page = opened.session.page("create")
    model = page.composer_model  # type: ignore[attr-defined]  # the Create page's own
    actions = page.action_sets[0]  # type: ignore[attr-defined]
    QGuiApplication.clipboard().setText("words only")
    actions["paste-input"].trigger()
    told = opened.part(QWidget, "composer")
    assert any(
        "Nothing on the clipboard" in str(one.property("text"))
        for one in told.findChildren(QWidget)
    )
    QGuiApplication.clipboard().setImage(QImage(32, 32, QImage.Format.Format_RGB32))
    actions["paste-input"].trigger()
    await until(lambda: len(model.inputs.items) == 1, "the input")


async def test_advanced_settings_are_reached_by_keys(opened: OpenWindow) -> None:
    controls = opened.part(ParameterControls, "parameter-controls")
    page = opened.session.page("create")
    actions = page.action_sets[0]  # type: ignore[attr-defined]  # the Create page's own
    actions["advanced"].trigger()
    assert controls.is_advanced_open()
    line = opened.part(QLineEdit, "parameter-seed-text")
    await type_text(line, "7")
    assert controls.changed_count() == 1
    actions["reset-advanced"].trigger()
    assert controls.changed_count() == 0


async def test_a_mask_is_painted_over_an_input(opened: OpenWindow) -> None:
    page = opened.session.page("create")
    model = page.composer_model  # type: ignore[attr-defined]  # the Create page's own
    image = await opened.made(opened.request(GenerationType.IMAGE, "A stone"))
    name = ProviderName("openai")
    edits = next(
        one
        for one in opened.session.services.models.models(GenerationType.IMAGE, name)
        if one.input_role("mask") is not None
    )
    model.choose_model(name, edits.id)
    model.inputs.add_assets((image.assets[0].id,))
    await until(lambda: len(model.inputs.items) == 1, "the input")
    await click(opened.part(QPushButton, "paint-mask-1"))
    await until(lambda: not closed(opened, "mask-dialog"), "the dialog")
    use = opened.part(QPushButton, "mask-use")
    assert not use.isEnabled()
    await press(opened.part(QWidget, "mask-canvas"), Qt.Key.Key_Space)
    await until(use.isEnabled, "something painted")
    await click(use)
    await until(lambda: len(model.inputs.items) == 2, "the mask as an input")
    assert [item.role for item in model.inputs.items] == ["image", "mask"]
    form = opened.part(QScrollArea, "composer-form")
    assert form.horizontalScrollBar().maximum() == 0, "a long role must not widen the form"
    mask = model.inputs.items[1].asset
    assert (mask.mime, mask.file_name) == ("image/png", "Mask of picture.png")
    data = await opened.session.services.media.picture(mask.id)
    assert (data.levels[0].width, data.levels[0].height) == (512, 512)
