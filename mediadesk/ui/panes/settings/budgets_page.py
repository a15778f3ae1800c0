"""Budgets: limits for everything, for projects and providers; how money is counted; own prices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from mediadesk.ui.panes.settings.budget_row import BudgetColumns, BudgetRowWidget
from mediadesk.ui.panes.settings.budgets_view_model import NEVER_OVER, NOTICE_DAYS, TIME_ZONE
from mediadesk.ui.panes.settings.expensive_run import ExpensiveRun
from mediadesk.ui.panes.settings.own_prices import OwnPrices
from mediadesk.ui.panes.settings.rows import SettingsGroup, SettingsPage
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.card import clear_layout
from mediadesk.ui.widgets.field import Field, line_edit
from mediadesk.ui.widgets.labels import role_label

if TYPE_CHECKING:
    from mediadesk.domain.ids import AssetId
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader
    from mediadesk.ui.panes.settings.budgets_view_model import BudgetRow, BudgetsViewModel
    from mediadesk.ui.panes.settings.own_prices_view_model import OwnPricesViewModel

FIELD_WIDTH = 200


class BudgetsPage(SettingsPage):
    """Shows the rows of the view model and hands edits to it."""

    def __init__(
        self,
        model: BudgetsViewModel,
        prices: OwnPricesViewModel,
        thumbnails: ThumbnailLoader,
    ) -> None:
        super().__init__(
            tr("Budgets"),
            tr("Estimates are held when a run starts and settled when the bill is known."),
        )
        self._model = model
        self._thumbnails = thumbnails
        self._pictures: dict[AssetId, list[BudgetRowWidget]] = {}
        thumbnails.loaded.connect(self._on_thumbnail)
        self._rows: dict[str, BudgetRowWidget] = {}
        self.body.addWidget(BudgetColumns(tr("Whole library"), has_period=False))
        self._overall = self.add_group()
        self.body.addWidget(BudgetColumns(tr("Projects")))
        self._projects = self.add_group()
        self.body.addWidget(BudgetColumns(tr("Providers with a key")))
        self._providers = self.add_group()
        self._fields: dict[str, Field] = {}
        self._expensive = ExpensiveRun(model.one_run.name)
        self._expensive.typed.connect(model.set_one_run)
        self._expensive.never_chosen.connect(lambda on: model.set_setting(NEVER_OVER, on))
        self._fields[model.one_run.name] = self._expensive.field
        self.add_group(tr("Before an expensive run"), self._expensive)
        counting = self.add_group(tr("Counting"))
        counting.add_row(
            tr("Time zone"),
            tr("Whose days and months count, like Europe/Berlin. Empty: that of this computer."),
            self._setting(TIME_ZONE, tr("Time zone"), model.time_zone, "budget-time-zone"),
        )
        counting.add_row(
            tr("Tell when prices are old"),
            tr("After how many days a price that was read counts as old."),
            self._setting(NOTICE_DAYS, tr("Days"), model.notice_days, "budget-price-days"),
        )
        group = self.add_group(tr("Own prices"))
        group.add_widget(OwnPrices(prices))
        model.changed.connect(self._rebuild)
        model.refused.connect(self._refuse)
        model.load()

    def _setting(self, name: str, label: str, value: str, widget_name: str) -> Field:
        edit: QLineEdit = line_edit(label, name=widget_name)
        edit.setText(value)
        field = Field("", edit)
        field.setFixedWidth(theme().px(FIELD_WIDTH))
        edit.editingFinished.connect(lambda: self._model.set_setting(name, edit.text()))
        self._fields[name] = field
        return field

    def _rebuild(self) -> None:
        focus = self.focusWidget()
        focused = focus.objectName() if isinstance(focus, QLineEdit) else ""
        if focused in self._rows and isinstance(focus, QLineEdit) and focus.isModified():
            # Somebody is typing there: what was read can wait.
            return
        self._rows.clear()
        self._pictures.clear()
        model = self._model
        self._fill(self._overall, model.overall, "")
        self._expensive.show_state(model.one_run.use, is_never=model.is_never_over)
        self._fill(self._projects, model.projects, tr("There are no projects."))
        self._fill(self._providers, model.providers, tr("No provider has a key yet."))
        if focused:
            found = self.findChild(QLineEdit, focused)
            if found is not None:
                found.setFocus()

    def _fill(self, group: SettingsGroup, rows: tuple[BudgetRow, ...], empty: str) -> None:
        clear_layout(group.body)
        for row in rows:
            widget = BudgetRowWidget(row)
            widget.edited.connect(self._model.set_limit)
            self._rows[row.name] = widget
            if row.picture is not None:
                self._pictures.setdefault(row.picture, []).append(widget)
                widget.show_picture(self._thumbnails.pixmap(row.picture))
            group.add_widget(widget)
        if not rows and empty:
            label = role_label(empty, "muted")
            label.setContentsMargins(16, 12, 16, 12)
            group.add_widget(label)

    def _on_thumbnail(self, asset_id: AssetId) -> None:
        for widget in self._pictures.get(asset_id, ()):
            widget.show_picture(self._thumbnails.pixmap(asset_id))

    def _refuse(self, name: str, sentence: str) -> None:
        if name in self._rows:
            self._rows[name].show_refusal(sentence)
        elif name in self._fields:
            self._fields[name].set_error(sentence)
