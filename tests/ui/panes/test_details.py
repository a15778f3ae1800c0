"""The details panel: changed words in place, other rows anew, ratings that stay."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mediadesk.domain.catalog import ModelSpec
from mediadesk.domain.generation import (
    Asset,
    Attempt,
    AttemptState,
    FinishReason,
    Generation,
    GenerationStatus,
    GenerationType,
)
from mediadesk.domain.ids import (
    AssetId,
    AttemptId,
    GenerationId,
    ProjectId,
    ProviderId,
    ProviderName,
    new_uuid7,
)
from mediadesk.domain.parameters import Choice, ParameterKind, ParameterSpec, ParameterValue
from mediadesk.ui.panes.create.details import USUAL_FACTS, USUAL_SETTINGS, DetailsPanel
from mediadesk.ui.panes.create.details_content import details_of
from mediadesk.ui.panes.create.details_parts import FactRows
from mediadesk.ui.widgets.buttons import IconButton
from mediadesk.ui.widgets.labels import ElideLabel

NOW = datetime(2026, 11, 23, tzinfo=UTC)
PROJECT = ProjectId(new_uuid7())
GENERATION = Generation(
    GenerationId(new_uuid7()),
    GenerationType.IMAGE,
    ProviderName("sample"),
    ProviderId("sample"),
    "sample-picture",
    "a quiet harbour",
    GenerationStatus.COMPLETED,
    PROJECT,
    NOW,
    1,
    charged_micro=40_000,
)
PICTURE = Asset(
    AssetId(new_uuid7()),
    GenerationType.IMAGE,
    "image/png",
    "png",
    1_000,
    0,
    NOW,
    PROJECT,
    rating=2,
)


class NoThumbnails(QObject):
    loaded = Signal(object)

    def pixmap(self, _asset_id: object, _size: QSize | None = None) -> QPixmap | None:
        return None


Show = Callable[[Generation | None, Asset | None], list[str]]


@pytest.fixture
def panel(qtbot: QtBot) -> DetailsPanel:
    made = DetailsPanel(NoThumbnails())  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def show(panel: DetailsPanel) -> Show:
    def words(generation: Generation | None, asset: Asset | None) -> list[str]:
        panel.show_state(generation, asset)
        panel.show_lineage((), ())  # does not wait for changes that may follow
        return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]

    return words


def stars(panel: DetailsPanel) -> list[IconButton]:
    found = [panel.findChild(IconButton, f"star-{number}") for number in range(1, 6)]
    return [star for star in found if isinstance(star, IconButton) and star.isVisible()]


def has_usual_rows(panel: DetailsPanel) -> bool:
    made = sum(len(rows.findChildren(ElideLabel)) for rows in panel.findChildren(FactRows))
    return made >= USUAL_FACTS + USUAL_SETTINGS


def test_changed_words_need_no_new_widgets(panel: DetailsPanel, show: Show, qtbot: QtBot) -> None:
    show(GENERATION, PICTURE)
    qtbot.waitUntil(lambda: has_usual_rows(panel))
    before = panel.findChildren(QLabel)
    words = show(replace(GENERATION, prompt="a loud harbour"), replace(PICTURE, size_bytes=9_000))
    assert panel.findChildren(QLabel) == before
    show(GENERATION, None)
    show(None, None)
    show(GENERATION, PICTURE)
    assert panel.findChildren(QLabel) == before, "made anew where sections come and go"
    assert "a loud harbour" in words
    assert "a quiet harbour" not in words
    assert any("PNG, 9" in word for word in words)


def test_the_usual_rows_are_there_before_the_first_result(
    panel: DetailsPanel, show: Show, qtbot: QtBot
) -> None:
    """The first result waited for all its rows to be made: several frames."""
    qtbot.waitUntil(lambda: has_usual_rows(panel))
    before = panel.findChildren(QLabel)
    assert "Model" in show(GENERATION, PICTURE)
    assert panel.findChildren(QLabel) == before


def test_other_rows_take_the_place_of_the_old_ones(panel: DetailsPanel, show: Show) -> None:
    assert "Time" not in show(GENERATION, PICTURE)
    assert "Time" in show(replace(GENERATION, latency_ms=2_000), PICTURE)
    assert stars(panel)
    assert "Organise" not in show(GENERATION, None)
    assert stars(panel) == []
    assert show(None, None).count("Nothing is shown.") == 1


def test_a_star_asks_and_the_stored_rating_is_shown(
    panel: DetailsPanel, show: Show, qtbot: QtBot
) -> None:
    show(GENERATION, PICTURE)
    wishes: list[int] = []
    panel.rated.connect(wishes.append)
    qtbot.mouseClick(stars(panel)[3], Qt.MouseButton.LeftButton)
    assert [star.isChecked() for star in stars(panel)] == [True, True, False, False, False]
    show(GENERATION, replace(PICTURE, rating=4))
    assert [star.isChecked() for star in stars(panel)] == [True, True, True, True, False]
    qtbot.mouseClick(stars(panel)[3], Qt.MouseButton.LeftButton)
    assert wishes == [4, 0]


MODEL = ModelSpec(
    ProviderId("sample"),
    "sample-picture",
    "Sample picture",
    (GenerationType.IMAGE,),
    parameters=(
        ParameterSpec("seed", ParameterKind.SEED, "Seed"),
        ParameterSpec(
            "aspect_ratio",
            ParameterKind.CHOICE,
            "Aspect ratio",
            choices=(Choice("wide", "16:9"), Choice("tall", "9:16")),
        ),
        ParameterSpec("delay_s", ParameterKind.NUMBER, "Waiting time", unit="s"),
    ),
)


def test_settings_are_named_as_in_the_form() -> None:
    """Raw names and values of the request were shown: “Delay s 2”, “wide”."""
    values: dict[str, ParameterValue] = {"delay_s": 2.0, "aspect_ratio": "wide", "gone_since": True}
    generation = replace(GENERATION, parameters=values, extra={"raw_one": 3})
    content = details_of(generation, PICTURE, MODEL)
    assert content.settings == (
        ("Aspect ratio", "16:9"),
        ("Waiting time", "2 s"),
        ("Gone since", "On"),
        ("Raw one", "3"),
    )
    assert ("Model", "Sample picture") in content.result
    assert ("Model", "sample-picture") in details_of(generation, PICTURE).result


def test_half_an_answer_is_called_so() -> None:
    """Text that was cut at the token limit looked like a whole answer."""
    rows = {}
    for end in FinishReason:
        done = AttemptState.COMPLETED
        notes = {"ending": "tired"} if end is FinishReason.OTHER else {}
        identity = AttemptId(new_uuid7())
        attempt = Attempt(identity, 1, done, 1, finish_reason=end, notes=notes)
        generation = replace(GENERATION, assets=(PICTURE,), attempts=(attempt,))
        rows[end] = dict(details_of(generation, PICTURE).result).get("Ending")
    assert rows[FinishReason.TRUNCATED] == "Cut at the token limit"
    assert rows[FinishReason.INTERRUPTED] == "Broke off before its end"
    assert rows[FinishReason.REFUSED] == "The provider refused to go on"
    assert rows[FinishReason.OTHER] == "Ended by the provider with “tired”"
    assert rows[FinishReason.COMPLETE] is None


def test_what_the_provider_told_beside_a_result_is_shown() -> None:
    """Why results were missing, and the prompt really used, were stored and never shown."""
    told = {"missing": "2 of 4 pictures arrived.", "revised_prompt": "A calm sea", "seed": "7"}
    done = AttemptState.COMPLETED
    attempt = Attempt(AttemptId(new_uuid7()), 1, done, 4, notes=told)
    generation = replace(GENERATION, assets=(PICTURE,), attempts=(attempt,))
    rows = dict(details_of(generation, PICTURE).result)
    assert rows["Missing"] == "2 of 4 pictures arrived."
    assert (rows["Prompt as used"], rows["Seed used"]) == ("A calm sea", "7")


def test_of_a_failure_the_code_and_the_tries_are_told_once() -> None:
    """Status and code of the answer were nowhere to be read; model and cost stood there twice."""
    refused = Attempt(
        AttemptId(new_uuid7()),
        1,
        AttemptState.FAILED,
        1,
        tries=1,
        error_kind="blocked",
        error_message="No.",
        error_status=400,
        provider_code="moderation",
    )
    failed = replace(GENERATION, status=GenerationStatus.FAILED, attempts=(refused,))
    told = details_of(failed, None)
    assert told.failure is not None
    rows = dict(told.failure)
    assert (rows["Code"], rows["Attempts"]) == ("400, moderation", "1, not repeated")
    assert not {"Model", "Cost"} & dict(told.result).keys()
