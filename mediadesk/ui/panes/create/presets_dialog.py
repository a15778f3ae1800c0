"""The dialog of presets: choose one, save the form as one, rename, delete."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from mediadesk.domain.presets import LONGEST_NAME, PromptPreset
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button, PrimaryButton
from mediadesk.ui.widgets.dialog import DialogBase
from mediadesk.ui.widgets.field import Field, line_edit
from mediadesk.ui.widgets.labels import role_label
from mediadesk.ui.words import TYPE_LABELS, first_line

if TYPE_CHECKING:
    from mediadesk.ui.panes.create.presets_view_model import PresetsViewModel


class PresetsDialog(DialogBase):
    """Call ``open()``; using a preset closes it."""

    def __init__(self, window: QWidget, view_model: PresetsViewModel) -> None:
        super().__init__(
            window,
            tr("Prompt presets"),
            text=tr("A preset keeps prompt, model and settings, encrypted in the library."),
            icon="book-open",
            name="presets-dialog",
        )
        self._view_model = view_model
        self._presets: list[PromptPreset] = []
        self._list = QListWidget()
        self._none = role_label(tr("No presets yet."), "muted")
        self._name = line_edit(tr("Name of a preset"), name="preset-name")
        self._name.setMaxLength(LONGEST_NAME)
        self._field = Field(tr("Name"), self._name)
        self._save = Button(tr("Save the form"), size="field", name="preset-save")
        self._rename = Button(tr("Rename"), size="field", name="preset-rename")
        self._delete = Button(tr("Delete"), kind="dangerQuiet", size="field", name="preset-delete")
        self._delete.setAccessibleName(tr("Delete this preset"))
        self._use = PrimaryButton(tr("Use"), size="default", name="preset-use")
        self._build()
        self._connect()
        view_model.load()

    def _build(self) -> None:
        describe(self._list, name="presets", accessible=tr("Presets"))
        self._list.setFixedHeight(theme().px(180))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        set_style(self._list, kind="plain")
        self.body.addWidget(self._list)
        self.body.addWidget(self._none)
        self.body.addWidget(self._field)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._save, self._rename, self._delete):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.add_button(Button(tr("Close"), name="preset-close"), result=0)
        self.add_button(self._use)
        self._show_chosen()

    def _connect(self) -> None:
        view_model = self._view_model
        self._list.currentRowChanged.connect(lambda _row: self._show_chosen())
        self._list.itemActivated.connect(lambda _item: self._apply())
        self._save.clicked.connect(lambda: view_model.save(self._name.text()))
        self._rename.clicked.connect(self._on_rename)
        self._delete.clicked.connect(self._on_delete)
        self._use.clicked.connect(self._apply)
        view_model.changed.connect(self._show)
        view_model.refused.connect(self._field.set_error)
        view_model.saved.connect(self._field.clear_state)

    def _show(self, presets: Sequence[PromptPreset]) -> None:
        chosen = self._chosen()
        self._presets = list(presets)
        self._list.clear()
        for preset in presets:
            kind = tr(TYPE_LABELS[preset.type])
            words = tr("{name} ({kind}): {prompt}").format(
                name=preset.name, kind=kind, prompt=first_line(preset.prompt, 60)
            )
            item = QListWidgetItem(words, self._list)
            item.setData(Qt.ItemDataRole.ToolTipRole, preset.prompt)
        ids = [preset.id for preset in presets]
        if chosen is not None and chosen.id in ids:
            self._list.setCurrentRow(ids.index(chosen.id))
        self._list.setVisible(bool(presets))
        self._none.setVisible(not presets)
        self._show_chosen()

    def _chosen(self) -> PromptPreset | None:
        row = self._list.currentRow()
        return self._presets[row] if 0 <= row < len(self._presets) else None

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        for button in (self._rename, self._delete, self._use):
            button.setEnabled(chosen is not None)
        if chosen is not None:
            self._name.setText(chosen.name)

    def _apply(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._view_model.apply(chosen)
            self.accept()

    def _on_rename(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._view_model.rename(chosen, self._name.text())

    def _on_delete(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._view_model.delete(chosen)
