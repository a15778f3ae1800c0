"""A paragraph that shows its first lines until the whole is wanted."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mediadesk.ui.widgets.clamped_label import ClampedLabel

LONG = "Three stoneware vases on a travertine plinth. " * 200


def test_a_long_prompt_leaves_room_for_what_follows_it(qtbot: QtBot) -> None:
    """A prompt of thousands of letters pushed cost and files out of the details."""
    label = ClampedLabel("prose", 3)
    qtbot.addWidget(label)
    label.resize(240, 60)
    said: list[bool] = []
    label.clamp_changed.connect(said.append)
    label.show()
    label.show_text(LONG)
    assert label.text().endswith("…")
    assert len(label.text()) < 200
    assert label.heightForWidth(240) <= 3 * label.fontMetrics().lineSpacing() + 2
    label.set_open(True)
    assert label.text() == LONG
    label.show_text("One\ntwo\nthree\nfour")
    assert label.text() == "One\ntwo\nthree…"
    label.show_text("Short")
    assert label.text() == "Short"
    assert said == [True, False]


def test_a_scroll_bar_beside_it_does_not_change_its_height(qtbot: QtBot) -> None:
    """A bar that came and went by the height of a prompt laid the details out without an end."""
    page = QWidget()
    qtbot.addWidget(page)
    label = ClampedLabel("prose", 3)
    layout = QVBoxLayout(page)
    layout.addWidget(label)
    page.resize(270, 200)
    page.show()
    heights = set()
    for words in range(20, 60):
        label.show_text("A long prompt about herons. " * words)
        heights |= {layout.heightForWidth(width) for width in (270, 260, 230)}
    assert len(heights) == 1
