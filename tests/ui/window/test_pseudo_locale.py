"""Every page in the pseudo-locale and in German: nothing untranslated, nothing cut off."""

import asyncio
import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from mediadesk.app.headless import find
from mediadesk.ui.dialogs.close_dialog import CloseDialog
from mediadesk.ui.dialogs.project_dialog import ProjectDialog
from mediadesk.ui.support.language import PSEUDO, PSEUDO_RTL, VARIABLE, install_language
from tests.ui.window.conftest import OpenWindow
from tests.ui.window.language_walk import PLACES, clipped, untranslated

SETTLE_S = 0.15
"""Long enough for what a page reads and lays out; what is late is seen at the next size."""
SIZES = ((1024, 700), (1440, 900))
DATA = re.compile(
    r"https?://\S+|/\S+|\b(mediadesk|Sample|library|image|text|music|film|simulation|My project|PNG"
    r"|JPEG|WebP|Anthropic|Compatible endpoint|Gemini|Nano Banana|OpenAI|OpenRouter|Veo|fal|GPT-\S+"
    r"|Luna|Deutsch|English|Ctrl|Shift|Alt|Del|Esc|Return|Space|Home|Down|PgUp|PgDown|Right|Left"
    r"|Enter|Meta|Ins|Tab|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*|UTC|USD)\b"
)
"""Names that are the same in every language, keys, addresses, and what is stored."""


@pytest.fixture
def spoken(
    request: pytest.FixtureRequest, themed_app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    language = str(request.param)
    monkeypatch.setenv(VARIABLE, language)
    install_language(themed_app)
    yield language
    monkeypatch.delenv(VARIABLE)
    install_language(themed_app, "en")


@pytest.mark.parametrize("spoken", [PSEUDO, PSEUDO_RTL, "de"], indirect=True)
async def test_nothing_is_untranslated_or_cut_off(spoken: str, opened: OpenWindow) -> None:
    window, found = opened.window, set[str]()

    async def look(root: QWidget) -> None:
        await asyncio.sleep(SETTLE_S)
        found.update(clipped(root) if spoken == "de" else untranslated(root, DATA))

    for size in SIZES:
        window.resize(*size)
        for page, place in PLACES:
            opened.session.show_page(page, place)
            await look(window)
    for dialog in (ProjectDialog(window), CloseDialog(window, [], [])):
        dialog.open()
        await look(dialog)
        dialog.reject()
        dialog.deleteLater()
    assert found == set()
    right_to_left = spoken == PSEUDO_RTL
    sidebar = find(window, QWidget, "sidebar")
    assert (sidebar.x() > 0) is right_to_left
    assert (window.layoutDirection() is Qt.LayoutDirection.RightToLeft) is right_to_left
