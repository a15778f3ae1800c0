"""Fallback models of the next run: which may go on where a call ends without a charge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediadesk.ui.panes.create.model_picker import ModelPicker
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import Button, IconButton
from mediadesk.ui.widgets.card import Card, clear_layout
from mediadesk.ui.widgets.field import StateLine
from mediadesk.ui.widgets.labels import ElideLabel, role_label

if TYPE_CHECKING:
    from mediadesk.domain.routes import FallbackLink
    from mediadesk.ui.panes.create.composer_view_model import ComposerViewModel


class FallbackBox(QWidget):
    """A row for each model of the chain, in order, and one to add another."""

    def __init__(self, view_model: ComposerViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composer = view_model
        self._view_model = view_model.fallback
        self._picker: ModelPicker | None = None
        self._shown: object = None
        describe(self, name="fallback", accessible=tr("Fallback models"))
        self._origin = role_label("", "muted")
        self._add = IconButton(
            "plus", tr("Add a fallback model"), size="small", name="add-fallback"
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._error = StateLine(self)
        self._keep = Button(
            tr("Keep for the project"), kind="quiet", size="small", name="keep-fallback"
        )
        self._as_project = Button(
            tr("As in the project"), kind="quiet", size="small", name="project-fallback"
        )
        self._build()
        self._add.clicked.connect(self._open_picker)
        self._keep.clicked.connect(self._view_model.keep)
        self._as_project.clicked.connect(self._view_model.use_projects)
        view_model.model_changed.connect(lambda _model: self.refresh())
        view_model.estimate_changed.connect(self._view_model.show_estimate)
        self._view_model.changed.connect(self.refresh)
        self._view_model.edited.connect(lambda: self._error.show_text("", "error"))
        self._view_model.refused.connect(lambda text: self._error.show_text(text, "error"))

    def refresh(self) -> None:
        """Show the chain as it is."""
        view_model = self._view_model
        links, is_own = view_model.links, view_model.own is not None
        rows = [(link, *view_model.words(link)) for link in links]
        if self._shown == (rows, is_own):
            return
        self._shown = (rows, is_own)
        clear_layout(self._rows)
        for index, (link, words, is_problem) in enumerate(rows):
            self._rows.addWidget(self._row(index, link, words, is_problem))
        if is_own:
            self._origin.setText(tr("For this run") if links else tr("None for this run"))
        else:
            self._origin.setText(tr("Of the project") if links else tr("None"))
        self._keep.setVisible(is_own)
        self._as_project.setVisible(is_own)

    def _build(self) -> None:
        head = QHBoxLayout()
        title = role_label(tr("Fallback"), "label")
        title.setToolTip(
            tr("Models to go on with where a call ends without a charge, in this order")
        )
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._origin)
        head.addWidget(self._add)
        foot = QHBoxLayout()
        foot.addWidget(self._keep)
        foot.addWidget(self._as_project)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addLayout(self._rows)
        layout.addWidget(self._error)
        layout.addLayout(foot)

    def _row(self, index: int, link: FallbackLink, words: str, is_problem: bool) -> QWidget:
        row = Card(padding=6)
        line = QHBoxLayout()
        line.setSpacing(8)
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(ElideLabel(self._view_model.label(link)))
        if words:
            text = tr("Would be passed over: {words}").format(words=words) if is_problem else words
            told.addWidget(role_label(text, "caption", wrap=True))
        line.addLayout(told, 1)
        remove = IconButton(
            "x",
            tr("Remove fallback model {index}").format(index=index + 1),
            size="small",
            name=f"remove-fallback-{index + 1}",
        )
        remove.clicked.connect(lambda: self._view_model.remove(index))
        line.addWidget(remove)
        row.body.addLayout(line)
        return row

    def _open_picker(self) -> None:
        if self._picker is None:
            self._picker = ModelPicker(self._composer, self._view_model.picker, self)
            describe(self._picker, name="fallback-picker", accessible=tr("Choose a fallback model"))
            self._picker.chosen.connect(self._view_model.add)
        self._picker.open_at(self._add)
