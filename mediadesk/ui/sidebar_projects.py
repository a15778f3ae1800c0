"""The projects in the sidebar: an item model and the painter of its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mediadesk.domain.money import format_usd
from mediadesk.domain.projects import CapPeriod
from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.painting import elided, fill_rounded
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import number, tr
from mediadesk.ui.widgets.budget_bar import LEVEL_MARKS, BudgetShares, draw_budget, shares_of
from mediadesk.ui.widgets.project_picture import draw_project_picture
from mediadesk.ui.words import limit_words

if TYPE_CHECKING:
    from uuid import UUID

    from mediadesk.domain.projects import Project
    from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader

_Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
PROJECT_ROLE = Qt.ItemDataRole.UserRole + 1
PICTURE_ROLE = Qt.ItemDataRole.UserRole + 2
ROW_HEIGHT, RAIL_ROW_HEIGHT = 46, 38


class ProjectListModel(QAbstractListModel):
    """Projects with their pictures."""

    def __init__(self, thumbnails: ThumbnailLoader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._projects: tuple[Project, ...] = ()
        thumbnails.loaded.connect(self._on_thumbnail)

    def show(self, projects: tuple[Project, ...]) -> None:
        """Show these projects."""
        if [p.id for p in projects] == [p.id for p in self._projects]:
            self._projects = projects
            if projects:
                self.dataChanged.emit(self.index(0, 0), self.index(len(projects) - 1, 0))
            return
        self.beginResetModel()
        self._projects = projects
        self.endResetModel()

    def project(self, row: int) -> Project | None:
        """The project in a row."""
        return self._projects[row] if 0 <= row < len(self._projects) else None

    def row_of(self, project_id: UUID) -> int:
        """The row of a project, -1 where it is not listed."""
        return next((i for i, p in enumerate(self._projects) if p.id == project_id), -1)

    def rowCount(self, parent: _Index = NO_PARENT) -> int:
        """How many projects there are."""
        return 0 if parent.isValid() else len(self._projects)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name, tooltip, spoken row, project and picture."""
        project = self.project(index.row()) if index.isValid() else None
        if project is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return project.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{project.name}\n{_all_money(project)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("{name}, {items}, {all_money}").format(
                name=project.name,
                items=tr("%Ln item(s)", n=project.item_count),
                all_money=_all_money(project),
            )
        if role == PROJECT_ROLE:
            return project
        if role == PICTURE_ROLE and project.thumbnail_asset_id is not None:
            return self._thumbnails.pixmap(project.thumbnail_asset_id)
        return None

    def _on_thumbnail(self, asset_id: UUID) -> None:
        for row, project in enumerate(self._projects):
            if project.thumbnail_asset_id == asset_id:
                index = self.index(row, 0)
                self.dataChanged.emit(index, index)


def _money(project: Project) -> str:
    use = project.budget
    if use is None:
        return format_usd(project.spent_micro) if project.spent_micro else tr("No budget")
    return tr("{spent} of {limit}").format(
        spent=format_usd(use.spent_micro), limit=limit_words(use.cap.limit_micro)
    )


def _shares(project: Project) -> BudgetShares:
    return BudgetShares() if project.budget is None else shares_of(project.budget)


def _all_money(project: Project) -> str:
    """What is spent, held and left, in words."""
    use, words = project.budget, [_money(project)]
    if use is not None and use.cap.period is CapPeriod.MONTH:
        words[0] = tr("{amount} this month").format(amount=words[0])
    held = project.held_micro if use is None else use.held_micro
    if held:
        words.append(tr("{amount} held").format(amount=format_usd(held)))
    if use is not None:
        left = use.cap.limit_micro - use.used_micro
        told = tr("{amount} left") if left >= 0 else tr("{amount} over")
        words.append(told.format(amount=format_usd(abs(left))))
    return ", ".join(words)


class ProjectDelegate(QStyledItemDelegate):
    """Picture, name and count over budget bar and amount; only the picture in the rail."""

    is_rail = False

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Every row is equally high."""
        return QSize(40, theme().px(RAIL_ROW_HEIGHT if self.is_rail else ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a project."""
        look = theme()
        area = QRectF(option.rect)
        state = option.state
        project = index.data(PROJECT_ROLE)
        if project is None:
            return
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            fill_rounded(painter, area, 6, look.color("bg.selected"))
        elif state & QStyle.StateFlag.State_MouseOver:
            fill_rounded(painter, area, 6, look.color("bg.hover"))
        is_rail = self.is_rail
        side = look.px(26 if is_rail else 30)
        left = area.center().x() - side / 2 if is_rail else area.left() + 8
        picture = QRectF(left, area.center().y() - side / 2, side, side)
        draw_project_picture(painter, picture, index.data(PICTURE_ROLE))
        if not is_rail:
            self._paint_words(painter, area, picture.right() + 10, project)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRectF, left: float, project: Project) -> None:
        look = theme()
        right = area.right() - 8
        middle = area.center().y()
        vertical = Qt.AlignmentFlag.AlignVCenter
        meta = look.font("meta")
        painter.setFont(meta)
        count = number(project.item_count)
        width = painter.fontMetrics().horizontalAdvance(count) + 2
        top = QRectF(left, area.top() + 6, right - left, middle - area.top() - 3)
        painter.setPen(look.color("text.tertiary"))
        painter.drawText(top, vertical | Qt.AlignmentFlag.AlignRight, count)
        base = look.font("base", "medium")
        painter.setFont(base)
        painter.setPen(look.color("text.primary"))
        painter.drawText(top, vertical, elided(base, project.name, top.width() - width - 6))
        small = look.font("caption")
        painter.setFont(small)
        words = _money(project)
        bottom = QRectF(left, middle + 1, right - left, area.bottom() - middle - 5)
        shares = _shares(project)
        tone, icon = LEVEL_MARKS[shares.level]
        painter.setPen(look.color(tone))
        if project.budget is None:
            painter.drawText(bottom, vertical, words)
            return
        painter.drawText(bottom, vertical | Qt.AlignmentFlag.AlignRight, words)
        bar = bottom.width() - painter.fontMetrics().horizontalAdvance(words) - 10
        if icon:
            side = look.px(12)
            place = QPointF(left + bar + 8 - side, bottom.center().y() - side / 2)
            painter.drawPixmap(place, icon_pixmap(icon, tone, side))
            bar -= side + 4
        height = look.px(4)
        draw_budget(painter, QRectF(left, bottom.center().y() - height / 2, bar, height), shares)
