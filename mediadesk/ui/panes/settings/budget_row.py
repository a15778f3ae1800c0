"""One budget: what it covers, how much is used, and what can be set about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mediadesk.domain.money import format_usd, format_usd_exact
from mediadesk.domain.projects import NOTICE_PERCENT, CapPeriod, CapScope, CapUse
from mediadesk.domain.statistics import BudgetCourse
from mediadesk.ui.panes.settings.budgets_view_model import BudgetRow, BudgetWish
from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import QT_TR_NOOP, tr
from mediadesk.ui.widgets.budget_bar import LEVEL_MARKS, BudgetBar, shares_of
from mediadesk.ui.widgets.field import Field, line_edit
from mediadesk.ui.widgets.labels import ElideLabel, role_label
from mediadesk.ui.widgets.project_picture import ProjectPicture
from mediadesk.ui.widgets.switch import Switch

PERIODS = (
    (CapPeriod.TOTAL, QT_TR_NOOP("In total")),
    (CapPeriod.MONTH, QT_TR_NOOP("Each month")),
    (CapPeriod.JOB, QT_TR_NOOP("One run")),
)
PERCENTS = (50, 60, 70, 75, 80, 85, 90, 95, 100)
AMOUNT_WIDTH, PERIOD_WIDTH, WARN_WIDTH, SWITCH_WIDTH = 96, 128, 84, 90
SPACE, MARGIN, MARK = 12, 16, 12
PICTURE = 32


class BudgetColumns(QWidget):
    """A heading, and what stands in the columns below it."""

    def __init__(self, title: str, *, has_period: bool = True) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, MARGIN, 8)
        row.setSpacing(SPACE)
        row.addWidget(role_label(title, "strong"), 1)
        for words, width in (
            (tr("Budget"), AMOUNT_WIDTH),
            *([(tr("Counts"), PERIOD_WIDTH)] if has_period else []),
            (tr("Warn at"), WARN_WIDTH),
            (tr("Stop at limit"), SWITCH_WIDTH),
        ):
            label = role_label(words, "muted")
            label.setFixedWidth(theme().px(width))
            if width == SWITCH_WIDTH:
                label.setAlignment(Qt.AlignmentFlag.AlignRight)
            row.addWidget(label)


class BudgetRowWidget(QWidget):
    """``edited`` (row, wish) when the user has finished with it."""

    edited = Signal(object, object)

    def __init__(self, row: BudgetRow) -> None:
        super().__init__()
        self._row = row
        is_project = row.scope is CapScope.PROJECT
        self._picture = ProjectPicture(side=PICTURE) if is_project else None
        cap = row.use.cap if row.use is not None else None
        self._text = limit_text(row.use)
        self._edit = line_edit(
            tr("Budget in US dollars: {what}").format(what=row.label), name=row.name
        )
        self._edit.setPlaceholderText(tr("No budget"))
        self._edit.setText(self._text)
        self._edit.setCursorPosition(0)
        self._edit.editingFinished.connect(self._on_amount)
        self._field = Field("", self._edit)
        self._field.setFixedWidth(theme().px(AMOUNT_WIDTH))
        self._period = _box(f"{row.name}-period", tr("Counts: {what}"), row.label, PERIOD_WIDTH)
        for period, words in PERIODS:
            self._period.addItem(tr(words), period)
        self._period.setCurrentIndex(self._period.findData(row.period))
        # what counts for the whole library has a row for each period
        self._period.setVisible(row.scope is not CapScope.OVERALL)
        self._period.activated.connect(lambda _index: self._emit())
        self._warn = _box(f"{row.name}-warn", tr("Warn at: {what}"), row.label, WARN_WIDTH)
        chosen = NOTICE_PERCENT if cap is None else cap.notice_percent
        for percent in sorted({*PERCENTS, chosen}):
            self._warn.addItem(f"{percent}%", percent)
        self._warn.setCurrentIndex(self._warn.findData(chosen))
        self._warn.setEnabled(cap is not None and cap.period is not CapPeriod.JOB)
        self._warn.activated.connect(lambda _index: self._emit())
        self._stops = Switch(
            tr("Stop at the limit: {what}").format(what=row.label),
            checked=cap is None or not cap.is_notice_only,
            name=f"{row.name}-stops",
        )
        self._stops.setToolTip(tr("Off: only tell, never refuse a run"))
        self._stops.setEnabled(cap is not None)
        self._stops.toggled.connect(lambda _on: self._emit())
        self._build()

    def show_refusal(self, text: str) -> None:
        """Say why the limit was not set."""
        self._field.set_error(text)

    def show_picture(self, pixmap: QPixmap | None) -> None:
        """Show the picture of the project; None shows the folder."""
        if self._picture is not None:
            self._picture.set_pixmap(pixmap)

    def _build(self) -> None:
        controls = QHBoxLayout()
        controls.setSpacing(SPACE)
        switch = QWidget()
        switch.setFixedWidth(theme().px(SWITCH_WIDTH))
        room = QHBoxLayout(switch)
        room.setContentsMargins(0, 0, 0, 0)
        room.addStretch(1)
        room.addWidget(self._stops)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 8, MARGIN, 8)
        layout.setSpacing(6)
        row, use = self._row, self._row.use
        if self._picture is not None:
            controls.addWidget(self._picture)
        if row.month is not None and use is not None:
            controls.addLayout(_spent(use, row.month), 1)
        else:
            controls.addLayout(_words(row), 1)
        for part in (self._field, self._period, self._warn, switch):
            controls.addWidget(part)
        layout.addLayout(controls)
        if row.month is not None and use is not None:
            layout.addWidget(_bar(use, height=10, marks="warn"))
            layout.addLayout(_outlook(use, row.month))

    def _on_amount(self) -> None:
        self._edit.setModified(False)
        if self._edit.text().strip() != self._text:
            self._text = self._edit.text().strip()
            self._emit()

    def _emit(self) -> None:
        if not self._edit.text().strip() and self._row.use is None:
            return
        wish = BudgetWish(
            self._edit.text(),
            CapPeriod(self._period.currentData()),  # Qt hands back the bare word
            not self._stops.isChecked(),
            self._warn.currentData(),
        )
        self.edited.emit(self._row, wish)


def use_words(use: CapUse | None) -> str:
    """“$42.17 spent, $7.85 held, $29.98 free”."""
    if use is None:
        return tr("No budget")
    if use.cap.period is CapPeriod.JOB:
        return tr("The most that a single run may cost")
    return tr("{spent} spent, {rest}").format(spent=format_usd(use.spent_micro), rest=_rest(use))


def _rest(use: CapUse) -> str:
    """“$7.85 held, $29.98 free”, without what is nothing."""
    left = tr("{amount} free").format(amount=format_usd(use.free_micro))
    if use.over_micro:
        left = tr("{amount} over").format(amount=format_usd(use.over_micro))
    if not use.held_micro:
        return left
    return f"{tr('{amount} held').format(amount=format_usd(use.held_micro))}, {left}"


def _words(row: BudgetRow) -> QVBoxLayout:
    """The name, the bar, and what is used in words."""
    words = QVBoxLayout()
    words.setSpacing(4)
    words.addWidget(ElideLabel(row.label))
    use = row.use
    if use is not None and use.cap.period is not CapPeriod.JOB:
        words.addWidget(_bar(use))
    words.addLayout(_marked(use))
    return words


def _marked(use: CapUse | None) -> QHBoxLayout:
    """What is used, with a mark where that is much."""
    line = QHBoxLayout()
    line.setSpacing(5)
    words, role = use_words(use), "muted"
    if use is not None and use.cap.period is not CapPeriod.JOB:
        level = shares_of(use).level
        tone, icon = LEVEL_MARKS[level]
        role = {"fine": "muted", "warn": "warning", "full": "error"}[level]
        if icon:
            mark = QLabel()
            mark.setPixmap(icon_pixmap(icon, tone, theme().px(MARK)))
            line.addWidget(mark)
    line.addWidget(role_label(words, role, wrap=True), 1)
    return line


def _bar(use: CapUse, *, height: int = 5, marks: str = "") -> BudgetBar:
    bar = BudgetBar(height=height, name="budget-use", is_accent=True, marks=marks)
    bar.set_shares(shares_of(use), use_words(use))
    return bar


def _spent(use: CapUse, month: BudgetCourse) -> QHBoxLayout:
    """“$42.17 spent in November, $7.85 held, $29.98 free”, the sum in large."""
    line = QHBoxLayout()
    line.setSpacing(8)
    line.addWidget(role_label(format_usd(use.spent_micro), "page"))
    words = tr("spent in {month}, {rest}")
    said = words.format(month=f"{month.first_day:%B}", rest=_rest(use))
    rest = ElideLabel(said, "secondary")
    rest.setToolTip(said)
    line.addWidget(rest, 1)
    return line


def _outlook(use: CapUse, month: BudgetCourse) -> QHBoxLayout:
    """Where the month is likely to end, and from where on there is a warning."""
    line = QHBoxLayout()
    if month.forecast is not None:
        words = tr("Forecast {amount} by {day}").format(
            amount=format_usd(month.forecast.expected_micro),
            day=f"{month.last_day.day} {month.last_day:%B}",
        )
        line.addWidget(role_label(words, "caption"))
    line.addStretch(1)
    mark = QLabel()
    mark.setPixmap(icon_pixmap("triangle-alert", "warn.text", theme().px(MARK)))
    line.addWidget(mark)
    percent = use.cap.notice_percent
    words = tr("Warn at {percent}%, {amount}").format(
        percent=percent, amount=format_usd(use.cap.limit_micro * percent // 100)
    )
    line.addWidget(role_label(words, "warning"))
    return line


def _box(name: str, spoken: str, what: str, width: int) -> QComboBox:
    box = QComboBox()
    describe(box, name=name, accessible=spoken.format(what=what))
    box.setFixedWidth(theme().px(width))
    return box


def limit_text(use: CapUse | None) -> str:
    """A limit as one would type it; empty where there is none."""
    if use is None:
        return ""
    return format_usd_exact(use.cap.limit_micro).replace(",", "").removesuffix(".00")
