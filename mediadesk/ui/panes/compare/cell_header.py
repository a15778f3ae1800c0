"""The head of a pane: who made the result, what it cost, how long it took, rating and pick."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mediadesk.ui.support.icons import set_icon
from mediadesk.ui.support.style import set_style
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button, IconButton
from mediadesk.ui.widgets.labels import ElideLabel, role_label
from mediadesk.ui.widgets.provider_tile import ProviderTile, series_color_name
from mediadesk.ui.widgets.star_rating import StarRating


@dataclass(frozen=True, slots=True)
class HeaderFacts:
    """What the head says. ``rating`` None: there is nothing to rate. ``spoken`` has a number:
    two may come from one model."""

    label: str
    spoken: str
    provider: str
    letters: str
    provider_id: str
    cost: str
    marked_cost: str
    time: str
    rating: int | None
    is_hidden: bool


class CellHeader(QWidget):
    """``is_tall`` puts the figures under the names, for narrow panes."""

    pick_wanted = Signal()
    open_wanted = Signal()
    rated = Signal(int)

    def __init__(self, *, is_tall: bool) -> None:
        super().__init__()
        self._spoken = ""
        self._tile = ProviderTile("", "", size=28)
        self._name = ElideLabel("", "strong")
        self._provider = ElideLabel("", "muted")
        self._cost, self._time = role_label("", "strong"), role_label("", "strong")
        self._cheaper, self._faster = role_label("", "good"), role_label("", "good")
        self._stars = StarRating("compare-stars")
        self._open = IconButton("maximize-2", tr("Open"), size="small", name="compare-open")
        self._pick = Button(tr("Pick"), size="small", name="compare-pick")
        self._figures: QHBoxLayout | None = None
        self._can_rate = False
        self._build(is_tall=is_tall)
        self._pick.clicked.connect(self.pick_wanted)
        self._open.clicked.connect(self.open_wanted)
        self._stars.rated.connect(self.rated)

    def label(self) -> str:
        """What the pane is called."""
        return self._name.text()

    def spoken(self) -> str:
        """The same with the number of the pane, which no other has."""
        return self._spoken

    def show_facts(self, facts: HeaderFacts) -> None:
        """Show who made it, or only a number while names are hidden."""
        self._spoken = facts.spoken
        self._tile.set_provider(facts.letters, series_color_name(facts.provider_id))
        self._name.setText(facts.label)
        self._provider.setText(facts.provider)
        self._cost.setText(facts.cost)
        self._cost.setToolTip(facts.marked_cost)
        self._cost.setAccessibleName(facts.marked_cost)
        self._time.setText(facts.time)
        for part in (self._cost, self._time, self._open):
            part.setVisible(not facts.is_hidden)
        self._can_rate = facts.rating is not None
        self._fit()
        self._stars.show_stars(facts.rating or 0, facts.spoken)
        self._open.set_label(tr("Open {name}").format(name=facts.spoken))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stars go where the figures need their room; figures still rate."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._stars.setVisible(self._can_rate)
        layout = self.layout()
        if self._figures is None or layout is None or not self._can_rate:
            return
        margins = layout.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        self._stars.setVisible(self._figures.sizeHint().width() <= room)

    def set_can_pick(self, can: bool) -> None:
        """Whether there is a result to pick."""
        self._pick.setEnabled(can)

    def show_marks(self, cheaper: str, faster: str, *, is_winner: bool) -> None:
        """Say in which way it is the best one, and whether it was picked."""
        for label, words in ((self._cheaper, cheaper), (self._faster, faster)):
            label.setText(words)
            label.setVisible(bool(words))
        self._fit()
        self._pick.setText(tr("Winner") if is_winner else tr("Pick"))
        set_style(self._pick, state="won" if is_winner else None)
        set_icon(self._pick, "trophy" if is_winner else "", "ok.text", 14)
        words = tr("Winner: {name}") if is_winner else tr("Pick {name}")
        self._pick.setAccessibleName(words.format(name=self._spoken))

    def _build(self, *, is_tall: bool) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._provider)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._tile)
        top.addLayout(names, 1)
        figures = QHBoxLayout()
        figures.setSpacing(10 if is_tall else 14)
        for value, mark in ((self._cost, self._cheaper), (self._time, self._faster)):
            figures.addLayout(_figure(value, mark, is_beside=is_tall))
        body = QVBoxLayout(self)
        body.setContentsMargins(14, 9, 12, 9)
        body.setSpacing(8)
        body.addLayout(top)
        if is_tall:
            figures.addStretch(1)
            figures.addWidget(self._stars)
            body.addLayout(figures)
            self._figures = figures
        else:
            top.addLayout(figures)
            top.addWidget(self._stars)
        for part in (self._open, self._pick):
            top.addWidget(part)


def _figure(value: QLabel, mark: QLabel, *, is_beside: bool) -> QHBoxLayout | QVBoxLayout:
    box: QHBoxLayout | QVBoxLayout = QHBoxLayout() if is_beside else QVBoxLayout()
    box.setSpacing(4 if is_beside else 0)
    for label in (value, mark):
        if not is_beside:
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        box.addWidget(label)
    return box
