"""The palette itself: a field, the list below it, and the keys that work there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from mediadesk.ui.panes.palette.delegate import HEAD_HEIGHT, ROW_HEIGHT, PaletteDelegate
from mediadesk.ui.panes.palette.item_model import PaletteItemModel
from mediadesk.ui.panes.palette.rows import PREFIXES, PaletteRow, Wanted, prefix_of
from mediadesk.ui.support.painting import fill_rounded
from mediadesk.ui.support.shadow import BLUR, draw_shadow
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.dialog import Scrim
from mediadesk.ui.widgets.icon_label import IconLabel
from mediadesk.ui.widgets.keycaps import Keycaps
from mediadesk.ui.widgets.labels import line, role_label

if TYPE_CHECKING:
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader
    from mediadesk.ui.panes.palette.view_model import PaletteViewModel

WIDTH = 640
TOP = 104
FIELD_HEIGHT = 54
FOOT_HEIGHT = 36
PAGE_ROWS = 8
MARGIN = 16


class Palette(QFrame):
    """Lies over the window while it is open; gives the focus back when it closes."""

    def __init__(
        self, window: QWidget, view_model: PaletteViewModel, thumbnails: ThumbnailLoader
    ) -> None:
        super().__init__(window)
        self._window = window
        self._view_model = view_model
        self._scrim: _ClosingScrim | None = None
        self._focus_before: QWidget | None = None
        describe(self, name="palette", accessible=tr("Search or run"))
        self._model = PaletteItemModel(self)
        self._field = QLineEdit()
        self._picture = IconLabel("search", side=18)
        self._list = QListView()
        self._none = role_label(tr("Nothing fits. Try fewer letters."), "muted")
        self._head_box, self._foot_box = self._head(), _foot()
        self._build(thumbnails)
        self.hide()
        view_model.listed.connect(self._on_listed)
        thumbnails.loaded.connect(self._on_picture)
        self._field.textChanged.connect(self._on_text)
        self._field.installEventFilter(self)
        theme().changed.connect(self._dress)
        self._list.clicked.connect(self._run)

    def open_with(self, text: str = "") -> None:
        """Show the palette with something typed already, such as the sign of a group."""
        if not self.isVisible():
            self._focus_before = QApplication.focusWidget()
            self._scrim = _ClosingScrim(self._window)
            self._scrim.pressed.connect(self.dismiss)
            self._scrim.resized.connect(self._place)
            self._scrim.show()
            self._scrim.raise_()
        self._dress()
        self._field.blockSignals(True)
        self._field.setText(text)
        self._field.blockSignals(False)
        self._model.text = Wanted.of(text).text
        self._view_model.refresh(text)
        self._place()
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _dress(self) -> None:
        """Follow theme and text size."""
        self._field.setFont(theme().font("dialog"))
        self._head_box.setFixedHeight(theme().px(FIELD_HEIGHT))
        self._foot_box.setFixedHeight(theme().px(FOOT_HEIGHT))
        if self.isVisible():
            self._place()

    def dismiss(self) -> None:
        """Close without doing anything."""
        before, self._focus_before = self._focus_before, None
        self._view_model.stop()
        self.hide()
        if self._scrim is not None:
            self._scrim.hide()
            self._scrim.deleteLater()
            self._scrim = None
        if before is not None and shiboken6.isValid(before):
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    # -------------------------------------------------------------------------------- building

    def _build(self, thumbnails: ThumbnailLoader) -> None:
        describe(self._field, name="palette-field", accessible=tr("Search or run"))
        self._field.setPlaceholderText(tr("Search or run"))
        set_style(self._field, kind="bare")
        view = self._list
        describe(view, name="palette-list", accessible=tr("What fits"))
        view.setModel(self._model)
        view.setItemDelegate(PaletteDelegate(self._model, thumbnails, view))
        view.setMouseTracking(True)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._none.setContentsMargins(20, 16, 20, 16)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(BLUR, BLUR, BLUR, BLUR)
        layout.setSpacing(0)
        layout.addWidget(self._head_box)
        layout.addWidget(line())
        layout.addSpacing(1)
        layout.addWidget(view, 1)
        layout.addWidget(self._none)
        layout.addSpacing(6)
        layout.addWidget(line())
        layout.addWidget(self._foot_box)

    def _head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 0, 18, 0)
        row.setSpacing(12)
        row.addWidget(self._picture)
        row.addWidget(self._field, 1)
        row.addWidget(Keycaps("Esc"))
        return head

    def _place(self) -> None:
        """Stand under the upper edge of the window, as high as the list needs."""
        px = theme().px
        rows = [self._model.line(self._model.index(n, 0)) for n in range(self._model.rowCount())]
        heights = (px(HEAD_HEIGHT if isinstance(one, str) else ROW_HEIGHT) for one in rows)
        wanted = sum(heights)
        room = self._window.rect()
        width = min(px(WIDTH), room.width() - 2 * MARGIN)
        top = min(px(TOP), room.height() // 8)
        chrome = px(FIELD_HEIGHT) + px(FOOT_HEIGHT) + 9
        self._none.setVisible(not rows)
        self._list.setVisible(bool(rows))
        body = wanted if rows else self._none.sizeHint().height()
        height = min(chrome + body, room.height() - top - MARGIN)
        left = (room.width() - width) // 2
        self.setGeometry(left - BLUR, top - BLUR, width + 2 * BLUR, height + 2 * BLUR)

    # -------------------------------------------------------------------------------- working

    def _on_picture(self, _asset: object) -> None:
        """A method of this widget, so that a picture which comes late finds nobody to call."""
        self._list.viewport().update()

    def _on_text(self, text: str) -> None:
        self._model.text = Wanted.of(text).text
        self._view_model.search(text)

    def _on_listed(self, rows: list[PaletteRow]) -> None:
        before = self._current()
        self._model.set_rows(rows)
        row = self._model.step(-1, 1)
        if before is not None and before in rows:
            row = next(n for n in range(self._model.rowCount()) if self._row_at(n) == before)
        self._list.setCurrentIndex(self._model.index(row, 0))
        self._place()

    def _row_at(self, number: int) -> PaletteRow | None:
        found = self._model.line(self._model.index(number, 0))
        return found if isinstance(found, PaletteRow) else None

    def _current(self) -> PaletteRow | None:
        return self._row_at(self._list.currentIndex().row())

    def _run(self, index: QModelIndex) -> None:
        row = self._row_at(index.row())
        if row is not None:
            self.dismiss()
            row.run()

    def _move(self, by: int) -> None:
        row = self._list.currentIndex().row()
        for _step in range(abs(by)):
            row = self._model.step(row, 1 if by > 0 else -1)
        self._list.setCurrentIndex(self._model.index(row, 0))

    def _narrow(self) -> None:
        """Tab: list the group of the chosen row alone."""
        row, wanted = self._current(), Wanted.of(self._field.text())
        if row is not None and wanted.group is None:
            self._field.setText(f"{prefix_of(row.group)}{wanted.text}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys in the field that belong to the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take(Qt.Key(event.key()))
        if event.type() == QEvent.Type.ShortcutOverride:
            # The keys of the window behind rest.
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _take(self, key: Qt.Key) -> bool:
        moves = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: PAGE_ROWS,
            Qt.Key.Key_PageUp: -PAGE_ROWS,
        }
        if key in moves:
            self._move(moves[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self._list.currentIndex())
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._narrow()
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            return False
        return True

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Tab narrows; the focus stays in the field."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shadow and box."""
        painter = QPainter(self)
        body = self.rect().adjusted(BLUR, BLUR, -BLUR, -BLUR)
        draw_shadow(painter, body)
        edge = theme().color("border.default")
        fill_rounded(painter, QRectF(body), 12, theme().color("bg.raised"), edge)


def _foot() -> QWidget:
    """Which keys work here."""
    foot = QWidget()
    row = QHBoxLayout(foot)
    row.setContentsMargins(16, 0, 14, 0)
    row.setSpacing(4)
    for keys, words in (("↑+↓", tr("move")), ("↵", tr("run")), ("Tab", tr("narrow"))):
        row.addWidget(Keycaps(keys))
        row.addWidget(role_label(words, "caption"))
        row.addSpacing(4)
    row.addStretch(1)
    for sign, group in PREFIXES.items():
        row.addSpacing(4)
        row.addWidget(Keycaps(sign))
        row.addWidget(role_label(tr(group).lower(), "caption"))
    return foot


class _ClosingScrim(Scrim):
    """A click beside the palette closes it."""

    pressed = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close."""
        super().mousePressEvent(event)
        self.pressed.emit()
