"""The right column of the model picker: what there is to know about one model."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from mediadesk.domain.catalog import PriceUnit
from mediadesk.domain.money import format_usd
from mediadesk.ui.panes.create.model_row import ABILITIES, ModelRow, rate_words
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import number, tr
from mediadesk.ui.widgets.buttons import PrimaryButton
from mediadesk.ui.widgets.card import clear_layout
from mediadesk.ui.widgets.chip import Badge
from mediadesk.ui.widgets.fact_grid import FactGrid
from mediadesk.ui.widgets.flow_layout import FlowLayout
from mediadesk.ui.widgets.labels import line, role_label
from mediadesk.ui.widgets.provider_tile import ProviderTile, series_color_name
from mediadesk.ui.words import date_words, duration, ending_words, noun

if TYPE_CHECKING:
    from mediadesk.domain.statistics import Figures

WIDTH = 288
_MANY = 1_000_000


class ModelFacts(QWidget):
    """``use_wanted``: take the model that is shown."""

    use_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name="model-facts", accessible=tr("About this model"))
        self._tile = ProviderTile("", "", size=32)
        self._name = role_label("", "strong", wrap=True)
        self._maker = role_label("", "muted", wrap=True)
        self._note = role_label("", "muted", wrap=True)
        self._ending = role_label("", "warning", wrap=True)
        self._badges = FlowLayout(gap=4)
        self._badges_shown: tuple[tuple[str, str], ...] = ()
        self._facts = FactGrid(wraps=True)
        self._use_head = role_label(tr("Your use"), "heading")
        self._use = FactGrid(wraps=True)
        self._missing = role_label("", "warning", wrap=True)
        self._button = PrimaryButton(
            tr("Use this model"), shortcut="↵", size="field", name="use-model"
        )
        self._button.clicked.connect(self.use_wanted)
        self._build()
        theme().changed.connect(self._refresh)
        self._refresh()

    def show_row(self, row: ModelRow | None, today: date) -> None:
        """Tell about a model; None: about none."""
        for part in (self._tile, self._button):
            part.setVisible(row is not None)
        self._use.show_rows([])
        self._use_head.hide()
        self._show_badges(() if row is None else _badges(row))
        if row is None:
            for label in (self._name, self._maker, self._note, self._ending, self._missing):
                label.hide()
            self._facts.show_rows([])
            return
        info = row.provider
        self._tile.set_provider(info.short_label, series_color_name(info.provider_id))
        _say(self._name, row.model_id if row.is_typed else row.spec.label)
        through = tr("{maker}, through {provider}").format(maker=row.maker, provider=info.label)
        _say(self._maker, info.label if row.maker == info.label else through)
        note = tr("No list names this id. Its price is not known.") if row.is_typed else ""
        _say(self._note, note or tr_sentence(row.spec.note))
        _say(self._ending, ending_words(row.spec, today))
        self._facts.show_rows(_facts(row))
        no_key = info.needs_key and not info.has_account
        words = tr("{provider} has no key yet. Add one in Settings.").format(provider=info.label)
        _say(self._missing, words if no_key else "")

    def show_use(self, figures: Figures, row: ModelRow) -> None:
        """Tell what was made with the model."""
        kind = row.spec.types[0]
        if not figures.attempt_count:
            facts = [(tr("Results"), tr("none yet"))]
        else:
            failed = figures.failure_count
            state = tr("{count} failed").format(count=failed) if failed else tr("none failed")
            facts = [(tr("Results"), f"{number(figures.result_count)}, {state}")]
            if figures.result_count and not figures.unknown_count:
                each = figures.spent_micro // figures.result_count
                words = format_usd(each) if figures.spent_micro else tr("Free")
                facts.append((tr("A typical {kind}").format(kind=noun(kind)), words))
            typical = figures.latency_ms(0.5)
            if typical is not None:
                facts.append((tr("Typical time"), duration(typical)))
        self._use_head.show()
        self._use.show_rows(facts)

    def _show_badges(self, badges: tuple[tuple[str, str], ...]) -> None:
        if badges == self._badges_shown:
            return
        self._badges_shown = badges
        clear_layout(self._badges)
        for text, icon in badges:
            self._badges.addWidget(Badge(text, icon=icon))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignTop)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._maker)
        head.addLayout(names, 1)
        ground = QWidget()
        ground.setProperty("bare", True)
        column = QVBoxLayout(ground)
        column.setContentsMargins(16, 16, 16, 8)
        column.setSpacing(12)
        column.addLayout(head)
        for part in (self._note, self._ending, self._missing):
            column.addWidget(part)
        column.addLayout(self._badges)
        column.addWidget(line())
        column.addWidget(self._facts)
        column.addWidget(line())
        column.addWidget(self._use_head)
        column.addWidget(self._use)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(ground)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 14)
        layout.setSpacing(8)
        layout.addWidget(scroll, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        foot.addWidget(self._button, 1)
        layout.addLayout(foot)

    def _refresh(self) -> None:
        self.setFixedWidth(theme().px(WIDTH))


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


def _badges(row: ModelRow) -> tuple[tuple[str, str], ...]:
    """Words and icon of each badge."""
    can = ((tr(one.label), one.icon) for one in ABILITIES if one.name in row.abilities)
    return *((text, "") for text in row.spec.badges), *can


def _facts(row: ModelRow) -> list[tuple[str, str]]:
    spec = row.spec
    found: list[tuple[str, str]] = []
    for unit, name in (
        (PriceUnit.INPUT_TOKEN, tr("Input")),
        (PriceUnit.OUTPUT_TOKEN, tr("Output")),
    ):
        rate = row.rate(unit)
        if rate:
            words = tr("${price} per million").format(price=rate_words(rate))
            found.append((name, words))
    if not found:
        found.append((tr("Price"), row.price))
    if spec.context_tokens:
        found.append(
            (tr("Context"), tr("{count} tokens").format(count=number(spec.context_tokens)))
        )
    if spec.maximum_output_tokens and spec.streams_text:
        longest = number(spec.maximum_output_tokens)
        found.append((tr("Longest"), tr("{count} tokens").format(count=longest)))
    if spec.typical_seconds:
        found.append((tr("Usually"), tr("{count} s").format(count=f"{spec.typical_seconds:.0f}")))
    if spec.maximum_results > 1 and not spec.streams_text:
        found.append((tr("At once"), tr("up to {count}").format(count=spec.maximum_results)))
    if spec.pricing.as_of is not None:
        day = spec.pricing.as_of
        found.append((tr("Price read"), date_words(day, tr("d MMM yyyy", "date"))))
    return found
