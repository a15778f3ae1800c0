"""The sign at the end of a row of the settings: something there wants to be seen to."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.theme import theme

MARK_ROLE = Qt.ItemDataRole.UserRole + 1
"""What is wrong, in words; "" where nothing is."""


class MarkDelegate(QStyledItemDelegate):
    """Draws the row, then its sign."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Put the sign at the end, which is the left one where words run that way."""
        super().paint(painter, option, index)
        if not index.data(MARK_ROLE):
            return
        side = theme().px(15)
        is_left = option.direction == Qt.LayoutDirection.RightToLeft
        left = option.rect.left() + side if is_left else option.rect.right() - 2 * side
        top = option.rect.center().y() - side // 2
        painter.drawPixmap(left, top, icon_pixmap("triangle-alert", "err.text", side))
