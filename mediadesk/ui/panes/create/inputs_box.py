"""Inputs of the next run: what was dropped, pasted or chosen, each with its role."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import AssetId
from mediadesk.ui.panes.create.composer_inputs import mask_role, takes
from mediadesk.ui.panes.create.mask_dialog import MaskDialog
from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.painting import draw_cover
from mediadesk.ui.support.sentences import tr_sentence
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.buttons import IconButton
from mediadesk.ui.widgets.card import Card, clear_layout
from mediadesk.ui.widgets.drop_slot import DropSlot
from mediadesk.ui.widgets.field import StateLine
from mediadesk.ui.widgets.labels import ElideLabel, role_label
from mediadesk.ui.words import TYPE_ICONS, TYPE_LABELS, input_facts

if TYPE_CHECKING:
    from mediadesk.domain.catalog import InputRole
    from mediadesk.domain.generation import Asset
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader
    from mediadesk.ui.panes.create.composer_inputs import ComposerInput
    from mediadesk.ui.panes.create.inputs_view_model import InputsViewModel

THUMBNAIL, LARGE, RADIUS = 40, 64, 7


class InputsBox(QWidget):
    """Hidden where the model takes no input. ``browse_requested`` asks for a file dialog."""

    changed = Signal()

    def __init__(
        self,
        view_model: InputsViewModel,
        thumbnails: ThumbnailLoader,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._thumbnails = thumbnails
        self._pictures: dict[UUID, QLabel] = {}
        self._mask: InputRole | None = None
        self._stands_alone = False
        self._title = role_label(tr("Inputs"), "label")
        self._count = role_label("", "muted")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._slot = DropSlot(tr("Drop, paste or browse"), name="input-slot")
        self._slot.setMinimumHeight(theme().px(52))
        self._slot.short_text = tr("Drop or browse")
        self._error = StateLine(self)
        self._build()
        self._slot.files_dropped.connect(view_model.add_files)
        self._slot.picture_pasted.connect(view_model.add_picture)
        self._slot.assets_dropped.connect(self._take_assets)
        self._slot.browse_requested.connect(self._browse)
        view_model.changed.connect(self.refresh)
        view_model.picture_ready.connect(self._show_mask_dialog)
        thumbnails.loaded.connect(self._on_thumbnail)

    def take(self, data: QMimeData) -> None:
        """Take what was pasted into the prompt."""
        self._slot.take(data)

    def paste(self) -> None:
        """Take what is on the clipboard, or say that nothing there can be used."""
        if not self._slot.paste():
            self.set_error(
                tr("Nothing on the clipboard can be an input. Copy a picture or a file.")
            )

    def set_error(self, text: str) -> None:
        """Say what is wrong with the inputs; "" clears it."""
        if text:
            self.show()
        self._error.show_text(text, "error")

    def refresh(self) -> None:
        """Show the inputs and what the model still takes."""
        roles = self._view_model.model.input_roles
        self._mask = mask_role(self._view_model.model)
        inputs = self._view_model.items
        is_picture = [item.asset.type is GenerationType.IMAGE for item in inputs]
        self._stands_alone = is_picture == [True]
        self.setVisible(bool(roles or inputs))
        clear_layout(self._rows)
        self._pictures.clear()
        for index, item in enumerate(inputs):
            self._rows.addWidget(self._row(index, item, roles))
        room = sum(role.maximum_count for role in roles)
        names = {role.name for role in roles}
        used = sum(1 for item in inputs if item.role in names)
        self._slot.setVisible(used < room)
        self._place_slot(is_beside=self._stands_alone)
        self._slot.setText(_slot_words(roles))
        limit = tr("Optional, up to {room}").format(room=room)
        if used:
            limit = tr("{place} of {count}").format(place=used, count=room)
        if any(role.required for role in roles) and not used:
            limit = tr("Needed")
        self._count.setText(limit if roles else tr("Not used by this model"))
        self._title.setText(tr_sentence(roles[0].label) if len(roles) == 1 else tr("Inputs"))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        self._grid.addLayout(self._rows, 0, 0)
        layout.addLayout(self._grid)
        layout.addWidget(self._error)
        self._place_slot(is_beside=False)

    def _place_slot(self, *, is_beside: bool) -> None:
        """Beside the one picture that is there, else under all inputs."""
        self._grid.removeWidget(self._slot)
        self._grid.addWidget(self._slot, *((0, 1) if is_beside else (1, 0, 1, 2)))
        for column, share in enumerate((6, 5) if is_beside else (1, 0)):
            self._grid.setColumnStretch(column, share)

    def _row(self, index: int, item: ComposerInput, roles: tuple[InputRole, ...]) -> QWidget:
        asset = item.asset
        row = QWidget() if self._stands_alone else Card(padding=6)
        line = QHBoxLayout(row) if self._stands_alone else QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        picture = self._picture(asset)
        words = QVBoxLayout()
        words.setSpacing(2)
        usual = tr("{kind} of the library").format(kind=tr(TYPE_LABELS[asset.type]))
        if self._stands_alone:
            usual = tr(TYPE_LABELS[asset.type])
        words.addWidget(ElideLabel(asset.file_name or usual))
        fitting = [role for role in roles if takes(role, asset)]
        if len(fitting) > 1:
            words.addWidget(self._role_box(index, item, fitting))
        else:
            words.addWidget(role_label(input_facts(asset), "caption"))
        line.addWidget(picture)
        line.addLayout(words, 1)
        mask = self._mask
        if mask is not None and item.role != mask.name and asset.type is GenerationType.IMAGE:
            line.addWidget(self._paint_button(index))
        remove = IconButton("x", tr("Remove input {index}").format(index=index + 1), size="small")
        remove.clicked.connect(lambda: self._view_model.remove(index))
        line.addWidget(remove)
        if isinstance(row, Card):
            row.body.addLayout(line)
        return row

    def _picture(self, asset: Asset) -> QLabel:
        picture = QLabel()
        side = theme().px(LARGE if self._stands_alone else THUMBNAIL)
        picture.setFixedSize(side, side)
        picture.setAccessibleName(tr("Picture of the input"))
        picture.setPixmap(icon_pixmap(TYPE_ICONS[asset.type], size=20))
        self._pictures[asset.id] = picture
        known = self._thumbnails.pixmap(asset.id)
        if known is not None:
            picture.setPixmap(_covering(known, side, self.devicePixelRatioF()))
        return picture

    def _paint_button(self, index: int) -> IconButton:
        label = tr("Paint a mask over input {number}").format(number=index + 1)
        paint = IconButton("pencil", label, size="small", name=f"paint-mask-{index + 1}")
        paint.clicked.connect(lambda: self._view_model.paint_mask(index))
        return paint

    def _show_mask_dialog(self, asset: Asset, picture: QImage) -> None:
        dialog = MaskDialog(self.window(), picture)
        dialog.painted.connect(lambda painted: self._view_model.add_mask(asset, painted))
        dialog.open()

    def _role_box(self, index: int, item: ComposerInput, roles: list[InputRole]) -> QComboBox:
        box = QComboBox()
        set_style(box, rowSize="small")
        describe(
            box,
            name=f"input-role-{index}",
            accessible=tr("Role of input {index}").format(index=index + 1),
        )
        # A long name of a role must not widen the form.
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        for role in roles:
            box.addItem(tr_sentence(role.label), role.name)
        box.setCurrentIndex(max(0, box.findData(item.role)))
        box.activated.connect(lambda at: self._view_model.set_role(index, box.itemData(at)))
        return box

    def _on_thumbnail(self, asset_id: UUID) -> None:
        label = self._pictures.get(asset_id)
        known = self._thumbnails.pixmap(AssetId(asset_id))
        if label is not None and known is not None:
            label.setPixmap(_covering(known, label.width(), self.devicePixelRatioF()))

    def _take_assets(self, ids: list[str]) -> None:
        self._view_model.add_assets(tuple(AssetId(UUID(text)) for text in ids))

    def _browse(self) -> None:
        dialog = QFileDialog(self.window(), tr("Choose inputs"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._take_paths)
        dialog.open()

    def _take_paths(self, names: list[str]) -> None:
        self._view_model.add_files([Path(name) for name in names])


def _covering(picture: QPixmap, side: int, dpr: float) -> QPixmap:
    cover = QPixmap(round(side * dpr), round(side * dpr))
    cover.setDevicePixelRatio(dpr)
    cover.fill(Qt.GlobalColor.transparent)
    painter = QPainter(cover)
    draw_cover(painter, QRectF(0, 0, side, side), picture, RADIUS)
    painter.end()
    return cover


def _slot_words(roles: tuple[InputRole, ...]) -> str:
    if len(roles) == 1 and roles[0].maximum_count == 1:
        return tr("Drop, paste or browse: {label}").format(label=tr_sentence(roles[0].label))
    return tr("Drop, paste or browse")
