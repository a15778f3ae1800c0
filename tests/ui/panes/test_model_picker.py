"""The model picker over long lists: search, filters, marks, typed ids, models that end."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QListView, QWidget

from mediadesk.app.headless import find
from mediadesk.domain.catalog import InputRole, ModelSpec, Price, PriceUnit, Pricing
from mediadesk.domain.errors import UsageError
from mediadesk.domain.events import ModelsChanged, SettingsChanged
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId, ProviderName
from mediadesk.domain.statistics import Figures, StatsBy, StatsQuery, StatsRow
from mediadesk.services.event_bus import EventBus
from mediadesk.services.model_marks import FAVOURITES, RECENT, ModelKey
from mediadesk.services.models import ProviderInfo
from mediadesk.services.stats import Statistics
from mediadesk.ui.panes.create.model_picker import ModelPicker
from mediadesk.ui.panes.create.model_picker_view_model import ModelPickerViewModel
from mediadesk.ui.widgets.nav_row import NavRow
from tests.ui.window.conftest import until

if TYPE_CHECKING:
    from mediadesk.ui.panes.create.composer_view_model import ComposerViewModel
    from mediadesk.ui.service_set import ServiceSet

TODAY = date(2026, 11, 23)
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
MAKERS = ProviderInfo(
    name=ProviderName("makers"),
    provider_id=ProviderId("makers"),
    label="Makers",
    short_label="MA",
    types=(GenerationType.TEXT,),
    needs_key=True,
    needs_base_url=False,
    takes_headers=False,
    is_offline=False,
    has_account=True,
    key_page="",
    default_base_url=None,
    account_count=1,
)
OTHERS = replace(
    MAKERS, name=ProviderName("others"), label="Others", has_account=False, account_count=0
)
PRICED = Pricing(
    (Price(PriceUnit.INPUT_TOKEN, 2_000_000), Price(PriceUnit.OUTPUT_TOKEN, 9_000_000))
)
CHEAP = Pricing((Price(PriceUnit.INPUT_TOKEN, 10_000), Price(PriceUnit.OUTPUT_TOKEN, 40_000)))


def make_model(number: int, **changes: Any) -> ModelSpec:
    name = f"Maker {number % 7}: Model {number}"
    kinds = (GenerationType.TEXT,)
    made = ModelSpec(
        ProviderId("makers"), f"maker-{number % 7}/m-{number}", name, kinds, (), (), PRICED
    )
    return replace(made, **changes)


class Marks:
    """Favourites and recent models in memory; the real ones have tests of their own."""

    def __init__(self, events: EventBus) -> None:
        self.favourites: tuple[ModelKey, ...] = ()
        self.recent: tuple[ModelKey, ...] = ()
        self._events = events

    async def set_favourite(self, key: ModelKey, is_on: bool) -> None:
        others = tuple(one for one in self.favourites if one != key)
        self.favourites = (*others, key) if is_on else others
        self._events.publish(SettingsChanged(FAVOURITES))

    async def note_chosen(self, key: ModelKey) -> None:
        self.recent = (key, *self.recent)
        self._events.publish(SettingsChanged(RECENT))


class Catalogue:
    def __init__(self, models: list[ModelSpec], events: EventBus) -> None:
        self.listed = {MAKERS.name: models, OTHERS.name: [make_model(3, id="other/three")]}
        self.marks = Marks(events)

    def providers(self) -> list[ProviderInfo]:
        return [OTHERS, MAKERS]

    def models(self, _kind: GenerationType, provider: ProviderName) -> list[ModelSpec]:
        return self.listed[provider]

    def spec(self, provider: ProviderName, model_id: str, _kind: GenerationType) -> ModelSpec:
        made = make_model(0, id=model_id, label=model_id, pricing=Pricing())
        if model_id.startswith("old/"):
            made = replace(made, ends_on=date(2026, 3, 9), replaced_by="m-3")
        if "/" not in model_id or provider != MAKERS.name:
            raise UsageError("There is no such model.", "Choose another.")
        return made

    def today(self) -> date:
        return TODAY


class Uses:
    """How often each model was used."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}

    async def statistics(self, query: StatsQuery, by: StatsBy | None = None) -> Statistics:
        rows = tuple(
            StatsRow(name, name, Figures(attempt_count=count), query)
            for name, count in self.counts.items()
        )
        count = self.counts.get(query.model or "", 0)
        return Statistics(Figures(attempt_count=count, result_count=count), rows if by else ())


class Services:
    """As much of an open library as the picker asks."""

    def __init__(self, models: list[ModelSpec]) -> None:
        self.events = EventBus(asyncio.get_running_loop())
        self.models = Catalogue(models, self.events)
        self.stats = Uses()


class Composer(QObject):
    """As much of the composer as the picker asks."""

    lists_wanted = Signal()

    def __init__(self, models: list[ModelSpec]) -> None:
        super().__init__()
        self.type = GenerationType.TEXT
        self.provider = MAKERS.name
        self.model = models[0]


class Picker:
    """A picker under a widget, and what it shows."""

    def __init__(self, models: list[ModelSpec]) -> None:
        self.services = Services(models)
        self.composer = Composer(models)
        self.anchor = QWidget()
        self.anchor.resize(1440, 900)
        self.view_model = ModelPickerViewModel(cast("ServiceSet", self.services))
        self.widget = ModelPicker(
            cast("ComposerViewModel", self.composer), self.view_model, self.anchor
        )
        self.chosen: list[tuple[str, str]] = []
        self.widget.chosen.connect(lambda *pair: self.chosen.append(pair))
        self.anchor.show()
        self.open()
        self.list = self.part(QListView, "model-list")
        self.search = self.part(QLineEdit, "model-search")

    def open(self) -> None:
        self.widget.open_at(self.anchor)

    async def filters(self) -> None:
        """Wait for what models can be narrowed by, which comes after the first paint."""
        widget = self.widget
        await until(
            lambda: widget.findChild(NavRow, "models-of-others") is not None, "the providers"
        )

    def part(self, kind: type[Any], name: str) -> Any:
        return find(self.widget, kind, name)

    def titles(self) -> list[str]:
        return [row.title for row in self.view_model.rows]

    def spoken(self, row: int) -> str:
        index = self.list.model().index(row, 0)
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole))

    def words(self, name: str) -> str:
        part = self.widget if name == "model-picker" else self.part(QWidget, name)
        labels = part.findChildren(QLabel)
        return " ".join(label.text() for label in labels if label.isVisibleTo(self.widget))

    def type(self, text: str) -> None:
        QTest.keyClicks(self.search, text)

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.search, key, held)

    async def close(self) -> None:
        self.widget.hide()
        await self.view_model.close()
        # A window that goes later would close the popup of the next test.
        self.anchor.hide()
        self.anchor.deleteLater()
        QCoreApplication.sendPostedEvents(self.anchor, QEvent.Type.DeferredDelete)


@pytest.fixture
async def made() -> Any:
    """Makes pickers and closes them."""
    pickers: list[Picker] = []

    def make(models: list[ModelSpec]) -> Picker:
        pickers.append(Picker(models))
        return pickers[-1]

    yield make
    for picker in pickers:
        await picker.close()


@pytest.fixture
async def picker(made: Any) -> Picker:
    picker = made([make_model(number) for number in range(500)])
    assert isinstance(picker, Picker)
    return picker


async def test_every_model_is_shown_and_the_chosen_one_is_current(picker: Picker) -> None:
    assert len(picker.titles()) == 501
    assert picker.list.currentIndex().row() == 0
    assert picker.spoken(0) == (
        "Maker 0: Model 0, Makers, maker-0/m-0, $2 / $9 per million tokens, in use"
    )
    assert picker.titles()[-1] == "Maker 3: Model 3", "what has a key comes first"
    assert "500" in picker.search.placeholderText() or "501" in picker.search.placeholderText()


async def test_words_narrow_the_list_in_any_order(picker: Picker) -> None:
    picker.type("499 MODEL")
    assert picker.titles() == ["Maker 2: Model 499"]
    picker.press(Qt.Key.Key_Return)
    assert picker.chosen == [("makers", "maker-2/m-499")]
    assert not picker.widget.isVisible()


async def test_an_id_that_nobody_lists_can_be_typed(picker: Picker) -> None:
    picker.type("lab/new-one")
    assert picker.titles() == ["Use “lab/new-one”"]
    assert "Price not known" in picker.spoken(0)
    picker.press(Qt.Key.Key_Return)
    assert picker.chosen == [("makers", "lab/new-one")]


async def test_a_typed_id_that_has_ended_names_its_successor(picker: Picker) -> None:
    picker.type("old/one")
    assert picker.titles() == ["Use “old/one”"]
    assert "Ended, use m-3, not listed" in picker.spoken(0)


async def test_a_listed_id_is_not_offered_twice(picker: Picker) -> None:
    picker.type("maker-2/m-499")
    assert picker.titles() == ["Maker 2: Model 499"]


async def test_what_ends_names_its_successor_and_what_has_ended_comes_last(made: Any) -> None:
    ends = make_model(1, ends_on=date(2027, 1, 14), replaced_by="m-3")
    ended = make_model(2, ends_on=date(2026, 11, 22), replaced_by="m-3")
    gone = replace(ended, id="m-4", replaced_by=None)
    last_day = make_model(5, ends_on=TODAY)
    picker = made([ended, gone, ends, last_day])
    assert "Ends 14 Jan 2027, then m-3" in picker.spoken(0)
    assert "Ends 23 Nov 2026" in picker.spoken(1)
    assert picker.titles()[-2:] == ["Maker 2: Model 2"] * 2
    assert "Ended, use m-3" in picker.spoken(3)
    assert picker.widget.grab().width() > 0


async def test_a_list_that_was_read_anew_is_shown_at_once(picker: Picker) -> None:
    picker.services.models.listed[MAKERS.name] = [make_model(7)]
    picker.services.events.publish(ModelsChanged("makers"))
    await until(lambda: len(picker.titles()) == 2, "the new list")
    assert picker.titles()[0] == "Maker 0: Model 7"


async def test_a_favourite_is_marked_by_key_and_listed_first(picker: Picker) -> None:
    picker.type("499")
    picker.press(Qt.Key.Key_D, CONTROL)
    key = ("makers", "maker-2/m-499")
    await until(lambda: key in picker.view_model.marks.favourites, "the mark")
    picker.search.clear()
    await until(lambda: picker.titles()[0] == "Maker 2: Model 499", "the mark in the list")
    picker.part(NavRow, "models-favourites").click()
    assert picker.titles() == ["Maker 2: Model 499"]
    assert "favourite" in picker.spoken(0)
    picker.press(Qt.Key.Key_D, CONTROL)
    await until(lambda: not picker.titles(), "the mark taken away")
    assert "No favourites yet" in picker.words("model-picker")


async def test_a_press_of_the_star_marks_without_choosing(picker: Picker) -> None:
    area = picker.list.visualRect(picker.list.model().index(1, 0))
    place = area.center()
    place.setX(area.left() + 12)
    QTest.mouseClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    await until(lambda: len(picker.view_model.marks.favourites) == 1, "the mark")
    assert picker.chosen == []
    assert picker.widget.isVisible()


async def test_what_was_chosen_is_found_under_recent(picker: Picker) -> None:
    picker.type("499")
    picker.press(Qt.Key.Key_Return)
    await until(lambda: bool(picker.view_model.marks.recent), "the choice")
    picker.open()
    picker.part(NavRow, "models-recent").click()
    assert picker.titles() == ["Maker 2: Model 499"]


async def test_the_models_used_most_come_first(picker: Picker) -> None:
    picker.services.stats.counts = {"maker-1/m-8": 3, "maker-2/m-9": 41}
    picker.open()
    await until(lambda: picker.titles()[0] == "Maker 2: Model 9", "the order by use")
    assert picker.titles()[1] == "Maker 1: Model 8"
    picker.part(QComboBox, "model-order").activated.emit(3)
    assert picker.titles()[0] == "Maker 0: Model 0"


async def test_providers_are_gone_through_by_keys(picker: Picker) -> None:
    await picker.filters()
    picker.press(Qt.Key.Key_Right, ALT)
    assert picker.view_model.filter.provider == "makers"
    picker.press(Qt.Key.Key_Right, ALT)
    assert picker.titles() == ["Maker 3: Model 3"]
    assert picker.part(NavRow, "models-of-others").isChecked()
    await until(lambda: "Others has no key yet" in picker.words("model-facts"), "what is missing")
    picker.press(Qt.Key.Key_Left, ALT)
    picker.press(Qt.Key.Key_Left, ALT)
    assert len(picker.titles()) == 501


async def test_filters_by_ability_price_and_context(made: Any) -> None:
    sees = make_model(1, input_roles=(InputRole("image", "Picture"),))
    cheap = make_model(2, pricing=CHEAP)
    long = make_model(4, context_tokens=1_000_000)
    picker = made([sees, cheap, long, make_model(6, pricing=Pricing())])
    assert picker.widget.findChild(QCheckBox, "models-can-images") is None, "counted after a paint"
    await until(lambda: picker.widget.findChild(QCheckBox, "models-can-images") is not None, "them")
    box = picker.part(QCheckBox, "models-can-images")
    assert box.accessibleName() == "Images in, 1 model"
    box.click()
    assert picker.titles() == ["Maker 1: Model 1"]
    box.click()
    picker.part(QWidget, "model-price").setValue(1)
    assert picker.titles() == ["Maker 2: Model 2"]
    picker.part(QWidget, "model-context").setValue(1)
    assert picker.titles() == []
    picker.part(QWidget, "clear-model-filters").click()
    assert len(picker.titles()) == 5
    picker.part(QWidget, "model-context").setValue(1)
    assert picker.titles() == ["Maker 4: Model 4"]
    picker.search.setText("vision")
    assert picker.titles() == []


async def test_the_facts_follow_the_current_row(made: Any) -> None:
    picker = made([make_model(1), make_model(2, context_tokens=131_072, note="A careful one.")])
    picker.services.stats.counts = {"maker-2/m-2": 41}
    picker.press(Qt.Key.Key_Down)
    await until(lambda: "41, none failed" in picker.words("model-facts"), "what was made with it")
    words = picker.words("model-facts")
    for part in ("Maker 2, through Makers", "A careful one.", "131,072 tokens", "$9 per million"):
        assert part in words
    picker.part(QWidget, "use-model").click()
    assert picker.chosen == [("makers", "maker-2/m-2")]


async def test_a_narrow_window_leaves_the_facts_out(picker: Picker) -> None:
    picker.widget.hide()
    picker.anchor.resize(1100, 700)
    picker.open()
    assert not picker.part(QWidget, "model-facts").isVisible()
    assert picker.part(QListView, "model-list").isVisible()


async def test_tab_leads_to_the_filters_and_escape_closes(picker: Picker) -> None:
    await picker.filters()
    seen = set()
    widget: QWidget | None = picker.search
    for _step in range(30):
        widget = widget.nextInFocusChain() if widget is not None else None
        if widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            seen.add(widget.objectName())
    assert {"model-order", "models-favourites", "models-of-makers", "model-price"} <= seen
    picker.press(Qt.Key.Key_Escape)
    assert not picker.widget.isVisible()
