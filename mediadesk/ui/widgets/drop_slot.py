"""A place to put an input: drop files or results on it, paste, or browse."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import (
    QMimeData,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from mediadesk.ui.support.asset_mime import asset_ids
from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.painting import elided, fill_rounded
from mediadesk.ui.support.png_file import png_of
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme

PICTURE_FORMATS = ("image/png", "image/jpeg", "image/webp", "image/avif", "image/gif")


def encoded_picture(data: QMimeData) -> bytes:
    """The file of a picture that is pasted or dropped; empty where there is none.

    It is taken as it came, since decoding is not for the thread of the window. Only pixels that
    this program copied have no file; they are encoded.
    """
    for kind in PICTURE_FORMATS:
        if data.hasFormat(kind):
            return bytes(data.data(kind).data())
    image = data.imageData() if data.hasImage() else None
    if not isinstance(image, QImage) or image.isNull():
        return b""
    return png_of(image)


class DropSlot(QAbstractButton):
    """A dashed box. A click, Return or Space emits ``browse_requested``.

    Dropped or pasted things come out as ``files_dropped(list[Path])``, ``picture_pasted(bytes)``
    (encoded, as it came) or ``assets_dropped(list[str])``; what is fit is decided elsewhere.
    """

    files_dropped = Signal(list)
    picture_pasted = Signal(bytes)
    assets_dropped = Signal(list)
    browse_requested = Signal()

    def __init__(
        self,
        label: str = "Drop, paste or browse",
        *,
        icon: str = "image-plus",
        name: str = "drop-slot",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self.short_text = ""
        """Shown where there is no room for the words."""
        self._is_over = False
        describe(self, name=name, accessible=label)
        self.setText(label)
        self.setAcceptDrops(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.browse_requested)
        theme().changed.connect(self.updateGeometry)

    def take(self, data: QMimeData | None) -> bool:
        """Read dropped or pasted data and emit what it holds; False when there is nothing to use.

        Library ids win over files, files over a picture, since one drag may offer several.
        """
        if data is None:
            return False
        ids = asset_ids(data)
        if ids:
            self.assets_dropped.emit(ids)
            return True
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            self.files_dropped.emit(files)
            return True
        picture = encoded_picture(data)
        if picture:
            self.picture_pasted.emit(picture)
        return bool(picture)

    def paste(self) -> bool:
        """Take what is on the clipboard; False when there is nothing to use."""
        return self.take(QGuiApplication.clipboard().mimeData())

    def sizeHint(self) -> QSize:
        """Room for icon and a line."""
        return QSize(theme().px(150), theme().px(64))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste, or act as a button."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files, pictures and results."""
        data = event.mimeData()
        if asset_ids(data) or data.hasUrls() or data.hasImage():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._is_over = True
            self.update()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Calm down."""
        self._is_over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        self._is_over = False
        self.update()
        if self.take(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dashed box, icon and words."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._is_over:
            fill_rounded(painter, area, 7, look.color("accent.soft"))
        elif self.underMouse():
            fill_rounded(painter, area, 7, look.color("bg.hover"))
        pen = QPen(look.color("focus" if self._is_over else "border.control"), 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, 7, 7)
        ink = look.color("text.tertiary" if self.isEnabled() else "text.disabled")
        side = look.px(16)
        pixmap = icon_pixmap(self._icon_name, ink, side, dpr=self.devicePixelRatioF())
        middle = area.center()
        painter.drawPixmap(QPointF(middle.x() - side / 2, middle.y() - side - 2), pixmap)
        painter.setPen(ink)
        painter.setFont(look.font("meta"))
        words = QRectF(area.left() + 6, middle.y() + 3, area.width() - 12, look.px(18))
        font = painter.font()
        fits = painter.fontMetrics().horizontalAdvance(self.text()) <= words.width()
        text = self.text() if fits or not self.short_text else self.short_text
        text = elided(font, text, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter, text)
