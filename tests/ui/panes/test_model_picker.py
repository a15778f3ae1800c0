"""The model picker over long lists: search, ids typed by hand, models that end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from mediadesk.domain.catalog import ModelSpec, Price, PriceUnit, Pricing
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId, ProviderName
from mediadesk.services.models import ProviderInfo
from mediadesk.ui.panes.create.model_list import PRICE_ROLE, SUBTITLE_ROLE
from mediadesk.ui.panes.create.model_picker import ModelPicker

if TYPE_CHECKING:
    from mediadesk.ui.panes.create.composer_view_model import ComposerViewModel

TODAY = date(2026, 11, 23)
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
MAKERS = ProviderInfo(
    name=ProviderName("makers"),
    provider_id=ProviderId("makers"),
    label="Makers",
    short_label="MA",
    types=(GenerationType.TEXT,),
    needs_key=True,
    needs_base_url=False,
    is_offline=False,
    has_account=True,
    key_page="",
    default_base_url=None,
    account_count=1,
)
PRICED = Pricing(
    (Price(PriceUnit.INPUT_TOKEN, 2_000_000), Price(PriceUnit.OUTPUT_TOKEN, 9_000_000))
)


def make_model(number: int) -> ModelSpec:
    name = f"Maker {number % 7}: Model {number}"
    kinds = (GenerationType.TEXT,)
    return ModelSpec(
        ProviderId("makers"), f"maker-{number % 7}/m-{number}", name, kinds, (), (), PRICED
    )


class Composer(QObject):
    """As much of the composer as the picker asks."""

    lists_wanted = Signal()
    model_changed = Signal(object)

    def __init__(self, models: list[ModelSpec]) -> None:
        super().__init__()
        self.models = models
        self.provider = ProviderName("makers")
        self.model = models[0]

    def providers(self) -> list[ProviderInfo]:
        return [MAKERS]

    def models_of(self, provider: ProviderName) -> list[ModelSpec]:
        return self.models

    def unlisted(self, provider: ProviderName, model_id: str) -> ModelSpec | None:
        made = replace(make_model(0), id=model_id, label=model_id, pricing=Pricing())
        if model_id.startswith("old/"):
            return replace(made, ends_on=date(2026, 3, 9), replaced_by="m-3")
        return made if "/" in model_id else None

    def today(self) -> date:
        return TODAY


class Picker:
    """A picker under a widget, and what it shows."""

    def __init__(self, models: list[ModelSpec]) -> None:
        self.composer = Composer(models)
        self.anchor = QWidget()
        self.widget = ModelPicker(cast("ComposerViewModel", self.composer), self.anchor)
        self.chosen: list[tuple[str, str]] = []
        self.widget.chosen.connect(lambda *pair: self.chosen.append(pair))
        self.anchor.show()
        self.widget.open_at(self.anchor)
        self.list = self.widget.findChildren(QListView)[0]
        self.search = self.widget.findChildren(QLineEdit)[0]

    def shown(self, role: int = Qt.ItemDataRole.DisplayRole) -> list[str]:
        model = self.list.model()
        return [model.index(row, 0).data(role) for row in range(model.rowCount())]


@pytest.fixture
def picker(themed_app: object) -> Picker:
    return Picker([make_model(number) for number in range(500)])


def test_every_model_is_shown_and_the_chosen_one_is_current(picker: Picker) -> None:
    assert len(picker.shown()) == 500
    assert picker.list.currentIndex().row() == 0
    assert picker.shown(PRICE_ROLE)[0] == "$2 / $9 per million tokens"


def test_words_narrow_the_list_in_any_order(picker: Picker) -> None:
    QTest.keyClicks(picker.search, "499 MODEL")
    assert picker.shown() == ["Maker 2: Model 499"]
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    assert picker.chosen == [("makers", "maker-2/m-499")]
    assert not picker.widget.isVisible()


def test_an_id_that_nobody_lists_can_be_typed(picker: Picker) -> None:
    QTest.keyClicks(picker.search, "lab/new-one")
    assert picker.shown() == ["Use “lab/new-one”"]
    assert picker.shown(PRICE_ROLE) == ["Price not known"]
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    assert picker.chosen == [("makers", "lab/new-one")]


def test_a_typed_id_that_has_ended_names_its_successor(picker: Picker) -> None:
    QTest.keyClicks(picker.search, "old/one")
    assert picker.shown() == ["Use “old/one”"]
    assert picker.shown(SUBTITLE_ROLE) == ["Ended, use m-3, not listed"]


def test_a_listed_id_is_not_offered_twice(picker: Picker) -> None:
    QTest.keyClicks(picker.search, "maker-2/m-499")
    assert picker.shown() == ["Maker 2: Model 499"]


def test_what_ends_and_what_has_ended_name_their_successors(themed_app: object) -> None:
    ends = replace(make_model(1), ends_on=date(2027, 1, 14), replaced_by="m-3")
    ended = replace(make_model(2), ends_on=date(2026, 11, 22), replaced_by="m-3")
    gone = replace(ended, id="m-4", replaced_by=None)
    last_day = replace(make_model(5), ends_on=TODAY)
    picker = Picker([ends, ended, gone, last_day])
    assert picker.shown(SUBTITLE_ROLE) == [
        "Ends 14 Jan 2027, then m-3, maker-1/m-1",
        "Ended, use m-3, maker-2/m-2",
        "Ended, m-4",
        "Ends 23 Nov 2026, maker-5/m-5",
    ]
    spoken = picker.shown(Qt.ItemDataRole.AccessibleTextRole)
    assert "Ended, use m-3" in spoken[1]
    assert picker.widget.grab().width() > 0


def test_a_list_that_was_read_anew_is_shown_at_once(picker: Picker) -> None:
    picker.composer.models = [make_model(7)]
    picker.composer.model_changed.emit(None)
    assert picker.shown() == ["Maker 0: Model 7"]
