"""The composer by mouse and keys: raw parameters, price on the button."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QScrollArea, QWidget

from mediadesk.app.headless import click, press
from mediadesk.domain.generation import Asset, GenerationRequest, GenerationType
from mediadesk.domain.queries import HistoryQuery
from mediadesk.ui.panes.create.pane import CreatePane
from mediadesk.ui.widgets.card import MessageBar
from tests.ui.window.conftest import OpenWindow, until

CONTROL = Qt.KeyboardModifier.ControlModifier


async def test_raw_parameters_are_checked_before_anything_is_sent(opened: OpenWindow) -> None:
    prompt = opened.part(QPlainTextEdit, "prompt")
    prompt.setPlainText("A kiln")
    await click(opened.part(QPushButton, "advanced-toggle"))
    await click(opened.part(QPushButton, "parameter-extra-parameters-open"))
    raw = opened.part(QPlainTextEdit, "parameter-extra-parameters-text")
    raw.setPlainText('{"style": ')
    await press(prompt, Qt.Key.Key_Return, CONTROL)
    await until(lambda: "not JSON" in raw.accessibleDescription(), "the refusal")
    services = opened.session.services
    assert await services.history.first_page(HistoryQuery(), 5) == []
    raw.setPlainText('{"style": "vivid"}')
    assert "not JSON" not in raw.accessibleDescription()
    page = opened.session.page("create")
    request = page.composer_model.request()  # type: ignore[attr-defined]  # the page's own
    assert request.extra == {"style": "vivid"}


async def test_the_button_says_what_it_costs(opened: OpenWindow) -> None:
    opened.part(QPlainTextEdit, "prompt").setPlainText("A kiln")
    button = opened.part(QPushButton, "generate")
    await until(lambda: button.accessibleName() == "Generate image, Free", "the price")
    assert button.text() == "Generate image"


@pytest.mark.qt_log_ignore("This plugin does not support", "PulseAudio")
async def test_a_long_script_is_priced_in_parts(opened: OpenWindow) -> None:
    page = opened.session.page("create")
    model = page.composer_model  # type: ignore[attr-defined]  # the page's own
    await click(opened.part(QPushButton, "type-audio"))
    model.choose_model("sample", "sample-voice")
    text = "The harbour is quiet now. " * 160
    opened.part(QPlainTextEdit, "prompt").setPlainText(text)
    words = opened.part(QWidget, "composer")

    def told(sentence: str) -> bool:
        return any(sentence in str(one.text()) for one in words.findChildren(QLabel))

    await until(lambda: told("spoken in 2 parts"), "the number of parts")


def part(opened: OpenWindow, prompt: str, failure: str = "none") -> GenerationRequest:
    return replace(
        opened.request(GenerationType.AUDIO, prompt, failure=failure), model="sample-voice"
    )


@pytest.mark.qt_log_ignore("This plugin does not support", "PulseAudio")
async def test_the_parts_of_a_script_become_one_sound_by_themselves(opened: OpenWindow) -> None:
    page = opened.session.page("create")
    joined: list[Asset] = []
    page.composer_model.scripts.joined.connect(joined.append)  # type: ignore[attr-defined]
    services = opened.session.services
    script = await services.scripts.start([part(opened, "It is early."), part(opened, "Fog.")])
    await until(lambda: bool(joined), "the one sound")
    run = await services.generations.get(script.runs[0])
    assert [asset.mime for asset in run.assets] == ["audio/wav", "audio/wav"]
    assert run.assets[1].size_bytes > run.assets[0].size_bytes
    assert not opened.part(QWidget, "script-bar").isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support", "PulseAudio")
async def test_a_broken_part_is_named_and_can_be_sent_again(opened: OpenWindow) -> None:
    services = opened.session.services
    parts = [part(opened, "It is early."), part(opened, "Fog.", failure="blocked")]
    script = await services.scripts.start(parts)
    bar = opened.part(MessageBar, "script-bar")
    await until(lambda: "Missing: 2. The others are kept." in bar.text(), "the missing part")
    again = opened.part(QPushButton, "script-bar-action")
    await until(again.isVisible, "the way on")
    await click(again)

    async def attempts() -> int:
        return len((await services.generations.get(script.runs[1])).attempts)

    async with asyncio.timeout(10):
        while await attempts() < 2:  # noqa: ASYNC110 - the count is in the database
            await asyncio.sleep(0.05)
    assert len((await services.generations.get(script.runs[0])).attempts) == 1


async def test_the_form_is_never_wider_than_its_column(opened: OpenWindow) -> None:
    """Three long badges of a model cut the right edge of every part of the form off."""
    composer = opened.part(CreatePane, "create-pane").composer_model
    models = opened.session.services.models
    form = opened.part(QScrollArea, "composer-form")
    inside = form.widget()
    for kind in (GenerationType.VIDEO, GenerationType.AUDIO):
        composer.set_type(kind)
        for info in models.providers():
            for model in models.models(kind, info.name)[:6]:
                composer.choose_model(info.name, model.id)
                form.ensurePolished()
                assert inside is not None
                assert inside.minimumSizeHint().width() <= form.viewport().width(), model.label
