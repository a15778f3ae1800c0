"""The list of the page: heads and jobs in one view, with the buttons of the rows that are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)

from mediadesk.ui.panes.activity.delegate import (
    ACTS_WIDTH,
    HEAD_HEIGHT,
    JOB_HEIGHT,
    JobDelegate,
)
from mediadesk.ui.panes.activity.job_words import waits
from mediadesk.ui.panes.activity.row_actions import RowActions
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr

if TYPE_CHECKING:
    from mediadesk.domain.generation import Generation
    from mediadesk.domain.ids import GenerationId
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader
    from mediadesk.ui.panes.activity.job_words import JobView
    from mediadesk.ui.panes.activity.view_model import ActivityViewModel


class JobList(QTableView):
    """``current_job`` carries a ``Generation`` or None; ``opened`` one to show."""

    current_job = Signal(object)
    opened = Signal(object)

    def __init__(self, view_model: ActivityViewModel, thumbnails: ThumbnailLoader) -> None:
        super().__init__()
        describe(self, name="activity-list", accessible=tr("Jobs"))
        set_style(self, surface="window")
        self._view_model = view_model
        self._jobs = view_model.model
        self._buttons: dict[int, RowActions] = {}
        self._chosen: GenerationId | None = None
        self._head_rows: list[int] = []
        self._drag_from: int | None = None
        self._drop_at: int | None = None
        self._pressed_at = QPoint()
        self.setModel(self._jobs)
        self.setItemDelegate(JobDelegate(thumbnails, self))
        self._look_like_a_list()
        self._place_soon = QTimer(self)
        self._place_soon.setSingleShot(True)
        self._place_soon.timeout.connect(self.place_buttons)
        self._jobs.modelReset.connect(self._on_reset)
        self._jobs.dataChanged.connect(lambda *_: self._place_soon.start())
        self.verticalScrollBar().valueChanged.connect(lambda _: self.place_buttons())
        self.selectionModel().currentRowChanged.connect(self._on_current)
        thumbnails.loaded.connect(self._on_picture)
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        theme().changed.connect(self._on_reset)

    def job_at(self, position: int) -> Generation | None:
        """The job at a position, if it is loaded."""
        view = self._jobs.job(position)
        return None if view is None else view.generation

    def current_view(self) -> JobView | None:
        """The chosen job as it is now."""
        return self._jobs.job(self.currentIndex().row())

    def choose_first(self) -> None:
        """Put the focus on the first job where none has it."""
        if not self.currentIndex().isValid() and len(self._jobs.ids) > 1:
            self.selectRow(1)

    def act(self, name: str) -> bool:
        """Do what a button of the current row does; False where it has no such button."""
        view = self.current_view()
        if view is None or name not in [act for act, _ in view.acts]:
            return False
        self._view_model.act(name, view.generation)
        return True

    def reorder(self, where: str) -> None:
        """Put the current job elsewhere in the queue."""
        view = self.current_view()
        if view is not None and waits(view.generation):
            self._view_model.act(where, view.generation)

    # -------------------------------------------------------------------------------- looks

    def _look_like_a_list(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)

    def _on_picture(self, _asset: object) -> None:
        self.viewport().update()

    def _on_reset(self) -> None:
        look = theme()
        self.verticalHeader().setDefaultSectionSize(look.px(JOB_HEIGHT))
        heads = [head for head, _group in self._jobs.heads()]
        for row in self._head_rows:  # a reset keeps the heights of before
            self.setRowHeight(row, look.px(JOB_HEIGHT))
        for row in heads:
            self.setRowHeight(row, look.px(HEAD_HEIGHT))
        self._head_rows = heads
        position = None if self._chosen is None else self._jobs.position_of(self._chosen)
        if position is not None:
            self.setCurrentIndex(self._jobs.index(position, 0))
        self._place_soon.start()

    def place_buttons(self) -> None:
        """Put buttons over every row that is seen, and take the others away."""
        self._tell_current(self.currentIndex().row())
        first = self.rowAt(0)
        last = self.rowAt(self.viewport().height() - 1)
        last = last if last >= 0 else len(self._jobs.ids) - 1
        seen = range(first, last + 1) if first >= 0 else range(0)
        for row in [row for row in self._buttons if row not in seen]:
            self._buttons.pop(row).deleteLater()
        for row in seen:
            self._place(row)

    def _place(self, row: int) -> None:
        group, view = self._jobs.group(row), self._jobs.job(row)
        if view is None and (group is None or not group.cleared):
            if row in self._buttons:
                self._buttons.pop(row).deleteLater()
            return
        if row not in self._buttons:
            self._buttons[row] = self._new_buttons(row)
        buttons = self._buttons[row]
        if view is not None:
            buttons.show_job(view, is_current=row == self.currentIndex().row())
        elif group is not None:
            buttons.show_head(group)
        area = self.visualRect(self._jobs.index(row, 0))
        width = min(theme().px(ACTS_WIDTH), area.width()) - theme().px(12)
        buttons.setGeometry(
            QRect(area.right() - width - theme().px(10), area.top(), width, area.height())
        )
        buttons.show()

    def _new_buttons(self, row: int) -> RowActions:
        buttons = RowActions(self.viewport())
        buttons.wanted.connect(lambda name: self._do(row, name))
        buttons.menu_wanted.connect(lambda anchor: self._open_menu(row, anchor))
        buttons.clear_wanted.connect(self._view_model.clear)
        return buttons

    # -------------------------------------------------------------------------------- deeds

    def _do(self, row: int, name: str) -> None:
        generation = self.job_at(row)
        if generation is not None:
            self.setFocus()  # the button may go with its row
            self._view_model.act(name, generation)

    def _open(self, row: int) -> None:
        generation = self.job_at(row)
        if generation is not None:
            self.opened.emit(generation)

    def _on_menu(self, at: QPoint) -> None:
        row = self.rowAt(at.y())
        if self.job_at(row) is not None:
            self._menu_for(row).popup(self.viewport().mapToGlobal(at))

    def _open_menu(self, row: int, anchor: QWidget) -> None:
        self._menu_for(row).popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))

    def _menu_for(self, row: int) -> QMenu:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        view = self._jobs.job(row)
        if view is None:
            return menu
        deeds = list(view.acts)
        extra: list[tuple[str, str]] = []
        if waits(view.generation):
            extra = [
                ("top", tr("Move to the top")),
                ("up", tr("Move up")),
                ("down", tr("Move down")),
            ]
        extra += [("show", tr("Show")), ("remix", tr("Use another model"))]
        known = [name for name, _ in deeds]
        for name, words in (*deeds, *(one for one in extra if one[0] not in known)):
            action = menu.addAction(words)
            action.triggered.connect(lambda _on=False, deed=name: self._do(row, deed))
        return menu

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        self._tell_current(current.row())
        self._place_soon.start()

    def _tell_current(self, row: int) -> None:
        generation = self.job_at(row)
        if generation is not None and generation.id != self._chosen:
            self._chosen = generation.id
            self.current_job.emit(generation)

    # -------------------------------------------------------------------------------- events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down pass over heads; Return shows the job."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex().row())
            return
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        row = self.currentIndex().row() + step
        while self._jobs.group(row) is not None:
            row += step
        if 0 <= row < len(self._jobs.ids):
            self.selectRow(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Buttons stay at the right end."""
        super().resizeEvent(event)
        self.place_buttons()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A waiting job can be dragged to another place in the queue."""
        super().mousePressEvent(event)
        row = self.rowAt(event.position().toPoint().y())
        generation = self.job_at(row)
        is_left = event.button() == Qt.MouseButton.LeftButton
        is_waiting = generation is not None and waits(generation)
        self._drag_from = row if is_left and is_waiting else None
        self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the job would go."""
        if self._drag_from is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        at = event.position().toPoint()
        if (at - self._pressed_at).manhattanLength() < QApplication.startDragDistance():
            return
        target = self.job_at(self.rowAt(at.y()))
        self._drop_at = self.rowAt(at.y()) if target is not None and waits(target) else None
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put the job before the one it was dropped on."""
        super().mouseReleaseEvent(event)
        dragged, target = self._drag_from, self._drop_at
        self._drag_from = self._drop_at = None
        self.viewport().update()
        if dragged is None or target is None or dragged == target:
            return
        job, other = self.job_at(dragged), self.job_at(target)
        if job is None or other is None:
            return
        self._view_model.drop(job.id, other.id, is_behind=target > dragged)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and a line where a dragged job would go."""
        super().paintEvent(event)
        if self._drop_at is None or self._drag_from is None:
            return
        area = self.visualRect(self._jobs.index(self._drop_at, 0))
        y = area.bottom() if self._drop_at > self._drag_from else area.top()
        painter = QPainter(self.viewport())
        painter.fillRect(area.left(), y - 1, area.width(), 2, theme().color("focus"))
