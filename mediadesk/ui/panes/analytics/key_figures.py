"""The row of five numbers at the top of the page."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from mediadesk.domain.money import format_usd
from mediadesk.domain.projects import CapPeriod
from mediadesk.domain.statistics import Figures
from mediadesk.ui.panes.analytics.overview import Overview
from mediadesk.ui.panes.analytics.parts import (
    KeyFigure,
    basis_words,
    per_kept_words,
    rate_words,
    spent_words,
)
from mediadesk.ui.support.translation import number, tr
from mediadesk.ui.words import limit_words


class KeyFigures(QWidget):
    """``runs_wanted`` carries a title and the query behind a number."""

    runs_wanted = Signal(str, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._overview: Overview | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)

    def make(self) -> Iterator[None]:
        """Make the numbers, one at each step."""
        self._spent = self._card(tr("Spent"), "figure-spent")
        yield
        self._forecast = self._card(tr("Month forecast"), "figure-forecast")
        yield
        self._results = self._card(tr("Results"), "figure-results")
        yield
        self._rate = self._card(tr("Success rate"), "figure-rate")
        yield
        self._kept = self._card(tr("Cost per kept result"), "figure-kept")
        yield

    def _card(self, label: str, name: str) -> KeyFigure:
        card, place = KeyFigure(label, name, self), self._grid.count()
        self._grid.addWidget(card, 0, place)
        self._grid.setColumnStretch(place, 1)
        card.clicked.connect(self._open)
        card.show()
        return card

    def steps(self, overview: Overview) -> Iterator[None]:
        """Show the numbers."""
        self._overview = overview
        totals, course = overview.totals, overview.course
        title = overview.span.title
        self._spent.show_figure(
            tr("Spent {title}").format(title=title), spent_words(totals), _spent_note(overview)
        )
        forecast = course.forecast
        if forecast is None:
            self._forecast.show_figure(tr("Month forecast"), "–", tr("no month to forecast"))
        else:
            note = tr("{low} to {high}").format(
                low=_round(forecast.low_micro), high=_round(forecast.high_micro)
            )
            mark = ("", "")
            if course.use is not None:
                is_inside = forecast.expected_micro <= course.use.cap.limit_micro
                inside = tr("inside budget") if is_inside else tr("over budget")
                note = f"{note}, {inside}"
                mark = ("check", "ok.text") if is_inside else ("triangle-alert", "warn.text")
            self._forecast.show_figure(
                tr("Month forecast"), format_usd(forecast.expected_micro), note, *mark
            )
        self._results.show_figure(
            tr("Results"),
            number(totals.result_count),
            change_words(totals, overview.before),
            change_icon(totals, overview.before),
        )
        self._rate.show_figure(tr("Success rate"), rate_words(totals), _failed(totals))
        self._kept.show_figure(
            tr("Cost per kept result"),
            per_kept_words(totals),
            tr("{kept_count} of {result_count} kept").format(
                kept_count=number(totals.kept_count), result_count=number(totals.result_count)
            ),
        )
        yield

    def _open(self) -> None:
        if self._overview is not None:
            self.runs_wanted.emit(
                tr("Runs {title}").format(title=self._overview.span.title), self._overview.query
            )


def _round(micro: int) -> str:
    """Whole dollars from ten on: a forecast is no closer than that."""
    return format_usd(micro) if micro < 10_000_000 else f"${round(micro / 1_000_000):,}"


def _spent_note(overview: Overview) -> str:
    """The budget where the range is its month, else where the amounts come from."""
    use, span = overview.course.use, overview.span
    if use is None or use.cap.period is not CapPeriod.MONTH or span.name != "month":
        return basis_words(overview.totals)
    return tr("of {limit} budget").format(limit=limit_words(use.cap.limit_micro))


def _failed(totals: Figures) -> str:
    """“36 failed, 29 not charged”."""
    if not totals.attempt_count:
        return tr("no calls")
    words = tr("{failure_count} failed").format(failure_count=number(totals.failure_count))
    if not totals.uncharged_count:
        return words
    free = tr("{count} not charged").format(count=number(totals.uncharged_count))
    return f"{words}, {free}"


def change_icon(now: Figures, before: Figures) -> str:
    """The icon beside it; none where nothing can be compared, or has not changed."""
    if not before.result_count or now.result_count == before.result_count:
        return ""
    return "trending-up" if now.result_count > before.result_count else "trending-down"


def change_words(now: Figures, before: Figures) -> str:
    """“12% more than before”; before = as many days right before the range."""
    if not before.result_count:
        return ""
    change = round(100 * (now.result_count - before.result_count) / before.result_count)
    if not change:
        return tr("as many as before")
    words = tr("{share}% more than before") if change > 0 else tr("{share}% fewer than before")
    return words.format(share=number(abs(change)))
