"""Parts of the composer by themselves: the box around the prompt, and what an input must be."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from mediadesk.domain.catalog import AudioKind, InputRole
from mediadesk.domain.generation import Asset, GenerationType
from mediadesk.domain.ids import AssetId, ProjectId
from mediadesk.domain.parameters import ParameterKind, ParameterSpec
from mediadesk.providers.sample.models import IMAGE_MODEL, TEXT_MODEL, VOICE_MODEL
from mediadesk.ui.panes.create.composer_inputs import ComposerInputs
from mediadesk.ui.panes.create.prompt_box import PromptBox
from mediadesk.ui.panes.create.prompt_words import length_words

NEGATIVE = ParameterSpec("negative_prompt", ParameterKind.LONG_TEXT, "Negative prompt")
MODEL = replace(IMAGE_MODEL, parameters=(*IMAGE_MODEL.parameters, NEGATIVE))
ID = UUID("01930000-0000-7000-8000-000000000001")


def words(box: PromptBox) -> list[str]:
    return [label.text() for label in box.findChildren(QLabel) if label.isVisible()]


def test_a_negative_prompt_opens_from_inside_the_box(themed_app: object) -> None:
    box = PromptBox()
    box.show()
    box.show_model(MODEL, {})
    opener = box.findChild(QPushButton, "parameter-negative_prompt-open")
    assert isinstance(opener, QPushButton)
    frame = box.findChild(QWidget, "prompt-box")
    assert isinstance(frame, QWidget)
    assert frame.isAncestorOf(opener)
    opener.click()
    told: list[str] = []
    box.partner_changed.connect(told.append)
    edit = box.findChild(QPlainTextEdit, "parameter-negative_prompt-text")
    assert isinstance(edit, QPlainTextEdit)
    edit.setPlainText("people")
    assert told == ["negative_prompt"]
    assert box.partners.values() == {"negative_prompt": "people"}
    box.show_model(IMAGE_MODEL, {})
    assert not box.findChildren(QPushButton, "parameter-negative_prompt-open")


def test_the_box_counts_as_the_model_does(themed_app: object) -> None:
    box = PromptBox()
    box.show()
    box.edit.setPlainText("a" * 240)
    box.show_model(TEXT_MODEL, {})
    assert "240 / 32,000" in words(box)
    assert "about 80 tokens" in words(box)
    box.show_model(VOICE_MODEL, {})
    assert VOICE_MODEL.audio_kind is AudioKind.SPEECH
    assert "About 0:20 spoken" in words(box)
    assert length_words(VOICE_MODEL, "a" * 5_000) == ("5,000 / 4,096", False), "it is split"
    assert length_words(TEXT_MODEL, "a" * 50_000) == ("50,000 / 32,000", True)


def asset(**changes: object) -> Asset:
    usual = Asset(
        AssetId(ID), GenerationType.IMAGE, "image/png", "png", 5_000, 0,
        datetime.now(UTC), ProjectId(ID), file_name="hero.png",
    )  # fmt: skip
    return replace(usual, **changes)  # type: ignore[arg-type]  # the changes of one test


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"size_bytes": 24 << 20}, ["hero.png has", "the limit of", "smaller file"]),
        ({"mime": "image/tiff"}, ["hero.png is image/tiff", "Use jpeg, png, webp."]),
        ({"type": GenerationType.AUDIO}, ["takes no audio inputs, only image"]),
    ],
)
def test_an_input_that_does_not_fit_is_told_why(
    changes: dict[str, object], told: list[str]
) -> None:
    inputs = ComposerInputs()
    problem = inputs.add(IMAGE_MODEL, asset(**changes))
    assert all(part in problem for part in told), problem
    assert inputs.items == ()


def test_an_input_takes_the_first_role_that_has_room_for_it() -> None:
    roles = (
        InputRole("first_frame", "First frame"),
        InputRole("paper", "Paper", (GenerationType.TEXT,), ("application/pdf",)),
    )
    model = replace(IMAGE_MODEL, input_roles=roles)
    inputs = ComposerInputs()
    paper = asset(type=GenerationType.TEXT, mime="application/pdf")
    assert inputs.add(model, paper) == ""
    assert inputs.add(model, asset()) == ""
    assert [item.role for item in inputs.items] == ["paper", "first_frame"]
    assert "takes no more image inputs" in inputs.add(model, asset())
