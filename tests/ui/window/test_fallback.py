"""The fallback chain in the window: chosen, estimated, kept for the project, told afterwards."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from mediadesk.app.headless import click
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderName
from mediadesk.domain.queries import HistoryQuery
from mediadesk.ui.panes.create.pane import CreatePane
from tests.simulator import Simulator
from tests.ui.window.conftest import OpenWindow, until

OPENAI = ProviderName("openai")
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def simulator() -> Iterator[Simulator]:
    with Simulator() as running:
        yield running


def words_in(opened: OpenWindow, name: str) -> str:
    labels = opened.part(QWidget, name).findChildren(QLabel)
    return "\n".join(label.text() for label in labels if not label.isHidden())


async def add_model(opened: OpenWindow, words: str) -> None:
    await click(opened.part(QWidget, "add-fallback"))
    picker = opened.part(QWidget, "fallback-picker")
    await until(picker.isVisible, "the picker")
    search = picker.findChildren(QLineEdit)[0]
    QTest.keyClicks(search, words)
    QTest.keyClick(search, Qt.Key.Key_Return)
    await until(lambda: not picker.isVisible(), "the choice")


async def test_a_chain_is_chosen_kept_and_told(opened: OpenWindow, simulator: Simulator) -> None:
    services, workspace = opened.session.services, opened.session.workspace
    await services.accounts.add(OPENAI, key="sk-0123456789abcdef", base_url=simulator.base_url)
    composer = opened.part(CreatePane, "create-pane").composer_model
    composer.choose_model(OPENAI, "gpt-image-2")
    opened.part(QPlainTextEdit, "prompt").setPlainText("A red cube")
    assert "None" in words_in(opened, "fallback")

    await add_model(opened, "sample-image")
    await until(lambda: "For this run" in words_in(opened, "fallback"), "the row")
    await until(lambda: "Free" in words_in(opened, "fallback"), "what it costs")
    await add_model(opened, "sample-image")
    assert "twice" in words_in(opened, "fallback")

    await click(opened.part(QWidget, "keep-fallback"))
    await until(lambda: "Of the project" in words_in(opened, "fallback"), "the project's chain")
    kept = await services.projects.get(workspace.project.id)
    assert [link.model for link in kept.fallback[GenerationType.IMAGE]] == ["sample-image"]

    simulator.plan("/images/generations", "wrong_key")
    await click(opened.part(QWidget, "generate"))
    await until(lambda: opened.status() == "Done", "the result")
    (made,) = [row.generation for row in await services.history.first_page(HistoryQuery())]
    assert [attempt.route.link for attempt in made.attempts] == [0, 1]
    await until(lambda: "sample-image made the result" in words_in(opened, "details"), "the route")

    composer.reuse(made.id)
    await until(lambda: "Of the project" in words_in(opened, "fallback"), "the same chain")
    opened.part(QAbstractButton, "remove-fallback-1").click()
    assert composer.request().fallback == ()
    assert "None for this run" in words_in(opened, "fallback")
    await click(opened.part(QWidget, "project-fallback"))
    assert composer.request().fallback is None
