"""One window makes every kind of every provider, and shows each result in its viewer."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from mediadesk.app.headless import click, press
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderName
from mediadesk.ui.panes.create.pane import CreatePane
from mediadesk.ui.widgets.image_viewer import ImageViewer
from mediadesk.ui.widgets.media_player import MediaPlayer
from mediadesk.ui.widgets.text_view import TextView
from tests.e2e.test_every_provider import KEYS, PATHS, RUNS, make_quick
from tests.simulator import Simulator
from tests.ui.window.conftest import OpenWindow, until

_T = GenerationType
pytestmark = [
    # there is neither a screen nor a sound card
    pytest.mark.qt_log_ignore("This plugin does not support", "PulseAudio"),
    pytest.mark.timeout(240),
]


@pytest.fixture
def simulator() -> Iterator[Simulator]:
    with Simulator() as running:
        make_quick(running)
        yield running


def is_shown(opened: OpenWindow, kind: GenerationType) -> bool:
    """Whether the result of the stage can be read, seen or played."""
    if kind is _T.TEXT:
        text = opened.part(QWidget, "text-stage").findChild(TextView)
        return isinstance(text, TextView) and bool(text.toPlainText().strip())
    if kind is _T.IMAGE:
        viewer = opened.part(ImageViewer, "image-viewer")
        return viewer.isVisible() and viewer.has_image()
    player = opened.part(MediaPlayer, f"{kind.value}-player")
    problem = player.findChild(QWidget, "player-problem")
    if not player.isVisible() or problem is None or problem.isVisible():
        return False
    return kind is _T.AUDIO or not player.current_image().isNull()


async def test_every_kind_of_every_provider_opens_in_its_viewer(
    opened: OpenWindow, simulator: Simulator
) -> None:
    services = opened.session.services
    for name, key in KEYS.items():
        url = simulator.root_url + PATHS.get(name, "")
        await services.accounts.add(ProviderName(name), key=key, base_url=url)
    for run in RUNS:
        await make(opened, simulator, *run)


async def make(
    opened: OpenWindow, simulator: Simulator, provider: str, kind: str, model: str
) -> None:
    """Choose kind and model, write, start, and wait for the viewer."""
    await click(opened.part(QPushButton, f"type-{kind}"))
    composer = opened.part(CreatePane, "create-pane").composer_model
    name = ProviderName(provider)
    composer.choose_model(name, model or composer.models_of(name)[0].id)
    composer.set_ceiling(9_000_000)
    prompt = opened.part(QPlainTextEdit, "prompt")
    prompt.setPlainText(f"A red cube by {provider}")
    before = len(simulator.submissions)
    await press(prompt, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: len(simulator.submissions) > before, f"{provider} {kind} to be sent")
    await until(lambda: opened.status() == "Done", f"{provider} {kind}")
    await until(lambda: is_shown(opened, _T(kind)), f"the viewer of {provider} {kind}")
