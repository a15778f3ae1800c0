"""The form built from parameter specs: which control, which values, errors, Advanced."""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mediadesk.domain.parameters import (
    Choice,
    ParameterKind,
    ParameterSpec,
    ParameterValue,
    check_parameters,
)
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.buttons import Button, IconButton
from mediadesk.ui.widgets.number_editors import NumberEditor, RangeEditor
from mediadesk.ui.widgets.parameter_controls import ParameterControls
from mediadesk.ui.widgets.parameter_editors import (
    ComboEditor,
    FlagEditor,
    SegmentEditor,
    make_editor,
)
from mediadesk.ui.widgets.range_control import RangeControl
from mediadesk.ui.widgets.segmented import SegmentedControl
from mediadesk.ui.widgets.text_editors import LineEditor, SeedEditor, TextEditor

W = TypeVar("W", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton


def choices(*values: str) -> tuple[Choice, ...]:
    return tuple(Choice(value, value.upper()) for value in values)


SPECS = (
    ParameterSpec(
        "size", ParameterKind.CHOICE, "Size", default="2k", choices=choices("1k", "2k", "4k")
    ),
    ParameterSpec(
        "guidance",
        ParameterKind.NUMBER,
        "Guidance",
        default=6.5,
        minimum=1,
        maximum=20,
        step=0.5,
        advanced=True,
    ),
    ParameterSpec("steps", ParameterKind.INTEGER, "Steps", minimum=1, maximum=50, advanced=True),
    ParameterSpec("tokens", ParameterKind.INTEGER, "Max tokens", default=2048, minimum=1),
    ParameterSpec("sound", ParameterKind.FLAG, "Sound", default=True),
    ParameterSpec("voice", ParameterKind.TEXT, "Voice", depends_on=("sound", (True,))),
    ParameterSpec("negative", ParameterKind.LONG_TEXT, "Negative prompt"),
    ParameterSpec("seed", ParameterKind.SEED, "Seed", advanced=True),
)


@pytest.fixture
def controls(qtbot: QtBot) -> ParameterControls:
    widget = ParameterControls()
    qtbot.addWidget(widget)
    widget.resize(340, 600)
    widget.set_specs(SPECS)
    widget.show()
    return widget


def child(parent: QWidget, kind: type[W], name: str) -> W:
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


@pytest.mark.parametrize(
    ("spec", "editor"),
    [
        (SPECS[0], SegmentEditor),
        (ParameterSpec("v", ParameterKind.CHOICE, "V", choices=choices(*"abcdef")), ComboEditor),
        (ParameterSpec("v", ParameterKind.CHOICE, "V", choices=choices("a" * 40)), ComboEditor),
        (SPECS[1], RangeEditor),
        (SPECS[3], NumberEditor),
        (SPECS[4], FlagEditor),
        (SPECS[5], LineEditor),
        (SPECS[6], TextEditor),
        (SPECS[7], SeedEditor),
    ],
)
def test_each_kind_gets_its_control(qtbot: QtBot, spec: ParameterSpec, editor: type) -> None:
    made = make_editor(spec)
    qtbot.addWidget(made)
    assert type(made) is editor


def test_defaults_are_shown_and_what_has_none_is_absent(controls: ParameterControls) -> None:
    values = controls.values()
    assert values == {"size": "2k", "guidance": 6.5, "tokens": 2048, "sound": True}
    assert check_parameters(SPECS, values) == values
    assert controls.changed_count() == 0


def test_the_user_changes_values(qtbot: QtBot, controls: ParameterControls) -> None:
    changed: list[str] = []
    controls.value_changed.connect(changed.append)
    size = child(controls, SegmentedControl, "parameter-size-choice")
    qtbot.mouseClick(size.button("4k"), LEFT)
    voice = child(controls, QLineEdit, "parameter-voice-text")
    qtbot.keyClicks(voice, "Sage")
    tokens = child(controls, QWidget, "parameter-tokens-value")
    qtbot.keyClick(tokens, Qt.Key.Key_Up)
    assert controls.values() == {
        "size": "4k",
        "guidance": 6.5,
        "tokens": 2049,
        "sound": True,
        "voice": "Sage",
    }
    assert changed[0] == "size"
    assert set(changed) == {"size", "voice", "tokens"}


def test_a_number_with_a_long_unit_is_shown_whole(qtbot: QtBot) -> None:
    """“4096 tokens” was cut off after “toke”."""
    widget = ParameterControls()
    qtbot.addWidget(widget)
    number = ParameterKind.INTEGER
    longest = ParameterSpec("most", number, "Most", minimum=1, maximum=131_072, unit="tokens")
    widget.set_specs((longest,))
    widget.show()
    spin = child(widget, QDoubleSpinBox, "parameter-most-range-value")
    spin.setValue(131_072)
    edit = spin.findChild(QLineEdit)
    assert edit is not None
    margins = edit.textMargins()
    room = edit.width() - margins.left() - margins.right()
    assert edit.fontMetrics().horizontalAdvance(edit.text()) <= room


def test_setting_values_is_silent_and_round_trips(controls: ParameterControls) -> None:
    changed: list[str] = []
    controls.value_changed.connect(changed.append)
    wanted: dict[str, ParameterValue] = {
        "size": "1k",
        "guidance": 7.0,
        "steps": 30,
        "tokens": 5,
        "sound": False,
        "negative": "blurred",
        "seed": 418220,
    }
    controls.set_values(wanted)
    assert controls.values() == wanted
    assert changed == []
    controls.set_values({})
    assert controls.values()["size"] == "2k"
    assert "seed" not in controls.values()


def test_a_dependent_control_is_off_and_says_why(controls: ParameterControls) -> None:
    controls.set_values({"sound": False, "voice": "Sage"})
    editor = controls.row("voice").editor
    assert not editor.isEnabled()
    assert editor.toolTip() == "Needs Sound: on"
    assert "voice" not in controls.values()


def test_advanced_counts_changes_and_resets(qtbot: QtBot, controls: ParameterControls) -> None:
    controls.set_values({"guidance": 9.0, "steps": 12})
    assert controls.changed_count() == 2
    assert not controls.row("guidance").isVisible()
    qtbot.mouseClick(child(controls, QPushButton, "advanced-toggle"), LEFT)
    assert controls.row("guidance").isVisible()
    reset = child(controls, QPushButton, "advanced-reset")
    assert reset.text() == "Reset 2 changes"
    qtbot.mouseClick(reset, LEFT)
    assert controls.changed_count() == 0
    assert controls.values()["guidance"] == 6.5


def test_an_error_opens_advanced_and_goes_with_the_change(
    qtbot: QtBot, controls: ParameterControls
) -> None:
    assert controls.set_error("guidance", "Use 1 to 20.")
    assert not controls.set_error("nothing", "x")
    row = controls.row("guidance")
    assert row.isVisible()
    assert row.error() == "Use 1 to 20."
    guidance = child(row, RangeControl, "parameter-guidance-range")
    qtbot.keyClick(guidance.findChild(QSlider), Qt.Key.Key_Right)
    assert row.error() == ""


def test_seed_is_kept_only_while_locked(qtbot: QtBot, controls: ParameterControls) -> None:
    qtbot.mouseClick(child(controls, Button, "advanced-toggle"), LEFT)
    edit = child(controls, QLineEdit, "parameter-seed-text")
    qtbot.keyClicks(edit, "42x")
    assert controls.values()["seed"] == 42
    qtbot.mouseClick(child(controls, IconButton, "keep-this-seed"), LEFT)
    assert "seed" not in controls.values()
    qtbot.mouseClick(child(controls, IconButton, "new-seed"), LEFT)
    assert 0 <= int(controls.values()["seed"]) < 2**31


def test_long_text_unfolds(qtbot: QtBot, controls: ParameterControls) -> None:
    edit = child(controls, QPlainTextEdit, "parameter-negative-text")
    assert not edit.isVisible()
    qtbot.mouseClick(child(controls, QPushButton, "parameter-negative-open"), LEFT)
    assert edit.isVisible()
    qtbot.keyClicks(edit, "fog")
    assert controls.values()["negative"] == "fog"


def test_larger_text_turns_segments_into_a_list_and_keeps_the_values(
    controls: ParameterControls,
) -> None:
    controls.set_values({"size": "4k", "seed": 7})
    assert isinstance(controls.row("size").editor, SegmentEditor)
    theme().set_scale(2.0)
    assert isinstance(controls.row("size").editor, ComboEditor)
    assert controls.values()["size"] == "4k"
    assert controls.values()["seed"] == 7


def test_controls_that_are_shown_already_stay(qtbot: QtBot) -> None:
    """Whenever a key or a list of models changed, all fields were made anew, one in use too."""
    widget = ParameterControls()
    qtbot.addWidget(widget)
    assert widget.set_specs(SPECS)
    before = [widget.row(spec.name) for spec in SPECS]
    assert not widget.set_specs(list(SPECS))
    assert [widget.row(spec.name) for spec in SPECS] == before
    assert widget.set_specs(SPECS[:1])
    assert widget.row(SPECS[0].name) is not before[0]
