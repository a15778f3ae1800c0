"""The composer by mouse and keys: raw parameters, price on the button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from mediadesk.app.headless import click, press
from mediadesk.domain.queries import HistoryQuery
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
