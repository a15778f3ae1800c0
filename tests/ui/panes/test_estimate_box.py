"""The box under the form: what a run costs, and that its price was read long ago."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from mediadesk.domain.cost_calculator import Estimate
from mediadesk.ui.panes.create.cost_preview import EstimateState
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
