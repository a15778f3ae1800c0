"""The box under the form: what a run costs, and that its price was read long ago."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from PySide6.QtWidgets import QLabel

from mediadesk.domain.catalog import ModelSpec, Price, PriceUnit, Pricing
from mediadesk.domain.cost_calculator import Estimate
from mediadesk.domain.generation import GenerationRequest
from mediadesk.domain.ids import ProjectId, ProviderName
from mediadesk.providers.sample.models import IMAGE_MODEL, TEXT_MODEL, VIDEO_MODEL, VOICE_MODEL
from mediadesk.services.money import FreeBudget
from mediadesk.ui.panes.create.cost_preview import EstimateState
from mediadesk.ui.panes.create.estimate_basis import basis_words
from mediadesk.ui.panes.create.estimate_box import EstimateBox

OLD = "Prices read 2026-01-31 may be out of date (296 days old)."


def words(box: EstimateBox) -> list[str]:
    return [label.text() for label in box.findChildren(QLabel) if label.isVisible()]


def test_an_old_price_is_told_as_long_as_it_counts(themed_app: object) -> None:
    box = EstimateBox()
    box.show()
    box.show_state(EstimateState(Estimate(20_000, 30_000, notice=OLD), None))
    assert OLD in words(box)
    assert "$0.02 to $0.03" in words(box)
    box.show_state(EstimateState(Estimate(20_000, 20_000), None))
    assert OLD not in words(box)
    assert "$0.02" in words(box)
    box.show_state(EstimateState(None, None))
    assert OLD not in words(box)


PROJECT = ProjectId(UUID("01930000-0000-7000-8000-000000000001"))


def basis(model: ModelSpec, micro: int, count: int = 1, prompt: str = "", **values: int) -> str:
    request = GenerationRequest(
        model.types[0], ProviderName("x"), model.id, prompt, PROJECT, parameters=values
    )
    return basis_words(request, model, Estimate(micro, micro, count))


def test_what_an_estimate_is_made_of() -> None:
    timed = replace(VIDEO_MODEL, pricing=Pricing((Price(PriceUnit.SECOND, 400_000),)))
    chat = replace(TEXT_MODEL, pricing=Pricing((Price(PriceUnit.INPUT_TOKEN, 1_000_000),)))
    assert basis(IMAGE_MODEL, 240_000, 4) == "4 × $0.06"
    assert basis(timed, 3_200_000, duration=8) == "1 × 8 s × $0.40"
    assert basis(VOICE_MODEL, 2_000, prompt="a" * 192) == "1 × 16 s"
    assert basis(chat, 9, prompt="a" * 3_852, max_tokens=2_048) == "1.3K in, up to 2K out"
    assert basis(IMAGE_MODEL, 60_000) == ""


def test_what_goes_over_the_budget_is_told_in_amber(themed_app: object) -> None:
    box = EstimateBox()
    box.show()
    free = FreeBudget(1_000_000, "monthly limit", 5_000_000, 4_000_000, 0)
    box.show_state(EstimateState(Estimate(2_000_000, 4_600_000), free))
    assert "$3.60 over the budget" in words(box)
    box.show_state(EstimateState(Estimate(20_000, 20_000), free))
    assert "$0.98 after this run" in words(box)
    assert not any("over the budget" in word for word in words(box))
