"""Small and large text in small and large windows: nothing cut off, nothing over each other."""

import asyncio

import pytest
from PySide6.QtWidgets import QWidget

from mediadesk.domain.generation import GenerationType
from mediadesk.ui.dialogs.close_dialog import CloseDialog
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.segmented import Segment, SegmentedControl
from tests.ui.window.conftest import OpenWindow, until
from tests.ui.window.language_walk import PLACES, clipped
from tests.ui.window.look_walk import outside, overlapping

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support", "PulseAudio", "No audio device", "No RHI"
)
SETTLE_S = 0.15
LOOKS = 20


@pytest.mark.parametrize(
    ("scale", "size"),
    [
        pytest.param(0.8, (1440, 900), marks=pytest.mark.full),
        (1.5, (1024, 700)),
        (2.0, (1440, 900)),
    ],
)
async def test_every_size_of_text_has_room(
    opened: OpenWindow, scale: float, size: tuple[int, int]
) -> None:
    theme().set_scale(scale)
    window, found = opened.window, set[str]()
    window.resize(*size)

    async def look() -> None:
        faults = set[str]()
        for _ in range(LOOKS):  # what is still being laid out is looked at again
            await asyncio.sleep(SETTLE_S)
            faults = {*clipped(window), *overlapping(window), *outside(window)}
            if not faults:
                return
        found.update(faults)

    await look()
    for kind in GenerationType:
        await opened.made(opened.request(kind, f"A small {kind.value}"))
        await look()
    await opened.made(opened.request(GenerationType.IMAGE, "A forest", failure="blocked"))
    await look()
    made = await opened.made(opened.request(GenerationType.IMAGE, "Four huts", count=4))
    for page, place in PLACES:
        opened.session.show_page(page, place)
        await look()
    dialog = CloseDialog(window, [made], [made])
    dialog.open()
    await look()
    dialog.reject()
    assert "\n".join(sorted(found)) == ""
    assert window.size().toTuple() == size


async def test_large_text_takes_the_layout_of_a_smaller_window(opened: OpenWindow) -> None:
    """At 200 % the sidebar took a third of the window, and the stage's buttons lay on a heap."""
    sidebar = opened.part(QWidget, "sidebar")
    await until(lambda: sidebar.width() == 232, "the wide sidebar")
    theme().set_scale(2.0)
    await until(lambda: sidebar.width() == theme().px(56), "the rail")
    theme().set_scale(1.0)
    await until(lambda: sidebar.width() == 232, "the wide sidebar")


async def test_choices_drop_their_icons_before_their_words(opened: OpenWindow) -> None:
    choices = [Segment("a", "Text", "type"), Segment("b", "Image", "image")]
    control = SegmentedControl(choices, parent=opened.window)
    control.resize(control.sizeHint())
    control.show()
    assert not control.button("a").icon().isNull()
    control.resize(control.minimumSizeHint())
    assert control.button("a").icon().isNull()
    assert clipped(control) == set()
    control.resize(control.width() + 80, control.height())
    assert not control.button("a").icon().isNull()
