"""A paragraph that shows its first lines until the whole is wanted."""

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
